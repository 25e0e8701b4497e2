//! A report: blocks of content, laid out on pages and printed as a PDF.
//!
//! ```text
//! site (one plant's content) ─► block::Document ─┬─► strip, table (slices) ─► layout (pages of placed text and shapes) ─► pdf (bytes)
//!                                                │       └── lines (breaking) ── fonts (which pack draws what)
//!                                                └─► html (an element for the screen)
//! ```
//!
//! Nothing here reads a clock, a locale or a random source: the same document and fonts give the same bytes.

pub mod block;
mod clean;
pub mod fonts;
pub mod html;
pub mod layout;
pub mod lines;
mod pdf;
pub mod record;
pub mod site;
mod strip;
mod table;
pub mod verify;

use block::Document;
use fonts::{Faces, Fonts, Pack};

use crate::exchange::enclosed;
use crate::language::Language;

/// A printed report.
#[derive(Clone, Debug)]
pub struct Report {
    /// The PDF file.
    pub bytes: Vec<u8>,
    pub pages: usize,
    /// The characters that no font pack has, in order. They are printed as [`fonts::SUBSTITUTE`] and the user is told.
    pub missing: Vec<char>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReportError {
    /// A font pack that is no font, or lacks what every text needs.
    UnusableFont { pack: Pack },
    /// The PDF could not be written into memory.
    Unwritten,
    /// Read back, the PDF does not carry the assessment that it was made of.
    NotAsMeant,
}

/// Prints a document, and takes out again what is enclosed in it before it says so. A further pack is worth fetching
/// first if [`Fonts::lacking`] is not empty without it.
pub fn make(document: &Document, fonts: &Fonts) -> Result<Report, ReportError> {
    let faces = Faces::parse(fonts)?;
    let layout = layout::lay_out(document, &faces);
    let bytes = pdf::write(&layout, document, &faces)?;
    if let Some(enclosure) = &document.about.enclosed {
        let found = enclosed::take_out(&bytes).map_err(|_| ReportError::NotAsMeant)?;
        if found.bytes != enclosure.bytes || found.record.as_deref() != Some(enclosure.record.as_str()) {
            return Err(ReportError::NotAsMeant);
        }
    }
    Ok(Report { bytes, pages: layout.pages.len(), missing: fonts.lacking(document)? })
}

impl ReportError {
    /// What happened and what to do, for people.
    pub fn sentence(self, language: Language) -> String {
        match self {
            ReportError::UnusableFont { .. } => language.report_font_unusable().to_owned(),
            ReportError::Unwritten => language.report_unwritten().to_owned(),
            ReportError::NotAsMeant => language.report_not_as_meant().to_owned(),
        }
    }
}
