//! The scope: what was assessed, what was left out and why, and how much of it is settled.

use super::Writer;
use crate::assessment::Part;
use crate::questionnaire::Rating;
use crate::report::block::{Align, Cell, Column, Row, RowKind};
use crate::scoring::Tally;

pub fn write(report: &mut Writer) {
    let language = report.language;
    report.part(language.report_scope());
    let included = report.scorecard.sub_domains().filter(|node| node.part == Part::Included).count();
    let asked = report.scorecard.plant.tally.asked;
    report.say(language.report_scope_of(report.variant(), included, asked));
    not_in_variant(report);
    tailored(report);
    open(report);
    // Those who decide have read in the conclusion how much is settled.
    if report.order.is_full() {
        completeness(report);
    }
}

/// The sub-domains that this kind of manufacturing does not have.
fn not_in_variant(report: &mut Writer) {
    let absent: Vec<&str> = report
        .scorecard
        .sub_domains()
        .filter(|node| node.part == Part::NotInVariant)
        .map(|node| report.name(&node.dimension))
        .collect();
    if !absent.is_empty() {
        let names = report.language.in_a_sentence(&absent);
        report.say(report.language.report_not_in_variant(report.variant(), &names));
    }
}

fn tailored(report: &mut Writer) {
    let language = report.language;
    let (mut rows, mut not_in_force) = (Vec::new(), Vec::new());
    for id in report.assessment.tailored().keys() {
        match report.scorecard.node(id).map(|node| &node.part) {
            Some(Part::Tailored { reason, .. }) => {
                rows.push(Row::plain(vec![Cell::text(report.name(id)), Cell::text(reason.trim())]));
            }
            _ => not_in_force.push(report.name(id)),
        }
    }
    if !not_in_force.is_empty() {
        let names = language.in_a_sentence(&not_in_force);
        report.say(language.report_tailoring_not_in_force(&names));
    }
    if rows.is_empty() {
        report.say(language.report_nothing_tailored());
        return;
    }
    let columns =
        vec![Column::new(language.domain(), 1.0, Align::Start), Column::new(language.reason(), 3.0, Align::Start)];
    report.table(language.report_tailored_table(), columns, rows);
}

/// Where the requirements without a conclusion are.
fn open(report: &mut Writer) {
    let language = report.language;
    let tally = &report.scorecard.plant.tally;
    let open: Vec<String> = report
        .scorecard
        .sub_domains()
        .filter(|node| node.outcome.tally.open() > 0)
        .map(|node| language.report_count_in(report.name(&node.dimension), node.outcome.tally.open()))
        .collect();
    // When everything is open there is nothing to point out.
    if !open.is_empty() && tally.open() < tally.asked {
        report.say(language.report_open_in(&language.in_a_sentence(&open)));
    }
}

/// How many requirements have which kind of answer, level by level.
fn completeness(report: &mut Writer) {
    let language = report.language;
    let plant = &report.scorecard.plant;
    let row = |name: &str, count: &dyn Fn(&Tally) -> usize| {
        let levels = plant.cells.iter().map(|cell| Cell::text(count(&cell.tally).to_string()));
        let sum = Cell::text(count(&plant.tally).to_string());
        Row::plain([Cell::text(name)].into_iter().chain(levels).chain([sum]).collect())
    };
    let mut rows: Vec<Row> = Rating::ALL
        .into_iter()
        .map(|rating| {
            let name = report.questionnaire.rating(rating).name.get(language);
            row(name, &|tally| tally.rated[rating as usize])
        })
        .collect();
    rows.push(row(language.not_applicable(), &|tally| tally.not_applicable));
    rows.push(row(language.unknown(), &|tally| tally.unknown));
    rows.push(row(language.unanswered(), &|tally| tally.unanswered));
    rows.push(Row { kind: RowKind::Total, ..row(language.report_asked(), &|tally| tally.asked) });
    let mut columns = vec![Column::new(language.report_answer(), 2.0, Align::Start)];
    columns.extend(plant.cells.iter().map(|cell| Column::new(cell.level.to_string(), 1.0, Align::End)));
    columns.push(Column::new(language.report_sum(), 1.0, Align::End));
    report.table(language.report_completeness_table(), columns, rows);
}
