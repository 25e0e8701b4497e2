//! A questionnaire → TOML: as its files, or as a single one.
//!
//! The text is canonical: equal questionnaires are written equally, keys stand in the order in which `reading.rs` asks
//! for them, and what may be left out is. Reading it again gives an equal questionnaire, but for [`Questionnaire::hash`],
//! which is that of the new texts. Comments of the files that it was once read from are gone.

use std::fmt::Write;

use super::{Dimension, Evidence, EvidenceKind, MODEL, Questionnaire, Requirement, Wording};
use crate::exact::{Exact, short};
use crate::language::Bilingual;
use crate::provenance::Source;

impl Questionnaire {
    /// Names and texts: `model.toml`, then a file per sub-domain in the questionnaire's order.
    pub fn to_files(&self) -> Vec<(String, String)> {
        let mut files = vec![(MODEL.to_owned(), Writer::default().model(self).text)];
        for dimension in self.with_texts() {
            files.push((file_name(dimension), Writer::default().sub_domain(dimension).text));
        }
        files
    }

    /// All of it as one file.
    pub fn to_file(&self) -> String {
        let writer = Writer { prefix: "sub_domain.", ..Writer::default() };
        let model = writer.model(self);
        let whole = self.with_texts().fold(model, |writer, dimension| writer.head("sub_domain").sub_domain(dimension));
        whole.text
    }

    /// Whether another says the same, wherever it was read from. Ask it of what was written and read back, before it is
    /// handed over.
    pub fn says_the_same_as(&self, other: &Questionnaire) -> bool {
        self.to_file() == other.to_file()
    }

    /// The dimensions of which more is said than the model does.
    fn with_texts(&self) -> impl Iterator<Item = &Dimension> {
        self.dimensions().into_iter().filter(|dimension| dimension.texts_source.is_some())
    }
}

/// A text as TOML has it, in quotes.
pub fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for character in text.chars() {
        match character {
            '"' | '\\' => quoted.extend(['\\', character]),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            other if other.is_control() => write!(quoted, "\\u{:04X}", u32::from(other)).expect("memory takes text"),
            other => quoted.push(other),
        }
    }
    quoted + "\""
}

/// A key as TOML has it: in quotes only where it must be.
pub fn key(name: &str) -> String {
    let plain = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_');
    if !name.is_empty() && name.chars().all(plain) { name.to_owned() } else { quoted(name) }
}

/// The name of a sub-domain's file; an underscore, which no id has, keeps it apart from the model's.
fn file_name(dimension: &Dimension) -> String {
    let name = format!("{}.toml", dimension.id);
    if name == MODEL { "model_.toml".into() } else { name }
}

/// A document that grows, line by line.
#[derive(Default)]
struct Writer {
    text: String,
    /// What stands before the names of a sub-domain's tables.
    prefix: &'static str,
}

impl Writer {
    fn model(mut self, questionnaire: &Questionnaire) -> Writer {
        self.value("id", &quoted(&questionnaire.id));
        self.value("version", &quoted(&questionnaire.version));
        self.both("title", &questionnaire.title);
        self.both("model", &questionnaire.model);
        self.value("target", &questionnaire.target.number().to_string());
        self.value("structure_source", &quoted(questionnaire.structure_source.as_str()));
        let (ratio, source) = (decimal(&questionnaire.gate), quoted(questionnaire.gate_source.as_str()));
        self.value("gate", &format!("{{ ratio = {ratio}, source = {source} }}"));
        for variant in &questionnaire.variants {
            self = self.head("variant").id(variant.id.as_str());
            self.both("name", &variant.name);
            self.both("meaning", &variant.meaning);
        }
        for level in &questionnaire.levels {
            self = self.head("level");
            self.value("number", &level.level.number().to_string());
            self.both("name", &level.name);
            self.both("meaning", &level.meaning);
            self.value("source", &quoted(level.source.as_str()));
        }
        for rating in &questionnaire.ratings {
            self = self.head("rating").id(rating.rating.id());
            self.both("name", &rating.name);
            self.both("meaning", &rating.meaning);
            self.value("points", &decimal(&rating.points));
            self.value("source", &quoted(rating.source.as_str()));
        }
        for effort in &questionnaire.efforts {
            self = self.head("effort").id(effort.effort.id());
            self.both("name", &effort.name);
            self.both("meaning", &effort.meaning);
            self.value("weight", &decimal(&effort.weight));
            self.value("source", &quoted(effort.source.as_str()));
        }
        if questionnaire.rules.is_empty() {
            self.text.insert_str(0, "rule = []\n");
        }
        for rule in &questionnaire.rules {
            self = self.head("rule");
            self.both("title", &rule.title);
            self.both("text", &rule.text);
            self.value("source", &quoted(rule.source.as_str()));
        }
        for role in &questionnaire.roles {
            self = self.head("role").id(role.id.as_str());
            self.both("name", &role.name);
        }
        for cost in &questionnaire.costs {
            self = self.head("cost").id(cost.id.as_str());
            self.both("name", &cost.name);
            self.value("source", &quoted(cost.source.as_str()));
        }
        for instrument in &questionnaire.instruments {
            self = self.head("instrument").id(instrument.id.as_str());
            self.both("name", &instrument.name);
            self.both("meaning", &instrument.meaning);
            self.value("source", &quoted(instrument.source.as_str()));
        }
        self = questionnaire.sources.iter().fold(self, Writer::source);
        questionnaire.elements.iter().fold(self, |writer, element| writer.dimension(element, None))
    }

