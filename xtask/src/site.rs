//! The files of the finished site, each under a name with the hash of its content.

use anyhow::{Context, Result, bail};
use sha2::{Digest, Sha256};
use std::fs;
use std::path::Path;

/// Files by their plain and their hashed names. A script or style sheet may name the files added before it: the names
/// are replaced in its text, so that its own hash changes with theirs and every file can be cached for ever.
#[derive(Default)]
pub struct Site {
    files: Vec<File>,
}

struct File {
    plain: String,
    hashed: String,
    bytes: Vec<u8>,
}

impl Site {
    /// Adds a file under its plain name, such as `boot.js`.
    ///
    /// # Errors
    /// When the name is taken, or a script or style sheet is not UTF-8.
    pub fn add(&mut self, plain: &str, mut bytes: Vec<u8>) -> Result<()> {
        if self.hashed(plain).is_some() {
            bail!("two files of the site are called {plain}");
        }
        if plain.ends_with(".js") || plain.ends_with(".css") {
            let text = String::from_utf8(bytes).with_context(|| format!("{plain} is not UTF-8"))?;
            bytes = self.with_hashed_names(text).into_bytes();
        }
        let hashed = hashed_name(plain, &bytes);
        self.files.push(File { plain: plain.into(), hashed, bytes });
        Ok(())
    }

    /// The name a file has in the finished site.
    pub fn hashed(&self, plain: &str) -> Option<&str> {
        self.files.iter().find(|file| file.plain == plain).map(|file| file.hashed.as_str())
    }

    /// The largest files: names and sizes in bytes.
    pub fn largest(&self, count: usize) -> Vec<(&str, usize)> {
        let mut files = self.files.iter().map(|file| (file.hashed.as_str(), file.bytes.len())).collect::<Vec<_>>();
        files.sort_by_key(|(_, size)| std::cmp::Reverse(*size));
        files.truncate(count);
        files
    }

    /// Writes every file and `index.html` into a folder, which holds nothing else afterwards.
    pub fn write(&self, folder: &Path, html: &str) -> Result<()> {
        if folder.exists() {
            fs::remove_dir_all(folder).with_context(|| format!("{} could not be emptied", folder.display()))?;
        }
        fs::create_dir_all(folder).with_context(|| format!("{} could not be made", folder.display()))?;
        let files = self.files.iter().map(|file| (file.hashed.as_str(), file.bytes.as_slice()));
        for (name, bytes) in files.chain([("index.html", html.as_bytes())]) {
            fs::write(folder.join(name), bytes).with_context(|| format!("{name} could not be written"))?;
        }
        Ok(())
    }

    fn with_hashed_names(&self, text: String) -> String {
        self.files.iter().fold(text, |text, file| replace_name(&text, &file.plain, &file.hashed))
    }
}

/// `boot.js` becomes `boot-0123456789abcdef.js`.
fn hashed_name(plain: &str, bytes: &[u8]) -> String {
    let hash = Sha256::digest(bytes).iter().take(8).map(|byte| format!("{byte:02x}")).collect::<String>();
    match plain.rsplit_once('.') {
        Some((stem, extension)) => format!("{stem}-{hash}.{extension}"),
        None => format!("{plain}-{hash}"),
    }
}

/// Replaces a file's name where it stands alone: `worker.js` in `"./worker.js"`, not in `report-worker.js`.
fn replace_name(text: &str, name: &str, replacement: &str) -> String {
    let in_a_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    let mut result = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(place) = rest.find(name) {
        let (before, after) = (&rest[..place], &rest[place + name.len()..]);
        let alone = !before.ends_with(in_a_name) && !after.starts_with(in_a_name);
        result.push_str(before);
        result.push_str(if alone { replacement } else { name });
        rest = after;
    }
    result.push_str(rest);
    result
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_names_the_hashed_file() {
        let mut site = Site::default();
        site.add("worker.js", b"work".to_vec()).unwrap();
        site.add("boot.js", br#"import "./worker.js"; import "./report-worker.js""#.to_vec()).unwrap();
        let hashed = site.hashed("worker.js").unwrap();
        let boot = String::from_utf8(site.files[1].bytes.clone()).unwrap();
        assert_eq!(boot, format!(r#"import "./{hashed}"; import "./report-worker.js""#));
    }

    #[test]
    fn a_changed_file_changes_the_names_of_those_that_name_it() {
        let named = |content: &[u8]| {
            let mut site = Site::default();
            site.add("app.wasm", content.to_vec()).unwrap();
            site.add("app.js", b"fetch('app.wasm')".to_vec()).unwrap();
            site.hashed("app.js").unwrap().to_owned()
        };
        assert_ne!(named(b"one"), named(b"two"));
    }
}
