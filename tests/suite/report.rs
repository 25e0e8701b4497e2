//! The report engine: what is printed, what is in the file, and the laws of its pages.

// The rectangle that something drawn covers.
mod bounds;
// The geometry of any document, made up by proptest.
mod book;
// The assessment in its report, and verifying.
mod enclosed;
// The same blocks as an element for the screen.
mod html;
mod laws;
// A document that shows every kind of block.
mod sample;
// Which characters the font packs have.
mod packs;
// Extents, parts and brands.
mod order;
// Made-up plants by the hundred.
mod plants;
// One plant's report.
mod site;
// What programs that read aloud are told.
mod tags;

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;
use std::sync::LazyLock;

use factory_checkup::language::Language;
use factory_checkup::report::block::{Align, Block, Cell, Column, Document, Row, Style, Table, Text};
use factory_checkup::report::fonts::{Faces, Fonts, SUBSTITUTE};
use factory_checkup::report::layout::{self, Drawn, Layout, Origin};
use factory_checkup::report::{self, Report};
use lopdf::Object;

use crate::golden;

/// The packs that are fetched with every report.
pub static COMMON: LazyLock<Fonts> = LazyLock::new(|| Fonts {
    regular: font("noto-sans-sc-common-regular.ttf"),
    bold: font("noto-sans-sc-common-bold.ttf"),
    wider: None,
    rest: None,
});

/// Those and the pack with what else is written in China today.
pub static WIDER: LazyLock<Fonts> =
    LazyLock::new(|| Fonts { wider: Some(font("noto-sans-sc-wider-regular.ttf")), ..COMMON.clone() });

/// All packs.
pub static ALL: LazyLock<Fonts> =
    LazyLock::new(|| Fonts { rest: Some(font("noto-sans-sc-rest-regular.ttf")), ..WIDER.clone() });

fn font(name: &str) -> Vec<u8> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("style/fonts").join(name);
    fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn lay_out(document: &Document) -> Layout {
    layout::lay_out(document, &Faces::parse(&ALL).expect("the project's fonts are fonts"))
}

fn print(document: &Document, fonts: &Fonts) -> Report {
    report::make(document, fonts).expect("the sample can be printed")
}

/// What stands on the pages, line by line, as a reader sees it.
fn text(layout: &Layout) -> String {
    let mut text = String::new();
    for (number, page) in layout.pages.iter().enumerate() {
        text.push_str(&format!("--- page {}\n", number + 1));
        let mut baseline = None;
        for item in &page.items {
            let Drawn::Text(run) = &item.drawn else { continue };
            match baseline {
                Some(y) if y == run.y => text.push_str(" | "),
                Some(_) => text.push('\n'),
                None => {}
            }
            baseline = Some(run.y);
            text.push_str(&run.text);
        }
        text.push('\n');
    }
    text
}

#[test]
fn a_report_reads_as_its_golden_text() {
    for language in Language::ALL {
        let document = sample::document(language);
        golden::check(&format!("report-sample-{}.txt", language.tag()), &text(&lay_out(&document)));
        let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("sample-{}.pdf", language.tag()));
        fs::write(path, print(&document, &ALL).bytes).expect("the sample can be written");
    }
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    let document = sample::document(Language::Chinese);
    assert_eq!(print(&document, &ALL).bytes, print(&document, &ALL).bytes);
}

#[test]
fn the_file_carries_title_language_dates_and_nested_bookmarks() {
    let report = print(&sample::document(Language::Chinese), &COMMON);
    let file = lopdf::Document::load_mem(&report.bytes).expect("the file is a PDF");
    assert_eq!(file.version, "1.7");
    assert_eq!(file.get_pages().len(), report.pages);

    let catalog = file.catalog().expect("a catalog");
    assert_eq!(catalog.get(b"Lang").and_then(Object::as_str).ok(), Some(&b"zh-CN"[..]));
    let info = file.trailer.get(b"Info").and_then(|info| file.dereference(info)).expect("document information").1;
    let info = info.as_dict().expect("a dictionary");
    let title = lopdf::decode_text_string(info.get(b"Title").expect("a title")).expect("readable");
    assert_eq!(title, "数字化诊断报告");
    let made = info.get(b"CreationDate").and_then(Object::as_str);
    assert_eq!(made.ok(), Some(&b"D:20261123144100+08'00'"[..]));
    assert!(!info.has(b"GTS_PDFXVersion"), "the file does not claim to be PDF/X");

    let follow = |object: &Object| file.dereference(object).expect("a reference leads somewhere").1.clone();
    let outlines = follow(catalog.get(b"Outlines").expect("bookmarks"));
    let first = follow(outlines.as_dict().and_then(|root| root.get(b"First")).expect("a first bookmark"));
    let child = follow(first.as_dict().and_then(|first| first.get(b"First")).expect("a bookmark inside it"));
    let name = |entry: &Object| {
        let title = entry.as_dict().and_then(|entry| entry.get(b"Title")).expect("a bookmark's title");
        lopdf::decode_text_string(title).expect("readable")
    };
    assert_eq!((name(&first).as_str(), name(&child).as_str()), ("诊断结论", "先做三件事"));
}

