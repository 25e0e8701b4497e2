//! The laws of a questionnaire, checked on the whole at once.
//!
//! - Names are unique and well formed; every reference leads somewhere.
//! - There is a kind of manufacturing, since each assessment is of one.
//! - Levels run from 1 upwards without a hole; a requirement's level is one of them.
//! - The four ratings are there, their points lie in 0–1 and fall from best to worst, from 1 to 0.
//! - The gate lies above 0 and not above 1; an effort's weight is above 0.
//! - In each variant the weights of siblings sum to 100, and none stands outside its parent's variants.
//! - Every leaf has requirements, no other dimension has; no dimension lies deeper than [`RANKS`] (which `reading.rs`
//!   sees to).
//! - An item of evidence is one line, since in a spreadsheet each item is a line of its cell.
//! - Texts keep to the lengths in [`LIMITS`], so that they fit a phone's screen and a report's table.

use std::collections::{BTreeMap, BTreeSet};

use super::{Dimension, Effort, MODEL, Questionnaire, Rating, Requirement, RequirementId, Wording};
use crate::document::{Fault, Places, Problem, is_name};
use crate::exact::Exact;
use crate::language::Bilingual;

/// Longest texts of a requirement in characters: field, Chinese, English.
pub const LIMITS: [(&str, usize, usize); 8] = [
    ("text", 60, 190),
    ("met", 80, 260),
    ("largely", 80, 260),
    ("partly", 80, 260),
    ("measure", 90, 280),
    ("why", 80, 260),
    ("pitfall", 80, 260),
    ("evidence", 24, 60),
];

/// Elements, domains and sub-domains.
pub const RANKS: usize = 3;

/// `model` is the file with the model, where a fault stands that has no place of its own.
pub(super) fn check(questionnaire: &Questionnaire, places: &Places, model: &str) -> Vec<Problem> {
    let mut problems = Vec::new();
    check_method(questionnaire, places, &mut problems);
    check_weights(None, &questionnaire.elements, questionnaire, places, &mut problems);
    for dimension in questionnaire.dimensions() {
        check_dimension(dimension, questionnaire, places, &mut problems);
    }
    check_prerequisites(questionnaire, places, &mut problems);
    for problem in problems.iter_mut().filter(|problem| problem.place.is_none()) {
        problem.file = model.to_owned();
    }
    problems.extend(places.problems());
    problems
}

fn check_method(questionnaire: &Questionnaire, places: &Places, problems: &mut Vec<Problem>) {
    if questionnaire.variants.is_empty() {
        problems.push(places.problem_at("variant", MODEL, Fault::MissingKey { key: "variant".into() }));
    }
    for (number, meaning) in (1..).zip(&questionnaire.levels) {
        let found = meaning.level.number();
        if found != number {
            let fault = Fault::LevelsWithHole { missing: number };
            problems.push(places.problem("level", &found.to_string(), MODEL, fault));
            break;
        }
    }
    if questionnaire.level(questionnaire.target).is_none() {
        let fault = Fault::UnknownLevel { found: questionnaire.target.number().to_string() };
        problems.push(places.problem_at("target", MODEL, fault));
    }
    if questionnaire.gate <= Exact::zero() || questionnaire.gate > Exact::one() {
        let found = questionnaire.gate.round(4);
        let fault = Fault::OutOfRange { key: "gate".into(), found, least: "0", most: "1" };
        problems.push(places.problem_at("gate", MODEL, fault));
    }
    check_ratings(questionnaire, &mut |rating, fault| {
        problems.push(places.problem("rating", rating.id(), MODEL, fault));
    });
    for effort in Effort::ALL {
        if !places.has("effort", effort.id()) {
            let fault = Fault::MissingKey { key: format!("effort {}", effort.id()) };
            problems.push(places.problem("effort", effort.id(), MODEL, fault));
        }
    }
    for meaning in &questionnaire.efforts {
        if meaning.weight <= Exact::zero() {
            let found = meaning.weight.round(4);
            let fault = Fault::OutOfRange { key: "weight".into(), found, least: "0", most: "100" };
            problems.push(places.problem("effort", meaning.effort.id(), MODEL, fault));
        }
    }
}

fn check_ratings(questionnaire: &Questionnaire, report: &mut impl FnMut(Rating, Fault)) {
    let mut above: Option<Exact> = None;
    for rating in Rating::ALL {
        let Some(meaning) = questionnaire.ratings.iter().find(|meaning| meaning.rating == rating) else {
            report(rating, Fault::MissingKey { key: format!("rating {}", rating.id()) });
            continue;
        };
        let expected_end = match rating {
            Rating::Met => Some(Exact::one()),
            Rating::NotMet => Some(Exact::zero()),
            _ => None,
        };
        let falls = above.as_ref().is_none_or(|above| meaning.points < *above);
        if !falls || expected_end.is_some_and(|end| meaning.points != end) {
            report(rating, Fault::PointsNotFalling { rating: rating.id() });
        }
        above = Some(meaning.points.clone());
    }
}

