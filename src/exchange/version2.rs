//! Version 2 of the format: its fields, and the way from and to an assessment.
//!
//! What is always written is demanded when reading, so that a damaged file does not pass for one with open fields.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::pairs::Pairs;
use super::parts::{self, FileEdition, FileEntry, FileResult, FileSite, unknown_word};
use super::text::json_error;
use super::{Claim, FORMAT, Parsed, ReadError, carried, other, shipped};
use crate::assessment::{
    Assessment, Change, CheckId, Edition, FactAnswer, FactId, IndexAnswer, Kind, OptionId, QuestionId, SceneAnswer,
    SceneId, TypicalScene, TypicalSceneId,
};
use crate::exact::short;
use crate::questionnaire::{DimensionId, Level, Questionnaire, RequirementId, VariantId};

#[derive(Serialize, Deserialize)]
struct File {
    format: String,
    version: u64,
    questionnaire: FileQuestionnaire,
    /// The edition before a migration that can be taken back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    came_from: Option<FileEdition>,
    id: String,
    created: String,
    changed: String,
    /// Of an on-site assessment that its assessor stands for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    signed: Option<FileSignature>,
    kind: String,
    assessor: String,
    site: FileSite,
    variant: String,
    target: u8,
    tailored: Pairs<String>,
    answers: Pairs<FileEntry>,
    facts: Pairs<FileFact>,
    index: Pairs<FileIndexAnswer>,
    scenes: Pairs<FileScene>,
    typical_scenes: Pairs<FileTypicalScene>,
    check_notes: Pairs<String>,
    /// May be absent: then the file claims nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    result: Option<FileResult>,
}

#[derive(Serialize, Deserialize)]
struct FileQuestionnaire {
    id: String,
    version: String,
    hash: String,
    /// The texts by the files' names, of a questionnaire that is not shipped.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    files: Option<Pairs<String>>,
}

/// `{ "number": "120.5" }`, `{ "yes": true }`, `{ "choice": "…" }`, `"unknown"` or `"not-applicable"`.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum FileFact {
    Number(String),
    Yes(bool),
    Choice(String),
    Unknown,
    NotApplicable,
}

/// `{ "options": ["…"] }`, `{ "change": "fell" }` or `"unknown"`.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum FileIndexAnswer {
    Options(Vec<String>),
    Change(String),
    Unknown,
}

/// `{ "level": 2 }`, `"unknown"` or `{ "absent": "the reason" }`.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum FileScene {
    Level(u8),
    Unknown,
    Absent(String),
}

#[derive(Serialize, Deserialize)]
struct FileSignature {
    name: String,
    at: String,
}

#[derive(Serialize, Deserialize)]
struct FileTypicalScene {
    description: String,
    uses_ai: bool,
}

