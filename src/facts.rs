//! Facts about a plant: entered once, shared by every yardstick, none required.
//!
//! What can be stated is data, `questionnaires/facts.toml`; the answers are in the assessment. Employees and revenue
//! are read from the profile, so that nothing is entered twice. [`Target`]s of the district's plan, which facts are held
//! against, stand in `seeds/targets.toml`.

use std::sync::OnceLock;

use crate::assessment::{Assessment, FactAnswer, FactId};
use crate::content;
use crate::document::{self, Fault, Places, Problem, Table};
use crate::exact::Exact;
use crate::language::Bilingual;

#[derive(Clone, Debug, PartialEq)]
pub struct Facts {
    pub groups: Vec<Group>,
    pub facts: Vec<Fact>,
    pub ratios: Vec<Ratio>,
    pub targets: Vec<Target>,
    /// The plan that sets the targets.
    pub plan: Bilingual,
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
    /// The key of a target of the plan.
    pub target: Option<String>,
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
}

#[derive(Clone, Debug, PartialEq)]
pub struct Target {
    pub key: String,
    /// The least to reach; `None` where the figure is to fall.
    pub least: Option<Exact>,
    pub unit: Bilingual,
    pub name: Bilingual,
    /// The number of the task in the plan.
    pub task: Bilingual,
}

/// Figures that cannot be: the parts are more than the whole.
#[derive(Clone, Debug, PartialEq)]
pub struct Impossible<'a> {
    pub ratio: &'a Ratio,
    pub part: Exact,
    pub whole: Exact,
}

/// Why a number is refused.
#[derive(Clone, Debug, PartialEq)]
pub enum Refused {
    /// No number from 0 up with digits and a point.
    NoNumber,
    TooManyDecimals {
        most: u32,
    },
    TooLarge {
        most: Exact,
    },
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

const FILE: &str = "facts.toml";
const TARGETS: &str = "targets.toml";

impl Facts {
    /// The facts that come with the product. That they are sound is held by a test.
    pub fn shipped() -> &'static Facts {
        static SHIPPED: OnceLock<Facts> = OnceLock::new();
        SHIPPED.get_or_init(|| {
            let text = content::file(FILE).expect("the facts are shipped");
            let read = Facts::read(text, include_str!("../seeds/targets.toml"));
            read.unwrap_or_else(|problems| panic!("the shipped facts have faults: {problems:#?}"))
        })
    }

    /// Reads the facts and the plan's targets. On failure, every problem in them.
    pub fn read(facts: &str, targets: &str) -> Result<Facts, Vec<Problem>> {
        let (plan, targets) = document::read(TARGETS, targets, |root, places| {
            (root.bilingual("document"), root.each("target", |table| target(table, places)))
        })?;
        document::read(FILE, facts, |root, places| {
            let groups = root.each("group", |table| {
                let id = table.id("id");
                places.name("group", &id, table);
                Group { id, name: table.bilingual("name") }
            });
            let facts = root.each("fact", |table| {
                let fact = fact(table, places);
                if let Some(key) = fact.target.as_ref().filter(|key| !targets.iter().any(|target| target.key == **key))
                {
                    table.problem("target", Fault::UnknownName { kind: "target", name: key.clone() });
                }
                fact
            });
            let ratios = root.each("ratio", |table| ratio(table, places));
            Facts { groups, facts, ratios, targets, plan }
        })
    }

    pub fn fact(&self, id: &FactId) -> Option<&Fact> {
        self.facts.iter().find(|fact| fact.id == *id)
    }

    pub fn ratio(&self, id: &str) -> Option<&Ratio> {
        self.ratios.iter().find(|ratio| ratio.id == id)
    }

    pub fn target(&self, fact: &Fact) -> Option<&Target> {
        self.targets.iter().find(|target| Some(&target.key) == fact.target.as_ref())
    }

    /// Figures that contradict each other.
    pub fn impossible<'a>(&'a self, assessment: &Assessment) -> Vec<Impossible<'a>> {
        let parts = self.ratios.iter().filter(|ratio| ratio.part);
        parts
            .filter_map(|ratio| {
                let (part, whole) = (number(assessment, &ratio.numerator)?, number(assessment, &ratio.denominator)?);
                (part > whole).then_some(Impossible { ratio, part, whole })
            })
            .collect()
    }
}

