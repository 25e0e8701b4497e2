//! TOML files → a questionnaire, or every problem in them at once.
//!
//! The files are walked by hand over the parsed document, so that each problem has its line and none hides
//! another; a value that cannot be read is replaced by an empty one and the walk goes on. Whether the whole
//! obeys the questionnaire's laws is checked afterwards, in `checking.rs`.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use sha2::{Digest, Sha256};

use super::{
    CostClass, CostId, Dimension, Effort, EffortMeaning, Evidence, EvidenceKind, Instrument, InstrumentId, Level,
    LevelMeaning, MODEL, Questionnaire, Rating, RatingMeaning, Requirement, RequirementId, Role, RoleId, Rule, Variant,
    VariantId, Wording, Work, WorkKind,
    checking::{self, RANKS},
};
use crate::document::{self, Fault, File, Places, Problem, Table};
use crate::exact::Exact;
use crate::language::Bilingual;
use crate::provenance::SourceId;

/// `taken` are the ids that it must not have.
pub(super) fn read(files: &[(&str, &str)], taken: &[&str]) -> Result<Questionnaire, Vec<Problem>> {
    let problems = RefCell::new(Vec::new());
    let files = in_order(files, &problems);
    let no_model = || Err(vec![Problem { file: MODEL.into(), place: None, fault: Fault::NoModel }]);
    // A file that stands alone is the model, whatever it is called, unless it is one of a sub-domain's.
    let alone = files.len() == 1;
    let Some(model) = files.first().filter(|file| alone || file.last_name() == MODEL) else { return no_model() };

    let mut places = Places::default();
    let readable = model.with_root(|root| {
        let is_model = model.last_name() == MODEL || !root.has("requirement");
        is_model.then(|| read_model(root, &mut places))
    });
    let model_is_readable = readable.is_some();
    let (mut questionnaire, sub_domains) = match readable {
        Some(Some(read)) => read,
        Some(None) => return no_model(),
        None => (nothing(), Vec::new()),
    };
    for sub_domain in sub_domains {
        sub_domain.join(&mut questionnaire, model);
    }
    questionnaire.hash = hash(&questionnaire.id, &files);
    for file in &files[1..] {
        let sub_domain = file.with_root(|root| read_sub_domain(root, &mut places));
        // A model that is no TOML says nothing about the rest: its laws are checked once it can be read.
        if let (Some(sub_domain), true) = (sub_domain, model_is_readable) {
            sub_domain.join(&mut questionnaire, file);
        }
    }
    if model_is_readable {
        problems.borrow_mut().extend(checking::check(&questionnaire, &places, model.name));
        if taken.contains(&questionnaire.id.as_str()) {
            let fault = Fault::TakenId { id: questionnaire.id.clone() };
            problems.borrow_mut().push(places.problem_at("id", model.name, fault));
        }
    }
    let problems = document::settled(problems);
    if problems.is_empty() { Ok(questionnaire) } else { Err(problems) }
}

