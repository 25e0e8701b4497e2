//! How safe the level is: whether a single answer, rated a step lower, would lose it.

use crate::assessment::{Assessment, Conclusion};
use crate::exact::Exact;
use crate::questionnaire::{Level, Questionnaire, Rating};

use super::Scorecard;

/// A level that is met so closely that one answer decides.
#[derive(Clone, Debug, PartialEq)]
pub struct NarrowlyMet {
    pub level: Level,
    /// The score above the gate, 0 or more.
    pub margin: Exact,
}

impl Scorecard {
    /// The lowest level met that one requirement, rated a step lower, would lose; `None` when there is none.
    /// `assessment` is what was scored, by its edition `questionnaire`.
    pub fn narrowly_met(&self, questionnaire: &Questionnaire, assessment: &Assessment) -> Option<NarrowlyMet> {
        self.plant.cells.iter().filter(|cell| cell.met).find_map(|cell| {
            let margin = cell.score.clone()? - questionnaire.gate.clone();
            let most = self.most_to_lose(questionnaire, assessment, cell.level)?;
            (most > margin).then_some(NarrowlyMet { level: cell.level, margin })
        })
    }

    /// What the plant's score at a level loses at most when one rating there sinks by a step.
    fn most_to_lose(&self, questionnaire: &Questionnaire, assessment: &Assessment, level: Level) -> Option<Exact> {
        let mut losses = Vec::new();
        for dimension in questionnaire.sub_domains() {
            let Some(cell) = self.node(&dimension.id).and_then(|node| node.outcome.cell(level)) else { continue };
            let Some(share) = &cell.share else { continue };
            for requirement in dimension.requirements.iter().filter(|requirement| requirement.level == level) {
                let Conclusion::Rated(rating) = assessment.entry(&requirement.id).conclusion(requirement) else {
                    continue;
                };
                let Some(lower) = Rating::ALL.get(rating as usize + 1) else { continue };
                let step = questionnaire.rating(rating).points.clone() - questionnaire.rating(*lower).points.clone();
                losses.push(share.clone() * step / Exact::from(cell.tally.rated() as i64));
            }
        }
        losses.into_iter().max()
    }
}
