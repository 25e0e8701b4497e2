//! Weighted bars: each sub-domain's score at one level beside the gate, the bar as thick as the sub-domain weighs.

use super::lettering::Lettering;
use super::{Sheet, gate};
use crate::assessment::Part;
use crate::drawing::{Anchor, Drawing, Fill, Ink, Point, Shape, Stroke};
use crate::exact::Exact;
use crate::language::Language;
use crate::questionnaire::{Level, Questionnaire};
use crate::scoring::Scorecard;

const TOP: f32 = 26.0;
/// White between two rows.
const APART: f32 = 3.0;
/// However light, a row holds its label.
const LEAST: f32 = 12.0;
/// The thickness, in points, of the whole plant's weight.
const WHOLE: f32 = 150.0;

/// A bar for every sub-domain in scope that has a score at `level`; the open rest up to the gate is outlined.
pub fn weighted_bars(
    scorecard: &Scorecard,
    questionnaire: &Questionnaire,
    level: Level,
    sheet: Sheet,
    language: Language,
) -> Drawing {
    let rows: Vec<(&str, &Exact, &Exact)> = scorecard
        .sub_domains()
        .filter_map(|node| {
            let cell = node.outcome.cell(level)?;
            Some((questionnaire.name_of(&node.dimension, language)?, cell.score.as_ref()?, cell.share.as_ref()?))
        })
        .collect();
    let width = sheet.width();
    let values = match sheet {
        Sheet::Page => 118.0,
        Sheet::Phone => 66.0,
    };
    let left = rows.iter().map(|(name, ..)| Lettering::LABEL.width(name)).fold(0.0, f32::max) + 16.0;
    let right = width - values;
    let x = |score: &Exact| left + (right - left) * score.approximate();
    let gate = &questionnaire.gate;

    let mut shapes = Vec::new();
    let mut readings = Vec::new();
    let mut top = TOP;
    for (name, score, share) in &rows {
        let thick = (share.approximate() * WHOLE).max(3.0);
        let height = thick.max(LEAST);
        let bar_top = top + (height - thick) / 2.0;
        let baseline = top + height / 2.0 + 3.5;
        let stripe = |from: f32, to: f32, fill: Option<Fill>, stroke: Option<Stroke>| Shape::Rectangle {
            at: Point::new(from, bar_top),
            width: (to - from).max(0.0),
            height: thick,
            fill,
            stroke,
        };
        shapes.push(Lettering::LABEL.at(left - 8.0, baseline, Anchor::End, *name));
        shapes.push(stripe(left, x(score), Some(Fill::solid(Ink::Accent)), None));
        if *score < gate {
            shapes.push(stripe(x(score), x(gate), None, Some(Stroke::new(Ink::Gate, 0.75))));
        }
        let distance = if *score < gate {
            language.chart_short_by(&(gate.clone() - (*score).clone()).ceil(2))
        } else {
            language.chart_met().to_owned()
        };
        let value = score.floor(2);
        shapes.push(Lettering::NAME.at(right + 8.0, baseline, Anchor::Start, &value));
        let weight = language.chart_weighs(&share_percent(share));
        if sheet == Sheet::Page {
            shapes.push(Lettering::ASIDE.at(width, baseline, Anchor::End, &weight));
        }
        readings.push(format!("{name} {value} {distance} {weight}"));
        top += height + APART;
    }
    shapes.extend(gate::mark(gate, x(gate), TOP, top, 1.25, language));
    shapes.push(Shape::Line {
        from: Point::new(left, TOP - 2.0),
        to: Point::new(left, top),
        stroke: Stroke::new(Ink::Muted, 0.75),
    });
    let included = scorecard.sub_domains().filter(|node| node.part == Part::Included).count();
    let mut foot = language.chart_thickness().to_owned();
    if rows.len() < included {
        foot.push_str(language.sentence_gap());
        foot.push_str(language.chart_left_out_scaled());
    }
    let (foot, height) = Lettering::ASIDE.foot(&foot, width, top + 11.0);
    shapes.extend(foot);
    let alternative = language.weighted_bars_alternative(&level.to_string(), &readings.join(language.list_separator()));
    Drawing { width, height, alternative, shapes }
}

/// Of the whole plant, in percent to one place.
fn share_percent(share: &Exact) -> String {
    (share.clone() * Exact::from(100)).round(1)
}
