//! Questionnaires as the commands take them: folders, single files and workbooks.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::files;
use crate::language::Language;
use crate::questionnaire::{MODEL, Questionnaire};

/// Where one questionnaire is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Found {
    /// With a `model.toml` in it.
    Folder(PathBuf),
    /// A TOML file with all of it.
    File(PathBuf),
    #[cfg(feature = "workbook")]
    Workbook(PathBuf),
}

/// The questionnaires that a path means: a workbook or a single file itself; a folder itself or those below it; or the
/// folder that a file lies in, where it has a model beside it and says nothing alone.
pub fn find(path: &Path) -> io::Result<Vec<Found>> {
    if !fs::metadata(path)?.is_dir() {
        return Ok(Vec::from_iter(of_file(path)));
    }
    if holds_model(path) {
        return Ok(vec![Found::Folder(path.to_owned())]);
    }
    let mut found = Vec::new();
    for inner in inside(path)? {
        // A link to a folder above would make an endless way.
        if inner.is_dir() && !inner.is_symlink() {
            found.extend(find(&inner)?);
        }
    }
    Ok(found)
}

fn of_file(path: &Path) -> Option<Found> {
    #[cfg(feature = "workbook")]
    if has_ending(path, crate::workbook::ENDING) {
        return Some(Found::Workbook(path.to_owned()));
    }
    let folder = match path.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    };
    if holds_model(folder) {
        Some(Found::Folder(folder.to_owned()))
    } else {
        has_ending(path, "toml").then(|| Found::File(path.to_owned()))
    }
}

impl Found {
    pub fn path(&self) -> &Path {
        match self {
            Found::Folder(path) | Found::File(path) => path,
            #[cfg(feature = "workbook")]
            Found::Workbook(path) => path,
        }
    }

    /// The questionnaire, or a sentence for each problem with its place.
    pub fn read(&self, language: Language) -> Result<Questionnaire, Vec<String>> {
        let unread = |path: &Path, error| {
            vec![format!("{}: {}", path.display(), language.read_error(&files::unreachable(error)))]
        };
        let paths = match self {
            #[cfg(feature = "workbook")]
            Found::Workbook(path) => {
                let bytes = fs::read(path).map_err(|error| unread(path, error))?;
                let read = crate::workbook::read(&path.display().to_string(), &bytes);
                return read.map_err(|problems| sentences(&problems, language));
            }
            Found::File(path) => vec![path.clone()],
            Found::Folder(folder) => {
                let inside = inside(folder).map_err(|error| unread(folder, error))?;
                inside.into_iter().filter(|path| has_ending(path, "toml")).collect()
            }
        };
        let mut texts = Vec::new();
        for path in paths {
            let text = fs::read_to_string(&path).map_err(|error| unread(&path, error))?;
            texts.push((path.display().to_string(), text));
        }
        let files: Vec<(&str, &str)> = texts.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
        Questionnaire::read(&files).map_err(|problems| sentences(&problems, language))
    }
}

pub fn has_ending(path: &Path, ending: &str) -> bool {
    path.extension().is_some_and(|found| found.eq_ignore_ascii_case(ending))
}

/// What a folder holds, by name.
pub fn inside(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>()?;
    paths.sort();
    Ok(paths)
}

fn holds_model(folder: &Path) -> bool {
    folder.join(MODEL).is_file()
}

fn sentences(problems: &[crate::document::Problem], language: Language) -> Vec<String> {
    problems.iter().map(|problem| language.problem(problem)).collect()
}
