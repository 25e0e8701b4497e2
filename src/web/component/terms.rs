//! The terms of a text with what they mean: a row of buttons, each of which shows its meaning.

use std::sync::atomic::{AtomicUsize, Ordering};

use leptos::prelude::*;

use crate::glossary::{Glossary, Term};
use crate::language::Language;
use crate::web::session::{say, session};

/// `text` is what the reader reads; nothing is shown when no term stands in it.
#[component]
pub fn Terms(text: impl Fn(Language) -> String + Send + Sync + 'static) -> impl IntoView {
    let language = session().language;
    move || {
        let language = language.get();
        let terms = Glossary::shipped().terms_in(&text(language), language);
        (!terms.is_empty()).then(|| {
            view! {
                <p class="terms">
                    <span class="muted small">{say(Language::terms_here)}</span>
                    {terms.into_iter().map(|term| button(term, language)).collect_view()}
                </p>
            }
        })
    }
}

/// The browser's own popover shows the meaning: Escape or a press elsewhere closes it.
fn button(term: &Term, language: Language) -> impl IntoView + use<> {
    // Every explanation on the page has an id of its own.
    static COUNT: AtomicUsize = AtomicUsize::new(0);
    let id = format!("term-{}", COUNT.fetch_add(1, Ordering::Relaxed));
    let (name, meaning) = (term.name.get(language).to_owned(), term.meaning.get(language).to_owned());
    view! {
        <button class="term" type="button" popovertarget=id.clone()>{name.clone()}</button>
        <span class="term-meaning" popover="auto" id=id role="note"><strong>{name}</strong> " " {meaning}</span>
    }
}
