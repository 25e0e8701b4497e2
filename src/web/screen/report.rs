//! The report screen: what the PDF will hold, the button that makes it, and what came of it.

mod benchmark;
mod signing;
mod tables;
mod verifying;
pub(super) mod wish;

use leptos::prelude::*;

use crate::checks::{self, Asked};
use crate::exchange;
use crate::language::Language;
use crate::web::clock;
use crate::web::component::field::{Segments, TextField};
use crate::web::component::heading::Heading;
use crate::web::component::icon::{Glyph, Icon};
use crate::web::file_worker::message::{Content, Failure, Print, Step};
use crate::web::files;
use crate::web::plant::{Plant, plant};
use crate::web::printing::{self, Printed, Printer, Progress};
use crate::web::route::{PlantScreen, Route};
use crate::web::session::{Session, say, session, text};
use signing::Signing;
use tables::TablesCard;
use verifying::Verifying;
use wish::{Wish, WishFields};

#[component]
pub fn Report() -> impl IntoView {
    let session = session();
    let plant = plant();
    let printer = Printer::idle();
    let wish = Wish::of_this_device();
    let language = RwSignal::new(session.language.get_untracked());
    // What was ordered last: the report, or the question book.
    let content = RwSignal::new(Content::Report);
    let print = move || match order(plant, content.get_untracked(), language.get_untracked(), wish) {
        Some(order) => printer.print(order, move |printed| save(session, plant, content.get_untracked(), printed)),
        None => printer.progress.set(Progress::Failed(Failure::Module)),
    };
    let print_book = move |_| {
        content.set(Content::QuestionBook);
        print();
    };
    let print_report = move || {
        content.set(Content::Report);
        print();
    };
    let reading = Route::Plant(plant.id(), PlantScreen::ReportPage).href();
    let open = move || plant.scorecard.with(|scorecard| scorecard.plant.tally.open());
    view! {
        <Heading>{say(Language::screen_report)}</Heading>
        <Checks/>
        <Signing/>
        <section class="card report">
            <p class="lead">{say(Language::report_lead)}</p>
            <Show when=move || { open() > 0 }>
                <p class="callout">{say(move |language| language.report_still_open(open()))}</p>
            </Show>
            <Segments label=text(Language::report_language) name="report-language"
                choices=Signal::stored(Language::ALL.map(|language| (language, language.own_name())).to_vec())
                value=language on_edit=move |chosen| language.set(chosen)/>
            <WishFields wish/>
            <p class="muted small">
                {say(|language| language.report_dated(&language.date(clock::now())))}
            </p>
            <Outcome printer print=print_report content/>
        </section>
        <section class="card">
            <h2>{say(Language::reading_title)}</h2>
            <p class="muted">{say(Language::reading_lead)}</p>
            <p class="actions"><a class="button" href=reading>{say(Language::read_on_screen)}</a></p>
        </section>
        <section class="card">
            <h2>{say(Language::question_book)}</h2>
            <p class="muted">{say(Language::book_purpose)}</p>
            <p class="actions"><button type="button" on:click=print_book>{say(Language::print_book)}</button></p>
        </section>
        <TablesCard language/>
        <Verifying/>
        <p class="disclaimer">{say(Language::not_a_certification)}</p>
    }
}

/// The answers that do not go together, each to be put right or explained before the report is made.
#[component]
fn Checks() -> impl IntoView {
    let plant = plant();
    let asked = Memo::new(move |_| {
        plant.assessment.with(|assessment| {
            plant.scorecard.with(|scorecard| checks::asked(checks::shipped(), assessment, scorecard))
        })
    });
    let row = move |asked: Asked<'static>| {
        let id = &asked.check.id;
        let sentence = say(move |language| {
            plant
                .assessment
                .with(|assessment| language.check_question(&asked, plant.questionnaire, &assessment.variant))
        });
        view! {
            <li>
                <p>{sentence}</p>
                <TextField
                    label=text(Language::check_note)
                    value=Signal::derive(move || plant.assessment.with(|assessment| assessment.check_note(id).to_owned()))
                    on_edit=move |note| plant.edit(|assessment| assessment.note_check(id, note))
                />
            </li>
        }
    };
    view! {
        <section class="card">
            <h2>{say(Language::checks_title)}</h2>
            <p class="muted">
                {say(move |language| if asked.with(Vec::is_empty) { language.checks_none() } else { language.checks_lead() })}
            </p>
            <ul class="checks">
                <For each=move || asked.get() key=|asked| asked.check.id.clone() children=row/>
            </ul>
        </section>
    }
}

