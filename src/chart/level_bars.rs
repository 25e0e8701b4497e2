//! Level bars: the score at each level beside the gate, and the range that is still open.

use super::lettering::Lettering;
use crate::drawing::{Anchor, Drawing, Fill, Ink, Point, Shape, Stroke};
use crate::exact::Exact;
use crate::language::Language;
use crate::questionnaire::Questionnaire;
use crate::scoring::{Cell, Scorecard};

const WIDTH: f32 = 560.0;
const VERDICT_WIDTH: f32 = 132.0;
const TOP: f32 = 24.0;
const ROW: f32 = 46.0;
const BAR: f32 = 18.0;
const AXIS: f32 = 20.0;
const LEGEND: f32 = 20.0;

/// A bar for each level that is asked about. What is certain is solid, what open answers can still change is light,
/// and a mark stands at the score of what was rated so far.
pub fn level_bars(scorecard: &Scorecard, questionnaire: &Questionnaire, language: Language) -> Drawing {
    let cells = &scorecard.plant.cells;
    let names: Vec<String> = cells.iter().map(|cell| language.level_reached(Some(cell.level), questionnaire)).collect();
    let names_width = names.iter().map(|name| Lettering::NAME.width(name)).fold(0.0, f32::max);
    let plot = Plot { left: names_width + 16.0, right: WIDTH - VERDICT_WIDTH };
    let bottom = TOP + ROW * cells.len() as f32;
    let something_open = scorecard.plant.tally.open() > 0;

    let mut shapes = plot.axis(bottom);
    for (row, (cell, name)) in cells.iter().zip(&names).enumerate() {
        let top = TOP + ROW * row as f32 + (ROW - BAR) / 2.0;
        shapes.push(Lettering::NAME.at(0.0, top + BAR / 2.0 + 4.0, Anchor::Start, name));
        shapes.extend(plot.bar(cell, top));
        shapes.extend(plot.verdict(cell, &questionnaire.gate, language, top));
    }
    shapes.extend(plot.gate(&questionnaire.gate, language, bottom));
    if something_open {
        shapes.extend(plot.legend(language, bottom + AXIS + LEGEND - 6.0));
    }
    let height = bottom + AXIS + if something_open { LEGEND } else { 0.0 };
    Drawing { width: WIDTH, height, alternative: alternative(scorecard, questionnaire, language), shapes }
}

/// Where the bars lie: from score 0 at `left` to score 1 at `right`.
struct Plot {
    left: f32,
    right: f32,
}

impl Plot {
    fn x(&self, score: &Exact) -> f32 {
        self.left + (self.right - self.left) * score.approximate()
    }

    fn axis(&self, bottom: f32) -> Vec<Shape> {
        let mut shapes = Vec::new();
        for fifths in 0..=5 {
            let score = Exact::ratio(fifths, 5);
            let x = self.x(&score);
            shapes.push(Shape::Line {
                from: Point::new(x, TOP),
                to: Point::new(x, bottom),
                stroke: Stroke::new(Ink::Grid, 0.75),
            });
            shapes.push(Lettering::ASIDE.at(x, bottom + 13.0, Anchor::Middle, score.floor(1)));
        }
        shapes
    }

    fn bar(&self, cell: &Cell, top: f32) -> Vec<Shape> {
        let ink = Ink::Level(cell.level.number());
        let stripe = |from: f32, to: f32, fill: Fill| Shape::Rectangle {
            at: Point::new(from, top),
            width: to - from,
            height: BAR,
            fill: Some(fill),
            stroke: None,
        };
        let mut shapes = vec![stripe(self.left, self.right, Fill::solid(Ink::Tint))];
        let (Some(worst), Some(best)) = (&cell.worst, &cell.best) else { return shapes };
        shapes.push(stripe(self.x(worst), self.x(best), Fill { ink, opacity: 0.35 }));
        shapes.push(stripe(self.left, self.x(worst), Fill::solid(ink)));
        if let Some(score) = cell.score.as_ref().filter(|_| worst != best) {
            let x = self.x(score);
            shapes.push(mark(x, top));
        }
        shapes
    }

