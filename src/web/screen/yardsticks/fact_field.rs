//! One fact to state, whatever its kind: a figure, a yes or no, or one of a few; "not known" and "not applicable" are
//! neither empty nor zero.

use leptos::prelude::*;

use crate::assessment::FactAnswer;
use crate::exact::short;
use crate::facts::{self, Fact, FactKind, FactProblem, Facts, Refused, Target};
use crate::language::Language;
use crate::questionnaire::Questionnaire;
use crate::web::component::field::TextField;
use crate::web::plant::{Plant, plant};
use crate::web::route::{PlantScreen, Route};
use crate::web::session::{say, session, text};

#[component]
pub fn FactField(fact: &'static Fact) -> impl IntoView {
    let field = match &fact.kind {
        FactKind::Number { .. } => view! { <NumberField fact/> }.into_any(),
        FactKind::Profile { .. } => view! { <FromProfile fact/> }.into_any(),
        FactKind::YesNo | FactKind::Choice(_) => view! { <ChoiceField fact/> }.into_any(),
    };
    view! {
        <div class="fact-field">
            {field}
            <Targets targets=Facts::shipped().targets_of(fact).collect()/>
        </div>
    }
}

/// What the plan aims at for the district.
#[component]
pub fn Targets(targets: Vec<&'static Target>) -> impl IntoView {
    let plan = &Facts::shipped().plan;
    targets
        .into_iter()
        .map(|target| view! { <p class="muted small">{say(move |language| language.plan_target(target, plan))}</p> })
        .collect_view()
}

/// A figure. What is refused stays as it was typed, with the reason and what is kept instead.
#[component]
fn NumberField(fact: &'static Fact) -> impl IntoView {
    let plant = plant();
    let kept = kept(plant, fact);
    let refused = RwSignal::new(None::<Refused>);
    let typed = RwSignal::new(number_text(kept.get_untracked().as_ref()));
    // Follows edits made elsewhere, such as on the index's page.
    Effect::new(move || {
        let kept = kept.get();
        if refused.with_untracked(Option::is_none) {
            let same = typed.with_untracked(|typed| fact.number(typed)).ok().map(FactAnswer::Number) == kept;
            if !same {
                typed.set(number_text(kept.as_ref()));
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
    let give_way = move || {
        refused.set(None);
        typed.set(String::new());
    };
    let problem = problem(plant, fact);
    let hint = text(move |language: Language| match (refused.get(), problem.get()) {
        (Some(reason), _) => {
            let kept = match number_text(kept.get().as_ref()) {
                number if number.is_empty() => language.not_kept().to_owned(),
                number => language.not_kept_but(&number),
            };
            language.two_sentences(&language.number_refused(&reason), &kept)
        }
        (None, Some(problem)) => language.fact_problem(&problem),
        (None, None) => language.fact_hint(fact),
    });
    let wrong = Signal::derive(move || refused.with(Option::is_some) || problem.with(Option::is_some));
    view! {
        <TextField
            label=text(move |language| language.fact_with_unit(fact))
            value=typed
            on_edit=edit
            hint=hint
            wrong=wrong
            keyboard="decimal"
        />
        <Absent fact give_way/>
    }
}

/// "Not known" and "not applicable". A second press takes them back, and the number they took the place of returns.
#[component]
fn Absent(fact: &'static Fact, give_way: impl Fn() + Copy + Send + Sync + 'static) -> impl IntoView {
    let plant = plant();
    let kept = kept(plant, fact);
    let number = StoredValue::new(None::<FactAnswer>);
    let toggle = move |answer: FactAnswer, name: fn(Language) -> &'static str| {
        let this = answer.clone();
        let pressed = Memo::new(move |_| kept.with(|kept| kept.as_ref() == Some(&this)));
        let press = move |_| {
            if let Some(FactAnswer::Number(_)) = kept.get_untracked() {
                number.set_value(kept.get_untracked());
            }
            let answer = if pressed.get_untracked() { number.get_value() } else { Some(answer.clone()) };
            give_way();
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
        let mut answers = answers();
        // What a file brought in and nobody can choose is shown for what it is.
        if !answers.iter().any(|(answer, _)| *answer == kept) {
            answers.push((kept.clone(), foreign(kept.as_ref())));
        }
        let entry = |(place, (answer, name)): (usize, (Option<FactAnswer>, String))| {
            let selected = answer == kept;
            view! { <option value=place.to_string() selected=selected prop:selected=selected>{name}</option> }
        };
        answers.into_iter().enumerate().map(entry).collect_view()
    };
    let choose = move |event| {
        let place: Option<usize> = event_target_value(&event).parse().ok();
        let Some((answer, _)) = place.and_then(|place| untrack(answers).into_iter().nth(place)) else { return };
        plant.edit(|assessment| assessment.state_fact(&fact.id, answer));
    };
    let problem = problem(plant, fact);
    let hint = say(move |language| match problem.get() {
        Some(problem) => language.fact_problem(&problem),
        None => language.fact_hint(fact),
    });
    let wrong = move || problem.with(Option::is_some);
    view! {
        <label class="field" for=id.clone()>
            <span class="field-label">{say(move |language| fact.name.get(language))}</span>
            <select id=id.clone() on:change=choose>{entries}</select>
            <span class="hint" class:wrong=wrong aria-live="polite">{hint}</span>
        </label>
    }
}

fn kept(plant: Plant, fact: &'static Fact) -> Memo<Option<FactAnswer>> {
    Memo::new(move |_| plant.assessment.with(|assessment| assessment.fact(&fact.id).cloned()))
}

/// What cannot be about what is kept of this fact.
fn problem(plant: Plant, fact: &'static Fact) -> Memo<Option<FactProblem<'static>>> {
    Memo::new(move |_| {
        let problems = plant.assessment.with(|assessment| Facts::shipped().problems(assessment));
        problems.into_iter().find(|problem| problem.concerns(&fact.id))
    })
}

fn number_text(answer: Option<&FactAnswer>) -> String {
    match answer {
        Some(FactAnswer::Number(number)) => short(&number.round(FactAnswer::DECIMALS)).to_owned(),
        _ => String::new(),
    }
}

fn foreign(answer: Option<&FactAnswer>) -> String {
    match answer {
        Some(FactAnswer::Choice(id)) => id.clone(),
        answer => number_text(answer),
    }
}

impl Language {
    /// What counts, where it is found, and whom to ask. Roles are the current edition's, whichever is answered.
    fn fact_hint(self, fact: &Fact) -> String {
        let help = fact.help.get(self);
        match Questionnaire::current().role(&fact.role) {
            Some(role) => self.two_sentences(help, &self.ask_role(role.name.get(self))),
            None => help.to_owned(),
        }
    }
}
