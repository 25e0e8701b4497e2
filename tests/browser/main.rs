//! The tests in a real browser, one program: each drives the finished `dist/` as a person would.
//!
//! `cargo xtask test` builds the site and runs them. By hand, and quicker, after `cargo xtask build`:
//! `cargo test --test browser -- --ignored`, with `SCREENSHOTS=folder` to see what the browser saw.
#![cfg(not(target_arch = "wasm32"))]

// A browser with pleasant verbs, and everything it needs.
mod browser;
// What pages wanted from any place but the site.
mod elsewhere;
// The site's own server, the one behind `cargo xtask serve`.
#[path = "../../xtask/src/server.rs"]
mod server;
// What a person does on the app's screens.
mod app;
// The verbs themselves, on a page that has one thing of each kind.
mod verbs;
// From the first page to the PDF.
mod a_plant_goes_all_the_way;
// The report's PDF as an export, and verifying it.
mod a_report_opens_again;
// Export and import.
mod files_go_out_and_in;
// Broken records, a full device, a second window.
mod nothing_is_lost;
// The report on the screen.
mod the_report_is_read_as_a_page;
// Tables as workbooks and CSV.
mod tables_come_out;
// A report stands beside a summary that the app saved.
mod a_report_stands_beside_others;
// What people open by mistake or on purpose.
mod bad_input;
// The portfolio, with two hundred files.
mod a_town_collects_many_plants;
// Facts that every yardstick shares.
mod company_data_are_entered_once;
// Digits, Enter and n.
mod a_keyboard_is_enough;
// Chinese and English.
mod the_language_is_remembered;
// Opening and answering offline, and what comes after.
mod the_network_goes;
// Several yardsticks, editions, and the question book.
mod one_set_of_answers;
// Tiers of smart factories, condition by condition.
mod tiers_are_judged_in_place;
// A firm's own questionnaire, loaded, answered and carried along.
mod own_questionnaires;
// Every screen, under axe-core's eyes.
mod accessibility;

use browser::{Browser, DESKTOP};

#[test]
#[ignore = "needs dist/ and Chromium: cargo xtask test"]
fn the_page_opens_and_talks_to_nobody() {
    let browser = Browser::open(DESKTOP);
    browser.wait_for("#app > *");
    assert!(!browser.text("#app").is_empty(), "the app has drawn nothing that can be read");
    browser.screenshot("opened");
    assert_eq!(browser.complaints(), Vec::<String>::new());
    assert_eq!(browser.requests_elsewhere(), Vec::<String>::new());
}
