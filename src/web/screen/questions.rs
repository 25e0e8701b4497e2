//! The questions screen: one sub-domain a page, with the way through all of them and the level at the edges.

mod card;
mod level_panel;
mod navigation;

use leptos::ev;
use leptos::prelude::*;
use leptos::wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition};

use crate::assessment::{Assessment, Conclusion, Part, Scope, next_unanswered};
use crate::language::Language;
use crate::questionnaire::{Dimension, DimensionId, Level, Questionnaire, Requirement, RequirementId};
use crate::web::component::heading::Heading;
use crate::web::component::icon::{Glyph, Icon};
use crate::web::keyboard::Shortcut;
use crate::web::plant::{Plant, plant};
use crate::web::route::{PlantScreen, Route};
use crate::web::session::{Session, say, session};
use card::Card;
use level_panel::LevelPanel;
use navigation::Navigation;

#[component]
pub fn Questions() -> impl IntoView {
    let plant = plant();
    let session = session();
    let sub_domain = Memo::new(move |before: Option<&DimensionId>| match (session.route.get(), before) {
        (Route::Plant(_, PlantScreen::Questions(sub_domain, _)), _) => sub_domain,
        // The screen is about to be left.
        (_, Some(before)) => before.clone(),
        (_, None) => first_unanswered(plant.questionnaire, &plant.assessment.get_untracked()).0,
    });
    let menu = RwSignal::new(false);
    Effect::new(move || {
        // Read, not only tracked: a memo that nobody reads does not follow its sources.
        sub_domain.get();
        menu.set(false);
    });
    let page = move || {
        let found = sub_domain.with(|id| plant.questionnaire.dimension(id)).filter(|found| found.children.is_empty());
        match found {
            Some(dimension) => view! { <Page dimension/> }.into_any(),
            None => view! { <Heading>{say(Language::no_such_sub_domain)}</Heading> }.into_any(),
        }
    };
    view! {
        <div class="questions">
            <Navigation current=sub_domain open=menu/>
            <main class="question-page" id="main">{page}</main>
            <LevelPanel menu/>
        </div>
    }
}

/// Where the questions go on: where the user is, otherwise the first requirement without an answer.
pub fn where_to_go_on(plant: Plant, route: &Route) -> (DimensionId, Option<RequirementId>) {
    match route {
        Route::Plant(_, PlantScreen::Questions(sub_domain, requirement)) => (sub_domain.clone(), requirement.clone()),
        _ => plant.assessment.with(|assessment| first_unanswered(plant.questionnaire, assessment)),
    }
}

/// The first requirement in scope without an answer; without one, the first page.
pub fn first_unanswered(
    questionnaire: &Questionnaire,
    assessment: &Assessment,
) -> (DimensionId, Option<RequirementId>) {
    let scope = Scope::of(questionnaire, assessment);
    match next_unanswered(questionnaire, assessment, &scope, None) {
        Some((sub_domain, requirement)) => (sub_domain.id.clone(), Some(requirement.id.clone())),
        None => (questionnaire.sub_domains()[0].id.clone(), None),
    }
}

#[component]
fn Page(dimension: &'static Dimension) -> impl IntoView {
    let session = session();
    let plant = plant();
    let above = above(plant.questionnaire, &dimension.id);
    let crumbs = say(move |language| {
        let names: Vec<&str> = above.iter().map(|dimension| dimension.name.get(language)).collect();
        names.join(" › ")
    });
    let id = dimension.id.clone();
    let part = Memo::new(move |_| plant.scope.with(|scope| scope.part(&id).clone()));
    let questions = move || match part.get() {
        Part::Included => view! { <Requirements dimension/> }.into_any(),
        Part::NotInVariant => view! { <p class="left-out">{say(Language::not_in_this_variant)}</p> }.into_any(),
        Part::Tailored { reason, .. } => {
            let profile = Route::Plant(plant.id(), PlantScreen::Profile).href();
            view! {
                <div class="left-out">
                    <p>{say(move |language| language.tailored_out_because(&reason))}</p>
                    <p><a href=profile>{say(Language::change_tailoring)}</a></p>
                </div>
            }
            .into_any()
        }
    };
    go_where_the_address_says(session, dimension);
    listen_to_keys(session, plant, dimension);
    view! {
        <header class="question-head">
            <p class="crumbs">{crumbs}</p>
            <Heading>{say(move |language| dimension.name.get(language).to_owned())}</Heading>
            <p class="about">{say(move |language| dimension.about.get(language).to_owned())}</p>
        </header>
        {questions}
        <Onward dimension/>
    }
}

