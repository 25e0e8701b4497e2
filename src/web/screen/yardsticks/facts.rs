//! The facts page: figures and yes-or-no facts by group, none required, and what follows from them.

use leptos::prelude::*;

use super::Head;
use super::fact_field::{FactField, Targets};
use crate::assessment::{Assessment, FactId};
use crate::exact::short;
use crate::facts::{self, Facts as Definitions, Ratio};
use crate::language::Language;
use crate::web::component::provenance::Provenance;
use crate::web::plant::plant;
use crate::web::session::say;

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
        <section class="card">
            <h2>{say(Language::rests_on)}</h2>
            <ul>
                {definitions.plan_sources.iter().chain(&definitions.sources).map(|source| view! { <li><Provenance source/></li> }).collect_view()}
            </ul>
        </section>
    }
}

/// Figures that cannot be, with the way to put them right.
#[component]
pub fn Contradictions() -> impl IntoView {
    let plant = plant();
    let sentences = say(move |language| {
        let found = plant.assessment.with(|assessment| Definitions::shipped().problems(assessment));
        found.iter().map(|problem| language.fact_problem(problem)).collect::<Vec<_>>()
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
    let definitions = Definitions::shipped();
    let value =
        say(move |language| plant.assessment.with(|assessment| language.quotient(ratio, &ratio.of(assessment))));
    let change = say(move |language| {
        let change = plant.assessment.with(|assessment| definitions.change(ratio, assessment));
        change.map(|change| language.ratio_change(&change))
    });
    let formula = say(move |language| plant.assessment.with(|assessment| formula(ratio, assessment, language)));
    view! {
        <div class="ratio">
            <dt>{say(move |language| ratio.name.get(language))}</dt>
            <dd>
                <strong>{value}</strong> " " <span>{change}</span> " " <span class="muted small">{formula}</span>
                <Targets targets=definitions.targets_of_ratio(ratio).collect()/>
            </dd>
        </div>
    }
}

/// Numerator and denominator with what they are.
fn formula(ratio: &Ratio, assessment: &Assessment, language: Language) -> String {
    let side = |id: &FactId| {
        let name = Definitions::shipped().fact(id).map_or("", |fact| fact.name.get(language));
        match facts::number(assessment, id) {
            Some(number) => language.figure_named(name, short(&number.round(4))),
            None => name.to_owned(),
        }
    };
    format!("{} ÷ {}", side(&ratio.numerator), side(&ratio.denominator))
}
