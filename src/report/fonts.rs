//! The report's fonts: packs of bytes, which of them draws a character, and the subset that a file embeds.

use std::collections::{BTreeMap, BTreeSet};

use sha2::{Digest, Sha256};
use subsetter::GlyphRemapper;

use super::ReportError;
use super::block::Document;
use super::clean::clean;

/// Stands for a character that no pack can draw: the sign Chinese typesetters use for a missing type.
pub const SUBSTITUTE: char = '〓';

/// The font packs as bytes, in TrueType format.
#[derive(Clone, Debug)]
pub struct Fonts {
    pub regular: Vec<u8>,
    pub bold: Vec<u8>,
    /// What else is written in China today, and then every other character of the font, both without a bold face. A
    /// report needs the next of them when [`Fonts::lacking`] names a character without it.
    pub wider: Option<Vec<u8>>,
    pub rest: Option<Vec<u8>>,
}

/// Which pack draws a character.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Pack {
    Regular,
    Bold,
    Wider,
    Rest,
}

/// The packs, parsed, borrowing their bytes.
pub struct Faces<'a> {
    regular: Face<'a>,
    bold: Face<'a>,
    wider: Option<Face<'a>>,
    rest: Option<Face<'a>>,
}

/// How one character is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Glyph {
    pub pack: Pack,
    /// The character that is drawn: the one asked for, or [`SUBSTITUTE`].
    pub character: char,
    /// The advance, in em.
    pub advance: f32,
}

/// A font program with only the glyphs that a document draws.
pub struct Subset {
    pub bytes: Vec<u8>,
    /// The font's name with the tag that marks a subset: `ABCDEF+NotoSansSC-Regular`.
    pub name: String,
    /// Each character's glyph in the subset.
    pub glyphs: BTreeMap<char, u16>,
    /// Each glyph's advance, in font units.
    pub advances: BTreeMap<u16, u16>,
    pub units_per_em: u16,
    pub ascent: i16,
    pub descent: i16,
    /// The box around all glyphs of the font: left, bottom, right, top.
    pub bounds: [i16; 4],
    /// 400 is regular, 700 bold.
    pub weight: u16,
}

struct Face<'a> {
    bytes: &'a [u8],
    face: ttf_parser::Face<'a>,
}

impl Fonts {
    /// The characters of a document that these packs cannot draw, in order. They are printed as [`SUBSTITUTE`].
    pub fn lacking(&self, document: &Document) -> Result<Vec<char>, ReportError> {
        let faces = Faces::parse(self)?;
        // A bit for each: a report has tens of thousands of characters, a thousand of them different.
        let mut seen = vec![0u64; (char::MAX as usize + 1) / 64];
        document.texts(&mut |text| {
            text.chars().map(|character| character as usize).for_each(|code| seen[code / 64] |= 1 << (code % 64));
        });
        let used = seen.iter().enumerate().filter(|(_, bits)| **bits != 0);
        let codes =
            used.flat_map(|(at, bits)| (0..64).filter(move |bit| bits & 1 << bit != 0).map(move |bit| 64 * at + bit));
        let different: String = codes.filter_map(|code| char::from_u32(code as u32)).collect();
        let cleaned: BTreeSet<char> = clean(&different).chars().filter(|&character| character != '\n').collect();
        Ok(cleaned.into_iter().filter(|&character| faces.find(character).is_none()).collect())
    }
}

