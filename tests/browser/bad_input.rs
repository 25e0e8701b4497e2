//! Bad input: whatever is opened, the page says what it is and what to do, loses nothing and goes on; and no text is
//! ever taken for anything but text.

use crate::app::{ZH, file_of, seed, seed_file};
use crate::browser::{Browser, DESKTOP};
use factory_checkup::exchange::{self, ReadError};
use std::fs;
use std::process::Command;

#[test]
#[ignore = "needs dist/ and Chromium: cargo xtask test"]
fn every_unreadable_file_gets_its_sentence_and_the_page_goes_on() {
    let good = fs::read_to_string(seed_file("l2-complete")).expect("the seed");
    let but = |before: &str, after: &str| {
        assert!(good.contains(before), "the seed holds {before}");
        good.replacen(before, after, 1).into_bytes()
    };
    let largest = exchange::LIMIT + 1_000_000;
    let files = [
        ("empty.json", Vec::new()),
        ("letter.json", "尊敬的领导：".into()),
        ("list.json", "[1, 2, 3]".into()),
        ("half.json", good.as_bytes()[..good.len() / 2].to_vec()),
        ("other-format.json", but("factory-checkup/assessment", "another/format")),
        ("newer.json", but("\"version\": 2", "\"version\": 3")),
        ("other-questionnaire.json", but("\"smart-factory\"", "\"smart-farm\"")),
        ("other-rating.json", but("\"answer\": \"met\"", "\"answer\": \"5\"")),
        ("half-a-character.json", but("小昆山示例", "\\ud83d")),
        ("nonsense.json", vec![b'x'; largest]),
        ("picture.json", vec![0x89, b'P', b'N', b'G', 0xff, 0xd8]),
        ("report.json", b"%PDF-1.7".into()),
        ("office.json", b"PK\x03\x04".into()),
    ];
    let folder = tempfile::tempdir().expect("a folder for files");
    let browser = Browser::open_app(DESKTOP);
    for (name, bytes) in &files {
        let path = folder.path().join(name);
        fs::write(&path, bytes).expect("a file");
        browser.open_files(&[&path]);
        browser.wait_for_text(&sentence(name, bytes));
        browser.click(ZH.dismiss());
    }

    // Among good ones, by the mouse: the bad one is named, the good ones are there.
    let dropped = [folder.path().join("letter.json"), seed_file("l2-complete"), seed_file("process-plant")];
    browser.drop_files(".file-drop", &dropped);
    browser.wait_for_text(&sentence("letter.json", "尊敬的领导：".as_bytes()));
    for name in ["l2-complete", "process-plant"] {
        let seed = seed(name).assessment;
        assert_eq!(browser.exported(&seed.site.firm).assessment, seed);
    }
    assert_eq!(browser.records(), 2);
    assert_eq!(browser.complaints(), Vec::<String>::new());
}

#[test]
#[ignore = "needs dist/, Chromium and poppler: cargo xtask test"]
fn a_script_in_a_firms_name_is_text_everywhere() {
    let report = check_a_firm_called("<script>alert(1)</script>");
    assert!(report.contains("<script>alert(1)</script>"), "the cover names the firm");
}

#[test]
#[ignore = "needs dist/, Chromium and poppler: cargo xtask test"]
fn an_emoji_and_control_characters_in_a_firms_name_are_text_everywhere() {
    let report = check_a_firm_called("松江🦄机械\u{1b}[31m厂\u{7}");
    assert!(report.contains("松江〓机械[31m厂"), "the cover names the firm, and says where it cannot");
}

/// The firm's name goes through every screen, and so does mischief elsewhere in the file; gives the report's text.
fn check_a_firm_called(firm: &str) -> String {
    let folder = tempfile::tempdir().expect("a folder for files");
    let mut plant = seed("workshop-below-l1");
    plant.assessment.site.firm = firm.into();
    plant.assessment.site.contact = "老陆🦄\u{202e}".into();
    plant.assessment.assessor = "<img src=x onerror=alert(2)>".into();
    let file = file_of(folder.path(), "odd.json", &plant);

    let browser = Browser::open_app(DESKTOP);
    browser.open_files(&[&file]);
    browser.wait_for_text(&ZH.result_of(firm));
    browser.click(ZH.screen_profile());
    assert_eq!(browser.value(ZH.firm()), firm);
    assert_eq!(browser.value(ZH.assessor()), plant.assessment.assessor);

    browser.click(ZH.screen_report());
    browser.click(ZH.print_report());
    browser.wait_for_text(&ZH.report_lacks("🦄"));
    let report = browser.downloaded(".pdf");
    let text = Command::new("pdftotext").arg(&report).arg("-").output().expect("pdftotext").stdout;

    browser.go_to_start();
    assert_eq!(browser.exported(firm).assessment, plant.assessment, "every character is kept");
    browser.click(ZH.screen_portfolio());
    browser.choose_files("", &[&file]);
    browser.wait_for_text(firm);
    assert_eq!(browser.script("return document.querySelectorAll('#app script, #app img').length", vec![]), 0);
    assert_eq!(browser.complaints(), Vec::<String>::new());
    String::from_utf8(text).expect("pdftotext prints UTF-8")
}

/// What the page says about a file that the engine, natively, cannot read.
fn sentence(name: &str, bytes: &[u8]) -> String {
    let error: ReadError = exchange::read(bytes).expect_err(name);
    ZH.about_file(name, &ZH.read_error(&error))
}
