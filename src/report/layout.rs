//! Pages: strips put one under the other, with page furniture, on A4.
//!
//! Everything is in points from the page's top left corner, y downwards. The [`Layout`] is what the PDF draws and
//! what the tests measure.

use super::block::{About, Document, Text};
use super::fonts::Faces;
use super::lines::{Line, Run, Type, lines, width};
use super::strip::{Band, Entry, Strip, baseline, plain, strips};
use crate::drawing::{Fill, Ink, Point, Shape, Stroke};

/// A4.
pub const WIDTH: f32 = 595.28;
pub const HEIGHT: f32 = 841.89;
/// The edges of the text; header and footer stand outside of them.
pub const LEFT: f32 = 62.0;
pub const RIGHT: f32 = WIDTH - 62.0;
pub const TOP: f32 = 72.0;
pub const BOTTOM: f32 = HEIGHT - 62.0;

const HEADER: f32 = 46.0;
const FOOTER: f32 = HEIGHT - 40.0;

/// The pages of a document and the places its bookmarks lead to.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    pub pages: Vec<Page>,
    pub bookmarks: Vec<Bookmark>,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Page {
    /// In drawing order: later items lie over earlier ones.
    pub items: Vec<Item>,
    /// A cover has no header and footer.
    pub bare: bool,
    pub links: Vec<Link>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    pub origin: Origin,
    pub drawn: Drawn,
}

/// What an item belongs to, by the block's place in the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// Header and footer, which belong to no block.
    Furniture,
    /// A block's rules, tints and dots, its drawing, and the text of a block that has only one.
    Block(usize),
    /// One of the texts of a block that has several.
    Part { block: usize, part: Part },
    /// A table's head; without a column, what is drawn for all of it.
    TableHead { block: usize, column: Option<usize> },
    /// A table's row, likewise.
    Row { block: usize, row: usize, column: Option<usize> },
}

/// Which of a block's texts; those of a kind are counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// Who made the document, on its cover.
    Maker,
    Title,
    /// Whom the document is about, on its cover.
    Name,
    Caption,
    /// What stands before or above a text: a number.
    Label(usize),
    /// A paragraph, a list's item, a figure in large type.
    Text(usize),
    /// What stands small under a text.
    Note(usize),
}

#[derive(Clone, Debug, PartialEq)]
pub enum Drawn {
    Text(Run),
    Path {
        outline: Outline,
        fill: Option<Fill>,
        stroke: Option<Stroke>,
    },
    /// The brand's logo in this box.
    Logo {
        at: Point,
        width: f32,
        height: f32,
    },
    /// A line of text, turned counter-clockwise around the run's start.
    Turned {
        run: Run,
        degrees: f32,
    },
}

#[derive(Clone, Debug, PartialEq)]
pub enum Outline {
    Line(Point, Point),
    Rectangle { at: Point, width: f32, height: f32 },
    Polygon(Vec<Point>),
    Circle { centre: Point, radius: f32 },
}

/// A place that leads to a heading.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Link {
    /// The text that it is laid over.
    pub origin: Origin,
    pub at: Point,
    pub width: f32,
    pub height: f32,
    /// The bookmark's place in [`Layout::bookmarks`].
    pub bookmark: usize,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Bookmark {
    pub level: u8,
    pub text: String,
    /// Counted from 0.
    pub page: usize,
    pub y: f32,
}

/// Lays a document out. There is always at least one page.
pub fn lay_out(document: &Document, faces: &Faces) -> Layout {
    let strips = strips(document, faces);
    let mut press = Press::default();
    let mut rest = strips.as_slice();
    while !rest.is_empty() {
        let chain = rest.iter().position(|strip| !strip.keep).map_or(rest.len(), |last| last + 1);
        press.put_together(&rest[..chain]);
        rest = &rest[chain..];
    }
    let mut layout = Layout { pages: press.pages, bookmarks: press.bookmarks };
    number_contents(&mut layout, &press.entries, faces);
    if let Some(text) = &document.about.watermark {
        mark(&mut layout.pages, text, faces);
    }
    furnish(&mut layout.pages, &document.about, faces);
    layout
}

