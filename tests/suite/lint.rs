//! The lint of the shipped texts: what every requirement says, how it is written, and that the same thing is always
//! called the same.

use factory_checkup::content;
use factory_checkup::language::Bilingual;
use factory_checkup::questionnaire::{EvidenceKind, Questionnaire, Requirement, Wording};

fn requirements() -> Vec<&'static Requirement> {
    Questionnaire::current().requirements()
}

/// Every text of a requirement, with the key it stands under.
fn texts(requirement: &Requirement) -> Vec<(&'static str, &Bilingual)> {
    let mut texts = Vec::new();
    for Wording { text, met, largely, partly, measure } in
        [&requirement.base].into_iter().chain(requirement.variants.values())
    {
        texts.extend([("text", text), ("met", met), ("measure", measure)]);
        texts.extend(largely.as_ref().map(|text| ("largely", text)));
        texts.extend(partly.as_ref().map(|text| ("partly", text)));
    }
    texts.extend(requirement.why.as_ref().map(|text| ("why", text)));
    texts.extend(requirement.pitfall.as_ref().map(|text| ("pitfall", text)));
    texts
}

/// Everything of the product's content that people read, by file.
fn all() -> Vec<(&'static str, &'static str)> {
    let current = ["smart-factory/2026.2/", "sme-index/", "tiers/", "facts.toml", "checks.toml", "glossary.toml"];
    let shipped = content::paths().filter(|path| current.iter().any(|start| path.starts_with(start)));
    shipped.map(|path| (path, content::file(path).expect("a listed path has a text"))).collect()
}

#[test]
fn every_requirement_says_everything_in_both_languages() {
    for requirement in requirements() {
        let id = &requirement.id;
        assert!(requirement.base.largely.is_some() && requirement.base.partly.is_some(), "{id}");
        assert!(requirement.why.is_some() && requirement.pitfall.is_some(), "{id}");
        assert!(
            requirement.ask.is_some() && requirement.minutes.is_some_and(|minutes| (2..=15).contains(&minutes)),
            "{id}"
        );
        let work = &requirement.work;
        assert!(work.days.is_some() && work.weeks.is_some() && work.cost.is_some() && !work.kinds.is_empty(), "{id}");
        assert!(requirement.evidence.iter().all(|evidence| evidence.kind != EvidenceKind::Any), "{id}");
        for (key, text) in texts(requirement) {
            assert!(text.zh.ends_with('。'), "{id} {key}: {}", text.zh);
            assert!(text.en.ends_with(['.', '”']), "{id} {key}: {}", text.en);
        }
    }
}

#[test]
fn process_plants_are_asked_in_their_own_words_where_these_differ() {
    let own = requirements().iter().filter(|it| it.variants.contains_key(&"process".into())).count();
    assert!(own * 6 >= requirements().len(), "{own} of {}", requirements().len());
}

#[test]
fn no_requirement_asks_two_things() {
    for requirement in requirements() {
        for wording in [&requirement.base].into_iter().chain(requirement.variants.values()) {
            let joined = wording.text.zh.matches("并且").count() + wording.text.zh.matches("以及").count();
            assert!(joined == 0, "{}: {}", requirement.id, wording.text.zh);
            assert!(!wording.text.en.contains("and/or"), "{}: {}", requirement.id, wording.text.en);
            assert_eq!(wording.text.zh.matches('。').count(), 1, "{}: {}", requirement.id, wording.text.zh);
        }
    }
}

#[test]
fn no_two_requirements_say_the_same() {
    let all = requirements();
    for (place, one) in all.iter().enumerate() {
        for other in &all[place + 1..] {
            for (one, other) in [
                (&one.base.text, &other.base.text),
                (&one.base.met, &other.base.met),
                (&one.base.measure, &other.base.measure),
            ] {
                assert!(one.zh != other.zh && one.en != other.en, "{}", one.zh);
            }
        }
    }
}

#[test]
fn chinese_and_western_writing_keep_their_own_marks() {
    let han = |letter: char| ('\u{4e00}'..='\u{9fff}').contains(&letter);
    for requirement in requirements() {
        for (key, text) in texts(requirement) {
            let letters: Vec<char> = text.zh.chars().collect();
            for pair in letters.windows(2) {
                let half_width = matches!(pair[1], ',' | ';' | ':' | '!' | '?' | '(' | ')') && han(pair[0]);
                assert!(!half_width, "{} {key}: {}", requirement.id, text.zh);
            }
            for trio in letters.windows(3) {
                let spaced = han(trio[0]) && trio[1] == ' ' && (trio[2].is_ascii_alphanumeric() || han(trio[2]));
                assert!(!spaced, "{} {key}: {}", requirement.id, text.zh);
            }
            assert!(!text.zh.contains('"') && !text.en.contains('"'), "{} {key}", requirement.id);
            assert!(!text.en.chars().any(han), "{} {key}: {}", requirement.id, text.en);
        }
    }
}

#[test]
fn the_same_thing_is_called_the_same() {
    // Each of these words has another that is used for it throughout.
    let wrong = [
        ("数据词典", "数据字典"),
        ("设备台帐", "设备台账"),
        ("点巡检", "点检"),
        ("供货商", "供应商"),
        ("看版", "看板"),
        ("预警报", "预警"),
        ("负责人员", "责任人"),
        ("登陆", "登录"),
        ("帐号", "账号"),
    ];
    for (path, text) in all() {
        for (word, right) in wrong {
            assert!(!text.contains(word), "{path}: {word} is called {right}");
        }
        assert!(!text.contains("and/or"), "{path}");
        for unready in ["TODO", "TBD", "待补", "xxx"] {
            assert!(!text.contains(unready), "{path}: {unready}");
        }
    }
}

#[test]
fn every_estimate_and_rule_names_its_source() {
    let questionnaire = Questionnaire::current();
    let known = |id: &_| questionnaire.sources.iter().any(|source| source.id == *id);
    assert!(questionnaire.costs.iter().all(|cost| known(&cost.source)));
    assert!(questionnaire.instruments.iter().all(|instrument| known(&instrument.source)));
    assert!(questionnaire.rules.iter().all(|rule| known(&rule.source)));
    for source in &questionnaire.sources {
        assert!(!source.text.zh.is_empty() && !source.text.en.is_empty());
    }
}
