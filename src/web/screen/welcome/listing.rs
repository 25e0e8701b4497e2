//! The assessments on this device; those that cannot be read are listed apart and stay as they are.

use std::collections::BTreeMap;

use leptos::ev;
use leptos::prelude::*;

use crate::assessment::AssessmentId;
use crate::exchange::{self, Opened, ReadError};
use crate::language::Language;
use crate::scoring;
use crate::web::component::confirm::Confirm;
use crate::web::component::icon::{Glyph, Icon};
use crate::web::component::level_badge::LevelSteps;
use crate::web::route::{PlantScreen, Route};
use crate::web::screen::questions;
use crate::web::session::{Held, Session, Tone, say, session, text};
use crate::web::storage::{self, Record, StorageTrouble};
use crate::web::{clock, files};

/// `changes` counts the changes of what the device keeps; the list is read anew with each.
#[component]
pub fn Listing(changes: RwSignal<usize>) -> impl IntoView {
    let listener = window_event_listener(ev::storage, move |_| changes.update(|changes| *changes += 1));
    on_cleanup(move || listener.remove());
    let held = session().held;
    let found = Memo::new(move |_| {
        changes.track();
        held.with(Found::on_this_device)
    });
    move || {
        let Found { plants, damaged, trouble } = found.get();
        let trouble = trouble.map(|trouble| {
            view! { <p class="notice trouble">{say(move |language| language.storage_trouble(&trouble))}</p> }
        });
        view! {
            {trouble}
            <Readable plants changes/>
            <Damaged records=damaged changes/>
        }
    }
}

#[derive(Clone, PartialEq)]
struct Found {
    /// The last changed first.
    plants: Vec<Kept>,
    damaged: Vec<(Record, ReadError)>,
    /// Why there may be more than was found.
    trouble: Option<StorageTrouble>,
}

/// An assessment with the text it was read from.
#[derive(Clone)]
struct Kept {
    opened: Opened,
    text: String,
    /// Only this page has it, or has it like this.
    unsaved: bool,
}

/// Equal texts are read equally.
impl PartialEq for Kept {
    fn eq(&self, other: &Kept) -> bool {
        self.text == other.text && self.unsaved == other.unsaved
    }
}

impl Found {
    fn on_this_device(held: &BTreeMap<AssessmentId, Held>) -> Found {
        let mut found = Found { plants: Vec::new(), damaged: Vec::new(), trouble: None };
        for Held { assessment, questionnaire, .. } in held.values() {
            let text = exchange::write(assessment, questionnaire, &scoring::score(questionnaire, assessment));
            match exchange::read(text.as_bytes()) {
                Ok(opened) => found.plants.push(Kept { opened, text, unsaved: true }),
                Err(error) => found.damaged.push((Record { id: assessment.id.clone(), text }, error)),
            }
        }
        let records = storage::records().unwrap_or_else(|trouble| {
            found.trouble = Some(trouble);
            Vec::new()
        });
        for record in records.into_iter().filter(|record| !held.contains_key(&record.id)) {
            match exchange::read(record.text.as_bytes()) {
                // A record under a name that is not its own cannot be opened by it.
                Ok(opened) if opened.assessment.id != record.id => {
                    let error = ReadError::BadId { found: opened.assessment.id.to_string() };
                    found.damaged.push((record, error));
                }
                Ok(opened) => found.plants.push(Kept { opened, text: record.text, unsaved: false }),
                Err(error) => found.damaged.push((record, error)),
            }
        }
        found.plants.sort_by(|one, other| {
            let (one, other) = (&one.opened.assessment, &other.opened.assessment);
            other.changed.cmp(&one.changed).then_with(|| one.id.cmp(&other.id))
        });
        found
    }
}

#[component]
fn Readable(plants: Vec<Kept>, changes: RwSignal<usize>) -> impl IntoView {
    let count = plants.len();
    (count > 0).then(|| {
        view! {
            <section class="kept">
                <h2>{say(Language::screen_welcome)} <span class="count">{count}</span></h2>
                <ul class="kept-list">
                    {plants.into_iter().map(|kept| view! { <Entry kept changes/> }).collect_view()}
                </ul>
            </section>
        }
    })
}

