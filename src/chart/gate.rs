//! The gate in a chart: a dashed line across the bars, and its score above.

use super::lettering::Lettering;
use crate::drawing::{Anchor, Ink, Point, Shape, Stroke};
use crate::exact::Exact;
use crate::language::Language;

/// A line at `x` from a little above the bars, which begin at `top`, down to `bottom`; `thick` in points.
pub fn mark(gate: &Exact, x: f32, top: f32, bottom: f32, thick: f32, language: Language) -> [Shape; 2] {
    [
        Shape::Line {
            from: Point::new(x, top - 6.0),
            to: Point::new(x, bottom),
            stroke: Stroke::dashed(Ink::Gate, thick),
        },
        Lettering::LABEL.ink(Ink::Gate).at(x, top - 10.0, Anchor::Middle, language.chart_gate(&gate.floor(2))),
    ]
}
