//! The way through what is unanswered.

use super::{Assessment, Conclusion, Scope};
use crate::questionnaire::{Dimension, Questionnaire, Requirement, RequirementId};

/// The next unanswered requirement in scope with its sub-domain, in the questionnaire's order and coming round to the
/// start; the first one without `after`, or where that is not in scope. `None` when nothing is unanswered.
pub fn next_unanswered<'a>(
    questionnaire: &'a Questionnaire,
    assessment: &Assessment,
    scope: &Scope,
    after: Option<&RequirementId>,
) -> Option<(&'a Dimension, &'a Requirement)> {
    let all: Vec<(&Dimension, &Requirement)> = scope
        .sub_domains(questionnaire)
        .into_iter()
        .flat_map(|dimension| scope.requirements(dimension).map(move |requirement| (dimension, requirement)))
        .collect();
    let is_after = |after: &RequirementId| all.iter().position(|(_, requirement)| requirement.id == *after);
    let (before, behind) = all.split_at(after.and_then(is_after).map_or(0, |place| place + 1));
    behind
        .iter()
        .chain(before)
        .find(|(_, requirement)| assessment.entry(&requirement.id).conclusion(requirement) == Conclusion::Unanswered)
        .copied()
}
