//! A TOML table that is walked by hand: what is missing, misspelt or of the wrong type becomes a problem with its
//! line, and an empty value stands in for it.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{Fault, Place, Places, Problem, is_name};
use crate::exact::Exact;
use crate::language::Bilingual;
use crate::provenance::{Mark, Source, SourceId};

/// One file with the list its problems go to.
pub struct File<'a> {
    pub name: &'a str,
    pub text: &'a str,
    problems: &'a RefCell<Vec<Problem>>,
    /// Where each line ends.
    ends: Vec<usize>,
}

impl<'a> File<'a> {
    pub fn new(name: &'a str, text: &'a str, problems: &'a RefCell<Vec<Problem>>) -> File<'a> {
        let ends = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(place, _)| place).collect();
        File { name, text, problems, ends }
    }

    /// The name without the folders before it.
    pub fn last_name(&self) -> &str {
        self.name.rsplit(['/', '\\']).next().unwrap_or(self.name)
    }

    /// Parses the file and walks it; `None` when it is no TOML at all.
    pub fn with_root<T>(&self, walk: impl FnOnce(&mut Table) -> T) -> Option<T> {
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
        1 + self.ends.partition_point(|end| *end < span.start)
    }

    pub fn problem(&self, line: Option<usize>, fault: Fault) {
        self.problems.borrow_mut().push(Problem { file: self.name.to_owned(), place: line.map(Place::Line), fault });
    }
}

/// One table of a file; remembers which keys were asked for, so that a misspelt one is found.
pub struct Table<'a> {
    pub file: &'a File<'a>,
    pub line: usize,
    table: &'a DeTable<'a>,
    known: BTreeSet<&'a str>,
}

impl<'a> Table<'a> {
    pub fn keys(&self) -> Vec<String> {
        self.table.keys().map(|key| key.get_ref().to_string()).collect()
    }

    /// The keys below which tables stand.
    pub fn tables_inside(&self) -> Vec<String> {
        let tables = self.table.iter().filter(|(_, value)| value.get_ref().is_table());
        tables.map(|(key, _)| key.get_ref().to_string()).collect()
    }

    pub fn has(&self, key: &str) -> bool {
        self.table.get(key).is_some()
    }

    fn value(&mut self, key: &str) -> Option<&'a Spanned<DeValue<'a>>> {
        let (key, value) = self.table.get_key_value(key)?;
        self.known.insert(key.get_ref());
        Some(value)
    }

    fn required(&mut self, key: &str) -> Option<&'a Spanned<DeValue<'a>>> {
        let value = self.value(key);
        if value.is_none() {
            self.file.problem(Some(self.line), Fault::MissingKey { key: key.to_owned() });
        }
        value
    }

    pub fn line_of(&self, key: &str) -> usize {
        self.table.get(key).map_or(self.line, |value| self.file.line(value.span()))
    }

    pub fn problem(&self, key: &str, fault: Fault) {
        self.file.problem(Some(self.line_of(key)), fault);
    }

    fn wrong_type(&self, key: &str, expected: &'static str) {
        self.problem(key, Fault::WrongType { key: key.to_owned(), expected });
    }

    pub fn text(&mut self, key: &str) -> String {
        self.required(key).map_or_else(String::new, |value| self.as_text(key, value.get_ref()))
    }

    pub fn optional_text(&mut self, key: &str) -> Option<String> {
        self.value(key).map(|value| self.as_text(key, value.get_ref()))
    }

    fn as_text(&self, key: &str, value: &DeValue) -> String {
        match value.as_str() {
            Some(text) if text.trim().is_empty() => self.problem(key, Fault::EmptyText { key: key.to_owned() }),
            Some(text) if text.contains(is_no_character) => {
                self.problem(key, Fault::ControlCharacter { key: key.to_owned() });
            }
            Some(text) => return text.trim().to_owned(),
            None => self.wrong_type(key, "text"),
        }
        String::new()
    }

    pub fn texts(&mut self, key: &str) -> Vec<String> {
        self.required(key);
        self.optional_texts(key)
    }

    /// A list of texts; none where the key is left out.
    pub fn optional_texts(&mut self, key: &str) -> Vec<String> {
        let Some(value) = self.value(key) else { return Vec::new() };
        match value.get_ref().as_array() {
            Some(items) => items.iter().map(|item| self.as_text(key, item.get_ref())).collect(),
            None => {
                self.wrong_type(key, "a list of texts");
                Vec::new()
            }
        }
    }

    /// A list of words, of which some may be empty.
    pub fn words(&mut self, key: &str) -> Vec<String> {
        let Some(value) = self.required(key) else { return Vec::new() };
        let items = value.get_ref().as_array();
        let words = items.map(|items| items.iter().map(|item| item.get_ref().as_str().map(str::to_owned)).collect());
        words.flatten().unwrap_or_else(|| {
            self.wrong_type(key, "a list of texts");
            Vec::new()
        })
    }

    /// A word that may be empty.
    pub fn word_or_empty(&mut self, key: &str) -> String {
        let Some(value) = self.required(key) else { return String::new() };
        value.get_ref().as_str().map(str::to_owned).unwrap_or_else(|| {
            self.wrong_type(key, "text");
            String::new()
        })
    }

