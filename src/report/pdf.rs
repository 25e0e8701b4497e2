//! The PDF file: printpdf draws the pages, and what it cannot say is put right in the object tree beneath it.

mod bounds;
mod enclosing;
mod file;
mod links;
mod metadata;
mod tags;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use lopdf::{Object, ObjectId, dictionary};
use printpdf::{
    Color, DictItem, ExtendedGraphicsState, ExtendedGraphicsStateId, ExternalStream, ExternalXObject, FontId,
    FontMetrics, LineDashPattern, LineJoinStyle, LinePoint, Mm, Op, PaintMode, ParsedFont, PdfDocument, PdfFont,
    PdfFontHandle, PdfPage, PdfSaveOptions, Polygon, PolygonRing, Pt, Rect, Rgb, TextItem, TextMatrix, XObject,
    XObjectId, XObjectTransform,
};

use super::ReportError;
use super::block::{About, Document};
use super::fonts::{Faces, Pack, Subset};
use super::layout::{Drawn, HEIGHT, Layout, Outline, Page, WIDTH};
use super::lines::Run;
use tags::Tags;

use crate::drawing::{Fill, Ink, Point, Stroke};
use crate::order::{Accent, Logo};

/// How far a circle's Bézier handles lie from its points, as a share of the radius.
const HANDLE: f32 = 0.552_284_8;

/// Writes a document's layout as a PDF 1.7 file. `faces` must be those it was laid out with.
pub fn write(layout: &Layout, content: &Document, faces: &Faces) -> Result<Vec<u8>, ReportError> {
    let about = &content.about;
    let mut document = PdfDocument::new(&about.title);
    for (pack, characters) in characters(layout) {
        let font = embedded(faces.subset(pack, &characters)?);
        document.resources.fonts.map.insert(font_id(pack), PdfFont::new(font));
    }
    for opacity in opacities(layout) {
        let state = ExtendedGraphicsState::default().with_current_fill_alpha(f32::from(opacity) / 100.0);
        document.resources.extgstates.map.insert(state_id(opacity), state);
    }
    let size = |points: f32| Mm::from(Pt(points));
    if let Some(logo) = &about.brand.logo {
        document.resources.xobjects.map.insert(logo_id(), picture(logo));
    }
    let accent = about.brand.accent;
    let mut tags = Tags::of(content);
    let mut page = |page| PdfPage::new(size(WIDTH), size(HEIGHT), ops(page, accent, &mut tags));
    document.pages = layout.pages.iter().map(&mut page).collect();

    let mut tree = printpdf::to_lopdf_doc(&document, &PdfSaveOptions::default(), &mut Vec::new());
    finish(&mut tree, layout, about, &mut tags).map_err(|_| ReportError::Unwritten)?;
    file::bytes(tree).map_err(|_| ReportError::Unwritten)
}

/// The characters each pack draws.
fn characters(layout: &Layout) -> BTreeMap<Pack, BTreeSet<char>> {
    let mut characters: BTreeMap<Pack, BTreeSet<char>> = BTreeMap::new();
    for item in layout.pages.iter().flat_map(|page| &page.items) {
        if let Drawn::Text(run) | Drawn::Turned { run, .. } = &item.drawn {
            characters.entry(run.pack).or_default().extend(shown(run));
        }
    }
    characters
}

/// The fills' opacities that are not full, in hundredths.
fn opacities(layout: &Layout) -> BTreeSet<u8> {
    let fills = layout.pages.iter().flat_map(|page| &page.items).filter_map(|item| match &item.drawn {
        Drawn::Path { fill, .. } => *fill,
        Drawn::Text(_) | Drawn::Turned { .. } | Drawn::Logo { .. } => None,
    });
    fills.map(hundredths).filter(|&opacity| opacity < 100).collect()
}

fn hundredths(fill: Fill) -> u8 {
    (fill.opacity.clamp(0.0, 1.0) * 100.0).round() as u8
}