/// The model, and the sub-domains that stand in its file instead of files of their own.
fn read_model(root: &mut Table, places: &mut Places) -> (Questionnaire, Vec<SubDomain>) {
    places.key("target", root);
    places.key("gate", root);
    places.key("variant", root);
    places.key("id", root);
    let mut questionnaire = Questionnaire {
        id: root.id("id"),
        version: root.text("version"),
        title: root.bilingual("title"),
        model: root.bilingual("model"),
        target: level(root, "target"),
        structure_source: root.source_at("structure_source", places),
        variants: root.each("variant", |table| {
            let id = table.id("id");
            places.name("variant", &id, table);
            Variant { id: VariantId(id), name: table.bilingual("name"), meaning: table.bilingual("meaning") }
        }),
        levels: root.each("level", |table| {
            let level = level(table, "number");
            places.name("level", &level.number().to_string(), table);
            LevelMeaning {
                level,
                name: table.bilingual("name"),
                meaning: table.bilingual("meaning"),
                source: table.source(places),
            }
        }),
        ratings: root.each("rating", |table| {
            let rating = table.word("id", Rating::from_id, &Rating::ALL.map(Rating::id));
            places.name("rating", rating.map_or("", Rating::id), table);
            RatingMeaning {
                rating: rating.unwrap_or(Rating::NotMet),
                name: table.bilingual("name"),
                meaning: table.bilingual("meaning"),
                points: table.decimal("points"),
                source: table.source(places),
            }
        }),
        efforts: root.each("effort", |table| {
            let effort = table.word("id", Effort::from_id, &Effort::ALL.map(Effort::id));
            places.name("effort", effort.map_or("", Effort::id), table);
            EffortMeaning {
                effort: effort.unwrap_or(Effort::Large),
                name: table.bilingual("name"),
                meaning: table.bilingual("meaning"),
                weight: table.decimal("weight"),
                source: table.source(places),
            }
        }),
        rules: root.each("rule", |table| Rule {
            title: table.bilingual("title"),
            text: table.bilingual("text"),
            source: table.source(places),
        }),
        roles: root.each_if_there("role", |table| {
            let id = table.id("id");
            places.name("role", &id, table);
            Role { id: RoleId(id), name: table.bilingual("name") }
        }),
        costs: root.each_if_there("cost", |table| {
            let id = table.text("id");
            places.name("cost", &id, table);
            CostClass { id: CostId(id), name: table.bilingual("name"), source: table.source(places) }
        }),
        instruments: root.each_if_there("instrument", |table| {
            let id = table.id("id");
            places.name("instrument", &id, table);
            Instrument {
                id: InstrumentId(id),
                name: table.bilingual("name"),
                meaning: table.bilingual("meaning"),
                source: table.source(places),
            }
        }),
        sources: root.sources(places),
        ..nothing()
    };
    root.one("gate", |table| {
        questionnaire.gate = table.decimal("ratio");
        questionnaire.gate_source = table.source(places);
    });
    for (parent, dimension) in root.each("dimension", |table| read_dimension(table, places)) {
        match parent {
            None => questionnaire.elements.push(dimension),
            Some(parent) => {
                let name = dimension.id.0.clone();
                let fault = match find(&mut questionnaire.elements, &parent, 1) {
                    Some((above, rank)) if rank < RANKS => {
                        above.children.push(dimension);
                        continue;
                    }
                    Some(_) => Fault::TooDeep { dimension: name.clone(), most: RANKS },
                    None => Fault::UnknownParent { dimension: name.clone(), parent },
                };
                root.file.problem(places.of("dimension", &name).map(|(_, line)| *line), fault);
            }
        }
    }
    (questionnaire, root.each_if_there("sub_domain", |table| read_sub_domain(table, places)))
}

