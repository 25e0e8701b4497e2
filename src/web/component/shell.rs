//! The shell: what stands around every screen, and the choice of the screen by the route.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;

use super::icon::{Glyph, Icon};
use crate::assessment::AssessmentId;
use crate::language::Language;
use crate::questionnaire::DimensionId;
use crate::web::clock;
use crate::web::component::heading::Heading;
use crate::web::opening::{self, Opening, OpeningTrouble};
use crate::web::plant::{NotOpened, Plant, plant};
use crate::web::route::{PlantScreen, Route};
use crate::web::screen::method::Method;
use crate::web::screen::portfolio::Portfolio;
use crate::web::screen::profile::Profile;
use crate::web::screen::questionnaires::Questionnaires;
use crate::web::screen::questions::{self, Questions};
use crate::web::screen::report::Report;
use crate::web::screen::report_page::ReportPage;
use crate::web::screen::result::Result;
use crate::web::screen::welcome::Welcome;
use crate::web::screen::yardsticks::Yardsticks;
use crate::web::session::{Saving, Session, Theme, Tone, say, session};
use crate::web::storage::StorageTrouble;

#[component]
pub fn Shell() -> impl IntoView {
    let session = session();
    keep_title(session);
    focus_heading_on_a_new_screen(session.route);
    let opened = move || match session.opening.get() {
        Opening::Fetching => {
            view! { <Page><p class="lead" role="status">{say(Language::fetching_questionnaires)}</p></Page> }.into_any()
        }
        Opening::Failed(trouble) => view! { <Page><CannotStart trouble/></Page> }.into_any(),
        Opening::Open => view! { <Screen/> }.into_any(),
    };
    view! {
        <TopBar/>
        <Notices/>
        {opened}
    }
}

#[component]
fn Screen() -> impl IntoView {
    let session = session();
    let place = Memo::new(move |_| (Place::of(&session.route.get()), session.openings.get()));
    move || match place.get().0 {
        Place::Welcome => view! { <Page><Welcome/></Page> }.into_any(),
        Place::Plant(id) => view! { <PlantShell id/> }.into_any(),
        Place::Portfolio => view! { <Page><Portfolio/></Page> }.into_any(),
        Place::Method => view! { <Page><Method/></Page> }.into_any(),
        Place::Questionnaires => view! { <Page><Questionnaires/></Page> }.into_any(),
        Place::Unknown(address) => view! { <Page><NoSuchScreen address/></Page> }.into_any(),
    }
}

/// A route without what may change while its screen stays.
#[derive(Clone, PartialEq)]
enum Place {
    Welcome,
    Plant(AssessmentId),
    Portfolio,
    Method,
    Questionnaires,
    Unknown(String),
}

impl Place {
    fn of(route: &Route) -> Place {
        match route {
            Route::Welcome => Place::Welcome,
            Route::Plant(id, _) => Place::Plant(id.clone()),
            Route::Portfolio => Place::Portfolio,
            Route::Method => Place::Method,
            Route::Questionnaires => Place::Questionnaires,
            Route::Unknown(address) => Place::Unknown(address.clone()),
        }
    }
}

/// The questionnaires did not come: what happened, what it means, what to do.
#[component]
fn CannotStart(trouble: OpeningTrouble) -> impl IntoView {
    let session = session();
    view! {
        <Heading>{say(Language::questionnaires_not_fetched)}</Heading>
        <p role="alert">{say(move |language| language.opening_trouble(trouble))}</p>
        <p class="actions">
            <button class="primary" type="button" on:click=move |_| opening::try_again(session)>{say(Language::try_again)}</button>
        </p>
    }
}

#[component]
fn Page(children: Children) -> impl IntoView {
    view! { <main class="page" id="main">{children()}</main> }
}

