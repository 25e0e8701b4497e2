//! Preparing for a place without a network: what reports and tables need is fetched beforehand, and kept.

use std::ops::ControlFlow;

use leptos::prelude::*;
use leptos::wasm_bindgen::JsValue;

use crate::language::Language;
use crate::web::component::icon::{Glyph, Icon};
use crate::web::file_worker::desk::Desk;
use crate::web::file_worker::message::{News, Task};
use crate::web::printing;
use crate::web::session::say;

#[derive(Clone, Copy, PartialEq)]
enum Progress {
    Idle,
    Working,
    Done,
    /// This browser, or a private window of it, lets the page keep nothing.
    Unkept,
    Failed,
}

#[component]
pub fn Offline() -> impl IntoView {
    let progress = RwSignal::new(Progress::Idle);
    let desk = Desk::of_component();
    let prepare = move |_| {
        if !has_service_worker() {
            return progress.set(Progress::Unkept);
        }
        let Some((_, packs)) = printing::addresses() else { return progress.set(Progress::Failed) };
        progress.set(Progress::Working);
        desk.give(Task::Keep(packs), None, move |news, _| {
            progress.set(if news == News::Kept { Progress::Done } else { Progress::Failed });
            ControlFlow::Break(())
        });
    };
    let shown = move || match progress.get() {
        Progress::Idle => None,
        Progress::Working => Some(say(Language::preparing_offline).into_any()),
        Progress::Done => Some(say(Language::prepared_offline).into_any()),
        Progress::Unkept => Some(say(Language::nothing_kept_offline).into_any()),
        Progress::Failed => Some(say(Language::not_prepared_offline).into_any()),
    };
    view! {
        <section class="actions">
            <button type="button" disabled={move || progress.get() == Progress::Working} on:click=prepare>
                <Glyph icon=Icon::Save/><span>{say(Language::prepare_offline)}</span>
            </button>
            <span class="muted small" role="status">{shown}</span>
        </section>
    }
}

/// Whether a service worker answers for this page's files.
fn has_service_worker() -> bool {
    let get = |object: &JsValue, name: &str| js_sys::Reflect::get(object, &name.into()).ok();
    let container = get(&window().navigator(), "serviceWorker").filter(JsValue::is_object);
    let controller = container.and_then(|container| get(&container, "controller"));
    controller.is_some_and(|controller| controller.is_object())
}
