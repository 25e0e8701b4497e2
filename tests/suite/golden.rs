//! Golden texts: what a test makes is compared with a file that a person has read.

use std::fs;
use std::path::PathBuf;

/// Compares `text` with `tests/suite/golden/<name>`, or writes the file when `UPDATE` is set.
pub fn check(name: &str, text: &str) {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/suite/golden").join(name);
    if std::env::var_os("UPDATE").is_some() {
        fs::create_dir_all(path.parent().expect("a golden file lies in a folder")).expect("the folder can be made");
        fs::write(&path, text).expect("the golden file can be written");
        return;
    }
    // Git may check text out with the platform's line ends.
    let golden = fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
    assert!(
        golden == text,
        "{name} is no longer what the golden file says.\n{}\nIf it is right now: UPDATE=1 cargo test",
        first_difference(&golden, text)
    );
}

fn first_difference(golden: &str, text: &str) -> String {
    let mut golden = golden.lines();
    for (number, line) in text.lines().enumerate() {
        let expected = golden.next();
        if expected != Some(line) {
            return format!("line {}:\n  golden: {}\n  now:    {line}", number + 1, expected.unwrap_or("(ends here)"));
        }
    }
    format!("the golden file goes on: {}", golden.next().unwrap_or("(only a line end)"))
}
