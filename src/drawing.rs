//! A drawing: shapes at fixed places, for charts that look the same on the screen and on paper.
//!
//! A chart is made once, as a [`Drawing`]; the screen shows it as SVG ([`Drawing::svg`]), the report turns
//! the same shapes into PDF operators, and a test reads it as lines of text ([`Drawing::lines`]).

use std::fmt::Write as _;

/// Shapes on a sheet of `width` × `height` points; the origin is the top left corner, y runs downwards.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawing {
    pub width: f32,
    pub height: f32,
    /// What the drawing shows, in words, for those who cannot see it.
    pub alternative: String,
    pub shapes: Vec<Shape>,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    Line {
        from: Point,
        to: Point,
        stroke: Stroke,
    },
    Rectangle {
        at: Point,
        width: f32,
        height: f32,
        fill: Option<Fill>,
        stroke: Option<Stroke>,
    },
    Polygon {
        points: Vec<Point>,
        fill: Option<Fill>,
        stroke: Option<Stroke>,
    },
    Circle {
        centre: Point,
        radius: f32,
        fill: Option<Fill>,
        stroke: Option<Stroke>,
    },
    /// One line of text; `at` is on its baseline.
    Text {
        at: Point,
        anchor: Anchor,
        size: f32,
        bold: bool,
        ink: Ink,
        text: String,
    },
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    pub x: f32,
    pub y: f32,
}

/// Where a text's point lies along the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    Start,
    Middle,
    End,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stroke {
    pub ink: Ink,
    pub width: f32,
    pub dashed: bool,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fill {
    pub ink: Ink,
    /// 1 is opaque, 0 invisible.
    pub opacity: f32,
}

/// A colour by its role. The screen maps roles to its theme, paper to [`Ink::rgb`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Ink {
    Text,
    Muted,
    Grid,
    /// The sheet itself, for text on dark fills.
    Paper,
    /// A quiet tint behind table heads and empty bars.
    Tint,
    Accent,
    /// The gate's line.
    Gate,
    /// A maturity level: 0 (below L1) to 5.
    Level(u8),
}

impl Ink {
    /// The role's name in the stylesheet: `ink-accent`, `ink-level-2`.
    pub fn class(self) -> String {
        match self {
            Ink::Text => "ink-text".into(),
            Ink::Muted => "ink-muted".into(),
            Ink::Grid => "ink-grid".into(),
            Ink::Paper => "ink-paper".into(),
            Ink::Tint => "ink-tint".into(),
            Ink::Accent => "ink-accent".into(),
            Ink::Gate => "ink-gate".into(),
            Ink::Level(level) => format!("ink-level-{level}"),
        }
    }

    /// The role's colour on white paper.
    pub fn rgb(self) -> [u8; 3] {
        match self {
            Ink::Text => [0x1c, 0x23, 0x2b],
            Ink::Muted => [0x5a, 0x66, 0x72],
            Ink::Grid => [0xd3, 0xd9, 0xdf],
            Ink::Paper => [0xff, 0xff, 0xff],
            Ink::Tint => [0xee, 0xf2, 0xf5],
            Ink::Accent => [0x0b, 0x5c, 0x7a],
            Ink::Gate => [0xb4, 0x3c, 0x2e],
            Ink::Level(0) => [0x8a, 0x93, 0x9c],
            Ink::Level(1) => [0xc9, 0x8a, 0x1b],
            Ink::Level(2) => [0x2f, 0x8f, 0x6b],
            Ink::Level(3) => [0x1f, 0x7a, 0xa8],
            Ink::Level(4) => [0x4a, 0x55, 0xb0],
            Ink::Level(_) => [0x7a, 0x3f, 0x9c],
        }
    }
}

impl Anchor {
    /// The share of a text that lies before its point.
    pub fn share(self) -> f32 {
        match self {
            Anchor::Start => 0.0,
            Anchor::Middle => 0.5,
            Anchor::End => 1.0,
        }
    }
}

impl Point {
    pub fn new(x: f32, y: f32) -> Point {
        Point { x, y }
    }
}

impl Fill {
    pub fn solid(ink: Ink) -> Fill {
        Fill { ink, opacity: 1.0 }
    }
}

impl Stroke {
    pub fn new(ink: Ink, width: f32) -> Stroke {
        Stroke { ink, width, dashed: false }
    }

    pub fn dashed(ink: Ink, width: f32) -> Stroke {
        Stroke { ink, width, dashed: true }
    }
}

impl Drawing {
    /// The drawing as an SVG element that scales with its container and takes its colours from classes.
    pub fn svg(&self) -> String {
        let mut svg = format!(
            r#"<svg class="drawing" viewBox="0 0 {} {}" role="img" aria-label="{}">"#,
            self.width,
            self.height,
            escape(&self.alternative)
        );
        for shape in &self.shapes {
            write_svg(&mut svg, shape);
        }
        svg.push_str("</svg>");
        svg
    }

