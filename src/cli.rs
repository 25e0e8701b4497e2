//! The command line: check and convert questionnaires, score, print and aggregate exports. The same core as the app's, the same
//! numbers.
//!
//! Results go to standard output or into files, messages to standard error in the language of `--lang`. The exit
//! code is 0 when all was done, 1 when some of it was rejected, 2 when nothing was done.

mod aggregate;
#[cfg(feature = "report")]
mod book;
mod check;
#[cfg(feature = "workbook")]
mod convert;
mod files;
mod questionnaires;
pub mod record;
#[cfg(feature = "report")]
mod report;
mod score;
mod self_check;
#[cfg(feature = "workbook")]
mod tables;
#[cfg(feature = "report")]
mod verify;

use std::env;
use std::io;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use time::OffsetDateTime;

use crate::language::Language;

/// 工厂体检 · Factory Checkup: 检查问卷、计算结果、生成报告、汇总多家企业 · check questionnaires, score and print
/// assessments, aggregate many plants
#[derive(Parser)]
#[command(
    version,
    after_help = "退出码 · Exit codes: 0 全部完成 all done, 1 部分未通过 some rejected, 2 什么也没做 nothing done"
)]
struct Arguments {
    #[command(subcommand)]
    command: Command,

    /// 语言，zh或en；默认中文，除非系统语言是英文 · Language, zh or en; Chinese unless the system's is English
    #[arg(long, global = true, value_parser = language)]
    lang: Option<Language>,
}

#[derive(Subcommand)]
enum Command {
    /// 检查问卷，一次列出所有问题 · Check questionnaires and list all problems at once
    Check {
        /// 含model.toml的文件夹、单个.toml文件或.xlsx工作簿 · Folders with a model.toml, single .toml files, or .xlsx workbooks
        #[arg(required = true)]
        questionnaires: Vec<PathBuf>,
    },
    /// 转换问卷的写法：文件夹、.toml、.xlsx · Turn a questionnaire into a folder, a .toml file or an .xlsx workbook
    #[cfg(feature = "workbook")]
    Convert {
        /// 原来的问卷 · The questionnaire as it is
        from: PathBuf,
        /// 写到哪里：.toml、.xlsx，或文件夹名 · Where it goes: a .toml, an .xlsx, or a folder
        to: PathBuf,
    },
    /// 重新计算每份评估，每行输出一个JSON · Score assessments anew, one JSON object per line
    Score {
        /// 导出的文件、PDF报告或文件夹 · Exported files, reports' PDFs, or folders of them
        #[arg(required = true)]
        files: Vec<PathBuf>,
    },
    /// 生成PDF报告 · Print the PDF report
    #[cfg(feature = "report")]
    Report {
        /// 导出的文件或PDF报告 · An exported file, or a report's PDF
        file: PathBuf,
        /// 报告写到哪里 · Where the report goes
        #[arg(short, long)]
        out: PathBuf,
        #[command(flatten)]
        wish: report::Wish,
    },
    /// 生成问题清单PDF：按岗位列出问题、要准备的佐证和时间 · Print the questions by role, with evidence to prepare and minutes
    #[cfg(feature = "report")]
    Book {
        /// 导出的文件或PDF报告，决定范围和目标等级 · An exported file or a report's PDF: its scope and target count
        file: PathBuf,
        /// 写到哪里 · Where it goes
        #[arg(short, long)]
        out: PathBuf,
    },
    /// 生成表格工作簿：概要、得分、行动清单、回答等 · Write the tables as a workbook: summary, scores, action list, answers
    #[cfg(feature = "workbook")]
    Tables {
        /// 导出的文件 · An exported file
        file: PathBuf,
        /// 写到哪里（.xlsx） · Where they go (.xlsx)
        #[arg(short, long)]
        out: PathBuf,
    },
    /// 生成行动清单：差距、措施、投入，留空填负责人和日期 · Write the action list, with columns for who does it and when
    #[cfg(feature = "workbook")]
    Actions {
        /// 导出的文件 · An exported file
        file: PathBuf,
        /// 写到哪里（.xlsx或.csv） · Where it goes (.xlsx or .csv)
        #[arg(short, long)]
        out: PathBuf,
    },
    /// 核对PDF报告：附带的数据、重新计算的结果、逐字节比对 · Verify a report's PDF: what is enclosed, the result, every byte
    #[cfg(feature = "report")]
    Verify {
        /// 本工具生成的PDF报告 · A report's PDF
        file: PathBuf,
    },
    /// 用参考工厂核对计算 · Check the computation on reference plants
    SelfCheck,
    /// 汇总多家企业：plants.csv、rejected.csv、summary.json · Aggregate many plants into these files
    Aggregate {
        /// 导出的文件、PDF报告或文件夹 · Exported files, reports' PDFs, or folders of them
        #[arg(required = true)]
        files: Vec<PathBuf>,
        /// 结果写到哪个文件夹 · The folder the results go to
        #[arg(short, long)]
        out: PathBuf,
        /// 汇总的名称，报告对照时显示，如“某镇2026年” · What a report that stands beside it calls it
        #[arg(long, default_value = "")]
        name: String,
    },
}

