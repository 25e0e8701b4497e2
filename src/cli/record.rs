//! Results for machines: the JSON of `score`.
//!
//! The fields are stable: new ones may come, none changes its meaning. Numbers with a fraction are strings with the
//! exact value rounded to 4 places; a level is its number, or `null` below the first.

use serde::Serialize;

use crate::assessment::Part;
use crate::exact::Exact;
use crate::exchange::Opened;
use crate::exchange::pairs::Pairs;
use crate::portfolio::TallyRecord;
use crate::questionnaire::Level;
use crate::scoring::{Bound, Cell, Node, Outcome};

/// One line of `score`.
#[derive(Serialize)]
pub struct Record {
    /// The path as it was given or found.
    file: String,
    /// The assessment's id.
    id: String,
    firm: String,
    /// The kind of manufacturing, such as `discrete`.
    variant: String,
    /// By what was rated so far; see `band` and `certain` before calling it reached.
    level: Option<u8>,
    /// No open answer can change the level any more.
    certain: bool,
    /// 0–5.
    total: String,
    levels: Vec<LevelRecord>,
    /// Every element, domain and sub-domain by id, in the questionnaire's order, parents before children.
    dimensions: Pairs<DimensionRecord>,
    band: BandRecord,
    /// 0–1: the ratio of what is asked that is rated or not applicable.
    completeness: String,
    tally: TallyRecord,
    /// The file states another result than its answers give.
    differs: bool,
}

/// A level that has requirements.
#[derive(Serialize)]
struct LevelRecord {
    level: u8,
    /// 0–1 over what was rated; `null` when nothing was.
    score: Option<String>,
    /// If everything open turns out not met, and if met; `null` when nothing is asked.
    worst: Option<String>,
    best: Option<String>,
    /// The score reaches the gate, and so do those of all lower levels.
    met: bool,
}

#[derive(Serialize)]
struct DimensionRecord {
    /// `included`, `tailored` or `not-in-variant`; only an included one has values.
    part: &'static str,
    /// 0–5; `null` when nothing was rated.
    total: Option<String>,
    level: Option<u8>,
    /// The score by level, as in `levels`.
    scores: Pairs<Option<String>>,
}

#[derive(Serialize)]
struct BandRecord {
    worst: BoundRecord,
    best: BoundRecord,
}

#[derive(Serialize)]
struct BoundRecord {
    level: Option<u8>,
    total: String,
}

impl Record {
    pub fn of(file: &str, opened: &Opened) -> Record {
        let plant = &opened.scorecard.plant;
        let dimensions = opened.scorecard.nodes.iter().map(|node| (node.dimension.to_string(), dimension(node)));
        Record {
            file: file.to_owned(),
            id: opened.assessment.id.to_string(),
            firm: opened.assessment.site.firm.clone(),
            variant: opened.assessment.variant.to_string(),
            level: number(plant.reached),
            certain: opened.scorecard.level_is_certain(),
            total: plant.total.round(4),
            levels: plant.cells.iter().map(level).collect(),
            dimensions: Pairs(dimensions.collect()),
            band: BandRecord { worst: bound(&plant.band.worst), best: bound(&plant.band.best) },
            completeness: plant.tally.completeness().round(4),
            tally: TallyRecord::of(&plant.tally),
            differs: opened.difference.is_some(),
        }
    }

    /// The record as one line of JSON, without the line's end.
    pub fn line(&self) -> String {
        serde_json::to_string(self).expect("texts and whole numbers always become JSON")
    }
}

fn level(cell: &Cell) -> LevelRecord {
    LevelRecord {
        level: cell.level.number(),
        score: rounded(&cell.score),
        worst: rounded(&cell.worst),
        best: rounded(&cell.best),
        met: cell.met,
    }
}

fn dimension(node: &Node) -> DimensionRecord {
    let Outcome { cells, reached, total, .. } = &node.outcome;
    DimensionRecord {
        part: match node.part {
            Part::Included => "included",
            Part::Tailored { .. } => "tailored",
            Part::NotInVariant => "not-in-variant",
        },
        total: node.outcome.is_known().then(|| total.round(4)),
        level: number(*reached),
        scores: Pairs(cells.iter().map(|cell| (cell.level.number().to_string(), rounded(&cell.score))).collect()),
    }
}

fn bound(bound: &Bound) -> BoundRecord {
    BoundRecord { level: number(bound.reached), total: bound.total.round(4) }
}

fn rounded(value: &Option<Exact>) -> Option<String> {
    value.as_ref().map(|value| value.round(4))
}

fn number(level: Option<Level>) -> Option<u8> {
    level.map(Level::number)
}
