//! `book`: the question book of one assessment's scope, the same as the app makes.

use std::path::Path;

use super::{Outcome, now, report};
use crate::language::Language;
use crate::order::Order;
use crate::report::site;

/// Prints the questions in scope of the assessment in `file` into `out`, over what is there.
pub fn run(file: &Path, out: &Path, language: Language) -> Outcome {
    report::print(file, out, &Order::new(language, now()), site::question_book)
}
