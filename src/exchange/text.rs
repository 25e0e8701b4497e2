//! Bytes → the text of a file that says it is ours, and its version.

use serde::Deserialize;
use serde_json::Value;
use serde_json::error::Category;

use super::{FORMAT, ReadError};

/// The text in the bytes, without a byte-order mark. What is obviously something else is called by its name.
pub(super) fn text(bytes: &[u8]) -> Result<&str, ReadError> {
    match bytes {
        [b'%', b'P', b'D', b'F', ..] => return Err(ReadError::UnopenedPdf),
        [b'P', b'K', 3, 4, ..] => return Err(ReadError::Zip),
        // With a byte-order mark, or with `{` as two bytes.
        [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] | [b'{', 0, ..] | [0, b'{', ..] => return Err(ReadError::Utf16),
        _ => {}
    }
    let text = str::from_utf8(bytes).map_err(|error| ReadError::NotUtf8 { offset: error.valid_up_to() })?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.trim().is_empty() { Err(ReadError::Empty) } else { Ok(text) }
}

/// The version of the format that a text says it has. All of it is walked over, so that what is no JSON is told
/// from what is not ours.
pub(super) fn version(text: &str) -> Result<u64, ReadError> {
    #[derive(Deserialize)]
    struct Envelope {
        format: Option<Value>,
        version: Option<Value>,
    }
    let is_object = text.trim_start().starts_with('{');
    let envelope: Envelope = serde_json::from_str(text).map_err(|error| match error.classify() {
        Category::Data if !is_object => ReadError::OtherFormat { found: None },
        _ => json_error(&error),
    })?;
    match envelope.format {
        Some(Value::String(format)) if format == FORMAT => {}
        Some(Value::String(format)) => return Err(ReadError::OtherFormat { found: Some(format) }),
        _ => return Err(ReadError::OtherFormat { found: None }),
    }
    match &envelope.version {
        Some(version) => version
            .as_u64()
            .filter(|version| *version > 0)
            .ok_or_else(|| ReadError::UnknownVersion { found: version.to_string() }),
        None => Err(ReadError::UnknownVersion { found: String::new() }),
    }
}

/// The parser's error as ours.
pub(super) fn json_error(error: &serde_json::Error) -> ReadError {
    let (line, column) = (error.line(), error.column());
    let message = error.to_string();
    // The place is said by line and column, in the reader's language.
    let message = message.split(" at line ").next().unwrap_or_default().to_owned();
    match error.classify() {
        // serde_json has no other way to tell; a test holds its words.
        Category::Syntax if message.contains("hex escape") => ReadError::LoneSurrogate { line },
        Category::Data => ReadError::WrongShape { line, column, message },
        Category::Syntax | Category::Eof | Category::Io => ReadError::NotJson { line, column, message },
    }
}
