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

/// Reads a file, which need not be an export; one that is too large is not read at all. `language` is for what the
/// browser does not put into words.
pub async fn read(file: &File, language: Language) -> Result<Opened, ReadError> {
    exchange::check_size(file.size() as usize)?;
    let unreachable = |_| ReadError::Unreachable { message: language.file_not_handed_over().to_owned() };
    let bytes = files::read(file).await.map_err(unreachable)?;
    if !enclosed::is_pdf(&bytes) {
        return exchange::read(&bytes);
    }
    exchange::read_enclosed(&take_out(bytes).await?)
}

async fn take_out(pdf: Vec<u8>) -> Result<Enclosed, ReadError> {
    let mut waiting = None;
    let told = Promise::new(&mut |resolve, _| waiting = Some(resolve));
    let answer = Rc::new(RefCell::new(None));
    let job = Job::start(Task::TakeOut, Some(pdf), {
        let answer = answer.clone();
        move |news, content| {
            // Of several failures, the first one is the cause.
            answer.borrow_mut().get_or_insert((news, content));
            let _ = waiting.as_ref().map(|resolve: &Function| resolve.call0(&JsValue::NULL));
        }
    });
    let _job = job.map_err(|error| {
        leptos::logging::error!("the file worker could not be started: {error:?}");
        ReadError::UnopenedPdf
    })?;
    // It is only ever resolved.
    let _ = JsFuture::from(told).await;
    match answer.take() {
        Some((News::TakenOut { recorded, record }, Some(bytes))) => Ok(Enclosed { bytes, recorded, record }),
        Some((News::NotTakenOut(refused), _)) => Err(match refused {
            NotTakenOut::NothingEnclosed => ReadError::Pdf,
            NotTakenOut::Damaged => ReadError::DamagedPdf,
            NotTakenOut::Encrypted => ReadError::EncryptedPdf,
        }),
        _ => Err(ReadError::UnopenedPdf),
    }
}
