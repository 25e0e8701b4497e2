//! The pack: the questionnaires' texts in one file, which the app fetches beside its module.

use crate::steps::project;
use crate::texts;
use anyhow::{Context, Result};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Where the page says that the pack is. Trunk reads that too, so it is a fixed place and not cargo's target folder,
/// which may be elsewhere.
const PACK: &str = "target/questionnaires.json";

/// Packs every TOML file below `questionnaires/` as the page wants it.
pub fn pack() -> Result<()> {
    let packed = packed(&project().join("questionnaires"))?;
    let path = project().join(PACK);
    // Trunk builds again when a file changes, and this runs in each of its builds.
    if fs::read_to_string(&path).ok().as_deref() == Some(&packed) {
        return Ok(());
    }
    fs::create_dir_all(path.parent().expect("the pack lies in a folder"))?;
    fs::write(&path, packed).with_context(|| format!("{} could not be written", path.display()))
}

/// A JSON object with the text of each file by its path, in the paths' order: equal texts make equal packs.
fn packed(folder: &Path) -> Result<String> {
    let unread = |path: &Path| format!("{} could not be read", path.display());
    let mut files = BTreeMap::new();
    for path in texts::paths(folder).with_context(|| unread(folder))? {
        let file = folder.join(&path);
        files.insert(path, fs::read_to_string(&file).with_context(|| unread(&file))?);
    }
    Ok(serde_json::to_string(&files)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::PathBuf;

    /// A folder of this test's own, which goes with it.
    struct Folder(PathBuf);

    impl Folder {
        fn with(name: &str, files: &[(&str, &str)]) -> Folder {
            let folder = std::env::temp_dir().join(format!("xtask-{name}-{}", std::process::id()));
            for (path, text) in files {
                let file = folder.join(path);
                fs::create_dir_all(file.parent().unwrap()).unwrap();
                fs::write(file, text).unwrap();
            }
            Folder(folder)
        }
    }

    impl Drop for Folder {
        fn drop(&mut self) {
            fs::remove_dir_all(&self.0).ok();
        }
    }

    #[test]
    fn the_pack_holds_every_toml_file_by_its_path_and_nothing_else() {
        let files = [
            ("tiny/2026.10/model.toml", "id = \"tiny\"\n"),
            ("glossary.toml", "\"引号\" = \"\\u4e00\"\n"),
            ("tiny/2026.9/model.toml", "id = \"tiny\"\r\n"),
            ("tiny/notes.md", "Not for the app."),
        ];
        let folder = Folder::with("holds", &files);
        let packed: BTreeMap<String, String> = serde_json::from_str(&packed(&folder.0).unwrap()).unwrap();
        let expected = files.iter().filter(|(path, _)| path.ends_with(".toml"));
        assert_eq!(packed, expected.map(|(path, text)| (path.to_string(), text.to_string())).collect());
    }

    #[test]
    fn equal_texts_make_equal_packs_in_whatever_order_they_were_written() {
        let (one, two) = (("b/model.toml", "b = 1"), ("a.toml", "a = 1"));
        let [first, second] = [("order-1", [one, two]), ("order-2", [two, one])].map(|(name, files)| {
            let folder = Folder::with(name, &files);
            packed(&folder.0).unwrap()
        });
        assert_eq!(first, second);
        assert_eq!(first, r#"{"a.toml":"a = 1","b/model.toml":"b = 1"}"#);
    }

    #[test]
    fn the_projects_own_questionnaires_are_packed() {
        let packed = packed(&project().join("questionnaires")).unwrap();
        assert!(packed.contains(r#""smart-factory/2026.1/model.toml":"#));
    }
}
