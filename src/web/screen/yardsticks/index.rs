//! The SME index's page: its questions with their points, then the scenes with their ladders.

use std::collections::BTreeSet;

use leptos::prelude::*;

use super::Head;
use super::fact_field::FactField;
use super::facts::{Contradictions, RatioLine};
use super::scenes::Scenes;
use crate::assessment::{Change, FactId, IndexAnswer, OptionId};
use crate::facts::Facts;
use crate::language::Language;
use crate::sme_index::{self, Choice, Index as Definitions, IndexResult, NONE, Question, QuestionKind};
use crate::suggestions::Suggestions;
use crate::web::component::provenance::Provenance;
use crate::web::component::suggestion::Suggestion;
use crate::web::plant::{Plant, plant};
use crate::web::session::say;

#[component]
pub fn Index() -> impl IntoView {
    let index = Definitions::shipped();
    let plant = plant();
    let result = result(plant);
    let dimensions = index.dimensions.iter().map(move |dimension| {
        let questions = index.questions.iter().filter(|question| question.dimension == dimension.id);
        view! {
            <section class="card">
                <h2>{say(move |language| dimension.name.get(language))}</h2>
                {questions.map(|question| view! { <QuestionCard question result/> }).collect_view()}
            </section>
        }
    });
    view! {
        <Head title=Language::screen_index lead=Language::index_lead/>
        <Standing result/>
        <Contradictions/>
        {dimensions.collect_view()}
        <Scenes/>
        <section class="card">
            <h2>{say(Language::rests_on)}</h2>
            <ul>{index.sources.iter().map(|source| view! { <li><Provenance source/></li> }).collect_view()}</ul>
        </section>
    }
}

/// The index's result, following every edit.
pub fn result(plant: Plant) -> Memo<IndexResult> {
    Memo::new(move |_| {
        plant.assessment.with(|assessment| sme_index::score(Definitions::shipped(), Facts::shipped(), assessment))
    })
}

/// Points, level and what is missing, at the top of the page.
#[component]
fn Standing(result: Memo<IndexResult>) -> impl IntoView {
    let index = Definitions::shipped();
    view! {
        <section class="card" aria-live="polite">
            <p class="lead">{say(move |language| result.with(|result| language.index_standing(result, index)))}</p>
            <p>{say(move |language| result.with(|result| language.index_next(result, index)))}</p>
        </section>
    }
}

#[component]
fn QuestionCard(question: &'static Question, result: Memo<IndexResult>) -> impl IntoView {
    let points = say(move |language| {
        result.with(|result| {
            let own = result.questions.iter().find(|own| own.question == question.id);
            own.map_or(String::new(), |own| language.index_points(own, question))
        })
    });
    let ways = match &question.kind {
        QuestionKind::One(choices) => view! { <Options question choices several=false/> }.into_any(),
        QuestionKind::Several(choices) => view! { <Options question choices several=true/> }.into_any(),
        QuestionKind::Ratio { ratio, .. } => view! { <Figures names=vec![ratio]/> }.into_any(),
        QuestionKind::Change { now, before, .. } => view! {
            <Figures names=vec![now, before]/>
            <Stated question/>
        }
        .into_any(),
    };
    view! {
        <fieldset class="index-question">
            <legend>{say(move |language| question.text.get(language))}</legend>
            {ways}
            <p class="muted small">{points}</p>
        </fieldset>
    }
}

