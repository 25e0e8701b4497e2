//! A questionnaire as rows: for each sheet, what stands under which key.

use std::collections::BTreeMap;

use super::layout::{NO, YES};
use crate::exact::{Exact, short};
use crate::language::Bilingual;
use crate::questionnaire::{Dimension, EvidenceKind, Questionnaire, Requirement, Wording};

/// A row's cells by the keys of their columns; what is empty is not there.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row(pub BTreeMap<String, Value>);

#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    Text(String),
    Number(f64),
}

/// The rows of a sheet.
pub fn of(questionnaire: &Questionnaire, sheet: &str) -> Vec<Row> {
    let row = Row::default;
    match sheet {
        "model" => vec![
            row()
                .text("id", &questionnaire.id)
                .text("version", &questionnaire.version)
                .both("title", &questionnaire.title)
                .both("model", &questionnaire.model)
                .whole("target", questionnaire.target.number().into())
                .text("structure_source", questionnaire.structure_source.as_str())
                .decimal("gate.ratio", &questionnaire.gate)
                .text("gate.source", questionnaire.gate_source.as_str()),
        ],
        "variants" => questionnaire
            .variants
            .iter()
            .map(|variant| row().named(variant.id.as_str(), &variant.name).both("meaning", &variant.meaning))
            .collect(),
        "levels" => questionnaire
            .levels
            .iter()
            .map(|level| {
                let numbered = row().whole("number", level.level.number().into()).both("name", &level.name);
                numbered.both("meaning", &level.meaning).text("source", level.source.as_str())
            })
            .collect(),
        "ratings" => questionnaire
            .ratings
            .iter()
            .map(|rating| {
                let named = row().named(rating.rating.id(), &rating.name).both("meaning", &rating.meaning);
                named.decimal("points", &rating.points).text("source", rating.source.as_str())
            })
            .collect(),
        "efforts" => questionnaire
            .efforts
            .iter()
            .map(|effort| {
                let named = row().named(effort.effort.id(), &effort.name).both("meaning", &effort.meaning);
                named.decimal("weight", &effort.weight).text("source", effort.source.as_str())
            })
            .collect(),
        "rules" => questionnaire
            .rules
            .iter()
            .map(|rule| row().both("title", &rule.title).both("text", &rule.text).text("source", rule.source.as_str()))
            .collect(),
        "roles" => questionnaire.roles.iter().map(|role| row().named(role.id.as_str(), &role.name)).collect(),
        "costs" => questionnaire
            .costs
            .iter()
            .map(|cost| row().named(cost.id.as_str(), &cost.name).text("source", cost.source.as_str()))
            .collect(),
        "instruments" => questionnaire
            .instruments
            .iter()
            .map(|instrument| {
                let named = row().named(instrument.id.as_str(), &instrument.name);
                named.both("meaning", &instrument.meaning).text("source", instrument.source.as_str())
            })
            .collect(),
        "sources" => questionnaire
            .sources
            .iter()
            .map(|source| {
                row().text("id", source.id.as_str()).text("mark", source.mark.id()).both("text", &source.text)
            })
            .collect(),
        "dimensions" => dimensions(&questionnaire.elements, None),
        "requirements" => questionnaire.dimensions().iter().flat_map(|it| &it.requirements).map(requirement).collect(),
        "wordings" => questionnaire.dimensions().iter().flat_map(|it| &it.requirements).flat_map(wordings).collect(),
        other => unreachable!("a sheet {other} is laid out, and nothing is known to stand in it"),
    }
}

fn dimensions(siblings: &[Dimension], parent: Option<&Dimension>) -> Vec<Row> {
    let mut rows = Vec::new();
    for dimension in siblings {
        let mut row = Row::default().named(dimension.id.as_str(), &dimension.name);
        if let Some(parent) = parent {
            row = row.text("parent", parent.id.as_str());
        }
        for (variant, percent) in &dimension.weights {
            row = row.whole(&format!("weight.{variant}"), *percent);
        }
        row = row.text("source", dimension.weights_source.as_str()).flag("tailorable", dimension.tailorable);
        if let Some(source) = &dimension.texts_source {
            row = row.both("about", &dimension.about).text("texts_source", source.as_str());
        }
        rows.push(row);
        rows.extend(dimensions(&dimension.children, Some(dimension)));
    }
    rows
}

