//! The questionnaires screen: own ones are taken in, kept and chosen for new assessments; those that come with the product
//! are there to begin with.

mod entry;

use leptos::ev::Event;
use leptos::prelude::*;

use crate::language::Language;
use crate::questionnaire::Questionnaire;
use crate::web::component::file_drop::FileDrop;
use crate::web::component::heading::Heading;
use crate::web::component::icon::{Glyph, Icon};
use crate::web::files;
use crate::web::session::{say, session, text};
use crate::web::shelf::{Intake, Shelf};
use entry::{Damaged, Own, Shipped};

#[component]
pub fn Questionnaires() -> impl IntoView {
    let shelf = Shelf::new(session());
    view! {
        <FileDrop prompt=text(Language::drop_questionnaire_here) on_files={move |files| shelf.take(files)}>
            <div class="questionnaires">
                <div class="screen-head">
                    <Heading>{say(Language::screen_questionnaires)}</Heading>
                    <p class="muted">{say(Language::questionnaires_lead)}</p>
                </div>
                <TakeIn shelf/>
                <Shelved shelf/>
                <section class="kept">
                    <h2>{say(Language::shipped_questionnaires)}</h2>
                    <p class="muted">{say(Language::shipped_questionnaires_lead)}</p>
                    <ul class="kept-list"><Shipped questionnaire=Questionnaire::current()/></ul>
                </section>
            </div>
        </FileDrop>
    }
}

/// The choice of files, and what came of it.
#[component]
fn TakeIn(shelf: Shelf) -> impl IntoView {
    let chosen = move |event: Event| shelf.take(files::chosen(&event));
    view! {
        <section class="card">
            <p>{say(Language::questionnaire_forms)}</p>
            <div class="actions">
                <label class="button primary">
                    <input class="unseen" type="file" multiple accept=".toml,.xlsx" on:change=chosen/>
                    <Glyph icon=Icon::Open/>
                    <span>{say(Language::open_questionnaire)}</span>
                </label>
            </div>
            <div aria-live="polite">{move || view! { <Outcome intake=shelf.intake.get()/> }}</div>
        </section>
    }
}

#[component]
fn Outcome(intake: Intake) -> impl IntoView {
    let language = session().language;
    match intake {
        Intake::Idle => ().into_any(),
        Intake::Reading => view! { <p role="status">{say(Language::reading_questionnaire)}</p> }.into_any(),
        Intake::Kept(own) => view! {
            <p class="callout good">
                {say(move |language| language.questionnaire_kept(own.title.get(language), &own.version))}
            </p>
        }
        .into_any(),
        Intake::Faulty(faults) => {
            let count = faults.len();
            let line = move |fault: [String; 2]| view! { <li>{move || language.get().of(&fault).clone()}</li> };
            view! {
                <div class="callout trouble">
                    <h2>{say(move |language| language.questionnaire_faulty(count))}</h2>
                    <p>{say(Language::questionnaire_not_kept)}</p>
                    <ol class="faults">{faults.into_iter().map(line).collect_view()}</ol>
                </div>
            }
            .into_any()
        }
        Intake::Failed(trouble) => view! {
            <p class="callout trouble" role="alert">{say(move |language| language.intake_trouble(&trouble))}</p>
        }
        .into_any(),
    }
}

/// What the device keeps.
#[component]
fn Shelved(shelf: Shelf) -> impl IntoView {
    let kept = Memo::new(move |_| shelf.kept());
    move || {
        let kept = kept.get();
        let trouble = kept.trouble.map(|trouble| {
            view! { <p class="notice trouble">{say(move |language| language.storage_trouble(&trouble))}</p> }
        });
        let own = (!kept.sound.is_empty()).then(|| {
            view! {
                <section class="kept">
                    <h2>{say(Language::own_questionnaires)} <span class="count">{kept.sound.len()}</span></h2>
                    <ul class="kept-list">
                        {kept.sound.into_iter().map(|questionnaire| view! { <Own shelf questionnaire/> }).collect_view()}
                    </ul>
                </section>
            }
        });
        let damaged = (!kept.damaged.is_empty()).then(|| {
            view! {
                <section class="kept">
                    <h2>{say(Language::damaged_records)} <span class="count">{kept.damaged.len()}</span></h2>
                    <p class="muted">{say(Language::damaged_lead)}</p>
                    <ul class="kept-list">
                        {kept.damaged.into_iter().map(|(hash, text)| view! { <Damaged shelf hash text/> }).collect_view()}
                    </ul>
                </section>
            }
        });
        view! {
            {trouble}
            {own}
            {damaged}
        }
    }
}
