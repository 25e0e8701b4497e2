//! The district's lists that a profile chooses from: 街镇, 园区 and industries.

use std::sync::OnceLock;

use serde::Deserialize;

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
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
#[serde(from = "Line")]
pub struct Choice {
    pub id: String,
    pub name: Bilingual,
}

impl District {
    pub fn shipped() -> &'static District {
        static SHIPPED: OnceLock<District> = OnceLock::new();
        SHIPPED.get_or_init(|| {
            #[derive(Deserialize)]
            struct Places {
                town: Vec<Choice>,
                park: Vec<Choice>,
            }
            #[derive(Deserialize)]
            struct Industries {
                industry: Vec<Choice>,
            }
            let places: Places = toml::from_str(include_str!("../seeds/songjiang.toml")).expect("held by a test");
            let industries: Industries =
                toml::from_str(include_str!("../seeds/industries.toml")).expect("held by a test");
            District { towns: places.town, parks: places.park, industries: industries.industry }
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

#[derive(Deserialize)]
struct Line {
    id: String,
    zh: String,
    en: String,
}

impl From<Line> for Choice {
    fn from(line: Line) -> Choice {
        Choice { id: line.id, name: Bilingual { zh: line.zh, en: line.en } }
    }
}
