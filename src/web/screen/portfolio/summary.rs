//! The card that saves what the plants say together as a summary file, which a report can stand beside.

use leptos::prelude::*;

use super::intake::Collection;
use crate::benchmark::{Benchmark, BenchmarkFault};
use crate::language::Language;
use crate::portfolio::SummaryFile;
use crate::web::clock;
use crate::web::component::field::TextField;
use crate::web::component::icon::{Glyph, Icon};
use crate::web::files;
use crate::web::session::{say, session, text};

/// What came of saving.
#[derive(Clone, PartialEq)]
enum Outcome {
    /// Under this name; the file is a benchmark of so many firms, or is none.
    Saved(String, Result<u32, BenchmarkFault>),
    Differs(String),
}

#[component]
pub fn SummaryCard(collection: Collection) -> impl IntoView {
    let session = session();
    let name = RwSignal::new(String::new());
    let outcome = RwSignal::new(None);
    let letters = move || name.with(|name| name.trim().chars().count());
    let long = move || letters() > Benchmark::NAME;
    let hint = say(move |language| match long() {
        true => language.benchmark_fault(&BenchmarkFault::LongName { letters: letters() }),
        false => language.summary_name_example().to_owned(),
    });
    let save = move |_| {
        let made = clock::now().date();
        let called = name.with_untracked(|name| name.trim().to_owned());
        let summary = collection.portfolio.with_untracked(|portfolio| SummaryFile::of(portfolio, &called, made));
        let text = summary.text();
        let file = format!("{}-{made}.json", session.language.get_untracked().summary_file());
        if !summary.is_in(&text) {
            return outcome.set(Some(Outcome::Differs(file)));
        }
        files::save(session, &file, "application/json", text.as_bytes());
        let benchmark = Benchmark::read(&text).map(|benchmark| benchmark.sample());
        outcome.set(Some(Outcome::Saved(file, benchmark)));
    };
    let told = move || match outcome.get() {
        None => ().into_any(),
        Some(Outcome::Saved(file, benchmark)) => view! {
            <div class="callout good">
                <p>{say(move |language| language.tables_saved(&file))}</p>
                <p>{say(move |language| match &benchmark {
                    Ok(firms) => language.summary_is_benchmark(*firms),
                    Err(fault) => language.benchmark_fault(fault),
                })}</p>
            </div>
        }
        .into_any(),
        Some(Outcome::Differs(file)) => view! {
            <p class="callout trouble" role="alert">{say(move |language| language.not_as_meant(&file))}</p>
        }
        .into_any(),
    };
    view! {
        <section class="card">
            <h2>{say(Language::summary_card)}</h2>
            <p class="muted">{say(Language::summary_lead)}</p>
            <div class="fields">
                <TextField label=text(Language::summary_name) value=name
                    on_edit={move |typed| {
                        outcome.set(None);
                        name.set(typed);
                    }}
                    hint=Signal::derive(hint) wrong=Signal::derive(long)/>
            </div>
            <div class="actions">
                <button type="button" disabled=long on:click=save>
                    <Glyph icon=Icon::Save/><span>{say(Language::save_summary)}</span>
                </button>
            </div>
            <div aria-live="polite">{told}</div>
        </section>
    }
}
