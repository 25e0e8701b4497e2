//! Every trouble in both languages, as people read it.

use std::fmt::Write;

use factory_checkup::assessment::CreditCodeFault;
use factory_checkup::document::{Cell, Fault, Place, Problem};
use factory_checkup::exchange::{self, Claim, ClaimedBound, Difference, ReadError, Remark};
use factory_checkup::language::Language;

use crate::{exchange::unreadable, golden};

#[test]
fn each_trouble_says_what_happened_what_it_means_and_what_to_do() {
    let mut text = String::new();
    for language in Language::ALL {
        let mut say = |sentence: String| writeln!(text, "{sentence}").unwrap();
        say(format!("── {} ──", language.tag()));
        let unreachable = ReadError::Unreachable { message: "Permission denied (os error 13)".into() };
        say(format!("out of reach: {}", language.read_error(&unreachable)));
        let place = Some(Place::Line(5));
        let first = Problem { file: "model.toml".into(), place, fault: Fault::UnknownLevel { found: "9".into() } };
        for (what, error) in [
            ("altered questionnaire", ReadError::AlteredQuestionnaire { id: "our-plant".into() }),
            (
                "faulty questionnaire",
                ReadError::FaultyQuestionnaire { id: "our-plant".into(), count: 2, first: Box::new(first) },
            ),
        ] {
            say(format!("{what}: {}", language.read_error(&error)));
        }
        for (what, bytes, _) in unreadable() {
            say(format!("{what}: {}", language.read_error(&exchange::read(&bytes).unwrap_err())));
        }
        say(String::new());
        say(language.difference(&difference()));
        for remark in remarks() {
            say(language.remark(&remark));
        }
        say(String::new());
        for fault in faults() {
            say(language.problem(&Problem { file: "order.toml".into(), place: Some(Place::Line(6)), fault }));
        }
        let cell = Place::Cell(Cell { sheet: "requirements".into(), row: 11, column: 7 });
        let fault = Fault::EmptyText { key: "text.en".into() };
        say(language.problem(&Problem { file: "own.xlsx".into(), place: Some(cell), fault }));
        say(language.problem(&Problem { file: "model.toml".into(), place: None, fault: Fault::NoModel }));
        say(String::new());
        for fault in [
            CreditCodeFault::Length { found: 17 },
            CreditCodeFault::Character { found: 'O', place: 9 },
            CreditCodeFault::CheckDigit { expected: '4', found: 'A' },
        ] {
            say(language.credit_code_fault(&fault));
        }
        say(String::new());
    }
    golden::check("troubles.txt", &text);
}

fn difference() -> Difference {
    let bound = |level, total: &str| ClaimedBound { level, total: total.into() };
    let computed = Claim {
        level: None,
        total: "0.7996".into(),
        worst: bound(None, "0.7001"),
        best: bound(Some(1), "1.2000"),
        levels: vec![(1, Some("0.7996".into())), (2, None)],
    };
    let claimed = Claim { level: Some(2), total: "2.0000".into(), levels: vec![], ..computed.clone() };
    Difference { claimed, computed }
}

fn remarks() -> Vec<Remark> {
    vec![
        Remark::OtherEdition { file: "2025.2".into(), here: "2026.1".into() },
        Remark::OtherEdition { file: "2026.1".into(), here: "2026.1".into() },
        Remark::UnknownRequirements((1..=9).map(|number| format!("old.thing-{number}").as_str().into()).collect()),
        Remark::UnknownDimensions(vec!["magic".into()]),
        Remark::NotApplicableRefused(vec!["maintenance.rounds".into(), "safety.training".into()]),
        Remark::TailoringRefused(vec!["production".into()]),
        Remark::OtherHash { recorded: "3f2a91c05d7e".into(), found: "b9377ef17a00".into() },
        Remark::UnknownFields(vec!["site.colour".into()]),
    ]
}

fn faults() -> Vec<Fault> {
    vec![
        Fault::Syntax { message: "invalid key".into() },
        Fault::MissingKey { key: "effort".into() },
        Fault::UnknownKey { key: "efort".into() },
        Fault::WrongType { key: "evidence".into(), expected: "a list of texts" },
        Fault::EmptyText { key: "text".into() },
        Fault::ControlCharacter { key: "text".into() },
        Fault::SeveralLines { key: "documents".into() },
        Fault::MissingLanguage { key: "about".into(), language: "en" },
        Fault::TooLong { key: "met".into(), length: 97, limit: 80 },
        Fault::UnknownWord { key: "effort".into(), found: "tiny".into(), known: "small, medium, large".into() },
        Fault::UnknownName { kind: "source", name: "theirs".into() },
        Fault::Duplicate { kind: "requirement", name: "order.clean".into(), first: "order.toml:6".into() },
        Fault::BadId { id: "Clean Floor".into() },
        Fault::TakenId { id: "smart-factory".into() },
        Fault::TooLarge { size: 2_400_000, limit: 2_000_000 },
        Fault::UnknownLevel { found: "7".into() },
        Fault::LevelsWithHole { missing: 2 },
        Fault::NotADecimal { key: "points".into(), found: "0,8".into() },
        Fault::OutOfRange { key: "gate".into(), found: "1.2000".into(), least: "0", most: "1" },
        Fault::PointsNotFalling { rating: "partly-met" },
        Fault::WeightsDoNotSum { parent: "tiny".into(), variant: "any".into(), sum: 90 },
        Fault::WeightOutsideParent { dimension: "product-design".into(), variant: "process".into() },
        Fault::EmptySubDomain { dimension: "order".into() },
        Fault::RequirementsAboveLeaf { dimension: "production".into() },
        Fault::NotAWorkbook { message: "invalid Zip archive".into() },
        Fault::MissingSheet { name: "levels".into() },
        Fault::UnknownSheet { name: "rolse".into(), known: "model, variants, roles".into() },
        Fault::MissingColumn { key: "effort".into() },
        Fault::CellWithoutHead,
        Fault::NotAText,
        Fault::OneRowOnly,
        Fault::TooDeep { dimension: "order".into(), most: 3 },
        Fault::UnknownParent { dimension: "order".into(), parent: "floor".into() },
    ]
}
