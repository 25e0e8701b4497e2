//! A workbook's cells → the text of a questionnaire's file → the questionnaire, or every problem by its cell.

use std::collections::{BTreeMap, BTreeSet};

use super::cells;
use super::grid::{self, Grid};
use super::layout::{self, Column, DIMENSIONS, Kind, LANGUAGES, LISTS, MODEL, REQUIREMENTS, SUB_DOMAIN, WORDINGS};
use super::lines::{Lines, list, whole};
use super::places;
use crate::document::{Cell, Fault, Place, Problem};
use crate::questionnaire::Questionnaire;
use crate::questionnaire::writing::{key, quoted};

pub fn read(name: &str, bytes: &[u8]) -> Result<Questionnaire, Vec<Problem>> {
    let mut problems = Vec::new();
    let sheets = cells::read(name, bytes, &mut problems).map_err(|message| {
        vec![Problem { file: name.to_owned(), place: None, fault: Fault::NotAWorkbook { message } }]
    })?;
    let grids = grid::grids(name, sheets, &mut problems);
    // Without a column or a sheet, nearly every row would be at fault besides.
    if problems.iter().any(|problem| matches!(problem.fault, Fault::MissingSheet { .. } | Fault::MissingColumn { .. }))
    {
        problems.sort();
        return Err(problems);
    }
    let mut book = Book { file: name, grids, lines: Lines::default(), problems };
    book.write();
    let Book { grids, lines, mut problems, .. } = book;
    match Questionnaire::read(&[(name, &lines.text)]) {
        Ok(questionnaire) if problems.is_empty() => Ok(questionnaire),
        read => {
            let found = read.err().into_iter().flatten();
            problems.extend(found.map(|problem| places::in_cells(problem, &grids, &lines)));
            problems.sort();
            problems.dedup();
            Err(problems)
        }
    }
}

struct Book<'a> {
    file: &'a str,
    grids: Vec<Grid>,
    lines: Lines,
    problems: Vec<Problem>,
}

