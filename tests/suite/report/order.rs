//! How a report is wanted: its extent, its parts, and the brand.

use factory_checkup::benchmark::Benchmark;
use factory_checkup::language::Language;
use factory_checkup::order::{Accent, AccentFault, Extent, Logo, LogoFault, Order, Section};
use factory_checkup::questionnaire::Rating;
use factory_checkup::report::block::{Block, Document};
use factory_checkup::report::site;
use time::macros::datetime;

use super::{laws, lay_out, text};
use crate::benchmark;
use crate::scenario::Scenario;

fn plant() -> Scenario {
    Scenario::discrete().all(1, Rating::LargelyMet).all(2, Rating::PartlyMet)
}

fn document(plant: &Scenario, order: &Order) -> Document {
    site::document(plant.questionnaire, &plant.assessment, &plant.score(), order)
}

fn order(language: Language, extent: Extent) -> Order {
    Order { extent, ..Order::new(language, datetime!(2026-11-29 14:41:00 +8)) }
}

/// The parts' headings without their numbers.
fn parts(document: &Document) -> Vec<&str> {
    let headings = document.blocks.iter().filter_map(|block| match block {
        Block::Heading { level: 1, text } => Some(text.split_once(' ').map_or(text.as_str(), |(_, title)| title)),
        _ => None,
    });
    headings.collect()
}

#[test]
fn a_summary_is_one_page_for_any_plant() {
    // Longer than any in the register.
    let mut long = plant();
    long.assessment.site.firm =
        "上海松江经济技术开发区示例精密机械制造与智能装备系统集成科技发展股份有限公司东部分厂".to_owned();
    let plants = [Scenario::discrete(), plant(), long, Scenario::process().all(1, Rating::Met).all(2, Rating::Met)];
    for plant in plants {
        for language in Language::ALL {
            let document = document(&plant, &order(language, Extent::Summary));
            let layout = lay_out(&document);
            laws::hold(&document, &layout);
            assert_eq!(layout.pages.len(), 1, "{}", text(&layout));
        }
    }
}

#[test]
fn the_managements_report_is_short_and_has_its_parts_in_order() {
    for language in Language::ALL {
        let document = document(&plant(), &order(language, Extent::Management));
        let layout = lay_out(&document);
        laws::hold(&document, &layout);
        let pages = layout.pages.len();
        assert!((6..=10).contains(&pages), "{pages} pages");
        let parts = parts(&document);
        let wanted: Vec<&str> =
            Extent::Management.sections().iter().map(|section| language.section_name(*section)).collect();
        assert_eq!(parts[0], language.report_conclusion());
        assert!(parts[1..].iter().zip(&wanted).all(|(part, wanted)| part.ends_with(wanted)), "{parts:?}");
    }
}

#[test]
fn parts_that_are_not_wanted_are_left_out() {
    let mut order = order(Language::Chinese, Extent::Full);
    order.without.extend([Section::Policy, Section::Answers]);
    let document = document(&plant(), &order);
    let parts = parts(&document);
    assert_eq!(parts.len(), 1 + Section::ALL.len() - 2, "{parts:?}");
    assert!(!parts.iter().any(|part| part.ends_with(Language::Chinese.report_policy())));
    // What was to be read on a project's card is read in the table of gaps when there are no cards.
    let whole = text(&lay_out(&document));
    assert!(whole.contains(&Language::Chinese.report_measures_on_cards("P1–P8")), "{whole}");
    order.without.insert(Section::Projects);
    let whole = text(&lay_out(&self::document(&plant(), &order)));
    assert!(!whole.contains(&Language::Chinese.report_measures_on_cards("P1–P8")));
}

#[test]
fn every_page_is_marked_until_an_on_site_assessor_has_signed() {
    let mut plant = plant();
    let watermark = |plant: &Scenario| document(plant, &order(Language::Chinese, Extent::Full)).about.watermark;
    assert_eq!(watermark(&plant).as_deref(), Some(Language::Chinese.watermark_self()));
    plant.assessment.kind = factory_checkup::assessment::Kind::OnSite;
    assert_eq!(watermark(&plant).as_deref(), Some(Language::Chinese.watermark_unsigned()));
    plant.assessment.sign("王工", datetime!(2026-11-29 10:00:00 +8));
    assert_eq!(watermark(&plant), None);
}

#[test]
fn an_accent_is_a_colour_dark_enough_to_read() {
    assert_eq!(Accent::parse(" #0b5c7a ").map(Accent::to_hex), Ok("#0b5c7a".to_owned()));
    for nothing in ["", "0b5c7a", "#0b5c7", "#0b5c7az", "#teal00", "#+12345"] {
        assert_eq!(Accent::parse(nothing), Err(AccentFault::NoColour), "{nothing}");
    }
    // White on white, and the lightest grey that passes: 4.54 and 4.48.
    assert_eq!(Accent::parse("#ffffff"), Err(AccentFault::TooLight { contrast: 1.0 }));
    assert!(Accent::parse("#767676").is_ok());
    assert_eq!(Accent::parse("#777777"), Err(AccentFault::TooLight { contrast: 4.4 }));
}

#[test]
fn a_logo_is_read_from_png_with_what_is_transparent_turned_white() {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, 2, 1);
    encoder.set_color(png::ColorType::Rgba);
    let mut writer = encoder.write_header().expect("a header");
    writer.write_image_data(&[10, 20, 30, 255, 10, 20, 30, 0]).expect("two pixels");
    writer.finish().expect("an end");
    let logo = Logo::from_png(&bytes).expect("a picture");
    assert_eq!((logo.width, logo.height, &logo.pixels[..]), (2, 1, &[10, 20, 30, 255, 255, 255][..]));
    assert_eq!(Logo::from_png(&bytes[..20]), Err(LogoFault::NoPng));
    assert_eq!(Logo::from_png(b"%PDF"), Err(LogoFault::NoPng));
}

#[test]
fn a_benchmark_stands_after_what_is_published_and_says_that_it_is_not_official() {
    let benchmark = Benchmark::read(&benchmark::file()).unwrap();
    let order = |benchmark| Order { benchmark: Some(benchmark), ..order(Language::Chinese, Extent::Management) };
    let beside = document(&plant(), &order(benchmark.clone()));
    let layout = lay_out(&beside);
    laws::hold(&beside, &layout);
    let said = text(&layout);
    let published = said.find("与公布的分布对照").unwrap();
    let section = said.rfind("与基准文件对照").unwrap();
    assert!(published < section, "{said}");
    for words in ["某镇2026年", "样本6家", "不是官方统计"] {
        assert!(said[section..].contains(words), "{words} is not in\n{said}");
    }
    let other = Benchmark { questionnaire: "other".into(), ..benchmark };
    let said = text(&lay_out(&document(&plant(), &order(other))));
    assert!(said.contains("答的是另一套问卷") && !said.contains("样本6家"), "{said}");
}
