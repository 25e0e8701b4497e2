//! A plant goes all the way: from the first page through its profile and every question to the result and the PDF,
//! with a reload in the middle, and nothing of it leaves the device.

use crate::app::{ZH, asked, seed_of_today};
use crate::browser::{Browser, DESKTOP};
use factory_checkup::assessment::Scope;
use factory_checkup::exchange::Opened;
use factory_checkup::questionnaire::Dimension;
use std::ffi::OsStr;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

/// One hundredth below the gate, with something left out and something not applicable: every rule has its say.
const PLANT: &str = "gate-one-hundredth-below";

#[test]
#[ignore = "needs dist/, Chromium and poppler: cargo xtask test"]
fn a_plant_answers_everything_is_levelled_and_downloads_its_report() {
    let plant = seed_of_today(PLANT);
    let (assessment, questionnaire, scorecard) = (&plant.assessment, plant.questionnaire, &plant.scorecard);
    let scope = Scope::of(questionnaire, assessment);
    let pages = scope.sub_domains(questionnaire);
    let browser = Browser::open_app(DESKTOP);

    browser.click(ZH.new_assessment());
    browser.wait_for_text(ZH.profile_lead());
    browser.fill_profile(questionnaire, assessment);
    browser.screenshot("profile");
    browser.click(ZH.start_answering());

    let (with_mouse, with_keyboard) = pages.split_at(pages.len() / 2);
    for (place, page) in with_mouse.iter().enumerate() {
        for requirement in asked(page, assessment) {
            browser.answer(questionnaire, requirement, assessment.entry(&requirement.id));
        }
        if place == with_mouse.len() / 2 {
            a_reload_comes_back_to_the_same_question(&browser, page, &plant);
        }
        browser.turn_the_page(pages.get(place + 1).copied());
    }
    for (place, page) in with_keyboard.iter().enumerate() {
        browser.wait_for_text(page.about.get(ZH));
        browser.answer_by_keyboard(page, assessment);
        browser.turn_the_page(with_keyboard.get(place + 1).copied());
    }

    assert_eq!(browser.text(".level-plate-short"), ZH.level_short(scorecard.plant.reached));
    assert_eq!(browser.figure(ZH.total()), scorecard.plant.total.floor(2));
    assert_eq!(browser.figure(ZH.completeness()), ZH.percent("100"));
    browser.screenshot("result");

    browser.click(ZH.make_report());
    browser.watch_liveliness();
    browser.click(ZH.print_report());
    browser.wait_for_text(ZH.report_ready());
    let liveliness = browser.liveliness();
    println!("while the report was made: {liveliness:?}");
    assert!(liveliness.longest_task < Duration::from_secs(1), "the page stood still: {liveliness:?}");
    let at_least = 5 * liveliness.watched.as_secs();
    assert!(liveliness.frames > at_least, "the page could hardly draw: {liveliness:?}");
    browser.screenshot("report");
    check_the_report(
        &browser.downloaded(".pdf"),
        &[
            &assessment.site.firm,
            &ZH.level_reached(scorecard.plant.reached, questionnaire),
            pages[0].requirements[0].base.text.get(ZH),
            assessment.entries().map(|(_, entry)| entry.note.as_str()).find(|note| !note.is_empty()).expect("a note"),
        ],
    );

    browser.go_to_start();
    let kept = browser.exported(&assessment.site.firm).assessment;
    let mut expected = assessment.clone();
    (expected.id, expected.created, expected.changed) = (kept.id.clone(), kept.created, kept.changed);
    assert_eq!(kept, expected, "what was clicked and typed is what is kept");

    assert_eq!(browser.complaints(), Vec::<String>::new());
    assert_eq!(browser.requests_elsewhere(), Vec::<String>::new());
}

/// Every answer and note of the page is there again, and so is the place that the address names.
fn a_reload_comes_back_to_the_same_question(browser: &Browser, page: &Dimension, plant: &Opened) {
    let requirements = asked(page, &plant.assessment);
    let last = requirements.last().expect("every page asks something");
    let place = browser.place();
    assert!(place.ends_with(&format!("/{}/{}", page.id, last.id)), "{place} names the last question");
    browser.wait_until_saved();
    browser.reload();
    browser.wait_for_focus_in(last.base.text.get(ZH));
    assert_eq!(browser.place(), place);
    for requirement in requirements {
        let entry = plant.assessment.entry(&requirement.id);
        assert!(browser.has_answer(plant.questionnaire, requirement, entry), "{} is there again", requirement.id);
    }
}

/// It holds these texts, its fonts travel with it, it is a report's length, and it fits into an e-mail.
fn check_the_report(file: &Path, texts: &[&str]) {
    let size = fs::metadata(file).expect("the report").len();
    assert!(size < 400_000, "the report has {size} bytes");

    // A line that was broken on paper is one text here.
    let joined = |text: &str| text.split_whitespace().collect::<String>();
    let printed = printed_by("pdftotext", &[file.as_os_str(), "-".as_ref()]);
    let pages = printed.matches('\u{c}').count();
    assert!(pages > 10, "the report has {pages} pages");
    // The cover carries no number.
    for text in texts.iter().copied().chain([ZH.page_of(2, pages).as_str(), &ZH.page_of(pages, pages)]) {
        assert!(joined(&printed).contains(&joined(text)), "the report does not say: {text}");
    }

    let fonts = printed_by("pdffonts", &[file.as_os_str()]);
    let fonts: Vec<&str> = fonts.lines().skip(2).collect();
    assert!(!fonts.is_empty(), "the report has no fonts");
    for font in fonts {
        // The columns at the end: emb sub uni object ID.
        let columns: Vec<&str> = font.split_whitespace().rev().take(5).collect();
        assert_eq!(columns[2..], ["yes", "yes", "yes"], "embedded, subset, with a map to Unicode: {font}");
    }
    println!("the report: {pages} pages, {size} bytes");
}

/// What one of poppler's tools prints.
fn printed_by(tool: &str, arguments: &[&OsStr]) -> String {
    let output = Command::new(tool).args(arguments).output().unwrap_or_else(|error| panic!("{tool}: {error}"));
    assert!(output.status.success(), "{tool}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("poppler prints UTF-8")
}
