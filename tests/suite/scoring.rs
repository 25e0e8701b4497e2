//! Answers → scorecard, by hand-computed values.

use factory_checkup::assessment::{Answer, Part};
use factory_checkup::exact::Exact;
use factory_checkup::questionnaire::{Level, Rating, RequirementId};
use factory_checkup::scoring::{Scorecard, Standing};

use crate::scenario::Scenario;

fn score_of(scorecard: &Scorecard, dimension: &str, level: usize) -> Option<Exact> {
    scorecard.node(&dimension.into()).expect("a dimension of the questionnaire").outcome.cells[level - 1].score.clone()
}

#[test]
fn all_requirements_largely_met_reach_the_gate_exactly() {
    let scorecard = Scenario::discrete().all(1, Rating::LargelyMet).all(2, Rating::LargelyMet).score();
    assert_eq!(scorecard.plant.cells[0].score, Some(Exact::ratio(4, 5)));
    assert_eq!(scorecard.plant.cells[1].score, Some(Exact::ratio(4, 5)));
    assert_eq!(scorecard.plant.reached, Level::new(2));
    assert_eq!(scorecard.plant.total, Exact::from(2));
    assert!(scorecard.next.is_none());
}

#[test]
fn a_hair_below_the_gate_neither_meets_it_nor_prints_as_if() {
    // One of strategy's three requirements at L2 only partly met: A₂ falls by 0.3 ÷ 3 × 50 % × 6 % = 0.003.
    let scorecard = Scenario::discrete()
        .all(1, Rating::Met)
        .all(2, Rating::LargelyMet)
        .rate("strategy.written-strategy", Rating::PartlyMet)
        .score();
    let second = scorecard.plant.cells[1].score.clone().unwrap();
    assert_eq!(second, Exact::ratio(797, 1000));
    assert_eq!(scorecard.plant.reached, Level::new(1));
    assert_eq!(second.floor(2), "0.79");
    assert_eq!(scorecard.plant.total.floor(2), "1.79");
    let next = scorecard.next.unwrap();
    assert_eq!((next.level, next.missing.ceil(2).as_str()), (Level::new(2).unwrap(), "0.01"));
}

#[test]
fn a_sub_domain_scores_the_mean_of_its_ratings() {
    let scorecard = Scenario::discrete()
        .rate("strategy.written-strategy", Rating::Met)
        .rate("strategy.implementation-plan", Rating::LargelyMet)
        .rate("strategy.responsible-department", Rating::PartlyMet)
        .score();
    assert_eq!(score_of(&scorecard, "strategy", 2), Some(Exact::ratio(23, 30)));
}

#[test]
fn weights_add_up_from_sub_domain_to_level() {
    // Manufacturing alone is met: 77 of 100 points in a discrete plant, 68 in a process plant.
    for (scenario, expected) in [(Scenario::discrete(), 77), (Scenario::process(), 68)] {
        let mut scenario = scenario.all(1, Rating::NotMet);
        let questionnaire = scenario.questionnaire;
        let manufacturing = &questionnaire.elements[3];
        assert_eq!(manufacturing.id.as_str(), "manufacturing");
        for domain in &manufacturing.children {
            for leaf in std::iter::once(domain).chain(&domain.children) {
                for requirement in leaf.requirements.iter().filter(|one| one.level == Level::LOWEST) {
                    scenario.assessment.answer(&requirement.id, Some(Answer::Rated(Rating::Met)));
                }
            }
        }
        assert_eq!(scenario.score().plant.cells[0].score, Some(Exact::ratio(expected, 100)));
    }
}

#[test]
fn no_level_can_be_skipped() {
    let scorecard = Scenario::discrete().all(1, Rating::PartlyMet).all(2, Rating::Met).score();
    assert_eq!(scorecard.plant.reached, None);
    assert_eq!(scorecard.plant.total, Exact::ratio(1, 2));
    assert!(!scorecard.plant.cells[1].met, "a level above one that is not met is not met");
}

