//! What one site answered: edits, scope, and the credit code's check digit.

use factory_checkup::assessment::{
    Answer, Conclusion, CreditCode, CreditCodeFault, Entry, Kind, Scope, Signature, next_unanswered,
};
use factory_checkup::district::{self, District};
use factory_checkup::language::Language;
use factory_checkup::questionnaire::{Rating, RequirementId};
use time::macros::datetime;

use crate::scenario::Scenario;

#[test]
fn an_answer_taken_back_leaves_the_note_and_the_mark() {
    let mut assessment = Scenario::discrete().assessment;
    let id = "data.list".into();
    assessment.answer(&id, Some(Answer::Rated(Rating::Met)));
    assessment.note(&id, "清单贴在车间门口");
    assessment.flag(&id, true);
    assessment.answer(&id, None);
    assert_eq!(*assessment.entry(&id), Entry { answer: None, note: "清单贴在车间门口".into(), flagged: true });
    assessment.note(&id, "");
    assessment.flag(&id, false);
    assert_eq!(assessment.entries().count(), 0, "an entry that holds nothing is not kept");
}

#[test]
fn answers_survive_tailoring_out_and_in_again() {
    let mut scenario =
        Scenario::discrete().rate("logistics.transport-plan", Rating::Met).tailor("logistics", "客户自提");
    assert_eq!(scenario.score().plant.tally.rated(), 0);
    scenario.assessment.keep(&"logistics".into());
    assert_eq!(scenario.score().plant.tally.rated(), 1);
}

fn check_conclusion(requirement: &str, reason: &str, expected: Conclusion) {
    let scenario = Scenario::discrete().answer(requirement, Answer::NotApplicable { reason: reason.into() });
    let requirement = scenario.questionnaire.requirement(&requirement.into()).unwrap();
    assert_eq!(scenario.assessment.entry(&requirement.id).conclusion(requirement), expected, "{}", requirement.id);
}

#[test]
fn not_applicable_counts_only_where_it_is_allowed_and_with_its_reason() {
    check_conclusion("safety.health-files", " 没有此类岗位 ", Conclusion::NotApplicable { reason: "没有此类岗位" });
    check_conclusion("safety.health-files", " ", Conclusion::Unanswered);
    check_conclusion("maintenance.annual-plan", "不做计划", Conclusion::Unanswered);
}

/// The next unanswered requirement after another one.
fn next(scenario: &Scenario, after: Option<&RequirementId>) -> Option<RequirementId> {
    let Scenario { questionnaire, assessment } = scenario;
    let scope = Scope::of(questionnaire, assessment);
    next_unanswered(questionnaire, assessment, &scope, after).map(|(_, requirement)| requirement.id.clone())
}

#[test]
fn the_way_through_the_unanswered_comes_round_and_leaves_out_what_is_tailored() {
    let mut scenario = Scenario::discrete().all(1, Rating::Met).all(2, Rating::Met).tailor("logistics", "客户自提");
    assert_eq!(next(&scenario, None), None);
    let [list, transport, forecast] =
        ["data.list", "logistics.transport-plan", "sales.forecast"].map(RequirementId::from);
    for id in [&list, &transport, &forecast] {
        scenario.assessment.answer(id, None);
    }
    assert_eq!(next(&scenario, None), Some(list.clone()));
    assert_eq!(next(&scenario, Some(&list)), Some(forecast.clone()), "what is tailored out is not asked");
    assert_eq!(next(&scenario, Some(&forecast)), Some(list.clone()));
    scenario.assessment.answer(&list, Some(Answer::Unknown));
    assert_eq!(next(&scenario, None), Some(forecast), "looked at and not known is not unanswered");
}

fn check_code(text: &str, expected: Result<&str, CreditCodeFault>) {
    assert_eq!(CreditCode::parse(text).map(|code| code.to_string()), expected.map(str::to_owned), "{text}");
}

#[test]
fn a_credit_code_is_held_to_its_check_digit() {
    // A code that public explanations of GB 32100-2015 use as their example.
    check_code("91350100M000100Y43", Ok("91350100M000100Y43"));
    check_code(" 91350100m000100y43 ", Ok("91350100M000100Y43"));
    check_code("91350100M000100Y44", Err(CreditCodeFault::CheckDigit { expected: '3', found: '4' }));
    check_code("91350100M000100Y4", Err(CreditCodeFault::Length { found: 17 }));
    check_code("91350100M000100I43", Err(CreditCodeFault::Character { found: 'I', place: 16 }));
    check_code("９1350100M000100Y43", Err(CreditCodeFault::Character { found: '９', place: 1 }));
}

#[test]
fn any_single_wrong_digit_is_noticed() {
    let right = "91350100M000100Y43";
    for place in 0..18 {
        for other in "0123456789ABCDEFGHJKLMNPQRTUWXY".chars() {
            let mut wrong: Vec<char> = right.chars().collect();
            if wrong[place] != other {
                wrong[place] = other;
                assert!(CreditCode::parse(&wrong.into_iter().collect::<String>()).is_err());
            }
        }
    }
}

#[test]
fn the_profile_offers_17_towns_and_31_industries() {
    let district = District::shipped();
    assert_eq!((district.towns.len(), district.parks.len(), district.industries.len()), (17, 3, 31));
    assert_eq!(district.industry("3824").unwrap().name.zh, "电气机械和器材制造业");
    assert_eq!(district.industry("38").unwrap().id, "38");
    for code in ["3", "99", "C38", "38245", ""] {
        assert_eq!(district.industry(code), None, "{code}");
    }
    assert_eq!(district::name(&district.towns, "jiuting", Language::Chinese), "九亭镇");
    assert_eq!(district::name(&district.towns, "某镇", Language::English), "某镇", "what is not in the list stays");
}

#[test]
fn a_signature_holds_until_something_changes_and_only_on_site() {
    let mut assessment = Scenario::discrete().assessment;
    let at = datetime!(2026-11-29 10:00:00 +8);
    assessment.sign("王工", at);
    assert_eq!(assessment.signature(), None, "a self-assessment cannot be signed");
    assessment.kind = Kind::OnSite;
    assert_eq!(assessment.signature(), Some(&Signature { name: "王工".into(), at }));
    assert_eq!(assessment.changed, at);
    assessment.changed = datetime!(2026-11-29 10:05:00 +8);
    assert_eq!(assessment.signature(), None, "something was changed since");
    assert!(assessment.signed().is_some(), "and that it was signed is still told");
    assessment.sign(" ", at);
    assert_eq!(assessment.signature(), None, "nobody signed");
}
