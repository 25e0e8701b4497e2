//! All requirements with their answers, notes and reasons, element by element.

use super::{Writer, group, muted};
use crate::assessment::{Conclusion, Part};
use crate::questionnaire::{Dimension, Requirement};
use crate::report::block::{Align, Cell, Column, Row, Text};

pub fn write(report: &mut Writer) {
    let language = report.language;
    report.appendix(language.report_answers());
    for element in &report.questionnaire.elements {
        let name = element.name.get(language);
        report.section(name);
        let columns = vec![
            Column::new(language.report_requirement_and_note(), 8.5, Align::Start),
            Column::new(language.level(), 0.8, Align::Start),
            Column::new(language.report_answer(), 1.5, Align::Start),
        ];
        let mut rows = Vec::new();
        sub_domains(report, element, &mut rows);
        report.table_of_section(columns, rows);
    }
}

fn sub_domains(report: &Writer, dimension: &Dimension, rows: &mut Vec<Row>) {
    for child in &dimension.children {
        sub_domains(report, child, rows);
    }
    if !dimension.children.is_empty() {
        return;
    }
    let language = report.language;
    rows.push(group(dimension.name.get(language)));
    match report.scorecard.node(&dimension.id).map(|node| &node.part) {
        Some(Part::Included) => {
            rows.extend(report.scope.requirements(dimension).map(|requirement| row(report, requirement)));
        }
        Some(Part::Tailored { by, reason }) if *by == dimension.id => {
            rows.push(left_out(&language.report_left_out(reason.trim())));
        }
        Some(Part::Tailored { by, .. }) => rows.push(left_out(&language.report_left_out_with(report.name(by)))),
        Some(Part::NotInVariant) | None => rows.push(left_out(&language.report_not_asked(report.variant()))),
    }
}

fn left_out(why: &str) -> Row {
    Row::plain(vec![Cell::text(muted(why))])
}

fn row(report: &Writer, requirement: &Requirement) -> Row {
    let language = report.language;
    let entry = report.assessment.entry(&requirement.id);
    let mut text = Text::plain(report.wording(requirement).text.get(language));
    let answer = match entry.conclusion(requirement) {
        Conclusion::Rated(rating) => Text::plain(report.questionnaire.rating(rating).name.get(language)),
        Conclusion::NotApplicable { reason } => {
            text = text.and_muted(format!("\n{}", language.report_reason_is(reason)));
            Text::plain(language.not_applicable())
        }
        Conclusion::Unknown => Text::plain(language.unknown()),
        Conclusion::Unanswered if entry.lacks_reason() => Text::plain(language.report_no_reason()),
        Conclusion::Unanswered => muted(language.unanswered()),
    };
    let note = entry.note.trim();
    if !note.is_empty() {
        text = text.and_muted(format!("\n{}", language.report_note_is(note)));
    }
    Row::plain(vec![Cell::text(text), Cell::text(requirement.level.to_string()), Cell::text(answer)])
}
