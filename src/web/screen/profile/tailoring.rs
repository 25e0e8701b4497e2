//! What is left out because the plant has no such activity, and why.

use leptos::prelude::*;

use crate::language::Language;
use crate::questionnaire::Dimension;
use crate::web::component::field::TextField;
use crate::web::plant::plant;
use crate::web::session::{say, text};

#[component]
pub fn Tailoring() -> impl IntoView {
    let plant = plant();
    let tailorable = plant.questionnaire.dimensions().into_iter().filter(|dimension| dimension.tailorable);
    view! {
        <section class="card">
            <h2>{say(Language::tailoring)}</h2>
            <p class="muted">{say(Language::tailoring_lead)}</p>
            <ul class="tailorings">{tailorable.map(|dimension| view! { <Entry dimension/> }).collect_view()}</ul>
        </section>
    }
}

#[component]
fn Entry(dimension: &'static Dimension) -> impl IntoView {
    let plant = plant();
    let id = &dimension.id;
    let reason = Memo::new(move |_| plant.assessment.with(|assessment| assessment.tailored().get(id).cloned()));
    let chosen = Memo::new(move |_| reason.with(Option::is_some));
    let missing =
        Signal::derive(move || reason.with(|reason| reason.as_ref().is_some_and(|reason| reason.trim().is_empty())));
    let name = say(move |language| {
        let name = dimension.name.get(language);
        let below: Vec<&str> = dimension.children.iter().map(|child| child.name.get(language)).collect();
        if below.is_empty() {
            name.to_owned()
        } else {
            language.with_parts(name, &below.join(language.list_separator()))
        }
    });
    // A slip of the mouse does not cost the reason: it comes back with the tick.
    let last_reason = StoredValue::new(String::new());
    let switch = move |event| {
        if event_target_checked(&event) {
            plant.edit(|assessment| assessment.tailor(id, last_reason.get_value()));
        } else {
            last_reason.set_value(reason.get_untracked().unwrap_or_default());
            plant.edit(|assessment| assessment.keep(id));
        }
    };
    view! {
        <li class="tailoring" class:chosen=chosen>
            <label class="check">
                <input type="checkbox" prop:checked=chosen on:change=switch/>
                <span>{name}</span>
            </label>
            <Show when=move || chosen.get()>
                <TextField
                    label=text(Language::reason_to_leave_out)
                    value=Signal::derive(move || reason.get().unwrap_or_default())
                    on_edit=move |reason| plant.edit(|assessment| assessment.tailor(id, reason))
                    hint=text(move |language| if missing.get() { language.tailoring_needs_reason() } else { language.tailoring_in_effect() })
                    wrong=missing
                />
            </Show>
        </li>
    }
}
