//! A figure: a drawing on the screen, with a caption if it needs one.

use leptos::prelude::*;

use crate::drawing::Drawing;
use crate::language::Language;
use crate::web::session::say;

/// On a narrow screen the drawing keeps a legible size and scrolls sideways.
#[component]
pub fn Figure(
    #[prop(into)] drawing: Signal<Drawing>,
    #[prop(optional, into)] caption: Option<Signal<String>>,
) -> impl IntoView {
    view! {
        <figure class="figure">
            // A drawing escapes the texts it shows. Scrollable, so the keyboard must be able to reach it.
            <div class="figure-sheet" tabindex="0" role="group" aria-label=say(Language::scroll_sideways)
                inner_html=move || drawing.with(Drawing::svg)></div>
            {caption.map(|caption| view! { <figcaption>{move || caption.get()}</figcaption> })}
        </figure>
    }
}
