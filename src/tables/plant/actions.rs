//! The action list: every gap in the order of work with its measure and what that takes, to be handed out.

use super::Plant;
use crate::exact::Exact;
use crate::questionnaire::RequirementId;
use crate::scoring::{Gap, Standing};
use crate::tables::{Cell, Column, FillIn, Table};

pub fn table(plant: &Plant) -> Table {
    let language = plant.language;
    let states = [language.state_to_do(), language.state_doing(), language.state_done(), language.state_dropped()];
    let columns = vec![
        Column::new(language.report_place(), 6),
        Column::new(language.when(), 10),
        Column::new(language.sub_domain(), 18),
        Column::new(language.requirement(), 44),
        Column::new(language.level(), 7),
        Column::new(language.report_rating(), 12),
        Column::new(language.report_gain(), 10),
        Column::new(language.effort(), 9),
        Column::new(language.days_from(), 10),
        Column::new(language.days_to(), 10),
        Column::new(language.cost_estimated(), 16),
        Column::new(language.weeks_from(), 10),
        Column::new(language.weeks_to(), 10),
        Column::new(language.prerequisites(), 32),
        Column::new(language.measure(), 56),
        Column::to_fill_in(language.responsible(), 14, FillIn::Text),
        Column::to_fill_in(language.start(), 12, FillIn::Date),
        Column::to_fill_in(language.end(), 12, FillIn::Date),
        Column::to_fill_in(language.state(), 12, FillIn::Choice(states.map(str::to_owned).into())),
    ];
    let rows = (1..).zip(&plant.scorecard.gaps).filter_map(|(place, gap)| row(plant, place, gap)).collect();
    Table { name: language.sheet_actions().to_owned(), columns, rows }
}

/// `None` only for a gap of another questionnaire.
fn row(plant: &Plant, place: usize, gap: &Gap) -> Option<Vec<Cell>> {
    let language = plant.language;
    let questionnaire = plant.questionnaire;
    let requirement = questionnaire.requirement(&gap.requirement)?;
    let wording = plant.wording(requirement);
    let dimension = questionnaire.dimension(&gap.dimension)?;
    let work = &requirement.work;
    let from = |range: Option<(u32, u32)>| range.map_or(Cell::Empty, |(from, _)| Cell::number(from));
    let to = |range: Option<(u32, u32)>| range.map_or(Cell::Empty, |(_, to)| Cell::number(to));
    let cost = work.cost.as_ref().and_then(|id| questionnaire.cost(id));
    let when = match gap.standing {
        Standing::Now => language.close_now(),
        Standing::Later => language.close_later(),
        Standing::Margin => language.close_for_margin(),
    };
    Some(vec![
        Cell::number(place),
        Cell::text(when),
        Cell::text(dimension.name.get(language)),
        Cell::text(wording.text.get(language)),
        Cell::text(gap.level.to_string()),
        Cell::text(questionnaire.rating(gap.rating).name.get(language)),
        gain(plant, &gap.gain),
        Cell::text(questionnaire.effort(gap.effort).name.get(language)),
        from(work.days),
        to(work.days),
        cost.map_or(Cell::Empty, |cost| Cell::text(cost.name.get(language))),
        from(work.weeks),
        to(work.weeks),
        Cell::text(prerequisites(plant, gap)),
        Cell::text(wording.measure.get(language)),
        Cell::Empty,
        Cell::Empty,
        Cell::Empty,
        Cell::Empty,
    ])
}

/// As the report says it, rounded down; what would show as nothing is said in words.
fn gain(plant: &Plant, gain: &Exact) -> Cell {
    if *gain < Exact::ratio(1, 1000) { Cell::text(plant.language.points(gain)) } else { Cell::number(gain.floor(3)) }
}

/// What the measure waits for, a line each: by its place where it is in the list, else in its own words.
fn prerequisites(plant: &Plant, gap: &Gap) -> String {
    let language = plant.language;
    let place = |id: &RequirementId| plant.scorecard.gaps.iter().position(|gap| gap.requirement == *id);
    let line = |id: &RequirementId| {
        let text = plant.questionnaire.requirement(id).map_or(id.as_str(), |it| plant.wording(it).text.get(language));
        match place(id) {
            Some(place) => language.numbered_in_list(place + 1, text),
            None => text.to_owned(),
        }
    };
    gap.waits_for.iter().map(line).collect::<Vec<_>>().join("\n")
}
