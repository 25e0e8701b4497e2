//! The opening: the questionnaires' texts are fetched beside the app, and no screen is drawn before they are here.

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::RequestCache;

use super::fetching::{self, NotFetched};
use super::session::Session;
use crate::content;
use crate::language::Language;

/// How far the app is; nothing may ask for a questionnaire before it is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opening {
    Fetching,
    Open,
    Failed(OpeningTrouble),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OpeningTrouble {
    NotFetched(NotFetched),
    /// What came is not the texts: it was cut short, or the network put a page of its own in their place.
    Damaged,
}

/// What the page calls the pack of texts, in a `<meta>`.
pub const PACK: &str = "questionnaires";

/// Fetches the texts, and opens the screens once they are here.
pub fn open(session: Session) {
    fetch(session, RequestCache::Default);
}

/// The same after a failure: what the browser kept of the texts may be what was wrong with them.
pub fn try_again(session: Session) {
    fetch(session, RequestCache::Reload);
}

fn fetch(session: Session, cache: RequestCache) {
    session.opening.set(Opening::Fetching);
    spawn_local(async move {
        let opening = match provide(cache).await {
            Ok(()) => Opening::Open,
            Err(trouble) => Opening::Failed(trouble),
        };
        session.opening.set(opening);
    });
}

async fn provide(cache: RequestCache) -> Result<(), OpeningTrouble> {
    let address = fetching::address(PACK).expect("the page says where the questionnaires are");
    let bytes = fetching::bytes(&address, cache).await.map_err(OpeningTrouble::NotFetched)?;
    let pack = String::from_utf8(bytes).map_err(|_| OpeningTrouble::Damaged)?;
    content::provide(&pack).map_err(|damaged| {
        leptos::logging::warn!("the questionnaires cannot be read: {}", damaged.0);
        OpeningTrouble::Damaged
    })
}

impl Language {
    pub fn opening_trouble(self, trouble: OpeningTrouble) -> String {
        match trouble {
            OpeningTrouble::NotFetched(NotFetched::Unreachable) => self.questionnaires_unreachable().into(),
            OpeningTrouble::NotFetched(NotFetched::Refused(status)) => self.questionnaires_refused(status),
            OpeningTrouble::Damaged => self.questionnaires_damaged().into(),
        }
    }
}
