//! The index's TOML → the index, or every problem in it.

use super::{Band, Choice, Dimension, Index, LevelRule, Question, QuestionKind, Scene};
use crate::assessment::{OptionId, QuestionId, SceneId};
use crate::document::{self, Fault, Places, Problem, Table};
use crate::exact::Exact;
use crate::language::Bilingual;

pub(super) fn read(name: &str, text: &str) -> Result<Index, Vec<Problem>> {
    document::read(name, text, |root, places| Index {
        title: root.bilingual("title"),
        document: root.bilingual("document"),
        dimensions: root.each("dimension", |table| dimension("dimension", table, places)),
        questions: root.each("question", |table| question(table, places)),
        groups: root.each("group", |table| dimension("group", table, places)),
        scenes: root.each("scene", |table| scene(table, places)),
        levels: root.each("level", |table| LevelRule {
            number: table.integer("number").and_then(|number| u8::try_from(number).ok()).unwrap_or(0),
            name: table.bilingual("name"),
            base: table.decimal("base"),
            scenes: count(table, "scenes"),
            constrained: count(table, "constrained"),
            source: table.source(places),
        }),
        sources: root.sources(places),
    })
}

fn count(table: &mut Table, key: &str) -> usize {
    table.integer(key).map_or(0, |count| count as usize)
}

fn dimension(kind: &'static str, table: &mut Table, places: &mut Places) -> Dimension {
    let id = table.id("id");
    places.name(kind, &id, table);
    Dimension { id, name: table.bilingual("name") }
}

fn question(table: &mut Table, places: &mut Places) -> Question {
    let id = table.id("id");
    places.name("question", &id, table);
    let dimension = table.id("dimension");
    places.reference("dimension", &dimension, table);
    let kind = match table.text("kind").as_str() {
        "one" => QuestionKind::One(table.each("option", choice)),
        "several" => QuestionKind::Several(table.each("option", choice)),
        "ratio" => QuestionKind::Ratio {
            ratio: table.id("ratio"),
            bands: table.each("band", |table| Band {
                up_to: table.has("up_to").then(|| table.decimal("up_to")),
                points: table.decimal("points"),
            }),
        },
        "change" => {
            let mut points = [Exact::zero(), Exact::zero(), Exact::zero()];
            table.one("points", |table| points = ["rose", "same", "fell"].map(|key| table.decimal(key)));
            QuestionKind::Change { now: table.id("now"), before: table.id("before"), points }
        }
        other => {
            let (key, known) = ("kind".into(), "one, several, ratio, change".into());
            table.problem("kind", Fault::UnknownWord { key, found: other.into(), known });
            QuestionKind::One(Vec::new())
        }
    };
    Question { id: QuestionId(id), dimension, text: table.bilingual("text"), most: table.decimal("most"), kind }
}

fn choice(table: &mut Table) -> Choice {
    Choice { id: OptionId(table.id("id")), text: table.bilingual("text"), points: table.decimal("points") }
}

fn scene(table: &mut Table, places: &mut Places) -> Scene {
    let id = table.id("id");
    places.name("scene", &id, table);
    let group = table.id("group");
    places.reference("group", &group, table);
    let ladder = table.each("ladder", |table| Bilingual { zh: table.text("zh"), en: table.text("en") });
    let ladder: [Bilingual; 4] = ladder.try_into().unwrap_or_else(|_| {
        table.problem("ladder", Fault::WrongType { key: "ladder".into(), expected: "a list of four texts" });
        Default::default()
    });
    Scene { id: SceneId(id), group, name: table.bilingual("name"), constrained: table.flag("constrained"), ladder }
}
