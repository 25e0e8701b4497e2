//! A keyboard is enough: digits rate, Enter goes on, n finds what is open, and what is typed into a field is text.

use crate::app::ZH;
use crate::browser::{Browser, TABLET};
use factory_checkup::questionnaire::{Dimension, Questionnaire, Rating, Requirement};
use fantoccini::key::Key;

#[test]
#[ignore = "needs dist/ and Chromium: cargo xtask test"]
fn digits_rate_enter_goes_on_and_n_finds_what_is_open() {
    let questionnaire = Questionnaire::current();
    // What a new assessment is asked, before the profile says otherwise.
    let variant = &questionnaire.variants[0].id;
    let pages: Vec<&Dimension> =
        questionnaire.sub_domains().into_iter().filter(|page| page.weight(variant).is_some()).collect();
    let name = |rating: Rating| questionnaire.rating(rating).name.get(ZH);
    let text = |requirement: &Requirement| requirement.base.text.get(ZH).to_owned();
    let first: Vec<String> =
        pages[0].requirements.iter().filter(|it| it.level <= questionnaire.target).map(text).collect();
    let last = first.last().expect("every page asks something");
    let browser = Browser::open_app(TABLET);
    browser.click(ZH.new_assessment());
    browser.fill(ZH.firm(), "键盘工厂");
    browser.click(ZH.start_answering());

    browser.wait_for_focus_in(&first[0]);
    browser.press('1');
    assert!(browser.within(&first[0]).is_chosen(name(Rating::Met)));
    browser.press(Key::Enter);
    browser.wait_for_focus_in(&first[1]);
    browser.press('4');
    assert!(browser.within(&first[1]).is_chosen(name(Rating::NotMet)));
    browser.press('5');
    assert!(browser.within(&first[1]).is_chosen(ZH.unknown()), "a second digit corrects the first");
    browser.press(Key::Enter);
    browser.wait_for_focus_in(&first[2]);
    browser.press(Key::Enter);
    browser.wait_for_focus_in(&first[3]);
    browser.press('2');

    // Forward first, then round to the one that was passed over.
    for requirement in &first[4..] {
        browser.press('n');
        browser.wait_for_focus_in(requirement);
        browser.press('2');
    }
    browser.press(Key::Enter);
    browser.wait_for_focus_in(&text(&pages[1].requirements[0]));

    browser.click(ZH.screen_profile());
    browser.wait_for_text(ZH.profile_lead());
    browser.click(ZH.go_on_answering());
    browser.wait_for_focus_in(&first[2]);

    browser.within(last).fill(ZH.note(), "第");
    browser.press('3');
    browser.press('n');
    assert_eq!(browser.within(last).value(ZH.note()), "第3n");
    assert!(browser.within(last).is_chosen(name(Rating::LargelyMet)), "a digit in a note rates nothing");
    assert_eq!(browser.complaints(), Vec::<String>::new());
}