impl Book<'_> {
    fn grid(&self, sheet: &str) -> Option<&Grid> {
        self.grids.iter().find(|grid| grid.sheet.name == sheet)
    }

    fn rows(&self, sheet: &str) -> Vec<u32> {
        self.grid(sheet).map_or_else(Vec::new, |grid| grid.rows.clone())
    }

    fn text(&self, sheet: &str, row: u32, key: &str) -> String {
        self.grid(sheet).map_or_else(String::new, |grid| grid.text(row, key).to_owned())
    }

    fn cell(&self, sheet: &str, row: u32, key: &str) -> Option<Cell> {
        self.grid(sheet)?.cell(row, key)
    }

    fn report(&mut self, cell: Option<Cell>, fault: Fault) {
        self.problems.push(Problem { file: self.file.to_owned(), place: cell.map(Place::Cell), fault });
    }

    fn write(&mut self) {
        self.write_model();
        for sheet in &LISTS {
            if self.rows(sheet.name).is_empty() {
                self.lines.add(&format!("{} = []", sheet.table), None);
            }
        }
        for sheet in LISTS.iter().chain([&DIMENSIONS]) {
            for row in self.rows(sheet.name) {
                self.lines.add(&format!("[[{}]]", sheet.table), self.cell(sheet.name, row, sheet.columns[0].key));
                for column in sheet.columns {
                    self.write_column(sheet.name, row, column);
                }
            }
        }
        self.write_sub_domains();
    }

    fn write_model(&mut self) {
        let rows = self.rows(MODEL.name);
        for row in rows.iter().skip(1) {
            self.report(self.cell(MODEL.name, *row, MODEL.columns[0].key), Fault::OneRowOnly);
        }
        // Where there is none, its empty cells are what is wrong.
        let row = rows.first().copied().unwrap_or(1);
        for column in MODEL.columns {
            self.write_column(MODEL.name, row, column);
        }
    }

    /// One column of a row, in the table that was begun.
    fn write_column(&mut self, sheet: &str, row: u32, column: &Column) {
        match column.kind {
            Kind::Both => {
                if self.is_there(sheet, row, column) {
                    for language in LANGUAGES {
                        self.write_cell(sheet, row, &format!("{}.{language}", column.key), quoted);
                    }
                }
            }
            Kind::Weights => self.write_weights(sheet, row, column),
            Kind::Range => {
                let [from, to] = ["from", "to"].map(|end| format!("{}.{end}", column.key));
                if self.is_there(sheet, row, column) {
                    let range = [&from, &to].map(|key| whole(&self.text(sheet, row, key))).join(", ");
                    self.lines.add(&format!("{} = [{range}]", column.key), self.cell(sheet, row, &from));
                }
            }
            Kind::Flag => match self.text(sheet, row, column.key).to_lowercase().as_str() {
                "" | layout::NO | "false" | "否" => {}
                layout::YES | "true" | "是" => self.write_cell(sheet, row, column.key, |_| "true".into()),
                _ => self.write_cell(sheet, row, column.key, quoted),
            },
            _ if !self.is_there(sheet, row, column) => {}
            Kind::Whole => self.write_cell(sheet, row, column.key, whole),
            Kind::Words => self.write_cell(sheet, row, column.key, |text| list(words(text))),
            Kind::Word | Kind::Decimal | Kind::Lines => self.write_cell(sheet, row, column.key, quoted),
        }
    }

    /// Whether a column is to be written: always, unless it may be empty and is.
    fn is_there(&self, sheet: &str, row: u32, column: &Column) -> bool {
        !column.optional || column.heads(&[]).iter().any(|key| !self.text(sheet, row, key).is_empty())
    }

    fn write_cell(&mut self, sheet: &str, row: u32, key: &str, value: impl Fn(&str) -> String) {
        let text = self.text(sheet, row, key);
        self.lines.add(&format!("{key} = {}", value(&text)), self.cell(sheet, row, key));
    }

    fn write_weights(&mut self, sheet: &str, row: u32, column: &Column) {
        let prefix = format!("{}.", column.key);
        let heads: Vec<String> = self.grid(sheet).map_or_else(Vec::new, |grid| {
            let weights = grid.heads().filter(|head| head.starts_with(&prefix) && !grid.text(row, head).is_empty());
            weights.map(str::to_owned).collect()
        });
        if heads.is_empty() {
            self.lines.add(&format!("{} = {{}}", column.key), self.cell(sheet, row, "id"));
        }
        for head in heads {
            let variant = key(&head[prefix.len()..]);
            let percent = whole(&self.text(sheet, row, &head));
            self.lines.add(&format!("{}.{variant} = {percent}", column.key), self.cell(sheet, row, &head));
        }
    }

    /// Each dimension of which more is said, with its requirements; then requirements of dimensions that there are not.
    fn write_sub_domains(&mut self) {
        let mut requirements: BTreeMap<String, Vec<u32>> = BTreeMap::new();
        for row in self.rows(REQUIREMENTS.name) {
            let id = self.text(REQUIREMENTS.name, row, "id");
            let dimension = id.split('.').next().unwrap_or_default().to_owned();
            requirements.entry(dimension).or_default().push(row);
        }
        let wordings = self.wordings();
        let sheet = DIMENSIONS.name;
        for row in self.rows(sheet) {
            let id = self.text(sheet, row, "id");
            let of_this = requirements.remove(&id).unwrap_or_default();
            if of_this.is_empty() && !SUB_DOMAIN.iter().any(|column| self.is_there(sheet, row, column)) {
                continue;
            }
            let cell = self.cell(sheet, row, "id");
            self.lines.add("[[sub_domain]]", cell.clone());
            self.lines.add(&format!("dimension = {}", quoted(&id)), cell.clone());
            for (head, name) in [("about.zh", "about.zh"), ("about.en", "about.en"), ("texts_source", "source")] {
                let text = quoted(&self.text(sheet, row, head));
                self.lines.add(&format!("{name} = {text}"), self.cell(sheet, row, head).or(cell.clone()));
            }
            self.write_requirements(&of_this, &wordings);
        }
        for (id, rows) in requirements {
            let cell = self.cell(REQUIREMENTS.name, rows[0], "id");
            // What such a dimension would be about is not what is wrong.
            let source = self.rows("sources").first().map(|row| self.text("sources", *row, "id")).unwrap_or_default();
            self.lines.add("[[sub_domain]]", cell.clone());
            self.lines.add(&format!("dimension = {}", quoted(&id)), cell.clone());
            self.lines.add("about = { zh = \"?\", en = \"?\" }", cell.clone());
            self.lines.add(&format!("source = {}", quoted(&source)), cell);
            self.write_requirements(&rows, &wordings);
        }
    }

    fn write_requirements(&mut self, rows: &[u32], wordings: &BTreeMap<String, BTreeMap<String, u32>>) {
        if rows.is_empty() {
            self.lines.add("requirement = []", None);
        }
        let sheet = REQUIREMENTS.name;
        for row in rows {
            let id = self.cell(sheet, *row, "id");
            self.lines.add("[[sub_domain.requirement]]", id.clone());
            for column in REQUIREMENTS.columns.iter().filter(|column| !column.is_bilingual()) {
                self.write_column(sheet, *row, column);
            }
            let variants = wordings.get(&self.text(sheet, *row, "id")).cloned().unwrap_or_default();
            for language in LANGUAGES {
                self.lines.add(&format!("[sub_domain.requirement.{language}]"), id.clone());
                self.write_texts(sheet, *row, REQUIREMENTS.columns, language);
                for (variant, row) in &variants {
                    let cell = self.cell(WORDINGS.name, *row, "variant");
                    self.lines.add(&format!("[sub_domain.requirement.{language}.{}]", key(variant)), cell);
                    self.write_texts(WORDINGS.name, *row, WORDINGS.columns, language);
                }
            }
        }
    }

    /// What a row says in one language.
    fn write_texts(&mut self, sheet: &str, row: u32, columns: &[Column], language: &str) {
        for column in columns.iter().filter(|column| column.is_bilingual()) {
            if self.is_there(sheet, row, column) {
                let head = format!("{}.{language}", column.key);
                let text = self.text(sheet, row, &head);
                let value = match column.kind {
                    Kind::Lines => list(text.lines().map(str::trim).filter(|line| !line.is_empty())),
                    _ => quoted(&text),
                };
                self.lines.add(&format!("{} = {value}", column.key), self.cell(sheet, row, &head));
            }
        }
    }

    /// The rows of other wordings by requirement and kind of manufacturing.
    fn wordings(&mut self) -> BTreeMap<String, BTreeMap<String, u32>> {
        let requirements = self.rows(REQUIREMENTS.name).into_iter().map(|row| self.text(REQUIREMENTS.name, row, "id"));
        let known: BTreeSet<String> = requirements.collect();
        let sheet = WORDINGS.name;
        let mut wordings: BTreeMap<String, BTreeMap<String, u32>> = BTreeMap::new();
        for row in self.rows(sheet) {
            let [requirement, variant] = ["requirement", "variant"].map(|key| self.text(sheet, row, key));
            if variant.is_empty() {
                self.report(self.cell(sheet, row, "variant"), Fault::EmptyText { key: "variant".into() });
            } else if requirement.is_empty() {
                self.report(self.cell(sheet, row, "requirement"), Fault::EmptyText { key: "requirement".into() });
            } else if !known.contains(&requirement) {
                let cell = self.cell(sheet, row, "requirement");
                self.report(cell, Fault::UnknownName { kind: "requirement", name: requirement });
            } else if let Some(first) = wordings.get(&requirement).and_then(|rows| rows.get(&variant)) {
                let first = self.cell(sheet, *first, "variant").map_or_else(String::new, |cell| cell.to_string());
                let name = format!("{requirement}, {variant}");
                self.report(self.cell(sheet, row, "variant"), Fault::Duplicate { kind: "wording", name, first });
            } else {
                wordings.entry(requirement).or_default().insert(variant, row);
            }
        }
        wordings
    }
}

/// Names with commas of either script, semicolons or line ends between them.
pub fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split([',', '，', '、', ';', '；', '\n']).map(str::trim).filter(|word| !word.is_empty())
}
