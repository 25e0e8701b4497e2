//! Editions: an assessment moves to a newer one and back, and no answer is lost on the way.

use factory_checkup::assessment::{Answer, Entry};
use factory_checkup::document::Fault;
use factory_checkup::exchange;
use factory_checkup::migration::{ChangeKind, Migration, Outcome};
use factory_checkup::questionnaire::{Questionnaire, Rating, RequirementId};
use factory_checkup::scoring;
use proptest::prelude::*;

use crate::scenario::Scenario;

fn shipped() -> (&'static Questionnaire, &'static Questionnaire, &'static Migration) {
    let older = Questionnaire::edition("smart-factory", "2026.1").expect("the older edition is shipped");
    let newer = Questionnaire::edition("smart-factory", "2026.2").expect("the newer edition is shipped");
    let map = Migration::onward(&factory_checkup::assessment::Edition::of(older)).expect("there is a way onward");
    (older, newer, map)
}

#[test]
fn every_older_edition_leads_to_a_newer_one_and_every_id_is_accounted_for() {
    let (older, newer, map) = shipped();
    assert_eq!((map.from.as_str(), map.to.as_str()), (older.version.as_str(), newer.version.as_str()));
    assert_eq!(Migration::onward(&factory_checkup::assessment::Edition::of(newer)), None);
    for requirement in older.requirements() {
        let id = &requirement.id;
        let changed = map.changes.iter().any(|change| change.old.contains(id));
        assert_ne!(changed, newer.requirement(id).is_some(), "{id} is either the same or changed");
    }
    for change in &map.changes {
        assert!(change.old.iter().all(|id| older.requirement(id).is_some()), "{change:?}");
        assert!(change.new.iter().all(|id| newer.requirement(id).is_some() && older.requirement(id).is_none()));
    }
}

#[test]
fn an_answer_that_says_the_same_of_both_halves_of_a_split_is_carried_and_any_other_is_asked_again() {
    let (older, newer, map) = shipped();
    let halves = ["security.settings", "security.patches"].map(RequirementId::from);
    for (rating, outcome, carried) in [
        (Rating::Met, Outcome::Carried, Some(Answer::Rated(Rating::Met))),
        (Rating::PartlyMet, Outcome::AskedAgain, None),
        (Rating::NotMet, Outcome::AskedAgain, None),
    ] {
        let mut plant = Scenario::of_edition(older).rate("security.settings-patches", rating).assessment;
        plant.note(&"security.settings-patches".into(), "两台未查");
        let preview = map.preview(&plant, newer);
        assert_eq!(preview.steps.iter().map(|step| step.outcome).collect::<Vec<_>>(), [outcome], "{rating:?}");
        map.apply(&mut plant, newer);
        for half in &halves {
            assert_eq!(plant.entry(half).answer, carried, "{rating:?}");
            assert_eq!(plant.entry(half).note, "两台未查");
        }
        assert_eq!(plant.edition.version, newer.version);
    }
}

#[test]
fn what_was_answered_since_stays_when_a_migration_is_taken_back() {
    let (older, newer, map) = shipped();
    let mut plant = Scenario::of_edition(older).rate("security.settings-patches", Rating::Met).assessment;
    map.apply(&mut plant, newer);
    plant.answer(&"maintenance.rounds".into(), Some(Answer::Rated(Rating::NotMet)));
    plant.answer(&"security.patches".into(), Some(Answer::Rated(Rating::NotMet)));
    map.take_back(&mut plant, older);
    let answer = |id: &str| plant.entry(&id.into()).answer.clone();
    assert_eq!(answer("security.settings-patches"), Some(Answer::Rated(Rating::Met)));
    assert_eq!(answer("maintenance.rounds"), Some(Answer::Rated(Rating::NotMet)));
    assert_eq!(answer("security.settings"), None, "added by the migration and never touched");
    assert_eq!(answer("security.patches"), Some(Answer::Rated(Rating::NotMet)), "changed since, so kept");
    assert_eq!(plant.came_from, None);
}

