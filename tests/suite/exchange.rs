//! Files in and out: nothing is lost on the way, and whatever is no export says why.

use factory_checkup::assessment::{Answer, Assessment, AssessmentId, Kind, Site};
use factory_checkup::exchange::{self, Claim, ExportFault, ReadError, Remark};
use factory_checkup::questionnaire::{Questionnaire, Rating, RequirementId, VariantId};
use factory_checkup::scoring;
use lopdf::encryption::Permissions;
use lopdf::{EncryptionState, EncryptionVersion, Object, dictionary};
use proptest::prelude::*;
use time::{OffsetDateTime, UtcOffset};

use crate::golden;
use crate::scenario::Scenario;

/// A PDF without content.
fn pdf(password: Option<&str>) -> Vec<u8> {
    let mut tree = lopdf::Document::with_version("1.7");
    let pages = tree.add_object(dictionary! { "Type" => "Pages", "Kids" => Vec::<Object>::new(), "Count" => 0 });
    let catalog = tree.add_object(dictionary! { "Type" => "Catalog", "Pages" => pages });
    tree.trailer.set("Root", catalog);
    let id = Object::string_literal(vec![7; 16]);
    tree.trailer.set("ID", vec![id.clone(), id]);
    if let Some(password) = password {
        let encryption = EncryptionVersion::V2 {
            document: &tree,
            owner_password: password,
            user_password: password,
            key_length: 128,
            permissions: Permissions::all(),
        };
        let state = EncryptionState::try_from(encryption).unwrap();
        tree.encrypt(&state).unwrap();
    }
    let mut bytes = Vec::new();
    tree.save_to(&mut bytes).unwrap();
    bytes
}

#[test]
fn an_export_reads_like_this() {
    // The texts' hash changes with every edited word.
    golden::check("export.json", &changed(&Questionnaire::current().hash, "<hash>"));
}

#[test]
fn an_export_comes_back_equal() {
    let scenario = visited();
    let opened = exchange::read(export(&scenario).as_bytes()).unwrap();
    assert_eq!(opened.assessment, scenario.assessment);
    assert_eq!(opened.scorecard, scenario.score());
    assert_eq!(opened.difference, None);
    assert_eq!(opened.remarks, []);
}

#[test]
fn odd_characters_come_back_to_the_letter() {
    for firm in
        ["<script>alert(1)</script>", "\u{2028}\u{2029}", "🏭👩‍🔧", "\0\u{1}\u{7f}\t\r\n", "\u{202e}gnp.exe", "\\ud800"]
    {
        let mut scenario = visited();
        scenario.assessment.site.firm = firm.into();
        let opened = exchange::read(export(&scenario).as_bytes()).unwrap();
        assert_eq!(opened.assessment.site.firm, firm);
    }
}

#[test]
fn the_first_and_the_last_day_that_a_file_can_name_come_back() {
    for time in ["0000-01-01T00:00:00+23:59", "9999-12-31T23:59:59.999999999-23:59", "2026-02-28T00:00:00Z"] {
        let text = export(&visited()).replace("2026-11-23T14:32:05+08:00", time);
        let opened = exchange::read(text.as_bytes()).unwrap();
        assert_eq!(exchange::write(&opened.assessment, opened.questionnaire, &opened.scorecard), text);
        assert!(exchange::file_name(&opened.assessment).contains(&time[..10]));
    }
}

#[test]
fn a_byte_order_mark_and_the_line_ends_of_windows_do_no_harm() {
    let text = format!("\u{feff}{}", export(&visited()).replace('\n', "\r\n"));
    assert_eq!(exchange::read(text.as_bytes()).unwrap().assessment, visited().assessment);
}

#[test]
fn a_result_that_its_answers_do_not_give_is_told_and_not_taken() {
    let text = changed("\"level\": 1", "\"level\": 2");
    let opened = exchange::read(text.as_bytes()).unwrap();
    let difference = opened.difference.unwrap();
    assert_eq!(difference.claimed.level, Some(2));
    assert_eq!(difference.computed, Claim::of(&visited().score()));
    assert_eq!(opened.scorecard, visited().score());
}

#[test]
fn a_file_without_a_result_claims_nothing() {
    let text = export(&visited());
    let start = text.find(",\n  \"result\"").unwrap();
    let opened = exchange::read(format!("{}}}", &text[..start]).as_bytes()).unwrap();
    assert_eq!(opened.difference, None);
}

