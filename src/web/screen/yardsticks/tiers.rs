//! The tiers' page: each ladder condition by condition, and the typical scenes to tick.

use leptos::prelude::*;

use super::Head;
use super::fact_field::FactField;
use crate::assessment::{FactId, TypicalScene};
use crate::facts::Facts;
use crate::language::Language;
use crate::tiers::{self, ConditionKind, Scene, State, Tier, Tiers as Definitions};
use crate::web::component::field::TextField;
use crate::web::component::provenance::{Mark, Provenance};
use crate::web::plant::plant;
use crate::web::session::{say, session, text};

#[component]
pub fn Tiers() -> impl IntoView {
    let definitions = Definitions::shipped();
    view! {
        <Head title=Language::screen_tiers lead=Language::tiers_lead/>
        <Ladders/>
        <Conditions/>
        <section class="card">
            <h2>{say(Language::typical_scenes)}</h2>
            <p class="muted">{say(Language::typical_scenes_lead)}</p>
            {definitions.groups.iter().map(move |group| {
                let scenes = definitions.scenes.iter().filter(|scene| scene.group == group.id);
                view! {
                    <fieldset class="index-question">
                        <legend>{say(move |language| group.name.get(language))}</legend>
                        {scenes.map(|scene| view! { <SceneLine scene/> }).collect_view()}
                    </fieldset>
                }
            }).collect_view()}
        </section>
        <section class="card">
            <h2>{say(Language::rests_on)}</h2>
            <ul>{definitions.sources.iter().map(|source| view! { <li><Provenance source/></li> }).collect_view()}</ul>
        </section>
    }
}

#[component]
fn Ladders() -> impl IntoView {
    let plant = plant();
    let language = session().language;
    move || {
        let language = language.get();
        let results = plant.assessment.with(|assessment| {
            plant.scorecard.with(|scorecard| tiers::evaluate(Definitions::shipped(), assessment, scorecard))
        });
        let ladder = |result: tiers::LadderResult<'static>| {
            // The first tier that is not reached is the one to work on.
            let first_open = result.tiers.iter().position(|tier| !tier.stated_conditions_met()).unwrap_or(0);
            let tiers = result.tiers.into_iter().enumerate().map(|(index, tier)| {
                let rows = tier.tier.conditions.iter().zip(&tier.conditions).map(|(condition, result)| {
                    let lacking =
                        result.lacking.as_ref().map(|lacking| language.lacking(lacking, Definitions::shipped()));
                    view! {
                        <li class=format!("condition condition-{}", state_id(result.state))>
                            <span class="condition-state">{language.condition_state(result.state)}</span>
                            <span>{condition.text.get(language)} " " <span class="muted small">{lacking}</span></span>
                        </li>
                    }
                });
                let rows = rows.collect_view();
                view! {
                    <details class="tier" open={index == first_open}>
                        <summary>
                            <h3>{tier.tier.name.get(language)}</h3> " "
                            <span>{language.tier_standing(&tier)}</span>
                        </summary>
                        <ul class="conditions">{rows}</ul>
                    </details>
                }
            });
            view! {
                <section class="card">
                    <h2>{result.ladder.name.get(language)}</h2>
                    {tiers.collect_view()}
                </section>
            }
        };
        results.into_iter().map(ladder).collect_view()
    }
}

fn state_id(state: State) -> &'static str {
    match state {
        State::Met => "met",
        State::NotMet => "not-met",
        State::Unknown => "unknown",
    }
}

/// The facts that conditions ask for, to be answered in place.
#[component]
fn Conditions() -> impl IntoView {
    let mut ids: Vec<&FactId> = Vec::new();
    for ladder in &Definitions::shipped().ladders {
        let asked = ladder.tiers.iter().flat_map(|tier: &Tier| &tier.conditions).filter_map(|it| match &it.kind {
            ConditionKind::Fact(fact) => Some(fact),
            _ => None,
        });
        for id in asked.chain([&ladder.title]) {
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
    }
    let fields = ids.into_iter().filter_map(|id| Facts::shipped().fact(id));
    view! {
        <section class="card">
            <h2>{say(Language::tier_facts)}</h2>
            <div class="fields">{fields.map(|fact| view! { <FactField fact/> }).collect_view()}</div>
        </section>
    }
}

#[component]
fn SceneLine(scene: &'static Scene) -> impl IntoView {
    let plant = plant();
    let ticked = Memo::new(move |_| plant.assessment.with(|assessment| assessment.typical_scene(&scene.id).cloned()));
    let set = move |to: Option<TypicalScene>| plant.edit(|assessment| assessment.tick_typical_scene(&scene.id, to));
    let toggle = move |_| set(ticked.get_untracked().is_none().then(TypicalScene::default));
    let toggle_ai = move |_| {
        set(ticked.get_untracked().map(|scene| TypicalScene { uses_ai: !scene.uses_ai, ..scene }));
    };
    let describe = move |description| {
        set(ticked.get_untracked().map(|scene| TypicalScene { description, ..scene }));
    };
    let source = Definitions::shipped().sources.iter().find(|source| source.id == scene.source);
    view! {
        <div class="scene-line">
            <label class="option-line">
                <input type="checkbox" prop:checked=move || ticked.with(Option::is_some) on:change=toggle/>
                <span>{say(move |language| scene.name.get(language))} " " {source.map(|source| view! { <Mark source/> })}</span>
            </label>
            <Show when=move || ticked.with(Option::is_some)>
                <TextField
                    label=text(Language::scene_description)
                    value=Signal::derive(move || ticked.get().unwrap_or_default().description)
                    on_edit=describe
                />
                <label class="option-line">
                    <input type="checkbox" prop:checked=move || ticked.get().is_some_and(|scene| scene.uses_ai) on:change=toggle_ai/>
                    <span>{say(Language::scene_uses_ai)}</span>
                </label>
            </Show>
        </div>
    }
}
