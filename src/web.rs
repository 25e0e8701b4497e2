//! The app in the browser: it shows what the core computes, and keeps what is answered.
//!
//! [`opening`] comes before any screen. [`session`] holds what every screen shares, [`plant`] the assessment that is open. A screen reads signals and
//! calls their methods; it computes no score and writes no sentence of its own ([`Language`] does).

mod clock;
pub mod component;
pub mod fetching;
pub mod file_worker;
pub mod files;
mod keyboard;
pub mod media;
pub mod opening;
pub mod plant;
pub mod printing;
mod random;
pub mod reading;
pub mod route;
pub mod screen;
pub mod session;
pub mod shelf;
pub mod storage;

use std::panic;

use leptos::mount::mount_to;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;

use crate::language::Language;
use component::shell::Shell;
use session::Session;

/// Opens the app in the page's `#app` element.
pub fn start() {
    panic::set_hook(Box::new(|trouble| {
        console_error_panic_hook::hook(trouble);
        say_it_broke();
    }));
    let page = document().get_element_by_id("app").expect("index.html has an element #app");
    mount_to(page.unchecked_into(), App).forget();
}

#[component]
fn App() -> impl IntoView {
    let session = Session::start();
    provide_context(session);
    opening::open(session);
    view! { <Shell/> }
}

/// Puts a sentence at the top of the page. Nothing of the app can be relied on any more, so this uses the page only.
fn say_it_broke() {
    let Some(body) = document().body() else { return };
    let Ok(notice) = document().create_element("p") else { return };
    notice.set_class_name("broken");
    let sentences = Language::ALL.map(Language::app_broke);
    notice.set_text_content(Some(&sentences.join(" ")));
    // Without a page to say it on, the console has said it.
    let _ = notice.set_attribute("role", "alert").and_then(|()| body.prepend_with_node_1(&notice));
}
