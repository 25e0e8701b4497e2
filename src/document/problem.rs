//! What is wrong with a document: the file, the place in it, and the fault with its values.

use std::fmt;

/// One fault at one place; its sentence for people is part of the wording.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    pub file: String,
    /// `None` when the fault is the file's as a whole.
    pub place: Option<Place>,
    pub fault: Fault,
}

/// Where in a file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// Counted from 1.
    Line(usize),
    Cell(Cell),
}

/// A cell of a workbook; row and column count from 0.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cell {
    pub sheet: String,
    pub row: u32,
    pub column: u16,
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fault {
    /// Not TOML; the message is the parser's.
    Syntax {
        message: String,
    },
    /// There is no `model.toml` among the files.
    NoModel,
    MissingKey {
        key: String,
    },
    UnknownKey {
        key: String,
    },
    WrongType {
        key: String,
        expected: &'static str,
    },
    EmptyText {
        key: String,
    },
    /// Text with a character that is none, such as a bell: neither screen nor paper nor a spreadsheet can show it.
    ControlCharacter {
        key: String,
    },
    /// Text of several lines where one is wanted.
    SeveralLines {
        key: String,
    },
    MissingLanguage {
        key: String,
        language: &'static str,
    },
    TooLong {
        key: String,
        length: usize,
        limit: usize,
    },
    /// A word that must be one of a fixed few.
    UnknownWord {
        key: String,
        found: String,
        known: String,
    },
    /// A reference to something the model does not have.
    UnknownName {
        kind: &'static str,
        name: String,
    },
    Duplicate {
        kind: &'static str,
        name: String,
        first: String,
    },
    BadId {
        id: String,
    },
    /// An own questionnaire goes by the id of a shipped one.
    TakenId {
        id: String,
    },
    /// In bytes.
    TooLarge {
        size: usize,
        limit: usize,
    },
    UnknownLevel {
        found: String,
    },
    LevelsWithHole {
        missing: u8,
    },
    NotADecimal {
        key: String,
        found: String,
    },
    /// A number that must lie between the two.
    OutOfRange {
        key: String,
        found: String,
        least: &'static str,
        most: &'static str,
    },
    PointsNotFalling {
        rating: &'static str,
    },
    WeightsDoNotSum {
        parent: String,
        variant: String,
        sum: u32,
    },
    /// A dimension has a weight in a variant that its parent does not belong to.
    WeightOutsideParent {
        dimension: String,
        variant: String,
    },
    EmptySubDomain {
        dimension: String,
    },
    RequirementsAboveLeaf {
        dimension: String,
    },
    /// A parent that is not declared above its child.
    UnknownParent {
        dimension: String,
        parent: String,
    },
    /// A dimension further below the top than there are ranks.
    TooDeep {
        dimension: String,
        most: usize,
    },
    /// Not a workbook at all; the message is the library's.
    NotAWorkbook {
        message: String,
    },
    MissingSheet {
        name: String,
    },
    UnknownSheet {
        name: String,
        known: String,
    },
    /// A column that a sheet must have; the place is the sheet's first cell.
    MissingColumn {
        key: String,
    },
    /// Something stands in a column whose head is empty.
    CellWithoutHead,
    /// A date, or a formula that cannot be computed.
    NotAText,
    /// A second row where there is only one thing.
    OneRowOnly,
    /// A change of editions with more or fewer ids than its kind has.
    WrongCount {
        kind: &'static str,
        old: usize,
        new: usize,
    },
    /// A measure waits for one of a higher level.
    PrerequisiteAbove {
        requirement: String,
        after: String,
    },
    /// A measure waits, by way of others, for itself.
    PrerequisiteCycle {
        requirement: String,
    },
}

/// `12`, or `requirements!H12`.
impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Place::Line(line) => write!(f, "{line}"),
            Place::Cell(cell) => write!(f, "{cell}"),
        }
    }
}

/// As spreadsheets name it: `requirements!H12`.
impl fmt::Display for Cell {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut letters = String::new();
        let mut rest = u32::from(self.column) + 1;
        while rest > 0 {
            letters.insert(0, char::from(b'A' + ((rest - 1) % 26) as u8));
            rest = (rest - 1) / 26;
        }
        write!(f, "{}!{letters}{}", self.sheet, self.row + 1)
    }
}
