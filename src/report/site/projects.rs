//! The project cards: what to do in one sub-domain, to what end, with which steps, and what it takes.

use super::{Writer, score};
use crate::exact::Exact;
use crate::plan::{Phase, Project, SMALL};
use crate::questionnaire::RequirementId;
use crate::report::block::{Block, Text};

/// How many cards the management's report has, and how many the full one.
const FIRST: usize = 3;
const MOST: usize = 8;

pub fn write(report: &mut Writer) {
    let language = report.language;
    report.part(language.report_projects());
    let all = report.plan.projects.len();
    let shown = cards(report);
    if all == 0 {
        return report.say(why_none(report));
    }
    let estimated = report.plan.projects.iter().any(|project| project.days.is_some());
    report.say(language.sentences([
        Some(language.report_projects_intro().to_owned()),
        estimated.then(|| language.report_projects_estimates().to_owned()),
        (shown < all).then(|| language.report_first_projects(shown, all)),
    ]));
    if let Some(employees) = report.assessment.site.employees.filter(|employees| *employees < SMALL) {
        report.say(language.report_projects_small(employees));
    }
    for place in 0..shown {
        card(report, place);
    }
    if report.plan.projects[..shown].iter().any(|project| !project.costs.is_empty()) {
        report.remark(language.report_projects_note());
    }
}

/// Why there is no project.
pub fn why_none(report: &Writer) -> &'static str {
    match report.scorecard.plant.tally.rated() {
        0 => report.language.report_nothing_yet(),
        _ => report.language.report_no_projects(),
    }
}

/// How many of the plan's projects, from the first, have a card.
pub fn cards(report: &Writer) -> usize {
    report.plan.projects.len().min(if report.order.is_full() { MOST } else { FIRST })
}

fn card(report: &mut Writer, place: usize) {
    let language = report.language;
    let questionnaire = report.questionnaire;
    let project = &report.plan.projects[place];
    let heading = language.project_heading(place + 1, report.name(project.dimension), &project.level.to_string());
    let list = |names: Vec<&str>| names.join(language.list_separator());
    let mut takes = Text::plain(takes(report, project));
    let kinds: Vec<&str> = project.kinds.iter().map(|kind| language.work_kind(*kind)).collect();
    if report.order.is_full() && !kinds.is_empty() {
        takes = takes.and_muted(language.in_brackets(&language.project_kinds(&list(kinds))));
    }
    let mut facts: Vec<(String, Text)> = vec![
        (language.project_goal().to_owned(), goal(report, project).into()),
        (language.project_steps().to_owned(), steps(report, project)),
        (language.project_takes().to_owned(), takes),
        (language.project_begins().to_owned(), begins(report, project).into()),
    ];
    let why = why(report, project);
    if !why.is_empty() {
        facts.insert(1, (language.project_why().to_owned(), why.into()));
    }
    report.blocks.push(Block::Heading { level: 3, text: heading });
    // Those who decide find the instruments in a table of their own.
    if !report.order.is_full() {
        return report.blocks.push(Block::Facts(facts));
    }
    let instruments = project.instruments.iter().filter_map(|id| questionnaire.instrument(id));
    let instruments: Vec<&str> = instruments.map(|instrument| instrument.name.get(language)).collect();
    if !instruments.is_empty() {
        facts.push((language.project_instruments().to_owned(), list(instruments).into()));
    }
    report.blocks.push(Block::Facts(facts));
}

/// What the sub-domain and the plant score afterwards.
fn goal(report: &Writer, project: &Project) -> String {
    let language = report.language;
    let level = project.level.to_string();
    let cell = report.scorecard.node(project.dimension).and_then(|node| node.outcome.cell(project.level));
    let now = cell.and_then(|cell| cell.score.clone()).unwrap_or_else(Exact::zero);
    language.project_goal_is(report.name(project.dimension), &level, &score(&now), &language.points(&project.gain))
}

/// Why it is worth it, in the questionnaire's words: an effect in figures is not known before it is measured. The reasons
/// for the first gaps, which are the largest for their effort, are enough.
fn why(report: &Writer, project: &Project) -> String {
    let language = report.language;
    let most = if report.order.is_full() { 2 } else { 1 };
    let requirements = project.gaps.iter().filter_map(|gap| report.questionnaire.requirement(&gap.requirement));
    let reasons: Vec<&str> = requirements
        .filter_map(|requirement| requirement.why.as_ref())
        .map(|why| why.get(language))
        .take(most)
        .collect();
    reasons.join(language.sentence_gap())
}

/// The measures in order, each with its estimates.
fn steps(report: &Writer, project: &Project) -> Text {
    let language = report.language;
    let mut text = Text::default();
    for (number, gap) in project.gaps.iter().enumerate() {
        let Some(requirement) = report.questionnaire.requirement(&gap.requirement) else { continue };
        let line = format!("{}. {}", number + 1, report.wording(requirement).measure.get(language));
        text = text.and(if number == 0 { line } else { format!("\n{line}") });
        let parts = [
            requirement.work.days.map(|(from, to)| language.days_of(from, to)),
            requirement.work.weeks.map(|(from, to)| language.weeks_of(from, to)),
        ];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        if !parts.is_empty() {
            text = text.and_muted(language.in_brackets(&parts.join(language.list_separator())));
        }
    }
    text
}

/// People-days and classes of cost, always told as an estimate.
fn takes(report: &Writer, project: &Project) -> String {
    let language = report.language;
    let mut parts: Vec<String> = project.days.map(|(from, to)| language.days_of(from, to)).into_iter().collect();
    let costs: Vec<String> = project
        .costs
        .iter()
        .filter_map(|(id, count)| Some((report.questionnaire.cost(id)?, *count)))
        .map(|(class, count)| language.project_cost(&language.in_passing(class.name.get(language)), count))
        .collect();
    if !costs.is_empty() {
        parts.push(language.project_costs(&costs.join(language.list_separator())));
    }
    match parts.is_empty() {
        true => {
            let effort = project.gaps.iter().map(|gap| gap.effort).max_by_key(|effort| *effort as usize);
            let class = effort.map(|effort| report.questionnaire.effort(effort));
            let words = class
                .map(|class| language.project_effort(class.name.get(language), class.meaning.get(language).trim()));
            language.estimated(words.as_deref().unwrap_or(""))
        }
        false => language.estimated(&parts.join(language.clause_separator())),
    }
}

/// When it begins, what comes first, and what nobody has looked at yet.
fn begins(report: &Writer, project: &Project) -> String {
    let language = report.language;
    let weeks = match project.weeks_given {
        true => language.project_weeks(project.weeks),
        false => language.project_weeks_by_rule(project.weeks),
    };
    let mut sentences = vec![match project.phase() {
        Phase::Later => language.project_time_later(&weeks),
        _ => language.project_time(project.months().0, &weeks),
    }];
    if !project.after.is_empty() {
        let names: Vec<String> = project.after.iter().map(|place| language.project_number(place + 1)).collect();
        sentences.push(language.project_after(&names.join(language.list_separator())));
    }
    let texts = |ids: &[&RequirementId]| {
        let requirements = ids.iter().filter_map(|id| report.questionnaire.requirement(id));
        let clauses: Vec<&str> = requirements.map(|requirement| report.clause(requirement)).collect();
        clauses.join(language.clause_separator())
    };
    if !project.to_complete.is_empty() {
        sentences.push(language.project_to_complete(&texts(&project.to_complete)));
    }
    if !project.to_clear_up.is_empty() {
        sentences.push(language.project_to_clear_up(&texts(&project.to_clear_up)));
    }
    sentences.join(language.sentence_gap())
}
