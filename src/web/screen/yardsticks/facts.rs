//! The facts page: figures and yes-or-no facts by group, none required, and what follows from them.

use leptos::prelude::*;

use super::Head;
use crate::assessment::{FactAnswer, FactId};
use crate::exact::short;
use crate::facts::{self, Fact, FactKind, Facts as Definitions, Ratio, Refused};
use crate::language::Language;
use crate::web::component::field::TextField;
use crate::web::plant::plant;
use crate::web::route::{PlantScreen, Route};
use crate::web::session::{say, session, text};

#[component]
pub fn Facts() -> impl IntoView {
    let definitions = Definitions::shipped();
    let groups = definitions.groups.iter().map(move |group| {
        let facts = definitions.facts.iter().filter(|fact| fact.group == group.id);
        view! {
            <section class="card">
                <h2>{say(move |language| group.name.get(language))}</h2>
                <div class="fields">{facts.map(|fact| view! { <FactField fact/> }).collect_view()}</div>
            </section>
        }
    });
    view! {
        <Head title=Language::screen_facts lead=Language::facts_lead/>
        <Contradictions/>
        {groups.collect_view()}
        <section class="card">
            <h2>{say(Language::facts_computed)}</h2>
            <dl class="ratios">{definitions.ratios.iter().map(|ratio| view! { <RatioLine ratio/> }).collect_view()}</dl>
        </section>
    }
}

/// One fact, whatever its kind.
#[component]
pub fn FactField(fact: &'static Fact) -> impl IntoView {
    match &fact.kind {
        FactKind::Number { .. } => view! { <NumberField fact/> }.into_any(),
        FactKind::Profile { .. } => view! { <FromProfile fact/> }.into_any(),
        FactKind::YesNo | FactKind::Choice(_) => view! { <ChoiceField fact/> }.into_any(),
    }
}

/// A figure. What is refused stays as it was typed, with the reason, and is not kept.
#[component]
fn NumberField(fact: &'static Fact) -> impl IntoView {
    let plant = plant();
    let kept = Memo::new(move |_| plant.assessment.with(|assessment| assessment.fact(&fact.id).cloned()));
    let refused = RwSignal::new(None::<Refused>);
    let typed = RwSignal::new(kept.get_untracked().as_ref().map(number_text).unwrap_or_default());
    // Follows edits made elsewhere, such as on the index's page.
    Effect::new(move || {
        let kept = kept.get();
        if refused.get_untracked().is_none() {
            let shown = typed.get_untracked();
            let same = fact.number(&shown).ok().map(FactAnswer::Number) == kept;
            if !same {
                typed.set(kept.as_ref().map(number_text).unwrap_or_default());
            }
        }
    });
    let edit = move |text: String| {
        let answer = if text.trim().is_empty() { Ok(None) } else { fact.number(&text).map(Some) };
        typed.set(text);
        match answer {
            Ok(number) => {
                refused.set(None);
                plant.edit(|assessment| assessment.state_fact(&fact.id, number.map(FactAnswer::Number)));
            }
            Err(reason) => refused.set(Some(reason)),
        }
    };
    let hint = text(move |language: Language| match refused.get() {
        Some(reason) => language.number_refused(&reason),
        None => hint_of(fact, language),
    });
    view! {
        <div class="fact-field">
            <TextField
                label=text(move |language| language.fact_with_unit(fact))
                value=typed
                on_edit=edit
                hint=hint
                wrong=Signal::derive(move || refused.with(Option::is_some))
                keyboard="decimal"
            />
            <Absent fact/>
        </div>
    }
}

/// "Not known" and "not applicable", which are neither empty nor zero.
#[component]
fn Absent(fact: &'static Fact) -> impl IntoView {
    let plant = plant();
    let toggle = move |answer: FactAnswer, name: fn(Language) -> &'static str| {
        let this = answer.clone();
        let pressed = Memo::new(move |_| plant.assessment.with(|assessment| assessment.fact(&fact.id) == Some(&this)));
        let press = move |_| {
            let answer = (!pressed.get_untracked()).then(|| answer.clone());
            plant.edit(|assessment| assessment.state_fact(&fact.id, answer));
        };
        view! {
            <button class="quiet small" type="button" aria-pressed=move || pressed.get().to_string() on:click=press>
                {say(name)}
            </button>
        }
    };
    view! {
        <span class="fact-absent">
            {toggle(FactAnswer::Unknown, Language::unknown)}
            {toggle(FactAnswer::NotApplicable, Language::not_applicable)}
        </span>
    }
}

