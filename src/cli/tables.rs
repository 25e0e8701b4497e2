//! `tables` and `actions`: one assessment's tables as a workbook, and its action list as a workbook or CSV, the same as
//! the app makes.

use std::path::Path;

use super::questionnaires::has_ending;
use super::{Outcome, files};
use crate::exchange::Opened;
use crate::language::Language;
use crate::tables::{TableFault, csv, plant, xlsx};

/// Writes every table of the assessment in `file` into the workbook `out`, over what is there.
pub fn all(file: &Path, out: &Path, language: Language) -> Outcome {
    if !has_ending(out, xlsx::ENDING) {
        eprintln!("{}: {}", out.display(), language.tables_form());
        return Outcome::NothingDone;
    }
    write(file, out, language, plant::workbook)
}

/// Writes the action list of the assessment in `file` into `out`, by its ending a workbook or CSV, over what is there.
pub fn actions(file: &Path, out: &Path, language: Language) -> Outcome {
    if has_ending(out, xlsx::ENDING) {
        write(file, out, language, plant::actions_workbook)
    } else if has_ending(out, csv::ENDING) {
        write(file, out, language, plant::actions_csv)
    } else {
        eprintln!("{}: {}", out.display(), language.actions_form());
        Outcome::NothingDone
    }
}

type Content = fn(&Opened, Language) -> Result<Vec<u8>, TableFault>;

fn write(file: &Path, out: &Path, language: Language, content: Content) -> Outcome {
    let Some(opened) = files::open(file, language) else { return Outcome::NothingDone };
    let path = out.display().to_string();
    let bytes = match content(&opened, language) {
        Ok(bytes) => bytes,
        Err(fault) => {
            eprintln!("{path}: {}", fault.sentence(language));
            return Outcome::NothingDone;
        }
    };
    match files::write(out, &bytes) {
        Ok(()) => {
            eprintln!("{}", language.written_to(&path));
            Outcome::Done
        }
        Err(error) => {
            eprintln!("{}", language.not_written(&path, &error));
            Outcome::NothingDone
        }
    }
}
