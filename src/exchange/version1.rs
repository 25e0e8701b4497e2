//! Version 1 of the format: its fields, and the way from and to an assessment.
//!
//! What is always written is demanded when reading, so that a damaged file does not pass for one with open fields.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use time::format_description::well_known::Rfc3339;
use time::{OffsetDateTime, UtcOffset};

use super::pairs::Pairs;
use super::text::json_error;
use super::{Claim, ClaimedBound, FORMAT, Parsed, ReadError};
use crate::assessment::{Answer, Assessment, AssessmentId, Entry, Kind, Site};
use crate::questionnaire::{DimensionId, Questionnaire, Rating, RequirementId, VariantId};

#[derive(Serialize, Deserialize)]
struct File {
    format: String,
    version: u64,
    questionnaire: FileEdition,
    id: String,
    created: String,
    changed: String,
    kind: String,
    assessor: String,
    site: FileSite,
    variant: String,
    tailored: Pairs<String>,
    answers: Pairs<FileEntry>,
    /// May be absent: then the file claims nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    result: Option<FileResult>,
}

#[derive(Serialize, Deserialize)]
struct FileEdition {
    id: String,
    version: String,
    hash: String,
}

#[derive(Serialize, Deserialize)]
struct FileSite {
    firm: String,
    credit_code: String,
    industry: String,
    town: String,
    park: String,
    above_scale: Option<bool>,
    in_new_city: Option<bool>,
    employees: Option<u32>,
    revenue: Option<u64>,
    contact: String,
}

#[derive(Default, Serialize, Deserialize)]
struct FileEntry {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    answer: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    note: String,
    #[serde(default, skip_serializing_if = "is_false")]
    flagged: bool,
}

#[derive(Serialize, Deserialize)]
struct FileResult {
    level: Option<u8>,
    total: String,
    worst: FileBound,
    best: FileBound,
    levels: Vec<FileLevel>,
}

#[derive(Serialize, Deserialize)]
struct FileBound {
    level: Option<u8>,
    total: String,
}

#[derive(Serialize, Deserialize)]
struct FileLevel {
    level: u8,
    score: Option<String>,
}

const UNKNOWN: &str = "unknown";
const NOT_APPLICABLE: &str = "not-applicable";

pub(super) fn write(assessment: &Assessment, questionnaire: &Questionnaire, claim: &Claim) -> String {
    let file = File {
        format: FORMAT.into(),
        version: 1,
        questionnaire: FileEdition {
            id: assessment.edition.questionnaire.clone(),
            version: assessment.edition.version.clone(),
            hash: assessment.edition.hash.clone(),
        },
        id: assessment.id.0.clone(),
        created: print_time(assessment.created),
        changed: print_time(assessment.changed),
        kind: assessment.kind.id().into(),
        assessor: assessment.assessor.clone(),
        site: FileSite::of(&assessment.site),
        variant: assessment.variant.0.clone(),
        tailored: Pairs(assessment.tailored().iter().map(|(id, reason)| (id.0.clone(), reason.clone())).collect()),
        answers: answers(assessment, questionnaire),
        result: Some(FileResult::of(claim)),
    };
    let text = serde_json::to_string_pretty(&file).expect("text keys and finite numbers always become JSON");
    text + "\n"
}

/// In the questionnaire's order, as a person would read them; then those that it does not know.
fn answers(assessment: &Assessment, questionnaire: &Questionnaire) -> Pairs<FileEntry> {
    let mut entries: BTreeMap<_, _> = assessment.entries().collect();
    let known: Vec<_> = questionnaire
        .requirements()
        .into_iter()
        .filter_map(|requirement| entries.remove_entry(&requirement.id))
        .collect();
    let pair = |(id, entry): (&RequirementId, _)| (id.0.clone(), FileEntry::of(entry));
    Pairs(known.into_iter().chain(entries).map(pair).collect())
}

pub(super) fn read(text: &str) -> Result<Parsed, ReadError> {
    let mut unknown_fields = Vec::new();
    let mut json = serde_json::Deserializer::from_str(text);
    let file: File = serde_ignored::deserialize(&mut json, |path| unknown_fields.push(path.to_string()))
        .map_err(|error| json_error(&error))?;
    json.end().map_err(|error| json_error(&error))?;

    let questionnaire = find(&file.questionnaire)?;
    let created = read_time("created", &file.created)?;
    let mut assessment = Assessment::new(checked_id(file.id)?, questionnaire, VariantId(file.variant), created);
    assessment.changed = read_time("changed", &file.changed)?;
    assessment.edition.version = file.questionnaire.version;
    assessment.edition.hash = file.questionnaire.hash;
    assessment.kind =
        Kind::from_id(&file.kind).ok_or_else(|| unknown_word("kind", file.kind, &Kind::ALL.map(Kind::id)))?;
    assessment.assessor = file.assessor;
    assessment.site = file.site.site();
    for (id, reason) in file.tailored.unique("tailored")? {
        assessment.tailor(&DimensionId(id), reason);
    }
    for (id, mut entry) in file.answers.unique("answers")? {
        let requirement = RequirementId(id);
        let answer = entry.answer(&requirement, &mut unknown_fields)?;
        assessment.answer(&requirement, answer);
        assessment.note(&requirement, entry.note);
        assessment.flag(&requirement, entry.flagged);
    }
    let claim = file.result.map(FileResult::claim);
    Ok(Parsed { assessment, questionnaire, claim, unknown_fields })
}

