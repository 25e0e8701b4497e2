//! The method screen: how scores come about and what each rule, weight and text rests on, straight from the
//! questionnaire; and what this program is.

use leptos::prelude::*;

use crate::exact;
use crate::language::Language;
use crate::questionnaire::{Dimension, Questionnaire};
use crate::self_check::{self, Checked};
use crate::web::component::heading::Heading;
use crate::web::component::provenance::Mark;
use crate::web::component::table_scroll::TableScroll;
use crate::web::session::{Tone, say, session};

#[component]
pub fn Method() -> impl IntoView {
    let questionnaire = Questionnaire::current();
    view! {
        <div class="screen-head">
            <Heading>{say(Language::screen_method)}</Heading>
            <p class="muted">
                {say(move |language| language.method_lead(questionnaire.model.get(language), &questionnaire.version))}
            </p>
            <p>{say(Language::not_a_certification)}</p>
        </div>
        <Rules questionnaire/>
        <Levels questionnaire/>
        <Ratings questionnaire/>
        <Efforts questionnaire/>
        <Weights questionnaire/>
        <Sources questionnaire/>
        <About questionnaire/>
    }
}

#[component]
fn Rules(questionnaire: &'static Questionnaire) -> impl IntoView {
    let rules = questionnaire.rules.iter().map(move |rule| {
        view! {
            <li>
                <h3>{say(move |language| rule.title.get(language))} <Mark source=questionnaire.source(&rule.source)/></h3>
                <p>{say(move |language| rule.text.get(language))}</p>
            </li>
        }
    });
    view! {
        <section class="card">
            <h2>{say(Language::rules)}</h2>
            <ol class="method-rules">{rules.collect_view()}</ol>
        </section>
    }
}

#[component]
fn Levels(questionnaire: &'static Questionnaire) -> impl IntoView {
    let asked = questionnaire.asked_levels();
    let levels = questionnaire.levels.iter().map(move |meaning| {
        let level = meaning.level;
        let is_asked = asked.contains(&level);
        view! {
            <li>
                <span class=format!("level-tag level-tag-{}", level.number())>{level.to_string()}</span>
                <div>
                    <h3>
                        {say(move |language| meaning.name.get(language))} " " <Mark source=questionnaire.source(&meaning.source)/>
                        {(!is_asked).then(|| view! { <span class="muted small">" " {say(Language::level_not_asked_yet)}</span> })}
                    </h3>
                    <p>{say(move |language| meaning.meaning.get(language))}</p>
                </div>
            </li>
        }
    });
    view! {
        <section class="card">
            <h2>{say(Language::levels)}</h2>
            <p class="muted">
                {say(move |language| language.gate_is(&questionnaire.gate.floor(2)))} " "
                <Mark source=questionnaire.source(&questionnaire.gate_source)/>
            </p>
            <ol class="levels">{levels.collect_view()}</ol>
        </section>
    }
}

#[component]
fn Ratings(questionnaire: &'static Questionnaire) -> impl IntoView {
    let rows = questionnaire.ratings.iter().map(move |rating| {
        view! {
            <tr>
                <th scope="row">{say(move |language| rating.name.get(language))}</th>
                <td>{say(move |language| rating.meaning.get(language))}</td>
                <td class="number">{rating.points.floor(1)}</td>
                <td><Mark source=questionnaire.source(&rating.source)/></td>
            </tr>
        }
    });
    view! {
        <section class="card">
            <h2>{say(Language::ratings)}</h2>
            <TableScroll>
                <table>
                    <thead>
                        <tr>
                            <th scope="col">{say(Language::rating)}</th>
                            <th scope="col">{say(Language::meaning)}</th>
                            <th scope="col" class="number">{say(Language::rating_points)}</th>
                            <th scope="col">{say(Language::provenance)}</th>
                        </tr>
                    </thead>
                    <tbody>{rows.collect_view()}</tbody>
                </table>
            </TableScroll>
        </section>
    }
}

/// What a measure takes, and how that counts in the order of the gaps.
#[component]
fn Efforts(questionnaire: &'static Questionnaire) -> impl IntoView {
    let rows = questionnaire.efforts.iter().map(move |effort| {
        view! {
            <tr>
                <th scope="row">{say(move |language| effort.name.get(language))}</th>
                <td>{say(move |language| effort.meaning.get(language))}</td>
                <td class="number">{exact::short(&effort.weight.floor(2)).to_owned()}</td>
                <td><Mark source=questionnaire.source(&effort.source)/></td>
            </tr>
        }
    });
    view! {
        <section class="card">
            <h2>{say(Language::efforts)}</h2>
            <TableScroll>
                <table>
                    <thead>
                        <tr>
                            <th scope="col">{say(Language::effort)}</th>
                            <th scope="col">{say(Language::meaning)}</th>
                            <th scope="col" class="number">{say(Language::effort_counts)}</th>
                            <th scope="col">{say(Language::provenance)}</th>
                        </tr>
                    </thead>
                    <tbody>{rows.collect_view()}</tbody>
                </table>
            </TableScroll>
        </section>
    }
}

