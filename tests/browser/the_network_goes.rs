//! The network goes: once the page is open, the questions are asked, answered, saved and scored without it, and the
//! report says what it lacks.

use crate::app::{ZH, seed, seed_file};
use crate::browser::{Browser, DESKTOP};
use factory_checkup::assessment::Answer;
use factory_checkup::exchange;
use factory_checkup::questionnaire::Rating;

#[test]
#[ignore = "needs dist/ and Chromium: cargo xtask test"]
fn without_a_network_everything_but_the_first_report_works() {
    let plant = seed("l2-complete");
    let questionnaire = plant.questionnaire;
    let requirement = questionnaire.requirements()[0];
    let mut browser = Browser::open_app(DESKTOP);
    browser.cut_the_network();

    browser.open_files(&[seed_file("l2-complete")]);
    browser.wait_for_text(&ZH.result_of(&plant.assessment.site.firm));
    browser.click(ZH.screen_questions());
    browser.within(requirement.text.get(ZH)).click(questionnaire.rating(Rating::NotMet).name.get(ZH));
    browser.wait_until_saved();
    let record = browser.record("seed-l2-complete").expect("the record");
    let kept = exchange::read(record.as_bytes()).expect("it can be read");
    assert_eq!(kept.assessment.entry(&requirement.id).answer, Some(Answer::Rated(Rating::NotMet)));

    browser.click(ZH.screen_result());
    assert_eq!(browser.figure(ZH.total()), kept.scorecard.plant.total.floor(2));
    for screen in [ZH.screen_method(), ZH.screen_portfolio()] {
        browser.click(screen);
    }
    browser.wait_for_text(ZH.portfolio_lead());
    assert_eq!(browser.complaints(), Vec::<String>::new());

    browser.go_to_start();
    browser.click(&plant.assessment.site.firm);
    browser.click(ZH.screen_report());
    browser.click(ZH.print_report());
    browser.wait_for_text(ZH.failed_module());
}
