//! What is wrong with a document: the file, the line, and the fault with its values.

/// One fault at one place; its sentence for people is part of the wording.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    pub file: String,
    /// Counted from 1; `None` when the fault is the file's as a whole.
    pub line: Option<usize>,
    pub fault: Fault,
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
