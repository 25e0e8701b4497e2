//! What is asked: a questionnaire with its dimensions, requirements, weights and rules, all of them data.
//!
//! A questionnaire is a folder of TOML files: `model.toml` (levels, weights, method, sources) and one file per
//! sub-domain; or a single file, with the sub-domains in `[[sub_domain]]` tables. [`Questionnaire::read`] turns such files into this type or into every problem found in them.
//! Everything carries the [`Source`] it rests on, so that a reader can tell the standard's rules from ours.

mod checking;
pub mod own;
mod reading;
mod shipped;
pub mod writing;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use crate::document::Problem;
use crate::exact::Exact;
use crate::language::{Bilingual, Language};
use crate::name::name;
use crate::provenance::{Source, SourceId};

/// The file of a questionnaire that holds its levels, weights, method and sources; every other one is a sub-domain's.
pub const MODEL: &str = "model.toml";

/// A complete, checked questionnaire: whoever holds one may rely on the laws in `checking.rs`.
#[derive(Clone, Debug, PartialEq)]
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
    /// Whom a visitor asks; may be empty, and so may the next two.
    pub roles: Vec<Role>,
    /// What a measure costs, in classes, the cheapest first.
    pub costs: Vec<CostClass>,
    /// Public instruments that can help to pay for a measure.
    pub instruments: Vec<Instrument>,
    /// The top of the tree: the elements. Below them are domains, and below some of these sub-domains; a domain
    /// without sub-domains of its own counts as one.
    pub elements: Vec<Dimension>,
    pub structure_source: SourceId,
    /// How scores come about, rule by rule, in words.
    pub rules: Vec<Rule>,
    pub sources: Vec<Source>,
}

/// A place in the tree of what is assessed. A leaf (sub-domain) has requirements, any other has children.
#[derive(Clone, Debug, PartialEq)]
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
#[derive(Clone, Debug, PartialEq)]
pub struct Requirement {
    pub id: RequirementId,
    pub level: Level,
    /// As it is asked in every variant that `variants` does not name.
    pub base: Wording,
    /// Complete wordings for the variants that need other words than `base`.
    pub variants: BTreeMap<VariantId, Wording>,
    /// Why it is asked: what it does for a plant.
    pub why: Option<Bilingual>,
    /// How plants mistake it, or rate themselves too high.
    pub pitfall: Option<Bilingual>,
    pub evidence: Vec<Evidence>,
    /// Whom to ask.
    pub ask: Option<RoleId>,
    /// How long the answer takes with the evidence at hand: our estimate.
    pub minutes: Option<u32>,
    pub work: Work,
    /// A plant may say, with a reason, that it does not apply.
    pub may_be_not_applicable: bool,
}

/// How a requirement and its ratings are put into words.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Wording {
    pub text: Bilingual,
    /// What a visitor sees when it is fully met.
    pub met: Bilingual,
    /// What a visitor sees when it is largely met, and when partly; `None` leaves that to the rating's own meaning.
    pub largely: Option<Bilingual>,
    pub partly: Option<Bilingual>,
    /// The action that closes the gap.
    pub measure: Bilingual,
}

