//! The questions screen: one sub-domain a page.

use leptos::prelude::*;

use crate::language::Language;
use crate::questionnaire::{DimensionId, RequirementId};
use crate::web::component::heading::Heading;
use crate::web::plant::Plant;
use crate::web::route::{PlantScreen, Route};
use crate::web::session::say;

/// Where the questions go on: the page that is open, otherwise the first requirement that is still open, otherwise
/// the first page.
pub fn where_to_go_on(plant: Plant, route: &Route) -> (DimensionId, Option<RequirementId>) {
    if let Route::Plant(_, PlantScreen::Questions(sub_domain, requirement)) = route {
        return (sub_domain.clone(), requirement.clone());
    }
    let first = plant.questionnaire.sub_domains()[0];
    (first.id.clone(), None)
}

#[component]
pub fn Questions(sub_domain: DimensionId) -> impl IntoView {
    let plant = crate::web::plant::plant();
    let name = plant.questionnaire.dimension(&sub_domain).map(|dimension| dimension.name.clone());
    view! {
        <main class="page">
            <Heading>{say(Language::screen_questions)} " " {name.map(|name| name.zh)}</Heading>
        </main>
    }
}
