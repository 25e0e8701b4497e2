//! What one site answered: its profile, what was tailored out, an entry per requirement, and what other yardsticks ask.
//!
//! Every edit is a method here, and nothing derived is kept: scores are computed by [`crate::scoring`] whenever
//! they are needed. Unanswered, not known, not met and not applicable are four different things.

mod conclusion;
mod credit_code;
mod other_yardsticks;
mod scope;
mod unanswered;

use std::collections::BTreeMap;
use std::fmt;

use time::OffsetDateTime;

use crate::questionnaire::{DimensionId, Level, Questionnaire, Rating, RequirementId, VariantId};

pub use conclusion::Conclusion;
pub use credit_code::{CreditCode, CreditCodeFault};
pub use other_yardsticks::{
    Change, CheckId, FactAnswer, FactId, IndexAnswer, OptionId, QuestionId, SceneAnswer, SceneId, TypicalScene,
    TypicalSceneId,
};
pub use scope::{Part, Scope};
pub use unanswered::next_unanswered;

#[derive(Clone, Debug, PartialEq)]
pub struct Assessment {
    /// Unique on the device and, being random, practically everywhere.
    pub id: AssessmentId,
    pub edition: Edition,
    /// The edition it was answered in before a migration, as long as that can be taken back: see [`crate::migration`].
    pub came_from: Option<Edition>,
    pub site: Site,
    pub variant: VariantId,
    /// The level to reach: what is above it is not asked, and counts nothing if it was answered before.
    pub target: Level,
    pub kind: Kind,
    /// Who filled it in or visited; may be empty.
    pub assessor: String,
    pub created: OffsetDateTime,
    /// The last edit.
    pub changed: OffsetDateTime,
    signed: Option<Signature>,
    tailored: BTreeMap<DimensionId, String>,
    entries: BTreeMap<RequirementId, Entry>,
    facts: BTreeMap<FactId, FactAnswer>,
    index: BTreeMap<QuestionId, IndexAnswer>,
    scenes: BTreeMap<SceneId, SceneAnswer>,
    typical_scenes: BTreeMap<TypicalSceneId, TypicalScene>,
    check_notes: BTreeMap<CheckId, String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct AssessmentId(pub String);

impl fmt::Display for AssessmentId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The edition of the questionnaire that was answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edition {
    pub questionnaire: String,
    pub version: String,
    /// See [`Questionnaire::hash`].
    pub hash: String,
}

/// Who stands for an on-site assessment as it was at that moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    pub name: String,
    pub at: OffsetDateTime,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Kind {
    /// The plant assesses itself.
    #[default]
    SelfAssessment,
    /// An assessor visits the plant.
    OnSite,
}

/// The firm and its plant. Only the firm's name is asked for before the questions; all else may stay open.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Site {
    pub firm: String,
    /// As typed; [`CreditCode::parse`] tells whether it is one.
    pub credit_code: String,
    /// GB/T 4754-2017 code of two to four digits, without the section's letter.
    pub industry: String,
    /// Id of a 街镇, see [`crate::district`].
    pub town: String,
    /// Id of a 园区.
    pub park: String,
    /// 规上: an industrial firm above the statistical threshold.
    pub above_scale: Option<bool>,
    /// Lies in 松江新城.
    pub in_new_city: Option<bool>,
    pub employees: Option<u32>,
    /// Last year's, in 10 000 CNY (万元).
    pub revenue: Option<u64>,
    pub contact: String,
}

/// What is known about one requirement.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// `None` is unanswered.
    pub answer: Option<Answer>,
    pub note: String,
    /// Marked to come back to.
    pub flagged: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    Rated(Rating),
    /// Somebody looked and could not tell.
    Unknown,
    /// Counts only where the requirement allows it, and once a reason is given: see [`Entry::conclusion`].
    NotApplicable {
        reason: String,
    },
}

impl Assessment {
    pub fn new(id: AssessmentId, questionnaire: &Questionnaire, variant: VariantId, now: OffsetDateTime) -> Assessment {
        Assessment {
            id,
            edition: Edition::of(questionnaire),
            came_from: None,
            site: Site::default(),
            variant,
            target: questionnaire.target,
            kind: Kind::default(),
            assessor: String::new(),
            created: now,
            changed: now,
            signed: None,
            tailored: BTreeMap::new(),
            entries: BTreeMap::new(),
            facts: BTreeMap::new(),
            index: BTreeMap::new(),
            scenes: BTreeMap::new(),
            typical_scenes: BTreeMap::new(),
            check_notes: BTreeMap::new(),
        }
    }

