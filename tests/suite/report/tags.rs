//! The structure of a tagged file, read back from its objects: nothing drawn is without a place in it.

use std::collections::{BTreeMap, BTreeSet};

use factory_checkup::language::Language;
use factory_checkup::report::block::{Align, Block, Cell, Column, Document, Row, Table};
use lopdf::content::{Content, Operation};
use lopdf::{Dictionary, Object, ObjectId};

use super::{ALL, laws, print, sample};
use crate::golden;

/// A file with what its pages draw, by page and number of the marked content.
struct File {
    tree: lopdf::Document,
    texts: BTreeMap<(ObjectId, i64), String>,
}

#[test]
fn a_report_is_read_aloud_like_this() {
    for language in Language::ALL {
        let file = File::of(&sample::document(language));
        golden::check(&format!("report-structure-{}.txt", language.tag()), &file.outline());
    }
}

#[test]
fn a_paragraph_and_a_row_over_several_pages_are_one_element_each_and_a_repeated_head_is_none() {
    let long = "设备点检记录。".repeat(300);
    let rows = (0..80).map(|row| Row::plain(vec![Cell::text(row.to_string()), Cell::text("点检")])).collect();
    let columns = vec![Column::new("编号", 1.0, Align::Start), Column::new("项目", 3.0, Align::Start)];
    let table = Block::Table(Table { caption: "点检项目".into(), columns, rows, whole: false });
    let mut document = sample::table_with_a_cell_of(long.clone());
    let longer = "设备点检记录。".repeat(430);
    document.blocks.extend([sample::paragraph(&longer).blocks.remove(0), table]);
    let file = File::of(&document);
    let elements = file.elements();
    let pages_of = |element: &Dictionary| {
        file.content(element).into_iter().map(|(page, _)| page).collect::<BTreeSet<ObjectId>>().len()
    };
    let of_role =
        |role: &str| elements.iter().filter(|(name, _)| name == role).map(|(_, element)| element).collect::<Vec<_>>();
    let texts = |role: &str| of_role(role).into_iter().map(|element| file.text(element)).collect::<Vec<_>>();
    assert_eq!(of_role("P").into_iter().map(pages_of).collect::<Vec<_>>(), [3]);
    assert_eq!(texts("P"), [longer.as_str()]);
    assert_eq!(texts("TH"), ["要求", "记录", "编号", "项目"]);
    assert_eq!(of_role("TD").into_iter().map(pages_of).max(), Some(2));
    assert_eq!(texts("TD")[1], long);
    assert_eq!(of_role("TR").len(), 2 + 81);
}

#[test]
fn headings_leave_out_no_step() {
    let mut document = sample::document(Language::Chinese);
    for block in &mut document.blocks {
        if let Block::Heading { level, .. } = block {
            *level = 3;
        }
    }
    let file = File::of(&document);
    let levels: Vec<String> =
        file.elements().into_iter().map(|(role, _)| role).filter(|role| role.starts_with('H')).collect();
    assert_eq!(&levels[..3], ["H1", "H2", "H3"]);
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig { cases: 12, failure_persistence: None, ..Default::default() })]

    #[test]
    fn nothing_is_drawn_without_a_place_in_the_structure(document in laws::documents()) {
        File::of(&document);
    }
}

impl File {
    /// Prints a document and holds the laws that every tagged file obeys.
    fn of(document: &Document) -> File {
        let tree = lopdf::Document::load_mem(&print(document, &ALL).bytes).expect("the file is a PDF");
        let mut file = File { tree, texts: BTreeMap::new() };
        let fonts = file.fonts();
        for (number, page) in file.tree.get_pages().into_values().enumerate() {
            let content = file.tree.get_page_content(page);
            let content = Content::decode(&content).expect("the page's operators can be read");
            for (mcid, text) in marked(&content.operations, &fonts).into_iter().enumerate() {
                file.texts.insert((page, mcid as i64), text);
            }
            let page = file.tree.get_dictionary(page).expect("a page");
            assert_eq!(page.get(b"StructParents").and_then(Object::as_i64).ok(), Some(number as i64));
            assert_eq!(page.get(b"Tabs").and_then(Object::as_name).ok(), Some(&b"S"[..]));
        }
        file.hold();
        file
    }

