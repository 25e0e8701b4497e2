//! A portfolio as tables.

use std::collections::BTreeSet;

use super::{Mean, Plant, Portfolio, Summary, summary};
use crate::assessment::Assessment;
use crate::district::{self, District};
use crate::language::Language;
use crate::questionnaire::Level;
use crate::scoring::Node;
use crate::tables::{Cell, Column, Table};

/// The columns' widths, where a table is made a spreadsheet.
const WIDTH: u16 = 16;

/// A line per plant, in the portfolio's order, with a heading. Scores are rounded down to 2 places, as everywhere
/// that people read them.
pub fn table(portfolio: &Portfolio, language: Language) -> Table {
    let summaries = portfolio.summaries();
    Table {
        name: language.table_file().to_owned(),
        columns: heading(&summaries, language).into_iter().map(|head| Column::new(head, WIDTH)).collect(),
        rows: portfolio.plants().into_iter().map(|plant| line(plant, &summaries, language)).collect(),
    }
}

/// A line per file that does not stand in [`table`], with the reason: those that could not be read, then older
/// copies of an assessment.
pub fn rejected_table(portfolio: &Portfolio, language: Language) -> Table {
    let unread = portfolio.rejected().iter().map(|rejected| (&rejected.file, language.read_error(&rejected.error)));
    let older = portfolio.set_aside().iter().map(|set_aside| {
        let kept = portfolio.plant(&set_aside.assessment).map_or("", |plant| plant.file.as_str());
        (&set_aside.file, language.set_aside_for(kept))
    });
    Table {
        name: language.rejected_file().to_owned(),
        columns: [language.file(), language.reason()].map(|head| Column::new(head, WIDTH)).into(),
        rows: unread.chain(older).map(|(file, reason)| vec![Cell::text(file), Cell::text(reason)]).collect(),
    }
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

fn line(plant: &Plant, summaries: &[Summary], language: Language) -> Vec<Cell> {
    let Assessment { site, id, kind, assessor, changed, variant, .. } = plant.assessment();
    let opened = &plant.opened;
    let outcome = &opened.scorecard.plant;
    let yes_or_no = |value: bool| if value { language.yes() } else { language.no() };
    let if_known = |value: Option<bool>| value.map_or(Cell::Empty, |value| Cell::text(yes_or_no(value)));
    let district = District::shipped();
    let industry = match district.industry(&site.industry) {
        Some(choice) => format!("{} {}", site.industry, choice.name.get(language)),
        None => site.industry.clone(),
    };
    let variant = opened.questionnaire.variant(variant).map_or(variant.as_str(), |known| known.name.get(language));
    let certain = opened.scorecard.level_is_certain();
    let level = if certain { language.level_short(outcome.reached) } else { language.level_open().to_owned() };

    let mut cells: Vec<Cell> = vec![
        Cell::text(&site.firm),
        Cell::text(&site.credit_code),
        Cell::text(district::name(&district.towns, &site.town, language)),
        Cell::text(district::name(&district.parks, &site.park, language)),
        Cell::text(industry),
        if_known(site.above_scale),
        if_known(site.in_new_city),
        Cell::text(variant),
        site.employees.map_or(Cell::Empty, Cell::number),
        site.revenue.map_or(Cell::Empty, Cell::number),
        Cell::text(language.kind_name(*kind)),
        Cell::text(assessor),
        Cell::text(changed.date().to_string()),
        Cell::percent(outcome.tally.completeness().percent()),
        Cell::text(level),
        Cell::text(language.level_short(outcome.band.worst.reached)),
        Cell::text(language.level_short(outcome.band.best.reached)),
        if outcome.is_known() { Cell::number(outcome.total.floor(2)) } else { Cell::Empty },
    ];
    for level in asked_levels(summaries) {
        let score = outcome.cell(level).and_then(|cell| cell.score.as_ref());
        cells.push(score.map_or(Cell::Empty, |score| Cell::number(score.floor(2))));
    }
    for mean in means(summaries) {
        let its_own = summary::go_together(opened.questionnaire, mean.questionnaire);
        let node = opened.scorecard.node(&mean.sub_domain.id).filter(|_| its_own);
        let known = |node: &&Node| node.outcome.is_known();
        cells.push(node.filter(known).map_or(Cell::Empty, |node| Cell::number(node.outcome.total.floor(2))));
    }
    let questionnaire =
        language.title_and_edition(opened.questionnaire.title.get(language), &opened.questionnaire.version);
    let counted = summaries.iter().any(|summary| summary.counted.contains(id));
    cells.extend([
        Cell::text(questionnaire),
        Cell::text(yes_or_no(counted)),
        Cell::text(&plant.file),
        Cell::text(language.remarks_on(opened).join(" ")),
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
