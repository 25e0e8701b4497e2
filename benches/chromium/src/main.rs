//! The native side of the comparison: `report-bench FOLDER` writes each plant's content for the other libraries into the
//! folder, and prints what the product and krilla take for the same report.

mod content;
mod krilla_pages;
mod older_map;

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use factory_checkup::exchange;
use factory_checkup::language::Language;
use factory_checkup::order::Order;
use factory_checkup::report::block::Document;
use factory_checkup::report::fonts::{Faces, Fonts};
use factory_checkup::report::{self, layout, site};
use time::macros::datetime;

/// One plant of the older edition of the requirements, with everything answered, and one of the current edition.
const PLANTS: [&str; 2] = ["discrete-l1-with-gaps", "process-plant"];
/// Runs after the first one.
const AGAIN: usize = 21;

fn main() {
    let folder = PathBuf::from(std::env::args().nth(1).expect("the folder to write to"));
    let project = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let pack = |name: &str| fs::read(project.join(format!("style/fonts/noto-sans-sc-common-{name}.ttf"))).expect(name);
    let fonts = Fonts { regular: pack("regular"), bold: pack("bold"), wider: None, rest: None };
    fs::create_dir_all(&folder).expect("a folder to write to");
    for (name, bytes) in [("regular", &fonts.regular), ("bold", &fonts.bold)] {
        fs::write(folder.join(format!("{name}.ttf")), older_map::of(bytes)).expect("written");
    }
    for plant in PLANTS {
        let export = fs::read(project.join(format!("seeds/{plant}.json"))).expect(plant);
        let opened = exchange::read(&export).expect("a seed can be read");
        let order = Order::new(Language::Chinese, datetime!(2026-11-23 14:32:05 +8));
        let make = || site::document(opened.questionnaire, &opened.assessment, &opened.scorecard, &order);
        let document = make();
        let lacking = fonts.lacking(&document).expect("fonts");
        assert!(lacking.is_empty(), "{plant} needs more than the common packs: {lacking:?}");
        let json = serde_json::to_vec(&content::of(&document)).expect("JSON");
        fs::write(folder.join(format!("{plant}.content.json")), json).expect("written");
        measure(plant, &document, &make, &fonts, &folder);
    }
}

fn measure(plant: &str, document: &Document, make: &dyn Fn() -> Document, fonts: &Fonts, folder: &Path) {
    let faces = Faces::parse(fonts).expect("fonts");
    let pages = layout::lay_out(document, &faces);
    println!("\n{plant}, natively: {} pages", pages.pages.len());
    show("content", || make().blocks.len());
    show("font parse", || Faces::parse(fonts).is_ok());
    show("layout", || layout::lay_out(document, &faces).pages.len());
    show("subset", || subset(&pages, &faces));
    let ours = show("ours: parse, layout, subset, write", || report::make(document, fonts).expect("printed").bytes);
    let theirs = show("krilla: our pages, its subset and write", || krilla_pages::draw(&pages, fonts));
    for (name, bytes) in [("ours", ours), ("krilla", theirs)] {
        println!("  {name}: {} bytes", bytes.len());
        fs::write(folder.join(format!("{plant}.{name}-native.pdf")), bytes).expect("written");
    }
}

/// What [`report::make`] subsets, without its writing.
fn subset(pages: &layout::Layout, faces: &Faces) -> usize {
    krilla_pages::characters(pages)
        .iter()
        .map(|(pack, all)| faces.subset(*pack, all).expect("a subset").bytes.len())
        .sum()
}

fn show<T>(what: &str, run: impl Fn() -> T) -> T {
    let timed = || {
        let start = Instant::now();
        let made = run();
        (start.elapsed().as_secs_f64() * 1000.0, made)
    };
    let (first, made) = timed();
    let mut again: Vec<f64> = (0..AGAIN).map(|_| timed().0).collect();
    again.sort_by(f64::total_cmp);
    let (least, median, most) = (again[0], again[AGAIN / 2], again[AGAIN - 1]);
    println!("  {what:<40} first {first:>7.2} ms, then {median:>7.2} ms ({least:.2}–{most:.2})");
    made
}
