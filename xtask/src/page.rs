//! The page `index.html`, read as Trunk reads it: what it wants built and copied, and the hashed names filled in.

use crate::site::Site;
use anyhow::{Context, Result, bail};
use std::fs;
use std::ops::Range;
use std::path::Path;

pub struct Page {
    html: String,
    tags: Vec<Tag>,
    parts: Vec<Part>,
}

/// One thing that the page wants in the site: a `<link data-trunk …>`.
pub enum Part {
    Module(Module),
    /// A file of the project, and what stands for it in the finished page (`None`: nothing).
    File {
        path: String,
        link: Option<&'static str>,
    },
}

/// A wasm module: one of the package's programs.
pub struct Module {
    /// The program's name in `Cargo.toml`.
    pub program: String,
    /// Whether the package's default features are on.
    pub default_features: bool,
}

impl Page {
    /// # Errors
    /// When the page cannot be read, or asks for something that Trunk would do and this program does not.
    pub fn read(path: &Path) -> Result<Page> {
        let html = fs::read_to_string(path).with_context(|| format!("{} could not be read", path.display()))?;
        Page::parse(html).with_context(|| format!("in {}", path.display()))
    }

    fn parse(html: String) -> Result<Page> {
        let tags = tags(&html)?;
        let parts = tags.iter().filter(|tag| tag.is_part()).map(|tag| tag.part(&html)).collect::<Result<_>>()?;
        Ok(Page { html, tags, parts })
    }

    /// What the page wants built and copied, in the page's order.
    pub fn parts(&self) -> &[Part] {
        &self.parts
    }

    /// The finished page: every file under its hashed name, and no comments.
    ///
    /// # Errors
    /// When the page names a file that the site does not have.
    pub fn fill(&self, site: &Site) -> Result<String> {
        let mut filled = String::with_capacity(self.html.len());
        let mut done = 0;
        let mut parts = self.parts.iter();
        for tag in &self.tags {
            let (range, replacement) = match tag {
                Tag::Comment(range) => (range, Some(String::new())),
                Tag::Element { range, .. } if tag.is_part() => {
                    let part = parts.next().context("a part for each of its tags")?;
                    (range, Some(part.link(site)?))
                }
                Tag::Element { range, .. } => (range, None),
            };
            filled.push_str(&self.html[done..range.start]);
            match replacement {
                Some(text) => filled.push_str(&text),
                None => filled.push_str(&tag.with_hashed_names(&self.html, site)?),
            }
            done = range.end;
        }
        filled.push_str(&self.html[done..]);
        Ok(filled.lines().filter(|line| !line.trim().is_empty()).map(|line| format!("{line}\n")).collect())
    }
}

impl Part {
    /// The plain name of a project file in the site, which has no folders.
    pub fn name(path: &str) -> &str {
        path.rsplit('/').next().unwrap_or(path)
    }

    fn link(&self, site: &Site) -> Result<String> {
        match self {
            Part::File { path, link: Some(rel) } => {
                let name = Part::name(path);
                let hashed = site.hashed(name).with_context(|| format!("the site has no {name}"))?;
                Ok(format!(r#"<link rel="{rel}" href="{hashed}">"#))
            }
            Part::File { link: None, .. } | Part::Module(_) => Ok(String::new()),
        }
    }
}

enum Tag {
    Comment(Range<usize>),
    Element { range: Range<usize>, attributes: Vec<Attribute> },
}

struct Attribute {
    name: String,
    value: Range<usize>,
}

impl Tag {
    fn is_part(&self) -> bool {
        matches!(self, Tag::Element { attributes, .. } if attributes.iter().any(|a| a.name == "data-trunk"))
    }

    fn get<'a>(&self, html: &'a str, name: &str) -> Option<&'a str> {
        let Tag::Element { attributes, .. } = self else { return None };
        attributes.iter().find(|attribute| attribute.name == name).map(|attribute| &html[attribute.value.clone()])
    }