    /// Every piece of content belongs to exactly one element, which the page finds by its number; no heading leaves out a
    /// step; every row of a table is as wide; every figure is described.
    fn hold(&self) {
        let elements = self.elements();
        let mut owned: BTreeMap<(ObjectId, i64), usize> = BTreeMap::new();
        let mut level = 0;
        for (index, (role, element)) in elements.iter().enumerate() {
            for place in self.content(element) {
                assert_eq!(owned.insert(place, index), None, "content of two elements");
            }
            if let Some(heading) = role.strip_prefix('H') {
                let heading: u8 = heading.parse().expect("a heading's level");
                assert!(heading <= level + 1, "from level {level} to {heading}");
                level = heading;
            }
            match role.as_str() {
                "Table" => self.hold_table(element),
                "Figure" => {
                    assert!(element.has(b"Alt"), "a figure without words");
                    let bounds =
                        self.attributes(element).get(b"BBox").and_then(Object::as_array).expect("a box").clone();
                    let bounds: Vec<f32> = bounds.iter().map(|edge| edge.as_float().expect("a number")).collect();
                    assert!(bounds[0] < bounds[2] && bounds[1] < bounds[3], "{bounds:?}");
                }
                _ => {}
            }
        }
        assert_eq!(owned.keys().collect::<Vec<_>>(), self.texts.keys().collect::<Vec<_>>());

        let root = self.root();
        let parents = self.dictionary(root.get(b"ParentTree").expect("the way back"));
        let numbers = parents.get(b"Nums").and_then(Object::as_array).expect("numbers");
        for (page, pair) in self.tree.get_pages().into_values().zip(numbers.chunks(2)) {
            let back = self.tree.dereference(&pair[1]).and_then(|(_, list)| list.as_array().cloned()).expect("a list");
            for (mcid, element) in back.iter().enumerate() {
                let owner = owned[&(page, mcid as i64)];
                assert_eq!(&self.dictionary(element), &elements[owner].1);
            }
            assert_eq!(back.len(), self.texts.keys().filter(|(of, _)| *of == page).count());
        }
    }

    fn hold_table(&self, table: &Dictionary) {
        let span = |cell: &Dictionary| {
            let attributes = cell.get(b"A").and_then(Object::as_dict).ok();
            attributes.and_then(|attributes| attributes.get(b"ColSpan").and_then(Object::as_i64).ok()).unwrap_or(1)
        };
        let rows = self.children(table).into_iter().filter(|(role, _)| role == "TR");
        let widths: BTreeSet<i64> = rows
            .map(|(_, row)| {
                let cells = self.children(&row);
                assert!(cells.iter().all(|(role, _)| role == "TH" || role == "TD"));
                cells.iter().map(|(_, cell)| span(cell)).sum()
            })
            .collect();
        assert!(widths.len() <= 1, "rows of {widths:?} cells");
    }

    /// All elements, parents before their children, in reading order.
    fn elements(&self) -> Vec<(String, Dictionary)> {
        let document = self.dictionary(self.root().get(b"K").expect("a document"));
        let mut elements = vec![("Document".to_owned(), document)];
        let mut next = 0;
        while next < elements.len() {
            let children = self.children(&elements[next].1);
            elements.splice(next + 1..next + 1, children);
            next += 1;
        }
        elements
    }

    /// Roles indented by depth, with what is drawn of them.
    fn outline(&self) -> String {
        let mut lines = String::new();
        self.add_lines("Document", &self.elements()[0].1, 0, &mut lines);
        lines
    }

    fn add_lines(&self, role: &str, element: &Dictionary, depth: usize, lines: &mut String) {
        let text = self.text(element);
        let alternative = element.get(b"Alt").ok().and_then(|alt| lopdf::decode_text_string(alt).ok());
        let text = alternative.map_or(text, |alternative| format!("[{alternative}]"));
        lines.push_str(format!("{}{role} {text}", "  ".repeat(depth)).trim_end());
        lines.push('\n');
        for (role, child) in self.children(element) {
            self.add_lines(&role, &child, depth + 1, lines);
        }
    }

    fn text(&self, element: &Dictionary) -> String {
        self.content(element).iter().map(|place| self.texts[place].as_str()).collect()
    }

    /// Page and number of each piece of an element's own content.
    fn content(&self, element: &Dictionary) -> Vec<(ObjectId, i64)> {
        let page = |of: &Dictionary| of.get(b"Pg").and_then(Object::as_reference).expect("a page");
        let kids = self.kids(element);
        let place = |kid: &Object| match kid {
            Object::Integer(number) => Some((page(element), *number)),
            Object::Dictionary(kid) => Some((page(kid), kid.get(b"MCID").and_then(Object::as_i64).ok()?)),
            _ => None,
        };
        kids.iter().filter_map(place).collect()
    }

    fn children(&self, element: &Dictionary) -> Vec<(String, Dictionary)> {
        let kids = self.kids(element).into_iter().filter(|kid| matches!(kid, Object::Reference(_)));
        kids.map(|kid| {
            let child = self.dictionary(&kid);
            let role = child.get(b"S").and_then(Object::as_name).expect("a role");
            (String::from_utf8(role.to_vec()).expect("a role is ASCII"), child)
        })
        .collect()
    }

