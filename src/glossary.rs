//! The glossary: terms that a plant manager may not know, what they mean, and where they stand in a text.

use std::sync::OnceLock;

use crate::content;
use crate::document::{self, Places, Problem, Table};
use crate::language::{Bilingual, Language};

#[derive(Clone, Debug, PartialEq)]
pub struct Glossary {
    pub terms: Vec<Term>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Term {
    pub id: String,
    /// As it stands in texts.
    pub name: Bilingual,
    /// Other forms of it in Chinese and in English texts.
    pub also: [Vec<String>; 2],
    pub meaning: Bilingual,
}

const FILE: &str = "glossary.toml";

impl Glossary {
    /// The glossary that comes with the product. That it is sound is held by a test.
    pub fn shipped() -> &'static Glossary {
        static SHIPPED: OnceLock<Glossary> = OnceLock::new();
        SHIPPED.get_or_init(|| {
            let text = content::file(FILE).expect("the glossary is shipped");
            Glossary::read(FILE, text).unwrap_or_else(|problems| panic!("the glossary has faults: {problems:#?}"))
        })
    }

    /// Reads a glossary. On failure, every problem in it.
    pub fn read(name: &str, text: &str) -> Result<Glossary, Vec<Problem>> {
        document::read(name, text, |root, places| Glossary { terms: root.each("term", |table| term(table, places)) })
    }

    /// The terms that stand in a text, in the order in which they first do: of forms that overlap the longest counts.
    /// Latin forms are found as whole words, in English whatever their case.
    pub fn terms_in(&self, text: &str, language: Language) -> Vec<&Term> {
        let mut found: Vec<&Term> = Vec::new();
        let mut place = 0;
        while place < text.len() {
            match self.longest_at(text, place, language) {
                Some((term, length)) => {
                    if !found.iter().any(|other| other.id == term.id) {
                        found.push(term);
                    }
                    place += length;
                }
                None => place += text[place..].chars().next().map_or(1, char::len_utf8),
            }
        }
        found
    }

    /// The term with the longest form that begins at a byte of the text, and the form's length in bytes.
    fn longest_at(&self, text: &str, place: usize, language: Language) -> Option<(&Term, usize)> {
        let found = self.terms.iter().filter_map(|term| {
            let forms = term.forms(language).filter(|form| stands_at(text, place, form, language));
            Some((term, forms.map(str::len).max()?))
        });
        found.max_by_key(|(_, length)| *length)
    }
}

impl Term {
    pub fn forms(&self, language: Language) -> impl Iterator<Item = &str> {
        let also = match language {
            Language::Chinese => &self.also[0],
            Language::English => &self.also[1],
        };
        [self.name.get(language)].into_iter().chain(also.iter().map(String::as_str))
    }
}

fn stands_at(text: &str, place: usize, form: &str, language: Language) -> bool {
    let Some(found) = text.get(place..place + form.len()) else { return false };
    let same = match language {
        Language::Chinese => found == form,
        Language::English => found.eq_ignore_ascii_case(form),
    };
    let in_a_word = |letter: Option<char>| letter.is_some_and(|letter| letter.is_ascii_alphanumeric());
    let (first, last) = (form.chars().next(), form.chars().next_back());
    same && !(in_a_word(first) && in_a_word(text[..place].chars().next_back()))
        && !(in_a_word(last) && in_a_word(text[place + form.len()..].chars().next()))
}

fn term(table: &mut Table, places: &mut Places) -> Term {
    let id = table.id("id");
    places.name("term", &id, table);
    let mut also = [Vec::new(), Vec::new()];
    let name = Bilingual { zh: table.text("zh"), en: table.text("en") };
    table.one_if_there("also", |forms| also = ["zh", "en"].map(|language| forms.optional_texts(language)));
    Term { id, name, also, meaning: table.bilingual("meaning") }
}
