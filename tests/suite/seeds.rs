//! The invented plants in `seeds/`: each is a file as the app would write it, and shows what its name says.

use std::fs;
use std::path::PathBuf;

use factory_checkup::assessment::{Assessment, CreditCode, Edition};
use factory_checkup::cli::record::Record;
use factory_checkup::district::District;
use factory_checkup::exact::Exact;
use factory_checkup::exchange::{self, Opened};
use factory_checkup::questionnaire::Level;
use factory_checkup::scoring::Scorecard;

use crate::golden;

const SEEDS: [&str; 6] = [
    "workshop-below-l1",
    "discrete-l1-with-gaps",
    "gate-exactly-l2",
    "gate-one-hundredth-below",
    "process-plant",
    "l2-complete",
];

fn path(seed: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("seeds").join(format!("{seed}.json"))
}

fn opened(seed: &str) -> Opened {
    exchange::read(&fs::read(path(seed)).unwrap()).unwrap_or_else(|error| panic!("{seed}: {error:?}"))
}

fn scored(seed: &str) -> Scorecard {
    opened(seed).scorecard
}

/// A₁ or A₂.
fn score_at(scorecard: &Scorecard, level: i64) -> Exact {
    let cell = scorecard.plant.cells.iter().find(|cell| Level::new(level) == Some(cell.level)).unwrap();
    cell.score.clone().unwrap()
}

/// A seed answers the shipped edition. When a questionnaire's text was edited, `UPDATE=1` takes the seeds along;
/// read then whether they still answer what is asked.
#[test]
fn a_seed_is_the_file_that_the_app_would_write() {
    for seed in SEEDS {
        let text = fs::read_to_string(path(seed)).unwrap().replace("\r\n", "\n");
        let Opened { mut assessment, questionnaire, scorecard, .. } = exchange::read(text.as_bytes()).unwrap();
        assessment.edition = Edition::of(questionnaire);
        let now = exchange::write(&assessment, questionnaire, &scorecard);
        if std::env::var_os("UPDATE").is_some() {
            fs::write(path(seed), now).unwrap();
        } else {
            assert!(text == now, "{seed} is of another edition; if it still fits: UPDATE=1 cargo test");
        }
    }
}

#[test]
fn each_seed_is_scored_like_this() {
    let lines: Vec<String> =
        SEEDS.iter().map(|seed| Record::of(&format!("{seed}.json"), &opened(seed)).line() + "\n").collect();
    golden::check("seeds.jsonl", &lines.concat());
}

#[test]
fn the_workshop_is_below_the_first_level_and_nothing_can_change_that() {
    let scorecard = scored("workshop-below-l1");
    assert_eq!(scorecard.plant.reached, None);
    assert!(scorecard.level_is_certain());
}

#[test]
fn the_pump_maker_is_at_the_first_level_with_gaps_and_with_open_questions() {
    let scorecard = scored("discrete-l1-with-gaps");
    assert_eq!(scorecard.plant.reached, Level::new(1));
    assert!(scorecard.level_is_certain());
    assert!(scorecard.plant.tally.unknown > 0);
    assert!(scorecard.gaps.len() > 50);
}

#[test]
fn one_plant_stands_exactly_at_the_gate_with_all_kinds_of_ratings() {
    let scorecard = scored("gate-exactly-l2");
    assert_eq!(score_at(&scorecard, 2), Exact::ratio(4, 5));
    assert_eq!(scorecard.plant.reached, Level::new(2));
    assert_eq!(scorecard.plant.total, Exact::from(2));
    let [met, largely, partly, _] = scorecard.plant.tally.rated;
    assert!(met > 10 && largely > 10 && partly > 10);
}

#[test]
fn one_plant_is_one_hundredth_below_the_gate() {
    let scorecard = scored("gate-one-hundredth-below");
    assert_eq!(score_at(&scorecard, 2).floor(2), "0.79");
    assert_eq!(scorecard.plant.reached, Level::new(1));
    assert_eq!(scorecard.next.unwrap().missing, Exact::ratio(1, 100));
}

#[test]
fn the_process_plant_has_no_product_design_and_stands_at_the_first_level() {
    let opened = opened("process-plant");
    assert_eq!(opened.assessment.variant.as_str(), "process");
    assert_eq!(opened.scorecard.plant.reached, Level::new(1));
    assert!(opened.scorecard.node(&"product-design".into()).unwrap().weight.is_none());
}

#[test]
fn the_best_plant_has_everything_answered_and_nothing_tailored() {
    let opened = opened("l2-complete");
    assert_eq!(opened.scorecard.plant.reached, Level::new(2));
    assert_eq!(opened.scorecard.plant.tally.open(), 0);
    assert!(opened.assessment.tailored().is_empty());
}

#[test]
fn no_seed_poses_as_a_real_firm_and_each_has_a_profile_that_the_lists_know() {
    let district = District::shipped();
    for seed in SEEDS {
        let Assessment { site, .. } = opened(seed).assessment;
        assert!(site.firm.contains("示例"), "{seed}: {}", site.firm);
        assert!(district.industry(&site.industry).is_some(), "{seed}: {}", site.industry);
        assert!(district.towns.iter().any(|town| town.id == site.town), "{seed}: {}", site.town);
        assert!(site.park.is_empty() || district.parks.iter().any(|park| park.id == site.park));
        assert!(site.credit_code.is_empty() || CreditCode::parse(&site.credit_code).is_ok());
        assert!(site.credit_code.is_empty() || site.credit_code.contains("EXAMPLE"));
    }
}

#[test]
fn no_seed_has_anything_odd() {
    for seed in SEEDS {
        let opened = opened(seed);
        assert_eq!((opened.remarks, opened.difference), (vec![], None), "{seed}");
    }
}