#[test]
fn a_report_embeds_subsets_of_its_fonts() {
    let report = print(&sample::document(Language::Chinese), &ALL);
    let file = lopdf::Document::load_mem(&report.bytes).expect("the file is a PDF");
    let names: BTreeSet<String> = file
        .objects
        .values()
        .filter_map(|object| object.as_dict().ok()?.get(b"FontName").and_then(Object::as_name).ok())
        .map(|name| String::from_utf8_lossy(name).into_owned())
        .collect();
    assert!(!names.is_empty());
    for name in names {
        let (tag, _) = name.split_once('+').unwrap_or_else(|| panic!("{name} carries no subset tag"));
        assert!(tag.len() == 6 && tag.bytes().all(|letter| letter.is_ascii_uppercase()), "{name}");
    }
    assert!(report.bytes.len() < 200_000, "{} bytes for a sample of few pages", report.bytes.len());
}

#[test]
fn a_character_that_no_font_has_is_named_and_replaced_not_drawn_as_a_box() {
    let document = sample::paragraph("已完成👍，见附件");
    let report = print(&document, &ALL);
    assert_eq!(report.missing, vec!['👍']);
    assert!(text(&lay_out(&document)).contains(&format!("已完成{SUBSTITUTE}，见附件")));
}

#[test]
fn what_has_no_picture_of_its_own_is_left_out() {
    let document = sample::paragraph("工\u{200b}厂\t体\u{feff}检\u{0}\u{7}一\u{a0}二");
    assert_eq!(ALL.lacking(&document), Ok(vec![]));
    assert!(text(&lay_out(&document)).contains("工厂 体检一 二"));
}

#[test]
fn quotation_marks_are_curly_in_chinese_and_straight_in_english() {
    let document = sample::paragraph("the plant’s “main equipment”, 打印的“0.80”一定满足");
    assert!(text(&lay_out(&document)).contains("the plant's \"main equipment\", 打印的“0.80”一定满足"));
}

#[test]
fn text_is_never_divided_after_an_opening_or_before_a_closing_mark() {
    let words = "（《智能工厂》要求：“点检、保养”与“报工”；见表3。）".repeat(40);
    let layout = lay_out(&sample::paragraph(&words));
    let lines: Vec<String> = text(&layout).lines().map(str::to_owned).collect();
    assert!(lines.len() > 20);
    for line in lines {
        assert!(!line.starts_with(factory_checkup::report::lines::closes), "{line}");
        assert!(!line.ends_with(factory_checkup::report::lines::opens), "{line}");
    }
}

#[test]
fn a_row_taller_than_a_page_is_divided_and_the_head_repeated() {
    let document = sample::table_with_a_cell_of("很长的现场记录。".repeat(900));
    let layout = lay_out(&document);
    assert!(layout.pages.len() > 2);
    for page in &layout.pages {
        assert!(
            page.items.iter().any(|item| matches!(item.origin, Origin::TableHead { .. })),
            "a page without its head"
        );
    }
}

#[test]
fn a_damaged_font_is_an_error_and_no_panic() {
    let fonts = Fonts { regular: vec![0; 1000], ..COMMON.clone() };
    assert!(report::make(&sample::paragraph("一"), &fonts).is_err());
}

#[test]
fn an_empty_document_is_one_page() {
    let mut document = sample::paragraph("");
    assert_eq!(print(&document, &COMMON).pages, 1);
    document.blocks.clear();
    assert_eq!(print(&document, &COMMON).pages, 1);
    document.blocks.push(Block::Paragraph { text: Text::default(), style: Style::Body });
    assert_eq!(print(&document, &COMMON).pages, 1);
}

#[test]
fn a_narrow_column_is_widened_for_its_words_and_numbers_keep_off_the_words_after_them() {
    let columns = vec![
        Column::new("Requirement", 9.0, Align::Start),
        Column::new("Gain", 0.2, Align::End),
        Column::new("Effort", 0.2, Align::Start),
    ];
    let row = Row::plain(vec![Cell::text("Every repair is recorded."), Cell::text("0.014"), Cell::text("Medium")]);
    let mut document = sample::paragraph("");
    document.blocks = vec![Block::Table(Table { caption: String::new(), columns, rows: vec![row], whole: false })];
    let layout = lay_out(&document);
    let run = |text: &str| {
        let mut runs = layout.pages.iter().flat_map(|page| &page.items).filter_map(|item| match &item.drawn {
            Drawn::Text(run) if run.text == text => Some(run),
            _ => None,
        });
        runs.next().unwrap_or_else(|| panic!("“{text}” is broken"))
    };
    assert!(run("Medium").x - (run("0.014").x + run("0.014").width) > 15.0);
}
