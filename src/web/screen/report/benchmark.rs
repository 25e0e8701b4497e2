//! The benchmark file that a report shows the plant beside.

use leptos::ev::Event;
use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::File;

use crate::benchmark::{Benchmark, BenchmarkFault};
use crate::exchange::{self, ReadError};
use crate::language::Language;
use crate::web::files;
use crate::web::session::say;
use crate::web::storage;

/// The name of the preference that keeps it.
const KEPT: &str = "report-benchmark";

/// Why a chosen file is not taken.
#[derive(Clone)]
enum Trouble {
    None,
    File(String),
    Large(ReadError),
    Fault(BenchmarkFault),
}

/// What the device keeps; a text that is none any more is none.
pub fn kept() -> Option<Benchmark> {
    storage::preference(KEPT).and_then(|text| Benchmark::read(&text).ok())
}

#[component]
pub fn BenchmarkField(benchmark: RwSignal<Option<Benchmark>>) -> impl IntoView {
    let trouble = RwSignal::new(Trouble::None);
    let keep = move |chosen: Option<Benchmark>| {
        storage::prefer(KEPT, chosen.as_ref().map(Benchmark::write).as_deref());
        trouble.set(Trouble::None);
        benchmark.set(chosen);
    };
    let chosen = move |event: Event| {
        let Some(file) = files::chosen(&event).into_iter().next() else { return };
        spawn_local(async move {
            match read(&file).await {
                Ok(benchmark) => keep(Some(benchmark)),
                // The one before stays.
                Err(why) => trouble.set(why),
            }
        });
    };
    let stands = say(move |language| {
        benchmark.with(|benchmark| {
            let Some(benchmark) = benchmark else { return language.benchmark_none().to_owned() };
            let (name, facts) = (language.benchmark_name(&benchmark.name), language.benchmark_facts(benchmark));
            language.benchmark_chosen(&name, &facts)
        })
    });
    let told = move || {
        let sentence = move |language: Language| match trouble.get() {
            Trouble::None => String::new(),
            Trouble::File(name) => language.file_unreadable(&name),
            Trouble::Large(error) => language.read_error(&error),
            Trouble::Fault(fault) => language.benchmark_fault(&fault),
        };
        (!matches!(trouble.get(), Trouble::None))
            .then(|| view! { <p class="callout trouble" role="alert">{say(sentence)}</p> })
    };
    view! {
        <details>
            <summary>{say(Language::report_benchmark_section)}</summary>
            <p class="muted small">{say(Language::benchmark_lead)}</p>
            <p aria-live="polite">{stands}</p>
            {told}
            <div class="actions">
                <label class="button">
                    <input class="unseen" type="file" accept=".json,application/json" on:change=chosen/>
                    <span>{say(Language::choose_benchmark)}</span>
                </label>
                <Show when=move || benchmark.with(Option::is_some)>
                    <button type="button" on:click=move |_| keep(None)>{say(Language::remove_benchmark)}</button>
                </Show>
            </div>
        </details>
    }
}

async fn read(file: &File) -> Result<Benchmark, Trouble> {
    exchange::check_size(file.size() as usize).map_err(Trouble::Large)?;
    let bytes = files::read(file).await.map_err(|_| Trouble::File(file.name()))?;
    // What is no text is no JSON either.
    Benchmark::read(&String::from_utf8_lossy(&bytes)).map_err(Trouble::Fault)
}
