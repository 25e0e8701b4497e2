//! Tables as a workbook (XLSX), a sheet each, laid out for people: frozen heads, a filter, real numbers, printable pages.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{DataRef, Reader, Xlsx};
use rust_xlsxwriter::{
    Color, DataValidation, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet,
    XlsxError,
};
use time::OffsetDateTime;

use super::{Cell, Column, FillIn, Number, Table, TableFault};
use crate::document;

/// The ending of its file, without a dot.
pub const ENDING: &str = "xlsx";

/// In UTF-16 units.
const LONGEST_TEXT: usize = 32_767;

/// The bytes of a workbook, read back and compared. No clock is read: the file says that it was made at `made`.
pub fn write(title: &str, made: OffsetDateTime, tables: &[Table]) -> Result<Vec<u8>, TableFault> {
    for table in tables {
        let mut texts = cells(table).filter_map(|(place, cell)| match cell {
            Cell::Text(text) => Some((place, text)),
            Cell::Empty | Cell::Number(_) => None,
        });
        if let Some((place, _)) = texts.find(|(_, text)| text.encode_utf16().count() > LONGEST_TEXT) {
            return Err(TableFault::TooLong { place: name(table, place) });
        }
    }
    let bytes = written(title, made, tables).map_err(|error| TableFault::Unwritten { message: error.to_string() })?;
    compare(tables, &bytes)?;
    Ok(bytes)
}

/// Whether a file reads as the tables: its sheets in order, every head, text and number, and nothing besides.
pub fn compare(tables: &[Table], file: &[u8]) -> Result<(), TableFault> {
    let unreadable = |error: calamine::XlsxError| TableFault::Unreadable { message: error.to_string() };
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(file)).map_err(unreadable)?;
    let sheets = workbook.sheet_names();
    for place in 0..tables.len().max(sheets.len()) {
        let meant = tables.get(place).map(|table| table.name.clone()).unwrap_or_default();
        let found = sheets.get(place).cloned().unwrap_or_default();
        if meant != found {
            return Err(TableFault::Differs { place: format!("{}", place + 1), meant, found });
        }
    }
    for table in tables {
        let mut found = BTreeMap::new();
        let mut reader = workbook.worksheet_cells_reader(&table.name).map_err(unreadable)?;
        while let Some(cell) = reader.next_cell().map_err(unreadable)? {
            if !matches!(cell.get_value(), DataRef::Empty) {
                found.insert(cell.get_position(), Found::of(cell.get_value()));
            }
        }
        let mut meant = BTreeMap::new();
        for (place, cell) in cells(table) {
            if let Some(cell) = Found::meant(&cell) {
                meant.insert(place, cell);
            }
        }
        let places = meant.keys().chain(found.keys());
        if let Some(place) = places.filter(|place| meant.get(place) != found.get(place)).min() {
            let shown = |cells: &BTreeMap<(u32, u32), Found>| cells.get(place).map(Found::shown).unwrap_or_default();
            return Err(TableFault::Differs { place: name(table, *place), meant: shown(&meant), found: shown(&found) });
        }
    }
    Ok(())
}

/// What stands in a cell of a file.
#[derive(PartialEq)]
enum Found {
    Text(String),
    Number(f64),
    /// What is neither.
    Other(String),
}

impl Found {
    fn of(value: &DataRef) -> Found {
        match value {
            DataRef::String(text) => Found::Text(text.clone()),
            DataRef::SharedString(text) => Found::Text((*text).to_owned()),
            DataRef::Float(number) => Found::Number(*number),
            DataRef::Int(number) => Found::Number(*number as f64),
            other => Found::Other(format!("{other:?}")),
        }
    }

    /// `None` for an empty cell.
    fn meant(cell: &Cell) -> Option<Found> {
        match cell {
            Cell::Empty => None,
            Cell::Text(text) => Some(Found::Text(text.clone())),
            Cell::Number(number) => Some(Found::Number(number.value())),
        }
    }

    fn shown(&self) -> String {
        match self {
            Found::Text(text) | Found::Other(text) => text.clone(),
            Found::Number(number) => number.to_string(),
        }
    }
}

