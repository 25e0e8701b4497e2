//! The command line as a user meets it: the built program, its output, its messages and its exit codes.

use std::fs;
use std::path::Path;
use std::process::Command;

use factory_checkup::exchange;
use factory_checkup::questionnaire::{Questionnaire, Rating};
use factory_checkup::workbook;
use serde_json::Value;
use tempfile::TempDir;

use crate::benchmark;
use crate::scenario::Scenario;

/// What a run of the program left behind.
struct Run {
    code: i32,
    out: String,
    messages: String,
}

/// Runs the program inside a folder.
fn run(folder: &Path, arguments: &[&str]) -> Run {
    let output = Command::new(env!("CARGO_BIN_EXE_factory-checkup"))
        .args(arguments)
        .current_dir(folder)
        .env_remove("LC_ALL")
        .env_remove("LC_MESSAGES")
        .env("LANG", "zh_CN.UTF-8")
        .output()
        .unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Run { code: output.status.code().unwrap(), out: text(output.stdout), messages: text(output.stderr) }
}

/// A folder with two exports, one of them below another folder, and two files that are none.
fn folder() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, id: &str, firm: &str, rating| {
        let mut scenario = Scenario::discrete().all(1, Rating::Met).all(2, rating);
        scenario.assessment.id.0 = id.into();
        scenario.assessment.site.firm = firm.into();
        let text = exchange::write(&scenario.assessment, scenario.questionnaire, &scenario.score());
        fs::write(folder.path().join(name), text).unwrap();
    };
    fs::create_dir(folder.path().join("九亭")).unwrap();
    write("甲.json", "a", "甲厂", Rating::LargelyMet);
    write("九亭/乙.JSON", "b", "乙厂", Rating::PartlyMet);
    fs::write(folder.path().join("坏.json"), "{").unwrap();
    fs::write(folder.path().join("说明.txt"), "…").unwrap();
    folder
}

#[test]
fn help_says_what_there_is_in_both_languages() {
    let help = run(Path::new("."), &["--help"]);
    assert_eq!(help.code, 0);
    for word in ["check", "score", "report", "aggregate", "汇总多家企业", "Aggregate many plants", "退出码"] {
        assert!(help.out.contains(word), "{word} is missing in\n{}", help.out);
    }
    assert_eq!(run(Path::new("."), &["dance"]).code, 2);
}

#[test]
fn score_prints_a_line_for_each_file_and_names_the_others() {
    let folder = folder();
    let scored = run(folder.path(), &["score", "甲.json", "坏.json", "没有.json"]);
    assert_eq!(scored.code, 1);
    let line: Value = serde_json::from_str(&scored.out).unwrap();
    assert_eq!(line["file"], "甲.json");
    assert_eq!(line["level"], 2);
    assert_eq!(line["total"], "2.0000");
    assert_eq!(line["levels"][1]["score"], "0.8000");
    assert_eq!(line["dimensions"]["maintenance"]["scores"]["2"], "0.8000");
    assert_eq!(line["completeness"], "1.0000");
    let messages: Vec<&str> = scored.messages.lines().collect();
    assert_eq!(messages.len(), 2, "{}", scored.messages);
    assert!(messages[0].starts_with("坏.json: 文件不是完整的JSON"));
    assert!(messages[1].starts_with("没有.json: 系统没有交出这个文件"));
}

#[test]
fn exit_codes_tell_all_from_some_from_none() {
    let folder = folder();
    let code = |arguments: &[&str]| run(folder.path(), arguments).code;
    assert_eq!(code(&["score", "甲.json"]), 0);
    assert_eq!(code(&["score", "甲.json", "坏.json"]), 1);
    assert_eq!(code(&["score", "坏.json"]), 2);
    assert_eq!(code(&["aggregate", "坏.json", "--out", "x"]), 2);
    fs::create_dir(folder.path().join("empty")).unwrap();
    assert_eq!(code(&["aggregate", "empty", "--out", "x"]), 2);
    assert_eq!(code(&["check", "empty"]), 2);
}

#[test]
fn messages_follow_the_language_asked_for() {
    let folder = folder();
    let english = run(folder.path(), &["--lang", "en", "score", "坏.json"]);
    assert!(english.messages.contains("not complete JSON"), "{}", english.messages);
    assert!(run(folder.path(), &["score", "坏.json", "--lang", "en-GB"]).messages.contains("not complete JSON"));
    assert_eq!(run(folder.path(), &["score", "坏.json", "--lang", "fr"]).code, 2);
}

