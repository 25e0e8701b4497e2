//! The portfolio screen: many plants' files, read in this page and summed up.
//!
//! Nothing is stored. The numbers are those of [`crate::portfolio`], as on the command line.

mod intake;
mod plants;
mod summary;

use leptos::prelude::*;

use crate::chart;
use crate::drawing::Drawing;
use crate::language::Language;
use crate::portfolio::{self, Summary};
use crate::scoring::Tally;
use crate::web::clock;
use crate::web::component::figure::Figure;
use crate::web::component::heading::Heading;
use crate::web::component::icon::{Glyph, Icon};
use crate::web::files;
use crate::web::session::{say, session, text};

use intake::{Collection, Intake};
use plants::Plants;
use summary::SummaryCard;

#[component]
pub fn Portfolio() -> impl IntoView {
    let collection = Collection::new();
    // Computed once for all who show it; a collection that changed has changed its summary.
    let summaries =
        Memo::new_with_compare(move |_| collection.portfolio.with(portfolio::Portfolio::summaries), |_, _| true);
    let anything = move || collection.portfolio.with(|portfolio| portfolio.files() > 0);
    let plants = move || collection.portfolio.with(|portfolio| !portfolio.plants().is_empty());
    view! {
        <Heading>{say(Language::screen_portfolio)}</Heading>
        <p class="lead">{say(Language::portfolio_lead)}</p>
        <Intake collection/>
        <Show when=anything>
            <Show when=plants fallback=|| view! { <p>{say(Language::no_plant_yet)}</p> }>
                <Overview collection summaries/>
                <Plants collection summaries/>
                <SummaryCard collection/>
            </Show>
            <LeftOut collection/>
        </Show>
    }
}

/// The figures, and the charts of each questionnaire that was answered.
#[component]
fn Overview(collection: Collection, summaries: Memo<Vec<Summary>>) -> impl IntoView {
    let charts = move || {
        let answered = summaries.get().into_iter().filter(|summary| summary.firms() > 0);
        answered.map(|summary| view! { <Charts summary/> }).collect_view()
    };
    view! {
        <Figures collection summaries/>
        {charts}
    }
}

#[component]
fn Charts(summary: Summary) -> impl IntoView {
    let language = session().language;
    let summary = StoredValue::new(summary);
    let drawn = move |draw: fn(&Summary, Language) -> Drawing| {
        Signal::derive(move || summary.with_value(|summary| draw(summary, language.get())))
    };
    let questionnaire = summary.with_value(|summary| summary.questionnaire);
    let heading = move |name: fn(Language) -> &'static str| {
        say(move |language| match questionnaire.own_files() {
            Some(_) => language.by_questionnaire(name(language), questionnaire.title.get(language)),
            None => name(language).to_owned(),
        })
    };
    view! {
        <section class="card">
            <h2>{heading(Language::levels_of_firms)}</h2>
            <Figure drawing=drawn(chart::histogram) caption=text(Language::levels_of_firms_caption)/>
        </section>
        <section class="card">
            <h2>{heading(Language::means_of_firms)}</h2>
            <Figure drawing=drawn(chart::mean_bars) caption=text(Language::means_of_firms_caption)/>
        </section>
    }
}

#[component]
fn Figures(collection: Collection, summaries: Memo<Vec<Summary>>) -> impl IntoView {
    let figure = |name: fn(Language) -> &'static str, number: Signal<String>| {
        view! { <div class="fact"><dt>{say(name)}</dt><dd><span class="figure-number">{move || number.get()}</span></dd></div> }
    };
    let firms = Signal::derive(move || collection.portfolio.with(portfolio::Portfolio::firms).to_string());
    let complete = Signal::derive(move || collection.portfolio.with(portfolio::Portfolio::complete_firms).to_string());
    let tally = move || {
        let mut tally = Tally::default();
        summaries.with(|all| all.iter().for_each(|summary| tally.add(&summary.tally)));
        tally
    };
    let completeness = text(move |language| language.percent(&tally().completeness().percent()));
    let read = Signal::derive(move || collection.portfolio.with(portfolio::Portfolio::files).to_string());
    let left_out = Signal::derive(move || collection.left_out().to_string());
    view! {
        <dl class="card facts">
            {figure(Language::firms_counted, firms)}
            {figure(Language::firms_complete, complete)}
            {figure(Language::portfolio_completeness, completeness)}
            {figure(Language::files_read, read)}
            {figure(Language::files_left_out, left_out)}
        </dl>
    }
}

/// Every file that does not stand in the table, with the reason.
#[component]
fn LeftOut(collection: Collection) -> impl IntoView {
    let session = session();
    let language = session.language;
    let lines = move || {
        let language = language.get();
        collection.portfolio.with(|portfolio| {
            let rejected = portfolio
                .rejected()
                .iter()
                .map(|rejected| (rejected.file.clone(), language.read_error(&rejected.error)));
            let set_aside = portfolio.set_aside().iter().map(|set_aside| {
                let kept = portfolio.plant(&set_aside.assessment).map_or("", |plant| plant.file.as_str());
                (set_aside.file.clone(), language.set_aside_for(kept))
            });
            let line = |(file, reason): (String, String)| {
                view! { <li><strong class="file-name">{file}</strong> <span>{reason}</span></li> }
            };
            rejected.chain(set_aside).map(line).collect_view()
        })
    };
    let save = move |_| {
        let language = language.get_untracked();
        let table = collection.portfolio.with_untracked(|portfolio| portfolio::rejected_table(portfolio, language));
        files::save_table(session, &table_name(language.rejected_file()), &table);
    };
    view! {
        <Show when=move || { collection.left_out() > 0 }>
            <section class="card">
                <div class="card-head">
                    <h2>{say(move |language| language.rejected_title(collection.left_out()))}</h2>
                    <button type="button" on:click=save><Glyph icon=Icon::Save/>{say(Language::save_rejected)}</button>
                </div>
                <ul class="files-left-out">{lines}</ul>
            </section>
        </Show>
    }
}

/// With the day, so that the tables of several days lie side by side.
fn table_name(name: &str) -> String {
    format!("{name}-{}.csv", clock::now().date())
}