    /// Puts a name under the assessment as it is now. Signing is its last change.
    pub fn sign(&mut self, name: impl Into<String>, at: OffsetDateTime) {
        self.signed = Some(Signature { name: name.into(), at });
        self.changed = at;
    }

    /// The signature, as long as it holds: by an on-site assessor with a name, and nothing was changed after it.
    pub fn signature(&self) -> Option<&Signature> {
        let holds = |signature: &&Signature| {
            self.kind == Kind::OnSite && signature.at == self.changed && !signature.name.trim().is_empty()
        };
        self.signed.as_ref().filter(holds)
    }

    /// The signature as it was given, whether it still holds or not.
    pub fn signed(&self) -> Option<&Signature> {
        self.signed.as_ref()
    }

    /// The entry of a requirement; an empty one where nothing was entered.
    pub fn entry(&self, id: &RequirementId) -> &Entry {
        static EMPTY: Entry = Entry { answer: None, note: String::new(), flagged: false };
        self.entries.get(id).unwrap_or(&EMPTY)
    }

    /// Entries that hold something, by requirement.
    pub fn entries(&self) -> impl Iterator<Item = (&RequirementId, &Entry)> {
        self.entries.iter()
    }

    /// `None` takes the answer back; note and flag stay.
    pub fn answer(&mut self, id: &RequirementId, answer: Option<Answer>) {
        self.edit(id, |entry| entry.answer = answer);
    }

    pub fn note(&mut self, id: &RequirementId, note: impl Into<String>) {
        self.edit(id, |entry| entry.note = note.into());
    }

    pub fn flag(&mut self, id: &RequirementId, flagged: bool) {
        self.edit(id, |entry| entry.flagged = flagged);
    }

    /// Leaves a dimension out. It takes effect once the reason is not blank, see [`Scope`].
    pub fn tailor(&mut self, id: &DimensionId, reason: impl Into<String>) {
        self.tailored.insert(id.clone(), reason.into());
    }

    /// Takes a dimension in again; its answers are still there.
    pub fn keep(&mut self, id: &DimensionId) {
        self.tailored.remove(id);
    }

    /// The dimensions left out, with the reasons given.
    pub fn tailored(&self) -> &BTreeMap<DimensionId, String> {
        &self.tailored
    }

    /// Puts a whole entry in the place of what was there; an empty one removes it.
    pub fn enter(&mut self, id: &RequirementId, new: Entry) {
        self.edit(id, |entry| *entry = new);
    }

    fn edit(&mut self, id: &RequirementId, change: impl FnOnce(&mut Entry)) {
        let entry = self.entries.entry(id.clone()).or_default();
        change(entry);
        if *entry == Entry::default() {
            self.entries.remove(id);
        }
    }
}

impl Edition {
    /// Whether it is one of a shipped questionnaire, whose requirements and levels the other yardsticks speak of. In an own
    /// one the same ids may ask something else.
    pub fn is_shipped(&self) -> bool {
        !Questionnaire::editions(&self.questionnaire).is_empty()
    }

    pub fn of(questionnaire: &Questionnaire) -> Edition {
        Edition {
            questionnaire: questionnaire.id.clone(),
            version: questionnaire.version.clone(),
            hash: questionnaire.hash.clone(),
        }
    }
}

impl Kind {
    pub const ALL: [Kind; 2] = [Kind::SelfAssessment, Kind::OnSite];

    /// The name in files: `self`, `on-site`.
    pub fn id(self) -> &'static str {
        match self {
            Kind::SelfAssessment => "self",
            Kind::OnSite => "on-site",
        }
    }

    pub fn from_id(id: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.id() == id)
    }
}

impl Entry {
    /// Said to be not applicable, but without saying why: it stays open until the reason is given.
    pub fn lacks_reason(&self) -> bool {
        matches!(&self.answer, Some(Answer::NotApplicable { reason }) if reason.trim().is_empty())
    }
}
