//! `check`: is a questionnaire sound, and if not, everything that is wrong with it.

use std::collections::BTreeSet;
use std::io::{self, Write};
use std::path::PathBuf;

use super::{Outcome, files, questionnaires};
use crate::language::Language;

/// Prints problems as `file:line: sentence`, for a terminal or an editor to jump to; those of a workbook as
/// `file:sheet!cell: sentence`.
pub fn run(paths: &[PathBuf], language: Language, out: &mut impl Write) -> io::Result<Outcome> {
    let mut all = BTreeSet::new();
    let mut faulty = 0;
    for path in paths {
        match questionnaires::find(path) {
            Ok(found) if found.is_empty() => {
                eprintln!("{}: {}", path.display(), language.no_questionnaire_there());
                faulty += 1;
            }
            Ok(found) => all.extend(found),
            Err(error) => {
                eprintln!("{}: {}", path.display(), language.read_error(&files::unreachable(error)));
                faulty += 1;
            }
        }
    }
    let mut problems = 0;
    for found in &all {
        match found.read(language) {
            Ok(sound) => {
                let (sub_domains, requirements) = (sound.sub_domains().len(), sound.requirements().len());
                let title = sound.title.get(language);
                let summary = language.questionnaire_is_sound(title, &sound.version, sub_domains, requirements);
                writeln!(out, "{}: {summary}", found.path().display())?;
            }
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
    Ok(Outcome::of(all.len(), faulty))
}
