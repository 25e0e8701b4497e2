//! Questionnaires as spreadsheets: nothing is lost on the way out and in, and every fault has its sheet and cell.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use factory_checkup::document::{Fault, Place};
use factory_checkup::language::Language;
use factory_checkup::questionnaire::Questionnaire;
use factory_checkup::workbook;
use proptest::prelude::*;
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};

use crate::random_questionnaire;
use crate::writing::{editions, read as read_files, same};

#[test]
fn every_shipped_edition_comes_back_as_it_went_out() {
    for edition in editions() {
        check(edition);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn so_does_any_other(questionnaire in random_questionnaire::small()) {
        check(&questionnaire);
    }
}

fn check(questionnaire: &Questionnaire) {
    let bytes = workbook::write(questionnaire).unwrap();
    assert_eq!(workbook::write(questionnaire).unwrap(), bytes, "no clock is read");
    let back = workbook::read("own.xlsx", &bytes).unwrap_or_else(|problems| panic!("{problems:#?}"));
    same(questionnaire, &back);
    same(questionnaire, &read_files(&[("own.toml".into(), back.to_file())]));
}

#[test]
fn every_sheet_and_column_says_what_it_is_in_both_languages() {
    let sheets = sheets(&workbook::write(editions()[0]).unwrap());
    assert_eq!(sheets.len(), 14);
    for (name, cells) in &sheets {
        if name.starts_with("说明") {
            assert!(cells.values().any(|text| text.contains("Alt+Enter")));
            continue;
        }
        for language in Language::ALL {
            assert!(!language.sheet_meaning(name).is_empty(), "{name}");
        }
        for ((row, _), text) in cells.iter().filter(|((row, _), _)| *row == 0) {
            assert_eq!(text.lines().count(), 3, "{name}, row {row}: {text}");
        }
    }
}

type Cells = BTreeMap<(u32, u16), String>;

/// Every sheet as texts, in order.
fn sheets(bytes: &[u8]) -> Vec<(String, Cells)> {
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    let mut sheets = Vec::new();
    for (name, range) in workbook.worksheets() {
        let cells = range.used_cells().filter(|(_, _, cell)| **cell != Data::Empty);
        sheets.push((name, cells.map(|(row, column, cell)| ((row as u32, column as u16), cell.to_string())).collect()));
    }
    sheets
}

/// A small sound questionnaire as a person would have typed it, changed in one way.
struct Typed(Vec<(String, Cells)>);

impl Typed {
    fn new() -> Typed {
        let text = crate::guide::example();
        let questionnaire = Questionnaire::read(&[("example.toml", &text)]).unwrap();
        Typed(sheets(&workbook::write(&questionnaire).unwrap()))
    }

    fn sheet(&mut self, name: &str) -> &mut Cells {
        &mut self.0.iter_mut().find(|(sheet, _)| sheet == name).unwrap_or_else(|| panic!("no sheet {name}")).1
    }

    /// The place of the first data row's cell under a key.
    fn cell(&mut self, sheet: &str, key: &str, row: u32) -> (u32, u16) {
        let heads = self.sheet(sheet);
        let found = heads.iter().find(|((row, _), text)| *row == 0 && text.lines().next() == Some(key));
        (row, found.unwrap_or_else(|| panic!("no column {key}")).0.1)
    }

    fn set(mut self, sheet: &str, key: &str, row: u32, text: &str) -> Typed {
        let place = self.cell(sheet, key, row);
        self.sheet(sheet).insert(place, text.into());
        self
    }

    fn bytes(&self) -> Vec<u8> {
        let mut workbook = Workbook::new();
        for (name, cells) in &self.0 {
            let sheet = workbook.add_worksheet();
            sheet.set_name(name).unwrap();
            for ((row, column), text) in cells {
                match text.parse::<f64>() {
                    Ok(number) => sheet.write_number(*row, *column, number).unwrap(),
                    Err(_) => sheet.write_string(*row, *column, text).unwrap(),
                };
            }
        }
        workbook.save_to_buffer().unwrap()
    }

    /// Every fault with its place.
    fn faults(&self) -> Vec<(String, Fault)> {
        let problems = workbook::read("own.xlsx", &self.bytes()).err().unwrap_or_default();
        let place = |place: Option<Place>| place.map_or_else(String::new, |place| place.to_string());
        problems.into_iter().map(|problem| (place(problem.place), problem.fault)).collect()
    }

    fn check(&self, place: &str, fault: Fault) {
        assert_eq!(self.faults(), [(place.to_owned(), fault)]);
    }
}

#[test]
fn what_a_person_typed_is_read() {
    assert_eq!(Typed::new().faults(), []);
    let swapped = Typed::new().set("requirements", "not_applicable", 1, "是");
    assert_eq!(swapped.faults(), []);
}

#[test]
fn a_fault_names_the_cell_that_is_to_be_mended() {
    let typed = Typed::new;
    let key = |key: &str| key.to_owned();
    typed().set("requirements", "text.en", 2, " ").check("requirements!D3", Fault::EmptyText { key: key("text.en") });
    typed()
        .set("requirements", "level", 1, "高")
        .check("requirements!B2", Fault::WrongType { key: key("level"), expected: "a whole number" });
    typed().set("requirements", "level", 1, "4").check("requirements!B2", Fault::UnknownLevel { found: key("4") });
    let effort = Fault::UnknownWord { key: key("effort"), found: key("tiny"), known: key("small, medium, large") };
    typed().set("requirements", "effort", 1, "tiny").check(&at("requirements", "effort", 2), effort);
    let long = "长".repeat(81);
    let fault = Fault::TooLong { key: key("met"), length: 81, limit: 80 };
    typed().set("requirements", "met.zh", 2, &long).check(&at("requirements", "met.zh", 3), fault);
    let fault = Fault::UnknownName { kind: "requirement", name: key("order.nothing") };
    typed().set("requirements", "after", 2, "order.nothing").check(&at("requirements", "after", 3), fault);
    let fault = Fault::UnknownName { kind: "source", name: key("theirs") };
    typed().set("levels", "source", 1, "theirs").check(&at("levels", "source", 2), fault);
    let fault = Fault::WeightsDoNotSum { parent: key("five-s"), variant: key("any"), sum: 90 };
    typed().set("dimensions", "weight.any", 1, "50").check(&at("dimensions", "weight.any", 2), fault);
    let fault = Fault::OutOfRange { key: key("gate"), found: key("1.2000"), least: "0", most: "1" };
    typed().set("model", "gate.ratio", 1, "1.2").check(&at("model", "gate.ratio", 2), fault);
    let fault = Fault::BadId { id: key("Order") };
    assert!(typed().set("dimensions", "id", 1, "Order").faults().contains(&(key("dimensions!A2"), fault)));
    let fault = Fault::PointsNotFalling { rating: "largely-met" };
    assert!(typed().set("ratings", "points", 2, "2").faults().contains(&(at("ratings", "points", 3), fault)));
}

/// The cell under a key, as spreadsheets name it.
fn at(sheet: &str, key: &str, row: u32) -> String {
    let (_, column) = Typed::new().cell(sheet, key, 0);
    factory_checkup::document::Cell { sheet: sheet.into(), row: row - 1, column }.to_string()
}

#[test]
fn a_repeated_id_names_both_cells() {
    let mut typed = Typed::new();
    let (first, second) = (typed.cell("requirements", "id", 1), typed.cell("requirements", "id", 2));
    let id = typed.sheet("requirements")[&first].clone();
    typed.sheet("requirements").insert(second, id.clone());
    let faults = typed.faults();
    let fault = Fault::Duplicate { kind: "requirement", name: id, first: "requirements!A2".into() };
    assert!(faults.contains(&("requirements!A3".into(), fault)), "{faults:#?}");
}

#[test]
fn a_requirement_of_no_dimension_and_a_wording_of_no_requirement_are_named() {
    let fault = Fault::UnknownName { kind: "dimension", name: "nowhere".into() };
    let faults = Typed::new().set("requirements", "id", 1, "nowhere.thing").faults();
    assert!(faults.contains(&("requirements!A2".into(), fault)), "{faults:#?}");
    let fault = Fault::UnknownName { kind: "requirement", name: "order.nothing".into() };
    let typed = Typed::new().set("wordings", "requirement", 1, "order.nothing").set("wordings", "variant", 1, "any");
    typed.check("wordings!A2", fault);
}

#[test]
fn sheets_and_columns_that_are_missing_misspelt_or_without_a_name_are_named() {
    let mut typed = Typed::new();
    typed.0.retain(|(name, _)| name != "sources");
    typed.check("", Fault::MissingSheet { name: "sources".into() });

    let mut typed = Typed::new();
    typed.0.iter_mut().find(|(name, _)| name == "roles").unwrap().0 = "rolse".into();
    assert!(
        matches!(&typed.faults()[0], (place, Fault::UnknownSheet { name, .. }) if place.is_empty() && name == "rolse")
    );

    let mut typed = Typed::new();
    let head = typed.cell("requirements", "effort", 0);
    typed.sheet("requirements").insert(head, "efort".into());
    let faults = typed.faults();
    let place = at("requirements", "effort", 1);
    assert!(faults.contains(&(place, Fault::UnknownKey { key: "efort".into() })), "{faults:#?}");
    let fault = Fault::MissingColumn { key: "effort".into() };
    assert!(faults.contains(&("requirements!A1".into(), fault)), "{faults:#?}");

    let mut typed = Typed::new();
    typed.sheet("levels").insert((1, 40), "说过的话".into());
    typed.check("levels!AO2", Fault::CellWithoutHead);
    typed.sheet("levels").insert((0, 40), "#备注".into());
    typed.0.push(("# 草稿".into(), Cells::from([((0, 0), "随便写".into())])));
    assert_eq!(typed.faults(), []);

    let typed = Typed::new().set("model", "id", 2, "second");
    typed.check("model!A3", Fault::OneRowOnly);
}

#[test]
fn all_faults_are_named_at_once() {
    let typed = Typed::new().set("requirements", "effort", 1, "tiny").set("levels", "source", 1, "theirs").set(
        "dimensions",
        "weight.any",
        1,
        "50",
    );
    assert_eq!(typed.faults().len(), 3, "{:#?}", typed.faults());
}

#[test]
fn dates_and_broken_formulas_are_named() {
    let mut workbook = Workbook::new();
    for (name, cells) in Typed::new().0 {
        let sheet = workbook.add_worksheet();
        sheet.set_name(&name).unwrap();
        for ((row, column), text) in cells {
            sheet.write_string(row, column, text).unwrap();
        }
        if name == "model" {
            let day = ExcelDateTime::from_ymd(2026, 10, 1).unwrap();
            sheet.write_datetime_with_format(1, 1, &day, &Format::new().set_num_format("yyyy-mm-dd")).unwrap();
        }
        if name == "levels" {
            sheet.write_formula(1, 1, Formula::new("=1/0").set_result("#DIV/0!")).unwrap();
        }
    }
    let problems = workbook::read("own.xlsx", &workbook.save_to_buffer().unwrap()).unwrap_err();
    let places: Vec<String> = problems.iter().map(|problem| problem.place.as_ref().unwrap().to_string()).collect();
    assert_eq!(places[..], ["levels!B2", "model!B2"], "{problems:#?}");
    assert!(problems.iter().all(|problem| problem.fault == Fault::NotAText));
}

#[test]
fn a_number_that_was_typed_into_a_text_is_its_digits() {
    let typed = Typed::new().set("model", "version", 1, "2027.5");
    assert_eq!(workbook::read("own.xlsx", &typed.bytes()).unwrap().version, "2027.5");
}

#[test]
fn what_is_no_workbook_says_so() {
    for bytes in [&b""[..], b"PK\x03\x04", b"{}", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"] {
        let problems = workbook::read("own.xlsx", bytes).unwrap_err();
        assert!(matches!(problems[0].fault, Fault::NotAWorkbook { .. }), "{problems:?}");
    }
    let empty = Workbook::new().save_to_buffer();
    let problems = workbook::read("own.xlsx", &empty.unwrap_or_default()).unwrap_err();
    assert!(!problems.is_empty());
}

#[test]
fn a_text_that_no_cell_can_hold_is_not_cut_short() {
    let mut questionnaire = editions()[0].clone();
    questionnaire.title.zh = "长".repeat(40_000);
    assert!(workbook::write(&questionnaire).is_err());
}
