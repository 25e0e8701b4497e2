//! The questionnaires that come with the product: each edition in its own folder, `<id>/<version>/`, read when it is
//! first asked for and then kept.
//!
//! That they are sound, and that an edition's folder is named as its model says, is held by a test, so a fault here cannot
//! reach a user.

use std::sync::OnceLock;

use super::{MODEL, Questionnaire};
use crate::content;

/// The questionnaire that new assessments answer.
const CURRENT: &str = "smart-factory";

/// An edition that may not have been read yet.
struct Edition {
    id: &'static str,
    version: &'static str,
    read: OnceLock<Questionnaire>,
}

impl Questionnaire {
    /// The newest edition of the questionnaire that new assessments answer.
    pub fn current() -> &'static Questionnaire {
        Questionnaire::newest(CURRENT).expect("the questionnaire of new assessments is shipped")
    }

    /// One edition, `None` where it is not shipped.
    pub fn edition(id: &str, version: &str) -> Option<&'static Questionnaire> {
        of(id).find(|edition| edition.version == version).map(Edition::questionnaire)
    }

    /// The newest edition of a questionnaire, `None` where it is not shipped.
    pub fn newest(id: &str) -> Option<&'static Questionnaire> {
        of(id).last().map(Edition::questionnaire)
    }

    /// The ids of what is shipped, each once or more.
    pub(super) fn shipped_ids() -> Vec<&'static str> {
        shelf().iter().map(|edition| edition.id).collect()
    }

    /// The versions of a questionnaire's editions, the newest last; none where it is not shipped.
    pub fn editions(id: &str) -> Vec<&'static str> {
        of(id).map(|edition| edition.version).collect()
    }
}

fn of(id: &str) -> impl Iterator<Item = &'static Edition> {
    shelf().iter().filter(move |edition| edition.id == id)
}

/// Every edition, of each questionnaire the newest last.
fn shelf() -> &'static [Edition] {
    static SHELF: OnceLock<Vec<Edition>> = OnceLock::new();
    SHELF.get_or_init(|| {
        let mut shelf: Vec<Edition> = content::paths()
            .filter_map(|path| path.strip_suffix(MODEL)?.strip_suffix('/')?.split_once('/'))
            .map(|(id, version)| Edition { id, version, read: OnceLock::new() })
            .collect();
        shelf.sort_by_key(|edition| numbers(edition.version));
        shelf
    })
}

impl Edition {
    fn questionnaire(&self) -> &Questionnaire {
        self.read.get_or_init(|| {
            let folder = format!("{}/{}", self.id, self.version);
            let files: Vec<(String, &str)> =
                content::folder(&folder).into_iter().map(|(name, text)| (format!("{folder}/{name}"), text)).collect();
            let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), *text)).collect();
            let read = Questionnaire::read(&files);
            read.unwrap_or_else(|problems| panic!("a shipped questionnaire has faults: {problems:#?}"))
        })
    }
}

/// The parts of a version, so that 2026.10 comes after 2026.9.
fn numbers(version: &str) -> Vec<u32> {
    let number = |part: &str| part.parse().unwrap_or_else(|_| panic!("an edition's version is numbers: {version}"));
    version.split('.').map(number).collect()
}
