//! The report as a page: the same parts in the same order as the PDF, to be read on the screen and printed from it.

use std::ops::ControlFlow;

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::{HtmlElement, MouseEvent};

use super::report;
use super::report::wish::Wish;
use crate::language::Language;
use crate::web::component::heading::Heading;
use crate::web::component::icon::{Glyph, Icon};
use crate::web::file_worker::desk::Desk;
use crate::web::file_worker::message::{Failure, News, Show as ShowTask, Task};
use crate::web::plant::{Plant, plant};
use crate::web::printing;
use crate::web::route::{PlantScreen, Route};
use crate::web::session::{say, session};

/// How the page gets on.
#[derive(Clone, PartialEq)]
enum Progress {
    Working,
    /// The document as HTML, which the worker escaped.
    Done(String),
    Failed(Failure),
}

#[component]
pub fn ReportPage() -> impl IntoView {
    let session = session();
    let plant = plant();
    let progress = RwSignal::new(Progress::Working);
    let desk = Desk::of_component();
    let make = move |language| make(plant, language, progress, desk);
    // Anew in another language, and after an edit in another window.
    Effect::new(move |_| {
        plant.assessment.track();
        make(session.language.get());
    });
    let back = Route::Plant(plant.id(), PlantScreen::Report).href();
    let print = move |_| {
        // A browser that cannot print says so itself.
        let _ = window().print();
    };
    let made = move || progress.with(|progress| matches!(progress, Progress::Done(_)));
    let content = move || match progress.get() {
        Progress::Working => view! {
            <Heading>{say(Language::reading_title)}</Heading>
            <p role="status">{say(Language::reading_being_made)}</p>
        }
        .into_any(),
        Progress::Done(html) => {
            request_animation_frame(settle);
            view! { <div class="reading" on:click=follow inner_html=html></div> }.into_any()
        }
        Progress::Failed(failure) => view! {
            <Heading>{say(Language::reading_title)}</Heading>
            <div class="callout trouble" role="alert">
                <p>{say(move |language| report::sentence(language, failure))}</p>
            </div>
            <p class="actions">
                <button class="primary" type="button" on:click=move |_| make(session.language.get_untracked())>
                    {say(Language::try_again)}
                </button>
            </p>
        }
        .into_any(),
    };
    view! {
        <p class="actions">
            <a class="button" href=back>{say(Language::back_to_report)}</a>
            <Show when=made>
                <button class="primary" type="button" on:click=print>
                    <Glyph icon=Icon::Print/><span>{say(Language::print_page)}</span>
                </button>
                <span class="muted small">{say(Language::print_hint)}</span>
            </Show>
        </p>
        {content}
    }
}

/// Gives the document its accent, and its title the focus that the heading before it had.
fn settle() {
    let Some(article) = document().query_selector(".document").ok().flatten() else { return };
    if let (Some(accent), Some(article)) = (article.get_attribute("data-accent"), article.dyn_ref::<HtmlElement>()) {
        // Without it the document has the app's own.
        let _ = article.style().set_property("--document-accent", &accent);
    }
    let nowhere = document().active_element().is_none_or(|focused| focused.tag_name() == "BODY");
    if let (true, Some(title)) = (nowhere, article.query_selector("h1").ok().flatten()) {
        focus(&title);
    }
}

/// Follows a link within the document: the part after `#` is the app's own, so the browser must not go there.
fn follow(event: MouseEvent) {
    let link = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    let link = link.and_then(|target| target.closest("a[href^='#']").ok().flatten());
    let Some(id) = link.and_then(|link| link.get_attribute("href")) else { return };
    event.prevent_default();
    if let Some(heading) = document().get_element_by_id(id.trim_start_matches('#')) {
        heading.scroll_into_view();
        focus(&heading);
    }
}

fn focus(element: &web_sys::Element) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        // An element that cannot take the focus keeps it where it was.
        let _ = element.focus();
    }
}

/// Has the page made.
fn make(plant: Plant, language: Language, progress: RwSignal<Progress>, desk: Desk) {
    progress.set(Progress::Working);
    let wanted = Wish::of_this_device().wanted(language);
    let Some((questionnaires, wanted)) = printing::questionnaires().zip(wanted) else {
        return progress.set(Progress::Failed(Failure::Module));
    };
    let task = ShowTask { export: plant.export(), wanted, questionnaires };
    desk.give(Task::Show(task), None, move |news, _| {
        progress.set(match news {
            News::Shown { html } => Progress::Done(html),
            News::Failed(failure) => Progress::Failed(failure),
            _ => Progress::Failed(Failure::Crashed),
        });
        ControlFlow::Break(())
    });
}
