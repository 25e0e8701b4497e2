//! Questionnaires written as TOML: what is read again is what was written, as a folder and as a single file.

use factory_checkup::content;
use factory_checkup::document::{Fault, Place, Problem};
use factory_checkup::questionnaire::Questionnaire;
use proptest::prelude::*;

use crate::random_questionnaire;

/// Every shipped edition.
pub fn editions() -> Vec<&'static Questionnaire> {
    let folders = content::paths().filter_map(|path| path.strip_suffix("/model.toml")?.split_once('/'));
    folders.map(|(id, version)| Questionnaire::edition(id, version).unwrap()).collect()
}

/// Reads files; faults are the test's failure.
pub fn read(files: &[(String, String)]) -> Questionnaire {
    let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    Questionnaire::read(&files).unwrap_or_else(|problems| panic!("{problems:#?}"))
}

/// Holds two questionnaires to be equal but for their hashes.
pub fn same(one: &Questionnaire, other: &Questionnaire) {
    let mut other = other.clone();
    other.hash.clone_from(&one.hash);
    if *one == other {
        return;
    }
    for (one, other) in one.dimensions().into_iter().zip(other.dimensions()) {
        assert_eq!(one, other);
    }
    assert_eq!(*one, other);
}

#[test]
fn every_shipped_edition_is_read_again_as_it_was_written() {
    for edition in editions() {
        check(edition);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn so_is_any_other(questionnaire in random_questionnaire::small()) {
        check(&questionnaire);
    }
}

fn check(questionnaire: &Questionnaire) {
    let files = questionnaire.to_files();
    let from_files = read(&files);
    same(questionnaire, &from_files);
    assert_eq!(from_files.to_files(), files, "the text is canonical");
    let file = [("own.toml".to_owned(), questionnaire.to_file())];
    let from_file = read(&file);
    same(questionnaire, &from_file);
    assert_eq!(from_file.to_file(), file[0].1, "the text is canonical");
}

#[test]
fn a_single_file_has_the_same_hash_under_every_name() {
    let text = editions()[0].to_file();
    let [one, other] = ["own.toml", "model.toml"].map(|name| Questionnaire::read(&[(name, &text)]).unwrap().hash);
    assert_eq!(one, other);
}

#[test]
fn the_faults_of_a_single_file_have_their_lines_in_it() {
    let text = editions()[0].to_file().replace("effort = \"small\"", "effort = \"tiny\"");
    let line = 1 + text.lines().position(|line| line == "effort = \"tiny\"").unwrap();
    let problems = Questionnaire::read(&[("own.toml", &text)]).unwrap_err();
    let Problem { file, place, fault } = &problems[0];
    assert_eq!((file.as_str(), place), ("own.toml", &Some(Place::Line(line))));
    assert!(matches!(fault, Fault::UnknownWord { key, .. } if key == "effort"));
}

#[test]
fn a_sub_domains_file_alone_lacks_its_model() {
    let text = content::file("smart-factory/2026.1/data.toml").unwrap();
    let problems = Questionnaire::read(&[("data.toml", text)]).unwrap_err();
    assert_eq!(problems.into_iter().map(|problem| problem.fault).collect::<Vec<_>>(), [Fault::NoModel]);
}
