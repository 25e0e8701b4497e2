//! Wording: every sentence the program itself says, in both languages.
//!
//! A sentence is a method of [`Language`], written once with both languages side by side, so that a missing
//! translation is a compile error: `language.saved_at("14:32")`. The sections below follow the places where the
//! sentences appear; what several places say stands in `terms`.

use crate::language::Language;

mod benchmark;
mod charts;
mod commands;
mod faults;
mod narrative;
mod ordering;
mod questionnaires;
mod report;
mod results;
mod screens;
mod tables;
mod terms;
mod tiers;
mod troubles;
mod verifying;
mod workbook;
mod yardsticks;

pub(crate) use troubles::shortened;

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
            $($crate::wording::words! { @one $(#[$doc])* $name [$($($argument: $kind),+)?] $zh, $en })*
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
