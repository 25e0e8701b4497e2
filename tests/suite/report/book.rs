//! The question book: everything in scope once, by whom to ask, on lawful pages.

use factory_checkup::language::Language;
use factory_checkup::order::Order;
use factory_checkup::questionnaire::Level;
use factory_checkup::report::block::Document;
use factory_checkup::report::site;
use time::macros::datetime;

use super::{ALL, laws, lay_out, print, text};
use crate::golden;
use crate::scenario::Scenario;

fn book(scenario: &Scenario, language: Language) -> Document {
    let made = datetime!(2026-11-23 14:32:05 +8);
    site::question_book(scenario.questionnaire, &scenario.assessment, &scenario.score(), &Order::new(language, made))
}

#[test]
fn a_question_book_reads_as_its_golden_text_and_obeys_the_laws_of_pages() {
    for language in Language::ALL {
        let document = book(&Scenario::process(), language);
        let layout = lay_out(&document);
        laws::hold(&document, &layout);
        golden::check(&format!("book-{}.txt", language.tag()), &text(&layout));
        super::site::save(&print(&document, &ALL), &format!("book-{}", language.tag()));
    }
}

#[test]
fn every_requirement_in_scope_stands_in_it_once_and_no_other() {
    let mut scenario = Scenario::discrete().tailor("logistics", "没有运输");
    scenario.assessment.target = Level::new(3).expect("there is a third level");
    let document = book(&scenario, Language::English);
    let printed: String = text(&lay_out(&document)).split_whitespace().collect();
    for requirement in scenario.questionnaire.requirements() {
        let asked = requirement.level.number() <= 3 && !requirement.id.as_str().starts_with("logistics.");
        let own: String = requirement.base.text.en.split_whitespace().collect();
        let own = own.replace(['“', '”'], "\"").replace('’', "'");
        let printed = printed.replace(['“', '”'], "\"").replace('’', "'");
        assert_eq!(printed.matches(&own).count(), usize::from(asked), "{}", requirement.id);
    }
}
