//! Own questionnaires: one is loaded, answered, exported and opened elsewhere with the same result and a report; one with
//! faults says where each of them is; what is downloaded is what was loaded.

use crate::app::{ZH, opened};
use crate::browser::{Browser, DESKTOP, PHONE};
use factory_checkup::assessment::{Answer, Entry};
use factory_checkup::questionnaire::{Questionnaire, Rating};
use factory_checkup::workbook;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// The example of the authors' guide, and a folder for files.
fn example() -> (String, Questionnaire, TempDir) {
    let guide = Path::new(env!("CARGO_MANIFEST_DIR")).join("questionnaires/README.md");
    let guide = fs::read_to_string(guide).expect("the guide");
    let text =
        guide.split("```toml\n").nth(1).and_then(|rest| rest.split_once("```")).expect("its example").0.to_owned();
    let questionnaire = Questionnaire::read(&[("own.toml", &text)]).expect("it is sound");
    (text, questionnaire, tempfile::tempdir().expect("a folder for files"))
}

fn file(folder: &TempDir, name: &str, bytes: &[u8]) -> PathBuf {
    let path = folder.path().join(name);
    fs::write(&path, bytes).expect("a file");
    path
}

fn load(browser: &Browser, file: &Path) {
    browser.choose_files(ZH.open_questionnaire(), &[file]);
}

#[test]
#[ignore = "needs dist/ and Chromium: cargo xtask test"]
fn an_own_questionnaire_is_answered_exported_and_opened_elsewhere_with_the_same_result() {
    let (text, questionnaire, folder) = example();
    let title = questionnaire.title.get(ZH);
    let browser = Browser::open_app(DESKTOP);
    browser.go_to_questionnaires();
    load(&browser, &file(&folder, "五个S.toml", text.as_bytes()));
    browser.wait_for_text(&ZH.questionnaire_kept(title, &questionnaire.version));
    browser.screenshot("questionnaires");

    // It is there after a reload, too.
    browser.reload();
    browser.within(title).click(ZH.new_assessment());
    browser.wait_for_text(ZH.profile_lead());
    browser.fill(ZH.firm(), "五金一厂");
    browser.click(ZH.start_answering());
    let pages = questionnaire.sub_domains();
    let mut ratings = [Rating::Met, Rating::LargelyMet, Rating::PartlyMet].into_iter();
    for (place, page) in pages.iter().enumerate() {
        browser.wait_for_text(page.about.get(ZH));
        assert!(browser.script("return document.title", vec![]).to_string().contains(page.name.get(ZH)));
        for requirement in &page.requirements {
            let answer = ratings.next().map(Answer::Rated);
            browser.answer(&questionnaire, requirement, &Entry { answer, ..Entry::default() });
        }
        browser.turn_the_page(pages.get(place + 1).copied());
    }
    let total = browser.figure(ZH.total());
    assert_eq!(total, "1.50");
    browser.wait_for_text(ZH.own_questionnaire_means());
    browser.screenshot("own-result");
    browser.go_to_start();
    browser.within("五金一厂").click(ZH.export());
    let exported = browser.downloaded(".json");
    assert_eq!(opened(&exported).questionnaire.id, questionnaire.id);
    assert_eq!(opened(&exported).scorecard.plant.total.floor(2), total);
    let kept_elsewhere = folder.path().join("export.json");
    fs::copy(&exported, &kept_elsewhere).expect("a copy");
    assert_eq!(browser.complaints(), Vec::<String>::new());
    drop(browser);

    // Another device has never seen the questionnaire.
    let browser = Browser::open_app(PHONE);
    browser.open_files(&[&kept_elsewhere]);
    browser.wait_for_text(&ZH.result_of("五金一厂"));
    assert_eq!(browser.figure(ZH.total()), total);
    browser.click(ZH.screen_report());
    browser.click(ZH.print_report());
    browser.wait_for_text(ZH.report_ready());
    browser.downloaded(".pdf");
    assert_eq!(browser.complaints(), Vec::<String>::new());
}

#[test]
#[ignore = "needs dist/ and Chromium: cargo xtask test"]
fn every_fault_is_listed_with_its_line_or_cell_and_nothing_is_kept() {
    let (text, mut questionnaire, folder) = example();
    let browser = Browser::open_app(PHONE);
    browser.go_to_questionnaires();
    let faulty = text.replace("any = 60", "any = 50").replace("target = 2", "target = 3");
    load(&browser, &file(&folder, "own.toml", faulty.as_bytes()));
    browser.wait_for_text(&ZH.questionnaire_faulty(2));
    for problem in Questionnaire::read(&[("own.toml", &faulty)]).unwrap_err() {
        browser.wait_for_text(&ZH.problem(&problem));
    }

    questionnaire.elements[0].requirements[0].base.text.en.clear();
    questionnaire.elements[1].requirements[1].base.met.zh = "长".repeat(99);
    let faulty = workbook::write(&questionnaire).expect("a workbook");
    load(&browser, &file(&folder, "own.xlsx", &faulty));
    browser.wait_for_text("own.xlsx:requirements!D2: ");
    browser.wait_for_text("own.xlsx:requirements!E4: ");
    for problem in workbook::read("own.xlsx", &faulty).unwrap_err() {
        browser.wait_for_text(&ZH.problem(&problem));
    }
    browser.screenshot("faults");
    assert_eq!(browser.script("return Object.keys(localStorage).length", vec![]), 0);

    // A shipped questionnaire is none of one's own, and two kinds of files are not one questionnaire.
    let shipped = Questionnaire::edition("smart-factory", "2026.1").expect("an edition").to_file();
    load(&browser, &file(&folder, "shipped.toml", shipped.as_bytes()));
    browser.wait_for_text("shipped.toml:1: ");
    browser.choose_files(ZH.open_questionnaire(), &[folder.path().join("own.toml"), folder.path().join("own.xlsx")]);
    browser.wait_for_text(ZH.intake_mixed());
    assert_eq!(browser.complaints(), Vec::<String>::new());
}

#[test]
#[ignore = "needs dist/ and Chromium: cargo xtask test"]
fn what_is_downloaded_can_be_loaded_again() {
    let (_, _, folder) = example();
    let current = Questionnaire::current();
    let title = current.title.get(ZH);
    let browser = Browser::open_app(DESKTOP);
    browser.go_to_questionnaires();
    browser.within(title).click(ZH.download_toml());
    let toml = fs::read_to_string(browser.downloaded(".toml")).expect("the download");
    let mut expected = current.clone();
    expected.id = format!("own-{}", current.id);
    assert!(toml == expected.to_file(), "the TOML is another one");

    browser.within(title).click(ZH.download_xlsx());
    let xlsx = browser.downloaded(".xlsx");
    let copy = file(&folder, "again.xlsx", &fs::read(&xlsx).expect("the download"));
    load(&browser, &copy);
    browser.wait_for_text(&ZH.questionnaire_kept(title, &current.version));
    let kept = browser.script(
        "const key = Object.keys(localStorage).find(key => key.startsWith('factory-checkup/questionnaire/'));
         return Object.values(JSON.parse(localStorage.getItem(key)))[0]",
        vec![],
    );
    assert!(kept == toml, "what is kept is another text");

    browser.within(title).click(ZH.delete());
    browser.within(&ZH.delete_what(title)).click(ZH.delete());
    browser.until("an empty shelf", || (!browser.sees(ZH.own_questionnaires())).then_some(()));
    assert_eq!(browser.script("return Object.keys(localStorage).length", vec![]), 0);
    assert_eq!(browser.complaints(), Vec::<String>::new());
}