#[test]
fn met_levels_count_one_whatever_their_score() {
    let scorecard = Scenario::discrete().all(1, Rating::LargelyMet).all(2, Rating::PartlyMet).score();
    assert_eq!(scorecard.plant.total, Exact::ratio(3, 2));
}

#[test]
fn tailoring_scales_up_the_weights_that_stay() {
    let scenario = Scenario::discrete().all(1, Rating::NotMet).rate("sales.order-ledger", Rating::Met);
    let tailored = scenario.tailor("logistics", "产品由客户自提，工厂没有运输业务").score();
    // Sales weighs 13 of the 87 that are left in manufacturing.
    let sales = tailored.node(&"sales".into()).unwrap();
    assert_eq!(sales.outcome.cells[0].weight, Some(Exact::ratio(13, 87)));
    let logistics = tailored.node(&"logistics".into()).unwrap();
    assert!(matches!(&logistics.part, Part::Tailored { reason, .. } if reason.contains("自提")));
    assert_eq!(logistics.outcome.tally.asked, 0);
}

#[test]
fn tailoring_without_a_reason_takes_no_effect() {
    let scorecard = Scenario::discrete().tailor("logistics", "  ").score();
    assert_eq!(scorecard.node(&"logistics".into()).unwrap().part, Part::Included);
}

#[test]
fn people_technology_resources_and_production_cannot_be_tailored_out() {
    for dimension in ["people", "technology", "resources", "manufacturing", "production", "data", "energy"] {
        let scorecard = Scenario::discrete().tailor(dimension, "没有").score();
        assert_eq!(scorecard.node(&dimension.into()).unwrap().part, Part::Included, "{dimension}");
    }
}

#[test]
fn a_process_plant_is_asked_about_18_sub_domains() {
    let scorecard = Scenario::process().score();
    assert_eq!(scorecard.sub_domains().filter(|node| node.part == Part::Included).count(), 18);
    assert_eq!(Scenario::discrete().score().sub_domains().count(), 20);
}

#[test]
fn a_sub_domain_where_nothing_applies_is_left_out_and_its_siblings_weigh_more() {
    let mut scenario = Scenario::discrete().all(1, Rating::Met).all(2, Rating::Met);
    for id in ["product-design.brief", "product-design.rules", "product-design.source-files"] {
        scenario = scenario.answer(id, Answer::NotApplicable { reason: "只按客户图纸加工".into() });
    }
    let scorecard = scenario.rate("process-design.basis", Rating::NotMet).score();
    assert_eq!(score_of(&scorecard, "product-design", 1), None);
    assert_eq!(score_of(&scorecard, "design", 1), Some(Exact::ratio(2, 3)));
    let process_design = scorecard.node(&"process-design".into()).unwrap();
    assert_eq!(process_design.outcome.cells[0].weight, Some(Exact::one()));
    assert_eq!(process_design.outcome.cells[1].weight, Some(Exact::ratio(1, 2)));
}

#[test]
fn an_unanswered_requirement_lowers_completeness_but_not_the_score() {
    let full = Scenario::discrete().all(1, Rating::Met).all(2, Rating::LargelyMet);
    let mut open = Scenario::discrete().all(1, Rating::Met).all(2, Rating::LargelyMet);
    open.assessment.answer(&"data.analysis".into(), None);
    let (full, open) = (full.score(), open.score());
    assert_eq!(full.plant.total, open.plant.total);
    assert_eq!(full.plant.tally.completeness(), Exact::one());
    let asked = full.plant.tally.asked as i64;
    assert_eq!(open.plant.tally.completeness(), Exact::ratio(asked - 1, asked));
    assert!(open.plant.band.worst.total < open.plant.total);
    assert_eq!(open.plant.band.worst.reached, Level::new(1));
    assert_eq!(open.plant.band.best.reached, Level::new(2));
    assert!(!open.level_is_certain());
}

