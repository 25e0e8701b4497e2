//! Files between the page and the user's disk.

use std::time::Duration;

use js_sys::{Array, Uint8Array};
use leptos::ev::Event;
use leptos::prelude::*;
use leptos::wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, File, FileList, HtmlAnchorElement, HtmlInputElement, Url};

use super::session::{Session, Tone};
use crate::tables::{Table, csv};

/// The media type of a workbook.
pub const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// Offers bytes as a download; the browser asks where to, or puts it where downloads go. Where it cannot (no memory
/// is left for the copy), a notice says so.
pub fn save(session: Session, name: &str, media_type: &str, bytes: &[u8]) {
    if let Err(error) = offer(name, media_type, bytes) {
        let (name, reason) = (name.to_owned(), format!("{error:?}"));
        session.tell(Tone::Trouble, move |language| language.file_not_offered(&name, &reason));
    }
}

/// Offers a table as CSV, once what was written reads as what was meant; where it does not, a notice says so.
pub fn save_table(session: Session, name: &str, table: &Table) {
    match csv::write(table) {
        Ok(text) => save(session, name, "text/csv", text.as_bytes()),
        Err(fault) => session.tell(Tone::Trouble, move |language| fault.sentence(language)),
    }
}

/// The whole content of a chosen file.
pub async fn read(file: &File) -> Result<Vec<u8>, Unreadable> {
    let content = JsFuture::from(file.array_buffer()).await.map_err(|_| Unreadable)?;
    Ok(Uint8Array::new(&content).to_vec())
}

/// The browser could not read a file: moved, deleted or not permitted since it was chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unreadable;

/// The files chosen in an input that tells of a change; it is emptied, so that choosing the same ones again is a change.
pub fn chosen(event: &Event) -> Vec<File> {
    let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    input.map_or_else(Vec::new, |input| taken_from(&input))
}

/// The same of an input at hand.
pub fn taken_from(input: &HtmlInputElement) -> Vec<File> {
    let files = list(input.files());
    input.set_value("");
    files
}

pub fn list(files: Option<FileList>) -> Vec<File> {
    let Some(files) = files else { return Vec::new() };
    (0..files.length()).filter_map(|place| files.get(place)).collect()
}

fn offer(name: &str, media_type: &str, bytes: &[u8]) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let parts = Array::of1(&Uint8Array::from(bytes));
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let link: HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    link.click();
    // Some browsers start reading only later; a minute is plenty.
    set_timeout(
        move || {
            let _ = Url::revoke_object_url(&address);
        },
        Duration::from_secs(60),
    );
    Ok(())
}
