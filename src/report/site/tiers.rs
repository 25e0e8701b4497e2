//! The tiers of smart factories: how the plant stands, condition by condition, and the typical scenes it ticked.

use super::{Writer, group};
use crate::provenance::{Source, SourceId};
use crate::report::block::{Align, Block, Cell, Column, Row, Text};
use crate::tiers::{self, LadderResult, TierResult, Tiers};

pub fn write(report: &mut Writer) {
    let language = report.language;
    let tiers = Tiers::shipped();
    report.section(language.screen_tiers());
    if !tiers.begun(report.assessment) {
        return report.say(language.report_no_tiers());
    }
    let results = tiers::evaluate(tiers, report.assessment, report.scorecard);
    for ladder in &results {
        report.say(language.narrative_sentence(&language.ladder_named(ladder)));
    }
    if !report.order.is_full() {
        return report.remark(language.report_tiers_in_full());
    }
    let mut sources = Vec::new();
    write_conditions(report, &results, &mut sources);
    write_scenes(report, &mut sources);
    let sources = sources
        .into_iter()
        .map(|source| (language.mark_name(source.mark).to_owned(), Text::plain(source.text.get(language))));
    report.blocks.push(Block::Facts(sources.collect()));
}

fn write_conditions(report: &mut Writer, results: &[LadderResult], sources: &mut Vec<&'static Source>) {
    let language = report.language;
    let columns = vec![
        Column::new(language.condition(), 5.8, Align::Start),
        Column::new(language.condition_state_column(), 2.2, Align::Start),
        Column::new(language.provenance(), 2.0, Align::Start),
    ];
    let mut rows = Vec::new();
    for result in results {
        for tier in &result.tiers {
            rows.push(group(language.tier_of(result.ladder.name.get(language), tier.tier.name.get(language))));
            rows.extend(conditions(report, tier, sources));
            // The tiers above build on this one.
            if result.next() == Some(tier) {
                break;
            }
        }
    }
    report.table_of_section(columns, rows);
}

fn conditions(report: &Writer, tier: &TierResult, sources: &mut Vec<&'static Source>) -> Vec<Row> {
    let language = report.language;
    let rows = tier.tier.conditions.iter().zip(&tier.conditions).map(|(condition, result)| {
        let mut text = Text::plain(condition.text.get(language));
        if let Some(lacking) = result.lacking.as_ref().filter(|_| result.is_decided()) {
            let lacking = language.lacking(result.state, lacking, Tiers::shipped(), report.questionnaire);
            text = text.and_muted(format!("\n{lacking}"));
        }
        Row::plain(vec![
            Cell::text(text),
            Cell::text(language.condition_state(result.state, result.lacking.as_ref())),
            Cell::text(marks(report, &condition.sources, sources)),
        ])
    });
    rows.collect()
}

fn write_scenes(report: &mut Writer, sources: &mut Vec<&'static Source>) {
    let language = report.language;
    let tiers = Tiers::shipped();
    let mut rows = Vec::new();
    for of in &tiers.groups {
        let ticked = tiers.ticked(report.assessment).filter(|(scene, _)| scene.group == of.id);
        let mut own: Vec<Row> = ticked
            .map(|(scene, said)| {
                let mut text = Text::plain(scene.name.get(language));
                if !said.description.trim().is_empty() {
                    text = text.and_muted(format!("\n{}", said.description.trim()));
                }
                Row::plain(vec![
                    Cell::text(text),
                    Cell::text(if said.uses_ai { language.yes() } else { language.no() }),
                    Cell::text(marks(report, std::slice::from_ref(&scene.source), sources)),
                ])
            })
            .collect();
        if !own.is_empty() {
            rows.push(group(of.name.get(language)));
            rows.append(&mut own);
        }
    }
    if rows.is_empty() {
        return report.say(language.report_no_scenes());
    }
    let columns = vec![
        Column::new(language.report_scene(), 5.8, Align::Start),
        Column::new(language.scene_uses_ai(), 2.2, Align::Start),
        Column::new(language.provenance(), 2.0, Align::Start),
    ];
    report.table(language.typical_scenes(), columns, rows);
}

/// The marks of sources in words; the sources are noted, each once.
fn marks(report: &Writer, ids: &[SourceId], sources: &mut Vec<&'static Source>) -> String {
    let language = report.language;
    let mut words = Vec::new();
    for source in ids.iter().filter_map(|id| Tiers::shipped().source(id)) {
        let word = language.mark_name(source.mark);
        if !words.contains(&word) {
            words.push(word);
        }
        if !sources.contains(&source) {
            sources.push(source);
        }
    }
    words.join(language.list_separator())
}
