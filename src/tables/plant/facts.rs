//! The facts: the figures that every yardstick shares, and the ratios made of them.

use super::Plant;
use crate::assessment::FactAnswer;
use crate::exact::short;
use crate::facts::{self, Fact, FactKind, Facts, Quotient, Ratio};
use crate::tables::{Cell, Column, Table};

/// `None` where nothing is stated.
pub fn table(plant: &Plant) -> Option<Table> {
    let language = plant.language;
    let facts = Facts::shipped();
    if !facts.facts.iter().any(|fact| plant.assessment.fact(&fact.id).is_some()) {
        return None;
    }
    let columns = vec![
        Column::new(language.group(), 20),
        Column::new(language.fact(), 44),
        Column::new(language.value(), 20),
        Column::new(language.unit(), 14),
        Column::new(language.explanation(), 50),
    ];
    let stated = facts.groups.iter().flat_map(|group| {
        let of_group = facts.facts.iter().filter(|fact| fact.group == group.id);
        of_group.map(|fact| row(plant, facts, group.name.get(language), fact))
    });
    let computed = facts.ratios.iter().map(|ratio| computed(plant, ratio));
    Some(Table { name: language.sheet_facts().to_owned(), columns, rows: stated.chain(computed).collect() })
}

fn row(plant: &Plant, facts: &Facts, group: &str, fact: &Fact) -> Vec<Cell> {
    let language = plant.language;
    let unit = match &fact.kind {
        FactKind::Number { unit, .. } | FactKind::Profile { unit } => unit.get(language),
        FactKind::YesNo | FactKind::Choice(_) => "",
    };
    let value = match (plant.assessment.fact(&fact.id), &fact.kind) {
        (_, FactKind::Profile { .. }) => facts::number(plant.assessment, &fact.id)
            .map_or(Cell::Empty, |number| Cell::number(short(&number.round(FactAnswer::DECIMALS)))),
        (Some(FactAnswer::Number(number)), _) => Cell::number(short(&number.round(FactAnswer::DECIMALS))),
        (Some(answer), _) => Cell::text(language.fact_value(fact, answer)),
        (None, _) => Cell::Empty,
    };
    let problems = facts.problems(plant.assessment);
    let problems = problems.iter().filter(|problem| problem.concerns(&fact.id));
    let remark: Vec<String> = problems.map(|problem| language.fact_problem(problem)).collect();
    let name = Cell::text(fact.name.get(language));
    vec![Cell::text(group), name, value, Cell::text(unit), Cell::text(remark.join("\n"))]
}

/// A ratio as the facts screen shows it.
fn computed(plant: &Plant, ratio: &Ratio) -> Vec<Cell> {
    let language = plant.language;
    let quotient = ratio.of(plant.assessment);
    let percent = ratio.unit.en == "%";
    let (value, remark) = match &quotient {
        Quotient::Value(value) if percent => (Cell::percent(value.percent()), String::new()),
        Quotient::Value(value) => (Cell::number(short(&value.floor(4))), String::new()),
        Quotient::Missing | Quotient::ByZero | Quotient::Impossible => {
            (Cell::Empty, language.quotient(ratio, &quotient))
        }
    };
    let unit = if percent { "" } else { ratio.unit.get(language) };
    let name = Cell::text(ratio.name.get(language));
    vec![Cell::text(language.computed()), name, value, Cell::text(unit), Cell::text(remark)]
}
