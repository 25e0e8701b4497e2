//! The typical scenes of smart manufacturing, group by group, to tick and describe.

use leptos::prelude::*;

use crate::assessment::TypicalScene;
use crate::language::Language;
use crate::tiers::{Group, Scene, Tiers};
use crate::web::component::field::TextField;
use crate::web::component::provenance::Mark;
use crate::web::plant::plant;
use crate::web::session::{say, text};

#[component]
pub fn TypicalScenes() -> impl IntoView {
    let plant = plant();
    let tiers = Tiers::shipped();
    let ticked = say(move |language| {
        plant.assessment.with(|assessment| {
            let with_ai = tiers.ticked(assessment).filter(|(_, scene)| scene.uses_ai).count();
            language.scenes_ticked(tiers.ticked(assessment).count(), tiers.scenes.len(), with_ai)
        })
    });
    view! {
        <section class="card">
            <h2>{say(Language::typical_scenes)}</h2>
            <p class="muted">{say(Language::typical_scenes_lead)}</p>
            <p role="status">{ticked}</p>
            {tiers.groups.iter().map(|group| view! { <SceneGroup group/> }).collect_view()}
        </section>
    }
}

#[component]
fn SceneGroup(group: &'static Group) -> impl IntoView {
    let plant = plant();
    let tiers = Tiers::shipped();
    let scenes = move || tiers.scenes.iter().filter(move |scene| scene.group == group.id);
    let count = move || {
        plant
            .assessment
            .with(|assessment| tiers.ticked(assessment).filter(|(scene, _)| scene.group == group.id).count())
    };
    let name = say(move |language| {
        let own = group.name.get(language);
        match tiers.link(&group.link).map(|link| link.name.get(language)) {
            Some(link) if link != own => language.scenes_of_link(own, link),
            _ => own.to_owned(),
        }
    });
    view! {
        <details class="tier" open={untrack(count) > 0}>
            <summary>
                <h3>{name}</h3> " " {tiers.source(&group.source).map(|source| view! { <Mark source/> })} " "
                <span>{say(move |language| language.scenes_ticked_of_group(count(), scenes().count()))}</span>
            </summary>
            <ul class="scenes">{scenes().map(|scene| view! { <SceneLine scene/> }).collect_view()}</ul>
        </details>
    }
}

#[component]
fn SceneLine(scene: &'static Scene) -> impl IntoView {
    let plant = plant();
    let ticked = Memo::new(move |_| plant.assessment.with(|assessment| assessment.typical_scene(&scene.id).cloned()));
    let set = move |to: Option<TypicalScene>| plant.edit(|assessment| assessment.tick_typical_scene(&scene.id, to));
    // What was said of a scene comes back with its tick, as long as the page is open.
    let said = StoredValue::new(TypicalScene::default());
    let toggle = move |_| match ticked.get_untracked() {
        Some(scene) => {
            said.set_value(scene);
            set(None);
        }
        None => set(Some(said.get_value())),
    };
    let toggle_ai = move |_| {
        set(ticked.get_untracked().map(|scene| TypicalScene { uses_ai: !scene.uses_ai, ..scene }));
    };
    let describe = move |description| {
        set(ticked.get_untracked().map(|scene| TypicalScene { description, ..scene }));
    };
    let uses_ai = move || ticked.with(|scene| scene.as_ref().is_some_and(|scene| scene.uses_ai));
    let description = move || ticked.with(|scene| scene.as_ref().map_or_else(String::new, |it| it.description.clone()));
    let what = format!("scene-{}", scene.id);
    view! {
        <li class="scene-line">
            <div class="scene-head">
                <label class="option-line">
                    <input
                        type="checkbox"
                        prop:checked=move || ticked.with(Option::is_some)
                        aria-describedby=what.clone()
                        on:change=toggle
                    />
                    <span>{say(move |language| scene.name.get(language))}</span>
                </label>
                {Tiers::shipped().source(&scene.source).map(|source| view! { <Mark source/> })}
            </div>
            <p class="scene-what muted small" id=what>{say(move |language| scene.what.get(language))}</p>
            <Show when=move || ticked.with(Option::is_some)>
                <div class="scene-said">
                    <TextField
                        label=text(Language::scene_description)
                        value=Signal::derive(description)
                        on_edit=describe
                    />
                    <label class="option-line">
                        <input type="checkbox" prop:checked=uses_ai on:change=toggle_ai/>
                        <span>{say(Language::scene_uses_ai)}</span>
                    </label>
                </div>
            </Show>
        </li>
    }
}
