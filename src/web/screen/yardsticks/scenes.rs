//! The scenes of the SME index: a ladder of five steps for each.

use leptos::prelude::*;

use crate::assessment::SceneAnswer;
use crate::language::Language;
use crate::sme_index::{Index, Scene};
use crate::suggestions::Suggestions;
use crate::web::component::field::TextField;
use crate::web::component::suggestion::Suggestion;
use crate::web::plant::plant;
use crate::web::session::{say, text};

#[component]
pub fn Scenes() -> impl IntoView {
    let index = Index::shipped();
    let groups = index.groups.iter().map(move |group| {
        let scenes = index.scenes.iter().filter(|scene| scene.group == group.id);
        view! {
            <section class="card">
                <h2>{say(move |language| language.scenes_of(group.name.get(language)))}</h2>
                {scenes.map(|scene| view! { <SceneCard scene/> }).collect_view()}
            </section>
        }
    });
    view! {
        <p class="muted">{say(Language::scenes_lead)}</p>
        {groups.collect_view()}
    }
}

#[component]
fn SceneCard(scene: &'static Scene) -> impl IntoView {
    let plant = plant();
    let answer = Memo::new(move |_| plant.assessment.with(|assessment| assessment.scene(&scene.id).cloned()));
    let step = move |level: u8| {
        let holds = move || answer.with(|answer| *answer == Some(SceneAnswer::Level(level)));
        let choose =
            move |_| plant.edit(|assessment| assessment.rate_scene(&scene.id, Some(SceneAnswer::Level(level))));
        let words = say(move |language| match level.checked_sub(1) {
            Some(place) => scene.ladder[usize::from(place)].get(language),
            None => language.none_of_these(),
        });
        view! {
            <label class="option-line">
                <input type="radio" name=scene.id.to_string() prop:checked=holds on:change=choose/>
                <span><strong>{level}</strong> " " {words}</span>
            </label>
        }
    };
    let suggested = Memo::new(move |_| {
        plant.assessment.with(|assessment| Suggestions::shipped().scene_level(&scene.id, assessment))
    });
    let unknown = move || answer.with(|answer| *answer == Some(SceneAnswer::Unknown));
    let absent = move || {
        answer.with(|answer| match answer {
            Some(SceneAnswer::Absent { reason }) => Some(reason.clone()),
            _ => None,
        })
    };
    let rate = move |answer: Option<SceneAnswer>| plant.edit(|assessment| assessment.rate_scene(&scene.id, answer));
    let toggle_unknown = move |_| rate((!untrack(unknown)).then_some(SceneAnswer::Unknown));
    let toggle_absent = move |_| rate(untrack(absent).is_none().then(|| SceneAnswer::Absent { reason: String::new() }));
    view! {
        <fieldset class="index-question">
            <legend>
                {scene.constrained.then_some("★ ")} {say(move |language| scene.name.get(language))}
            </legend>
            <div class="option-lines">
                {(0..=4).map(step).collect_view()}
                <button class="quiet small" type="button" aria-pressed=move || unknown().to_string() on:click=toggle_unknown>
                    {say(Language::unknown)}
                </button>
                <button class="quiet small" type="button" aria-pressed=move || absent().is_some().to_string() on:click=toggle_absent>
                    {say(Language::firm_has_none)}
                </button>
            </div>
            <Suggestion
                sentence=move |language: Language| suggested.get().map(|level| language.suggested_level(level))
                accept=move || rate(suggested.get_untracked().map(SceneAnswer::Level))
            />
            <Show when=move || absent().is_some()>
                <TextField
                    label=text(Language::reason_absent)
                    value=Signal::derive(move || absent().unwrap_or_default())
                    on_edit=move |reason| rate(Some(SceneAnswer::Absent { reason }))
                    hint=text(move |language| match absent() {
                        Some(reason) if reason.trim().is_empty() => language.reason_is_needed(),
                        _ => "",
                    })
                    wrong=Signal::derive(move || absent().is_some_and(|reason| reason.trim().is_empty()))
                />
            </Show>
        </fieldset>
    }
}
