//! The gaps: what to close, grouped by what closing it does for the level, the most rewarding first.

use leptos::prelude::*;

use crate::language::Language;
use crate::scoring::{Gap, Standing};
use crate::web::plant::plant;
use crate::web::route::{PlantScreen, Route};
use crate::web::session::{say, session};

/// How many gaps of a group are shown before the reader asks for more.
const FIRST: usize = 5;

#[component]
pub fn Gaps() -> impl IntoView {
    let plant = plant();
    let groups = move || {
        plant.scorecard.with(|scorecard| {
            let groups = scorecard.gaps.chunk_by(|one, other| one.standing == other.standing);
            groups.map(|gaps| view! { <Group gaps=gaps.to_vec()/> }).collect_view()
        })
    };
    let lead = say(move |language| {
        plant.scorecard.with(|scorecard| match scorecard.plant.tally.rated() {
            0 => language.no_gaps_known(),
            _ if scorecard.gaps.is_empty() => language.no_gaps(),
            _ => language.gaps_order(),
        })
    });
    view! {
        <section class="card">
            <h2>{say(Language::gaps_title)}</h2>
            <p class="lead">{lead}</p>
            {groups}
        </section>
    }
}

/// Gaps of one standing; only those that count now are open at first.
#[component]
fn Group(gaps: Vec<Gap>) -> impl IntoView {
    let all = RwSignal::new(false);
    let count = gaps.len();
    let Gap { standing, level, .. } = gaps[0];
    let item = move |(place, gap): (usize, Gap)| {
        view! { <li hidden={move || place >= FIRST && !all.get()}><GapCard gap/></li> }
    };
    let items = gaps.into_iter().enumerate().map(item).collect_view();
    let more = say(move |language| match all.get() {
        true => language.show_fewer().to_owned(),
        false => language.show_all_gaps(count),
    });
    view! {
        <details class="gap-group" open=standing == Standing::Now>
            <summary>
                <h3>{say(move |language| language.standing_title(standing, level))}</h3>
                <span class="count">{count}</span>
                <span class="muted small">{say(move |language| language.standing_meaning(standing, level))}</span>
            </summary>
            <ol class="gaps">{items}</ol>
            {(count > FIRST).then(|| view! {
                <button class="quiet" type="button" on:click=move |_| all.update(|all| *all = !*all)>{more}</button>
            })}
        </details>
    }
}

#[component]
fn GapCard(gap: Gap) -> impl IntoView {
    let language = session().language;
    let plant = plant();
    let questionnaire = plant.questionnaire;
    // A gap names a requirement and a dimension of its own questionnaire.
    let requirement = questionnaire.requirement(&gap.requirement)?;
    let dimension = questionnaire.dimension(&gap.dimension)?;
    let to_question =
        Route::Plant(plant.id(), PlantScreen::Questions(gap.dimension.clone(), Some(gap.requirement.clone()))).href();
    let gain = gap.gain.clone();
    let standing = gap.standing;
    let gain = say(move |language| {
        let points = language.points(&gain);
        match standing {
            Standing::Now | Standing::Later => language.gain(&points),
            Standing::Margin => language.gain_of_margin(&points),
        }
    });
    let waits_for: Vec<_> = gap.waits_for.iter().filter_map(|id| questionnaire.requirement(id)).collect();
    let waits_for = waits_for.into_iter().map(|before| {
        let sub_domain = before.id.as_str().split('.').next().unwrap_or_default().into();
        let href = Route::Plant(plant.id(), PlantScreen::Questions(sub_domain, Some(before.id.clone()))).href();
        view! { <li><a href=href>{move || plant.wording(before).text.get(language.get())}</a></li> }
    });
    let waits_for = (!gap.waits_for.is_empty()).then(|| {
        view! {
            <div class="gap-waits">
                <p class="small">{say(Language::first_comes)}</p>
                <ul class="small">{waits_for.collect_view()}</ul>
            </div>
        }
    });
    let effort = questionnaire.effort(gap.effort);
    let rating = questionnaire.rating(gap.rating);
    Some(view! {
        <article class="gap">
            <header class="gap-head">
                <span class=format!("level-tag level-tag-{}", gap.level.number())>{gap.level.to_string()}</span>
                <span class="gap-place">{move || dimension.name.get(language.get())}</span>
                <span class=format!("rating-tag rating-{}", gap.rating.id())>
                    {say(move |language| language.rated_now(rating.name.get(language)))}
                </span>
            </header>
            <p class="gap-text">{move || plant.wording(requirement).text.get(language.get())}</p>
            <p class="gap-measure">
                <strong>{say(Language::what_to_do)}</strong> " " {move || plant.wording(requirement).measure.get(language.get())}
            </p>
            {waits_for}
            <p class="gap-work muted small">{say(move |language| language.work_of(&requirement.work, questionnaire))}</p>
            <footer class="gap-foot">
                <span class="gap-gain">{gain}</span>
                <span class="gap-effort" title=move || effort.meaning.get(language.get()).to_owned()>
                    {say(move |language| language.effort_is(effort.name.get(language)))}
                    <span class="muted small">{move || effort.meaning.get(language.get())}</span>
                </span>
                <a href=to_question>{say(Language::to_the_question)}</a>
            </footer>
            <details class="working">
                <summary>{say(Language::fully_met_means)}</summary>
                <p>{move || plant.wording(requirement).met.get(language.get())}</p>
            </details>
        </article>
    })
}
