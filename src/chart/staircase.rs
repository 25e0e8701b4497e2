//! The staircase: the levels as steps, what is met filled, and how far the next step is climbed.

use super::Sheet;
use super::lettering::Lettering;
use crate::drawing::{Anchor, Drawing, Fill, Ink, Point, Shape, Stroke};
use crate::language::Language;
use crate::questionnaire::{Level, LevelMeaning, Questionnaire};
use crate::scoring::{Cell, Scorecard};

/// Room above the highest step for its name and mark.
const TOP: f32 = 46.0;
const STEP: f32 = 24.0;
/// Under the ground line, for what each step says.
const FOOT: f32 = 34.0;

/// A step for every level of the questionnaire. A met one is filled; the first unmet one is filled as far as its score
/// goes, with the gate as a line across it; a level that is not asked is only dashed.
pub fn staircase(
    scorecard: &Scorecard,
    questionnaire: &Questionnaire,
    target: Level,
    sheet: Sheet,
    language: Language,
) -> Drawing {
    let width = sheet.width();
    let count = questionnaire.levels.len().max(1);
    let step = width / count as f32;
    let ground = TOP + STEP * count as f32 + 10.0;
    let mut shapes = Vec::new();
    let mut readings = Vec::new();
    for (place, meaning) in questionnaire.levels.iter().enumerate() {
        let height = STEP * (place + 1) as f32 + 10.0;
        let at = Point::new(step * place as f32, ground - height);
        let cell = scorecard.plant.cell(meaning.level).filter(|cell| cell.tally.asked > 0);
        let next = scorecard.next.as_ref().is_some_and(|next| next.level == meaning.level);
        let tread = Tread { at, width: step - 4.0, height, next };
        shapes.extend(tread.shapes(meaning, cell, questionnaire));
        shapes.extend(tread.name(meaning, sheet, language));
        let says = says(cell, next, language);
        let middle = at.x + (step - 4.0) / 2.0;
        shapes.push(Lettering::LABEL.at(middle, ground + 14.0, Anchor::Middle, &says));
        let mark = match (scorecard.plant.reached == Some(meaning.level), target == meaning.level) {
            (true, true) => Some(language.chart_here_and_target()),
            (true, false) => Some(language.chart_here()),
            (false, true) => Some(language.chart_target()),
            (false, false) => None,
        };
        if let Some(mark) = mark {
            shapes.push(Lettering::ASIDE.ink(Ink::Gate).at(middle, ground + 27.0, Anchor::Middle, mark));
        }
        readings.push(format!("{} {says}", meaning.level));
    }
    shapes.push(Shape::Line {
        from: Point::new(0.0, ground),
        to: Point::new(width, ground),
        stroke: Stroke::new(Ink::Muted, 1.0),
    });
    let alternative = language.staircase_alternative(&readings.join(language.list_separator()));
    Drawing { width, height: ground + FOOT, alternative, shapes }
}

/// One step's place.
struct Tread {
    at: Point,
    width: f32,
    height: f32,
    next: bool,
}

impl Tread {
    fn shapes(&self, meaning: &LevelMeaning, cell: Option<&Cell>, questionnaire: &Questionnaire) -> Vec<Shape> {
        let ink = Ink::Level(meaning.level.number());
        let block = |height: f32, fill: Option<Fill>, stroke: Option<Stroke>| Shape::Rectangle {
            at: Point::new(self.at.x, self.at.y + self.height - height),
            width: self.width,
            height,
            fill,
            stroke,
        };
        let Some(cell) = cell else {
            return vec![block(self.height, None, Some(Stroke::dashed(Ink::Muted, 0.75)))];
        };
        if cell.met {
            return vec![block(self.height, Some(Fill::solid(ink)), None)];
        }
        let mut shapes = vec![block(self.height, Some(Fill::solid(Ink::Tint)), Some(Stroke::new(Ink::Grid, 0.75)))];
        if let Some(score) = &cell.score {
            shapes.push(block(self.height * score.approximate(), Some(Fill { ink, opacity: 0.45 }), None));
        }
        if self.next {
            let y = self.at.y + self.height * (1.0 - questionnaire.gate.approximate());
            shapes.push(Shape::Line {
                from: Point::new(self.at.x, y),
                to: Point::new(self.at.x + self.width, y),
                stroke: Stroke::dashed(Ink::Gate, 1.25),
            });
        }
        shapes
    }

    /// `L2 规范级` over the step; on a phone in two lines.
    fn name(&self, meaning: &LevelMeaning, sheet: Sheet, language: Language) -> Vec<Shape> {
        let middle = self.at.x + self.width / 2.0;
        let (level, name) = (meaning.level.to_string(), meaning.name.get(language));
        let whole = format!("{level} {name}");
        if sheet == Sheet::Page && Lettering::NAME.width(&whole) <= self.width + 2.0 {
            return vec![Lettering::NAME.at(middle, self.at.y - 6.0, Anchor::Middle, whole)];
        }
        vec![
            Lettering::NAME.at(middle, self.at.y - 18.0, Anchor::Middle, level),
            Lettering::ASIDE.at(middle, self.at.y - 6.0, Anchor::Middle, name),
        ]
    }
}

fn says(cell: Option<&Cell>, next: bool, language: Language) -> String {
    match cell {
        None => language.chart_not_asked().to_owned(),
        Some(cell) => match &cell.score {
            None => language.chart_not_rated().to_owned(),
            Some(score) if cell.met => language.chart_score_met(&score.floor(2)),
            Some(score) if next => score.floor(2),
            Some(score) => language.chart_score_waits(&score.floor(2)),
        },
    }
}
