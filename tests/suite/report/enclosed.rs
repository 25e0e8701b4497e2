//! The assessment in its report: it comes back to the byte, and what was changed is told.

use factory_checkup::assessment::Answer;
use factory_checkup::benchmark::Benchmark;
use factory_checkup::exchange::{self, ReadError, Remark, enclosed};
use factory_checkup::language::Language;
use factory_checkup::order::{Accent, Brand, Extent, Logo, Order, Section};
use factory_checkup::questionnaire::Rating;
use factory_checkup::report::verify::{Examined, Finding, Pages, Verdict};
use factory_checkup::report::{record, site};
use lopdf::encryption::Permissions;
use lopdf::{EncryptionState, EncryptionVersion, Object};
use proptest::prelude::*;
use time::macros::datetime;

use super::{ALL, print};
use crate::benchmark;
use crate::scenario::Scenario;

#[test]
fn a_report_opens_the_very_assessment_it_was_made_from() {
    let plant = plant();
    let export = exchange::write(&plant.assessment, plant.questionnaire, &plant.score());
    for language in Language::ALL {
        let pdf = report(&plant, &Order::new(language, MADE));
        let enclosed = enclosed::take_out(&pdf).unwrap();
        assert!(enclosed.bytes == export.as_bytes());
        assert_eq!(enclosed.recorded, Some(enclosed::hash(export.as_bytes())));
        let opened = exchange::read(&pdf).unwrap();
        assert_eq!(opened.assessment, plant.assessment);
        assert_eq!((opened.remarks, opened.difference), (vec![], None));
    }
}

#[test]
fn the_hash_stands_on_page_one_in_the_appendix_and_twice_in_the_file() {
    let plant = plant();
    let order = Order::new(Language::Chinese, MADE);
    let document = site::document(plant.questionnaire, &plant.assessment, &plant.score(), &order);
    let hash = enclosed::hash(&document.about.enclosed.as_ref().unwrap().bytes);
    let groups: Vec<&str> = (0..16).map(|group| &hash[4 * group..][..4]).collect();
    let text = super::text(&super::lay_out(&document)).replace('\n', "");
    assert!(text.split("--- page 2").next().unwrap().contains(&format!("{} | ……", groups[..4].join(" "))), "{text}");
    assert!(text.replace(' ', "").contains(&hash));

    let file = lopdf::Document::load_mem(&print(&document, &ALL).bytes).unwrap();
    let info = file.trailer.get(b"Info").and_then(|info| file.dereference(info)).unwrap().1.as_dict().unwrap();
    assert_eq!(info.get(b"AssessmentSHA256").and_then(Object::as_str).unwrap(), hash.as_bytes());
    let catalog = file.catalog().unwrap();
    let metadata = catalog.get(b"Metadata").and_then(|metadata| file.dereference(metadata)).unwrap().1;
    let metadata = String::from_utf8(metadata.as_stream().unwrap().content.clone()).unwrap();
    assert!(metadata.contains(&format!("<checkup:assessmentSHA256>{hash}</checkup:assessmentSHA256>")));
    assert!(metadata.contains("<xmp:CreateDate>2026-11-23T14:41:00+08:00</xmp:CreateDate>"));
    assert!(metadata.contains("<dc:language><rdf:Bag><rdf:li>zh-CN</rdf:li></rdf:Bag></dc:language>"));
}

#[test]
fn a_firms_name_breaks_neither_the_metadata_nor_the_attachment() {
    let mut plant = plant();
    plant.assessment.site.firm = "A&B <工厂> ]]> \u{1}\u{fffe}(甲)\\\r".into();
    let pdf = report(&plant, &Order::new(Language::Chinese, MADE));
    assert_eq!(exchange::read(&pdf).unwrap().assessment, plant.assessment);
    let metadata = String::from_utf8_lossy(&pdf).into_owned();
    assert!(metadata.contains("A&amp;B &lt;工厂&gt; ]]&gt; (甲)\\"), "no control character is left");
}

#[test]
fn a_question_book_carries_no_assessment() {
    let plant = plant();
    let order = Order::new(Language::Chinese, MADE);
    let book = site::question_book(plant.questionnaire, &plant.assessment, &plant.score(), &order);
    assert_eq!(exchange::read(&print(&book, &ALL).bytes).unwrap_err(), ReadError::Pdf);
}

