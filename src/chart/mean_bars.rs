//! Mean bars: the mean maturity of many plants, dimension by dimension.

use super::lettering::Lettering;
use crate::drawing::{Anchor, Drawing, Fill, Ink, Point, Shape, Stroke};
use crate::exact::Exact;
use crate::language::Language;

const WIDTH: f32 = 560.0;
const VALUES: f32 = 96.0;
const TOP: f32 = 20.0;
const ROW: f32 = 21.0;
const BAR: f32 = 12.0;

/// One dimension's mean.
#[derive(Clone, Debug, PartialEq)]
pub struct Mean<'a> {
    pub name: &'a str,
    /// In levels; `None` when no plant has a score there.
    pub mean: Option<Exact>,
    /// How many plants the mean is over.
    pub plants: usize,
}

/// A bar for each dimension in the given order, on a scale from 0 to `levels`, the number of levels asked about.
pub fn mean_bars(means: &[Mean], levels: usize, language: Language) -> Drawing {
    let left = means.iter().map(|row| Lettering::LABEL.width(row.name)).fold(0.0, f32::max) + 12.0;
    let right = WIDTH - VALUES;
    let bottom = TOP + ROW * means.len() as f32;
    let x = |value: f32| left + (right - left) * value / levels.max(1) as f32;

    let mut shapes = Vec::new();
    for level in 0..=levels {
        let at = x(level as f32);
        shapes.push(Shape::Line {
            from: Point::new(at, TOP - 4.0),
            to: Point::new(at, bottom),
            stroke: Stroke::new(Ink::Grid, 0.75),
        });
        let name = if level == 0 { "0".to_owned() } else { format!("L{level}") };
        shapes.push(Lettering::ASIDE.at(at, TOP - 8.0, Anchor::Middle, name));
    }
    for (place, row) in means.iter().enumerate() {
        let top = TOP + ROW * place as f32 + (ROW - BAR) / 2.0;
        let baseline = top + BAR / 2.0 + 3.5;
        let stripe = |to: f32, ink| Shape::Rectangle {
            at: Point::new(left, top),
            width: to - left,
            height: BAR,
            fill: Some(Fill::solid(ink)),
            stroke: None,
        };
        shapes.push(Lettering::LABEL.at(left - 8.0, baseline, Anchor::End, row.name));
        shapes.push(stripe(right, Ink::Tint));
        if let Some(mean) = &row.mean {
            shapes.push(stripe(x(mean.approximate()), Ink::Accent));
        }
        let plants = language.chart_plants(row.plants);
        shapes.push(Lettering::NAME.at(right + 10.0, baseline, Anchor::Start, reading(row, language)));
        shapes.push(Lettering::ASIDE.at(WIDTH, baseline, Anchor::End, plants));
    }
    let readings: Vec<String> = means.iter().map(|row| format!("{} {}", row.name, reading(row, language))).collect();
    let alternative = language.mean_bars_alternative(&readings.join(language.list_separator()));
    Drawing { width: WIDTH, height: bottom + 6.0, alternative, shapes }
}

fn reading(row: &Mean, language: Language) -> String {
    row.mean.as_ref().map_or_else(|| language.chart_not_rated().to_owned(), |mean| mean.floor(2))
}
