//! A TOML document that people write by hand, read so that every problem in it is found at once, each with its line.
//!
//! [`read`] walks one text; a reader of several files keeps one list of problems and one [`Places`] for all of them.

mod places;
mod problem;
mod table;

use std::cell::RefCell;

pub use places::Places;
pub use problem::{Cell, Fault, Place, Problem};
pub use table::{File, Table};

/// Reads a document of one file: `walk` takes what it needs, and every key that it did not ask for, every name declared
/// twice and every reference that leads nowhere is a problem too. On failure, all problems by line.
pub fn read<T>(name: &str, text: &str, walk: impl FnOnce(&mut Table, &mut Places) -> T) -> Result<T, Vec<Problem>> {
    let problems = RefCell::new(Vec::new());
    let mut places = Places::default();
    let file = File::new(name, text, &problems);
    let read = file.with_root(|root| walk(root, &mut places));
    problems.borrow_mut().extend(places.problems());
    match (read, settled(problems)) {
        (Some(read), problems) if problems.is_empty() => Ok(read),
        (_, problems) => Err(problems),
    }
}

/// The problems in the order of files and places, each once.
pub fn settled(problems: RefCell<Vec<Problem>>) -> Vec<Problem> {
    let mut problems = problems.into_inner();
    problems.sort();
    problems.dedup();
    problems
}

/// Whether a name is fit for references: lowercase letters, digits and hyphens, a letter first.
pub fn is_name(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_lowercase())
        && text
            .chars()
            .all(|character| character.is_ascii_lowercase() || character.is_ascii_digit() || character == '-')
}
