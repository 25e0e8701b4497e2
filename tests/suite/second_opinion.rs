//! A second, independent scoring: weights typed from the model's table, plain fractions, and its own way through the
//! tree. It agrees with the engine on random assessments, and the engine obeys the laws of the band.

use std::collections::BTreeMap;

use factory_checkup::assessment::Answer;
use factory_checkup::exact::Exact;
use factory_checkup::questionnaire::{Level, Questionnaire, Rating};
use num_rational::Ratio;
use proptest::prelude::*;

use crate::scenario::Scenario;

type Fraction = Ratio<i128>;

/// A sub-domain, its element and domain, and the weights of element, domain and itself in a discrete plant, then in a
/// process plant. A domain that is its own sub-domain has the own weight 100.
type Line = (&'static str, [&'static str; 2], [i128; 3], [i128; 3]);

const WEIGHTS: [Line; 20] = [
    ("strategy", ["people", "strategy"], [6, 50, 100], [6, 50, 100]),
    ("skills", ["people", "skills"], [6, 50, 100], [6, 50, 100]),
    ("data", ["technology", "data"], [11, 46, 100], [11, 46, 100]),
    ("integration", ["technology", "integration"], [11, 27, 100], [11, 27, 100]),
    ("security", ["technology", "security"], [11, 27, 100], [11, 27, 100]),
    ("equipment", ["resources", "equipment"], [6, 67, 100], [15, 67, 100]),
    ("network", ["resources", "network"], [6, 33, 100], [15, 33, 100]),
    ("product-design", ["manufacturing", "design"], [77, 13, 50], [68, 4, 0]),
    ("process-design", ["manufacturing", "design"], [77, 13, 50], [68, 4, 100]),
    ("procurement", ["manufacturing", "production"], [77, 48, 14], [68, 63, 12]),
    ("scheduling", ["manufacturing", "production"], [77, 48, 16], [68, 63, 14]),
    ("operations", ["manufacturing", "production"], [77, 48, 16], [68, 63, 23]),
    ("maintenance", ["manufacturing", "production"], [77, 48, 14], [68, 63, 15]),
    ("warehousing", ["manufacturing", "production"], [77, 48, 14], [68, 63, 12]),
    ("safety", ["manufacturing", "production"], [77, 48, 13], [68, 63, 12]),
    ("energy", ["manufacturing", "production"], [77, 48, 13], [68, 63, 12]),
    ("logistics", ["manufacturing", "logistics"], [77, 13, 100], [68, 15, 100]),
    ("sales", ["manufacturing", "sales"], [77, 13, 100], [68, 15, 100]),
    ("product-service", ["manufacturing", "service"], [77, 13, 50], [68, 3, 0]),
    ("customer-service", ["manufacturing", "service"], [77, 13, 50], [68, 3, 100]),
];

const TAILORABLE: [&str; 4] = ["design", "logistics", "sales", "service"];

/// Weight among its siblings, then per child the weight, the sum of weight × score, and the sum of weights.
type Domains = BTreeMap<&'static str, (i128, Fraction, Fraction)>;

/// The plant's score at a level; `None` when nothing there is rated.
fn level_score(scenario: &Scenario, level: u8) -> Option<Fraction> {
    let process = scenario.assessment.variant.as_str() == "process";
    let mut elements: BTreeMap<&str, (i128, Domains)> = BTreeMap::new();
    for (leaf, [element, domain], discrete_weights, process_weights) in WEIGHTS {
        let [of_element, of_domain, own] = if process { process_weights } else { discrete_weights };
        let Some(mean) = leaf_mean(scenario, leaf, level) else { continue };
        if own == 0 || scenario.assessment.tailored().keys().any(|id| id.as_str() == domain) {
            continue;
        }
        let domains = &mut elements.entry(element).or_insert((of_element, BTreeMap::new())).1;
        let sums = domains.entry(domain).or_insert((of_domain, Fraction::from(0), Fraction::from(0)));
        sums.1 += mean * own;
        sums.2 += Fraction::from(own);
    }
    let mut total = (Fraction::from(0), Fraction::from(0));
    for (of_element, domains) in elements.into_values() {
        let weights: Fraction = domains.values().map(|(weight, ..)| Fraction::from(*weight)).sum();
        let points: Fraction = domains.values().map(|(weight, points, of)| points / of * *weight).sum();
        total.0 += points / weights * of_element;
        total.1 += Fraction::from(of_element);
    }
    (total.1 != Fraction::from(0)).then(|| total.0 / total.1)
}

