//! The bytes of a workbook → its sheets as texts by cell; what is no text or number is a problem.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{DataRef, Reader, Xlsx};

use crate::document::{Cell, Fault, Place, Problem};

/// A sheet's cells by row and column from 0, without the empty ones.
pub type Cells = BTreeMap<(u32, u16), String>;

/// Every sheet by its name, in the workbook's order. Dates and the like become problems of the file `name`. On failure,
/// the library's message: then the bytes are no workbook.
pub fn read(name: &str, bytes: &[u8], problems: &mut Vec<Problem>) -> Result<Vec<(String, Cells)>, String> {
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|error| error.to_string())?;
    let mut sheets = Vec::new();
    for sheet in workbook.sheet_names() {
        let mut cells = Cells::new();
        // Cell by cell, since a table from the first to the last one may be as large as a sheet can be.
        let mut reader = workbook.worksheet_cells_reader(&sheet).map_err(|error| error.to_string())?;
        while let Some(cell) = reader.next_cell().map_err(|error| error.to_string())? {
            let (row, column) = cell.get_position();
            let Ok(column) = u16::try_from(column) else { continue };
            let text = match cell.get_value() {
                DataRef::Empty => continue,
                DataRef::String(text) => text.clone(),
                DataRef::SharedString(text) => (*text).to_owned(),
                DataRef::Int(number) => number.to_string(),
                DataRef::Float(number) => number.to_string(),
                DataRef::Bool(flag) => flag.to_string(),
                DataRef::DateTime(_) | DataRef::DateTimeIso(_) | DataRef::DurationIso(_) | DataRef::Error(_) => {
                    let place = Place::Cell(Cell { sheet: sheet.clone(), row, column });
                    problems.push(Problem { file: name.to_owned(), place: Some(place), fault: Fault::NotAText });
                    // Something stands there, so that it is not missed besides.
                    "?".into()
                }
            };
            let text = text.replace("\r\n", "\n").replace('\r', "\n").trim().to_owned();
            if !text.is_empty() {
                cells.insert((row, column), text);
            }
        }
        sheets.push((sheet, cells));
    }
    Ok(sheets)
}
