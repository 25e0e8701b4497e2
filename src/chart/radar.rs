//! The radar: how mature each dimension is, around a circle.

use std::f32::consts::{PI, TAU};

use super::Sheet;
use super::lettering::Lettering;
use crate::assessment::Part;
use crate::drawing::{Anchor, Drawing, Fill, Ink, Point, Shape, Stroke};
use crate::language::Language;
use crate::questionnaire::Questionnaire;
use crate::scoring::{Node, Scorecard};

/// From the circle to a label.
const APART: f32 = 14.0;
const LINE: f32 = 12.0;
const LEGEND: f32 = 30.0;

/// Which dimensions have an axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RadarOf {
    SubDomains,
    /// The dimensions right below the elements; one without sub-domains stands for itself.
    Domains,
}

/// An axis for each dimension in scope, from 0 at the centre to the highest level that is asked about. A dimension
/// whose lowest level is not rated keeps its axis and has no point: it is not at 0, it is not known. A hollow point can
/// still move because something in it is open.
pub fn radar(
    scorecard: &Scorecard,
    questionnaire: &Questionnaire,
    of: RadarOf,
    sheet: Sheet,
    language: Language,
) -> Drawing {
    let nodes: Vec<&Node> = scorecard
        .nodes
        .iter()
        .filter(|node| match of {
            RadarOf::SubDomains => node.leaf,
            RadarOf::Domains => node.depth == 1,
        })
        .filter(|node| node.part == Part::Included)
        .collect();
    let names: Vec<&str> = nodes
        .iter()
        .map(|node| questionnaire.name_of(&node.dimension, language).unwrap_or(node.dimension.as_str()))
        .collect();
    let axes: Vec<Axis> = nodes
        .iter()
        .zip(&names)
        .enumerate()
        .map(|(place, (node, name))| Axis::of(node, name, TAU * place as f32 / nodes.len() as f32, language))
        .collect();
    let levels = scorecard.plant.cells.iter().map(|cell| cell.level.to_string()).collect();
    let web = match sheet {
        Sheet::Page => Web { width: 600.0, radius: 150.0, edge: 40.0, levels },
        Sheet::Phone => Web { width: 350.0, radius: 92.0, edge: 76.0, levels },
    };
    let something_open = axes.iter().any(|axis| axis.value.is_some() && axis.open);

    let mut shapes = web.rings();
    shapes.extend(axes.iter().map(|axis| web.spoke(axis)));
    shapes.extend(web.area(&axes));
    shapes.extend(axes.iter().filter_map(|axis| web.point(axis)));
    shapes.extend(web.ring_names(axes.len()));
    shapes.extend(web.labels(&axes));
    // The label below the circle may have many lines.
    let lowest = shapes.iter().map(|shape| if let Shape::Text { at, .. } = shape { at.y } else { 0.0 });
    let mut height = lowest.fold(2.0 * (web.edge + web.radius), |height, line| height.max(line + 6.0));
    if something_open {
        shapes.extend(legend(language, web.width, height + LEGEND - 10.0));
        height += LEGEND;
    }
    let readings: Vec<String> = axes.iter().map(|axis| format!("{} {}", axis.name, axis.reading)).collect();
    let alternative = language.radar_alternative(&readings.join(language.list_separator()));
    Drawing { width: web.width, height, alternative, shapes }
}

/// One dimension's place on the circle.
struct Axis {
    name: String,
    /// Radians clockwise from the top.
    angle: f32,
    /// In levels; `None` when it is not known.
    value: Option<f32>,
    /// The value as it is printed.
    reading: String,
    open: bool,
}

impl Axis {
    fn of(node: &Node, name: &str, angle: f32, language: Language) -> Axis {
        let outcome = &node.outcome;
        let known = outcome.is_known();
        let unknown = match outcome.cells.first() {
            Some(lowest) if lowest.tally.open() == 0 => language.chart_inapplicable(lowest.level),
            _ => language.chart_not_rated().to_owned(),
        };
        Axis {
            name: name.to_owned(),
            angle,
            value: known.then(|| outcome.total.approximate()),
            reading: if known { outcome.total.floor(2) } else { unknown },
            open: outcome.tally.open() > 0,
        }
    }

