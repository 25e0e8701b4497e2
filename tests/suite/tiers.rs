//! The tiers: each kind of condition in its three states, and no tier is called reached that nobody can judge here.

use factory_checkup::assessment::{Assessment, FactAnswer, TypicalScene};
use factory_checkup::facts::{FactKind, Facts};
use factory_checkup::language::Language;
use factory_checkup::provenance::{Mark, SourceId};
use factory_checkup::questionnaire::{Level, Questionnaire, Rating};
use factory_checkup::tiers::{self, ConditionKind, Lacking, Standing, State, Stated, Tiers};

use crate::golden;
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
    let links: Vec<Option<&str>> = tiers.scenes.iter().map(|scene| tiers.link_of(scene)).collect();
    assert!(links.iter().all(Option::is_some));
    for language in Language::ALL {
        let mut names: Vec<&str> = tiers.scenes.iter().map(|scene| scene.name.get(language)).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), 40, "no two scenes have one name");
    }
    for scene in &tiers.scenes {
        assert!(scene.what.zh.ends_with('。') && scene.what.zh.chars().count() <= 40, "{}", scene.what.zh);
        assert!(scene.what.en.ends_with('.') && scene.what.en.len() <= 120, "{}", scene.what.en);
    }
}

#[test]
fn every_source_is_used_and_our_own_readings_are_marked_as_such() {
    let tiers = Tiers::shipped();
    let conditions = || tiers.ladders.iter().flat_map(|ladder| &ladder.tiers).flat_map(|tier| &tier.conditions);
    let of_conditions = conditions().flat_map(|condition| &condition.sources);
    let of_scenes =
        tiers.scenes.iter().map(|scene| &scene.source).chain(tiers.groups.iter().map(|group| &group.source));
    let used: Vec<&SourceId> = of_conditions.chain(of_scenes).collect();
    for source in &tiers.sources {
        assert!(used.contains(&&source.id), "{} is nobody's source", source.id);
    }
    let marks = |ids: &[SourceId]| ids.iter().map(|id| tiers.source(id).expect("a source").mark).collect::<Vec<Mark>>();
    for condition in conditions() {
        assert!(!condition.sources.is_empty(), "{}", condition.text.zh);
        if matches!(condition.kind, ConditionKind::AiShare(_)) {
            assert_eq!(marks(&condition.sources), [Mark::SecondHand, Mark::OurRule]);
        }
    }
    // The plan names no condition of its titles: whatever is held against them is our own rule.
    let plan = tiers.ladders.iter().find(|ladder| ladder.id == "district-plan").expect("the plan's titles");
    let decided = plan.tiers.iter().flat_map(|tier| &tier.conditions).filter(|it| it.kind != ConditionKind::Authority);
    for condition in decided {
        assert_eq!(marks(&condition.sources), [Mark::OurRule]);
    }
}

#[test]
fn the_facts_that_conditions_ask_are_there_and_offer_the_tiers_as_choices() {
    let (tiers, facts) = (Tiers::shipped(), Facts::shipped());
    for ladder in &tiers.ladders {
        let FactKind::Choice(choices) = &facts.fact(&ladder.title).expect("a shipped fact").kind else {
            panic!("{} is no choice", ladder.title)
        };
        let choices: Vec<&str> = choices.iter().map(|choice| choice.id.as_str()).collect();
        let ids: Vec<&str> = ["none"].into_iter().chain(ladder.tiers.iter().map(|tier| tier.id.as_str())).collect();
        assert_eq!(choices, ids, "in the same order");
        for condition in ladder.tiers.iter().flat_map(|tier| &tier.conditions) {
            match &condition.kind {
                ConditionKind::Fact(fact) => {
                    assert!(matches!(facts.fact(fact).expect("a shipped fact").kind, FactKind::YesNo));
                }
                ConditionKind::Holds { fact, least } => {
                    assert_eq!(*fact, ladder.title);
                    assert!(ladder.tiers.iter().any(|tier| tier.id == *least), "{least}");
                }
                _ => {}
            }
        }
    }
}

