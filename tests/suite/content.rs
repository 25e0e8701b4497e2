//! The content: every text below `questionnaires/` is there by its path, without a list kept by hand.

use std::fs;
use std::path::Path;

use factory_checkup::content;

#[test]
fn a_text_is_the_file_at_its_path() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("questionnaires");
    assert!(content::paths().count() > 20);
    for path in content::paths() {
        assert_eq!(content::file(path), Some(fs::read_to_string(folder.join(path)).unwrap().as_str()), "{path}");
    }
    assert_eq!(content::file("smart-factory/1999.1/model.toml"), None);
}

#[test]
fn a_folder_gives_its_own_files_by_name_and_none_from_further_down() {
    let names: Vec<&str> = content::folder("smart-factory/2026.1").into_iter().map(|(name, _)| name).collect();
    assert!(names.contains(&"model.toml") && names.contains(&"data.toml"), "{names:?}");
    assert!(names.is_sorted());
    assert!(content::folder("smart-factory").is_empty());
    assert!(content::folder("smart-factory/2026").is_empty(), "half a name is no folder");
}
