//! `report`: the PDF of one assessment, the same as the app makes.

use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;

use super::{Outcome, files, now};
use crate::assessment::Assessment;
use crate::benchmark::Benchmark;
use crate::language::Language;
use crate::order::{Accent, Brand, Extent, Logo, Order, Section};
use crate::questionnaire::Questionnaire;
use crate::report::block::Document;
use crate::report::fonts::Fonts;
use crate::report::{self, site};
use crate::scoring::Scorecard;

/// How the report is wanted.
#[derive(Args)]
pub struct Wish {
    /// 篇幅：summary一页，management管理层版，full完整版 · How long: summary (one page), management, full
    #[arg(long, default_value = "full", value_parser = extent)]
    extent: Extent,
    /// 不要的部分，可写多个，如policy materials · Parts to leave out, such as policy materials
    #[arg(long, num_args = 1.., value_parser = section)]
    without: Vec<Section>,
    /// 主色，如#0b5c7a · The accent colour, such as #0b5c7a
    #[arg(long)]
    accent: Option<String>,
    /// 封面标志，PNG文件 · A PNG file for the cover
    #[arg(long)]
    logo: Option<PathBuf>,
    /// 基准文件：aggregate写出的summary.json · A benchmark to stand beside: a summary.json of aggregate
    #[arg(long)]
    benchmark: Option<PathBuf>,
}

fn extent(id: &str) -> Result<Extent, String> {
    Extent::from_id(id).ok_or_else(|| Extent::ALL.map(Extent::id).join(" / "))
}

fn section(id: &str) -> Result<Section, String> {
    Section::from_id(id).ok_or_else(|| Section::ALL.map(Section::id).join(" / "))
}

/// Prints the assessment in `file` into `out`, over what is there. What is odd about the file is told.
pub fn run(file: &Path, out: &Path, language: Language, wish: &Wish) -> Outcome {
    match wish.order(language) {
        Ok(order) => {
            if order.benchmark.is_some() && !order.has(Section::Scores) {
                eprintln!("{}", language.benchmark_not_shown());
            }
            print(file, out, &order, site::document)
        }
        Err(sentence) => {
            eprintln!("{sentence}");
            Outcome::NothingDone
        }
    }
}

impl Wish {
    /// A sentence where the colour, the logo or the benchmark is none.
    fn order(&self, language: Language) -> Result<Order, String> {
        Ok(Order {
            extent: self.extent,
            without: self.without.iter().copied().collect(),
            brand: self.brand(language)?,
            benchmark: self.benchmark.as_deref().map(|path| benchmark(path, language)).transpose()?,
            ..Order::new(language, now())
        })
    }

    fn brand(&self, language: Language) -> Result<Brand, String> {
        let accent = self.accent.as_deref().map(Accent::parse).transpose();
        let accent = accent.map_err(|fault| language.accent_fault(fault))?;
        let logo = match &self.logo {
            Some(path) => {
                let told = |sentence: String| format!("{}: {sentence}", path.display());
                let bytes = fs::read(path).map_err(|error| told(error.to_string()))?;
                Some(Logo::from_png(&bytes).map_err(|fault| told(language.logo_fault(fault)))?)
            }
            None => None,
        };
        Ok(Brand { accent, logo })
    }
}

fn benchmark(path: &Path, language: Language) -> Result<Benchmark, String> {
    let told = |sentence: String| format!("{}: {sentence}", path.display());
    let bytes = files::bytes(path).map_err(|error| told(language.read_error(&error)))?;
    // What is no text is no JSON either.
    let text = String::from_utf8_lossy(&bytes);
    Benchmark::read(&text).map_err(|fault| told(language.benchmark_fault(&fault)))
}

/// What is printed of an assessment, such as [`site::document`].
type Content = fn(&Questionnaire, &Assessment, &Scorecard, &Order) -> Document;

/// Prints one kind of document of the assessment in `file`.
pub(super) fn print(file: &Path, out: &Path, order: &Order, content: Content) -> Outcome {
    let language = order.language;
    let Some(opened) = files::open(file, language) else { return Outcome::NothingDone };
    let document = content(opened.questionnaire, &opened.assessment, &opened.scorecard, order);
    let report = match report::make(&document, &fonts()) {
        Ok(report) => report,
        Err(error) => {
            eprintln!("{}", error.sentence(language));
            return Outcome::NothingDone;
        }
    };
    let path = out.display().to_string();
    if let Err(error) = files::write(out, &report.bytes) {
        eprintln!("{}", language.not_written(&path, &error));
        return Outcome::NothingDone;
    }
    if !report.missing.is_empty() {
        eprintln!("{}", language.characters_without_font(&report.missing.iter().collect::<String>()));
    }
    eprintln!("{}", language.report_written(&path, report.pages));
    Outcome::Done
}

/// All packs lie in the program (12 MB), so that a consultant carries one file and needs no folder beside it, no
/// network, and no luck with the rare characters of a firm's name.
pub(super) fn fonts() -> Fonts {
    macro_rules! pack {
        ($name:literal) => {
            include_bytes!(concat!("../../style/fonts/noto-sans-sc-", $name, ".ttf")).to_vec()
        };
    }
    Fonts {
        regular: pack!("common-regular"),
        bold: pack!("common-bold"),
        wider: Some(pack!("wider-regular")),
        rest: Some(pack!("rest-regular")),
    }
}