fn check_weights(
    parent: Option<&Dimension>,
    siblings: &[Dimension],
    questionnaire: &Questionnaire,
    places: &Places,
    problems: &mut Vec<Problem>,
) {
    for variant in &questionnaire.variants {
        let parent_takes_part = parent.is_none_or(|parent| parent.weight(&variant.id).is_some());
        if parent_takes_part {
            let weights = siblings.iter().filter_map(|dimension| dimension.weight(&variant.id));
            let sum = weights.fold(0, u32::saturating_add);
            if sum != 100 {
                let name = parent.map_or(questionnaire.id.as_str(), |parent| parent.id.as_str());
                let place = parent.or(siblings.first()).map_or("", |dimension| dimension.id.as_str());
                let fault = Fault::WeightsDoNotSum { parent: name.to_owned(), variant: variant.id.0.clone(), sum };
                problems.push(places.problem("dimension", place, MODEL, fault));
            }
        } else {
            for dimension in siblings.iter().filter(|dimension| dimension.weight(&variant.id).is_some()) {
                let (dimension, variant) = (dimension.id.0.clone(), variant.id.0.clone());
                let fault = Fault::WeightOutsideParent { dimension: dimension.clone(), variant };
                problems.push(places.problem("dimension", &dimension, MODEL, fault));
            }
        }
    }
    for dimension in siblings.iter().filter(|dimension| !dimension.children.is_empty()) {
        check_weights(Some(dimension), &dimension.children, questionnaire, places, problems);
    }
}

fn check_dimension(dimension: &Dimension, questionnaire: &Questionnaire, places: &Places, problems: &mut Vec<Problem>) {
    let name = dimension.id.as_str();
    match (dimension.children.is_empty(), dimension.requirements.is_empty()) {
        (true, true) => {
            problems.push(places.problem("dimension", name, MODEL, Fault::EmptySubDomain { dimension: name.into() }));
        }
        (false, false) => {
            let fault = Fault::RequirementsAboveLeaf { dimension: name.into() };
            problems.push(places.problem("dimension", name, MODEL, fault));
        }
        _ => {}
    }
    for requirement in &dimension.requirements {
        let mut report = |fault| problems.push(places.problem("requirement", requirement.id.as_str(), MODEL, fault));
        check_requirement(requirement, dimension, questionnaire, &mut report);
    }
}

fn check_requirement(
    requirement: &Requirement,
    dimension: &Dimension,
    questionnaire: &Questionnaire,
    report: &mut impl FnMut(Fault),
) {
    let id = requirement.id.as_str();
    let well_formed =
        id.strip_prefix(dimension.id.as_str()).and_then(|rest| rest.strip_prefix('.')).is_some_and(is_name);
    if !well_formed {
        report(Fault::BadId { id: id.to_owned() });
    }
    if questionnaire.level(requirement.level).is_none() {
        report(Fault::UnknownLevel { found: requirement.level.number().to_string() });
    }
    if requirement.evidence.is_empty() {
        report(Fault::EmptyText { key: "evidence".into() });
    }
    for wording in [&requirement.base].into_iter().chain(requirement.variants.values()) {
        let Wording { text, met, largely, partly, measure } = wording;
        let texts = [Some(text), Some(met), largely.as_ref(), partly.as_ref(), Some(measure)];
        for (limits, text) in LIMITS.iter().zip(texts) {
            check_length(limits, text, report);
        }
    }
    check_length(&LIMITS[5], requirement.why.as_ref(), report);
    check_length(&LIMITS[6], requirement.pitfall.as_ref(), report);
    for evidence in &requirement.evidence {
        check_length(&LIMITS[7], Some(&evidence.text), report);
        if [&evidence.text.zh, &evidence.text.en].iter().any(|text| text.contains('\n')) {
            report(Fault::SeveralLines { key: evidence.kind.key().into() });
        }
    }
}

fn check_length((key, zh, en): &(&str, usize, usize), text: Option<&Bilingual>, report: &mut impl FnMut(Fault)) {
    let Some(text) = text else { return };
    for (text, limit) in [(&text.zh, *zh), (&text.en, *en)] {
        let length = text.chars().count();
        if length > limit {
            report(Fault::TooLong { key: (*key).to_owned(), length, limit });
        }
    }
}

/// Measures can be put in an order: none waits for one of a higher level, nor in the end for itself.
fn check_prerequisites(questionnaire: &Questionnaire, places: &Places, problems: &mut Vec<Problem>) {
    let all: BTreeMap<&RequirementId, &Requirement> =
        questionnaire.requirements().into_iter().map(|requirement| (&requirement.id, requirement)).collect();
    for requirement in all.values() {
        let id = requirement.id.as_str();
        let mut report = |fault| problems.push(places.problem("requirement", id, MODEL, fault));
        for after in requirement.work.after.iter().filter_map(|id| all.get(id)) {
            if after.level > requirement.level {
                report(Fault::PrerequisiteAbove { requirement: id.into(), after: after.id.to_string() });
            }
        }
        let mut before = BTreeSet::new();
        let mut open: Vec<&RequirementId> = requirement.work.after.iter().collect();
        while let Some(next) = open.pop() {
            if before.insert(next) {
                open.extend(all.get(next).into_iter().flat_map(|requirement| &requirement.work.after));
            }
        }
        if before.contains(&requirement.id) {
            report(Fault::PrerequisiteCycle { requirement: id.into() });
        }
    }
}