fn embedded(subset: Subset) -> ParsedFont {
    let glyphs = subset.glyphs.iter().map(|(&character, &glyph)| (u32::from(character), glyph)).collect();
    let metrics = FontMetrics { ascent: subset.ascent, descent: subset.descent };
    let mut font = ParsedFont::with_glyph_data(
        subset.bytes,
        0,
        Some(subset.name),
        glyphs,
        subset.advances,
        subset.units_per_em,
        metrics,
    );
    let [x_min, y_min, x_max, y_max] = subset.bounds;
    font.pdf_font_metrics.x_min = x_min;
    font.pdf_font_metrics.y_min = y_min;
    font.pdf_font_metrics.x_max = x_max;
    font.pdf_font_metrics.y_max = y_max;
    font.pdf_font_metrics.us_weight_class = subset.weight;
    font
}

fn font_id(pack: Pack) -> FontId {
    FontId(format!("{pack:?}"))
}

fn state_id(opacity: u8) -> ExtendedGraphicsStateId {
    ExtendedGraphicsStateId(format!("Opacity{opacity}"))
}

/// The operators of one page. Neighbours that belong to one element of the structure are marked together.
fn ops(page: &Page, accent: Option<Accent>, tags: &mut Tags) -> Vec<Op> {
    let mut pen = Pen { accent, ..Pen::default() };
    pen.ops.push(Op::SetLineJoinStyle { join: LineJoinStyle::Round });
    let mut open = None;
    for (item, mark) in page.items.iter().zip(tags.page(page)) {
        if open != Some(mark) {
            pen.ops.extend(open.map(|_| Op::EndMarkedContent));
            pen.ops.push(tags.begin(mark));
            open = Some(mark);
        }
        match &item.drawn {
            Drawn::Text(run) => pen.text(run),
            Drawn::Path { outline, fill, stroke } => pen.path(outline, *fill, stroke.as_ref()),
            Drawn::Turned { run, degrees } => pen.turned(run, *degrees),
            Drawn::Logo { at, width, height } => pen.ops.push(Op::UseXobject {
                id: logo_id(),
                transform: XObjectTransform {
                    translate_x: Some(Pt(round(at.x))),
                    translate_y: Some(Pt(round(HEIGHT - at.y - height))),
                    scale_x: Some(round(*width)),
                    scale_y: Some(round(*height)),
                    no_auto_scale: true,
                    ..XObjectTransform::default()
                },
            }),
        }
    }
    pen.ops.extend(open.map(|_| Op::EndMarkedContent));
    pen.ops
}

/// The operators so far and the state they leave, so that only changes are written.
#[derive(Default)]
struct Pen {
    ops: Vec<Op>,
    accent: Option<Accent>,
    font: Option<(Pack, f32)>,
    spacing: f32,
    fill: Option<Ink>,
    stroke: Option<Stroke>,
}

impl Pen {
    fn text(&mut self, run: &Run) {
        self.begin(run);
        self.ops.push(Op::SetTextCursor { pos: place(Point::new(run.x, run.y)) });
        show(run, &mut self.ops);
        self.ops.push(Op::EndTextSection);
    }

    fn turned(&mut self, run: &Run, degrees: f32) {
        self.begin(run);
        let (sin, cos) = degrees.to_radians().sin_cos();
        let at = place(Point::new(run.x, run.y));
        let matrix = TextMatrix::Raw([cos, sin, -sin, cos, at.x.0, at.y.0]);
        self.ops.push(Op::SetTextMatrix { matrix });
        show(run, &mut self.ops);
        self.ops.push(Op::EndTextSection);
    }

    /// Opens a run's text with its colour, font and spacing.
    fn begin(&mut self, run: &Run) {
        self.fill_with(run.ink);
        self.ops.push(Op::StartTextSection);
        if self.font != Some((run.pack, run.size)) {
            self.font = Some((run.pack, run.size));
            let font = PdfFontHandle::External(font_id(run.pack));
            self.ops.push(Op::SetFont { font, size: Pt(round(run.size)) });
        }
        if self.spacing != run.spacing {
            self.spacing = run.spacing;
            self.ops.push(Op::SetCharacterSpacing { multiplier: (run.spacing * 1000.0).round() / 1000.0 });
        }
    }

