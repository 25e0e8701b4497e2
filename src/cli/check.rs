//! `check`: is a questionnaire sound, and if not, everything that is wrong with it.

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::{Outcome, files};
use crate::language::Language;
use crate::questionnaire::{MODEL, Questionnaire};

/// Prints problems as `file:line: sentence`, for a terminal or an editor to jump to.
pub fn run(paths: &[PathBuf], language: Language, out: &mut impl Write) -> io::Result<Outcome> {
    let mut folders = BTreeSet::new();
    let mut faulty = 0;
    for path in paths {
        match questionnaires(path) {
            Ok(found) if found.is_empty() => {
                eprintln!("{}: {}", path.display(), language.no_questionnaire_there());
                faulty += 1;
            }
            Ok(found) => folders.extend(found),
            Err(error) => {
                eprintln!("{}: {}", path.display(), language.read_error(&files::unreachable(error)));
                faulty += 1;
            }
        }
    }
    let mut problems = 0;
    for folder in &folders {
        match check(folder, language) {
            Ok(summary) => writeln!(out, "{}: {summary}", folder.display())?,
            Err(sentences) => {
                faulty += 1;
                problems += sentences.len();
                for sentence in sentences {
                    writeln!(out, "{sentence}")?;
                }
            }
        }
    }
    if problems > 0 {
        eprintln!("{}", language.problems_found(problems));
    }
    // A faulty questionnaire was checked too.
    Ok(Outcome::of(folders.len(), faulty))
}

/// What a sound questionnaire holds, or a sentence for each problem.
fn check(folder: &Path, language: Language) -> Result<String, Vec<String>> {
    let unread =
        |path: &Path, error| vec![format!("{}: {}", path.display(), language.read_error(&files::unreachable(error)))];
    let mut texts = Vec::new();
    for path in inside(folder).map_err(|error| unread(folder, error))? {
        if path.extension().is_some_and(|ending| ending == "toml") {
            let text = fs::read_to_string(&path).map_err(|error| unread(&path, error))?;
            texts.push((path.display().to_string(), text));
        }
    }
    let files: Vec<(&str, &str)> = texts.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let sound = Questionnaire::read(&files)
        .map_err(|problems| problems.iter().map(|problem| language.problem(problem)).collect::<Vec<_>>())?;
    let (sub_domains, requirements) = (sound.sub_domains().len(), sound.requirements().len());
    Ok(language.questionnaire_is_sound(sound.title.get(language), &sound.version, sub_domains, requirements))
}

/// The folders with a questionnaire that a path means: the folder itself, those below it, or the one a file lies in,
/// since a file alone says nothing about what it refers to.
fn questionnaires(path: &Path) -> io::Result<Vec<PathBuf>> {
    if !fs::metadata(path)?.is_dir() {
        let folder = match path.parent() {
            Some(folder) if folder != Path::new("") => folder,
            _ => Path::new("."),
        };
        return Ok(Vec::from_iter(holds_model(folder).then(|| folder.to_owned())));
    }
    if holds_model(path) {
        return Ok(vec![path.to_owned()]);
    }
    let mut found = Vec::new();
    for inner in inside(path)? {
        // A link to a folder above would make an endless way.
        if inner.is_dir() && !inner.is_symlink() {
            found.extend(questionnaires(&inner)?);
        }
    }
    Ok(found)
}

fn holds_model(folder: &Path) -> bool {
    folder.join(MODEL).is_file()
}

/// What a folder holds, by name.
fn inside(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>()?;
    paths.sort();
    Ok(paths)
}
