//! Reading: a file of the user's disk becomes an assessment. What is enclosed in a report's PDF is taken out by the file
//! worker.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Function, Promise};
use leptos::wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::File;

use super::file_worker::Job;
use super::file_worker::message::{News, NotTakenOut, Task};
use super::files;
use crate::exchange::{self, Enclosed, Opened, ReadError, enclosed};
use crate::language::Language;

/// Reads one file after another. A worker that was needed once stays for the next PDF.
#[derive(Default)]
pub struct Reader {
    worker: RefCell<Option<Job>>,
    heard: Rc<Heard>,
}

/// What the worker said, and who waits for it.
#[derive(Default)]
struct Heard {
    news: RefCell<Option<(News, Option<Vec<u8>>)>>,
    waiting: RefCell<Option<Function>>,
}

impl Reader {
    /// Reads a file, which need not be an export; one that is too large is not read at all. `language` is for what the
    /// browser does not put into words.
    pub async fn read(&self, file: &File, language: Language) -> Result<Opened, ReadError> {
        exchange::check_size(file.size() as usize)?;
        let unreachable = |_| ReadError::Unreachable { message: language.file_not_handed_over().to_owned() };
        let bytes = files::read(file).await.map_err(unreachable)?;
        if !enclosed::is_pdf(&bytes) {
            return exchange::read(&bytes);
        }
        exchange::read_enclosed(&self.take_out(bytes).await?)
    }

    async fn take_out(&self, pdf: Vec<u8>) -> Result<Enclosed, ReadError> {
        let heard = self.heard.clone();
        let told = Promise::new(&mut |resolve, _| {
            heard.waiting.replace(Some(resolve));
        });
        if let Err(error) = self.give(pdf) {
            leptos::logging::error!("the file worker could not be started: {error:?}");
            return Err(ReadError::UnopenedPdf);
        }
        // It is only ever resolved.
        let _ = JsFuture::from(told).await;
        match self.heard.news.take() {
            Some((News::TakenOut { recorded, record }, Some(bytes))) => Ok(Enclosed { bytes, recorded, record }),
            Some((News::NotTakenOut(refused), _)) => Err(match refused {
                NotTakenOut::NothingEnclosed => ReadError::Pdf,
                NotTakenOut::Damaged => ReadError::DamagedPdf,
                NotTakenOut::Encrypted => ReadError::EncryptedPdf,
            }),
            _ => {
                // The next file gets a new one.
                self.worker.replace(None);
                Err(ReadError::UnopenedPdf)
            }
        }
    }

    fn give(&self, pdf: Vec<u8>) -> Result<(), JsValue> {
        if let Some(worker) = &*self.worker.borrow() {
            return worker.give(&Task::TakeOut, Some(pdf));
        }
        let heard = self.heard.clone();
        let worker = Job::start(Task::TakeOut, Some(pdf), move |news, content| {
            // Of several failures, the first one is waited for.
            let Some(waiting) = heard.waiting.take() else { return };
            heard.news.replace(Some((news, content)));
            let _ = waiting.call0(&JsValue::NULL);
        })?;
        self.worker.replace(Some(worker));
        Ok(())
    }
}
