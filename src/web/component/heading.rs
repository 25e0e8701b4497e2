//! A screen's heading: the page's one `h1`, which the shell gives the focus when the screen changes.

use leptos::prelude::*;

#[component]
pub fn Heading(children: Children) -> impl IntoView {
    view! { <h1 class="heading" tabindex="-1">{children()}</h1> }
}
