//! Tables as strips: a strip per row, the head repeated on every page, a row divided only when no page can hold it.

mod columns;

use super::block::{Align, Cell, Row, RowKind, Table, Text};
use super::layout::{BOTTOM, Drawn, Item, LEFT, Origin, Outline, Part, RIGHT, TOP};
use super::lines::{Line, Type, lines, width};
use super::strip::{Band, Sheet, Strip, baseline, keep_all, plain};
use crate::drawing::{Ink, Point, Stroke};
use columns::{Slot, slots};

/// White space at the left and right of a cell's text.
const SIDE: f32 = 5.0;
/// White space above and below it.
const PAD: f32 = 2.0;
/// A table, or names and values, no higher than this share of a page are not divided.
const WHOLE: f32 = 0.3;
/// The room that a table leaves for a heading when it stands on one page with it.
const ABOVE: f32 = 72.0;
/// A row no higher than this looks lost by itself.
const LOW: f32 = 32.0;
/// A step of a hierarchy.
const INDENT: f32 = 11.0;

/// A cell ready to be drawn, a line at a time.
struct Setting {
    column: usize,
    slot: Slot,
    lines: Vec<Line>,
    dot: Option<Ink>,
    bar: Option<(f32, Ink, Option<f32>)>,
}

pub fn strips(sheet: &Sheet, table: &Table, block: usize) -> Vec<Strip> {
    let slots = slots(sheet, table);
    let origin = Origin::Block(block);
    let mut strips = Vec::new();
    let kind = Type { bold: true, ..plain(9.0, 14.0, Ink::Text) };
    for line in lines(&table.caption.as_str().into(), kind, RIGHT - LEFT, sheet.faces) {
        let items = sheet.runs(line, LEFT, baseline(kind), origin.part(Part::Caption));
        strips.push(Strip { height: kind.leading, keep: true, items, ..Strip::default() });
    }
    let head = head(sheet, table, &slots, block);
    strips.extend(head.clone());
    let repeated = head.map(|head| Box::new(Strip { keep: false, ..head }));
    for (index, row) in table.rows.iter().enumerate() {
        let mut made =
            row_strips(sheet, row, &slots, Origin::Row { block, row: index, column: None }, repeated.as_deref());
        if row.kind == RowKind::Group && index + 1 < table.rows.len() {
            made.iter_mut().for_each(|strip| strip.keep = true);
        }
        // Neither a low first row nor the last two stand alone on a page.
        let rest = table.rows.len() - 1 - index;
        let [strip] = made.as_mut_slice() else {
            strips.append(&mut made);
            continue;
        };
        strip.keep |= rest > 0 && rest <= 2 && index > 0;
        let first = index == 0 || (index == 1 && table.rows[0].kind == RowKind::Group);
        strip.keep |= rest > 0 && first && strip.height <= LOW;
        strips.append(&mut made);
    }
    let most = if table.whole { BOTTOM - TOP - ABOVE } else { WHOLE * (BOTTOM - TOP) };
    if strips.iter().map(|strip| strip.height).sum::<f32>() <= most {
        keep_all(&mut strips);
    }
    if let Some(first) = strips.first_mut() {
        first.before = 11.0;
    }
    if let Some(last) = strips.last_mut() {
        last.height += 6.0;
    }
    strips
}

/// Names and values: a table of two columns without a head, the first as wide as its names ask for.
pub fn facts(sheet: &Sheet, facts: &[(String, Text)], block: usize) -> Vec<Strip> {
    let kind = sheet.cell(Ink::Muted);
    let widest = facts.iter().map(|(label, _)| width(&label.as_str().into(), kind, sheet.faces)).fold(0.0, f32::max);
    let room = (widest + 4.0 * SIDE).clamp(0.15 * (RIGHT - LEFT), 0.36 * (RIGHT - LEFT));
    let name = Slot { left: LEFT, width: room, align: Align::Start };
    let value = Slot { left: LEFT + name.width, width: RIGHT - LEFT - name.width, align: Align::Start };
    let mut strips = Vec::new();
    for (index, (label, text)) in facts.iter().enumerate() {
        let label = Text::default().and_muted(label);
        let row = Row::plain(vec![Cell::text(label), Cell::text(text.clone())]);
        strips.extend(row_strips(sheet, &row, &[name, value], Origin::Row { block, row: index, column: None }, None));
    }
    if strips.iter().map(|strip| strip.height).sum::<f32>() <= WHOLE * (BOTTOM - TOP) {
        keep_all(&mut strips);
    }
    // Neither the first nor the last row stands alone on a page.
    if let [first, .., before, _] = strips.as_mut_slice() {
        first.keep = true;
        before.keep = true;
    }
    if let Some(first) = strips.first_mut() {
        first.before = 8.0;
    }
    strips
}

