//! Files in and out: one assessment as JSON, in a format with a name and a version.
//!
//! The same text is the export file, the record in the browser's storage and what the file worker prints. It holds
//! what was answered; the result in it is for readers without this program and is computed anew whenever the file
//! is read. Domain types are not serialised: each version of the format has its own module, which stays.
//!
//! ```text
//! {
//!   "format": "factory-checkup/assessment",
//!   "version": 2,
//!   "questionnaire": { "id": "smart-factory", "version": "2026.1", "hash": "…", "files": { "name": "text", … } },
//!   "came_from": { … the edition before a migration, if there was one … },
//!   "id": "…", "created": "2026-11-23T14:32:05+08:00", "changed": "…",
//!   "kind": "self" | "on-site", "assessor": "…",
//!   "site": { "firm": "…", "credit_code": "…", … },
//!   "variant": "discrete", "target": 2,
//!   "tailored": { "logistics": "the reason" },
//!   "answers": { "maintenance.rounds": { "answer": "largely-met", "note": "…", "flagged": true }, … },
//!   "facts": { "production-machines": { "number": "120" }, "on-cloud": { "yes": true }, "robots": "unknown", … },
//!   "index": { "network-building": { "options": ["shop-floor"] }, "energy-per-revenue": { "change": "fell" }, … },
//!   "scenes": { "equipment-management": { "level": 2 }, "after-sales": { "absent": "the reason" }, … },
//!   "typical_scenes": { "digital-twin": { "description": "…", "uses_ai": false }, … },
//!   "check_notes": { "networking-rate": "…" },
//!   "result": {
//!     "level": 1, "total": "1.4012",
//!     "worst": { "level": 1, "total": "1.3920" }, "best": { "level": 1, "total": "1.4200" },
//!     "levels": [{ "level": 1, "score": "0.8321" }, …]
//!   }
//! }
//! ```
//!
//! Version 1, which is read but not written any more, ends with `answers` and has no `target`.
//!
//! `questionnaire.files` is there only where the questionnaire does not come with the product: its files as TOML, by which
//! the assessment is then scored. They must have the hash that the file states. Beside the id of a shipped questionnaire
//! they count nothing.
//!
//! A report's PDF carries the export it was made from ([`enclosed`]), so the PDF opens the assessment again.
//!
//! An answer is `met`, `largely-met`, `partly-met`, `not-met`, `unknown` or `not-applicable` (then with its
//! `reason`); a requirement without an answer is unanswered. Every text is kept to the letter, control characters
//! included; what is shown or printed of them is for the screen and the report to decide.

pub mod enclosed;
mod file_name;
pub(crate) mod pairs;
mod parts;
mod read_error;
mod text;
mod version1;
mod version2;

use std::collections::BTreeSet;

use crate::assessment::{Answer, Assessment, Edition};
use crate::migration::Migration;
use crate::questionnaire::own::{self, Files};
use crate::questionnaire::{DimensionId, Questionnaire, RequirementId};
use crate::scoring::{self, Scorecard};

pub use enclosed::Enclosed;
pub use file_name::{file_name, file_stem, questionnaire_stem};
pub use read_error::ReadError;

/// The name of the format, in every file's first line.
pub const FORMAT: &str = "factory-checkup/assessment";

/// The version that [`write()`] makes, and the newest that [`read`] knows.
pub const VERSION: u64 = 2;

/// The most bytes a file may have; a full assessment with long notes has about 100 KB.
pub const LIMIT: usize = 5_000_000;

/// A file that was read, with everything the user should hear about it.
#[derive(Clone, Debug)]
pub struct Opened {
    /// As in the file; its edition stays the one it was answered in.
    pub assessment: Assessment,
    /// The edition that it was scored by, which need not be the one it was answered in.
    pub questionnaire: &'static Questionnaire,
    /// Computed here, never read.
    pub scorecard: Scorecard,
    /// The file says another result than its answers give.
    pub difference: Option<Difference>,
    /// What else is odd about the file, in a fixed order; empty for most.
    pub remarks: Vec<Remark>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    pub claimed: Claim,
    pub computed: Claim,
}

/// A result as a file states it. Numbers are exact values rounded to 4 places.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// `None` below the first level.
    pub level: Option<u8>,
    pub total: String,
    /// The result if everything open turns out worst, and if best: without it, a file with three answers would
    /// pass for a plant of their level.
    pub worst: ClaimedBound,
    pub best: ClaimedBound,
    /// Per level that is asked; `None` where nothing was rated.
    pub levels: Vec<(u8, Option<String>)>,
}

/// One end of a claimed band.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimedBound {
    pub level: Option<u8>,
    pub total: String,
}

