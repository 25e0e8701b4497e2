//! The structure of a tagged file: which text is a heading, a caption or a cell, in reading order.
//!
//! The tree is made from the blocks, so that it reads in their order however the pages are drawn; the pages then say
//! what they draw of each element. A paragraph or a row over two pages is one element with content on both. What is
//! only drawn (rules, tints, dots, bars, header and footer, a head that is repeated) is an artifact: programs that
//! read aloud pass it over.

mod entries;

use std::collections::BTreeMap;

use lopdf::ObjectId;
use printpdf::{DictItem, Op};

use super::bounds::Bounds;
use crate::report::block::{Block, Document, Row, RowKind};
use crate::report::clean::clean;
use crate::report::layout::{Drawn, Item, Origin, Page, Part};

/// The elements, and what the pages written so far draw of them.
pub struct Tags {
    /// The first is the document; parents stand before their children.
    elements: Vec<Element>,
    by_origin: BTreeMap<Origin, usize>,
    /// For each page, the element of each piece of marked content.
    pages: Vec<Vec<usize>>,
    /// Places that lead somewhere: element, page, and the object in the file.
    links: Vec<(usize, usize, ObjectId)>,
}

struct Element {
    role: &'static str,
    parent: usize,
    detail: Detail,
    /// Page and number of each piece of its content, in the order of drawing.
    content: Vec<(usize, usize)>,
}

enum Detail {
    None,
    ColumnHead,
    RowHead,
    /// Over so many columns.
    Wide(usize),
    Numbered,
    Figure {
        alternative: String,
        bounds: Bounds,
    },
}

/// What an item is to somebody who hears the page.
#[derive(Clone, Copy, PartialEq)]
pub enum Mark {
    Element(usize),
    /// Header and footer.
    Furniture,
    /// A rule, a tint, a dot.
    Ornament,
}

impl Tags {
    pub fn of(document: &Document) -> Tags {
        let mut tags = Tags { elements: Vec::new(), by_origin: BTreeMap::new(), pages: Vec::new(), links: Vec::new() };
        tags.add("Document", 0);
        let headings = document.blocks.iter().filter(|block| matches!(block, Block::Heading { .. })).count();
        let mut level = 0;
        for (index, block) in document.blocks.iter().enumerate() {
            if let Block::Heading { level: wanted, text } = block
                && !clean(text).trim_matches([' ', '\n']).is_empty()
            {
                // Whatever a document's headings are, no step is left out.
                level = (*wanted).min(level + 1);
            }
            tags.block(block, Origin::Block(index), level, headings);
        }
        tags
    }

    /// Begins the next page: what each of its items belongs to.
    pub fn page(&mut self, page: &Page) -> Vec<Mark> {
        self.pages.push(Vec::new());
        page.items.iter().map(|item| self.mark(item)).collect()
    }

    /// The operator that opens content of the last page with a mark.
    pub fn begin(&mut self, mark: Mark) -> Op {
        let with = |tag: &str, key: &str, value| Op::BeginMarkedContentWithProperties {
            tag: tag.to_owned(),
            properties: DictItem::Dict { map: BTreeMap::from([(key.to_owned(), value)]) },
        };
        match mark {
            Mark::Ornament => Op::BeginMarkedContent { tag: "Artifact".to_owned() },
            Mark::Furniture => with("Artifact", "Type", DictItem::Name(b"Pagination".to_vec())),
            Mark::Element(index) => {
                let page = self.pages.len() - 1;
                let number = self.pages[page].len();
                self.pages[page].push(index);
                let element = &mut self.elements[index];
                element.content.push((page, number));
                with(element.role, "MCID", DictItem::Int(number as i64))
            }
        }
    }