/// Heads and rows with their rows and columns, from 0.
fn cells(table: &Table) -> impl Iterator<Item = ((u32, u32), Cell)> {
    let heads: Vec<Cell> = table.columns.iter().map(|column| Cell::text(&column.head)).collect();
    let lines = [heads].into_iter().chain(table.rows.iter().cloned());
    (0..).zip(lines).flat_map(|(row, line)| (0..).zip(line).map(move |(column, cell)| ((row, column), cell)))
}

/// As spreadsheets name it.
fn name(table: &Table, (row, column): (u32, u32)) -> String {
    let column = u16::try_from(column).unwrap_or(u16::MAX);
    document::Cell { sheet: table.name.clone(), row, column }.to_string()
}

fn written(title: &str, made: OffsetDateTime, tables: &[Table]) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // A workbook's dates are those of its time zone, and only from 1900 on.
    let year = u16::try_from(made.year()).unwrap_or_default();
    let day = ExcelDateTime::from_ymd(year, u8::from(made.month()), made.day())?;
    let day = day.and_hms(made.hour().into(), made.minute(), made.second())?;
    workbook.set_properties(&DocProperties::new().set_title(title).set_creation_datetime(&day));
    for table in tables {
        write_sheet(workbook.add_worksheet(), table)?;
    }
    workbook.save_to_buffer()
}

fn write_sheet(worksheet: &mut Worksheet, table: &Table) -> Result<(), XlsxError> {
    worksheet.set_name(&table.name)?;
    let last_row = u32::try_from(table.rows.len()).unwrap_or(u32::MAX);
    for (place, column) in (0..).zip(&table.columns) {
        worksheet.set_column_width(place, f64::from(column.width))?;
        worksheet.set_column_format(place, &body(column))?;
        worksheet.write_string_with_format(0, place, &column.head, &head(column))?;
        if let Some(FillIn::Choice(choices)) = &column.fill_in
            && last_row > 0
        {
            let choices = DataValidation::new().allow_list_strings(choices)?;
            worksheet.add_data_validation(1, place, last_row, place, &choices)?;
        }
    }
    for (row, line) in (1..).zip(&table.rows) {
        for (place, (cell, column)) in (0..).zip(line.iter().zip(&table.columns)) {
            match cell {
                Cell::Empty => worksheet.write_blank(row, place, &body(column))?,
                Cell::Text(text) => worksheet.write_string_with_format(row, place, text, &body(column))?,
                Cell::Number(number) => {
                    let format = body(column).set_num_format(number_format(number));
                    worksheet.write_number_with_format(row, place, number.value(), &format)?
                }
            };
        }
    }
    worksheet.set_freeze_panes(1, 0)?;
    if let Some(last_column) = u16::try_from(table.columns.len()).ok().and_then(|columns| columns.checked_sub(1)) {
        worksheet.autofilter(0, 0, last_row, last_column)?;
    }
    // On paper: A4 across, as wide as the page, the heads on every one.
    const A4: u8 = 9;
    worksheet.set_paper_size(A4).set_landscape().set_print_fit_to_pages(1, 0);
    worksheet.set_repeat_rows(0, 0)?;
    Ok(())
}

fn head(column: &Column) -> Format {
    let colour = if column.fill_in.is_some() { 0x00FD_F4E1 } else { 0x00E4_F0F5 };
    Format::new()
        .set_bold()
        .set_text_wrap()
        .set_align(FormatAlign::Top)
        .set_background_color(Color::RGB(colour))
        .set_border_bottom(FormatBorder::Thin)
}

fn body(column: &Column) -> Format {
    let format = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    match column.fill_in {
        Some(FillIn::Date) => format.set_num_format("yyyy-mm-dd"),
        _ => format,
    }
}

fn number_format(number: &Number) -> String {
    let whole = if number.is_percent() { "0" } else { "#,##0" };
    let decimals = match number.decimals() {
        0 => String::new(),
        decimals => format!(".{}", "0".repeat(decimals)),
    };
    format!("{whole}{decimals}{}", if number.is_percent() { "%" } else { "" })
}
