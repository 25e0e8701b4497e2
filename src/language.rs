//! The two languages, and every sentence the program itself says.
//!
//! A sentence is a method of [`Language`], written once with both languages side by side, so that a missing
//! translation is a compile error: `language.saved_at("14:32")`. The sections below follow the places
//! where the sentences appear. Texts of a questionnaire are not here: they are [`Bilingual`] data.

mod charts;
mod report;
mod results;
mod screens;
mod terms;
mod troubles;

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
    pub fn new(zh: impl Into<String>, en: impl Into<String>) -> Bilingual {
        Bilingual { zh: zh.into(), en: en.into() }
    }

    pub fn get(&self, language: Language) -> &str {
        match language {
            Language::Chinese => &self.zh,
            Language::English => &self.en,
        }
    }
}

/// Declares sentences, each with its name, its arguments if any, and its text in Chinese and English:
///
/// ```text
/// words! {
///     save: "保存", "Save";
///     saved_at(time: &str): "已于 {time} 保存在本机", "Saved at {time} on this device";
/// }
/// ```
macro_rules! words {
    ($($(#[$doc:meta])* $name:ident $(($($argument:ident: $kind:ty),+ $(,)?))? : $zh:literal, $en:literal;)*) => {
        impl $crate::language::Language {
            $($crate::language::words! { @one $(#[$doc])* $name [$($($argument: $kind),+)?] $zh, $en })*
        }
    };
    (@one $(#[$doc:meta])* $name:ident [] $zh:literal, $en:literal) => {
        $(#[$doc])*
        pub fn $name(self) -> &'static str {
            match self {
                $crate::language::Language::Chinese => $zh,
                $crate::language::Language::English => $en,
            }
        }
    };
    (@one $(#[$doc:meta])* $name:ident [$($argument:ident: $kind:ty),+] $zh:literal, $en:literal) => {
        $(#[$doc])*
        pub fn $name(self, $($argument: $kind),+) -> String {
            match self {
                $crate::language::Language::Chinese => format!($zh),
                $crate::language::Language::English => format!($en),
            }
        }
    };
}
pub(crate) use words;
