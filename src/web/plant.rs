//! The open assessment: the one thing that its screens read and edit.
//!
//! Every edit is saved at once. Where that fails, the assessment is held in the session, so that leaving the screen
//! loses nothing as long as the page is open, and the trouble is in [`Session::saving`] for the page to say.

use leptos::ev;
use leptos::prelude::*;

use super::clock;
use super::files;
use super::random;
use super::route::{PlantScreen, Route};
use super::session::{Held, Saving, Session, Tone};
use super::storage::{self, StorageTrouble};
use crate::assessment::{Assessment, AssessmentId, Entry, Scope};
use crate::exchange::{self, ReadError};
use crate::language::Language;
use crate::questionnaire::{Questionnaire, Requirement, RequirementId, Wording};
use crate::scoring::{self, Scorecard};

/// In context on every screen of an assessment.
#[derive(Clone, Copy)]
pub struct Plant {
    /// The edition that is answered.
    pub questionnaire: &'static Questionnaire,
    pub assessment: ReadSignal<Assessment>,
    pub scorecard: Memo<Scorecard>,
    pub scope: Memo<Scope>,
    edited: WriteSignal<Assessment>,
    /// The record as this window last read or wrote it; `None` before the first save.
    kept: StoredValue<Option<String>>,
    session: Session,
}

/// Why an assessment cannot be opened.
#[derive(Clone, Debug)]
pub enum NotOpened {
    /// This device has none with the id.
    Missing,
    Unreadable(ReadError),
    Storage(StorageTrouble),
}

/// The open assessment of the component that calls it.
pub fn plant() -> Plant {
    expect_context()
}

/// Starts an empty assessment of the first kind of manufacturing, and goes to its profile, which asks for the rest.
pub fn start(session: Session, questionnaire: &'static Questionnaire) {
    let id = random::assessment_id();
    let assessment = Assessment::new(id.clone(), questionnaire, questionnaire.variants[0].id.clone(), clock::now());
    keep(session, questionnaire, assessment);
    session.go(&Route::Plant(id, PlantScreen::Profile));
}

/// Keeps an assessment that is new to this device.
pub fn keep(session: Session, questionnaire: &'static Questionnaire, assessment: Assessment) {
    let scorecard = scoring::score(questionnaire, &assessment);
    let text = exchange::write(&assessment, questionnaire, &scorecard);
    if let Err(trouble) = storage::save(&assessment.id, None, &text) {
        session.tell(Tone::Trouble, move |language| language.storage_trouble(&trouble));
        session.held.update(|held| {
            held.insert(assessment.id.clone(), Held { assessment, questionnaire, kept: None });
        });
    }
}

impl Plant {
    /// Opens an assessment of this device; its signals live as long as the calling component.
    pub fn open(session: Session, id: &AssessmentId) -> Result<Plant, NotOpened> {
        let held = session.held.with_untracked(|held| held.get(id).cloned());
        let unsaved = held.is_some();
        let (assessment, questionnaire, kept) = match held {
            Some(held) => (held.assessment, held.questionnaire, held.kept),
            None => {
                let text = storage::load(id).map_err(NotOpened::Storage)?.ok_or(NotOpened::Missing)?;
                let opened = exchange::read(text.as_bytes()).map_err(NotOpened::Unreadable)?;
                (opened.assessment, opened.questionnaire, Some(text))
            }
        };
        session.saving.set(Saving::Unchanged);
        session.answered.set(Some(questionnaire));
        let (assessment, edited) = signal(assessment);
        let scorecard = Memo::new(move |_| assessment.with(|assessment| scoring::score(questionnaire, assessment)));
        let scope = Memo::new(move |_| assessment.with(|assessment| Scope::of(questionnaire, assessment)));
        let kept = StoredValue::new(kept);
        let plant = Plant { questionnaire, assessment, scorecard, scope, edited, kept, session };
        plant.follow_other_windows();
        if unsaved {
            plant.save();
        }
        Ok(plant)
    }

    pub fn id(self) -> AssessmentId {
        self.assessment.with_untracked(|assessment| assessment.id.clone())
    }