    /// On the circle's vertical, where a label is centred.
    fn is_vertical(&self) -> bool {
        self.angle.sin().abs() < 0.05
    }

    /// The name in lines, its value after the last. Above and below the circle the neighbours leave less room.
    fn label(&self, width: f32) -> Vec<String> {
        let width = if self.is_vertical() { 0.8 * width } else { width };
        Lettering::LABEL.lines(&format!("{} {}", self.name, self.reading.replace(' ', "\u{a0}")), width)
    }
}

/// The circle that the axes lie in.
struct Web {
    width: f32,
    radius: f32,
    /// The room above and below the circle.
    edge: f32,
    /// The rings' names from the inside out.
    levels: Vec<String>,
}

impl Web {
    fn centre(&self) -> Point {
        Point::new(self.width / 2.0, self.edge + self.radius)
    }

    fn place(&self, angle: f32, radius: f32) -> Point {
        let centre = self.centre();
        Point::new(centre.x + radius * angle.sin(), centre.y - radius * angle.cos())
    }

    fn radius_at(&self, value: f32) -> f32 {
        self.radius * value / self.levels.len().max(1) as f32
    }

    /// A ring for each level, a dashed one half way.
    fn rings(&self) -> Vec<Shape> {
        let ring = |value: f32, stroke: Stroke| Shape::Circle {
            centre: self.centre(),
            radius: self.radius_at(value),
            fill: None,
            stroke: Some(stroke),
        };
        let halves = (0..self.levels.len()).map(|level| ring(level as f32 + 0.5, Stroke::dashed(Ink::Grid, 0.75)));
        let wholes = (1..=self.levels.len()).map(|level| ring(level as f32, Stroke::new(Ink::Muted, 0.75)));
        halves.chain(wholes).collect()
    }

    /// Between the first two axes, where no point is. The names stand on paper of their own, so that the surface and its
    /// edge do not cross them.
    fn ring_names(&self, axes: usize) -> Vec<Shape> {
        let between = PI / axes.max(1) as f32;
        let name = |(ring, name): (usize, &String)| {
            let on_ring = self.place(between, self.radius_at(ring as f32 + 1.0));
            let at = Point::new(on_ring.x - Lettering::ASIDE.width(name) / 2.0, on_ring.y + 11.0);
            let paper = Shape::Rectangle {
                at: Point::new(at.x - 2.0, at.y - 9.0),
                width: Lettering::ASIDE.width(name) + 4.0,
                height: 11.0,
                fill: Some(Fill { ink: Ink::Paper, opacity: 0.8 }),
                stroke: None,
            };
            [paper, Lettering::ASIDE.at(at.x, at.y, Anchor::Start, name)]
        };
        self.levels.iter().enumerate().flat_map(name).collect()
    }

    fn spoke(&self, axis: &Axis) -> Shape {
        Shape::Line {
            from: self.centre(),
            to: self.place(axis.angle, self.radius),
            stroke: Stroke::new(Ink::Grid, 0.75),
        }
    }

    /// The surface between neighbouring points. At an axis without a point it is cut back to the centre: what is
    /// not known takes up no room.
    fn area(&self, axes: &[Axis]) -> Option<Shape> {
        if axes.iter().filter(|axis| axis.value.is_some()).count() < 3 {
            return None;
        }
        let points = axes
            .iter()
            .map(|axis| axis.value.map_or(self.centre(), |value| self.place(axis.angle, self.radius_at(value))));
        Some(Shape::Polygon {
            points: points.collect(),
            fill: Some(Fill { ink: Ink::Accent, opacity: 0.16 }),
            stroke: Some(Stroke::new(Ink::Accent, 1.75)),
        })
    }

    fn point(&self, axis: &Axis) -> Option<Shape> {
        let centre = self.place(axis.angle, self.radius_at(axis.value?));
        Some(point(centre, axis.open))
    }

