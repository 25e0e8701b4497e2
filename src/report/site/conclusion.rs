//! The conclusion, one page: the level, what it could still become, how far the next one is, and where to begin.

use super::{Writer, gaps, score};
use crate::chart::{self, Sheet};
use crate::drawing::Ink;
use crate::order::{Extent, Section};
use crate::report::block::{Block, Number, Style, Text};
use crate::scoring::Standing;

/// How many measures the first page names.
const FIRST_STEPS: usize = 3;

pub fn write(report: &mut Writer) {
    report.part(report.language.report_conclusion());
    let lead = verdict(report);
    report.blocks.push(Block::Paragraph { text: lead.into(), style: Style::Lead });
    report.blocks.push(Block::Numbers(numbers(report)));
    staircase(report);
    narrowly_met(report);
    first_steps(report);
    open(report);
    report.blocks.push(Block::PageBreak);
}

/// The level among the others.
pub fn staircase(report: &mut Writer) {
    let language = report.language;
    let target = report.assessment.target;
    let steps = chart::staircase(report.scorecard, report.questionnaire, target, Sheet::Page, language);
    report.figure(language.report_staircase(), steps);
}

/// The level in a sentence or two.
pub fn verdict(report: &Writer) -> String {
    let language = report.language;
    let plant = &report.scorecard.plant;
    if !plant.is_known() {
        return language.report_lowest_unrated().to_owned();
    }
    let level = language.level_reached(plant.reached, report.questionnaire);
    let total = score(&plant.total);
    let verdict = match &report.scorecard.next {
        None => language.report_all_met(&level, &total),
        Some(next) => {
            let missing = next.missing.ceil(2);
            let name = report.level_name(next.level);
            match plant.reached {
                Some(_) => language.report_reached(&level, &total, &name, &missing),
                None => language.report_below(&total, &name, &missing),
            }
        }
    };
    if plant.tally.open() == 0 {
        return verdict;
    }
    if report.scorecard.level_is_certain() {
        return language.report_so_far(&verdict);
    }
    let [worst, best] = [&plant.band.worst, &plant.band.best].map(|bound| language.level_short(bound.reached));
    language.report_provisional(plant.tally.rated(), plant.tally.asked, &verdict, &worst, &best)
}

/// A level that one answer would lose is not passed off as safe.
fn narrowly_met(report: &mut Writer) {
    let language = report.language;
    let Some(narrow) = report.scorecard.narrowly_met(report.questionnaire, report.assessment) else { return };
    let level = report.level_name(narrow.level);
    report.say(match narrow.margin.is_zero() {
        true => language.report_on_the_gate(&level),
        false => language.report_close_to_the_gate(&level, &narrow.margin.floor(3)),
    });
}

pub fn numbers(report: &Writer) -> Vec<Number> {
    let language = report.language;
    let plant = &report.scorecard.plant;
    let number =
        |label: &str, value: String, note: String, ink: Ink| Number { label: label.to_owned(), value, note, ink };
    let known = plant.is_known();
    let or_dash = |value: String| if known { value } else { "–".to_owned() };
    let open = plant.tally.open() > 0;
    let band = |worst: String, best: String| language.report_band(&worst, &best);

    let level_note = if !report.scorecard.level_is_certain() {
        band(language.level_short(plant.band.worst.reached), language.level_short(plant.band.best.reached))
    } else {
        let meaning = plant.reached.and_then(|level| report.questionnaire.level(level));
        meaning.map_or(String::new(), |meaning| meaning.name.get(language).to_owned())
    };
    let highest = plant.cells.len().to_string();
    let total_note = if open {
        band(score(&plant.band.worst.total), score(&plant.band.best.total))
    } else {
        language.report_highest_total(&highest)
    };
    let reached = plant.reached.map_or(0, |level| level.number());
    let distance = match &report.scorecard.next {
        Some(next) if known => {
            let note = language.report_distance_to(&report.level_name(next.level));
            number(language.report_distance(), next.missing.ceil(2), note, Ink::Gate)
        }
        Some(_) => number(language.report_distance(), or_dash(String::new()), String::new(), Ink::Muted),
        None => {
            let note = language.report_no_distance().to_owned();
            number(language.report_distance(), "0".to_owned(), note, Ink::Level(reached))
        }
    };
    let settled = plant.tally.asked - plant.tally.open();
    vec![
        number(language.level(), or_dash(language.level_short(plant.reached)), level_note, Ink::Level(reached)),
        number(language.total(), or_dash(score(&plant.total)), total_note, Ink::Accent),
        distance,
        number(
            language.completeness(),
            format!("{}%", plant.tally.completeness().percent()),
            language.report_answered(settled, plant.tally.asked),
            Ink::Muted,
        ),
    ]
}