fn head_type() -> Type {
    Type { bold: true, ..plain(8.5, 12.5, Ink::Muted) }
}

/// How far a cell's text is moved in.
fn step(indent: u8, dot: Option<Ink>) -> f32 {
    f32::from(indent) * INDENT + if dot.is_some() { 10.0 } else { 0.0 }
}

/// The head, `None` when no column has one.
fn head(sheet: &Sheet, table: &Table, slots: &[Slot], block: usize) -> Option<Strip> {
    if table.columns.iter().all(|column| column.head.is_empty()) {
        return None;
    }
    let origin = Origin::TableHead { block, column: None };
    let kind = head_type();
    let settings: Vec<Setting> = table
        .columns
        .iter()
        .zip(slots)
        .enumerate()
        .map(|(index, (column, slot))| setting(sheet, &Cell::text(column.head.as_str()), index, *slot, kind))
        .collect();
    let count = settings.iter().map(|setting| setting.lines.len()).max().unwrap_or(0);
    let height = count as f32 * kind.leading + 2.0 * PAD;
    let mut items: Vec<Item> = Vec::new();
    for setting in settings {
        // Heads stand on their line: short ones sink to the bottom.
        let top = height - PAD - setting.lines.len() as f32 * kind.leading;
        draw(sheet, setting, kind, top, origin, &mut items);
    }
    items.push(line_below(height, Stroke::new(Ink::Accent, 1.0), origin));
    Some(Strip { height, keep: true, items, ..Strip::default() })
}

fn row_strips(sheet: &Sheet, row: &Row, slots: &[Slot], origin: Origin, head: Option<&Strip>) -> Vec<Strip> {
    let kind = Type { bold: row.kind != RowKind::Plain, ..sheet.cell(Ink::Text) };
    let whole = [Slot { left: LEFT, width: RIGHT - LEFT, align: Align::Start }];
    let slots = if row.kind == RowKind::Group && row.cells.len() == 1 { &whole } else { slots };
    let cells = row.cells.iter().zip(slots).enumerate();
    let settings: Vec<Setting> = cells.map(|(index, (cell, slot))| setting(sheet, cell, index, *slot, kind)).collect();
    let count = settings.iter().map(|setting| setting.lines.len()).max().unwrap_or(0).max(1);
    let height = count as f32 * kind.leading + 2.0 * PAD;
    let room = BOTTOM - TOP - head.map_or(0.0, |head| head.height);

    let parts = if height <= room { vec![settings] } else { divided(settings, count) };
    let last = parts.len() - 1;
    let mut strips = Vec::new();
    for (index, part) in parts.into_iter().enumerate() {
        let count = part.iter().map(|setting| setting.lines.len()).max().unwrap_or(0).max(1);
        let above = if index == 0 { PAD } else { 0.0 };
        let below = if index == last { PAD } else { 0.0 };
        let height = above + count as f32 * kind.leading + below;
        let mut items = Vec::new();
        if row.kind == RowKind::Total && index == 0 {
            items.push(line_below(0.0, Stroke::new(Ink::Muted, 0.75), origin));
        }
        part.into_iter().for_each(|setting| draw(sheet, setting, kind, above, origin, &mut items));
        if index == last {
            items.push(line_below(height, Stroke::new(Ink::Grid, 0.5), origin));
        }
        let band = (row.kind == RowKind::Group).then_some(Band { id: origin, ink: Ink::Tint, edge: None });
        // A row that goes on under the repeated head keeps off its line.
        let gap = PAD - above;
        let head = head.map(|head| Box::new(Strip { height: head.height + gap, ..head.clone() }));
        strips.push(Strip { height, items, band, head, ..Strip::default() });
    }
    // Of a divided row, two lines at least stand together at either end.
    if strips.len() > 1 {
        strips[0].keep = true;
        strips[last - 1].keep = true;
    }
    strips
}

