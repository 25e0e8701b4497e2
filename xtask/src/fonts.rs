//! The report's font packs, cut from Noto Sans SC: `cargo xtask fonts` rebuilds every file of `style/fonts/`.
//!
//! The common packs (regular and bold) hold what nearly every report needs and are small enough to fetch at once. The
//! wider pack holds the rest of what is written in China today, the rest pack every other character of the font; each
//! is fetched only when a report needs it. The files are committed, so this runs again only after a change to the
//! font, to what is common, or to a text that has a character no common pack has: a test says so.

use crate::steps::{project, run, step};
use crate::tools::{find, target_folder};
use anyhow::{Context, Result, ensure};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use allsorts::binary::read::ReadScope;
use allsorts::font::find_good_cmap_subtable;
use allsorts::font_data::FontData;
use allsorts::subset::{CmapTarget, SubsetProfile, subset};
use allsorts::tables::FontTableProvider;
use allsorts::tables::cmap::{Cmap, CmapSubtable};
use allsorts::tag;

/// The npm package with the static fonts, pinned: other versions may draw other outlines.
const PACKAGE: &str = "@expo-google-fonts/noto-sans-sc@0.4.3";
const REGULAR: &str = "package/400Regular/NotoSansSC_400Regular.ttf";
const BOLD: &str = "package/700Bold/NotoSansSC_700Bold.ttf";
const LICENCE: &str = "package/LICENSE_FONT";

const CHARACTERS: &str = "style/fonts/characters.txt";
const OWN_TEXTS: [&str; 3] = ["src/wording", "questionnaires", "seeds"];

/// Fetches the font with npm, cuts the packs and writes them beside their licence.
pub fn rebuild() -> Result<()> {
    let source = fetch(&target_folder()?.join("fonts"))?;
    let packs = project().join("style").join("fonts");
    fs::create_dir_all(&packs)?;

    let regular = read(&source.join(REGULAR))?;
    let bold = read(&source.join(BOLD))?;
    let levels = levels()?;
    let common: BTreeSet<char> = symbols().chain(levels[0].chars()).chain(USUAL.chars()).chain(own_texts()?).collect();
    let written: BTreeSet<char> = gb2312().chain(levels.concat().chars()).collect();
    let is_common = |character: char| common.contains(&character);
    let is_wider = |character: char| !is_common(character) && written.contains(&character);
    let is_rest = |character: char| !is_common(character) && !written.contains(&character);
    step("Cutting the packs", || {
        write(&packs.join("noto-sans-sc-common-regular.ttf"), &cut(&regular, is_common)?)?;
        write(&packs.join("noto-sans-sc-common-bold.ttf"), &cut(&bold, is_common)?)?;
        write(&packs.join("noto-sans-sc-wider-regular.ttf"), &cut(&regular, is_wider)?)?;
        write(&packs.join("noto-sans-sc-rest-regular.ttf"), &cut(&regular, is_rest)?)?;
        write(&packs.join("OFL.txt"), &read(&source.join(LICENCE))?)
    })
}

/// Characters that are not among the 3500 in common use, but usual in the names of firms, in those of people, and in
/// the words of the trades.
const USUAL: &str = "鑫淼焱垚昊晟睿瀚钰铖炜烨煜璟璐琪琦瑾瑜琨瑄珺珏玮珂珩瑶璇淇沣沅泓泫淞湛滢滟濮瀛岚岱嵘崴嵩桢梓棣楠槿樾栩昕昱晖晗暄曦曜\
    旻旸晁芮芷芸苒茜荃莞菁萱葳蕙雯霖霏颢颐翊翎盎祺禧锟锴镕铠钊锜镛镔歆毓汀汶泖泗泾洙浜溧漕佘佟侃俪倩偲僮仝仟俞俨倪婕婷媛\
    嫣妍妤娅孛宸宥峥岑彧徕恺憬懋斐奕喆嘟圳埔埭塬堃佰筠簋缇绮缪罡羿聿胤舫舸茗莘莜菏葆蓓蔺虞裘褚谌贲赉轶邗邬邱邵邹邺郅郝\
    郸郦鄞釜闫闵阚陇韬韶骁骅骐骞鲲铣镗钣锉铆淬焙煅坩埚锭辊轭毂榫铰铡铤钒钛铬钴镍锆铌钼钯镉铟锑钨铂铋铈镧氟溴氦氖氩氪氙氰\
    羟羧羰酯酮醛醚酚烷烯炔烃苯萘蒽酐胺肼腈肟脲膦砜呋喃吡啶嘧嘌呤吲哚噻唑嗪苷肽酶纶缫绫绉绗衲熨帛鞣绦缬颚镊锨杵萃瓮盂\
    盅釉砼矸镁镓锗硒锶钇镭铀钚箔";