fn requirement(requirement: &Requirement) -> Row {
    let work = &requirement.work;
    let mut row = Row::default()
        .text("id", requirement.id.as_str())
        .whole("level", requirement.level.number().into())
        .flag("not_applicable", requirement.may_be_not_applicable)
        .text("effort", work.effort.id())
        .words("kinds", work.kinds.iter().map(|kind| kind.id()))
        .words("after", work.after.iter().map(|after| after.as_str()))
        .words("instruments", work.instruments.iter().map(|instrument| instrument.as_str()))
        .range("days", work.days)
        .range("weeks", work.weeks);
    for (key, text) in requirement
        .base
        .words()
        .into_iter()
        .chain([("why", requirement.why.as_ref()), ("pitfall", requirement.pitfall.as_ref())])
    {
        row = text.into_iter().fold(row, |row, text| row.both(key, text));
    }
    for kind in EvidenceKind::ALL {
        let texts = requirement.evidence.iter().filter(|evidence| evidence.kind == kind).map(|evidence| &evidence.text);
        let joined = |language: fn(&Bilingual) -> &str| texts.clone().map(language).collect::<Vec<_>>().join("\n");
        row = row.both(kind.key(), &Bilingual { zh: joined(|text| &text.zh), en: joined(|text| &text.en) });
    }
    row = requirement.ask.iter().fold(row, |row, ask| row.text("ask", ask.as_str()));
    row = work.cost.iter().fold(row, |row, cost| row.text("cost", cost.as_str()));
    requirement.minutes.into_iter().fold(row, |row, minutes| row.whole("minutes", minutes))
}

/// A row per kind of manufacturing, with the words that differ from the requirement's own.
fn wordings(requirement: &Requirement) -> Vec<Row> {
    let row = |(variant, wording): (_, &Wording)| {
        let row = Row::default().text("requirement", requirement.id.as_str()).text("variant", variant);
        let words = wording.words().into_iter().zip(requirement.base.words());
        let own = words.filter(|(own, base)| own != base).filter_map(|((key, text), _)| Some((key, text?)));
        own.fold(row, |row, (key, text)| row.both(key, text))
    };
    requirement.variants.iter().map(|(variant, wording)| row((variant.as_str(), wording))).collect()
}

impl Row {
    fn with(mut self, key: &str, value: Value) -> Row {
        if value != Value::Text(String::new()) {
            self.0.insert(key.to_owned(), value);
        }
        self
    }

    fn text(self, key: &str, text: &str) -> Row {
        self.with(key, Value::Text(text.to_owned()))
    }

    fn named(self, id: &str, name: &Bilingual) -> Row {
        self.text("id", id).both("name", name)
    }

    fn both(self, key: &str, text: &Bilingual) -> Row {
        self.text(&format!("{key}.zh"), &text.zh).text(&format!("{key}.en"), &text.en)
    }

    fn whole(self, key: &str, number: u32) -> Row {
        self.with(key, Value::Number(number.into()))
    }

    fn range(self, key: &str, range: Option<(u32, u32)>) -> Row {
        let Some((low, high)) = range else { return self };
        self.whole(&format!("{key}.from"), low).whole(&format!("{key}.to"), high)
    }

    fn flag(self, key: &str, flag: bool) -> Row {
        self.text(key, if flag { YES } else { NO })
    }

    fn words<'a>(self, key: &str, words: impl Iterator<Item = &'a str>) -> Row {
        self.text(key, &words.collect::<Vec<_>>().join(", "))
    }

    /// A number where a spreadsheet's number is the same one to the last digit, otherwise its text.
    fn decimal(self, key: &str, exact: &Exact) -> Row {
        let text = exact.round(Exact::PLACES);
        let text = short(&text);
        match text.parse::<f64>() {
            Ok(number) if number.to_string() == text => self.with(key, Value::Number(number)),
            _ => self.text(key, text),
        }
    }
}
