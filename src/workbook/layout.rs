//! The sheets with their columns: what a cell holds, and which key it becomes in the questionnaire's text.

use crate::provenance::Mark;
use crate::questionnaire::{Effort, EvidenceKind, Questionnaire, Rating, WorkKind};

/// The sheet that explains the others; nothing is read from it.
pub const GUIDE: &str = "说明 Guide";

pub struct Sheet {
    pub name: &'static str,
    /// The table that a row becomes in the text; empty for the rows that become other than one.
    pub table: &'static str,
    /// Without it there is no questionnaire.
    pub required: bool,
    pub columns: &'static [Column],
}

pub struct Column {
    /// Such as `name`, which has a cell for each language: `name.zh` and `name.en`.
    pub key: &'static str,
    pub kind: Kind,
    /// May be left empty.
    pub optional: bool,
    pub choices: Choices,
}

/// What the cells of a column hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A name, a word or a short text.
    Word,
    /// Text in both languages.
    Both,
    /// Items in both languages, a line each.
    Lines,
    Whole,
    /// Two whole numbers: `days.from`, `days.to`.
    Range,
    /// A number kept to the last digit.
    Decimal,
    /// `yes` or `no`.
    Flag,
    /// Names with commas between them.
    Words,
    /// A percentage for each kind of manufacturing: `weight.discrete`.
    Weights,
}

