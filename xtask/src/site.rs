//! The files of the finished site, each but the page and the service worker under a name with the hash of its content.

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

    /// Adds the script of the service worker, after every other file and with the finished page. It keeps its plain name,
    /// by which browsers look for a new edition. `{edition}` in it becomes the hash of all that it keeps.
    ///
    /// # Errors
    /// When the script leaves out a file of the site, which then would be missing without a network.
    pub fn add_service_worker(&mut self, plain: &str, script: String, html: &str) -> Result<()> {
        let script = self.with_hashed_names(script);
        if let Some(File { plain: left_out, .. }) = self.files.iter().find(|file| !script.contains(&file.hashed)) {
            bail!("{plain} does not say when {left_out} is kept for use without a network");
        }
        if !script.contains(EDITION) {
            bail!("{plain} has no place for the edition's hash: {EDITION}");
        }
        let script = script.replace(EDITION, &hash([script.as_bytes(), html.as_bytes()]));
        self.files.push(File { plain: plain.into(), hashed: plain.into(), bytes: script.into_bytes() });
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

/// What stands in the service worker's script for the edition's hash.
const EDITION: &str = "{edition}";

/// The first 16 hexadecimal digits of the SHA-256 over all of it.
fn hash<'a>(parts: impl IntoIterator<Item = &'a [u8]>) -> String {
    let mut hasher = Sha256::new();
    parts.into_iter().for_each(|part| hasher.update(part));
    hasher.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// `boot.js` becomes `boot-0123456789abcdef.js`.
fn hashed_name(plain: &str, bytes: &[u8]) -> String {
    let hash = hash([bytes]);
    match plain.rsplit_once('.') {
        Some((stem, extension)) => format!("{stem}-{hash}.{extension}"),
        None => format!("{plain}-{hash}"),
    }
}

/// Replaces a file's name where it stands alone: `worker.js` in `"./worker.js"`, not in `file-worker.js`.
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
        site.add("boot.js", br#"import "./worker.js"; import "./file-worker.js""#.to_vec()).unwrap();
        let hashed = site.hashed("worker.js").unwrap();
        let boot = String::from_utf8(site.files[1].bytes.clone()).unwrap();
        assert_eq!(boot, format!(r#"import "./{hashed}"; import "./file-worker.js""#));
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

    #[test]
    fn the_service_worker_keeps_its_name_and_changes_with_every_file_and_the_page() {
        let script = |content: &[u8], html: &str| {
            let mut site = Site::default();
            site.add("app.wasm", content.to_vec()).unwrap();
            site.add_service_worker("sw.js", r#"keep("{edition}", "app.wasm")"#.into(), html).unwrap();
            assert_eq!(site.hashed("sw.js"), Some("sw.js"));
            let script = String::from_utf8(site.files[1].bytes.clone()).unwrap();
            assert!(script.contains(site.hashed("app.wasm").unwrap()) && !script.contains(EDITION), "{script}");
            script
        };
        let one = script(b"one", "<p>");
        assert_eq!(one, script(b"one", "<p>"));
        assert_ne!(one, script(b"two", "<p>"));
        assert_ne!(one, script(b"one", "<p><p>"));
    }

    #[test]
    fn a_file_that_the_service_worker_does_not_keep_is_an_error() {
        let mut site = Site::default();
        site.add("app.wasm", b"app".to_vec()).unwrap();
        let error = site.add_service_worker("sw.js", r#"keep("{edition}")"#.into(), "").unwrap_err();
        assert!(error.to_string().contains("app.wasm"), "{error}");
    }
}