    fn path(&mut self, outline: &Outline, fill: Option<Fill>, stroke: Option<&Stroke>) {
        if let Some(stroke) = stroke {
            self.stroke_with(*stroke);
        }
        if let Some(fill) = fill {
            self.fill_with(fill.ink);
        }
        let mode = match (fill, stroke) {
            (Some(_), Some(_)) => PaintMode::FillStroke,
            (Some(_), None) => PaintMode::Fill,
            (None, Some(_)) => PaintMode::Stroke,
            (None, None) => return,
        };
        let opacity = fill.map_or(100, hundredths);
        if opacity < 100 {
            self.ops.push(Op::SaveGraphicsState);
            self.ops.push(Op::LoadGraphicsState { gs: state_id(opacity) });
        }
        self.ops.push(path_op(outline, mode));
        if opacity < 100 {
            self.ops.push(Op::RestoreGraphicsState);
        }
    }

    fn colour(&self, ink: Ink) -> Color {
        colour(match (ink, self.accent) {
            (Ink::Accent, Some(accent)) => accent.rgb(),
            _ => ink.rgb(),
        })
    }

    fn fill_with(&mut self, ink: Ink) {
        if self.fill != Some(ink) {
            self.fill = Some(ink);
            self.ops.push(Op::SetFillColor { col: self.colour(ink) });
        }
    }

    fn stroke_with(&mut self, stroke: Stroke) {
        let before = self.stroke.replace(stroke);
        if before.map(|before| before.ink) != Some(stroke.ink) {
            self.ops.push(Op::SetOutlineColor { col: self.colour(stroke.ink) });
        }
        if before.map(|before| before.width) != Some(stroke.width) {
            self.ops.push(Op::SetOutlineThickness { pt: Pt(round(stroke.width)) });
        }
        if before.is_some_and(|before| before.dashed) != stroke.dashed {
            let dash = if stroke.dashed { LineDashPattern::new(0.0, &[4.0, 3.0]) } else { LineDashPattern::solid() };
            self.ops.push(Op::SetLineDashPattern { dash });
        }
    }
}

/// A run's characters, moved at its gaps. Readers' programs would copy a gap as a space and not find what is written
/// across it, so the characters around it carry their own text.
fn show(run: &Run, ops: &mut Vec<Op>) {
    let characters: Vec<char> = shown(run).collect();
    let text = |range: Range<usize>| TextItem::Text(characters[range].iter().collect());
    let mut shown = 0;
    // Gaps with one character between them, as on both sides of a digit, are drawn together.
    for gaps in run.gaps.chunk_by(|(gap, _), (next, _)| gap + 1 == *next) {
        let (first, _) = gaps[0];
        let (start, end) = (first - 1, first + gaps.len());
        if shown < start {
            ops.push(Op::ShowText { items: vec![text(shown..start)] });
        }
        let mut items = vec![text(start..first)];
        for &(gap, width) in gaps {
            items.extend([TextItem::Offset((-1000.0 * width).round()), text(gap..gap + 1)]);
        }
        let properties = actual_text(&characters[start..end]);
        ops.push(Op::BeginMarkedContentWithProperties { tag: "Span".to_owned(), properties });
        ops.push(Op::ShowText { items });
        ops.push(Op::EndMarkedContent);
        shown = end;
    }
    if shown < characters.len() {
        ops.push(Op::ShowText { items: vec![text(shown..characters.len())] });
    }
}

/// A run's characters with the space that ends its line.
fn shown(run: &Run) -> impl Iterator<Item = char> {
    run.text.chars().chain(run.space.then_some(' '))
}

fn actual_text(characters: &[char]) -> DictItem {
    let text: String = characters.iter().collect();
    let data = [0xfeff].into_iter().chain(text.encode_utf16()).flat_map(u16::to_be_bytes).collect();
    let map = BTreeMap::from([("ActualText".to_owned(), DictItem::String { data, literal: false })]);
    DictItem::Dict { map }
}

fn path_op(outline: &Outline, mode: PaintMode) -> Op {
    let corner = |point: &Point| LinePoint { p: place(*point), bezier: false };
    match outline {
        Outline::Line(from, to) => {
            Op::DrawLine { line: printpdf::Line { points: vec![corner(from), corner(to)], is_closed: false } }
        }
        Outline::Rectangle { at, width, height } => Op::DrawRectangle {
            rectangle: Rect {
                x: Pt(round(at.x)),
                y: Pt(round(HEIGHT - at.y - height)),
                width: Pt(round(*width)),
                height: Pt(round(*height)),
                mode: Some(mode),
                winding_order: None,
            },
        },
        Outline::Polygon(points) => polygon(points.iter().map(corner).collect(), mode),
        Outline::Circle { centre, radius } => polygon(circle(*centre, *radius), mode),
    }
}

