//! A document's blocks as JSON, for libraries that lay out themselves. Colours are those of paper.

use factory_checkup::drawing::{Drawing, Ink, Shape};
use factory_checkup::report::block::{Align, Block, Cell, Document, RowKind, Style, Table, Text};
use serde_json::{Value, json};

pub fn of(document: &Document) -> Value {
    let about = &document.about;
    json!({
        "title": about.title,
        "subject": about.subject,
        "author": about.author,
        "header": about.header,
        "footer": about.footer,
        "watermark": about.watermark,
        "ink": { "text": ink(Ink::Text), "muted": ink(Ink::Muted), "accent": ink(Ink::Accent), "grid": ink(Ink::Grid), "tint": ink(Ink::Tint), "gate": ink(Ink::Gate) },
        "blocks": document.blocks.iter().filter_map(block).collect::<Vec<_>>(),
    })
}

/// `None` for a kind that no other library is asked for.
fn block(block: &Block) -> Option<Value> {
    Some(match block {
        Block::Cover(cover) => json!({
            "kind": "cover",
            "maker": cover.maker,
            "title": cover.title,
            "name": cover.name,
            "facts": facts(&cover.facts),
            "notice": text(&cover.notice),
        }),
        Block::Contents { title } => json!({ "kind": "contents", "title": title }),
        Block::Heading { level, text } => json!({ "kind": "heading", "level": level, "text": text }),
        Block::Paragraph { text: said, style } => {
            let style = match style {
                Style::Lead => "lead",
                Style::Small => "small",
                Style::Body => "body",
            };
            json!({ "kind": "paragraph", "style": style, "text": text(said) })
        }
        Block::List { numbered, items } => {
            json!({ "kind": "list", "numbered": numbered, "items": items.iter().map(text).collect::<Vec<_>>() })
        }
        Block::Table(table) => self::table(table),
        Block::Facts(pairs) => json!({ "kind": "facts", "facts": facts(pairs) }),
        Block::Numbers(numbers) => json!({
            "kind": "numbers",
            "numbers": numbers
                .iter()
                .map(|it| json!({ "label": it.label, "value": it.value, "note": it.note, "ink": ink(it.ink) }))
                .collect::<Vec<_>>(),
        }),
        Block::Figure { drawing: drawn, caption } => {
            json!({ "kind": "figure", "drawing": drawing(drawn), "caption": caption })
        }
        Block::Callout { ink: edge, title, paragraphs } => json!({
            "kind": "callout",
            "ink": ink(*edge),
            "title": title,
            "paragraphs": paragraphs.iter().map(text).collect::<Vec<_>>(),
        }),
        Block::PageBreak => json!({ "kind": "page-break" }),
        #[allow(unreachable_patterns, reason = "kinds that are added later are left out")]
        _ => return None,
    })
}

fn table(table: &Table) -> Value {
    json!({
        "kind": "table",
        "caption": table.caption,
        "columns": table
            .columns
            .iter()
            .map(|it| json!({ "head": it.head, "share": it.share, "end": it.align == Align::End }))
            .collect::<Vec<_>>(),
        "rows": table
            .rows
            .iter()
            .map(|row| json!({
                "bold": row.kind != RowKind::Plain,
                "tint": row.kind == RowKind::Group,
                "cells": row.cells.iter().map(cell).collect::<Vec<_>>(),
            }))
            .collect::<Vec<_>>(),
    })
}

fn cell(cell: &Cell) -> Value {
    match cell {
        Cell::Text { text: said, indent, dot } => {
            json!({ "text": text(said), "indent": indent, "dot": dot.map(ink) })
        }
        Cell::Bar { share, ink: filled, mark } => json!({ "bar": share, "ink": ink(*filled), "mark": mark }),
    }
}

fn drawing(drawing: &Drawing) -> Value {
    json!({
        "width": drawing.width,
        "height": drawing.height,
        "shapes": drawing.shapes.iter().map(shape).collect::<Vec<_>>(),
    })
}

fn shape(shape: &Shape) -> Value {
    let fill = |fill: &Option<factory_checkup::drawing::Fill>| {
        fill.map(|fill| json!({ "ink": ink(fill.ink), "opacity": fill.opacity }))
    };
    let stroke = |stroke: &factory_checkup::drawing::Stroke| json!({ "ink": ink(stroke.ink), "width": stroke.width, "dashed": stroke.dashed });
    match shape {
        Shape::Line { from, to, stroke: pen } => {
            json!({ "kind": "line", "from": [from.x, from.y], "to": [to.x, to.y], "stroke": stroke(pen) })
        }
        Shape::Rectangle { at, width, height, fill: filled, stroke: pen } => json!({
            "kind": "rectangle",
            "at": [at.x, at.y],
            "width": width,
            "height": height,
            "fill": fill(filled),
            "stroke": pen.as_ref().map(stroke),
        }),
        Shape::Polygon { points, fill: filled, stroke: pen } => json!({
            "kind": "polygon",
            "points": points.iter().map(|point| [point.x, point.y]).collect::<Vec<_>>(),
            "fill": fill(filled),
            "stroke": pen.as_ref().map(stroke),
        }),
        Shape::Circle { centre, radius, fill: filled, stroke: pen } => json!({
            "kind": "circle",
            "at": [centre.x, centre.y],
            "radius": radius,
            "fill": fill(filled),
            "stroke": pen.as_ref().map(stroke),
        }),
        Shape::Text { at, anchor, size, bold, ink: colour, text } => json!({
            "kind": "text",
            "at": [at.x, at.y],
            "anchor": anchor.share(),
            "size": size,
            "bold": bold,
            "ink": ink(*colour),
            "text": text,
        }),
    }
}

fn text(text: &Text) -> Value {
    let spans = text.spans.iter();
    spans.map(|span| json!({ "text": span.text, "bold": span.bold, "ink": span.ink.map(ink) })).collect()
}

fn facts(facts: &[(String, Text)]) -> Value {
    facts.iter().map(|(name, value)| json!([name, text(value)])).collect()
}

fn ink(ink: Ink) -> String {
    let [r, g, b] = ink.rgb();
    format!("#{r:02x}{g:02x}{b:02x}")
}
