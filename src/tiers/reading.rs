//! The tiers' TOML → the tiers, or every problem in them.

use super::{Condition, ConditionKind, Group, Ladder, Link, Scene, Tier, Tiers};
use crate::assessment::{FactId, TypicalSceneId};
use crate::document::{self, Fault, Places, Problem, Table};
use crate::provenance::SourceId;
use crate::questionnaire::Level;

pub(super) fn read(name: &str, text: &str) -> Result<Tiers, Vec<Problem>> {
    document::read(name, text, |root, places| Tiers {
        links: root.each("link", |table| {
            let id = table.id("id");
            places.name("link", &id, table);
            Link { id, name: table.bilingual("name") }
        }),
        groups: root.each("group", |table| {
            let id = table.id("id");
            places.name("group", &id, table);
            let link = table.id("link");
            places.reference("link", &link, table);
            Group { id, link, name: table.bilingual("name"), source: table.source(places) }
        }),
        scenes: root.each("scene", |table| {
            let id = table.id("id");
            places.name("scene", &id, table);
            let group = table.id("group");
            places.reference("group", &group, table);
            Scene {
                id: TypicalSceneId(id),
                group,
                name: table.bilingual("name"),
                what: table.bilingual("what"),
                source: table.source(places),
            }
        }),
        ladders: root.each("ladder", |table| {
            let every = table.each_if_there("every", |table| condition(table, places));
            Ladder {
                id: table.id("id"),
                name: table.bilingual("name"),
                title: FactId(table.id("title")),
                tiers: table.each("tier", |table| tier(table, &every, places)),
            }
        }),
        sources: root.sources(places),
    })
}

fn tier(table: &mut Table, every: &[Condition], places: &mut Places) -> Tier {
    let own = table.each("condition", |table| condition(table, places));
    Tier {
        id: table.id("id"),
        name: table.bilingual("name"),
        about: table.bilingual("about"),
        conditions: every.iter().cloned().chain(own).collect(),
    }
}

fn condition(table: &mut Table, places: &mut Places) -> Condition {
    let sources = table.texts("sources");
    if sources.is_empty() {
        table.problem("sources", Fault::EmptyText { key: "sources".into() });
    }
    for source in &sources {
        places.reference("source", source, table);
    }
    Condition {
        text: table.bilingual("text"),
        kind: kind(table, places),
        sources: sources.into_iter().map(SourceId).collect(),
    }
}

fn kind(table: &mut Table, places: &mut Places) -> ConditionKind {
    match table.text("kind").as_str() {
        "above-scale" => ConditionKind::AboveScale,
        "fact" => ConditionKind::Fact(FactId(table.id("fact"))),
        "level" => {
            let number = table.integer("level").unwrap_or(0);
            ConditionKind::Level(Level::new(number.into()).unwrap_or_else(|| {
                table.problem("level", Fault::UnknownLevel { found: number.to_string() });
                Level::LOWEST
            }))
        }
        "links" => {
            let links = table.texts("links");
            for link in &links {
                places.reference("link", link, table);
            }
            ConditionKind::Links(links)
        }
        "ai-share" => ConditionKind::AiShare(table.integer("percent").unwrap_or(0)),
        "holds" => ConditionKind::Holds { fact: FactId(table.id("fact")), least: table.id("least") },
        "authority" => ConditionKind::Authority,
        other => {
            let known = "above-scale, fact, level, links, ai-share, holds, authority".into();
            table.problem("kind", Fault::UnknownWord { key: "kind".into(), found: other.into(), known });
            ConditionKind::Authority
        }
    }
}
