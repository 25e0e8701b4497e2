//! The reference plants: every one comes to what the independent computation says.

use factory_checkup::self_check;

#[test]
fn every_reference_plant_comes_to_what_was_computed_independently() {
    let checked = self_check::run().expect("the reference plants can be read");
    assert!(checked.len() >= 40, "{}", checked.len());
    for plant in &checked {
        assert_eq!(plant.expected.as_ref(), Some(&plant.found), "{}", plant.id);
    }
    assert!(checked.iter().any(|plant| plant.found.level == 5) && checked.iter().any(|plant| plant.found.level == 0));
    assert!(checked.iter().filter(|plant| plant.found.index.is_some()).count() >= 4);
}