#[test]
fn an_answer_to_an_unknown_requirement_is_named_and_stays() {
    let text = changed("\"maintenance.rounds\"", "\"maintenance.robots\"");
    let opened = exchange::read(text.as_bytes()).unwrap();
    let robots = RequirementId::from("maintenance.robots");
    assert_eq!(opened.remarks, [Remark::UnknownRequirements(vec![robots.clone()])]);
    assert_eq!(opened.assessment.entry(&robots), visited().assessment.entry(&"maintenance.rounds".into()));
    let again = exchange::write(&opened.assessment, opened.questionnaire, &opened.scorecard);
    assert!(again.contains("maintenance.robots"));
}

#[test]
fn what_is_odd_is_told() {
    let remarks = |from: &str, to: &str| exchange::read(changed(from, to).as_bytes()).unwrap().remarks;
    let hash = &Questionnaire::current().hash;
    let here = Questionnaire::current().version.clone();
    assert_eq!(remarks(hash, "0000"), [Remark::OtherEdition { file: here.clone(), here: here.clone() }]);
    assert_eq!(
        remarks(&format!("\"version\": \"{here}\""), "\"version\": \"1999.1\""),
        [Remark::OtherEdition { file: "1999.1".into(), here }]
    );
    assert_eq!(remarks("\"logistics\"", "\"magic\""), [Remark::UnknownDimensions(vec!["magic".into()])]);
    assert_eq!(remarks("\"logistics\"", "\"production\""), [Remark::TailoringRefused(vec!["production".into()])]);
    assert_eq!(
        remarks("\"answer\": \"unknown\"", "\"answer\": \"not-applicable\", \"reason\": \"没有\""),
        [Remark::NotApplicableRefused(vec!["maintenance.annual-plan".into()])]
    );
    assert_eq!(
        remarks("\"firm\":", "\"colour\": \"red\", \"firm\":"),
        [Remark::UnknownFields(vec!["site.colour".into()])]
    );
    assert_eq!(
        remarks("\"answer\": \"unknown\"", "\"answer\": \"unknown\", \"reason\": \"没有\""),
        [Remark::UnknownFields(vec!["answers.maintenance.annual-plan.reason".into()])]
    );
}