    fn block(&mut self, block: &Block, origin: Origin, level: u8, headings: usize) {
        match block {
            Block::Cover(cover) => {
                self.leaf("P", 0, origin.part(Part::Maker));
                self.leaf("Title", 0, origin.part(Part::Title));
                self.leaf("P", 0, origin.part(Part::Name));
                self.facts(cover.facts.len(), origin);
                self.leaf("P", 0, origin.part(Part::Text(0)));
            }
            Block::Heading { .. } => {
                self.leaf(heading(level), 0, origin);
            }
            Block::Paragraph { .. } => {
                self.leaf("P", 0, origin);
            }
            Block::List { numbered, items } => {
                let list = self.add("L", 0);
                if *numbered {
                    self.elements[list].detail = Detail::Numbered;
                }
                for index in 0..items.len() {
                    let item = self.add("LI", list);
                    self.leaf("Lbl", item, origin.part(Part::Label(index)));
                    self.leaf("LBody", item, origin.part(Part::Text(index)));
                }
            }
            Block::Table(table) => {
                let element = self.add("Table", 0);
                self.leaf("Caption", element, origin.part(Part::Caption));
                let Some(block) = origin.block() else { return };
                let columns = table.columns.len();
                if table.columns.iter().any(|column| !column.head.is_empty()) {
                    let row = self.add("TR", element);
                    for column in 0..columns {
                        let cell = self.leaf("TH", row, Origin::TableHead { block, column: Some(column) });
                        self.elements[cell].detail = Detail::ColumnHead;
                    }
                }
                for (index, row) in table.rows.iter().enumerate() {
                    self.row(row, columns, element, Origin::Row { block, row: index, column: None });
                }
            }
            Block::Facts(facts) => self.facts(facts.len(), origin),
            Block::Numbers(numbers) => {
                let all = self.add("Div", 0);
                for index in 0..numbers.len() {
                    let number = self.add("Div", all);
                    for part in [Part::Label(index), Part::Text(index), Part::Note(index)] {
                        self.leaf("P", number, origin.part(part));
                    }
                }
            }
            Block::Figure { drawing, caption } => {
                let figure = self.leaf("Figure", 0, origin);
                let alternative = if drawing.alternative.is_empty() { caption } else { &drawing.alternative };
                self.elements[figure].detail =
                    Detail::Figure { alternative: alternative.clone(), bounds: Bounds::NOTHING };
                self.leaf("Caption", figure, origin.part(Part::Caption));
            }
            Block::Callout { paragraphs, .. } => {
                let all = self.add("Div", 0);
                self.leaf("P", all, origin.part(Part::Title));
                for index in 0..paragraphs.len() {
                    self.leaf("P", all, origin.part(Part::Text(index)));
                }
            }
            Block::Contents { .. } => {
                self.leaf("P", 0, origin.part(Part::Title));
                let contents = self.add("TOC", 0);
                for index in 0..headings {
                    let entry = self.add("TOCI", contents);
                    let reference = self.add("Reference", entry);
                    self.leaf("Link", reference, origin.part(Part::Text(index)));
                }
            }
            Block::PageBreak => {}
        }
    }

    fn row(&mut self, row: &Row, columns: usize, table: usize, origin: Origin) {
        let element = self.add("TR", table);
        if row.kind == RowKind::Group && row.cells.len() == 1 && columns > 1 {
            let cell = self.leaf("TH", element, origin.cell(0));
            self.elements[cell].detail = Detail::Wide(columns);
            return;
        }
        for column in 0..columns {
            self.leaf("TD", element, origin.cell(column));
        }
    }

    /// Names and values.
    fn facts(&mut self, count: usize, origin: Origin) {
        let Some(block) = origin.block() else { return };
        let table = self.add("Table", 0);
        for row in 0..count {
            let origin = Origin::Row { block, row, column: None };
            let row = self.add("TR", table);
            let name = self.leaf("TH", row, origin.cell(0));
            self.elements[name].detail = Detail::RowHead;
            self.leaf("TD", row, origin.cell(1));
        }
    }

    fn add(&mut self, role: &'static str, parent: usize) -> usize {
        self.elements.push(Element { role, parent, detail: Detail::None, content: Vec::new() });
        self.elements.len() - 1
    }

    /// An element whose content is what has this origin.
    fn leaf(&mut self, role: &'static str, parent: usize, origin: Origin) -> usize {
        let element = self.add(role, parent);
        self.by_origin.insert(origin, element);
        element
    }

    /// What an item of the last page belongs to.
    fn mark(&mut self, item: &Item) -> Mark {
        if item.origin == Origin::Furniture {
            return Mark::Furniture;
        }
        let Some(&index) = self.by_origin.get(&item.origin) else { return Mark::Ornament };
        let page = self.pages.len() - 1;
        let element = &mut self.elements[index];
        // A head stands on the page where its table begins; further down it is repeated.
        let repeated = matches!(item.origin, Origin::TableHead { .. })
            && element.content.last().is_some_and(|(drawn, _)| *drawn != page);
        match (&mut element.detail, &item.drawn) {
            (Detail::Figure { bounds, .. }, drawn) => *bounds = bounds.and(Bounds::of(drawn)),
            (_, Drawn::Text(_)) if !repeated => {}
            _ => return Mark::Ornament,
        }
        Mark::Element(index)
    }

    /// Notes that a link on a page belongs to the text of this origin. What comes back is the number by which the link finds
    /// its element, to be set as its `StructParent`; `None` where no text has that origin. Wants all pages to be there.
    pub fn link(&mut self, origin: Origin, page: usize, link: ObjectId) -> Option<i64> {
        let element = *self.by_origin.get(&origin)?;
        self.links.push((element, page, link));
        Some((self.pages.len() + self.links.len() - 1) as i64)
    }
}

fn heading(level: u8) -> &'static str {
    match level {
        0 | 1 => "H1",
        2 => "H2",
        _ => "H3",
    }
}
