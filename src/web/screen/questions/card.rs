//! One requirement with everything that can be said about it.

use leptos::prelude::*;

use crate::assessment::Answer;
use crate::language::{Bilingual, Language};
use crate::questionnaire::{DimensionId, EvidenceKind, Rating, Requirement, RequirementId, Wording};
use crate::sme_index::Index;
use crate::suggestions::Suggestions;
use crate::web::component::field::{LongTextField, TextField};
use crate::web::component::icon::{Glyph, Icon};
use crate::web::component::suggestion::Suggestion;
use crate::web::component::terms::Terms;
use crate::web::keyboard::Choice;
use crate::web::plant::plant;
use crate::web::session::{say, text};

/// `number` counts on the page, from 1.
#[component]
pub fn Card(sub_domain: DimensionId, requirement: &'static Requirement, number: usize) -> impl IntoView {
    let plant = plant();
    let id = &requirement.id;
    let entry = plant.entry(id);
    let flagged = Memo::new(move |_| entry.with(|entry| entry.flagged));
    let suggested = Memo::new(move |_| {
        plant.assessment.with(|assessment| {
            let found = Suggestions::shipped().of_requirement(id, assessment);
            found.map(|(scene, level)| (scene.clone(), level))
        })
    });
    let largely_met = plant.questionnaire.rating(Rating::LargelyMet);
    let heading_id = format!("{id}/text");
    let labelled_by = heading_id.clone();
    view! {
        <article
            class="requirement"
            id=id.to_string()
            tabindex="-1"
            aria-labelledby=heading_id.clone()
            on:focusin=move |_| super::note_in_address(plant, &sub_domain, id)
        >
            <div class="requirement-head">
                <h3 id=heading_id.clone()>
                    <span class="number" aria-hidden="true">{number}</span>
                    <span>{say(move |language| plant.wording(requirement).text.get(language).to_owned())}</span>
                </h3>
                <button
                    class="quiet flag"
                    type="button"
                    aria-pressed=move || flagged.get().to_string()
                    on:click=move |_| plant.edit(|assessment| assessment.flag(id, !flagged.get_untracked()))
                >
                    <Glyph icon=Icon::Flag/>
                    <span>{say(move |language| if flagged.get() { language.flagged() } else { language.flag() })}</span>
                </button>
            </div>
            <dl class="guide">
                <div>
                    <dt>{say(Language::fully_met_means)}</dt>
                    <dd>{say(move |language| plant.wording(requirement).met.get(language).to_owned())}</dd>
                </div>
                <EvidenceToSee requirement/>
                {requirement.ask.as_ref().and_then(|role| plant.questionnaire.role(role)).map(|role| view! {
                    <div>
                        <dt>{say(Language::whom_to_ask)}</dt>
                        <dd>{say(move |language| role.name.get(language))}</dd>
                    </div>
                })}
            </dl>
            <Background requirement/>
            <Terms text=move |language| read_in(plant.wording(requirement), requirement, language)/>
            <Choices requirement labelled_by=labelled_by/>
            <Reason requirement/>
            <Suggestion
                sentence=move |language: Language| {
                    let (scene, level) = suggested.get()?;
                    let scene = Index::shipped().scene(&scene)?.name.get(language);
                    Some(language.suggested_rating(scene, level, largely_met.name.get(language)))
                }
                accept=move || plant.edit(|assessment| assessment.answer(id, Some(Answer::Rated(Rating::LargelyMet))))
            />
            <LongTextField
                label=text(Language::note)
                placeholder=text(Language::note_hint)
                value=Signal::derive(move || entry.with(|entry| entry.note.clone()))
                on_edit=move |note| plant.edit(|assessment| assessment.note(id, note))
            />
        </article>
    }
}

/// What shows how far the requirement is met, by kind.
#[component]
fn EvidenceToSee(requirement: &'static Requirement) -> impl IntoView {
    EvidenceKind::ALL
        .map(|kind| {
            let of_kind = requirement.evidence.iter().filter(|evidence| evidence.kind == kind);
            let texts: Vec<&Bilingual> = of_kind.map(|evidence| &evidence.text).collect();
            (!texts.is_empty()).then(|| {
                let joined =
                    move |language| texts.iter().map(|text| text.get(language)).collect::<Vec<_>>().join(" · ");
                view! {
                    <div>
                        <dt>{say(move |language| language.evidence_kind(kind))}</dt>
                        <dd>{say(joined)}</dd>
                    </div>
                }
            })
        })
        .collect_view()
}

/// Why it is asked and how it is mistaken, for whoever wants to know.
#[component]
fn Background(requirement: &'static Requirement) -> impl IntoView {
    let part = |title: fn(Language) -> &'static str, text: &'static Option<Bilingual>| {
        text.as_ref().map(|text| {
            view! {
                <div>
                    <dt>{say(title)}</dt>
                    <dd>{say(move |language| text.get(language))}</dd>
                </div>
            }
        })
    };
    (requirement.why.is_some() || requirement.pitfall.is_some()).then(|| {
        view! {
            <details class="background">
                <summary>{say(Language::why_and_pitfall)}</summary>
                <dl class="guide">
                    {part(Language::why_it_is_asked, &requirement.why)}
                    {part(Language::usual_mistake, &requirement.pitfall)}
                </dl>
            </details>
        }
    })
}