#[test]
fn a_report_that_was_saved_by_another_program_still_opens() {
    let mut tree = lopdf::Document::load_mem(&report(&plant(), &Order::new(Language::Chinese, MADE))).unwrap();
    let mut saved = Vec::new();
    tree.save_to(&mut saved).unwrap();
    assert_eq!(exchange::read(&saved).unwrap().assessment, plant().assessment);
    let verdict = verdict(&saved);
    assert_eq!((verdict.pages.clone(), verdict.finding()), (Pages::Different, Finding::Contradiction));
}

#[test]
fn a_damaged_and_a_protected_pdf_are_told_apart() {
    let pdf = report(&plant(), &Order::new(Language::Chinese, MADE));
    assert_eq!(exchange::read(&pdf[..pdf.len() / 2]).unwrap_err(), ReadError::DamagedPdf);
    for (password, expected) in [("geheim", Err(ReadError::EncryptedPdf)), ("", Ok(plant().assessment))] {
        let mut tree = lopdf::Document::load_mem(&pdf).unwrap();
        let encryption = EncryptionVersion::V2 {
            document: &tree,
            owner_password: "owner",
            user_password: password,
            key_length: 128,
            permissions: Permissions::all(),
        };
        let state = EncryptionState::try_from(encryption).unwrap();
        tree.encrypt(&state).unwrap();
        let mut protected = Vec::new();
        tree.save_to(&mut protected).unwrap();
        assert_eq!(exchange::read(&protected).map(|opened| opened.assessment), expected);
    }
}

#[test]
fn what_was_changed_in_the_enclosed_assessment_is_told_and_the_rest_still_read() {
    let pdf = changed(&report(&plant(), &Order::new(Language::Chinese, MADE)), |tree| {
        for object in tree.objects.values_mut() {
            if let Ok(stream) = object.as_stream_mut()
                && stream.dict.has_type(b"EmbeddedFile")
            {
                let text = String::from_utf8(stream.decompressed_content().unwrap()).unwrap();
                stream.set_plain_content(text.replace("甲厂", "乙厂").into_bytes());
            }
        }
    });
    let opened = exchange::read(&pdf).unwrap();
    assert_eq!(opened.assessment.site.firm, "乙厂");
    assert!(matches!(&opened.remarks[..], [Remark::OtherHash { .. }]));
    let verdict = verdict(&pdf);
    assert_eq!(verdict.finding(), Finding::Contradiction);
    let sentences = verdict.sentences(Language::Chinese).join("\n");
    assert!(
        sentences.contains("附带的评估数据被改动过") && !sentences.contains("校验值与报告记录的一致"),
        "{sentences}"
    );
}

#[test]
fn a_report_is_verified_whatever_order_it_was_made_by() {
    let accent = Some(Accent::parse("#7a1f0b").unwrap());
    let benchmark = Some(Benchmark::read(&benchmark::file()).unwrap());
    let orders = Language::ALL.into_iter().flat_map(|language| {
        Extent::ALL.map(|extent| Order {
            extent,
            without: [Section::Policy, Section::Answers].into(),
            brand: Brand { accent, logo: None },
            benchmark: benchmark.clone(),
            ..Order::new(language, MADE)
        })
    });
    for order in orders {
        let verdict = verdict(&report(&plant(), &order));
        assert_eq!(verdict.finding(), Finding::Sound, "{order:?}");
        let Pages::Same(record) = verdict.pages else { panic!("{:?}", verdict.pages) };
        assert_eq!(record.order, order);
    }
}

