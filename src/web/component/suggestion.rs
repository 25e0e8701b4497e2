//! A suggestion: shown as such, and taken over with one press.

use leptos::prelude::*;

use crate::language::Language;
use crate::web::session::say;

/// Nothing is shown where `sentence` is `None`.
#[component]
pub fn Suggestion(
    sentence: impl Fn(Language) -> Option<String> + Clone + Send + Sync + 'static,
    accept: impl Fn() + Clone + Send + Sync + 'static,
) -> impl IntoView {
    let sentence = say(sentence);
    move || {
        let accept = accept.clone();
        sentence().map(|sentence| {
            view! {
                <p class="suggestion">
                    <span>{sentence}</span> " "
                    <button class="small" type="button" on:click=move |_| accept()>{say(Language::accept_suggestion)}</button>
                </p>
            }
        })
    }
}
