//! Many plants: the same answer whatever the order, each firm once, and no bad file sinks the others.

use std::time::Instant;

use factory_checkup::exact::Exact;
use factory_checkup::exchange::{self, ReadError};
use factory_checkup::language::Language;
use factory_checkup::portfolio::{self, Portfolio};
use factory_checkup::questionnaire::{Level, Rating};
use factory_checkup::tables::csv;
use proptest::prelude::*;
use time::Duration;

use crate::golden;
use crate::scenario::Scenario;

/// A formally valid code of a firm that does not exist.
const CODE: &str = "91310117MA0000000Q";

#[test]
fn levels_count_what_is_certain_apart_from_what_is_open() {
    let files = [
        plant("a", "甲厂").all(1, Rating::Met).all(2, Rating::Met),
        plant("b", "乙厂").all(1, Rating::Met).all(2, Rating::NotMet),
        plant("c", "丙厂").all(1, Rating::NotMet).all(2, Rating::NotMet),
        plant("d", "丁厂").all(1, Rating::Met),
        plant("e", "戊厂"),
    ];
    let summary = collected(&files).summaries().remove(0);
    let bins: Vec<_> = summary.levels.iter().map(|bin| (bin.level, bin.certain, bin.at_least)).collect();
    assert_eq!(bins, [(None, 1, 1), (Level::new(1), 1, 1), (Level::new(2), 1, 0)]);
    assert_eq!((summary.firms(), summary.complete), (5, 3));
}

#[test]
fn a_mean_takes_only_the_plants_that_have_a_score() {
    let files = [
        plant("a", "甲厂").all(1, Rating::Met).all(2, Rating::Met),
        plant("b", "乙厂").all(1, Rating::PartlyMet).tailor("logistics", "没有自有车队"),
        plant("c", "丙厂"),
    ];
    let summary = collected(&files).summaries().remove(0);
    let mean = |id: &str| summary.sub_domains.iter().find(|mean| mean.sub_domain.id.as_str() == id).unwrap();
    assert_eq!((mean("maintenance").total.clone(), mean("maintenance").firms), (Some(Exact::ratio(5, 4)), 2));
    assert_eq!((mean("logistics").total.clone(), mean("logistics").firms), (Some(Exact::from(2)), 1));
    assert_eq!(summary.sub_domains.len(), 20);
}

#[test]
fn a_firm_counts_once_by_its_latest_assessment() {
    let mut files = vec![plant("a", "甲厂"), plant("b", " 甲 厂 "), plant("c", "甲厂"), plant("d", ""), plant("e", "")];
    files[1].assessment.changed += Duration::DAY;
    files[2].assessment.site.credit_code = CODE.into();
    let portfolio = collected(&files);
    assert_eq!(portfolio.plants().len(), 5);
    let counted: Vec<String> = portfolio.summaries()[0].counted.iter().map(|id| id.to_string()).collect();
    assert_eq!(counted, ["b", "d", "e"]);
}

#[test]
fn of_one_assessment_the_file_changed_last_is_kept_and_the_others_are_named() {
    let mut later = plant("a", "甲厂（新）");
    later.assessment.changed += Duration::MINUTE;
    let portfolio = collected(&[plant("a", "甲厂"), later, plant("a", "甲厂（旧）")]);
    assert_eq!(portfolio.plants().len(), 1);
    assert_eq!(portfolio.plants()[0].file, "1.json");
    let aside: Vec<&str> = portfolio.set_aside().iter().map(|aside| aside.file.as_str()).collect();
    assert_eq!(aside, ["0.json", "2.json"]);
    assert_eq!(portfolio.files(), 3);
}

#[test]
fn a_bad_file_is_named_and_the_others_are_read() {
    let mut portfolio = Portfolio::default();
    portfolio.add("z.pdf", b"%PDF-1.7");
    portfolio.add("a.json", export(&plant("a", "甲厂")).as_bytes());
    portfolio.add("empty.json", b"");
    let rejected: Vec<_> = portfolio.rejected().iter().map(|one| (one.file.as_str(), &one.error)).collect();
    assert_eq!(rejected, [("empty.json", &ReadError::Empty), ("z.pdf", &ReadError::DamagedPdf)]);
    assert_eq!(portfolio.plants().len(), 1);
}