pub(super) fn write(assessment: &Assessment, questionnaire: &Questionnaire, claim: &Claim) -> String {
    let file = File {
        format: FORMAT.into(),
        version: 2,
        questionnaire: FileQuestionnaire::of(&assessment.edition, questionnaire),
        came_from: assessment.came_from.as_ref().map(FileEdition::of),
        id: assessment.id.0.clone(),
        created: parts::print_time(assessment.created),
        changed: parts::print_time(assessment.changed),
        signed: assessment
            .signed()
            .map(|signature| FileSignature { name: signature.name.clone(), at: parts::print_time(signature.at) }),
        kind: assessment.kind.id().into(),
        assessor: assessment.assessor.clone(),
        site: FileSite::of(&assessment.site),
        variant: assessment.variant.0.clone(),
        target: assessment.target.number(),
        tailored: Pairs(assessment.tailored().iter().map(|(id, reason)| (id.0.clone(), reason.clone())).collect()),
        answers: answers(assessment, questionnaire),
        facts: Pairs(assessment.facts().map(|(id, fact)| (id.0.clone(), FileFact::of(fact))).collect()),
        index: Pairs(
            assessment.index_answers().map(|(id, answer)| (id.0.clone(), FileIndexAnswer::of(answer))).collect(),
        ),
        scenes: Pairs(assessment.scenes().map(|(id, scene)| (id.0.clone(), FileScene::of(scene))).collect()),
        typical_scenes: Pairs(
            assessment.typical_scenes().map(|(id, scene)| (id.0.clone(), FileTypicalScene::of(scene))).collect(),
        ),
        check_notes: Pairs(assessment.check_notes().map(|(id, note)| (id.0.clone(), note.clone())).collect()),
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

    let (edition, questionnaire) = file.questionnaire.find(&mut unknown_fields)?;
    let created = parts::read_time("created", &file.created)?;
    let mut assessment = Assessment::new(parts::checked_id(file.id)?, questionnaire, VariantId(file.variant), created);
    if let Some(FileSignature { name, at }) = file.signed {
        assessment.sign(name, parts::read_time("signed", &at)?);
    }
    assessment.changed = parts::read_time("changed", &file.changed)?;
    assessment.edition = edition.edition();
    assessment.came_from = file.came_from.map(FileEdition::edition);
    assessment.kind =
        Kind::from_id(&file.kind).ok_or_else(|| unknown_word("kind", file.kind, &Kind::ALL.map(Kind::id)))?;
    assessment.target = Level::new(file.target.into())
        .ok_or_else(|| unknown_word("target", file.target.to_string(), &["1", "2", "3", "4", "5"]))?;
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
    for (id, fact) in file.facts.unique("facts")? {
        let fact = fact.fact(&id)?;
        assessment.state_fact(&FactId(id), Some(fact));
    }
    for (id, answer) in file.index.unique("index")? {
        let answer = answer.answer(&id)?;
        assessment.answer_index(&QuestionId(id), Some(answer));
    }
    for (id, scene) in file.scenes.unique("scenes")? {
        let scene = scene.scene(&id)?;
        assessment.rate_scene(&SceneId(id), Some(scene));
    }
    for (id, scene) in file.typical_scenes.unique("typical_scenes")? {
        let scene = TypicalScene { description: scene.description, uses_ai: scene.uses_ai };
        assessment.tick_typical_scene(&TypicalSceneId(id), Some(scene));
    }
    for (id, note) in file.check_notes.unique("check_notes")? {
        assessment.note_check(&CheckId(id), note);
    }
    let claim = file.result.map(FileResult::claim);
    Ok(Parsed { assessment, questionnaire, claim, unknown_fields })
}

impl FileQuestionnaire {
    fn of(edition: &Edition, questionnaire: &Questionnaire) -> FileQuestionnaire {
        let FileEdition { id, version, hash } = FileEdition::of(edition);
        let files = questionnaire.own_files();
        let files = files.map(|files| Pairs(files.iter().map(|(name, text)| (name.clone(), text.clone())).collect()));
        FileQuestionnaire { id, version, hash, files }
    }

    /// What the file names, and by what it is scored here.
    fn find(self, unknown_fields: &mut Vec<String>) -> Result<(FileEdition, &'static Questionnaire), ReadError> {
        let named = FileEdition { id: self.id, version: self.version, hash: self.hash };
        let questionnaire = match (shipped(&named), self.files) {
            (Some(shipped), files) => {
                unknown_fields.extend(files.map(|_| "questionnaire.files".to_owned()));
                shipped
            }
            (None, Some(files)) => carried(&named, &files.unique("questionnaire.files")?.into_iter().collect())?,
            (None, None) => return Err(other(&named)),
        };
        Ok((named, questionnaire))
    }
}

impl FileFact {
    fn of(answer: &FactAnswer) -> FileFact {
        match answer {
            FactAnswer::Number(number) => FileFact::Number(short(&number.round(FactAnswer::DECIMALS)).to_owned()),
            FactAnswer::YesNo(yes) => FileFact::Yes(*yes),
            FactAnswer::Choice(choice) => FileFact::Choice(choice.clone()),
            FactAnswer::Unknown => FileFact::Unknown,
            FactAnswer::NotApplicable => FileFact::NotApplicable,
        }
    }

    fn fact(self, id: &str) -> Result<FactAnswer, ReadError> {
        Ok(match self {
            FileFact::Number(text) => FactAnswer::Number(
                FactAnswer::number(&text)
                    .ok_or_else(|| unknown_word(&format!("facts.{id}.number"), text, &["0", "120", "12.5"]))?,
            ),
            FileFact::Yes(yes) => FactAnswer::YesNo(yes),
            FileFact::Choice(choice) => FactAnswer::Choice(choice),
            FileFact::Unknown => FactAnswer::Unknown,
            FileFact::NotApplicable => FactAnswer::NotApplicable,
        })
    }
}

impl FileIndexAnswer {
    fn of(answer: &IndexAnswer) -> FileIndexAnswer {
        match answer {
            IndexAnswer::Options(options) => {
                FileIndexAnswer::Options(options.iter().map(|option| option.0.clone()).collect())
            }
            IndexAnswer::Change(change) => FileIndexAnswer::Change(change.id().to_owned()),
            IndexAnswer::Unknown => FileIndexAnswer::Unknown,
        }
    }

    fn answer(self, id: &str) -> Result<IndexAnswer, ReadError> {
        Ok(match self {
            FileIndexAnswer::Options(options) => IndexAnswer::Options(options.into_iter().map(OptionId).collect()),
            FileIndexAnswer::Change(word) => IndexAnswer::Change(
                Change::from_id(&word)
                    .ok_or_else(|| unknown_word(&format!("index.{id}.change"), word, &Change::ALL.map(Change::id)))?,
            ),
            FileIndexAnswer::Unknown => IndexAnswer::Unknown,
        })
    }
}

impl FileScene {
    fn of(answer: &SceneAnswer) -> FileScene {
        match answer {
            SceneAnswer::Level(level) => FileScene::Level(*level),
            SceneAnswer::Unknown => FileScene::Unknown,
            SceneAnswer::Absent { reason } => FileScene::Absent(reason.clone()),
        }
    }

    fn scene(self, id: &str) -> Result<SceneAnswer, ReadError> {
        Ok(match self {
            FileScene::Level(level @ 0..=4) => SceneAnswer::Level(level),
            FileScene::Level(level) => {
                let key = format!("scenes.{id}.level");
                return Err(unknown_word(&key, level.to_string(), &["0", "1", "2", "3", "4"]));
            }
            FileScene::Unknown => SceneAnswer::Unknown,
            FileScene::Absent(reason) => SceneAnswer::Absent { reason },
        })
    }
}

impl FileTypicalScene {
    fn of(scene: &TypicalScene) -> FileTypicalScene {
        FileTypicalScene { description: scene.description.clone(), uses_ai: scene.uses_ai }
    }
}