    fn source(self, source: &Source) -> Writer {
        let mut writer = self.head("source").id(source.id.as_str());
        writer.value("mark", &quoted(source.mark.id()));
        writer.both("text", &source.text);
        writer
    }

    fn dimension(self, dimension: &Dimension, parent: Option<&Dimension>) -> Writer {
        let mut writer = self.head("dimension").id(dimension.id.as_str());
        if let Some(parent) = parent {
            writer.value("parent", &quoted(parent.id.as_str()));
        }
        writer.both("name", &dimension.name);
        let weights =
            dimension.weights.iter().map(|(variant, percent)| format!("{} = {percent}", key(variant.as_str())));
        writer.value("weight", &format!("{{ {} }}", weights.collect::<Vec<_>>().join(", ")));
        writer.value("source", &quoted(dimension.weights_source.as_str()));
        if dimension.tailorable {
            writer.value("tailorable", "true");
        }
        dimension.children.iter().fold(writer, |writer, child| writer.dimension(child, Some(dimension)))
    }

    fn sub_domain(mut self, dimension: &Dimension) -> Writer {
        self.value("dimension", &quoted(dimension.id.as_str()));
        if let Some(source) = &dimension.texts_source {
            self.value("source", &quoted(source.as_str()));
        }
        self.both("about", &dimension.about);
        if dimension.requirements.is_empty() {
            self.value("requirement", "[]");
        }
        dimension.requirements.iter().fold(self, Writer::requirement)
    }

    fn requirement(self, requirement: &Requirement) -> Writer {
        let prefix = self.prefix;
        let mut writer = self.head(&format!("{prefix}requirement")).id(requirement.id.as_str());
        writer.value("level", &requirement.level.number().to_string());
        if let Some(ask) = &requirement.ask {
            writer.value("ask", &quoted(ask.as_str()));
        }
        if let Some(minutes) = requirement.minutes {
            writer.value("minutes", &minutes.to_string());
        }
        if requirement.may_be_not_applicable {
            writer.value("not_applicable", "true");
        }
        let work = &requirement.work;
        writer.value("effort", &quoted(work.effort.id()));
        writer.range("days", work.days);
        if let Some(cost) = &work.cost {
            writer.value("cost", &quoted(cost.as_str()));
        }
        writer.list("kinds", work.kinds.iter().map(|kind| kind.id()));
        writer.range("weeks", work.weeks);
        writer.list("after", work.after.iter().map(|after| after.as_str()));
        writer.list("instruments", work.instruments.iter().map(|instrument| instrument.as_str()));
        let zh: OneLanguage = |text| &text.zh;
        [("zh", zh), ("en", |text| &text.en)]
            .into_iter()
            .fold(writer, |writer, (name, language)| writer.texts(requirement, name, language))
    }

    /// What a requirement says in one language.
    fn texts(mut self, requirement: &Requirement, name: &str, language: OneLanguage) -> Writer {
        let table = format!("{}requirement.{name}", self.prefix);
        write!(self.text, "\n[{table}]\n").expect("memory takes text");
        self.words(&requirement.base, None, language);
        for (key, text) in [("why", &requirement.why), ("pitfall", &requirement.pitfall)] {
            if let Some(text) = text {
                self.value(key, &quoted(language(text)));
            }
        }
        for kind in EvidenceKind::ALL {
            let of_kind = requirement.evidence.iter().filter(|evidence| evidence.kind == kind);
            self.list(kind.key(), of_kind.map(|Evidence { text, .. }| language(text)));
        }
        for (variant, wording) in &requirement.variants {
            write!(self.text, "\n[{table}.{}]\n", key(variant.as_str())).expect("memory takes text");
            self.words(wording, Some(&requirement.base), language);
        }
        self
    }

    /// The words of a wording, but for those that `base` has as well.
    fn words(&mut self, wording: &Wording, base: Option<&Wording>, language: OneLanguage) {
        let base = base.map(Wording::words);
        for (place, (key, text)) in wording.words().into_iter().enumerate() {
            let differs = base.is_none_or(|base| base[place].1 != text);
            if let Some(text) = text.filter(|_| differs) {
                self.value(key, &quoted(language(text)));
            }
        }
    }

    fn head(mut self, table: &str) -> Writer {
        write!(self.text, "\n[[{table}]]\n").expect("memory takes text");
        self
    }

    fn id(mut self, id: &str) -> Writer {
        self.value("id", &quoted(id));
        self
    }

    fn both(&mut self, key: &str, text: &Bilingual) {
        self.value(key, &format!("{{ zh = {}, en = {} }}", quoted(&text.zh), quoted(&text.en)));
    }

    fn range(&mut self, key: &str, range: Option<(u32, u32)>) {
        if let Some((low, high)) = range {
            self.value(key, &format!("[{low}, {high}]"));
        }
    }

    /// A list, left out where it is empty.
    fn list<'a>(&mut self, key: &str, items: impl Iterator<Item = &'a str>) {
        let items: Vec<String> = items.map(quoted).collect();
        if !items.is_empty() {
            self.value(key, &format!("[{}]", items.join(", ")));
        }
    }

    fn value(&mut self, key: &str, value: &str) {
        writeln!(self.text, "{key} = {value}").expect("memory takes text");
    }
}

type OneLanguage = fn(&Bilingual) -> &str;

/// A number in quotes, to the last digit that can be read.
fn decimal(number: &Exact) -> String {
    quoted(short(&number.round(Exact::PLACES)))
}
