//! Our laid-out pages drawn with krilla: the same runs, glyph by glyph, and the same paths. Bookmarks, links, dates and
//! whatever else the product writes beside the pages are left out, as are the logo and turned text, which these plants'
//! pages have none or one line of.

use std::collections::{BTreeMap, BTreeSet};

use factory_checkup::drawing::{Ink, Point as Place};
use factory_checkup::report::fonts::{Fonts, Pack};
use factory_checkup::report::layout::{Drawn, HEIGHT, Layout, Outline, WIDTH};
use factory_checkup::report::lines::Run;
use krilla::color::rgb;
use krilla::geom::{Path, PathBuilder, Point, Rect};
use krilla::num::NormalizedF32;
use krilla::page::PageSettings;
use krilla::paint::{Fill, Stroke, StrokeDash};
use krilla::surface::Surface;
use krilla::text::{Font, GlyphId, KrillaGlyph};
use krilla::{Document, SerializeSettings};

/// How far a curve's handles lie from a quarter circle's ends, for a radius of one.
const HANDLE: f32 = 0.552_284_8;

pub fn draw(pages: &Layout, fonts: &Fonts) -> Vec<u8> {
    let settings =
        SerializeSettings { compress_content_streams: true, xmp_metadata: false, ..SerializeSettings::default() };
    let mut document = Document::new_with(settings);
    let packs = [(Pack::Regular, &fonts.regular), (Pack::Bold, &fonts.bold)];
    let faces: BTreeMap<Pack, (Font, ttf_parser::Face)> = packs
        .into_iter()
        .map(|(pack, bytes)| {
            let font = Font::new(bytes.clone().into(), 0).expect("a font");
            (pack, (font, ttf_parser::Face::parse(bytes, 0).expect("a font")))
        })
        .collect();
    for page in &pages.pages {
        let mut sheet = document.start_page_with(PageSettings::from_wh(WIDTH, HEIGHT).expect("A4"));
        let mut surface = sheet.surface();
        for item in &page.items {
            match &item.drawn {
                Drawn::Text(run) => text(&mut surface, run, &faces[&run.pack]),
                Drawn::Path { outline, fill, stroke } => {
                    surface.set_fill(fill.map(|fill| filled(fill.ink, fill.opacity)));
                    surface.set_stroke(stroke.map(|stroke| Stroke {
                        paint: colour(stroke.ink).into(),
                        width: stroke.width,
                        dash: stroke.dashed.then(|| StrokeDash { array: vec![4.0, 3.0], offset: 0.0 }),
                        ..Stroke::default()
                    }));
                    if let Some(path) = path(outline) {
                        surface.draw_path(&path);
                    }
                }
                _ => {}
            }
        }
        surface.finish();
        sheet.finish();
    }
    document.finish().expect("krilla writes")
}

/// The characters each pack draws.
pub fn characters(pages: &Layout) -> BTreeMap<Pack, BTreeSet<char>> {
    let mut characters: BTreeMap<Pack, BTreeSet<char>> = BTreeMap::new();
    for item in pages.pages.iter().flat_map(|page| &page.items) {
        if let Drawn::Text(run) = &item.drawn {
            characters.entry(run.pack).or_default().extend(run.text.chars());
        }
    }
    characters
}

fn text(surface: &mut Surface, run: &Run, (font, face): &(Font, ttf_parser::Face)) {
    let ends = run.text.char_indices().map(|(at, character)| at..at + character.len_utf8());
    let mut glyphs: Vec<KrillaGlyph> = run
        .text
        .chars()
        .zip(ends)
        .map(|(character, range)| {
            let glyph = face.glyph_index(character).unwrap_or_default();
            let advance = f32::from(face.glyph_hor_advance(glyph).unwrap_or(1000)) / f32::from(face.units_per_em());
            let advance = advance + run.spacing / run.size;
            KrillaGlyph::new(GlyphId::new(glyph.0.into()), advance, 0.0, 0.0, 0.0, range, None)
        })
        .collect();
    for &(gap, width) in &run.gaps {
        glyphs[gap - 1].x_advance += width;
    }
    surface.set_fill(Some(filled(run.ink, 1.0)));
    surface.set_stroke(None);
    surface.draw_glyphs(Point::from_xy(run.x, run.y), &glyphs, font.clone(), &run.text, run.size, false);
}

fn path(outline: &Outline) -> Option<Path> {
    let mut path = PathBuilder::new();
    match outline {
        Outline::Line(from, to) => {
            path.move_to(from.x, from.y);
            path.line_to(to.x, to.y);
        }
        Outline::Rectangle { at, width, height } => path.push_rect(Rect::from_xywh(at.x, at.y, *width, *height)?),
        Outline::Polygon(points) => {
            for (index, Place { x, y }) in points.iter().enumerate() {
                if index == 0 { path.move_to(*x, *y) } else { path.line_to(*x, *y) }
            }
            path.close();
        }
        Outline::Circle { centre: Place { x, y }, radius } => {
            let (r, h) = (*radius, HANDLE * radius);
            path.move_to(x + r, *y);
            path.cubic_to(x + r, y + h, x + h, y + r, *x, y + r);
            path.cubic_to(x - h, y + r, x - r, y + h, x - r, *y);
            path.cubic_to(x - r, y - h, x - h, y - r, *x, y - r);
            path.cubic_to(x + h, y - r, x + r, y - h, x + r, *y);
            path.close();
        }
        #[allow(unreachable_patterns, reason = "shapes that are added later are left out")]
        _ => return None,
    }
    path.finish()
}

fn filled(ink: Ink, opacity: f32) -> Fill {
    Fill {
        paint: colour(ink).into(),
        opacity: NormalizedF32::new(opacity).unwrap_or(NormalizedF32::ONE),
        ..Fill::default()
    }
}

fn colour(ink: Ink) -> rgb::Color {
    let [r, g, b] = ink.rgb();
    rgb::Color::new(r, g, b)
}