#[component]
fn Entry(kept: Kept, changes: RwSignal<usize>) -> impl IntoView {
    let Kept { opened: Opened { assessment, questionnaire, scorecard, .. }, text: record, unsaved } = kept;
    let session = session();
    let id = assessment.id.clone();
    let to = |screen| Route::Plant(id.clone(), screen).href();
    let (sub_domain, requirement) = questions::first_unanswered(questionnaire, &assessment);
    let complete = scorecard.plant.tally.completeness();
    let go_on = if scorecard.plant.tally.unanswered == scorecard.plant.tally.asked {
        to(PlantScreen::Profile)
    } else if scorecard.plant.tally.unanswered == 0 {
        to(PlantScreen::Result)
    } else {
        to(PlantScreen::Questions(sub_domain, requirement))
    };
    let firm = assessment.site.firm.clone();
    let name = text(move |language| match firm.trim() {
        "" => language.firm_without_name().to_owned(),
        firm => firm.to_owned(),
    });
    let percent = complete.percent();
    let progress = say(move |language| language.complete_percent(&percent));
    let reached = scorecard.plant.reached;
    let known = scorecard.plant.is_known();
    let level = {
        let scorecard = scorecard.clone();
        say(move |language| if known { language.level_in_list(&scorecard) } else { language.no_level_yet().to_owned() })
    };
    let kind = assessment.kind;
    let changed = clock::date_and_time(assessment.changed);
    let file = exchange::file_name(&assessment);
    let export = {
        let record = record.clone();
        move || files::save(session, &file, "application/json", record.as_bytes())
    };
    let asking = RwSignal::new(false);
    let remove = move |_| {
        asking.set(false);
        remove(session, &id, changes);
    };
    let export_first = export.clone();
    view! {
        <li class="card kept-entry">
            <div class="kept-head">
                <h3><a href=go_on>{move || name.get()}</a></h3>
                <p class="muted small kept-facts">
                    <span>{say(move |language| language.kind_name(kind))}</span>
                    <span>{say(move |language| language.changed_at(&changed))}</span>
                </p>
                {unsaved.then(|| view! { <p class="unsaved">{say(Language::only_in_this_page)}</p> })}
            </div>
            <p class="kept-level" data-level=reached.map_or(0, |level| level.number())>
                <LevelSteps number=reached.map_or(0, |level| level.number())/>
                <span>{level}</span>
            </p>
            <p class="kept-progress">
                <progress max="1" value=complete.approximate().to_string() aria-hidden="true"></progress>
                <span class="small">{progress}</span>
            </p>
            <div class="actions kept-actions">
                <button type="button" on:click=move |_| export()>
                    <Glyph icon=Icon::Save/>
                    <span>{say(Language::export)}</span>
                </button>
                <button class="quiet" type="button" on:click=move |_| asking.set(true)>
                    <Glyph icon=Icon::Trash/>
                    <span>{say(Language::delete)}</span>
                </button>
            </div>
            <Confirm open=asking title=text(move |language| language.delete_what(&name.get()))>
                <p>{say(Language::delete_means)}</p>
                <div class="actions">
                    <button class="primary" type="button" on:click=move |_| export_first()>{say(Language::save_file_first)}</button>
                    <button class="danger" type="button" on:click=remove>{say(Language::delete)}</button>
                    <button class="quiet" type="button" on:click=move |_| asking.set(false)>{say(Language::cancel)}</button>
                </div>
            </Confirm>
        </li>
    }
}

#[component]
fn Damaged(records: Vec<(Record, ReadError)>, changes: RwSignal<usize>) -> impl IntoView {
    (!records.is_empty()).then(|| {
        view! {
            <section class="kept">
                <h2>{say(Language::damaged_records)} <span class="count">{records.len()}</span></h2>
                <p class="muted">{say(Language::damaged_lead)}</p>
                <ul class="kept-list">
                    {records
                        .into_iter()
                        .map(|(record, error)| view! { <DamagedEntry record error changes/> })
                        .collect_view()}
                </ul>
            </section>
        }
    })
}

#[component]
fn DamagedEntry(record: Record, error: ReadError, changes: RwSignal<usize>) -> impl IntoView {
    let session = session();
    let asking = RwSignal::new(false);
    let AssessmentId(name) = record.id.clone();
    let file = format!("{name}.txt");
    let id = record.id.clone();
    let download = move |_| files::save(session, &file, "text/plain", record.text.as_bytes());
    let remove = move |_| {
        asking.set(false);
        remove(session, &id, changes);
    };
    let title = {
        let name = name.clone();
        text(move |language| language.delete_what(&name))
    };
    view! {
        <li class="card kept-entry damaged">
            <div class="kept-head">
                <h3>{name}</h3>
                <p>{say(move |language| language.read_error(&error))}</p>
            </div>
            <div class="actions kept-actions">
                <button type="button" on:click=download>
                    <Glyph icon=Icon::Save/>
                    <span>{say(Language::download_record)}</span>
                </button>
                <button class="quiet" type="button" on:click=move |_| asking.set(true)>
                    <Glyph icon=Icon::Trash/>
                    <span>{say(Language::delete)}</span>
                </button>
            </div>
            <Confirm open=asking title=title>
                <p>{say(Language::delete_damaged_means)}</p>
                <div class="actions">
                    <button class="danger" type="button" on:click=remove>{say(Language::delete)}</button>
                    <button class="quiet" type="button" on:click=move |_| asking.set(false)>{say(Language::cancel)}</button>
                </div>
            </Confirm>
        </li>
    }
}

fn remove(session: Session, id: &AssessmentId, changes: RwSignal<usize>) {
    let removed = storage::remove(id);
    session.held.update(|held| {
        held.remove(id);
    });
    match removed {
        Ok(()) => changes.update(|changes| *changes += 1),
        Err(trouble) => session.tell(Tone::Trouble, move |language| language.storage_trouble(&trouble)),
    }
}
