//! Domain by domain: how each sub-domain stands, what it lacks, and what was seen there.

use super::{Writer, narrative};
use crate::assessment::{Conclusion, Part};
use crate::order::Section;
use crate::questionnaire::{Dimension, Rating};
use crate::report::block::Block;
use crate::scoring::Cell;

pub fn write(report: &mut Writer) {
    let language = report.language;
    report.part(language.report_domains());
    if report.scorecard.plant.tally.rated() == 0 {
        return report.say(language.report_nothing_yet());
    }
    let Some(level) = report.scorecard.level_at_work() else { return };
    report.say(language.report_domains_intro(&report.level_name(level)));
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
    // What the plant works at, and below it what the sub-domain lacks itself.
    let plants = report.scorecard.level_at_work();
    let at_work: Vec<&Cell> = node
        .outcome
        .cells
        .iter()
        .filter(|cell| Some(cell.level) == plants || (Some(cell.level) < plants && !cell.met))
        .filter(|cell| cell.tally.rated() + cell.tally.open() > 0)
        .collect();
    for cell in &at_work {
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
                match at_work.iter().any(|cell| cell.level == requirement.level) {
                    true => gaps.push(narrative::gap(report, requirement, rating, note)),
                    false => others.push(narrative::other_gap(report, requirement, rating)),
                }
            }
            Conclusion::Unknown | Conclusion::Unanswered => open.push(report.clause(requirement)),
            _ if note.is_empty() => {}
            Conclusion::Rated(rating) => {
                let answer = report.questionnaire.rating(rating).name.get(language);
                seen.push(narrative::seen(report, requirement, answer, note));
            }
            Conclusion::NotApplicable { .. } => {
                seen.push(narrative::seen(report, requirement, language.not_applicable(), note));
            }
        }
    }
    // What else is below met stands in the table of gaps, if the report has one.
    let listed = report.order.has(Section::Gaps);
    if listed && !others.is_empty() {
        state.push_str(language.sentence_gap());
        state.push_str(&language.narrative_others_counted(others.len()));
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
