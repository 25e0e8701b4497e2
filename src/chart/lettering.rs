//! Lettering: lines of text in a drawing, and how much room they take.

use crate::drawing::{Anchor, Ink, Point, Shape};

/// How text is set; the size is in points.
#[derive(Clone, Copy)]
pub struct Lettering {
    pub size: f32,
    pub bold: bool,
    pub ink: Ink,
}

impl Lettering {
    pub const NAME: Lettering = Lettering { size: 11.0, bold: true, ink: Ink::Text };
    pub const VALUE: Lettering = Lettering { size: 12.0, bold: true, ink: Ink::Text };
    pub const LABEL: Lettering = Lettering { size: 10.0, bold: false, ink: Ink::Text };
    pub const ASIDE: Lettering = Lettering { size: 9.0, bold: false, ink: Ink::Muted };

    pub fn ink(self, ink: Ink) -> Lettering {
        Lettering { ink, ..self }
    }

    /// One line with its baseline at `y`.
    pub fn at(self, x: f32, y: f32, anchor: Anchor, text: impl Into<String>) -> Shape {
        let Lettering { size, bold, ink } = self;
        Shape::Text { at: Point::new(x, y), anchor, size, bold, ink, text: text.into() }
    }

    /// The width in points, estimated: the font is the reader's.
    pub fn width(self, text: &str) -> f32 {
        let letters = text.chars().map(|letter| if is_wide(letter) { 1.0 } else { 0.55 }).sum::<f32>();
        // Typesetters part Han characters from letters and digits.
        let joints = text.chars().zip(text.chars().skip(1));
        let gaps = joints.filter(|&(one, other)| is_wide(one) != is_wide(other)).count() as f32 * 0.2;
        (letters + gaps) * self.size
    }

    /// A remark at the foot of a drawing that is `width` points wide, from the baseline `y` on, and where the drawing ends.
    pub fn foot(self, text: &str, width: f32, y: f32) -> (Vec<Shape>, f32) {
        let leading = self.size * 1.35;
        let lines = self.lines(text, width);
        let end = y + leading * (lines.len().max(1) - 1) as f32 + 7.0;
        let line = |(place, line): (usize, String)| self.at(0.0, y + leading * place as f32, Anchor::Start, line);
        (lines.into_iter().enumerate().map(line).collect(), end)
    }

    /// The text in lines of at most `width` points where its spaces and its full-width stops allow it.
    pub fn lines(self, text: &str, width: f32) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        for piece in text.split_inclusive([' ', '，', '；', '。']) {
            match lines.last_mut() {
                Some(line) if self.width(line) + self.width(piece.trim_end()) <= width => line.push_str(piece),
                _ => lines.push(piece.to_owned()),
            }
        }
        lines.iter_mut().for_each(|line| line.truncate(line.trim_end_matches(' ').len()));
        lines
    }
}

/// Han characters, kana and full-width punctuation fill a square.
fn is_wide(letter: char) -> bool {
    matches!(letter, '\u{2E80}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7A3}' | '\u{F900}'..='\u{FAFF}' | '\u{FE30}'..='\u{FE4F}' | '\u{FF00}'..='\u{FF60}' | '\u{20000}'..='\u{3FFFF}')
}
