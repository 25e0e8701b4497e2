//! Exact numbers: what is printed never contradicts what is decided.

use factory_checkup::exact::{self, Exact};
use proptest::prelude::*;

#[test]
fn a_score_prints_rounded_down_and_a_distance_rounded_up() {
    let score = Exact::parse("0.7996").unwrap();
    let gate = Exact::parse("0.8").unwrap();
    assert_eq!(score.floor(2), "0.79");
    assert_eq!((gate.clone() - score.clone()).ceil(2), "0.01");
    assert_eq!(score.round(4), "0.7996");
    assert_eq!(gate.floor(2), "0.80");
    assert_eq!(Exact::ratio(2, 3).percent(), "66");
    assert_eq!(Exact::ratio(999_999, 1_000_000).percent(), "99");
    assert_eq!(Exact::ratio(-1, 3).floor(2), "-0.34");
}

#[test]
fn only_plain_decimals_are_read() {
    for text in ["", ".5", "1.", "1e3", "+1", "0x1", "１", "NaN", "--1", "1,5", " 1"] {
        assert_eq!(Exact::parse(text), None, "{text:?}");
    }
    assert_eq!(Exact::parse("-2.250"), Some(Exact::ratio(-9, 4)));
}

#[test]
fn a_short_number_has_no_zeros_at_its_end() {
    for (digits, expected) in [("0.80", "0.8"), ("1.00", "1"), ("100", "100"), ("14.94", "14.94"), ("0.00", "0")] {
        assert_eq!(exact::short(digits), expected);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_printed_score_and_its_printed_distance_add_up_to_the_gate(numerator in 0_i64..1_000_000, denominator in 1_i64..1_000_000) {
        let gate = Exact::ratio(4, 5);
        let score = Exact::ratio(numerator % denominator, denominator);
        let printed = |text: String| Exact::parse(&text).unwrap();
        let shown = printed(score.floor(2));
        prop_assert_eq!(shown >= gate, score >= gate);
        prop_assert_eq!(shown + printed((gate.clone() - score).ceil(2)), gate);
    }
}