#[test]
fn aggregate_writes_tables_and_a_summary_and_can_be_run_again() {
    let folder = folder();
    for _ in 0..2 {
        let done = run(folder.path(), &["aggregate", ".", "--out", "."]);
        assert_eq!(done.code, 1);
        assert!(done.messages.contains("读取3个文件：2份评估，计2家企业；无法读取1个，重复0个。"), "{}", done.messages);
        let plants = fs::read_to_string(folder.path().join("plants.csv")).unwrap();
        assert_eq!(plants.lines().count(), 3);
        assert!(fs::read_to_string(folder.path().join("rejected.csv")).unwrap().contains("坏.json"));
        let summary = fs::read_to_string(folder.path().join("summary.json")).unwrap();
        let summary: Value = serde_json::from_str(&summary).unwrap();
        let certain: Vec<u64> =
            summary["levels"].as_array().unwrap().iter().filter_map(|bin| bin["certain"].as_u64()).collect();
        assert_eq!(certain, [0, 1, 1]);
    }
}

#[test]
fn a_reports_pdf_is_read_like_the_export_it_was_made_from() {
    let folder = folder();
    assert_eq!(run(folder.path(), &["report", "甲.json", "--out", "甲.pdf"]).code, 0);
    let line = |file: &str| run(folder.path(), &["score", file]).out.replace(".json", ".pdf");
    assert_eq!(line("甲.pdf"), line("甲.json"));
    // The report made of a report is the same but for the clock.
    assert_eq!(run(folder.path(), &["report", "甲.pdf", "--out", "又.pdf"]).code, 0);
    assert_eq!(line("又.pdf").replace("又", "甲"), line("甲.json"));
    let aggregated = run(folder.path(), &["aggregate", ".", "--out", "."]);
    assert!(
        aggregated.messages.contains("2份评估") && aggregated.messages.contains("重复2个"),
        "{}",
        aggregated.messages
    );
}

#[test]
fn verify_says_whether_a_report_agrees_with_what_is_in_it() {
    let folder = folder();
    assert_eq!(run(folder.path(), &["report", "甲.json", "--out", "甲.pdf"]).code, 0);
    let sound = run(folder.path(), &["verify", "甲.pdf"]);
    assert_eq!(sound.code, 0, "{}", sound.out);
    assert!(sound.out.starts_with("核对无误") && sound.out.contains("甲厂，L2（规范级），总分2.00"), "{}", sound.out);
    assert!(run(folder.path(), &["verify", "甲.pdf", "--lang", "en"]).out.starts_with("Verified"));

    let mut bytes = fs::read(folder.path().join("甲.pdf")).unwrap();
    bytes.extend(b"% signed\n");
    fs::write(folder.path().join("改.pdf"), bytes).unwrap();
    let changed = run(folder.path(), &["verify", "改.pdf"]);
    assert_eq!(changed.code, 1);
    assert!(changed.out.starts_with("有不一致的地方"), "{}", changed.out);
    let export = run(folder.path(), &["verify", "甲.json"]);
    assert_eq!(export.code, 2);
    assert!(export.messages.contains("这不是PDF文件"), "{}", export.messages);
}

#[test]
fn report_writes_a_pdf_in_the_language_asked_for() {
    let folder = folder();
    let seed = concat!(env!("CARGO_MANIFEST_DIR"), "/seeds/discrete-l1-with-gaps.json");
    for (language, said) in [("zh", "已写入report.pdf，共"), ("en", "Written to report.pdf. Pages: ")] {
        let printed = run(folder.path(), &["report", seed, "--out", "report.pdf", "--lang", language]);
        assert_eq!(printed.code, 0, "{}", printed.messages);
        assert!(printed.messages.contains(said), "{}", printed.messages);
        let bytes = fs::read(folder.path().join("report.pdf")).unwrap();
        assert!(bytes.starts_with(b"%PDF") && bytes.len() < 400_000, "{} bytes", bytes.len());
        fs::remove_file(folder.path().join("report.pdf")).unwrap();
    }
    let ordered = ["report", seed, "--out", "report.pdf", "--extent", "summary", "--accent", "#7a2e0b"];
    assert!(run(folder.path(), &ordered).messages.contains("共1页"));
    fs::remove_file(folder.path().join("report.pdf")).unwrap();
    let pale = run(folder.path(), &["report", seed, "--out", "report.pdf", "--accent", "#eeeeee"]);
    assert!(pale.code == 2 && pale.messages.contains("太浅"), "{}", pale.messages);
    let no_logo = run(folder.path(), &["report", seed, "--out", "report.pdf", "--logo", seed]);
    assert!(no_logo.code == 2 && no_logo.messages.contains("不能用作标识"), "{}", no_logo.messages);
    assert_eq!(run(folder.path(), &["report", seed, "--out", "report.pdf", "--extent", "book"]).code, 2);
    assert_eq!(run(folder.path(), &["report", "坏.json", "--out", "report.pdf"]).code, 2);
    assert_eq!(run(folder.path(), &["report", seed, "--out", "nowhere/report.pdf"]).code, 2);
    assert!(!folder.path().join("report.pdf").exists());
}

