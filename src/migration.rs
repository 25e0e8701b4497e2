//! Migration: an assessment moves from one edition of a questionnaire to the next, and back.
//!
//! What became of the older edition's requirements is data, `questionnaires/<id>/migrations/<from>-<to>.toml`:
//! renamed, split, merged or dropped ids; those it does not name are the same in both editions. Applying it adds
//! entries and removes none: an answer to a requirement that the newer edition does not have stays in the assessment,
//! counts nothing there, and is in force again once the migration is taken back.

use std::sync::OnceLock;

use crate::assessment::{Answer, Assessment, Edition, Entry};
use crate::content;
use crate::document::{self, Fault, Places, Problem, Table};
use crate::language::Bilingual;
use crate::questionnaire::{Questionnaire, Rating, RequirementId};

/// The way from one edition to the next.
#[derive(Clone, Debug, PartialEq)]
pub struct Migration {
    pub questionnaire: String,
    pub from: String,
    pub to: String,
    pub changes: Vec<Change>,
}

/// What became of some requirements of the older edition.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    pub kind: ChangeKind,
    pub old: Vec<RequirementId>,
    pub new: Vec<RequirementId>,
    pub why: Bilingual,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ChangeKind {
    /// One becomes one.
    Renamed,
    /// One becomes several.
    Split,
    /// Several become one.
    Merged,
    /// It is not asked any more.
    Dropped,
}

/// What a migration would do to an assessment.
#[derive(Clone, Debug, PartialEq)]
pub struct Preview<'a> {
    /// Requirements with an answer that both editions ask alike.
    pub kept: usize,
    /// The changes that concern an answered requirement, in the map's order.
    pub steps: Vec<Step<'a>>,
    /// Requirements that will be asked, up to the target, and have no answer yet.
    pub to_answer: usize,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Step<'a> {
    pub change: &'a Change,
    pub outcome: Outcome,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The answer is taken over.
    Carried,
    /// The old answer does not say how the new requirements stand: they are asked again, notes come along.
    AskedAgain,
    /// The answer is set aside and counts no more.
    SetAside,
}

impl Migration {
    /// Reads a map. On failure, every problem in it.
    pub fn read(name: &str, questionnaire: &str, text: &str) -> Result<Migration, Vec<Problem>> {
        document::read(name, text, |root, places| Migration {
            questionnaire: questionnaire.to_owned(),
            from: root.text("from"),
            to: root.text("to"),
            changes: root.each("change", |table| read_change(table, places)),
        })
    }

    /// The shipped way onward from an edition, `None` from the newest.
    pub fn onward(edition: &Edition) -> Option<&'static Migration> {
        shipped().iter().find(|map| map.questionnaire == edition.questionnaire && map.from == edition.version)
    }

    /// The shipped way back to the edition that an assessment came from; `None` where it did not come by one.
    pub fn back(assessment: &Assessment) -> Option<&'static Migration> {
        let (edition, before) = (&assessment.edition, assessment.came_from.as_ref()?);
        let fits = |map: &&Migration| map.from == before.version && map.to == edition.version;
        shipped().iter().filter(|map| map.questionnaire == edition.questionnaire).find(fits)
    }

    /// Whether an id belongs to another edition of the questionnaire: then an answer to it was left behind by a
    /// migration and is nothing odd.
    pub fn knows(questionnaire: &str, id: &RequirementId) -> bool {
        let maps = shipped().iter().filter(|map| map.questionnaire == questionnaire);
        maps.flat_map(|map| &map.changes).any(|change| change.old.contains(id) || change.new.contains(id))
    }

    /// What [`Migration::apply`] would do. `newer` is the edition it leads to.
    pub fn preview(&self, assessment: &Assessment, newer: &Questionnaire) -> Preview<'_> {
        let answered = |id: &RequirementId| assessment.entry(id).answer.is_some();
        let kept = newer.requirements().iter().filter(|requirement| answered(&requirement.id)).count();
        let concerned = |change: &&Change| change.old.iter().any(answered);
        let steps = self.changes.iter().filter(concerned);
        let steps = steps.map(|change| Step { change, outcome: change.outcome(assessment) }).collect();
        let mut after = assessment.clone();
        self.apply(&mut after, newer);
        let to_answer = newer
            .requirements()
            .iter()
            .filter(|requirement| requirement.level <= after.target)
            .filter(|requirement| after.entry(&requirement.id).answer.is_none())
            .count();
        Preview { kept, steps, to_answer }
    }

    /// Moves an assessment to the newer edition. What is already answered there stays as it is.
    pub fn apply(&self, assessment: &mut Assessment, newer: &Questionnaire) {
        for (id, entry) in self.entries(assessment) {
            if *assessment.entry(&id) == Entry::default() {
                assessment.enter(&id, entry);
            }
        }
        assessment.came_from = Some(assessment.edition.clone());
        assessment.edition = Edition::of(newer);
    }

    /// Moves an assessment back to the older edition. Answers given since to what both editions ask stay; what the
    /// migration added and nobody changed goes.
    pub fn take_back(&self, assessment: &mut Assessment, older: &Questionnaire) {
        for (id, entry) in self.entries(assessment) {
            if *assessment.entry(&id) == entry {
                assessment.enter(&id, Entry::default());
            }
        }
        assessment.came_from = None;
        assessment.edition = Edition::of(older);
    }

    /// The entries of the newer edition that follow from those of the older.
    fn entries(&self, assessment: &Assessment) -> Vec<(RequirementId, Entry)> {
        let mut entries = Vec::new();
        for change in &self.changes {
            let entry = change.entry(assessment);
            entries.extend(change.new.iter().map(|id| (id.clone(), entry.clone())));
        }
        entries
    }
}

