//! The welcome screen: what this is, the assessments on this device, and the ways to begin.

mod importing;
mod listing;
mod offline;

use leptos::prelude::*;

use crate::language::Language;
use crate::questionnaire::Questionnaire;
use crate::web::component::file_drop::FileDrop;
use crate::web::component::heading::Heading;
use crate::web::component::icon::{Glyph, Icon};
use crate::web::plant;
use crate::web::route::Route;
use crate::web::session::{say, session, text};
use importing::Import;
use listing::Listing;

/// The file behind "see an example": an invented plant.
const EXAMPLE: &str = include_str!("../../../seeds/discrete-l1-with-gaps.json");

#[component]
pub fn Welcome() -> impl IntoView {
    let import = Import::new(session());
    view! {
        <FileDrop prompt=text(Language::drop_files_here) on_files={move |files| import.files(files)}>
            <div class="welcome">
                <Introduction import/>
                <Listing changes=import.changes/>
                <MoreWays/>
                <offline::Offline/>
            </div>
        </FileDrop>
        <importing::SameId import/>
    }
}

#[component]
fn Introduction(import: Import) -> impl IntoView {
    let questionnaire = Questionnaire::current();
    let first =
        questionnaire.requirements().into_iter().filter(|requirement| requirement.level <= questionnaire.target);
    let asked = first.count();
    view! {
        <section class="introduction">
            <Heading>{say(Language::welcome_title)}</Heading>
            <p class="lead">{say(move |language| language.welcome_lead(asked))}</p>
            <p class="stays-here">{say(Language::nothing_leaves)}</p>
            <div class="actions">
                <NewAssessment/>
                <label class="button">
                    <input
                        class="unseen"
                        type="file"
                        multiple
                        accept=".json,application/json,.pdf,application/pdf"
                        on:change=move |event| import.chosen(&event)
                    />
                    <Glyph icon=Icon::Open/>
                    <span>{say(Language::open_file)}</span>
                </label>
                <button class="quiet" type="button" on:click=move |_| import.example(EXAMPLE)>
                    {say(Language::see_example)}
                </button>
            </div>
            <p class="muted small">{say(Language::not_a_certification)}</p>
        </section>
    }
}

#[component]
fn NewAssessment() -> impl IntoView {
    let session = session();
    view! {
        <button class="primary" type="button" on:click=move |_| plant::start(session, Questionnaire::current())>
            <Glyph icon=Icon::Plus/>
            <span>{say(Language::new_assessment)}</span>
        </button>
    }
}

#[component]
fn MoreWays() -> impl IntoView {
    view! {
        <section class="more-ways">
            <a class="way" href=Route::Portfolio.href()>
                <strong>{say(Language::screen_portfolio)}</strong>
                <span>{say(Language::portfolio_invitation)}</span>
            </a>
            <a class="way" href=Route::Questionnaires.href()>
                <strong>{say(Language::use_own_questionnaire)}</strong>
                <span>{say(Language::own_questionnaire_invitation)}</span>
            </a>
            <a class="way" href=Route::Method.href()>
                <strong>{say(Language::screen_method)}</strong>
                <span>{say(Language::method_invitation)}</span>
            </a>
        </section>
    }
}
