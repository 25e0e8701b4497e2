//! What a saved file is called: a name that Windows, macOS and Linux all take.

use time::macros::format_description;

use crate::assessment::Assessment;
use crate::questionnaire::Questionnaire;

/// The name of an assessment's export: the firm and the day of the last change, `某某公司-2026-11-23.json`.
pub fn file_name(assessment: &Assessment) -> String {
    format!("{}.json", file_stem(assessment))
}

/// The same without an ending, for the other files made from an assessment.
pub fn file_stem(assessment: &Assessment) -> String {
    let day = assessment.changed.format(format_description!("[year]-[month]-[day]")).expect("every time has a day");
    let firm = cleaned(&assessment.site.firm);
    let firm = if firm.is_empty() { "工厂体检" } else { &firm };
    // With the day behind it, the name is none that Windows reserves, such as `CON`, and ends in no dot.
    format!("{firm}-{day}")
}

/// The name of an own questionnaire's file, without an ending: `five-s-2`.
pub fn questionnaire_stem(questionnaire: &Questionnaire) -> String {
    cleaned(&format!("{}-{}", questionnaire.id, questionnaire.version))
}

/// In characters; four bytes each still leave room for the day within the 255 bytes of a file name.
const LONGEST: usize = 50;

/// Without what file systems refuse and what turns the direction of writing around or cannot be seen.
fn cleaned(firm: &str) -> String {
    let kept = |character: char| {
        let refused = matches!(character, '<' | '>' | ':' | '"' | '/' | '\\' | '|' | '?' | '*');
        let unseen = matches!(character,
            '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}');
        if refused || unseen || character.is_control() { ' ' } else { character }
    };
    let firm: String = firm.chars().map(kept).collect();
    let firm: String = firm.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(LONGEST).collect();
    firm.trim_matches([' ', '.']).to_owned()
}
