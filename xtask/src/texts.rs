//! The questionnaires' texts as they lie in the project: found here for the site's pack and for the command line's build.

use std::fs;
use std::io::{Error, ErrorKind, Result};
use std::path::Path;

/// The path of every TOML file in a folder and below it, relative to the folder, with `/` between its parts on every
/// system; in order.
///
/// # Errors
/// When a folder cannot be read, or a name is not UTF-8.
pub fn paths(folder: &Path) -> Result<Vec<String>> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().into_string().map_err(|name| {
            Error::new(ErrorKind::InvalidData, format!("{} is not UTF-8", Path::new(&name).display()))
        })?;
        if entry.file_type()?.is_dir() {
            paths.extend(self::paths(&entry.path())?.into_iter().map(|path| format!("{name}/{path}")));
        } else if name.ends_with(".toml") {
            paths.push(name);
        }
    }
    paths.sort();
    Ok(paths)
}