/// Bytes that are no export, each with the error it must give.
pub fn unreadable() -> Vec<(&'static str, Vec<u8>, ReadError)> {
    let shape = |line, column, message: &str| ReadError::WrongShape { line, column, message: message.into() };
    let syntax = |line, column, message: &str| ReadError::NotJson { line, column, message: message.into() };
    let utf16 = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let word = |key: &str, found: &str, known: &[&str]| ReadError::UnknownWord {
        key: key.into(),
        found: found.into(),
        known: known.iter().map(|word| (*word).to_owned()).collect(),
    };
    let answers = ["met", "largely-met", "partly-met", "not-met", "unknown", "not-applicable"];
    let rated = "\"answer\": \"largely-met\"";
    let text = export(&visited());
    let key = text.find("\"answers\"").unwrap();
    let doubled = text.replacen("\"answers\": {", "\"answers\": {\"maintenance.rounds\": {},", 1);
    let of = |from: &str, to: &str| changed(from, to).into_bytes();
    vec![
        ("nonsense of 50 MB", vec![b'x'; 50_000_000], ReadError::TooLarge { size: 50_000_000, limit: 5_000_000 }),
        ("nothing", vec![], ReadError::Empty),
        ("a mark and white space", "\u{feff} \n".into(), ReadError::Empty),
        ("half a PDF", b"%PDF-1.7\n".to_vec(), ReadError::DamagedPdf),
        ("another PDF", pdf(None), ReadError::Pdf),
        ("a PDF with a password", pdf(Some("geheim")), ReadError::EncryptedPdf),
        ("a spreadsheet", b"PK\x03\x04rest".to_vec(), ReadError::Zip),
        ("UTF-16 with a mark", [vec![0xFF, 0xFE], utf16("{}")].concat(), ReadError::Utf16),
        ("UTF-16 without a mark", utf16("{}"), ReadError::Utf16),
        ("GBK", b"{\"firm\": \"\xb9\xa4\xb3\xa7\"}".to_vec(), ReadError::NotUtf8 { offset: 10 }),
        ("words", "你好".into(), syntax(1, 1, "expected value")),
        ("half a file", text[..key].into(), syntax(text[..key].lines().count(), 2, "EOF while parsing a value")),
        (
            "two files in one",
            [text.clone(), "{}".into()].concat().into(),
            syntax(text.lines().count() + 1, 1, "trailing characters"),
        ),
        ("deep nesting", vec![b'['; 1_000_000], syntax(1, 128, "recursion limit exceeded")),
        ("deep nesting inside", of("\"self\"", &"[".repeat(1_000_000)), syntax(12, 1000011, "expected value")),
        ("half a pair", of("某泵阀", "\\ud800"), ReadError::LoneSurrogate { line: 15 }),
        ("the other half", of("某泵阀", "\\udc00"), ReadError::LoneSurrogate { line: 15 }),
        ("not a number", of("\"employees\": 46", "\"employees\": NaN"), syntax(22, 18, "expected value")),
        ("too large a number", of("\"employees\": 46", "\"employees\": 1e999"), syntax(22, 22, "number out of range")),
        (
            "a fraction of a person",
            of("\"employees\": 46", "\"employees\": 4.6"),
            shape(22, 20, "invalid type: floating point `4.6`, expected u32"),
        ),
        ("a number", b"42".to_vec(), ReadError::OtherFormat { found: None }),
        (
            "another program's file",
            b"{\"format\": \"survey\"}".to_vec(),
            ReadError::OtherFormat { found: Some("survey".into()) },
        ),
        ("a file that names no format", b"{}".to_vec(), ReadError::OtherFormat { found: None }),
        (
            "a version in words",
            of("\"version\": 2", "\"version\": \"one\""),
            ReadError::UnknownVersion { found: "\"one\"".into() },
        ),
        ("a newer version", of("\"version\": 2", "\"version\": 3"), ReadError::NewerVersion { found: 3, known: 2 }),
        ("a missing field", of("\"kind\"", "\"sort\""), shape(70, 1, "missing field `kind`")),
        (
            "a doubled field",
            of("\"kind\": \"self\"", "\"kind\": \"self\", \"kind\": \"self\""),
            shape(12, 24, "duplicate field `kind`"),
        ),
        ("a doubled answer", doubled.into(), ReadError::DuplicateKey { key: "answers.maintenance.rounds".into() }),
        ("an unknown kind", of("\"self\"", "\"guess\""), word("kind", "guess", &["self", "on-site"])),
        ("an unknown variant", of("\"discrete\"", "\"craft\""), word("variant", "craft", &["discrete", "process"])),
        (
            "a rating beyond the four",
            of(rated, "\"answer\": \"superb\""),
            word("answers.maintenance.rounds.answer", "superb", &answers),
        ),
        (
            "a rating as a number",
            of(rated, "\"answer\": 0.8"),
            shape(33, 19, "invalid type: floating point `0.8`, expected a string"),
        ),
        ("an id with a path", of("\"test\"", "\"../test\""), ReadError::BadId { found: "../test".into() }),
        (
            "a time without its offset",
            of("05+08:00", "05"),
            ReadError::BadTime { key: "created".into(), found: "2026-11-23T14:32:05".into() },
        ),
        (
            "another questionnaire",
            of("\"smart-factory\"", "\"lean\""),
            ReadError::OtherQuestionnaire { found: "lean".into() },
        ),
    ]
}

#[test]
fn whatever_is_no_export_says_why() {
    for (what, bytes, expected) in unreadable() {
        assert_eq!(exchange::read(&bytes).map(drop), Err(expected), "{what}");
    }
}

#[test]
fn a_file_is_called_after_the_firm_and_the_day() {
    let name = |firm: &str| {
        let mut scenario = visited();
        scenario.assessment.site.firm = firm.into();
        exchange::file_name(&scenario.assessment)
    };
    assert_eq!(name("某泵阀厂"), "某泵阀厂-2026-11-23.json");
    assert_eq!(name(" a/b\\c:*?\"<>|\u{202e}d\n. "), "a b c d-2026-11-23.json");
    assert_eq!(name("CON"), "CON-2026-11-23.json");
    assert_eq!(name(" .. "), "工厂体检-2026-11-23.json");
    assert!(name(&"🏭".repeat(500)).len() <= 255);
}

#[test]
fn an_export_that_reads_as_another_assessment_is_not_handed_over() {
    let Scenario { mut assessment, questionnaire, .. } = visited();
    let text = exchange::export(&assessment, questionnaire, &scoring::score(questionnaire, &assessment)).unwrap();
    assert_eq!(exchange::compare(&assessment, questionnaire, text.as_bytes()), Ok(()));
    let cut_short = &text.as_bytes()[..text.len() / 2];
    assert!(matches!(
        exchange::compare(&assessment, questionnaire, cut_short),
        Err(ExportFault::Unreadable(ReadError::NotJson { .. }))
    ));
    assessment.site.firm.push('二');
    assert_eq!(exchange::compare(&assessment, questionnaire, text.as_bytes()), Err(ExportFault::Differs));
}

