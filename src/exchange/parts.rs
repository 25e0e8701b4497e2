//! Pieces of a file that more than one version of the format has.

use serde::{Deserialize, Serialize};
use time::format_description::well_known::Rfc3339;
use time::{OffsetDateTime, UtcOffset};

use super::{Claim, ClaimedBound, ReadError};
use crate::assessment::{Answer, AssessmentId, Edition, Entry, Site};
use crate::questionnaire::{Rating, RequirementId};

#[derive(Serialize, Deserialize)]
pub(super) struct FileEdition {
    pub(super) id: String,
    pub(super) version: String,
    pub(super) hash: String,
}

#[derive(Serialize, Deserialize)]
pub(super) struct FileSite {
    pub(super) firm: String,
    pub(super) credit_code: String,
    pub(super) industry: String,
    pub(super) town: String,
    pub(super) park: String,
    pub(super) above_scale: Option<bool>,
    pub(super) in_new_city: Option<bool>,
    pub(super) employees: Option<u32>,
    pub(super) revenue: Option<u64>,
    pub(super) contact: String,
}

#[derive(Default, Serialize, Deserialize)]
pub(super) struct FileEntry {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) answer: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) reason: Option<String>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(super) note: String,
    #[serde(default, skip_serializing_if = "is_false")]
    pub(super) flagged: bool,
}

#[derive(Serialize, Deserialize)]
pub(super) struct FileResult {
    pub(super) level: Option<u8>,
    pub(super) total: String,
    pub(super) worst: FileBound,
    pub(super) best: FileBound,
    pub(super) levels: Vec<FileLevel>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct FileBound {
    pub(super) level: Option<u8>,
    pub(super) total: String,
}

#[derive(Serialize, Deserialize)]
pub(super) struct FileLevel {
    pub(super) level: u8,
    pub(super) score: Option<String>,
}

pub(super) const UNKNOWN: &str = "unknown";
pub(super) const NOT_APPLICABLE: &str = "not-applicable";

impl FileEdition {
    pub(super) fn of(edition: &Edition) -> FileEdition {
        FileEdition { id: edition.questionnaire.clone(), version: edition.version.clone(), hash: edition.hash.clone() }
    }

    pub(super) fn edition(self) -> Edition {
        Edition { questionnaire: self.id, version: self.version, hash: self.hash }
    }
}

impl FileSite {
    pub(super) fn of(site: &Site) -> FileSite {
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

    pub(super) fn site(self) -> Site {
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
    pub(super) fn of(entry: &Entry) -> FileEntry {
        let (answer, reason) = match &entry.answer {
            None => (None, None),
            Some(Answer::Rated(rating)) => (Some(rating.id()), None),
            Some(Answer::Unknown) => (Some(UNKNOWN), None),
            Some(Answer::NotApplicable { reason }) => (Some(NOT_APPLICABLE), Some(reason.clone())),
        };
        FileEntry { answer: answer.map(str::to_owned), reason, note: entry.note.clone(), flagged: entry.flagged }
    }

    /// The answer, if any. A reason that belongs to none is told among the unknown fields.
    pub(super) fn answer(
        &mut self,
        id: &RequirementId,
        unknown_fields: &mut Vec<String>,
    ) -> Result<Option<Answer>, ReadError> {
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
    pub(super) fn of(claim: &Claim) -> FileResult {
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

    pub(super) fn claim(self) -> Claim {
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

pub(super) fn unknown_word(key: &str, found: String, known: &[&str]) -> ReadError {
    ReadError::UnknownWord { key: key.into(), found, known: known.iter().map(|word| (*word).to_owned()).collect() }
}

/// An id names a record in the browser's storage and a place in its address bar, so it stays within a few letters.
pub(super) fn checked_id(id: String) -> Result<AssessmentId, ReadError> {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    if (1..=64).contains(&id.len()) && id.bytes().all(plain) {
        Ok(AssessmentId(id))
    } else {
        Err(ReadError::BadId { found: id })
    }
}

pub(super) fn read_time(key: &str, text: &str) -> Result<OffsetDateTime, ReadError> {
    OffsetDateTime::parse(text, &Rfc3339).map_err(|_| ReadError::BadTime { key: key.into(), found: text.into() })
}

/// RFC 3339 knows offsets in whole minutes only; the instant stays the same.
pub(super) fn print_time(time: OffsetDateTime) -> String {
    let (hours, minutes, _) = time.offset().as_hms();
    let offset = UtcOffset::from_hms(hours, minutes, 0).unwrap_or(UtcOffset::UTC);
    time.to_offset(offset).format(&Rfc3339).expect("a clock's year has four digits")
}

pub(super) fn is_false(flag: &bool) -> bool {
    !flag
}
