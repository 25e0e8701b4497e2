//! `report`: the PDF of one assessment, the same as the app makes.

use std::fs;
use std::path::Path;

use time::OffsetDateTime;

use super::{Outcome, files};
use crate::assessment::Assessment;
use crate::language::Language;
use crate::order::Order;
use crate::questionnaire::Questionnaire;
use crate::report::block::Document;
use crate::report::fonts::Fonts;
use crate::report::{self, site};
use crate::scoring::Scorecard;

/// Prints the assessment in `file` into `out`, over what is there. What is odd about the file is told.
pub fn run(file: &Path, out: &Path, language: Language) -> Outcome {
    print(file, out, language, site::document)
}

/// What is printed of an assessment, such as [`site::document`].
type Content = fn(&Questionnaire, &Assessment, &Scorecard, &Order) -> Document;

/// Prints one kind of document of the assessment in `file`.
pub(super) fn print(file: &Path, out: &Path, language: Language, content: Content) -> Outcome {
    let Some(opened) = files::open(file, language) else { return Outcome::NothingDone };
    // Some systems do not say how far their clock is from UTC.
    let made = OffsetDateTime::now_local().unwrap_or_else(|_| OffsetDateTime::now_utc());
    let order = Order::new(language, made);
    let document = content(opened.questionnaire, &opened.assessment, &opened.scorecard, &order);
    let report = match report::make(&document, &fonts()) {
        Ok(report) => report,
        Err(error) => {
            eprintln!("{}", error.sentence(language));
            return Outcome::NothingDone;
        }
    };
    let path = out.display().to_string();
    if let Err(error) = fs::write(out, &report.bytes) {
        eprintln!("{}", language.not_written(&path, &error));
        return Outcome::NothingDone;
    }
    if !report.missing.is_empty() {
        eprintln!("{}", language.characters_without_font(&report.missing.iter().collect::<String>()));
    }
    eprintln!("{}", language.report_written(&path, report.pages));
    Outcome::Done
}

/// All packs lie in the program (12 MB), so that a consultant carries one file and needs no folder beside it, no
/// network, and no luck with the rare characters of a firm's name.
pub(super) fn fonts() -> Fonts {
    macro_rules! pack {
        ($name:literal) => {
            include_bytes!(concat!("../../style/fonts/noto-sans-sc-", $name, ".ttf")).to_vec()
        };
    }
    Fonts {
        regular: pack!("common-regular"),
        bold: pack!("common-bold"),
        wider: Some(pack!("wider-regular")),
        rest: Some(pack!("rest-regular")),
    }
}
