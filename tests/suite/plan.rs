//! The plan: which gaps are one project, what it takes, and when it is done.

use std::collections::BTreeSet;

use factory_checkup::exact::Exact;
use factory_checkup::plan::{self, MARGINS, Phase, Plan};
use factory_checkup::questionnaire::{Level, Questionnaire, Rating, WorkKind};
use factory_checkup::scoring::{Scorecard, Standing};
use proptest::prelude::*;

use crate::scenario::Scenario;

#[test]
fn the_gaps_of_a_sub_domain_at_a_level_are_one_project() {
    let scenario = Scenario::discrete()
        .all(1, Rating::Met)
        .all(2, Rating::Met)
        .rate("strategy.written-strategy", Rating::PartlyMet)
        .rate("strategy.implementation-plan", Rating::NotMet)
        .rate("data.list", Rating::NotMet);
    let scorecard = scenario.score();
    let plan = plan::plan(scenario.questionnaire, &scenario.assessment, &scorecard);
    let names: Vec<(&str, u8, usize)> = plan
        .projects
        .iter()
        .map(|project| (project.dimension.as_str(), project.level.number(), project.gaps.len()))
        .collect();
    assert_eq!(names, [("strategy", 2, 2), ("data", 1, 1)]);
    let strategy = &plan.projects[0];
    // 10–30 and 5–15 people-days; the plan follows the strategy: 16 and 8 weeks.
    assert_eq!(strategy.days, Some((15, 45)));
    assert_eq!((strategy.start, strategy.weeks), (0, 24));
    assert_eq!(strategy.kinds, BTreeSet::from([WorkKind::Management]));
    let costs: Vec<(&str, usize)> = strategy.costs.iter().map(|(id, count)| (id.as_str(), *count)).collect();
    assert_eq!(costs, [("none", 1), ("under-20k", 1)]);
    let instruments: Vec<&str> = strategy.instruments.iter().map(|id| id.as_str()).collect();
    assert_eq!(instruments, ["diagnosis-voucher"]);
    assert_eq!(strategy.gain, strategy.gaps.iter().map(|gap| gap.gain.clone()).sum::<Exact>());
}

#[test]
fn what_only_adds_a_margin_is_no_project_while_points_are_missing() {
    let scenario = Scenario::discrete().all(1, Rating::Met).all(2, Rating::NotMet).rate("data.list", Rating::NotMet);
    let scorecard = scenario.score();
    let plan = plan::plan(scenario.questionnaire, &scenario.assessment, &scorecard);
    assert!(scorecard.gaps.iter().any(|gap| gap.requirement.as_str() == "data.list"));
    assert!(plan.projects.iter().all(|project| project.level.number() == 2));
}

#[test]
fn what_is_waited_for_and_not_rated_is_to_be_cleared_up() {
    let scenario = Scenario::discrete().rate("strategy.implementation-plan", Rating::NotMet);
    let scorecard = scenario.score();
    let plan = plan::plan(scenario.questionnaire, &scenario.assessment, &scorecard);
    let open: Vec<&str> = plan.projects[0].to_clear_up.iter().map(|id| id.as_str()).collect();
    assert_eq!(open, ["strategy.written-strategy"]);
}

#[test]
fn what_is_waited_for_and_rated_below_met_is_to_be_completed() {
    let scenario = Scenario::discrete().all(1, Rating::LargelyMet).all(2, Rating::NotMet);
    let scorecard = scenario.score();
    let plan = plan::plan(scenario.questionnaire, &scenario.assessment, &scorecard);
    let maintenance = plan.projects.iter().find(|project| project.dimension.as_str() == "maintenance");
    let maintenance = maintenance.expect("a project");
    assert!(maintenance.to_complete.iter().any(|id| id.as_str() == "maintenance.annual-plan"), "{maintenance:?}");
    assert!(maintenance.to_clear_up.is_empty(), "everything is rated");
}

#[test]
fn a_plant_that_meets_its_target_gets_a_few_projects_for_its_margin() {
    let scenario = Scenario::discrete().all(1, Rating::LargelyMet).all(2, Rating::LargelyMet);
    let scorecard = scenario.score();
    let plan = plan::plan(scenario.questionnaire, &scenario.assessment, &scorecard);
    assert_eq!(plan.projects.len(), MARGINS);
    lawful(&plan, &scorecard);
}

