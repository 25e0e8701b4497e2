//! Files that are opened on this device: read, checked, and never laid over something without asking.

use std::collections::VecDeque;

use leptos::ev::Event;
use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::File;

use crate::exchange::{self, Opened, ReadError};
use crate::language::Language;
use crate::web::component::confirm::Confirm;
use crate::web::reading;
use crate::web::route::{PlantScreen, Route};
use crate::web::session::{Session, Tone, say, text};
use crate::web::{clock, files, plant, random, storage};

#[derive(Clone, Copy)]
pub struct Import {
    session: Session,
    /// Grows with every change of what the device keeps.
    pub changes: RwSignal<usize>,
    /// Files whose assessments are on this device already, in another state: the first one is being asked about.
    doubtful: RwSignal<VecDeque<Opened>>,
}

impl Import {
    pub fn new(session: Session) -> Import {
        Import { session, changes: RwSignal::new(0), doubtful: RwSignal::new(VecDeque::new()) }
    }

    /// The files chosen in an input.
    pub fn chosen(self, event: &Event) {
        self.files(files::chosen(event));
    }

    /// One file is opened and shown; several are only taken into the list.
    pub fn files(self, files: Vec<File>) {
        let alone = files.len() == 1;
        let language = self.session.language.get_untracked();
        spawn_local(async move {
            for file in files {
                let read = reading::read(&file, language).await;
                self.take(file.name(), read, alone);
            }
        });
    }

    /// Opens the shipped example; one that is here already is shown as it is.
    pub fn example(self, text: &str) {
        match exchange::read(text.as_bytes()) {
            Ok(opened) if matches!(storage::load(&opened.assessment.id), Ok(Some(_))) => self.show(&opened),
            read => self.take(String::new(), read, true),
        }
    }

    fn take(self, name: String, read: Result<Opened, ReadError>, show: bool) {
        let opened = match read {
            Ok(opened) => opened,
            Err(error) => return self.refuse(name, error),
        };
        self.tell_what_is_odd(name, &opened);
        match storage::load(&opened.assessment.id) {
            Ok(Some(kept)) if same(&kept, &opened) => {
                if show {
                    self.show(&opened);
                }
            }
            Ok(Some(_)) => self.doubtful.update(|doubtful| doubtful.push_back(opened)),
            // Where nothing can be kept, `keep` says so and holds the assessment.
            Ok(None) | Err(_) => {
                plant::keep(self.session, opened.questionnaire, opened.assessment.clone());
                self.changes.update(|changes| *changes += 1);
                if show {
                    self.show(&opened);
                }
            }
        }
    }

    fn refuse(self, name: String, error: ReadError) {
        self.session.tell(Tone::Trouble, move |language| language.about_file(&name, &language.read_error(&error)));
    }

    fn tell_what_is_odd(self, name: String, opened: &Opened) {
        if let Some(difference) = opened.difference.clone() {
            let name = name.clone();
            self.session
                .tell(Tone::Information, move |language| language.about_file(&name, &language.difference(&difference)));
        }
        for remark in opened.remarks.clone() {
            let name = name.clone();
            self.session.tell(Tone::Information, move |language| language.about_file(&name, &language.remark(&remark)));
        }
    }

    fn show(self, opened: &Opened) {
        self.session.go(&Route::Plant(opened.assessment.id.clone(), PlantScreen::Result));
    }

    /// Settles the first doubtful file.
    fn settle(self, way: Way) {
        let Some(mut opened) = self.doubtful.try_update(VecDeque::pop_front).flatten() else { return };
        match way {
            Way::Leave => return,
            Way::Replace => {
                if let Err(trouble) = storage::remove(&opened.assessment.id) {
                    return self.session.tell(Tone::Trouble, move |language| language.storage_trouble(&trouble));
                }
            }
            Way::KeepBoth => opened.assessment.id = random::assessment_id(),
        }
        plant::keep(self.session, opened.questionnaire, opened.assessment);
        self.changes.update(|changes| *changes += 1);
    }
}

/// What becomes of a file whose assessment is on this device already.
#[derive(Clone, Copy)]
enum Way {
    Replace,
    KeepBoth,
    Leave,
}

/// Asks about the files whose assessments are here already.
#[component]
pub fn SameId(import: Import) -> impl IntoView {
    let open = RwSignal::new(false);
    Effect::new(move || open.set(import.doubtful.with(|doubtful| !doubtful.is_empty())));
    // Escape closes the dialogue, which leaves what is kept as it is.
    Effect::new(move || {
        if !open.get() && import.doubtful.with_untracked(|doubtful| !doubtful.is_empty()) {
            import.settle(Way::Leave);
        }
    });
    let question = say(move |language| {
        import.doubtful.with(|doubtful| {
            let opened = doubtful.front()?;
            let here = storage::load(&opened.assessment.id).ok().flatten();
            let here = here.and_then(|text| exchange::read(text.as_bytes()).ok());
            let moment = clock::date_and_time;
            Some(match here {
                Some(here) => language.same_id(
                    &opened.assessment.site.firm,
                    &moment(opened.assessment.changed),
                    &moment(here.assessment.changed),
                ),
                None => language.same_id_as_damaged(&opened.assessment.site.firm),
            })
        })
    });
    view! {
        <Confirm open title=text(Language::already_here)>
            <p>{question}</p>
            <div class="actions">
                <button class="primary" type="button" on:click=move |_| import.settle(Way::KeepBoth)>{say(Language::keep_both)}</button>
                <button class="danger" type="button" on:click=move |_| import.settle(Way::Replace)>{say(Language::replace)}</button>
                <button class="quiet" type="button" on:click=move |_| import.settle(Way::Leave)>{say(Language::cancel)}</button>
            </div>
        </Confirm>
    }
}

/// Whether a record holds what the file holds.
fn same(kept: &str, opened: &Opened) -> bool {
    exchange::read(kept.as_bytes()).is_ok_and(|kept| kept.assessment == opened.assessment)
}