#[test]
fn another_benchmark_in_the_record_is_told_by_the_pages() {
    let benchmark = Some(Benchmark::read(&benchmark::file()).unwrap());
    let order = Order { benchmark, ..Order::new(Language::Chinese, MADE) };
    let pdf = report(&plant(), &order);
    let other = record::write(&order)
        .replace(r#"\"certain\":3"#, r#"\"certain\":4"#)
        .replace(r#"\"firms\":7"#, r#"\"firms\":8"#);
    assert_ne!(other, record::write(&order));
    assert_eq!(verdict(&changed_record(&pdf, &other)).pages, Pages::Different);
    let unsound = record::write(&order).replace(r#"\"certain\":3"#, r#"\"certain\":4"#);
    assert_eq!(verdict(&changed_record(&pdf, &unsound)).pages, Pages::NoRecord);
}

#[test]
fn pages_that_cannot_be_compared_are_not_said_to_differ() {
    let pdf = report(&plant(), &Order::new(Language::Chinese, MADE));
    let older =
        verdict(&changed_record(&pdf, &record::write(&Order::new(Language::Chinese, MADE)).replace("0.1.0", "0.0.9")));
    assert_eq!(older.pages, Pages::OtherProgram("0.0.9".into()));
    let nonsense = verdict(&changed_record(&pdf, "{}"));
    assert_eq!(nonsense.pages, Pages::NoRecord);
    let logo = Logo { width: 1, height: 1, pixels: [0, 0, 0].into() };
    let brand = Brand { accent: None, logo: Some(logo) };
    let with_logo = verdict(&report(&plant(), &Order { brand, ..Order::new(Language::Chinese, MADE) }));
    assert_eq!(with_logo.pages, Pages::Logo);
    for verdict in [older, nonsense, with_logo] {
        assert_eq!(verdict.finding(), Finding::PagesNotCompared);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_pdf_whatever_is_in_it_makes_the_program_panic(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..40),
        end in any::<prop::sample::Index>(),
        cut in any::<bool>(),
    ) {
        let mut pdf = SMALL.with(Clone::clone);
        for (place, byte) in changes {
            let place = place.index(pdf.len());
            pdf[place] = byte;
        }
        if cut {
            pdf.truncate(end.index(pdf.len()));
        }
        let _ = exchange::read(&pdf);
    }
}

thread_local! {
    /// A PDF that is little else than what is read of it, so that changes hit.
    static SMALL: Vec<u8> = {
        let mut tree = lopdf::Document::load_mem(&report(&plant(), &Order::new(Language::Chinese, MADE))).unwrap();
        let pages = tree.catalog().unwrap().get(b"Pages").unwrap().clone();
        for key in [&b"StructTreeRoot"[..], b"Outlines"] {
            tree.catalog_mut().unwrap().remove(key);
        }
        let pages = pages.as_reference().unwrap();
        tree.get_dictionary_mut(pages).unwrap().set("Kids", Vec::<Object>::new());
        tree.prune_objects();
        let mut bytes = Vec::new();
        tree.save_to(&mut bytes).unwrap();
        assert!(bytes.len() < 60_000, "{}", bytes.len());
        bytes
    };
}

const MADE: time::OffsetDateTime = datetime!(2026-11-23 14:41:00 +8);

fn plant() -> Scenario {
    let mut plant = Scenario::discrete().all(1, Rating::Met).all(2, Rating::PartlyMet);
    plant.assessment.site.firm = "甲厂".into();
    let (id, _) = plant.assessment.entries().next().map(|(id, entry)| (id.clone(), entry.clone())).unwrap();
    plant.assessment.answer(&id, Some(Answer::Unknown));
    plant
}

fn report(plant: &Scenario, order: &Order) -> Vec<u8> {
    print(&site::document(plant.questionnaire, &plant.assessment, &plant.score(), order), &ALL).bytes
}

fn verdict(pdf: &[u8]) -> Verdict {
    Examined::of(pdf).unwrap().verdict(pdf, Some(&ALL)).unwrap()
}

fn changed(pdf: &[u8], change: impl FnOnce(&mut lopdf::Document)) -> Vec<u8> {
    let mut tree = lopdf::Document::load_mem(pdf).unwrap();
    change(&mut tree);
    let mut bytes = Vec::new();
    tree.save_to(&mut bytes).unwrap();
    bytes
}

fn changed_record(pdf: &[u8], record: &str) -> Vec<u8> {
    changed(pdf, |tree| {
        let pieces = tree.catalog_mut().unwrap().get_mut(b"PieceInfo").and_then(Object::as_dict_mut).unwrap();
        let application = pieces.get_mut(b"FactoryCheckup").and_then(Object::as_dict_mut).unwrap();
        let said = application.get_mut(b"Private").and_then(Object::as_dict_mut).unwrap();
        said.set("Record", lopdf::text_string(record));
    })
}
