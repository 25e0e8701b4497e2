//! Which characters the font packs have: those of our own texts at once, those written in China today with one more
//! pack, and others named to the user.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use factory_checkup::report::fonts::{Faces, Pack};

use super::{ALL, COMMON, WIDER, lay_out, print, sample, text};

/// The 8105 characters of 通用规范汉字表; its head says where they come from.
const STANDARD: &str = include_str!("../../../style/fonts/characters.txt");

/// The standard's characters, level by level.
fn levels() -> Vec<BTreeSet<char>> {
    let text: Vec<&str> = STANDARD.lines().filter(|line| !line.starts_with('#')).collect();
    let levels = text.split(|line| line.is_empty()).filter(|lines| !lines.is_empty());
    levels.map(|lines| lines.iter().flat_map(|line| line.chars()).collect()).collect()
}

#[test]
fn the_8105_characters_of_the_national_standard_are_printed_without_the_rest_pack() {
    let levels = levels();
    let sizes: Vec<usize> = levels.iter().map(BTreeSet::len).collect();
    assert_eq!(sizes, [3500, 3000, 1605]);
    assert_eq!(levels.iter().flatten().collect::<BTreeSet<_>>().len(), 8105, "a character stands in two levels");
    let all: String = levels.iter().flatten().collect();
    assert_eq!(WIDER.lacking(&sample::paragraph(&all)), Ok(vec![]));
    let common: String = levels[0].iter().collect();
    assert_eq!(COMMON.lacking(&sample::paragraph(&common)), Ok(vec![]));
}

#[test]
fn every_character_of_our_own_texts_is_in_the_common_packs_regular_and_bold() {
    let faces = Faces::parse(&COMMON).expect("the project's fonts are fonts");
    for path in texts(["src/wording", "questionnaires", "seeds"].map(PathBuf::from).to_vec()) {
        let words = fs::read_to_string(&path).expect("a text");
        let mut lacking: BTreeSet<char> = words.chars().filter(|character| !character.is_control()).collect();
        lacking.retain(|&character| {
            let [regular, bold] = [false, true].map(|bold| faces.glyph(character, bold));
            (regular.pack, bold.pack) != (Pack::Regular, Pack::Bold) || regular.character != character
        });
        assert!(lacking.is_empty(), "{}: {lacking:?}; `cargo xtask fonts` puts them in", path.display());
    }
}

#[test]
fn a_less_common_character_comes_from_the_wider_pack_and_a_rare_one_from_the_rest() {
    let document = sample::paragraph("上海臑霺机械有限公司");
    assert_eq!(COMMON.lacking(&document), Ok(vec!['臑', '霺']));
    assert_eq!(WIDER.lacking(&document), Ok(vec!['霺']));
    assert_eq!(ALL.lacking(&document), Ok(vec![]));
    assert!(text(&lay_out(&document)).contains("臑 | 霺"), "each in a run of its own pack");
    assert_eq!(print(&document, &ALL).missing, []);
    assert_eq!(print(&document, &WIDER).missing, ['霺']);
}

#[test]
fn names_of_firms_and_words_of_the_trades_need_no_further_pack() {
    for words in ["上海鑫晟铖精密机械有限公司", "松江泗泾佘山泖港", "铣镗钣淬榫锭坩埚", "氟硒镍铬钒酯醛酚"]
    {
        assert_eq!(COMMON.lacking(&sample::paragraph(words)), Ok(vec![]), "{words}");
    }
}

/// The files in some folders of the project and below them.
fn texts(mut folders: Vec<PathBuf>) -> Vec<PathBuf> {
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() { folders.push(path) } else { files.push(path) }
        }
    }
    files
}