    fn kids(&self, element: &Dictionary) -> Vec<Object> {
        match element.get(b"K") {
            Ok(Object::Array(kids)) => kids.clone(),
            Ok(kid) => vec![kid.clone()],
            Err(_) => Vec::new(),
        }
    }

    fn attributes(&self, element: &Dictionary) -> Dictionary {
        element.get(b"A").and_then(Object::as_dict).expect("attributes").clone()
    }

    fn root(&self) -> Dictionary {
        self.dictionary(self.tree.catalog().and_then(|catalog| catalog.get(b"StructTreeRoot")).expect("a structure"))
    }

    fn dictionary(&self, object: &Object) -> Dictionary {
        let object = self.tree.dereference(object).expect("a reference leads somewhere").1;
        object.as_dict().expect("a dictionary").clone()
    }

    /// What the glyphs of each font mean, by the font's name on the pages.
    fn fonts(&self) -> BTreeMap<Vec<u8>, BTreeMap<u16, char>> {
        let page = *self.tree.get_pages().get(&1).expect("a first page");
        let fonts = self.tree.get_page_fonts(page).expect("fonts");
        fonts.into_iter().map(|(name, font)| (name, self.meanings(font))).collect()
    }

    fn meanings(&self, font: &Dictionary) -> BTreeMap<u16, char> {
        let stream = self.tree.dereference(font.get(b"ToUnicode").expect("what glyphs mean")).expect("a stream").1;
        let text = stream.as_stream().and_then(|stream| stream.decompressed_content()).expect("readable");
        let text = String::from_utf8(text).expect("ASCII");
        let mut meanings = BTreeMap::new();
        for line in text.lines().filter(|line| line.starts_with('<')) {
            let codes: Vec<&str> = line.split(['<', '>', ' ']).filter(|code| !code.is_empty()).collect();
            if let [glyph, character] = codes[..] {
                let units: Vec<u16> =
                    character.as_bytes().chunks(4).map(|unit| hex(str::from_utf8(unit).unwrap())).collect();
                meanings
                    .insert(hex(glyph), char::decode_utf16(units).next().expect("a character").expect("a whole one"));
            }
        }
        meanings
    }
}

fn hex(text: &str) -> u16 {
    u16::from_str_radix(text, 16).expect("a hexadecimal number")
}

/// The text of each piece of marked content, which are numbered from 0 in the order of drawing. Panics where something is
/// drawn outside of one and is no artifact either.
fn marked(operations: &[Operation], fonts: &BTreeMap<Vec<u8>, BTreeMap<u16, char>>) -> Vec<String> {
    let mut texts: Vec<String> = Vec::new();
    // What is open, outermost first: its number, or nothing for artifacts and for spans inside.
    let mut open: Vec<(bool, Option<usize>)> = Vec::new();
    let mut font = Vec::new();
    for Operation { operator, operands } in operations {
        match operator.as_str() {
            "BMC" | "BDC" => {
                let number =
                    operands.get(1).and_then(|properties| properties.as_dict().ok()?.get(b"MCID").ok()?.as_i64().ok());
                let artifact = operands[0].as_name().ok() == Some(b"Artifact");
                if let Some(number) = number {
                    assert_eq!(number as usize, texts.len(), "numbers follow each other");
                    assert!(open.is_empty(), "elements do not lie in each other");
                    texts.push(String::new());
                }
                open.push((artifact, number.map(|number| number as usize)));
            }
            "EMC" => assert!(open.pop().is_some(), "what is closed was open"),
            "Tf" => font = operands[0].as_name().expect("a font's name").to_vec(),
            "Tj" | "TJ" | "f" | "F" | "f*" | "S" | "s" | "B" | "b" | "B*" | "b*" | "Do" => {
                let (artifact, number) = open.first().expect("all that is drawn is marked");
                assert!(*artifact || number.is_some());
                let Some(text) = number.map(|number| &mut texts[number]) else { continue };
                let mut add = |glyphs: &[u8]| {
                    let glyphs = glyphs.chunks(2).map(|glyph| fonts[&font][&u16::from_be_bytes([glyph[0], glyph[1]])]);
                    text.extend(glyphs);
                };
                for operand in operands {
                    match operand {
                        Object::String(glyphs, _) => add(glyphs),
                        Object::Array(items) => items.iter().filter_map(|item| item.as_str().ok()).for_each(&mut add),
                        _ => {}
                    }
                }
            }
            _ => {}
        }
    }
    assert!(open.is_empty(), "what is opened is closed");
    texts
}