#[component]
fn TopBar() -> impl IntoView {
    let session = session();
    let here = move |route: Route| (session.route.get() == route).then_some("page");
    view! {
        <header class="top-bar">
            <a class="brand" href=Route::Welcome.href()>
                <svg class="brand-mark" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
                    <path d="M3 21V10l6 4v-4l6 4V4h6v17Z" fill="currentColor"/>
                </svg>
                <span>{say(Language::product_name)}</span>
            </a>
            <nav class="top-links" aria-label=say(Language::main_navigation)>
                <a href=Route::Portfolio.href() aria-current=move || here(Route::Portfolio)>{say(Language::screen_portfolio)}</a>
                <a href=Route::Method.href() aria-current=move || here(Route::Method)>{say(Language::screen_method)}</a>
            </nav>
            <div class="top-switches">
                <LanguageSwitch/>
                <ThemeSwitch/>
            </div>
        </header>
    }
}

/// Names the other language in that language.
#[component]
fn LanguageSwitch() -> impl IntoView {
    let session = session();
    let other = move || match session.language.get() {
        Language::Chinese => Language::English,
        Language::English => Language::Chinese,
    };
    view! {
        <button class="quiet language-switch" type="button" lang=move || other().tag() on:click=move |_| session.choose_language(other())>
            {move || other().own_name()}
        </button>
    }
}

/// Goes round: as the device, light, dark.
#[component]
fn ThemeSwitch() -> impl IntoView {
    let session = session();
    let next = move || match session.theme.get() {
        None => Some(Theme::Light),
        Some(Theme::Light) => Some(Theme::Dark),
        Some(Theme::Dark) => None,
    };
    let name = say(move |language| match session.theme.get() {
        None => language.theme_of_device(),
        Some(Theme::Light) => language.theme_light(),
        Some(Theme::Dark) => language.theme_dark(),
    });
    let icon = move || match session.theme.get() {
        None => view! { <Glyph icon=Icon::HalfCircle/> },
        Some(Theme::Light) => view! { <Glyph icon=Icon::Sun/> },
        Some(Theme::Dark) => view! { <Glyph icon=Icon::Moon/> },
    };
    view! {
        <button class="quiet icon-only" type="button" title=name.clone() aria-label=name on:click=move |_| session.choose_theme(next())>
            {icon}
        </button>
    }
}

#[component]
fn Notices() -> impl IntoView {
    let session = session();
    view! {
        <div class="notices" aria-live="polite">
            <For each=move || session.notices.get() key=|notice| notice.number let:notice>
                <div class="notice" class:trouble=notice.tone == Tone::Trouble>
                    <p>{move || (notice.sentence)(session.language.get())}</p>
                    <button class="quiet icon-only" type="button" aria-label=say(Language::dismiss) on:click=move |_| session.dismiss(notice.number)>
                        <Glyph icon=Icon::Close/>
                    </button>
                </div>
            </For>
        </div>
    }
}

/// Opens the assessment and shows its screens, with the firm, the tabs and the state of saving above them.
#[component]
fn PlantShell(id: AssessmentId) -> impl IntoView {
    match Plant::open(session(), &id) {
        Ok(plant) => {
            provide_context(plant);
            view! { <PlantBar/><SaveTrouble/><PlantScreens/> }.into_any()
        }
        Err(reason) => view! { <Page><CannotOpen reason/></Page> }.into_any(),
    }
}

