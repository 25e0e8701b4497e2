//! The shelf: the own questionnaires that this device keeps, and the way of a file onto it.
//!
//! A record holds the files as they were chosen; of a workbook, the text that it became. Assessments carry their
//! questionnaire themselves, so one that is taken off the shelf is missed by none.

use std::ops::ControlFlow;

use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::File;

use super::file_worker::desk::Desk;
use super::file_worker::message::{Failure, News, Task};
use super::files;
use super::session::{Session, Tone};
use super::storage::{self, StorageTrouble};
use crate::document::{Fault, Problem};
use crate::exchange::ReadError;
use crate::language::Language;
use crate::questionnaire::Questionnaire;
use crate::questionnaire::own::{Files, LIMIT};

#[derive(Clone, Copy)]
pub struct Shelf {
    session: Session,
    pub intake: RwSignal<Intake>,
    /// Grows with every change of what is kept.
    pub changes: RwSignal<usize>,
    desk: Desk,
}

/// How the file chosen last gets on.
#[derive(Clone, Debug, PartialEq)]
pub enum Intake {
    Idle,
    Reading,
    /// It is kept.
    Kept(&'static Questionnaire),
    /// A sentence with its place for each fault, in the order of [`Language::ALL`].
    Faulty(Vec<[String; 2]>),
    Failed(Trouble),
}

/// Why a file was not even read.
#[derive(Clone, Debug, PartialEq)]
pub enum Trouble {
    /// Neither one workbook nor TOML files alone.
    Mixed,
    /// The browser did not hand a file over.
    Unreadable(String),
    /// A file of so many bytes, of which nothing was read.
    TooLarge(String, usize),
    /// A file that is no text.
    File(String, ReadError),
    Worker(Failure),
    Storage(StorageTrouble),
}

/// What is kept: the sound ones, and by hash those whose record is not.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Kept {
    pub sound: Vec<&'static Questionnaire>,
    pub damaged: Vec<(String, String)>,
    pub trouble: Option<StorageTrouble>,
}

impl Shelf {
    /// A shelf for the component that calls this; what is being read ends with it.
    pub fn new(session: Session) -> Shelf {
        let (intake, changes) = (RwSignal::new(Intake::Idle), RwSignal::new(0));
        Shelf { session, intake, changes, desk: Desk::of_component() }
    }

    /// What the device keeps, ordered by id and version.
    pub fn kept(self) -> Kept {
        self.changes.track();
        let mut kept = Kept::default();
        let records = storage::questionnaires().unwrap_or_else(|trouble| {
            kept.trouble = Some(trouble);
            Vec::new()
        });
        for (hash, text) in records {
            let files = serde_json::from_str::<Files>(&text).ok();
            match files.and_then(|files| Questionnaire::own(&files).ok()).filter(|own| own.hash == hash) {
                Some(own) => kept.sound.push(own),
                None => kept.damaged.push((hash, text)),
            }
        }
        kept.sound.sort_by_key(|own| (&own.id, &own.version, &own.hash));
        kept
    }

    /// Takes in the files of one questionnaire.
    pub fn take(self, chosen: Vec<File>) {
        if chosen.is_empty() {
            return;
        }
        self.intake.set(Intake::Reading);
        spawn_local(async move {
            if let Err(trouble) = self.read(chosen).await {
                self.intake.set(Intake::Failed(trouble));
            }
        });
    }

    /// Takes one off.
    pub fn remove(self, hash: &str) {
        match storage::remove_questionnaire(hash) {
            Ok(()) => {
                self.intake.set(Intake::Idle);
                self.changes.update(|changes| *changes += 1);
            }
            Err(trouble) => self.session.tell(Tone::Trouble, move |language| language.storage_trouble(&trouble)),
        }
    }

    async fn read(self, chosen: Vec<File>) -> Result<(), Trouble> {
        let has_ending = |file: &File, ending: &str| file.name().to_lowercase().ends_with(ending);
        if let [workbook] = &chosen[..]
            && has_ending(workbook, ".xlsx")
        {
            let bytes = bytes(workbook).await?;
            self.read_workbook(workbook.name(), bytes);
            return Ok(());
        }
        if !chosen.iter().all(|file| has_ending(file, ".toml")) {
            return Err(Trouble::Mixed);
        }
        let mut texts = Files::new();
        for file in &chosen {
            let text = String::from_utf8(bytes(file).await?).map_err(|error| {
                Trouble::File(file.name(), ReadError::NotUtf8 { offset: error.utf8_error().valid_up_to() })
            })?;
            texts.insert(file.name(), text.trim_start_matches('\u{feff}').to_owned());
        }
        self.keep(texts);
        Ok(())
    }

    fn read_workbook(self, name: String, bytes: Vec<u8>) {
        let file = format!("{}.toml", name.rsplit_once('.').map_or(name.as_str(), |(stem, _)| stem));
        self.desk.give(Task::ReadWorkbook { name }, Some(bytes), move |news, _| {
            match news {
                News::WorkbookRead { text } => self.keep(Files::from([(file.clone(), text)])),
                News::WorkbookFaulty { faults } => self.intake.set(Intake::Faulty(faults)),
                News::Failed(failure) => self.intake.set(Intake::Failed(Trouble::Worker(failure))),
                _ => self.intake.set(Intake::Failed(Trouble::Worker(Failure::Crashed))),
            }
            ControlFlow::Break(())
        });
    }

    fn keep(self, files: Files) {
        let kept = match Questionnaire::own(&files) {
            Ok(own) => {
                let text = serde_json::to_string(&files).expect("names and texts always become JSON");
                storage::save_questionnaire(&own.hash, &text).map(|()| own).map_err(Trouble::Storage)
            }
            Err(problems) => return self.intake.set(Intake::Faulty(sentences(&problems))),
        };
        self.changes.update(|changes| *changes += 1);
        self.intake.set(kept.map_or_else(Intake::Failed, Intake::Kept));
    }
}

async fn bytes(file: &File) -> Result<Vec<u8>, Trouble> {
    let size = file.size() as usize;
    if size > LIMIT {
        return Err(Trouble::TooLarge(file.name(), size));
    }
    files::read(file).await.map_err(|files::Unreadable| Trouble::Unreadable(file.name()))
}

fn sentences(problems: &[Problem]) -> Vec<[String; 2]> {
    problems.iter().map(|problem| Language::ALL.map(|language| language.problem(problem))).collect()
}

impl Language {
    pub fn intake_trouble(self, trouble: &Trouble) -> String {
        match trouble {
            Trouble::Mixed => self.intake_mixed().into(),
            Trouble::Unreadable(name) => self.file_unreadable(name),
            Trouble::TooLarge(name, size) => {
                let fault = Fault::TooLarge { size: *size, limit: LIMIT };
                self.problem(&Problem { file: name.clone(), place: None, fault })
            }
            Trouble::File(name, error) => self.about_file(name, &self.read_error(error)),
            Trouble::Worker(failure) => self.workbook_failure(*failure).into(),
            Trouble::Storage(trouble) => self.storage_trouble(trouble),
        }
    }

    /// Why a workbook was not read or made.
    pub fn workbook_failure(self, failure: Failure) -> &'static str {
        match failure {
            Failure::Module => self.workbook_failed_module(),
            Failure::Misunderstood => self.workbook_failed_misunderstood(),
            Failure::Unwritten => self.workbook_failed_unwritten(),
            Failure::NotAsMeant => self.workbook_not_as_meant(),
            _ => self.workbook_failed_crashed(),
        }
    }
}
