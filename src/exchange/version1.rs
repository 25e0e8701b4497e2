//! Version 1 of the format, which knew requirements only. It is read, and never written any more.
//!
//! What was always written is demanded, so that a damaged file does not pass for one with open fields.

use serde::Deserialize;

use super::pairs::Pairs;
use super::parts::{self, FileEdition, FileEntry, FileResult, FileSite};
use super::text::json_error;
use super::{Parsed, ReadError, other, shipped};
use crate::assessment::{Assessment, Kind};
use crate::questionnaire::{DimensionId, RequirementId, VariantId};

#[derive(Deserialize)]
struct File {
    #[serde(rename = "format")]
    _format: String,
    #[serde(rename = "version")]
    _version: u64,
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
    result: Option<FileResult>,
}

pub(super) fn read(text: &str) -> Result<Parsed, ReadError> {
    let mut unknown_fields = Vec::new();
    let mut json = serde_json::Deserializer::from_str(text);
    let file: File = serde_ignored::deserialize(&mut json, |path| unknown_fields.push(path.to_string()))
        .map_err(|error| json_error(&error))?;
    json.end().map_err(|error| json_error(&error))?;

    let questionnaire = shipped(&file.questionnaire).ok_or_else(|| other(&file.questionnaire))?;
    let created = parts::read_time("created", &file.created)?;
    let mut assessment = Assessment::new(parts::checked_id(file.id)?, questionnaire, VariantId(file.variant), created);
    assessment.changed = parts::read_time("changed", &file.changed)?;
    assessment.edition.version = file.questionnaire.version;
    assessment.edition.hash = file.questionnaire.hash;
    assessment.kind =
        Kind::from_id(&file.kind).ok_or_else(|| parts::unknown_word("kind", file.kind, &Kind::ALL.map(Kind::id)))?;
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
