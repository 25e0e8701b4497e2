//! The working: each rule with this plant's own numbers in it, as formulas.

use leptos::prelude::*;

use crate::assessment::{Answer, Assessment};
use crate::exact::{self, Exact};
use crate::language::Language;
use crate::questionnaire::{Dimension, DimensionId, Questionnaire};
use crate::scoring::{Cell, Node, Scorecard};
use crate::web::component::provenance::Provenance;
use crate::web::plant::plant;
use crate::web::session::{say, session};

/// How many decimal places the working shows.
const PLACES: u32 = 4;

/// How total, gate and completeness came about.
#[component]
pub fn OfTotal() -> impl IntoView {
    let language = session().language;
    let plant = plant();
    let lines = move || plant.scorecard.with(|scorecard| total(scorecard, plant.questionnaire, language.get()));
    view! { <Formulas lines=Signal::derive(lines)/> }
}

/// How the plant's score at each level came about from the elements.
#[component]
pub fn OfLevels() -> impl IntoView {
    let language = session().language;
    let plant = plant();
    let lines = move || {
        plant.scorecard.with(|scorecard| {
            let elements: Vec<&Dimension> = plant.questionnaire.elements.iter().collect();
            sums(&scorecard.plant.cells, &elements, scorecard, language.get())
        })
    };
    view! { <Formulas lines=Signal::derive(lines)/> }
}

/// How a dimension's scores came about, and what its weight rests on.
#[component]
pub fn OfDimension(id: DimensionId) -> impl IntoView {
    let language = session().language;
    let plant = plant();
    let dimension = plant.questionnaire.dimension(&id);
    let lines = move || {
        let (Some(dimension), language) = (dimension, language.get()) else { return Vec::new() };
        plant.scorecard.with(|scorecard| {
            let Some(node) = scorecard.node(&dimension.id) else { return Vec::new() };
            if dimension.children.is_empty() {
                plant.assessment.with(|assessment| means(node, dimension, plant.questionnaire, assessment, language))
            } else {
                sums(&node.outcome.cells, &dimension.children.iter().collect::<Vec<_>>(), scorecard, language)
            }
        })
    };
    view! {
        <Formulas lines=Signal::derive(lines)/>
        {dimension.map(|dimension| view! {
            <p class="working-source">
                {say(Language::weights_rest_on)} " "
                <Provenance source=plant.questionnaire.source(&dimension.weights_source)/>
            </p>
        })}
    }
}

#[component]
fn Formulas(lines: Signal<Vec<String>>) -> impl IntoView {
    view! {
        <ul class="formulas">{move || lines.get().into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}</ul>
        <p class="muted small">{say(Language::working_precision)}</p>
    }
}

fn total(scorecard: &Scorecard, questionnaire: &Questionnaire, language: Language) -> Vec<String> {
    let gate = plain(&questionnaire.gate);
    let outcome = &scorecard.plant;
    let mut lines = Vec::new();
    for cell in &outcome.cells {
        lines.push(match &cell.score {
            None => language.gate_without_score(cell.level),
            Some(score) if *score < questionnaire.gate => language.gate_missed(cell.level, &shown(score), &gate),
            Some(score) if cell.met => language.gate_reached(cell.level, &shown(score), &gate),
            Some(score) => language.gate_reached_in_vain(cell.level, &shown(score), &gate),
        });
    }
    let mut parts: Vec<String> =
        outcome.cells.iter().filter(|cell| cell.met).map(|cell| language.level_counts_one(cell.level)).collect();
    if let Some(next) = &scorecard.next {
        parts.push(language.level_counts_score(&shown(&next.score), next.level));
    }
    lines.push(format!("{} = {} = {}", language.total(), parts.join(" + "), shown(&outcome.total)));
    let tally = outcome.tally;
    let percent = tally.completeness().percent();
    let working = language.completeness_working(tally.asked - tally.open(), tally.asked, &percent);
    lines.push(format!("{} = {working}", language.completeness()));
    lines
}

/// A weighted sum a level.
fn sums(cells: &[Cell], children: &[&Dimension], scorecard: &Scorecard, language: Language) -> Vec<String> {
    let mut lines = Vec::new();
    for cell in cells {
        let Some(score) = &cell.score else {
            lines.push(language.gate_without_score(cell.level));
            continue;
        };
        let mut terms = Vec::new();
        let mut scaled = Vec::new();
        for child in children {
            let Some(node) = scorecard.node(&child.id) else { continue };
            let below = node.outcome.cell(cell.level);
            let Some((weight, part)) = below.and_then(|below| Some((below.weight.as_ref()?, below.score.as_ref()?)))
            else {
                continue;
            };
            let name = child.name.get(language);
            terms.push(format!("{name} {} × {}", percentage(weight), shown(part)));
            if let Some(declared) = node.weight.filter(|declared| Exact::ratio(i64::from(*declared), 100) != *weight) {
                scaled.push(language.weights_scaled(name, declared, &percentage(weight)));
            }
        }
        lines.push(format!("{} = {} = {}", cell.level, terms.join(" + "), shown(score)));
        lines.extend(scaled.into_iter().map(|note| format!("{}: {note}", cell.level)));
    }
    lines
}

/// A mean of ratings a level.
fn means(
    node: &Node,
    dimension: &Dimension,
    questionnaire: &Questionnaire,
    assessment: &Assessment,
    language: Language,
) -> Vec<String> {
    let mut lines = Vec::new();
    for cell in &node.outcome.cells {
        let points: Vec<String> = dimension
            .requirements
            .iter()
            .filter(|requirement| requirement.level == cell.level)
            .filter_map(|requirement| match assessment.entry(&requirement.id).answer {
                Some(Answer::Rated(rating)) => Some(plain(&questionnaire.rating(rating).points)),
                _ => None,
            })
            .collect();
        let tally = cell.tally;
        let mut line = match &cell.score {
            Some(score) => {
                format!("{} = ({}) ÷ {} = {}", cell.level, points.join(" + "), points.len(), shown(score))
            }
            None if tally.open() > 0 => language.gate_without_score(cell.level),
            None => format!("{}: {}", cell.level, language.nothing_asked_here()),
        };
        if cell.score.is_some() && tally.open() + tally.not_applicable > 0 {
            line.push_str(&format!(" · {}", language.left_out_of_mean(tally.open(), tally.not_applicable)));
        }
        lines.push(line);
    }
    lines
}

fn shown(score: &Exact) -> String {
    score.floor(PLACES)
}

/// A short decimal without trailing zeros: `0.8`, `1`.
fn plain(value: &Exact) -> String {
    exact::short(&value.floor(PLACES)).to_owned()
}

/// A ratio as a percentage with as many places as it has, at most two: `13%`, `14.94%`.
fn percentage(ratio: &Exact) -> String {
    format!("{}%", exact::short(&(ratio.clone() * Exact::from(100)).floor(2)))
}
