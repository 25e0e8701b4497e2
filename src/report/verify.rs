//! Verifying: whether a report's PDF says what the assessment in it gives.
//!
//! The assessment is taken out, held against the hash that the report records, and computed anew; then the report is made
//! again by its own record, which must give the same file to the byte. Where that cannot be tried, it is said, and no
//! difference is claimed.

use super::block::Document;
use super::fonts::Fonts;
use super::record::{self, PROGRAM, Record};
use super::{ReportError, make, site};
use crate::exchange::{self, Enclosed, Opened, ReadError, Remark, enclosed};
use crate::language::Language;

/// A report that was opened to be verified.
pub struct Examined {
    opened: Opened,
    enclosed: Enclosed,
    record: Option<Record>,
    document: Option<Document>,
}

/// What was found.
#[derive(Clone, Debug)]
pub struct Verdict {
    pub opened: Opened,
    /// The hash of what is enclosed.
    pub hash: String,
    /// Whether the report records it; one that it contradicts is among the remarks of `opened`.
    pub recorded: bool,
    pub pages: Pages,
}

/// Whether the file is what this program makes of what is enclosed.
#[derive(Clone, Debug, PartialEq)]
pub enum Pages {
    /// To the byte, by this record.
    Same(Record),
    Different,
    /// Not compared: it was made by another version of this program, which is named.
    OtherProgram(String),
    /// Not compared: it carries a logo, which this program does not have.
    Logo,
    /// Not compared: it does not say how it was made.
    NoRecord,
}

/// The verdict in a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Finding {
    Sound,
    /// What is enclosed is sound; nothing is said about the pages.
    PagesNotCompared,
    /// Something contradicts something.
    Contradiction,
}

impl Examined {
    /// Opens a report, which need not be sound.
    pub fn of(pdf: &[u8]) -> Result<Examined, ReadError> {
        exchange::check_size(pdf.len())?;
        if !enclosed::is_pdf(pdf) {
            return Err(ReadError::NoPdf);
        }
        let enclosed = enclosed::take_out(pdf)?;
        let opened = exchange::read_enclosed(&enclosed)?;
        let record = enclosed.record.as_deref().and_then(record::read);
        let document = record
            .as_ref()
            .filter(|record| !record.logo)
            .map(|record| site::document(opened.questionnaire, &opened.assessment, &opened.scorecard, &record.order));
        Ok(Examined { opened, enclosed, record, document })
    }

    /// The document that must come to the same file; `None` where it cannot be made again.
    pub fn document(&self) -> Option<&Document> {
        self.document.as_ref()
    }

    /// Compares. `pdf` is the file that was examined. `fonts` have every character of its document that any font has; they
    /// may be missing where there is no document.
    pub fn verdict(self, pdf: &[u8], fonts: Option<&Fonts>) -> Result<Verdict, ReportError> {
        let again = self.document.zip(fonts).map(|(document, fonts)| make(&document, fonts)).transpose()?;
        let same = again.is_some_and(|report| report.bytes == pdf);
        let pages = match self.record {
            None => Pages::NoRecord,
            Some(record) if same => Pages::Same(record),
            Some(record) if record.logo => Pages::Logo,
            Some(record) if record.program != PROGRAM => Pages::OtherProgram(record.program),
            Some(_) => Pages::Different,
        };
        let hash = enclosed::hash(&self.enclosed.bytes);
        Ok(Verdict { opened: self.opened, hash, recorded: self.enclosed.recorded.is_some(), pages })
    }
}

impl Verdict {
    pub fn finding(&self) -> Finding {
        let contradicted = self.opened.difference.is_some() || self.other_hash().is_some();
        match self.pages {
            _ if contradicted => Finding::Contradiction,
            Pages::Different => Finding::Contradiction,
            Pages::Same(_) if self.recorded => Finding::Sound,
            Pages::Same(_) | Pages::OtherProgram(_) | Pages::Logo | Pages::NoRecord => Finding::PagesNotCompared,
        }
    }

    /// The finding and its reasons, for people.
    pub fn sentences(&self, language: Language) -> Vec<String> {
        let finding = match self.finding() {
            Finding::Sound => language.verified(),
            Finding::PagesNotCompared => language.verified_without_pages(),
            Finding::Contradiction => language.not_verified(),
        };
        let mut sentences = vec![finding.to_owned()];
        let start = site::grouped(&self.hash[..16]);
        if !self.recorded {
            sentences.push(language.hash_not_recorded(&start));
        } else if self.other_hash().is_none() {
            sentences.push(language.hash_agrees(&start));
        }
        let Opened { assessment, questionnaire, scorecard, .. } = &self.opened;
        let firm = language.firm_of(&assessment.site);
        let plant = &scorecard.plant;
        let level = language.level_reached(plant.reached, questionnaire);
        sentences.push(language.recomputed(firm, &level, &plant.total.floor(2)));
        if plant.tally.open() > 0 {
            sentences.push(language.recomputed_with_open(plant.tally.open()));
        }
        sentences.extend(language.remarks_on(&self.opened));
        sentences.push(match &self.pages {
            Pages::Same(record) => language.pages_agree(&language.date(record.order.made)),
            Pages::Different => language.pages_differ().to_owned(),
            Pages::OtherProgram(made_by) => language.pages_of_other_program(made_by, PROGRAM),
            Pages::Logo => language.pages_with_logo().to_owned(),
            Pages::NoRecord => language.pages_without_record().to_owned(),
        });
        sentences.push(language.verifying_is_no_signature().to_owned());
        sentences
    }

    fn other_hash(&self) -> Option<&Remark> {
        self.opened.remarks.iter().find(|remark| matches!(remark, Remark::OtherHash { .. }))
    }
}
