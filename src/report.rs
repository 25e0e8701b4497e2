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
}

/// Prints a document. A further pack is worth fetching first if [`Fonts::lacking`] is not empty without it.
pub fn make(document: &Document, fonts: &Fonts) -> Result<Report, ReportError> {
    let faces = Faces::parse(fonts)?;
    let layout = layout::lay_out(document, &faces);
    let bytes = pdf::write(&layout, document, &faces)?;
    Ok(Report { bytes, pages: layout.pages.len(), missing: fonts.lacking(document)? })
}

impl ReportError {
    /// What happened and what to do, for people.
    pub fn sentence(self, language: Language) -> String {
        match self {
            ReportError::UnusableFont { .. } => language.report_font_unusable().to_owned(),
            ReportError::Unwritten => language.report_unwritten().to_owned(),
        }
    }
}
