//! Provenance: the mark that says what a rule, a weight or a text rests on.

use leptos::prelude::*;

use crate::questionnaire::Source;
use crate::web::session::say;

/// The mark in a word, and the source in a sentence.
#[component]
pub fn Provenance(source: &'static Source) -> impl IntoView {
    view! {
        <span class="provenance">
            <span class=format!("mark mark-{}", source.mark.id())>{say(move |language| language.mark_name(source.mark))}</span>
            <span>{say(move |language| source.text.get(language))}</span>
        </span>
    }
}
