//! Random names, from the browser's own source.

use leptos::prelude::window;

use crate::assessment::AssessmentId;

/// Sixteen letters and digits that are hard to confuse: 80 random bits, so practically unique everywhere.
pub fn assessment_id() -> AssessmentId {
    const LETTERS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
    let mut bytes = [0; 16];
    let source = window().crypto().and_then(|crypto| crypto.get_random_values_with_u8_array(&mut bytes));
    source.expect("every browser that runs wasm has random numbers");
    AssessmentId(bytes.iter().map(|byte| char::from(LETTERS[usize::from(byte % 32)])).collect())
}