#[test]
fn a_summary_of_many_plants_is_read_into_a_reports_comparison() {
    let folder = folder();
    let few = run(folder.path(), &["aggregate", "甲.json", "--out", "few"]);
    assert!(few.messages.contains("只有1家，不能用作基准"), "{}", few.messages);
    for (number, plant) in benchmark::seven_firms().plants().into_iter().enumerate() {
        let opened = &plant.opened;
        let text = exchange::write(&opened.assessment, opened.questionnaire, &opened.scorecard);
        fs::create_dir_all(folder.path().join("many")).unwrap();
        fs::write(folder.path().join(format!("many/{number}.json")), text).unwrap();
    }
    let many = run(folder.path(), &["aggregate", "many", "--out", "sum", "--name", "某镇"]);
    assert!(
        many.code == 0 && many.messages.contains("等级已确定的企业有6家，可用作报告的基准文件"),
        "{}",
        many.messages
    );

    let report = |benchmark: &str, more: &[&str]| {
        let start = ["report", "甲.json", "--out", "甲.pdf", "--benchmark", benchmark];
        run(folder.path(), &[&start[..], more].concat())
    };
    let made = report("sum/summary.json", &[]);
    assert_eq!(made.code, 0, "{}", made.messages);
    let verified = run(folder.path(), &["verify", "甲.pdf"]);
    assert!(verified.code == 0 && verified.out.starts_with("核对无误"), "{}", verified.out);
    assert!(report("sum/summary.json", &["--extent", "summary"]).messages.contains("不会列出基准文件的对照"));
    assert_eq!(run(folder.path(), &["verify", "甲.pdf"]).code, 0);

    for (file, said) in
        [("few/summary.json", "少于5家"), ("乙.json", "没有交出这个文件"), ("甲.json", "不是多家企业的汇总")]
    {
        let refused = report(file, &[]);
        assert!(refused.code == 2 && refused.messages.contains(said), "{}", refused.messages);
    }
    let long = "镇".repeat(31);
    assert_eq!(run(folder.path(), &["aggregate", "many", "--out", "long", "--name", &long]).code, 2);
    assert!(!folder.path().join("long").exists());
}

#[test]
fn check_finds_a_questionnaire_sound_or_lists_its_problems() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for path in
        ["questionnaires", "questionnaires/smart-factory/2026.1", "questionnaires/smart-factory/2026.1/data.toml"]
    {
        let checked = run(root, &["check", path]);
        assert_eq!(checked.code, 0, "{}", checked.out);
        assert!(checked.out.starts_with("questionnaires/smart-factory/2026.1: 没有问题"), "{}", checked.out);
    }
    let copy = tempfile::tempdir().unwrap();
    for entry in fs::read_dir(root.join("questionnaires/smart-factory/2026.1")).unwrap() {
        let path = entry.unwrap().path();
        fs::copy(&path, copy.path().join(path.file_name().unwrap())).unwrap();
    }
    let model = fs::read_to_string(copy.path().join("model.toml")).unwrap();
    let broken = model.replace("weight = { discrete = 46, process = 46 }", "weight = { discrete = 45, process = 46 }");
    fs::write(copy.path().join("model.toml"), broken).unwrap();
    let checked = run(copy.path(), &["check", ".", "--lang", "en"]);
    assert_eq!(checked.code, 1);
    assert!(checked.out.contains("sum to 99 and not to 100"), "{}", checked.out);
    assert_eq!(checked.messages, "Problems in all: 1.\n");
}

#[test]
fn a_reader_that_stops_early_is_no_trouble() {
    let folder = folder();
    let program = env!("CARGO_BIN_EXE_factory-checkup");
    if cfg!(unix) {
        let line = format!("'{program}' score . . . . . . . . | head -c 1");
        let output = Command::new("sh").args(["-c", &line]).current_dir(folder.path()).output().unwrap();
        assert!(!String::from_utf8_lossy(&output.stderr).contains("panicked"));
    }
}

