//! A figure: a drawing on the screen, with a caption if it needs one.

use leptos::prelude::*;

use crate::chart::Sheet;
use crate::drawing::Drawing;
use crate::language::Language;
use crate::web::media;
use crate::web::session::say;

/// Drawings up to this width, in points, fit a phone; wider ones keep a legible size there and scroll sideways.
const PHONE: f32 = 360.0;

#[component]
pub fn Figure(
    #[prop(into)] drawing: Signal<Drawing>,
    #[prop(optional, into)] caption: Option<Signal<String>>,
) -> impl IntoView {
    view! {
        <figure class="figure" class:wide=move || { drawing.with(|drawing| drawing.width > PHONE) }>
            // A drawing escapes the texts it shows. Scrollable, so the keyboard must be able to reach it.
            <div class="figure-sheet" tabindex="0" role="group" aria-label=say(Language::scroll_sideways)
                inner_html=move || drawing.with(Drawing::svg)></div>
            {caption.map(|caption| view! { <figcaption>{move || caption.get()}</figcaption> })}
        </figure>
    }
}

/// The room that charts have on this screen; it follows when the device is turned.
pub fn sheet() -> Signal<Sheet> {
    let narrow = media::holds(media::NARROW);
    Signal::derive(move || if narrow.get() { Sheet::Phone } else { Sheet::Page })
}
