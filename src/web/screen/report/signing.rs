//! The signature: an on-site assessor stands for the assessment as it is.

use leptos::prelude::*;

use crate::assessment::Kind;
use crate::language::Language;
use crate::web::clock;
use crate::web::component::field::TextField;
use crate::web::plant::plant;
use crate::web::session::{say, text};

#[component]
pub fn Signing() -> impl IntoView {
    let plant = plant();
    let name = RwSignal::new(plant.assessment.with_untracked(|assessment| assessment.assessor.clone()));
    let on_site = move || plant.assessment.with(|assessment| assessment.kind == Kind::OnSite);
    let standing = move || {
        plant.assessment.with(|assessment| {
            let signature = assessment.signed()?;
            Some((signature.name.clone(), signature.at, assessment.signature().is_some()))
        })
    };
    let says = Signal::derive(say(move |language: Language| match standing() {
        Some((name, at, true)) => language.signed_is(&name, &language.date(at)),
        Some((name, at, false)) => language.signed_is_void(&name, &language.date(at)),
        None => language.sign_lead().to_owned(),
    }));
    let holds = move || standing().is_some_and(|(.., holds)| holds);
    let sign = move |_| {
        let name = name.get_untracked().trim().to_owned();
        plant.edit(|assessment| assessment.sign(name, clock::now()));
    };
    view! {
        <section class="card">
            <h2>{say(Language::sign_title)}</h2>
            <Show when=on_site fallback=move || view! { <p class="muted">{say(Language::self_not_signed)}</p> }>
                <p>{says}</p>
                <Show when=move || { !holds() }>
                    <div class="fields">
                        <TextField label=text(Language::sign_name) value=name on_edit=move |typed| name.set(typed)/>
                    </div>
                    <div class="actions">
                        <button type="button" on:click=sign prop:disabled=move || name.with(|name| name.trim().is_empty())>
                            {say(Language::sign_now)}
                        </button>
                    </div>
                </Show>
            </Show>
        </section>
    }
}