/// Weights among siblings, in percent, a column for each kind of manufacturing.
#[component]
fn Weights(questionnaire: &'static Questionnaire) -> impl IntoView {
    let heads = questionnaire.variants.iter().map(|variant| {
        view! { <th scope="col" class="number">{say(move |language| variant.name.get(language))}</th> }
    });
    let rows = questionnaire.elements.iter().flat_map(|element| rows(element, 0, questionnaire)).collect::<Vec<_>>();
    view! {
        <section class="card">
            <h2>{say(Language::weights)}</h2>
            <p class="muted">
                {say(Language::weights_lead)} " " {say(Language::structure_rests_on)} " "
                <Mark source=questionnaire.source(&questionnaire.structure_source)/>
            </p>
            <TableScroll>
                <table class="weights">
                    <thead>
                        <tr>
                            <th scope="col">{say(Language::dimension)}</th>
                            {heads.collect_view()}
                            <th scope="col">{say(Language::provenance)}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </TableScroll>
        </section>
    }
}

fn rows(dimension: &'static Dimension, depth: usize, questionnaire: &'static Questionnaire) -> Vec<AnyView> {
    let weights = questionnaire.variants.iter().map(|variant| {
        let weight = dimension.weight(&variant.id).map_or_else(|| "–".to_owned(), |weight| format!("{weight}%"));
        view! { <td class="number">{weight}</td> }
    });
    let row = view! {
        <tr data-depth=depth>
            <th scope="row">
                {say(move |language| dimension.name.get(language))}{dimension.tailorable.then(|| view! { <span class="muted small">{say(Language::may_be_tailored)}</span> })}
            </th>
            {weights.collect_view()}
            <td><Mark source=questionnaire.source(&dimension.weights_source)/></td>
        </tr>
    };
    let below = dimension.children.iter().flat_map(|child| rows(child, depth + 1, questionnaire));
    std::iter::once(row.into_any()).chain(below).collect()
}

#[component]
fn Sources(questionnaire: &'static Questionnaire) -> impl IntoView {
    let sources = questionnaire.sources.iter().map(|source| {
        view! {
            <li>
                <Mark source/>
                <p>{say(move |language| source.text.get(language))}</p>
            </li>
        }
    });
    view! {
        <section class="card">
            <h2>{say(Language::sources)}</h2>
            <p class="muted">{say(Language::sources_lead)}</p>
            <ul class="sources">{sources.collect_view()}</ul>
        </section>
    }
}

/// Scores the reference plants on this device when asked to.
#[component]
fn SelfCheck() -> impl IntoView {
    let session = session();
    let checked = RwSignal::new(None::<Vec<Checked>>);
    let run = move |_| match self_check::run() {
        Ok(found) => checked.set(Some(found)),
        Err(problems) => session.tell(Tone::Trouble, move |language| {
            problems.iter().map(|problem| language.problem(problem)).collect::<Vec<_>>().join(" ")
        }),
    };
    let outcome = say(move |language| {
        checked.with(|checked| {
            let checked = checked.as_ref()?;
            let agreeing = checked.iter().filter(|plant| plant.agrees()).count();
            Some(language.self_check_result(agreeing, checked.len()))
        })
    });
    let differing = say(move |language| {
        checked.with(|checked| {
            let differing = checked.iter().flatten().filter(|plant| !plant.agrees());
            differing.map(|plant| language.checked_plant(plant)).collect::<Vec<_>>()
        })
    });
    view! {
        <h3>{say(Language::self_check)}</h3>
        <p>{say(Language::self_check_lead)}</p>
        <p class="actions"><button type="button" on:click=run>{say(Language::run_self_check)}</button></p>
        <p role="status">{outcome}</p>
        <ul>{move || differing().into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}</ul>
    }
}

#[component]
fn About(questionnaire: &'static Questionnaire) -> impl IntoView {
    let hash = questionnaire.hash.get(..12).unwrap_or(&questionnaire.hash);
    view! {
        <section class="card">
            <h2>{say(Language::about)}</h2>
            <p>{say(Language::about_program)}</p>
            <p>{say(Language::nothing_leaves)}</p>
            <p>{say(Language::licence)}</p>
            <p class="muted small">
                {say(move |language| language.edition_is(env!("CARGO_PKG_VERSION"), &questionnaire.version, hash))}
            </p>
            <SelfCheck/>
        </section>
    }
}