    /// The drawing in words, a shape a line with rounded places: for golden tests.
    pub fn lines(&self) -> String {
        let mut lines = format!("drawing {:.0} × {:.0}: {}\n", self.width, self.height, self.alternative);
        for shape in &self.shapes {
            lines.push_str(&line(shape));
            lines.push('\n');
        }
        lines
    }
}

fn write_svg(svg: &mut String, shape: &Shape) {
    let written = match shape {
        Shape::Line { from, to, stroke } => write!(
            svg,
            r#"<line x1="{:.2}" y1="{:.2}" x2="{:.2}" y2="{:.2}"{}/>"#,
            from.x,
            from.y,
            to.x,
            to.y,
            paint(None, Some(stroke))
        ),
        Shape::Rectangle { at, width, height, fill, stroke } => write!(
            svg,
            r#"<rect x="{:.2}" y="{:.2}" width="{width:.2}" height="{height:.2}"{}/>"#,
            at.x,
            at.y,
            paint(fill.as_ref(), stroke.as_ref())
        ),
        Shape::Polygon { points, fill, stroke } => {
            let points: Vec<String> = points.iter().map(|point| format!("{:.2},{:.2}", point.x, point.y)).collect();
            write!(svg, r#"<polygon points="{}"{}/>"#, points.join(" "), paint(fill.as_ref(), stroke.as_ref()))
        }
        Shape::Circle { centre, radius, fill, stroke } => write!(
            svg,
            r#"<circle cx="{:.2}" cy="{:.2}" r="{radius:.2}"{}/>"#,
            centre.x,
            centre.y,
            paint(fill.as_ref(), stroke.as_ref())
        ),
        Shape::Text { at, anchor, size, bold, ink, text } => {
            let anchor = match anchor {
                Anchor::Start => "start",
                Anchor::Middle => "middle",
                Anchor::End => "end",
            };
            let weight = if *bold { r#" font-weight="600""# } else { "" };
            write!(
                svg,
                r#"<text class="fill-{}" x="{:.2}" y="{:.2}" font-size="{size}" text-anchor="{anchor}"{weight}>{}</text>"#,
                ink.class(),
                at.x,
                at.y,
                escape(text)
            )
        }
    };
    written.expect("writing to a string does not fail");
}

fn paint(fill: Option<&Fill>, stroke: Option<&Stroke>) -> String {
    let mut classes = Vec::new();
    let mut attributes = String::new();
    match fill {
        Some(fill) => {
            classes.push(format!("fill-{}", fill.ink.class()));
            if fill.opacity < 1.0 {
                attributes.push_str(&format!(r#" fill-opacity="{}""#, fill.opacity));
            }
        }
        None => attributes.push_str(r#" fill="none""#),
    }
    if let Some(stroke) = stroke {
        classes.push(format!("stroke-{}", stroke.ink.class()));
        attributes.push_str(&format!(r#" stroke-width="{}" stroke-linejoin="round""#, stroke.width));
        if stroke.dashed {
            attributes.push_str(r#" stroke-dasharray="4 3""#);
        }
    }
    if classes.is_empty() { attributes } else { format!(r#" class="{}"{attributes}"#, classes.join(" ")) }
}

fn line(shape: &Shape) -> String {
    match shape {
        Shape::Line { from, to, stroke } => {
            format!("line {:.0},{:.0} to {:.0},{:.0} {}", from.x, from.y, to.x, to.y, stroke.ink.class())
        }
        Shape::Rectangle { at, width, height, fill, .. } => {
            format!("rectangle {:.0},{:.0} {width:.0} × {height:.0} {}", at.x, at.y, fill_name(fill))
        }
        Shape::Polygon { points, fill, .. } => {
            let points: Vec<String> = points.iter().map(|point| format!("{:.0},{:.0}", point.x, point.y)).collect();
            format!("polygon {} {}", points.join(" "), fill_name(fill))
        }
        Shape::Circle { centre, radius, fill, .. } => {
            format!("circle {:.0},{:.0} radius {radius:.0} {}", centre.x, centre.y, fill_name(fill))
        }
        Shape::Text { at, anchor, text, .. } => format!("text {:.0},{:.0} {anchor:?} “{text}”", at.x, at.y),
    }
}

fn fill_name(fill: &Option<Fill>) -> String {
    fill.as_ref().map_or_else(|| "open".into(), |fill| fill.ink.class())
}

/// Text made safe for SVG and HTML, in elements and attributes.
pub fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
