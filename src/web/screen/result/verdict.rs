//! The verdict: the level with what it means, how sure it is, the total, and the way to the next level.

use leptos::prelude::*;

use super::working;
use crate::language::Language;
use crate::questionnaire::Level;
use crate::web::plant::plant;
use crate::web::route::{PlantScreen, Route};
use crate::web::screen::questions;
use crate::web::session::{say, session};

#[component]
pub fn Verdict() -> impl IntoView {
    let plant = plant();
    let reached = Memo::new(move |_| plant.scorecard.with(|scorecard| scorecard.plant.reached));
    let known = Memo::new(move |_| plant.scorecard.with(|scorecard| scorecard.plant.is_known()));
    let provisional = move || known.get() && plant.scorecard.with(|scorecard| !scorecard.level_is_certain());
    let name = say(move |language| match reached.get().and_then(|level| plant.questionnaire.level(level)) {
        Some(meaning) => meaning.name.get(language).to_owned(),
        None => String::new(),
    });
    let short = say(move |language| match known.get() {
        true => language.level_short(reached.get()),
        false => language.chart_not_rated().to_owned(),
    });
    let meaning = say(move |language| match known.get() {
        true => language.level_meaning(reached.get(), plant.questionnaire).to_owned(),
        false => language.lowest_level_unrated().to_owned(),
    });
    view! {
        <section class="verdict" aria-label=say(Language::your_level)>
            <div class=move || format!("level-plate level-plate-{}", reached.get().map_or(0, Level::number))>
                <p class="level-plate-short">{short}</p>
                <p class="level-plate-name">{name}</p>
                <Show when=provisional><p class="level-plate-provisional">{say(Language::provisional)}</p></Show>
            </div>
            <div class="verdict-words">
                <p class="verdict-meaning">
                    {meaning}
                </p>
                <HowSure/>
                <Raise/>
                <Facts/>
            </div>
        </section>
    }
}

/// What the open answers can still do to the result; nothing when nothing is open.
#[component]
fn HowSure() -> impl IntoView {
    let plant = plant();
    let sentence = say(move |language| {
        plant.scorecard.with(|scorecard| {
            let open = scorecard.plant.tally.open();
            let band = &scorecard.plant.band;
            let bound = |bound: &crate::scoring::Bound| {
                let level = language.level_reached(bound.reached, plant.questionnaire);
                language.level_and_total(&level, &bound.total.floor(2))
            };
            match open {
                0 => None,
                _ if scorecard.level_is_certain() => {
                    Some(language.open_keep_level(open, &band.worst.total.floor(2), &band.best.total.floor(2)))
                }
                _ => Some(language.open_may_change_level(open, &bound(&band.worst), &bound(&band.best))),
            }
        })
    });
    let sentence = StoredValue::new(sentence);
    view! {
        <Show when=move || sentence.with_value(|sentence| sentence().is_some())>
            <p class="callout">
                {move || sentence.with_value(|sentence| sentence())}
                " "
                <a href="#" on:click=|event| {
                    // The address is the route's; the place on the page is found by the element.
                    event.prevent_default();
                    if let Some(place) = document().get_element_by_id("still-open") {
                        place.scroll_into_view();
                    }
                }>{say(Language::see_open)}</a>
            </p>
        </Show>
    }
}

/// The offer of the next level once the target is reached; answers stay as they are.
#[component]
fn Raise() -> impl IntoView {
    let session = session();
    let plant = plant();
    let next = Memo::new(move |_| {
        let target = plant.assessment.with(|assessment| assessment.target);
        let reached = plant.scorecard.with(|scorecard| scorecard.plant.reached) == Some(target);
        plant.questionnaire.asked_levels().into_iter().find(|level| reached && *level > target)
    });
    let raise = move |_| {
        let Some(next) = next.get_untracked() else { return };
        plant.edit(|assessment| assessment.target = next);
        let (sub_domain, requirement) =
            plant.assessment.with_untracked(|assessment| questions::first_unanswered(plant.questionnaire, assessment));
        session.go(&Route::Plant(plant.id(), PlantScreen::Questions(sub_domain, requirement)));
    };
    let name = move |language: Language, level: Option<Level>| language.level_reached(level, plant.questionnaire);
    view! {
        <Show when=move || next.get().is_some()>
            <div class="callout good">
                <p>{say(move |language| {
                    language.target_reached(&name(language, plant.assessment.with(|assessment| Some(assessment.target))))
                })}</p>
                <p class="actions">
                    <button class="primary" type="button" on:click=raise>
                        {say(move |language| language.raise_target(&name(language, next.get())))}
                    </button>
                </p>
            </div>
        </Show>
    }
}

#[component]
fn Facts() -> impl IntoView {
    let language = session().language;
    let plant = plant();
    let gate = plant.questionnaire.gate.floor(2);
    let facts = move || {
        let language = language.get();
        plant.scorecard.with(|scorecard| {
            let outcome = &scorecard.plant;
            let tally = outcome.tally;
            let known = outcome.is_known();
            let missing = match &scorecard.next {
                _ if !known => ().into_any(),
                Some(next) => view! {
                    <div class="fact">
                        <dt>{language.next_level(next.level)}</dt>
                        <dd>
                            <span class="figure-number">{next.missing.ceil(2)}</span>
                            <span class="fact-aside">{language.next_level_from(next.level, &next.score.floor(2), &gate)}</span>
                        </dd>
                    </div>
                }
                .into_any(),
                None => view! {
                    <div class="fact">
                        <dt>{language.all_levels_met()}</dt>
                        <dd><span class="figure-number">{language.nothing_missing()}</span></dd>
                    </div>
                }
                .into_any(),
            };
            let total = known.then(|| {
                view! {
                    <div class="fact">
                        <dt>{language.total()}</dt>
                        <dd>
                            <span class="figure-number">{outcome.total.floor(2)}</span>
                            <span class="fact-aside">{language.out_of(outcome.cells.len())}</span>
                        </dd>
                    </div>
                }
            });
            view! {
                <dl class="facts">
                    {total}
                    {missing}
                    <div class="fact">
                        <dt>{language.completeness()}</dt>
                        <dd>
                            <span class="figure-number">{language.percent(&tally.completeness().percent())}</span>
                            <span class="fact-aside">{language.answered_of(tally.asked - tally.open(), tally.asked)}</span>
                        </dd>
                    </div>
                </dl>
            }
        })
    };
    view! {
        {facts}
        <details class="working">
            <summary>{say(Language::how_computed)}</summary>
            <working::OfTotal/>
        </details>
    }
}
