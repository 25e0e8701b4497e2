//! Domain by domain: how each sub-domain stands, what it lacks, and what was seen there.

use super::{Writer, narrative};
use crate::assessment::{Conclusion, Part};
use crate::order::Section;
use crate::questionnaire::{Dimension, Rating, Requirement};
use crate::report::block::{Block, Text};

pub fn write(report: &mut Writer) {
    let language = report.language;
    report.part(language.report_domains());
    if report.scorecard.plant.tally.rated() == 0 {
        return report.say(language.report_nothing_yet());
    }
    report.say(language.report_domains_intro());
    for element in &report.questionnaire.elements {
        let Some(node) = report.scorecard.node(&element.id) else { continue };
        if node.part != Part::Included {
            continue;
        }
        report.section(element.name.get(language));
        if !element.children.is_empty() {
            let levels = narrative::levels(report, &node.outcome);
            report.say(levels);
        }
        for leaf in leaves(element) {
            sub_domain(report, leaf);
        }
    }
}

fn leaves(dimension: &Dimension) -> Vec<&Dimension> {
    match dimension.children.is_empty() {
        true => vec![dimension],
        false => dimension.children.iter().flat_map(leaves).collect(),
    }
}

fn sub_domain(report: &mut Writer, leaf: &Dimension) {
    let language = report.language;
    let Some(node) = report.scorecard.node(&leaf.id).filter(|node| node.part == Part::Included) else { return };
    report.blocks.push(Block::Heading { level: 3, text: leaf.name.get(language).to_owned() });
    if node.outcome.tally.rated() == 0 {
        return report.say(language.narrative_unrated(node.outcome.tally.open()));
    }
    let mut state = narrative::levels(report, &node.outcome);
    // The first level that is not met is where the work is; above it nothing counts yet.
    let at_work = node.outcome.cells.iter().find(|cell| !cell.met && cell.tally.asked > 0);
    if let Some(cell) = at_work {
        let sentences = [narrative::answers(report, cell), narrative::cost(report, cell)];
        for sentence in sentences.into_iter().flatten() {
            state.push_str(language.sentence_gap());
            state.push_str(&sentence);
        }
    }
    let (mut gaps, mut others, mut seen, mut open) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for requirement in report.scope.requirements(leaf) {
        let entry = report.assessment.entry(&requirement.id);
        let note = entry.note.trim();
        match entry.conclusion(requirement) {
            Conclusion::Rated(rating) if rating != Rating::Met => {
                match at_work.is_some_and(|cell| cell.level == requirement.level) {
                    true => gaps.push(gap(report, requirement, rating, note)),
                    false => others.push(narrative::other_gap(report, requirement, rating)),
                }
            }
            Conclusion::Unknown | Conclusion::Unanswered => open.push(report.clause(requirement)),
            _ if !note.is_empty() => seen.push(Text::plain(language.narrative_seen(report.clause(requirement), note))),
            _ => {}
        }
    }
    // What else is below met stands in the table of gaps, if the report has one.
    let listed = report.order.has(Section::Gaps);
    if listed && !others.is_empty() {
        state.push_str(language.sentence_gap());
        state.push_str(&match at_work {
            Some(_) => language.narrative_others_counted(others.len()),
            None => language.narrative_margins_counted(others.len()),
        });
    }
    report.say(state);
    for items in [gaps, seen] {
        if !items.is_empty() {
            report.blocks.push(Block::List { numbered: false, items });
        }
    }
    if !listed && !others.is_empty() {
        report.remark(language.narrative_others(&others.join(language.clause_separator())));
    }
    if !open.is_empty() {
        report.remark(language.narrative_open(&open.join(language.clause_separator())));
    }
}

fn gap(report: &Writer, requirement: &Requirement, rating: Rating, note: &str) -> Text {
    let text = narrative::gap(report, requirement, rating);
    match note {
        "" => text,
        note => text.and(report.language.narrative_note(note)),
    }
}
