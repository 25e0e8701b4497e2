//! Tables as plain values: typed cells under heads, from which every spreadsheet and CSV file is made.
//!
//! ```text
//! Assessment, Scorecard ─► plant ─► Table ─┬─► csv  ─► text, read back and compared
//! Portfolio ────────────────────► Table ───┴─► xlsx ─► bytes, read back and compared
//! ```
//!
//! Nothing is handed over that was not read back: [`csv::write`] and `xlsx::write` compare what they wrote with what was
//! meant, cell by cell.

pub mod csv;
pub mod plant;
#[cfg(feature = "workbook")]
pub mod xlsx;

use crate::language::Language;
use crate::wording::shortened;

/// A table under one row of heads. Every row has a cell for each column.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// The sheet's name: at most 31 characters, none of them `[]:*?/\`.
    pub name: String,
    pub columns: Vec<Column>,
    pub rows: Vec<Vec<Cell>>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    pub head: String,
    /// In digits; a Chinese character takes two.
    pub width: u16,
    /// `Some` where the cells are empty, to be filled in by hand.
    pub fill_in: Option<FillIn>,
}

/// What belongs into a column that is filled in by hand.
#[derive(Clone, Debug, PartialEq)]
pub enum FillIn {
    Text,
    Date,
    /// One of these.
    Choice(Vec<String>),
}

#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    Empty,
    /// Made by [`Cell::text`], and never empty.
    Text(String),
    Number(Number),
}

/// A decimal number as it is printed; a spreadsheet gets it with just these decimals.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number {
    /// Such as `-0.05` or `12`.
    digits: String,
    /// The digits are hundredths, shown with a percent sign.
    percent: bool,
}

/// What went wrong with a file that was to be made of tables. Nothing of it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TableFault {
    /// A text is longer than a spreadsheet's cell can be, which is 32 767 UTF-16 units.
    TooLong { place: String },
    /// The library could not write; the message is its own.
    Unwritten { message: String },
    /// What was written cannot be read; the message is the library's.
    Unreadable { message: String },
    /// What was written reads otherwise than what was meant.
    Differs { place: String, meant: String, found: String },
}

impl Column {
    pub fn new(head: impl Into<String>, width: u16) -> Column {
        Column { head: head.into(), width, fill_in: None }
    }

    pub fn to_fill_in(head: impl Into<String>, width: u16, fill_in: FillIn) -> Column {
        Column { head: head.into(), width, fill_in: Some(fill_in) }
    }
}

impl Cell {
    /// A text without white space around it; [`Cell::Empty`] where nothing is left. Lines end with a line feed, and
    /// characters that no spreadsheet's file can hold are left out.
    pub fn text(text: impl AsRef<str>) -> Cell {
        let text = text.as_ref().replace("\r\n", "\n").replace('\r', "\n");
        let holds = |character: &char| match character {
            '\n' | '\t' => true,
            '\u{fffe}' | '\u{ffff}' => false,
            character => !character.is_control(),
        };
        let text: String = text.chars().filter(holds).collect();
        match text.trim() {
            "" => Cell::Empty,
            text => Cell::Text(text.to_owned()),
        }
    }

    /// A number, given as it is printed, such as [`crate::exact::Exact::floor`] does.
    pub fn number(digits: impl ToString) -> Cell {
        Cell::Number(Number { digits: digits.to_string(), percent: false })
    }

    /// A share, given in hundredths: 35 is 35%.
    pub fn percent(digits: impl ToString) -> Cell {
        Cell::Number(Number { digits: digits.to_string(), percent: true })
    }

    pub fn is_empty(&self) -> bool {
        *self == Cell::Empty
    }

    /// As people read it.
    pub fn shown(&self) -> String {
        match self {
            Cell::Empty => String::new(),
            Cell::Text(text) => text.clone(),
            Cell::Number(number) => number.shown(),
        }
    }
}

impl Number {
    /// The nearest binary number, a share as its hundredth: for a spreadsheet.
    pub fn value(&self) -> f64 {
        let number: f64 = self.digits.parse().expect("digits are a number");
        if self.percent { number / 100.0 } else { number }
    }

    pub fn is_percent(&self) -> bool {
        self.percent
    }

    /// How many digits stand after the point.
    pub fn decimals(&self) -> usize {
        self.digits.split_once('.').map_or(0, |(_, fraction)| fraction.len())
    }

    fn shown(&self) -> String {
        format!("{}{}", self.digits, if self.percent { "%" } else { "" })
    }
}

impl TableFault {
    /// What happened and what to do, for people.
    pub fn sentence(&self, language: Language) -> String {
        match self {
            TableFault::TooLong { place } => language.table_too_long(place),
            TableFault::Unwritten { message } => language.table_unwritten(&shortened(message)),
            TableFault::Unreadable { message } => language.table_unreadable(&shortened(message)),
            TableFault::Differs { place, meant, found } => {
                language.table_differs(place, &shortened(meant), &shortened(found))
            }
        }
    }
}
