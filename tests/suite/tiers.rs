//! The tiers: each kind of condition in its three states, and no tier is called reached that nobody can judge here.

use factory_checkup::assessment::{Assessment, FactAnswer, TypicalScene};
use factory_checkup::questionnaire::{Level, Rating};
use factory_checkup::tiers::{self, ConditionKind, Lacking, State, Tiers};

use crate::scenario::Scenario;

fn condition(
    scenario: &Scenario,
    ladder: &str,
    tier: &str,
    wanted: fn(&ConditionKind) -> bool,
) -> (State, Option<Lacking>) {
    let results = tiers::evaluate(Tiers::shipped(), &scenario.assessment, &scenario.score());
    let ladder = results.iter().find(|result| result.ladder.id == ladder).expect("a shipped ladder");
    let tier = ladder.tiers.iter().find(|result| result.tier.id == tier).expect("a tier of the ladder");
    let place = tier.tier.conditions.iter().position(|it| wanted(&it.kind)).expect("the tier has such a condition");
    (tier.conditions[place].state, tier.conditions[place].lacking.clone())
}

fn tick(assessment: &mut Assessment, count: usize, with_ai: usize) {
    for (place, scene) in Tiers::shipped().scenes.iter().take(count).enumerate() {
        let ticked = TypicalScene { description: String::new(), uses_ai: place < with_ai };
        assessment.tick_typical_scene(&scene.id, Some(ticked));
    }
}

#[test]
fn there_are_forty_scenes_in_eight_groups_over_the_five_links() {
    let tiers = Tiers::shipped();
    let count = |group: &str| tiers.scenes.iter().filter(|scene| scene.group == group).count();
    let counts: Vec<usize> = tiers.groups.iter().map(|group| count(&group.id)).collect();
    assert_eq!(counts, [3, 2, 2, 12, 10, 4, 3, 4]);
    assert!(tiers.links.iter().all(|link| tiers.groups.iter().any(|group| group.link == link.id)));
    for scene in &tiers.scenes {
        assert!(tiers.sources.iter().any(|source| source.id == scene.source));
    }
}

#[test]
fn the_level_is_met_not_met_or_unknown_as_the_band_allows() {
    let level = |kind: &ConditionKind| matches!(kind, ConditionKind::Level(_));
    let basic = |scenario: &Scenario| condition(scenario, "national", "basic", level);
    let open = Scenario::discrete();
    assert_eq!(basic(&open), (State::Unknown, Some(Lacking::Level(None))));
    let reached = Scenario::discrete().all(1, Rating::Met).all(2, Rating::Met);
    assert_eq!(basic(&reached), (State::Met, None));
    let short = Scenario::discrete().all(1, Rating::Met).all(2, Rating::NotMet);
    assert_eq!(basic(&short), (State::NotMet, Some(Lacking::Level(Level::new(1)))));
    let excellent = condition(&reached, "national", "excellent", level);
    assert_eq!(excellent, (State::Unknown, Some(Lacking::TargetBelow(Level::new(3).unwrap()))), "it was not asked");
    let excellent = condition(&short, "national", "excellent", level);
    assert_eq!(excellent.0, State::NotMet);
}

#[test]
fn a_fact_not_stated_is_unknown_and_a_no_is_not_met() {
    let wanted = |kind: &ConditionKind| matches!(kind, ConditionKind::Fact(fact) if fact.as_str() == "clean-record");
    let mut scenario = Scenario::discrete();
    let mut check = |answer: Option<FactAnswer>, expected: State| {
        scenario.assessment.state_fact(&"clean-record".into(), answer);
        assert_eq!(condition(&scenario, "national", "basic", wanted).0, expected);
    };
    check(None, State::Unknown);
    check(Some(FactAnswer::Unknown), State::Unknown);
    check(Some(FactAnswer::YesNo(false)), State::NotMet);
    check(Some(FactAnswer::YesNo(true)), State::Met);
}

#[test]
fn links_are_covered_by_ticked_scenes() {
    let wanted = |kind: &ConditionKind| matches!(kind, ConditionKind::Links(_));
    let mut scenario = Scenario::discrete();
    assert_eq!(condition(&scenario, "national", "basic", wanted).0, State::Unknown, "nothing ticked says nothing");
    tick(&mut scenario.assessment, 19, 0);
    let basic = condition(&scenario, "national", "basic", wanted);
    assert_eq!(basic, (State::NotMet, Some(Lacking::Links(vec!["operation".into()]))));
    tick(&mut scenario.assessment, 40, 0);
    assert_eq!(condition(&scenario, "national", "leading", wanted).0, State::Met);
}

#[test]
fn the_share_of_artificial_intelligence_counts_among_the_ticked() {
    let wanted = |kind: &ConditionKind| matches!(kind, ConditionKind::AiShare(_));
    let check = |ticked: usize, with_ai: usize, tier: &str, expected: State| {
        let mut scenario = Scenario::discrete();
        tick(&mut scenario.assessment, ticked, with_ai);
        assert_eq!(condition(&scenario, "national", tier, wanted).0, expected, "{with_ai} of {ticked} for {tier}");
    };
    check(0, 0, "excellent", State::Unknown);
    check(10, 1, "excellent", State::NotMet);
    check(10, 2, "excellent", State::Met);
    check(10, 5, "leading", State::NotMet);
    check(10, 6, "leading", State::Met);
}

#[test]
fn a_tier_builds_on_the_one_that_must_be_held() {
    let wanted = |kind: &ConditionKind| matches!(kind, ConditionKind::Holds { .. });
    let mut scenario = Scenario::discrete();
    let mut check = |held: Option<&str>, expected: State| {
        scenario.assessment.state_fact(&"national-tier".into(), held.map(|id| FactAnswer::Choice(id.into())));
        assert_eq!(condition(&scenario, "national", "excellent", wanted).0, expected, "{held:?}");
    };
    check(None, State::Unknown);
    check(Some("none"), State::NotMet);
    check(Some("basic"), State::NotMet);
    check(Some("advanced"), State::Met);
    check(Some("leading"), State::Met);
}

#[test]
fn a_tier_with_conditions_that_are_not_published_is_never_called_reached() {
    let mut scenario = Scenario::discrete().all(1, Rating::Met).all(2, Rating::Met);
    scenario.assessment.site.above_scale = Some(true);
    for fact in ["clean-record", "secure-controllable", "organisation-and-talent"] {
        scenario.assessment.state_fact(&fact.into(), Some(FactAnswer::YesNo(true)));
    }
    tick(&mut scenario.assessment, 40, 0);
    let results = tiers::evaluate(Tiers::shipped(), &scenario.assessment, &scenario.score());
    let basic = &results[0].tiers[0];
    assert!(basic.stated_conditions_met());
    assert_eq!((basic.state(), basic.missing()), (State::Unknown, 0));
    assert!(results.iter().flat_map(|ladder| &ladder.tiers).all(|tier| tier.state() != State::Met));
}