#[component]
fn PlantBar() -> impl IntoView {
    let session = session();
    let plant = plant();
    let firm = move || plant.assessment.with(|assessment| assessment.site.firm.clone());
    let firm = say(move |language| match firm() {
        firm if firm.trim().is_empty() => language.firm_without_name().to_owned(),
        firm => firm,
    });
    let route = move |tab| match tab {
        Tab::Profile => Route::Plant(plant.id(), PlantScreen::Profile),
        Tab::Questions => {
            let (sub_domain, requirement) = questions::where_to_go_on(plant, &session.route.get());
            Route::Plant(plant.id(), PlantScreen::Questions(sub_domain, requirement))
        }
        Tab::Result => Route::Plant(plant.id(), PlantScreen::Result),
        Tab::Report | Tab::ReportPage => Route::Plant(plant.id(), PlantScreen::Report),
        Tab::Yardsticks => Route::Plant(plant.id(), PlantScreen::Facts),
    };
    let link = move |tab, name: fn(Language) -> &'static str| {
        // The page to read is below the report.
        let current = move || match session.route.with(Tab::of) {
            Some(Tab::ReportPage) => (tab == Tab::Report).then_some("true"),
            here => (here == Some(tab)).then_some("page"),
        };
        view! { <a href=move || route(tab).href() aria-current=current>{say(name)}</a> }
    };
    let saving = say(move |language| match session.saving.get() {
        Saving::Unchanged => language.kept_on_this_device().to_owned(),
        Saving::Saved(moment) => language.saved_at(&clock::time_of_day(moment)),
        Saving::Failed(_) => language.not_saved().to_owned(),
    });
    let failed = move || session.saving.with(|saving| matches!(saving, Saving::Failed(_)));
    view! {
        <div class="plant-bar">
            <p class="plant-firm">{firm}</p>
            <nav class="tabs" aria-label=say(Language::assessment)>
                {link(Tab::Profile, Language::screen_profile)}
                {link(Tab::Questions, Language::screen_questions)}
                {link(Tab::Result, Language::screen_result)}
                {link(Tab::Report, Language::screen_report)}
                {link(Tab::Yardsticks, Language::screen_yardsticks)}
            </nav>
            <p class="saving" class:failed=failed role="status">{saving}</p>
        </div>
    }
}

/// What went wrong when saving, what it means, and what can be done.
#[component]
fn SaveTrouble() -> impl IntoView {
    let session = session();
    let plant = plant();
    let trouble = Memo::new(move |_| match session.saving.get() {
        Saving::Failed(trouble) => Some(trouble),
        Saving::Unchanged | Saving::Saved(_) => None,
    });
    let ways_out = move || match trouble.get() {
        Some(StorageTrouble::ChangedElsewhere(theirs)) => view! {
            {theirs.is_some().then(|| view! {
                <button type="button" on:click=move |_| plant.take_theirs()>{say(Language::take_theirs)}</button>
            })}
            <button type="button" on:click=move |_| plant.save_over()>{say(Language::keep_mine)}</button>
        }
        .into_any(),
        _ => view! { <button type="button" on:click=move |_| plant.save()>{say(Language::try_again)}</button> }
            .into_any(),
    };
    view! {
        <Show when=move || trouble.with(Option::is_some)>
            <div class="notice trouble save-trouble" role="alert">
                <p>{say(move |language| trouble.get().map(|trouble| language.storage_trouble(&trouble)))}</p>
                <div class="actions">
                    {ways_out}
                    <button type="button" on:click=move |_| plant.save_as_file()>{say(Language::save_as_file)}</button>
                </div>
            </div>
        </Show>
    }
}

#[component]
fn PlantScreens() -> impl IntoView {
    let session = session();
    let tab = Memo::new(move |_| session.route.with(Tab::of));
    move || match tab.get() {
        Some(Tab::Profile) => view! { <Page><Profile/></Page> }.into_any(),
        Some(Tab::Questions) => view! { <Questions/> }.into_any(),
        Some(Tab::Result) => view! { <Page><Result/></Page> }.into_any(),
        Some(Tab::Report) => view! { <Page><Report/></Page> }.into_any(),
        Some(Tab::ReportPage) => view! { <Page><ReportPage/></Page> }.into_any(),
        Some(Tab::Yardsticks) => view! { <Page><Yardsticks/></Page> }.into_any(),
        // On the way out of the assessment.
        None => ().into_any(),
    }
}

/// A screen of an assessment without which questions it shows: these change while the screen stays.
#[derive(Clone, Copy, PartialEq)]
enum Tab {
    Profile,
    Questions,
    Result,
    Report,
    ReportPage,
    Yardsticks,
}