impl Fact {
    /// Reads a number for this fact as it is typed.
    pub fn number(&self, typed: &str) -> Result<Exact, Refused> {
        let FactKind::Number { most, decimals, .. } = &self.kind else { return Err(Refused::NoNumber) };
        let typed = typed.trim();
        if typed.split_once('.').is_some_and(|(_, fraction)| fraction.len() > *decimals as usize) {
            return Err(Refused::TooManyDecimals { most: *decimals });
        }
        let number = FactAnswer::number(typed).ok_or(Refused::NoNumber)?;
        if number > *most { Err(Refused::TooLarge { most: most.clone() }) } else { Ok(number) }
    }
}

impl Ratio {
    pub fn of(&self, assessment: &Assessment) -> Quotient {
        let (part, whole) = (number(assessment, &self.numerator), number(assessment, &self.denominator));
        match (part, whole) {
            (Some(_), Some(whole)) if whole.is_zero() => Quotient::ByZero,
            (Some(part), Some(whole)) if self.part && part > whole => Quotient::Impossible,
            (Some(part), Some(whole)) => Quotient::Value(part / whole),
            _ => Quotient::Missing,
        }
    }
}

/// A figure; `None` where it is not stated, not known or does not apply.
pub fn number(assessment: &Assessment, id: &FactId) -> Option<Exact> {
    match id.as_str() {
        "employees" => assessment.site.employees.map(|count| Exact::from(i64::from(count))),
        "revenue" => assessment.site.revenue.and_then(|amount| i64::try_from(amount).ok()).map(Exact::from),
        _ => match assessment.fact(id)? {
            FactAnswer::Number(number) => Some(number.clone()),
            _ => None,
        },
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

fn fact(table: &mut Table, places: &mut Places) -> Fact {
    let id = table.id("id");
    places.name("fact", &id, table);
    let group = table.id("group");
    places.reference("group", &group, table);
    let kind = match table.text("kind").as_str() {
        "number" => FactKind::Number {
            unit: table.bilingual("unit"),
            most: table.decimal("most"),
            decimals: table.integer("decimals").unwrap_or(0),
        },
        "profile" => FactKind::Profile { unit: table.bilingual("unit") },
        "yes-no" => FactKind::YesNo,
        "choice" => {
            FactKind::Choice(table.each("choice", |table| Choice { id: table.id("id"), name: table.bilingual("name") }))
        }
        other => {
            let (key, known) = ("kind".into(), "number, profile, yes-no, choice".into());
            table.problem("kind", Fault::UnknownWord { key, found: other.into(), known });
            FactKind::YesNo
        }
    };
    Fact {
        id: FactId(id),
        group,
        kind,
        name: table.bilingual("name"),
        help: table.bilingual("help"),
        target: table.optional_text("target"),
    }
}

fn ratio(table: &mut Table, places: &mut Places) -> Ratio {
    let id = table.id("id");
    places.name("ratio", &id, table);
    let [numerator, denominator] = ["numerator", "denominator"].map(|key| {
        let id = table.id(key);
        places.reference("fact", &id, table);
        FactId(id)
    });
    Ratio {
        id,
        name: table.bilingual("name"),
        numerator,
        denominator,
        unit: table.bilingual("unit"),
        part: table.flag("part"),
    }
}

fn target(table: &mut Table, places: &mut Places) -> Target {
    let key = table.id("key");
    places.name("target", &key, table);
    let falls = table.flag("falls");
    table.word("scope", |word| SCOPES.contains(&word).then_some(()), SCOPES);
    Target {
        key,
        least: (!falls).then(|| table.decimal("least")),
        unit: table.bilingual("unit"),
        name: table.bilingual("name"),
        task: table.bilingual("task"),
    }
}

/// Whom a target speaks of.
const SCOPES: &[&str] = &["district", "district-above-scale", "new-city-above-scale"];
