//! Mean bars: the mean maturity of many firms, sub-domain by sub-domain.

use super::lettering::Lettering;
use crate::drawing::{Anchor, Drawing, Fill, Ink, Point, Shape, Stroke};
use crate::language::Language;
use crate::portfolio::{Mean, Summary};
use crate::questionnaire::Level;

const WIDTH: f32 = 560.0;
const VALUES: f32 = 96.0;
const TOP: f32 = 20.0;
const ROW: f32 = 21.0;
const BAR: f32 = 12.0;

/// A bar for each sub-domain, on a scale from 0 to the highest level that is asked about.
pub fn mean_bars(summary: &Summary, language: Language) -> Drawing {
    let means: Vec<(&str, &Mean)> =
        summary.sub_domains.iter().map(|mean| (mean.sub_domain.name.get(language), mean)).collect();
    let levels: Vec<Level> = summary.levels.iter().filter_map(|bin| bin.level).collect();
    let left = means.iter().map(|(name, _)| Lettering::LABEL.width(name)).fold(0.0, f32::max) + 12.0;
    let right = WIDTH - VALUES;
    let bottom = TOP + ROW * means.len() as f32;
    let x = |value: f32| left + (right - left) * value / levels.len().max(1) as f32;

    let mut shapes = Vec::new();
    let names = ["0".to_owned()].into_iter().chain(levels.iter().map(Level::to_string));
    for (place, name) in names.enumerate() {
        let at = x(place as f32);
        shapes.push(Shape::Line {
            from: Point::new(at, TOP - 4.0),
            to: Point::new(at, bottom),
            stroke: Stroke::new(Ink::Grid, 0.75),
        });
        shapes.push(Lettering::ASIDE.at(at, TOP - 8.0, Anchor::Middle, name));
    }
    for (place, (name, mean)) in means.iter().enumerate() {
        let top = TOP + ROW * place as f32 + (ROW - BAR) / 2.0;
        let baseline = top + BAR / 2.0 + 3.5;
        let stripe = |to: f32, ink| Shape::Rectangle {
            at: Point::new(left, top),
            width: to - left,
            height: BAR,
            fill: Some(Fill::solid(ink)),
            stroke: None,
        };
        shapes.push(Lettering::LABEL.at(left - 8.0, baseline, Anchor::End, *name));
        shapes.push(stripe(right, Ink::Tint));
        if let Some(total) = &mean.total {
            shapes.push(stripe(x(total.approximate()), Ink::Accent));
        }
        let firms = language.chart_firms(mean.firms);
        shapes.push(Lettering::NAME.at(right + 10.0, baseline, Anchor::Start, reading(mean, language)));
        shapes.push(Lettering::ASIDE.at(WIDTH, baseline, Anchor::End, firms));
    }
    let readings: Vec<String> =
        means.iter().map(|(name, mean)| format!("{name} {}", reading(mean, language))).collect();
    let alternative = language.mean_bars_alternative(&readings.join(language.list_separator()));
    Drawing { width: WIDTH, height: bottom + 6.0, alternative, shapes }
}

fn reading(mean: &Mean, language: Language) -> String {
    mean.total.as_ref().map_or_else(|| language.chart_not_rated().to_owned(), |total| total.floor(2))
}
