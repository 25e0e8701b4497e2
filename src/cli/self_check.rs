//! `self-check`: the reference plants, each with what it came to.

use std::io::{self, Write};

use super::Outcome;
use crate::language::Language;
use crate::self_check;

pub fn run(language: Language, out: &mut impl Write) -> io::Result<Outcome> {
    let checked = match self_check::run() {
        Ok(checked) => checked,
        Err(problems) => {
            for problem in problems {
                writeln!(out, "{}", language.problem(&problem))?;
            }
            return Ok(Outcome::NothingDone);
        }
    };
    for plant in &checked {
        writeln!(out, "{}", language.checked_plant(plant))?;
    }
    let wrong = checked.iter().filter(|plant| !plant.agrees()).count();
    eprintln!("{}", language.self_check_result(checked.len() - wrong, checked.len()));
    Ok(Outcome::of(checked.len() - wrong, wrong))
}