#[test]
fn a_small_plant_does_one_project_after_the_other() {
    let mut scenario = Scenario::discrete().all(1, Rating::NotMet);
    scenario.assessment.site.employees = Some(49);
    let scorecard = scenario.score();
    let plan = plan::plan(scenario.questionnaire, &scenario.assessment, &scorecard);
    assert_eq!(plan.teams, 1);
    lawful(&plan, &scorecard);
    scenario.assessment.site.employees = Some(50);
    assert_eq!(plan::plan(scenario.questionnaire, &scenario.assessment, &scorecard).teams, 3);
}

#[test]
fn a_gain_is_reached_when_the_projects_done_by_then_add_up_to_it() {
    let scenario = Scenario::discrete().all(1, Rating::Met).all(2, Rating::NotMet);
    let scorecard = scenario.score();
    let plan = plan::plan(scenario.questionnaire, &scenario.assessment, &scorecard);
    let second = Level::new(2).expect("a level");
    let by_end = plan.projects.iter().min_by_key(|project| project.end()).expect("projects");
    assert_eq!(plan.month_of(second, &by_end.gain), Some(by_end.months().1));
    let last = plan.projects.iter().map(|project| project.months().1).max();
    assert_eq!(plan.month_of(second, &Exact::one()), last, "everything closed is full marks");
    assert_eq!(plan.month_of(second, &Exact::from(2)), None);
}

#[test]
fn no_team_waits_while_a_project_could_begin() {
    let scenario = Scenario::discrete().all(1, Rating::NotMet).all(2, Rating::NotMet);
    let scorecard = scenario.score();
    let plan = plan::plan(scenario.questionnaire, &scenario.assessment, &scorecard);
    let running = |week: u32| plan.projects.iter().filter(|it| it.start <= week && week < it.end()).count();
    for project in &plan.projects {
        let ready = project.after.iter().map(|before| plan.projects[*before].end()).max().unwrap_or(0);
        for week in ready..project.start {
            assert_eq!(running(week), plan.teams, "{} could have begun in week {week}", project.dimension);
        }
    }
}

#[test]
fn a_questionnaire_without_lead_times_has_a_plan_too() {
    let old = Questionnaire::edition("smart-factory", "2026.1").expect("an older edition");
    let scenario = Scenario::of_edition(old).all(1, Rating::NotMet).all(2, Rating::NotMet);
    let scorecard = scenario.score();
    let plan = plan::plan(old, &scenario.assessment, &scorecard);
    assert!(plan.projects.iter().all(|project| project.weeks > 0 && project.days.is_none()));
    lawful(&plan, &scorecard);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_plan_is_lawful(ratings in prop::collection::vec(0..5usize, 277)) {
        let mut scenario = Scenario::discrete();
        scenario.assessment.target = factory_checkup::questionnaire::Level::new(5).expect("a level");
        for (requirement, rating) in scenario.questionnaire.requirements().iter().zip(ratings) {
            if let Some(rating) = Rating::ALL.get(rating) {
                scenario = scenario.rate(requirement.id.as_str(), *rating);
            }
        }
        let scorecard = scenario.score();
        lawful(&plan::plan(scenario.questionnaire, &scenario.assessment, &scorecard), &scorecard);
    }
}

/// Every gap that counts is in one project, projects are numbered as they begin, no more than its teams run at a time, and
/// nothing begins before what it waits for.
fn lawful(plan: &Plan, scorecard: &Scorecard) {
    let count = |margin: bool| scorecard.gaps.iter().filter(|gap| (gap.standing == Standing::Margin) == margin).count();
    let planned = plan.projects.iter().map(|project| project.gaps.len()).sum::<usize>();
    match count(false) {
        0 => assert!(planned <= count(true) && plan.projects.len() <= MARGINS),
        counting => assert_eq!(planned, counting),
    }
    assert!(plan.projects.is_sorted_by_key(|project| project.start), "numbered as they begin");
    for project in &plan.projects {
        let running =
            plan.projects.iter().filter(|other| other.start <= project.start && project.start < other.end()).count();
        assert!(running <= plan.teams, "{running} projects run in week {}", project.start);
        assert!(project.gaps.iter().all(|gap| gap.standing == project.standing));
        // Where two wait for each other, the first in order goes ahead; otherwise what is waited for is done.
        for before in project.after.iter().map(|place| &plan.projects[*place]) {
            let mutual = before.start >= project.start;
            assert!(mutual || before.end() <= project.start, "{} begins too early", project.dimension);
        }
    }
    let listed: usize = Phase::ALL.into_iter().map(|phase| plan.of(phase).count()).sum();
    assert_eq!(listed, plan.projects.len());
    let first = plan.projects.first();
    assert!(first.is_none_or(|project| project.standing == Standing::Now || project.standing == Standing::Margin));
}
