//! What the device keeps: one record per assessment, each the same text as an exported file, own questionnaires, and two
//! preferences.
//!
//! A record is written only where it still is what this window last saw ([`save`]), so that two windows cannot
//! overwrite each other unnoticed. What does not parse is not this module's matter: it hands out texts.

use gloo_storage::{LocalStorage, Storage};
use leptos::prelude::window;
use leptos::wasm_bindgen::{JsCast, JsValue};

use crate::assessment::AssessmentId;
use crate::language::Language;

/// Before the id in the key of an assessment's record.
const ASSESSMENT: &str = "factory-checkup/assessment/";
/// Before the hash in the key of an own questionnaire.
const QUESTIONNAIRE: &str = "factory-checkup/questionnaire/";
/// Before the name in the key of a preference.
const PREFERENCE: &str = "factory-checkup/preference/";

/// One assessment's record as it was found, readable or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    pub id: AssessmentId,
    pub text: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StorageTrouble {
    /// The browser lets this page keep nothing: cookies and site data are blocked.
    Blocked,
    /// No room is left; what was kept before is still there.
    Full,
    /// Somebody else changed the record since this window read it; `None` when it was deleted.
    ChangedElsewhere(Option<String>),
    /// Anything else, in the browser's words.
    Refused(String),
}

/// Every assessment's record, by id.
pub fn records() -> Result<Vec<Record>, StorageTrouble> {
    let records = texts(ASSESSMENT)?;
    Ok(records.into_iter().map(|(id, text)| Record { id: AssessmentId(id), text }).collect())
}

/// Every own questionnaire's text with its hash, by hash.
pub fn questionnaires() -> Result<Vec<(String, String)>, StorageTrouble> {
    texts(QUESTIONNAIRE)
}

/// Keeps an own questionnaire; what has the same hash is the same.
pub fn save_questionnaire(hash: &str, text: &str) -> Result<(), StorageTrouble> {
    storage()?.set_item(&format!("{QUESTIONNAIRE}{hash}"), text).map_err(refused)
}

pub fn remove_questionnaire(hash: &str) -> Result<(), StorageTrouble> {
    storage()?.remove_item(&format!("{QUESTIONNAIRE}{hash}")).map_err(refused)
}

/// What stands under the keys with a beginning, by the rest of the key.
fn texts(beginning: &str) -> Result<Vec<(String, String)>, StorageTrouble> {
    let storage = storage()?;
    let mut texts = Vec::new();
    for place in 0..storage.length().map_err(refused)? {
        let Some(key) = storage.key(place).map_err(refused)? else { continue };
        let Some(name) = key.strip_prefix(beginning) else { continue };
        if let Some(text) = storage.get_item(&key).map_err(refused)? {
            texts.push((name.to_owned(), text));
        }
    }
    texts.sort();
    Ok(texts)
}

/// The text of one record, `None` where there is none.
pub fn load(id: &AssessmentId) -> Result<Option<String>, StorageTrouble> {
    storage()?.get_item(&key(id)).map_err(refused)
}

/// Writes a record, provided that it still is `expected` (`None`: that there is none).
pub fn save(id: &AssessmentId, expected: Option<&str>, text: &str) -> Result<(), StorageTrouble> {
    let found = load(id)?;
    if found.as_deref() != expected {
        return Err(StorageTrouble::ChangedElsewhere(found));
    }
    storage()?.set_item(&key(id), text).map_err(refused)
}

pub fn remove(id: &AssessmentId) -> Result<(), StorageTrouble> {
    storage()?.remove_item(&key(id)).map_err(refused)
}

/// The assessment whose record has this key; `None` for other keys.
pub fn assessment_of(key: &str) -> Option<AssessmentId> {
    key.strip_prefix(ASSESSMENT).map(|id| AssessmentId(id.to_owned()))
}

/// A preference kept on this device; `None` where there is none, or nothing can be kept.
pub fn preference(name: &str) -> Option<String> {
    storage().ok()?.get_item(&format!("{PREFERENCE}{name}")).ok()?
}

/// Keeps a preference, or forgets it. A device that keeps nothing forgets it anyway, and says so where it matters:
/// when an assessment is saved.
pub fn prefer(name: &str, value: Option<&str>) {
    let Ok(storage) = storage() else { return };
    let key = format!("{PREFERENCE}{name}");
    let _ = match value {
        Some(value) => storage.set_item(&key, value),
        None => storage.remove_item(&key),
    };
}

fn key(id: &AssessmentId) -> String {
    format!("{ASSESSMENT}{id}")
}

/// The records are texts already, so gloo-storage's raw storage is used: its own `set` would wrap them in JSON again.
fn storage() -> Result<web_sys::Storage, StorageTrouble> {
    // `raw` panics where the browser blocks storage, so ask first.
    match window().local_storage() {
        Ok(Some(_)) => Ok(LocalStorage::raw()),
        _ => Err(StorageTrouble::Blocked),
    }
}

fn refused(error: JsValue) -> StorageTrouble {
    match error.dyn_ref::<web_sys::DomException>() {
        Some(exception) if exception.code() == web_sys::DomException::QUOTA_EXCEEDED_ERR => StorageTrouble::Full,
        Some(exception) => StorageTrouble::Refused(exception.message()),
        None => StorageTrouble::Refused(format!("{error:?}")),
    }
}

impl Language {
    pub fn storage_trouble(self, trouble: &StorageTrouble) -> String {
        match trouble {
            StorageTrouble::Blocked => self.storage_blocked().into(),
            StorageTrouble::Full => self.storage_full().into(),
            StorageTrouble::ChangedElsewhere(Some(_)) => self.changed_elsewhere().into(),
            StorageTrouble::ChangedElsewhere(None) => self.deleted_elsewhere().into(),
            StorageTrouble::Refused(reason) => self.storage_refused(reason),
        }
    }
}
