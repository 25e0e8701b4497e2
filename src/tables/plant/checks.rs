//! The consistency checks that ask something, with what was noted about each.

use super::Plant;
use crate::checks::{self, Asked};
use crate::tables::{Cell, Column, Table};

/// `None` where no check asks anything.
pub fn table(plant: &Plant) -> Option<Table> {
    let language = plant.language;
    let asked = checks::asked(checks::shipped(), plant.assessment, plant.scorecard);
    let row = |asked: &Asked| {
        let note = match plant.assessment.check_note(&asked.check.id).trim() {
            "" => language.report_check_open(),
            note => note,
        };
        let question = language.check_question(asked, plant.questionnaire, &plant.assessment.variant);
        vec![Cell::text(question), Cell::text(note)]
    };
    (!asked.is_empty()).then(|| Table {
        name: language.sheet_checks().to_owned(),
        columns: vec![Column::new(language.report_check_question(), 70), Column::new(language.report_check_note(), 60)],
        rows: asked.iter().map(row).collect(),
    })
}
