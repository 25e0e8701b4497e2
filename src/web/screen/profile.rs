//! The profile screen.

use leptos::prelude::*;

use crate::language::Language;
use crate::web::component::heading::Heading;
use crate::web::session::say;

#[component]
pub fn Profile() -> impl IntoView {
    view! {
        <Heading>{say(Language::screen_profile)}</Heading>
    }
}
