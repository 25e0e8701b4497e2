//! Consistency checks and suggestions: each shipped one can ask, asks in both languages, and speaks of what exists.

use std::fmt::Write;

use factory_checkup::assessment::{Answer, Assessment, FactAnswer, IndexAnswer, SceneAnswer};
use factory_checkup::checks::{self, Bound, Check, Condition};
use factory_checkup::exact::Exact;
use factory_checkup::facts::{FactKind, Facts};
use factory_checkup::language::Language;
use factory_checkup::questionnaire::{Level, Questionnaire, Rating};
use factory_checkup::scoring;
use factory_checkup::sme_index::{Index, QuestionKind};
use factory_checkup::suggestions::Suggestions;

use crate::golden;
use crate::scenario::Scenario;

/// An assessment that makes a check ask.
fn firing(check: &Check) -> Assessment {
    let mut assessment = Scenario::discrete().assessment;
    for condition in &check.conditions {
        match condition {
            Condition::Rating(id, Bound::AtLeast(rating) | Bound::AtMost(rating)) => {
                assessment.answer(id, Some(Answer::Rated(*rating)));
            }
            Condition::Ratio(id, Bound::AtLeast(ratio) | Bound::AtMost(ratio)) => {
                let ratio_of = Facts::shipped().ratio(id).expect("a shipped ratio");
                let whole = Exact::from(1000);
                let part = ratio.clone() * whole.clone();
                assessment.state_fact(&ratio_of.numerator, Some(FactAnswer::Number(part)));
                assessment.state_fact(&ratio_of.denominator, Some(FactAnswer::Number(whole)));
            }
            Condition::Number(id, Bound::AtLeast(number) | Bound::AtMost(number)) => {
                assessment.state_fact(id, Some(FactAnswer::Number(number.clone())));
            }
            Condition::YesNo(id, yes) => assessment.state_fact(id, Some(FactAnswer::YesNo(*yes))),
            Condition::Choice(id, choice) => assessment.state_fact(id, Some(FactAnswer::Choice(choice.clone()))),
            Condition::Scene(id, Bound::AtLeast(level) | Bound::AtMost(level)) => {
                assessment.rate_scene(id, Some(SceneAnswer::Level(*level)));
            }
            Condition::Option(question, option) => {
                let options = [option.clone()].into_iter().collect();
                assessment.answer_index(question, Some(IndexAnswer::Options(options)));
            }
            Condition::LevelAtMost(_) => {
                let questionnaire = Questionnaire::current();
                for requirement in questionnaire.requirements().iter().filter(|it| it.level <= Level::HIGHEST) {
                    assessment.answer(&requirement.id, Some(Answer::Rated(Rating::NotMet)));
                }
            }
        }
    }
    assessment
}

#[test]
fn every_check_can_ask_and_asks_in_both_languages() {
    let questionnaire = Questionnaire::current();
    let mut said = String::new();
    assert!(checks::shipped().len() >= 25);
    for check in checks::shipped() {
        let assessment = firing(check);
        let scorecard = scoring::score(questionnaire, &assessment);
        let asked = checks::asked(checks::shipped(), &assessment, &scorecard);
        let own = asked.iter().find(|asked| asked.check.id == check.id);
        let own = own.unwrap_or_else(|| panic!("{} does not ask", check.id));
        for language in Language::ALL {
            let question = language.check_question(own, questionnaire, &assessment.variant);
            assert!(!question.contains('{'), "{}: {question}", check.id);
            assert!(question.ends_with(['？', '?']), "{}: {question}", check.id);
            writeln!(said, "{} {question}", check.id).unwrap();
        }
    }
    golden::check("checks.txt", &said);
}

#[test]
fn an_empty_assessment_is_asked_nothing() {
    let scenario = Scenario::discrete();
    assert_eq!(checks::asked(checks::shipped(), &scenario.assessment, &scenario.score()), []);
}

