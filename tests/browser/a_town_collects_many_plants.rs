//! A town collects many plants: two hundred files dropped at once, some of them broken, come out as the same numbers,
//! charts and table that the engine computes natively, and the page stays at its user's side.

use crate::app::{SEEDS, ZH, file_of, seed};
use crate::browser::{Browser, DESKTOP};
use factory_checkup::assessment::AssessmentId;
use factory_checkup::chart;
use factory_checkup::drawing::{Drawing, Shape};
use factory_checkup::portfolio::{self, Portfolio};
use factory_checkup::tables::csv;
use serde_json::json;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

const FILES: usize = 200;

#[test]
#[ignore = "needs dist/ and Chromium: cargo xtask test"]
fn two_hundred_files_give_the_numbers_that_the_engine_gives() {
    let folder = tempfile::tempdir().expect("a folder for files");
    let files: Vec<PathBuf> = (0..FILES).map(|number| file(folder.path(), number)).collect();
    let mut expected = Portfolio::default();
    for file in &files {
        let name = file.file_name().expect("a file has a name").to_string_lossy();
        expected.add(&name, &fs::read(file).expect("the file"));
    }
    let summary = expected.summaries().remove(0);

    let browser = Browser::open_app(DESKTOP);
    browser.click(ZH.screen_portfolio());
    browser.wait_for_text(ZH.portfolio_lead());
    browser.watch_liveliness();
    browser.choose_files("", &files);
    let left_out = expected.rejected().len() + expected.set_aside().len();
    browser.wait_for_text(&ZH.rejected_title(left_out));
    browser.until("every file read", || (browser.figure(ZH.files_read()) == FILES.to_string()).then_some(()));
    let liveliness = browser.liveliness();
    println!("while {FILES} files were read: {liveliness:?}");
    assert!(liveliness.longest_task < Duration::from_secs(2), "the page stood still: {liveliness:?}");

    assert_eq!(browser.figure(ZH.firms_counted()), expected.firms().to_string());
    assert_eq!(browser.figure(ZH.firms_complete()), summary.complete.to_string());
    assert_eq!(browser.figure(ZH.files_left_out()), left_out.to_string());
    assert_eq!(drawn(&browser, ZH.levels_of_firms()), texts(&chart::histogram(&summary, ZH)));
    assert_eq!(drawn(&browser, ZH.means_of_firms()), texts(&chart::mean_bars(&summary, ZH)));
    for rejected in expected.rejected() {
        browser.wait_for_text(&rejected.file);
        browser.wait_for_text(&ZH.read_error(&rejected.error));
    }
    browser.screenshot("portfolio");

    browser.click(ZH.save_table());
    let table = fs::read_to_string(browser.downloaded(".csv")).expect("the table");
    assert!(
        table == csv::write(&portfolio::table(&expected, ZH)).expect("the table"),
        "the table is another one:\n{table}"
    );
    browser.click(ZH.save_rejected());
    let table = fs::read_to_string(browser.downloaded(".csv")).expect("the list");
    assert!(
        table == csv::write(&portfolio::rejected_table(&expected, ZH)).expect("the list"),
        "the list is another one:\n{table}"
    );
    assert_eq!(browser.complaints(), Vec::<String>::new());
}

/// Of ten files, seven are plants of their own, one is a firm's second assessment, one an older copy and one broken.
fn file(folder: &Path, number: usize) -> PathBuf {
    let name = format!("plant-{number:03}.json");
    let mut plant = seed(SEEDS[number % SEEDS.len()]);
    let assessment = &mut plant.assessment;
    assessment.id = AssessmentId(format!("plant-{number}"));
    assessment.site.firm = format!("松江示例{number}号厂");
    match number % 10 {
        3 => assessment.site.firm = format!("松江示例{}号厂", number - 1),
        5 => {
            assessment.id = AssessmentId(format!("plant-{}", number - 1));
            assessment.changed -= time::Duration::days(400);
        }
        // What a spreadsheet would run as a formula.
        7 => assessment.site.firm = format!("=HYPERLINK({number})"),
        9 => {
            let path = folder.join(name);
            fs::write(&path, format!("{{ \"plant\": {number}")).expect("a file");
            return path;
        }
        _ => {}
    }
    file_of(folder, &name, &plant)
}

/// The texts of the chart under a heading, as the page shows it.
fn drawn(browser: &Browser, heading: &str) -> Vec<String> {
    let found = browser.script(CHART, vec![json!(heading)]);
    serde_json::from_value(found).expect("a list of texts")
}

fn texts(drawing: &Drawing) -> Vec<String> {
    let text = |shape: &Shape| match shape {
        Shape::Text { text, .. } => Some(text.clone()),
        _ => None,
    };
    drawing.shapes.iter().filter_map(text).collect()
}

const CHART: &str = "
const heading = [...document.querySelectorAll('h2')].find(heading => heading.innerText.trim() === arguments[0]);
return [...heading.parentElement.querySelectorAll('svg.drawing text')].map(text => text.textContent);
";
