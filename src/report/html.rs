//! A document as HTML: the same blocks in the same order, to be read on a screen and printed by the browser.
//!
//! It is one `article` whose looks the app's stylesheet knows, below `.document`. Every text is escaped. There is no style
//! attribute, which the page's policy would refuse: colours and widths come from classes and from attributes of their own.

mod furniture;
mod logo;
mod table;

use super::block::{Block, Document, Style, Text};
use crate::drawing::{Drawing, Ink, escape};

/// The document as an element. The title is its `h1`; a heading of level 1 is an `h2`, and so on.
pub fn write(document: &Document) -> String {
    let about = &document.about;
    let language = about.language.tag();
    // Whoever shows the document sets the accent, which no attribute may.
    let accent = about.brand.accent.map_or(String::new(), |accent| format!(r#" data-accent="{}""#, accent.to_hex()));
    let text = format!(r#"<article class="document" lang="{language}"{accent}>"#);
    let mut html = Html { text, headings: 0 };
    html.text.push_str(&about.brand.logo.as_ref().map_or(String::new(), logo::picture));
    if !document.blocks.iter().any(|block| matches!(block, Block::Cover(_))) {
        title(&mut html, &about.title);
    }
    for (place, block) in document.blocks.iter().enumerate() {
        html.block(block, &document.blocks[place..]);
    }
    if !about.footer.is_empty() {
        html.classed("p", "document-footer", &escape(&about.footer));
    }
    if let Some(watermark) = &about.watermark {
        html.text.push_str(&format!(r#"<p class="document-watermark" aria-hidden="true">{}</p>"#, escape(watermark)));
    }
    html.text.push_str("</article>");
    html.text
}

/// HTML so far.
struct Html {
    text: String,
    /// How many headings there are so far: their ids count on.
    headings: usize,
}

impl Html {
    /// `rest` begins with the block itself.
    fn block(&mut self, block: &Block, rest: &[Block]) {
        match block {
            Block::Cover(cover) => furniture::cover(self, cover),
            Block::Contents { title } => furniture::contents(self, title, rest),
            Block::Heading { level, text } => {
                self.headings += 1;
                let (level, id) = (level + 1, self.headings);
                self.text.push_str(&format!(
                    r#"<h{level} id="{}" tabindex="-1">{}</h{level}>"#,
                    heading_id(id),
                    escape(text)
                ));
            }
            Block::Paragraph { text, style } => match style {
                Style::Body => self.element("p", &spans(text)),
                Style::Lead => self.classed("p", "lead", &spans(text)),
                Style::Small => self.classed("p", "document-remark", &spans(text)),
            },
            Block::List { numbered, items } => {
                let items: Vec<String> = items.iter().map(|item| format!("<li>{}</li>", spans(item))).collect();
                self.element(if *numbered { "ol" } else { "ul" }, &items.concat());
            }
            Block::Table(table) => table::write(self, table),
            Block::Facts(facts) => furniture::facts(self, "document-facts", facts),
            Block::Numbers(numbers) => furniture::numbers(self, numbers),
            Block::Figure { drawing, caption } => self.figure(drawing, caption),
            Block::Callout { ink, title, paragraphs } => {
                let title = format!("<p><strong>{}</strong></p>", escape(title));
                let paragraphs: Vec<String> = paragraphs.iter().map(|text| format!("<p>{}</p>", spans(text))).collect();
                self.classed("div", &format!("document-callout edge-{}", ink.class()), &(title + &paragraphs.concat()));
            }
            Block::PageBreak => self.text.push_str(r#"<hr class="document-break">"#),
        }
    }

    fn figure(&mut self, drawing: &Drawing, caption: &str) {
        // Drawings up to this width, in points, fit a phone; wider ones scroll there.
        const PHONE: f32 = 360.0;
        let class = if drawing.width > PHONE { "figure wide" } else { "figure" };
        let caption = escape(caption);
        self.text.push_str(&format!(
            r#"<figure class="{class}"><div class="figure-sheet" tabindex="0" role="group" aria-label="{caption}">{}</div><figcaption>{caption}</figcaption></figure>"#,
            drawing.svg()
        ));
    }

    /// `content` is HTML.
    fn element(&mut self, name: &str, content: &str) {
        self.text.push_str(&format!("<{name}>{content}</{name}>"));
    }

    /// `content` is HTML.
    fn classed(&mut self, name: &str, class: &str, content: &str) {
        self.text.push_str(&format!(r#"<{name} class="{class}">{content}</{name}>"#));
    }
}

/// The one `h1`; it can take the focus.
fn title(html: &mut Html, title: &str) {
    html.text.push_str(&format!(r#"<h1 tabindex="-1">{}</h1>"#, escape(title)));
}

/// What links to a heading name; the first one is 1.
fn heading_id(number: usize) -> String {
    format!("heading-{number}")
}

/// A text as HTML.
fn spans(text: &Text) -> String {
    let mut html = String::new();
    for span in &text.spans {
        let words = escape(&span.text).replace('\n', "<br>");
        let words = if span.bold { format!("<strong>{words}</strong>") } else { words };
        html.push_str(&match span.ink {
            Some(Ink::Muted) => format!(r#"<span class="muted">{words}</span>"#),
            // Other inks are no colours for small text; the words say it as well.
            _ => words,
        });
    }
    html
}
