//! The district's lists that a profile chooses from: 街镇, 园区 and industries.

use std::sync::OnceLock;

use toml::de::{DeTable, DeValue};

use crate::language::{Bilingual, Language};

/// Towns and parks of 松江区, and the divisions of manufacturing in GB/T 4754-2017.
#[derive(Debug)]
pub struct District {
    pub towns: Vec<Choice>,
    pub parks: Vec<Choice>,
    /// Ids are the two-digit codes of the divisions.
    pub industries: Vec<Choice>,
}

/// One line of a list; profiles and files keep its id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    pub id: String,
    pub name: Bilingual,
}

impl District {
    pub fn shipped() -> &'static District {
        static SHIPPED: OnceLock<District> = OnceLock::new();
        SHIPPED.get_or_init(|| District {
            towns: list(include_str!("../seeds/songjiang.toml"), "town"),
            parks: list(include_str!("../seeds/songjiang.toml"), "park"),
            industries: list(include_str!("../seeds/industries.toml"), "industry"),
        })
    }

    /// The division that a GB/T 4754 code of two to four digits belongs to; `None` when it is no manufacturing code.
    pub fn industry(&self, code: &str) -> Option<&Choice> {
        let well_formed = (2..=4).contains(&code.len()) && code.bytes().all(|byte| byte.is_ascii_digit());
        self.industries.iter().find(|industry| well_formed && code.starts_with(&industry.id))
    }
}

/// The name of a chosen id; the id itself where the list does not have it, so that nothing vanishes.
pub fn name<'a>(choices: &'a [Choice], id: &'a str, language: Language) -> &'a str {
    choices.iter().find(|choice| choice.id == id).map_or(id, |choice| choice.name.get(language))
}

/// One list of a shipped file; that every line is complete is held by a test.
fn list(file: &str, key: &str) -> Vec<Choice> {
    let document = DeTable::parse(file).expect("a shipped list is TOML");
    let lines = document.get_ref()[key].get_ref().as_array().expect("a shipped list is an array");
    let text = |line: &DeValue, key: &str| line[key].get_ref().as_str().expect("a line has an id and names").to_owned();
    lines
        .iter()
        .map(|line| Choice {
            id: text(line.get_ref(), "id"),
            name: Bilingual { zh: text(line.get_ref(), "zh"), en: text(line.get_ref(), "en") },
        })
        .collect()
}
