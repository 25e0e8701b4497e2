//! A table that scrolls sideways by itself where the screen is too narrow for it.

use leptos::prelude::*;

use crate::language::Language;
use crate::web::session::say;

#[component]
pub fn TableScroll(children: Children) -> impl IntoView {
    // Scrollable, so the keyboard must be able to reach it.
    view! {
        <div class="table-scroll" tabindex="0" role="group" aria-label=say(Language::scroll_sideways)>
            {children()}
        </div>
    }
}
