//! The scores in detail: elements, domains and sub-domains with weights, scores and levels.

use std::collections::BTreeSet;

use leptos::prelude::*;

use super::working;
use crate::assessment::Part;
use crate::language::Language;
use crate::questionnaire::{Dimension, DimensionId, Level};
use crate::scoring::{Cell, Node};
use crate::web::component::table_scroll::TableScroll;
use crate::web::media;
use crate::web::plant::{Plant, plant};
use crate::web::session::{say, session};

#[component]
pub fn Detail() -> impl IntoView {
    let plant = plant();
    let dimensions = plant.questionnaire.dimensions();
    let parents: BTreeSet<DimensionId> = dimensions
        .iter()
        .filter(|dimension| !dimension.children.is_empty())
        .map(|dimension| dimension.id.clone())
        .collect();
    // On a phone only the elements are shown at first.
    let narrow = media::holds(media::NARROW).get_untracked();
    let folded = RwSignal::new(if narrow { parents.clone() } else { BTreeSet::new() });
    let levels: Vec<Level> = plant.scope.with_untracked(|scope| scope.levels(plant.questionnaire));
    let columns = levels.len() + 4;
    let heads = levels.into_iter().map(|level| view! { <th scope="col" class="number">{level.to_string()}</th> });
    let rows: Vec<Row> = rows(&plant.questionnaire.elements, 0, &[]);
    let rows = rows.into_iter().map(|row| view! { <DimensionRow row columns folded/> }).collect_view();
    view! {
        <section class="card">
            <div class="card-head">
                <h2>{say(Language::scores_table)}</h2>
                <div class="actions">
                    <button class="quiet" type="button" on:click=move |_| folded.set(BTreeSet::new())>{say(Language::show_all_parts)}</button>
                    <button class="quiet" type="button" on:click=move |_| folded.set(parents.clone())>{say(Language::hide_all_parts)}</button>
                </div>
            </div>
            <TableScroll>
                <table class="detail">
                    <thead>
                        <tr>
                            <th scope="col">{say(Language::dimension)}</th>
                            <th scope="col" class="number">{say(Language::weight)}</th>
                            {heads.collect_view()}
                            <th scope="col">{say(Language::level)}</th>
                            <th scope="col" class="number">{say(Language::total)}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </TableScroll>
        </section>
    }
}

/// A dimension with its place in the tree.
struct Row {
    dimension: &'static Dimension,
    depth: usize,
    /// From the element down.
    above: Vec<DimensionId>,
}

fn rows(dimensions: &'static [Dimension], depth: usize, above: &[DimensionId]) -> Vec<Row> {
    let mut all = Vec::new();
    for dimension in dimensions {
        all.push(Row { dimension, depth, above: above.to_vec() });
        let above: Vec<DimensionId> = above.iter().chain([&dimension.id]).cloned().collect();
        all.extend(rows(&dimension.children, depth + 1, &above));
    }
    all
}

/// The dimension's line and, when asked for, the working below it.
#[component]
fn DimensionRow(row: Row, columns: usize, folded: RwSignal<BTreeSet<DimensionId>>) -> impl IntoView {
    let plant = plant();
    let Row { dimension, depth, above } = row;
    let hidden = Memo::new(move |_| folded.with(|folded| above.iter().any(|dimension| folded.contains(dimension))));
    let working_shown = RwSignal::new(false);
    let included = Memo::new(move |_| plant.scope.with(|scope| scope.includes(&dimension.id)));
    let name = say(move |language| dimension.name.get(language));
    let fold = (!dimension.children.is_empty()).then(|| {
        let open = move || folded.with(|folded| !folded.contains(&dimension.id));
        let toggle = move |_| {
            folded.update(|folded| {
                if !folded.remove(&dimension.id) {
                    folded.insert(dimension.id.clone());
                }
            });
        };
        view! {
            <button class="fold" type="button" aria-expanded=move || open().to_string()
                aria-label=say(move |language| language.show_parts(dimension.name.get(language))) on:click=toggle></button>
        }
    });
    let id = dimension.id.clone();
    view! {
        <tr class=format!("depth-{depth}") class:out-of-scope=move || !included.get() hidden=move || hidden.get()>
            <th scope="row">
                <span class="dimension">
                    {fold}
                    <span class="dimension-name">{name}</span>
                    <Show when=move || included.get()>
                        <button class="quiet how" type="button" aria-expanded=move || working_shown.get().to_string()
                            aria-label=say(move |language| language.how_computed_of(dimension.name.get(language)))
                            on:click=move |_| working_shown.update(|shown| *shown = !*shown)>
                            {say(Language::how_computed)}
                        </button>
                    </Show>
                </span>
            </th>
            <Figures plant dimension/>
        </tr>
        <Show when=move || working_shown.get() && included.get()>
            <tr class="working-row" hidden=move || hidden.get()>
                <td colspan=columns><working::OfDimension id=id.clone()/></td>
            </tr>
        </Show>
    }
}

/// The row's cells after the name.
#[component]
fn Figures(plant: Plant, dimension: &'static Dimension) -> impl IntoView {
    let language = session().language;
    move || {
        let language = language.get();
        plant.scorecard.with(|scorecard| {
            let node = scorecard.node(&dimension.id)?;
            let weight = node.weight.map_or_else(|| "–".to_owned(), |weight| language.percent(&weight.to_string()));
            let spare = node.outcome.cells.len() + 2;
            let rest = match &node.part {
                Part::Included => figures(node, language).into_any(),
                Part::NotInVariant => {
                    view! { <td class="muted small" colspan=spare>{language.not_in_variant()}</td> }.into_any()
                }
                Part::Tailored { reason, .. } => {
                    let text = format!("{}: {reason}", language.tailored_out());
                    view! { <td class="muted small" colspan=spare>{text}</td> }.into_any()
                }
            };
            Some(view! { <td class="number">{weight}</td> {rest} })
        })
    }
}

fn figures(node: &Node, language: Language) -> impl IntoView + use<> {
    let outcome = &node.outcome;
    let known = outcome.is_known();
    let cells = outcome.cells.iter().map(score).collect_view();
    let level = match known {
        true => {
            let class = format!("level-tag level-tag-{}", outcome.reached.map_or(0, Level::number));
            let band = &outcome.band;
            let range = (band.worst.reached != band.best.reached).then(|| {
                let [worst, best] = [&band.worst, &band.best].map(|bound| language.level_short(bound.reached));
                view! { <span class="range">{format!("{worst}–{best}")}</span> }
            });
            view! { <span class=class>{language.level_short(outcome.reached)}</span> {range} }.into_any()
        }
        false => view! { <span class="muted small">{language.chart_not_rated()}</span> }.into_any(),
    };
    let total = if known { outcome.total.floor(2) } else { "–".to_owned() };
    view! { {cells} <td>{level}</td> <td class="number">{total}</td> }
}

/// A score; with the range it can still take when something is open.
fn score(cell: &Cell) -> impl IntoView + use<> {
    let shown = cell.score.as_ref().map_or_else(|| "–".to_owned(), |score| score.floor(2));
    let range = match (&cell.worst, &cell.best) {
        (Some(worst), Some(best)) if worst != best => Some(format!("{}–{}", worst.floor(2), best.floor(2))),
        _ => None,
    };
    view! { <td class="number" class:met=cell.met>{shown} {range.map(|range| view! { <span class="range">{range}</span> })}</td> }
}
