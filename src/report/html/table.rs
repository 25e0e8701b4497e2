//! Tables: heads that repeat on paper, groups of rows, bars and dots as small drawings.

use super::{Html, spans};
use crate::drawing::{Ink, escape};
use crate::report::block::{Align, Cell, Column, Row, RowKind, Table};

pub fn write(html: &mut Html, table: &Table) {
    let caption = escape(&table.caption);
    // A table without a caption scrolls under its first head.
    let name = if caption.is_empty() {
        table.columns.first().map_or(String::new(), |it| escape(&it.head))
    } else {
        caption.clone()
    };
    html.text.push_str(&format!(r#"<div class="table-scroll" tabindex="0" role="group" aria-label="{name}"><table>"#));
    if !caption.is_empty() {
        html.element("caption", &caption);
    }
    let whole: f32 = table.columns.iter().map(|column| column.share).sum();
    for column in &table.columns {
        html.text.push_str(&format!(r#"<col width="{:.1}%">"#, column.share / whole * 100.0));
    }
    let heads: String = table.columns.iter().map(head).collect();
    html.text.push_str(&format!("<thead><tr>{heads}</tr></thead><tbody>"));
    for (place, row) in table.rows.iter().enumerate() {
        // A group that heads all columns begins a body of its own, which its head is for.
        if place > 0 && spans_all(row, &table.columns) {
            html.text.push_str("</tbody><tbody>");
        }
        write_row(html, row, &table.columns);
    }
    html.text.push_str("</tbody></table></div>");
}

fn head(column: &Column) -> String {
    match column.head.as_str() {
        "" => "<td></td>".to_owned(),
        head => format!(r#"<th scope="col"{}>{}</th>"#, end(column), escape(head)),
    }
}

fn write_row(html: &mut Html, row: &Row, columns: &[Column]) {
    html.text.push_str(match row.kind {
        RowKind::Plain => "<tr>",
        RowKind::Group => r#"<tr class="group">"#,
        RowKind::Total => r#"<tr class="total">"#,
    });
    if spans_all(row, columns) {
        let content = row.cells.first().map_or(String::new(), content);
        html.text.push_str(&format!(r#"<th scope="rowgroup" colspan="{}">{content}</th>"#, columns.len()));
    } else {
        for (place, (cell, column)) in row.cells.iter().zip(columns).enumerate() {
            let (name, scope) = match (place, row.kind) {
                (0, RowKind::Group | RowKind::Total) => ("th", r#" scope="row""#),
                _ => ("td", ""),
            };
            let class = classes(cell, column);
            html.text.push_str(&format!("<{name}{scope}{class}>{}</{name}>", content(cell)));
        }
    }
    html.text.push_str("</tr>");
}

/// A group with one cell reaches over all columns.
fn spans_all(row: &Row, columns: &[Column]) -> bool {
    row.kind == RowKind::Group && row.cells.len() == 1 && columns.len() > 1
}

fn content(cell: &Cell) -> String {
    match cell {
        Cell::Text { text, dot, .. } => format!("{}{}", dot.map_or(String::new(), dot_of), spans(text)),
        Cell::Bar { share, ink, mark } => bar(*share, *ink, *mark),
    }
}

/// The numbers beside it say the same, so it is silent.
fn bar(share: f32, ink: Ink, mark: Option<f32>) -> String {
    let mark = mark.map_or(String::new(), |mark| {
        format!(r#"<rect class="fill-ink-gate" x="{:.1}" y="0" width="1.5" height="10"/>"#, mark * 100.0 - 0.75)
    });
    format!(
        r#"<svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="fill-ink-tint" x="0" y="2" width="100" height="6"/><rect class="fill-{}" x="0" y="2" width="{:.1}" height="6"/>{mark}</svg>"#,
        ink.class(),
        share.clamp(0.0, 1.0) * 100.0
    )
}

fn dot_of(ink: Ink) -> String {
    format!(
        r#"<svg class="dot" viewBox="0 0 10 10" aria-hidden="true" focusable="false"><circle class="fill-{}" cx="5" cy="5" r="4"/></svg>"#,
        ink.class()
    )
}

fn classes(cell: &Cell, column: &Column) -> String {
    match cell {
        Cell::Text { indent, .. } if *indent > 0 => format!(r#" class="indent-{}""#, indent.min(&3)),
        _ => end(column).to_owned(),
    }
}

fn end(column: &Column) -> &'static str {
    match column.align {
        Align::Start => "",
        Align::End => r#" class="number""#,
    }
}
