//! The other yardsticks: the facts that were stated, the SME index, and the answers that do not go together.

use super::{Writer, group, muted};
use crate::checks;
use crate::facts::{Fact, Facts};
use crate::report::block::{Align, Cell, Column, Row, Text};
use crate::sme_index::{self, Index};

pub fn write(report: &mut Writer) {
    let language = report.language;
    report.part(language.report_yardsticks());
    write_facts(report);
    write_index(report);
    write_checks(report);
}

fn write_facts(report: &mut Writer) {
    let language = report.language;
    report.section(language.screen_facts());
    let facts = Facts::shipped();
    let stated = |fact: &&Fact| report.assessment.fact(&fact.id).is_some();
    let rows: Vec<Row> = facts
        .facts
        .iter()
        .filter(stated)
        .map(|fact| {
            let value = report.assessment.fact(&fact.id).map_or_else(String::new, |it| language.fact_value(fact, it));
            Row::plain(vec![Cell::text(language.fact_with_unit(fact)), Cell::text(value)])
        })
        .collect();
    if rows.is_empty() {
        return report.say(language.report_no_facts());
    }
    let columns = vec![
        Column::new(language.screen_facts(), 7.0, Align::Start),
        Column::new(language.report_value(), 3.0, Align::Start),
    ];
    let ratios = facts.ratios.iter().map(|ratio| (ratio, ratio.of(report.assessment)));
    let computed: Vec<Row> = ratios
        .filter(|(_, value)| *value != crate::facts::Quotient::Missing)
        .map(|(ratio, value)| {
            let value = match facts.change(ratio, report.assessment) {
                Some(change) => {
                    language.value_and_change(&language.quotient(ratio, &value), &language.ratio_change(&change))
                }
                None => language.quotient(ratio, &value),
            };
            Row::plain(vec![Cell::text(ratio.name.get(language)), Cell::text(value)])
        })
        .collect();
    let mut rows = rows;
    if !computed.is_empty() {
        rows.push(group(language.facts_computed()));
        rows.extend(computed);
    }
    report.table_of_section(columns, rows);
    for problem in facts.problems(report.assessment) {
        report.say(language.fact_problem(&problem));
    }
}

fn write_index(report: &mut Writer) {
    let language = report.language;
    let index = Index::shipped();
    let result = sme_index::score(index, Facts::shipped(), report.assessment);
    report.section(language.screen_index());
    if !result.begun() {
        return report.say(language.narrative_sentence(language.index_nothing()));
    }
    report.say(language.narrative_sentence(&language.index_standing(&result, index)));
    report.say(language.index_next(&result, index));
    let columns = vec![
        Column::new(language.report_check_question(), 6.0, Align::Start),
        Column::new(language.points_column(), 4.0, Align::Start),
    ];
    let mut rows = Vec::new();
    for dimension in &index.dimensions {
        rows.push(group(dimension.name.get(language)));
        let own = index.questions.iter().zip(&result.questions).filter(|(it, _)| it.dimension == dimension.id);
        rows.extend(own.map(|(question, result)| {
            let points = language.index_points(result, question);
            Row::plain(vec![Cell::text(question.text.get(language)), Cell::text(points)])
        }));
    }
    report.table_of_section(columns, rows);
}

fn write_checks(report: &mut Writer) {
    let language = report.language;
    report.section(language.report_checks());
    let asked = checks::asked(checks::shipped(), report.assessment, report.scorecard);
    if asked.is_empty() && report.scorecard.plant.tally.rated() == 0 {
        return report.say(language.report_nothing_yet());
    }
    if asked.is_empty() {
        return report.say(language.checks_none());
    }
    let columns = vec![
        Column::new(language.report_check_question(), 6.5, Align::Start),
        Column::new(language.report_check_note(), 3.5, Align::Start),
    ];
    let variant = &report.assessment.variant;
    let rows = asked.iter().map(|asked| {
        let note = match report.assessment.check_note(&asked.check.id).trim() {
            "" => muted(language.report_check_open()),
            note => Text::plain(note),
        };
        let question = language.check_question(asked, report.questionnaire, variant);
        Row::plain(vec![Cell::text(question), Cell::text(note)])
    });
    let rows = rows.collect();
    report.table_of_section(columns, rows);
}
