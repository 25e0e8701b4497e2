//! Nothing is lost silently: a record that cannot be read stays as it is, a device without room says so and offers
//! the file, and two windows do not overwrite each other.

use crate::app::{ZH, name_with_parts, opened, seed, seed_file};
use crate::browser::{Browser, DESKTOP};
use factory_checkup::assessment::Answer;
use factory_checkup::exchange;
use factory_checkup::questionnaire::Rating;
use std::fs;

#[test]
#[ignore = "needs dist/ and Chromium: cargo xtask test"]
fn a_record_that_cannot_be_read_is_listed_downloadable_and_never_touched() {
    const BROKEN: &str = "{ \"format\": \"factory-checkup/assessment\", 一半";
    let browser = Browser::open_app(DESKTOP);
    browser.put_record("broken", BROKEN);
    browser.reload();

    browser.wait_for_text(ZH.damaged_records());
    let error = exchange::read(BROKEN.as_bytes()).expect_err("half a file");
    browser.wait_for_text(&ZH.read_error(&error));
    browser.within("broken").click(ZH.download_record());
    assert_eq!(fs::read_to_string(browser.downloaded(".txt")).expect("the download"), BROKEN);

    browser.click(ZH.new_assessment());
    browser.fill(ZH.firm(), "另一家工厂");
    browser.wait_until_saved();
    browser.go_to_start();
    browser.wait_for_text(ZH.damaged_records());
    assert_eq!(browser.record("broken").as_deref(), Some(BROKEN));
}

#[test]
#[ignore = "needs dist/ and Chromium: cargo xtask test"]
fn a_slip_to_another_choice_and_back_does_not_cost_the_reason() {
    const PLANT: &str = "gate-one-hundredth-below";
    let plant = seed(PLANT);
    let (assessment, questionnaire) = (&plant.assessment, plant.questionnaire);
    let is_not_applicable = |answer: &Option<Answer>| matches!(answer, Some(Answer::NotApplicable { .. }));
    let (id, entry) =
        assessment.entries().find(|(_, entry)| is_not_applicable(&entry.answer)).expect("something does not apply");
    let requirement = questionnaire.requirement(id).expect("a seed's requirements are known");
    let page = questionnaire
        .sub_domains()
        .into_iter()
        .find(|page| page.requirements.iter().any(|other| other.id == *id))
        .expect("every requirement has a page");

    let browser = Browser::open_app(DESKTOP);
    browser.open_files(&[seed_file(PLANT)]);
    browser.wait_for_text(ZH.make_report());
    let kept = || {
        let record = browser.record(&assessment.id.0).expect("a record");
        exchange::read(record.as_bytes()).expect("a readable record").assessment
    };
    browser.go(&format!("#/plants/{}/questions/{}", assessment.id, page.id));
    let card = browser.within(requirement.base.text.get(ZH));
    card.click(questionnaire.rating(Rating::Met).name.get(ZH));
    browser.until("the slip is saved", || (!is_not_applicable(&kept().entry(id).answer)).then_some(()));
    card.click(ZH.not_applicable());
    browser.until("the reason is back", || (kept().entry(id) == entry).then_some(()));

    let dimension = assessment.tailored().keys().next().expect("something is tailored out");
    let name = name_with_parts(questionnaire.dimension(dimension).expect("a seed's dimensions are known"));
    browser.click(ZH.screen_profile());
    browser.within(ZH.tailoring()).click(&name);
    browser.until("it is taken in again", || kept().tailored().is_empty().then_some(()));
    browser.within(ZH.tailoring()).click(&name);
    browser.until("the reason is back", || (kept().tailored() == assessment.tailored()).then_some(()));
}

#[test]
#[ignore = "needs dist/ and Chromium: cargo xtask test"]
fn a_full_device_says_that_nothing_was_saved_and_offers_the_file() {
    let browser = Browser::open_app(DESKTOP);
    browser.open_files(&[seed_file("l2-complete")]);
    browser.click(ZH.screen_profile());
    let kept = browser.record("seed-l2-complete");
    browser.script(FILL_UP, vec![]);

    let contact = "数字化部 樊，分机8317，周一至周五".repeat(20);
    browser.fill(ZH.contact(), &contact);
    browser.wait_for_text(ZH.not_saved());
    browser.wait_for_text(ZH.storage_full());
    assert_eq!(browser.record("seed-l2-complete"), kept, "what was kept before is still there");
    browser.click(ZH.save_as_file());
    assert_eq!(opened(&browser.downloaded(".json")).assessment.site.contact, contact);

    // Leaving the screen loses nothing either, as long as the page is open.
    browser.go_to_start();
    browser.wait_for_text(ZH.only_in_this_page());
    assert_eq!(browser.exported(&seed("l2-complete").assessment.site.firm).assessment.site.contact, contact);

    browser.script("localStorage.removeItem('something else')", vec![]);
    browser.click(&seed("l2-complete").assessment.site.firm);
    browser.wait_until_saved();
    assert!(browser.record("seed-l2-complete").is_some_and(|record| record.contains(&contact)));
}

#[test]
#[ignore = "needs dist/ and Chromium: cargo xtask test"]
fn what_another_window_changes_is_noticed() {
    let browser = Browser::open_app(DESKTOP);
    browser.open_files(&[seed_file("process-plant")]);
    browser.click(ZH.screen_profile());
    browser.wait_for_text(ZH.profile_lead());

    browser.in_another_tab(|| {
        browser.fill(ZH.contact(), "另一个窗口");
        browser.wait_until_saved();
    });
    browser.wait_for_text(ZH.followed_other_window());
    assert_eq!(browser.value(ZH.contact()), "另一个窗口");

    browser.in_another_tab(|| {
        browser.go_to_start();
        let firm = &seed("process-plant").assessment.site.firm;
        browser.within(firm).click(ZH.delete());
        browser.within(&ZH.delete_what(firm)).click(ZH.delete());
        browser.wait_until_gone(firm);
    });
    browser.wait_for_text(ZH.deleted_elsewhere());
    browser.click(ZH.keep_mine());
    browser.wait_until_saved();
    let kept = browser.record("seed-process-plant").expect("it is kept again");
    let kept = exchange::read(kept.as_bytes()).expect("it can be read");
    assert_eq!(kept.assessment.site.contact, "另一个窗口");
}

/// Leaves not one letter of room.
const FILL_UP: &str = "
let text = '';
for (let length = 1 << 22; length >= 1; length >>= 1) {
    try {
        localStorage.setItem('something else', text + 'x'.repeat(length));
        text += 'x'.repeat(length);
        length <<= 1;
    } catch {}
}
";
