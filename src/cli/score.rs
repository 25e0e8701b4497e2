//! `score`: each assessment computed anew, one JSON object per line.

use std::io::{self, Write};
use std::path::PathBuf;

use super::record::Record;
use super::{Outcome, files};
use crate::exchange;
use crate::language::Language;

/// One line on `out` per file that can be read; why another cannot, and what is odd about one that can, is told as
/// `file: sentence`. See [`Record`] for the fields.
pub fn run(paths: &[PathBuf], language: Language, out: &mut impl Write) -> io::Result<Outcome> {
    let found = files::find(paths);
    let mut done = 0;
    let mut rejected = found.unreachable.len();
    for (folder, error) in &found.unreachable {
        eprintln!("{}: {}", folder.display(), language.read_error(error));
    }
    for path in &found.files {
        let file = path.display().to_string();
        match files::bytes(path).and_then(|bytes| exchange::read(&bytes)) {
            Ok(opened) => {
                done += 1;
                writeln!(out, "{}", Record::of(&file, &opened).line())?;
                for sentence in language.remarks_on(&opened) {
                    eprintln!("{file}: {sentence}");
                }
            }
            Err(error) => {
                rejected += 1;
                eprintln!("{file}: {}", language.read_error(&error));
            }
        }
    }
    if found.passed_over > 0 {
        eprintln!("{}", language.other_files_passed_over(found.passed_over));
    }
    if found.files.is_empty() {
        eprintln!("{}", language.no_file_there());
    }
    Ok(Outcome::of(done, rejected))
}