/// What went wrong with a file that was to leave the device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ExportFault {
    /// What was written cannot be read.
    Unreadable(ReadError),
    /// What was written reads as another assessment, or with another result.
    Differs,
}

/// Something odd that does not keep a file from being read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remark {
    /// Answered in another edition of the questionnaire: the same ids may ask something else here. The versions
    /// can be equal when only texts differ.
    OtherEdition { file: String, here: String },
    /// Answers to requirements that neither this edition has nor one it can be migrated to or from. They stay in the assessment and in its files, and
    /// count nothing.
    UnknownRequirements(Vec<RequirementId>),
    /// Tailored dimensions that this edition does not have; kept likewise.
    UnknownDimensions(Vec<DimensionId>),
    /// Said to be not applicable where that is not allowed: they count as unanswered.
    NotApplicableRefused(Vec<RequirementId>),
    /// Left out where that is not allowed: they take part.
    TailoringRefused(Vec<DimensionId>),
    /// What a report carries is not what the report says it carries: one of the two was changed.
    OtherHash { recorded: String, found: String },
    /// Fields that the file's version does not have, such as `site.colour`. They were written by another program's hand and
    /// are not kept: whoever adds a field to the format raises its version.
    UnknownFields(Vec<String>),
}

/// The text of an export: pretty, with keys in a fixed order (answers in the questionnaire's), lines ended by LF.
/// `scorecard` must be the assessment's own. An own questionnaire is written along.
pub fn write(assessment: &Assessment, questionnaire: &Questionnaire, scorecard: &Scorecard) -> String {
    version2::write(assessment, questionnaire, &Claim::of(scorecard))
}

/// [`write()`], read back and compared: for a file that leaves the device, which nobody may find broken later.
pub fn export(
    assessment: &Assessment,
    questionnaire: &Questionnaire,
    scorecard: &Scorecard,
) -> Result<String, ExportFault> {
    let text = write(assessment, questionnaire, scorecard);
    compare(assessment, questionnaire, text.as_bytes())?;
    Ok(text)
}

/// Whether a file reads as the assessment, with the result that its answers give.
pub fn compare(assessment: &Assessment, questionnaire: &Questionnaire, file: &[u8]) -> Result<(), ExportFault> {
    let opened = read(file).map_err(ExportFault::Unreadable)?;
    let same = opened.assessment == *assessment
        && opened.questionnaire.hash == questionnaire.hash
        && opened.difference.is_none();
    if same { Ok(()) } else { Err(ExportFault::Differs) }
}

/// Whether a file of so many bytes is worth reading at all: ask before holding a film in memory.
pub fn check_size(size: usize) -> Result<(), ReadError> {
    if size > LIMIT { Err(ReadError::TooLarge { size, limit: LIMIT }) } else { Ok(()) }
}

/// Reads the bytes of an export, or of a report that carries one, whatever they are: nothing is taken on trust, nothing
/// panics. Linear in the file's length. Without the `report` feature, what a report carries must be taken out elsewhere
/// ([`read_enclosed`]).
pub fn read(bytes: &[u8]) -> Result<Opened, ReadError> {
    check_size(bytes.len())?;
    #[cfg(feature = "report")]
    if enclosed::is_pdf(bytes) {
        return read_enclosed(&enclosed::take_out(bytes)?);
    }
    read_export(bytes)
}

/// Reads what was taken out of a report. That it is not what the report says it is keeps nothing from being read.
pub fn read_enclosed(enclosed: &Enclosed) -> Result<Opened, ReadError> {
    let mut opened = read_export(&enclosed.bytes)?;
    let found = enclosed::hash(&enclosed.bytes);
    if let Some(recorded) = enclosed.recorded.clone().filter(|recorded| *recorded != found) {
        opened.remarks.insert(0, Remark::OtherHash { recorded, found });
    }
    Ok(opened)
}

fn read_export(bytes: &[u8]) -> Result<Opened, ReadError> {
    let text = text::text(bytes)?;
    let parsed = match text::version(text)? {
        1 => version1::read(text)?,
        2 => version2::read(text)?,
        found => return Err(ReadError::NewerVersion { found, known: VERSION }),
    };
    let questionnaire = parsed.questionnaire;
    if questionnaire.variant(&parsed.assessment.variant).is_none() {
        return Err(ReadError::UnknownWord {
            key: "variant".into(),
            found: parsed.assessment.variant.to_string(),
            known: questionnaire.variants.iter().map(|variant| variant.id.to_string()).collect(),
        });
    }
    let scorecard = scoring::score(questionnaire, &parsed.assessment);
    let computed = Claim::of(&scorecard);
    let difference = parsed
        .claim
        .filter(|claimed| *claimed != computed)
        .map(|claimed| Difference { claimed, computed: computed.clone() });
    let remarks = remarks(&parsed.assessment, questionnaire, parsed.unknown_fields);
    Ok(Opened { assessment: parsed.assessment, questionnaire, scorecard, difference, remarks })
}

