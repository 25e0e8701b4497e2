//! `aggregate`: many exports into tables and one summary, with the numbers of the Portfolio screen.

use std::fs;
use std::path::{Path, PathBuf};

use time::Date;

use super::{Outcome, files};
use crate::benchmark::{Benchmark, BenchmarkFault};
use crate::exchange;
use crate::language::Language;
use crate::portfolio::{self, Portfolio, SummaryFile};
use crate::tables::csv;

/// Writes `plants.csv`, `rejected.csv` and `summary.json` into `out`, over those of an earlier run. `name` is what the
/// summary is called where a report stands beside it.
pub fn run(paths: &[PathBuf], out: &Path, name: &str, made: Date, language: Language) -> Outcome {
    let letters = name.chars().count();
    if letters > Benchmark::NAME {
        eprintln!("{}", language.benchmark_fault(&BenchmarkFault::LongName { letters }));
        return Outcome::NothingDone;
    }
    let found = files::find(paths);
    let mut portfolio = Portfolio::default();
    for (folder, error) in found.unreachable {
        portfolio.take(&folder.display().to_string(), Err(error));
    }
    // An earlier run's summary is no export, even where results and exports share a folder.
    let own = out.join(SummaryFile::NAME).canonicalize().ok();
    for path in found.files.iter().filter(|path| own.is_none() || path.canonicalize().ok() != own) {
        let file = path.display().to_string();
        portfolio.take(&file, files::bytes(path).and_then(|bytes| exchange::read(&bytes)));
    }
    for rejected in portfolio.rejected() {
        eprintln!("{}: {}", rejected.file, language.read_error(&rejected.error));
    }
    if found.passed_over > 0 {
        eprintln!("{}", language.other_files_passed_over(found.passed_over));
    }
    if portfolio.files() == 0 {
        eprintln!("{}", language.no_file_there());
        return Outcome::NothingDone;
    }

    let summary = SummaryFile::of(&portfolio, name, made);
    let text = summary.text();
    if !summary.is_in(&text) {
        eprintln!("{}", language.not_as_meant(SummaryFile::NAME));
        return Outcome::NothingDone;
    }
    let benchmark = Benchmark::read(&text);
    let results = [
        ("plants.csv", csv::write(&portfolio::table(&portfolio, language))),
        ("rejected.csv", csv::write(&portfolio::rejected_table(&portfolio, language))),
        (SummaryFile::NAME, Ok(text)),
    ];
    for (name, text) in results {
        let path = out.join(name);
        let text = match text {
            Ok(text) => text,
            Err(fault) => {
                eprintln!("{}: {}", path.display(), fault.sentence(language));
                return Outcome::NothingDone;
            }
        };
        if let Err(error) = fs::create_dir_all(out).and_then(|()| files::write(&path, text.as_bytes())) {
            eprintln!("{}", language.not_written(&path.display().to_string(), &error));
            return Outcome::NothingDone;
        }
        eprintln!("{}", language.written_to(&path.display().to_string()));
    }
    eprintln!(
        "{}",
        match benchmark {
            Ok(benchmark) => language.benchmark_written(benchmark.sample()),
            Err(fault) => language.benchmark_fault(&fault),
        }
    );
    let (plants, rejected) = (portfolio.plants().len(), portfolio.rejected().len());
    let set_aside = portfolio.set_aside().len();
    eprintln!("{}", language.aggregated(portfolio.files(), plants, portfolio.firms(), rejected, set_aside));
    Outcome::of(plants, rejected)
}
