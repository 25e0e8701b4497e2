//! The scores: the plant, then every element, domain and sub-domain with its weight, its scores by level and its level.

use super::{Plant, score};
use crate::assessment::Part;
use crate::scoring::{Node, Outcome};
use crate::tables::{Cell, Column, Table};

pub fn table(plant: &Plant) -> Table {
    let language = plant.language;
    let mut columns = vec![
        Column::new(language.element(), 14),
        Column::new(language.domain(), 18),
        Column::new(language.sub_domain(), 26),
        Column::new(language.weight(), 9),
    ];
    let levels = plant.scorecard.plant.cells.iter().map(|cell| cell.level.to_string());
    columns.extend(levels.map(|level| Column::new(language.score_at(&level), 11)));
    columns.extend([
        Column::new(language.total(), 9),
        Column::new(language.level(), 10),
        Column::new(language.lowest_level(), 12),
        Column::new(language.highest_level(), 12),
        Column::new(language.report_asked(), 9),
        Column::new(language.report_open_count(), 9),
        Column::new(language.explanation(), 40),
    ]);
    let mut whole = vec![Cell::text(language.report_plant()), Cell::Empty, Cell::Empty, Cell::percent(100)];
    whole.extend(outcome(plant, &plant.scorecard.plant));
    whole.push(Cell::Empty);
    let rows = [whole].into_iter().chain(plant.scorecard.nodes.iter().filter_map(|node| row(plant, node)));
    Table { name: language.sheet_scores().to_owned(), columns, rows: rows.collect() }
}

/// `None` only for a node that the questionnaire does not have.
fn row(plant: &Plant, node: &Node) -> Option<Vec<Cell>> {
    let language = plant.language;
    let mut cells: Vec<Cell> = plant.path(plant.questionnaire.dimension(&node.dimension)?).into();
    let remark = match &node.part {
        Part::Included => {
            cells.push(node.weight.map_or(Cell::Empty, Cell::percent));
            cells.extend(outcome(plant, &node.outcome));
            cells.push(Cell::Empty);
            return Some(cells);
        }
        Part::NotInVariant => language.not_in_variant().to_owned(),
        Part::Tailored { by, reason } if *by == node.dimension => language.report_left_out(reason.trim()),
        Part::Tailored { by, .. } => {
            let above = plant.questionnaire.dimension(by);
            language.report_left_out_with(above.map_or(by.as_str(), |above| above.name.get(language)))
        }
    };
    // Neither a weight nor a score, which would pass for ones that count.
    cells.extend((0..node.outcome.cells.len() + 7).map(|_| Cell::Empty));
    cells.push(Cell::text(remark));
    Some(cells)
}

/// Scores, total, level and its bounds, requirements and open ones.
fn outcome(plant: &Plant, outcome: &Outcome) -> Vec<Cell> {
    let language = plant.language;
    let mut cells: Vec<Cell> = outcome
        .cells
        .iter()
        .map(|cell| match &cell.score {
            Some(value) => score(value),
            // What is not rated is not the same as what is not asked or does not apply.
            None if cell.tally.open() > 0 => Cell::text(language.chart_not_rated()),
            None => Cell::Empty,
        })
        .collect();
    let known = outcome.is_known();
    let if_known = |cell: Cell| if known { cell } else { Cell::Empty };
    let level = |reached| if_known(Cell::text(language.level_short(reached)));
    cells.extend([
        if_known(score(&outcome.total)),
        level(outcome.reached),
        level(outcome.band.worst.reached),
        level(outcome.band.best.reached),
        Cell::number(outcome.tally.asked),
        Cell::number(outcome.tally.open()),
    ]);
    cells
}
