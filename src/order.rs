//! An order: in which language, how long, with which parts and in whose colours a report is wanted.

mod brand;

use std::collections::BTreeSet;

use time::OffsetDateTime;

use crate::benchmark::Benchmark;
use crate::language::Language;

pub use brand::{Accent, AccentFault, Brand, Logo, LogoFault};

/// What is wanted of a document. Equal orders of equal assessments give equal bytes.
#[derive(Clone, Debug, PartialEq)]
pub struct Order {
    pub language: Language,
    /// Now: the document says when it was made, and nothing else in it depends on a clock.
    pub made: OffsetDateTime,
    pub extent: Extent,
    /// Parts that are left out though the extent has them.
    pub without: BTreeSet<Section>,
    pub brand: Brand,
    /// What the plant's level is shown beside, after what is published.
    pub benchmark: Option<Benchmark>,
}

/// How much a report holds; all are made of the same blocks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Extent {
    /// One page for the wall or a letter.
    Summary,
    /// For those who decide: results, the first measures, the road map and the policy, in some ten pages.
    Management,
    #[default]
    Full,
}

/// A part of a report that can be left out. Cover and conclusion cannot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Section {
    Firm,
    Scope,
    Scores,
    Domains,
    Gaps,
    Projects,
    RoadMap,
    Yardsticks,
    Policy,
    Materials,
    Answers,
    Method,
    Sources,
}

impl Order {
    /// The full report in the product's own colours.
    pub fn new(language: Language, made: OffsetDateTime) -> Order {
        Order {
            language,
            made,
            extent: Extent::Full,
            without: BTreeSet::new(),
            brand: Brand::default(),
            benchmark: None,
        }
    }

    pub fn has(&self, section: Section) -> bool {
        self.extent.sections().contains(&section) && !self.without.contains(&section)
    }

    pub fn is_full(&self) -> bool {
        self.extent == Extent::Full
    }
}

impl Extent {
    pub const ALL: [Extent; 3] = [Extent::Summary, Extent::Management, Extent::Full];

    /// The name in files and on the command line: `summary`, `management`, `full`.
    pub fn id(self) -> &'static str {
        match self {
            Extent::Summary => "summary",
            Extent::Management => "management",
            Extent::Full => "full",
        }
    }

    pub fn from_id(id: &str) -> Option<Extent> {
        Extent::ALL.into_iter().find(|extent| extent.id() == id)
    }

    /// What it can hold, in order.
    pub fn sections(self) -> &'static [Section] {
        use Section::*;
        match self {
            Extent::Summary => &[],
            Extent::Management => &[Firm, Scope, Scores, Gaps, Projects, RoadMap, Policy],
            Extent::Full => &Section::ALL,
        }
    }
}

impl Section {
    pub const ALL: [Section; 13] = [
        Section::Firm,
        Section::Scope,
        Section::Scores,
        Section::Domains,
        Section::Gaps,
        Section::Projects,
        Section::RoadMap,
        Section::Yardsticks,
        Section::Policy,
        Section::Materials,
        Section::Answers,
        Section::Method,
        Section::Sources,
    ];

    /// The name in files and on the command line, such as `road-map`.
    pub fn id(self) -> &'static str {
        match self {
            Section::Firm => "firm",
            Section::Scope => "scope",
            Section::Scores => "scores",
            Section::Domains => "domains",
            Section::Gaps => "gaps",
            Section::Projects => "projects",
            Section::RoadMap => "road-map",
            Section::Yardsticks => "yardsticks",
            Section::Policy => "policy",
            Section::Materials => "materials",
            Section::Answers => "answers",
            Section::Method => "method",
            Section::Sources => "sources",
        }
    }

    pub fn from_id(id: &str) -> Option<Section> {
        Section::ALL.into_iter().find(|section| section.id() == id)
    }
}