/// The edition that a file names where it is shipped here, otherwise the newest one of that questionnaire; `None` where no
/// edition of it is shipped.
fn shipped(named: &parts::FileEdition) -> Option<&'static Questionnaire> {
    Questionnaire::edition(&named.id, &named.version).or_else(|| Questionnaire::newest(&named.id))
}

fn other(named: &parts::FileEdition) -> ReadError {
    ReadError::OtherQuestionnaire { found: named.id.clone() }
}

/// The questionnaire that a file carries, provided that it is the one that the file names.
fn carried(named: &parts::FileEdition, files: &Files) -> Result<&'static Questionnaire, ReadError> {
    let altered = || ReadError::AlteredQuestionnaire { id: named.id.clone() };
    if own::hash(&named.id, files) != named.hash {
        return Err(altered());
    }
    // Of two hundred files with one questionnaire, it is read once.
    let known = Questionnaire::own_by_hash(&named.hash);
    let questionnaire = known.map_or_else(|| Questionnaire::own(files), Ok).map_err(|problems| {
        let count = problems.len();
        let first = problems.into_iter().next().expect("a questionnaire that cannot be read has a problem");
        ReadError::FaultyQuestionnaire { id: named.id.clone(), count, first: Box::new(first) }
    })?;
    let is_named = (&questionnaire.id, &questionnaire.version) == (&named.id, &named.version);
    if is_named { Ok(questionnaire) } else { Err(altered()) }
}

/// What a version's module makes of a text; not yet held against the questionnaire.
struct Parsed {
    assessment: Assessment,
    questionnaire: &'static Questionnaire,
    claim: Option<Claim>,
    unknown_fields: Vec<String>,
}

fn remarks(assessment: &Assessment, questionnaire: &Questionnaire, unknown_fields: Vec<String>) -> Vec<Remark> {
    let mut remarks = Vec::new();
    let edition = &assessment.edition;
    if *edition != Edition::of(questionnaire) {
        remarks.push(Remark::OtherEdition { file: edition.version.clone(), here: questionnaire.version.clone() });
    }

    let requirements = questionnaire.requirements();
    let known: BTreeSet<&RequirementId> = requirements.iter().map(|requirement| &requirement.id).collect();
    let may: BTreeSet<&RequirementId> = requirements
        .iter()
        .filter(|requirement| requirement.may_be_not_applicable)
        .map(|requirement| &requirement.id)
        .collect();
    let mut unknown = Vec::new();
    let mut refused = Vec::new();
    for (id, entry) in assessment.entries() {
        if !known.contains(id) {
            if !Migration::knows(&questionnaire.id, id) {
                unknown.push(id.clone());
            }
        } else if matches!(entry.answer, Some(Answer::NotApplicable { .. })) && !may.contains(id) {
            refused.push(id.clone());
        }
    }
    add(&mut remarks, unknown, Remark::UnknownRequirements);

    let mut unknown = Vec::new();
    let mut kept_in = Vec::new();
    for id in assessment.tailored().keys() {
        match questionnaire.dimension(id) {
            None => unknown.push(id.clone()),
            Some(dimension) if !dimension.tailorable => kept_in.push(id.clone()),
            Some(_) => {}
        }
    }
    add(&mut remarks, unknown, Remark::UnknownDimensions);
    add(&mut remarks, refused, Remark::NotApplicableRefused);
    add(&mut remarks, kept_in, Remark::TailoringRefused);
    add(&mut remarks, unknown_fields, Remark::UnknownFields);
    remarks
}

fn add<T>(remarks: &mut Vec<Remark>, found: Vec<T>, remark: fn(Vec<T>) -> Remark) {
    if !found.is_empty() {
        remarks.push(remark(found));
    }
}

impl Claim {
    pub fn of(scorecard: &Scorecard) -> Claim {
        let plant = &scorecard.plant;
        let bound = |bound: &scoring::Bound| ClaimedBound {
            level: bound.reached.map(|level| level.number()),
            total: bound.total.round(4),
        };
        let score = |cell: &scoring::Cell| cell.score.as_ref().map(|score| score.round(4));
        Claim {
            level: plant.reached.map(|level| level.number()),
            total: plant.total.round(4),
            worst: bound(&plant.band.worst),
            best: bound(&plant.band.best),
            levels: plant.cells.iter().map(|cell| (cell.level.number(), score(cell))).collect(),
        }
    }
}
