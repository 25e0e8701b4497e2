//! The report's charts on the screen: the staircase in sight, the others folded below what they explain.

use leptos::prelude::*;

use crate::chart::{self, Sheet};
use crate::drawing::Drawing;
use crate::language::Language;
use crate::questionnaire::Level;
use crate::scoring::Node;
use crate::web::component::figure::{Figure, sheet};
use crate::web::component::table_scroll::TableScroll;
use crate::web::plant::{Plant, plant};
use crate::web::session::{say, session, text};

#[component]
pub fn Staircase() -> impl IntoView {
    let drawing = drawn(|plant, sheet, language| {
        let target = plant.assessment.with(|assessment| assessment.target);
        plant.scorecard.with(|scorecard| chart::staircase(scorecard, plant.questionnaire, target, sheet, language))
    });
    view! {
        <section class="card">
            <h2>{say(Language::report_staircase)}</h2>
            <Figure drawing/>
        </section>
    }
}

/// Where the level at work loses its points: as a waterfall with a table, and weighed bar by bar. Nothing before the first
/// rating.
#[component]
pub fn MissingPoints() -> impl IntoView {
    let plant = plant();
    let level = Memo::new(move |_| {
        plant.scorecard.with(|scorecard| {
            let level = scorecard.level_at_work()?;
            scorecard.plant.cell(level)?.score.is_some().then_some(level)
        })
    });
    move || level.get().map(|level| view! { <OfLevel level/> })
}

#[component]
fn OfLevel(level: Level) -> impl IntoView {
    let fall = drawn(move |plant, sheet, language| {
        plant.scorecard.with(|scorecard| chart::waterfall(scorecard, plant.questionnaire, level, sheet, language))
    });
    let bars = drawn(move |plant, sheet, language| {
        plant.scorecard.with(|scorecard| chart::weighted_bars(scorecard, plant.questionnaire, level, sheet, language))
    });
    let caption = text(Language::numbers_in_detail);
    view! {
        <section class="card">
            <details class="working">
                <summary><h2>{say(move |language| language.report_where_missing(&level.to_string()))}</h2></summary>
                <Figure drawing=fall/>
                <Losses level/>
            </details>
        </section>
        <section class="card">
            <details class="working">
                <summary><h2>{say(move |language| language.report_weighted_bars(&level.to_string()))}</h2></summary>
                <Figure drawing=bars caption/>
            </details>
        </section>
    }
}

/// The waterfall's numbers, of all sub-domains that lack something.
#[component]
fn Losses(level: Level) -> impl IntoView {
    let language = session().language;
    let plant = plant();
    let rows = move || {
        let language = language.get();
        plant.scorecard.with(|scorecard| {
            let row = |(node, loss): (&Node, _)| {
                let name = plant.questionnaire.name_of(&node.dimension, language).unwrap_or(node.dimension.as_str());
                view! {
                    <tr>
                        <th scope="row">{name.to_owned()}</th>
                        <td class="number">{format!("−{}", language.loss(&loss))}</td>
                    </tr>
                }
            };
            scorecard.losses(level).into_iter().map(row).collect_view()
        })
    };
    view! {
        <TableScroll>
            <table>
                <thead>
                    <tr>
                        <th scope="col">{say(Language::report_dimension_short)}</th>
                        <th scope="col" class="number">{say(move |language| language.lost_points(&level.to_string()))}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </TableScroll>
    }
}

#[component]
pub fn HeatMap() -> impl IntoView {
    let drawing = drawn(|plant, sheet, language| {
        plant.scorecard.with(|scorecard| chart::heat_map(scorecard, plant.questionnaire, sheet, language))
    });
    let caption = text(Language::numbers_in_detail);
    view! {
        <section class="card">
            <details class="working">
                <summary><h2>{say(Language::report_heat_map)}</h2></summary>
                <Figure drawing caption/>
            </details>
        </section>
    }
}

/// A chart of the plant, in the room there is and the language of the screen.
fn drawn(draw: impl Fn(Plant, Sheet, Language) -> Drawing + Send + Sync + 'static) -> Signal<Drawing> {
    let language = session().language;
    let plant = plant();
    let sheet = sheet();
    Signal::derive(move || draw(plant, sheet.get(), language.get()))
}
