//! The cell that a problem is about: that of its line, or another of the same row where the fault says which.

use super::grid::Grid;
use super::lines::Lines;
use super::reading::words;
use crate::document::{Cell, Fault, Place, Problem};

pub fn in_cells(mut problem: Problem, grids: &[Grid], lines: &Lines) -> Problem {
    if let Fault::Duplicate { first, .. } = &mut problem.fault {
        let line = first.rsplit(':').next().and_then(|line| line.parse().ok());
        if let Some(cell) = line.and_then(|line| lines.cell(line)) {
            *first = cell.to_string();
        }
    }
    let cell = match problem.place {
        Some(Place::Line(line)) => lines.cell(line).cloned(),
        other => return Problem { place: other, ..problem },
    };
    let cell = cell.map(|cell| {
        let Some(grid) = grids.iter().find(|grid| grid.sheet.name == cell.sheet) else { return cell };
        nearer(&problem.fault, grid, cell.row, grids).unwrap_or(cell)
    });
    if let (Fault::EmptyText { key } | Fault::ControlCharacter { key }, Some(cell)) = (&mut problem.fault, &cell)
        && let Some(head) = head_of(cell, grids)
    {
        *key = head.to_owned();
    }
    Problem { place: cell.map(Place::Cell), ..problem }
}

/// The key of a cell's column.
fn head_of<'a>(cell: &Cell, grids: &'a [Grid]) -> Option<&'a str> {
    let grid = grids.iter().find(|grid| grid.sheet.name == cell.sheet)?;
    grid.heads().find(|head| grid.cell(cell.row, head).as_ref() == Some(cell))
}

/// The cell of the row that the fault speaks of.
fn nearer(fault: &Fault, grid: &Grid, row: u32, grids: &[Grid]) -> Option<Cell> {
    let at = |key: &str| grid.cell(row, key);
    match fault {
        Fault::MissingLanguage { key, language } if key == "requirement" => at(&format!("text.{language}")),
        Fault::MissingLanguage { key, language } => at(&format!("{key}.{language}")),
        Fault::EmptyText { key } if key == "evidence" => at("documents.zh").or_else(|| at("evidence.zh")),
        Fault::TooLong { key, length, .. } => too_long(key, *length, grid, row, grids),
        Fault::UnknownName { name, .. } => {
            let named = |head: &&str| words(grid.text(row, head)).any(|word| word == name);
            // Names first stand for themselves, in the first column.
            let referring = grid.heads().filter(|head| *head != "id").find(named);
            referring.map_or_else(|| at(&format!("weight.{name}")), at)
        }
        Fault::WeightsDoNotSum { variant, .. } | Fault::WeightOutsideParent { variant, .. } => {
            at(&format!("weight.{variant}"))
        }
        Fault::UnknownParent { .. } | Fault::TooDeep { .. } => at("parent"),
        Fault::UnknownLevel { .. } => at("level").or_else(|| at("target")),
        Fault::OutOfRange { key, .. } if key == "gate" => at("gate.ratio"),
        Fault::OutOfRange { key, .. } => at(key),
        Fault::PointsNotFalling { .. } => at("points"),
        Fault::PrerequisiteAbove { .. } | Fault::PrerequisiteCycle { .. } => at("after"),
        _ => None,
    }
}

/// A text of so many characters, among those of the requirement's row and of its other wordings.
fn too_long(key: &str, length: usize, grid: &Grid, row: u32, grids: &[Grid]) -> Option<Cell> {
    let id = grid.text(row, "id");
    let keys: &[&str] = if key == "evidence" { &["documents", "screens", "sights", "evidence"] } else { &[key] };
    let rows = grids.iter().flat_map(|grid| {
        let key = if grid.sheet.name == "wordings" { "requirement" } else { "id" };
        grid.rows.iter().filter(move |row| grid.text(**row, key) == id).map(move |row| (grid, *row))
    });
    let long =
        |text: &str| text.lines().any(|line| line.trim().chars().count() == length) || text.chars().count() == length;
    rows.flat_map(|(grid, row)| grid.heads().map(move |head| (grid, row, head)))
        .filter(|(_, _, head)| keys.iter().any(|key| head.strip_prefix(key).is_some_and(|rest| rest.starts_with('.'))))
        .find(|(grid, row, head)| long(grid.text(*row, head)))
        .and_then(|(grid, row, head)| grid.cell(row, head))
}
