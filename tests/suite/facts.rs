//! Facts: what can be stated is sound, impossible numbers are refused, and ratios are exact.

use factory_checkup::assessment::{Assessment, FactAnswer, FactId};
use factory_checkup::content;
use factory_checkup::exact::Exact;
use factory_checkup::exchange;
use factory_checkup::facts::{self, Aim, FactKind, FactProblem, Facts, Period, Quotient, Refused, TargetScope};
use factory_checkup::language::{Bilingual, Language};
use factory_checkup::questionnaire::Questionnaire;
use factory_checkup::scoring;

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
fn every_fact_says_what_counts_whom_to_ask_and_what_it_rests_on() {
    let facts = Facts::shipped();
    for fact in &facts.facts {
        assert!(Questionnaire::current().role(&fact.role).is_some(), "{}: {}", fact.id, fact.role);
        assert!(facts.sources.iter().any(|source| source.id == fact.source), "{}", fact.id);
        let Bilingual { zh, en } = &fact.help;
        assert!((8..=60).contains(&zh.chars().count()) && zh.ends_with('。'), "{}: {zh}", fact.id);
        assert!(en.ends_with('.'), "{}: {en}", fact.id);
    }
    for source in &facts.sources {
        assert!(facts.facts.iter().any(|fact| fact.source == source.id), "{} is used", source.id);
    }
}

#[test]
fn the_targets_are_those_of_the_plan() {
    let facts = Facts::shipped();
    let check = |key: &str, aim: Aim, scope: TargetScope, period: Period, task: &str| {
        let target = facts.targets.iter().find(|target| target.key == key).expect("a target of the plan");
        assert_eq!((&target.aim, target.scope, target.period), (&aim, scope, period), "{key}");
        assert_eq!(target.task.zh, task, "{key}");
    };
    let unit = |zh: &str, en: &str| Bilingual { zh: zh.into(), en: en.into() };
    let at_least = |figure: i64, zh: &str, en: &str| Aim::AtLeast(Exact::from(figure), unit(zh, en));
    let about = |figure: i64, zh: &str, en: &str| Aim::About(Exact::from(figure), unit(zh, en));
    let (district, yearly) = (TargetScope::District, Period::Yearly);
    check("transformation-rate", at_least(85, "%", "%"), TargetScope::AboveScale, Period::By2025, "主要目标、任务10");
    check("new-city-l2", at_least(100, "%", "%"), TargetScope::NewCityAboveScale, Period::Unstated, "任务10");
    check("smart-factories-national", at_least(5, "家", "plants"), district, Period::ThreeYears, "任务10");
    check("little-giants", at_least(120, "家", "firms"), district, Period::By2025, "任务16");
    check("retrofit-projects", at_least(300, "项", "projects"), district, yearly, "任务3");
    check("energy-saving-projects", about(80, "项", "projects"), district, Period::By2025, "任务13");
    check("energy-saving-rate", about(1, "%", "%"), district, yearly, "任务13");
    check("newly-above-scale", about(200, "家", "firms"), district, yearly, "任务17");
    check("energy-per-added-value", Aim::Falls, district, Period::By2025, "主要目标");
    let two_or_three = Aim::Between(Exact::from(2), Exact::from(3), unit("家", "clouds"));
    check("industrial-clouds", two_or_three, district, Period::Unstated, "任务9");
    assert_eq!(facts.targets.len(), 25);
    assert!(facts.targets.iter().all(|target| facts.plan_sources.iter().any(|source| source.id == target.source)));
}

