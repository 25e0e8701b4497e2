//! The laws of a questionnaire, checked on the whole at once.
//!
//! - Names are unique and well formed; every reference leads somewhere.
//! - Levels run from 1 upwards without a hole; a requirement's level is one of them.
//! - The four ratings are there, their points lie in 0–1 and fall from best to worst, from 1 to 0.
//! - The gate lies above 0 and not above 1; an effort's weight is above 0.
//! - In each variant the weights of siblings sum to 100, and none stands outside its parent's variants.
//! - Every leaf has requirements, no other dimension has.
//! - Texts keep to the lengths in [`LIMITS`], so that they fit a phone's screen and a report's table.

use std::collections::BTreeMap;

use super::reading::Table;
use super::{Dimension, DimensionId, Effort, Fault, MODEL, Problem, Questionnaire, Rating, SourceId};
use crate::exact::Exact;
use crate::language::Bilingual;

/// Longest texts of a requirement in characters: field, Chinese, English.
pub const LIMITS: [(&str, usize, usize); 4] =
    [("text", 60, 190), ("met", 80, 260), ("measure", 90, 280), ("evidence", 24, 60)];

/// Where names were declared and used, for problems that only show on the whole.
#[derive(Default)]
pub(super) struct Places {
    names: BTreeMap<String, (String, usize)>,
    sub_domain_files: BTreeMap<DimensionId, String>,
    references: Vec<(String, String, usize)>,
    repeated: Vec<Problem>,
}

impl Places {
    /// Notes where something was named; a second time is a problem.
    pub fn name(&mut self, kind: &'static str, name: &str, table: &Table) {
        if name.is_empty() {
            return;
        }
        let place = (table.file.name.to_owned(), table.line);
        if let Some((file, line)) = self.names.insert(name.to_owned(), place.clone()) {
            let fault = Fault::Duplicate { kind, name: name.to_owned(), first: format!("{file}:{line}") };
            self.repeated.push(Problem { file: place.0, line: Some(place.1), fault });
        }
    }

    pub fn reference(&mut self, source: &str, table: &Table) {
        if !source.is_empty() {
            self.references.push((source.to_owned(), table.file.name.to_owned(), table.line));
        }
    }

    pub fn sub_domain_file(&mut self, id: &DimensionId, file: &str) {
        self.sub_domain_files.insert(id.clone(), file.to_owned());
    }

    pub fn file_of(&self, id: &DimensionId) -> &str {
        self.sub_domain_files.get(id).map_or(MODEL, String::as_str)
    }

    pub fn line(&self, name: &str) -> Option<usize> {
        self.names.get(name).map(|(_, line)| *line)
    }

    fn problem(&self, name: &str, fault: Fault) -> Problem {
        match self.names.get(name) {
            Some((file, line)) => Problem { file: file.clone(), line: Some(*line), fault },
            None => Problem { file: MODEL.into(), line: None, fault },
        }
    }
}

/// Whether a name is fit for references: lowercase letters, digits and hyphens, a letter first.
pub(super) fn is_name(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_lowercase())
        && text
            .chars()
            .all(|character| character.is_ascii_lowercase() || character.is_ascii_digit() || character == '-')
}

pub(super) fn check(questionnaire: &Questionnaire, places: &Places) -> Vec<Problem> {
    let mut problems = places.repeated.clone();
    check_method(questionnaire, places, &mut problems);
    check_weights(None, &questionnaire.elements, questionnaire, places, &mut problems);
    for dimension in questionnaire.dimensions() {
        check_dimension(dimension, questionnaire, places, &mut problems);
    }
    for (source, file, line) in &places.references {
        if !questionnaire.sources.iter().any(|known| known.id == SourceId(source.clone())) {
            let fault = Fault::UnknownName { kind: "source", name: source.clone() };
            problems.push(Problem { file: file.clone(), line: Some(*line), fault });
        }
    }
    problems
}

fn check_method(questionnaire: &Questionnaire, places: &Places, problems: &mut Vec<Problem>) {
    let mut report = |fault| problems.push(places.problem("", fault));
    for (number, meaning) in (1..).zip(&questionnaire.levels) {
        if meaning.level.number() != number {
            report(Fault::LevelsWithHole { missing: number });
            break;
        }
    }
    if questionnaire.level(questionnaire.target).is_none() {
        report(Fault::UnknownLevel { found: questionnaire.target.number().to_string() });
    }
    if questionnaire.gate <= Exact::zero() || questionnaire.gate > Exact::one() {
        let found = questionnaire.gate.round(4);
        report(Fault::OutOfRange { key: "gate".into(), found, least: "0", most: "1" });
    }
    check_ratings(questionnaire, &mut report);
    for effort in Effort::ALL {
        match questionnaire.efforts.iter().filter(|meaning| meaning.effort == effort).count() {
            1 => {}
            0 => report(Fault::MissingKey { key: format!("effort {}", effort.id()) }),
            _ => report(duplicate("effort", effort.id())),
        }
    }
    for meaning in &questionnaire.efforts {
        if meaning.weight <= Exact::zero() {
            let found = meaning.weight.round(4);
            report(Fault::OutOfRange { key: "weight".into(), found, least: "0", most: "100" });
        }
    }
    let mut variants: Vec<&str> = questionnaire.variants.iter().map(|variant| variant.id.as_str()).collect();
    variants.sort_unstable();
    for pair in variants.windows(2) {
        if pair[0] == pair[1] {
            report(duplicate("variant", pair[0]));
        }
    }
}

