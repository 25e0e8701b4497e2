//! Strips: blocks cut into slices as wide as the text, none of which a page break may divide.
//!
//! A paragraph is a strip per line, a table one per row, a figure one with its caption. Which strips must stay
//! together is said here; where they come to stand is [`super::layout`]'s matter.

use super::block::{Block, Cover, Document, Number, Style, Text};
use super::fonts::Faces;
use super::layout::{BOTTOM, Drawn, Item, LEFT, Origin, Outline, Part, RIGHT, TOP};
use super::lines::{Line, Run, Type, lines};
use super::table;
use crate::drawing::{Drawing, Fill, Ink, Point, Stroke};
use crate::language::Language;
use crate::order::Logo;

/// The most of a page's height that a figure may take, so that its heading and caption stay with it.
const FIGURE_HEIGHT: f32 = 0.8 * (BOTTOM - TOP);

/// One slice. Its items stand at their `x` on the page and at a `y` from the strip's top edge.
#[derive(Clone, Debug, Default)]
pub struct Strip {
    pub height: f32,
    /// White space above, dropped at the top of a page.
    pub before: f32,
    /// Whether the next strip must stand on the same page.
    pub keep: bool,
    /// Whether it begins a new page.
    pub turn: bool,
    /// Whether its page goes without header and footer.
    pub bare: bool,
    pub items: Vec<Item>,
    /// What is repeated above it when it begins a page: its table's head.
    pub head: Option<Box<Strip>>,
    pub band: Option<Band>,
    /// Level and text.
    pub bookmark: Option<(u8, String)>,
    /// In a table of contents: where it leads to.
    pub link: Option<Entry>,
}

/// A line of a table of contents. The page's number is drawn when it is known.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Entry {
    /// The bookmark's place in the document.
    pub bookmark: usize,
    pub kind: Type,
    /// Where the title ends.
    pub end: f32,
    pub origin: Origin,
}

/// A tint behind neighbouring strips with the same `id`.
#[derive(Clone, Debug, PartialEq)]
pub struct Band {
    /// The block and, in a table, the row.
    pub id: Origin,
    pub ink: Ink,
    /// A line down the left edge, for callouts.
    pub edge: Option<Ink>,
}

/// What the makers of strips share.
pub struct Sheet<'a> {
    pub faces: &'a Faces<'a>,
    pub language: Language,
    pub logo: Option<&'a Logo>,
}

/// All strips of a document, top to bottom.
pub fn strips(document: &Document, faces: &Faces) -> Vec<Strip> {
    let sheet = Sheet { faces, language: document.about.language, logo: document.about.brand.logo.as_ref() };
    let mut by_block: Vec<Vec<Strip>> = document
        .blocks
        .iter()
        .enumerate()
        .map(|(index, block)| sheet.block(block, Origin::Block(index), index))
        .collect();
    let headings: Vec<(u8, String)> = by_block.iter().flatten().filter_map(|strip| strip.bookmark.clone()).collect();
    for (index, block) in document.blocks.iter().enumerate() {
        if let Block::Contents { title } = block {
            by_block[index] = sheet.contents(title, &headings, Origin::Block(index));
        }
    }
    let mut strips: Vec<Strip> = Vec::new();
    let mut turn = false;
    for (index, (block, mut made)) in document.blocks.iter().zip(by_block).enumerate() {
        if let Some(first) = made.first_mut() {
            first.turn |= turn;
            turn = matches!(block, Block::Cover(_));
        } else if matches!(block, Block::PageBreak) {
            turn = true;
        }
        // A remark is about what stands above it.
        if let (Block::Paragraph { style: Style::Small, .. }, Some(above)) = (block, strips.last_mut()) {
            above.keep = true;
        }
        if leads(&document.blocks, index) {
            keep_all_and_next(&mut made);
        }
        strips.append(&mut made);
    }
    strips
}

