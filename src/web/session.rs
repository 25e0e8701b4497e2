//! The session: what every screen shares, as one `Copy` struct of signals in context.

use std::collections::BTreeMap;
use std::sync::Arc;

use leptos::ev;
use leptos::prelude::*;
use time::OffsetDateTime;

use super::media;
use super::opening::Opening;
use super::route::Route;
use super::storage::{self, StorageTrouble};
use crate::assessment::{Assessment, AssessmentId};
use crate::language::Language;
use crate::questionnaire::Questionnaire;

#[derive(Clone, Copy)]
pub struct Session {
    /// Whether what is asked is here yet: see [`super::opening`].
    pub opening: RwSignal<Opening>,
    pub language: RwSignal<Language>,
    /// What the user chose; `None` follows the device.
    pub theme: RwSignal<Option<Theme>>,
    /// The screen of the page's address; [`Session::go`] changes it.
    pub route: ReadSignal<Route>,
    /// Grows when the open assessment is to be read anew from the device.
    pub openings: RwSignal<usize>,
    /// What the assessment opened last answers.
    pub answered: RwSignal<Option<&'static Questionnaire>>,
    /// How the last save of the open assessment went.
    pub saving: RwSignal<Saving>,
    /// What is to be said at the top of the page until it is dismissed, the oldest first.
    pub notices: RwSignal<Vec<Notice>>,
    /// Assessments that could not be saved: they live as long as the page does.
    pub held: RwSignal<BTreeMap<AssessmentId, Held>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    Light,
    Dark,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Saving {
    /// Nothing was edited since the assessment was opened.
    Unchanged,
    Saved(OffsetDateTime),
    Failed(StorageTrouble),
}

/// An assessment that only this page has.
#[derive(Clone, Debug)]
pub struct Held {
    pub assessment: Assessment,
    pub questionnaire: &'static Questionnaire,
    /// The record that it should have replaced, as this page last saw it.
    pub kept: Option<String>,
}

/// A sentence for the user; it changes its language with everything else.
#[derive(Clone)]
pub struct Notice {
    pub number: usize,
    pub tone: Tone,
    pub sentence: Arc<dyn Fn(Language) -> String + Send + Sync>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    Information,
    Trouble,
}

const LANGUAGE: &str = "language";
const THEME: &str = "theme";

/// The session of the component that calls it.
pub fn session() -> Session {
    expect_context()
}

/// A sentence that follows the language: `{say(Language::save)}`.
pub fn say<T>(sentence: impl Fn(Language) -> T + Clone + Send + 'static) -> impl Fn() -> T + Clone + Send + 'static {
    let language = session().language;
    move || sentence(language.get())
}

/// The same as a signal, for the properties of components.
pub fn text<T: Into<String> + 'static>(sentence: impl Fn(Language) -> T + Send + Sync + 'static) -> Signal<String> {
    let language = session().language;
    Signal::derive(move || sentence(language.get()).into())
}

impl Session {
    /// Reads the preferences and the address, and keeps both and the page in step from then on.
    pub fn start() -> Session {
        let (route, set_route) = signal(address());
        let session = Session {
            opening: RwSignal::new(Opening::Fetching),
            language: RwSignal::new(preferred_language()),
            theme: RwSignal::new(storage::preference(THEME).as_deref().and_then(Theme::from_id)),
            route,
            openings: RwSignal::new(0),
            answered: RwSignal::new(None),
            saving: RwSignal::new(Saving::Unchanged),
            notices: RwSignal::new(Vec::new()),
            held: RwSignal::new(BTreeMap::new()),
        };
        // The listeners live as long as the page does.
        let _ = window_event_listener(ev::hashchange, move |_| set_route.set(address()));
        let _ = window_event_listener(ev::beforeunload, move |event| {
            if session.held.with_untracked(|held| !held.is_empty()) {
                event.prevent_default();
            }
        });
        session.keep_page_in_step();
        session
    }

    /// Shows another screen.
    pub fn go(self, route: &Route) {
        let moved = window().location().set_hash(&route.href());
        if let Err(error) = moved {
            leptos::logging::error!("the address could not be changed: {error:?}");
        }
    }

    /// Reads the open assessment anew from the device, for when it answers another questionnaire now.
    pub fn open_anew(self) {
        self.openings.update(|openings| *openings += 1);
    }

    pub fn choose_language(self, language: Language) {
        storage::prefer(LANGUAGE, Some(language.tag()));
        self.language.set(language);
    }

    /// `None` follows the device.
    pub fn choose_theme(self, theme: Option<Theme>) {
        storage::prefer(THEME, theme.map(Theme::id));
        self.theme.set(theme);
    }

    pub fn tell(self, tone: Tone, sentence: impl Fn(Language) -> String + Send + Sync + 'static) {
        self.notices.update(|notices| {
            let number = notices.last().map_or(0, |notice| notice.number + 1);
            notices.push(Notice { number, tone, sentence: Arc::new(sentence) });
        });
    }

    pub fn dismiss(self, number: usize) {
        self.notices.update(|notices| notices.retain(|notice| notice.number != number));
    }

    /// Writes language and theme to the page's root element, where the stylesheet and screen readers look for them.
    fn keep_page_in_step(self) {
        let device_is_dark = media::holds(media::DARK);
        Effect::new(move || set_on_page("lang", self.language.get().tag()));
        Effect::new(move || {
            let device = if device_is_dark.get() { Theme::Dark } else { Theme::Light };
            set_on_page("data-theme", self.theme.get().unwrap_or(device).id());
        });
    }
}

impl Theme {
    pub fn id(self) -> &'static str {
        match self {
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }

    fn from_id(id: &str) -> Option<Theme> {
        [Theme::Light, Theme::Dark].into_iter().find(|theme| theme.id() == id)
    }
}

/// The language chosen on this device, otherwise the browser's own, otherwise Chinese.
fn preferred_language() -> Language {
    let chosen = storage::preference(LANGUAGE);
    let browser = window().navigator().language();
    chosen.or(browser).as_deref().and_then(Language::from_tag).unwrap_or_default()
}

fn address() -> Route {
    Route::parse(&window().location().hash().unwrap_or_default())
}

fn set_on_page(attribute: &str, value: &str) {
    let Some(page) = document().document_element() else { return };
    page.set_attribute(attribute, value).expect("the names of both attributes are valid");
}
