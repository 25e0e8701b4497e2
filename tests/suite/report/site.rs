//! One plant's report: what it says of plants of different kinds, and that its pages obey the laws.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use factory_checkup::assessment::{Answer, FactAnswer, TypicalScene};
use factory_checkup::exchange;
use factory_checkup::language::Language;
use factory_checkup::order::{Extent, Order};
use factory_checkup::questionnaire::Rating;
use factory_checkup::report::block::{Block, Document};
use factory_checkup::report::layout::{Drawn, Origin};
use factory_checkup::report::{Report, site};
use time::macros::datetime;

use super::{ALL, laws, lay_out, print, text};
use crate::golden;
use crate::scenario::Scenario;

#[test]
fn a_plant_half_way_is_told_where_it_stands_and_what_to_do_first() {
    let plant = half_way();
    for language in Language::ALL {
        let document = document(&plant, language);
        save(&print(&document, &ALL), &format!("half-way-{}", language.tag()));
        golden::check(&format!("report-half-way-{}.txt", language.tag()), &text(&lay_out(&document)));
    }
}

#[test]
fn a_report_of_nothing_answered_claims_nothing() {
    for language in Language::ALL {
        let document = document(&Scenario::discrete(), language);
        heads_are_whole(&document);
        save(&print(&document, &ALL), &format!("nothing-answered-{}", language.tag()));
        let text = text(&lay_out(&document));
        assert!(text.contains(language.report_lowest_unrated()), "{text}");
        assert!(!text.contains(language.report_first_steps()), "no steps from no answers");
        assert!(text.contains(&language.report_band("0.00", "2.00")), "anything is still possible");
    }
}

#[test]
fn a_report_of_a_plant_that_meets_everything_finds_no_gaps() {
    let plant = Scenario::discrete().all(1, Rating::Met).all(2, Rating::Met);
    for language in Language::ALL {
        let document = document(&plant, language);
        save(&print(&document, &ALL), &format!("everything-met-{}", language.tag()));
        let text = text(&lay_out(&document));
        assert!(text.contains(language.report_no_steps()), "{text}");
        assert!(text.contains("2.00"));
    }
}

#[test]
fn tiers_are_told_condition_by_condition_with_the_scenes_that_were_ticked() {
    let mut plant = Scenario::discrete().all(1, Rating::Met).all(2, Rating::Met);
    for language in Language::ALL {
        let text = text(&lay_out(&document(&plant, language)));
        assert!(text.contains(first_words(language.report_no_tiers())), "nothing stated takes one sentence");
        assert!(!text.contains(language.condition_for_authority()), "and no table");
    }
    plant.assessment.site.above_scale = Some(true);
    plant.assessment.state_fact(&"clean-record".into(), Some(FactAnswer::YesNo(true)));
    plant.assessment.state_fact(&"secure-controllable".into(), Some(FactAnswer::YesNo(false)));
    let said = [("management-scheduling", "", false), ("operation-inspection", "Bore gauges", true)];
    for (id, description, uses_ai) in said {
        let scene = TypicalScene { description: description.into(), uses_ai };
        plant.assessment.tick_typical_scene(&id.into(), Some(scene));
    }
    for language in Language::ALL {
        let document = document(&plant, language);
        heads_are_whole(&document);
        laws::hold(&document, &lay_out(&document));
        let text = text(&lay_out(&document));
        let (_, from) = text.split_once(&format!("\n{}\n", language.screen_tiers())).expect("the part");
        let (part, _) = from.split_once(&format!("\n{}\n", language.report_checks())).expect("the next part");
        // How long the rest of the report is says nothing about this part.
        let edges = ["--- page", &document.about.header, &document.about.footer];
        let foot = |line: &&str| edges.iter().any(|edge| line.starts_with(edge));
        let lines: Vec<&str> = part.lines().filter(|line| !foot(line)).collect();
        golden::check(&format!("report-tiers-{}.txt", language.tag()), &format!("{}\n", lines.join("\n")));
    }
}

#[test]
fn long_names_long_notes_and_everything_tailored_still_make_lawful_pages() {
    let plant = extreme();
    for language in Language::ALL {
        let document = document(&plant, language);
        save(&print(&document, &ALL), &format!("extreme-{}", language.tag()));
        laws::hold(&document, &lay_out(&document));
    }
}

