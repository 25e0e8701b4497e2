//! Accessibility: axe-core finds nothing serious on any screen, light or dark, on a desktop or on a phone.

use crate::app::{SEEDS, ZH, seed, seed_file};
use crate::browser::{Browser, DESKTOP, PHONE, Size};
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

#[test]
#[ignore = "needs dist/, Chromium and axe-core: cargo xtask test"]
fn every_screen_is_for_everyone_on_a_desktop() {
    every_screen_is_for_everyone(DESKTOP);
}

#[test]
#[ignore = "needs dist/, Chromium and axe-core: cargo xtask test"]
fn every_screen_is_for_everyone_on_a_phone() {
    every_screen_is_for_everyone(PHONE);
}

fn every_screen_is_for_everyone(size: Size) {
    let browser = Browser::open_app(size);
    let mut found = Vec::new();
    let mut look = |screen: &str| {
        // What is folded is looked at as well.
        browser.script("document.querySelectorAll('main details').forEach(part => part.open = true)", vec![]);
        for theme in [ZH.theme_light(), ZH.theme_dark()] {
            browser.choose_theme(theme);
            found.extend(barriers(&browser).into_iter().map(|barrier| format!("{screen}，{theme}：{barrier}")));
        }
    };

    browser.put_record("broken", "{ half");
    browser.open_files(&[seed_file("discrete-l1-with-gaps")]);
    browser.wait_for_text(&ZH.result_of(&seed("discrete-l1-with-gaps").assessment.site.firm));
    look(ZH.screen_result());
    browser.click(ZH.screen_profile());
    browser.wait_for_text(ZH.profile_lead());
    look(ZH.screen_profile());
    browser.click(ZH.screen_questions());
    browser.wait_for(".requirement");
    look(ZH.screen_questions());
    browser.click(ZH.screen_report());
    browser.wait_for_text(ZH.report_lead());
    look(ZH.screen_report());
    browser.click(ZH.read_on_screen());
    browser.wait_for(".document");
    look(ZH.reading_title());
    browser.click(ZH.screen_yardsticks());
    browser.wait_for_text(ZH.facts_lead());
    look(ZH.screen_facts());
    browser.click(ZH.screen_index());
    browser.wait_for_text(ZH.index_lead());
    look(ZH.screen_index());
    browser.click(ZH.screen_tiers());
    browser.wait_for_text(ZH.tiers_lead());
    look(ZH.screen_tiers());
    browser.go_to_start();
    browser.wait_for_text(ZH.damaged_records());
    look(ZH.screen_welcome());
    browser.go("#/portfolio");
    browser.choose_files("", &SEEDS.map(seed_file));
    browser.wait_for_text(ZH.plants_table());
    look(ZH.screen_portfolio());
    browser.go("#/method");
    browser.wait_for_text(ZH.weights_lead());
    look(ZH.screen_method());
    browser.go("#/questionnaires");
    browser.wait_for_text(ZH.questionnaires_lead());
    look(ZH.screen_questionnaires());

    assert!(found.is_empty(), "{} barriers:\n{}", found.len(), found.join("\n"));
    assert_eq!(browser.complaints(), Vec::<String>::new());
}

/// What axe-core calls serious or critical, a line each.
fn barriers(browser: &Browser) -> Vec<String> {
    let axe = fs::read_to_string(axe()).expect("axe-core, which cargo xtask test fetches");
    browser.script(&axe, vec![]);
    let found = browser.script(LOOK, vec![]);
    serde_json::from_value(found).expect("a list of lines")
}

/// Where `AXE` says, else where `cargo xtask test` puts it.
fn axe() -> PathBuf {
    let fetched = "target/tools/npm/node_modules/axe-core/axe.min.js";
    env::var_os("AXE").map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join(fetched), PathBuf::from)
}

const LOOK: &str = "
return axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, impact, nodes }) => nodes.map(node =>
        `${impact} ${id} at ${node.target.join(' ')}: ${node.failureSummary.replace(/\\s+/g, ' ')}`)));
";
