//! What is said about benchmarks: the file, why it is none, and the chart of it.

use super::{shortened, words};
use crate::benchmark::{Benchmark, BenchmarkFault, VERSION};
use crate::language::Language;

words! {
    benchmark_unnamed: "未命名的汇总", "A summary without a name";
    benchmark_sample(day: &str, firms: u32): "{day}汇总，样本{firms}家", "Summed up on {day}, sample of {firms} firms";
    benchmark_open(firms: u32): "，另有{firms}家等级未定，不计入", "; not counted, as their level is open: {firms}";
    benchmark_count(firms: u32, percent: &str): "{firms}家，{percent}%", "n = {firms}, {percent}%";
    benchmark_own_level(level: &str): "粗框：本厂的等级（{level}）", "Heavy frame: this plant's level ({level})";
    benchmark_alternative(name: &str, facts: &str, readings: &str, own: &str):
        "与基准文件对照：{name}（{facts}）：{readings}。{own}。", "Beside a benchmark file: {name} ({facts}): {readings}. {own}.";
    report_benchmark_section: "与基准文件对照", "Beside a benchmark file";
    report_benchmark_figure: "基准文件里各等级的企业数", "Firms by level in the benchmark file";
    report_benchmark_note:
        "以上数字来自生成本报告的人提供的基准文件，由其自行汇总，不是官方统计，也不代表全行业；每家企业按最近一次评估计一次。",
        "These numbers come from a benchmark file supplied by whoever made this report. They are not official statistics and do not represent an industry; each firm counts once, by its latest assessment.";
    report_benchmark_of_other(name: &str):
        "附有基准文件“{name}”，但其中的企业答的是另一套问卷，等级不能对照，这里不列。",
        "There is a benchmark file, “{name}”, but its firms answered another questionnaire. Levels of different ones do not go together, so it is not shown.";
    benchmark_not_shown:
        "这份报告没有得分部分，所以不会列出基准文件的对照。",
        "This report leaves out the part on scores, so the benchmark file is not shown in it.";
    benchmark_of_no_format:
        "这个文件不能用作基准：没有汇总文件的格式标记。请选“多厂汇总”里保存的汇总文件，或aggregate命令写出的summary.json。",
        "This file cannot be a benchmark: it does not carry the format name of a summary. Choose a summary that was saved on the portfolio screen, or the summary.json of the aggregate command.";
    benchmark_of_other_format(found: &str):
        "这个文件不能用作基准：格式是“{found}”，不是多家企业的汇总。请选“多厂汇总”里保存的汇总文件，或aggregate命令写出的summary.json。",
        "This file cannot be a benchmark: its format is “{found}”, not that of a summary of many firms. Choose a summary that was saved on the portfolio screen, or the summary.json of the aggregate command.";
    benchmark_newer(found: u64, known: u64):
        "这个基准文件由较新版本的工厂体检生成（格式版本{found}，本版本只认识到{known}）。请更新后再用，文件本身没有问题。",
        "This benchmark file was made by a newer edition of Factory Checkup (format version {found}; this edition knows up to {known}). Update first: nothing is wrong with the file.";
    benchmark_of_wrong_shape(message: &str):
        "这个基准文件的内容与格式不符（{message}），可能被改动过。请重新汇总一份。",
        "This benchmark file does not follow its format ({message}); it may have been changed. Sum up the firms anew.";
    benchmark_contradicts:
        "这个基准文件里的数字对不上：各等级的企业数与总数不一致，或等级有误。请重新汇总一份。",
        "The numbers in this benchmark file do not go together: the firms by level do not come to all firms, or a level makes no sense. Sum up the firms anew.";
    benchmark_with_long_name(letters: usize, most: usize):
        "汇总的名称太长（{letters}个字），最多{most}个字。请缩短后重试。",
        "The summary's name is too long ({letters} characters; at most {most}). Shorten it and try again.";
    benchmark_of_too_few(firms: u32, least: u32):
        "等级已确定的企业只有{firms}家，不能用作基准：少于{least}家，可能认出是哪一家（本工具规则）。",
        "Only {firms} of the firms have a certain level. With fewer than {least}, single firms could be recognised, so this is no benchmark (our rule).";
    summary_card: "汇总文件", "Summary file";
    summary_lead:
        "把以上汇总的数字存成一个文件，不含企业名称和每家的回答。生成报告时可以选它作基准，让企业看到自己排在哪里。",
        "The numbers summed up above as a file, without the firms' names or answers. A report can be made with it as its benchmark, so that a plant sees where it stands.";
    summary_name: "汇总名称", "What the summary is called";
    summary_name_example: "如“某镇2026年”，会印在对照图上", "Such as “Our town, 2026”; it is printed above the chart";
    save_summary: "保存汇总文件（JSON）", "Save the summary file (JSON)";
    summary_file: "工厂体检-汇总文件", "factory-checkup-summary";
    summary_is_benchmark(firms: u32): "等级已确定的企业有{firms}家，可用作报告的基准文件。", "{firms} firms have a level that is certain: the file can be a report's benchmark.";
    benchmark_lead:
        "选一份多家企业的汇总文件（“多厂汇总”里保存的，或aggregate命令写出的summary.json），报告会在公布的分布之后另画一张图，并写明它不是官方统计。只存在这台设备上；一页摘要里不列。",
        "Choose a summary of many firms (saved on the portfolio screen, or the summary.json of the aggregate command): after the published distributions the report then has a chart of its own for it, and says that it is not official. Kept on this device only; not in the one-page summary.";
    benchmark_none: "没有选基准文件。", "No benchmark file is chosen.";
    benchmark_chosen(name: &str, facts: &str): "{name}：{facts}", "{name}: {facts}";
    choose_benchmark: "选择基准文件", "Choose a benchmark file";
    remove_benchmark: "去掉基准文件", "Remove the benchmark file";
    benchmark_written(firms: u32):
        "等级已确定的企业有{firms}家，可用作报告的基准文件（report --benchmark）。",
        "{firms} firms have a level that is certain: the file can be a report's benchmark (report --benchmark).";
}

impl Language {
    pub fn benchmark_name(self, name: &str) -> String {
        if name.trim().is_empty() { self.benchmark_unnamed().to_owned() } else { name.trim().to_owned() }
    }

    /// The day and the sample.
    pub fn benchmark_facts(self, benchmark: &Benchmark) -> String {
        let mut facts = self.benchmark_sample(&self.day(benchmark.made), benchmark.sample());
        if benchmark.open > 0 {
            facts += &self.benchmark_open(benchmark.open);
        }
        facts
    }

    pub fn benchmark_fault(self, fault: &BenchmarkFault) -> String {
        match fault {
            BenchmarkFault::OtherFormat { found: None } => self.benchmark_of_no_format().to_owned(),
            BenchmarkFault::OtherFormat { found: Some(found) } => self.benchmark_of_other_format(&shortened(found)),
            BenchmarkFault::Newer { found } => self.benchmark_newer(*found, VERSION),
            BenchmarkFault::WrongShape { message } => self.benchmark_of_wrong_shape(&shortened(message)),
            BenchmarkFault::Contradiction => self.benchmark_contradicts().to_owned(),
            BenchmarkFault::LongName { letters } => self.benchmark_with_long_name(*letters, Benchmark::NAME),
            BenchmarkFault::TooFew { firms } => self.benchmark_of_too_few(*firms, Benchmark::LEAST),
        }
    }
}
