//! The profile screen: the firm and its plant, the kind of assessment, and what is left out.

mod company;
mod edition;
mod tailoring;
mod target;

use leptos::html;
use leptos::prelude::*;

use crate::assessment::Kind;
use crate::language::Language;
use crate::web::component::field::{Segments, TextField};
use crate::web::component::heading::Heading;
use crate::web::component::icon::{Glyph, Icon};
use crate::web::plant::plant;
use crate::web::route::{PlantScreen, Route};
use crate::web::screen::questions;
use crate::web::session::{say, session, text};
use company::Company;
use edition::Edition;
use tailoring::Tailoring;
use target::Target;

#[component]
pub fn Profile() -> impl IntoView {
    let firm = NodeRef::<html::Input>::new();
    let asked = RwSignal::new(false);
    view! {
        <div class="screen-head">
            <Heading>{say(Language::screen_profile)}</Heading>
            <p class="muted">{say(Language::profile_lead)}</p>
        </div>
        <Company firm asked/>
        <AboutAssessment/>
        <Target/>
        <Tailoring/>
        <Edition/>
        <GoOn firm asked/>
    }
}

/// What is assessed, how and by whom.
#[component]
fn AboutAssessment() -> impl IntoView {
    let plant = plant();
    let kinds = say(|language| Kind::ALL.map(|kind| (kind, language.kind_name(kind))).to_vec());
    view! {
        <section class="card">
            <h2>{say(Language::about_assessment)}</h2>
            <Variants/>
            <div class="fields">
                <Segments
                    label=text(Language::kind)
                    name="kind"
                    choices=Signal::derive(kinds)
                    value=Signal::derive(move || plant.assessment.with(|assessment| assessment.kind))
                    on_edit=move |kind| plant.edit(|assessment| assessment.kind = kind)
                />
                <TextField
                    label=text(Language::assessor)
                    value=Signal::derive(move || plant.assessment.with(|assessment| assessment.assessor.clone()))
                    on_edit=move |assessor| plant.edit(|assessment| assessment.assessor = assessor)
                />
            </div>
        </section>
    }
}

/// The kinds of manufacturing, with what each means: weights and questions depend on it.
#[component]
fn Variants() -> impl IntoView {
    let plant = plant();
    let variants = plant.questionnaire.variants.iter().map(move |variant| {
        let chosen = move || plant.assessment.with(|assessment| assessment.variant == variant.id);
        view! {
            <label class="option">
                <input
                    type="radio"
                    name="variant"
                    prop:checked=chosen
                    on:change=move |_| plant.edit(|assessment| assessment.variant = variant.id.clone())
                />
                <span class="option-name">{say(move |language| variant.name.get(language))}</span>
                <span class="option-meaning">{say(move |language| variant.meaning.get(language))}</span>
            </label>
        }
    });
    view! {
        <fieldset class="field">
            <legend class="field-label">{say(Language::manufacturing_type)}</legend>
            <div class="options">{variants.collect_view()}</div>
            <p class="hint">{say(Language::variant_matters)}</p>
        </fieldset>
    }
}

/// On to the questions, provided the firm has a name; otherwise to its field.
#[component]
fn GoOn(firm: NodeRef<html::Input>, asked: RwSignal<bool>) -> impl IntoView {
    let session = session();
    let plant = plant();
    let answered =
        move || plant.scorecard.with(|scorecard| scorecard.plant.tally.unanswered < scorecard.plant.tally.asked);
    let go = move |_| {
        if plant.assessment.with_untracked(|assessment| assessment.site.firm.trim().is_empty()) {
            asked.set(true);
            if let Some(firm) = firm.get_untracked() {
                // A field that is on the page takes the focus.
                let _ = firm.focus();
            }
            return;
        }
        let (sub_domain, requirement) = questions::where_to_go_on(plant, &session.route.get_untracked());
        session.go(&Route::Plant(plant.id(), PlantScreen::Questions(sub_domain, requirement)));
    };
    view! {
        <p class="actions">
            <button class="primary" type="button" on:click=go>
                <span>{say(move |language| if answered() { language.go_on_answering() } else { language.start_answering() })}</span>
                <Glyph icon=Icon::Next/>
            </button>
        </p>
    }
}
