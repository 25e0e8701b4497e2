//! Results for machines: the JSON of `score` and of `aggregate`'s `summary.json`.
//!
//! The fields are stable: new ones may come, none changes its meaning. Numbers with a fraction are strings with the
//! exact value rounded to 4 places; a level is its number, or `null` below the first.

use serde::Serialize;

use crate::assessment::Part;
use crate::exact::Exact;
use crate::exchange::Opened;
use crate::exchange::pairs::Pairs;
use crate::portfolio::{Bin, Mean, Portfolio, Summary};
use crate::questionnaire::Level;
use crate::scoring::{Bound, Cell, Node, Outcome, Tally};

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

/// How many requirements have which answer.
#[derive(Serialize)]
struct TallyRecord {
    asked: usize,
    met: usize,
    largely_met: usize,
    partly_met: usize,
    not_met: usize,
    not_applicable: usize,
    unknown: usize,
    unanswered: usize,
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
            tally: tally(&plant.tally),
            differs: opened.difference.is_some(),
        }
    }

    /// The record as one line of JSON, without the line's end.
    pub fn line(&self) -> String {
        serde_json::to_string(self).expect("texts and whole numbers always become JSON")
    }
}

/// A portfolio's numbers, as the Portfolio screen shows them.
#[derive(Serialize)]
pub struct PortfolioRecord {
    /// Files taken in, of every kind below.
    files: usize,
    /// Assessments, each once.
    assessments: usize,
    /// Files that could not be read.
    rejected: usize,
    /// Older copies of an assessment.
    set_aside: usize,
    /// What the plants say that answered the questionnaire of new assessments, in any edition.
    #[serde(flatten)]
    summary: SummaryRecord,
    /// The same for each own questionnaire; none of its plants is in the numbers above.
    own_questionnaires: Vec<SummaryRecord>,
}

/// What the plants of one questionnaire say together.
#[derive(Serialize)]
struct SummaryRecord {
    questionnaire: String,
    /// The newest edition that is counted, such as `2026.2`.
    edition: String,
    /// Firms, each by its latest assessment: everything from here on is about these.
    firms: usize,
    /// Those with nothing open.
    complete: usize,
    /// 0–1 over all their requirements together.
    completeness: String,
    tally: TallyRecord,
    /// Below the first level, then every level asked.
    levels: Vec<BinRecord>,
    sub_domains: Vec<MeanRecord>,
}

#[derive(Serialize)]
struct BinRecord {
    level: Option<u8>,
    /// Firms whose level no open answer can change any more.
    certain: usize,
    /// Firms at this level if all that is open turns out worst, which may yet stand higher.
    at_least: usize,
}

#[derive(Serialize)]
struct MeanRecord {
    questionnaire: String,
    id: String,
    /// The mean of the totals, 0–5; `null` without firms.
    total: Option<String>,
    /// Firms that have a rating here.
    firms: usize,
}

impl PortfolioRecord {
    pub fn of(portfolio: &Portfolio) -> PortfolioRecord {
        let mut summaries = portfolio.summaries().into_iter().map(|summary| SummaryRecord::of(&summary));
        let summary = summaries.next().expect("the questionnaire of new assessments has a summary");
        PortfolioRecord {
            files: portfolio.files(),
            assessments: portfolio.plants().len(),
            rejected: portfolio.rejected().len(),
            set_aside: portfolio.set_aside().len(),
            summary,
            own_questionnaires: summaries.collect(),
        }
    }

    /// Pretty JSON, ended by a line's end.
    pub fn text(&self) -> String {
        let text = serde_json::to_string_pretty(self).expect("texts and whole numbers always become JSON");
        text + "\n"
    }
}

impl SummaryRecord {
    fn of(summary: &Summary) -> SummaryRecord {
        SummaryRecord {
            questionnaire: summary.questionnaire.id.clone(),
            edition: summary.questionnaire.version.clone(),
            firms: summary.firms(),
            complete: summary.complete,
            completeness: summary.tally.completeness().round(4),
            tally: tally(&summary.tally),
            levels: summary.levels.iter().map(bin).collect(),
            sub_domains: summary.sub_domains.iter().map(mean).collect(),
        }
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
    let Outcome { cells, reached, total, tally, .. } = &node.outcome;
    DimensionRecord {
        part: match node.part {
            Part::Included => "included",
            Part::Tailored { .. } => "tailored",
            Part::NotInVariant => "not-in-variant",
        },
        total: (tally.rated() > 0).then(|| total.round(4)),
        level: number(*reached),
        scores: Pairs(cells.iter().map(|cell| (cell.level.number().to_string(), rounded(&cell.score))).collect()),
    }
}

fn bound(bound: &Bound) -> BoundRecord {
    BoundRecord { level: number(bound.reached), total: bound.total.round(4) }
}

fn tally(tally: &Tally) -> TallyRecord {
    // In the order of `Rating::ALL`.
    let [met, largely_met, partly_met, not_met] = tally.rated;
    let Tally { asked, not_applicable, unknown, unanswered, .. } = *tally;
    TallyRecord { asked, met, largely_met, partly_met, not_met, not_applicable, unknown, unanswered }
}

fn bin(bin: &Bin) -> BinRecord {
    BinRecord { level: number(bin.level), certain: bin.certain, at_least: bin.at_least }
}

fn mean(mean: &Mean) -> MeanRecord {
    MeanRecord {
        questionnaire: mean.questionnaire.id.clone(),
        id: mean.sub_domain.id.to_string(),
        total: rounded(&mean.total),
        firms: mean.firms,
    }
}

fn rounded(value: &Option<Exact>) -> Option<String> {
    value.as_ref().map(|value| value.round(4))
}

fn number(level: Option<Level>) -> Option<u8> {
    level.map(Level::number)
}
