//! What many plants say together: how many stand at which level, and how each sub-domain does on average.
//!
//! A firm counts once per questionnaire, by its assessment that was changed last; its other assessments are listed and not
//! counted. A level that open answers can still change is not counted as reached. Each questionnaire has a summary of its
//! own: levels and totals of different ones do not go together. Editions of a shipped one are one questionnaire; of own
//! ones, nobody has said that two are the same.

use std::collections::{BTreeMap, BTreeSet};

use super::Plant;
use crate::assessment::{AssessmentId, CreditCode};
use crate::exact::Exact;
use crate::questionnaire::{Dimension, Level, Questionnaire};
use crate::scoring::Tally;

#[derive(Clone, Debug)]
pub struct Summary {
    /// What was answered, in its newest edition among the plants; of shipped ones the newest of all.
    pub questionnaire: &'static Questionnaire,
    /// The assessments that count, one per firm.
    pub counted: BTreeSet<AssessmentId>,
    /// How many of these have nothing open.
    pub complete: usize,
    /// The requirements of all of these together.
    pub tally: Tally,
    /// Below the first level, then every level that is asked, in rising order.
    pub levels: Vec<Bin>,
    /// Every sub-domain, in the questionnaire's order.
    pub sub_domains: Vec<Mean>,
}

/// How many firms stand at a level.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bin {
    /// `None` below the first level.
    pub level: Option<Level>,
    /// Firms whose level no open answer can change any more.
    pub certain: usize,
    /// Firms that have this level if everything open turns out worst, and may yet have a higher one.
    pub at_least: usize,
}

/// A sub-domain's total on average.
#[derive(Clone, Debug)]
pub struct Mean {
    pub questionnaire: &'static Questionnaire,
    pub sub_domain: &'static Dimension,
    /// The mean of the totals (0–5) of the firms below; `None` when there is none.
    pub total: Option<Exact>,
    /// The firms that have a rating in it.
    pub firms: usize,
}

impl Summary {
    /// One for the questionnaire of new assessments, even if nobody answered it, then one for each other, ordered by id,
    /// version and hash.
    pub(super) fn all(plants: &[&Plant]) -> Vec<Summary> {
        let firms = firms(plants);
        let mut families: BTreeMap<Family, Vec<&Plant>> = BTreeMap::new();
        for plant in plants {
            families.entry(Family::of(plant.opened.questionnaire)).or_default().push(plant);
        }
        let current = Questionnaire::current();
        let first = families.remove(&Family::of(current)).unwrap_or_default();
        let others = families.values().map(|plants| Summary::of(plants[0].opened.questionnaire, plants, &firms));
        [Summary::of(current, &first, &firms)].into_iter().chain(others).collect()
    }

    fn of(questionnaire: &'static Questionnaire, plants: &[&Plant], firms: &BTreeMap<AssessmentId, String>) -> Summary {
        let counted = counted(plants, firms);
        let plants: Vec<&Plant> =
            plants.iter().copied().filter(|plant| counted.contains(&plant.assessment().id)).collect();
        let mut tally = Tally::default();
        for plant in &plants {
            tally.add(&plant.opened.scorecard.plant.tally);
        }
        Summary {
            complete: plants.iter().filter(|plant| plant.opened.scorecard.plant.tally.open() == 0).count(),
            tally,
            levels: levels(questionnaire, &plants),
            sub_domains: sub_domains(questionnaire, &plants),
            counted,
            questionnaire,
        }
    }

    /// Firms, each counted once.
    pub fn firms(&self) -> usize {
        self.counted.len()
    }
}

/// What goes together: a shipped questionnaire in all its editions, or one own questionnaire, by id, version and hash.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Family(&'static str, Option<(&'static str, &'static str)>);

impl Family {
    fn of(questionnaire: &'static Questionnaire) -> Family {
        let own = questionnaire.own_files().is_some();
        Family(&questionnaire.id, own.then_some((&questionnaire.version, &questionnaire.hash)))
    }
}

/// Whether plants of the two stand in one summary.
pub(super) fn go_together(one: &'static Questionnaire, other: &'static Questionnaire) -> bool {
    Family::of(one) == Family::of(other)
}

