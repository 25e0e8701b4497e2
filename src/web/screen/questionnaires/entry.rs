//! One questionnaire in the list: what it is, and what can be done with it.

use std::ops::ControlFlow;

use leptos::prelude::*;

use crate::exchange;
use crate::language::Language;
use crate::questionnaire::{MODEL, Questionnaire};
use crate::web::component::confirm::Confirm;
use crate::web::component::icon::{Glyph, Icon};
use crate::web::file_worker::desk::Desk;
use crate::web::file_worker::message::{Failure, News, Task};
use crate::web::files;
use crate::web::plant;
use crate::web::session::{Session, Tone, say, session, text};
use crate::web::shelf::Shelf;

/// An own one.
#[component]
pub fn Own(shelf: Shelf, questionnaire: &'static Questionnaire) -> impl IntoView {
    let session = session();
    let asking = RwSignal::new(false);
    let remove = move |_| {
        asking.set(false);
        shelf.remove(&questionnaire.hash);
    };
    view! {
        <li class="card kept-entry shelved">
            <Head questionnaire/>
            <div class="actions kept-actions">
                <button class="primary" type="button" on:click=move |_| plant::start(session, questionnaire)>
                    <Glyph icon=Icon::Plus/>
                    <span>{say(Language::new_assessment)}</span>
                </button>
                <Downloads questionnaire=questionnaire.clone()/>
                <button class="quiet" type="button" on:click=move |_| asking.set(true)>
                    <Glyph icon=Icon::Trash/>
                    <span>{say(Language::delete)}</span>
                </button>
            </div>
            <Confirm open=asking title=text(move |language| language.delete_what(questionnaire.title.get(language)))>
                <p>{say(Language::delete_questionnaire_means)}</p>
                <div class="actions">
                    <button class="danger" type="button" on:click=remove>{say(Language::delete)}</button>
                    <button class="quiet" type="button" on:click=move |_| asking.set(false)>{say(Language::cancel)}</button>
                </div>
            </Confirm>
        </li>
    }
}

/// One that comes with the product. What is downloaded has another id, so that it can be loaded again.
#[component]
pub fn Shipped(questionnaire: &'static Questionnaire) -> impl IntoView {
    let mut beginning = questionnaire.clone();
    beginning.id = format!("own-{}", beginning.id);
    view! {
        <li class="card kept-entry shelved">
            <Head questionnaire/>
            <div class="actions kept-actions"><Downloads questionnaire=beginning/></div>
        </li>
    }
}

/// A record that holds no questionnaire; it stays as it is.
#[component]
pub fn Damaged(shelf: Shelf, hash: String, text: String) -> impl IntoView {
    let session = session();
    let file = format!("{hash}.txt");
    let download = move |_| files::save(session, &file, "text/plain", text.as_bytes());
    let name = hash.clone();
    view! {
        <li class="card kept-entry damaged">
            <div class="kept-head"><h3>{name}</h3></div>
            <div class="actions kept-actions">
                <button type="button" on:click=download>
                    <Glyph icon=Icon::Save/>
                    <span>{say(Language::download_record)}</span>
                </button>
                <button class="quiet" type="button" on:click=move |_| shelf.remove(&hash)>
                    <Glyph icon=Icon::Trash/>
                    <span>{say(Language::delete)}</span>
                </button>
            </div>
        </li>
    }
}

#[component]
fn Head(questionnaire: &'static Questionnaire) -> impl IntoView {
    let (sub_domains, requirements) = (questionnaire.sub_domains().len(), questionnaire.requirements().len());
    // Enough to tell two apart that call themselves the same.
    let hash: String = questionnaire.hash.chars().take(8).collect();
    view! {
        <div class="kept-head">
            <h3>{say(move |language| questionnaire.title.get(language))}</h3>
            <p class="muted small kept-facts">
                <span>{questionnaire.id.as_str()} " " {questionnaire.version.as_str()} " · " {hash}</span>
                <span>{say(move |language| language.questionnaire_holds(sub_domains, requirements))}</span>
            </p>
        </div>
    }
}

/// The two ways to save a questionnaire as a file.
#[component]
fn Downloads(questionnaire: Questionnaire) -> impl IntoView {
    let session = session();
    let stem = exchange::questionnaire_stem(&questionnaire);
    let [toml_name, xlsx_name] = ["toml", "xlsx"].map(|ending| format!("{stem}.{ending}"));
    let questionnaire = StoredValue::new(questionnaire);
    let save_toml = move |_| {
        // An own one in a single file is downloaded as its author wrote it.
        let written = |own: &Questionnaire| own.own_files().filter(|files| files.len() == 1)?.values().next().cloned();
        let text = questionnaire.with_value(|own| written(own).unwrap_or_else(|| own.to_file()));
        let read = Questionnaire::read(&[(MODEL, &text)]);
        if questionnaire.with_value(|own| read.is_ok_and(|read| read.says_the_same_as(own))) {
            return files::save(session, &toml_name, "text/plain", text.as_bytes());
        }
        let name = toml_name.clone();
        session.tell(Tone::Trouble, move |language| language.not_as_meant(&name));
    };
    let desk = Desk::of_component();
    let busy = RwSignal::new(false);
    let save_workbook = move |_| {
        busy.set(true);
        let name = xlsx_name.clone();
        let task = Task::WriteWorkbook { text: questionnaire.with_value(Questionnaire::to_file) };
        desk.give(task, None, move |news, bytes| {
            busy.set(false);
            match (news, bytes) {
                (News::WorkbookWritten, Some(bytes)) => files::save(session, &name, files::XLSX, &bytes),
                (News::Failed(failure), _) => tell(session, failure),
                _ => tell(session, Failure::Crashed),
            }
            ControlFlow::Break(())
        });
    };
    view! {
        <button type="button" disabled=move || busy.get() on:click=save_workbook>
            <Glyph icon=Icon::Save/>
            <span>{say(Language::download_xlsx)}</span>
        </button>
        <button type="button" on:click=save_toml>
            <Glyph icon=Icon::Save/>
            <span>{say(Language::download_toml)}</span>
        </button>
    }
}

fn tell(session: Session, failure: Failure) {
    session.tell(Tone::Trouble, move |language| language.workbook_failure(failure).into());
}
