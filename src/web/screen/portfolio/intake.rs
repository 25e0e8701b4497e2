//! The intake: files are taken in one by one, with the page staying responsive.

use js_sys::{Promise, Reflect};
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen_futures::JsFuture;
use web_sys::File;

use crate::language::Language;
use crate::portfolio::Portfolio;
use crate::web::component::file_drop::FileDrop;
use crate::web::component::icon::{Glyph, Icon};
use crate::web::files;
use crate::web::reading;
use crate::web::session::{say, session, text};

/// After so many files the page gets a turn to draw and to listen.
const SLICE: usize = 8;
/// After so many files what was read so far is shown.
const SHOW: usize = 100;

/// The files taken in so far, and how far the reading is.
#[derive(Clone, Copy)]
pub struct Collection {
    pub portfolio: RwSignal<Portfolio>,
    reading: RwSignal<Reading>,
    /// Grows when the collection is cleared, so that a reading under way knows that it is no longer wanted.
    round: StoredValue<usize>,
}

#[derive(Clone, Copy, Default, PartialEq, Eq)]
struct Reading {
    read: usize,
    all: usize,
}

impl Collection {
    pub fn new() -> Collection {
        Collection {
            portfolio: RwSignal::new(Portfolio::default()),
            reading: RwSignal::new(Reading::default()),
            round: StoredValue::new(0),
        }
    }

    /// How many files do not stand in the table.
    pub fn left_out(self) -> usize {
        self.portfolio.with(|portfolio| portfolio.rejected().len() + portfolio.set_aside().len())
    }

    fn clear(self) {
        self.round.update_value(|round| *round += 1);
        self.reading.set(Reading::default());
        self.portfolio.set(Portfolio::default());
    }

    fn take(self, language: Language, files: Vec<File>) {
        let round = self.round.get_value();
        self.reading.update(|reading| reading.all += files.len());
        spawn_local(async move {
            for (place, file) in files.iter().enumerate() {
                let read = reading::read(file, language).await;
                // The screen may be gone, or the collection cleared, while the file was read.
                if self.round.try_get_value() != Some(round) {
                    return;
                }
                self.portfolio.update_untracked(|portfolio| portfolio.take(&name(file), read));
                self.reading.update_untracked(|reading| reading.read += 1);
                if (place + 1) % SLICE == 0 {
                    self.reading.notify();
                    turn().await;
                }
                if (place + 1) % SHOW == 0 {
                    self.portfolio.try_update(|_| ());
                }
            }
            self.portfolio.try_update(|_| ());
            self.reading.try_update(|reading| {
                if reading.read == reading.all {
                    *reading = Reading::default();
                }
            });
        });
    }
}

/// With its folders, where a folder was chosen.
fn name(file: &File) -> String {
    let path = Reflect::get(file, &"webkitRelativePath".into()).ok().and_then(|path| path.as_string());
    path.filter(|path| !path.is_empty()).unwrap_or_else(|| file.name())
}

/// Gives the page a turn.
async fn turn() {
    let timer = Promise::new(&mut |resolve, _| {
        // Without a timer the next file simply follows at once.
        if window().set_timeout_with_callback(&resolve).is_err() {
            let _ = resolve.call0(&resolve);
        }
    });
    let _ = JsFuture::from(timer).await;
}

#[component]
pub fn Intake(collection: Collection) -> impl IntoView {
    let language = session().language;
    let files_input = NodeRef::<html::Input>::new();
    let folder_input = NodeRef::<html::Input>::new();
    let take = move |files| collection.take(language.get_untracked(), files);
    let chosen = move |input: NodeRef<html::Input>| {
        if let Some(input) = input.get_untracked() {
            take(files::taken_from(&input));
        }
    };
    let open = |input: NodeRef<html::Input>| {
        if let Some(input) = input.get_untracked() {
            input.click();
        }
    };
    let reading = move || collection.reading.get();
    let anything = move || collection.portfolio.with(|portfolio| portfolio.files() > 0);
    let prompt = text(Language::drop_many_files_here);
    view! {
        <FileDrop prompt on_files=take>
            <div class="card intake">
                <p>{say(Language::drop_many_files_here)}</p>
                <div class="actions">
                    <button class="primary" type="button" on:click=move |_| open(files_input)>
                        <Glyph icon=Icon::Open/>{say(Language::choose_files)}
                    </button>
                    <button type="button" on:click=move |_| open(folder_input)>{say(Language::choose_folder)}</button>
                    <Show when=anything>
                        <button class="quiet" type="button" on:click=move |_| collection.clear()>{say(Language::start_again)}</button>
                    </Show>
                </div>
                <input class="unseen" type="file" multiple accept=".json,application/json,.pdf,application/pdf" tabindex="-1" aria-hidden="true"
                    node_ref=files_input on:change=move |_| chosen(files_input)/>
                <input class="unseen" type="file" prop:webkitdirectory=true tabindex="-1" aria-hidden="true"
                    node_ref=folder_input on:change=move |_| chosen(folder_input)/>
                <div aria-live="polite">
                    <Show when=move || { reading().all > 0 }>
                        <p>{say(move |language| language.reading_files(reading().read, reading().all))}</p>
                        <progress max=move || reading().all value=move || reading().read
                            aria-label=say(Language::files_read)></progress>
                    </Show>
                </div>
            </div>
        </FileDrop>
    }
}
