//! The policy: which public instruments fit the projects, and how the plant stands to the tiers of smart factories.

use super::{Writer, tiers};
use crate::report::block::{Align, Cell, Column, Row, Text};

pub fn write(report: &mut Writer) {
    report.part(report.language.report_policy());
    instruments(report);
    tiers::write(report);
}

fn instruments(report: &mut Writer) {
    let language = report.language;
    let questionnaire = report.questionnaire;
    report.section(language.report_instruments());
    if questionnaire.instruments.is_empty() {
        return report.say(language.report_instruments_unlisted());
    }
    if report.scorecard.plant.tally.rated() == 0 {
        return report.say(language.report_nothing_yet());
    }
    let mut rows = Vec::new();
    for instrument in &questionnaire.instruments {
        let projects: Vec<String> = report
            .plan
            .projects
            .iter()
            .enumerate()
            .filter(|(_, project)| project.instruments.contains(&&instrument.id))
            .map(|(place, _)| language.project_number(place + 1))
            .collect();
        if projects.is_empty() {
            continue;
        }
        let what = Text::bold(instrument.name.get(language)).and(format!("\n{}", instrument.meaning.get(language)));
        rows.push(Row::plain(vec![
            Cell::text(what),
            Cell::text(projects.join(language.list_separator())),
            Cell::text(language.mark_name(questionnaire.source(&instrument.source).mark)),
        ]));
    }
    if rows.is_empty() {
        return report.say(language.report_no_instruments());
    }
    report.say(language.report_instruments_intro());
    let columns = vec![
        Column::new(language.report_instrument(), 5.2, Align::Start),
        Column::new(language.report_instrument_for(), 2.7, Align::Start),
        Column::new(language.report_mark(), 2.2, Align::Start),
    ];
    report.table_of_section(columns, rows);
}
