//! Reading `facts.toml` and the plan's targets: every problem in them at once.

use super::target::{Aim, Period, Target, TargetScope};
use super::{Choice, Fact, FactKind, Facts, Group, Ratio};
use crate::assessment::FactId;
use crate::document::{self, Fault, Places, Problem, Table};
use crate::questionnaire::RoleId;

pub const FILE: &str = "facts.toml";
const TARGETS: &str = "targets.toml";

impl Facts {
    /// Reads the facts and the plan's targets. On failure, every problem in the file that has any, the targets first.
    pub fn read(facts: &str, targets: &str) -> Result<Facts, Vec<Problem>> {
        let (plan, plan_sources, targets) = document::read(TARGETS, targets, |root, places| {
            let (plan, sources) = (root.bilingual("document"), root.sources(places));
            (plan, sources, root.each("target", |table| target(table, places)))
        })?;
        document::read(FILE, facts, |root, places| {
            let groups = root.each("group", |table| {
                let id = table.id("id");
                places.name("group", &id, table);
                Group { id, name: table.bilingual("name") }
            });
            let facts = root.each("fact", |table| fact(table, &targets, places));
            let ratios = root.each("ratio", |table| ratio(table, &targets, places));
            Facts { groups, facts, ratios, sources: root.sources(places), targets, plan, plan_sources }
        })
    }
}

fn fact(table: &mut Table, targets: &[Target], places: &mut Places) -> Fact {
    let id = table.id("id");
    places.name("fact", &id, table);
    let group = table.id("group");
    places.reference("group", &group, table);
    Fact {
        id: FactId(id),
        group,
        kind: kind(table),
        name: table.bilingual("name"),
        help: table.bilingual("help"),
        role: RoleId(table.id("role")),
        source: table.source(places),
        targets: keys(table, targets),
    }
}

fn kind(table: &mut Table) -> FactKind {
    match table.text("kind").as_str() {
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
    }
}

fn ratio(table: &mut Table, targets: &[Target], places: &mut Places) -> Ratio {
    let id = table.id("id");
    places.name("ratio", &id, table);
    let [numerator, denominator] = ["numerator", "denominator"].map(|key| {
        let id = table.id(key);
        places.reference("fact", &id, table);
        FactId(id)
    });
    let before = table.optional_text("before");
    if let Some(before) = &before {
        places.reference("ratio", before, table);
    }
    Ratio {
        id,
        name: table.bilingual("name"),
        numerator,
        denominator,
        unit: table.bilingual("unit"),
        part: table.flag("part"),
        before,
        targets: keys(table, targets),
    }
}

/// The targets that a fact or a ratio is shown beside.
fn keys(table: &mut Table, targets: &[Target]) -> Vec<String> {
    let keys = table.optional_texts("targets");
    for key in &keys {
        if !targets.iter().any(|target| target.key == *key) {
            table.problem("targets", Fault::UnknownName { kind: "target", name: key.clone() });
        }
    }
    keys
}

fn target(table: &mut Table, places: &mut Places) -> Target {
    let key = table.id("key");
    places.name("target", &key, table);
    Target {
        key,
        aim: aim(table),
        name: table.bilingual("name"),
        scope: table
            .word("scope", TargetScope::from_id, &TargetScope::ALL.map(TargetScope::id))
            .unwrap_or(TargetScope::District),
        period: table.word("period", Period::from_id, &Period::ALL.map(Period::id)).unwrap_or(Period::Unstated),
        task: table.bilingual("task"),
        source: table.source(places),
    }
}

fn aim(table: &mut Table) -> Aim {
    if table.flag("falls") {
        return Aim::Falls;
    }
    if table.has("about") {
        return Aim::About(table.decimal("about"), table.bilingual("unit"));
    }
    let least = table.decimal("least");
    match table.has("most") {
        true => Aim::Between(least, table.decimal("most"), table.bilingual("unit")),
        false => Aim::AtLeast(least, table.bilingual("unit")),
    }
}
