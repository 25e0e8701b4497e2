//! What is open, and what was left out: requirements without a conclusion, not applicable, tailored.

use leptos::prelude::*;

use crate::assessment::{Assessment, Conclusion, Scope};
use crate::language::{Bilingual, Language};
use crate::questionnaire::{Dimension, Requirement};
use crate::web::plant::{Plant, plant};
use crate::web::route::{PlantScreen, Route};
use crate::web::session::{say, session};

/// Unanswered and not known, which are two things, each with the way to the question.
#[component]
pub fn StillOpen() -> impl IntoView {
    let plant = plant();
    let found = Memo::new(move |_| Conclusions::of(plant));
    let nothing = move || found.with(|found| found.unanswered.is_empty() && found.unknown.is_empty());
    let unknown = Signal::derive(move || found.with(|found| found.unknown.clone()));
    let unanswered = Signal::derive(move || found.with(|found| found.unanswered.clone()));
    view! {
        <section class="card" id="still-open">
            <h2>{say(Language::open_title)}</h2>
            <Show when=nothing fallback=|| view! { <p class="lead">{say(Language::open_meaning)}</p> }>
                <p class="lead">{say(Language::nothing_open)}</p>
            </Show>
            <Requirements title=Language::unknown_count found=unknown/>
            <Requirements title=Language::unanswered_count found=unanswered/>
        </section>
    }
}

/// What takes no part in the scores, with the reasons given; nothing where everything takes part.
#[component]
pub fn LeftOut() -> impl IntoView {
    let language = session().language;
    let plant = plant();
    let found = Memo::new(move |_| Conclusions::of(plant));
    let not_applicable = Signal::derive(move || found.with(|found| found.not_applicable.clone()));
    let tailored = move || found.with(|found| found.tailored.clone());
    let item = move |(name, reason): (Bilingual, String)| {
        view! { <li><span class="open-text">{move || name.get(language.get()).to_owned()}</span> <span class="muted small">{reason}</span></li> }
    };
    view! {
        <Show when=move || found.with(Conclusions::leave_something_out)>
            <section class="card">
                <h2>{say(Language::left_out_title)}</h2>
                <Requirements title=Language::not_applicable_count found=not_applicable/>
                <Show when=move || !tailored().is_empty()>
                    <details class="open-group" open>
                        <summary>{say(move |language| language.tailored_count(tailored().len()))}</summary>
                        <ul>{move || tailored().into_iter().map(item).collect_view()}</ul>
                    </details>
                </Show>
            </section>
        </Show>
    }
}

/// The requirements in scope that have no rating, by why; and what was tailored out.
#[derive(Clone, Default, PartialEq)]
struct Conclusions {
    unanswered: Vec<Item>,
    unknown: Vec<Item>,
    not_applicable: Vec<Item>,
    tailored: Vec<(Bilingual, String)>,
}

#[derive(Clone, PartialEq)]
struct Item {
    place: Bilingual,
    text: Bilingual,
    href: String,
    /// Said about it: the reason, or that it is missing.
    remark: Remark,
}

#[derive(Clone, PartialEq)]
enum Remark {
    None,
    Reason(String),
    LacksReason,
}

impl Conclusions {
    fn of(plant: Plant) -> Conclusions {
        plant.assessment.with(|assessment| plant.scope.with(|scope| Conclusions::found(plant, assessment, scope)))
    }

    fn found(plant: Plant, assessment: &Assessment, scope: &Scope) -> Conclusions {
        let mut found = Conclusions::default();
        for dimension in scope.sub_domains(plant.questionnaire) {
            for requirement in scope.requirements(dimension) {
                let entry = assessment.entry(&requirement.id);
                let item = |remark| Item::of(plant, dimension, requirement, remark);
                match entry.conclusion(requirement) {
                    Conclusion::Rated(_) => {}
                    Conclusion::NotApplicable { reason } => {
                        found.not_applicable.push(item(Remark::Reason(reason.to_owned())));
                    }
                    Conclusion::Unknown => found.unknown.push(item(Remark::None)),
                    Conclusion::Unanswered if entry.lacks_reason() => found.unanswered.push(item(Remark::LacksReason)),
                    Conclusion::Unanswered => found.unanswered.push(item(Remark::None)),
                }
            }
        }
        for (id, reason) in assessment.tailored() {
            if let Some(dimension) = plant.questionnaire.dimension(id).filter(|_| !scope.includes(id)) {
                found.tailored.push((dimension.name.clone(), reason.clone()));
            }
        }
        found
    }

    fn leave_something_out(&self) -> bool {
        !self.not_applicable.is_empty() || !self.tailored.is_empty()
    }
}

impl Item {
    fn of(plant: Plant, dimension: &Dimension, requirement: &Requirement, remark: Remark) -> Item {
        let screen = PlantScreen::Questions(dimension.id.clone(), Some(requirement.id.clone()));
        Item {
            place: dimension.name.clone(),
            text: requirement.wording(&plant.assessment.with(|assessment| assessment.variant.clone())).text.clone(),
            href: Route::Plant(plant.id(), screen).href(),
            remark,
        }
    }
}

/// A group that opens, with a link to each question; nothing when there is none.
#[component]
fn Requirements(title: fn(Language, usize) -> String, found: Signal<Vec<Item>>) -> impl IntoView {
    let language = session().language;
    let item = move |Item { place, text, href, remark }: Item| {
        let remark = move || match &remark {
            Remark::None => String::new(),
            Remark::Reason(reason) => reason.clone(),
            Remark::LacksReason => language.get().lacks_reason().to_owned(),
        };
        view! {
            <li>
                <a class="open-text" href=href>{move || text.get(language.get()).to_owned()}</a>
                " " <span class="muted small">{move || place.get(language.get()).to_owned()} " " {remark}</span>
            </li>
        }
    };
    view! {
        <Show when=move || !found.with(Vec::is_empty)>
            <details class="open-group">
                <summary>{say(move |language| title(language, found.with(Vec::len)))}</summary>
                <ul>{move || found.get().into_iter().map(item).collect_view()}</ul>
            </details>
        </Show>
    }
}
