//! The tiers' page: each ladder condition by condition, the facts they ask, and the typical scenes to tick.

use leptos::prelude::*;

use super::Head;
use super::fact_field::FactField;
use super::typical_scenes::TypicalScenes;
use crate::facts::Facts;
use crate::language::Language;
use crate::tiers::{self, Condition, ConditionResult, Lacking, LadderResult, State, TierResult, Tiers as Definitions};
use crate::web::component::provenance::{Mark, Provenance};
use crate::web::plant::plant;
use crate::web::route::{PlantScreen, Route};
use crate::web::session::say;

#[component]
pub fn Tiers() -> impl IntoView {
    let definitions = Definitions::shipped();
    let plant = plant();
    let results = Memo::new(move |_| {
        plant
            .assessment
            .with(|assessment| plant.scorecard.with(|scorecard| tiers::evaluate(definitions, assessment, scorecard)))
    });
    let facts = definitions.facts().into_iter().filter_map(|id| Facts::shipped().fact(id));
    view! {
        <Head title=Language::screen_tiers lead=Language::tiers_lead/>
        {(0..definitions.ladders.len()).map(|place| view! { <Ladder results place/> }).collect_view()}
        <section class="card">
            <h2>{say(Language::tier_facts)}</h2>
            <div class="fields">{facts.map(|fact| view! { <FactField fact/> }).collect_view()}</div>
        </section>
        <TypicalScenes/>
        <section class="card">
            <h2>{say(Language::rests_on)}</h2>
            <ul>{definitions.sources.iter().map(|source| view! { <li><Provenance source/></li> }).collect_view()}</ul>
        </section>
    }
}

type Results = Memo<Vec<LadderResult<'static>>>;

/// The ladder at a place among the shipped ones.
#[component]
fn Ladder(results: Results, place: usize) -> impl IntoView {
    let ladder = &Definitions::shipped().ladders[place];
    // The tier to work on is open at first; afterwards the reader opens and closes what they like.
    let first = results.with_untracked(|results| results[place].next().map(|next| next.tier.id.clone()));
    let tiers = ladder.tiers.iter().enumerate().map(|(at, tier)| {
        let result = Memo::new(move |_| results.with(|results| results[place].tiers[at].clone()));
        view! { <Tier result open={first.as_ref() == Some(&tier.id)}/> }
    });
    view! {
        <section class="card">
            <h2>{say(move |language| ladder.name.get(language))}</h2>
            <p>{say(move |language| results.with(|results| language.ladder_standing(&results[place])))}</p>
            {tiers.collect_view()}
        </section>
    }
}

#[component]
fn Tier(result: Memo<TierResult<'static>>, open: bool) -> impl IntoView {
    let tier = result.with_untracked(|result| result.tier);
    let conditions = tier.conditions.iter().enumerate().map(|(at, condition)| {
        let result = Memo::new(move |_| result.with(|result| result.conditions[at].clone()));
        view! { <ConditionLine condition result/> }
    });
    view! {
        <details class="tier" open=open>
            <summary>
                <h3>{say(move |language| tier.name.get(language))}</h3> " "
                <span>{say(move |language| result.with(|result| language.tier_standing(result)))}</span>
            </summary>
            <p class="muted small">{say(move |language| tier.about.get(language))}</p>
            <ul class="conditions">{conditions.collect_view()}</ul>
        </details>
    }
}

#[component]
fn ConditionLine(condition: &'static Condition, result: Memo<ConditionResult>) -> impl IntoView {
    let plant = plant();
    let state = say(move |language| {
        result.with(|result| language.condition_state(result.state, result.lacking.as_ref()).to_owned())
    });
    let lacking = say(move |language| {
        result.with(|ConditionResult { state, lacking }| {
            let tell = |lacking| language.lacking(*state, lacking, Definitions::shipped(), plant.questionnaire);
            lacking.as_ref().map(tell).unwrap_or_default()
        })
    });
    let way = move || {
        let to = result.with(|result| result.lacking.as_ref().and_then(way_on))?;
        let name = if to == PlantScreen::Profile { Language::to_profile } else { Language::to_result };
        Some(view! { " " <a class="small" href=Route::Plant(plant.id(), to).href()>{say(name)}</a> })
    };
    let marks = condition.sources.iter().filter_map(|id| Definitions::shipped().source(id));
    view! {
        <li class=move || format!("condition condition-{}", result.with(state_id))>
            <span class="condition-state">{state}</span>
            <span>
                {say(move |language| condition.text.get(language))} " "
                {marks.map(|source| view! { <Mark source/> " " }).collect_view()}
                <span class="muted small">{lacking}</span>
                {way}
            </span>
        </li>
    }
}

fn state_id(result: &ConditionResult) -> &'static str {
    match (result.state, result.is_decided()) {
        (_, false) => "for-authority",
        (State::Met, _) => "met",
        (State::NotMet, _) => "not-met",
        (State::Unknown, _) => "unknown",
    }
}

/// Where on other pages something can be done about it; what is asked on this page needs no way.
fn way_on(lacking: &Lacking) -> Option<PlantScreen> {
    match lacking {
        Lacking::AboveScale(_) | Lacking::TargetBelow(_) => Some(PlantScreen::Profile),
        Lacking::Level(_) => Some(PlantScreen::Result),
        Lacking::OtherQuestionnaire
        | Lacking::Fact(_)
        | Lacking::Links(_)
        | Lacking::AiShare { .. }
        | Lacking::Holds { .. }
        | Lacking::Authority => None,
    }
}