/// The pages so far and the place where the next strip goes.
struct Press {
    pages: Vec<Page>,
    bookmarks: Vec<Bookmark>,
    /// Lines of tables of contents, with their pages and top edges.
    entries: Vec<(usize, f32, Entry)>,
    y: f32,
    /// The band under the last strip of this page, and the index of its rectangle.
    band: Option<(Band, usize)>,
}

impl Default for Press {
    fn default() -> Press {
        Press { pages: vec![Page::default()], bookmarks: Vec::new(), entries: Vec::new(), y: TOP, band: None }
    }
}

impl Press {
    /// Puts strips that belong together on one page, unless they do not fit on any.
    fn put_together(&mut self, chain: &[Strip]) {
        let height: f32 = chain.iter().map(|strip| strip.before + strip.height).sum();
        let first = chain.first().map_or(0.0, |strip| strip.before);
        if height - first <= BOTTOM - TOP && !self.fits(height) {
            self.turn();
        }
        chain.iter().for_each(|strip| self.put(strip));
    }

    fn put(&mut self, strip: &Strip) {
        if (strip.turn && !self.at_top()) || !self.fits(strip.before + strip.height) {
            self.turn();
        }
        match &strip.head {
            Some(head) if self.at_top() => self.put(&head.clone()),
            _ => {}
        }
        if !self.at_top() {
            self.y += strip.before;
        }
        let page_number = self.pages.len() - 1;
        if let Some((level, text)) = &strip.bookmark {
            self.bookmarks.push(Bookmark { level: *level, text: text.clone(), page: page_number, y: self.y });
        }
        self.lay_band(strip);
        let page = &mut self.pages[page_number];
        page.bare |= strip.bare;
        page.items.extend(strip.items.iter().map(|item| item.moved(0.0, self.y)));
        if let Some(entry) = strip.link {
            let at = Point::new(LEFT, self.y);
            let Entry { bookmark, origin, .. } = entry;
            page.links.push(Link { origin, at, width: RIGHT - LEFT, height: strip.height, bookmark });
            self.entries.push((page_number, self.y, entry));
        }
        self.y += strip.height;
    }

    /// Draws the tint under a strip, or stretches the one under the strip before when it is the same.
    fn lay_band(&mut self, strip: &Strip) {
        let bottom = self.y + strip.height;
        let Some(page) = self.pages.last_mut() else { return };
        match (&strip.band, &mut self.band) {
            (Some(band), Some((open, index))) if band.id == open.id => {
                for item in &mut page.items[*index..*index + band.parts()] {
                    item.stretch_to(bottom);
                }
            }
            (Some(band), open) => {
                *open = Some((band.clone(), page.items.len()));
                page.items.extend(band.items(self.y, strip.height));
            }
            (None, open) => *open = None,
        }
    }

    fn turn(&mut self) {
        self.pages.push(Page::default());
        self.y = TOP;
        self.band = None;
    }

    fn fits(&self, height: f32) -> bool {
        self.at_top() || self.y + height <= BOTTOM + 0.01
    }

    fn at_top(&self) -> bool {
        self.y <= TOP
    }
}

/// Writes the pages' numbers into tables of contents, and dots on the way to them.
fn number_contents(layout: &mut Layout, entries: &[(usize, f32, Entry)], faces: &Faces) {
    for (page, top, entry) in entries {
        let Entry { bookmark, kind, end, origin } = *entry;
        let number = (layout.bookmarks[bookmark].page + 1).to_string();
        let Some(line) = lines(&Text::plain(number), kind, RIGHT - LEFT, faces).into_iter().next() else { continue };
        let y = top + baseline(kind);
        let from = RIGHT - line.width;
        let items = &mut layout.pages[*page].items;
        if from - end > 24.0 {
            let dots = Outline::Line(Point::new(end + 6.0, y - 1.0), Point::new(from - 6.0, y - 1.0));
            let stroke = Stroke { dashed: true, ..Stroke::new(Ink::Grid, 0.75) };
            items.push(Item { origin, drawn: Drawn::stroked(dots, stroke) });
        }
        items.extend(line.runs.into_iter().map(|run| Item { origin, drawn: Drawn::Text(run.moved(from, y)) }));
    }
}

