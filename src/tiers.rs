//! Tiers of smart factories as gates: each has conditions, and holds only when every one of them is met.
//!
//! The national tiers after public accounts, and the titles of the district plan; both are data,
//! `questionnaires/tiers/2025/tiers.toml`. A condition is met, not met or unknown, and what cannot be known here, such
//! as how a plant compares with its peers, stays unknown: then no tier is ever called reached.

mod evaluation;
mod reading;

use std::sync::OnceLock;

use crate::assessment::{FactId, TypicalSceneId};
use crate::content;
use crate::document::Problem;
use crate::language::Bilingual;
use crate::provenance::{Source, SourceId};
use crate::questionnaire::Level;

pub use evaluation::{ConditionResult, Lacking, LadderResult, State, TierResult, evaluate};

#[derive(Clone, Debug, PartialEq)]
pub struct Tiers {
    pub links: Vec<Link>,
    pub groups: Vec<Group>,
    pub scenes: Vec<Scene>,
    pub ladders: Vec<Ladder>,
    pub sources: Vec<Source>,
}

/// One of the five links of a factory, such as 生产作业.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    pub id: String,
    pub name: Bilingual,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    pub id: String,
    pub link: String,
    pub name: Bilingual,
}

/// A typical scene of smart manufacturing, which a plant may have built.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    pub id: TypicalSceneId,
    pub group: String,
    pub name: Bilingual,
    pub source: SourceId,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Ladder {
    pub id: String,
    pub name: Bilingual,
    /// The fact that says which tier the plant holds.
    pub title: FactId,
    /// In rising order.
    pub tiers: Vec<Tier>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Tier {
    /// Also the id of the choice in the ladder's fact.
    pub id: String,
    pub name: Bilingual,
    pub source: SourceId,
    pub conditions: Vec<Condition>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Condition {
    pub text: Bilingual,
    pub kind: ConditionKind,
}

#[derive(Clone, Debug, PartialEq)]
pub enum ConditionKind {
    AboveScale,
    /// A yes-or-no fact is yes.
    Fact(FactId),
    /// The smart-factory level is at least this.
    Level(Level),
    /// Ticked scenes lie in all of these links.
    Links(Vec<String>),
    /// So many percent of the ticked scenes use artificial intelligence.
    AiShare(u32),
    /// A fact says that a tier of the ladder is held, this one or a higher.
    Holds {
        fact: FactId,
        least: String,
    },
    /// Nothing that can be checked here.
    Unpublished,
}

const FILE: &str = "tiers/2025/tiers.toml";

impl Tiers {
    /// The tiers that come with the product. That they are sound is held by a test.
    pub fn shipped() -> &'static Tiers {
        static SHIPPED: OnceLock<Tiers> = OnceLock::new();
        SHIPPED.get_or_init(|| {
            let text = content::file(FILE).expect("the tiers are shipped");
            Tiers::read(FILE, text).unwrap_or_else(|problems| panic!("the shipped tiers have faults: {problems:#?}"))
        })
    }

    /// Reads tiers. On failure, every problem in them.
    pub fn read(name: &str, text: &str) -> Result<Tiers, Vec<Problem>> {
        reading::read(name, text)
    }

    pub fn scene(&self, id: &TypicalSceneId) -> Option<&Scene> {
        self.scenes.iter().find(|scene| scene.id == *id)
    }

    pub fn link(&self, id: &str) -> Option<&Link> {
        self.links.iter().find(|link| link.id == id)
    }

    /// The link that a scene belongs to.
    pub fn link_of(&self, scene: &Scene) -> Option<&str> {
        self.groups.iter().find(|group| group.id == scene.group).map(|group| group.link.as_str())
    }
}
