//! Level bars: the score at each level beside the gate, and the range that is still open.

use super::lettering::Lettering;
use super::{Sheet, gate};
use crate::drawing::{Anchor, Drawing, Fill, Ink, Point, Shape, Stroke};
use crate::exact::Exact;
use crate::language::Language;
use crate::questionnaire::Questionnaire;
use crate::scoring::{Cell, Scorecard};

const VERDICT_WIDTH: f32 = 132.0;
const TOP: f32 = 24.0;
const BAR: f32 = 18.0;
const AXIS: f32 = 20.0;
const LEGEND: f32 = 20.0;

/// A bar for each level that is asked about. What is certain is solid, what open answers can still change is light,
/// and a mark stands at the score of what was rated so far.
pub fn level_bars(scorecard: &Scorecard, questionnaire: &Questionnaire, sheet: Sheet, language: Language) -> Drawing {
    let cells = &scorecard.plant.cells;
    let names: Vec<String> = cells.iter().map(|cell| language.level_reached(Some(cell.level), questionnaire)).collect();
    let plot = Plot::on(sheet, &names);
    let bottom = TOP + plot.row * cells.len() as f32;
    let something_open = scorecard.plant.tally.open() > 0;

    let mut shapes = plot.axis(bottom);
    for (row, (cell, name)) in cells.iter().zip(&names).enumerate() {
        let top = TOP + plot.row * row as f32 + plot.above_bar;
        shapes.push(Lettering::NAME.at(0.0, top + plot.to_name, Anchor::Start, name));
        shapes.extend(plot.bar(cell, top));
        shapes.extend(plot.verdict(cell, &questionnaire.gate, language, top));
    }
    shapes.extend(plot.gate(&questionnaire.gate, language, bottom));
    if something_open {
        shapes.extend(plot.legend(language, bottom + AXIS + LEGEND - 6.0));
    }
    let height = bottom + AXIS + if something_open { LEGEND } else { 0.0 };
    Drawing { width: plot.width, height, alternative: alternative(scorecard, questionnaire, language), shapes }
}

/// Where things lie: beside each other on a page, the names and verdicts above their bars on a phone.
struct Plot {
    width: f32,
    /// The height of a level's row, and where its bar begins in it.
    row: f32,
    above_bar: f32,
    /// From the bar's top to the baseline of name and score.
    to_name: f32,
    /// Where score 0 and score 1 are.
    left: f32,
    right: f32,
    /// Where the score and the verdict begin.
    verdict: f32,
}

impl Plot {
    fn on(sheet: Sheet, names: &[String]) -> Plot {
        let names = names.iter().map(|name| Lettering::NAME.width(name)).fold(0.0, f32::max);
        match sheet {
            Sheet::Page => {
                let (width, row) = (sheet.width(), 36.0);
                let right = width - VERDICT_WIDTH;
                Plot {
                    width,
                    row,
                    above_bar: (row - BAR) / 2.0,
                    to_name: BAR / 2.0 + 4.0,
                    left: names + 16.0,
                    right,
                    verdict: right + 14.0,
                }
            }
            Sheet::Phone => {
                let width = sheet.width();
                Plot {
                    width,
                    row: 66.0,
                    above_bar: 38.0,
                    to_name: -18.0,
                    left: 8.0,
                    right: width - 8.0,
                    verdict: 136.0,
                }
            }
        }
    }

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
        let x = self.verdict;
        let baseline = top + self.to_name;
        let score = cell.score.as_ref().map_or_else(|| "–".to_owned(), |score| score.floor(2));
        let verdict_x = x + Lettering::VALUE.width(&score) + 8.0;
        let mut shapes = vec![
            Lettering::VALUE.at(x, baseline, Anchor::Start, score),
            Lettering::LABEL.at(verdict_x, baseline, Anchor::Start, verdict(cell, gate, language)),
        ];
        if let (Some(worst), Some(best)) = (&cell.worst, &cell.best)
            && worst != best
        {
            let range = language.chart_range(&worst.floor(2), &best.floor(2));
            shapes.push(Lettering::ASIDE.at(x, baseline + 13.0, Anchor::Start, range));
        }
        shapes
    }

    fn gate(&self, gate: &Exact, language: Language, bottom: f32) -> [Shape; 2] {
        gate::mark(gate, self.x(gate), TOP, bottom, 1.5, language)
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
