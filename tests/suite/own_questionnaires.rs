//! Own questionnaires: read once, carried by exports, never taken for a shipped one, never mixed with another.

use std::collections::BTreeMap;

use factory_checkup::assessment::{Answer, Assessment, AssessmentId};
use factory_checkup::checks;
use factory_checkup::document::{Fault, Place, Problem};
use factory_checkup::exchange::{self, Opened, ReadError, Remark};
use factory_checkup::portfolio::{self, Portfolio};
use factory_checkup::questionnaire::own::{Files, LIMIT};
use factory_checkup::questionnaire::{Questionnaire, Rating};
use factory_checkup::scoring;
use factory_checkup::tiers::{Lacking, Tiers, evaluate};
use time::macros::datetime;

use crate::scenario::Scenario;

/// The current edition under a name of its own, as somebody would start from it.
fn files(id: &str) -> Files {
    let mut questionnaire = Questionnaire::edition("smart-factory", "2026.1").unwrap().clone();
    questionnaire.id = id.into();
    questionnaire.to_files().into_iter().collect()
}

fn own(id: &str) -> &'static Questionnaire {
    Questionnaire::own(&files(id)).unwrap()
}

/// A plant that meets all of a questionnaire.
fn answered(questionnaire: &'static Questionnaire, id: &str, firm: &str) -> Assessment {
    let variant = questionnaire.variants[0].id.clone();
    let mut assessment =
        Assessment::new(AssessmentId(id.into()), questionnaire, variant, datetime!(2026-11-23 14:32:05 +8));
    assessment.site.firm = firm.into();
    for requirement in questionnaire.requirements() {
        assessment.answer(&requirement.id, Some(Answer::Rated(Rating::Met)));
    }
    assessment
}

fn export(questionnaire: &Questionnaire, assessment: &Assessment) -> String {
    exchange::write(assessment, questionnaire, &scoring::score(questionnaire, assessment))
}

fn read(text: &str) -> Result<Opened, ReadError> {
    exchange::read(text.as_bytes())
}

#[test]
fn it_is_read_once_and_known_by_its_hash() {
    let one = own("own-once");
    assert!(std::ptr::eq(one, own("own-once")));
    assert_eq!(one.own_files(), Some(&files("own-once")));
    assert!(std::ptr::eq(one, Questionnaire::own_by_hash(&one.hash).unwrap()));
    assert_eq!(Questionnaire::current().own_files(), None);
}

#[test]
fn it_must_not_go_by_a_shipped_ones_id_nor_be_larger_than_an_export_can_carry() {
    let problems = Questionnaire::own(&files("smart-factory")).unwrap_err();
    let fault = Fault::TakenId { id: "smart-factory".into() };
    assert_eq!(problems, [Problem { file: "model.toml".into(), place: Some(Place::Line(1)), fault }]);
    let mut large = files("own-large");
    large.insert("notes.toml".into(), "#".repeat(LIMIT));
    let problems = Questionnaire::own(&large).unwrap_err();
    assert!(matches!(problems[0].fault, Fault::TooLarge { size, limit: LIMIT } if size > LIMIT));
}

#[test]
fn an_export_carries_it_and_is_scored_by_it() {
    let questionnaire = own("own-carried");
    let assessment = answered(questionnaire, "a", "甲厂");
    let text = export(questionnaire, &assessment);
    let opened = read(&text).unwrap();
    assert!(std::ptr::eq(opened.questionnaire, questionnaire));
    assert_eq!(opened.assessment, assessment);
    assert_eq!((opened.difference, &opened.remarks[..]), (None, &[][..]));
    assert_eq!(export(questionnaire, &opened.assessment), text, "written again it is the same");
    let shipped = Scenario::discrete();
    assert!(!export(shipped.questionnaire, &shipped.assessment).contains("\"files\""));
}