/// All that the card says of a requirement, for its terms to be found.
fn read_in(wording: &Wording, requirement: &Requirement, language: Language) -> String {
    let parts = [Some(&wording.text), Some(&wording.met), wording.largely.as_ref(), wording.partly.as_ref()];
    let more = [requirement.why.as_ref(), requirement.pitfall.as_ref()];
    let texts =
        parts.into_iter().chain(more).flatten().chain(requirement.evidence.iter().map(|evidence| &evidence.text));
    texts.map(|text| text.get(language)).collect::<Vec<_>>().join("\n")
}

/// The id of the radio button for a choice.
pub(super) fn choice_id(requirement: &RequirementId, choice: Choice) -> String {
    let place = Choice::ALL.iter().position(|other| *other == choice).expect("every choice is among all");
    format!("{requirement}/{place}")
}

/// The ratings, and below them what is no rating.
#[component]
fn Choices(requirement: &'static Requirement, labelled_by: String) -> impl IntoView {
    let last_reason = remember_reason(requirement);
    let (ratings, others): (Vec<Choice>, Vec<Choice>) =
        Choice::ALL.into_iter().partition(|choice| matches!(choice, Choice::Rated(_)));
    let others =
        others.into_iter().filter(|choice| *choice != Choice::NotApplicable || requirement.may_be_not_applicable);
    view! {
        <fieldset class="choices" aria-labelledby=labelled_by>
            <div class="ratings">{ratings.into_iter().map(|choice| view! { <Radio requirement choice last_reason/> }).collect_view()}</div>
            <div class="others">
                {others.map(|choice| view! { <Radio requirement choice last_reason/> }).collect_view()}
                <TakeBack requirement/>
            </div>
        </fieldset>
    }
}

/// The last reason given here why the requirement does not apply: a slip to another choice and back does not cost it.
fn remember_reason(requirement: &'static Requirement) -> StoredValue<String> {
    let entry = plant().entry(&requirement.id);
    let last_reason = StoredValue::new(String::new());
    Effect::new(move || {
        entry.with(|entry| {
            if let Some(Answer::NotApplicable { reason }) = &entry.answer {
                last_reason.set_value(reason.clone());
            }
        });
    });
    last_reason
}

#[component]
fn Radio(requirement: &'static Requirement, choice: Choice, last_reason: StoredValue<String>) -> impl IntoView {
    let plant = plant();
    let questionnaire = plant.questionnaire;
    let id = &requirement.id;
    let entry = plant.entry(id);
    let chosen = Memo::new(move |_| entry.with(|entry| entry.answer.as_ref().map(Choice::of) == Some(choice)));
    let choose = move |_| {
        let answer = choice.answer(last_reason.get_value());
        plant.edit(|assessment| assessment.answer(id, Some(answer)));
    };
    let (kind, name, meaning) = match choice {
        Choice::Rated(rating) => {
            let words = questionnaire.rating(rating);
            let name = say(move |language| words.name.get(language));
            // What the rating looks like here, or else what it means everywhere.
            let meaning = say(move |language| {
                let here = plant.wording(requirement).looks_like(rating).filter(|_| rating != Rating::Met);
                here.unwrap_or(&words.meaning).get(language)
            });
            (rating.id(), name.into_any(), meaning.into_any())
        }
        Choice::Unknown => ("unknown", say(Language::unknown).into_any(), say(Language::unknown_means).into_any()),
        Choice::NotApplicable => {
            ("not-applicable", say(Language::not_applicable).into_any(), say(Language::not_applicable_means).into_any())
        }
    };
    view! {
        <label class="choice" data-choice=kind>
            <input
                type="radio"
                name=id.to_string()
                id=choice_id(id, choice)
                prop:checked=chosen
                on:change=choose
            />
            <span class="choice-mark" aria-hidden="true"></span>
            <span class="choice-name">{name}</span>
            <span class="choice-meaning">{meaning}</span>
        </label>
    }
}

/// Makes a requirement unanswered again, which is not the same as not known.
#[component]
fn TakeBack(requirement: &'static Requirement) -> impl IntoView {
    let plant = plant();
    let entry = plant.entry(&requirement.id);
    let answered = Memo::new(move |_| entry.with(|entry| entry.answer.is_some()));
    let take_back = move |_| plant.edit(|assessment| assessment.answer(&requirement.id, None));
    view! {
        <Show when=move || answered.get()>
            <button class="quiet take-back" type="button" on:click=take_back>{say(Language::take_back)}</button>
        </Show>
    }
}

/// Asks why a requirement does not apply.
#[component]
fn Reason(requirement: &'static Requirement) -> impl IntoView {
    let plant = plant();
    let id = &requirement.id;
    let entry = plant.entry(id);
    let reason = Memo::new(move |_| {
        entry.with(|entry| match &entry.answer {
            Some(Answer::NotApplicable { reason }) => Some(reason.clone()),
            _ => None,
        })
    });
    let missing = Signal::derive(move || entry.with(|entry| entry.lacks_reason()));
    let edit = move |reason| {
        plant.edit(|assessment| assessment.answer(id, Some(Answer::NotApplicable { reason })));
    };
    view! {
        <Show when=move || reason.with(Option::is_some)>
            <TextField
                label=text(Language::reason_not_applicable)
                value=Signal::derive(move || reason.get().unwrap_or_default())
                on_edit=edit
                hint=text(move |language| if missing.get() { language.reason_is_needed() } else { "" })
                wrong=missing
            />
        </Show>
    }
}
