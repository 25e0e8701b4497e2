//! What stands around the text: cover, contents, facts and large figures.

use super::{Html, heading_id, spans};
use crate::drawing::escape;
use crate::report::block::{Block, Cover, Number, Text};

/// The title and whom the document is about; it fills the first page on paper.
pub fn cover(html: &mut Html, cover: &Cover) {
    html.text.push_str(r#"<header class="document-cover">"#);
    html.classed("p", "document-maker", &escape(&cover.maker));
    super::title(html, &cover.title);
    html.classed("p", "document-name", &escape(&cover.name));
    facts(html, "document-facts", &cover.facts);
    html.classed("p", "document-notice", &spans(&cover.notice));
    html.text.push_str("</header>");
}

/// Links to the headings of levels 1 and 2 after it. `rest` begins with the contents themselves.
pub fn contents(html: &mut Html, title: &str, rest: &[Block]) {
    let title = escape(title);
    html.text.push_str(&format!(
        r#"<nav class="document-contents" aria-label="{title}"><p><strong>{title}</strong></p><ul>"#
    ));
    let headings = rest.iter().filter_map(|block| match block {
        Block::Heading { level, text } => Some((*level, text)),
        _ => None,
    });
    for (number, (level, text)) in (html.headings + 1..).zip(headings).filter(|(_, (level, _))| *level <= 2) {
        html.text.push_str(&format!(
            r##"<li class="indent-{}"><a href="#{}">{}</a></li>"##,
            level - 1,
            heading_id(number),
            escape(text)
        ));
    }
    html.text.push_str("</ul></nav>");
}

/// Names and values.
pub fn facts(html: &mut Html, class: &str, facts: &[(String, Text)]) {
    let line =
        |(name, value): &(String, Text)| format!("<div><dt>{}</dt><dd>{}</dd></div>", escape(name), spans(value));
    html.classed("dl", class, &facts.iter().map(line).collect::<String>());
}

pub fn numbers(html: &mut Html, numbers: &[Number]) {
    let figure = |number: &Number| {
        let note = match number.note.as_str() {
            "" => String::new(),
            note => format!(r#"<dd class="muted small">{}</dd>"#, escape(note)),
        };
        format!(
            r#"<div class="edge-{}"><dt>{}</dt><dd class="figure-number">{}</dd>{note}</div>"#,
            number.ink.class(),
            escape(&number.label),
            escape(&number.value)
        )
    };
    html.classed("dl", "document-numbers", &numbers.iter().map(figure).collect::<String>());
}
