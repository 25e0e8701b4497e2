//! Own questionnaires: those of a firm or a district, which do not come with the product but with a file.
//!
//! Each is read once and then kept as long as the program runs, known by its hash: whoever scores, shows or prints an
//! assessment holds the same `&'static Questionnaire` as for a shipped one. An export carries the texts
//! ([`Questionnaire::own_files`]), so that it can be opened where nobody has the questionnaire.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use super::{Questionnaire, reading};
use crate::document::{Fault, Problem};

/// The texts of a questionnaire's files by their names, without folders.
pub type Files = BTreeMap<String, String>;

/// The most bytes that the texts may have together: an export carries them, and a device keeps many exports. The largest
/// shipped edition has 0.8 MB.
pub const LIMIT: usize = 2_000_000;

struct Own {
    questionnaire: Questionnaire,
    files: Files,
}

/// By hash.
static KEPT: Mutex<BTreeMap<String, &'static Own>> = Mutex::new(BTreeMap::new());

impl Questionnaire {
    /// The questionnaire in these files, read when it is first asked for. It must not go by the name of a shipped one:
    /// what is scored by other rules must not look like it. On failure, every problem found.
    pub fn own(files: &Files) -> Result<&'static Questionnaire, Vec<Problem>> {
        let size = files.values().map(String::len).sum();
        if size > LIMIT {
            let file = files.keys().next().cloned().unwrap_or_default();
            return Err(vec![Problem { file, place: None, fault: Fault::TooLarge { size, limit: LIMIT } }]);
        }
        let texts: Vec<(&str, &str)> = files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
        let questionnaire = reading::read(&texts, &Questionnaire::shipped_ids())?;
        let mut kept = KEPT.lock().unwrap_or_else(PoisonError::into_inner);
        let own = kept
            .entry(questionnaire.hash.clone())
            .or_insert_with(|| Box::leak(Box::new(Own { questionnaire, files: files.clone() })));
        Ok(&own.questionnaire)
    }

    /// The own questionnaire with this hash, `None` where none was read yet in this run of the program.
    pub fn own_by_hash(hash: &str) -> Option<&'static Questionnaire> {
        kept(hash).map(|own| &own.questionnaire)
    }

    /// The files that this questionnaire was read from; `None` unless it is an own one.
    pub fn own_files(&self) -> Option<&'static Files> {
        kept(&self.hash).map(|own| &own.files)
    }
}

/// The hash that a questionnaire with this id has when it is read from these files: see [`Questionnaire::hash`].
pub fn hash(id: &str, files: &Files) -> String {
    let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    reading::hash_of(id, &files)
}

fn kept(hash: &str) -> Option<&'static Own> {
    KEPT.lock().unwrap_or_else(PoisonError::into_inner).get(hash).copied()
}