#[test]
fn a_target_is_told_as_the_districts_with_its_place_in_the_plan() {
    let facts = Facts::shipped();
    let told = |id: &str, language: Language| -> Vec<String> {
        facts.targets_of(fact(id)).map(|target| language.plan_target(target, &facts.plan)).collect()
    };
    assert_eq!(
        told("retrofit-projects", Language::Chinese),
        ["计划目标：全区每年技术改造项目不少于300项（沪松府〔2023〕138号，任务3）。"]
    );
    assert_eq!(
        told("energy-saving-projects", Language::English),
        [
            "Plan target for the district: energy-saving retrofits, about 80 projects by 2025 (Hu Song Fu [2023] No. 138, task 13)."
        ]
    );
    assert_eq!(told("smart-factory-title", Language::Chinese).len(), 3);
    let green = told("green-factory", Language::Chinese);
    assert!(green[1].contains("全区重点用能企业绿色创建占比不低于25%"), "{green:?}");
    assert_eq!(told("robots", Language::Chinese), Vec::<String>::new());
}

#[test]
fn a_figure_that_cannot_be_is_refused() {
    let check = |id: &str, typed: &str, expected: Result<&str, Refused>| {
        assert_eq!(fact(id).number(typed).map(|number| number.round(2)), expected.map(str::to_owned), "{id} {typed}");
    };
    check("production-machines", " 120 ", Ok("120.00"));
    check("production-machines", "0", Ok("0.00"));
    check("production-machines", "1,200", Ok("1200.00"));
    check("production-machines", "１２０", Ok("120.00"));
    check("production-machines", "-1", Err(Refused::NoNumber));
    check("production-machines", "一百", Err(Refused::NoNumber));
    check("production-machines", "1e3", Err(Refused::NoNumber));
    check("production-machines", "1.5", Err(Refused::TooManyDecimals { most: 0 }));
    check("production-machines", "1000001", Err(Refused::TooLarge { most: Exact::from(1_000_000) }));
    check("production-machines", "9999999999999999", Err(Refused::TooLarge { most: Exact::from(1_000_000) }));
    check("production-machines", "", Err(Refused::NoNumber));
    check("energy", "1.12345", Err(Refused::TooManyDecimals { most: 2 }));
    check("employees", "5", Err(Refused::NoNumber));
    check("pass-rate", "99.25", Ok("99.25"));
    check("pass-rate", "100.01", Err(Refused::TooLarge { most: Exact::from(100) }));
}

#[test]
fn more_networked_machines_than_machines_is_named_and_gives_no_ratio() {
    let ratio = Facts::shipped().ratio("networking-rate").expect("a shipped ratio");
    let check = |figures: &[(&str, &str)], expected: Quotient, named: usize| {
        let assessment = stated(figures);
        assert_eq!(ratio.of(&assessment), expected, "{figures:?}");
        assert_eq!(Facts::shipped().problems(&assessment).len(), named, "{figures:?}");
    };
    check(&[], Quotient::Missing, 0);
    check(&[("networked-machines", "3")], Quotient::Missing, 0);
    check(&[("networked-machines", "3"), ("production-machines", "4")], Quotient::Value(Exact::ratio(3, 4)), 0);
    check(&[("networked-machines", "4"), ("production-machines", "4")], Quotient::Value(Exact::one()), 0);
    check(&[("networked-machines", "5"), ("production-machines", "4")], Quotient::Impossible, 1);
    check(&[("networked-machines", "0"), ("production-machines", "0")], Quotient::ByZero, 0);
}