#[component]
fn FromProfile(fact: &'static Fact) -> impl IntoView {
    let plant = plant();
    let value = say(move |language| {
        let number = plant.assessment.with(|assessment| facts::number(assessment, &fact.id));
        number.map_or_else(|| language.unanswered().to_owned(), |number| short(&number.round(4)).to_owned())
    });
    view! {
        <div class="field">
            <span class="field-label">{say(move |language| language.fact_with_unit(fact))}</span>
            <p>{value} " " <a href=Route::Plant(plant.id(), PlantScreen::Profile).href()>{say(Language::on_the_profile)}</a></p>
        </div>
    }
}

/// A yes or no, or one of a few, with the ways of not saying.
#[component]
fn ChoiceField(fact: &'static Fact) -> impl IntoView {
    let plant = plant();
    let language = session().language;
    let id = format!("fact-{}", fact.id);
    let answers = move || {
        let language = language.get();
        let mut answers: Vec<(Option<FactAnswer>, String)> = vec![(None, language.unanswered().to_owned())];
        match &fact.kind {
            FactKind::Choice(choices) => answers.extend(
                choices
                    .iter()
                    .map(|choice| (Some(FactAnswer::Choice(choice.id.clone())), choice.name.get(language).to_owned())),
            ),
            _ => answers.extend(
                [(true, language.yes()), (false, language.no())]
                    .map(|(yes, word)| (Some(FactAnswer::YesNo(yes)), word.to_owned())),
            ),
        }
        answers.push((Some(FactAnswer::Unknown), language.unknown().to_owned()));
        answers.push((Some(FactAnswer::NotApplicable), language.not_applicable().to_owned()));
        answers
    };
    let entries = move || {
        let kept = plant.assessment.with(|assessment| assessment.fact(&fact.id).cloned());
        let entry = |(place, (answer, name)): (usize, (Option<FactAnswer>, String))| {
            let selected = answer == kept;
            view! { <option value=place.to_string() selected=selected prop:selected=selected>{name}</option> }
        };
        answers().into_iter().enumerate().map(entry).collect_view()
    };
    let choose = move |event| {
        let place: Option<usize> = event_target_value(&event).parse().ok();
        let Some((answer, _)) = place.and_then(|place| untrack(answers).into_iter().nth(place)) else { return };
        plant.edit(|assessment| assessment.state_fact(&fact.id, answer));
    };
    view! {
        <label class="field" for=id.clone()>
            <span class="field-label">{say(move |language| fact.name.get(language))}</span>
            <select id=id.clone() on:change=choose>{entries}</select>
            <span class="hint">{say(move |language| hint_of(fact, language))}</span>
        </label>
    }
}

/// Figures that cannot be, with the way to put them right.
#[component]
pub fn Contradictions() -> impl IntoView {
    let plant = plant();
    let sentences = say(move |language| {
        let found = plant.assessment.with(|assessment| Definitions::shipped().impossible(assessment));
        found.iter().map(|impossible| language.impossible_figures(impossible)).collect::<Vec<_>>()
    });
    move || {
        let sentences = sentences();
        (!sentences.is_empty()).then(|| {
            view! {
                <div class="callout trouble" role="alert">
                    {sentences.into_iter().map(|sentence| view! { <p>{sentence}</p> }).collect_view()}
                </div>
            }
        })
    }
}

/// A ratio with its formula, the figures filled in, and what it comes to.
#[component]
pub fn RatioLine(ratio: &'static Ratio) -> impl IntoView {
    let plant = plant();
    let value =
        say(move |language| plant.assessment.with(|assessment| language.quotient(ratio, &ratio.of(assessment))));
    let formula = say(move |language| plant.assessment.with(|assessment| formula(ratio, assessment, language)));
    view! {
        <div class="ratio">
            <dt>{say(move |language| ratio.name.get(language))}</dt>
            <dd><strong>{value}</strong> " " <span class="muted small">{formula}</span></dd>
        </div>
    }
}

fn formula(ratio: &Ratio, assessment: &crate::assessment::Assessment, language: Language) -> String {
    let side = |id: &FactId| {
        let name = Definitions::shipped().fact(id).map_or("", |fact| fact.name.get(language));
        match facts::number(assessment, id) {
            Some(number) => language.figure_named(name, short(&number.round(4))),
            None => name.to_owned(),
        }
    };
    format!("{} ÷ {}", side(&ratio.numerator), side(&ratio.denominator))
}

fn number_text(answer: &FactAnswer) -> String {
    match answer {
        FactAnswer::Number(number) => short(&number.round(FactAnswer::DECIMALS)).to_owned(),
        _ => String::new(),
    }
}

/// What counts, and the plan's target where there is one.
fn hint_of(fact: &Fact, language: Language) -> String {
    let definitions = Definitions::shipped();
    let target = definitions.target(fact).map(|target| language.plan_target(target, &definitions.plan));
    [Some(fact.help.get(language).to_owned()), target].into_iter().flatten().collect::<Vec<_>>().join(" ")
}