/// The button, the progress, the finished report or what went wrong.
#[component]
fn Outcome(
    printer: Printer,
    print: impl Fn() + Copy + Send + Sync + 'static,
    content: RwSignal<Content>,
) -> impl IntoView {
    let button = move |name: fn(Language) -> &'static str| {
        view! { <button class="primary" type="button" on:click=move |_| print()>{say(name)}</button> }
    };
    let shown = move || match printer.progress.get() {
        Progress::Idle => view! { <div class="actions">{button(Language::print_report)}</div> }.into_any(),
        Progress::Working(step) => view! { <Working printer step/> }.into_any(),
        Progress::Done(printed) => view! {
            <Done printed content=content.get_untracked()/>
            <div class="actions">
                <button type="button" on:click=move |_| print()>{say(Language::print_again)}</button>
            </div>
        }
        .into_any(),
        Progress::Failed(failure) => view! {
            <div class="callout trouble" role="alert">
                <h2>{say(Language::report_failed)}</h2>
                <p>{say(move |language| sentence(language, failure))}</p>
            </div>
            <div class="actions">{button(Language::try_again)}</div>
        }
        .into_any(),
    };
    view! { <div class="outcome" aria-live="polite">{shown}</div> }
}

#[component]
fn Working(printer: Printer, step: Step) -> impl IntoView {
    let done = Step::ALL.iter().position(|other| *other == step).unwrap_or(0);
    view! {
        <p>{say(move |language| step_name(language, step))}</p>
        <progress max=Step::ALL.len() value=done aria-label=say(Language::print_report)></progress>
        <div class="actions">
            <button type="button" on:click=move |_| printer.cancel()>{say(Language::cancel_printing)}</button>
        </div>
    }
}

#[component]
fn Done(printed: Printed, content: Content) -> impl IntoView {
    let session = session();
    let plant = plant();
    let Printed { pages, ref missing, .. } = printed;
    let kilobytes = printed.bytes.len().div_ceil(1000);
    let lacking = (!missing.is_empty()).then(|| {
        let characters: Vec<String> = missing.chars().map(String::from).collect();
        let characters = characters.join(" ");
        view! { <p class="callout">{say(move |language| language.report_lacks(&characters))}</p> }
    });
    view! {
        <div class="callout good">
            <h2>{say(Language::report_ready)}</h2>
            <p>{say(move |language| language.report_size(pages, kilobytes))}</p>
        </div>
        {lacking}
        <div class="actions">
            <button class="primary" type="button" on:click=move |_| save(session, plant, content, &printed)>
                <Glyph icon=Icon::Save/>{say(Language::save_report)}
            </button>
        </div>
    }
}

/// `None` when the page does not say where the questionnaires or the fonts are.
fn order(plant: Plant, content: Content, language: Language, wish: Wish) -> Option<Print> {
    let (questionnaires, packs) = printing::addresses()?;
    Some(Print { content, export: plant.export(), wanted: wish.wanted(language)?, questionnaires, packs })
}

fn save(session: Session, plant: Plant, content: Content, printed: &Printed) {
    let name = plant.assessment.with_untracked(exchange::file_stem);
    let name = match content {
        Content::Report => name,
        Content::QuestionBook => session.language.get_untracked().book_file(&name),
    };
    files::save(session, &format!("{name}.pdf"), "application/pdf", &printed.bytes);
}

fn step_name(language: Language, step: Step) -> &'static str {
    match step {
        Step::Module => language.printing_module(),
        Step::Fonts => language.printing_fonts(),
        Step::FurtherFonts => language.printing_further_fonts(),
        Step::Pages => language.printing_pages(),
    }
}

pub(super) fn sentence(language: Language, failure: Failure) -> &'static str {
    match failure {
        Failure::Module => language.failed_module(),
        Failure::Questionnaires => language.failed_questionnaires(),
        Failure::Fonts => language.failed_fonts(),
        Failure::UnusableFont => language.failed_unusable_font(),
        Failure::Misunderstood => language.failed_misunderstood(),
        Failure::Unwritten => language.failed_unwritten(),
        Failure::NotAsMeant => language.report_not_as_meant(),
        Failure::Crashed => language.failed_crashed(),
    }
}