    /// A requirement in the words for this plant's kind of manufacturing.
    pub fn wording(self, requirement: &'static Requirement) -> &'static Wording {
        self.assessment.with(|assessment| requirement.wording(&assessment.variant))
    }

    /// The entry of a requirement, following its edits only.
    pub fn entry(self, id: &RequirementId) -> Memo<Entry> {
        let id = id.clone();
        Memo::new(move |_| self.assessment.with(|assessment| assessment.entry(&id).clone()))
    }

    /// The only way to change an assessment: stamps the change and saves at once.
    pub fn edit(self, change: impl FnOnce(&mut Assessment)) {
        self.edited.update(|assessment| {
            // Before the change, for a signature is the last change itself.
            assessment.changed = clock::now();
            change(assessment);
        });
        self.save();
    }

    /// Moves the assessment to another edition of its questionnaire and opens it anew there. Where it cannot be saved it
    /// stays as it was, and the trouble is told.
    pub fn move_to(self, edition: &'static Questionnaire, change: impl FnOnce(&mut Assessment)) {
        let mut moved = self.assessment.get_untracked();
        change(&mut moved);
        moved.changed = clock::now();
        let text = exchange::write(&moved, edition, &scoring::score(edition, &moved));
        match self.kept.with_value(|kept| storage::save(&moved.id, kept.as_deref(), &text)) {
            Ok(()) => self.session.open_anew(),
            Err(trouble) => self.session.tell(Tone::Trouble, move |language| language.storage_trouble(&trouble)),
        }
    }

    /// Tries again to save, for when there is room or leave again.
    pub fn save(self) {
        let questionnaire = self.questionnaire;
        let id = self.id();
        let text = self.export();
        match self.kept.with_value(|kept| storage::save(&id, kept.as_deref(), &text)) {
            Ok(()) => {
                self.kept.set_value(Some(text));
                self.session.saving.set(Saving::Saved(clock::now()));
                self.session.held.update(|held| {
                    held.remove(&id);
                });
            }
            Err(trouble) => {
                self.session.saving.set(Saving::Failed(trouble));
                self.session.held.update(|held| {
                    let assessment = self.assessment.get_untracked();
                    held.insert(id, Held { assessment, questionnaire, kept: self.kept.get_value() });
                });
            }
        }
    }

    /// Saves over what another window wrote.
    pub fn save_over(self) {
        if let Ok(kept) = storage::load(&self.id()) {
            self.kept.set_value(kept);
        }
        self.save();
    }

    /// Gives up this window's unsaved edits for what another window wrote.
    pub fn take_theirs(self) {
        match storage::load(&self.id()) {
            Ok(Some(text)) => self.take(text),
            Ok(None) => self.session.saving.set(Saving::Failed(StorageTrouble::ChangedElsewhere(None))),
            Err(trouble) => self.session.saving.set(Saving::Failed(trouble)),
        }
    }

    /// Offers the assessment as a download, once what was written reads as what is here; where it does not, a notice says
    /// so.
    pub fn save_as_file(self) {
        let name = self.assessment.with_untracked(exchange::file_name);
        let written = self.assessment.with_untracked(|assessment| {
            self.scorecard.with_untracked(|scorecard| exchange::export(assessment, self.questionnaire, scorecard))
        });
        match written {
            Ok(text) => files::save(self.session, &name, "application/json", text.as_bytes()),
            Err(fault) => self.session.tell(Tone::Trouble, move |language| language.export_fault(&fault)),
        }
    }

    /// The assessment as a file's text.
    pub fn export(self) -> String {
        self.assessment.with_untracked(|assessment| {
            self.scorecard.with_untracked(|scorecard| exchange::write(assessment, self.questionnaire, scorecard))
        })
    }

    fn take(self, text: String) {
        match exchange::read(text.as_bytes()) {
            Ok(opened) => {
                self.edited.set(opened.assessment);
                self.kept.set_value(Some(text));
                self.session.saving.set(Saving::Unchanged);
                self.session.held.update(|held| {
                    held.remove(&self.id());
                });
            }
            Err(error) => self.session.tell(Tone::Trouble, move |language| language.read_error(&error)),
        }
    }

    /// Follows edits made in another window as long as all of this window's are saved; otherwise says so.
    fn follow_other_windows(self) {
        let listener = window_event_listener(ev::storage, move |event| {
            let changed = event.key().and_then(|key| storage::assessment_of(&key));
            if changed != Some(self.id()) {
                return;
            }
            let saved = !matches!(self.session.saving.get_untracked(), Saving::Failed(_));
            match event.new_value() {
                Some(text) if saved => {
                    self.take(text);
                    self.session.tell(Tone::Information, |language| Language::followed_other_window(language).into());
                }
                found => self.session.saving.set(Saving::Failed(StorageTrouble::ChangedElsewhere(found))),
            }
        });
        on_cleanup(move || listener.remove());
    }
}