fn read_dimension(table: &mut Table, places: &mut Places) -> (Option<String>, Dimension) {
    let id = table.id("id");
    places.name("dimension", &id, table);
    let mut weights = BTreeMap::new();
    table.one("weight", |weight| {
        for key in weight.keys() {
            if let Some(percent) = weight.integer(&key) {
                places.reference("variant", &key, weight);
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

/// What is said of a sub-domain beside its requirements, in its own file or in the model's.
struct SubDomain {
    id: String,
    line: usize,
    source: SourceId,
    about: Bilingual,
    requirements: Vec<Requirement>,
}

fn read_sub_domain(root: &mut Table, places: &mut Places) -> SubDomain {
    let id = root.id("dimension");
    places.name("sub-domain", &id, root);
    SubDomain {
        id,
        line: root.line_of("dimension"),
        source: root.source(places),
        about: root.bilingual("about"),
        requirements: root.each("requirement", |table| read_requirement(table, places)),
    }
}

impl SubDomain {
    fn join(self, questionnaire: &mut Questionnaire, file: &File) {
        let found = find(&mut questionnaire.elements, &self.id, 1);
        match found.map(|(dimension, _)| dimension) {
            Some(dimension) if dimension.texts_source.is_none() => {
                dimension.about = self.about;
                dimension.texts_source = Some(self.source);
                dimension.requirements = self.requirements;
            }
            // A second time the same one: the list of names has said so.
            Some(_) => {}
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
    let named = |kind, names: &[String], table: &Table, places: &mut Places| {
        for name in names {
            places.reference(kind, name, table);
        }
    };
    let ask = table.optional_text("ask");
    named("role", ask.as_slice(), table, places);
    let cost = table.optional_text("cost");
    named("cost", cost.as_slice(), table, places);
    let after = table.optional_texts("after");
    named("requirement", &after, table, places);
    let instruments = table.optional_texts("instruments");
    named("instrument", &instruments, table, places);
    let mut requirement = Requirement {
        id: RequirementId(id),
        level: level(table, "level"),
        base: Wording::default(),
        variants: BTreeMap::new(),
        why: None,
        pitfall: None,
        evidence: Vec::new(),
        ask: ask.map(RoleId),
        minutes: table.optional_integer("minutes"),
        work: Work {
            effort: table.word("effort", Effort::from_id, &Effort::ALL.map(Effort::id)).unwrap_or(Effort::Large),
            days: table.optional_range("days"),
            cost: cost.map(CostId),
            kinds: table.optional_words("kinds", WorkKind::from_id, &WorkKind::ALL.map(WorkKind::id)),
            weeks: table.optional_range("weeks"),
            after: after.into_iter().map(RequirementId).collect(),
            instruments: instruments.into_iter().map(InstrumentId).collect(),
        },
        may_be_not_applicable: table.flag("not_applicable"),
    };
    let [zh, en] = ["zh", "en"].map(|language| {
        if !table.has(language) {
            table.problem("id", Fault::MissingLanguage { key: "requirement".into(), language });
        }
        let mut texts = Texts::default();
        table.one_if_there(language, |table| texts = Texts::read(table, places));
        texts
    });
    let mut both = Both { lacking: Vec::new() };
    let base = both.words(&zh.words, &en.words);
    requirement.base = base.over(&Wording::default());
    let variants: BTreeSet<&String> = zh.variants.keys().chain(en.variants.keys()).collect();
    for variant in variants {
        let nothing = BTreeMap::new();
        let own =
            both.words(zh.variants.get(variant).unwrap_or(&nothing), en.variants.get(variant).unwrap_or(&nothing));
        requirement.variants.insert(VariantId(variant.clone()), own.over(&requirement.base));
    }
    requirement.why = both.text("why", zh.why, en.why);
    requirement.pitfall = both.text("pitfall", zh.pitfall, en.pitfall);
    for (kind, zh, en) in zh.evidence.into_iter().zip(en.evidence).map(|((kind, zh), (_, en))| (kind, zh, en)) {
        if zh.len() != en.len() {
            both.lacking.push((kind.key(), if zh.len() < en.len() { "zh" } else { "en" }));
        }
        let pairs = zh.into_iter().zip(en).map(|(zh, en)| Evidence { kind, text: Bilingual { zh, en } });
        requirement.evidence.extend(pairs);
    }
    for (key, language) in both.lacking {
        table.problem("id", Fault::MissingLanguage { key: key.to_owned(), language });
    }
    requirement
}

/// The keys of a wording, the first three of which every requirement has.
const WORDS: [&str; 5] = ["text", "met", "measure", "largely", "partly"];

/// What a requirement says in one language.
#[derive(Default)]
struct Texts {
    words: BTreeMap<&'static str, String>,
    variants: BTreeMap<String, BTreeMap<&'static str, String>>,
    why: Option<String>,
    pitfall: Option<String>,
    evidence: Vec<(EvidenceKind, Vec<String>)>,
}

impl Texts {
    fn read(table: &mut Table, places: &mut Places) -> Texts {
        let mut texts = Texts::default();
        for key in &WORDS[..3] {
            texts.words.insert(key, table.text(key));
        }
        for key in &WORDS[3..] {
            texts.words.extend(table.optional_text(key).map(|text| (*key, text)));
        }
        texts.why = table.optional_text("why");
        texts.pitfall = table.optional_text("pitfall");
        texts.evidence = EvidenceKind::ALL.map(|kind| (kind, table.optional_texts(kind.key()))).into();
        for variant in table.tables_inside() {
            let mut own = BTreeMap::new();
            table.one_if_there(&variant, |table| {
                places.reference("variant", &variant, table);
                for key in WORDS {
                    own.extend(table.optional_text(key).map(|text| (key, text)));
                }
            });
            texts.variants.insert(variant, own);
        }
        texts
    }
}

/// Joins the two languages of a requirement, and notes what only one of them says.
struct Both {
    /// Keys with the language that does not have them.
    lacking: Vec<(&'static str, &'static str)>,
}

impl Both {
    fn text(&mut self, key: &'static str, zh: Option<String>, en: Option<String>) -> Option<Bilingual> {
        match (zh, en) {
            (Some(zh), Some(en)) => Some(Bilingual { zh, en }),
            (None, None) => None,
            (zh, _) => {
                self.lacking.push((key, if zh.is_none() { "zh" } else { "en" }));
                None
            }
        }
    }

    fn words(&mut self, zh: &BTreeMap<&'static str, String>, en: &BTreeMap<&'static str, String>) -> Words {
        let join = |key| (key, self.text(key, zh.get(key).cloned(), en.get(key).cloned()));
        Words(WORDS.map(join).into_iter().filter_map(|(key, text)| Some((key, text?))).collect())
    }
}

/// Some of the words of a wording, by key.
struct Words(BTreeMap<&'static str, Bilingual>);

impl Words {
    /// A wording that says these words, and for the rest those of `base`.
    fn over(&self, base: &Wording) -> Wording {
        let own = |key| self.0.get(key).cloned();
        Wording {
            text: own("text").unwrap_or_else(|| base.text.clone()),
            met: own("met").unwrap_or_else(|| base.met.clone()),
            largely: own("largely").or_else(|| base.largely.clone()),
            partly: own("partly").or_else(|| base.partly.clone()),
            measure: own("measure").unwrap_or_else(|| base.measure.clone()),
        }
    }
}

fn level(table: &mut Table, key: &str) -> Level {
    let Some(number) = table.integer(key) else { return Level::LOWEST };
    Level::new(number.into()).unwrap_or_else(|| {
        table.problem(key, Fault::UnknownLevel { found: number.to_string() });
        Level::LOWEST
    })
}

/// A dimension with its rank, counted from that of `dimensions`.
fn find<'a>(dimensions: &'a mut [Dimension], id: &str, rank: usize) -> Option<(&'a mut Dimension, usize)> {
    for dimension in dimensions {
        if dimension.id.as_str() == id {
            return Some((dimension, rank));
        }
        if let Some(below) = find(&mut dimension.children, id, rank + 1) {
            return Some(below);
        }
    }
    None
}

/// The model first, then the others by name.
fn in_order<'a>(files: &[(&'a str, &'a str)], problems: &'a RefCell<Vec<Problem>>) -> Vec<File<'a>> {
    let mut files: Vec<File> = files.iter().map(|(name, text)| File::new(name, text, problems)).collect();
    files.sort_by_key(|file| (file.last_name() != MODEL, file.name));
    files
}

pub(super) fn hash_of(id: &str, files: &[(&str, &str)]) -> String {
    hash(id, &in_order(files, &RefCell::new(Vec::new())))
}

/// Neither the folder that the files lie in counts nor their line ends, so that a copy elsewhere, or a checkout on
/// Windows, has the same hash.
fn hash(id: &str, files: &[File]) -> String {
    let mut hasher = Sha256::new();
    for (place, file) in files.iter().enumerate() {
        // The model comes first; alone it may be called otherwise.
        let name = if place == 0 { MODEL } else { file.last_name() };
        hasher.update(format!("{id}/{name}").as_bytes());
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
        roles: Vec::new(),
        costs: Vec::new(),
        instruments: Vec::new(),
        elements: Vec::new(),
        structure_source: SourceId::default(),
        rules: Vec::new(),
        sources: Vec::new(),
    }
}