/// What a cell's list of choices offers.
#[derive(Clone, Copy)]
pub enum Choices {
    None,
    Fixed(fn() -> Vec<&'static str>),
    /// The first column of a sheet.
    Of(&'static str),
}

const fn column(key: &'static str, kind: Kind) -> Column {
    Column { key, kind, optional: false, choices: Choices::None }
}

impl Column {
    const fn optional(self) -> Column {
        Column { optional: true, ..self }
    }

    const fn of(self, sheet: &'static str) -> Column {
        Column { choices: Choices::Of(sheet), ..self }
    }

    const fn fixed(self, words: fn() -> Vec<&'static str>) -> Column {
        Column { choices: Choices::Fixed(words), ..self }
    }

    /// Whether it stands in the tables of the two languages, for a requirement.
    pub fn is_bilingual(&self) -> bool {
        matches!(self.kind, Kind::Both | Kind::Lines)
    }

    /// The keys of its cells, from left to right.
    pub fn heads(&self, variants: &[String]) -> Vec<String> {
        let each = |endings: [&str; 2]| endings.map(|ending| format!("{}.{ending}", self.key)).into();
        match self.kind {
            Kind::Both | Kind::Lines => each(LANGUAGES),
            Kind::Range => each(["from", "to"]),
            Kind::Weights => variants.iter().map(|variant| format!("{}.{variant}", self.key)).collect(),
            _ => vec![self.key.to_owned()],
        }
    }
}

pub const LANGUAGES: [&str; 2] = ["zh", "en"];

const ID: Column = column("id", Kind::Word);
const NAME: Column = column("name", Kind::Both);
const MEANING: Column = column("meaning", Kind::Both);
const SOURCE: Column = column("source", Kind::Word).of("sources");

const fn sheet(name: &'static str, table: &'static str, required: bool, columns: &'static [Column]) -> Sheet {
    Sheet { name, table, required, columns }
}

pub const MODEL: Sheet = sheet(
    "model",
    "",
    true,
    &[
        ID,
        column("version", Kind::Word),
        column("title", Kind::Both),
        column("model", Kind::Both),
        column("target", Kind::Whole).fixed(levels),
        column("structure_source", Kind::Word).of("sources"),
        column("gate.ratio", Kind::Decimal),
        column("gate.source", Kind::Word).of("sources"),
    ],
);

pub const DIMENSIONS: Sheet = sheet(
    "dimensions",
    "dimension",
    true,
    &[
        ID,
        column("parent", Kind::Word).optional().of("dimensions"),
        NAME,
        column("weight", Kind::Weights),
        SOURCE,
        column("tailorable", Kind::Flag).optional().fixed(flags),
    ],
);

/// Those of a dimension's columns that are said of it as a sub-domain, beside its requirements.
pub const SUB_DOMAIN: &[Column] =
    &[column("about", Kind::Both).optional(), column("texts_source", Kind::Word).optional().of("sources")];

pub const REQUIREMENTS: Sheet = sheet(
    "requirements",
    "",
    true,
    &[
        ID,
        column("level", Kind::Whole).fixed(levels),
        column("text", Kind::Both),
        column("met", Kind::Both),
        column("largely", Kind::Both).optional(),
        column("partly", Kind::Both).optional(),
        column("measure", Kind::Both),
        column("why", Kind::Both).optional(),
        column("pitfall", Kind::Both).optional(),
        column(EvidenceKind::Document.key(), Kind::Lines).optional(),
        column(EvidenceKind::Screen.key(), Kind::Lines).optional(),
        column(EvidenceKind::Sight.key(), Kind::Lines).optional(),
        column(EvidenceKind::Any.key(), Kind::Lines).optional(),
        column("ask", Kind::Word).optional().of("roles"),
        column("minutes", Kind::Whole).optional(),
        column("not_applicable", Kind::Flag).optional().fixed(flags),
        column("effort", Kind::Word).fixed(efforts),
        column("days", Kind::Range).optional(),
        column("cost", Kind::Word).optional().of("costs"),
        column("kinds", Kind::Words).optional().fixed(kinds),
        column("weeks", Kind::Range).optional(),
        column("after", Kind::Words).optional(),
        column("instruments", Kind::Words).optional(),
    ],
);

/// What a requirement says in other words for one kind of manufacturing.
pub const WORDINGS: Sheet = sheet(
    "wordings",
    "",
    false,
    &[
        column("requirement", Kind::Word),
        column("variant", Kind::Word).of("variants"),
        column("text", Kind::Both).optional(),
        column("met", Kind::Both).optional(),
        column("largely", Kind::Both).optional(),
        column("partly", Kind::Both).optional(),
        column("measure", Kind::Both).optional(),
    ],
);

/// The sheets of which each row is a table of the text's, in the order of the text.
pub const LISTS: [Sheet; 9] = [
    sheet("variants", "variant", true, &[ID, NAME, MEANING]),
    sheet("levels", "level", true, &[column("number", Kind::Whole).fixed(levels), NAME, MEANING, SOURCE]),
    sheet(
        "ratings",
        "rating",
        true,
        &[column("id", Kind::Word).fixed(ratings), NAME, MEANING, column("points", Kind::Decimal), SOURCE],
    ),
    sheet(
        "efforts",
        "effort",
        true,
        &[column("id", Kind::Word).fixed(efforts), NAME, MEANING, column("weight", Kind::Decimal), SOURCE],
    ),
    sheet("rules", "rule", false, &[column("title", Kind::Both), column("text", Kind::Both), SOURCE]),
    sheet("roles", "role", false, &[ID, NAME]),
    sheet("costs", "cost", false, &[ID, NAME, SOURCE]),
    sheet("instruments", "instrument", false, &[ID, NAME, MEANING, SOURCE]),
    sheet("sources", "source", true, &[ID, column("mark", Kind::Word).fixed(marks), column("text", Kind::Both)]),
];

/// Every sheet but the guide, in the workbook's order.
pub fn sheets() -> impl Iterator<Item = &'static Sheet> {
    [&MODEL].into_iter().chain(&LISTS).chain([&DIMENSIONS, &REQUIREMENTS, &WORDINGS])
}

impl Sheet {
    /// Its columns, with those of a sub-domain in the dimensions' sheet.
    pub fn all_columns(&self) -> impl Iterator<Item = &'static Column> {
        let more: &'static [Column] = if self.name == DIMENSIONS.name { SUB_DOMAIN } else { &[] };
        self.columns.iter().chain(more)
    }
}

/// The names of a questionnaire's kinds of manufacturing, each of which has a column of weights.
pub fn variants(questionnaire: &Questionnaire) -> Vec<String> {
    questionnaire.variants.iter().map(|variant| variant.id.to_string()).collect()
}

pub const YES: &str = "yes";
pub const NO: &str = "no";

fn flags() -> Vec<&'static str> {
    vec![YES, NO]
}

fn levels() -> Vec<&'static str> {
    vec!["1", "2", "3", "4", "5"]
}

fn ratings() -> Vec<&'static str> {
    Rating::ALL.map(Rating::id).into()
}

fn efforts() -> Vec<&'static str> {
    Effort::ALL.map(Effort::id).into()
}

fn kinds() -> Vec<&'static str> {
    WorkKind::ALL.map(WorkKind::id).into()
}

fn marks() -> Vec<&'static str> {
    Mark::ALL.map(Mark::id).into()
}
