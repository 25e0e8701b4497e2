//! What is asked: a questionnaire with its dimensions, requirements, weights and rules, all of them data.
//!
//! A questionnaire is a folder of TOML files: `model.toml` (levels, weights, method, sources) and one file per
//! sub-domain. [`Questionnaire::read`] turns such files into this type or into every problem found in them.
//! Everything carries the [`Source`] it rests on, so that a reader can tell the standard's rules from ours.

mod checking;
mod problem;
mod reading;
mod shipped;

use std::collections::BTreeMap;
use std::fmt;

use crate::exact::Exact;
use crate::language::Bilingual;

pub use problem::{Fault, Problem};

/// The file of a questionnaire that holds its levels, weights, method and sources; every other one is a sub-domain's.
pub const MODEL: &str = "model.toml";

/// A complete, checked questionnaire: whoever holds one may rely on the laws in `checking.rs`.
#[derive(Clone, Debug)]
pub struct Questionnaire {
    /// Names the questionnaire across its editions, such as `smart-factory`.
    pub id: String,
    /// The edition, such as `2026.1`.
    pub version: String,
    /// SHA-256 over the files' names and texts, in hexadecimal: equal hashes ask the same questions.
    pub hash: String,
    pub title: Bilingual,
    /// The standard's edition that it follows, in words.
    pub model: Bilingual,
    /// Kinds of manufacturing, each with its own weights.
    pub variants: Vec<Variant>,
    /// The levels in rising order, from 1 upwards without a hole. Not every level need have requirements.
    pub levels: Vec<LevelMeaning>,
    /// The level a plant is asked to reach first.
    pub target: Level,
    /// The ratio 0–1 from which on a level is met.
    pub gate: Exact,
    pub gate_source: SourceId,
    pub ratings: Vec<RatingMeaning>,
    pub efforts: Vec<EffortMeaning>,
    /// The top of the tree: the elements. Below them are domains, and below some of these sub-domains; a domain
    /// without sub-domains of its own counts as one.
    pub elements: Vec<Dimension>,
    pub structure_source: SourceId,
    /// How scores come about, rule by rule, in words.
    pub rules: Vec<Rule>,
    pub sources: Vec<Source>,
}

/// A place in the tree of what is assessed. A leaf (sub-domain) has requirements, any other has children.
#[derive(Clone, Debug)]
pub struct Dimension {
    pub id: DimensionId,
    pub name: Bilingual,
    /// What the sub-domain is about, in a sentence; empty for inner dimensions.
    pub about: Bilingual,
    /// Weight among its siblings, in percent, per variant; a variant without an entry leaves it out.
    pub weights: BTreeMap<VariantId, u32>,
    pub weights_source: SourceId,
    /// May be left out, with a reason, when the plant has no such activity.
    pub tailorable: bool,
    pub children: Vec<Dimension>,
    pub requirements: Vec<Requirement>,
    /// Where the requirements' texts come from; `None` for inner dimensions.
    pub texts_source: Option<SourceId>,
}

/// One thing a plant meets or does not meet.
#[derive(Clone, Debug)]
pub struct Requirement {
    pub id: RequirementId,
    pub level: Level,
    pub text: Bilingual,
    /// What a visitor sees when it is fully met.
    pub met: Bilingual,
    pub evidence: Vec<Bilingual>,
    /// The action that closes the gap.
    pub measure: Bilingual,
    pub effort: Effort,
    /// A plant may say, with a reason, that it does not apply.
    pub may_be_not_applicable: bool,
}

/// A maturity level from 1 to 5. "Below level 1" is no level: it is `Option::<Level>::None`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Level(u8);

#[derive(Clone, Debug)]
pub struct LevelMeaning {
    pub level: Level,
    pub name: Bilingual,
    pub meaning: Bilingual,
    pub source: SourceId,
}

/// How far a requirement is met, from best to worst.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Rating {
    Met,
    LargelyMet,
    PartlyMet,
    NotMet,
}

#[derive(Clone, Debug)]
pub struct RatingMeaning {
    pub rating: Rating,
    pub name: Bilingual,
    pub meaning: Bilingual,
    /// 0–1.
    pub points: Exact,
    pub source: SourceId,
}

/// What a measure takes, as a class.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Effort {
    Small,
    Medium,
    Large,
}

#[derive(Clone, Debug)]
pub struct EffortMeaning {
    pub effort: Effort,
    pub name: Bilingual,
    pub meaning: Bilingual,
    /// How it counts when gaps are ordered by points gained ÷ effort; above 0.
    pub weight: Exact,
    pub source: SourceId,
}

#[derive(Clone, Debug)]
pub struct Variant {
    pub id: VariantId,
    pub name: Bilingual,
    pub meaning: Bilingual,
}

#[derive(Clone, Debug)]
pub struct Rule {
    pub title: Bilingual,
    pub text: Bilingual,
    pub source: SourceId,
}

