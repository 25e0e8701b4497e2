//! A portfolio as tables for a spreadsheet: UTF-8 with a byte-order mark, lines ended by CR LF, no formulas.

use std::collections::BTreeSet;

use csv::{QuoteStyle, Terminator, WriterBuilder};

use super::{Mean, Plant, Portfolio, Summary, summary};
use crate::assessment::Assessment;
use crate::district::{self, District};
use crate::exchange::csv::guarded;
use crate::language::Language;
use crate::questionnaire::Level;
use crate::scoring::Node;

/// A line per plant, in the portfolio's order, with a heading. Scores are rounded down to 2 places, as everywhere
/// that people read them.
pub fn table(portfolio: &Portfolio, language: Language) -> String {
    let summaries = portfolio.summaries();
    let mut lines = vec![heading(&summaries, language)];
    for plant in portfolio.plants() {
        lines.push(line(plant, &summaries, language));
    }
    written(lines)
}

/// A line per file that does not stand in [`table`], with the reason: those that could not be read, then older
/// copies of an assessment.
pub fn rejected_table(portfolio: &Portfolio, language: Language) -> String {
    let mut lines = vec![vec![language.file().to_owned(), language.reason().to_owned()]];
    for rejected in portfolio.rejected() {
        lines.push(vec![guarded(&rejected.file).into(), language.read_error(&rejected.error)]);
    }
    for set_aside in portfolio.set_aside() {
        let kept = portfolio.plant(&set_aside.assessment).map_or("", |plant| plant.file.as_str());
        lines.push(vec![guarded(&set_aside.file).into(), language.set_aside_for(kept)]);
    }
    written(lines)
}

fn heading(summaries: &[Summary], language: Language) -> Vec<String> {
    let mut cells: Vec<String> = [
        language.firm(),
        language.credit_code(),
        language.town(),
        language.park(),
        language.industry(),
        language.above_scale(),
        language.in_new_city(),
        language.manufacturing_type(),
        language.employees(),
        language.revenue(),
        language.kind(),
        language.assessor(),
        language.last_change(),
        language.completeness(),
        language.level(),
        language.lowest_level(),
        language.highest_level(),
        language.total(),
    ]
    .map(str::to_owned)
    .into();
    cells.extend(asked_levels(summaries).map(|level| language.score_at(&level.to_string())));
    cells.extend(means(summaries).map(|mean| {
        let name = mean.sub_domain.name.get(language);
        match mean.questionnaire.own_files() {
            Some(_) => format!("{} {name}", mean.questionnaire.title.get(language)),
            None => name.to_owned(),
        }
    }));
    cells
        .extend([language.questionnaire(), language.counted(), language.file(), language.remarks()].map(str::to_owned));
    cells
}

fn line(plant: &Plant, summaries: &[Summary], language: Language) -> Vec<String> {
    let Assessment { site, id, kind, assessor, changed, variant, .. } = plant.assessment();
    let opened = &plant.opened;
    let outcome = &opened.scorecard.plant;
    let yes_or_no = |value: bool| if value { language.yes() } else { language.no() };
    let if_known = |value: Option<bool>| value.map_or("", yes_or_no).to_owned();
    let district = District::shipped();
    let industry = match district.industry(&site.industry) {
        Some(choice) => format!("{} {}", site.industry, choice.name.get(language)),
        None => site.industry.clone(),
    };
    let variant = opened.questionnaire.variant(variant).map_or(variant.as_str(), |known| known.name.get(language));
    let certain = opened.scorecard.level_is_certain();
    let level = if certain { language.level_short(outcome.reached) } else { language.level_open().to_owned() };

    let mut cells: Vec<String> = vec![
        guarded(&site.firm).into(),
        guarded(&site.credit_code).into(),
        guarded(district::name(&district.towns, &site.town, language)).into(),
        guarded(district::name(&district.parks, &site.park, language)).into(),
        guarded(&industry).into(),
        if_known(site.above_scale),
        if_known(site.in_new_city),
        guarded(variant).into(),
        site.employees.map_or(String::new(), |employees| employees.to_string()),
        site.revenue.map_or(String::new(), |revenue| revenue.to_string()),
        language.kind_name(*kind).to_owned(),
        guarded(assessor).into(),
        changed.date().to_string(),
        format!("{}%", outcome.tally.completeness().percent()),
        level,
        language.level_short(outcome.band.worst.reached),
        language.level_short(outcome.band.best.reached),
        outcome.total.floor(2),
    ];
    for level in asked_levels(summaries) {
        cells.push(
            outcome.cell(level).and_then(|cell| cell.score.as_ref()).map_or(String::new(), |score| score.floor(2)),
        );
    }
    for mean in means(summaries) {
        let its_own = summary::go_together(opened.questionnaire, mean.questionnaire);
        let node = opened.scorecard.node(&mean.sub_domain.id).filter(|_| its_own);
        let rated = |node: &&Node| node.outcome.tally.rated() > 0;
        cells.push(node.filter(rated).map_or(String::new(), |node| node.outcome.total.floor(2)));
    }
    let questionnaire =
        language.title_and_edition(opened.questionnaire.title.get(language), &opened.questionnaire.version);
    cells.extend([
        guarded(&questionnaire).into(),
        yes_or_no(summaries.iter().any(|summary| summary.counted.contains(id))).to_owned(),
        guarded(&plant.file).into(),
        language.remarks_on(opened).join(" "),
    ]);
    cells
}

/// The levels that any questionnaire asks about, in rising order.
fn asked_levels(summaries: &[Summary]) -> impl Iterator<Item = Level> {
    let levels = summaries.iter().flat_map(|summary| &summary.levels).filter_map(|bin| bin.level);
    levels.collect::<BTreeSet<_>>().into_iter()
}

fn means(summaries: &[Summary]) -> impl Iterator<Item = &Mean> {
    summaries.iter().flat_map(|summary| &summary.sub_domains)
}

fn written(lines: Vec<Vec<String>>) -> String {
    let mut writer =
        WriterBuilder::new().terminator(Terminator::CRLF).quote_style(QuoteStyle::Necessary).from_writer(Vec::new());
    for line in lines {
        writer.write_record(line).expect("lines of one length go into memory");
    }
    let bytes = writer.into_inner().expect("memory takes every byte");
    format!("\u{feff}{}", String::from_utf8(bytes).expect("text stays text"))
}