#[test]
fn every_seed_makes_lawful_pages_in_the_wanted_number_and_of_a_size_to_send_by_mail() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("seeds");
    let mut seeds = 0;
    for file in fs::read_dir(folder).expect("the seeds").map(|entry| entry.expect("an entry").path()) {
        if file.extension().is_none_or(|ending| ending != "json") {
            continue;
        }
        seeds += 1;
        let name = file.file_stem().expect("a name").to_string_lossy().into_owned();
        let opened =
            exchange::read(&fs::read(&file).expect("a file")).unwrap_or_else(|error| panic!("{name}: {error:?}"));
        for language in Language::ALL {
            let made = datetime!(2026-11-23 14:41:00 +8);
            let document = site::document(
                opened.questionnaire,
                &opened.assessment,
                &opened.scorecard,
                &Order::new(language, made),
            );
            let layout = lay_out(&document);
            laws::hold(&document, &layout);
            heads_are_whole(&document);
            assert!((20..=40).contains(&layout.pages.len()), "{name}: {} pages", layout.pages.len());
            let order = Order { extent: Extent::Management, ..Order::new(language, made) };
            let short = site::document(opened.questionnaire, &opened.assessment, &opened.scorecard, &order);
            let pages = lay_out(&short).pages.len();
            assert!(pages <= 9, "{name}: {pages} pages for those who decide");
            let report = print(&document, &ALL);
            assert_eq!(report.missing, Vec::<char>::new(), "{name}");
            assert!(report.bytes.len() < 400_000, "{name}: {} bytes", report.bytes.len());
            save(&report, &format!("{name}-{}", language.tag()));
        }
    }
    assert!(seeds >= 6, "{seeds} seeds");
}

#[test]
fn a_full_report_is_smaller_than_400_kb() {
    let report = print(&document(&half_way(), Language::Chinese), &ALL);
    assert!(report.bytes.len() < 400_000, "{} bytes", report.bytes.len());
    assert_eq!(report.missing, Vec::<char>::new());
}

/// The beginning of a sentence, which no line breaks.
fn first_words(sentence: &str) -> &str {
    sentence.char_indices().nth(12).map_or(sentence, |(end, _)| &sentence[..end])
}

/// No word of a table's head is broken for want of room.
fn heads_are_whole(document: &Document) {
    let mut words = BTreeSet::new();
    for block in &document.blocks {
        if let Block::Table(table) = block {
            words.extend(table.columns.iter().flat_map(|column| column.head.split_whitespace()));
        }
    }
    for item in lay_out(document).pages.iter().flat_map(|page| &page.items) {
        if let (Origin::TableHead { .. }, Drawn::Text(run)) = (item.origin, &item.drawn) {
            let broken = run.text.split_whitespace().find(|word| !words.contains(word));
            assert_eq!(broken, None, "in {:?}", run.text);
        }
    }
}

/// Level 1 is met, level 2 nearly; some answers are open, one domain is left out, notes were taken.
fn half_way() -> Scenario {
    let mut plant = Scenario::discrete()
        .all(1, Rating::Met)
        .all(2, Rating::LargelyMet)
        .tailor("logistics", "产品由客户自提，工厂没有对外运输业务。");
    let site = &mut plant.assessment.site;
    site.firm = "上海松江示例精密机械有限公司".into();
    site.credit_code = "91310117MA1J00000X".into();
    site.industry = "3484".into();
    site.employees = Some(146);
    site.above_scale = Some(true);
    plant.assessment.assessor = "王工".into();
    let requirements = plant.questionnaire.requirements();
    for (place, requirement) in requirements.iter().enumerate() {
        let answer = match place % 11 {
            3 if requirement.level.number() == 2 => Answer::Rated(Rating::NotMet),
            5 => Answer::Rated(Rating::PartlyMet),
            7 if place % 3 == 0 => Answer::Unknown,
            _ => continue,
        };
        plant.assessment.answer(&requirement.id, Some(answer));
        plant.assessment.note(&requirement.id, "2号车间的CNC已联网，1号车间还没有；班组长说明年一季度补上。");
    }
    plant.assessment.answer(&requirements[10].id, None);
    plant
}

fn extreme() -> Scenario {
    let mut plant = Scenario::process().all(1, Rating::NotMet).all(2, Rating::PartlyMet);
    for dimension in plant.questionnaire.dimensions() {
        if dimension.tailorable {
            plant.assessment.tailor(&dimension.id, "没有这项业务。".repeat(60));
        }
    }
    plant.assessment.site.firm = "特别长的企业名称有限公司".repeat(12);
    plant.assessment.site.contact = "W".repeat(300);
    for (place, requirement) in plant.questionnaire.requirements().iter().enumerate() {
        let note = match place % 4 {
            0 => "现场记录：设备A-01的MES接口已通，数据每5秒采集一次。".repeat(66),
            1 => "👍🏽 \u{0}\u{202e}\t<script>alert(1)</script>".to_owned(),
            2 => "a".repeat(2000),
            _ => String::new(),
        };
        plant.assessment.note(&requirement.id, note);
    }
    plant
}

fn document(plant: &Scenario, language: Language) -> Document {
    let made = datetime!(2026-11-23 14:41:00 +8);
    site::document(plant.questionnaire, &plant.assessment, &plant.score(), &Order::new(language, made))
}

/// Keeps the file for people to look at.
pub fn save(report: &Report, name: &str) {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.pdf"));
    fs::write(path, &report.bytes).expect("the file can be written");
}
