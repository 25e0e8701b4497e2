//! The histogram: how many firms stand at which level.

use super::lettering::Lettering;
use crate::drawing::{Anchor, Drawing, Fill, Ink, Point, Shape, Stroke};
use crate::language::Language;
use crate::portfolio::{Bin, Summary};
use crate::questionnaire::Level;

const WIDTH: f32 = 520.0;
const LEFT: f32 = 36.0;
const TOP: f32 = 22.0;
const PLOT: f32 = 168.0;
const NAMES: f32 = 22.0;
const LEGEND: f32 = 22.0;

/// A column for each level: firms whose level is certain solid, those that may yet have a higher one light with a
/// dashed outline on top of them.
pub fn histogram(summary: &Summary, language: Language) -> Drawing {
    let bins = &summary.levels;
    let highest = bins.iter().map(firms).max().unwrap_or(0);
    let scale = Scale::up_to(highest);
    let bottom = TOP + PLOT;
    let slot = (WIDTH - LEFT) / bins.len().max(1) as f32;
    let width = (slot * 0.56).min(84.0);

    let mut shapes = scale.axis();
    for (place, bin) in bins.iter().enumerate() {
        let middle = LEFT + slot * (place as f32 + 0.5);
        let ink = Ink::Level(bin.level.map_or(0, Level::number));
        let stripe = |from: usize, to: usize, fill, stroke| Shape::Rectangle {
            at: Point::new(middle - width / 2.0, scale.y(to)),
            width,
            height: scale.y(from) - scale.y(to),
            fill: Some(fill),
            stroke,
        };
        if bin.certain > 0 {
            shapes.push(stripe(0, bin.certain, Fill::solid(ink), None));
        }
        if bin.at_least > 0 {
            let fill = Fill { ink, opacity: 0.22 };
            shapes.push(stripe(bin.certain, firms(bin), fill, Some(Stroke::dashed(ink, 1.25))));
        }
        let count = firms(bin).to_string();
        shapes.push(Lettering::VALUE.at(middle, scale.y(firms(bin)) - 5.0, Anchor::Middle, count));
        shapes.push(Lettering::LABEL.at(middle, bottom + 15.0, Anchor::Middle, language.level_short(bin.level)));
    }
    let open = bins.iter().any(|bin| bin.at_least > 0);
    let mut height = bottom + NAMES;
    if open {
        shapes.extend(legend(language, height + LEGEND - 8.0));
        height += LEGEND;
    }
    Drawing { width: WIDTH, height, alternative: alternative(bins, language), shapes }
}

fn firms(bin: &Bin) -> usize {
    bin.certain + bin.at_least
}

/// Counts on the vertical axis, from 0 to a round number.
struct Scale {
    step: usize,
    steps: usize,
}

impl Scale {
    fn up_to(highest: usize) -> Scale {
        let step = (0..)
            .flat_map(|power| [1, 2, 5].map(|digit| digit * 10_usize.pow(power)))
            .find(|step| highest.div_ceil(*step) <= 5)
            .expect("steps grow without end");
        Scale { step, steps: highest.div_ceil(step).max(1) }
    }

    fn y(&self, count: usize) -> f32 {
        TOP + PLOT - PLOT * count as f32 / (self.step * self.steps) as f32
    }

    fn axis(&self) -> Vec<Shape> {
        let mut shapes = Vec::new();
        for count in (0..=self.steps).map(|place| place * self.step) {
            let y = self.y(count);
            let ink = if count == 0 { Ink::Muted } else { Ink::Grid };
            shapes.push(Shape::Line {
                from: Point::new(LEFT, y),
                to: Point::new(WIDTH, y),
                stroke: Stroke::new(ink, 0.75),
            });
            shapes.push(Lettering::ASIDE.at(LEFT - 6.0, y + 3.0, Anchor::End, count.to_string()));
        }
        shapes
    }
}

fn legend(language: Language, y: f32) -> Vec<Shape> {
    let mut x = LEFT;
    let mut shapes = Vec::new();
    let solid = (Fill::solid(Ink::Muted), None);
    let outlined = (Fill { ink: Ink::Muted, opacity: 0.22 }, Some(Stroke::dashed(Ink::Muted, 1.25)));
    for ((fill, stroke), text) in [(solid, language.chart_level_certain()), (outlined, language.chart_level_open())] {
        shapes.push(Shape::Rectangle {
            at: Point::new(x, y - 8.0),
            width: 13.0,
            height: 9.0,
            fill: Some(fill),
            stroke,
        });
        shapes.push(Lettering::ASIDE.at(x + 18.0, y, Anchor::Start, text));
        x += 18.0 + Lettering::ASIDE.width(text) + 16.0;
    }
    shapes
}

fn alternative(bins: &[Bin], language: Language) -> String {
    let readings: Vec<String> =
        bins.iter().map(|bin| format!("{} {}", language.level_short(bin.level), firms(bin))).collect();
    language.histogram_alternative(&readings.join(language.list_separator()))
}