pub fn first_steps(report: &mut Writer) {
    let language = report.language;
    let scorecard = report.scorecard;
    if scorecard.plant.tally.rated() == 0 {
        return;
    }
    let all_met = scorecard.next.is_none();
    report.section(if all_met { language.report_first_margins() } else { language.report_first_steps() });
    let steps: Vec<Text> = scorecard
        .gaps
        .iter()
        .take(FIRST_STEPS)
        .filter_map(|gap| {
            let requirement = report.questionnaire.requirement(&gap.requirement)?;
            let effort = language.in_passing(report.questionnaire.effort(gap.effort).name.get(language));
            let (level, gain) = (gap.level.to_string(), language.points(&gap.gain));
            let aside = match gap.standing {
                Standing::Now => language.report_step(&level, &effort, &gain),
                Standing::Later | Standing::Margin => language.report_step_aside(&level, &effort, &gain),
            };
            let name = format!("{}  ", report.name(&gap.dimension));
            Some(Text::bold(name).and(report.wording(requirement).measure.get(language)).and_muted(aside))
        })
        .collect();
    if steps.is_empty() {
        report.say(language.report_no_steps());
        return;
    }
    report.blocks.push(Block::List { numbered: true, items: steps });
    // The summary has no table of gaps to point to.
    let table = report.order.has(Section::Gaps);
    if let (true, Some(count), Some(next)) = (table, scorecard.gaps_to_next(), &scorecard.next) {
        let level = report.level_name(next.level);
        let sentence = match gaps::shown(report, count) < count {
            true => language.report_enough_in_full(count, &level),
            false => language.report_enough(count, &level),
        };
        let by = if scorecard.plant.tally.open() > 0 { language.report_by_what_is_rated() } else { "" };
        report.say(format!("{by}{sentence}"));
    }
    if let (true, Some(reached)) = (all_met, scorecard.plant.reached) {
        report.say(language.report_margin_only(&report.level_name(reached)));
    }
}

/// What the open requirements can still change.
pub fn open(report: &mut Writer) {
    let language = report.language;
    let plant = &report.scorecard.plant;
    if plant.tally.open() == 0 {
        return;
    }
    let reached = |level| language.level_reached(level, report.questionnaire);
    let (unanswered, unknown) = (plant.tally.unanswered, plant.tally.unknown);
    let counts = [
        (unanswered > 0).then(|| language.report_open_unanswered(unanswered)),
        (unknown > 0).then(|| language.report_open_unknown(unknown)),
    ];
    let counts: Vec<String> = counts.into_iter().flatten().collect();
    let text = language.report_open(
        &counts.join(language.list_separator()),
        &reached(plant.band.worst.reached),
        &score(&plant.band.worst.total),
        &reached(plant.band.best.reached),
        &score(&plant.band.best.total),
    );
    // One page has no room for a box.
    if report.order.extent == Extent::Summary {
        return report.remark(text);
    }
    let title = language.report_open_title(plant.tally.open());
    report.blocks.push(Block::Callout { ink: Ink::Gate, title, paragraphs: vec![text.into()] });
}
