//! The result screen: the level, why, and what to do first.
//!
//! Everything here is read from the scorecard; each number says how it was computed.

mod charts;
mod detail;
mod gaps;
mod open;
mod verdict;
mod working;
mod yardsticks;

use leptos::prelude::*;

use crate::chart::{self, RadarOf};
use crate::language::Language;
use crate::web::component::field::Segments;
use crate::web::component::figure::{Figure, sheet};
use crate::web::component::heading::Heading;
use crate::web::component::icon::{Glyph, Icon};
use crate::web::component::provenance::Provenance;
use crate::web::plant::plant;
use crate::web::route::{PlantScreen, Route};
use crate::web::session::{say, session, text};

use charts::{HeatMap, MissingPoints, Staircase};
use detail::Detail;
use gaps::Gaps;
use open::{LeftOut, StillOpen};
use verdict::Verdict;
use yardsticks::Yardsticks;

#[component]
pub fn Result() -> impl IntoView {
    let plant = plant();
    let title = say(move |language| match plant.assessment.with(|assessment| assessment.site.firm.trim().to_owned()) {
        firm if firm.is_empty() => language.screen_result().to_owned(),
        firm => language.result_of(&firm),
    });
    view! {
        <div class="result">
            <Heading>{title}</Heading>
            <Verdict/>
            <WhatNext/>
            <Staircase/>
            <LevelBars/>
            <MissingPoints/>
            <Yardsticks/>
            <Gaps/>
            <Radar/>
            <HeatMap/>
            <Detail/>
            <StillOpen/>
            <LeftOut/>
            <Rules/>
        </div>
    }
}

#[component]
fn WhatNext() -> impl IntoView {
    let plant = plant();
    view! {
        <div class="actions">
            <a class="button primary" href=Route::Plant(plant.id(), PlantScreen::Report).href()>{say(Language::make_report)}</a>
            <button type="button" on:click=move |_| plant.save_as_file()><Glyph icon=Icon::Save/>{say(Language::save_result_file)}</button>
        </div>
        <p class="disclaimer">{say(Language::not_a_certification)}</p>
    }
}

#[component]
fn LevelBars() -> impl IntoView {
    let language = session().language;
    let plant = plant();
    let sheet = sheet();
    let drawing = Signal::derive(move || {
        plant.scorecard.with(|scorecard| chart::level_bars(scorecard, plant.questionnaire, sheet.get(), language.get()))
    });
    view! {
        <section class="card">
            <h2>{say(Language::scores_by_level)}</h2>
            <Figure drawing/>
            <details class="working">
                <summary>{say(Language::how_computed)}</summary>
                <working::OfLevels/>
            </details>
        </section>
    }
}

#[component]
fn Radar() -> impl IntoView {
    let language = session().language;
    let plant = plant();
    let sheet = sheet();
    let of = RwSignal::new(RadarOf::SubDomains);
    let drawing = Signal::derive(move || {
        plant
            .scorecard
            .with(|scorecard| chart::radar(scorecard, plant.questionnaire, of.get(), sheet.get(), language.get()))
    });
    let caption = text(Language::radar_caption);
    let choices = Signal::derive(say(|language| {
        vec![(RadarOf::SubDomains, language.by_sub_domain()), (RadarOf::Domains, language.by_domain())]
    }));
    view! {
        <section class="card">
            <div class="card-head">
                <h2>{say(Language::maturity_radar)}</h2>
                <Segments label=text(Language::axes) name="radar-of" choices value=of on_edit=move |chosen| of.set(chosen)/>
            </div>
            <Figure drawing caption/>
        </section>
    }
}

#[component]
fn Rules() -> impl IntoView {
    let plant = plant();
    let rule = |rule: &'static crate::questionnaire::Rule| {
        view! {
            <dt>{say(move |language| rule.title.get(language))}</dt>
            <dd>
                <p>{say(move |language| rule.text.get(language))}</p>
                <Provenance source=plant.questionnaire.source(&rule.source)/>
            </dd>
        }
    };
    view! {
        <section class="card">
            <details class="working">
                <summary><h2>{say(Language::rules_and_sources)}</h2></summary>
                <dl class="rules">{plant.questionnaire.rules.iter().map(rule).collect_view()}</dl>
            </details>
        </section>
    }
}
