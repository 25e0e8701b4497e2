//! What the core takes: scoring, reading, many plants, one report. `benches/README.md` says how to run it and keeps
//! the figures of one run.

use std::hint::black_box;

use factory_checkup::facts::Facts;
use factory_checkup::glossary::Glossary;
use factory_checkup::questionnaire::Questionnaire;
use factory_checkup::sme_index::Index;
use factory_checkup::suggestions::Suggestions;
use factory_checkup::tiers::Tiers;
use factory_checkup::{checks, content};

fn main() {
    #[cfg(not(target_arch = "wasm32"))]
    native::run();
}

/// Reads and checks everything that the app reads of what is shipped: the current edition of the requirements, and every
/// other yardstick.
fn read_everything() {
    let edition = content::folder("smart-factory/2026.2");
    let file = |path: &str| content::file(path).expect("a shipped file");
    black_box((
        Questionnaire::read(black_box(&edition)).expect("it is sound"),
        Facts::read(file("facts.toml"), include_str!("../seeds/targets.toml")).expect("they are sound"),
        Index::read("index", file("sme-index/2024/index.toml")).expect("it is sound"),
        Tiers::read("tiers", file("tiers/2025/tiers.toml")).expect("they are sound"),
        Suggestions::read("suggestions", file("suggestions.toml")).expect("they are sound"),
        checks::read("checks", file("checks.toml")).expect("they are sound"),
        Glossary::read("glossary", file("glossary.toml")).expect("it is sound"),
    ));
}

/// What `chromium/page/reading.js` calls.
#[cfg(target_arch = "wasm32")]
mod browser {
    use factory_checkup::content;
    use wasm_bindgen::prelude::wasm_bindgen;

    #[wasm_bindgen]
    pub fn provide(pack: &str) {
        content::provide(pack).expect("the pack of the finished site");
    }

    #[wasm_bindgen]
    pub fn read_everything() {
        super::read_everything();
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod native {
    use std::hint::black_box;

    use criterion::{BatchSize, Criterion};
    use factory_checkup::language::Language;
    use factory_checkup::order::Order;
    use factory_checkup::portfolio::{self, Portfolio};
    use factory_checkup::tables::csv;
    use factory_checkup::{exchange, scoring};

    /// Everything answered, most of it with notes.
    const SEED: &str = include_str!("../seeds/discrete-l1-with-gaps.json");

    pub fn run() {
        let mut criterion = Criterion::default().configure_from_args();
        criterion.bench_function("read and check everything shipped", |bench| bench.iter(super::read_everything));
        one_assessment(&mut criterion);
        many_plants(&mut criterion);
        #[cfg(feature = "report")]
        report(&mut criterion);
        criterion.final_summary();
    }

    fn one_assessment(criterion: &mut Criterion) {
        let opened = exchange::read(SEED.as_bytes()).expect("a seed can be read");
        criterion.bench_function("score one assessment", |bench| {
            bench.iter(|| scoring::score(opened.questionnaire, black_box(&opened.assessment)));
        });
        criterion.bench_function("read and score one export", |bench| {
            bench.iter(|| exchange::read(black_box(SEED.as_bytes())));
        });
        criterion.bench_function("write one export", |bench| {
            bench.iter(|| exchange::write(black_box(&opened.assessment), opened.questionnaire, &opened.scorecard));
        });
    }

    fn many_plants(criterion: &mut Criterion) {
        let opened = exchange::read(SEED.as_bytes()).expect("a seed can be read");
        let files: Vec<String> = (0..200)
            .map(|number| {
                let mut assessment = opened.assessment.clone();
                assessment.id.0 = format!("plant-{number}");
                assessment.site.firm = format!("示例{number}厂");
                exchange::write(&assessment, opened.questionnaire, &opened.scorecard)
            })
            .collect();
        criterion.bench_function("aggregate 200 exports into a table", |bench| {
            bench.iter_batched(
                || files.clone(),
                |files| {
                    let mut portfolio = Portfolio::default();
                    for (number, text) in files.iter().enumerate() {
                        portfolio.add(&format!("{number}.json"), text.as_bytes());
                    }
                    csv::write(&portfolio::table(&portfolio, Language::Chinese))
                },
                BatchSize::LargeInput,
            );
        });
    }

    #[cfg(feature = "report")]
    fn report(criterion: &mut Criterion) {
        use std::fs;

        use factory_checkup::report::fonts::Fonts;
        use factory_checkup::report::{self, site};
        use time::macros::datetime;

        let opened = exchange::read(SEED.as_bytes()).expect("a seed can be read");
        let pack = |name: &str| {
            let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/style/fonts/noto-sans-sc-");
            fs::read(format!("{folder}{name}.ttf")).expect("the fonts lie in style/fonts")
        };
        let fonts = Fonts { regular: pack("common-regular"), bold: pack("common-bold"), wider: None, rest: None };
        let made = datetime!(2026-11-23 14:32:05 +8);
        let print = |language| {
            let document = site::document(
                opened.questionnaire,
                &opened.assessment,
                &opened.scorecard,
                &Order::new(language, made),
            );
            report::make(&document, &fonts).expect("a seed can be printed")
        };
        let printed = print(Language::Chinese);
        println!("one report in Chinese: {} pages, {} bytes", printed.pages, printed.bytes.len());
        let mut group = criterion.benchmark_group("report");
        group.sample_size(20);
        group.bench_function("one full report in Chinese", |bench| bench.iter(|| print(black_box(Language::Chinese))));
        group.finish();
    }
}
