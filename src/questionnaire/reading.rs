//! TOML files → a questionnaire, or every problem in them at once.
//!
//! The files are walked by hand over the parsed document, so that each problem has its line and none hides
//! another; a value that cannot be read is replaced by an empty one and the walk goes on. Whether the whole
//! obeys the questionnaire's laws is checked afterwards, in `checking.rs`.

mod table;

use std::cell::RefCell;
use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use super::checking::{self, Places};
use super::{
    Dimension, Effort, EffortMeaning, Fault, Level, LevelMeaning, MODEL, Mark, Problem, Questionnaire, Rating,
    RatingMeaning, Requirement, RequirementId, Rule, Source, SourceId, Variant, VariantId,
};
use crate::exact::Exact;
use crate::language::Bilingual;
use table::File;

pub(super) use table::Table;

pub(super) fn read(files: &[(&str, &str)]) -> Result<Questionnaire, Vec<Problem>> {
    let problems = RefCell::new(Vec::new());
    let mut files: Vec<File> = files.iter().map(|(name, text)| File { name, text, problems: &problems }).collect();
    files.sort_by_key(|file| (!file.is_model(), file.name));
    let Some(model) = files.first().filter(|file| file.is_model()) else {
        return Err(vec![Problem { file: MODEL.into(), line: None, fault: Fault::NoModel }]);
    };

    let mut places = Places::default();
    let readable = model.with_root(|root| read_model(root, &mut places));
    let model_is_readable = readable.is_some();
    let mut questionnaire = readable.unwrap_or_else(nothing);
    questionnaire.hash = hash(&questionnaire.id, &files);
    for file in &files[1..] {
        let sub_domain = file.with_root(|root| read_sub_domain(root, &mut places));
        // A model that is no TOML says nothing about the rest: its laws are checked once it can be read.
        if let (Some(sub_domain), true) = (sub_domain, model_is_readable) {
            sub_domain.join(&mut questionnaire, file, &mut places);
        }
    }
    if model_is_readable {
        problems.borrow_mut().extend(checking::check(&questionnaire, &places));
    }

    let mut problems = problems.into_inner();
    problems.sort();
    problems.dedup();
    if problems.is_empty() { Ok(questionnaire) } else { Err(problems) }
}

fn read_model(root: &mut Table, places: &mut Places) -> Questionnaire {
    let mut questionnaire = Questionnaire {
        id: root.id("id"),
        version: root.text("version"),
        title: root.bilingual("title"),
        model: root.bilingual("model"),
        target: root.level("target"),
        structure_source: root.source_at("structure_source", places),
        variants: root.each("variant", |table| Variant {
            id: VariantId(table.id("id")),
            name: table.bilingual("name"),
            meaning: table.bilingual("meaning"),
        }),
        levels: root.each("level", |table| LevelMeaning {
            level: table.level("number"),
            name: table.bilingual("name"),
            meaning: table.bilingual("meaning"),
            source: table.source(places),
        }),
        ratings: root.each("rating", |table| RatingMeaning {
            rating: table.word("id", Rating::from_id, &Rating::ALL.map(Rating::id)).unwrap_or(Rating::NotMet),
            name: table.bilingual("name"),
            meaning: table.bilingual("meaning"),
            points: table.decimal("points"),
            source: table.source(places),
        }),
        efforts: root.each("effort", |table| EffortMeaning {
            effort: table.word("id", Effort::from_id, &Effort::ALL.map(Effort::id)).unwrap_or(Effort::Large),
            name: table.bilingual("name"),
            meaning: table.bilingual("meaning"),
            weight: table.decimal("weight"),
            source: table.source(places),
        }),
        rules: root.each("rule", |table| Rule {
            title: table.bilingual("title"),
            text: table.bilingual("text"),
            source: table.source(places),
        }),
        sources: root.each("source", |table| {
            let id = table.id("id");
            places.name("source", &id, table);
            Source {
                id: SourceId(id),
                mark: table.word("mark", Mark::from_id, &Mark::ALL.map(Mark::id)).unwrap_or(Mark::Unverified),
                text: table.bilingual("text"),
            }
        }),
        ..nothing()
    };
    root.one("gate", |table| {
        questionnaire.gate = table.decimal("ratio");
        questionnaire.gate_source = table.source(places);
    });
    for (parent, dimension) in root.each("dimension", |table| read_dimension(table, places)) {
        match parent {
            None => questionnaire.elements.push(dimension),
            Some(parent) => match find(&mut questionnaire.elements, &parent) {
                Some(above) => above.children.push(dimension),
                None => {
                    let fault = Fault::UnknownParent { dimension: dimension.id.0.clone(), parent };
                    root.file.problem(places.line(dimension.id.as_str()), fault);
                }
            },
        }
    }
    questionnaire
}

