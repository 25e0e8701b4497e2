//! What the device is like: media queries that the page follows.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::wasm_bindgen::closure::Closure;
use web_sys::MediaQueryListEvent;

/// A phone held upright.
pub const NARROW: &str = "(max-width: 639px)";

/// The device asks for dark pages.
pub const DARK: &str = "(prefers-color-scheme: dark)";

/// Whether the query holds; it follows the device, when it is turned or the evening comes, as long as the calling
/// component lives. False where the browser does not know the query.
pub fn holds(query: &str) -> ReadSignal<bool> {
    let query = window().match_media(query).ok().flatten();
    let (holds, set_holds) = signal(query.as_ref().is_some_and(|query| query.matches()));
    if let Some(query) = query {
        let changed = Closure::<dyn Fn(MediaQueryListEvent)>::new(move |event: MediaQueryListEvent| {
            set_holds.try_set(event.matches());
        });
        query.set_onchange(Some(changed.as_ref().unchecked_ref()));
        let kept = StoredValue::new_local((query, changed));
        on_cleanup(move || kept.with_value(|(query, _)| query.set_onchange(None)));
    }
    holds
}
