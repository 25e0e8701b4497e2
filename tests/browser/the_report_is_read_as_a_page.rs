//! The report is read as a page: its headings, tables and numbers are the document's own, in its order, in both
//! languages; its contents lead to its parts.

use crate::app::{ZH, seed, seed_file};
use crate::browser::{Browser, DESKTOP};
use factory_checkup::language::Language;
use factory_checkup::order::Order;
use factory_checkup::report::block::{Block, Cell, Document, Text};
use factory_checkup::report::site;
use serde_json::json;
use time::OffsetDateTime;

const SEED: &str = "discrete-l1-with-gaps";

#[test]
#[ignore = "needs dist/ and Chromium: cargo xtask test"]
fn the_page_says_what_the_document_says_in_its_order() {
    let plant = seed(SEED);
    let browser = Browser::open_app(DESKTOP);
    browser.open_files(&[seed_file(SEED)]);
    browser.wait_for_text(&ZH.result_of(&plant.assessment.site.firm));
    browser.click(ZH.screen_report());
    browser.click(ZH.read_on_screen());
    for language in Language::ALL {
        browser.wait_for(&format!(".document[lang='{}']", language.tag()));
        let order = Order::new(language, OffsetDateTime::now_utc());
        let document = site::document(plant.questionnaire, &plant.assessment, &plant.scorecard, &order);
        assert_eq!(browser.script(HEADINGS, vec![]), json!(headings(&document)));
        assert_eq!(browser.script(NUMBERS, vec![]), json!(numbers(&document)));
        assert_eq!(browser.script(CELLS, vec![]), json!(cells(&document)));
        if language == ZH {
            browser.screenshot("reading");
            browser.click(Language::English.own_name());
        }
    }

    // The last part of the contents: its heading takes the focus and comes into view, and the address stays.
    let place = browser.place();
    let last = browser.script("return [...document.querySelectorAll('.document-contents a')].at(-1).innerText", vec![]);
    browser.click_on(".document-contents li:last-child a");
    browser.until("the heading has the focus", || {
        let focused = browser.script("return document.activeElement.innerText", vec![]);
        (focused == last).then_some(())
    });
    assert_eq!(browser.place(), place);
    assert_eq!(browser.complaints(), Vec::<String>::new());
}

/// Level and text of every heading.
fn headings(document: &Document) -> Vec<(u8, String)> {
    let heading = |block: &Block| match block {
        Block::Cover(cover) => Some((1, cover.title.clone())),
        Block::Heading { level, text } => Some((level + 1, text.clone())),
        _ => None,
    };
    document.blocks.iter().filter_map(heading).map(|(level, text)| (level, plain(&text))).collect()
}

/// The large figures.
fn numbers(document: &Document) -> Vec<String> {
    let numbers = |block: &Block| match block {
        Block::Numbers(numbers) => numbers.iter().map(|number| plain(&number.value)).collect(),
        _ => Vec::new(),
    };
    document.blocks.iter().flat_map(numbers).collect()
}

/// Every row of every table; a bar says nothing.
fn cells(document: &Document) -> Vec<Vec<String>> {
    let text = |text: &Text| plain(&text.spans.iter().map(|span| span.text.as_str()).collect::<String>());
    let cell = |cell: &Cell| match cell {
        Cell::Text { text: said, .. } => text(said),
        Cell::Bar { .. } => String::new(),
    };
    let rows = |block: &Block| match block {
        Block::Table(table) => table.rows.iter().map(|row| row.cells.iter().map(cell).collect()).collect(),
        _ => Vec::new(),
    };
    document.blocks.iter().flat_map(rows).collect()
}

/// Without white space, which a browser sets its own way.
fn plain(text: &str) -> String {
    text.chars().filter(|character| !character.is_whitespace()).collect()
}

const HEADINGS: &str = r"
return [...document.querySelectorAll('.document :is(h1, h2, h3, h4)')]
    .map(heading => [Number(heading.tagName[1]), heading.textContent.replace(/\s/g, '')]);
";

const NUMBERS: &str = r"
return [...document.querySelectorAll('.document .figure-number')].map(number => number.textContent.replace(/\s/g, ''));
";

const CELLS: &str = r"
return [...document.querySelectorAll('.document tbody tr')]
    .map(row => [...row.cells].map(cell => cell.textContent.replace(/\s/g, '')));
";
