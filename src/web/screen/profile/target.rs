//! The target: up to which level the plant is asked.

use leptos::prelude::*;

use crate::language::Language;
use crate::web::component::field::Segments;
use crate::web::plant::plant;
use crate::web::session::{say, text};

#[component]
pub fn Target() -> impl IntoView {
    let plant = plant();
    let levels = plant.questionnaire.asked_levels();
    let choices = say(move |_| levels.iter().map(|level| (*level, level.short())).collect::<Vec<_>>());
    let asked = say(move |language| {
        let target = plant.assessment.with(|assessment| assessment.target);
        let name = language.level_reached(Some(target), plant.questionnaire);
        language.target_asks(&name, plant.scorecard.with(|scorecard| scorecard.plant.tally.asked))
    });
    view! {
        <section class="card">
            <h2>{say(Language::target_level)}</h2>
            <Segments
                label=text(Language::target_level)
                name="target"
                choices=Signal::derive(choices)
                value=Signal::derive(move || plant.assessment.with(|assessment| assessment.target))
                on_edit=move |target| plant.edit(|assessment| assessment.target = target)
            />
            <p class="hint">{asked}</p>
            <p class="hint">{say(Language::target_keeps_answers)}</p>
        </section>
    }
}
