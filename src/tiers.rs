//! Tiers of smart factories as gates: each has conditions, and holds only when every one of them is met.
//!
//! The national tiers after public accounts, and the titles of the district plan; both are data,
//! `questionnaires/tiers/2025/tiers.toml`. A condition is met, not met or unknown, and what is for the authority to
//! judge, such as how a plant compares with its peers, stays unknown: then no tier is ever called reached.

mod evaluation;
mod reading;

use std::sync::OnceLock;

use crate::assessment::{Assessment, FactId, TypicalScene, TypicalSceneId};
use crate::content;
use crate::document::Problem;
use crate::language::Bilingual;
use crate::provenance::{Source, SourceId};
use crate::questionnaire::Level;

pub use evaluation::{ConditionResult, Lacking, LadderResult, Standing, State, Stated, TierResult, evaluate};

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
    /// Of the group, and of the link that it counts to.
    pub source: SourceId,
}

/// A typical scene of smart manufacturing, which a plant may have built.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    pub id: TypicalSceneId,
    pub group: String,
    pub name: Bilingual,
    /// One line, in our own words.
    pub what: Bilingual,
    /// Of the name.
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
    /// What the tier is for and who decides on it.
    pub about: Bilingual,
    /// Those of every tier of the ladder first.
    pub conditions: Vec<Condition>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Condition {
    pub text: Bilingual,
    pub kind: ConditionKind,
    /// The condition's own first, then those of how it is read here. Never empty.
    pub sources: Vec<SourceId>,
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
    /// The authority judges it, or what it asks is not published: it is never decided here.
    Authority,
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

    pub fn source(&self, id: &SourceId) -> Option<&Source> {
        self.sources.iter().find(|source| source.id == *id)
    }

    pub fn link(&self, id: &str) -> Option<&Link> {
        self.links.iter().find(|link| link.id == id)
    }

    /// The facts that conditions and titles rest on, each once, in the order in which they are first asked.
    pub fn facts(&self) -> Vec<&FactId> {
        let mut facts = Vec::new();
        for ladder in &self.ladders {
            let conditions = ladder.tiers.iter().flat_map(|tier| &tier.conditions);
            let asked = conditions.filter_map(|condition| match &condition.kind {
                ConditionKind::Fact(fact) | ConditionKind::Holds { fact, .. } => Some(fact),
                _ => None,
            });
            for fact in asked.chain([&ladder.title]) {
                if !facts.contains(&fact) {
                    facts.push(fact);
                }
            }
        }
        facts
    }

    /// The scenes that the plant ticked, in the guide's order. A scene that only another guide knows is none of them.
    pub fn ticked<'a>(&'a self, assessment: &'a Assessment) -> impl Iterator<Item = (&'a Scene, &'a TypicalScene)> {
        self.scenes.iter().filter_map(|scene| Some((scene, assessment.typical_scene(&scene.id)?)))
    }

    /// Whether anything was stated for the tiers in particular; the level and the profile serve them anyway.
    pub fn begun(&self, assessment: &Assessment) -> bool {
        self.facts().into_iter().any(|fact| assessment.fact(fact).is_some()) || self.ticked(assessment).next().is_some()
    }

    /// The link that a scene belongs to.
    pub fn link_of(&self, scene: &Scene) -> Option<&str> {
        self.groups.iter().find(|group| group.id == scene.group).map(|group| group.link.as_str())
    }
}