fn read_dimension(table: &mut Table, places: &mut Places) -> (Option<String>, Dimension) {
    let id = table.id("id");
    places.name("dimension", &id, table);
    let mut weights = BTreeMap::new();
    table.one("weight", |weight| {
        for key in weight.keys() {
            if let Some(percent) = weight.integer(&key) {
                weights.insert(VariantId(key), percent);
            }
        }
    });
    let dimension = Dimension {
        id: id.as_str().into(),
        name: table.bilingual("name"),
        about: Bilingual::default(),
        weights,
        weights_source: table.source(places),
        tailorable: table.flag("tailorable"),
        children: Vec::new(),
        requirements: Vec::new(),
        texts_source: None,
    };
    (table.optional_text("parent"), dimension)
}

/// What a sub-domain's own file says of it.
struct SubDomain {
    id: String,
    line: usize,
    source: SourceId,
    about: Bilingual,
    requirements: Vec<Requirement>,
}

fn read_sub_domain(root: &mut Table, places: &mut Places) -> SubDomain {
    SubDomain {
        id: root.id("dimension"),
        line: root.line_of("dimension"),
        source: root.source(places),
        about: root.bilingual("about"),
        requirements: root.each("requirement", |table| read_requirement(table, places)),
    }
}

impl SubDomain {
    fn join(self, questionnaire: &mut Questionnaire, file: &File, places: &mut Places) {
        match find(&mut questionnaire.elements, &self.id) {
            Some(dimension) if dimension.texts_source.is_none() => {
                dimension.about = self.about;
                dimension.texts_source = Some(self.source);
                dimension.requirements = self.requirements;
                places.sub_domain_file(&dimension.id, file.name);
            }
            Some(dimension) => {
                let first = places.file_of(&dimension.id).to_owned();
                let fault = Fault::Duplicate { kind: "dimension", name: self.id, first };
                file.problem(Some(self.line), fault);
            }
            None => {
                let fault = Fault::UnknownName { kind: "dimension", name: self.id };
                file.problem(Some(self.line), fault);
            }
        }
    }
}

fn read_requirement(table: &mut Table, places: &mut Places) -> Requirement {
    let id = table.text("id");
    places.name("requirement", &id, table);
    let mut requirement = Requirement {
        id: RequirementId(id),
        level: table.level("level"),
        text: Bilingual::default(),
        met: Bilingual::default(),
        evidence: Vec::new(),
        measure: Bilingual::default(),
        effort: table.word("effort", Effort::from_id, &Effort::ALL.map(Effort::id)).unwrap_or(Effort::Large),
        may_be_not_applicable: table.flag("not_applicable"),
    };
    let mut evidence = [Vec::new(), Vec::new()];
    for (which, key) in ["zh", "en"].into_iter().enumerate() {
        if !table.has(key) {
            table.problem("id", Fault::MissingLanguage { key: "requirement".into(), language: key });
        }
        table.one_if_there(key, |texts| {
            for (field, into) in
                [("text", &mut requirement.text), ("met", &mut requirement.met), ("measure", &mut requirement.measure)]
            {
                let text = texts.text(field);
                match key {
                    "zh" => into.zh = text,
                    _ => into.en = text,
                }
            }
            evidence[which] = texts.texts("evidence");
        });
    }
    let [zh, en] = evidence;
    if zh.len() != en.len() {
        let language = if zh.len() < en.len() { "zh" } else { "en" };
        table.problem("id", Fault::MissingLanguage { key: "evidence".into(), language });
    }
    requirement.evidence = zh.into_iter().zip(en).map(|(zh, en)| Bilingual { zh, en }).collect();
    requirement
}

fn find<'a>(dimensions: &'a mut [Dimension], id: &str) -> Option<&'a mut Dimension> {
    for dimension in dimensions {
        if dimension.id.as_str() == id {
            return Some(dimension);
        }
        if let Some(below) = find(&mut dimension.children, id) {
            return Some(below);
        }
    }
    None
}

/// Neither the folder that the files lie in counts nor their line ends, so that a copy elsewhere, or a checkout on
/// Windows, has the same hash.
fn hash(id: &str, files: &[File]) -> String {
    let mut hasher = Sha256::new();
    for file in files {
        hasher.update(format!("{id}/{}", file.last_name()).as_bytes());
        hasher.update([0]);
        hasher.update(file.text.replace("\r\n", "\n").as_bytes());
        hasher.update([0]);
    }
    hasher.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

fn nothing() -> Questionnaire {
    Questionnaire {
        id: String::new(),
        version: String::new(),
        hash: String::new(),
        title: Bilingual::default(),
        model: Bilingual::default(),
        variants: Vec::new(),
        levels: Vec::new(),
        target: Level::LOWEST,
        gate: Exact::one(),
        gate_source: SourceId::default(),
        ratings: Vec::new(),
        efforts: Vec::new(),
        elements: Vec::new(),
        structure_source: SourceId::default(),
        rules: Vec::new(),
        sources: Vec::new(),
    }
}