impl Change {
    fn outcome(&self, assessment: &Assessment) -> Outcome {
        match self.kind {
            ChangeKind::Dropped => Outcome::SetAside,
            _ if self.entry(assessment).answer.is_some() => Outcome::Carried,
            _ => Outcome::AskedAgain,
        }
    }

    /// What each of the new requirements starts with. Our rule: of a split only "met", "not known" and "not
    /// applicable" say the same of every part; of a merger only answers that agree.
    fn entry(&self, assessment: &Assessment) -> Entry {
        let entries: Vec<&Entry> = self.old.iter().map(|id| assessment.entry(id)).collect();
        let answer = entries.first().and_then(|first| first.answer.clone());
        let agree = entries.iter().all(|entry| entry.answer == answer);
        let whole = matches!(answer, Some(Answer::Rated(Rating::Met) | Answer::Unknown | Answer::NotApplicable { .. }));
        let carries = agree && (self.kind != ChangeKind::Split || whole);
        let notes: Vec<&str> = entries.iter().map(|entry| entry.note.trim()).filter(|note| !note.is_empty()).collect();
        Entry {
            answer: answer.filter(|_| carries),
            note: notes.join("\n"),
            flagged: entries.iter().any(|entry| entry.flagged),
        }
    }
}

impl ChangeKind {
    pub const ALL: [ChangeKind; 4] = [ChangeKind::Renamed, ChangeKind::Split, ChangeKind::Merged, ChangeKind::Dropped];

    /// The name in files: `renamed`, `split`, `merged`, `dropped`.
    pub fn id(self) -> &'static str {
        match self {
            ChangeKind::Renamed => "renamed",
            ChangeKind::Split => "split",
            ChangeKind::Merged => "merged",
            ChangeKind::Dropped => "dropped",
        }
    }

    pub fn from_id(id: &str) -> Option<ChangeKind> {
        ChangeKind::ALL.into_iter().find(|kind| kind.id() == id)
    }

    /// Whether so many old and new ids make such a change.
    fn fits(self, old: usize, new: usize) -> bool {
        match self {
            ChangeKind::Renamed => old == 1 && new == 1,
            ChangeKind::Split => old == 1 && new > 1,
            ChangeKind::Merged => old > 1 && new == 1,
            ChangeKind::Dropped => old == 1 && new == 0,
        }
    }
}

fn read_change(table: &mut Table, places: &mut Places) -> Change {
    let kind = table.word("kind", ChangeKind::from_id, &ChangeKind::ALL.map(ChangeKind::id));
    let mut ids = |key: &str, kind: &'static str, table: &mut Table| -> Vec<RequirementId> {
        let ids = table.optional_texts(key);
        for id in &ids {
            places.name(kind, id, table);
        }
        ids.into_iter().map(RequirementId).collect()
    };
    let (old, new) = (ids("old", "old requirement", table), ids("new", "new requirement", table));
    if let Some(kind) = kind.filter(|kind| !kind.fits(old.len(), new.len())) {
        table.problem("kind", Fault::WrongCount { kind: kind.id(), old: old.len(), new: new.len() });
    }
    Change { kind: kind.unwrap_or(ChangeKind::Dropped), old, new, why: table.bilingual("why") }
}

/// Every shipped map. That they are sound is held by a test, so a fault here cannot reach a user.
fn shipped() -> &'static [Migration] {
    static SHIPPED: OnceLock<Vec<Migration>> = OnceLock::new();
    SHIPPED.get_or_init(|| {
        let maps = content::paths().filter_map(|path| Some((path, path.split_once("/migrations/")?.0)));
        maps.map(|(path, questionnaire)| {
            let text = content::file(path).expect("a path that is listed has its text");
            let map = Migration::read(path, questionnaire, text);
            map.unwrap_or_else(|problems| panic!("a shipped migration has faults: {problems:#?}"))
        })
        .collect()
    })
}
