//! A report opens again: the PDF that the app makes is what the engine makes natively, opens the assessment wherever exports
//! are taken, and is verified.

use crate::app::{ZH, seed, seed_file};
use crate::browser::{Browser, DESKTOP};
use factory_checkup::report::fonts::Fonts;
use factory_checkup::report::verify::{Examined, Finding};
use std::fs;
use std::path::Path;

#[test]
#[ignore = "needs dist/ and Chromium: cargo xtask test"]
fn a_report_that_the_app_made_opens_its_assessment_and_is_verified_here_and_there() {
    let plant = seed("discrete-l1-with-gaps");
    let browser = Browser::open_app(DESKTOP);
    browser.open_files(&[seed_file("discrete-l1-with-gaps")]);
    browser.wait_for_text(&ZH.result_of(&plant.assessment.site.firm));
    browser.click(ZH.screen_report());
    browser.click(ZH.print_report());
    browser.wait_for_text(ZH.report_ready());
    let report = browser.downloaded(".pdf");
    let bytes = fs::read(&report).expect("the report");
    let verdict = Examined::of(&bytes).expect("it carries its assessment").verdict(&bytes, Some(&fonts()));
    assert_eq!(verdict.expect("it can be made again").finding(), Finding::Sound, "made natively it is another file");

    browser.choose_files(ZH.verify_report(), &[&report]);
    browser.wait_for_text(ZH.verified());
    browser.screenshot("verified");
    let changed = report.with_file_name("changed.pdf");
    fs::write(&changed, [&bytes[..], b"% annotated\n"].concat()).expect("a file");
    browser.choose_files(ZH.verify_report(), &[&changed]);
    browser.wait_for_text(ZH.not_verified());
    browser.wait_for_text(ZH.pages_differ());
    assert_eq!(browser.records(), 1, "verifying keeps nothing");

    let other = Browser::open_app(DESKTOP);
    other.open_files(&[&report]);
    other.wait_for_text(&ZH.result_of(&plant.assessment.site.firm));
    other.go_to_start();
    assert_eq!(other.exported(&plant.assessment.site.firm).assessment, plant.assessment);

    other.click(ZH.screen_portfolio());
    other.choose_files("", &[report, seed_file("process-plant"), changed]);
    other.wait_for_text(&seed("process-plant").assessment.site.firm);
    other.until("every file read", || (other.figure(ZH.files_read()) == "3").then_some(()));
    assert_eq!(other.figure(ZH.firms_counted()), "2");
    for browser in [browser, other] {
        assert_eq!(browser.complaints(), Vec::<String>::new());
        assert_eq!(browser.requests_elsewhere(), Vec::<String>::new());
    }
}

fn fonts() -> Fonts {
    let pack = |name: &str| {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("style/fonts/noto-sans-sc-{name}.ttf"));
        fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    };
    let [wider, rest] = ["wider-regular", "rest-regular"].map(|name| Some(pack(name)));
    Fonts { regular: pack("common-regular"), bold: pack("common-bold"), wider, rest }
}