/// Lays a pale word across every page, under everything else.
fn mark(pages: &mut [Page], text: &str, faces: &Faces) {
    const DEGREES: f32 = 40.0;
    let of_size = |size: f32| Type { bold: true, ..plain(size, size, Ink::Tint) };
    // As large as a diagonal of the text's room allows.
    let unit = width(&Text::plain(text), of_size(1.0), faces).max(1.0);
    let size = (460.0 / unit).min(150.0);
    let Some(line) = lines(&Text::plain(text), of_size(size), f32::INFINITY, faces).into_iter().next() else { return };
    let (sin, cos) = DEGREES.to_radians().sin_cos();
    // The middle of the word stands in the middle of the page.
    let x = WIDTH / 2.0 - line.width / 2.0 * cos + 0.35 * size * sin;
    let y = HEIGHT / 2.0 + line.width / 2.0 * sin + 0.35 * size * cos;
    for page in pages {
        for run in line.runs.iter().rev() {
            let start = run.x;
            let run = Run { x: x + start * cos, y: y - start * sin, ..run.clone() };
            page.items.insert(0, Item { origin: Origin::Furniture, drawn: Drawn::Turned { run, degrees: DEGREES } });
        }
    }
}

/// Adds header and footer: the second pass, because only now the number of pages is known.
fn furnish(pages: &mut [Page], about: &About, faces: &Faces) {
    let count = pages.len();
    let kind = Type { size: 8.0, leading: 12.0, bold: false, ink: Ink::Muted, indent: 0.0, justified: false };
    let one_line = |text: String, width: f32| {
        let set = |text: String, width: f32| lines(&Text::plain(text), kind, width, faces);
        match set(text.clone(), width) {
            whole if whole.len() <= 1 => whole.into_iter().next(),
            // A long name ends in an ellipsis, for which an em is left.
            _ => {
                let start = set(text, width - kind.size).into_iter().next()?;
                let start: String = start.runs.into_iter().map(|run| run.text).collect();
                set(format!("{start}…"), width).into_iter().next()
            }
        }
    };
    for (index, page) in pages.iter_mut().enumerate().filter(|(_, page)| !page.bare) {
        let number = one_line(about.language.page_of(index + 1, count), RIGHT - LEFT);
        let room = RIGHT - LEFT - number.as_ref().map_or(0.0, |line| line.width) - 24.0;
        let mut add = |line: Option<Line>, y: f32, at_end: bool| {
            let Some(line) = line else { return };
            let x = if at_end { RIGHT - line.width } else { LEFT };
            let items = line.runs.into_iter().map(|run| Item { origin: Origin::Furniture, drawn: Drawn::Text(run) });
            page.items.extend(items.map(|item| item.moved(x, y)));
        };
        add(one_line(about.header.clone(), RIGHT - LEFT), HEADER, false);
        add(one_line(about.footer.clone(), room), FOOTER, false);
        add(number, FOOTER, true);
        let rule = Outline::Line(Point::new(LEFT, HEADER + 8.0), Point::new(RIGHT, HEADER + 8.0));
        page.items.push(Item { origin: Origin::Furniture, drawn: Drawn::stroked(rule, Stroke::new(Ink::Grid, 0.5)) });
    }
}

impl Origin {
    /// `None` for page furniture.
    pub fn block(self) -> Option<usize> {
        match self {
            Origin::Furniture => None,
            Origin::Block(block) => Some(block),
            Origin::Part { block, .. } | Origin::TableHead { block, .. } | Origin::Row { block, .. } => Some(block),
        }
    }

    /// A part of the same block.
    pub fn part(self, part: Part) -> Origin {
        self.block().map_or(self, |block| Origin::Part { block, part })
    }

