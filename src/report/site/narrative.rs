//! The narrative: sentences that tell a part of the result, each claiming only what the scorecard holds.

use super::{Writer, score};
use crate::exact::Exact;
use crate::questionnaire::{Level, Rating, Requirement};
use crate::report::block::Text;
use crate::scoring::{Cell, Outcome};

/// More sub-domains than this are no focus.
const NAMED: usize = 7;

/// What a level still lacks, and in how few sub-domains most of it lies.
pub fn missing(report: &Writer, level: Level, value: &Exact) -> String {
    let language = report.language;
    let losses = report.scorecard.losses(level);
    let all: Exact = losses.iter().map(|(_, loss)| loss.clone()).sum();
    if all.is_zero() {
        return language.narrative_nothing_missing(&level.to_string());
    }
    let half = all.clone() / Exact::from(2);
    // What equals the last one named is named as well.
    let (mut gathered, mut most, mut last) = (Exact::zero(), Vec::new(), None);
    for (node, loss) in &losses {
        if gathered >= half && last != Some(loss) {
            break;
        }
        gathered = gathered + loss.clone();
        most.push(report.name(&node.dimension));
        last = Some(loss);
    }
    let (level, value) = (level.to_string(), score(value));
    if most.len() > NAMED {
        return language.narrative_missing_spread(&level, &value, &all.ceil(2), losses.len());
    }
    let percent = (gathered / all.clone() * Exact::from(100)).floor(0);
    let names = language.in_a_sentence(&most);
    // Rounded up as the score is rounded down, so that the two printed numbers make full marks.
    language.narrative_missing(&level, &value, &all.ceil(2), most.len(), &names, &percent)
}

/// How a dimension stands level by level: `L1得1.00，达到；L2得0.62，距达标线差0.18`.
pub fn levels(report: &Writer, outcome: &Outcome) -> String {
    let language = report.language;
    let gate = &report.questionnaire.gate;
    let of_level = |cell: &Cell| {
        let level = cell.level.to_string();
        match &cell.score {
            Some(value) if cell.met => Some(language.narrative_level_met(&level, &score(value))),
            Some(value) if value < gate => {
                let distance = (gate.clone() - value.clone()).ceil(2);
                Some(language.narrative_level_short(&level, &score(value), &distance))
            }
            Some(value) => Some(language.narrative_level_waits(&level, &score(value))),
            None if cell.tally.open() > 0 => Some(language.narrative_level_open(&level)),
            None if cell.tally.asked > 0 => Some(language.narrative_level_inapplicable(&level)),
            None => None,
        }
    };
    let parts: Vec<String> = outcome.cells.iter().filter_map(of_level).collect();
    language.narrative_sentence(&parts.join(language.clause_separator()))
}

/// How the requirements of a sub-domain at one level were answered: `L2的4条要求中，2条满足、1条部分满足，1条没有结论`.
pub fn answers(report: &Writer, cell: &Cell) -> Option<String> {
    let language = report.language;
    let tally = &cell.tally;
    if tally.asked == 0 {
        return None;
    }
    let counted = |rating: Rating| {
        let count = tally.rated[rating as usize];
        let name = report.questionnaire.rating(rating).name.get(language);
        (count > 0).then(|| language.narrative_count(count, &language.in_passing(name)))
    };
    let mut parts: Vec<String> = Rating::ALL.into_iter().filter_map(counted).collect();
    for (count, name) in
        [(tally.not_applicable, language.not_applicable()), (tally.open(), language.narrative_without_conclusion())]
    {
        parts.extend((count > 0).then(|| language.narrative_count(count, &language.in_passing(name))));
    }
    let level = cell.level.to_string();
    if tally.open() == tally.asked {
        return Some(language.narrative_answers_all_open(&level, tally.asked));
    }
    Some(language.narrative_answers(&level, tally.asked, &parts.join(language.list_separator())))
}

/// What the plant's score at the level loses here, when it loses something.
pub fn cost(report: &Writer, cell: &Cell) -> Option<String> {
    let language = report.language;
    Some(language.narrative_cost(&cell.level.to_string(), &language.loss(&cell.loss()?)))
}

/// A requirement rated below met, in passing.
pub fn other_gap(report: &Writer, requirement: &Requirement, rating: Rating) -> String {
    let language = report.language;
    let name = report.questionnaire.rating(rating).name.get(language);
    let name = language.in_passing(name);
    language.narrative_other(&requirement.level.to_string(), &name, report.clause(requirement))
}

/// A requirement rated below met: how it was rated, what it asks, what would be seen if it were met, what was noted.
pub fn gap(report: &Writer, requirement: &Requirement, rating: Rating, note: &str) -> Text {
    let language = report.language;
    let wording = report.wording(requirement);
    let name = report.questionnaire.rating(rating).name.get(language);
    let text = requirement_as(name, wording.text.get(language))
        .and_muted(language.narrative_to_be_met(wording.met.get(language)));
    if note.is_empty() { text } else { text.and(language.narrative_note(note)) }
}

/// A requirement that lacks nothing, and what was noted.
pub fn seen(report: &Writer, requirement: &Requirement, answer: &str, note: &str) -> Text {
    let language = report.language;
    requirement_as(answer, report.wording(requirement).text.get(language)).and(language.narrative_note(note))
}

/// Few characters are bold: each weighs twice in the file.
fn requirement_as(answer: &str, text: &str) -> Text {
    Text::bold(format!("{answer}  ")).and(text)
}
