//! The card that offers the plant's tables: as a workbook, and the action list alone as a workbook or CSV.

use std::ops::ControlFlow;

use leptos::prelude::*;

use super::sentence;
use crate::exchange;
use crate::language::Language;
use crate::web::component::icon::{Glyph, Icon};
use crate::web::file_worker::desk::Desk;
use crate::web::file_worker::message::{Failure, News, Tables, Tabulate, Task};
use crate::web::files;
use crate::web::plant::{Plant, plant};
use crate::web::printing;
use crate::web::session::{Session, say, session};

/// How the file that was last asked for gets on.
#[derive(Clone, PartialEq)]
enum Progress {
    Idle,
    Working,
    /// It was read back, and handed over under this name.
    Saved(String),
    /// A sentence in each language, in the order of `Language::ALL`.
    Faulty([String; 2]),
    Failed(Failure),
}

/// `language` is that of the report, which the tables share.
#[component]
pub fn TablesCard(language: RwSignal<Language>) -> impl IntoView {
    let session = session();
    let plant = plant();
    let progress = RwSignal::new(Progress::Idle);
    let desk = Desk::of_component();
    let make = move |tables| make(session, plant, tables, language.get_untracked(), progress, desk);
    let busy = move || progress.with(|progress| *progress == Progress::Working);
    let button = move |tables, name: fn(Language) -> &'static str| {
        view! {
            <button type="button" disabled=busy on:click=move |_| make(tables)>
                <Glyph icon=Icon::Save/><span>{say(name)}</span>
            </button>
        }
    };
    let told = move || match progress.get() {
        Progress::Idle => ().into_any(),
        Progress::Working => view! { <p>{say(Language::tables_being_made)}</p> }.into_any(),
        Progress::Saved(name) => view! {
            <div class="callout good"><p>{say(move |language| language.tables_saved(&name))}</p></div>
        }
        .into_any(),
        Progress::Faulty(sentence) => {
            view! { <Trouble sentence=move |language: Language| language.of(&sentence).clone()/> }.into_any()
        }
        Progress::Failed(failure) => {
            view! { <Trouble sentence=move |language| sentence(language, failure).to_owned()/> }.into_any()
        }
    };
    view! {
        <section class="card">
            <h2>{say(Language::tables_title)}</h2>
            <p class="muted">{say(Language::tables_lead)}</p>
            <div class="actions">
                {button(Tables::Workbook, Language::save_workbook)}
                {button(Tables::ActionsWorkbook, Language::save_actions_workbook)}
                {button(Tables::ActionsCsv, Language::save_actions_csv)}
            </div>
            <div aria-live="polite">{told}</div>
        </section>
    }
}

#[component]
fn Trouble(sentence: impl Fn(Language) -> String + Clone + Send + Sync + 'static) -> impl IntoView {
    view! {
        <div class="callout trouble" role="alert">
            <h3>{say(Language::tables_failed)}</h3>
            <p>{say(sentence)}</p>
        </div>
    }
}

/// Has a file of tables made.
fn make(session: Session, plant: Plant, tables: Tables, language: Language, progress: RwSignal<Progress>, desk: Desk) {
    let stem = plant.assessment.with_untracked(exchange::file_stem);
    let (name, media_type) = match tables {
        Tables::Workbook => (format!("{}.xlsx", language.tables_file(&stem)), files::XLSX),
        Tables::ActionsWorkbook => (format!("{}.xlsx", language.actions_file(&stem)), files::XLSX),
        Tables::ActionsCsv => (format!("{}.csv", language.actions_file(&stem)), "text/csv"),
    };
    let Some(questionnaires) = printing::questionnaires() else {
        return progress.set(Progress::Failed(Failure::Module));
    };
    progress.set(Progress::Working);
    let task = Tabulate { tables, export: plant.export(), language: language.tag().to_owned(), questionnaires };
    desk.give(Task::Tabulate(task), None, move |news, bytes| {
        progress.set(match (news, bytes) {
            (News::Tabulated, Some(bytes)) => {
                files::save(session, &name, media_type, &bytes);
                Progress::Saved(name.clone())
            }
            (News::TablesFaulty { sentence }, _) => Progress::Faulty(sentence),
            (News::Failed(failure), _) => Progress::Failed(failure),
            _ => Progress::Failed(Failure::Crashed),
        });
        ControlFlow::Break(())
    });
}