/// Latin of Western and Central Europe, and the punctuation, marks and symbols that reports and workshop notes use.
fn symbols() -> impl Iterator<Item = char> {
    let ranges = [
        ' '..='~',
        '\u{a0}'..='\u{17f}',
        '\u{2010}'..='\u{205e}',
        '\u{2070}'..='\u{209c}',
        '\u{20a0}'..='\u{20bf}',
        '\u{2100}'..='\u{218b}',
        '\u{2190}'..='\u{21ff}',
        '\u{2200}'..='\u{22ff}',
        '\u{2460}'..='\u{24ff}',
        '\u{25a0}'..='\u{27bf}',
        '\u{3000}'..='\u{303f}',
        '\u{ff00}'..='\u{ffef}',
    ];
    // The symbols of GB 2312 among them: rows 1 to 9.
    ranges.into_iter().flatten().chain(gb2312().filter(|character| !('\u{4e00}'..='\u{9fff}').contains(character)))
}

/// The characters of 通用规范汉字表 in its three levels.
fn levels() -> Result<[String; 3]> {
    let text = fs::read_to_string(project().join(CHARACTERS)).context(CHARACTERS)?;
    let lines: Vec<&str> = text.lines().filter(|line| !line.starts_with('#')).collect();
    let levels: Vec<String> =
        lines.split(|line| line.is_empty()).map(<[&str]>::concat).filter(|level| !level.is_empty()).collect();
    levels.try_into().ok().with_context(|| format!("{CHARACTERS} has not three levels"))
}

/// Every character of what the program says, asks and shows as examples.
fn own_texts() -> Result<BTreeSet<char>> {
    let mut characters = BTreeSet::new();
    let mut folders: Vec<PathBuf> = OWN_TEXTS.iter().map(|folder| project().join(folder)).collect();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).with_context(|| folder.display().to_string())? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                characters.extend(fs::read_to_string(&path).with_context(|| path.display().to_string())?.chars());
            }
        }
    }
    Ok(characters)
}

/// The characters of GB 2312: symbols in rows 1 to 9, hanzi in rows 16 to 87.
fn gb2312() -> impl Iterator<Item = char> {
    let rows = (0xa1..=0xa9u8).chain(0xb0..=0xf7);
    rows.flat_map(|row| (0xa1..=0xfeu8).map(move |cell| [row, cell])).filter_map(|pair| {
        let text = encoding_rs::GBK.decode_without_bom_handling_and_without_replacement(&pair)?;
        // The unassigned cells of the rows decode to the private use area.
        text.chars().next().filter(|character| !('\u{e000}'..='\u{f8ff}').contains(character))
    })
}

/// The font with only the characters that `wanted` accepts, and the tables that a PDF and its layout need.
fn cut(font: &[u8], wanted: impl Fn(char) -> bool) -> Result<Vec<u8>> {
    let data = ReadScope::new(font).read::<FontData>()?;
    let provider = data.table_provider(0)?;
    let cmap = provider.read_table_data(tag::CMAP)?;
    // A glyph drawn for several characters goes wherever one of them is wanted.
    let mut glyphs = BTreeSet::from([0]);
    mappings(&cmap, |character, glyph| {
        if wanted(character) {
            glyphs.insert(glyph);
        }
    })?;
    let glyphs: Vec<u16> = glyphs.into_iter().collect();
    Ok(subset(&provider, &glyphs, &SubsetProfile::Minimal, CmapTarget::Unicode)?)
}

/// Calls `each` for every character of the font's Unicode map.
fn mappings(cmap: &[u8], mut each: impl FnMut(char, u16)) -> Result<()> {
    let cmap = ReadScope::new(cmap).read::<Cmap>()?;
    let (_, record) = find_good_cmap_subtable(&cmap).context("the font has no Unicode character map")?;
    let subtable = cmap.scope.offset(record.offset as usize).read::<CmapSubtable>()?;
    subtable.mappings_fn(|code, glyph| {
        if let Some(character) = char::from_u32(code) {
            each(character, glyph);
        }
    })?;
    Ok(())
}

/// The folder with the unpacked npm package, fetched unless an earlier run left it.
fn fetch(folder: &Path) -> Result<PathBuf> {
    if !folder.join(REGULAR).exists() {
        fs::create_dir_all(folder)?;
        step(&format!("Fetching {PACKAGE} with npm (57 MB)"), || {
            let npm = find("npm").context("npm is missing; it comes with Node.js")?;
            let packed = Command::new(npm).args(["pack", "--silent", PACKAGE]).current_dir(folder).output()?;
            ensure!(packed.status.success(), "npm: {}", String::from_utf8_lossy(&packed.stderr));
            let archive = String::from_utf8(packed.stdout)?;
            run(Command::new("tar").args(["-xzf", archive.trim(), REGULAR, BOLD, LICENCE]).current_dir(folder))
        })?;
    }
    Ok(folder.to_owned())
}

fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| path.display().to_string())
}

fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    eprintln!("  {} {} bytes", path.display(), bytes.len());
    fs::write(path, bytes).with_context(|| path.display().to_string())
}
