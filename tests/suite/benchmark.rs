//! Benchmark files: a summary reads as what was summed up, and whatever is none says why.

use factory_checkup::benchmark::{Benchmark, BenchmarkFault, Count};
use factory_checkup::exchange;
use factory_checkup::language::Language;
use factory_checkup::portfolio::{Portfolio, SummaryFile};
use factory_checkup::questionnaire::{Level, Rating};
use time::macros::date;

use crate::scenario::Scenario;

/// Seven firms: one below L1, two at L1, three at L2, and one whose level is open.
pub fn seven_firms() -> Portfolio {
    let one = |ratings: &[(i64, Rating)]| {
        ratings.iter().fold(Scenario::discrete(), |plant, (level, rating)| plant.all(*level, *rating))
    };
    let first = one(&[(1, Rating::Met), (2, Rating::NotMet)]);
    let second = one(&[(1, Rating::Met), (2, Rating::Met)]);
    let below = one(&[(1, Rating::NotMet), (2, Rating::NotMet)]);
    let open = one(&[(1, Rating::Met)]);
    let plants = [&below, &first, &first, &second, &second, &second, &open];
    let mut portfolio = Portfolio::default();
    for (number, plant) in plants.into_iter().enumerate() {
        let mut assessment = plant.assessment.clone();
        assessment.id.0 = format!("plant-{number}");
        assessment.site.firm = format!("第{number}厂");
        let text = exchange::write(&assessment, plant.questionnaire, &plant.score());
        portfolio.add(&format!("{number}.json"), text.as_bytes());
    }
    portfolio
}

pub fn file() -> String {
    SummaryFile::of(&seven_firms(), "某镇2026年", date!(2026 - 11 - 29)).text()
}

#[test]
fn a_summary_reads_as_the_firms_that_were_summed_up() {
    let count = |level: i64, firms| Count { level: Level::new(level), firms };
    let expected = Benchmark {
        name: "某镇2026年".into(),
        made: date!(2026 - 11 - 29),
        questionnaire: "smart-factory".into(),
        levels: vec![count(0, 1), count(1, 2), count(2, 3)],
        open: 1,
    };
    assert_eq!(expected.sample(), 6);
    assert_eq!(Benchmark::read(&file()), Ok(expected.clone()));
    assert_eq!(Benchmark::read(&format!("\u{feff}{}", file())), Ok(expected.clone()));
    assert_eq!(Benchmark::read(&expected.write()), Ok(expected));
}

#[test]
fn a_summary_that_was_read_back_is_told_from_one_that_was_changed() {
    let summary = SummaryFile::of(&seven_firms(), "", date!(2026 - 11 - 29));
    let text = summary.text();
    assert!(summary.is_in(&text));
    for changed in
        [text.replace("\"certain\": 3", "\"certain\": 4"), text.replace("2026-11-29", "2026-11-28"), text[..400].into()]
    {
        assert!(changed != text && !summary.is_in(&changed), "{changed}");
    }
}

#[test]
fn what_is_no_benchmark_says_why_in_both_languages() {
    let changed = |from: &str, to: &str| {
        let text = file();
        assert!(text.contains(from), "{from} is not in\n{text}");
        text.replacen(from, to, 1)
    };
    let other = |found: Option<&str>| BenchmarkFault::OtherFormat { found: found.map(str::to_owned) };
    let plant = Scenario::discrete();
    let export = exchange::write(&plant.assessment, plant.questionnaire, &plant.score());
    let cases = [
        ("{".to_owned(), other(None), "没有汇总文件的格式标记", "does not carry the format name"),
        ("[1]".to_owned(), other(None), "没有汇总文件的格式标记", "does not carry the format name"),
        (export, other(Some("factory-checkup/assessment")), "不是多家企业的汇总", "that of a summary"),
        (changed("\"version\": 1", "\"version\": 2"), BenchmarkFault::Newer { found: 2 }, "只认识到1", "knows up to 1"),
        (
            changed("2026-11-29", "2026-11-31"),
            BenchmarkFault::WrongShape { message: "made: 2026-11-31".into() },
            "与格式不符",
            "does not follow its format",
        ),
        (changed("\"certain\": 3", "\"certain\": 4"), BenchmarkFault::Contradiction, "对不上", "do not go together"),
        (changed("\"level\": 2", "\"level\": 6"), BenchmarkFault::Contradiction, "对不上", "do not go together"),
        (changed("\"level\": 1", "\"level\": 2"), BenchmarkFault::Contradiction, "对不上", "do not go together"),
        (
            changed("\"certain\": 3", "\"certain\": 4294967295"),
            BenchmarkFault::Contradiction,
            "对不上",
            "do not go together",
        ),
        (changed("某镇2026年", &"镇".repeat(31)), BenchmarkFault::LongName { letters: 31 }, "最多30个字", "at most 30"),
    ];
    for (text, fault, zh, en) in cases {
        assert_eq!(Benchmark::read(&text), Err(fault.clone()));
        for (language, said) in [(Language::Chinese, zh), (Language::English, en)] {
            let sentence = language.benchmark_fault(&fault);
            assert!(sentence.contains(said), "{sentence}");
        }
    }
    let shapeless = Benchmark::read(&changed("\"certain\": 3", "\"certain\": \"three\""));
    assert!(
        matches!(&shapeless, Err(BenchmarkFault::WrongShape { message }) if message.contains("three")),
        "{shapeless:?}"
    );
}

#[test]
fn fewer_than_five_certain_firms_are_no_benchmark() {
    let of = |certain: u32, open: u32| {
        let text = r#"{"format":"factory-checkup/summary","version":1,"name":"","made":"2026-11-29","questionnaire":"q",
            "firms":FIRMS,"levels":[{"level":null,"certain":CERTAIN,"at_least":OPEN},{"level":1,"certain":0,"at_least":0}]}"#;
        Benchmark::read(
            &text
                .replace("FIRMS", &(certain + open).to_string())
                .replace("CERTAIN", &certain.to_string())
                .replace("OPEN", &open.to_string()),
        )
    };
    assert_eq!(of(4, 100), Err(BenchmarkFault::TooFew { firms: 4 }));
    assert_eq!(of(5, 0).map(|benchmark| benchmark.sample()), Ok(5));
    let said = Language::English.benchmark_fault(&BenchmarkFault::TooFew { firms: 4 });
    assert!(said.contains("fewer than 5") && said.contains("recognised"), "{said}");
}
