//! A text that grows line by line, each with the cell that it came from.

use std::fmt::Write;

use crate::document::Cell;
use crate::questionnaire::writing::quoted;

#[derive(Default)]
pub struct Lines {
    pub text: String,
    /// For each line; `None` where no cell stands for it.
    cells: Vec<Option<Cell>>,
}

impl Lines {
    pub fn add(&mut self, line: &str, cell: Option<Cell>) {
        writeln!(self.text, "{line}").expect("memory takes text");
        self.cells.push(cell);
    }

    /// The cell of a line counted from 1.
    pub fn cell(&self, line: usize) -> Option<&Cell> {
        self.cells.get(line.checked_sub(1)?)?.as_ref()
    }
}

/// A whole number as it stands, or a text, which then is the reader's to refuse.
pub fn whole(text: &str) -> String {
    text.parse::<u32>().map_or_else(|_| quoted(text), |number| number.to_string())
}

/// A list of texts.
pub fn list<'a>(items: impl Iterator<Item = &'a str>) -> String {
    format!("[{}]", items.map(quoted).collect::<Vec<_>>().join(", "))
}