#[test]
fn above_scale_not_stated_is_unknown_and_a_no_is_not_met() {
    let wanted = |kind: &ConditionKind| *kind == ConditionKind::AboveScale;
    let mut scenario = Scenario::discrete();
    let mut check = |stated: Option<bool>, state: State, lacking: Option<Lacking>| {
        scenario.assessment.site.above_scale = stated;
        assert_eq!(condition(&scenario, "national", "basic", wanted), (state, lacking));
    };
    check(None, State::Unknown, Some(Lacking::AboveScale(Stated::Nothing)));
    check(Some(false), State::NotMet, Some(Lacking::AboveScale(Stated::No)));
    check(Some(true), State::Met, None);
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
    let mut check = |answer: Option<FactAnswer>, state: State, stated: Option<Stated>| {
        scenario.assessment.state_fact(&"clean-record".into(), answer);
        assert_eq!(condition(&scenario, "national", "basic", wanted), (state, stated.map(Lacking::Fact)));
    };
    check(None, State::Unknown, Some(Stated::Nothing));
    check(Some(FactAnswer::Unknown), State::Unknown, Some(Stated::NotKnown));
    check(Some(FactAnswer::NotApplicable), State::Unknown, Some(Stated::NotApplicable));
    check(Some(FactAnswer::YesNo(false)), State::NotMet, Some(Stated::No));
    check(Some(FactAnswer::YesNo(true)), State::Met, None);
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
    let check = |of: usize, with: usize, tier: &str, state: State, least: usize| {
        let mut scenario = Scenario::discrete();
        tick(&mut scenario.assessment, of, with);
        let lacking = (state != State::Met).then_some(Lacking::AiShare { with, of, least });
        assert_eq!(condition(&scenario, "national", tier, wanted), (state, lacking), "{with} of {of} for {tier}");
    };
    check(0, 0, "excellent", State::Unknown, 0);
    check(10, 1, "excellent", State::NotMet, 2);
    check(10, 2, "excellent", State::Met, 2);
    // A fifth of eleven is more than two.
    check(11, 2, "excellent", State::NotMet, 3);
    check(11, 3, "excellent", State::Met, 3);
    check(10, 5, "leading", State::NotMet, 6);
    check(10, 6, "leading", State::Met, 6);
}

#[test]
fn a_tier_builds_on_the_one_that_must_be_held() {
    let wanted = |kind: &ConditionKind| matches!(kind, ConditionKind::Holds { .. });
    let mut scenario = Scenario::discrete();
    let mut check = |held: Option<FactAnswer>, state: State, stated: Option<Stated>| {
        scenario.assessment.state_fact(&"national-tier".into(), held.clone());
        let lacking = stated.map(|stated| Lacking::Holds { least: "advanced".into(), stated });
        assert_eq!(condition(&scenario, "national", "excellent", wanted), (state, lacking), "{held:?}");
    };
    let choice = |id: &str| Some(FactAnswer::Choice(id.into()));
    check(None, State::Unknown, Some(Stated::Nothing));
    check(Some(FactAnswer::Unknown), State::Unknown, Some(Stated::NotKnown));
    check(choice("none"), State::NotMet, Some(Stated::No));
    check(choice("basic"), State::NotMet, Some(Stated::No));
    check(choice("advanced"), State::Met, None);
    check(choice("leading"), State::Met, None);
}

/// A plant that meets what is decided here of the basic tier, and of the advanced one.
fn basic_and_advanced() -> Scenario {
    let mut scenario = Scenario::discrete().all(1, Rating::Met).all(2, Rating::Met);
    scenario.assessment.site.above_scale = Some(true);
    for fact in ["clean-record", "secure-controllable", "organisation-and-talent"] {
        scenario.assessment.state_fact(&fact.into(), Some(FactAnswer::YesNo(true)));
    }
    tick(&mut scenario.assessment, 40, 0);
    scenario
}

#[test]
fn a_tier_that_the_authority_has_a_say_in_is_never_called_met() {
    let scenario = basic_and_advanced();
    let results = tiers::evaluate(Tiers::shipped(), &scenario.assessment, &scenario.score());
    let standings = |ladder: usize| results[ladder].tiers.iter().map(|tier| tier.standing()).collect::<Vec<_>>();
    use Standing::{AllForAuthority, NotMet, RestForAuthority};
    assert_eq!(standings(0), [RestForAuthority, RestForAuthority, NotMet, NotMet]);
    assert_eq!(results[0].best().map(|tier| tier.tier.id.as_str()), Some("advanced"));
    assert_eq!(results[0].next().map(|tier| tier.tier.id.as_str()), Some("excellent"));
    // L2 says nothing about the titles above the district's: nobody published what they take.
    assert_eq!(standings(1), [RestForAuthority, AllForAuthority, AllForAuthority]);
    assert_eq!(results[1].best().map(|tier| tier.tier.id.as_str()), Some("district"));
}

#[test]
fn what_comes_next_lies_above_the_tier_held() {
    let mut scenario = basic_and_advanced();
    let mut check = |held: &str, best: Option<&str>, next: Option<&str>| {
        scenario.assessment.state_fact(&"national-tier".into(), Some(FactAnswer::Choice(held.into())));
        let results = tiers::evaluate(Tiers::shipped(), &scenario.assessment, &scenario.score());
        assert_eq!(results[0].best().map(|tier| tier.tier.id.as_str()), best, "{held}");
        assert_eq!(results[0].next().map(|tier| tier.tier.id.as_str()), next, "{held}");
    };
    check("none", Some("advanced"), Some("excellent"));
    check("basic", Some("advanced"), Some("excellent"));
    check("advanced", None, Some("excellent"));
    check("excellent", None, Some("leading"));
    check("leading", None, None);
}