/// A row's cells line by line, for a row that is taller than a page.
fn divided(settings: Vec<Setting>, count: usize) -> Vec<Vec<Setting>> {
    let mut parts: Vec<Vec<Setting>> = (0..count).map(|_| Vec::new()).collect();
    for Setting { column, slot, lines, dot, bar } in settings {
        for (index, line) in lines.into_iter().enumerate() {
            let dot = dot.filter(|_| index == 0);
            parts[index].push(Setting { column, slot, lines: vec![line], dot, bar: None });
        }
        if bar.is_some() {
            parts[0].push(Setting { column, slot, lines: Vec::new(), dot: None, bar });
        }
    }
    parts
}

fn setting(sheet: &Sheet, cell: &Cell, column: usize, slot: Slot, kind: Type) -> Setting {
    match cell {
        Cell::Text { text, indent, dot } => {
            let step = step(*indent, *dot);
            // However narrow the column, a character is drawn.
            let room = (slot.width - 2.0 * SIDE - step).max(1.0);
            let slot = Slot { left: slot.left + step, width: slot.width - step, align: slot.align };
            Setting { column, slot, lines: lines(text, kind, room, sheet.faces), dot: *dot, bar: None }
        }
        Cell::Bar { share, ink, mark } => {
            Setting { column, slot, lines: Vec::new(), dot: None, bar: Some((*share, *ink, *mark)) }
        }
    }
}

fn draw(sheet: &Sheet, setting: Setting, kind: Type, top: f32, origin: Origin, items: &mut Vec<Item>) {
    let Setting { column, slot, lines, dot, bar } = setting;
    let first = top + baseline(kind);
    if let Some(ink) = dot {
        let centre = Point::new(slot.left + SIDE - 7.0, first - 0.36 * kind.size);
        items.push(Item { origin, drawn: Drawn::filled(Outline::Circle { centre, radius: 2.6 }, ink) });
    }
    for (index, line) in lines.into_iter().enumerate() {
        let slack = slot.width - 2.0 * SIDE - line.width;
        let x = slot.left + SIDE + slack.max(0.0) * slot.align.share();
        items.extend(sheet.runs(line, x, first + index as f32 * kind.leading, origin.cell(column)));
    }
    if let Some((share, ink, mark)) = bar {
        let width = (slot.width - 2.0 * SIDE).max(0.0);
        let at = Point::new(slot.left + SIDE, first - 0.36 * kind.size - 3.0);
        let bar = |width: f32| Outline::Rectangle { at, width, height: 6.0 };
        items.push(Item { origin, drawn: Drawn::filled(bar(width), Ink::Tint) });
        items.push(Item { origin, drawn: Drawn::filled(bar(width * share.clamp(0.0, 1.0)), ink) });
        if let Some(mark) = mark {
            let x = at.x + width * mark.clamp(0.0, 1.0);
            let line = Outline::Line(Point::new(x, at.y - 2.0), Point::new(x, at.y + 8.0));
            items.push(Item { origin, drawn: Drawn::stroked(line, Stroke::new(Ink::Gate, 0.8)) });
        }
    }
}

fn line_below(y: f32, stroke: Stroke, origin: Origin) -> Item {
    let line = Outline::Line(Point::new(LEFT, y), Point::new(RIGHT, y));
    Item { origin, drawn: Drawn::stroked(line, stroke) }
}

impl Align {
    /// The share of the free width that stands before the text.
    fn share(self) -> f32 {
        match self {
            Align::Start => 0.0,
            Align::End => 1.0,
        }
    }
}
