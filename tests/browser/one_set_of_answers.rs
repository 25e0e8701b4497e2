//! One set of answers, several yardsticks: figures are entered once and impossible ones refused, an older edition moves
//! to the newer one and back, a target is raised, and the question book comes out of the same answers.

use crate::app::{ZH, seed, seed_file};
use crate::browser::{Browser, DESKTOP};
use factory_checkup::assessment::FactAnswer;
use factory_checkup::exact::Exact;
use factory_checkup::exchange::{self, Opened};
use factory_checkup::facts::{Facts, Refused};
use factory_checkup::order::Extent;
use factory_checkup::questionnaire::{Level, Questionnaire};
use factory_checkup::sme_index::Index;

const SEED: &str = "l2-complete";

fn record(browser: &Browser) -> Opened {
    let text = browser.record("seed-l2-complete").expect("the record");
    exchange::read(text.as_bytes()).expect("it can be read")
}

fn open() -> Browser {
    let browser = Browser::open_app(DESKTOP);
    browser.open_files(&[seed_file(SEED)]);
    browser.wait_for_text(&ZH.result_of(&seed(SEED).assessment.site.firm));
    browser
}

fn label(fact: &str) -> String {
    ZH.fact_with_unit(Facts::shipped().fact(&fact.into()).expect("a shipped fact"))
}

#[test]
#[ignore = "needs dist/ and Chromium: cargo xtask test"]
fn figures_are_entered_once_and_impossible_ones_are_refused() {
    let browser = open();
    browser.click(ZH.screen_yardsticks());
    browser.wait_for_text(ZH.facts_lead());
    browser.fill(&label("production-machines"), "40");
    browser.fill(&label("networked-machines"), "30");
    browser.wait_until_saved();
    browser.wait_for_text("75%");
    browser.fill(&label("networked-machines"), "很多");
    browser.wait_for_text(&ZH.number_refused(&Refused::NoNumber));
    assert_eq!(
        record(&browser).assessment.fact(&"networked-machines".into()),
        Some(&FactAnswer::Number(Exact::from(30))),
        "what is refused is not kept"
    );
    browser.fill(&label("networked-machines"), "50");
    browser.wait_for_text(ZH.quotient_impossible());
    browser.fill(&label("networked-machines"), "30");
    browser.wait_until_saved();

    browser.click(ZH.screen_index());
    browser.wait_for_text(ZH.index_lead());
    assert_eq!(browser.value(&label("networked-machines")), "30", "the index takes the figure over");
    let scene = Index::shipped().scene(&"equipment".into()).expect("a shipped scene");
    browser.wait_for_text(scene.name.get(ZH));
    browser.screenshot("index");

    browser.click(ZH.screen_tiers());
    browser.wait_for_text(ZH.typical_scenes_lead());
    browser.screenshot("tiers");
    browser.reload();
    browser.wait_for_text(ZH.typical_scenes_lead());
    assert_eq!(browser.complaints(), Vec::<String>::new());
}

#[test]
#[ignore = "needs dist/ and Chromium: cargo xtask test"]
fn an_older_edition_moves_to_the_newer_one_and_back_and_the_target_can_be_raised() {
    let browser = open();
    let before = record(&browser);
    assert_eq!(before.questionnaire.version, "2026.1");
    browser.click(ZH.screen_profile());
    browser.click(ZH.preview_migration());
    browser.wait_for_text(&ZH.migrate_to("2026.2"));
    browser.screenshot("migration");
    browser.within(&ZH.migrate_to("2026.2")).click(ZH.migrate());
    browser.wait_for_text(&ZH.came_from_edition("2026.1"));
    let moved = record(&browser);
    assert_eq!(moved.questionnaire.version, Questionnaire::current().version);
    assert_eq!(moved.remarks, []);

    // The newer edition has levels above, and the answers stay when the target is raised.
    browser.click("L3");
    browser.wait_until_saved();
    let raised = record(&browser);
    assert_eq!(raised.assessment.target, Level::new(3).expect("there is a third level"));
    assert_eq!(raised.assessment.entries().count(), moved.assessment.entries().count());
    browser.click("L2");
    browser.wait_until_saved();

    browser.click(&ZH.back_to_edition("2026.1"));
    browser.wait_for_text(ZH.preview_migration());
    let back = record(&browser);
    assert_eq!(back.questionnaire.version, "2026.1");
    assert!(back.assessment.entries().eq(before.assessment.entries()), "nothing was lost on the way");
    assert_eq!(back.scorecard, before.scorecard);
    assert_eq!(browser.complaints(), Vec::<String>::new());
}

#[test]
#[ignore = "needs dist/ and Chromium: cargo xtask test"]
fn the_question_book_is_one_press() {
    let browser = open();
    browser.click(ZH.screen_report());
    browser.click(ZH.print_book());
    let book = browser.downloaded(".pdf");
    let name = book.file_name().and_then(|name| name.to_str()).expect("a name").to_owned();
    assert!(name.contains(ZH.question_book()), "{name}");
    assert_eq!(browser.complaints(), Vec::<String>::new());
}

#[test]
#[ignore = "needs dist/ and Chromium: cargo xtask test"]
fn a_signed_summary_in_own_colours_is_a_report_of_one_page() {
    let browser = open();
    browser.click(ZH.screen_report());
    browser.fill(ZH.sign_name(), "王工");
    browser.click(ZH.sign_now());
    browser.wait_until_saved();
    assert_eq!(record(&browser).assessment.signature().map(|signature| signature.name.as_str()), Some("王工"));
    browser.click(ZH.own_brand());
    browser.fill(ZH.accent_colour(), "#eeeeee");
    browser.wait_for_text("太浅");
    browser.fill(ZH.accent_colour(), "#7a2e0b");
    browser.click(ZH.extent_name(Extent::Summary));
    browser.click(ZH.print_report());
    let report = browser.downloaded(".pdf");
    let bytes = std::fs::read(report).expect("a file");
    let file = lopdf::Document::load_mem(&bytes).expect("a PDF");
    assert_eq!(file.get_pages().len(), 1);
    assert_eq!(browser.complaints(), Vec::<String>::new());
}

#[test]
#[ignore = "needs dist/ and Chromium: cargo xtask test"]
fn the_self_check_agrees_in_the_browser_too() {
    let browser = Browser::open_app(DESKTOP);
    browser.click(ZH.screen_method());
    browser.click(ZH.run_self_check());
    let plants = factory_checkup::self_check::run().expect("the reference plants can be read").len();
    browser.wait_for_text(&ZH.self_check_result(plants, plants));
}
