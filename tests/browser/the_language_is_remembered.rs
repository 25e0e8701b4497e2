//! The language is remembered: one press changes every sentence, and a reload or another visit does not change it back.

use crate::app::{ZH, seed, seed_file};
use crate::browser::{Browser, PHONE};
use factory_checkup::language::Language;

#[test]
#[ignore = "needs dist/ and Chromium: cargo xtask test"]
fn the_language_of_the_last_visit_is_the_language_of_the_next() {
    const EN: Language = Language::English;
    let browser = Browser::open_app(PHONE);
    browser.open_files(&[seed_file("gate-exactly-l2")]);
    let plant = seed("gate-exactly-l2");
    browser.wait_for_text(&ZH.result_of(&plant.assessment.site.firm));
    let requirement = plant.questionnaire.requirements()[0];

    browser.click(EN.own_name());
    browser.wait_for_text(&EN.result_of(&plant.assessment.site.firm));
    browser.click(EN.screen_questions());
    browser.wait_for_text(requirement.base.text.get(EN));
    assert!(!browser.sees(ZH.note()), "no sentence stayed behind");
    assert_eq!(browser.script("return document.documentElement.lang", vec![]), EN.tag());

    browser.reload();
    browser.wait_for_text(requirement.base.text.get(EN));
    browser.click(ZH.own_name());
    browser.wait_for_text(requirement.base.text.get(ZH));
    browser.reload();
    browser.wait_for_text(requirement.base.text.get(ZH));
    assert_eq!(browser.script("return document.documentElement.lang", vec![]), ZH.tag());
    assert_eq!(browser.complaints(), Vec::<String>::new());
}
