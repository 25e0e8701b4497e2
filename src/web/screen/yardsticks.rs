//! The other yardsticks: the facts they share, the SME index and the tiers, each a page with the way to the others.

mod fact_field;
mod facts;
mod index;
mod scenes;
mod tiers;
mod typical_scenes;

use leptos::prelude::*;

use crate::language::Language;
use crate::web::component::heading::Heading;
use crate::web::plant::plant;
use crate::web::route::{PlantScreen, Route};
use crate::web::session::{say, session};

#[component]
pub fn Yardsticks() -> impl IntoView {
    let session = session();
    let screen = Memo::new(move |before: Option<&PlantScreen>| match (session.route.get(), before) {
        (Route::Plant(_, screen @ (PlantScreen::Facts | PlantScreen::Index | PlantScreen::Tiers)), _) => screen,
        (_, Some(before)) => before.clone(),
        _ => PlantScreen::Facts,
    });
    let page = move || match screen.get() {
        PlantScreen::Index => view! { <index::Index/> }.into_any(),
        PlantScreen::Tiers => view! { <tiers::Tiers/> }.into_any(),
        _ => view! { <facts::Facts/> }.into_any(),
    };
    let link = move |to: PlantScreen, name: fn(Language) -> &'static str| {
        let href = Route::Plant(plant().id(), to.clone()).href();
        let current = move || (screen.get() == to).then_some("page");
        view! { <a href=href aria-current=current>{say(name)}</a> }
    };
    view! {
        <nav class="sub-tabs" aria-label=say(Language::screen_yardsticks)>
            {link(PlantScreen::Facts, Language::screen_facts)}
            {link(PlantScreen::Index, Language::screen_index)}
            {link(PlantScreen::Tiers, Language::screen_tiers)}
        </nav>
        {page}
    }
}

/// The head of one of the pages.
#[component]
fn Head(title: fn(Language) -> &'static str, lead: fn(Language) -> &'static str) -> impl IntoView {
    view! {
        <div class="screen-head">
            <Heading>{say(title)}</Heading>
            <p class="muted">{say(lead)}</p>
        </div>
    }
}
