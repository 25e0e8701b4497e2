//! The summary file: what many plants say together, as JSON. A report can show a plant beside it: see [`crate::benchmark`].
//!
//! The fields are stable: new ones may come, none changes its meaning. Numbers with a fraction are strings with the exact
//! value rounded to 4 places; a level is its number, or `null` below the first.

use serde::{Deserialize, Serialize};
use time::Date;

use super::{Bin, Mean, Portfolio, Summary};
use crate::benchmark::{FORMAT, VERSION, written_day};
use crate::scoring::Tally;

/// A portfolio's numbers, as the Portfolio screen shows them.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub struct SummaryFile {
    format: String,
    version: u64,
    /// What its maker calls it; may be empty.
    name: String,
    /// The day it was made, such as `2026-11-29`.
    made: String,
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
#[derive(Debug, PartialEq, Serialize, Deserialize)]
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

/// How many requirements have which answer.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub struct TallyRecord {
    asked: usize,
    met: usize,
    largely_met: usize,
    partly_met: usize,
    not_met: usize,
    not_applicable: usize,
    unknown: usize,
    unanswered: usize,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct BinRecord {
    level: Option<u8>,
    /// Firms whose level no open answer can change any more.
    certain: usize,
    /// Firms at this level if all that is open turns out worst, which may yet stand higher.
    at_least: usize,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct MeanRecord {
    questionnaire: String,
    id: String,
    /// The mean of the totals, 0–5; `null` without firms.
    total: Option<String>,
    /// Firms that have a rating here.
    firms: usize,
}

impl SummaryFile {
    /// The usual name of such a file.
    pub const NAME: &str = "summary.json";

    /// `name` is what its maker calls it, and may be empty.
    pub fn of(portfolio: &Portfolio, name: &str, made: Date) -> SummaryFile {
        let mut summaries = portfolio.summaries().into_iter().map(|summary| SummaryRecord::of(&summary));
        let summary = summaries.next().expect("the questionnaire of new assessments has a summary");
        SummaryFile {
            format: FORMAT.to_owned(),
            version: VERSION,
            name: name.to_owned(),
            made: written_day(made),
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

    /// Whether a text says the same. Ask it of what was written, before it is handed over.
    pub fn is_in(&self, text: &str) -> bool {
        serde_json::from_str::<SummaryFile>(text).is_ok_and(|read| read == *self)
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
            tally: TallyRecord::of(&summary.tally),
            levels: summary.levels.iter().map(bin).collect(),
            sub_domains: summary.sub_domains.iter().map(mean).collect(),
        }
    }
}

impl TallyRecord {
    pub fn of(tally: &Tally) -> TallyRecord {
        // In the order of `Rating::ALL`.
        let [met, largely_met, partly_met, not_met] = tally.rated;
        let Tally { asked, not_applicable, unknown, unanswered, .. } = *tally;
        TallyRecord { asked, met, largely_met, partly_met, not_met, not_applicable, unknown, unanswered }
    }
}

fn bin(bin: &Bin) -> BinRecord {
    BinRecord { level: bin.level.map(|level| level.number()), certain: bin.certain, at_least: bin.at_least }
}

fn mean(mean: &Mean) -> MeanRecord {
    MeanRecord {
        questionnaire: mean.questionnaire.id.clone(),
        id: mean.sub_domain.id.to_string(),
        total: mean.total.as_ref().map(|total| total.round(4)),
        firms: mean.firms,
    }
}
