//! The keyboard on the questions screen: which key means what.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, KeyboardEvent};

use crate::assessment::Answer;
use crate::questionnaire::Rating;

/// One of the things that can be said about a requirement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Choice {
    Rated(Rating),
    Unknown,
    NotApplicable,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shortcut {
    /// 1–4 rate, from met to not met; 5 is not known, 6 not applicable.
    Choose(Choice),
    /// Enter: on to the next requirement.
    GoOn,
    /// n: to the next one without an answer.
    NextUnanswered,
}

impl Shortcut {
    /// `None` while a text is typed, with a control key held, and where Enter already presses something.
    pub fn of(event: &KeyboardEvent) -> Option<Shortcut> {
        let focused = document().active_element();
        if event.ctrl_key() || event.alt_key() || event.meta_key() || event.is_composing() {
            return None;
        }
        if focused.as_ref().is_some_and(takes_text) || document().query_selector("dialog[open]").ok()?.is_some() {
            return None;
        }
        match event.key().as_str() {
            "Enter" if focused.as_ref().is_some_and(takes_enter) => None,
            "Enter" => Some(Shortcut::GoOn),
            "n" | "N" => Some(Shortcut::NextUnanswered),
            digit => {
                let place: usize = digit.parse().ok()?;
                Choice::ALL.get(place.checked_sub(1)?).copied().map(Shortcut::Choose)
            }
        }
    }
}

impl Choice {
    /// In the order of the digits that choose them.
    pub const ALL: [Choice; 6] = [
        Choice::Rated(Rating::Met),
        Choice::Rated(Rating::LargelyMet),
        Choice::Rated(Rating::PartlyMet),
        Choice::Rated(Rating::NotMet),
        Choice::Unknown,
        Choice::NotApplicable,
    ];

    pub fn of(answer: &Answer) -> Choice {
        match answer {
            Answer::Rated(rating) => Choice::Rated(*rating),
            Answer::Unknown => Choice::Unknown,
            Answer::NotApplicable { .. } => Choice::NotApplicable,
        }
    }

    /// The answer that it stands for; only "not applicable" takes the reason, which may still be blank.
    pub fn answer(self, reason: String) -> Answer {
        match self {
            Choice::Rated(rating) => Answer::Rated(rating),
            Choice::Unknown => Answer::Unknown,
            Choice::NotApplicable => Answer::NotApplicable { reason },
        }
    }
}

fn takes_text(element: &Element) -> bool {
    match element.tag_name().as_str() {
        "TEXTAREA" | "SELECT" => true,
        "INPUT" => element
            .dyn_ref::<HtmlInputElement>()
            .is_some_and(|input| !matches!(input.type_().as_str(), "radio" | "checkbox" | "button")),
        _ => false,
    }
}

fn takes_enter(element: &Element) -> bool {
    matches!(element.tag_name().as_str(), "A" | "BUTTON" | "SUMMARY")
}
