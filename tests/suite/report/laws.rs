//! The laws of the page, held for documents that nobody would write.

use std::collections::{BTreeMap, BTreeSet};

use factory_checkup::drawing::Ink;
use factory_checkup::language::Language;
use factory_checkup::report::block::{Align, Block, Cell, Column, Document, Row, RowKind, Style, Table, Text};
use factory_checkup::report::fonts::SUBSTITUTE;
use factory_checkup::report::layout::{BOTTOM, Drawn, HEIGHT, LEFT, Layout, Origin, RIGHT, TOP, WIDTH};
use proptest::prelude::*;

use super::bounds::bounds;
use super::{ALL, lay_out, sample};

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_page_obeys_the_laws(document in documents()) {
        hold(&document, &lay_out(&document));
    }
}

/// Panics where a page breaks a law.
pub fn hold(document: &Document, layout: &Layout) {
    nothing_outside_the_margins(layout);
    no_line_over_another(layout);
    no_row_divided_without_need(layout);
    no_heading_last_on_its_page(document, layout);
    substitutes_only_for_what_is_lacking(document, layout);
}

fn nothing_outside_the_margins(layout: &Layout) {
    for item in layout.pages.iter().flat_map(|page| &page.items) {
        let bounds = bounds(&item.drawn);
        let (left, top, right, bottom) = match item.origin {
            Origin::Furniture => (0.0, 0.0, WIDTH, HEIGHT),
            _ => (LEFT, TOP, RIGHT, BOTTOM),
        };
        let inside = bounds.left >= left - 0.1
            && bounds.right <= right + 0.1
            && bounds.top >= top - 0.1
            && bounds.bottom <= bottom + 0.1;
        assert!(inside, "outside the margins: {:?} {bounds:?} {:?}", item.origin, item.drawn);
    }
}

/// No two texts overlap, by their em squares shrunk a little; punctuation gives up half of its own.
fn no_line_over_another(layout: &Layout) {
    for page in &layout.pages {
        let texts: Vec<_> = page
            .items
            .iter()
            .filter(|item| matches!(item.drawn, Drawn::Text(_)))
            .map(|item| (bounds(&item.drawn), item))
            .collect();
        for (index, (one, item)) in texts.iter().enumerate() {
            for (other, second) in &texts[index + 1..] {
                let half = (one.bottom - one.top) / 2.0 + 0.5;
                let apart = one.right <= other.left + half
                    || other.right <= one.left + half
                    || one.bottom <= other.top + 0.5
                    || other.bottom <= one.top + 0.5;
                assert!(apart, "overlap: {:?} and {:?}", item.drawn, second.drawn);
            }
        }
    }
}

/// A row is on one page, unless it alone fills one under its table's head.
fn no_row_divided_without_need(layout: &Layout) {
    let mut pages: BTreeMap<Origin, BTreeSet<usize>> = BTreeMap::new();
    let mut height: BTreeMap<Origin, f32> = BTreeMap::new();
    let mut heads: BTreeMap<Option<usize>, f32> = BTreeMap::new();
    for (number, page) in layout.pages.iter().enumerate() {
        let mut on_page: BTreeMap<Origin, (f32, f32)> = BTreeMap::new();
        for item in &page.items {
            if matches!(item.origin, Origin::Row { .. } | Origin::TableHead { .. }) {
                let bounds = bounds(&item.drawn);
                let extent = on_page.entry(whole(item.origin)).or_insert((f32::INFINITY, 0.0));
                *extent = (extent.0.min(bounds.top), extent.1.max(bounds.bottom));
            }
        }
        for (origin, (top, bottom)) in on_page {
            if let Origin::Row { .. } = origin {
                pages.entry(origin).or_default().insert(number);
                *height.entry(origin).or_default() += bottom - top;
            } else {
                heads.insert(origin.block(), bottom - top);
            }
        }
    }
    for (origin, pages) in pages {
        let head = heads.get(&origin.block()).copied().unwrap_or(0.0);
        let tall = height[&origin] > 0.9 * (BOTTOM - TOP - head);
        assert!(pages.len() == 1 || tall, "{origin:?} is divided over {pages:?} at {} points", height[&origin]);
    }
}

/// The row or the head that a cell is in.
fn whole(origin: Origin) -> Origin {
    match origin {
        Origin::TableHead { block, .. } => Origin::TableHead { block, column: None },
        other => other.row(),
    }
}

