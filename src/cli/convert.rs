//! `convert`: a questionnaire from one way of writing it to another.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::questionnaires::{self, has_ending, inside};
use super::{Outcome, files};
use crate::language::Language;
use crate::questionnaire::{MODEL, Questionnaire};
use crate::workbook;

/// Reads the questionnaire at `from` and writes it to `to`, once what is to be written reads as what was meant: over a
/// file that is there, but not into a folder that has TOML files already, which would be taken for its own.
pub fn run(from: &Path, to: &Path, language: Language) -> Outcome {
    match convert(from, to, language) {
        Ok(()) => {
            eprintln!("{}", language.written_to(&to.display().to_string()));
            Outcome::Done
        }
        Err(sentences) => {
            sentences.iter().for_each(|sentence| eprintln!("{sentence}"));
            Outcome::NothingDone
        }
    }
}

fn convert(from: &Path, to: &Path, language: Language) -> Result<(), Vec<String>> {
    let about = |path: &Path, sentence: &str| vec![format!("{}: {sentence}", path.display())];
    let found =
        questionnaires::find(from).map_err(|error| about(from, &language.read_error(&files::unreachable(error))))?;
    let found = match &found[..] {
        [found] => found,
        [] => return Err(about(from, language.no_questionnaire_there())),
        _ => return Err(about(from, language.one_questionnaire_at_a_time())),
    };
    let questionnaire = found.read(language)?;
    let unwritten =
        |(path, error): (PathBuf, io::Error)| vec![language.not_written(&path.display().to_string(), &error)];
    let same = |read: Option<Questionnaire>| match read {
        Some(read) if read.says_the_same_as(&questionnaire) => Ok(()),
        _ => Err(vec![language.not_as_meant(&to.display().to_string())]),
    };
    match Form::of(to) {
        Form::File => {
            let text = questionnaire.to_file();
            same(Questionnaire::read(&[(MODEL, &text)]).ok())?;
            write(to, text.as_bytes()).map_err(unwritten)
        }
        Form::Workbook => {
            let bytes = workbook::write(&questionnaire);
            let bytes = bytes.map_err(|error| about(to, &language.workbook_not_written(&error.message)))?;
            same(workbook::read(&to.display().to_string(), &bytes).ok())?;
            write(to, &bytes).map_err(unwritten)
        }
        Form::Folder if has_toml(to) => Err(about(to, language.folder_has_a_questionnaire())),
        Form::Folder => {
            let texts = questionnaire.to_files();
            let files: Vec<(&str, &str)> = texts.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
            same(Questionnaire::read(&files).ok())?;
            write_folder(to, &texts).map_err(unwritten)
        }
        Form::Unknown => Err(about(to, language.unknown_form())),
    }
}

/// How a questionnaire is written, by the ending of a name.
enum Form {
    File,
    Workbook,
    Folder,
    /// An ending that some other kind of file has.
    Unknown,
}

impl Form {
    fn of(path: &Path) -> Form {
        let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
        if has_ending(path, "toml") {
            Form::File
        } else if has_ending(path, workbook::ENDING) {
            Form::Workbook
        } else if path.is_dir() || !ending.starts_with(|letter: char| letter.is_ascii_alphabetic()) {
            // An edition's folder may be called 2026.1.
            Form::Folder
        } else {
            Form::Unknown
        }
    }
}

fn has_toml(folder: &Path) -> bool {
    inside(folder).is_ok_and(|paths| paths.iter().any(|path| has_ending(path, "toml")))
}

fn write_folder(folder: &Path, texts: &[(String, String)]) -> Result<(), (PathBuf, io::Error)> {
    fs::create_dir_all(folder).map_err(|error| (folder.to_owned(), error))?;
    texts.iter().try_for_each(|(name, text)| write(&folder.join(name), text.as_bytes()))
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), (PathBuf, io::Error)> {
    files::write(path, bytes).map_err(|error| (path.to_owned(), error))
}
