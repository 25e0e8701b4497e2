//! What is answered beside the requirements: facts, the SME index, typical scenes, and notes on consistency checks.
//!
//! What each id means stands in the module of its yardstick; here are only the answers. As everywhere, unanswered is
//! the absence of an answer.

use std::collections::BTreeSet;

use super::Assessment;
use crate::exact::Exact;
use crate::name::name;

name! {
    /// Such as `production-machines`: see [`crate::facts`].
    FactId
}
name! {
    /// A question of the SME index, such as `network-building`: see [`crate::sme_index`].
    QuestionId
}
name! {
    /// An option of such a question, unique in it.
    OptionId
}
name! {
    /// A scene of the SME index, such as `equipment-management`.
    SceneId
}
name! {
    /// One of the typical scenes of smart manufacturing: see [`crate::tiers`].
    TypicalSceneId
}
name! {
    /// Such as `networking-rate-against-rating`: see [`crate::checks`].
    CheckId
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FactAnswer {
    /// At most 4 decimal places, see [`FactAnswer::DECIMALS`].
    Number(Exact),
    YesNo(bool),
    /// The id of a choice that the fact offers.
    Choice(String),
    /// Somebody looked and could not tell.
    Unknown,
    /// The plant has no such thing.
    NotApplicable,
}

impl FactAnswer {
    /// A number has at most so many decimal places, so that files keep it to the digit.
    pub const DECIMALS: u32 = 4;

    /// Reads a number as it is typed, from 0 up and with at most 15 digits before the point; `None` for anything else.
    pub fn number(text: &str) -> Option<Exact> {
        let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
        let short_enough = whole.len() <= 15 && decimals.len() <= FactAnswer::DECIMALS as usize;
        let number = Exact::parse(text).filter(|_| short_enough)?;
        (number >= Exact::zero()).then_some(number)
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum IndexAnswer {
    /// One option, or any number where the question allows several. Never empty: "none of these" is an option.
    Options(BTreeSet<OptionId>),
    /// Year on year, stated where the numbers themselves are not at hand.
    Change(Change),
    Unknown,
}

/// How a figure moved against the year before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Change {
    Rose,
    Same,
    Fell,
}

impl Change {
    pub const ALL: [Change; 3] = [Change::Rose, Change::Same, Change::Fell];

    /// The name in files: `rose`, `same`, `fell`.
    pub fn id(self) -> &'static str {
        match self {
            Change::Rose => "rose",
            Change::Same => "same",
            Change::Fell => "fell",
        }
    }

    pub fn from_id(id: &str) -> Option<Change> {
        Change::ALL.into_iter().find(|change| change.id() == id)
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SceneAnswer {
    /// 0–4, see [`crate::sme_index`].
    Level(u8),
    Unknown,
    /// The firm has no such activity. It takes effect once the reason is not blank.
    Absent {
        reason: String,
    },
}

/// A typical scene that the plant says it has built.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TypicalScene {
    /// One line on what was built; may be empty.
    pub description: String,
    /// Artificial intelligence is used in it.
    pub uses_ai: bool,
}

impl Assessment {
    pub fn fact(&self, id: &FactId) -> Option<&FactAnswer> {
        self.facts.get(id)
    }

    pub fn facts(&self) -> impl Iterator<Item = (&FactId, &FactAnswer)> {
        self.facts.iter()
    }

    /// `None` takes the answer back.
    pub fn state_fact(&mut self, id: &FactId, answer: Option<FactAnswer>) {
        set(&mut self.facts, id, answer);
    }

    pub fn index_answer(&self, id: &QuestionId) -> Option<&IndexAnswer> {
        self.index.get(id)
    }

    pub fn index_answers(&self) -> impl Iterator<Item = (&QuestionId, &IndexAnswer)> {
        self.index.iter()
    }

    /// `None` takes the answer back, and so does an empty set of options.
    pub fn answer_index(&mut self, id: &QuestionId, answer: Option<IndexAnswer>) {
        let answer = answer.filter(|answer| !matches!(answer, IndexAnswer::Options(options) if options.is_empty()));
        set(&mut self.index, id, answer);
    }

    pub fn scene(&self, id: &SceneId) -> Option<&SceneAnswer> {
        self.scenes.get(id)
    }

    pub fn scenes(&self) -> impl Iterator<Item = (&SceneId, &SceneAnswer)> {
        self.scenes.iter()
    }

    /// `None` takes the answer back.
    pub fn rate_scene(&mut self, id: &SceneId, answer: Option<SceneAnswer>) {
        set(&mut self.scenes, id, answer);
    }

    pub fn typical_scene(&self, id: &TypicalSceneId) -> Option<&TypicalScene> {
        self.typical_scenes.get(id)
    }

    pub fn typical_scenes(&self) -> impl Iterator<Item = (&TypicalSceneId, &TypicalScene)> {
        self.typical_scenes.iter()
    }

    /// `None` unticks the scene.
    pub fn tick_typical_scene(&mut self, id: &TypicalSceneId, scene: Option<TypicalScene>) {
        set(&mut self.typical_scenes, id, scene);
    }

    /// What was answered to a consistency check; empty where nothing was.
    pub fn check_note(&self, id: &CheckId) -> &str {
        self.check_notes.get(id).map_or("", String::as_str)
    }

    pub fn check_notes(&self) -> impl Iterator<Item = (&CheckId, &String)> {
        self.check_notes.iter()
    }

    /// An empty note takes the answer back.
    pub fn note_check(&mut self, id: &CheckId, note: impl Into<String>) {
        set(&mut self.check_notes, id, Some(note.into()).filter(|note| !note.is_empty()));
    }
}

fn set<K: Clone + Ord, V>(answers: &mut std::collections::BTreeMap<K, V>, id: &K, answer: Option<V>) {
    match answer {
        Some(answer) => answers.insert(id.clone(), answer),
        None => answers.remove(id),
    };
}
