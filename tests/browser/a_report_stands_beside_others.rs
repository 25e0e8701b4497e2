//! A report stands beside others: many plants are saved as a summary file, the report screen takes it as a benchmark, and
//! the report says whose it is and how many firms it counts. A file that is none is refused, and the one before stays.

use crate::app::{ZH, seed, seed_file};
use crate::browser::{Browser, DESKTOP};
use factory_checkup::benchmark::Benchmark;
use factory_checkup::exchange;
use std::fs;
use std::path::PathBuf;

const SEED: &str = "discrete-l1-with-gaps";

#[test]
#[ignore = "needs dist/ and Chromium: cargo xtask test"]
fn a_summary_is_saved_and_read_into_the_reports_comparison() {
    let folder = tempfile::tempdir().expect("a folder for files");
    let plant = seed(SEED);
    let file = |number: usize| -> PathBuf {
        let mut assessment = plant.assessment.clone();
        assessment.id.0 = format!("plant-{number}");
        assessment.site.firm = format!("第{number}厂");
        assessment.site.credit_code.clear();
        let path = folder.path().join(format!("{number}.json"));
        fs::write(&path, exchange::write(&assessment, plant.questionnaire, &plant.scorecard)).expect("a file");
        path
    };
    let browser = Browser::open_app(DESKTOP);
    browser.click(ZH.screen_portfolio());
    browser.choose_files("", &(0..6).map(file).collect::<Vec<_>>());
    browser.wait_for_text(ZH.plants_table());
    browser.fill(ZH.summary_name(), "某镇2026年");
    browser.click(ZH.save_summary());
    browser.wait_for_text(&ZH.summary_is_benchmark(6));
    let saved = browser.downloaded(".json");
    let benchmark = Benchmark::read(&fs::read_to_string(&saved).expect("the summary")).expect("a benchmark");
    assert_eq!((benchmark.name.as_str(), benchmark.sample()), ("某镇2026年", 6));

    browser.go_to_start();
    browser.open_files(&[seed_file(SEED)]);
    browser.wait_for_text(&ZH.result_of(&plant.assessment.site.firm));
    browser.click(ZH.screen_report());
    browser.click(ZH.report_benchmark_section());
    browser.wait_for_text(ZH.benchmark_none());
    browser.choose_files(ZH.choose_benchmark(), &[&saved]);
    let chosen = ZH.benchmark_chosen("某镇2026年", &ZH.benchmark_facts(&benchmark));
    browser.wait_for_text(&chosen);
    browser.choose_files(ZH.choose_benchmark(), &[seed_file(SEED)]);
    browser.wait_for_text("不是多家企业的汇总");
    browser.wait_for_text(&chosen);

    browser.click(ZH.read_on_screen());
    browser.wait_for(".document");
    browser.wait_for_text(ZH.report_benchmark_note());
    browser.wait_for_text(&ZH.benchmark_facts(&benchmark));
    assert_eq!(browser.complaints(), Vec::<String>::new());
}