    /// The labels around the circle; on each side they are pushed apart where they would touch.
    fn labels(&self, axes: &[Axis]) -> Vec<Shape> {
        let (vertical, sides): (Vec<&Axis>, Vec<&Axis>) = axes.iter().partition(|axis| axis.is_vertical());
        let (right, mut left): (Vec<&Axis>, Vec<&Axis>) = sides.into_iter().partition(|axis| axis.angle < PI);
        left.reverse();
        let begin = self.radius + APART;
        let width = self.width / 2.0 - begin;
        let mut shapes = Vec::new();
        for axis in vertical {
            let lines = axis.label(width);
            let at_top = axis.angle.cos() > 0.0;
            let first = match at_top {
                true => self.centre().y - self.radius - 12.0 - LINE * (lines.len() as f32 - 1.0),
                false => self.centre().y + self.radius + 20.0,
            };
            shapes.extend(stack(&lines, self.centre().x, first, Anchor::Middle, axis));
        }
        for (side, anchor) in [(right, Anchor::Start), (left, Anchor::End)] {
            let labels: Vec<Vec<String>> = side.iter().map(|axis| axis.label(width)).collect();
            let heights: Vec<f32> = labels.iter().map(|lines| LINE * lines.len() as f32 + 2.0).collect();
            let wanted: Vec<f32> = side.iter().map(|axis| self.place(axis.angle, begin).y).collect();
            for (((axis, lines), height), middle) in
                side.iter().zip(&labels).zip(&heights).zip(spread(&wanted, &heights))
            {
                // A label that was pushed along still keeps off the circle.
                let off = (middle - self.centre().y).abs();
                let out = (begin * begin - off * off).max(0.0).sqrt().max(begin * axis.angle.sin().abs());
                let x = self.centre().x + out.copysign(axis.angle.sin());
                shapes.extend(stack(lines, x, middle - height / 2.0 + LINE - 2.0, anchor, axis));
            }
        }
        shapes
    }
}

/// Moves middles apart, as little as the heights ask for: down the list first, then back up within the same room.
fn spread(wanted: &[f32], heights: &[f32]) -> Vec<f32> {
    let mut middles = wanted.to_vec();
    for place in 1..middles.len() {
        let room = (heights[place - 1] + heights[place]) / 2.0;
        middles[place] = middles[place].max(middles[place - 1] + room);
    }
    let overshoot = middles.last().zip(wanted.last()).map_or(0.0, |(placed, wanted)| placed - wanted);
    if let Some(last) = middles.last_mut() {
        *last -= overshoot / 2.0;
    }
    for place in (1..middles.len()).rev() {
        let room = (heights[place - 1] + heights[place]) / 2.0;
        middles[place - 1] = middles[place - 1].min(middles[place] - room);
    }
    middles
}

/// Lines of a label below each other, the first baseline at `y`.
fn stack(lines: &[String], x: f32, y: f32, anchor: Anchor, axis: &Axis) -> Vec<Shape> {
    let ink = if axis.value.is_some() { Ink::Text } else { Ink::Muted };
    let line = |(place, line): (usize, &String)| {
        Lettering::LABEL.ink(ink).at(x, y + LINE * place as f32, anchor, line.replace('\u{a0}', " "))
    };
    lines.iter().enumerate().map(line).collect()
}

fn point(centre: Point, open: bool) -> Shape {
    let fill = Fill::solid(if open { Ink::Paper } else { Ink::Accent });
    Shape::Circle { centre, radius: 3.5, fill: Some(fill), stroke: Some(Stroke::new(Ink::Accent, 1.5)) }
}

/// Solid and hollow points: what they mean.
fn legend(language: Language, sheet: f32, y: f32) -> Vec<Shape> {
    let samples = [(false, language.chart_point_certain()), (true, language.chart_point_open())];
    let width: f32 = samples.iter().map(|(_, text)| 12.0 + Lettering::ASIDE.width(text)).sum::<f32>() + 18.0;
    let mut x = (sheet - width) / 2.0;
    let mut shapes = Vec::new();
    for (open, text) in samples {
        shapes.push(point(Point::new(x, y - 3.0), open));
        shapes.push(Lettering::ASIDE.at(x + 9.0, y, Anchor::Start, text));
        x += 12.0 + Lettering::ASIDE.width(text) + 18.0;
    }
    shapes
}
