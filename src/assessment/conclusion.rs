//! What an entry comes to: the one rule by which scores, lists and pages tell the kinds of answers apart.

use super::{Answer, Entry};
use crate::questionnaire::{Rating, Requirement};

/// A requirement's answer as it counts. Unknown and unanswered are open: they count neither way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Conclusion<'a> {
    Rated(Rating),
    /// Allowed for this requirement, and with a reason that is not blank.
    NotApplicable {
        reason: &'a str,
    },
    Unknown,
    /// Also where "not applicable" lacks its reason, or is not allowed.
    Unanswered,
}

impl Entry {
    /// `requirement` must be the one that the entry belongs to.
    pub fn conclusion(&self, requirement: &Requirement) -> Conclusion<'_> {
        match &self.answer {
            Some(Answer::Rated(rating)) => Conclusion::Rated(*rating),
            Some(Answer::Unknown) => Conclusion::Unknown,
            Some(Answer::NotApplicable { reason }) if requirement.may_be_not_applicable && !self.lacks_reason() => {
                Conclusion::NotApplicable { reason: reason.trim() }
            }
            Some(Answer::NotApplicable { .. }) | None => Conclusion::Unanswered,
        }
    }
}
