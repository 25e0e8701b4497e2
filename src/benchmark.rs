//! A benchmark: how the firms of a summary file are spread over the levels, for a plant to see itself among them.
//!
//! It is read from the file that a portfolio is saved as (`summary.json`), of which it takes what is said of the
//! questionnaire of new assessments:
//!
//! ```text
//! { "format": "factory-checkup/summary", "version": 1, "name": "…", "made": "2026-11-29",
//!   "questionnaire": "smart-factory", "firms": 65,
//!   "levels": [{ "level": null, "certain": 3, "at_least": 2 }, { "level": 1, "certain": 41, "at_least": 7 }, …], … }
//! ```

use serde::{Deserialize, Serialize};
use serde_json::Value;
use time::Date;
use time::format_description::BorrowedFormatItem;
use time::macros::format_description;

use crate::questionnaire::Level;

/// The name and the version of the format.
pub const FORMAT: &str = "factory-checkup/summary";
pub const VERSION: u64 = 1;

const DAY: &[BorrowedFormatItem] = format_description!("[year]-[month]-[day]");

/// It is its maker's own: nothing official is claimed of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Benchmark {
    /// What its maker calls it; may be empty.
    pub name: String,
    pub made: Date,
    /// The id of the questionnaire that the firms answered. Plants that answered another cannot be put beside them.
    pub questionnaire: String,
    /// Below the first level, then the levels that were asked, rising.
    pub levels: Vec<Count>,
    /// Firms whose level open answers can still raise: they are in no count.
    pub open: u32,
}

/// How many firms stand at a level for certain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Count {
    /// `None` below the first.
    pub level: Option<Level>,
    pub firms: u32,
}

/// Why a text is no benchmark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BenchmarkFault {
    /// No JSON, or of another format, which is named where it names itself.
    OtherFormat {
        found: Option<String>,
    },
    Newer {
        found: u64,
    },
    /// Something is missing or of another kind than it must be.
    WrongShape {
        message: String,
    },
    /// Its numbers do not go together.
    Contradiction,
    /// Longer than [`Benchmark::NAME`].
    LongName {
        letters: usize,
    },
    /// Fewer than [`Benchmark::LEAST`], so that single firms could be recognised.
    TooFew {
        firms: u32,
    },
}

impl Benchmark {
    /// The fewest firms whose levels may be shown to others: our own rule.
    pub const LEAST: u32 = 5;
    /// The most characters of a name, which must fit on a line of a phone's width.
    pub const NAME: usize = 30;

    pub fn read(text: &str) -> Result<Benchmark, BenchmarkFault> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let document: Value = serde_json::from_str(text).map_err(|_| BenchmarkFault::OtherFormat { found: None })?;
        match document["format"].as_str() {
            Some(FORMAT) => {}
            found => return Err(BenchmarkFault::OtherFormat { found: found.map(str::to_owned) }),
        }
        match document["version"].as_u64() {
            Some(found) if found > VERSION => return Err(BenchmarkFault::Newer { found }),
            Some(VERSION) => {}
            _ => return Err(BenchmarkFault::WrongShape { message: "version".to_owned() }),
        }
        let written = Written::deserialize(document);
        let written = written.map_err(|error| BenchmarkFault::WrongShape { message: error.to_string() })?;
        Benchmark::of(written)
    }

    /// The same as a text that [`Benchmark::read`] takes.
    pub fn write(&self) -> String {
        let bin = |count: &Count| WrittenBin {
            level: count.level.map(Level::number),
            certain: count.firms,
            // By level, they were summed up when they were read.
            at_least: if count.level.is_none() { self.open } else { 0 },
        };
        let written = Written {
            format: FORMAT.to_owned(),
            version: VERSION,
            name: self.name.clone(),
            made: written_day(self.made),
            questionnaire: self.questionnaire.clone(),
            firms: self.sample() + self.open,
            levels: self.levels.iter().map(bin).collect(),
        };
        serde_json::to_string(&written).expect("words and numbers are JSON")
    }

    /// How many firms the counts are of.
    pub fn sample(&self) -> u32 {
        self.levels.iter().map(|count| count.firms).sum()
    }

    fn of(written: Written) -> Result<Benchmark, BenchmarkFault> {
        let letters = written.name.chars().count();
        if letters > Benchmark::NAME {
            return Err(BenchmarkFault::LongName { letters });
        }
        let made = Date::parse(&written.made, DAY);
        let made = made.map_err(|_| BenchmarkFault::WrongShape { message: format!("made: {}", written.made) })?;
        let level = |number: Option<u8>| match number {
            None => Some(None),
            Some(number) => Level::new(number.into()).map(Some),
        };
        let counts = written.levels.iter().map(|bin| Some(Count { level: level(bin.level)?, firms: bin.certain }));
        let levels: Vec<Count> = counts.collect::<Option<_>>().ok_or(BenchmarkFault::Contradiction)?;
        let sample = sum(levels.iter().map(|count| count.firms));
        let open = sum(written.levels.iter().map(|bin| bin.at_least));
        let (sample, open) = sample.zip(open).ok_or(BenchmarkFault::Contradiction)?;
        let rising = levels.windows(2).all(|pair| pair[0].level < pair[1].level);
        let whole = levels.len() > 1 && levels[0].level.is_none() && sample.checked_add(open) == Some(written.firms);
        if !rising || !whole {
            return Err(BenchmarkFault::Contradiction);
        }
        if sample < Benchmark::LEAST {
            return Err(BenchmarkFault::TooFew { firms: sample });
        }
        Ok(Benchmark { name: written.name, made, questionnaire: written.questionnaire, levels, open })
    }
}

/// `None` where it is too large.
fn sum(mut numbers: impl Iterator<Item = u32>) -> Option<u32> {
    numbers.try_fold(0_u32, u32::checked_add)
}

/// `2026-11-29`.
pub fn written_day(day: Date) -> String {
    day.format(DAY).expect("every day can be written")
}

#[derive(Serialize, Deserialize)]
struct Written {
    format: String,
    version: u64,
    name: String,
    made: String,
    questionnaire: String,
    firms: u32,
    levels: Vec<WrittenBin>,
}

#[derive(Serialize, Deserialize)]
struct WrittenBin {
    level: Option<u8>,
    certain: u32,
    at_least: u32,
}
