//! Many plants: files taken in one by one, each scored here, and what they say together.
//!
//! What comes out does not depend on the order the files came in. A file that cannot be read is kept with its reason
//! and never sinks the others; two files of the same assessment are one plant.

mod file;
mod summary;
mod table;

use std::collections::{BTreeMap, BTreeSet};

use crate::assessment::{Assessment, AssessmentId};
use crate::exchange::{self, Opened, ReadError};

pub use file::{SummaryFile, TallyRecord};
pub use summary::{Bin, Mean, Summary};
pub use table::{rejected_table, table};

/// Files that were taken in. Add to it as long as you like: nothing is settled before it is asked for.
#[derive(Clone, Debug, Default)]
pub struct Portfolio {
    plants: BTreeMap<AssessmentId, Plant>,
    rejected: Vec<Rejected>,
    set_aside: Vec<SetAside>,
}

/// An assessment with the file it came from.
#[derive(Clone, Debug)]
pub struct Plant {
    pub file: String,
    pub opened: Opened,
}

/// A file that could not be read.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rejected {
    pub file: String,
    pub error: ReadError,
}

/// A file whose assessment is there in another file that was changed later.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SetAside {
    pub file: String,
    pub assessment: AssessmentId,
}

impl Portfolio {
    /// Takes in one file, whatever it is.
    pub fn add(&mut self, file: &str, bytes: &[u8]) {
        self.take(file, exchange::read(bytes));
    }

    /// Takes in what reading a file came to.
    pub fn take(&mut self, file: &str, read: Result<Opened, ReadError>) {
        let plant = match read {
            Ok(opened) => Plant { file: file.to_owned(), opened },
            Err(error) => return self.reject(file, error),
        };
        let id = plant.opened.assessment.id.clone();
        let older = match self.plants.remove(&id) {
            Some(other) if other.is_newer_than(&plant) => {
                self.plants.insert(id.clone(), other);
                plant
            }
            other => {
                self.plants.insert(id.clone(), plant);
                let Some(other) = other else { return };
                other
            }
        };
        let set_aside = SetAside { file: older.file, assessment: id };
        let place = self.set_aside.partition_point(|other| *other <= set_aside);
        self.set_aside.insert(place, set_aside);
    }

    fn reject(&mut self, file: &str, error: ReadError) {
        let rejected = Rejected { file: file.to_owned(), error };
        let place = self.rejected.partition_point(|other| *other <= rejected);
        self.rejected.insert(place, rejected);
    }

    /// Ordered by the firm's name, then the assessment's id.
    pub fn plants(&self) -> Vec<&Plant> {
        let mut plants: Vec<&Plant> = self.plants.values().collect();
        plants.sort_by_key(|plant| &plant.assessment().site.firm);
        plants
    }

    /// The plant with this assessment.
    pub fn plant(&self, id: &AssessmentId) -> Option<&Plant> {
        self.plants.get(id)
    }

    /// Ordered by file.
    pub fn rejected(&self) -> &[Rejected] {
        &self.rejected
    }

    /// Ordered by file. The plant that was kept is [`Portfolio::plant`] of its assessment.
    pub fn set_aside(&self) -> &[SetAside] {
        &self.set_aside
    }

    /// What the plants say together, questionnaire by questionnaire: first that of new assessments, even without plants,
    /// then the own ones. Computed anew at each call.
    pub fn summaries(&self) -> Vec<Summary> {
        Summary::all(&self.plants())
    }

    /// How many firms the plants belong to.
    pub fn firms(&self) -> usize {
        summary::firms(&self.plants()).into_values().collect::<BTreeSet<_>>().len()
    }

    /// How many of them have nothing open in any assessment that counts.
    pub fn complete_firms(&self) -> usize {
        let plants = self.plants();
        let firms = summary::firms(&plants);
        let counted: BTreeSet<AssessmentId> =
            Summary::all(&plants).into_iter().flat_map(|summary| summary.counted).collect();
        let open = |plant: &&&Plant| plant.opened.scorecard.plant.tally.open() > 0;
        let of_firm = |plant: &&Plant| &firms[&plant.assessment().id];
        let counted = plants.iter().filter(|plant| counted.contains(&plant.assessment().id));
        let unfinished: BTreeSet<&String> = counted.filter(open).map(of_firm).collect();
        firms.values().collect::<BTreeSet<_>>().difference(&unfinished).count()
    }

    /// How many files were taken in.
    pub fn files(&self) -> usize {
        self.plants.len() + self.rejected.len() + self.set_aside.len()
    }
}

impl Plant {
    pub fn assessment(&self) -> &Assessment {
        &self.opened.assessment
    }

    /// Which of two files of one assessment counts: the one changed last; between equals a fixed one.
    fn is_newer_than(&self, other: &Plant) -> bool {
        let text =
            |plant: &Plant| exchange::write(plant.assessment(), plant.opened.questionnaire, &plant.opened.scorecard);
        (self.assessment().changed, &self.file)
            .cmp(&(other.assessment().changed, &other.file))
            .then_with(|| text(self).cmp(&text(other)))
            .is_gt()
    }
}
