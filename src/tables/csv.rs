//! A table as CSV for a spreadsheet: UTF-8 with a byte-order mark, lines ended by CR LF, no formulas.

use std::borrow::Cow;

use csv::{QuoteStyle, ReaderBuilder, Terminator, WriterBuilder};

use super::{Cell, Table, TableFault};
use crate::document;

/// The ending of its file, without a dot.
pub const ENDING: &str = "csv";

/// Spreadsheets take a file that begins with it for UTF-8.
const MARK: &str = "\u{feff}";

/// The heads and every row, a line each, read back and compared.
pub fn write(table: &Table) -> Result<String, TableFault> {
    let mut writer =
        WriterBuilder::new().terminator(Terminator::CRLF).quote_style(QuoteStyle::Necessary).from_writer(Vec::new());
    for line in lines(table) {
        writer.write_record(line).map_err(unwritten)?;
    }
    let bytes = writer.into_inner().map_err(unwritten)?;
    let text = format!("{MARK}{}", String::from_utf8(bytes).map_err(unwritten)?);
    compare(table, text.as_bytes())?;
    Ok(text)
}

/// Whether a file reads as the table: by the reader that anybody would use, every line and cell.
pub fn compare(table: &Table, file: &[u8]) -> Result<(), TableFault> {
    let unreadable = |message: String| TableFault::Unreadable { message };
    let Some(lines_read) = file.strip_prefix(MARK.as_bytes()) else {
        return Err(unreadable("no byte-order mark".to_owned()));
    };
    let mut reader = ReaderBuilder::new().has_headers(false).flexible(true).from_reader(lines_read);
    let found: Vec<Vec<String>> = reader
        .records()
        .map(|record| record.map(|record| record.iter().map(str::to_owned).collect()))
        .collect::<Result<_, _>>()
        .map_err(|error| unreadable(error.to_string()))?;
    let meant = lines(table);
    for row in 0..meant.len().max(found.len()) {
        let (meant, found) = (line(&meant, row), line(&found, row));
        for column in 0..meant.len().max(found.len()) {
            let (meant, found) = (meant.get(column), found.get(column));
            if meant != found {
                let shown = |cell: Option<&String>| cell.cloned().unwrap_or_default();
                let place = place(&table.name, row, column);
                return Err(TableFault::Differs { place, meant: shown(meant), found: shown(found) });
            }
        }
    }
    Ok(())
}

/// A spreadsheet would run `=…` and its like as a formula, so such a text gets an apostrophe in front, which
/// spreadsheets show as text. Numbers of our own need no guard.
pub fn guarded(cell: &str) -> Cow<'_, str> {
    match cell.chars().next() {
        // Full-width signs too: Excel in Chinese and Japanese takes them for the plain ones.
        Some('=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠') => format!("'{cell}").into(),
        _ => cell.into(),
    }
}

/// Heads and rows as they stand in the file.
fn lines(table: &Table) -> Vec<Vec<String>> {
    let heads = table.columns.iter().map(|column| guarded(&column.head).into_owned()).collect();
    let cell = |cell: &Cell| match cell {
        Cell::Text(text) => guarded(text).into_owned(),
        Cell::Empty | Cell::Number(_) => cell.shown(),
    };
    let rows = table.rows.iter().map(|row| row.iter().map(cell).collect());
    [heads].into_iter().chain(rows).collect()
}

fn line(lines: &[Vec<String>], row: usize) -> &[String] {
    lines.get(row).map_or(&[], Vec::as_slice)
}

/// As spreadsheets name it.
fn place(sheet: &str, row: usize, column: usize) -> String {
    let (row, column) = (u32::try_from(row).unwrap_or(u32::MAX), u16::try_from(column).unwrap_or(u16::MAX));
    document::Cell { sheet: sheet.to_owned(), row, column }.to_string()
}

fn unwritten(error: impl ToString) -> TableFault {
    TableFault::Unwritten { message: error.to_string() }
}
