//! Facts about a plant: entered once, shared by every yardstick, none required.
//!
//! What can be stated is data, `questionnaires/facts.toml`; the answers are in the assessment. Employees and revenue
//! are read from the profile, so that nothing is entered twice. The [`Target`]s of the district's plan, which facts are
//! shown beside, stand in `seeds/targets.toml`.

mod problem;
mod reading;
mod target;

use std::sync::OnceLock;

use crate::assessment::{Assessment, FactAnswer, FactId};
use crate::content;
use crate::exact::Exact;
use crate::language::Bilingual;
use crate::provenance::{Source, SourceId};
use crate::questionnaire::RoleId;

pub use problem::{FactProblem, Refused};
pub use target::{Aim, Period, Target, TargetScope};

#[derive(Clone, Debug, PartialEq)]
pub struct Facts {
    pub groups: Vec<Group>,
    pub facts: Vec<Fact>,
    pub ratios: Vec<Ratio>,
    pub sources: Vec<Source>,
    pub targets: Vec<Target>,
    /// The plan that sets the targets, by its number.
    pub plan: Bilingual,
    pub plan_sources: Vec<Source>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    pub id: String,
    pub name: Bilingual,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Fact {
    pub id: FactId,
    pub group: String,
    pub kind: FactKind,
    pub name: Bilingual,
    /// What counts, and where the figure is found.
    pub help: Bilingual,
    /// Whom to ask: a role of the smart-factory questionnaire.
    pub role: RoleId,
    pub source: SourceId,
    /// Keys of the plan's targets that it is shown beside.
    targets: Vec<String>,
}

#[derive(Clone, Debug, PartialEq)]
pub enum FactKind {
    /// From 0 to `most`, with so many decimal places at most.
    Number {
        unit: Bilingual,
        most: Exact,
        decimals: u32,
    },
    /// Entered on the profile page.
    Profile {
        unit: Bilingual,
    },
    YesNo,
    Choice(Vec<Choice>),
}

#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    pub id: String,
    pub name: Bilingual,
}

/// One fact divided by another.
#[derive(Clone, Debug, PartialEq)]
pub struct Ratio {
    pub id: String,
    pub name: Bilingual,
    pub numerator: FactId,
    pub denominator: FactId,
    /// `%` is a ratio shown as a percentage.
    pub unit: Bilingual,
    /// The numerator is a part of the denominator, so that it cannot exceed it.
    pub part: bool,
    /// The id of the same ratio a year earlier.
    before: Option<String>,
    targets: Vec<String>,
}

/// What a ratio comes to.
#[derive(Clone, Debug, PartialEq)]
pub enum Quotient {
    Value(Exact),
    /// A figure is missing.
    Missing,
    /// The denominator is 0.
    ByZero,
    /// The part is more than the whole.
    Impossible,
}

impl Facts {
    /// The facts that come with the product. That they are sound is held by a test.
    pub fn shipped() -> &'static Facts {
        static SHIPPED: OnceLock<Facts> = OnceLock::new();
        SHIPPED.get_or_init(|| {
            let text = content::file(reading::FILE).expect("the facts are shipped");
            let read = Facts::read(text, include_str!("../seeds/targets.toml"));
            read.unwrap_or_else(|problems| panic!("the shipped facts have faults: {problems:#?}"))
        })
    }

    pub fn fact(&self, id: &FactId) -> Option<&Fact> {
        self.facts.iter().find(|fact| fact.id == *id)
    }

    pub fn ratio(&self, id: &str) -> Option<&Ratio> {
        self.ratios.iter().find(|ratio| ratio.id == id)
    }

    /// The plan's targets beside which a fact is shown.
    pub fn targets_of<'a>(&'a self, fact: &'a Fact) -> impl Iterator<Item = &'a Target> {
        self.targets_named(&fact.targets)
    }

    /// The plan's targets beside which a ratio is shown.
    pub fn targets_of_ratio<'a>(&'a self, ratio: &'a Ratio) -> impl Iterator<Item = &'a Target> {
        self.targets_named(&ratio.targets)
    }

    fn targets_named<'a>(&'a self, keys: &'a [String]) -> impl Iterator<Item = &'a Target> {
        keys.iter().filter_map(|key| self.targets.iter().find(|target| target.key == *key))
    }

    /// How a ratio moved against the year before, as a share of that year's value: −0.05 is five per cent less.
    /// `None` where either year's value is missing or impossible, or that of the year before is 0.
    pub fn change(&self, ratio: &Ratio, assessment: &Assessment) -> Option<Exact> {
        let before = self.ratio(ratio.before.as_deref()?)?;
        match (ratio.of(assessment), before.of(assessment)) {
            (Quotient::Value(now), Quotient::Value(before)) if !before.is_zero() => {
                Some((now - before.clone()) / before)
            }
            _ => None,
        }
    }
}

impl Ratio {
    pub fn of(&self, assessment: &Assessment) -> Quotient {
        match self.sides(assessment) {
            None => Quotient::Missing,
            Some((_, whole)) if whole.is_zero() => Quotient::ByZero,
            Some((part, whole)) if self.part && part > whole => Quotient::Impossible,
            Some((part, whole)) => Quotient::Value(part / whole),
        }
    }

    /// Numerator and denominator, where both are stated.
    fn sides(&self, assessment: &Assessment) -> Option<(Exact, Exact)> {
        Some((number(assessment, &self.numerator)?, number(assessment, &self.denominator)?))
    }
}

/// A figure; `None` where it is not stated, not known, does not apply or cannot be.
pub fn number(assessment: &Assessment, id: &FactId) -> Option<Exact> {
    match id.as_str() {
        "employees" => assessment.site.employees.map(|count| Exact::from(i64::from(count))),
        "revenue" => assessment.site.revenue.and_then(|amount| i64::try_from(amount).ok()).map(Exact::from),
        _ => problem::admitted(assessment, id),
    }
}

/// A yes or no; `None` where it is not stated, not known or does not apply.
pub fn yes(assessment: &Assessment, id: &FactId) -> Option<bool> {
    match assessment.fact(id)? {
        FactAnswer::YesNo(yes) => Some(*yes),
        _ => None,
    }
}

/// The id of a choice; `None` where it is not stated, not known or does not apply.
pub fn choice<'a>(assessment: &'a Assessment, id: &FactId) -> Option<&'a str> {
    match assessment.fact(id)? {
        FactAnswer::Choice(choice) => Some(choice),
        _ => None,
    }
}