/// Something that shows how far a requirement is met.
#[derive(Clone, Debug, PartialEq)]
pub struct Evidence {
    pub kind: EvidenceKind,
    pub text: Bilingual,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum EvidenceKind {
    /// A document to prepare.
    Document,
    /// A screen of a system to show.
    Screen,
    /// Something to see on the floor.
    Sight,
    /// The questionnaire does not say.
    Any,
}

/// What the measure that closes a gap takes. All of it is an estimate of the questionnaire's authors.
#[derive(Clone, Debug, PartialEq)]
pub struct Work {
    pub effort: Effort,
    /// People-days, from – to.
    pub days: Option<(u32, u32)>,
    pub cost: Option<CostId>,
    pub kinds: Vec<WorkKind>,
    /// Weeks from the decision until it is in use, from – to.
    pub weeks: Option<(u32, u32)>,
    /// Requirements whose measures come first; no cycles, and none of a higher level.
    pub after: Vec<RequirementId>,
    pub instruments: Vec<InstrumentId>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum WorkKind {
    Management,
    Software,
    Equipment,
    Network,
    People,
}

/// Somebody in a plant who is asked, such as 工艺 (process engineering).
#[derive(Clone, Debug, PartialEq)]
pub struct Role {
    pub id: RoleId,
    pub name: Bilingual,
}

/// A class of cost as a range in money.
#[derive(Clone, Debug, PartialEq)]
pub struct CostClass {
    pub id: CostId,
    pub name: Bilingual,
    pub source: SourceId,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Instrument {
    pub id: InstrumentId,
    pub name: Bilingual,
    pub meaning: Bilingual,
    pub source: SourceId,
}

/// A maturity level from 1 to 5. "Below level 1" is no level: it is `Option::<Level>::None`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Level(u8);

#[derive(Clone, Debug, PartialEq)]
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

#[derive(Clone, Debug, PartialEq)]
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

#[derive(Clone, Debug, PartialEq)]
pub struct EffortMeaning {
    pub effort: Effort,
    pub name: Bilingual,
    pub meaning: Bilingual,
    /// How it counts when gaps are ordered by points gained ÷ effort; above 0.
    pub weight: Exact,
    pub source: SourceId,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Variant {
    pub id: VariantId,
    pub name: Bilingual,
    pub meaning: Bilingual,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Rule {
    pub title: Bilingual,
    pub text: Bilingual,
    pub source: SourceId,
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
    /// Such as `process-engineering`.
    RoleId
}
name! {
    /// Such as `20k-100k`.
    CostId
}
name! {
    /// Such as `technical-retrofit`.
    InstrumentId
}

impl Questionnaire {
    /// Reads a questionnaire from its files (name and text each), `model.toml` among them; a single file may have any
    /// name. The files' order does not matter. On failure, every problem found, in the order of the files and lines.
    pub fn read(files: &[(&str, &str)]) -> Result<Questionnaire, Vec<Problem>> {
        reading::read(files, &[])
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

    /// What a dimension is called; `None` only for an id that the questionnaire does not have.
    pub fn name_of(&self, id: &DimensionId, language: Language) -> Option<&str> {
        self.dimension(id).map(|dimension| dimension.name.get(language))
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
        let asked: BTreeSet<Level> = self.requirements().iter().map(|requirement| requirement.level).collect();
        self.levels.iter().map(|meaning| meaning.level).filter(|level| asked.contains(level)).collect()
    }

    pub fn role(&self, id: &RoleId) -> Option<&Role> {
        self.roles.iter().find(|role| role.id == *id)
    }

    pub fn cost(&self, id: &CostId) -> Option<&CostClass> {
        self.costs.iter().find(|cost| cost.id == *id)
    }

    pub fn instrument(&self, id: &InstrumentId) -> Option<&Instrument> {
        self.instruments.iter().find(|instrument| instrument.id == *id)
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

impl Requirement {
    /// The words for one kind of manufacturing.
    pub fn wording(&self, variant: &VariantId) -> &Wording {
        self.variants.get(variant).unwrap_or(&self.base)
    }
}

impl Wording {
    /// Every word with its key in files, in a fixed order; `None` for one that it does not have.
    pub fn words(&self) -> [(&'static str, Option<&Bilingual>); 5] {
        [
            ("text", Some(&self.text)),
            ("met", Some(&self.met)),
            ("largely", self.largely.as_ref()),
            ("partly", self.partly.as_ref()),
            ("measure", Some(&self.measure)),
        ]
    }

    /// What a visitor sees at a rating, where the questionnaire says it.
    pub fn looks_like(&self, rating: Rating) -> Option<&Bilingual> {
        match rating {
            Rating::Met => Some(&self.met),
            Rating::LargelyMet => self.largely.as_ref(),
            Rating::PartlyMet => self.partly.as_ref(),
            Rating::NotMet => None,
        }
    }
}

impl WorkKind {
    pub const ALL: [WorkKind; 5] =
        [WorkKind::Management, WorkKind::Software, WorkKind::Equipment, WorkKind::Network, WorkKind::People];

    /// The name in files: `management`, `software`, `equipment`, `network`, `people`.
    pub fn id(self) -> &'static str {
        match self {
            WorkKind::Management => "management",
            WorkKind::Software => "software",
            WorkKind::Equipment => "equipment",
            WorkKind::Network => "network",
            WorkKind::People => "people",
        }
    }

    pub fn from_id(id: &str) -> Option<WorkKind> {
        WorkKind::ALL.into_iter().find(|kind| kind.id() == id)
    }
}

impl EvidenceKind {
    pub const ALL: [EvidenceKind; 4] =
        [EvidenceKind::Document, EvidenceKind::Screen, EvidenceKind::Sight, EvidenceKind::Any];

    /// The key of its list in files: `documents`, `screens`, `sights`, `evidence`.
    pub const fn key(self) -> &'static str {
        match self {
            EvidenceKind::Document => "documents",
            EvidenceKind::Screen => "screens",
            EvidenceKind::Sight => "sights",
            EvidenceKind::Any => "evidence",
        }
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

    /// `L1` … `L5`.
    pub fn short(self) -> &'static str {
        ["L1", "L2", "L3", "L4", "L5"][usize::from(self.0) - 1]
    }
}

/// As [`Level::short`].
impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.short())
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
