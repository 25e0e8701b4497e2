//! `verify`: whether a report's PDF says what the assessment in it gives.

use std::io::{self, Write};
use std::path::Path;

use super::{Outcome, files, report};
use crate::language::Language;
use crate::report::verify::{Examined, Finding};

/// The finding and its reasons on `out`. Some is rejected where something contradicts something, or could not be compared.
pub fn run(file: &Path, language: Language, out: &mut impl Write) -> io::Result<Outcome> {
    let examined = files::bytes(file).and_then(|bytes| Ok((Examined::of(&bytes)?, bytes)));
    let (examined, bytes) = match examined {
        Ok(examined) => examined,
        Err(error) => {
            eprintln!("{}: {}", file.display(), language.read_error(&error));
            return Ok(Outcome::NothingDone);
        }
    };
    let verdict = match examined.verdict(&bytes, Some(&report::fonts())) {
        Ok(verdict) => verdict,
        Err(error) => {
            eprintln!("{}", error.sentence(language));
            return Ok(Outcome::NothingDone);
        }
    };
    for sentence in verdict.sentences(language) {
        writeln!(out, "{sentence}")?;
    }
    Ok(match verdict.finding() {
        Finding::Sound => Outcome::Done,
        Finding::PagesNotCompared | Finding::Contradiction => Outcome::SomeRejected,
    })
}
