//! The program's sentences: each one that `words!` declares is said somewhere.

use std::fs;
use std::path::Path;

use crate::layers::{code, files_of};

#[test]
fn every_sentence_is_said_somewhere() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let read = |file: &Path| code(&fs::read_to_string(file).unwrap());
    let wording: Vec<String> = files_of(&src, "wording").iter().map(|file| read(file)).collect();
    let sentences: Vec<&str> = wording.iter().flat_map(|text| text.lines()).filter_map(sentence).collect();
    assert!(sentences.len() > 400, "only {} sentences were found", sentences.len());

    let program: String = ["exchange", "workbook", "tables", "portfolio", "chart", "report", "cli", "web", "wording"]
        .into_iter()
        .flat_map(|module| files_of(&src, module))
        .map(|file| read(&file))
        .collect();
    // As a call, or as a function handed on.
    let is_said =
        |name: &&&str| program.contains(&format!(".{name}(")) || names(&program, &format!("Language::{name}"));
    let unsaid: Vec<&&str> = sentences.iter().filter(|name| !is_said(name)).collect();
    assert!(unsaid.is_empty(), "nobody says these: {unsaid:?}");
}

/// The name that a line of `words!` declares, such as `saved_at(time: &str): "…", "…";` or its first line.
fn sentence(line: &str) -> Option<&str> {
    let declaration = line.strip_prefix("    ").filter(|line| line.starts_with(|first: char| first.is_lowercase()))?;
    let (name, rest) = declaration.split_at(declaration.find(['(', ':'])?);
    let is_name = name.chars().all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '_');
    let text = match rest.strip_prefix('(') {
        Some(arguments) => arguments.split_once("):")?.1,
        None => rest.strip_prefix(':')?,
    };
    (is_name && (text.trim().is_empty() || text.trim().starts_with('"'))).then_some(name)
}

/// Whether a path stands in the text, and not only as the start of a longer one.
fn names(text: &str, path: &str) -> bool {
    let longer = |rest: &str| rest.starts_with(|next: char| next.is_ascii_alphanumeric() || next == '_');
    text.match_indices(path).any(|(at, _)| !longer(&text[at + path.len()..]))
}
