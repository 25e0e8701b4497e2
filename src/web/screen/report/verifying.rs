//! Verifying: a report's PDF is held against the assessment in it.

use std::ops::ControlFlow;

use leptos::ev::Event;
use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::File;

use super::{sentence, step_name};
use crate::exchange::{self, ReadError};
use crate::language::Language;
use crate::web::file_worker::desk::Desk;
use crate::web::file_worker::message::{Failure, Finding, News, Step, Task, Verify};
use crate::web::session::{say, session};
use crate::web::{files, printing};

/// How verifying gets on.
#[derive(Clone, PartialEq)]
enum Progress {
    Idle,
    Working(Step),
    /// The finding, then its reasons, in the order of [`Language::ALL`].
    Done(Finding, Vec<[String; 2]>),
    Unreadable([String; 2]),
    Failed(Failure),
}

#[component]
pub fn Verifying() -> impl IntoView {
    let progress = RwSignal::new(Progress::Idle);
    let desk = Desk::of_component();
    let heard = move |news, _| {
        progress.set(match news {
            News::Step(step) => {
                progress.set(Progress::Working(step));
                return ControlFlow::Continue(());
            }
            News::Verified { finding, sentences } => Progress::Done(finding, sentences),
            News::NotVerified { sentence } => Progress::Unreadable(sentence),
            News::Failed(failure) => Progress::Failed(failure),
            _ => Progress::Failed(Failure::Crashed),
        });
        ControlFlow::Break(())
    };
    let verify = move |file: File| {
        progress.set(Progress::Working(Step::Module));
        spawn_local(async move {
            let unreadable =
                |error: ReadError| Progress::Unreadable(Language::ALL.map(|language| language.read_error(&error)));
            if let Err(error) = exchange::check_size(file.size() as usize) {
                return progress.set(unreadable(error));
            }
            let Ok(pdf) = files::read(&file).await else {
                let name = file.name();
                return progress
                    .set(Progress::Unreadable(Language::ALL.map(|language| language.file_unreadable(&name))));
            };
            match printing::addresses() {
                Some((questionnaires, packs)) => {
                    desk.give(Task::Verify(Verify { questionnaires, packs }), Some(pdf), heard);
                }
                None => progress.set(Progress::Failed(Failure::Module)),
            }
        });
    };
    let chosen = move |event: Event| {
        if let Some(file) = files::chosen(&event).into_iter().next() {
            verify(file);
        }
    };
    view! {
        <section class="card">
            <h2>{say(Language::verify_title)}</h2>
            <p class="muted">{say(Language::verify_purpose)}</p>
            <p class="actions">
                <label class="button">
                    <input class="unseen" type="file" accept=".pdf,application/pdf" on:change=chosen/>
                    <span>{say(Language::verify_report)}</span>
                </label>
            </p>
            <div aria-live="polite">{move || view! { <Outcome progress=progress.get()/> }}</div>
        </section>
    }
}

#[component]
fn Outcome(progress: Progress) -> impl IntoView {
    let language = session().language;
    let in_language = move |sentence: &[String; 2]| language.get().of(sentence).clone();
    match progress {
        Progress::Idle => ().into_any(),
        Progress::Working(step) => view! { <p>{say(move |language| step_name(language, step))}</p> }.into_any(),
        Progress::Done(finding, sentences) => {
            let class = match finding {
                Finding::Sound => "callout good",
                Finding::PagesNotCompared => "callout",
                Finding::Contradiction => "callout trouble",
            };
            let mut sentences = sentences.into_iter();
            let title = sentences.next().map(|title| view! { <h3>{move || in_language(&title)}</h3> });
            let reasons = sentences.map(|reason| view! { <li>{move || in_language(&reason)}</li> }).collect_view();
            view! { <div class=class>{title}<ul>{reasons}</ul></div> }.into_any()
        }
        Progress::Unreadable(sentence) => view! {
            <div class="callout trouble">
                <h3>{say(Language::verifying_failed)}</h3>
                <p>{move || in_language(&sentence)}</p>
            </div>
        }
        .into_any(),
        Progress::Failed(failure) => view! {
            <div class="callout trouble">
                <h3>{say(Language::verifying_failed)}</h3>
                <p>{say(move |language| sentence(language, failure))}</p>
            </div>
        }
        .into_any(),
    }
}