/// The edition that a file names where it is shipped here, otherwise the newest one of that questionnaire.
fn find(named: &FileEdition) -> Result<&'static Questionnaire, ReadError> {
    let found = Questionnaire::edition(&named.id, &named.version).or_else(|| Questionnaire::newest(&named.id));
    found.ok_or_else(|| ReadError::OtherQuestionnaire { found: named.id.clone() })
}

impl FileSite {
    fn of(site: &Site) -> FileSite {
        FileSite {
            firm: site.firm.clone(),
            credit_code: site.credit_code.clone(),
            industry: site.industry.clone(),
            town: site.town.clone(),
            park: site.park.clone(),
            above_scale: site.above_scale,
            in_new_city: site.in_new_city,
            employees: site.employees,
            revenue: site.revenue,
            contact: site.contact.clone(),
        }
    }

    fn site(self) -> Site {
        Site {
            firm: self.firm,
            credit_code: self.credit_code,
            industry: self.industry,
            town: self.town,
            park: self.park,
            above_scale: self.above_scale,
            in_new_city: self.in_new_city,
            employees: self.employees,
            revenue: self.revenue,
            contact: self.contact,
        }
    }
}

impl FileEntry {
    fn of(entry: &Entry) -> FileEntry {
        let (answer, reason) = match &entry.answer {
            None => (None, None),
            Some(Answer::Rated(rating)) => (Some(rating.id()), None),
            Some(Answer::Unknown) => (Some(UNKNOWN), None),
            Some(Answer::NotApplicable { reason }) => (Some(NOT_APPLICABLE), Some(reason.clone())),
        };
        FileEntry { answer: answer.map(str::to_owned), reason, note: entry.note.clone(), flagged: entry.flagged }
    }

    /// The answer, if any. A reason that belongs to none is told among the unknown fields.
    fn answer(&mut self, id: &RequirementId, unknown_fields: &mut Vec<String>) -> Result<Option<Answer>, ReadError> {
        let reason = self.reason.take();
        let answer = match self.answer.as_deref() {
            // Without a reason it stays open, as it was when it was written.
            Some(NOT_APPLICABLE) => return Ok(Some(Answer::NotApplicable { reason: reason.unwrap_or_default() })),
            Some(UNKNOWN) => Some(Answer::Unknown),
            Some(word) => Some(Answer::Rated(Rating::from_id(word).ok_or_else(|| {
                let known: Vec<&str> =
                    Rating::ALL.map(Rating::id).into_iter().chain([UNKNOWN, NOT_APPLICABLE]).collect();
                unknown_word(&format!("answers.{id}.answer"), word.into(), &known)
            })?)),
            None => None,
        };
        if reason.is_some() {
            unknown_fields.push(format!("answers.{id}.reason"));
        }
        Ok(answer)
    }
}

impl FileResult {
    fn of(claim: &Claim) -> FileResult {
        let bound = |bound: &ClaimedBound| FileBound { level: bound.level, total: bound.total.clone() };
        let level = |(level, score): &(u8, Option<String>)| FileLevel { level: *level, score: score.clone() };
        FileResult {
            level: claim.level,
            total: claim.total.clone(),
            worst: bound(&claim.worst),
            best: bound(&claim.best),
            levels: claim.levels.iter().map(level).collect(),
        }
    }

    fn claim(self) -> Claim {
        let bound = |bound: FileBound| ClaimedBound { level: bound.level, total: bound.total };
        Claim {
            level: self.level,
            total: self.total,
            worst: bound(self.worst),
            best: bound(self.best),
            levels: self.levels.into_iter().map(|level| (level.level, level.score)).collect(),
        }
    }
}

fn unknown_word(key: &str, found: String, known: &[&str]) -> ReadError {
    ReadError::UnknownWord { key: key.into(), found, known: known.iter().map(|word| (*word).to_owned()).collect() }
}

/// An id names a record in the browser's storage and a place in its address bar, so it stays within a few letters.
fn checked_id(id: String) -> Result<AssessmentId, ReadError> {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    if (1..=64).contains(&id.len()) && id.bytes().all(plain) {
        Ok(AssessmentId(id))
    } else {
        Err(ReadError::BadId { found: id })
    }
}

fn read_time(key: &str, text: &str) -> Result<OffsetDateTime, ReadError> {
    OffsetDateTime::parse(text, &Rfc3339).map_err(|_| ReadError::BadTime { key: key.into(), found: text.into() })
}

/// RFC 3339 knows offsets in whole minutes only; the instant stays the same.
fn print_time(time: OffsetDateTime) -> String {
    let (hours, minutes, _) = time.offset().as_hms();
    let offset = UtcOffset::from_hms(hours, minutes, 0).unwrap_or(UtcOffset::UTC);
    time.to_offset(offset).format(&Rfc3339).expect("a clock's year has four digits")
}

fn is_false(flag: &bool) -> bool {
    !flag
}
