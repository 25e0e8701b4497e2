//! The edition that is answered, and the way to a newer one and back, previewed before anything changes.

use leptos::prelude::*;

use crate::assessment::{Assessment, Edition as Named};
use crate::language::Language;
use crate::migration::{Migration, Preview};
use crate::questionnaire::{Questionnaire, RequirementId};
use crate::web::component::confirm::Confirm;
use crate::web::plant::plant;
use crate::web::session::{say, session, text};

#[component]
pub fn Edition() -> impl IntoView {
    let plant = plant();
    let edition = plant.questionnaire;
    let onward = Migration::onward(&Named::of(edition));
    let back = plant.assessment.with_untracked(Migration::back);
    view! {
        <section class="card">
            <h2>{say(Language::edition_title)}</h2>
            <p class="muted">{say(move |language| language.edition_answered(edition.title.get(language), &edition.version))}</p>
            {onward.map(|map| view! { <Onward map/> })}
            {back.map(|map| view! { <Back map/> })}
        </section>
    }
}

/// What a newer edition would change for this assessment, and the step itself.
#[component]
fn Onward(map: &'static Migration) -> impl IntoView {
    let plant = plant();
    let open = RwSignal::new(false);
    let newer = Questionnaire::edition(&map.questionnaire, &map.to)?;
    let preview = move || plant.assessment.with(|assessment| sentences(map, assessment, newer, plant.questionnaire));
    let migrate = move |_| {
        open.set(false);
        plant.move_to(newer, |assessment| map.apply(assessment, newer));
    };
    Some(view! {
        <p class="callout">{say(move |language| language.newer_edition(&map.to))}</p>
        <p class="actions">
            <button type="button" on:click=move |_| open.set(true)>{say(Language::preview_migration)}</button>
        </p>
        <Confirm open title=text(move |language| language.migrate_to(&map.to))>
            <Sentences sentences=Signal::derive(preview)/>
            <div class="actions">
                <button class="primary" type="button" on:click=migrate>{say(Language::migrate)}</button>
                <button class="quiet" type="button" on:click=move |_| open.set(false)>{say(Language::cancel)}</button>
            </div>
        </Confirm>
    })
}

/// The way back, as long as the older edition is here.
#[component]
fn Back(map: &'static Migration) -> impl IntoView {
    let plant = plant();
    let older = Questionnaire::edition(&map.questionnaire, &map.from)?;
    let take_back = move |_| plant.move_to(older, |assessment| map.take_back(assessment, older));
    Some(view! {
        <p>{say(move |language| language.came_from_edition(&map.from))}</p>
        <p class="actions">
            <button type="button" on:click=take_back>{say(move |language| language.back_to_edition(&map.from))}</button>
        </p>
    })
}

/// Both languages of each line, so that the dialogue follows the language.
type Lines = Vec<[String; 2]>;

fn sentences(map: &Migration, assessment: &Assessment, newer: &Questionnaire, older: &Questionnaire) -> Lines {
    let Preview { kept, steps, to_answer } = map.preview(assessment, newer);
    let both = |sentence: &dyn Fn(Language) -> String| Language::ALL.map(sentence);
    let mut lines = vec![both(&|language| language.migration_keeps(kept))];
    for step in steps {
        let texts = |ids: &[RequirementId], edition: &Questionnaire, language: Language| {
            let texts = ids.iter().map(|id| match edition.requirement(id) {
                Some(requirement) => requirement.wording(&assessment.variant).text.get(language).to_owned(),
                None => id.to_string(),
            });
            texts.collect::<Vec<_>>().join(" ")
        };
        lines.push(both(&|language| {
            let (old, new) = (texts(&step.change.old, older, language), texts(&step.change.new, newer, language));
            language.migration_step(&old, &new, step.change.why.get(language), step.outcome)
        }));
    }
    lines.push(both(&|language| language.migration_asks(to_answer)));
    lines
}

#[component]
fn Sentences(sentences: Signal<Lines>) -> impl IntoView {
    let language = session().language;
    let shown = move || {
        let line = |line: [String; 2]| view! { <li>{language.get().of(&line).clone()}</li> };
        sentences.get().into_iter().map(line).collect_view()
    };
    view! { <ul>{shown}</ul> }
}
