//! The rectangle that something drawn covers.

use factory_checkup::drawing::Point;
use factory_checkup::report::layout::{Drawn, Outline};

/// A rectangle by its edges.
#[derive(Clone, Copy, Debug)]
pub struct Bounds {
    pub left: f32,
    pub top: f32,
    pub right: f32,
    pub bottom: f32,
}

/// The box of the outline or of the text's em squares; the width of strokes is not counted.
pub fn bounds(drawn: &Drawn) -> Bounds {
    let around = |points: &[Point]| Bounds {
        left: points.iter().map(|point| point.x).fold(f32::INFINITY, f32::min),
        top: points.iter().map(|point| point.y).fold(f32::INFINITY, f32::min),
        right: points.iter().map(|point| point.x).fold(f32::NEG_INFINITY, f32::max),
        bottom: points.iter().map(|point| point.y).fold(f32::NEG_INFINITY, f32::max),
    };
    match drawn {
        Drawn::Logo { at, width, height } => around(&[*at, Point::new(at.x + width, at.y + height)]),
        Drawn::Turned { run, degrees } => {
            let (sin, cos) = degrees.to_radians().sin_cos();
            let corner =
                |along: f32, up: f32| Point::new(run.x + along * cos - up * sin, run.y - along * sin - up * cos);
            around(&[0.0, run.width].map(|along| [corner(along, 0.0), corner(along, 0.88 * run.size)]).concat())
        }
        Drawn::Text(run) => Bounds {
            left: run.x,
            top: run.y - 0.88 * run.size,
            right: run.x + run.width,
            bottom: run.y + 0.12 * run.size,
        },
        Drawn::Path { outline, .. } => match outline {
            Outline::Line(from, to) => around(&[*from, *to]),
            Outline::Rectangle { at, width, height } => around(&[*at, Point::new(at.x + width, at.y + height)]),
            Outline::Polygon(points) => around(points),
            Outline::Circle { centre, radius } => around(&[
                Point::new(centre.x - radius, centre.y - radius),
                Point::new(centre.x + radius, centre.y + radius),
            ]),
        },
    }
}