fn duplicate(kind: &'static str, name: &str) -> Fault {
    Fault::Duplicate { kind, name: name.to_owned(), first: MODEL.into() }
}

fn check_ratings(questionnaire: &Questionnaire, report: &mut impl FnMut(Fault)) {
    let mut above: Option<Exact> = None;
    for rating in Rating::ALL {
        let meanings: Vec<_> = questionnaire.ratings.iter().filter(|meaning| meaning.rating == rating).collect();
        let [meaning] = meanings[..] else {
            report(match meanings.len() {
                0 => Fault::MissingKey { key: format!("rating {}", rating.id()) },
                _ => duplicate("rating", rating.id()),
            });
            continue;
        };
        let expected_end = match rating {
            Rating::Met => Some(Exact::one()),
            Rating::NotMet => Some(Exact::zero()),
            _ => None,
        };
        let falls = above.as_ref().is_none_or(|above| meaning.points < *above);
        if !falls || expected_end.is_some_and(|end| meaning.points != end) {
            report(Fault::PointsNotFalling { rating: rating.id() });
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
            let sum: u32 = siblings.iter().filter_map(|dimension| dimension.weight(&variant.id)).sum();
            if sum != 100 {
                let name = parent.map_or(questionnaire.id.as_str(), |parent| parent.id.as_str());
                let place = parent.or(siblings.first()).map_or("", |dimension| dimension.id.as_str());
                let fault = Fault::WeightsDoNotSum { parent: name.to_owned(), variant: variant.id.0.clone(), sum };
                problems.push(places.problem(place, fault));
            }
        } else {
            for dimension in siblings.iter().filter(|dimension| dimension.weight(&variant.id).is_some()) {
                let (dimension, variant) = (dimension.id.0.clone(), variant.id.0.clone());
                problems.push(places.problem(&dimension.clone(), Fault::WeightOutsideParent { dimension, variant }));
            }
        }
    }
    for dimension in siblings.iter().filter(|dimension| !dimension.children.is_empty()) {
        check_weights(Some(dimension), &dimension.children, questionnaire, places, problems);
    }
}

fn check_dimension(dimension: &Dimension, questionnaire: &Questionnaire, places: &Places, problems: &mut Vec<Problem>) {
    let name = dimension.id.as_str();
    for variant in dimension.weights.keys() {
        if questionnaire.variant(variant).is_none() {
            problems.push(places.problem(name, Fault::UnknownName { kind: "variant", name: variant.0.clone() }));
        }
    }
    match (dimension.children.is_empty(), dimension.requirements.is_empty()) {
        (true, true) => problems.push(places.problem(name, Fault::EmptySubDomain { dimension: name.into() })),
        (false, false) => {
            problems.push(places.problem(name, Fault::RequirementsAboveLeaf { dimension: name.into() }));
        }
        _ => {}
    }
    for requirement in &dimension.requirements {
        let id = requirement.id.as_str();
        let well_formed = id.strip_prefix(name).and_then(|rest| rest.strip_prefix('.')).is_some_and(is_name);
        if !well_formed {
            problems.push(places.problem(id, Fault::BadId { id: id.to_owned() }));
        }
        if questionnaire.level(requirement.level).is_none() {
            let found = requirement.level.number().to_string();
            problems.push(places.problem(id, Fault::UnknownLevel { found }));
        }
        if requirement.evidence.is_empty() {
            problems.push(places.problem(id, Fault::EmptyText { key: "evidence".into() }));
        }
        let texts = [&requirement.text, &requirement.met, &requirement.measure];
        for ((key, zh, en), text) in LIMITS.into_iter().zip(texts) {
            check_length(key, text, (zh, en), id, places, problems);
        }
        let (key, zh, en) = LIMITS[3];
        for evidence in &requirement.evidence {
            check_length(key, evidence, (zh, en), id, places, problems);
        }
    }
}

fn check_length(
    key: &str,
    text: &Bilingual,
    limits: (usize, usize),
    id: &str,
    places: &Places,
    problems: &mut Vec<Problem>,
) {
    for (text, limit) in [(&text.zh, limits.0), (&text.en, limits.1)] {
        let length = text.chars().count();
        if length > limit {
            problems.push(places.problem(id, Fault::TooLong { key: key.to_owned(), length, limit }));
        }
    }
}
