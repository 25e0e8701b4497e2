//! The content: the texts below `questionnaires/` as their authors wrote them, by their paths there, such as
//! `smart-factory/2026.1/model.toml`.
//!
//! The command line carries them. The app's module does not, so that it stays small and the texts can be fetched beside
//! it: there they come in once through `provide`, and asking for one before that is a programming error that panics.

use std::collections::BTreeMap;
use std::sync::OnceLock;

/// Paths and texts, in the paths' order.
type Texts = BTreeMap<&'static str, &'static str>;

static TEXTS: OnceLock<Texts> = OnceLock::new();

/// The text at a path, `None` where there is none.
pub fn file(path: &str) -> Option<&'static str> {
    texts().get(path).copied()
}

/// The last name and the text of each file that lies in a folder itself and not further down, in the names' order;
/// none where there is no such folder.
pub fn folder(folder: &str) -> Vec<(&'static str, &'static str)> {
    let name = |path: &'static str| path.strip_prefix(folder)?.strip_prefix('/').filter(|name| !name.contains('/'));
    texts().iter().filter_map(|(path, text)| Some((name(path)?, *text))).collect()
}

/// The path of every text, in order.
pub fn paths() -> impl Iterator<Item = &'static str> {
    texts().keys().copied()
}

#[cfg(not(target_arch = "wasm32"))]
fn texts() -> &'static Texts {
    const CARRIED: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/questionnaires.rs"));
    TEXTS.get_or_init(|| CARRIED.iter().copied().collect())
}

#[cfg(target_arch = "wasm32")]
fn texts() -> &'static Texts {
    TEXTS.get().expect("the questionnaires' texts are provided before anything asks for them")
}

/// Whether the texts have come in.
#[cfg(target_arch = "wasm32")]
pub fn is_provided() -> bool {
    TEXTS.get().is_some()
}

/// The pack is not the one that was made: cut short, or something else altogether.
#[cfg(target_arch = "wasm32")]
#[derive(Debug)]
pub struct Damaged(pub serde_json::Error);

/// Takes the texts out of the pack that `cargo xtask` makes: a JSON object with a text for each path. A later call
/// changes nothing, since what was read from the first texts stays.
///
/// # Errors
/// When it is no such pack. Nothing was provided then, and another may be.
#[cfg(target_arch = "wasm32")]
pub fn provide(pack: &str) -> Result<(), Damaged> {
    let texts: BTreeMap<String, String> = serde_json::from_str(pack).map_err(Damaged)?;
    TEXTS.get_or_init(|| texts.into_iter().map(|(path, text)| (&*path.leak(), &*text.leak())).collect());
    Ok(())
}
