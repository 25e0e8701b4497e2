//! A level as a badge: its number, its name and as many bars as it has steps, so that colour is never alone.

use leptos::prelude::*;

use crate::language::Language;
use crate::questionnaire::Level;
use crate::scoring::Scorecard;
use crate::web::plant::plant;
use crate::web::session::say;

/// The level of the open assessment; none while it is not known.
#[component]
pub fn LevelBadge(#[prop(into)] scorecard: Signal<Scorecard>) -> impl IntoView {
    let questionnaire = plant().questionnaire;
    let reached =
        Memo::new(move |_| scorecard.with(|scorecard| scorecard.plant.is_known().then_some(scorecard.plant.reached)));
    let provisional = Memo::new(move |_| scorecard.with(|scorecard| !scorecard.level_is_certain()));
    let short = say(move |language| match reached.get() {
        None => language.no_level_yet().to_owned(),
        Some(reached) => language.level_short(reached),
    });
    let name = say(move |language| {
        let meaning = reached.get().flatten().and_then(|level| questionnaire.level(level));
        meaning.map(|meaning| meaning.name.get(language))
    });
    let number = move || reached.get().flatten().map_or(0, Level::number);
    view! {
        <p class="level-badge" data-level=number>
            <LevelSteps number=Signal::derive(number)/>
            <strong>{short}</strong>
            <span class="level-name">{name}</span>
            <Show when=move || reached.get().is_some() && provisional.get()>
                <span class="provisional">{say(Language::provisional)}</span>
            </Show>
        </p>
    }
}

/// Five rising bars, of which the reached ones are filled.
#[component]
pub fn LevelSteps(#[prop(into)] number: Signal<u8>) -> impl IntoView {
    let bars = (1..=Level::HIGHEST.number()).map(move |step| {
        let height = 3 + 3 * step;
        let class = move || {
            if step <= number.get() { format!("fill-ink-level-{}", number.get()) } else { "fill-ink-grid".into() }
        };
        view! { <rect class=class x=5 * (step - 1) y=18 - height width="3.6" height=height rx="0.8"/> }
    });
    view! { <svg class="level-steps" viewBox="0 0 24 18" aria-hidden="true" focusable="false">{bars.collect_view()}</svg> }
}