/// Whether a block is a paragraph right under a heading that leads to something else: it goes where that goes.
fn leads(blocks: &[Block], index: usize) -> bool {
    let Some(Block::Heading { level: above, .. }) = index.checked_sub(1).and_then(|before| blocks.get(before)) else {
        return false;
    };
    matches!(blocks[index], Block::Paragraph { style: Style::Body, .. })
        && match blocks.get(index + 1) {
            Some(Block::Table(_) | Block::Figure { .. } | Block::List { .. } | Block::Facts(_)) => true,
            Some(Block::Heading { level, .. }) => *level == above + 1,
            _ => false,
        }
}

impl Sheet<'_> {
    fn block(&self, block: &Block, origin: Origin, index: usize) -> Vec<Strip> {
        match block {
            Block::Cover(cover) => self.cover(cover, origin, index),
            Block::Heading { level, text } => self.heading(*level, text, origin),
            Block::Paragraph { text, style } => self.paragraph(text, *style, origin),
            Block::List { numbered, items } => self.list(*numbered, items, origin),
            Block::Table(table) => table::strips(self, table, index),
            Block::Facts(facts) => table::facts(self, facts, index),
            Block::Numbers(numbers) => vec![self.numbers(numbers, origin)],
            Block::Figure { drawing, caption } => self.figure(drawing, caption, origin),
            Block::Callout { ink, title, paragraphs } => self.callout(*ink, title, paragraphs, origin),
            // Made when all headings are known.
            Block::Contents { .. } | Block::PageBreak => Vec::new(),
        }
    }

    fn cover(&self, cover: &Cover, origin: Origin, index: usize) -> Vec<Strip> {
        let bold = |size: f32, leading: f32, ink: Ink| Type { bold: true, ..plain(size, leading, ink) };
        let mut strips = vec![rule(RIGHT - LEFT, 3.0, Ink::Accent, origin)];
        strips.extend(self.logo.map(|logo| logo_strip(logo, origin)));
        let mut set = |part: Part, text: &str, kind: Type, before: f32| {
            strips.extend(self.set(&text.into(), kind, before, origin.part(part)));
        };
        set(Part::Maker, &cover.maker, bold(11.0, 17.0, Ink::Accent), 12.0);
        set(Part::Title, &cover.title, bold(31.0, 42.0, Ink::Text), 150.0);
        set(Part::Name, &cover.name, plain(17.0, 25.0, Ink::Text), 14.0);
        let mut short = rule(48.0, 3.0, Ink::Accent, origin);
        short.before = 26.0;
        strips.push(short);
        let mut facts = table::facts(self, &cover.facts, index);
        if let Some(first) = facts.first_mut() {
            first.before = 26.0;
        }
        strips.append(&mut facts);

        let mut notice = self.callout(Ink::Accent, "", std::slice::from_ref(&cover.notice), origin);
        let height = |strips: &[Strip]| strips.iter().map(|strip| strip.before + strip.height).sum::<f32>();
        // The notice sinks to the foot of the page when there is room left.
        if let Some(first) = notice.first_mut() {
            first.before = 24.0;
        }
        let room = BOTTOM - TOP - height(&strips) - height(&notice);
        if let Some(first) = notice.first_mut() {
            first.before += room.max(0.0);
        }
        strips.append(&mut notice);
        strips.iter_mut().for_each(|strip| strip.bare = true);
        strips
    }

    /// Headings of levels 1 and 2, the place for the page's number left free.
    fn contents(&self, title: &str, headings: &[(u8, String)], origin: Origin) -> Vec<Strip> {
        const NUMBER: f32 = 44.0;
        let kind = Type { bold: true, ..plain(20.0, 27.0, Ink::Accent) };
        let mut strips = self.set(&title.into(), kind, 0.0, origin.part(Part::Title));
        strips.iter_mut().for_each(|strip| strip.keep = true);
        for (bookmark, (level, text)) in headings.iter().enumerate().filter(|(_, (level, _))| *level <= 2) {
            let (kind, indent, before) = match level {
                1 => (Type { bold: true, ..plain(10.5, 17.0, Ink::Text) }, 0.0, 7.0),
                _ => (plain(9.5, 15.5, Ink::Text), 18.0, 0.0),
            };
            let origin = origin.part(Part::Text(bookmark));
            let mut entry =
                self.set_at(&text.as_str().into(), kind, indent, RIGHT - LEFT - indent - NUMBER, before, origin);
            if let Some(last) = entry.last_mut() {
                let ends = last.items.iter().map(|item| match &item.drawn {
                    Drawn::Text(run) => run.x + run.width,
                    _ => LEFT,
                });
                last.link = Some(Entry { bookmark, kind, end: ends.fold(LEFT, f32::max), origin });
            }
            strips.append(&mut entry);
        }
        strips
    }

    fn heading(&self, level: u8, text: &str, origin: Origin) -> Vec<Strip> {
        let (kind, before, after) = match level {
            1 => (plain(20.0, 27.0, Ink::Accent), 28.0, 6.0),
            2 => (plain(13.5, 19.0, Ink::Text), 18.0, 2.0),
            _ => (plain(11.0, 16.0, Ink::Text), 12.0, 1.0),
        };
        let mut strips = self.set(&text.into(), Type { bold: true, ..kind }, before, origin);
        strips.iter_mut().for_each(|strip| strip.keep = true);
        if let Some(first) = strips.first_mut() {
            first.bookmark = Some((level, text.to_owned()));
        }
        if let Some(last) = strips.last_mut() {
            last.height += after;
        }
        strips
    }

    fn paragraph(&self, text: &Text, style: Style, origin: Origin) -> Vec<Strip> {
        let (kind, before) = match style {
            Style::Body => {
                let body = self.body();
                (Type { indent: if self.language == Language::Chinese { 2.0 * body.size } else { 0.0 }, ..body }, 6.0)
            }
            Style::Lead => (plain(13.0, 21.0, Ink::Text), 10.0),
            Style::Small => (plain(8.5, 12.5, Ink::Muted), 4.0),
        };
        self.set(text, kind, before, origin)
    }

    fn list(&self, numbered: bool, items: &[Text], origin: Origin) -> Vec<Strip> {
        const STEP: f32 = 18.0;
        let kind = self.item();
        let mut strips = Vec::new();
        for (index, item) in items.iter().enumerate() {
            let mut item = self.set_at(item, kind, STEP, RIGHT - LEFT - STEP, 3.0, origin.part(Part::Text(index)));
            if let Some(first) = item.first_mut() {
                let baseline = baseline(kind);
                if numbered {
                    let number = Type { bold: true, ink: Ink::Accent, ..kind };
                    for line in lines(&Text::plain((index + 1).to_string()), number, STEP, self.faces) {
                        first.items.extend(self.runs(line, LEFT, baseline, origin.part(Part::Label(index))));
                    }
                } else {
                    let centre = Point::new(LEFT + 5.0, baseline - 0.36 * kind.size);
                    let drawn = Drawn::filled(Outline::Circle { centre, radius: 1.8 }, Ink::Accent);
                    first.items.push(Item { origin, drawn });
                }
            }
            strips.append(&mut item);
        }
        strips
    }

    fn numbers(&self, numbers: &[Number], origin: Origin) -> Strip {
        const GUTTER: f32 = 16.0;
        let count = numbers.len().max(1) as f32;
        let width = (RIGHT - LEFT - GUTTER * (count - 1.0)) / count;
        let mut strip = Strip { before: 14.0, ..Strip::default() };
        for (index, number) in numbers.iter().enumerate() {
            let x = LEFT + index as f32 * (width + GUTTER);
            let edge = Outline::Line(Point::new(x, 0.0), Point::new(x + width, 0.0));
            strip.items.push(Item { origin, drawn: Drawn::stroked(edge, Stroke::new(number.ink, 1.5)) });
            let mut y = 7.0;
            let parts = [
                (Part::Label(index), &number.label, plain(8.5, 13.0, Ink::Muted)),
                (Part::Text(index), &number.value, Type { bold: true, ..plain(23.0, 33.0, number.ink) }),
                (Part::Note(index), &number.note, plain(8.5, 13.0, Ink::Muted)),
            ];
            for (part, text, kind) in parts {
                for line in lines(&text.as_str().into(), kind, width, self.faces) {
                    strip.items.extend(self.runs(line, x, y + baseline(kind), origin.part(part)));
                    y += kind.leading;
                }
            }
            strip.height = strip.height.max(y + 6.0);
        }
        strip
    }

    fn figure(&self, drawing: &Drawing, caption: &str, origin: Origin) -> Vec<Strip> {
        let width = drawing.width.max(1.0);
        let height = drawing.height.max(1.0);
        let scale = ((RIGHT - LEFT) / width).min(FIGURE_HEIGHT / height).min(1.0);
        let x = LEFT + (RIGHT - LEFT - width * scale) / 2.0;
        let shapes = drawing.shapes.iter().flat_map(|shape| Drawn::of_shape(shape, scale, self.faces));
        let items = shapes.map(|drawn| Item { origin, drawn: drawn.moved(x, 0.0) }).collect();
        let mut strips = vec![Strip { height: height * scale, before: 11.0, items, ..Strip::default() }];
        let kind = plain(8.5, 13.0, Ink::Muted);
        for line in lines(&caption.into(), kind, RIGHT - LEFT, self.faces) {
            let x = LEFT + (RIGHT - LEFT - line.width) / 2.0;
            let items = self.runs(line, x, baseline(kind) + 5.0, origin.part(Part::Caption));
            strips.push(Strip { height: kind.leading, items, ..Strip::default() });
        }
        keep_all(&mut strips);
        if let Some(last) = strips.last_mut() {
            last.height += 6.0;
        }
        strips
    }

    fn callout(&self, ink: Ink, title: &str, paragraphs: &[Text], origin: Origin) -> Vec<Strip> {
        const SIDE: f32 = 16.0;
        let width = RIGHT - LEFT - 2.0 * SIDE;
        let band = Band { id: origin, ink: Ink::Tint, edge: Some(ink) };
        let pad = |height: f32| Strip { height, ..Strip::default() };
        let mut strips = vec![pad(9.0)];
        let kind = Type { bold: true, ink, ..self.body() };
        let title = self.set_at(&title.into(), kind, SIDE, width, 0.0, origin.part(Part::Title));
        let titled = !title.is_empty();
        strips.extend(title);
        for (index, paragraph) in paragraphs.iter().enumerate() {
            let before = if index > 0 || titled { 4.0 } else { 0.0 };
            let origin = origin.part(Part::Text(index));
            strips.extend(self.set_at(paragraph, self.body(), SIDE, width, before, origin));
        }
        strips.push(pad(9.0));
        // The paddings stay with their text, and a short box stays whole.
        let count = strips.len();
        for (index, strip) in strips.iter_mut().enumerate() {
            strip.keep |= index + 1 < count && (count <= 14 || index < 2 || index + 3 > count);
            strip.band = Some(band.clone());
        }
        if let Some(first) = strips.first_mut() {
            first.before = 12.0;
        }
        strips
    }

    /// A text as wide as the page's text, a strip per line.
    fn set(&self, text: &Text, kind: Type, before: f32, origin: Origin) -> Vec<Strip> {
        self.set_at(text, kind, 0.0, RIGHT - LEFT, before, origin)
    }

    /// A text moved in by `indent` points. Neither its first nor its last line is left alone on a page.
    fn set_at(&self, text: &Text, kind: Type, indent: f32, width: f32, before: f32, origin: Origin) -> Vec<Strip> {
        let lines = lines(text, kind, width, self.faces);
        let count = lines.len();
        let strip = |(index, line): (usize, Line)| Strip {
            height: kind.leading,
            before: if index == 0 { before } else { 0.0 },
            keep: index + 1 < count && (index == 0 || index + 2 == count),
            items: self.runs(line, LEFT + indent, baseline(kind), origin),
            ..Strip::default()
        };
        lines.into_iter().enumerate().map(strip).collect()
    }

    /// A line's runs as items, from `x` on and on the baseline `y`.
    pub fn runs(&self, line: Line, x: f32, y: f32, origin: Origin) -> Vec<Item> {
        let placed = |run: Run| Item { origin, drawn: Drawn::Text(Run { x: run.x + x, y: run.y + y, ..run }) };
        line.runs.into_iter().map(placed).collect()
    }

    /// The text of tables, set closer than running text.
    pub fn cell(&self, ink: Ink) -> Type {
        match self.language {
            Language::Chinese => plain(9.0, 12.0, ink),
            Language::English => plain(8.5, 11.0, ink),
        }
    }

    /// The items of lists, set a little closer than the running text that leads to them.
    fn item(&self) -> Type {
        match self.language {
            Language::Chinese => Type { size: 9.5, leading: 14.5, ..self.body() },
            Language::English => Type { size: 8.8, leading: 11.8, ..self.body() },
        }
    }

    /// The running text: one and a half lines of Chinese, a little tighter for the smaller letters of English.
    pub fn body(&self) -> Type {
        match self.language {
            Language::Chinese => Type { justified: true, ..plain(10.5, 16.0, Ink::Text) },
            Language::English => plain(9.5, 13.5, Ink::Text),
        }
    }
}

