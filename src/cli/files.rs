//! Files as the commands take them: single ones and whole folders.

use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::exchange::{self, Opened, ReadError};
use crate::language::Language;

/// What paths lead to.
pub struct Found {
    /// Files named outright, and every `.json` and `.pdf` in a folder and the folders below, in the order of their names.
    pub files: Vec<PathBuf>,
    /// How many other files the folders hold.
    pub passed_over: usize,
    /// Folders that could not be looked into.
    pub unreachable: Vec<(PathBuf, ReadError)>,
}

pub fn find(paths: &[PathBuf]) -> Found {
    let mut found = Found { files: Vec::new(), passed_over: 0, unreachable: Vec::new() };
    for path in paths {
        if path.is_dir() { look_into(path, &mut found) } else { found.files.push(path.clone()) }
    }
    found
}

/// The one assessment in a file, with what is odd about it told; `None` once it is told why there is none.
pub fn open(file: &Path, language: Language) -> Option<Opened> {
    if file.is_dir() {
        eprintln!("{}: {}", file.display(), language.one_file_at_a_time());
        return None;
    }
    let opened = bytes(file).and_then(|bytes| exchange::read(&bytes));
    let opened = opened.inspect_err(|error| eprintln!("{}: {}", file.display(), language.read_error(error))).ok()?;
    for sentence in language.remarks_on(&opened) {
        eprintln!("{}: {sentence}", file.display());
    }
    Some(opened)
}

/// The bytes of a file that is small enough to be an export.
pub fn bytes(path: &Path) -> Result<Vec<u8>, ReadError> {
    let size = fs::metadata(path).map_err(unreachable)?.len();
    exchange::check_size(usize::try_from(size).unwrap_or(usize::MAX))?;
    fs::read(path).map_err(unreachable)
}

/// Writes a file, over one that is there, and reads it back: what is there then is what was meant.
pub fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    fs::write(path, bytes)?;
    if fs::read(path)? == bytes { Ok(()) } else { Err(io::ErrorKind::InvalidData.into()) }
}

fn look_into(folder: &Path, found: &mut Found) {
    let entries: Result<Vec<_>, _> = fs::read_dir(folder).and_then(Iterator::collect);
    let mut entries = match entries {
        Ok(entries) => entries,
        Err(error) => return found.unreachable.push((folder.to_owned(), unreachable(error))),
    };
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let path = entry.path();
        // The entry's own type does not follow links, so that a link to a folder above makes no endless way.
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            look_into(&path, found);
        } else if path.extension().is_some_and(is_export) {
            found.files.push(path);
        } else {
            found.passed_over += 1;
        }
    }
}

/// Whether a file of this ending may hold an assessment.
fn is_export(ending: &OsStr) -> bool {
    ["json", "pdf"].iter().any(|export| ending.eq_ignore_ascii_case(export))
}

pub fn unreachable(error: io::Error) -> ReadError {
    ReadError::Unreachable { message: error.to_string() }
}
