//! TOML files → a questionnaire, or every problem in them at once.
//!
//! The files are walked by hand over the parsed document, so that each problem has its line and none hides
//! another; a value that cannot be read is replaced by an empty one and the walk goes on. Whether the whole
//! obeys the questionnaire's laws is checked afterwards, in `checking.rs`.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use sha2::{Digest, Sha256};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::checking::{self, Places};
use super::{
    Dimension, Effort, EffortMeaning, Fault, Level, LevelMeaning, Mark, Problem, Questionnaire, Rating, RatingMeaning,
    Requirement, RequirementId, Rule, Source, SourceId, Variant, VariantId,
};
use crate::exact::Exact;
use crate::language::Bilingual;

const MODEL: &str = "model.toml";

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
    questionnaire.hash = hash(&files);
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

/// Line ends do not count, so that a checkout on Windows has the same hash.
fn hash(files: &[File]) -> String {
    let mut hasher = Sha256::new();
    for file in files {
        hasher.update(file.name.as_bytes());
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

/// One file with the list its problems go to.
pub(super) struct File<'a> {
    pub name: &'a str,
    text: &'a str,
    problems: &'a RefCell<Vec<Problem>>,
}

impl File<'_> {
    fn is_model(&self) -> bool {
        self.name.rsplit(['/', '\\']).next() == Some(MODEL)
    }

    /// Parses the file and walks it; `None` when it is no TOML at all.
    fn with_root<T>(&self, walk: impl FnOnce(&mut Table) -> T) -> Option<T> {
        let (root, errors) = DeTable::parse_recoverable(self.text);
        for error in &errors {
            let line = error.span().map(|span| self.line(span));
            self.problem(line, Fault::Syntax { message: error.message().to_owned() });
        }
        if !errors.is_empty() {
            return None;
        }
        let mut table = Table { file: self, line: 1, table: root.get_ref(), known: BTreeSet::new() };
        let result = walk(&mut table);
        table.finish();
        Some(result)
    }

    fn line(&self, span: Range<usize>) -> usize {
        1 + self.text[..span.start.min(self.text.len())].bytes().filter(|byte| *byte == b'\n').count()
    }

    fn problem(&self, line: Option<usize>, fault: Fault) {
        self.problems.borrow_mut().push(Problem { file: self.name.to_owned(), line, fault });
    }
}

/// One table of a file; remembers which keys were asked for, so that a misspelt one is found.
pub(super) struct Table<'a> {
    pub file: &'a File<'a>,
    pub line: usize,
    table: &'a DeTable<'a>,
    known: BTreeSet<String>,
}

impl<'a> Table<'a> {
    fn keys(&self) -> Vec<String> {
        self.table.keys().map(|key| key.get_ref().to_string()).collect()
    }

    fn has(&self, key: &str) -> bool {
        self.table.get(key).is_some()
    }

    fn value(&mut self, key: &str) -> Option<&'a Spanned<DeValue<'a>>> {
        self.known.insert(key.to_owned());
        self.table.get(key)
    }

    fn required(&mut self, key: &str) -> Option<&'a Spanned<DeValue<'a>>> {
        let value = self.value(key);
        if value.is_none() {
            self.file.problem(Some(self.line), Fault::MissingKey { key: key.to_owned() });
        }
        value
    }

    fn line_of(&self, key: &str) -> usize {
        self.table.get(key).map_or(self.line, |value| self.file.line(value.span()))
    }

    fn problem(&self, key: &str, fault: Fault) {
        self.file.problem(Some(self.line_of(key)), fault);
    }

    fn wrong_type(&self, key: &str, expected: &'static str) {
        self.problem(key, Fault::WrongType { key: key.to_owned(), expected });
    }

    fn text(&mut self, key: &str) -> String {
        self.required(key).map_or_else(String::new, |value| self.as_text(key, value.get_ref()))
    }

    fn optional_text(&mut self, key: &str) -> Option<String> {
        self.value(key).map(|value| self.as_text(key, value.get_ref()))
    }

    fn as_text(&self, key: &str, value: &DeValue) -> String {
        match value.as_str() {
            Some(text) if text.trim().is_empty() => self.problem(key, Fault::EmptyText { key: key.to_owned() }),
            Some(text) => return text.trim().to_owned(),
            None => self.wrong_type(key, "text"),
        }
        String::new()
    }

