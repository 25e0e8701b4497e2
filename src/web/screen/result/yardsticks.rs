//! The yardsticks side by side: what each one says of the plant and what that means.

use leptos::prelude::*;

use crate::facts::Facts;
use crate::language::Language;
use crate::sme_index::{self, Index};
use crate::tiers::{self, Tiers};
use crate::web::plant::plant;
use crate::web::route::{PlantScreen, Route};
use crate::web::session::say;

#[component]
pub fn Yardsticks() -> impl IntoView {
    let plant = plant();
    let smart_factory = say(move |language| {
        plant.scorecard.with(|scorecard| match scorecard.plant.is_known() {
            false => language.lowest_level_unrated().to_owned(),
            true => language.level_and_total(
                &language.level_reached(scorecard.plant.reached, plant.questionnaire),
                &scorecard.plant.total.floor(2),
            ),
        })
    });
    let means = match plant.questionnaire.own_files() {
        Some(_) => Language::own_questionnaire_means,
        None => Language::smart_factory_means,
    };
    let index = say(move |language| {
        let result =
            plant.assessment.with(|assessment| sme_index::score(Index::shipped(), Facts::shipped(), assessment));
        language.index_standing(&result, Index::shipped())
    });
    let ladders = say(move |language| {
        let results = plant.assessment.with(|assessment| {
            plant.scorecard.with(|scorecard| tiers::evaluate(Tiers::shipped(), assessment, scorecard))
        });
        let lines = results.iter().map(|ladder| view! { <dd>{language.ladder_named(ladder)}</dd> });
        lines.collect_view()
    });
    view! {
        <section class="card">
            <h2>{say(Language::yardsticks_title)}</h2>
            <p class="muted">{say(Language::yardsticks_lead)}</p>
            <dl class="yardsticks">
                <div>
                    <dt>{say(move |language| plant.questionnaire.title.get(language))}</dt>
                    <dd>{smart_factory}</dd>
                    <dd class="muted small">{say(means)}</dd>
                </div>
                <div>
                    <dt><a href=Route::Plant(plant.id(), PlantScreen::Index).href()>{say(Language::screen_index)}</a></dt>
                    <dd>{index}</dd>
                    <dd class="muted small">{say(Language::index_means)}</dd>
                </div>
                <div>
                    <dt><a href=Route::Plant(plant.id(), PlantScreen::Tiers).href()>{say(Language::screen_tiers)}</a></dt>
                    {ladders}
                    <dd class="muted small">{say(Language::tiers_mean)}</dd>
                </div>
            </dl>
        </section>
    }
}