/// Where a rule, a weight or a text comes from, and how sure we are of it.
#[derive(Clone, Debug)]
pub struct Source {
    pub id: SourceId,
    pub mark: Mark,
    pub text: Bilingual,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Mark {
    /// Read in a public source.
    Read,
    /// Read in somebody's implementation or a press copy.
    SecondHand,
    /// Recalled and plausible, not read: never to be called official.
    Unverified,
    /// Our own choice, explained to the reader.
    OurRule,
}

macro_rules! name {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(pub String);

        impl $name {
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> $name {
                $name(text.to_owned())
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

name! {
    /// Such as `maintenance`; unique in its questionnaire.
    DimensionId
}
name! {
    /// Such as `maintenance.rounds`; unique in its questionnaire and stable across editions.
    RequirementId
}
name! {
    /// Such as `discrete`.
    VariantId
}
name! {
    /// Such as `gbt-39117-second-hand`.
    SourceId
}

impl Questionnaire {
    /// Reads a questionnaire from its files (name and text each), `model.toml` among them. The files' order
    /// does not matter. On failure, every problem found, in the order of the files and lines.
    pub fn read(files: &[(&str, &str)]) -> Result<Questionnaire, Vec<Problem>> {
        reading::read(files)
    }

    /// Every dimension, parents before children, in the questionnaire's order.
    pub fn dimensions(&self) -> Vec<&Dimension> {
        fn walk<'a>(dimensions: &'a [Dimension], all: &mut Vec<&'a Dimension>) {
            for dimension in dimensions {
                all.push(dimension);
                walk(&dimension.children, all);
            }
        }
        let mut all = Vec::new();
        walk(&self.elements, &mut all);
        all
    }

    /// The leaves of the tree, in the questionnaire's order.
    pub fn sub_domains(&self) -> Vec<&Dimension> {
        self.dimensions().into_iter().filter(|dimension| dimension.children.is_empty()).collect()
    }

    pub fn dimension(&self, id: &DimensionId) -> Option<&Dimension> {
        self.dimensions().into_iter().find(|dimension| dimension.id == *id)
    }

    pub fn requirements(&self) -> Vec<&Requirement> {
        self.sub_domains().into_iter().flat_map(|dimension| &dimension.requirements).collect()
    }

    pub fn requirement(&self, id: &RequirementId) -> Option<&Requirement> {
        self.requirements().into_iter().find(|requirement| requirement.id == *id)
    }

    pub fn variant(&self, id: &VariantId) -> Option<&Variant> {
        self.variants.iter().find(|variant| variant.id == *id)
    }

    /// The levels that have requirements, in rising order.
    pub fn asked_levels(&self) -> Vec<Level> {
        let asked: Vec<Level> = self.requirements().iter().map(|requirement| requirement.level).collect();
        self.levels.iter().map(|meaning| meaning.level).filter(|level| asked.contains(level)).collect()
    }

    pub fn level(&self, level: Level) -> Option<&LevelMeaning> {
        self.levels.iter().find(|meaning| meaning.level == level)
    }

    /// The meaning of a rating; a checked questionnaire has one for each.
    pub fn rating(&self, rating: Rating) -> &RatingMeaning {
        self.ratings.iter().find(|meaning| meaning.rating == rating).expect("a checked questionnaire has every rating")
    }

    /// The meaning of an effort class; a checked questionnaire has one for each.
    pub fn effort(&self, effort: Effort) -> &EffortMeaning {
        self.efforts.iter().find(|meaning| meaning.effort == effort).expect("a checked questionnaire has every effort")
    }

    /// What a rule rests on; a checked questionnaire has every source that it names.
    pub fn source(&self, id: &SourceId) -> &Source {
        self.sources.iter().find(|source| source.id == *id).expect("a checked questionnaire has every source")
    }
}

impl Dimension {
    /// Weight among its siblings in percent, `None` where the variant leaves the dimension out.
    pub fn weight(&self, variant: &VariantId) -> Option<u32> {
        self.weights.get(variant).copied()
    }
}

impl Level {
    pub const LOWEST: Level = Level(1);
    pub const HIGHEST: Level = Level(5);

    /// `None` unless 1–5.
    pub fn new(number: i64) -> Option<Level> {
        (1..=5).contains(&number).then_some(Level(number as u8))
    }

    pub fn number(self) -> u8 {
        self.0
    }
}

/// `L1` … `L5`.
impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "L{}", self.0)
    }
}

impl Rating {
    /// From best to worst.
    pub const ALL: [Rating; 4] = [Rating::Met, Rating::LargelyMet, Rating::PartlyMet, Rating::NotMet];

    /// The name in files: `met`, `largely-met`, `partly-met`, `not-met`.
    pub fn id(self) -> &'static str {
        match self {
            Rating::Met => "met",
            Rating::LargelyMet => "largely-met",
            Rating::PartlyMet => "partly-met",
            Rating::NotMet => "not-met",
        }
    }

    pub fn from_id(id: &str) -> Option<Rating> {
        Rating::ALL.into_iter().find(|rating| rating.id() == id)
    }
}

impl Effort {
    pub const ALL: [Effort; 3] = [Effort::Small, Effort::Medium, Effort::Large];

    /// The name in files: `small`, `medium`, `large`.
    pub fn id(self) -> &'static str {
        match self {
            Effort::Small => "small",
            Effort::Medium => "medium",
            Effort::Large => "large",
        }
    }

    pub fn from_id(id: &str) -> Option<Effort> {
        Effort::ALL.into_iter().find(|effort| effort.id() == id)
    }
}

impl Mark {
    pub const ALL: [Mark; 4] = [Mark::Read, Mark::SecondHand, Mark::Unverified, Mark::OurRule];

    /// The name in files: `read`, `second-hand`, `unverified`, `our-rule`.
    pub fn id(self) -> &'static str {
        match self {
            Mark::Read => "read",
            Mark::SecondHand => "second-hand",
            Mark::Unverified => "unverified",
            Mark::OurRule => "our-rule",
        }
    }

    pub fn from_id(id: &str) -> Option<Mark> {
        Mark::ALL.into_iter().find(|mark| mark.id() == id)
    }
}