/// How much of a command was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    Done,
    SomeRejected,
    NothingDone,
}

pub fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let language = arguments.lang.unwrap_or_else(language_of_system);
    let mut out = io::stdout().lock();
    let outcome = match arguments.command {
        Command::Check { questionnaires } => check::run(&questionnaires, language, &mut out),
        #[cfg(feature = "workbook")]
        Command::Convert { from, to } => Ok(convert::run(&from, &to, language)),
        Command::Score { files } => score::run(&files, language, &mut out),
        #[cfg(feature = "report")]
        Command::Book { file, out: to } => Ok(book::run(&file, &to, language)),
        #[cfg(feature = "report")]
        Command::Verify { file } => verify::run(&file, language, &mut out),
        Command::SelfCheck => self_check::run(language, &mut out),
        #[cfg(feature = "report")]
        Command::Report { file, out: to, wish } => Ok(report::run(&file, &to, language, &wish)),
        #[cfg(feature = "workbook")]
        Command::Tables { file, out: to } => Ok(tables::all(&file, &to, language)),
        #[cfg(feature = "workbook")]
        Command::Actions { file, out: to } => Ok(tables::actions(&file, &to, language)),
        Command::Aggregate { files, out: to, name } => {
            Ok(aggregate::run(&files, &to, name.trim(), now().date(), language))
        }
    };
    match outcome {
        Ok(outcome) => ExitCode::from(outcome.code()),
        // Whoever reads the output has had enough of it, as in `… | head`.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{}", language.could_not_write("stdout", &error.to_string()));
            ExitCode::from(Outcome::NothingDone.code())
        }
    }
}

impl Outcome {
    fn of(done: usize, rejected: usize) -> Outcome {
        match (done, rejected) {
            (0, _) => Outcome::NothingDone,
            (_, 0) => Outcome::Done,
            _ => Outcome::SomeRejected,
        }
    }

    fn code(self) -> u8 {
        match self {
            Outcome::Done => 0,
            Outcome::SomeRejected => 1,
            Outcome::NothingDone => 2,
        }
    }
}

/// Some systems do not say how far their clock is from UTC.
fn now() -> OffsetDateTime {
    OffsetDateTime::now_local().unwrap_or_else(|_| OffsetDateTime::now_utc())
}

fn language(tag: &str) -> Result<Language, String> {
    Language::from_tag(tag).ok_or_else(|| "zh / en".to_owned())
}

/// English only where the system says so: `LC_ALL`, `LC_MESSAGES` and `LANG`, the first that is set.
fn language_of_system() -> Language {
    let tag = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .filter_map(|name| env::var(name).ok())
        .find(|value| !value.is_empty())
        .unwrap_or_default();
    // Such as `en_GB.UTF-8`.
    tag.split(['_', '.']).next().and_then(Language::from_tag).unwrap_or_default()
}
