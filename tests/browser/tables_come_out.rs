//! Tables come out of the app as they come out of the engine: the workbook sheet by sheet, the action list as CSV.

use crate::app::{ZH, seed, seed_file};
use crate::browser::{Browser, DESKTOP};
use factory_checkup::tables::{csv, plant, xlsx};
use std::fs;

#[test]
#[ignore = "needs dist/ and Chromium: cargo xtask test"]
fn tables_are_downloaded_and_read_as_the_engine_wrote_them() {
    let plant = seed("discrete-l1-with-gaps");
    let browser = Browser::open_app(DESKTOP);
    browser.open_files(&[seed_file("discrete-l1-with-gaps")]);
    browser.wait_for_text(&ZH.result_of(&plant.assessment.site.firm));
    browser.click(ZH.screen_report());

    browser.click(ZH.save_workbook());
    let workbook = browser.downloaded(".xlsx");
    let tables = plant::tables(plant.questionnaire, &plant.assessment, &plant.scorecard, ZH);
    xlsx::compare(&tables, &fs::read(&workbook).expect("the workbook")).expect("the engine's own tables");
    let name = workbook.file_name().and_then(|name| name.to_str()).expect("a name").to_owned();
    browser.wait_for_text(&ZH.tables_saved(&name));
    browser.screenshot("tables");

    browser.click(ZH.save_actions_csv());
    let list = fs::read(browser.downloaded(".csv")).expect("the action list");
    let actions = plant::actions(plant.questionnaire, &plant.assessment, &plant.scorecard, ZH);
    assert_eq!(list, csv::write(&actions).expect("the engine's own list").into_bytes());
    assert_eq!(browser.complaints(), Vec::<String>::new());
}
