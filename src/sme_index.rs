//! The MIIT index of digitalisation for small and medium-sized firms: 15 questions that give points, and 16 scenes
//! whose levels gate the firm's own.
//!
//! After 工信厅企业〔2024〕56号 as its captured copy tells it; questions, points and the rule of the levels are data,
//! `questionnaires/sme-index/2024/index.toml`, each with its source. [`score`] computes the result, exactly and with
//! the working shown.

mod reading;
mod score;

use std::sync::OnceLock;

use crate::assessment::{OptionId, QuestionId, SceneId};
use crate::content;
use crate::document::Problem;
use crate::exact::Exact;
use crate::language::Bilingual;
use crate::provenance::{Source, SourceId};

pub use score::{IndexResult, Missing, QuestionResult, Working, score};

#[derive(Clone, Debug, PartialEq)]
pub struct Index {
    pub title: Bilingual,
    /// The document that it follows.
    pub document: Bilingual,
    pub dimensions: Vec<Dimension>,
    pub questions: Vec<Question>,
    pub groups: Vec<Dimension>,
    pub scenes: Vec<Scene>,
    /// In rising order.
    pub levels: Vec<LevelRule>,
    pub sources: Vec<Source>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Dimension {
    pub id: String,
    pub name: Bilingual,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    pub id: QuestionId,
    pub dimension: String,
    pub text: Bilingual,
    /// The most points it can give.
    pub most: Exact,
    pub kind: QuestionKind,
}

#[derive(Clone, Debug, PartialEq)]
pub enum QuestionKind {
    /// One option counts.
    One(Vec<Choice>),
    /// The points of the chosen options add up; [`NONE`] stands alone.
    Several(Vec<Choice>),
    /// A ratio of facts, see [`crate::facts::Ratio`]; the points of the first band that it does not exceed.
    Ratio { ratio: String, bands: Vec<Band> },
    /// A figure (a ratio or a fact) against the year before: points where it rose, stayed, fell.
    Change { now: String, before: String, points: [Exact; 3] },
}

/// The option that excludes all others.
pub const NONE: &str = "none";

#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    pub id: OptionId,
    pub text: Bilingual,
    pub points: Exact,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Band {
    /// A ratio 0–1, itself included; `None` in the last band.
    pub up_to: Option<Exact>,
    pub points: Exact,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    pub id: SceneId,
    pub group: String,
    pub name: Bilingual,
    /// ★: counts among the constrained scenes of a level's rule.
    pub constrained: bool,
    /// What levels 1–4 look like; level 0 is none of them.
    pub ladder: [Bilingual; 4],
}

/// What a firm needs for a level.
#[derive(Clone, Debug, PartialEq)]
pub struct LevelRule {
    pub number: u8,
    pub name: Bilingual,
    pub base: Exact,
    /// So many scenes at this level or above, and so many of them constrained.
    pub scenes: usize,
    pub constrained: usize,
    pub source: SourceId,
}

const FILE: &str = "sme-index/2024/index.toml";

impl Index {
    /// The index that comes with the product. That it is sound is held by a test.
    pub fn shipped() -> &'static Index {
        static SHIPPED: OnceLock<Index> = OnceLock::new();
        SHIPPED.get_or_init(|| {
            let text = content::file(FILE).expect("the index is shipped");
            Index::read(FILE, text).unwrap_or_else(|problems| panic!("the shipped index has faults: {problems:#?}"))
        })
    }

    /// Reads an index. On failure, every problem in it.
    pub fn read(name: &str, text: &str) -> Result<Index, Vec<Problem>> {
        reading::read(name, text)
    }

    pub fn question(&self, id: &QuestionId) -> Option<&Question> {
        self.questions.iter().find(|question| question.id == *id)
    }

    pub fn scene(&self, id: &SceneId) -> Option<&Scene> {
        self.scenes.iter().find(|scene| scene.id == *id)
    }

    pub fn level(&self, number: u8) -> Option<&LevelRule> {
        self.levels.iter().find(|level| level.number == number)
    }
}
