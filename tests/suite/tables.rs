//! Tables of one plant: what stands in which cell, and that no file is handed over that does not read as it was meant.

use std::fs;
use std::io::Cursor;
use std::path::Path;

use calamine::{Data, Reader, Xlsx};
use factory_checkup::assessment::Answer;
use factory_checkup::exchange::{self, Opened};
use factory_checkup::language::Language;
use factory_checkup::questionnaire::Rating;
use factory_checkup::tables::{Cell, Column, FillIn, Table, TableFault, csv, plant, xlsx};
use proptest::prelude::*;
use time::macros::datetime;

use crate::golden;
use crate::scenario::Scenario;

#[test]
fn tables_of_a_plant_read_like_this() {
    let opened = seed("discrete-l1-with-gaps");
    for language in Language::ALL {
        let tables = plant::tables(opened.questionnaire, &opened.assessment, &opened.scorecard, language);
        let text: Vec<String> = tables.iter().map(lines).collect();
        golden::check(&format!("plant-tables-{}.txt", language.tag()), &text.join("\n"));
        let actions = plant::actions(opened.questionnaire, &opened.assessment, &opened.scorecard, language);
        assert!(tables.contains(&actions), "the action list is one of the sheets");
    }
}

#[test]
fn a_workbook_has_real_numbers_under_frozen_heads() {
    let opened = seed("discrete-l1-with-gaps");
    let tables = plant::tables(opened.questionnaire, &opened.assessment, &opened.scorecard, Language::English);
    let bytes = workbook(&tables);
    let mut read: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    let scores = read.worksheet_range("Scores").unwrap();
    let heads: Vec<String> = scores.rows().next().unwrap().iter().map(Data::to_string).collect();
    let column = |head: &str| heads.iter().position(|found| found == head).unwrap_or_else(|| panic!("{head}"));
    let whole = scores.rows().nth(1).unwrap();
    let plant = &opened.scorecard.plant;
    assert_eq!(whole[column("Weight")], Data::Float(1.0));
    assert_eq!(whole[column("Total")], Data::Float(plant.total.floor(2).parse().unwrap()));
    let first = plant.cells[0].score.as_ref().unwrap().floor(2);
    assert_eq!(whole[column("Score at L1")], Data::Float(first.parse().unwrap()));
    assert_eq!(scores.rows().count(), 2 + opened.scorecard.nodes.len());

    let actions = read.worksheet_range("Action list").unwrap();
    let heads: Vec<String> = actions.rows().next().unwrap().iter().map(Data::to_string).collect();
    assert_eq!(actions.rows().count(), 1 + opened.scorecard.gaps.len());
    let gap = &opened.scorecard.gaps[0];
    let gain = heads.iter().position(|head| head == "Gain").unwrap();
    assert_eq!(actions.rows().nth(1).unwrap()[gain], Data::Float(gap.gain.floor(3).parse().unwrap()));
    let days = opened.questionnaire.requirement(&gap.requirement).unwrap().work.days.unwrap();
    let from = heads.iter().position(|head| head.starts_with("People-days from")).unwrap();
    assert_eq!(actions.rows().nth(1).unwrap()[from], Data::Float(f64::from(days.0)));
    assert_eq!(heads[heads.len() - 4..], ["Responsible", "Start", "End", "State"]);
}

#[test]
fn equal_plants_make_equal_bytes() {
    let opened = seed("process-plant");
    let tables = || plant::tables(opened.questionnaire, &opened.assessment, &opened.scorecard, Language::Chinese);
    assert_eq!(workbook(&tables()), workbook(&tables()));
}

#[test]
fn every_seed_makes_every_file_in_both_languages() {
    for entry in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds")).unwrap() {
        let path = entry.unwrap().path();
        let Some(name) = path.file_name().and_then(|name| name.to_str()?.strip_suffix(".json")) else { continue };
        let opened = seed(name);
        for language in Language::ALL {
            let tables = plant::tables(opened.questionnaire, &opened.assessment, &opened.scorecard, language);
            xlsx::write("…", opened.assessment.changed, &tables).unwrap_or_else(|fault| panic!("{name}: {fault:?}"));
            for table in &tables {
                assert!(table.name.chars().count() <= 31, "{}", table.name);
                assert!(table.rows.iter().all(|row| row.len() == table.columns.len()), "{name}: {}", table.name);
                csv::write(table).unwrap_or_else(|fault| panic!("{name}: {fault:?}"));
            }
        }
    }
}

#[test]
fn what_is_unanswered_unknown_not_met_and_not_applicable_stays_apart() {
    let scenario = Scenario::discrete()
        .rate("maintenance.rounds", Rating::NotMet)
        .answer("maintenance.annual-plan", Answer::Unknown)
        .answer("maintenance.repair-records", Answer::NotApplicable { reason: "外包".into() });
    let tables = tables_of(&scenario);
    let answers = tables.iter().find(|table| table.name == "回答").unwrap();
    let answer = |id: &str| {
        let row = answers.rows.iter().find(|row| row[3] == Cell::text(id)).unwrap_or_else(|| panic!("{id}"));
        (row[6].shown(), row[7].shown())
    };
    assert_eq!(answer("maintenance.rounds"), ("不满足".into(), String::new()));
    assert_eq!(answer("maintenance.annual-plan"), ("不清楚".into(), String::new()));
    let unanswered = answers.rows.iter().filter(|row| row[6] == Cell::text("未答")).count();
    assert_eq!(unanswered, scenario.score().plant.tally.unanswered);
}

