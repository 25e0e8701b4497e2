//! A report that carries its assessment: what was enclosed in the PDF is taken out and read like any other export.
//!
//! The app takes it out in its file worker, because reading PDF files must not weigh on the first load; the rest is the
//! same everywhere.

use sha2::{Digest, Sha256};

/// What a report carries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Enclosed {
    /// The export, to the byte.
    pub bytes: Vec<u8>,
    /// The hash that the report says it has; `None` where the report does not say.
    pub recorded: Option<String>,
    /// How the report was made, as it says itself.
    pub record: Option<String>,
}

/// Whether the bytes of a file look like a PDF, in which an assessment may be enclosed.
pub fn is_pdf(bytes: &[u8]) -> bool {
    bytes.starts_with(b"%PDF")
}

/// The hash by which an export is known on the pages of its report: SHA-256, 64 hexadecimal digits.
pub fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(feature = "report")]
pub use taking_out::{APPLICATION, HASH, RECORD, take_out};

#[cfg(feature = "report")]
mod taking_out {
    use lopdf::{Dictionary, Document, Error, LoadOptions, Object};

    use super::super::{LIMIT, ReadError, text};
    use super::Enclosed;

    /// The keys of what a report says about itself, in the catalog's page-piece dictionary.
    pub const APPLICATION: &str = "FactoryCheckup";
    pub const HASH: &str = "AssessmentHash";
    pub const RECORD: &str = "Record";

    /// How deep a tree of names may be; a sound one with one file has a depth of 1.
    const DEPTH: usize = 16;

    /// Takes the assessment out of a PDF, whatever the file is.
    pub fn take_out(pdf: &[u8]) -> Result<Enclosed, ReadError> {
        let options = LoadOptions::with_max_decompressed_size(LIMIT);
        let file = Document::load_mem_with_options(pdf, options).map_err(|error| match error {
            Error::InvalidPassword | Error::Decryption(_) | Error::UnsupportedSecurityHandler(_) => {
                ReadError::EncryptedPdf
            }
            _ => ReadError::DamagedPdf,
        })?;
        if file.is_encrypted() {
            return Err(ReadError::EncryptedPdf);
        }
        let catalog = file.catalog().map_err(|_| ReadError::DamagedPdf)?;
        let mut files = Vec::new();
        if let Some(names) = get(&file, catalog, "Names").and_then(|names| get(&file, names, "EmbeddedFiles")) {
            collect(&file, names, DEPTH, &mut files);
        }
        let bytes = files.into_iter().find(|bytes| is_ours(bytes)).ok_or(ReadError::Pdf)?;
        let said = get(&file, catalog, "PieceInfo")
            .and_then(|pieces| get(&file, pieces, APPLICATION))
            .and_then(|application| get(&file, application, "Private"));
        let say = |key: &str| {
            let text = said?.get(key.as_bytes()).and_then(|text| file.dereference(text)).ok()?.1;
            lopdf::decode_text_string(text).ok()
        };
        Ok(Enclosed { bytes, recorded: say(HASH), record: say(RECORD) })
    }

    /// The enclosed files below a node of the tree of their names.
    fn collect(file: &Document, node: &Dictionary, depth: usize, files: &mut Vec<Vec<u8>>) {
        let array = |key: &str| {
            let array = node.get(key.as_bytes()).and_then(|array| file.dereference(array)).ok();
            array.and_then(|(_, array)| array.as_array().ok()).map_or(&[][..], Vec::as_slice)
        };
        for pair in array("Names").chunks(2) {
            let specification = pair.get(1).and_then(|object| dictionary(file, object));
            files.extend(specification.and_then(|specification| content(file, specification)));
        }
        for kid in array("Kids").iter().filter_map(|kid| dictionary(file, kid)) {
            if depth > 0 {
                collect(file, kid, depth - 1, files);
            }
        }
    }

    fn content(file: &Document, specification: &Dictionary) -> Option<Vec<u8>> {
        let enclosed = get(file, specification, "EF")?;
        let stream =
            enclosed.get(b"F").or_else(|_| enclosed.get(b"UF")).and_then(|stream| file.dereference(stream)).ok()?;
        stream.1.as_stream().ok()?.decompressed_content_with_limit(LIMIT).ok()
    }

    fn is_ours(bytes: &[u8]) -> bool {
        text::text(bytes).and_then(text::version).is_ok()
    }

    fn get<'a>(file: &'a Document, of: &'a Dictionary, key: &str) -> Option<&'a Dictionary> {
        dictionary(file, of.get(key.as_bytes()).ok()?)
    }

    fn dictionary<'a>(file: &'a Document, object: &'a Object) -> Option<&'a Dictionary> {
        file.dereference(object).ok()?.1.as_dict().ok()
    }
}