#[test]
fn tables_read_like_this() {
    let mut hostile = plant("b", "=HYPERLINK(\"http://example.com\")").all(1, Rating::Met).all(2, Rating::LargelyMet);
    hostile.assessment.site.town = "sijing".into();
    hostile.assessment.site.above_scale = Some(true);
    let mut portfolio = collected(&[plant("a", "甲厂, \"机加\"").all(1, Rating::Met), hostile]);
    portfolio.add("+坏.json", b"[]");
    portfolio.add("copy.json", export(&plant("a", "甲厂")).as_bytes());
    for language in Language::ALL {
        let table = csv::write(&portfolio::table(&portfolio, language)).unwrap();
        assert!(table.starts_with('\u{feff}') && table.ends_with("\r\n"));
        golden::check(&format!("plants-{}.csv", language.tag()), &table.replace("\r\n", "\n"));
        let rejected = csv::write(&portfolio::rejected_table(&portfolio, language)).unwrap();
        golden::check(&format!("rejected-{}.csv", language.tag()), &rejected.replace("\r\n", "\n"));
    }
}

#[test]
fn an_empty_portfolio_has_tables_and_a_summary() {
    let portfolio = Portfolio::default();
    assert_eq!(portfolio::table(&portfolio, Language::Chinese).rows.len(), 0);
    assert_eq!(portfolio.firms(), 0);
}

#[test]
fn three_hundred_files_take_seconds_even_unoptimised() {
    let text = export(&plant("a", "甲厂").all(1, Rating::Met).all(2, Rating::PartlyMet));
    let started = Instant::now();
    let mut portfolio = Portfolio::default();
    for number in 0..300 {
        let text = text.replacen("\"id\": \"a\"", &format!("\"id\": \"a{number}\""), 1);
        portfolio.add(&format!("{number}.json"), text.as_bytes());
    }
    assert_eq!(portfolio.plants().len(), 300);
    assert_eq!(portfolio.firms(), 1);
    assert!(started.elapsed().as_secs() < 30, "{:?}", started.elapsed());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]
    #[test]
    fn the_order_of_the_files_does_not_matter(order in Just((0..8).collect::<Vec<usize>>()).prop_shuffle()) {
        let files = many();
        let shuffled = |order: &[usize]| {
            let mut portfolio = Portfolio::default();
            for place in order {
                portfolio.add(&files[*place].0, files[*place].1.as_bytes());
            }
            (portfolio::table(&portfolio, Language::Chinese), portfolio::rejected_table(&portfolio, Language::Chinese))
        };
        prop_assert_eq!(shuffled(&order), shuffled(&[0, 1, 2, 3, 4, 5, 6, 7]));
    }
}

/// Firms with the same name, copies of one assessment, and files that are none; some under the same file name.
fn many() -> Vec<(String, String)> {
    let mut later = plant("a", "甲厂").all(1, Rating::Met);
    later.assessment.changed += Duration::MINUTE;
    let mut with_code = plant("c", "甲厂");
    with_code.assessment.site.credit_code = CODE.into();
    vec![
        ("a.json".into(), export(&plant("a", "甲厂"))),
        ("a.json".into(), export(&plant("a", "乙厂"))),
        ("b.json".into(), export(&later)),
        ("c.json".into(), export(&with_code)),
        ("d.json".into(), export(&plant("d", "甲厂"))),
        ("e.json".into(), export(&plant("e", "乙厂"))),
        ("f.json".into(), "[]".into()),
        ("f.json".into(), String::new()),
    ]
}

fn plant(id: &str, firm: &str) -> Scenario {
    let mut scenario = Scenario::discrete();
    scenario.assessment.id.0 = id.into();
    scenario.assessment.site.firm = firm.into();
    scenario
}

fn export(scenario: &Scenario) -> String {
    exchange::write(&scenario.assessment, scenario.questionnaire, &scenario.score())
}

/// The scenarios as the files `0.json`, `1.json` …
fn collected(scenarios: &[Scenario]) -> Portfolio {
    let mut portfolio = Portfolio::default();
    for (number, scenario) in scenarios.iter().enumerate() {
        portfolio.add(&format!("{number}.json"), export(scenario).as_bytes());
    }
    portfolio
}
