//! The box around what is drawn.

use crate::drawing::Point;
use crate::report::layout::{Drawn, Outline};

/// Edges in points from the page's top left corner; the width of strokes does not count.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bounds {
    pub left: f32,
    pub top: f32,
    pub right: f32,
    pub bottom: f32,
}

impl Bounds {
    pub const NOTHING: Bounds =
        Bounds { left: f32::INFINITY, top: f32::INFINITY, right: f32::NEG_INFINITY, bottom: f32::NEG_INFINITY };

    pub fn of(drawn: &Drawn) -> Bounds {
        let (from, to) = match drawn {
            // Of a text that is turned, as if it were not.
            Drawn::Text(run) | Drawn::Turned { run, .. } => {
                (Point::new(run.x, run.y - run.size), Point::new(run.x + run.width, run.y + 0.2 * run.size))
            }
            Drawn::Logo { at, width, height } => (*at, Point::new(at.x + width, at.y + height)),
            Drawn::Path { outline, .. } => match outline {
                Outline::Line(from, to) => return Bounds::around(&[*from, *to]),
                Outline::Polygon(points) => return Bounds::around(points),
                Outline::Rectangle { at, width, height } => (*at, Point::new(at.x + width, at.y + height)),
                Outline::Circle { centre: Point { x, y }, radius } => {
                    (Point::new(x - radius, y - radius), Point::new(x + radius, y + radius))
                }
            },
        };
        Bounds::around(&[from, to])
    }

    /// The box around both.
    pub fn and(self, other: Bounds) -> Bounds {
        Bounds {
            left: self.left.min(other.left),
            top: self.top.min(other.top),
            right: self.right.max(other.right),
            bottom: self.bottom.max(other.bottom),
        }
    }

    fn around(points: &[Point]) -> Bounds {
        let at = |point: &Point| Bounds { left: point.x, top: point.y, right: point.x, bottom: point.y };
        points.iter().map(at).fold(Bounds::NOTHING, Bounds::and)
    }
}
