//! A sheet with its head understood: cells by row and key.

use std::collections::BTreeMap;

use super::cells::Cells;
use super::layout::{self, GUIDE, Kind, Sheet};
use crate::document::{Cell, Fault, Place, Problem};

pub struct Grid {
    pub sheet: &'static Sheet,
    /// The rows below the head in which something stands.
    pub rows: Vec<u32>,
    heads: BTreeMap<String, u16>,
    cells: Cells,
}

/// What begins the name of a sheet or column that is the author's own.
const NOTE: char = '#';

/// Every sheet that is laid out and there. What is missing or not known is a problem.
pub fn grids(file: &str, sheets: Vec<(String, Cells)>, problems: &mut Vec<Problem>) -> Vec<Grid> {
    let mut report = |place, fault| problems.push(Problem { file: file.to_owned(), place, fault });
    let known = || layout::sheets().map(|sheet| sheet.name);
    let mut grids = Vec::new();
    for (name, cells) in sheets {
        match layout::sheets().find(|sheet| sheet.name == name) {
            Some(sheet) => grids.push(Grid::of(sheet, cells, &mut report)),
            None if name == GUIDE || name.starts_with(NOTE) => {}
            None => report(None, Fault::UnknownSheet { name, known: known().collect::<Vec<_>>().join(", ") }),
        }
    }
    for sheet in layout::sheets().filter(|sheet| sheet.required) {
        if !grids.iter().any(|grid| grid.sheet.name == sheet.name) {
            report(None, Fault::MissingSheet { name: sheet.name.to_owned() });
        }
    }
    grids
}

impl Grid {
    fn of(sheet: &'static Sheet, cells: Cells, report: &mut impl FnMut(Option<Place>, Fault)) -> Grid {
        let at = |row, column| Cell { sheet: sheet.name.to_owned(), row, column };
        let mut heads = BTreeMap::new();
        let mut notes = Vec::new();
        for (&(row, column), text) in cells.range(..(1, 0)) {
            // What stands below the first line says what it means.
            let key = text.lines().next().unwrap_or_default().trim();
            let place = Some(Place::Cell(at(row, column)));
            if key.starts_with(NOTE) {
                notes.push(column);
            } else if !sheet.knows(key) {
                report(place, Fault::UnknownKey { key: key.to_owned() });
                notes.push(column);
            } else if let Some(first) = heads.get(key) {
                let first = at(0, *first).to_string();
                report(place, Fault::Duplicate { kind: "column", name: key.to_owned(), first });
                notes.push(column);
            } else {
                heads.insert(key.to_owned(), column);
            }
        }
        for column in sheet.all_columns().filter(|column| !column.optional && column.kind != Kind::Weights) {
            for key in column.heads(&[]).into_iter().filter(|key| !heads.contains_key(key)) {
                report(Some(Place::Cell(at(0, 0))), Fault::MissingColumn { key });
            }
        }
        let mut rows = Vec::new();
        for &(row, column) in cells.range((1, 0)..).map(|(place, _)| place) {
            if heads.values().any(|head| *head == column) {
                if rows.last() != Some(&row) {
                    rows.push(row);
                }
            } else if !notes.contains(&column) {
                report(Some(Place::Cell(at(row, column))), Fault::CellWithoutHead);
            }
        }
        Grid { sheet, rows, heads, cells }
    }

    /// What stands in a row under a key; empty where nothing does.
    pub fn text(&self, row: u32, key: &str) -> &str {
        let column = self.heads.get(key);
        column.and_then(|column| self.cells.get(&(row, *column))).map_or("", String::as_str)
    }

    /// The cell of a row under a key; `None` where there is no such column.
    pub fn cell(&self, row: u32, key: &str) -> Option<Cell> {
        let column = *self.heads.get(key)?;
        Some(Cell { sheet: self.sheet.name.to_owned(), row, column })
    }

    pub fn heads(&self) -> impl Iterator<Item = &str> {
        self.heads.keys().map(String::as_str)
    }
}

impl Sheet {
    fn knows(&self, key: &str) -> bool {
        self.all_columns().any(|column| match column.kind {
            Kind::Weights => key.strip_prefix(column.key).is_some_and(|rest| rest.starts_with('.') && rest.len() > 1),
            _ => column.heads(&[]).iter().any(|head| head == key),
        })
    }
}
