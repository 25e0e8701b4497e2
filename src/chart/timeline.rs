//! The timeline: projects as bars over three years.

use super::Sheet;
use super::lettering::Lettering;
use crate::drawing::{Anchor, Drawing, Fill, Ink, Point, Shape, Stroke};
use crate::language::Language;
use crate::plan::{Plan, Project};
use crate::questionnaire::Questionnaire;
use crate::scoring::Standing;

const TOP: f32 = 20.0;
const ROW: f32 = 13.0;
const BAR: f32 = 8.0;
const MONTHS: u32 = 36;
/// The room for an arrow past the last month.
const ARROW: f32 = 11.0;
/// How many projects have a bar.
const SHOWN: usize = 30;

/// A bar for each of the first projects. One that runs beyond three years ends in an arrow at the edge; what begins later
/// is only counted.
pub fn timeline(plan: &Plan, questionnaire: &Questionnaire, sheet: Sheet, language: Language) -> Drawing {
    let within = |(_, project): &(usize, &Project)| project.months().0 <= MONTHS;
    let projects: Vec<(usize, &Project)> = plan.projects.iter().enumerate().filter(within).take(SHOWN).collect();
    let name = |place: usize, project: &Project| {
        let name = questionnaire.name_of(project.dimension, language).unwrap_or(project.dimension.as_str());
        format!("{} {name} {}", language.project_number(place + 1), project.level)
    };
    let width = sheet.width();
    let names = projects.iter().map(|(place, project)| Lettering::ASIDE.width(&name(*place, project)));
    let left = names.fold(0.0, f32::max) + 16.0;
    let right = width - ARROW;
    let x = |months: f32| left + (right - left) * (months / MONTHS as f32).min(1.0);
    let bottom = TOP + ROW * projects.len() as f32;
    let mut shapes = Vec::new();
    for month in (0..=MONTHS).step_by(6) {
        let heavy = month % 12 == 0;
        shapes.push(Shape::Line {
            from: Point::new(x(month as f32), TOP - 4.0),
            to: Point::new(x(month as f32), bottom),
            stroke: Stroke::new(if heavy { Ink::Muted } else { Ink::Grid }, 0.75),
        });
        let anchor = match month {
            0 => Anchor::Start,
            MONTHS => Anchor::End,
            _ => Anchor::Middle,
        };
        shapes.push(Lettering::ASIDE.at(x(month as f32), TOP - 8.0, anchor, language.chart_month(month)));
    }
    let now = |project: &Project| project.standing == Standing::Now;
    let beyond = |project: &Project| project.months().1 > MONTHS;
    let mut readings = Vec::new();
    for (row, (place, project)) in projects.iter().enumerate() {
        let top = TOP + ROW * row as f32;
        let label = name(*place, project);
        shapes.push(Lettering::ASIDE.ink(Ink::Text).at(left - 8.0, top + ROW / 2.0 + 3.0, Anchor::End, &label));
        let weeks = |week: u32| x(week as f32 * 12.0 / 52.0);
        let ink = Ink::Level(project.level.number());
        shapes.push(Shape::Rectangle {
            at: Point::new(weeks(project.start), top + (ROW - BAR) / 2.0),
            width: (weeks(project.end()) - weeks(project.start)).max(1.0),
            height: BAR,
            fill: Some(Fill { ink, opacity: if now(project) { 1.0 } else { 0.35 } }),
            stroke: Some(Stroke::new(ink, 0.75)),
        });
        let (from, to) = project.months();
        if beyond(project) {
            shapes.push(arrow(Point::new(right + 2.0, top + ROW / 2.0), ink));
        }
        readings.push(format!("{label} {from}–{to}"));
    }
    let later = plan.projects.len() - projects.len();
    let any = |holds: &dyn Fn(&Project) -> bool| projects.iter().any(|(_, project)| holds(project));
    let notes = language.sentences([
        (any(&now) && any(&|project| !now(project))).then(|| language.chart_dark_and_light().to_owned()),
        any(&beyond).then(|| language.chart_beyond(MONTHS)),
        (later > 0).then(|| language.chart_begin_later(later)),
    ]);
    let mut height = bottom + 6.0;
    if !notes.is_empty() {
        let (foot, below) = Lettering::ASIDE.foot(&notes, width, bottom + 14.0);
        shapes.extend(foot);
        height = below;
    }
    let alternative = language.timeline_alternative(&readings.join(language.list_separator()));
    Drawing { width, height, alternative, shapes }
}

/// To the right, from the middle of its back.
fn arrow(back: Point, ink: Ink) -> Shape {
    let points = [(ARROW - 3.0, 0.0), (0.0, -BAR / 2.0), (0.0, BAR / 2.0)];
    Shape::Polygon {
        points: points.map(|(x, y)| Point::new(back.x + x, back.y + y)).to_vec(),
        fill: Some(Fill::solid(ink)),
        stroke: None,
    }
}
