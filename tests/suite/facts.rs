//! Facts: what can be stated is sound, impossible numbers are refused, and ratios are exact.

use factory_checkup::assessment::{Assessment, FactAnswer, FactId};
use factory_checkup::content;
use factory_checkup::exact::Exact;
use factory_checkup::facts::{self, FactKind, Facts, Quotient, Refused};

use crate::scenario::Scenario;

fn stated(figures: &[(&str, &str)]) -> Assessment {
    let mut assessment = Scenario::discrete().assessment;
    for (id, typed) in figures {
        let number = fact(id).number(typed).expect("the figure is possible");
        assessment.state_fact(&FactId::from(*id), Some(FactAnswer::Number(number)));
    }
    assessment
}

fn fact(id: &str) -> &'static factory_checkup::facts::Fact {
    Facts::shipped().fact(&FactId::from(id)).expect("a shipped fact")
}

#[test]
fn what_the_plan_asks_about_can_be_stated_and_nothing_is_required() {
    let facts = Facts::shipped();
    assert!(facts.facts.len() >= 40, "{}", facts.facts.len());
    for id in
        ["robots", "dual-gigabit", "compute-voucher", "energy-saving-projects", "specialised-grade", "chain-leader"]
    {
        fact(id);
    }
    for fact in &facts.facts {
        assert!(facts.groups.iter().any(|group| group.id == fact.group));
        if let FactKind::Choice(choices) = &fact.kind {
            assert_eq!(choices[0].id, "none", "{}: none is not the same as unanswered", fact.id);
        }
    }
}

#[test]
fn every_target_of_the_plan_names_its_task_and_is_held_against_figures() {
    let facts = Facts::shipped();
    assert!(facts.targets.iter().all(|target| !target.task.zh.is_empty()));
    let target = |key: &str| facts.targets.iter().find(|target| target.key == key).and_then(|it| it.least.clone());
    assert_eq!(target("transformation-rate"), Some(Exact::from(85)));
    assert_eq!(target("retrofit-projects"), Some(Exact::from(300)));
    assert_eq!(target("energy-per-added-value"), None, "it is to fall");
    assert_eq!(facts.target(fact("retrofit-projects")).map(|target| target.key.as_str()), Some("retrofit-projects"));
}

#[test]
fn a_figure_that_cannot_be_is_refused() {
    let check = |id: &str, typed: &str, expected: Result<&str, Refused>| {
        assert_eq!(fact(id).number(typed).map(|number| number.round(2)), expected.map(str::to_owned), "{id} {typed}");
    };
    check("production-machines", " 120 ", Ok("120.00"));
    check("production-machines", "0", Ok("0.00"));
    check("production-machines", "-1", Err(Refused::NoNumber));
    check("production-machines", "一百", Err(Refused::NoNumber));
    check("production-machines", "1e3", Err(Refused::NoNumber));
    check("production-machines", "1.5", Err(Refused::TooManyDecimals { most: 0 }));
    check("pass-rate", "99.25", Ok("99.25"));
    check("pass-rate", "100.01", Err(Refused::TooLarge { most: Exact::from(100) }));
}

#[test]
fn more_networked_machines_than_machines_is_named_and_gives_no_ratio() {
    let ratio = Facts::shipped().ratio("networking-rate").expect("a shipped ratio");
    let check = |figures: &[(&str, &str)], expected: Quotient, named: usize| {
        let assessment = stated(figures);
        assert_eq!(ratio.of(&assessment), expected, "{figures:?}");
        assert_eq!(Facts::shipped().impossible(&assessment).len(), named, "{figures:?}");
    };
    check(&[], Quotient::Missing, 0);
    check(&[("networked-machines", "3")], Quotient::Missing, 0);
    check(&[("networked-machines", "3"), ("production-machines", "4")], Quotient::Value(Exact::ratio(3, 4)), 0);
    check(&[("networked-machines", "4"), ("production-machines", "4")], Quotient::Value(Exact::one()), 0);
    check(&[("networked-machines", "5"), ("production-machines", "4")], Quotient::Impossible, 1);
    check(&[("networked-machines", "0"), ("production-machines", "0")], Quotient::ByZero, 0);
}

#[test]
fn employees_and_revenue_come_from_the_profile() {
    let mut assessment = Scenario::discrete().assessment;
    assert_eq!(facts::number(&assessment, &"employees".into()), None);
    assessment.site.employees = Some(150);
    assessment.site.revenue = Some(9_000);
    assert_eq!(facts::number(&assessment, &"employees".into()), Some(Exact::from(150)));
    let ratio = Facts::shipped().ratio("revenue-per-employee").expect("a shipped ratio");
    assert_eq!(ratio.of(&assessment), Quotient::Value(Exact::from(60)));
}

#[test]
fn a_fact_of_an_unknown_group_or_target_is_a_problem() {
    let text = content::file("facts.toml").expect("the facts are shipped");
    let targets = include_str!("../../seeds/targets.toml");
    let broken = text.replacen("group = \"equipment\"", "group = \"machines\"", 1);
    assert_eq!(Facts::read(&broken, targets).expect_err("there is no such group").len(), 1);
    let broken = text.replacen("target = \"cloud-firms\"", "target = \"clouds\"", 1);
    assert_eq!(Facts::read(&broken, targets).expect_err("there is no such target").len(), 1);
}
