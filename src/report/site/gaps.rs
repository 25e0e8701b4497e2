//! The gaps: what stands between the plant and the target level, in order of work, each with its measure.

use super::{Writer, group};
use crate::language::Language;
use crate::report::block::{Align, Cell, Column, Row, Text};
use crate::scoring::Gap;

pub fn write(report: &mut Writer) {
    let language = report.language;
    let target = report.assessment.target;
    report.part(language.gaps_title());
    let gaps: Vec<&Gap> = report.scorecard.gaps.iter().filter(|gap| gap.level <= target).collect();
    let level = report.level_name(target);
    if gaps.is_empty() {
        let text = match report.scorecard.plant.tally.rated() {
            0 => language.report_nothing_rated().to_owned(),
            _ => language.report_no_gaps(&level),
        };
        report.say(text);
        return;
    }
    report.say(language.report_gaps_intro(&level));
    // English says in words what Chinese says in a character or two.
    let (rating, effort, measure) = match language {
        Language::Chinese => (1.7, 0.95, 5.3),
        Language::English => (1.95, 1.5, 5.9),
    };
    let columns = vec![
        Column::new(language.report_place(), 0.9, Align::Start),
        Column::new(language.requirement(), 4.0, Align::Start),
        Column::new(language.report_rating(), rating, Align::Start),
        Column::new(language.report_gain(), 1.15, Align::End),
        Column::new(language.effort(), effort, Align::Start),
        Column::new(language.measure(), measure, Align::Start),
    ];
    let mut rows = Vec::new();
    let mut heading = None;
    for (place, gap) in gaps.into_iter().enumerate() {
        if heading != Some((gap.standing, gap.level)) {
            heading = Some((gap.standing, gap.level));
            rows.push(group(language.report_standing(gap.standing, &report.level_name(gap.level))));
        }
        rows.extend(row(report, place + 1, gap));
    }
    report.table(language.report_gaps_table(), columns, rows);
    effort_note(report);
}

fn row(report: &Writer, number: usize, gap: &Gap) -> Option<Row> {
    let language = report.language;
    let questionnaire = report.questionnaire;
    let requirement = questionnaire.requirement(&gap.requirement)?;
    let what =
        Text::bold(report.name(&gap.dimension)).and(format!("\n{}", report.wording(requirement).text.get(language)));
    Some(Row::plain(vec![
        Cell::text(number.to_string()),
        Cell::text(what),
        Cell::text(questionnaire.rating(gap.rating).name.get(language)),
        Cell::text(language.points(&gap.gain)),
        Cell::text(questionnaire.effort(gap.effort).name.get(language)),
        Cell::text(report.wording(requirement).measure.get(language)),
    ]))
}

fn effort_note(report: &mut Writer) {
    let language = report.language;
    let classes: Vec<String> = report
        .questionnaire
        .efforts
        .iter()
        .map(|class| language.report_effort_class(class.name.get(language), class.meaning.get(language)))
        .collect();
    let note = language.report_effort_note(classes.concat().trim_end());
    report.remark(note);
}
