//! One plant's tables: what the report says, as cells to sort, filter and go on working with.
//!
//! Like the report they compute nothing: scores are those of the scorecard, rounded down, distances rounded up, and what
//! is unanswered, not known, not met and not applicable stays apart.

mod actions;
mod answers;
mod checks;
mod facts;
mod scores;
mod summary;

#[cfg(feature = "workbook")]
use super::xlsx;
use super::{Cell, Table, TableFault, csv};
use crate::assessment::{Assessment, Scope};
use crate::exact::Exact;
#[cfg(feature = "workbook")]
use crate::exchange;
use crate::exchange::Opened;
use crate::language::Language;
use crate::questionnaire::{Dimension, Questionnaire, Requirement, Wording};
use crate::scoring::Scorecard;

/// All tables of one assessment, each a sheet. `questionnaire` is the edition it answers and `scorecard` its result.
pub fn tables(
    questionnaire: &Questionnaire,
    assessment: &Assessment,
    scorecard: &Scorecard,
    language: Language,
) -> Vec<Table> {
    let plant = Plant { questionnaire, assessment, scorecard, language };
    let tables = [summary::table(&plant), scores::table(&plant), actions::table(&plant), answers::table(&plant)];
    tables.into_iter().chain(facts::table(&plant)).chain(checks::table(&plant)).collect()
}

/// The action list alone: every gap in the order of work with its measure, and columns to fill in who does it and by when.
pub fn actions(
    questionnaire: &Questionnaire,
    assessment: &Assessment,
    scorecard: &Scorecard,
    language: Language,
) -> Table {
    actions::table(&Plant { questionnaire, assessment, scorecard, language })
}

/// All tables as a workbook.
#[cfg(feature = "workbook")]
pub fn workbook(opened: &Opened, language: Language) -> Result<Vec<u8>, TableFault> {
    let tables = tables(opened.questionnaire, &opened.assessment, &opened.scorecard, language);
    xlsx::write(&title(opened), opened.assessment.changed, &tables)
}

/// The action list as a workbook.
#[cfg(feature = "workbook")]
pub fn actions_workbook(opened: &Opened, language: Language) -> Result<Vec<u8>, TableFault> {
    let actions = actions(opened.questionnaire, &opened.assessment, &opened.scorecard, language);
    xlsx::write(&title(opened), opened.assessment.changed, &[actions])
}

/// The action list as CSV.
pub fn actions_csv(opened: &Opened, language: Language) -> Result<Vec<u8>, TableFault> {
    let actions = actions(opened.questionnaire, &opened.assessment, &opened.scorecard, language);
    csv::write(&actions).map(String::into_bytes)
}

/// What a workbook says it is about.
#[cfg(feature = "workbook")]
fn title(opened: &Opened) -> String {
    exchange::file_stem(&opened.assessment)
}

/// What the tables are written from.
struct Plant<'a> {
    questionnaire: &'a Questionnaire,
    assessment: &'a Assessment,
    scorecard: &'a Scorecard,
    language: Language,
}

impl<'a> Plant<'a> {
    fn scope(&self) -> Scope {
        Scope::of(self.questionnaire, self.assessment)
    }

    /// A requirement in the words for this plant's kind of manufacturing.
    fn wording<'r>(&self, requirement: &'r Requirement) -> &'r Wording {
        requirement.wording(&self.assessment.variant)
    }

    /// A dimension's place in the tree: element, domain and sub-domain, the last ones empty where it is above them. A
    /// domain without sub-domains stands as both.
    fn path(&self, dimension: &Dimension) -> [Cell; 3] {
        fn way<'d>(among: &'d [Dimension], to: &Dimension, way_there: &mut Vec<&'d Dimension>) -> bool {
            among.iter().any(|dimension| {
                way_there.push(dimension);
                let found = dimension.id == to.id || way(&dimension.children, to, way_there);
                if !found {
                    way_there.pop();
                }
                found
            })
        }
        let mut dimensions = Vec::new();
        way(&self.questionnaire.elements, dimension, &mut dimensions);
        if dimensions.len() == 2 && dimension.children.is_empty() {
            dimensions.push(dimension);
        }
        let name = |dimension: Option<&&Dimension>| {
            dimension.map_or(Cell::Empty, |dimension| Cell::text(dimension.name.get(self.language)))
        };
        [0, 1, 2].map(|depth| name(dimensions.get(depth)))
    }
}

/// A score, rounded down so that it never shows more than was reached.
fn score(score: &Exact) -> Cell {
    Cell::number(score.floor(2))
}
