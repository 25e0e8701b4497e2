//! The level at the edge of the questions: where the plant stands, what may still change, and how to go on.

use leptos::prelude::*;

use crate::language::Language;
use crate::questionnaire::Questionnaire;
use crate::scoring::{Cell, Scorecard};
use crate::web::component::icon::{Glyph, Icon};
use crate::web::component::level_badge::LevelBadge;
use crate::web::plant::plant;
use crate::web::session::{say, session};

/// A column where there is room, otherwise a bar at the foot of the screen whose button shows the navigation.
#[component]
pub fn LevelPanel(menu: RwSignal<bool>) -> impl IntoView {
    let session = session();
    let plant = plant();
    let questionnaire = plant.questionnaire;
    let scorecard = plant.scorecard;
    let told = say(move |language| scorecard.with(|scorecard| language.standing(scorecard, questionnaire)));
    let total = say(move |language| {
        let [total, worst, best] = scorecard.with(|scorecard| {
            let plant = &scorecard.plant;
            [&plant.total, &plant.band.worst.total, &plant.band.best.total].map(|total| total.floor(2))
        });
        if worst == best { language.total_is(&total) } else { language.total_between(&total, &worst, &best) }
    });
    let levels = move || {
        let cells = scorecard.with(|scorecard| scorecard.plant.cells.clone());
        cells.into_iter().map(|cell| view! { <LevelMeter cell questionnaire/> }).collect_view()
    };
    let tally = move || scorecard.with(|scorecard| scorecard.plant.tally);
    let percent = say(move |language| language.complete_percent(&tally().completeness().percent()));
    let counts = say(move |language| {
        let tally = tally();
        language.open_counts(tally.asked - tally.open(), tally.asked, tally.unknown, tally.unanswered)
    });
    let all_answered = move || tally().unanswered == 0;
    view! {
        <aside class="level-panel" aria-label=say(Language::level_so_far)>
            <button
                class="navigation-open"
                type="button"
                aria-controls="navigation"
                aria-expanded=move || menu.get().to_string()
                on:click=move |_| menu.set(true)
            >
                <Glyph icon=Icon::Menu/>
                <span>{say(Language::contents)}</span>
            </button>
            <div class="level-now">
                <p class="level-label">{say(Language::level_so_far)}</p>
                <LevelBadge scorecard/>
                <p class="level-percent">{percent}</p>
            </div>
            <p class="level-told" role="status">{told}</p>
            <div class="level-meters">{levels}</div>
            <p class="level-total">{total}</p>
            <CompletenessBar scorecard/>
            <p class="muted small level-counts">{counts}</p>
            <button
                class="next-unanswered"
                type="button"
                disabled=all_answered
                on:click=move |_| super::go_to_next_unanswered(session, plant)
            >
                <span>{say(Language::next_unanswered)}</span>
            </button>
            <details class="keys">
                <summary>{say(Language::keyboard)}</summary>
                <dl>
                    <dt><kbd>"1"</kbd>"–"<kbd>"4"</kbd></dt>
                    <dd>{say(Language::key_rate)}</dd>
                    <dt><kbd>"5"</kbd></dt>
                    <dd>{say(Language::unknown)}</dd>
                    <dt><kbd>"6"</kbd></dt>
                    <dd>{say(Language::not_applicable)}</dd>
                    <dt><kbd>"Enter"</kbd></dt>
                    <dd>{say(Language::key_go_on)}</dd>
                    <dt><kbd>"N"</kbd></dt>
                    <dd>{say(Language::next_unanswered)}</dd>
                </dl>
            </details>
        </aside>
    }
}

/// The plant's score at one level against the gate, with the room that open answers leave.
#[component]
fn LevelMeter(cell: Cell, questionnaire: &'static Questionnaire) -> impl IntoView {
    let level = cell.level;
    let fraction = |value: &Option<crate::exact::Exact>| value.as_ref().map_or(0.0, |value| value.approximate());
    let [score, worst, best] = [&cell.score, &cell.worst, &cell.best].map(fraction);
    let gate = questionnaire.gate.approximate();
    let printed = cell.score.as_ref().map_or_else(|| "–".to_owned(), |score| score.floor(2));
    let told = {
        let printed = printed.clone();
        let gate = questionnaire.gate.floor(2);
        say(move |language| language.level_score(&level.to_string(), &printed, &gate))
    };
    let at = |fraction: f32| format!("{:.1}", 100.0 * fraction);
    view! {
        <div class="level-meter">
            <span class=format!("level-tag level-tag-{}", level.number()) aria-hidden="true">{level.to_string()}</span>
            <svg viewBox="0 0 100 14" preserveAspectRatio="none" role="img" aria-label=told>
                <rect class="fill-ink-tint" y="3" width="100" height="8"/>
                <rect class=format!("fill-ink-level-{} possible", level.number()) x=at(worst) y="3" width=at(best - worst) height="8"/>
                <rect class=format!("fill-ink-level-{}", level.number()) y="5" width=at(score) height="4"/>
                <line class="stroke-ink-gate" x1=at(gate) x2=at(gate) y1="0" y2="14" stroke-width="1.2"/>
            </svg>
            <span class="level-score" aria-hidden="true">{printed}</span>
        </div>
    }
}

/// How much of what is asked is decided; what is not known is apart from what is not answered.
#[component]
fn CompletenessBar(scorecard: Memo<Scorecard>) -> impl IntoView {
    let tally = move || scorecard.with(|scorecard| scorecard.plant.tally);
    let part = move |count: usize| format!("{:.1}", 100.0 * count as f32 / tally().asked.max(1) as f32);
    let decided = move || tally().asked - tally().open();
    view! {
        <svg class="completeness-bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
            <rect class="fill-ink-tint" width="100" height="6"/>
            <rect class="fill-ink-accent" width=move || part(decided()) height="6"/>
            <rect class="fill-ink-level-0" x=move || part(decided()) width=move || part(tally().unknown) height="6"/>
        </svg>
    }
}
