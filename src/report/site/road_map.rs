//! The road map: all projects over three years, as a list and as bars.

use super::{Writer, group, projects};
use crate::chart::{self, Sheet};
use crate::plan::{Phase, Project};
use crate::report::block::{Align, Cell, Column, Row};

pub fn write(report: &mut Writer) {
    let language = report.language;
    report.part(language.report_road_map());
    if report.plan.projects.is_empty() {
        return report.say(projects::why_none(report));
    }
    intro(report);
    if report.order.is_full() {
        list(report);
        // After a long list, whose rows fill what the figure leaves of a page.
        figure(report);
    } else {
        figure(report);
        list(report);
    }
}

/// By which rules the projects follow each other, and where that leads.
fn intro(report: &mut Writer) {
    let language = report.language;
    let before = |project: &Project| !project.to_complete.is_empty() || !project.to_clear_up.is_empty();
    let uncounted = report.plan.projects.iter().any(before);
    report.say(language.sentences([
        Some(match report.plan.teams {
            1 => language.report_road_map_one().to_owned(),
            teams => language.report_road_map_intro(teams),
        }),
        waiting(report).then(|| language.report_road_map_waiting().to_owned()),
        uncounted.then(|| language.report_road_map_uncounted().to_owned()),
        Some(language.report_road_map_promise().to_owned()),
    ]));
    if let Some(sentence) = gate(report) {
        report.say(sentence);
    }
    if report.scorecard.next.is_none() {
        report.say(language.report_road_map_margins());
    }
}

/// Whether any project waits for another.
fn waiting(report: &Writer) -> bool {
    report.plan.projects.iter().any(|project| !project.after.is_empty())
}

fn list(report: &mut Writer) {
    let language = report.language;
    let waiting = waiting(report);
    // What no project has gets no column.
    let dated = report.plan.projects.iter().any(|project| project.days.is_some());
    let mut columns = vec![
        Column::new(language.project_column(), 1.05, Align::Start),
        Column::new(language.report_dimension_short(), 3.5, Align::Start),
        Column::new(language.level(), 0.9, Align::Start),
        Column::new(language.report_gain(), 1.0, Align::End),
        Column::new(language.project_months(), 1.2, Align::End),
    ];
    columns.extend(dated.then(|| Column::new(language.project_days(), 1.5, Align::End)));
    columns.extend(waiting.then(|| Column::new(language.project_waits(), 1.9, Align::Start)));
    let mut rows = Vec::new();
    for phase in Phase::ALL {
        let own = report.plan.of(phase).map(|(place, project)| row(report, place, project, dated, waiting));
        let own: Vec<Row> = own.collect();
        if !own.is_empty() {
            rows.push(group(language.phase(phase)));
            rows.extend(own);
        }
    }
    report.table(language.report_road_map_table(), columns, rows);
    report.remark(language.report_road_map_note());
    let target = report.assessment.target;
    let wanted = report.scorecard.gaps.iter().filter(|gap| gap.level <= target);
    let unplanned = wanted.filter(|gap| report.plan.project_of(gap).is_none()).count();
    if unplanned > 0 {
        report.remark(language.report_margins_unplanned(unplanned));
    }
}

fn figure(report: &mut Writer) {
    let bars = chart::timeline(&report.plan, report.questionnaire, Sheet::Page, report.language);
    report.figure(report.language.report_timeline(), bars);
}

fn row(report: &Writer, place: usize, project: &Project, dated: bool, waiting: bool) -> Row {
    let language = report.language;
    let after: Vec<String> = project.after.iter().map(|place| language.project_number(place + 1)).collect();
    // So far ahead, a month would claim too much.
    let months = match (project.phase(), project.months()) {
        (Phase::Later, _) => "–".to_owned(),
        (_, (from, to)) => format!("{from}–{to}"),
    };
    let mut cells = vec![
        Cell::text(language.project_number(place + 1)),
        Cell::text(report.name(project.dimension)),
        Cell::text(project.level.to_string()),
        Cell::text(language.points(&project.gain)),
        Cell::text(months),
    ];
    let days = project.days.map_or_else(|| "–".to_owned(), |(from, to)| format!("{from}–{to}"));
    cells.extend(dated.then(|| Cell::text(days)));
    cells.extend(waiting.then(|| Cell::text(after.join(language.list_separator()))));
    Row::plain(cells)
}

/// When the projects have raised the next level to its gate.
fn gate(report: &Writer) -> Option<String> {
    let next = report.scorecard.next.as_ref()?;
    let month = report.plan.month_of(next.level, &next.missing)?;
    Some(report.language.report_gate_by_month(&report.level_name(next.level), month))
}
