//! A plant and its answers in a few words.

use factory_checkup::assessment::{Answer, Assessment, AssessmentId};
use factory_checkup::questionnaire::{Level, Questionnaire, Rating, RequirementId, VariantId};
use factory_checkup::scoring::{self, Scorecard};
use time::macros::datetime;

/// An assessment of the shipped smart-factory questionnaire under construction.
#[derive(Debug)]
pub struct Scenario {
    pub questionnaire: &'static Questionnaire,
    pub assessment: Assessment,
}

impl Scenario {
    /// A discrete plant that has answered nothing yet.
    pub fn discrete() -> Scenario {
        Scenario::of_variant("discrete")
    }

    pub fn process() -> Scenario {
        Scenario::of_variant("process")
    }

    /// A discrete plant that answers one edition of a questionnaire.
    pub fn of_edition(questionnaire: &'static Questionnaire) -> Scenario {
        Scenario::of(questionnaire, "discrete")
    }

    fn of_variant(variant: &str) -> Scenario {
        Scenario::of(Questionnaire::current(), variant)
    }

    fn of(questionnaire: &'static Questionnaire, variant: &str) -> Scenario {
        let now = datetime!(2026-11-23 14:32:05 +8);
        let id = AssessmentId("test".into());
        let mut assessment = Assessment::new(id, questionnaire, VariantId::from(variant), now);
        assessment.site.firm = "测试工厂".into();
        Scenario { questionnaire, assessment }
    }

    /// Rates every requirement of a level, also those out of scope.
    pub fn all(mut self, level: i64, rating: Rating) -> Scenario {
        for requirement in self.questionnaire.requirements() {
            if Some(requirement.level) == Level::new(level) {
                self.assessment.answer(&requirement.id, Some(Answer::Rated(rating)));
            }
        }
        self
    }

    pub fn rate(self, requirement: &str, rating: Rating) -> Scenario {
        self.answer(requirement, Answer::Rated(rating))
    }

    pub fn answer(mut self, requirement: &str, answer: Answer) -> Scenario {
        let id = RequirementId::from(requirement);
        assert!(self.questionnaire.requirement(&id).is_some(), "no requirement {requirement}");
        self.assessment.answer(&id, Some(answer));
        self
    }

    pub fn tailor(mut self, dimension: &str, reason: &str) -> Scenario {
        self.assessment.tailor(&dimension.into(), reason);
        self
    }

    pub fn score(&self) -> Scorecard {
        scoring::score(self.questionnaire, &self.assessment)
    }
}
