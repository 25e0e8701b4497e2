//! The answers: every requirement in scope with what was answered, why, and what was noted.

use super::Plant;
use crate::assessment::Conclusion;
use crate::questionnaire::{Dimension, Requirement};
use crate::tables::{Cell, Column, Table};

pub fn table(plant: &Plant) -> Table {
    let language = plant.language;
    let columns = vec![
        Column::new(language.element(), 12),
        Column::new(language.domain(), 14),
        Column::new(language.sub_domain(), 18),
        Column::new(language.id(), 30),
        Column::new(language.level(), 7),
        Column::new(language.requirement(), 60),
        Column::new(language.report_answer(), 16),
        Column::new(language.reason(), 30),
        Column::new(language.note(), 50),
        Column::new(language.flag(), 10),
    ];
    let scope = plant.scope();
    let rows = scope
        .sub_domains(plant.questionnaire)
        .into_iter()
        .flat_map(|dimension| scope.requirements(dimension).map(move |requirement| row(plant, dimension, requirement)));
    Table { name: language.sheet_answers().to_owned(), columns, rows: rows.collect() }
}

fn row(plant: &Plant, dimension: &Dimension, requirement: &Requirement) -> Vec<Cell> {
    let language = plant.language;
    let entry = plant.assessment.entry(&requirement.id);
    let (answer, reason) = match entry.conclusion(requirement) {
        Conclusion::Rated(rating) => (plant.questionnaire.rating(rating).name.get(language), ""),
        Conclusion::NotApplicable { reason } => (language.not_applicable(), reason),
        Conclusion::Unknown => (language.unknown(), ""),
        Conclusion::Unanswered if entry.lacks_reason() => (language.report_no_reason(), ""),
        Conclusion::Unanswered => (language.unanswered(), ""),
    };
    let mut cells: Vec<Cell> = plant.path(dimension).into();
    cells.extend([
        Cell::text(requirement.id.as_str()),
        Cell::text(requirement.level.to_string()),
        Cell::text(plant.wording(requirement).text.get(language)),
        Cell::text(answer),
        Cell::text(reason),
        Cell::text(&entry.note),
        if entry.flagged { Cell::text(language.yes()) } else { Cell::Empty },
    ]);
    cells
}
