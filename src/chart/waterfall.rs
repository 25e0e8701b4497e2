//! The waterfall: where the missing points of a level are, from full marks down to the score.

use super::lettering::Lettering;
use super::{Sheet, gate};
use crate::drawing::{Anchor, Drawing, Fill, Ink, Point, Shape, Stroke};
use crate::exact::Exact;
use crate::language::Language;
use crate::questionnaire::{Level, Questionnaire};
use crate::scoring::{Node, Scorecard};

const TOP: f32 = 24.0;
const ROW: f32 = 18.0;
const BAR: f32 = 12.0;
/// How many sub-domains have a row of their own.
const NAMED: usize = 10;

/// What each sub-domain lacks of the plant's score at `level`, the largest first; small ones are summed up. Where
/// nothing is rated there is nothing to show: ask for none.
pub fn waterfall(
    scorecard: &Scorecard,
    questionnaire: &Questionnaire,
    level: Level,
    sheet: Sheet,
    language: Language,
) -> Drawing {
    let step = |(node, loss): (&Node, Exact)| {
        Some(Step { name: questionnaire.name_of(&node.dimension, language)?.to_owned(), loss })
    };
    let mut steps: Vec<Step> = scorecard.losses(level).into_iter().filter_map(step).collect();
    if steps.len() > NAMED + 1 {
        let rest = steps.split_off(NAMED);
        let loss = rest.iter().map(|step| step.loss.clone()).sum();
        steps.push(Step { name: language.chart_others(rest.len()), loss });
    }
    let score = scorecard.plant.cell(level).and_then(|cell| cell.score.clone()).unwrap_or_else(Exact::zero);

    let width = sheet.width();
    let values = match sheet {
        Sheet::Page => 60.0,
        Sheet::Phone => 52.0,
    };
    let full = language.chart_full_marks().to_owned();
    let scored = language.report_level_score(&level.to_string());
    let names = steps.iter().map(|step| step.name.as_str()).chain([full.as_str(), scored.as_str()]);
    let left = names.map(|name| Lettering::LABEL.width(name)).fold(0.0, f32::max) + 16.0;
    let right = width - values;
    let x = |value: &Exact| left + (right - left) * value.approximate();
    let gate = &questionnaire.gate;

    let mut shapes = Vec::new();
    let mut readings = Vec::new();
    let mut row = 0;
    let mut bar = |name: &str, from: &Exact, to: &Exact, ink: Ink, opacity: f32, value: String| {
        let top = TOP + ROW * row as f32;
        let baseline = top + ROW / 2.0 + 3.0;
        shapes.push(Lettering::LABEL.at(left - 8.0, baseline, Anchor::End, name));
        shapes.push(Shape::Rectangle {
            at: Point::new(x(from), top + (ROW - BAR) / 2.0),
            width: (x(to) - x(from)).max(0.75),
            height: BAR,
            fill: Some(Fill { ink, opacity }),
            stroke: Some(Stroke::new(ink, 0.5)),
        });
        shapes.push(Lettering::NAME.at(width, baseline, Anchor::End, &value));
        readings.push(format!("{name} {value}"));
        row += 1;
    };
    bar(&full, &Exact::zero(), &Exact::one(), Ink::Muted, 0.25, Exact::one().floor(2));
    let mut running = Exact::one();
    for step in &steps {
        let below = running.clone() - step.loss.clone();
        bar(&step.name, &below, &running, Ink::Gate, 0.55, format!("−{}", language.loss(&step.loss)));
        running = below;
    }
    bar(&scored, &Exact::zero(), &score, Ink::Accent, 1.0, score.floor(2));
    let bottom = TOP + ROW * row as f32;
    shapes.extend(gate::mark(gate, x(gate), TOP, bottom, 1.25, language));
    let alternative = language.waterfall_alternative(&level.to_string(), &readings.join(language.list_separator()));
    Drawing { width, height: bottom + 6.0, alternative, shapes }
}

struct Step {
    name: String,
    loss: Exact,
}