    fn part(&self, html: &str) -> Result<Part> {
        let get = |name: &str| self.get(html, name).with_context(|| format!("a data-trunk link has no {name}"));
        let file = |link| Ok(Part::File { path: get("href")?.to_owned(), link });
        match get("rel")? {
            "rust" => Ok(Part::Module(Module {
                program: get("data-bin")?.to_owned(),
                default_features: self.get(html, "data-cargo-no-default-features").is_none(),
            })),
            "css" => file(Some("stylesheet")),
            "icon" => file(Some("icon")),
            "copy-file" => file(None),
            other => bail!(r#"xtask does not know <link data-trunk rel="{other}">: see xtask/src/page.rs"#),
        }
    }

    /// The tag's text with the values that are names of files replaced.
    fn with_hashed_names(&self, html: &str, site: &Site) -> Result<String> {
        let Tag::Element { range, attributes } = self else { return Ok(String::new()) };
        let mut text = String::new();
        let mut done = range.start;
        for Attribute { value, .. } in attributes {
            let name = &html[value.clone()];
            if !looks_like_a_file(name) {
                continue;
            }
            let hashed =
                site.hashed(name).with_context(|| format!("it names {name}, which nothing builds or copies"))?;
            text.push_str(&html[done..value.start]);
            text.push_str(hashed);
            done = value.end;
        }
        text.push_str(&html[done..range.end]);
        Ok(text)
    }
}

fn looks_like_a_file(value: &str) -> bool {
    let extension = value.rsplit_once('.').map(|(_, extension)| extension);
    matches!(extension, Some("js" | "wasm" | "css" | "svg" | "png" | "ttf" | "json")) && !value.contains(' ')
}

/// The page's comments, and its elements that have attributes, in order.
fn tags(html: &str) -> Result<Vec<Tag>> {
    let mut tags = Vec::new();
    let mut at = 0;
    while let Some(start) = html[at..].find('<').map(|offset| at + offset) {
        let comment = html[start..].starts_with("<!--");
        let end = match comment {
            true => html[start..].find("-->").map(|offset| start + offset + 3),
            false => end_of_element(html, start),
        };
        let end = end.with_context(|| format!("a tag has no end: {}", html[start..].lines().next().unwrap_or("<")))?;
        if comment {
            tags.push(Tag::Comment(start..end));
        } else {
            let attributes = attributes(html, start..end)?;
            if !attributes.is_empty() {
                tags.push(Tag::Element { range: start..end, attributes });
            }
        }
        at = end;
    }
    Ok(tags)
}

/// Where an element's `>` ends; one inside a quoted value does not count.
fn end_of_element(html: &str, start: usize) -> Option<usize> {
    let mut quoted = false;
    for (offset, c) in html[start..].char_indices() {
        match c {
            '"' => quoted = !quoted,
            '>' if !quoted => return Some(start + offset + 1),
            _ => {}
        }
    }
    None
}

fn attributes(html: &str, tag: Range<usize>) -> Result<Vec<Attribute>> {
    let mut attributes = Vec::new();
    let inside = html[tag.clone()].trim_end_matches(['>', '/']);
    let Some(mut at) = inside.find(char::is_whitespace) else { return Ok(attributes) };
    while let Some(offset) = inside[at..].find(|c: char| !c.is_whitespace()) {
        let start = at + offset;
        let length = inside[start..].find(|c: char| c == '=' || c.is_whitespace());
        let end = length.map_or(inside.len(), |length| start + length);
        let name = inside[start..end].to_owned();
        let (value, next) = match inside[end..].strip_prefix("=\"") {
            Some(rest) => {
                let length = rest.find('"').with_context(|| format!("the value of {name} has no end"))?;
                (end + 2..end + 2 + length, end + 2 + length + 1)
            }
            None if inside[end..].starts_with('=') => bail!("the value of {name} is not in double quotes"),
            None => (end..end, end),
        };
        attributes.push(Attribute { name, value: tag.start + value.start..tag.start + value.end });
        at = next;
    }
    Ok(attributes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled(html: &str) -> Result<String> {
        let mut site = Site::default();
        site.add("app.js", b"app".to_vec())?;
        site.add("main.css", b"style".to_vec())?;
        Page::parse(html.into())?.fill(&site)
    }

    #[test]
    fn names_of_files_are_replaced_and_comments_are_gone() {
        let html = r#"<!-- app.js --><script src="app.js"></script><p title="a > b">app.js</p>"#;
        let filled = filled(html).unwrap();
        assert!(filled.starts_with(r#"<script src="app-"#), "{filled}");
        assert!(filled.ends_with("<p title=\"a > b\">app.js</p>\n"), "{filled}");
    }

    #[test]
    fn a_style_sheet_becomes_a_link_to_it() {
        let filled = filled(r#"<link data-trunk rel="css" href="style/main.css">"#).unwrap();
        assert!(filled.starts_with(r#"<link rel="stylesheet" href="main-"#), "{filled}");
    }

    #[test]
    fn a_name_that_nothing_makes_is_an_error() {
        let error = filled(r#"<meta name="file-worker" content="worker.js">"#).unwrap_err();
        assert!(error.to_string().contains("worker.js"), "{error}");
    }

    #[test]
    fn the_projects_own_page_is_understood() {
        let page = Page::read(&crate::steps::project().join("index.html")).unwrap();
        let programs = page.parts().iter().filter_map(|part| match part {
            Part::Module(module) => Some((module.program.as_str(), module.default_features)),
            Part::File { .. } => None,
        });
        assert_eq!(programs.collect::<Vec<_>>(), [("factory-checkup", false), ("file-worker", true)]);
    }
}