proptest! {
    #[test]
    fn any_assessment_comes_back_equal(assessment in any_assessment()) {
        let questionnaire = Questionnaire::current();
        let text = exchange::write(&assessment, questionnaire, &scoring::score(questionnaire, &assessment));
        let opened = exchange::read(text.as_bytes()).unwrap();
        prop_assert_eq!(&opened.assessment, &assessment);
        prop_assert_eq!(opened.assessment.changed.offset(), assessment.changed.offset());
        prop_assert_eq!(opened.difference, None);
        prop_assert_eq!(exchange::write(&opened.assessment, questionnaire, &opened.scorecard), text);
    }

    #[test]
    fn no_bytes_make_it_panic(place in 0_usize..4000, bytes in prop::collection::vec(any::<u8>(), 0..6)) {
        let mut file = export(&visited()).into_bytes();
        let place = place % file.len();
        file.splice(place..(place + 2).min(file.len()), bytes);
        let _ = exchange::read(&file);
    }
}

fn any_assessment() -> impl Strategy<Value = Assessment> {
    let site = (any::<String>(), any::<String>(), any::<Option<bool>>(), any::<Option<u32>>(), any::<Option<u64>>());
    let time = (0_i64..4_000_000_000, 0_i32..1_000_000_000, -14_i8..=14, 0_i8..60);
    let entries =
        prop::collection::vec((any::<prop::sample::Index>(), any_answer(), any::<String>(), any::<bool>()), 0..40);
    let tailored = prop::collection::btree_map("[a-z-]{0,12}", any::<String>(), 0..3);
    ("[A-Za-z0-9_-]{1,64}", site, time, entries, tailored, any::<bool>()).prop_map(
        |(
            id,
            (firm, contact, above_scale, employees, revenue),
            (seconds, nanos, hours, minutes),
            entries,
            tailored,
            on_site,
        )| {
            let questionnaire = Questionnaire::current();
            let minutes = if hours < 0 { -minutes } else { minutes };
            let changed =
                OffsetDateTime::from_unix_timestamp(seconds).unwrap().replace_nanosecond(nanos as u32).unwrap();
            let changed = changed.to_offset(UtcOffset::from_hms(hours, minutes, 0).unwrap());
            let mut assessment = Assessment::new(AssessmentId(id), questionnaire, VariantId::from("process"), changed);
            assessment.kind = if on_site { Kind::OnSite } else { Kind::SelfAssessment };
            assessment.site = Site { firm, contact, above_scale, employees, revenue, ..Site::default() };
            let requirements = questionnaire.requirements();
            for (place, answer, note, flagged) in entries {
                let id = &place.get(&requirements).id;
                assessment.answer(id, answer);
                assessment.note(id, note);
                assessment.flag(id, flagged);
            }
            for (id, reason) in tailored {
                assessment.tailor(&id.as_str().into(), reason);
            }
            assessment
        },
    )
}

fn any_answer() -> impl Strategy<Value = Option<Answer>> {
    prop_oneof![
        Just(None),
        Just(Some(Answer::Unknown)),
        prop::sample::select(&Rating::ALL[..]).prop_map(|rating| Some(Answer::Rated(rating))),
        any::<String>().prop_map(|reason| Some(Answer::NotApplicable { reason })),
    ]
}

/// A plant with one of each.
fn visited() -> Scenario {
    let mut scenario = Scenario::discrete()
        .rate("maintenance.rounds", Rating::LargelyMet)
        .answer("maintenance.annual-plan", Answer::Unknown)
        .tailor("logistics", "委托第三方运输，厂内没有车队");
    let assessment = &mut scenario.assessment;
    assessment.note(&"maintenance.rounds".into(), "三号车床点检表缺十月二十一日。");
    assessment.flag(&"maintenance.repair-records".into(), true);
    assessment.assessor = "顾".into();
    assessment.site = Site {
        firm: "某泵阀厂".into(),
        industry: "344".into(),
        above_scale: Some(false),
        employees: Some(46),
        revenue: Some(1850),
        ..Site::default()
    };
    scenario
}

fn export(scenario: &Scenario) -> String {
    exchange::write(&scenario.assessment, scenario.questionnaire, &scenario.score())
}

/// The export with its first `from` replaced.
fn changed(from: &str, to: &str) -> String {
    let text = export(&visited());
    assert!(text.contains(from), "the export has no {from}");
    text.replacen(from, to, 1)
}