    fn verdict(&self, cell: &Cell, gate: &Exact, language: Language, top: f32) -> Vec<Shape> {
        let x = self.right + 14.0;
        let score = cell.score.as_ref().map_or_else(|| "–".to_owned(), |score| score.floor(2));
        let verdict_x = x + Lettering::VALUE.width(&score) + 8.0;
        let mut shapes = vec![
            Lettering::VALUE.at(x, top + BAR / 2.0 + 4.0, Anchor::Start, score),
            Lettering::LABEL.at(verdict_x, top + BAR / 2.0 + 4.0, Anchor::Start, verdict(cell, gate, language)),
        ];
        if let (Some(worst), Some(best)) = (&cell.worst, &cell.best)
            && worst != best
        {
            let range = language.chart_range(&worst.floor(2), &best.floor(2));
            shapes.push(Lettering::ASIDE.at(x, top + BAR + 8.0, Anchor::Start, range));
        }
        shapes
    }

    fn gate(&self, gate: &Exact, language: Language, bottom: f32) -> Vec<Shape> {
        let x = self.x(gate);
        vec![
            Shape::Line {
                from: Point::new(x, TOP - 6.0),
                to: Point::new(x, bottom),
                stroke: Stroke::dashed(Ink::Gate, 1.5),
            },
            Lettering::LABEL.ink(Ink::Gate).at(x, TOP - 10.0, Anchor::Middle, language.chart_gate(&gate.floor(2))),
        ]
    }

    /// Solid, light, mark: what they mean.
    fn legend(&self, language: Language, y: f32) -> Vec<Shape> {
        let mut x = self.left;
        let mut shapes = Vec::new();
        let samples = [
            (Some(1.0), language.chart_certain()),
            (Some(0.35), language.chart_open()),
            (None, language.chart_so_far()),
        ];
        for (opacity, text) in samples {
            shapes.push(match opacity {
                Some(opacity) => Shape::Rectangle {
                    at: Point::new(x, y - 8.0),
                    width: 12.0,
                    height: 9.0,
                    fill: Some(Fill { ink: Ink::Muted, opacity }),
                    stroke: None,
                },
                None => mark_of_height(x + 6.0, y - 10.0, 13.0),
            });
            shapes.push(Lettering::ASIDE.at(x + 17.0, y, Anchor::Start, text));
            x += 17.0 + Lettering::ASIDE.width(text) + 16.0;
        }
        shapes
    }
}

fn mark(x: f32, top: f32) -> Shape {
    mark_of_height(x, top - 3.0, BAR + 6.0)
}

fn mark_of_height(x: f32, top: f32, height: f32) -> Shape {
    Shape::Line { from: Point::new(x, top), to: Point::new(x, top + height), stroke: Stroke::new(Ink::Text, 2.0) }
}

fn verdict(cell: &Cell, gate: &Exact, language: Language) -> String {
    match &cell.score {
        None => language.chart_not_rated().to_owned(),
        Some(_) if cell.met => language.chart_met().to_owned(),
        Some(score) if score < gate => language.chart_short_by(&(gate.clone() - score.clone()).ceil(2)),
        Some(_) => language.chart_lower_level_missing().to_owned(),
    }
}

fn alternative(scorecard: &Scorecard, questionnaire: &Questionnaire, language: Language) -> String {
    let levels: Vec<String> = scorecard
        .plant
        .cells
        .iter()
        .map(|cell| {
            let score = cell.score.as_ref().map(|score| score.floor(2)).unwrap_or_default();
            format!("{} {score} {}", cell.level, verdict(cell, &questionnaire.gate, language)).replace("  ", " ")
        })
        .collect();
    language.level_bars_alternative(&questionnaire.gate.floor(2), &levels.join(language.list_separator()))
}
