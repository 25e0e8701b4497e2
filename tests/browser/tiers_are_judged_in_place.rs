//! The tiers are judged in place: a fact that is stated and a scene that is ticked show at once in their conditions, are
//! kept, and the result tells where the plant stands; all of it on a phone, without anything running over its edge.

use crate::app::{ZH, seed, seed_file};
use crate::browser::{Browser, DESKTOP, PHONE};
use factory_checkup::exchange::{self, Opened};
use factory_checkup::facts::Facts;
use factory_checkup::tiers::{self, Scene, State, Stated, Tiers};

const SEED: &str = "l2-complete";

fn record(browser: &Browser) -> Opened {
    let text = browser.record("seed-l2-complete").expect("the record");
    exchange::read(text.as_bytes()).expect("it can be read")
}

/// Where the plant stands on the national ladder, by what the device keeps.
fn standing(browser: &Browser) -> String {
    let Opened { assessment, scorecard, .. } = record(browser);
    ZH.ladder_standing(&tiers::evaluate(Tiers::shipped(), &assessment, &scorecard)[0])
}

fn scene(id: &str) -> &'static Scene {
    Tiers::shipped().scene(&id.into()).expect("a shipped scene")
}

#[test]
#[ignore = "needs dist/ and Chromium: cargo xtask test"]
fn a_fact_and_a_scene_show_at_once_in_the_conditions_and_in_the_result() {
    let mut browser = Browser::open_app(PHONE);
    browser.open_files(&[seed_file(SEED)]);
    browser.wait_for_text(&ZH.result_of(&seed(SEED).assessment.site.firm));
    browser.click(ZH.screen_yardsticks());
    browser.click(ZH.screen_tiers());
    browser.wait_for_text(ZH.tiers_lead());
    browser.wait_for_text(&standing(&browser));
    browser.screenshot("tiers-before");

    for id in ["clean-record", "secure-controllable", "organisation-and-talent"] {
        let fact = Facts::shipped().fact(&id.into()).expect("a shipped fact");
        browser.fill(fact.name.get(ZH), ZH.yes());
    }
    browser.wait_until_saved();
    let fact = Facts::shipped().fact(&"clean-record".into()).expect("a shipped fact");
    browser.fill(fact.name.get(ZH), ZH.no());
    browser.wait_for_text(ZH.stated_no());
    assert!(browser.sees(ZH.condition_state(State::NotMet, Some(&tiers::Lacking::Fact(Stated::No)))));
    browser.fill(fact.name.get(ZH), ZH.yes());
    browser.wait_until_gone(ZH.stated_no());

    // Open the groups of scenes, as a reader would one by one.
    browser.script("document.querySelectorAll('details').forEach(it => it.open = true)", Vec::new());
    let inspection = scene("operation-inspection");
    let name = inspection.name.get(ZH);
    browser.click(name);
    browser.within(name).fill(ZH.scene_description(), "阀体外观视觉检测");
    browser.within(name).click(ZH.scene_uses_ai());
    browser.wait_for_text(&ZH.scenes_ticked(1, 40, 1));
    browser.wait_until_saved();
    browser.wait_for_text(&standing(&browser));
    let kept = record(&browser);
    let kept = kept.assessment.typical_scene(&inspection.id).expect("it is ticked");
    assert_eq!((kept.description.as_str(), kept.uses_ai), ("阀体外观视觉检测", true));
    // What was written comes back when the tick does.
    browser.click(name);
    browser.wait_for_text(&ZH.scenes_ticked(0, 40, 0));
    browser.click(name);
    browser.wait_for_text(&ZH.scenes_ticked(1, 40, 1));
    assert_eq!(browser.within(name).value(ZH.scene_description()), "阀体外观视觉检测");
    browser.wait_until_saved();

    let over = browser.script("return document.documentElement.scrollWidth - innerWidth", Vec::new());
    assert!(over.as_i64().is_some_and(|over| over <= 0), "the page runs {over} px over the edge");
    browser.screenshot("tiers-answered");
    browser.resize(DESKTOP);
    browser.screenshot("tiers-answered");

    let told = standing(&browser);
    browser.click(ZH.screen_result());
    browser.wait_for_text(&told);
    browser.screenshot("tiers-result");
    assert_eq!(browser.complaints(), Vec::<String>::new());
}