    /// The cell in a column of this head or row.
    pub fn cell(self, column: usize) -> Origin {
        let column = Some(column);
        match self {
            Origin::TableHead { block, .. } => Origin::TableHead { block, column },
            Origin::Row { block, row, .. } => Origin::Row { block, row, column },
            other => other,
        }
    }

    /// The row that a cell is in; anything else is what it is.
    pub fn row(self) -> Origin {
        match self {
            Origin::Row { block, row, .. } => Origin::Row { block, row, column: None },
            other => other,
        }
    }
}

impl Item {
    pub fn moved(&self, x: f32, y: f32) -> Item {
        Item { origin: self.origin, drawn: self.drawn.moved(x, y) }
    }

    fn stretch_to(&mut self, bottom: f32) {
        if let Drawn::Path { outline: Outline::Rectangle { at, height, .. }, .. } = &mut self.drawn {
            *height = bottom - at.y;
        }
    }
}

impl Drawn {
    pub fn filled(outline: Outline, ink: Ink) -> Drawn {
        Drawn::Path { outline, fill: Some(Fill::solid(ink)), stroke: None }
    }

    pub fn stroked(outline: Outline, stroke: Stroke) -> Drawn {
        Drawn::Path { outline, fill: None, stroke: Some(stroke) }
    }

    /// A drawing's shape, made `scale` times as large; a text becomes the runs of its line.
    pub fn of_shape(shape: &Shape, scale: f32, faces: &Faces) -> Vec<Drawn> {
        let point = |point: &Point| Point::new(point.x * scale, point.y * scale);
        let stroke = |stroke: &Stroke| Stroke { width: stroke.width * scale, ..*stroke };
        match shape {
            Shape::Line { from, to, stroke: pen } => {
                vec![Drawn::stroked(Outline::Line(point(from), point(to)), stroke(pen))]
            }
            Shape::Rectangle { at, width, height, fill, stroke: pen } => vec![Drawn::Path {
                outline: Outline::Rectangle { at: point(at), width: width * scale, height: height * scale },
                fill: *fill,
                stroke: pen.as_ref().map(stroke),
            }],
            Shape::Polygon { points, fill, stroke: pen } => vec![Drawn::Path {
                outline: Outline::Polygon(points.iter().map(point).collect()),
                fill: *fill,
                stroke: pen.as_ref().map(stroke),
            }],
            Shape::Circle { centre, radius, fill, stroke: pen } => vec![Drawn::Path {
                outline: Outline::Circle { centre: point(centre), radius: radius * scale },
                fill: *fill,
                stroke: pen.as_ref().map(stroke),
            }],
            Shape::Text { at, anchor, size, bold, ink, text } => {
                let size = size * scale;
                let kind = Type { size, leading: size, bold: *bold, ink: *ink, indent: 0.0, justified: false };
                let Some(line) = lines(&Text::plain(text), kind, f32::INFINITY, faces).into_iter().next() else {
                    return Vec::new();
                };
                let x = at.x * scale - anchor.share() * line.width;
                line.runs.into_iter().map(|run| Drawn::Text(run).moved(x, at.y * scale)).collect()
            }
        }
    }

    pub fn moved(&self, x: f32, y: f32) -> Drawn {
        let point = |point: &Point| Point::new(point.x + x, point.y + y);
        match self {
            Drawn::Text(run) => Drawn::Text(run.moved(x, y)),
            Drawn::Turned { run, degrees } => Drawn::Turned { run: run.moved(x, y), degrees: *degrees },
            Drawn::Logo { at, width, height } => Drawn::Logo { at: point(at), width: *width, height: *height },
            Drawn::Path { outline, fill, stroke } => {
                let outline = match outline {
                    Outline::Line(from, to) => Outline::Line(point(from), point(to)),
                    Outline::Rectangle { at, width, height } => {
                        Outline::Rectangle { at: point(at), width: *width, height: *height }
                    }
                    Outline::Polygon(points) => Outline::Polygon(points.iter().map(point).collect()),
                    Outline::Circle { centre, radius } => Outline::Circle { centre: point(centre), radius: *radius },
                };
                Drawn::Path { outline, fill: *fill, stroke: *stroke }
            }
        }
    }
}
