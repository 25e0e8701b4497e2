//! The network goes: once the page has been open, it opens again without, the questions are asked, answered, saved and
//! scored, and the report says what it lacks or is made of what was kept.

use crate::app::{ZH, seed, seed_file};
use crate::browser::{Browser, DESKTOP, finished_site};
use factory_checkup::assessment::{Answer, Scope};
use factory_checkup::exchange;
use factory_checkup::questionnaire::{Questionnaire, Rating};
use factory_checkup::scoring;
use std::fs;
use tempfile::TempDir;

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
    browser.within(requirement.base.text.get(ZH)).click(questionnaire.rating(Rating::NotMet).name.get(ZH));
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

#[test]
#[ignore = "needs dist/ and Chromium: cargo xtask test"]
fn without_a_network_the_app_opens_and_a_new_plant_is_answered_and_scored() {
    let plant = seed("l2-complete");
    let questionnaire = Questionnaire::current();
    let (assessment, scorecard) = (&plant.assessment, &plant.scorecard);
    let mut browser = Browser::open_app(DESKTOP);
    browser.wait_until_kept();
    browser.cut_the_network();
    browser.reload();
    browser.wait_for_text(ZH.welcome_title());

    browser.click(ZH.new_assessment());
    browser.wait_for_text(ZH.profile_lead());
    browser.fill_profile(questionnaire, assessment);
    browser.click(ZH.start_answering());
    let pages = Scope::of(questionnaire, assessment).sub_domains(questionnaire);
    for (place, page) in pages.iter().enumerate() {
        browser.wait_for_text(page.about.get(ZH));
        for requirement in &page.requirements {
            browser.answer(questionnaire, requirement, assessment.entry(&requirement.id));
        }
        browser.turn_the_page(pages.get(place + 1).copied());
    }
    assert_eq!(browser.text(".level-plate-short"), ZH.level_short(scorecard.plant.reached));
    assert_eq!(browser.figure(ZH.total()), scorecard.plant.total.floor(2));

    // Deep in the app, too.
    browser.reload();
    assert_eq!(browser.figure(ZH.total()), scorecard.plant.total.floor(2));
    assert_eq!(browser.complaints(), Vec::<String>::new());
}

#[test]
#[ignore = "needs dist/ and Chromium: cargo xtask test"]
fn after_a_first_report_the_next_one_needs_no_network() {
    let plant = seed("l2-complete");
    let mut browser = Browser::open_app(DESKTOP);
    browser.wait_until_kept();
    browser.open_files(&[seed_file("l2-complete")]);
    browser.wait_for_text(&ZH.result_of(&plant.assessment.site.firm));
    browser.click(ZH.screen_report());
    browser.click(ZH.print_report());
    browser.wait_for_text(ZH.report_ready());
    browser.downloaded(".pdf");

    browser.cut_the_network();
    browser.reload();
    browser.click(ZH.print_report());
    browser.wait_for_text(ZH.report_ready());
    browser.downloaded(".pdf");
    assert_eq!(browser.complaints(), Vec::<String>::new());
}

#[test]
#[ignore = "needs dist/ and Chromium: cargo xtask test"]
fn a_device_that_was_prepared_needs_no_network_for_its_first_report_with_rare_characters() {
    let plant = seed("l2-complete");
    let mut assessment = plant.assessment.clone();
    // From the wider pack and from the rest.
    assessment.site.firm = "上海臑霺机械有限公司".to_owned();
    let scorecard = scoring::score(plant.questionnaire, &assessment);
    let file = TempDir::new().expect("a folder");
    let path = file.path().join("rare.json");
    fs::write(&path, exchange::write(&assessment, plant.questionnaire, &scorecard)).expect("the export");

    let mut browser = Browser::open_app(DESKTOP);
    browser.wait_until_kept();
    browser.reload();
    browser.click(ZH.prepare_offline());
    browser.wait_for_text(ZH.prepared_offline());
    browser.cut_the_network();
    browser.open_files(&[path]);
    browser.wait_for_text(&ZH.result_of(&assessment.site.firm));
    browser.click(ZH.screen_report());
    browser.click(ZH.print_report());
    browser.wait_for_text(ZH.report_ready());
    browser.downloaded(".pdf");
    assert_eq!(browser.complaints(), Vec::<String>::new());
}

#[test]
#[ignore = "needs dist/ and Chromium: cargo xtask test"]
fn when_the_questions_do_not_come_the_page_says_so_and_tries_again() {
    let site = copied_site();
    let mut files = fs::read_dir(site.path()).expect("the site").flatten().map(|file| file.path());
    let pack = files.find(|path| path.extension().is_some_and(|ending| ending == "json")).expect("the pack");
    let away = pack.with_extension("away");
    fs::rename(&pack, &away).expect("the pack goes");

    let browser = Browser::open_site(site.path(), DESKTOP);
    browser.wait_for_text(&ZH.questionnaires_refused(404));
    browser.screenshot("questions-did-not-come");
    fs::write(&pack, "<p>请先登录</p>").expect("something else in its place");
    browser.click(ZH.try_again());
    browser.wait_for_text(ZH.questionnaires_damaged());
    fs::rename(&away, &pack).expect("the pack comes back");
    browser.click(ZH.try_again());
    browser.wait_for_text(ZH.welcome_title());
}

#[test]
#[ignore = "needs dist/ and Chromium: cargo xtask test"]
fn a_new_edition_shows_at_once_and_is_the_one_that_is_kept() {
    let site = copied_site();
    let replace = |name: &str, old: &str, new: &str| {
        let file = site.path().join(name);
        let text = fs::read_to_string(&file).expect("a text of the site");
        assert!(text.contains(old), "{name} says {old}");
        fs::write(file, text.replace(old, new)).expect("the new edition");
    };
    let description = "return document.querySelector('meta[name=description]').content";
    let mut browser = Browser::open_site(site.path(), DESKTOP);
    browser.wait_until_kept();
    let kept = || browser.script("return caches.keys()", vec![]);
    let old = kept();
    browser.reload();
    browser.wait_for_text(ZH.welcome_title());

    replace("index.html", "name=\"description\" content=\"", "name=\"description\" content=\"新版 ");
    replace("sw.js", "${OURS}", "${OURS}new-");
    browser.reload();
    let shown = |browser: &Browser| browser.script(description, vec![]).to_string().contains("新版");
    assert!(shown(&browser));
    browser.until("the end of the old edition", || {
        let now = kept();
        let names = now.as_array()?;
        let left = old.as_array()?.iter().any(|name| names.contains(name));
        (!left && !names.is_empty()).then_some(())
    });
    browser.cut_the_network();
    browser.reload();
    browser.wait_for_text(ZH.welcome_title());
    assert!(shown(&browser));
}

/// A finished site that a test may change.
fn copied_site() -> TempDir {
    let site = tempfile::tempdir().expect("a folder for the site");
    for file in fs::read_dir(finished_site()).expect("dist/: cargo xtask build").flatten() {
        fs::copy(file.path(), site.path().join(file.file_name())).expect("a file of the site");
    }
    site
}
