//! The two languages, and texts that exist in both.
//!
//! What the program itself says stands in [`crate::wording`]; what a questionnaire or a seed says is [`Bilingual`]
//! data.

/// A language the product speaks. Chinese is the first and the default.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Language {
    #[default]
    Chinese,
    English,
}

impl Language {
    pub const ALL: [Language; 2] = [Language::Chinese, Language::English];

    /// The BCP 47 tag, as in `<html lang>` and a PDF's `/Lang`.
    pub fn tag(self) -> &'static str {
        match self {
            Language::Chinese => "zh-CN",
            Language::English => "en-GB",
        }
    }

    /// Of two things in the order of [`Language::ALL`], the one in this language.
    pub fn of<T>(self, both: &[T; 2]) -> &T {
        &both[self as usize]
    }

    /// The language of a tag such as `zh`, `zh-CN`, `en` or `en-US`; `None` for any other.
    pub fn from_tag(tag: &str) -> Option<Language> {
        match tag.split('-').next() {
            Some("zh") => Some(Language::Chinese),
            Some("en") => Some(Language::English),
            _ => None,
        }
    }
}

/// One text in both languages, as a questionnaire or a seed carries it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Bilingual {
    pub zh: String,
    pub en: String,
}

impl Bilingual {
    pub fn get(&self, language: Language) -> &str {
        match language {
            Language::Chinese => &self.zh,
            Language::English => &self.en,
        }
    }
}