#[component]
fn Requirements(dimension: &'static Dimension) -> impl IntoView {
    let plant = plant();
    let levels = plant.scope.with_untracked(|scope| scope.levels(plant.questionnaire));
    let levels = levels.into_iter().filter_map(move |level| {
        let mut numbered = dimension.requirements.iter().enumerate().filter(|(_, requirement)| requirement.level == level);
        let first = numbered.next()?;
        let cards = std::iter::once(first).chain(numbered);
        Some(view! {
            <section class="level-group">
                <LevelHead level/>
                {cards.map(|(place, requirement)| view! { <Card sub_domain=dimension.id.clone() requirement number=place + 1/> }).collect_view()}
            </section>
        })
    });
    levels.collect_view()
}

#[component]
fn LevelHead(level: Level) -> impl IntoView {
    let meaning = plant().questionnaire.level(level);
    let name = say(move |language| meaning.map(|meaning| meaning.name.get(language)));
    let words = say(move |language| meaning.map(|meaning| meaning.meaning.get(language)));
    view! {
        <h2 class="level-head">
            <span class=format!("level-tag level-tag-{}", level.number())>{level.to_string()}</span>
            <span>{name}</span>
        </h2>
        <p class="muted small">{words}</p>
    }
}

/// The foot of the page: back, on, and what to do once all is answered.
#[component]
fn Onward(dimension: &'static Dimension) -> impl IntoView {
    let plant = plant();
    let all = plant.questionnaire.sub_domains();
    let here = all.iter().position(|other| other.id == dimension.id).unwrap_or_default();
    let (before, behind) = (all[..here].to_vec(), all[here + 1..].to_vec());
    let in_scope = move |dimension: &&'static Dimension| plant.scope.with(|scope| scope.includes(&dimension.id));
    let page = move |to: &Dimension| Route::Plant(plant.id(), PlantScreen::Questions(to.id.clone(), None)).href();
    let back = move || {
        before.iter().rev().copied().find(in_scope).map(|to| {
            view! {
                <a class="button" rel="prev" href=page(to)>
                    <Glyph icon=Icon::Back/>
                    <span>{say(move |language| to.name.get(language).to_owned())}</span>
                </a>
            }
        })
    };
    let on = move || match behind.iter().copied().find(in_scope) {
        Some(to) => view! {
            <a class="button primary" rel="next" href=page(to)>
                <span>{say(move |language| language.next_sub_domain(to.name.get(language)))}</span>
                <Glyph icon=Icon::Next/>
            </a>
        }
        .into_any(),
        None => view! {
            <a class="button primary" href=Route::Plant(plant.id(), PlantScreen::Result).href()>
                <span>{say(Language::see_result)}</span>
                <Glyph icon=Icon::Next/>
            </a>
        }
        .into_any(),
    };
    let tally = Memo::new(move |_| plant.scorecard.with(|scorecard| scorecard.plant.tally));
    let finished = move || tally.with(|tally| tally.unanswered == 0);
    view! {
        <Show when=finished>
            <div class="finished">
                <p>
                    {say(move |language| match tally.get().unknown {
                        0 => language.all_answered().to_owned(),
                        unknown => language.all_answered_but_unknown(unknown),
                    })}
                </p>
                <a class="button primary" href=Route::Plant(plant.id(), PlantScreen::Result).href()>{say(Language::see_result)}</a>
            </div>
        </Show>
        <nav class="onward" aria-label=say(Language::pages)>{back} {on}</nav>
    }
}

