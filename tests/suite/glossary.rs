//! The glossary: it is sound, and its terms are found where they stand.

use factory_checkup::glossary::Glossary;
use factory_checkup::language::Language;

fn check(text: &str, language: Language, expected: &[&str]) {
    let found: Vec<&str> =
        Glossary::shipped().terms_in(text, language).into_iter().map(|term| term.id.as_str()).collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn terms_are_found_where_they_stand_and_each_once() {
    check("工单由MES下发，MES里能看到进度。", Language::Chinese, &["mes"]);
    check("The MES sends work orders.", Language::English, &["mes"]);
    check("Nothing to explain here.", Language::English, &[]);
}

#[test]
fn of_forms_that_overlap_the_longest_counts_and_latin_forms_are_whole_words() {
    check("画面来自SCADA。", Language::Chinese, &["scada"]);
    check("two themes", Language::English, &[]);
}

#[test]
fn no_two_terms_share_a_form_and_every_meaning_fits_a_phone() {
    let terms = &Glossary::shipped().terms;
    for language in Language::ALL {
        let mut forms: Vec<&str> = terms.iter().flat_map(|term| term.forms(language)).collect();
        let count = forms.len();
        forms.sort_unstable();
        forms.dedup();
        assert_eq!(forms.len(), count, "{language:?}");
    }
    for term in terms {
        assert!(term.meaning.zh.chars().count() <= 80, "{}", term.id);
        assert!(term.meaning.en.chars().count() <= 220, "{}", term.id);
    }
}
