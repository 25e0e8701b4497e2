//! What the page and the file worker say to each other.
//!
//! A message is an array of two: its words as JSON, and an `ArrayBuffer` or null. A buffer is handed over, not copied.

use js_sys::{Array, ArrayBuffer};
use leptos::wasm_bindgen::{JsCast, JsValue};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// What the page wants done once the worker is ready.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum Task {
    Print(Print),
    /// Fetches every pack, so that the service worker keeps them with the worker itself.
    Keep(PackAddresses),
    Show(Show),
    Tabulate(Tabulate),
    /// Comes with the bytes of a PDF, of which the enclosed assessment is wanted.
    TakeOut,
    /// Comes with the bytes of a report's PDF.
    Verify(Verify),
    /// Comes with the bytes of a workbook. The name is its file's, for the places of its faults.
    ReadWorkbook {
        name: String,
    },
    /// A questionnaire as one TOML file's text.
    WriteWorkbook {
        text: String,
    },
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Print {
    pub content: Content,
    /// The assessment as an export's text.
    pub export: String,
    pub wanted: Wanted,
    /// Absolute address of the questionnaires' texts.
    pub questionnaires: String,
    pub packs: PackAddresses,
}

/// How a report is wanted: a [`report's order`](crate::order::Order) in words.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Wanted {
    /// The report's language as its tag.
    pub language: String,
    /// Now, as RFC 3339 with the device's offset.
    pub made: String,
    /// The ids of an [`Extent`](crate::order::Extent) and of the sections that are left out.
    pub extent: String,
    pub without: Vec<String>,
    /// As `Accent::parse` reads it.
    pub accent: Option<String>,
    /// A PNG file in Base64.
    pub logo: Option<String>,
    /// As `Benchmark::read` reads it.
    pub benchmark: Option<String>,
}

/// The report as HTML.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Show {
    /// The assessment as an export's text.
    pub export: String,
    pub wanted: Wanted,
    /// Absolute address of the questionnaires' texts.
    pub questionnaires: String,
}

/// Tables of an assessment as a file.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Tabulate {
    pub tables: Tables,
    /// The assessment as an export's text.
    pub export: String,
    /// The tables' language as its tag.
    pub language: String,
    /// Absolute address of the questionnaires' texts.
    pub questionnaires: String,
}

/// Which tables, and how they are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Tables {
    Workbook,
    ActionsWorkbook,
    ActionsCsv,
}

/// What the worker needs to make a report again.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Verify {
    /// Absolute address of the questionnaires' texts.
    pub questionnaires: String,
    pub packs: PackAddresses,
}

/// What is printed of the assessment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Content {
    Report,
    QuestionBook,
}

/// Absolute addresses of the font packs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PackAddresses {
    pub regular: String,
    pub bold: String,
    pub wider: String,
    pub rest: String,
}

/// What the worker tells.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum News {
    /// It listens: what is posted earlier is lost.
    Ready,
    Step(Step),
    /// Comes with the PDF's bytes.
    Printed {
        pages: usize,
        /// The characters that no font has.
        missing: String,
    },
    /// Comes with the bytes of the assessment.
    TakenOut {
        recorded: Option<String>,
        record: Option<String>,
    },
    NotTakenOut(NotTakenOut),
    /// The finding, then its reasons: a sentence each, in the order of `Language::ALL`.
    Verified {
        finding: Finding,
        sentences: Vec<[String; 2]>,
    },
    /// Why a report could not even be opened.
    NotVerified {
        sentence: [String; 2],
    },
    /// The questionnaire of a workbook as one TOML file's text.
    WorkbookRead {
        text: String,
    },
    /// What is wrong with a workbook: a sentence with its place for each fault, in the order of `Language::ALL`.
    WorkbookFaulty {
        faults: Vec<[String; 2]>,
    },
    /// Comes with the workbook's bytes, which were read back.
    WorkbookWritten,
    /// A report as HTML, every text in it escaped.
    Shown {
        html: String,
    },
    /// Comes with the bytes of a file of tables, which was read back.
    Tabulated,
    /// Why no tables can be handed over: a sentence in each language, in the order of `Language::ALL`.
    TablesFaulty {
        sentence: [String; 2],
    },
    /// Everything that reports and tables need has been fetched.
    Kept,
    Failed(Failure),
}

/// Why nothing was taken out of a PDF.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum NotTakenOut {
    NothingEnclosed,
    Damaged,
    Encrypted,
}

/// As in `report::verify`, which the page does not have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Finding {
    Sound,
    PagesNotCompared,
    Contradiction,
}

/// What is being done about a report, in this order; further packs only for texts that need them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Step {
    Module,
    Fonts,
    FurtherFonts,
    Pages,
}

impl Step {
    pub const ALL: [Step; 4] = [Step::Module, Step::Fonts, Step::FurtherFonts, Step::Pages];
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Failure {
    /// The module could not be fetched or started: offline the first time, or an old browser.
    Module,
    /// The questionnaires' texts could not be fetched.
    Questionnaires,
    /// A font pack could not be fetched.
    Fonts,
    /// A font pack came, but is no usable font.
    UnusableFont,
    /// The worker did not understand the task.
    Misunderstood,
    /// The file could not be written.
    Unwritten,
    /// The file was written, but read back it is not what was meant.
    NotAsMeant,
    /// The worker stopped without a word, which is what running out of memory looks like.
    Crashed,
}

/// Posts a message by `post`, which is given the message and what is handed over with it.
pub fn post(
    words: &impl Serialize,
    content: Option<&ArrayBuffer>,
    post: impl FnOnce(&JsValue, &Array) -> Result<(), JsValue>,
) -> Result<(), JsValue> {
    let words = serde_json::to_string(words).map_err(|error| JsValue::from_str(&error.to_string()))?;
    let handed_over: Array = content.into_iter().collect();
    let message = Array::of2(&words.into(), content.map_or(&JsValue::NULL, AsRef::as_ref));
    post(&message, &handed_over)
}

/// The words and the content of a message; `None` when it is no such message.
pub fn received<T: DeserializeOwned>(message: &JsValue) -> Option<(T, Option<ArrayBuffer>)> {
    let message: &Array = message.dyn_ref()?;
    let words = serde_json::from_str(&message.get(0).as_string()?).ok()?;
    Some((words, message.get(1).dyn_into().ok()))
}
