//! The published JSON Schema: it takes whatever the reader takes, and refuses what it can know to be wrong.

use std::fs;
use std::path::Path;

use factory_checkup::content;
use factory_checkup::questionnaire::Questionnaire;
use jsonschema::Validator;
use proptest::prelude::*;
use serde_json::Value;

use crate::guide::example;
use crate::random_questionnaire;
use crate::writing::editions;

fn schema() -> Validator {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("questionnaires/schema.json");
    let schema: Value = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    jsonschema::draft202012::meta::validate(&schema).expect("it is a schema itself");
    jsonschema::validator_for(&schema).unwrap()
}

/// The first error, with where it is; `None` where the text is as the schema wants it.
fn error(schema: &Validator, text: &str) -> Option<String> {
    let json: Value = toml::from_str(text).unwrap();
    schema.iter_errors(&json).next().map(|error| format!("{}: {error}", error.instance_path()))
}

#[test]
fn every_shipped_file_is_as_the_schema_wants_it() {
    let schema = schema();
    let folders: Vec<&str> = content::paths().filter_map(|path| path.strip_suffix("/model.toml")).collect();
    for folder in folders {
        for (name, text) in content::folder(folder) {
            assert_eq!(error(&schema, text), None, "{folder}/{name}");
        }
    }
    for edition in editions() {
        assert_eq!(error(&schema, &edition.to_file()), None);
    }
    assert_eq!(error(&schema, &example()), None);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn so_is_every_sound_one(questionnaire in random_questionnaire::small()) {
        let schema = schema();
        prop_assert_eq!(error(&schema, &questionnaire.to_file()), None);
        for (name, text) in questionnaire.to_files() {
            prop_assert_eq!((&name, error(&schema, &text)), (&name, None));
        }
    }
}

#[test]
fn the_schema_and_the_reader_agree_on_what_is_wrong() {
    let schema = schema();
    let check = |from: &str, to: &str, sound: bool| {
        let text = example();
        assert!(text.contains(from), "{from} is in the example");
        let text = text.replacen(from, to, 1);
        let read = Questionnaire::read(&[("example.toml", &text)]);
        assert_eq!(read.is_ok(), sound, "{to}: {read:?}");
        assert_eq!(error(&schema, &text).is_none(), sound, "{to}: {:?}", error(&schema, &text));
    };
    check("effort = \"small\"", "efort = \"small\"", false);
    check("effort = \"small\"", "effort = \"tiny\"", false);
    check("effort = \"small\"", "effort = \"small\"\nminutes = \"5\"", false);
    check("effort = \"small\"", "effort = \"small\"\nminutes = 5\ndays = [1, 3]\nkinds = [\"people\"]", true);
    check("effort = \"small\"", "effort = \"small\"\ndays = [1]", false);
    check("effort = \"small\"", "effort = \"small\"\nkinds = [\"magic\"]", false);
    check(", en = \"Order\"", "", false);
    check("target = 2", "target = 6", false);
    check("ratio = \"0.8\"", "ratio = 0.8", false);
    check("id = \"order.places\"", "id = \"Order places\"", false);
    check("mark = \"our-rule\"", "mark = \"official\"", false);
    check("evidence = [\"定置图\", \"现场\"]", "evidence = []", false);
    check("title = {", "titel = {", false);
    for (key, limit) in [("text", 60), ("met", 80), ("measure", 90), ("why", 80), ("pitfall", 80), ("largely", 80)] {
        for (length, sound) in [(limit, true), (limit + 1, false)] {
            let long = format!("{key} = \"{}\"", "长".repeat(length));
            match key {
                "text" => check("text = \"工具和物料有固定位置。\"", &long, sound),
                "met" => check("met = \"随机看三个工位，工具和物料都在标明的位置上。\"", &long, sound),
                "measure" => check("measure = \"逐个工位画线、贴标签，定下位置。\"", &long, sound),
                _ => {
                    let text = example().replacen(
                        "[sub_domain.requirement.zh]",
                        &format!("[sub_domain.requirement.zh]\n{long}"),
                        1,
                    );
                    let text = text.replacen(
                        "[sub_domain.requirement.en]",
                        &format!("[sub_domain.requirement.en]\n{key} = \"x\""),
                        1,
                    );
                    assert_eq!(Questionnaire::read(&[("example.toml", &text)]).is_ok(), sound, "{key}");
                    assert_eq!(error(&schema, &text).is_none(), sound, "{key}");
                }
            }
        }
    }
}