#[test]
fn what_a_file_brings_in_and_cannot_be_is_named_and_counts_nowhere() {
    let facts = Facts::shipped();
    let check = |id: &str, answer: FactAnswer, expected: Option<FactProblem>| {
        let mut assessment = Scenario::discrete().assessment;
        let is_number = matches!(answer, FactAnswer::Number(_));
        assessment.state_fact(&id.into(), Some(answer));
        assert_eq!(facts.problems(&assessment), Vec::from_iter(expected.clone()), "{id}");
        assert_eq!(facts::number(&assessment, &id.into()).is_some(), is_number && expected.is_none(), "{id}");
    };
    let number = |typed: &str| FactAnswer::Number(Exact::parse(typed).expect("a number"));
    let refused = |id, typed: &str, refused| {
        Some(FactProblem::Number { fact: fact(id), number: Exact::parse(typed).expect("a number"), refused })
    };
    let too_large = Refused::TooLarge { most: Exact::from(100) };
    check("pass-rate", number("100"), None);
    check("pass-rate", number("150"), refused("pass-rate", "150", too_large));
    check("robots", number("2.5"), refused("robots", "2.5", Refused::TooManyDecimals { most: 0 }));
    check("robots", FactAnswer::YesNo(true), Some(FactProblem::Answer { fact: fact("robots") }));
    check("uses-5g", number("1"), Some(FactProblem::Answer { fact: fact("uses-5g") }));
    check("national-tier", FactAnswer::Choice("basic".into()), None);
    let platinum = FactAnswer::Choice("platinum".into());
    check("national-tier", platinum, Some(FactProblem::Answer { fact: fact("national-tier") }));
    check("robots", FactAnswer::Unknown, None);
    check("uses-5g", FactAnswer::NotApplicable, None);
    check("of-another-edition", FactAnswer::YesNo(true), None);
}

#[test]
fn energy_per_added_value_is_compared_with_the_year_before() {
    let facts = Facts::shipped();
    let ratio = facts.ratio("energy-per-added-value").expect("a shipped ratio");
    let check = |figures: &[(&str, &str)], change: Option<Exact>, told: &str| {
        let found = facts.change(ratio, &stated(figures));
        assert_eq!(found, change, "{figures:?}");
        let told = Some(told.to_owned()).filter(|told| !told.is_empty());
        assert_eq!(found.map(|change| Language::Chinese.ratio_change(&change)), told);
    };
    let figures = |energy, value, energy_before, value_before| {
        [
            ("energy", energy),
            ("added-value", value),
            ("energy-before", energy_before),
            ("added-value-before", value_before),
        ]
    };
    check(&figures("95", "1000", "100", "1000"), Some(Exact::ratio(-1, 20)), "比上年下降5%");
    check(&figures("100", "900", "100", "1000"), Some(Exact::ratio(1, 9)), "比上年上升11.11%");
    check(&figures("100", "1000", "50", "500"), Some(Exact::zero()), "与上年持平");
    check(&figures("100000.01", "1000", "100000", "1000"), Some(Exact::ratio(1, 10_000_000)), "比上年上升不到0.01%");
    check(&figures("100", "1000", "0", "500"), None, "");
    check(&figures("100", "1000", "50", "0"), None, "");
    check(&figures("100", "1000", "50", "500")[..3], None, "");
}

#[test]
fn stated_facts_come_back_from_a_file_to_the_digit() {
    let mut assessment = Scenario::discrete().assessment;
    for (place, fact) in Facts::shipped().facts.iter().enumerate() {
        let answer = match &fact.kind {
            FactKind::Profile { .. } => continue,
            FactKind::Number { decimals, .. } => {
                FactAnswer::Number(fact.number(if *decimals > 0 { "12.25" } else { "12" }).expect("a possible number"))
            }
            FactKind::YesNo => {
                [FactAnswer::YesNo(true), FactAnswer::YesNo(false), FactAnswer::Unknown][place % 3].clone()
            }
            FactKind::Choice(choices) if place % 2 == 0 => FactAnswer::Choice(choices[1].id.clone()),
            FactKind::Choice(_) => FactAnswer::NotApplicable,
        };
        assessment.state_fact(&fact.id, Some(answer));
    }
    let questionnaire = Questionnaire::current();
    let scorecard = scoring::score(questionnaire, &assessment);
    let text = exchange::write(&assessment, questionnaire, &scorecard);
    assert_eq!(exchange::read(text.as_bytes()).expect("an export").assessment, assessment);
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
    let broken = text.replacen("targets = [\"cloud-firms\"]", "targets = [\"clouds\"]", 1);
    assert_eq!(Facts::read(&broken, targets).expect_err("there is no such target").len(), 1);
}
