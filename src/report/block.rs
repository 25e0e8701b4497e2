//! Blocks: what a document is made of, as values that know nothing of pages or fonts.

use time::OffsetDateTime;

use crate::drawing::{Drawing, Ink, Shape};
use crate::language::Language;
use crate::order::Brand;

/// A document to be printed: what it is about, and its blocks in reading order.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    pub about: About,
    pub blocks: Vec<Block>,
}

/// What a reader's program shows about the file, and what the pages repeat.
#[derive(Clone, Debug, PartialEq)]
pub struct About {
    pub title: String,
    pub subject: String,
    pub author: String,
    /// The language of the document: it decides the page furniture's words and how lines are filled.
    pub language: Language,
    /// When the document was made; the file says so, and nothing else in the file depends on a clock.
    pub made: OffsetDateTime,
    /// Stands at the top left of every page but the cover.
    pub header: String,
    /// Stands at the bottom left of every page but the cover.
    pub footer: String,
    pub brand: Brand,
    /// Stands pale across every page: what the document must not be taken for more than. `None` for none.
    pub watermark: Option<String>,
    /// What the file carries; `None` for documents that nothing is opened from.
    pub enclosed: Option<Enclosure>,
}

/// The assessment that a report carries, so that the PDF opens it again.
#[derive(Clone, Debug, PartialEq)]
pub struct Enclosure {
    /// What the export is called.
    pub name: String,
    /// The export, to the byte.
    pub bytes: Vec<u8>,
    /// How the document was made, as [`super::record`] writes it.
    pub record: String,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A page of its own, without header and footer.
    Cover(Cover),
    /// The headings of levels 1 and 2 that follow, with their pages, each a link. The title is no heading itself.
    Contents {
        title: String,
    },
    /// `level` 1 to 3; each is a bookmark, nested by level.
    Heading {
        level: u8,
        text: String,
    },
    Paragraph {
        text: Text,
        style: Style,
    },
    List {
        numbered: bool,
        items: Vec<Text>,
    },
    Table(Table),
    /// Names and values beside each other, without a head: a profile.
    Facts(Vec<(String, Text)>),
    /// A few large figures beside each other; four fit.
    Numbers(Vec<Number>),
    Figure {
        drawing: Drawing,
        caption: String,
    },
    /// A tinted box for the one thing a reader must not miss.
    Callout {
        ink: Ink,
        title: String,
        paragraphs: Vec<Text>,
    },
    PageBreak,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Cover {
    /// Who made the document, small, at the top.
    pub maker: String,
    pub title: String,
    /// Whom it is about, under the title.
    pub name: String,
    pub facts: Vec<(String, Text)>,
    /// Stands at the foot of the page, to be read before anything else is believed.
    pub notice: Text,
}

/// How a paragraph is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    Body,
    /// Larger, for the sentence a page is about.
    Lead,
    /// Smaller and quieter, for remarks under tables and about sources.
    Small,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// Above the table; empty for none.
    pub caption: String,
    pub columns: Vec<Column>,
    pub rows: Vec<Row>,
    /// Never divided, if a page can hold it.
    pub whole: bool,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    pub head: String,
    /// The column's share of the width, relative to the other columns'.
    pub share: f32,
    pub align: Align,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    Start,
    End,
}

/// A row never breaks across pages unless it is taller than one; cells beyond the columns are not shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    pub kind: RowKind,
    pub cells: Vec<Cell>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowKind {
    Plain,
    /// A tinted, bold row that stays with the row after it. If it has only one cell, that reaches over all columns.
    Group,
    /// A bold row under a line: a sum.
    Total,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    Text {
        text: Text,
        /// Steps to the right, for a hierarchy in one column.
        indent: u8,
        /// A coloured dot before the text. Colour is never the only sign: the text says it as well.
        dot: Option<Ink>,
    },
    /// A horizontal bar; `share` is the filled part and `mark` the place of a line across it, both 0 to 1.
    Bar { share: f32, ink: Ink, mark: Option<f32> },
}