#[test]
fn unanswered_unknown_not_met_and_not_applicable_are_counted_apart() {
    let scorecard = Scenario::discrete()
        .answer("safety.health-files", Answer::NotApplicable { reason: "没有接触职业病危害的岗位".into() })
        .answer("safety.emission-data", Answer::NotApplicable { reason: String::new() })
        .answer("data.list", Answer::NotApplicable { reason: "不适用".into() })
        .answer("data.review", Answer::Unknown)
        .rate("data.collection", Rating::NotMet)
        .score();
    let tally = scorecard.plant.tally;
    assert_eq!((tally.not_applicable, tally.unknown, tally.rated), (1, 1, [0, 0, 0, 1]));
    // Not applicable without a reason, or where the questionnaire does not allow it, stays open.
    assert_eq!(tally.unanswered, tally.asked - 3);
}

#[test]
fn nothing_answered_may_still_become_anything() {
    let scorecard = Scenario::discrete().score();
    assert_eq!(scorecard.plant.cells[0].score, None);
    assert_eq!((scorecard.plant.reached, scorecard.plant.total.clone()), (None, Exact::zero()));
    assert_eq!(scorecard.plant.band.worst.total, Exact::zero());
    assert_eq!(scorecard.plant.band.best.reached, Level::new(2));
    assert_eq!(scorecard.next.unwrap().missing, Exact::ratio(4, 5));
}

#[test]
fn gaps_come_in_the_order_of_work() {
    let scorecard = Scenario::discrete()
        .all(1, Rating::LargelyMet)
        .all(2, Rating::PartlyMet)
        .rate("strategy.written-strategy", Rating::Met)
        .score();
    let order: Vec<Standing> = scorecard.gaps.iter().map(|gap| gap.standing).collect();
    assert!(order.is_sorted());
    assert!(order.contains(&Standing::Now) && order.contains(&Standing::Margin));
    let now: Vec<_> = scorecard.gaps.iter().filter(|gap| gap.standing == Standing::Now).collect();
    // A more rewarding gap comes later only where it waits for another.
    assert!(now.windows(2).all(|pair| pair[0].priority >= pair[1].priority || !pair[1].waits_for.is_empty()));
    // Where every level is met, the highest is the first to be lost.
    let all_met = Scenario::discrete().all(1, Rating::LargelyMet).all(2, Rating::LargelyMet).score();
    let levels: Vec<Level> = all_met.gaps.iter().map(|gap| gap.level).collect();
    assert!(levels.is_sorted_by(|one, next| one >= next) && levels.first() > levels.last());
    // Closing every gap of the level adds what is missing to 1.
    let gains: Exact = now.iter().map(|gap| gap.gain.clone()).sum();
    assert_eq!(scorecard.plant.cells[1].score.clone().unwrap() + gains, Exact::one());
}

#[test]
fn a_gap_gains_exactly_what_closing_it_adds() {
    let scenario = Scenario::discrete().all(1, Rating::Met).all(2, Rating::PartlyMet);
    let before = scenario.score();
    for gap in &before.gaps {
        let closed = Scenario::discrete()
            .all(1, Rating::Met)
            .all(2, Rating::PartlyMet)
            .rate(gap.requirement.as_str(), Rating::Met)
            .score();
        let added = closed.plant.cells[1].score.clone().unwrap() - before.plant.cells[1].score.clone().unwrap();
        assert_eq!(added, gap.gain, "{}", gap.requirement);
    }
}

#[test]
fn closing_the_gaps_to_the_next_level_reaches_it_and_one_fewer_does_not() {
    let mut scenario = Scenario::discrete().all(1, Rating::Met).all(2, Rating::PartlyMet);
    let scorecard = scenario.score();
    let count = scorecard.gaps_to_next().expect("level 2 is rated and not met");
    assert!(count > 1, "{count}");
    for gap in &scorecard.gaps[..count - 1] {
        scenario.assessment.answer(&gap.requirement, Some(Answer::Rated(Rating::Met)));
    }
    assert_eq!(scenario.score().plant.reached, Level::new(1));
    scenario.assessment.answer(&scorecard.gaps[count - 1].requirement, Some(Answer::Rated(Rating::Met)));
    assert_eq!(scenario.score().plant.reached, Level::new(2));
    assert_eq!(scenario.score().gaps_to_next(), None, "there is no next level");
}