/// The firm of each assessment, as a text that tells firms apart.
pub(super) fn firms(plants: &[&Plant]) -> BTreeMap<AssessmentId, String> {
    // Some files of a firm may lack its code: those are known by the name, if the name has only one code.
    let mut codes: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for plant in plants {
        if let Ok(code) = CreditCode::parse(&plant.assessment().site.credit_code) {
            codes.entry(name(plant)).or_default().insert(code.to_string());
        }
    }
    let firm = |plant: &Plant| {
        let assessment = plant.assessment();
        let name = name(plant);
        match (CreditCode::parse(&assessment.site.credit_code), codes.get(&name)) {
            (Ok(code), _) => code.to_string(),
            // Nothing says that two nameless files are of one firm.
            _ if name.is_empty() => assessment.id.to_string(),
            (Err(_), Some(codes)) if codes.len() == 1 => codes.iter().next().cloned().unwrap_or_default(),
            _ => name,
        }
    };
    plants.iter().map(|plant| (plant.assessment().id.clone(), firm(plant))).collect()
}

/// The assessment changed last of each firm.
fn counted(plants: &[&Plant], firms: &BTreeMap<AssessmentId, String>) -> BTreeSet<AssessmentId> {
    let mut latest: BTreeMap<&str, &Plant> = BTreeMap::new();
    for plant in plants {
        let age = |plant: &Plant| (plant.assessment().changed, plant.assessment().id.clone());
        let known = latest.entry(&firms[&plant.assessment().id]).or_insert(plant);
        if age(plant) > age(known) {
            *known = plant;
        }
    }
    latest.into_values().map(|plant| plant.assessment().id.clone()).collect()
}

/// A firm's name as it is compared: white space does not tell firms apart.
fn name(plant: &Plant) -> String {
    plant.assessment().site.firm.split_whitespace().collect()
}

fn levels(questionnaire: &'static Questionnaire, plants: &[&Plant]) -> Vec<Bin> {
    // Up to the highest level that any of the plants was asked about.
    let targets = plants.iter().map(|plant| plant.assessment().target);
    let most = targets.chain([questionnaire.target]).max();
    let asked = answered(questionnaire, plants).into_iter().flat_map(Questionnaire::asked_levels);
    let asked: BTreeSet<Level> = asked.filter(|level| Some(*level) <= most).collect();
    let bin = |level| {
        let mut bin = Bin { level, certain: 0, at_least: 0 };
        for plant in plants {
            let scorecard = &plant.opened.scorecard;
            if scorecard.plant.band.worst.reached == level {
                let count = if scorecard.level_is_certain() { &mut bin.certain } else { &mut bin.at_least };
                *count += 1;
            }
        }
        bin
    };
    [None].into_iter().chain(asked.into_iter().map(Some)).map(bin).collect()
}

/// What several editions ask alike is one mean, under the newest one's name.
fn sub_domains(newest: &'static Questionnaire, plants: &[&Plant]) -> Vec<Mean> {
    let mut means: Vec<Mean> = Vec::new();
    for questionnaire in answered(newest, plants) {
        for sub_domain in questionnaire.sub_domains() {
            if means.iter().any(|mean| mean.sub_domain.id == sub_domain.id) {
                continue;
            }
            let totals: Vec<Exact> = plants
                .iter()
                .filter_map(|plant| plant.opened.scorecard.node(&sub_domain.id))
                .filter(|node| node.outcome.is_known())
                .map(|node| node.outcome.total.clone())
                .collect();
            let firms = totals.len();
            let total = (firms > 0).then(|| totals.into_iter().sum::<Exact>() / Exact::from(firms as i64));
            means.push(Mean { questionnaire, sub_domain, total, firms });
        }
    }
    means
}

/// The newest edition, and every other one that one of the plants was scored by, newer ones first.
fn answered(newest: &'static Questionnaire, plants: &[&Plant]) -> Vec<&'static Questionnaire> {
    let scored_by = |version: &&str| plants.iter().any(|plant| plant.opened.questionnaire.version == **version);
    let others = Questionnaire::editions(&newest.id).into_iter().rev().filter(|version| *version != newest.version);
    let others = others.filter(scored_by).filter_map(|version| Questionnaire::edition(&newest.id, version));
    [newest].into_iter().chain(others).collect()
}
