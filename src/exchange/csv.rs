//! Cells of a table that a spreadsheet will open.

use std::borrow::Cow;

/// A cell with text from a user. A spreadsheet would run `=…` and its like as a formula, so such a text gets an
/// apostrophe in front, which spreadsheets show as text. Numbers of our own need no guard.
pub fn guarded(cell: &str) -> Cow<'_, str> {
    match cell.chars().next() {
        // Full-width signs too: Excel in Chinese and Japanese takes them for the plain ones.
        Some('=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠') => format!("'{cell}").into(),
        _ => cell.into(),
    }
}