#[test]
fn check_takes_a_single_file_and_a_workbook_and_names_lines_and_cells() {
    let folder = tempfile::tempdir().unwrap();
    let example = crate::guide::example();
    fs::write(folder.path().join("own.toml"), &example).unwrap();
    let run = |arguments: &[&str]| run(folder.path(), arguments);
    assert_eq!(run(&["check", "own.toml"]).out, "own.toml: 没有问题：现场5S检查 1，2个子域，3条要求。\n");

    assert_eq!(run(&["convert", "own.toml", "own.xlsx"]).code, 0);
    assert_eq!(run(&["check", "own.xlsx"]).out, "own.xlsx: 没有问题：现场5S检查 1，2个子域，3条要求。\n");

    fs::write(folder.path().join("own.toml"), example.replace("any = 60", "any = 50")).unwrap();
    let checked = run(&["check", "own.toml", "--lang", "en"]);
    assert_eq!(checked.code, 1);
    let line = 1 + example
        .lines()
        .position(|line| {
            line == "[[dimension]]                   # 同一上级之下权重合计100 · weights of siblings sum to 100"
        })
        .unwrap();
    assert_eq!(checked.out, format!("own.toml:{line}: the weights below “five-s” (any) sum to 90 and not to 100.\n"));
    fs::write(folder.path().join("own.xlsx"), faulty_workbook(&example)).unwrap();
    let checked = run(&["check", "own.xlsx"]);
    assert_eq!((checked.code, checked.messages.as_str()), (1, "共1个问题。\n"));
    assert!(checked.out.starts_with("own.xlsx:requirements!"), "{}", checked.out);
}

/// The example with a text in one language only, which no questionnaire that was read can have.
fn faulty_workbook(example: &str) -> Vec<u8> {
    let mut questionnaire = Questionnaire::read(&[("own.toml", example)]).unwrap();
    questionnaire.elements[0].requirements[0].base.text.en.clear();
    workbook::write(&questionnaire).unwrap()
}

#[test]
fn convert_goes_all_ways_round_and_writes_over_no_other_questionnaire() {
    let folder = tempfile::tempdir().unwrap();
    let run = |arguments: &[&str]| run(folder.path(), arguments);
    let shipped = concat!(env!("CARGO_MANIFEST_DIR"), "/questionnaires/smart-factory/2026.1");
    for (from, to) in [(shipped, "a.xlsx"), ("a.xlsx", "b.toml"), ("b.toml", "2026.1"), ("2026.1", "d.toml")] {
        let done = run(&["convert", from, to]);
        assert_eq!((done.code, done.messages), (0, format!("已写入{to}\n")));
    }
    let text = |name: &str| fs::read_to_string(folder.path().join(name)).unwrap();
    assert_eq!(text("b.toml"), text("d.toml"));
    assert_eq!(text("d.toml"), Questionnaire::edition("smart-factory", "2026.1").unwrap().to_file());

    for (from, to, said) in [
        ("b.toml", "2026.1", "已经有.toml文件"),
        ("b.toml", "b.json", "看不出要写成什么"),
        ("nothing.toml", "c.toml", "系统没有交出这个文件"),
        (concat!(env!("CARGO_MANIFEST_DIR"), "/questionnaires"), "c.toml", "一次只转换一份"),
        ("b.toml", "nowhere/c.toml", "无法写入"),
    ] {
        let done = run(&["convert", from, to]);
        assert_eq!(done.code, 2, "{to}");
        assert!(done.messages.contains(said), "{}", done.messages);
    }
    assert!(!folder.path().join("c.toml").exists());
}

#[cfg(feature = "workbook")]
#[test]
fn tables_and_the_action_list_are_written_by_their_names_ending() {
    let folder = folder();
    let run = |arguments: &[&str]| run(folder.path(), arguments);
    let sheets = |name: &str| {
        let bytes = fs::read(folder.path().join(name)).unwrap();
        let workbook: calamine::Xlsx<_> = calamine::Reader::new(std::io::Cursor::new(bytes)).unwrap();
        calamine::Reader::sheet_names(&workbook)
    };
    let done = run(&["tables", "甲.json", "-o", "表.xlsx"]);
    assert_eq!((done.code, done.messages.trim()), (0, "已写入表.xlsx"));
    assert_eq!(sheets("表.xlsx"), ["概要", "得分", "行动清单", "回答"]);
    assert_eq!(run(&["--lang", "en", "actions", "甲.json", "--out", "actions.XLSX"]).code, 0);
    assert_eq!(sheets("actions.XLSX"), ["Action list"]);
    assert_eq!(run(&["actions", "甲.json", "-o", "清单.csv"]).code, 0);
    let list = fs::read_to_string(folder.path().join("清单.csv")).unwrap();
    assert!(list.starts_with("\u{feff}序,何时补,能力子域,要求,"), "{list}");

    let no_ending = run(&["tables", "甲.json", "-o", "表.csv"]);
    assert_eq!(no_ending.code, 2);
    assert!(no_ending.messages.contains("后缀写成.xlsx"), "{}", no_ending.messages);
    assert_eq!(run(&["actions", "甲.json", "-o", "清单"]).code, 2);
    assert_eq!(run(&["actions", "九亭", "-o", "清单.csv"]).code, 2);
    assert_eq!(run(&["actions", "坏.json", "-o", "清单2.csv"]).code, 2);
    assert!(!folder.path().join("清单2.csv").exists());
}
