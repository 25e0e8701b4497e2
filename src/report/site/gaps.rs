//! The gaps: what stands between the plant and the target level, in order of work, each with its measure.

use super::{Writer, group, projects};
use crate::language::Language;
use crate::order::Section;
use crate::report::block::{Align, Cell, Column, Row, Text};
use crate::scoring::Gap;

/// How many gaps the management's report names.
const FIRST: usize = 8;

pub fn write(report: &mut Writer) {
    let language = report.language;
    let target = report.assessment.target;
    report.part(language.gaps_title());
    let gaps: Vec<&Gap> = report.scorecard.gaps.iter().filter(|gap| gap.level <= target).collect();
    let level = report.level_name(target);
    if gaps.is_empty() {
        let text = match report.scorecard.plant.tally.rated() {
            0 => language.report_nothing_yet().to_owned(),
            _ => language.report_no_gaps(&level),
        };
        report.say(text);
        return;
    }
    let all_met = report.scorecard.next.is_none();
    report.say(match all_met {
        true => language.report_gaps_intro_margins(&level),
        false => language.report_gaps_intro(&level),
    });
    let all = gaps.len();
    let shown = shown(report, all);
    if shown < all {
        report.say(language.report_first_gaps(shown, all));
    }
    cards_note(report);
    effort_note(report);
    // English says in words what Chinese says in a character or two.
    let (rating, effort, project) = match language {
        Language::Chinese => (1.5, 0.75, 0.8),
        Language::English => (1.9, 1.1, 1.1),
    };
    let columns = vec![
        Column::new(language.report_place(), 0.6, Align::Start),
        Column::new(language.report_requirement_and_measure(), 9.2, Align::Start),
        Column::new(language.report_rating(), rating, Align::Start),
        Column::new(language.report_gain(), 0.9, Align::End),
        Column::new(language.effort(), effort, Align::Start),
        Column::new(language.project_column(), project, Align::Start),
    ];
    let mut rows = Vec::new();
    let mut margins = Vec::new();
    let mut heading = None;
    for (place, gap) in gaps.into_iter().take(shown).enumerate() {
        // Closing it would only add a margin while points are missing elsewhere.
        if report.plan.project_of(gap).is_none() {
            margins.extend(margin(report, place + 1, gap));
            continue;
        }
        if heading != Some((gap.standing, gap.level)) {
            heading = Some((gap.standing, gap.level));
            rows.push(group(language.report_standing(gap.standing, &report.level_name(gap.level))));
        }
        rows.extend(row(report, place + 1, gap));
    }
    if !rows.is_empty() {
        report.table(language.report_gaps_table(), columns, rows);
    }
    if !margins.is_empty() {
        let columns = vec![
            Column::new(language.report_place(), 0.5, Align::Start),
            Column::new(language.requirement(), 9.6, Align::Start),
            Column::new(language.level(), 0.6, Align::Start),
            Column::new(language.report_rating(), 1.65, Align::Start),
            Column::new(language.report_margin(), 0.8, Align::End),
        ];
        let title = if all_met { language.report_others_table() } else { language.report_margins_table() };
        report.table(title, columns, margins);
    }
}

/// How many of so many gaps this report lists, from the first.
pub fn shown(report: &Writer, all: usize) -> usize {
    if report.order.is_full() { all } else { all.min(FIRST) }
}

fn row(report: &Writer, number: usize, gap: &Gap) -> Option<Row> {
    let language = report.language;
    let questionnaire = report.questionnaire;
    let requirement = questionnaire.requirement(&gap.requirement)?;
    let project = report.plan.project_of(gap);
    let words = report.wording(requirement);
    let mut what = Text::bold(format!("{}  ", report.name(&gap.dimension))).and(words.text.get(language));
    // A measure stands once in a report: on its project's card if that has one.
    if project.is_none_or(|place| place >= cards(report)) {
        what = what.and_muted(format!("\n{}", language.report_measure_is(words.measure.get(language))));
    }
    Some(Row::plain(vec![
        Cell::text(number.to_string()),
        Cell::text(what),
        Cell::text(questionnaire.rating(gap.rating).name.get(language)),
        Cell::text(language.points(&gap.gain)),
        Cell::text(questionnaire.effort(gap.effort).name.get(language)),
        Cell::text(project.map_or_else(String::new, |place| language.project_number(place + 1))),
    ]))
}

fn margin(report: &Writer, number: usize, gap: &Gap) -> Option<Row> {
    let language = report.language;
    let requirement = report.questionnaire.requirement(&gap.requirement)?;
    Some(Row::plain(vec![
        Cell::text(number.to_string()),
        Cell::text(
            Text::bold(format!("{}  ", report.name(&gap.dimension)))
                .and(report.wording(requirement).text.get(language)),
        ),
        Cell::text(gap.level.to_string()),
        Cell::text(report.questionnaire.rating(gap.rating).name.get(language)),
        Cell::text(language.points(&gap.gain)),
    ]))
}

/// How many projects have a card in this report.
fn cards(report: &Writer) -> usize {
    if report.order.has(Section::Projects) { projects::cards(report) } else { 0 }
}

/// Where the measures are that the table does not repeat.
fn cards_note(report: &mut Writer) {
    let language = report.language;
    let first = language.project_number(1);
    match cards(report) {
        0 => {}
        1 => report.remark(language.report_measures_on_cards(&first)),
        last => {
            let names = format!("{first}–{}", language.project_number(last));
            report.remark(language.report_measures_on_cards(&names));
        }
    }
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