    fn texts(&mut self, key: &str) -> Vec<String> {
        let Some(value) = self.required(key) else { return Vec::new() };
        match value.get_ref().as_array() {
            Some(items) => items.iter().map(|item| self.as_text(key, item.get_ref())).collect(),
            None => {
                self.wrong_type(key, "a list of texts");
                Vec::new()
            }
        }
    }

    /// A name for references: lowercase letters, digits and hyphens.
    fn id(&mut self, key: &str) -> String {
        let id = self.text(key);
        if !id.is_empty() && !checking::is_name(&id) {
            self.problem(key, Fault::BadId { id: id.clone() });
        }
        id
    }

    fn bilingual(&mut self, key: &str) -> Bilingual {
        let mut both = Bilingual::default();
        self.one(key, |table| {
            for (language, text) in [("zh", &mut both.zh), ("en", &mut both.en)] {
                match table.optional_text(language) {
                    Some(found) => *text = found,
                    None => {
                        let fault = Fault::MissingLanguage { key: key.to_owned(), language };
                        table.file.problem(Some(table.line), fault);
                    }
                }
            }
        });
        both
    }

    fn flag(&mut self, key: &str) -> bool {
        let Some(value) = self.value(key) else { return false };
        value.get_ref().as_bool().unwrap_or_else(|| {
            self.wrong_type(key, "true or false");
            false
        })
    }

    fn integer(&mut self, key: &str) -> Option<u32> {
        let value = self.required(key)?;
        let number = value.get_ref().as_integer().and_then(|integer| integer.as_str().parse().ok());
        if number.is_none() {
            self.wrong_type(key, "a whole number");
        }
        number
    }

    /// A number written as text, so that no binary fraction comes near it.
    fn decimal(&mut self, key: &str) -> Exact {
        let text = self.text(key);
        Exact::parse(&text).unwrap_or_else(|| {
            if !text.is_empty() {
                self.problem(key, Fault::NotADecimal { key: key.to_owned(), found: text });
            }
            Exact::one()
        })
    }

    fn level(&mut self, key: &str) -> Level {
        let Some(number) = self.integer(key) else { return Level::LOWEST };
        Level::new(number.into()).unwrap_or_else(|| {
            self.problem(key, Fault::UnknownLevel { found: number.to_string() });
            Level::LOWEST
        })
    }

    fn word<T>(&mut self, key: &str, from: impl Fn(&str) -> Option<T>, known: &[&str]) -> Option<T> {
        let found = self.text(key);
        let word = from(&found);
        if word.is_none() && !found.is_empty() {
            self.problem(key, Fault::UnknownWord { key: key.to_owned(), found, known: known.join(", ") });
        }
        word
    }

    fn source(&mut self, places: &mut Places) -> SourceId {
        self.source_at("source", places)
    }

    fn source_at(&mut self, key: &str, places: &mut Places) -> SourceId {
        let id = self.text(key);
        places.reference(&id, self);
        SourceId(id)
    }

    fn one(&mut self, key: &str, walk: impl FnOnce(&mut Table<'a>)) {
        if self.required(key).is_some() {
            self.one_if_there(key, walk);
        }
    }

    fn one_if_there(&mut self, key: &str, walk: impl FnOnce(&mut Table<'a>)) {
        let Some(value) = self.value(key) else { return };
        match value.get_ref().as_table() {
            Some(table) => self.step_into(value, table, walk),
            None => self.wrong_type(key, "a table"),
        }
    }

    fn each<T>(&mut self, key: &str, mut walk: impl FnMut(&mut Table<'a>) -> T) -> Vec<T> {
        let Some(value) = self.required(key) else { return Vec::new() };
        let Some(items) = value.get_ref().as_array() else {
            self.wrong_type(key, "a list of tables");
            return Vec::new();
        };
        let mut all = Vec::new();
        for item in items.iter() {
            match item.get_ref().as_table() {
                Some(table) => self.step_into(item, table, |table| all.push(walk(table))),
                None => self.wrong_type(key, "a list of tables"),
            }
        }
        all
    }

    fn step_into(&self, value: &Spanned<DeValue>, table: &'a DeTable<'a>, walk: impl FnOnce(&mut Table<'a>)) {
        let line = self.file.line(value.span());
        let mut below = Table { file: self.file, line, table, known: BTreeSet::new() };
        walk(&mut below);
        below.finish();
    }

    fn finish(&self) {
        for key in self.keys() {
            if !self.known.contains(&key) {
                self.problem(&key, Fault::UnknownKey { key: key.clone() });
            }
        }
    }
}