/// A heading ends a page only where a break was asked for, or where headings alone fill the page.
fn no_heading_last_on_its_page(document: &Document, layout: &Layout) {
    let is_heading = |origin: Origin| matches!(origin, Origin::Block(block) if matches!(document.blocks[block], Block::Heading { .. }));
    let pages: Vec<Vec<Origin>> = layout
        .pages
        .iter()
        .map(|page| page.items.iter().map(|item| item.origin).filter(|origin| *origin != Origin::Furniture).collect())
        .collect();
    for pair in pages.windows(2) {
        let (Some(&last), Some(&next)) = (pair[0].last(), pair[1].first()) else { continue };
        let (Some(from), Some(to)) = (last.block(), next.block()) else { continue };
        let asked_for = document.blocks[from..=to].contains(&Block::PageBreak);
        let full = pair[0].iter().all(|origin| is_heading(*origin));
        assert!(!is_heading(last) || asked_for || full, "heading {from} ends a page");
    }
}

fn substitutes_only_for_what_is_lacking(document: &Document, layout: &Layout) {
    let lacking = ALL.lacking(document).expect("the project's fonts are fonts");
    let drawn = layout.pages.iter().flat_map(|page| &page.items).any(|item| match &item.drawn {
        Drawn::Text(run) => run.text.contains(SUBSTITUTE),
        _ => false,
    });
    if lacking.is_empty() {
        let mut written = false;
        document.texts(&mut |text| written |= text.contains(SUBSTITUTE));
        assert!(written || !drawn, "a substitute was drawn, but nothing is lacking");
    }
}

pub fn documents() -> impl Strategy<Value = Document> {
    let language = prop_oneof![Just(Language::Chinese), Just(Language::English)];
    (language, "\\PC{0,80}", prop::collection::vec(blocks(), 1..14)).prop_map(|(language, name, blocks)| Document {
        about: sample::about(language, name.clone(), name.clone(), name),
        blocks,
    })
}

fn blocks() -> impl Strategy<Value = Block> {
    prop_oneof![
        (1..=3u8, texts(60)).prop_map(|(level, text)| Block::Heading { level, text }),
        texts(2000).prop_map(|text| Block::Paragraph { text: text.into(), style: Style::Body }),
        texts(300).prop_map(|text| Block::Paragraph { text: text.into(), style: Style::Lead }),
        (any::<bool>(), prop::collection::vec(texts(200).prop_map(Text::from), 0..6))
            .prop_map(|(numbered, items)| Block::List { numbered, items }),
        tables().prop_map(Block::Table),
        prop::collection::vec((texts(30), texts(200).prop_map(Text::from)), 0..5).prop_map(Block::Facts),
        (texts(20), prop::collection::vec(texts(400).prop_map(Text::from), 0..3))
            .prop_map(|(title, paragraphs)| { Block::Callout { ink: Ink::Gate, title, paragraphs } }),
        texts(20).prop_map(|title| Block::Contents { title }),
        Just(Block::PageBreak),
    ]
}

fn tables() -> impl Strategy<Value = Table> {
    let align = prop_oneof![Just(Align::Start), Just(Align::End)];
    let kind = prop_oneof![4 => Just(RowKind::Plain), 1 => Just(RowKind::Group), 1 => Just(RowKind::Total)];
    let cell = prop_oneof![
        6 => texts(120).prop_map(Cell::text),
        1 => texts(2000).prop_map(Cell::text),
        1 => (-1.0f32..2.0).prop_map(|share| Cell::Bar { share, ink: Ink::Accent, mark: Some(0.8) }),
    ];
    let columns = prop::collection::vec(
        (texts(20), 1.0f32..3.0, align).prop_map(|(head, share, align)| Column { head, share, align }),
        1..6,
    );
    let rows = prop::collection::vec(
        (kind, prop::collection::vec(cell, 0..6)).prop_map(|(kind, cells)| Row { kind, cells }),
        0..30,
    );
    (texts(40), columns, rows, any::<bool>()).prop_map(|(caption, columns, rows, whole)| Table {
        caption,
        columns,
        rows,
        whole,
    })
}

/// Chinese notes, names without a space, emoji, control characters, nothing at all.
fn texts(longest: usize) -> impl Strategy<Value = String> {
    prop_oneof![
        6 => prop::collection::vec(prop_oneof![
            Just("设备点检"), Just("，"), Just("。"), Just("（"), Just("）"), Just("“"), Just("”"), Just("MES"), Just(" 3.5 "),
            Just("保养"), Just("\n"), Just("GB/T 39116-2020"), Just("、"), Just("——"), Just("……"), Just("《"), Just("》"),
        ], 0..(longest / 4).max(1)).prop_map(|pieces| pieces.concat()),
        2 => Just(()).prop_map(move |()| "W".repeat(longest)),
        1 => Just(()).prop_map(move |()| "，".repeat(longest.min(200))),
        1 => "\\PC{0,60}",
        1 => Just("👍🏽 \u{0}\u{7}\u{1b}\t\u{202e}㛃\u{e000}\r\n".to_owned()),
        1 => Just(String::new()),
    ]
}