#[component]
fn Options(question: &'static Question, choices: &'static [Choice], several: bool) -> impl IntoView {
    let plant = plant();
    let chosen = Memo::new(move |_| plant.assessment.with(|assessment| assessment.index_answer(&question.id).cloned()));
    let option = move |choice: &'static Choice| {
        let holds = move || {
            chosen.with(|chosen| matches!(chosen, Some(IndexAnswer::Options(options)) if options.contains(&choice.id)))
        };
        let toggle = move |_| {
            let options = untrack(|| next(chosen.get(), &choice.id, several));
            plant.edit(|assessment| assessment.answer_index(&question.id, Some(IndexAnswer::Options(options))));
        };
        let kind = if several { "checkbox" } else { "radio" };
        view! {
            <label class="option-line">
                <input type=kind name=question.id.to_string() prop:checked=holds on:change=toggle/>
                <span>{say(move |language| choice.text.get(language))}</span>
            </label>
        }
    };
    let suggested = Memo::new(move |_| {
        let suggested = plant.assessment.with(|assessment| {
            let options = Suggestions::shipped().options(&question.id, assessment);
            options.first().map(|suggestion| suggestion.option.clone())
        });
        // Where one option counts, a suggestion is for those who have not chosen.
        suggested.filter(|_| several || chosen.with(Option::is_none))
    });
    let words = move |id: &OptionId, language: Language| {
        choices.iter().find(|choice| choice.id == *id).map(|choice| choice.text.get(language).to_owned())
    };
    let accept = move || {
        let Some(option) = suggested.get_untracked() else { return };
        let options = next(chosen.get_untracked(), &option, several);
        plant.edit(|assessment| assessment.answer_index(&question.id, Some(IndexAnswer::Options(options))));
    };
    view! {
        <div class="option-lines">
            {choices.iter().map(option).collect_view()}
            <UnknownOrOpen question/>
        </div>
        <Suggestion
            sentence=move |language: Language| {
                suggested.get().and_then(|id| words(&id, language)).map(|option| language.suggested_option(&option))
            }
            accept=accept
        />
    }
}

/// What is chosen after a press: "none of these" and the others exclude each other.
fn next(chosen: Option<IndexAnswer>, pressed: &OptionId, several: bool) -> BTreeSet<OptionId> {
    let mut options = match chosen {
        Some(IndexAnswer::Options(options)) if several => options,
        _ => BTreeSet::new(),
    };
    if !options.remove(pressed) {
        options.retain(|other| (other.as_str() == NONE) == (pressed.as_str() == NONE));
        options.insert(pressed.clone());
    }
    options
}

#[component]
fn UnknownOrOpen(question: &'static Question) -> impl IntoView {
    let plant = plant();
    let answer = Memo::new(move |_| plant.assessment.with(|assessment| assessment.index_answer(&question.id).cloned()));
    let unknown = move || answer.with(|answer| *answer == Some(IndexAnswer::Unknown));
    let toggle = move |_| {
        let answer = (!untrack(unknown)).then_some(IndexAnswer::Unknown);
        plant.edit(|assessment| assessment.answer_index(&question.id, answer));
    };
    view! {
        <button class="quiet small" type="button" aria-pressed=move || unknown().to_string() on:click=toggle>
            {say(Language::unknown)}
        </button>
    }
}

/// The figures that ratios, or facts themselves, are computed from, edited in place, and what they come to.
#[component]
fn Figures(names: Vec<&'static String>) -> impl IntoView {
    let facts = Facts::shipped();
    let ratios: Vec<_> = names.iter().filter_map(|name| facts.ratio(name)).collect();
    let mut ids: Vec<FactId> = Vec::new();
    for name in &names {
        match facts.ratio(name) {
            Some(ratio) => ids.extend([ratio.numerator.clone(), ratio.denominator.clone()]),
            None => ids.push(FactId::from(name.as_str())),
        }
    }
    let fields = ids.into_iter().filter_map(|id| facts.fact(&id));
    view! {
        <div class="fields">{fields.map(|fact| view! { <FactField fact/> }).collect_view()}</div>
        <dl class="ratios">{ratios.into_iter().map(|ratio| view! { <RatioLine ratio/> }).collect_view()}</dl>
    }
}

/// How a figure moved, for where the figures themselves are not at hand.
#[component]
fn Stated(question: &'static Question) -> impl IntoView {
    let plant = plant();
    let choice = move |change: Change| {
        let answer = IndexAnswer::Change(change);
        let this = answer.clone();
        let holds = move || plant.assessment.with(|assessment| assessment.index_answer(&question.id) == Some(&this));
        let choose = move |_| plant.edit(|assessment| assessment.answer_index(&question.id, Some(answer.clone())));
        view! {
            <label class="option-line">
                <input type="radio" name=question.id.to_string() prop:checked=holds on:change=choose/>
                <span>{say(move |language| language.change_word(change))}</span>
            </label>
        }
    };
    view! {
        <p class="small">{say(Language::or_state_the_change)}</p>
        <div class="option-lines">{Change::ALL.map(choice).collect_view()} <UnknownOrOpen question/></div>
    }
}