#[test]
fn a_spreadsheet_is_given_no_formulas() {
    for formula in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1"] {
        assert_eq!(csv::guarded(formula), format!("'{formula}"));
    }
    for text in ["", "某厂", "a=b", "'=1"] {
        assert_eq!(csv::guarded(text), text);
    }
    // A number of our own is none, even below zero.
    let table = small(vec![vec![Cell::text("=HYPERLINK(\"http://example.com\")"), Cell::number("-0.05")]]);
    let text = csv::write(&table).unwrap();
    assert_eq!(text, "\u{feff}甲,乙\r\n\"'=HYPERLINK(\"\"http://example.com\"\")\",-0.05\r\n");
    let bytes = workbook(&[table]);
    let mut read: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    assert_eq!(read.worksheet_formula("表").unwrap().used_cells().count(), 0);
}

#[test]
fn a_file_that_reads_otherwise_than_meant_is_not_handed_over() {
    let meant = small(vec![vec![Cell::text("一"), Cell::number("0.80")], vec![Cell::text("二"), Cell::Empty]]);
    let differs = |other: &Table, place: &str, expected: &str, found: &str| {
        let fault = TableFault::Differs { place: place.into(), meant: expected.into(), found: found.into() };
        assert_eq!(csv::compare(&meant, csv::write(other).unwrap().as_bytes()), Err(fault));
    };
    let mut other = meant.clone();
    other.rows[0][1] = Cell::number("0.81");
    differs(&other, "表!B2", "0.80", "0.81");
    let fault = xlsx::compare(std::slice::from_ref(&meant), &workbook(&[other])).unwrap_err();
    assert_eq!(fault, TableFault::Differs { place: "表!B2".into(), meant: "0.8".into(), found: "0.81".into() });
    assert!(fault.sentence(Language::Chinese).contains("表!B2应为“0.8”，读到的是“0.81”"));

    let mut other = meant.clone();
    other.rows.pop();
    differs(&other, "表!A3", "二", "");
    let fault = xlsx::compare(std::slice::from_ref(&meant), &workbook(&[other])).unwrap_err();
    assert_eq!(fault, TableFault::Differs { place: "表!A3".into(), meant: "二".into(), found: String::new() });

    // A number that became a text looks the same and is not.
    let mut other = meant.clone();
    other.rows[0][1] = Cell::text("0.8");
    assert!(xlsx::compare(std::slice::from_ref(&meant), &workbook(&[other])).is_err());

    let mut other = meant.clone();
    other.name = "别的".into();
    let fault = xlsx::compare(std::slice::from_ref(&meant), &workbook(&[other])).unwrap_err();
    assert_eq!(fault, TableFault::Differs { place: "1".into(), meant: "表".into(), found: "别的".into() });
    assert!(matches!(xlsx::compare(std::slice::from_ref(&meant), b"PK"), Err(TableFault::Unreadable { .. })));
    let unmarked = csv::write(&meant).unwrap().trim_start_matches('\u{feff}').to_owned();
    assert!(matches!(csv::compare(&meant, unmarked.as_bytes()), Err(TableFault::Unreadable { .. })));
}

#[test]
fn a_text_that_no_cell_can_hold_is_named_by_its_place() {
    let table = small(vec![vec![Cell::text("字".repeat(32_768)), Cell::Empty]]);
    let fault = xlsx::write("…", datetime!(2026-11-23 14:32 +8), &[table]).unwrap_err();
    assert_eq!(fault, TableFault::TooLong { place: "表!A2".into() });
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]
    #[test]
    fn any_text_comes_back_as_it_went_out(texts in prop::collection::vec(any::<String>(), 1..8)) {
        let rows = texts.iter().map(|text| vec![Cell::text(text), Cell::number("1.50")]).collect();
        let table = small(rows);
        prop_assert!(csv::write(&table).is_ok());
        prop_assert!(xlsx::write("…", datetime!(2026-11-23 14:32 +8), &[table]).is_ok());
    }
}

/// Two columns, the second one to be filled in where it is empty.
fn small(rows: Vec<Vec<Cell>>) -> Table {
    let choice = FillIn::Choice(vec!["是".into(), "否".into()]);
    Table { name: "表".into(), columns: vec![Column::new("甲", 10), Column::to_fill_in("乙", 10, choice)], rows }
}

fn workbook(tables: &[Table]) -> Vec<u8> {
    xlsx::write("…", datetime!(2026-11-23 14:32 +8), tables).unwrap()
}

fn tables_of(scenario: &Scenario) -> Vec<Table> {
    plant::tables(scenario.questionnaire, &scenario.assessment, &scenario.score(), Language::Chinese)
}

fn seed(name: &str) -> Opened {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds").join(format!("{name}.json"));
    exchange::read(&fs::read(path).unwrap()).unwrap()
}

/// A table as text: a line for each row, lines within a cell joined.
fn lines(table: &Table) -> String {
    let mut text = format!("# {}\n", table.name);
    let heads: Vec<&str> = table.columns.iter().map(|column| column.head.as_str()).collect();
    text.push_str(&format!("{}\n", heads.join(" | ")));
    for row in &table.rows {
        let cells: Vec<String> = row.iter().map(|cell| cell.shown().replace('\n', " / ")).collect();
        text.push_str(&format!("{}\n", cells.join(" | ").trim_end()));
    }
    text
}