    /// A name for references: lowercase letters, digits and hyphens.
    pub fn id(&mut self, key: &str) -> String {
        let id = self.text(key);
        if !id.is_empty() && !is_name(&id) {
            self.problem(key, Fault::BadId { id: id.clone() });
        }
        id
    }

    pub fn bilingual(&mut self, key: &str) -> Bilingual {
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

    /// Text in both languages that may be left out altogether; one language alone is a problem.
    pub fn optional_bilingual(&mut self, key: &str) -> Option<Bilingual> {
        self.value(key).is_some().then(|| self.bilingual(key))
    }

    pub fn flag(&mut self, key: &str) -> bool {
        let Some(value) = self.value(key) else { return false };
        value.get_ref().as_bool().unwrap_or_else(|| {
            self.wrong_type(key, "true or false");
            false
        })
    }

    pub fn integer(&mut self, key: &str) -> Option<u32> {
        self.required(key)?;
        self.optional_integer(key)
    }

    pub fn optional_integer(&mut self, key: &str) -> Option<u32> {
        let value = self.value(key)?;
        let number = value.get_ref().as_integer().and_then(|integer| integer.as_str().parse().ok());
        if number.is_none() {
            self.wrong_type(key, "a whole number");
        }
        number
    }

    /// Two whole numbers, the lower one first; may be left out.
    pub fn optional_range(&mut self, key: &str) -> Option<(u32, u32)> {
        let value = self.value(key)?;
        let number = |item: &Spanned<DeValue>| item.get_ref().as_integer()?.as_str().parse::<u32>().ok();
        let numbers = value.get_ref().as_array().map(|items| items.iter().map(number).collect::<Vec<_>>());
        match numbers.as_deref() {
            Some([Some(low), Some(high)]) if low <= high => Some((*low, *high)),
            _ => {
                self.wrong_type(key, "two whole numbers, the lower one first");
                None
            }
        }
    }

    /// A number written as text, so that no binary fraction comes near it.
    pub fn decimal(&mut self, key: &str) -> Exact {
        let text = self.text(key);
        Exact::parse(&text).unwrap_or_else(|| {
            if !text.is_empty() {
                self.problem(key, Fault::NotADecimal { key: key.to_owned(), found: text });
            }
            Exact::one()
        })
    }

    pub fn word<T>(&mut self, key: &str, from: impl Fn(&str) -> Option<T>, known: &[&str]) -> Option<T> {
        let found = self.text(key);
        let word = from(&found);
        if word.is_none() && !found.is_empty() {
            self.problem(key, Fault::UnknownWord { key: key.to_owned(), found, known: known.join(", ") });
        }
        word
    }

    /// A list of words, each one of a fixed few; none where the key is left out.
    pub fn optional_words<T>(&mut self, key: &str, from: impl Fn(&str) -> Option<T>, known: &[&str]) -> Vec<T> {
        let mut words = Vec::new();
        for found in self.optional_texts(key) {
            match from(&found) {
                Some(word) => words.push(word),
                None => self.problem(key, Fault::UnknownWord { key: key.to_owned(), found, known: known.join(", ") }),
            }
        }
        words
    }

    /// The `[[source]]` tables: what the rest of the document may name as its sources.
    pub fn sources(&mut self, places: &mut Places) -> Vec<Source> {
        self.each("source", |table| {
            let id = table.id("id");
            places.name("source", &id, table);
            Source {
                id: SourceId(id),
                mark: table.word("mark", Mark::from_id, &Mark::ALL.map(Mark::id)).unwrap_or(Mark::Unverified),
                text: table.bilingual("text"),
            }
        })
    }

    pub fn source(&mut self, places: &mut Places) -> SourceId {
        self.source_at("source", places)
    }

    pub fn source_at(&mut self, key: &str, places: &mut Places) -> SourceId {
        let id = self.text(key);
        places.reference("source", &id, self);
        SourceId(id)
    }

    pub fn one(&mut self, key: &str, walk: impl FnOnce(&mut Table<'a>)) {
        if self.required(key).is_some() {
            self.one_if_there(key, walk);
        }
    }

    pub fn one_if_there(&mut self, key: &str, walk: impl FnOnce(&mut Table<'a>)) {
        let Some(value) = self.value(key) else { return };
        match value.get_ref().as_table() {
            Some(table) => self.step_into(value, table, walk),
            None => self.wrong_type(key, "a table"),
        }
    }

    pub fn each<T>(&mut self, key: &str, walk: impl FnMut(&mut Table<'a>) -> T) -> Vec<T> {
        self.required(key);
        self.each_if_there(key, walk)
    }

    /// A list of tables; none where the key is left out.
    pub fn each_if_there<T>(&mut self, key: &str, mut walk: impl FnMut(&mut Table<'a>) -> T) -> Vec<T> {
        let Some(value) = self.value(key) else { return Vec::new() };
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
        let unknown = self.table.keys().map(Spanned::get_ref).filter(|key| !self.known.contains(&***key));
        for key in unknown {
            self.problem(key, Fault::UnknownKey { key: key.to_string() });
        }
    }
}

/// Control characters but for the line's end and the tabulator, and what Unicode says is no character.
fn is_no_character(found: char) -> bool {
    (found.is_control() && !matches!(found, '\n' | '\t')) || matches!(found, '\u{fffe}' | '\u{ffff}')
}
