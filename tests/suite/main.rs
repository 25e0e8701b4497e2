//! The native tests, one program. Each module tests one feature by value; golden texts are rewritten with
//! `UPDATE=1 cargo test`. `tests/README.md` says how to add one.
#![cfg(not(target_arch = "wasm32"))]

// A text compared with its golden file.
mod golden;
// A plant and its answers in a few words: the engine's second client.
mod scenario;

// The texts that come with the product, by path.
mod content;
// What is asked: the shipped questionnaire is sound, and a broken one says everything that is wrong with it.
mod questionnaire;
// Small random questionnaires, all of them sound.
mod random_questionnaire;
// Questionnaires written as TOML, and read again.
mod writing;
// Questionnaires that do not come with the product.
mod own_questionnaires;
// The guide for authors and its example.
mod guide;
// The published JSON Schema and the reader agree.
mod schema;
// Questionnaires as spreadsheets, out and in.
mod workbook;
// Terms and where they stand.
mod glossary;
// How the shipped texts are written.
mod lint;
// What one site answered: edits, scope, and the credit code's check digit.
mod assessment;
// Answers → scorecard, by hand-computed values.
mod scoring;
// Gaps bundled into projects and laid out in time.
mod plan;
// Facts that every yardstick shares.
mod facts;
// The MIIT index for smaller firms, by hand and by a second computation.
mod sme_index;
// Tiers, condition by condition.
mod tiers;
// Answers that do not go together, and what one suggests for another.
mod checks;
// Reference plants and the independent computation.
mod self_check;
// From one edition to the next and back.
mod migration;
// Files in and out: nothing is lost on the way, and whatever is no export says why.
mod exchange;
// One plant's tables, and that files read as they were meant.
mod tables;
// Many plants: the same answer whatever the order, each firm once, and no bad file sinks the others.
mod portfolio;
// Benchmark files: a summary reads as what was summed up, and whatever is none says why.
mod benchmark;
// Every trouble in both languages, as people read it.
mod troubles;
// The invented plants in `seeds/`: each shows what its name says.
mod seeds;
// The command line as a user meets it.
mod cli;
// The report engine: what is printed, what is in the file, and the laws of its pages.
mod report;
// A second, independent scoring agrees with the engine on random assessments.
mod second_opinion;
// Exact numbers: what is printed never contradicts what is decided.
mod exact;
// The modules' order: each uses only those above it.
mod layers;
// The program's sentences: each is said somewhere.
mod wording;
// Scorecards and summaries as drawings: what they say, and that no label covers another.
mod chart;
