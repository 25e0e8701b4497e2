//! What is asked: the shipped questionnaire is sound, and a broken one says everything that is wrong with it.

use std::collections::BTreeSet;

use factory_checkup::content;
use factory_checkup::document::{Fault, Place};
use factory_checkup::provenance::Mark;
use factory_checkup::questionnaire::{Level, Questionnaire};

#[test]
fn the_smart_factory_questionnaire_asks_two_to_four_things_in_each_sub_domain_and_level() {
    assert_eq!(Questionnaire::current().sub_domains().len(), 20);
    let levels: Vec<Level> = (1..=5).filter_map(Level::new).collect();
    assert_eq!(Questionnaire::current().asked_levels(), levels);
    for dimension in Questionnaire::current().sub_domains() {
        let highest = match dimension.id.as_str() {
            "strategy" => 3,
            "skills" | "integration" | "security" | "network" => 4,
            _ => 5,
        };
        for level in &levels {
            let asked = dimension.requirements.iter().filter(|requirement| requirement.level == *level).count();
            let expected = if usize::from(level.number()) <= highest { 2..=4 } else { 0..=0 };
            assert!(expected.contains(&asked), "{} asks {asked} things at {level}", dimension.id);
        }
    }
}

#[test]
fn every_edition_is_sound_and_its_folder_is_named_as_its_model_says() {
    let folders: BTreeSet<&str> = content::paths().filter_map(|path| path.strip_suffix("/model.toml")).collect();
    assert!(!folders.is_empty());
    for folder in folders {
        let (id, version) = folder.split_once('/').expect("an edition lies in its questionnaire's folder");
        let edition = Questionnaire::edition(id, version).unwrap_or_else(|| panic!("{folder} is an edition"));
        assert_eq!((edition.id.as_str(), edition.version.as_str()), (id, version), "{folder}");
        assert!(Questionnaire::editions(id).contains(&version));
    }
}

#[test]
fn the_current_edition_is_the_newest_and_what_is_not_shipped_is_none() {
    let current = Questionnaire::current();
    let editions = Questionnaire::editions(&current.id);
    assert_eq!(editions.last(), Some(&current.version.as_str()));
    let numbers = |version: &&str| version.split('.').map(|part| part.parse().unwrap()).collect::<Vec<u32>>();
    assert!(editions.is_sorted_by_key(numbers), "{editions:?}");
    assert!(std::ptr::eq(current, Questionnaire::edition(&current.id, &current.version).unwrap()), "it is read once");
    assert!(Questionnaire::edition(&current.id, "1999.1").is_none());
    assert!(Questionnaire::edition("bakery", &current.version).is_none());
    assert!(Questionnaire::newest("bakery").is_none() && Questionnaire::editions("bakery").is_empty());
}

#[test]
fn no_two_requirements_ask_the_same() {
    let requirements = Questionnaire::current().requirements();
    for (place, one) in requirements.iter().enumerate() {
        for other in &requirements[place + 1..] {
            assert_ne!(one.base.text.zh, other.base.text.zh, "{} and {}", one.id, other.id);
            assert_ne!(one.base.met.zh, other.base.met.zh, "{} and {}", one.id, other.id);
            assert_ne!(one.base.text.en, other.base.text.en, "{} and {}", one.id, other.id);
        }
    }
}

#[test]
fn every_weight_and_rule_names_what_it_rests_on_and_nothing_unread_is_called_read() {
    for dimension in Questionnaire::current().dimensions() {
        let source = Questionnaire::current().source(&dimension.weights_source);
        assert_ne!(source.mark, Mark::Read, "no weight was read in the standard itself: {}", dimension.id);
    }
    for rule in &Questionnaire::current().rules {
        assert!(!Questionnaire::current().source(&rule.source).text.zh.is_empty());
    }
}

/// A small sound questionnaire: one file for the model, one for its only sub-domain.
const MODEL: &str = r#"
id = "tiny"
version = "1"
title = { zh = "小", en = "Tiny" }
model = { zh = "无", en = "None" }
target = 1
structure_source = "ours"
gate = { ratio = "0.8", source = "ours" }
variant = [{ id = "any", name = { zh = "任意", en = "Any" }, meaning = { zh = "任意", en = "Any" } }]
level = [{ number = 1, name = { zh = "一", en = "One" }, meaning = { zh = "一", en = "One" }, source = "ours" }]
rating = [
    { id = "met", name = { zh = "满足", en = "Met" }, meaning = { zh = "是", en = "Yes" }, points = "1", source = "ours" },
    { id = "largely-met", name = { zh = "大部分", en = "Largely" }, meaning = { zh = "多", en = "Most" }, points = "0.8", source = "ours" },
    { id = "partly-met", name = { zh = "部分", en = "Partly" }, meaning = { zh = "些", en = "Some" }, points = "0.5", source = "ours" },
    { id = "not-met", name = { zh = "不满足", en = "Not met" }, meaning = { zh = "否", en = "No" }, points = "0", source = "ours" },
]
effort = [
    { id = "small", name = { zh = "小", en = "Small" }, meaning = { zh = "日", en = "Days" }, weight = "1", source = "ours" },
    { id = "medium", name = { zh = "中", en = "Medium" }, meaning = { zh = "周", en = "Weeks" }, weight = "3", source = "ours" },
    { id = "large", name = { zh = "大", en = "Large" }, meaning = { zh = "月", en = "Months" }, weight = "8", source = "ours" },
]
rule = [{ title = { zh = "评分", en = "Rating" }, text = { zh = "平均", en = "Mean" }, source = "ours" }]
source = [{ id = "ours", mark = "our-rule", text = { zh = "自定", en = "Ours" } }]
dimension = [{ id = "order", name = { zh = "秩序", en = "Order" }, weight = { any = 100 }, source = "ours" }]
"#;