#[test]
fn a_migrated_file_names_nothing_odd_and_knows_the_way_back() {
    let (older, newer, map) = shipped();
    let mut plant = Scenario::of_edition(older).rate("security.settings-patches", Rating::PartlyMet).assessment;
    map.apply(&mut plant, newer);
    let text = exchange::write(&plant, newer, &scoring::score(newer, &plant));
    let opened = exchange::read(text.as_bytes()).expect("it is an export");
    assert_eq!(opened.assessment, plant);
    assert_eq!(opened.remarks, []);
    assert_eq!(Migration::back(&opened.assessment), Some(map));
}

#[test]
fn renames_mergers_and_drops_do_what_they_say() {
    let (older, newer, _) = shipped();
    let text = r#"
from = "2026.1"
to = "2026.2"
change = [
    { kind = "renamed", old = ["a.one"], new = ["a.first"], why = { zh = "改名。", en = "Renamed." } },
    { kind = "merged", old = ["a.two", "a.three"], new = ["a.both"], why = { zh = "合并。", en = "Merged." } },
    { kind = "dropped", old = ["a.four"], why = { zh = "删去。", en = "Dropped." } },
]
"#;
    let map = Migration::read("map.toml", "smart-factory", text).expect("the map is sound");
    let kinds: Vec<ChangeKind> = map.changes.iter().map(|change| change.kind).collect();
    assert_eq!(kinds, [ChangeKind::Renamed, ChangeKind::Merged, ChangeKind::Dropped]);
    let check = |answers: &[(&str, Rating)], id: &str, expected: Option<Rating>, outcome: Outcome| {
        let mut plant = Scenario::of_edition(older).assessment;
        for (id, rating) in answers {
            plant.answer(&RequirementId::from(*id), Some(Answer::Rated(*rating)));
        }
        assert_eq!(map.preview(&plant, newer).steps[0].outcome, outcome, "{id}");
        map.apply(&mut plant, newer);
        assert_eq!(plant.entry(&id.into()).answer, expected.map(Answer::Rated));
        map.take_back(&mut plant, older);
        assert_eq!(*plant.entry(&id.into()), Entry::default());
        for (id, rating) in answers {
            assert_eq!(plant.entry(&RequirementId::from(*id)).answer, Some(Answer::Rated(*rating)));
        }
    };
    check(&[("a.one", Rating::PartlyMet)], "a.first", Some(Rating::PartlyMet), Outcome::Carried);
    check(
        &[("a.two", Rating::PartlyMet), ("a.three", Rating::PartlyMet)],
        "a.both",
        Some(Rating::PartlyMet),
        Outcome::Carried,
    );
    check(&[("a.two", Rating::Met), ("a.three", Rating::PartlyMet)], "a.both", None, Outcome::AskedAgain);
    check(&[("a.two", Rating::Met)], "a.both", None, Outcome::AskedAgain);
    check(&[("a.four", Rating::Met)], "a.five", None, Outcome::SetAside);
}

#[test]
fn a_map_with_the_wrong_number_of_ids_is_refused() {
    let text = r#"
from = "1"
to = "2"
change = [{ kind = "split", old = ["a.one"], new = ["a.two"], why = { zh = "拆分。", en = "Split." } }]
"#;
    let problems = Migration::read("map.toml", "tiny", text).unwrap_err();
    assert!(matches!(problems[0].fault, Fault::WrongCount { kind: "split", old: 1, new: 1 }), "{problems:?}");
}

proptest! {
    /// Whatever was answered, there and back again is where it began.
    #[test]
    fn a_migration_taken_back_at_once_changes_nothing(answers in prop::collection::vec(0..6usize, 200)) {
        let (older, newer, map) = shipped();
        let mut plant = Scenario::of_edition(older).assessment;
        for (requirement, answer) in older.requirements().iter().zip(answers) {
            let answer = match answer {
                0..=3 => Some(Answer::Rated(Rating::ALL[answer])),
                4 => Some(Answer::Unknown),
                _ => None,
            };
            plant.answer(&requirement.id, answer);
        }
        let before = plant.clone();
        map.apply(&mut plant, newer);
        map.take_back(&mut plant, older);
        prop_assert_eq!(plant, before);
    }
}
