//! Columns: how the width of the page is shared out among a table's.

use super::{SIDE, head_type, step};
use crate::drawing::Ink;
use crate::report::block::{Align, Cell, Column, RowKind, Table};
use crate::report::layout::{LEFT, RIGHT};
use crate::report::lines::{Type, is_han, width};
use crate::report::strip::Sheet;

/// White space more between a column of numbers and one of words.
const APART: f32 = 8.0;
/// A column narrower than this is widened for its words, at most by as much again; the others give the room.
const NARROW: f32 = 0.2 * (RIGHT - LEFT);

/// A Chinese text of no more characters than this stays on one line.
const SHORT: usize = 5;

/// Where a column's cells stand.
#[derive(Clone, Copy)]
pub struct Slot {
    pub left: f32,
    pub width: f32,
    pub align: Align,
}

/// Columns as wide as their shares say, but none so narrow that a word in it is broken while others have room to give.
/// Shares that are no positive numbers count as nothing.
pub fn slots(sheet: &Sheet, table: &Table) -> Vec<Slot> {
    let share = |share: f32| if share.is_finite() { share.max(0.0) } else { 0.0 };
    let sum: f32 = table.columns.iter().map(|column| share(column.share)).sum();
    let width = |column: &Column| if sum > 0.0 { share(column.share) / sum * (RIGHT - LEFT) } else { 0.0 };
    let wanted: Vec<f32> = table.columns.iter().map(width).collect();
    let widths = widened(wanted, |place| apart(table, place) + widest_word(sheet, table, place));
    let mut left = LEFT;
    let slot = |(place, width): (usize, f32)| {
        let apart = apart(table, place).min(width);
        let slot = Slot { left: left + apart, width: width - apart, align: table.columns[place].align };
        left += width;
        slot
    };
    widths.into_iter().enumerate().map(slot).collect()
}

/// Narrow columns made as wide as `needed` says, unless that takes more than half of what the others have.
fn widened(mut widths: Vec<f32>, needed: impl Fn(usize) -> f32) -> Vec<f32> {
    let lacking = |(place, &width): (usize, &f32)| match width < NARROW {
        true => (needed(place) - width).clamp(0.0, NARROW),
        false => 0.0,
    };
    let lacking: Vec<f32> = widths.iter().enumerate().map(lacking).collect();
    let wanted: f32 = lacking.iter().sum();
    let given: f32 = widths.iter().filter(|width| **width >= NARROW).sum();
    if wanted < 0.5 * given {
        for (width, lacking) in widths.iter_mut().zip(lacking) {
            *width += if *width < NARROW { lacking } else { -*width / given * wanted };
        }
    }
    widths
}

/// Numbers that end where words begin would read as one.
fn apart(table: &Table, place: usize) -> f32 {
    let before = place.checked_sub(1).map(|before| table.columns[before].align);
    if before == Some(Align::End) && table.columns[place].align == Align::Start { APART } else { 0.0 }
}

/// The width that a column takes for its widest word, with the white on both sides. Chinese may break anywhere, but a
/// short word looks torn.
fn widest_word(sheet: &Sheet, table: &Table, column: usize) -> f32 {
    let of_words = |text: &str, kind: Type| {
        let whole = |word: &&str| word.chars().count() <= SHORT || !word.chars().any(is_han);
        let words = text.split_whitespace().filter(whole);
        words.map(|word| width(&word.into(), kind, sheet.faces)).fold(0.0, f32::max)
    };
    let head = of_words(&table.columns[column].head, head_type());
    let cells = table.rows.iter().filter(|row| row.cells.len() > 1).filter_map(|row| match row.cells.get(column)? {
        Cell::Text { text, indent, dot } => {
            let kind = Type { bold: row.kind != RowKind::Plain, ..sheet.cell(Ink::Text) };
            let words = text.spans.iter().map(|span| of_words(&span.text, kind));
            Some(words.fold(0.0, f32::max) + step(*indent, *dot))
        }
        Cell::Bar { .. } => None,
    });
    cells.fold(head, f32::max) + 2.0 * SIDE + 0.1
}