#[test]
fn every_check_and_suggestion_speaks_of_what_exists() {
    let (questionnaire, facts, index) = (Questionnaire::current(), Facts::shipped(), Index::shipped());
    let has_option = |question: &_, option: &_| match index.question(question).map(|it| &it.kind) {
        Some(QuestionKind::One(choices) | QuestionKind::Several(choices)) => choices.iter().any(|it| it.id == *option),
        _ => false,
    };
    for condition in checks::shipped().iter().flat_map(|check| &check.conditions) {
        let known = match condition {
            Condition::Rating(id, _) => questionnaire.requirement(id).is_some(),
            Condition::Ratio(id, _) => facts.ratio(id).is_some(),
            Condition::Number(id, _) => matches!(facts.fact(id).map(|it| &it.kind), Some(FactKind::Number { .. })),
            Condition::YesNo(id, _) => matches!(facts.fact(id).map(|it| &it.kind), Some(FactKind::YesNo)),
            Condition::Choice(id, choice) => match facts.fact(id).map(|it| &it.kind) {
                Some(FactKind::Choice(choices)) => choices.iter().any(|it| it.id == *choice),
                _ => false,
            },
            Condition::Scene(id, _) => index.scene(id).is_some(),
            Condition::Option(question, option) => has_option(question, option),
            Condition::LevelAtMost(_) => true,
        };
        assert!(known, "{condition:?}");
    }
    let suggestions = Suggestions::shipped();
    for of_scene in &suggestions.scenes {
        assert!(index.scene(&of_scene.scene).is_some() && (1..=4).contains(&of_scene.level), "{of_scene:?}");
    }
    for of_option in &suggestions.options {
        assert!(has_option(&of_option.question, &of_option.option), "{of_option:?}");
    }
    let of_scenes = suggestions.scenes.iter().flat_map(|it| &it.requirements);
    for id in of_scenes.chain(suggestions.options.iter().flat_map(|it| &it.requirements)) {
        assert!(questionnaire.requirement(id).is_some(), "{id}");
    }
}

#[test]
fn a_suggestion_needs_every_level_below_and_copies_nothing() {
    let suggestions = Suggestions::shipped();
    let scene = "equipment".into();
    let level = |scenario: &Scenario| suggestions.scene_level(&scene, &scenario.assessment);
    let basic = || {
        Scenario::discrete()
            .rate("maintenance.rounds", Rating::Met)
            .rate("maintenance.repair-records", Rating::LargelyMet)
    };
    assert_eq!(level(&Scenario::discrete()), None);
    assert_eq!(level(&basic()), Some(1));
    let gap = basic().rate("maintenance.condition-data", Rating::Met);
    assert_eq!(level(&gap), Some(1), "level 2 is missing");
    let mut more =
        basic().rate("maintenance.rounds-in-system", Rating::Met).rate("maintenance.due-reminders", Rating::Met);
    assert_eq!(level(&more), Some(2));
    assert_eq!(more.assessment.scene(&scene), None, "nothing is copied");
    more.assessment.rate_scene(&scene, Some(SceneAnswer::Level(2)));
    assert_eq!(level(&more), None, "it was accepted");
}

#[test]
fn a_scene_suggests_a_rating_only_where_none_was_given() {
    let suggestions = Suggestions::shipped();
    let mut scenario = Scenario::discrete();
    scenario.assessment.rate_scene(&"equipment".into(), Some(SceneAnswer::Level(2)));
    let suggested = |scenario: &Scenario, id: &str| {
        suggestions.of_requirement(&id.into(), &scenario.assessment).map(|(_, level)| level)
    };
    assert_eq!(suggested(&scenario, "maintenance.rounds-in-system"), Some(2));
    assert_eq!(suggested(&scenario, "maintenance.condition-data"), None, "it is of a higher level");
    let rated = scenario.rate("maintenance.rounds-in-system", Rating::NotMet);
    assert_eq!(suggested(&rated, "maintenance.rounds-in-system"), None);
}
