//! Gaps: what stands between the plant and full marks, and in which order to close it.

use crate::assessment::{Answer, Assessment};
use crate::exact::Exact;
use crate::questionnaire::{DimensionId, Effort, Level, Questionnaire, Rating, RequirementId};

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
/// to be lost), then priority, then the questionnaire's own order.
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
            });
        }
    }
    let place = |gap: &Gap| {
        let level = i16::from(gap.level.number());
        (gap.standing, if gap.standing == Standing::Margin { -level } else { level })
    };
    // A stable sort: equals stay in the questionnaire's order.
    gaps.sort_by(|one, other| place(one).cmp(&place(other)).then(other.priority.cmp(&one.priority)));
    gaps
}
