//! The heat map: every sub-domain at every level, darker for more.

use super::Sheet;
use super::lettering::Lettering;
use crate::assessment::Part;
use crate::drawing::{Anchor, Drawing, Fill, Ink, Point, Shape, Stroke};
use crate::language::Language;
use crate::questionnaire::{Dimension, Level, Questionnaire};
use crate::scoring::{Cell, Scorecard};

const TOP: f32 = 22.0;
const ROW: f32 = 18.0;

/// A row for each sub-domain, a column for each of the questionnaire's levels. The number is the score; a heavy frame says
/// that it reaches the gate, so that a black-and-white print tells it too.
pub fn heat_map(scorecard: &Scorecard, questionnaire: &Questionnaire, sheet: Sheet, language: Language) -> Drawing {
    let width = sheet.width();
    let leaves = questionnaire.sub_domains();
    let names = leaves.iter().map(|leaf| Lettering::LABEL.width(leaf.name.get(language)));
    let left = names.fold(0.0, f32::max) + 16.0;
    let levels: Vec<Level> = questionnaire.levels.iter().map(|meaning| meaning.level).collect();
    let column = (width - left) / levels.len().max(1) as f32;
    let mut shapes = Vec::new();
    let mut readings = Vec::new();
    for (place, level) in levels.iter().enumerate() {
        let middle = left + column * (place as f32 + 0.5);
        shapes.push(Lettering::NAME.at(middle, TOP - 8.0, Anchor::Middle, level.to_string()));
    }
    for (row, leaf) in leaves.iter().enumerate() {
        let top = TOP + ROW * row as f32;
        let baseline = top + ROW / 2.0 + 3.5;
        shapes.push(Lettering::LABEL.at(left - 8.0, baseline, Anchor::End, leaf.name.get(language)));
        let mut own = Vec::new();
        for (place, level) in levels.iter().enumerate() {
            let square = Square { at: Point::new(left + column * place as f32, top), width: column };
            let field = Field::of(scorecard, leaf, *level);
            own.push(format!("{level} {}", field.says(language)));
            shapes.extend(square.shapes(&field, questionnaire));
        }
        readings.push(format!("{} {}", leaf.name.get(language), own.join(" ")));
    }
    let bottom = TOP + ROW * leaves.len() as f32;
    let (foot, height) = Lettering::ASIDE.foot(language.chart_framed(), width, bottom + 15.0);
    shapes.extend(foot);
    let alternative = language.heat_map_alternative(&readings.join(language.list_separator()));
    Drawing { width, height, alternative, shapes }
}

/// What one square has to tell.
enum Field<'a> {
    /// The questionnaire or the target asks nothing here, or nothing of it applies.
    Nothing,
    LeftOut,
    NotRated,
    Rated(&'a Cell),
}

impl<'a> Field<'a> {
    fn of(scorecard: &'a Scorecard, leaf: &Dimension, level: Level) -> Field<'a> {
        let Some(node) = scorecard.node(&leaf.id) else { return Field::Nothing };
        if node.part != Part::Included {
            return Field::LeftOut;
        }
        match node.outcome.cell(level) {
            Some(cell) if cell.score.is_some() => Field::Rated(cell),
            Some(cell) if cell.tally.open() > 0 => Field::NotRated,
            _ => Field::Nothing,
        }
    }

    /// As short as a square is narrow; the legend explains the signs.
    fn sign(&self) -> String {
        match self {
            Field::Nothing => "–".to_owned(),
            Field::LeftOut => "×".to_owned(),
            Field::NotRated => "?".to_owned(),
            Field::Rated(cell) => cell.score.as_ref().map_or_else(String::new, |score| score.floor(2)),
        }
    }

    fn says(&self, language: Language) -> String {
        match self {
            Field::Nothing => "–".to_owned(),
            Field::LeftOut => language.chart_left_out().to_owned(),
            Field::NotRated => language.chart_not_rated().to_owned(),
            Field::Rated(_) => self.sign(),
        }
    }
}

struct Square {
    at: Point,
    width: f32,
}

impl Square {
    fn shapes(&self, field: &Field, questionnaire: &Questionnaire) -> Vec<Shape> {
        let tile = |inset: f32, fill: Option<Fill>, stroke: Option<Stroke>| Shape::Rectangle {
            at: Point::new(self.at.x + inset, self.at.y + inset),
            width: self.width - 2.0 * inset,
            height: ROW - 2.0 * inset,
            fill,
            stroke,
        };
        let mut shapes = Vec::new();
        let mut letters = Lettering::ASIDE;
        if let Field::Rated(Cell { score: Some(score), .. }) = field {
            // Pale enough for the numbers on it.
            let opacity = 0.04 + 0.42 * score.approximate();
            let strong = *score >= questionnaire.gate;
            shapes.push(tile(1.0, Some(Fill { ink: Ink::Accent, opacity }), None));
            if strong {
                shapes.push(tile(1.75, None, Some(Stroke::new(Ink::Text, 1.5))));
            }
            letters = Lettering { bold: strong, ..letters }.ink(Ink::Text);
        } else {
            shapes.push(tile(1.0, None, Some(Stroke::new(Ink::Grid, 0.5))));
        }
        let middle = self.at.x + self.width / 2.0;
        shapes.push(letters.at(middle, self.at.y + ROW / 2.0 + 3.2, Anchor::Middle, field.sign()));
        shapes
    }
}
