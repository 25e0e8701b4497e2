//! The SME index: points by hand at the edges, the rule of the levels, and a second computation on random answers.

use factory_checkup::assessment::{
    Assessment, Change, FactAnswer, FactId, IndexAnswer, OptionId, SceneAnswer, SceneId,
};
use factory_checkup::exact::{Exact, short};
use factory_checkup::facts::Facts;
use factory_checkup::sme_index::{self, Index, IndexResult, Missing, QuestionKind, Working};
use proptest::prelude::*;

use crate::scenario::Scenario;

fn score(assessment: &Assessment) -> IndexResult {
    sme_index::score(Index::shipped(), Facts::shipped(), assessment)
}

fn points(assessment: &Assessment, question: &str) -> Option<String> {
    let result = score(assessment);
    let own = result.questions.iter().find(|own| own.question.as_str() == question).expect("a question of the index");
    own.points.as_ref().map(|points| short(&points.round(4)).to_owned())
}

fn choose(assessment: &mut Assessment, question: &str, options: &[&str]) {
    let options = options.iter().map(|option| OptionId::from(*option)).collect();
    assessment.answer_index(&question.into(), Some(IndexAnswer::Options(options)));
}

fn state(assessment: &mut Assessment, fact: &str, number: i64) {
    assessment.state_fact(&FactId::from(fact), Some(FactAnswer::Number(Exact::from(number))));
}

fn rate(assessment: &mut Assessment, constrained: usize, others: usize, level: u8) {
    let (stars, plain): (Vec<_>, Vec<_>) = Index::shipped().scenes.iter().partition(|scene| scene.constrained);
    for scene in stars.into_iter().take(constrained).chain(plain.into_iter().take(others)) {
        assessment.rate_scene(&scene.id, Some(SceneAnswer::Level(level)));
    }
}

/// Every question at its best.
fn full() -> Assessment {
    let mut assessment = Scenario::discrete().assessment;
    for question in &Index::shipped().questions {
        match &question.kind {
            QuestionKind::One(choices) => {
                choose(&mut assessment, question.id.as_str(), &[choices.last().unwrap().id.as_str()])
            }
            QuestionKind::Several(choices) => {
                let all: Vec<&str> =
                    choices.iter().map(|choice| choice.id.as_str()).filter(|id| *id != "none").collect();
                choose(&mut assessment, question.id.as_str(), &all);
            }
            QuestionKind::Ratio { .. } => {}
            QuestionKind::Change { points, .. } => {
                let best = Change::ALL.into_iter().max_by_key(|change| points[*change as usize].clone()).unwrap();
                assessment.answer_index(&question.id, Some(IndexAnswer::Change(best)));
            }
        }
    }
    for (fact, number) in [
        ("production-machines", 10),
        ("digital-machines", 10),
        ("networked-machines", 10),
        ("digital-investment-mean", 61),
        ("revenue-mean", 100),
    ] {
        state(&mut assessment, fact, number);
    }
    assessment
}

#[test]
fn there_are_fifteen_questions_for_a_hundred_points_and_sixteen_scenes() {
    let index = Index::shipped();
    assert_eq!((index.questions.len(), index.scenes.len()), (15, 16));
    assert_eq!(index.scenes.iter().filter(|scene| scene.constrained).count(), 10);
    let of = |dimension: &str| -> Exact {
        index.questions.iter().filter(|it| it.dimension == dimension).map(|it| it.most.clone()).sum()
    };
    assert_eq!([of("foundation"), of("management"), of("results")], [50, 30, 20].map(Exact::from));
    assert_eq!(score(&full()).base, Exact::from(100), "every question's best adds up to its most");
}

#[test]
fn a_ratio_at_a_bands_edge_belongs_to_the_lower_band() {
    let check = |digital: i64, of: i64, expected: &str| {
        let mut assessment = Scenario::discrete().assessment;
        state(&mut assessment, "production-machines", of);
        state(&mut assessment, "digital-machines", digital);
        assert_eq!(points(&assessment, "digitisation-rate").as_deref(), Some(expected), "{digital}/{of}");
    };
    for (digital, expected) in [
        (0, "0"),
        (100, "0"),
        (101, "1.5"),
        (200, "1.5"),
        (201, "3"),
        (400, "3"),
        (401, "4.5"),
        (600, "4.5"),
        (601, "6"),
        (1000, "6"),
    ] {
        check(digital, 1000, expected);
    }
    check(1, 3, "3");
}

#[test]
fn impossible_figures_give_no_points_and_say_so() {
    let mut assessment = Scenario::discrete().assessment;
    state(&mut assessment, "production-machines", 4);
    state(&mut assessment, "networked-machines", 5);
    let result = score(&assessment);
    let own = result.questions.iter().find(|own| own.question.as_str() == "networking-rate").unwrap();
    assert_eq!((own.points.clone(), own.working.clone()), (None, Working::Impossible));
}

#[test]
fn options_add_up_and_none_of_these_gives_nothing() {
    let mut assessment = Scenario::discrete().assessment;
    let check = |assessment: &mut Assessment, question: &str, options: &[&str], expected: &str| {
        choose(assessment, question, options);
        assert_eq!(points(assessment, question).as_deref(), Some(expected), "{question} {options:?}");
    };
    check(&mut assessment, "network-building", &["none"], "0");
    check(&mut assessment, "network-building", &["shop-floor", "five-g"], "4");
    check(&mut assessment, "automatic-capture", &["design", "people"], "1.6");
    check(&mut assessment, "systems-coverage", &["most"], "7.5");
    check(&mut assessment, "mechanism", &["leader", "rules", "review"], "5.625");
    assessment.answer_index(&"mechanism".into(), Some(IndexAnswer::Unknown));
    assert_eq!(points(&assessment, "mechanism"), None, "not known is not none");
}