#[test]
fn no_gap_stands_before_one_that_its_measure_waits_for() {
    let mut scenario = Scenario::discrete();
    scenario.assessment.target = Level::HIGHEST;
    for level in 1..=5 {
        scenario = scenario.all(level, Rating::PartlyMet);
    }
    let gaps = scenario.score().gaps;
    let place = |id: &RequirementId| gaps.iter().position(|gap| gap.requirement == *id);
    let mut waiting = 0;
    for (here, gap) in gaps.iter().enumerate() {
        for before in &scenario.questionnaire.requirement(&gap.requirement).unwrap().work.after {
            assert!(gap.waits_for.contains(before));
            let other = place(before).expect("everything is a gap");
            // Among margins the highest level comes first, whatever it waits for.
            if gaps[other].standing == gap.standing && gap.standing != Standing::Margin {
                assert!(other < here, "{} waits for {before}", gap.requirement);
                waiting += 1;
            }
        }
    }
    assert!(waiting > 100, "{waiting}");
}

#[test]
fn a_measure_waits_only_for_what_is_not_met() {
    let scenario = Scenario::discrete()
        .rate("maintenance.rounds", Rating::Met)
        .rate("maintenance.rounds-in-system", Rating::NotMet)
        .rate("maintenance.due-reminders", Rating::NotMet);
    let gaps = scenario.score().gaps;
    let waits_for = |id: &str| &gaps.iter().find(|gap| gap.requirement.as_str() == id).unwrap().waits_for;
    assert_eq!(waits_for("maintenance.rounds-in-system"), &[]);
    assert_eq!(waits_for("maintenance.due-reminders"), &["maintenance.annual-plan".into()], "not answered yet");
}

#[test]
fn what_is_above_the_target_is_kept_and_counts_nothing() {
    let mut scenario = Scenario::discrete().all(1, Rating::Met).all(2, Rating::Met).all(3, Rating::Met);
    let levels = |scenario: &Scenario| scenario.score().plant.cells.len();
    assert_eq!((levels(&scenario), scenario.score().plant.reached), (2, Level::new(2)));
    scenario.assessment.target = Level::new(3).unwrap();
    assert_eq!((levels(&scenario), scenario.score().plant.reached), (3, Level::new(3)));
}

#[test]
fn without_a_rating_at_the_lowest_level_nothing_is_known() {
    let second_only = Scenario::discrete().all(2, Rating::PartlyMet).score();
    assert!(!second_only.plant.is_known(), "its total of 0 would be a claim");
    let begun = Scenario::discrete().all(2, Rating::PartlyMet).rate("data.list", Rating::NotMet).score();
    let known = |dimension: &str| begun.node(&dimension.into()).expect("a dimension").outcome.is_known();
    assert!(begun.plant.is_known() && known("data") && known("technology"));
    assert!(!known("network"), "below L1 only by what is not known");
}

#[test]
fn a_level_that_one_answer_would_lose_is_narrowly_met() {
    let narrowly = |scenario: &Scenario| {
        let narrow = scenario.score().narrowly_met(scenario.questionnaire, &scenario.assessment);
        narrow.map(|narrow| (narrow.level.number(), narrow.margin))
    };
    let at_the_gate = Scenario::discrete().all(1, Rating::Met).all(2, Rating::LargelyMet);
    assert_eq!(narrowly(&at_the_gate), Some((2, Exact::zero())));
    // A requirement of strategy met: A₂ = 0.8 + 0.2 ÷ 3 × 50 % × 6 % = 0.802; others weigh more than that.
    let a_hair_above = at_the_gate.rate("strategy.written-strategy", Rating::Met);
    assert_eq!(narrowly(&a_hair_above), Some((2, Exact::ratio(1, 500))));
    assert_eq!(narrowly(&Scenario::discrete().all(1, Rating::Met).all(2, Rating::Met)), None);
    assert_eq!(narrowly(&Scenario::discrete()), None, "nothing is met");
}
