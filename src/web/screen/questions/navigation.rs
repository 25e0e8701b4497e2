//! The way through the questionnaire: every sub-domain with how far it is answered and what is marked in it.

use leptos::ev;
use leptos::html;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::{HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

use crate::assessment::Part;
use crate::language::Language;
use crate::questionnaire::{Dimension, DimensionId};
use crate::scoring::Tally;
use crate::web::component::icon::{Glyph, Icon};
use crate::web::plant::plant;
use crate::web::route::{PlantScreen, Route};
use crate::web::session::say;

/// Beside the questions where there is room, otherwise a drawer that `open` shows.
#[component]
pub fn Navigation(current: Memo<DimensionId>, open: RwSignal<bool>) -> impl IntoView {
    let elements = &plant().questionnaire.elements;
    let list = NodeRef::<html::Nav>::new();
    Effect::new(move || {
        current.get();
        let Some(list) = list.get() else { return };
        let Some(link) = list.query_selector("[aria-current]").ok().flatten() else { return };
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        link.scroll_into_view_with_scroll_into_view_options(&options);
    });
    let close = NodeRef::<html::Button>::new();
    Effect::new(move |was_open: Option<bool>| {
        let is_open = open.get();
        if is_open && let Some(close) = close.get() {
            // Once the drawer has become visible, it can take the focus.
            request_animation_frame(move || {
                let _ = close.focus();
            });
        } else if !is_open && was_open == Some(true) {
            give_back_focus();
        }
        is_open
    });
    let escape = move |event: ev::KeyboardEvent| {
        if event.key() == "Escape" {
            open.set(false);
        }
    };
    view! {
        <div class="navigation-veil" class:open=open on:click=move |_| open.set(false)></div>
        <nav class="navigation" class:open=open id="navigation" node_ref=list aria-label=say(Language::sub_domains) on:keydown=escape>
            <button class="quiet navigation-close" type="button" node_ref=close on:click=move |_| open.set(false)>
                <Glyph icon=Icon::Close/>
                <span>{say(Language::close)}</span>
            </button>
            {elements.iter().map(|element| view! { <ElementLinks element current/> }).collect_view()}
        </nav>
    }
}

/// To the button that opened the drawer, unless a new page has taken the focus meanwhile.
fn give_back_focus() {
    let inside = document().query_selector(".navigation :focus").ok().flatten().is_some();
    let opener = document().query_selector(".navigation-open").ok().flatten();
    if let Some(opener) = opener.and_then(|opener| opener.dyn_into::<HtmlElement>().ok()).filter(|_| inside) {
        let _ = opener.focus();
    }
}

#[component]
fn ElementLinks(element: &'static Dimension, current: Memo<DimensionId>) -> impl IntoView {
    let entries = element.children.iter().map(move |domain| {
        if domain.children.is_empty() {
            view! { <Entry dimension=domain current/> }.into_any()
        } else {
            view! {
                <li>
                    <p class="navigation-domain">{say(move |language| domain.name.get(language))}</p>
                    <ul class="navigation-list">
                        {domain.children.iter().map(|child| view! { <Entry dimension=child current/> }).collect_view()}
                    </ul>
                </li>
            }
            .into_any()
        }
    });
    view! {
        <h2 class="navigation-element">{say(move |language| element.name.get(language))}</h2>
        <ul class="navigation-list">{entries.collect_view()}</ul>
    }
}

#[component]
fn Entry(dimension: &'static Dimension, current: Memo<DimensionId>) -> impl IntoView {
    let plant = plant();
    let here = move || current.with(|id| *id == dimension.id).then_some("page");
    let href = Route::Plant(plant.id(), PlantScreen::Questions(dimension.id.clone(), None)).href();
    let part = Memo::new(move |_| plant.scope.with(|scope| scope.part(&dimension.id).clone()));
    let tally = Memo::new(move |_| {
        plant
            .scorecard
            .with(|scorecard| scorecard.node(&dimension.id).map(|node| node.outcome.tally))
            .unwrap_or_default()
    });
    let flagged = Memo::new(move |_| {
        plant.assessment.with(|assessment| {
            plant.scope.with(|scope| {
                scope.requirements(dimension).any(|requirement| assessment.entry(&requirement.id).flagged)
            })
        })
    });
    let state = move || match part.get() {
        Part::Included => view! { <Progress tally/> }.into_any(),
        Part::NotInVariant => view! { <span class="progress">{say(Language::not_asked)}</span> }.into_any(),
        Part::Tailored { .. } => view! { <span class="progress">{say(Language::tailored_out)}</span> }.into_any(),
    };
    view! {
        <li>
            <a class="navigation-link" class:left-out=move || part.with(|part| *part != Part::Included) href=href aria-current=here>
                <span class="navigation-name">{say(move |language| dimension.name.get(language))}</span>
                <Show when=move || flagged.get()>
                    <span class="flag-mark"><Glyph icon=Icon::Flag/><span class="unseen">{say(Language::flagged)}</span></span>
                </Show>
                {state}
            </a>
        </li>
    }
}

/// `3/6`; a tick when everything is answered, a question mark when some of that is not known.
#[component]
fn Progress(tally: Memo<Tally>) -> impl IntoView {
    let words = say(move |language| {
        let tally = tally.get();
        language.answered_count(tally.asked - tally.unanswered, tally.asked)
    });
    let shown = move || {
        let tally = tally.get();
        if tally.open() == 0 {
            view! { <Glyph icon=Icon::Check/> }.into_any()
        } else if tally.unanswered == 0 {
            format!("{} ?", tally.unknown).into_any()
        } else {
            format!("{}/{}", tally.asked - tally.unanswered, tally.asked).into_any()
        }
    };
    view! {
        <span class="progress" class:done=move || tally.with(|tally| tally.open() == 0)>
            <span aria-hidden="true" class="progress-mark">{shown}</span>
            <span class="unseen">{words}</span>
        </span>
    }
}