impl Tab {
    fn of(route: &Route) -> Option<Tab> {
        let Route::Plant(_, screen) = route else { return None };
        Some(match screen {
            PlantScreen::Profile => Tab::Profile,
            PlantScreen::Questions(..) => Tab::Questions,
            PlantScreen::Result => Tab::Result,
            PlantScreen::Report => Tab::Report,
            PlantScreen::ReportPage => Tab::ReportPage,
            PlantScreen::Facts | PlantScreen::Index | PlantScreen::Tiers => Tab::Yardsticks,
        })
    }
}

#[component]
fn CannotOpen(reason: NotOpened) -> impl IntoView {
    let sentence = say(move |language| match &reason {
        NotOpened::Missing => language.no_such_assessment().to_owned(),
        NotOpened::Unreadable(error) => language.record_unreadable(&language.read_error(error)),
        NotOpened::Storage(trouble) => language.storage_trouble(trouble),
    });
    view! {
        <Heading>{say(Language::cannot_open)}</Heading>
        <p>{sentence}</p>
        <WayHome/>
    }
}

#[component]
fn NoSuchScreen(address: String) -> impl IntoView {
    view! {
        <Heading>{say(Language::no_such_screen)}</Heading>
        <p>{say(move |language| language.no_screen_at(&address))}</p>
        <WayHome/>
    }
}

#[component]
fn WayHome() -> impl IntoView {
    view! { <p class="actions"><a class="button primary" href=Route::Welcome.href()>{say(Language::to_start)}</a></p> }
}

/// The browser's title names the screen first, since tabs and history cut it short.
fn keep_title(session: Session) {
    let sub_domain_name = move |id: &DimensionId, language: Language| {
        let found = session.answered.get().and_then(|questionnaire| questionnaire.dimension(id));
        found.map(|dimension| dimension.name.get(language))
    };
    let title = say(move |language| {
        let product = language.product_name();
        let screen = match session.route.get() {
            Route::Welcome => return product.to_owned(),
            Route::Plant(_, PlantScreen::Profile) => language.screen_profile(),
            Route::Plant(_, PlantScreen::Questions(sub_domain, _)) => {
                sub_domain_name(&sub_domain, language).unwrap_or(language.screen_questions())
            }
            Route::Plant(_, PlantScreen::Result) => language.screen_result(),
            Route::Plant(_, PlantScreen::Report) => language.screen_report(),
            Route::Plant(_, PlantScreen::ReportPage) => language.reading_title(),
            Route::Plant(_, PlantScreen::Facts) => language.screen_facts(),
            Route::Plant(_, PlantScreen::Index) => language.screen_index(),
            Route::Plant(_, PlantScreen::Tiers) => language.screen_tiers(),
            Route::Portfolio => language.screen_portfolio(),
            Route::Method => language.screen_method(),
            Route::Questionnaires => language.screen_questionnaires(),
            Route::Unknown(_) => language.no_such_screen(),
        };
        format!("{screen} · {product}")
    });
    Effect::new(move || document().set_title(&title()));
}

/// Screen readers start where the focus is, so it goes to the new screen's heading; not on loading, and not where a
/// requirement is named, which then takes it.
fn focus_heading_on_a_new_screen(route: ReadSignal<Route>) {
    Effect::new(move |before: Option<Route>| {
        let route = route.get();
        let named = matches!(route, Route::Plant(_, PlantScreen::Questions(_, Some(_))));
        if before.is_some_and(|before| before != route) && !named {
            request_animation_frame(|| {
                window().scroll_to_with_x_and_y(0.0, 0.0);
                let heading = document().query_selector("h1").ok().flatten();
                if let Some(heading) = heading.and_then(|heading| heading.dyn_into::<web_sys::HtmlElement>().ok()) {
                    // An element that cannot take the focus keeps it where it was.
                    let _ = heading.focus();
                }
            });
        }
        route
    });
}
