//! Published distributions: which share of firms stands at which level, for a plant to see itself among others.

use std::sync::OnceLock;

use toml::de::{DeTable, DeValue};

use crate::language::Bilingual;
use crate::questionnaire::Level;

/// How the firms of one sample are spread over the levels. All that is published rests on self-assessments, so that
/// years cannot be compared with one another: whoever shows one says so.
#[derive(Clone, Debug, PartialEq)]
pub struct Distribution {
    pub year: u16,
    /// How many firms, in words.
    pub sample: Bilingual,
    /// Percent of the firms in each [`Band`], summing to 100.
    pub shares: [u8; 4],
}

/// A class of levels that distributions tell apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Band {
    /// Below L1 or at it.
    UpToFirst,
    Second,
    Third,
    /// At L4 or above.
    FromFourth,
}

impl Distribution {
    /// All that we know of, the latest first.
    pub fn shipped() -> &'static [Distribution] {
        static SHIPPED: OnceLock<Vec<Distribution>> = OnceLock::new();
        SHIPPED.get_or_init(|| read(include_str!("../seeds/distributions.toml")))
    }

    pub fn share(&self, band: Band) -> u8 {
        self.shares[band as usize]
    }
}

impl Band {
    pub const ALL: [Band; 4] = [Band::UpToFirst, Band::Second, Band::Third, Band::FromFourth];

    /// The band of a plant that reached this level, `None` below the first.
    pub fn of(reached: Option<Level>) -> Band {
        match reached.map_or(0, Level::number) {
            0 | 1 => Band::UpToFirst,
            2 => Band::Second,
            3 => Band::Third,
            _ => Band::FromFourth,
        }
    }
}

/// That the shipped file is sound is held by a test.
fn read(file: &str) -> Vec<Distribution> {
    let document = DeTable::parse(file).expect("a shipped list is TOML");
    let lines = document.get_ref()["distribution"].get_ref().as_array().expect("a shipped list is an array");
    lines.iter().map(|line| distribution(line.get_ref())).collect()
}

fn distribution(line: &DeValue) -> Distribution {
    let number = |value: &DeValue| -> u16 {
        value.as_integer().and_then(|number| number.as_str().parse().ok()).expect("a year or a share is a number")
    };
    let sample = |language: &str| line["sample"].get_ref()[language].get_ref().as_str().expect("a sample in words");
    let shares = line["shares"].get_ref().as_array().expect("shares are an array");
    let share = |place: usize| number(shares[place].get_ref()) as u8;
    Distribution {
        year: number(line["year"].get_ref()),
        sample: Bilingual { zh: sample("zh").to_owned(), en: sample("en").to_owned() },
        shares: [share(0), share(1), share(2), share(3)],
    }
}