const SUB_DOMAIN: &str = r#"
dimension = "order"
source = "ours"
about = { zh = "现场秩序。", en = "Order on the floor." }

[[requirement]]
id = "order.clean"
level = 1
effort = "small"
zh = { text = "地面干净。", met = "看不到油污。", evidence = ["现场"], measure = "打扫。" }
en = { text = "The floor is clean.", met = "No oil is to be seen.", evidence = ["The floor"], measure = "Sweep it." }
"#;

/// Reads the small questionnaire after a replacement in one of its files, and lists its faults with file and line.
fn faults(from: &str, to: &str) -> Vec<(String, Option<Place>, Fault)> {
    assert!(MODEL.contains(from) || SUB_DOMAIN.contains(from), "{from} is in the sample");
    let (model, sub_domain) = (MODEL.replace(from, to), SUB_DOMAIN.replace(from, to));
    match Questionnaire::read(&[("order.toml", &sub_domain), ("model.toml", &model)]) {
        Ok(_) => Vec::new(),
        Err(problems) => problems.into_iter().map(|one| (one.file, one.place, one.fault)).collect(),
    }
}

fn check(from: &str, to: &str, file: &str, line: usize, fault: Fault) {
    assert_eq!(faults(from, to), [(file.to_owned(), Some(Place::Line(line)), fault)]);
}

#[test]
fn the_small_questionnaire_is_sound() {
    assert_eq!(faults("order", "order"), []);
}

#[test]
fn weights_that_do_not_sum_are_named() {
    let fault = Fault::WeightsDoNotSum { parent: "tiny".into(), variant: "any".into(), sum: 90 };
    check("any = 100", "any = 90", "model.toml", 24, fault);
}

#[test]
fn a_missing_language_is_named_with_its_line() {
    let fault = Fault::MissingLanguage { key: "about".into(), language: "en" };
    check(r#", en = "Order on the floor.""#, "", "order.toml", 4, fault);
}

#[test]
fn an_unknown_level_is_named() {
    check("level = 1\neffort", "level = 7\neffort", "order.toml", 8, Fault::UnknownLevel { found: "7".into() });
    check("level = 1\neffort", "level = 2\neffort", "order.toml", 6, Fault::UnknownLevel { found: "2".into() });
}

#[test]
fn a_repeated_id_is_named_with_both_places() {
    let second = SUB_DOMAIN[SUB_DOMAIN.find("[[requirement]]").unwrap()..].to_owned();
    let fault = Fault::Duplicate { kind: "requirement", name: "order.clean".into(), first: "order.toml:6".into() };
    let problems = Questionnaire::read(&[("model.toml", MODEL), ("order.toml", &format!("{SUB_DOMAIN}\n{second}"))]);
    assert_eq!(problems.unwrap_err().remove(0).fault, fault);
}

#[test]
fn an_empty_sub_domain_is_named() {
    let problems = Questionnaire::read(&[("model.toml", MODEL)]).unwrap_err();
    assert_eq!(problems[0].fault, Fault::EmptySubDomain { dimension: "order".into() });
}

#[test]
fn a_misspelt_key_is_named() {
    let fault = Fault::UnknownKey { key: "efort".into() };
    let missing = Fault::MissingKey { key: "effort".into() };
    let found = faults(r#"effort = "small""#, r#"efort = "small""#);
    assert_eq!(
        found,
        [("order.toml".into(), Some(Place::Line(6)), missing), ("order.toml".into(), Some(Place::Line(9)), fault)]
    );
}

#[test]
fn a_file_that_is_no_toml_does_not_hide_the_faults_of_the_others() {
    let found = faults("about = {", "about = ");
    assert!(
        matches!(&found[..], [.., (file, Some(Place::Line(4)), Fault::Syntax { .. })] if file == "order.toml"),
        "{found:?}"
    );
    let both = Questionnaire::read(&[
        ("model.toml", &MODEL.replace("id = \"tiny\"", "id = ")),
        ("order.toml", &SUB_DOMAIN.replace("effort = \"small\"", "effort = \"tiny\"")),
    ]);
    let files: Vec<String> = both.unwrap_err().into_iter().map(|problem| problem.file).collect();
    assert!(files.contains(&"model.toml".into()) && files.contains(&"order.toml".into()), "{files:?}");
}

#[test]
fn all_faults_are_named_at_once() {
    let sub_domain = SUB_DOMAIN
        .replace(r#"effort = "small""#, r#"effort = "tiny""#)
        .replace("level = 1", "level = 9")
        .replace(r#"source = "ours""#, r#"source = "theirs""#);
    let problems =
        Questionnaire::read(&[("model.toml", &MODEL.replace("any = 100", "any = 10")), ("order.toml", &sub_domain)])
            .unwrap_err();
    assert_eq!(problems.len(), 4, "{problems:#?}");
}

#[test]
fn nonsense_never_panics() {
    for text in ["", "\u{0}", "[[[", "id = 1\nid = 2", "dimension = 3", "requirement = 1", "= = =", "🙂 = \"x\""] {
        assert!(Questionnaire::read(&[("model.toml", text), ("order.toml", text)]).is_err());
        assert!(Questionnaire::read(&[("order.toml", text)]).is_err());
    }
}
