//! Where names were declared and used, for problems that only show on the whole.

use std::collections::BTreeMap;

use super::{Fault, Place, Problem, Table};

/// The kind of names under which keys are noted.
const KEY: &str = "key";

#[derive(Default)]
pub struct Places {
    /// By kind and name: file and line of the first declaration.
    names: BTreeMap<(&'static str, String), (String, usize)>,
    references: Vec<Reference>,
    repeated: Vec<Problem>,
}

struct Reference {
    kind: &'static str,
    name: String,
    file: String,
    line: usize,
}

impl Places {
    /// Notes where something was named; a second time is a problem.
    pub fn name(&mut self, kind: &'static str, name: &str, table: &Table) {
        if name.is_empty() {
            return;
        }
        let place = (table.file.name.to_owned(), table.line);
        let key = (kind, name.to_owned());
        match self.names.get(&key) {
            Some((file, line)) => {
                let fault = Fault::Duplicate { kind, name: name.to_owned(), first: format!("{file}:{line}") };
                self.repeated.push(Problem { file: place.0, place: Some(Place::Line(place.1)), fault });
            }
            None => {
                self.names.insert(key, place);
            }
        }
    }

    /// Notes where a key stands that there is only one of.
    pub fn key(&mut self, key: &'static str, table: &Table) {
        let place = (table.file.name.to_owned(), table.line_of(key));
        self.names.insert((KEY, key.to_owned()), place);
    }

    /// Notes where something was referred to.
    pub fn reference(&mut self, kind: &'static str, name: &str, table: &Table) {
        if !name.is_empty() {
            let (file, line) = (table.file.name.to_owned(), table.line);
            self.references.push(Reference { kind, name: name.to_owned(), file, line });
        }
    }

    /// Names declared twice, and references to what was declared nowhere.
    pub fn problems(&self) -> Vec<Problem> {
        let lost = self.references.iter().filter(|reference| !self.has(reference.kind, &reference.name));
        let lost = lost.map(|reference| Problem {
            file: reference.file.clone(),
            place: Some(Place::Line(reference.line)),
            fault: Fault::UnknownName { kind: reference.kind, name: reference.name.clone() },
        });
        self.repeated.iter().cloned().chain(lost).collect()
    }

    pub fn has(&self, kind: &'static str, name: &str) -> bool {
        self.names.contains_key(&(kind, name.to_owned()))
    }

    /// The file and line of a declaration.
    pub fn of(&self, kind: &'static str, name: &str) -> Option<&(String, usize)> {
        self.names.get(&(kind, name.to_owned()))
    }

    /// A fault at a key that [`Places::key`] noted; at `file` as a whole where it did not.
    pub fn problem_at(&self, key: &str, file: &str, fault: Fault) -> Problem {
        self.problem(KEY, key, file, fault)
    }

    /// A fault at a declaration; at `file` as a whole where there is none.
    pub fn problem(&self, kind: &'static str, name: &str, file: &str, fault: Fault) -> Problem {
        match self.of(kind, name) {
            Some((file, line)) => Problem { file: file.clone(), place: Some(Place::Line(*line)), fault },
            None => Problem { file: file.to_owned(), place: None, fault },
        }
    }
}