fn polygon(points: Vec<LinePoint>, mode: PaintMode) -> Op {
    Op::DrawPolygon { polygon: Polygon { rings: vec![PolygonRing { points }], mode, ..Polygon::default() } }
}

/// Four curves; the handles before a point are marked as such.
fn circle(centre: Point, radius: f32) -> Vec<LinePoint> {
    let at = |x: f32, y: f32, bezier: bool| LinePoint {
        p: place(Point::new(centre.x + x * radius, centre.y + y * radius)),
        bezier,
    };
    let quarter = |(x, y): (f32, f32), (to_x, to_y): (f32, f32)| {
        [
            at(x + HANDLE * to_x, y + HANDLE * to_y, true),
            at(to_x + HANDLE * x, to_y + HANDLE * y, true),
            at(to_x, to_y, false),
        ]
    };
    let points = [(1.0, 0.0), (0.0, 1.0), (-1.0, 0.0), (0.0, -1.0), (1.0, 0.0)];
    let mut curve = vec![at(1.0, 0.0, false)];
    curve.extend(points.windows(2).flat_map(|pair| quarter(pair[0], pair[1])));
    curve
}

/// A point in the PDF's own directions: from the bottom left corner, y upwards.
fn place(point: Point) -> printpdf::Point {
    printpdf::Point { x: Pt(round(point.x)), y: Pt(round(HEIGHT - point.y)) }
}

/// Hundredths of a point are finer than any printer, and shorter to write than what floating point leaves.
fn round(points: f32) -> f32 {
    (points * 100.0).round() / 100.0
}

fn logo_id() -> XObjectId {
    XObjectId("Logo".to_owned())
}

/// Compressed later, with all other streams.
fn picture(logo: &Logo) -> XObject {
    let name = |name: &str| DictItem::Name(name.as_bytes().to_vec());
    let number = |number: u32| DictItem::Int(i64::from(number));
    let dict = [
        ("Type", name("XObject")),
        ("Subtype", name("Image")),
        ("Width", number(logo.width)),
        ("Height", number(logo.height)),
        ("BitsPerComponent", number(8)),
        ("ColorSpace", name("DeviceRGB")),
    ];
    let dict = dict.into_iter().map(|(key, value)| (key.to_owned(), value)).collect();
    let stream = ExternalStream { dict, content: logo.pixels.to_vec(), compress: true };
    XObject::External(ExternalXObject { stream, width: None, height: None, dpi: None })
}

fn colour([r, g, b]: [u8; 3]) -> Color {
    let [r, g, b] = [r, g, b].map(|part| (f32::from(part) / 255.0 * 1000.0).round() / 1000.0);
    Color::Rgb(Rgb { r, g, b, icc_profile: None })
}

/// Puts right what printpdf writes for print shops, and adds what readers' programs ask for: dates, language, title
/// and nested bookmarks.
fn finish(tree: &mut lopdf::Document, layout: &Layout, about: &About, tags: &mut Tags) -> lopdf::Result<()> {
    tree.version = "1.7".to_owned();
    let pages: Vec<ObjectId> = tree.get_pages().into_values().collect();
    let outline = links::outline(tree, &layout.bookmarks, &pages);
    links::link(tree, layout, tags, &pages)?;
    tags.write(tree, &pages)?;
    let catalog = tree.catalog_mut()?;
    catalog.set("Lang", Object::string_literal(about.language.tag()));
    catalog.set("ViewerPreferences", dictionary! { "DisplayDocTitle" => true });
    if let Some(outline) = outline {
        catalog.set("Outlines", outline);
        catalog.set("PageMode", "UseOutlines");
    }
    if let Some(enclosure) = &about.enclosed {
        enclosing::enclose(tree, about, enclosure, &metadata::date(about.made))?;
    }
    metadata::describe(tree, about)
}
