//! The report as HTML: the document's texts in the document's order, well formed, and nothing in it that could act.

use factory_checkup::language::Language;
use factory_checkup::order::Order;
use factory_checkup::questionnaire::Rating;
use factory_checkup::report::block::{Block, Document};
use factory_checkup::report::{html, site};
use time::macros::datetime;

use super::sample;
use crate::scenario::Scenario;

#[test]
fn every_text_stands_in_the_html_in_the_documents_order() {
    for language in Language::ALL {
        check(&sample::document(language));
        let plant = Scenario::discrete().all(1, Rating::LargelyMet).all(2, Rating::PartlyMet);
        check(&document(&plant, language));
        check(&document(&Scenario::discrete(), language));
    }
}

#[test]
fn what_a_user_typed_stays_text() {
    let mut plant = Scenario::discrete();
    plant.assessment.site.firm = r#"<img src=x onerror="alert(1)"> & '厂'</article>"#.into();
    let html = html::write(&document(&plant, Language::Chinese));
    assert!(html.contains("&lt;img src=x onerror=&quot;alert(1)&quot;&gt; &amp; "), "{html}");
    assert!(!html.contains("<img"), "{html}");
    assert_eq!(html.matches("</article>").count(), 1);
}

#[test]
fn links_of_the_contents_lead_to_the_headings_they_name() {
    let html = html::write(&document(&Scenario::discrete().all(1, Rating::Met), Language::English));
    let links: Vec<(&str, &str)> = html
        .split("<a href=\"#")
        .skip(1)
        .map(|rest| rest.split_once("</a>").unwrap().0.split_once("\">").unwrap())
        .collect();
    assert!(links.len() > 10, "{links:?}");
    for (id, text) in links {
        let heading = html.split_once(&format!(r#" id="{id}" tabindex="-1">"#)).unwrap_or_else(|| panic!("{id}")).1;
        assert!(heading.starts_with(&format!("{text}</h")), "{id} is not {text}");
    }
}

/// Every text in order, every element closed in order, and no style, script or handler.
fn check(document: &Document) {
    let html = html::write(document);
    let shown = well_formed(&html);
    let mut rest = shown.as_str();
    let mut said = document.clone();
    // A page has no furniture at its edges, and the contents repeat the headings, which follow.
    (said.about.header, said.about.footer, said.about.watermark) = (String::new(), String::new(), None);
    said.blocks.retain(|block| !matches!(block, Block::Contents { .. }));
    said.texts(&mut |text| {
        for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
            let at = rest.find(line).unwrap_or_else(|| panic!("“{line}” is missing, or stands elsewhere"));
            rest = &rest[at + line.len()..];
        }
    });
    for forbidden in [" style=", "<script", " onclick=", " onload=", "javascript:"] {
        assert!(!html.contains(forbidden), "{forbidden}");
    }
}

/// What the HTML says, a line for each piece of text; panics where an element is not closed in order.
fn well_formed(html: &str) -> String {
    let (mut open, mut shown) = (Vec::new(), String::new());
    let mut rest = html;
    while let Some(begin) = rest.find('<') {
        shown.push_str(&rest[..begin]);
        shown.push('\n');
        let end = begin + rest[begin..].find('>').expect("a tag ends");
        let tag = &rest[begin + 1..end];
        let name = tag.trim_start_matches('/').split([' ', '/']).next().unwrap();
        if tag.starts_with('/') {
            assert_eq!(open.pop(), Some(name), "closed in another order than opened");
        } else if !tag.ends_with('/') && !["br", "col", "hr", "img"].contains(&name) {
            open.push(name);
        }
        rest = &rest[end + 1..];
    }
    assert!(open.is_empty(), "left open: {open:?}");
    shown.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

fn document(plant: &Scenario, language: Language) -> Document {
    let order = Order::new(language, datetime!(2026-11-23 14:32 +8));
    site::document(plant.questionnaire, &plant.assessment, &plant.score(), &order)
}
