//! Gaps: what stands between the plant and full marks, and in which order to close it.

use std::collections::{BTreeMap, BTreeSet};

use crate::assessment::{Answer, Assessment, Conclusion, Part};
use crate::exact::Exact;
use crate::questionnaire::{Dimension, DimensionId, Effort, Level, Questionnaire, Rating, Requirement, RequirementId};

use super::{Node, Outcome};

/// A requirement that is rated below "met".
#[derive(Clone, Debug, PartialEq)]
pub struct Gap {
    pub requirement: RequirementId,
    pub dimension: DimensionId,
    pub level: Level,
    pub rating: Rating,
    pub standing: Standing,
    /// What meeting it in full adds to the plant's score at its level, 0–1.
    pub gain: Exact,
    pub effort: Effort,
    /// Gain ÷ the effort's weight: the higher, the sooner.
    pub priority: Exact,
    /// What its measure has to wait for: requirements in scope that are not met yet, or not known to be.
    pub waits_for: Vec<RequirementId>,
}

/// How a gap's level stands to the total. The order is the order of work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Standing {
    /// At the first level not met: every point counts now.
    Now,
    /// Above it: points count once the levels below are met.
    Later,
    /// At a level that is met: closing it adds a margin, not points.
    Margin,
}

/// Every gap in order: by standing, then level (rising; among margins falling, for the highest level met is the first
/// to be lost), then priority, then the questionnaire's own order; but within a level no gap stands before one that its
/// measure waits for, directly or by way of others.
pub(super) fn gaps(
    questionnaire: &Questionnaire,
    assessment: &Assessment,
    plant: &Outcome,
    nodes: &[Node],
) -> Vec<Gap> {
    let first_unmet = plant.cells.iter().find(|cell| !cell.met).map(|cell| cell.level);
    let standing = |level| match first_unmet {
        Some(unmet) if level == unmet => Standing::Now,
        Some(unmet) if level > unmet => Standing::Later,
        _ => Standing::Margin,
    };
    let unfinished = unfinished(questionnaire, assessment, nodes);
    let mut gaps = Vec::new();
    for dimension in questionnaire.sub_domains() {
        let Some(node) = nodes.iter().find(|node| node.dimension == dimension.id) else { continue };
        for requirement in &dimension.requirements {
            let Some(Answer::Rated(rating)) = assessment.entry(&requirement.id).answer else { continue };
            let missing = Exact::one() - questionnaire.rating(rating).points.clone();
            let Some(cell) = node.outcome.cell(requirement.level) else { continue };
            let Some(share) = cell.share.clone().filter(|_| !missing.is_zero()) else { continue };
            let gain = share * missing / Exact::from(cell.tally.rated() as i64);
            let effort = &questionnaire.effort(requirement.work.effort).weight;
            gaps.push(Gap {
                requirement: requirement.id.clone(),
                dimension: dimension.id.clone(),
                level: requirement.level,
                rating,
                standing: standing(requirement.level),
                priority: gain.clone() / effort.clone(),
                gain,
                effort: requirement.work.effort,
                waits_for: waits_for(requirement, &unfinished),
            });
        }
    }
    let place = |gap: &Gap| {
        let level = i16::from(gap.level.number());
        (gap.standing, if gap.standing == Standing::Margin { -level } else { level })
    };
    // A stable sort: equals stay in the questionnaire's order.
    gaps.sort_by(|one, other| place(one).cmp(&place(other)).then(other.priority.cmp(&one.priority)));
    after_what_they_wait_for(gaps, &unfinished)
}

/// The requirements in scope that are neither met nor without application, whatever their level.
fn unfinished<'a>(
    questionnaire: &'a Questionnaire,
    assessment: &Assessment,
    nodes: &[Node],
) -> BTreeMap<&'a RequirementId, &'a Requirement> {
    let included =
        |dimension: &&Dimension| nodes.iter().any(|node| node.dimension == dimension.id && node.part == Part::Included);
    let open = |requirement: &&Requirement| {
        let conclusion = assessment.entry(&requirement.id).conclusion(requirement);
        !matches!(conclusion, Conclusion::Rated(Rating::Met) | Conclusion::NotApplicable { .. })
    };
    let requirements = questionnaire.sub_domains().into_iter().filter(included).flat_map(|leaf| &leaf.requirements);
    requirements.filter(open).map(|requirement| (&requirement.id, requirement)).collect()
}

fn waits_for(requirement: &Requirement, unfinished: &BTreeMap<&RequirementId, &Requirement>) -> Vec<RequirementId> {
    requirement.work.after.iter().filter(|id| unfinished.contains_key(id)).cloned().collect()
}

/// Keeps the order where it can: next always comes the first gap that waits for none of those still to come at its
/// level. A checked questionnaire has no circles, so there always is one.
fn after_what_they_wait_for(gaps: Vec<Gap>, unfinished: &BTreeMap<&RequirementId, &Requirement>) -> Vec<Gap> {
    let mut ordered = Vec::with_capacity(gaps.len());
    for of_a_level in gaps.chunk_by(|one, other| (one.standing, one.level) == (other.standing, other.level)) {
        let mut remaining: Vec<(&Gap, BTreeSet<&RequirementId>)> =
            of_a_level.iter().map(|gap| (gap, all_before(gap, unfinished))).collect();
        while !remaining.is_empty() {
            let free = |(_, before): &(&Gap, BTreeSet<&RequirementId>)| {
                !remaining.iter().any(|(other, _)| before.contains(&other.requirement))
            };
            let next = remaining.iter().position(free).unwrap_or(0);
            ordered.push(remaining.remove(next).0.clone());
        }
    }
    ordered
}

/// What a gap waits for, directly or by way of others that are unfinished themselves.
fn all_before<'a>(gap: &Gap, unfinished: &BTreeMap<&'a RequirementId, &'a Requirement>) -> BTreeSet<&'a RequirementId> {
    let mut before = BTreeSet::new();
    let mut open: Vec<&RequirementId> = gap.waits_for.iter().collect();
    while let Some(next) = open.pop() {
        let Some((id, requirement)) = unfinished.get_key_value(next) else { continue };
        if before.insert(*id) {
            open.extend(&requirement.work.after);
        }
    }
    before
}