#[test]
fn figures_of_two_years_decide_before_what_was_stated() {
    let mut assessment = Scenario::discrete().assessment;
    assessment.answer_index(&"pass-rate".into(), Some(IndexAnswer::Change(Change::Rose)));
    assert_eq!(points(&assessment, "pass-rate").as_deref(), Some("7"));
    state(&mut assessment, "pass-rate", 98);
    assert_eq!(points(&assessment, "pass-rate").as_deref(), Some("7"), "one year is not enough");
    state(&mut assessment, "pass-rate-before", 98);
    assert_eq!(points(&assessment, "pass-rate").as_deref(), Some("3.5"));
    state(&mut assessment, "pass-rate-before", 99);
    assert_eq!(points(&assessment, "pass-rate").as_deref(), Some("0"));
    // Energy is better when it falls, per revenue and not as such.
    state(&mut assessment, "energy", 110);
    state(&mut assessment, "energy-before", 100);
    assessment.site.revenue = Some(1200);
    state(&mut assessment, "revenue-before", 1000);
    assert_eq!(points(&assessment, "energy").as_deref(), Some("7"));
}

#[test]
fn a_level_takes_points_scenes_and_constrained_scenes() {
    let check = |constrained: usize, others: usize, level: u8, expected: u8| {
        let mut assessment = full();
        rate(&mut assessment, constrained, others, level);
        let result = score(&assessment);
        assert_eq!(result.level, expected, "{constrained} ★ and {others} others at {level}: {:?}", result.next);
    };
    check(3, 2, 1, 0);
    check(3, 3, 1, 1);
    check(2, 6, 1, 0);
    check(3, 3, 2, 2);
    check(5, 3, 3, 3);
    check(4, 4, 3, 2);
    check(6, 4, 4, 4);
    check(10, 6, 4, 4);
    check(6, 3, 4, 3);
}

#[test]
fn what_the_next_level_takes_is_named() {
    let mut assessment = Scenario::discrete().assessment;
    choose(&mut assessment, "systems-coverage", &["all"]);
    rate(&mut assessment, 2, 2, 1);
    let next = score(&assessment).next;
    assert_eq!(next, Some(Missing { level: 1, points: Exact::from(10), scenes: 2, constrained: 1 }));
}

#[test]
fn a_scene_the_firm_does_not_have_is_left_out_once_the_reason_is_given() {
    let mut assessment = Scenario::discrete().assessment;
    let scene = SceneId::from("after-sales");
    assessment.rate_scene(&scene, Some(SceneAnswer::Absent { reason: " ".into() }));
    assert_eq!(score(&assessment).open_scenes, 16);
    assessment.rate_scene(&scene, Some(SceneAnswer::Absent { reason: "只做来料加工".into() }));
    assert_eq!(score(&assessment).open_scenes, 15);
    assessment.rate_scene(&scene, Some(SceneAnswer::Unknown));
    assert_eq!(score(&assessment).open_scenes, 16);
}

/// The points in thousandths, computed another way: option by option from a table typed a second time.
fn second_opinion(assessment: &Assessment) -> i64 {
    let mut sum = 0;
    for (question, each) in [
        ("network-building", 2000),
        ("network-security", 1250),
        ("data-security", 1250),
        ("mechanism", 1875),
        ("talent", 1500),
    ] {
        if let Some(IndexAnswer::Options(options)) = assessment.index_answer(&question.into()) {
            sum += options.iter().filter(|option| option.as_str() != "none").count() as i64 * each;
        }
    }
    if let Some(IndexAnswer::Options(options)) = assessment.index_answer(&"automatic-capture".into()) {
        sum += options
            .iter()
            .map(|it| {
                if it.as_str() == "people" {
                    900
                } else if it.as_str() == "none" {
                    0
                } else {
                    700
                }
            })
            .sum::<i64>();
    }
    for (question, table) in [
        ("systems-coverage", &[("none", 0), ("one", 2500), ("two", 5000), ("most", 7500), ("all", 10000)][..]),
        (
            "planning",
            &[("none", 0), ("aware", 1500), ("planned", 3000), ("points", 4500), ("changed", 6000), ("shared", 7500)],
        ),
    ] {
        if let Some(IndexAnswer::Options(options)) = assessment.index_answer(&question.into()) {
            sum += table.iter().find(|(id, _)| options.contains(&OptionId::from(*id))).map_or(0, |(_, points)| *points);
        }
    }
    sum
}

proptest! {
    #[test]
    fn two_independent_computations_agree(picks in prop::collection::vec(any::<u16>(), 15)) {
        let mut assessment = Scenario::discrete().assessment;
        for (question, pick) in Index::shipped().questions.iter().zip(picks) {
            let chosen: Vec<&str> = match &question.kind {
                QuestionKind::One(choices) => vec![choices[usize::from(pick) % choices.len()].id.as_str()],
                QuestionKind::Several(choices) => {
                    let picked = choices.iter().enumerate().filter(|(place, _)| pick >> place & 1 == 1);
                    picked.map(|(_, choice)| choice.id.as_str()).filter(|id| *id != "none").collect()
                }
                _ => continue,
            };
            choose(&mut assessment, question.id.as_str(), &chosen);
        }
        prop_assert_eq!(score(&assessment).base, Exact::ratio(second_opinion(&assessment), 1000));
    }
}
