//! The method screen.

use leptos::prelude::*;

use crate::language::Language;
use crate::web::component::heading::Heading;
use crate::web::session::say;

#[component]
pub fn Method() -> impl IntoView {
    view! {
        <Heading>{say(Language::screen_method)}</Heading>
    }
}
