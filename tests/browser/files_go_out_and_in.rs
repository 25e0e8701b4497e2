//! Files go out and in: what was exported is what was opened, a result that is not its answers' own is named, and
//! nothing is laid over what the device keeps without asking.

use crate::app::{SEEDS, ZH, file_of, opened, seed, seed_file};
use crate::browser::{Browser, DESKTOP};
use std::fs;
use time::Duration;

#[test]
#[ignore = "needs dist/ and Chromium: cargo xtask test"]
fn every_seed_comes_out_as_it_went_in_with_the_result_that_is_computed_natively() {
    let browser = Browser::open_app(DESKTOP);
    browser.open_files(&SEEDS.map(seed_file));
    let firms = SEEDS.map(|name| seed(name).assessment.site.firm);
    firms.iter().for_each(|firm| browser.wait_for_text(firm));
    for (name, firm) in SEEDS.iter().zip(&firms) {
        browser.within(firm).click(ZH.export());
        let exported = fs::read_to_string(browser.downloaded(".json")).expect("the export");
        let expected = fs::read_to_string(seed_file(name)).expect("the seed").replace("\r\n", "\n");
        assert!(exported == expected, "{name} came out as:\n{exported}");
    }
    assert_eq!(browser.complaints(), Vec::<String>::new());
}

#[test]
#[ignore = "needs dist/ and Chromium: cargo xtask test"]
fn a_result_that_its_answers_do_not_give_is_shown_beside_the_one_they_give() {
    let folder = tempfile::tempdir().expect("a folder for files");
    let honest = fs::read_to_string(seed_file("workshop-below-l1")).expect("the seed");
    let boasting = folder.path().join("boasting.json");
    fs::write(&boasting, honest.replacen("\"level\": null", "\"level\": 2", 1)).expect("a file");
    let difference = opened(&boasting).difference.expect("the file states another level");

    let browser = Browser::open_app(DESKTOP);
    browser.open_files(&[&boasting]);
    browser.wait_for_text(&ZH.difference(&difference));
    let computed = seed("workshop-below-l1").scorecard.plant.reached;
    assert_eq!(browser.text(".level-plate-short"), ZH.level_short(computed));
}

#[test]
#[ignore = "needs dist/ and Chromium: cargo xtask test"]
fn an_assessment_that_is_here_already_is_replaced_or_kept_beside_only_as_the_user_says() {
    let folder = tempfile::tempdir().expect("a folder for files");
    let here = seed("process-plant");
    let mut later = here.clone();
    later.assessment.site.firm = "叶榭示例食品集团".into();
    later.assessment.changed += Duration::days(1);
    let file = file_of(folder.path(), "later.json", &later);
    let (old_name, new_name) = (&here.assessment.site.firm, &later.assessment.site.firm);

    let browser = Browser::open_app(DESKTOP);
    browser.open_files(&[seed_file("process-plant")]);
    browser.wait_for_text(&ZH.result_of(old_name));
    browser.go_to_start();

    browser.open_files(&[&file]);
    browser.within(ZH.already_here()).click(ZH.cancel());
    assert_eq!(browser.exported(old_name).assessment, here.assessment, "left as it was");

    browser.open_files(&[&file]);
    browser.within(ZH.already_here()).click(ZH.keep_both());
    let copy = browser.exported(new_name).assessment;
    assert_ne!(copy.id, here.assessment.id, "the second one has an id of its own");
    assert_eq!(browser.exported(old_name).assessment, here.assessment);

    browser.open_files(&[&file]);
    browser.within(ZH.already_here()).click(ZH.replace());
    browser.wait_until_gone(old_name);
    assert_eq!(browser.records(), 2);
}