impl<'a> Faces<'a> {
    pub fn parse(fonts: &'a Fonts) -> Result<Faces<'a>, ReportError> {
        let faces = Faces {
            regular: Face::parse(&fonts.regular, Pack::Regular)?,
            bold: Face::parse(&fonts.bold, Pack::Bold)?,
            wider: fonts.wider.as_deref().map(|bytes| Face::parse(bytes, Pack::Wider)).transpose()?,
            rest: fonts.rest.as_deref().map(|bytes| Face::parse(bytes, Pack::Rest)).transpose()?,
        };
        // Without these two the promise that nothing is drawn as an empty box could not be kept.
        for (face, pack) in [(&faces.regular, Pack::Regular), (&faces.bold, Pack::Bold)] {
            if face.advance(SUBSTITUTE).is_none() {
                return Err(ReportError::UnusableFont { pack });
            }
        }
        Ok(faces)
    }

    /// How a cleaned character is drawn: by the pack of its weight, else by a wider one, else as the substitute.
    pub fn glyph(&self, character: char, bold: bool) -> Glyph {
        let own = if bold { Pack::Bold } else { Pack::Regular };
        let (pack, character, advance) = match self.face(own).and_then(|face| face.advance(character)) {
            Some(advance) => (own, character, advance),
            None => match self.find(character) {
                Some((pack, advance)) => (pack, character, advance),
                None => (own, SUBSTITUTE, self.face(own).and_then(|face| face.advance(SUBSTITUTE)).unwrap_or(1.0)),
            },
        };
        Glyph { pack, character, advance }
    }

    /// Cuts the pack down to `characters`, which it must have (as [`Faces::glyph`] told).
    pub fn subset(&self, pack: Pack, characters: &BTreeSet<char>) -> Result<Subset, ReportError> {
        let unusable = ReportError::UnusableFont { pack };
        let Some(Face { bytes, face }) = self.face(pack) else { return Err(unusable) };
        let mut remapper = GlyphRemapper::new();
        let mut glyphs = BTreeMap::new();
        let mut advances = BTreeMap::new();
        let mut digest = Sha256::new();
        for &character in characters {
            let Some(glyph) = face.glyph_index(character) else { return Err(unusable) };
            let new = remapper.remap(glyph.0);
            glyphs.insert(character, new);
            advances.insert(new, face.glyph_hor_advance(glyph).unwrap_or(face.units_per_em()));
            digest.update(glyph.0.to_be_bytes());
        }
        let tag: String = digest.finalize()[..6].iter().map(|byte| char::from(b'A' + byte % 26)).collect();
        let bounds = face.global_bounding_box();
        Ok(Subset {
            bytes: subsetter::subset(bytes, 0, &remapper).map_err(|_| unusable)?,
            name: format!("{tag}+{}", postscript_name(face).unwrap_or_else(|| format!("{pack:?}"))),
            glyphs,
            advances,
            units_per_em: face.units_per_em(),
            ascent: face.ascender(),
            descent: face.descender(),
            bounds: [bounds.x_min, bounds.y_min, bounds.x_max, bounds.y_max],
            weight: face.weight().to_number(),
        })
    }

    /// The first pack, without regard to weight, that has a character, and its advance in em.
    fn find(&self, character: char) -> Option<(Pack, f32)> {
        [Pack::Regular, Pack::Wider, Pack::Rest]
            .into_iter()
            .find_map(|pack| Some((pack, self.face(pack)?.advance(character)?)))
    }

    fn face(&self, pack: Pack) -> Option<&Face<'a>> {
        match pack {
            Pack::Regular => Some(&self.regular),
            Pack::Bold => Some(&self.bold),
            Pack::Wider => self.wider.as_ref(),
            Pack::Rest => self.rest.as_ref(),
        }
    }
}

impl<'a> Face<'a> {
    fn parse(bytes: &'a [u8], pack: Pack) -> Result<Face<'a>, ReportError> {
        let face = ttf_parser::Face::parse(bytes, 0).map_err(|_| ReportError::UnusableFont { pack })?;
        Ok(Face { bytes, face })
    }

    /// A character's advance in em, `None` if the font does not have the character.
    fn advance(&self, character: char) -> Option<f32> {
        let glyph = self.face.glyph_index(character)?;
        Some(f32::from(self.face.glyph_hor_advance(glyph)?) / f32::from(self.face.units_per_em()))
    }
}

fn postscript_name(face: &ttf_parser::Face) -> Option<String> {
    let names = face.names().into_iter();
    names.filter(|name| name.name_id == ttf_parser::name_id::POST_SCRIPT_NAME).find_map(|name| name.to_string())
}