impl Band {
    /// The tint and, if there is one, the edge.
    pub fn items(&self, top: f32, height: f32) -> Vec<Item> {
        let rectangle = |width: f32| Outline::Rectangle { at: Point::new(LEFT, top), width, height };
        let tint = Drawn::Path { outline: rectangle(RIGHT - LEFT), fill: Some(Fill::solid(self.ink)), stroke: None };
        let edge = self.edge.map(|ink| Drawn::filled(rectangle(3.0), ink));
        [Some(tint), edge].into_iter().flatten().map(|drawn| Item { origin: self.id, drawn }).collect()
    }

    /// How many items [`Band::items`] makes.
    pub fn parts(&self) -> usize {
        1 + usize::from(self.edge.is_some())
    }
}

pub fn plain(size: f32, leading: f32, ink: Ink) -> Type {
    Type { size, leading, bold: false, ink, indent: 0.0, justified: false }
}

/// The baseline's distance from a line's top: the em square, 0.88 of it above the baseline, centred in the leading.
pub fn baseline(kind: Type) -> f32 {
    (kind.leading - kind.size) / 2.0 + 0.88 * kind.size
}

/// Binds each strip to the one after it.
pub fn keep_all(strips: &mut [Strip]) {
    if let Some((_, others)) = strips.split_last_mut() {
        others.iter_mut().for_each(|strip| strip.keep = true);
    }
}

/// Binds each strip to the one after it, and the last to whatever follows.
pub fn keep_all_and_next(strips: &mut [Strip]) {
    strips.iter_mut().for_each(|strip| strip.keep = true);
}

/// At the right, in a box of 150 × 44 points.
fn logo_strip(logo: &Logo, origin: Origin) -> Strip {
    let (width, height) = (logo.width.max(1) as f32, logo.height.max(1) as f32);
    let scale = (150.0 / width).min(44.0 / height);
    let (width, height) = (width * scale, height * scale);
    let drawn = Drawn::Logo { at: Point::new(RIGHT - width, 0.0), width, height };
    Strip { height, before: 12.0, items: vec![Item { origin, drawn }], ..Strip::default() }
}

fn rule(width: f32, height: f32, ink: Ink, origin: Origin) -> Strip {
    let outline = Outline::Rectangle { at: Point::new(LEFT, 0.0), width, height };
    Strip { height, items: vec![Item { origin, drawn: Drawn::filled(outline, ink) }], ..Strip::default() }
}
