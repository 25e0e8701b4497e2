//! Answers → scorecard, by hand-computed values.

use factory_checkup::exact::Exact;
use factory_checkup::questionnaire::{Level, Rating};

use crate::scenario::Scenario;

#[test]
fn all_requirements_largely_met_reach_the_gate_exactly() {
    let scorecard = Scenario::discrete().all(1, Rating::LargelyMet).all(2, Rating::LargelyMet).score();
    assert_eq!(scorecard.plant.cells[0].score, Some(Exact::ratio(4, 5)));
    assert_eq!(scorecard.plant.reached, Level::new(2));
    assert_eq!(scorecard.plant.total, Exact::from(2));
    assert!(scorecard.next.is_none());
}