#[test]
fn one_condition_not_met_is_enough_and_otherwise_one_unknown_leaves_the_tier_open() {
    let standing = |scenario: &Scenario| {
        tiers::evaluate(Tiers::shipped(), &scenario.assessment, &scenario.score())[0].tiers[0].standing()
    };
    let mut scenario = basic_and_advanced();
    scenario.assessment.state_fact(&"clean-record".into(), None);
    assert_eq!(standing(&scenario), Standing::Unknown);
    scenario.assessment.state_fact(&"organisation-and-talent".into(), Some(FactAnswer::YesNo(false)));
    assert_eq!(standing(&scenario), Standing::NotMet);
    assert_eq!(standing(&Scenario::discrete()), Standing::Unknown, "nothing said is not a no");
}

#[test]
fn a_tier_without_conditions_for_the_authority_can_be_met() {
    let text = r#"
        link = [{ id = "all", name = { zh = "全部", en = "All" } }]
        group = [{ id = "all", link = "all", name = { zh = "全部", en = "All" }, source = "own" }]
        scene = [{ id = "one", group = "all", name = { zh = "一", en = "One" }, what = { zh = "一。", en = "One." }, source = "own" }]
        source = [{ id = "own", mark = "our-rule", text = { zh = "自定。", en = "Our own." } }]
        [[ladder]]
        id = "own"
        name = { zh = "自定", en = "Own" }
        title = "own-title"
        every = [{ kind = "above-scale", sources = ["own"], text = { zh = "规上", en = "Above scale" } }]
        tier = [{ id = "first", name = { zh = "一级", en = "First" }, about = { zh = "自定。", en = "Our own." }, condition = [
            { kind = "links", links = ["all"], sources = ["own"], text = { zh = "有场景", en = "A scene" } },
        ] }]
    "#;
    let tiers = Tiers::read("own.toml", text).expect("it is sound");
    let mut scenario = Scenario::discrete();
    scenario.assessment.site.above_scale = Some(true);
    scenario.assessment.tick_typical_scene(&"one".into(), Some(TypicalScene::default()));
    let results = tiers::evaluate(&tiers, &scenario.assessment, &scenario.score());
    assert_eq!(results[0].tiers[0].standing(), Standing::Met);
    assert_eq!(results[0].next(), None);
}

#[test]
fn faults_in_a_file_of_tiers_are_told_all_at_once_with_their_lines() {
    let broken = include_str!("../../questionnaires/tiers/2025/tiers.toml")
        .replacen("percent = 20, sources = [\"tiers\", \"scene-share\"]", "percent = 20, sources = []", 1)
        .replacen("kind = \"above-scale\"", "kind = \"large\"", 1)
        .replacen("level = 2", "level = 9", 1);
    let problems = Tiers::read("tiers.toml", &broken).expect_err("it has faults");
    let told: Vec<String> = problems.iter().map(|problem| Language::English.problem(problem)).collect();
    assert_eq!(told.len(), 3, "{told:#?}");
    assert!(problems.iter().all(|problem| problem.place.is_some()));
}

/// Every tier as it is told, with what is lacking.
fn told(scenario: &Scenario, language: Language) -> String {
    let tiers = Tiers::shipped();
    let mut text = String::new();
    for ladder in tiers::evaluate(tiers, &scenario.assessment, &scenario.score()) {
        text += &format!("{}\n", language.ladder_named(&ladder));
        for tier in &ladder.tiers {
            text += &format!("  {}: {}\n", tier.tier.name.get(language), language.tier_standing(tier));
            for (condition, result) in tier.tier.conditions.iter().zip(&tier.conditions) {
                let state = language.condition_state(result.state, result.lacking.as_ref());
                let lacking = result.lacking.as_ref();
                let lacking = lacking.map(|it| language.lacking(result.state, it, tiers, Questionnaire::current()));
                let line = format!("    {state}  {}  {}", condition.text.get(language), lacking.unwrap_or_default());
                text += &format!("{}\n", line.trim_end());
            }
        }
    }
    text
}

#[test]
fn how_a_plant_stands_reads_well_in_both_languages() {
    let nothing = Scenario::discrete();
    let mut half = Scenario::discrete().all(1, Rating::Met).all(2, Rating::NotMet);
    half.assessment.site.above_scale = Some(false);
    half.assessment.state_fact(&"clean-record".into(), Some(FactAnswer::YesNo(true)));
    half.assessment.state_fact(&"secure-controllable".into(), Some(FactAnswer::YesNo(false)));
    half.assessment.state_fact(&"organisation-and-talent".into(), Some(FactAnswer::Unknown));
    half.assessment.state_fact(&"national-tier".into(), Some(FactAnswer::Choice("none".into())));
    half.assessment.state_fact(&"smart-factory-title".into(), Some(FactAnswer::Choice("district".into())));
    tick(&mut half.assessment, 9, 1);
    for language in Language::ALL {
        let text = format!(
            "== nothing\n{}\n== half\n{}\n== advanced\n{}",
            told(&nothing, language),
            told(&half, language),
            told(&basic_and_advanced(), language),
        );
        golden::check(&format!("tiers-{}.txt", language.tag()), &text);
    }
}
