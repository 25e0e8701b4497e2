//! Why a file cannot be read, with the values to say so.

use crate::document::Problem;

/// Its sentence for people is [`crate::language::Language::read_error`]. Lines and columns count from 1.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ReadError {
    /// The system did not hand the file over; the message is the system's.
    Unreachable {
        message: String,
    },
    /// In bytes. Nothing of it was read.
    TooLarge {
        size: usize,
        limit: usize,
    },
    /// No bytes, or nothing but white space.
    Empty,
    /// A PDF that no assessment is enclosed in.
    Pdf,
    /// Something else where a report's PDF was asked for.
    NoPdf,
    /// A PDF that cannot be taken apart.
    DamagedPdf,
    /// A PDF that nothing is there to take apart: the app fetches it when it is first needed.
    UnopenedPdf,
    /// A PDF that opens with a password only.
    EncryptedPdf,
    /// An archive; spreadsheets and word-processor files are archives too.
    Zip,
    Utf16,
    /// Some other encoding, or a damaged file; `offset` is the first byte that is not UTF-8.
    NotUtf8 {
        offset: usize,
    },
    /// The message is the parser's.
    NotJson {
        line: usize,
        column: usize,
        message: String,
    },
    /// Half of an escaped pair, such as a lone `\ud800`: there is no such character.
    LoneSurrogate {
        line: usize,
    },
    /// JSON, but not ours; `None` when it does not name a format.
    OtherFormat {
        found: Option<String>,
    },
    /// No number from 1 upwards.
    UnknownVersion {
        found: String,
    },
    NewerVersion {
        found: u64,
        known: u64,
    },
    /// A field is missing, doubled or of the wrong type. The message is the parser's and names the field.
    WrongShape {
        line: usize,
        column: usize,
        message: String,
    },
    DuplicateKey {
        key: String,
    },
    /// A word that must be one of a few.
    UnknownWord {
        key: String,
        found: String,
        known: Vec<String>,
    },
    /// Not of 1–64 Latin letters, digits, hyphens and underscores.
    BadId {
        found: String,
    },
    /// Not a time after RFC 3339 with its offset.
    BadTime {
        key: String,
        found: String,
    },
    OtherQuestionnaire {
        found: String,
    },
    /// What the file says of the questionnaire that it carries is not so.
    AlteredQuestionnaire {
        id: String,
    },
    /// The questionnaire that the file carries is not sound.
    FaultyQuestionnaire {
        id: String,
        count: usize,
        first: Box<Problem>,
    },
}