#[test]
fn what_a_file_carries_must_be_what_it_names_and_sound() {
    let questionnaire = own("own-changed");
    let text = export(questionnaire, &answered(questionnaire, "a", "甲厂"));
    let altered = ReadError::AlteredQuestionnaire { id: "own-changed".into() };
    assert_eq!(read(&text.replacen("discrete = 46", "discrete = 45", 1)).unwrap_err(), altered);
    assert_eq!(read(&text.replacen("\"version\": \"2026.1\"", "\"version\": \"2027.1\"", 1)).unwrap_err(), altered);

    let mut faulty = files("own-faulty");
    let model = faulty["model.toml"].replace("target = 2", "target = 9");
    faulty.insert("model.toml".into(), model);
    let hash = factory_checkup::questionnaire::own::hash("own-faulty", &faulty);
    let mut json: serde_json::Value = serde_json::from_str(&text).unwrap();
    json["questionnaire"] =
        serde_json::json!({ "id": "own-faulty", "version": "2026.1", "hash": hash, "files": faulty });
    match read(&json.to_string()).unwrap_err() {
        ReadError::FaultyQuestionnaire { id, count, first } => {
            assert_eq!((id.as_str(), count), ("own-faulty", 1));
            assert_eq!((first.file.as_str(), first.place), ("model.toml", Some(Place::Line(5))));
        }
        other => panic!("{other:?}"),
    }

    let mut json: serde_json::Value = serde_json::from_str(&text).unwrap();
    json["questionnaire"].as_object_mut().unwrap().remove("files");
    assert_eq!(read(&json.to_string()).unwrap_err(), ReadError::OtherQuestionnaire { found: "own-changed".into() });
}

#[test]
fn beside_a_shipped_id_what_is_carried_counts_nothing() {
    let plant = Scenario::discrete().all(1, Rating::Met);
    let text = export(plant.questionnaire, &plant.assessment);
    let mut json: serde_json::Value = serde_json::from_str(&text).unwrap();
    json["questionnaire"]["hash"] = "another".into();
    json["questionnaire"]["files"] = serde_json::json!(files("smart-factory"));
    let opened = read(&json.to_string()).unwrap();
    assert!(std::ptr::eq(opened.questionnaire, Questionnaire::current()));
    let version = &Questionnaire::current().version;
    let remarks = [
        Remark::OtherEdition { file: version.clone(), here: version.clone() },
        Remark::UnknownFields(vec!["questionnaire.files".into()]),
    ];
    assert_eq!(opened.remarks, remarks);
}

#[test]
fn its_levels_and_ids_say_nothing_to_the_other_yardsticks() {
    let questionnaire = own("own-yardsticks");
    let assessment = answered(questionnaire, "a", "甲厂");
    let scorecard = scoring::score(questionnaire, &assessment);
    let ladders = evaluate(Tiers::shipped(), &assessment, &scorecard);
    let lacking = ladders.iter().flat_map(|ladder| &ladder.tiers).flat_map(|tier| &tier.conditions);
    let lacking: Vec<&Lacking> = lacking.filter_map(|condition| condition.lacking.as_ref()).collect();
    assert!(lacking.contains(&&Lacking::OtherQuestionnaire));
    assert!(!lacking.iter().any(|lacking| matches!(lacking, Lacking::Level(_) | Lacking::TargetBelow(_))));
    assert!(checks::asked(checks::shipped(), &assessment, &scorecard).is_empty());
}

#[test]
fn in_a_portfolio_it_stands_by_itself() {
    let (one, other) = (own("own-one"), own("own-other"));
    let mut plants = Portfolio::default();
    let mut shipped = Scenario::discrete().all(1, Rating::NotMet);
    shipped.assessment.site.firm = "甲厂".into();
    plants.add("0.json", export(shipped.questionnaire, &shipped.assessment).as_bytes());
    plants.add("1.json", export(one, &answered(one, "a", "甲厂")).as_bytes());
    plants.add("2.json", export(one, &answered(one, "b", "乙厂")).as_bytes());
    plants.add("3.json", export(other, &answered(other, "c", "乙厂")).as_bytes());
    assert_eq!(plants.rejected(), []);

    let summaries = plants.summaries();
    let firms: BTreeMap<&str, usize> =
        summaries.iter().map(|summary| (summary.questionnaire.id.as_str(), summary.firms())).collect();
    assert_eq!(firms, BTreeMap::from([("own-one", 2), ("own-other", 1), ("smart-factory", 1)]));
    assert_eq!(plants.firms(), 2, "each firm once, however many questionnaires it answered");
    assert_eq!(plants.complete_firms(), 1, "the first has open questions in one of them");
    for summary in &summaries {
        let total = if summary.questionnaire.own_files().is_some() { "2" } else { "0" };
        for mean in summary.sub_domains.iter().filter(|mean| mean.firms > 0) {
            assert_eq!(mean.total.as_ref().unwrap().floor(0), total, "{}", mean.sub_domain.id);
        }
    }

    let table = portfolio::table(&plants, factory_checkup::language::Language::Chinese);
    let heads: Vec<&str> = table.columns.iter().map(|column| column.head.as_str()).collect();
    assert!(heads.iter().any(|head| head.starts_with("智能工厂数字化诊断 数据")), "{heads:?}");
    assert_eq!(heads.len(), 18 + summaries.iter().map(|summary| summary.sub_domains.len()).sum::<usize>() + 2 + 4);
}