/// The dimensions above one, from the element down.
fn above(questionnaire: &'static Questionnaire, id: &DimensionId) -> Vec<&'static Dimension> {
    fn holds(dimension: &Dimension, id: &DimensionId) -> bool {
        dimension.children.iter().any(|child| child.id == *id || holds(child, id))
    }
    questionnaire.dimensions().into_iter().filter(|dimension| holds(dimension, id)).collect()
}

/// Shows the requirement that the address names, whenever it names one of this page.
fn go_where_the_address_says(session: Session, dimension: &'static Dimension) {
    Effect::new(move || {
        let Route::Plant(_, PlantScreen::Questions(sub_domain, Some(requirement))) = session.route.get() else {
            return;
        };
        if sub_domain == dimension.id {
            request_animation_frame(move || show(&requirement));
        }
    });
}

fn listen_to_keys(session: Session, plant: Plant, dimension: &'static Dimension) {
    let listener = window_event_listener(ev::keydown, move |event| {
        let Some(shortcut) = Shortcut::of(&event) else { return };
        event.prevent_default();
        match shortcut {
            Shortcut::Choose(choice) => {
                let Some(id) = focused(dimension).or_else(|| next_here(plant, dimension)) else { return };
                if let Some(input) = document().get_element_by_id(&card::choice_id(&id, choice)) {
                    let input: HtmlElement = input.unchecked_into();
                    input.click();
                    let _ = input.focus();
                }
            }
            Shortcut::GoOn => go_on(session, plant, dimension),
            Shortcut::NextUnanswered => go_to_next_unanswered(session, plant),
        }
    });
    on_cleanup(move || listener.remove());
}

/// To the requirement behind the focused one; from the page's last one to the next page.
fn go_on(session: Session, plant: Plant, dimension: &Dimension) {
    let here = focused(dimension);
    let asked: Vec<&Requirement> = plant.scope.with_untracked(|scope| scope.requirements(dimension).collect());
    let place = asked.iter().position(|requirement| Some(&requirement.id) == here.as_ref());
    let next = place.map_or(0, |place| place + 1);
    if let Some(requirement) = asked.get(next) {
        return show(&requirement.id);
    }
    let sub_domains = plant.scope.with_untracked(|scope| scope.sub_domains(plant.questionnaire));
    let behind = sub_domains.iter().skip_while(|other| other.id != dimension.id).nth(1);
    let screen = match behind {
        Some(next) => {
            let first = next.requirements.first().map(|requirement| requirement.id.clone());
            PlantScreen::Questions(next.id.clone(), first)
        }
        None => PlantScreen::Result,
    };
    session.go(&Route::Plant(plant.id(), screen));
}

/// To the next requirement without an answer, wherever it is; to the result when there is none.
fn go_to_next_unanswered(session: Session, plant: Plant) {
    let after = focused_anywhere();
    let next = plant.assessment.with_untracked(|assessment| {
        plant.scope.with_untracked(|scope| next_unanswered(plant.questionnaire, assessment, scope, after.as_ref()))
    });
    match next {
        Some((_, requirement)) if on_this_page(&requirement.id).is_some() => show(&requirement.id),
        Some((sub_domain, requirement)) => {
            let screen = PlantScreen::Questions(sub_domain.id.clone(), Some(requirement.id.clone()));
            session.go(&Route::Plant(plant.id(), screen));
        }
        None => session.go(&Route::Plant(plant.id(), PlantScreen::Result)),
    }
}

/// The requirement that has the focus, on it or inside it.
fn focused(dimension: &Dimension) -> Option<RequirementId> {
    focused_anywhere().filter(|id| dimension.requirements.iter().any(|requirement| requirement.id == *id))
}

fn focused_anywhere() -> Option<RequirementId> {
    let card = document().active_element()?.closest(".requirement").ok()??;
    Some(RequirementId(card.id()))
}

/// The first requirement of the page without an answer.
fn next_here(plant: Plant, dimension: &Dimension) -> Option<RequirementId> {
    plant.assessment.with_untracked(|assessment| {
        let mut requirements = plant.scope.with_untracked(|scope| scope.requirements(dimension));
        let found = requirements
            .find(|requirement| assessment.entry(&requirement.id).conclusion(requirement) == Conclusion::Unanswered);
        found.map(|requirement| requirement.id.clone())
    })
}

fn on_this_page(id: &RequirementId) -> Option<Element> {
    document().get_element_by_id(id.as_str())
}

/// Scrolls to a requirement of the page and gives it the focus.
fn show(id: &RequirementId) {
    let Some(card) = on_this_page(id).and_then(|card| card.dyn_into::<HtmlElement>().ok()) else { return };
    let options = ScrollIntoViewOptions::new();
    options.set_behavior(ScrollBehavior::Auto);
    options.set_block(ScrollLogicalPosition::Start);
    let _ = card.focus();
    card.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Lets the address name the requirement in use, without a new step in the history: a reload comes back to it.
fn note_in_address(plant: Plant, sub_domain: &DimensionId, requirement: &RequirementId) {
    let screen = PlantScreen::Questions(sub_domain.clone(), Some(requirement.clone()));
    let address = Route::Plant(plant.id(), screen).href();
    // A browser that refuses (too often in a short time) only reloads a little higher on the page.
    let _ = window().history().and_then(|history| history.replace_state_with_url(&JsValue::NULL, "", Some(&address)));
}