#[derive(Clone, Debug, PartialEq)]
pub struct Number {
    pub label: String,
    pub value: String,
    /// Small, under the value; empty for none.
    pub note: String,
    pub ink: Ink,
}

/// A text of one or more spans. A line feed in a span begins a new line.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Text {
    pub spans: Vec<Span>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Span {
    pub text: String,
    pub bold: bool,
    /// `None` takes the colour of the place where the text stands.
    pub ink: Option<Ink>,
}

impl Text {
    pub fn plain(text: impl Into<String>) -> Text {
        Text::default().with(text, false, None)
    }

    pub fn bold(text: impl Into<String>) -> Text {
        Text::default().with(text, true, None)
    }

    pub fn and(self, text: impl Into<String>) -> Text {
        self.with(text, false, None)
    }

    pub fn and_muted(self, text: impl Into<String>) -> Text {
        self.with(text, false, Some(Ink::Muted))
    }

    fn with(mut self, text: impl Into<String>, bold: bool, ink: Option<Ink>) -> Text {
        self.spans.push(Span { text: text.into(), bold, ink });
        self
    }
}

impl<T: Into<String>> From<T> for Text {
    fn from(text: T) -> Text {
        Text::plain(text)
    }
}

impl Cell {
    pub fn text(text: impl Into<Text>) -> Cell {
        Cell::Text { text: text.into(), indent: 0, dot: None }
    }
}

impl Column {
    pub fn new(head: impl Into<String>, share: f32, align: Align) -> Column {
        Column { head: head.into(), share, align }
    }
}

impl Row {
    pub fn plain(cells: Vec<Cell>) -> Row {
        Row { kind: RowKind::Plain, cells }
    }
}

impl Document {
    /// Calls `each` for every text that will be printed, in the order in which they are read, so that fonts can be chosen before anything is laid out.
    pub fn texts<'a>(&'a self, each: &mut dyn FnMut(&'a str)) {
        each(&self.about.header);
        each(&self.about.footer);
        self.about.watermark.iter().for_each(|watermark| each(watermark));
        for block in &self.blocks {
            block.texts(each);
        }
    }
}

impl Block {
    fn texts<'a>(&'a self, each: &mut dyn FnMut(&'a str)) {
        match self {
            Block::Cover(cover) => {
                each(&cover.maker);
                each(&cover.title);
                each(&cover.name);
                facts_texts(&cover.facts, each);
                cover.notice.texts(each);
            }
            Block::Contents { title } => each(title),
            Block::Heading { text, .. } => each(text),
            Block::Paragraph { text, .. } => text.texts(each),
            Block::List { items, .. } => items.iter().for_each(|item| item.texts(each)),
            Block::Table(table) => {
                each(&table.caption);
                table.columns.iter().for_each(|column| each(&column.head));
                for cell in table.rows.iter().flat_map(|row| &row.cells) {
                    if let Cell::Text { text, .. } = cell {
                        text.texts(each);
                    }
                }
            }
            Block::Facts(facts) => facts_texts(facts, each),
            Block::Numbers(numbers) => {
                for number in numbers {
                    each(&number.label);
                    each(&number.value);
                    each(&number.note);
                }
            }
            Block::Figure { drawing, caption } => {
                for shape in &drawing.shapes {
                    if let Shape::Text { text, .. } = shape {
                        each(text);
                    }
                }
                each(caption);
            }
            Block::Callout { title, paragraphs, .. } => {
                each(title);
                paragraphs.iter().for_each(|paragraph| paragraph.texts(each));
            }
            Block::PageBreak => {}
        }
    }
}

impl Text {
    fn texts<'a>(&'a self, each: &mut dyn FnMut(&'a str)) {
        self.spans.iter().for_each(|span| each(&span.text));
    }
}

fn facts_texts<'a>(facts: &'a [(String, Text)], each: &mut dyn FnMut(&'a str)) {
    for (name, value) in facts {
        each(name);
        value.texts(each);
    }
}