fn leaf_mean(scenario: &Scenario, leaf: &str, level: u8) -> Option<Fraction> {
    let mut points = Fraction::from(0);
    let mut count = 0;
    for requirement in scenario.questionnaire.requirements() {
        let of_leaf = requirement.id.as_str().split('.').next() == Some(leaf);
        if let (true, true, Some(Answer::Rated(rating))) =
            (of_leaf, requirement.level.number() == level, scenario.assessment.entry(&requirement.id).answer.clone())
        {
            let tenths = match rating {
                Rating::Met => 10,
                Rating::LargelyMet => 8,
                Rating::PartlyMet => 5,
                Rating::NotMet => 0,
            };
            points += Ratio::new(tenths, 10);
            count += 1;
        }
    }
    (count > 0).then(|| points / count)
}

fn total(scenario: &Scenario) -> (Option<u8>, Fraction) {
    let mut reached = None;
    let mut sum = Fraction::from(0);
    for level in 1..=5 {
        match level_score(scenario, level) {
            Some(score) if score >= Ratio::new(4, 5) => {
                reached = Some(level);
                sum += 1;
            }
            score => return (reached, sum + score.unwrap_or_default()),
        }
    }
    (reached, sum)
}

fn same(exact: &Exact, fraction: &Fraction) -> bool {
    format!("{exact:?}") == fraction.to_string()
}

/// For each requirement: 0 unanswered, 1 not known, 2 not applicable, 3–6 rated from not met to met.
fn answers() -> impl Strategy<Value = (bool, Vec<u8>, [bool; 4])> {
    let count = Questionnaire::current().requirements().len();
    let lenient = prop_oneof![prop::collection::vec(0..7_u8, count), prop::collection::vec(4..7_u8, count)];
    (any::<bool>(), lenient, any::<[bool; 4]>())
}

fn assess(process: bool, answers: &[u8], tailored: [bool; 4]) -> Scenario {
    let mut scenario = if process { Scenario::process() } else { Scenario::discrete() };
    scenario.assessment.target = Level::HIGHEST;
    for (requirement, answer) in scenario.questionnaire.requirements().into_iter().zip(answers) {
        let answer = match answer {
            0 => None,
            1 => Some(Answer::Unknown),
            2 => Some(Answer::NotApplicable { reason: "没有这项业务".into() }),
            rated => Some(Answer::Rated(Rating::ALL[usize::from(6 - rated)])),
        };
        scenario.assessment.answer(&requirement.id, answer);
    }
    for (dimension, out) in TAILORABLE.into_iter().zip(tailored) {
        if out {
            scenario = scenario.tailor(dimension, "没有这项业务");
        }
    }
    scenario
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn two_independent_scorings_agree((process, answers, tailored) in answers()) {
        let scenario = assess(process, &answers, tailored);
        let scorecard = scenario.score();
        for (cell, level) in scorecard.plant.cells.iter().zip(1..=5) {
            match (&cell.score, level_score(&scenario, level)) {
                (Some(exact), Some(fraction)) => prop_assert!(same(exact, &fraction), "{exact:?} {fraction}"),
                (one, other) => prop_assert_eq!(one.is_none(), other.is_none()),
            }
        }
        let (reached, sum) = total(&scenario);
        prop_assert_eq!(scorecard.plant.reached.map(|level| level.number()), reached);
        prop_assert!(same(&scorecard.plant.total, &sum), "{:?} {sum}", scorecard.plant.total);
    }

    #[test]
    fn the_band_holds_whatever_the_open_answers_become(
        (process, answers, tailored) in answers(),
        endings in prop::collection::vec(2..7_u8, 300),
    ) {
        let open = assess(process, &answers, tailored);
        let finished: Vec<u8> =
            answers.iter().zip(&endings).map(|(answer, ending)| if *answer < 2 { *ending } else { *answer }).collect();
        let before = open.score().plant;
        let after = assess(process, &finished, tailored).score().plant;
        prop_assert!(before.band.worst.total <= before.total && before.total <= before.band.best.total);
        prop_assert!(before.band.worst.total <= after.total && after.total <= before.band.best.total);
        prop_assert!(before.band.worst.reached <= after.reached && after.reached <= before.band.best.reached);
    }
}
