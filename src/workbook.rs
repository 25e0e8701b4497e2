//! A questionnaire as a workbook (XLSX), for authors who live in spreadsheets, and back without loss.
//!
//! A sheet holds one kind of things, a row each, under a head of fixed keys ([`layout`]). [`write()`] fills the sheets from
//! a questionnaire. [`read`] turns them into the text of a questionnaire's file, remembers which cell each of its lines
//! came from, and lets the one reader of questionnaires read it: so a workbook has the same laws as a folder of files, and
//! its faults have cells for lines. Sheets and columns whose name begins with `#` are the author's own, and passed over.

mod cells;
mod grid;
mod layout;
mod lines;
mod places;
mod reading;
mod rows;
mod writing;

use crate::document::Problem;
use crate::questionnaire::Questionnaire;

/// The ending of its file, without a dot.
pub const ENDING: &str = "xlsx";

/// A text is longer than a cell can be (32 767 characters), or there are more rows than a sheet has; the message is the
/// library's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotWritten {
    pub message: String,
}

/// The bytes of a workbook. Equal questionnaires make equal bytes, whatever their hashes.
pub fn write(questionnaire: &Questionnaire) -> Result<Vec<u8>, NotWritten> {
    writing::write(questionnaire)
}

/// Reads a workbook, whatever the bytes are; `name` is that of its file. On failure, every problem found, each with its
/// sheet and cell. Where it is to be kept, [`Questionnaire::to_file`] is its text.
pub fn read(name: &str, bytes: &[u8]) -> Result<Questionnaire, Vec<Problem>> {
    reading::read(name, bytes)
}
