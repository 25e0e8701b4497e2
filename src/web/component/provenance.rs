//! Provenance: the mark that says what a rule, a weight or a text rests on.

use leptos::prelude::*;

use crate::provenance::Source;
use crate::web::session::say;

/// The mark in a word, and the source in a sentence.
#[component]
pub fn Provenance(source: &'static Source) -> impl IntoView {
    view! {
        <span class="provenance">
            <Mark source/>
            <span>{say(move |language| source.text.get(language))}</span>
        </span>
    }
}

/// The mark in a word; the source itself when pointed at.
#[component]
pub fn Mark(source: &'static Source) -> impl IntoView {
    let words = say(move |language| source.text.get(language));
    view! {
        <span class=format!("mark mark-{}", source.mark.id()) title=words>{say(move |language| language.mark_name(source.mark))}</span>
    }
}
