//! The histogram: how many plants stand at which level.

use super::lettering::Lettering;
use crate::drawing::{Anchor, Drawing, Fill, Ink, Point, Shape, Stroke};
use crate::language::Language;
use crate::questionnaire::{Level, Questionnaire};

const WIDTH: f32 = 520.0;
const LEFT: f32 = 36.0;
const TOP: f32 = 22.0;
const PLOT: f32 = 168.0;
const NAMES: f32 = 22.0;
const LEGEND: f32 = 22.0;

/// The plants at one level.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// `None` is below the first level.
    pub reached: Option<Level>,
    /// Plants whose level no open answer can change.
    pub certain: usize,
    /// Plants whose level open answers can still change.
    pub open: usize,
}

/// A column for each level, certain plants solid, the others light with a dashed outline on top of them.
pub fn histogram(columns: &[Column], questionnaire: &Questionnaire, language: Language) -> Drawing {
    let highest = columns.iter().map(Column::plants).max().unwrap_or(0);
    let scale = Scale::up_to(highest);
    let bottom = TOP + PLOT;
    let slot = (WIDTH - LEFT) / columns.len().max(1) as f32;
    let bar = (slot * 0.56).min(84.0);

    let mut shapes = scale.axis();
    for (place, column) in columns.iter().enumerate() {
        let middle = LEFT + slot * (place as f32 + 0.5);
        let ink = Ink::Level(column.reached.map_or(0, Level::number));
        let stripe = |from: usize, to: usize, fill, stroke| Shape::Rectangle {
            at: Point::new(middle - bar / 2.0, scale.y(to)),
            width: bar,
            height: scale.y(from) - scale.y(to),
            fill: Some(fill),
            stroke,
        };
        if column.certain > 0 {
            shapes.push(stripe(0, column.certain, Fill::solid(ink), None));
        }
        if column.open > 0 {
            let fill = Fill { ink, opacity: 0.22 };
            shapes.push(stripe(column.certain, column.plants(), fill, Some(Stroke::dashed(ink, 1.25))));
        }
        let count = column.plants().to_string();
        shapes.push(Lettering::VALUE.at(middle, scale.y(column.plants()) - 5.0, Anchor::Middle, count));
        let name = match column.reached {
            Some(level) if slot > 90.0 => language.level_reached(Some(level), questionnaire),
            reached => language.level_short(reached),
        };
        shapes.push(Lettering::LABEL.at(middle, bottom + 15.0, Anchor::Middle, name));
    }
    let open = columns.iter().any(|column| column.open > 0);
    let mut height = bottom + NAMES;
    if open {
        shapes.extend(legend(language, height + LEGEND - 8.0));
        height += LEGEND;
    }
    Drawing { width: WIDTH, height, alternative: alternative(columns, language), shapes }
}

impl Column {
    pub fn plants(&self) -> usize {
        self.certain + self.open
    }
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

fn alternative(columns: &[Column], language: Language) -> String {
    let readings: Vec<String> =
        columns.iter().map(|column| format!("{} {}", language.level_short(column.reached), column.plants())).collect();
    language.histogram_alternative(&readings.join(language.list_separator()))
}
