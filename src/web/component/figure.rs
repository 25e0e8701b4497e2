//! A figure: a drawing on the screen, with a caption if it needs one.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::wasm_bindgen::closure::Closure;
use web_sys::MediaQueryListEvent;

use crate::chart::Sheet;
use crate::drawing::Drawing;
use crate::language::Language;
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

/// Narrower than this, a chart takes its phone's form.
const NARROW: &str = "(max-width: 639px)";

/// The room that charts have on this screen; it follows when the device is turned.
pub fn sheet() -> ReadSignal<Sheet> {
    let of = |narrow| if narrow { Sheet::Phone } else { Sheet::Page };
    let query = window().match_media(NARROW).ok().flatten();
    let (sheet, set_sheet) = signal(of(query.as_ref().is_some_and(|query| query.matches())));
    if let Some(query) = query {
        let turned = Closure::<dyn Fn(MediaQueryListEvent)>::new(move |event: MediaQueryListEvent| {
            set_sheet.try_set(of(event.matches()));
        });
        query.set_onchange(Some(turned.as_ref().unchecked_ref()));
        let kept = StoredValue::new_local((query, turned));
        on_cleanup(move || kept.with_value(|(query, _)| query.set_onchange(None)));
    }
    sheet
}
