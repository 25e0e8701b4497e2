//! Factory Checkup (工厂体检): a plant answers a questionnaire, is levelled, and gets a report, all on its own device.
//!
//! # The way of the data
//!
//! ```text
//! questionnaires/**/*.toml ─► content ─► Questionnaire ─┐
//!                                                       ├─► Scorecard ─┬─► chart ─► Drawing ─► screen (SVG)
//!               storage, files ─► exchange ─► Assessment┘              ├─► report ─► blocks ─► pages ─► PDF bytes
//!                                                                      ├─► tables ─► XLSX, CSV
//!                                                                      └─► command line
//! one Assessment ─► facts, sme_index, tiers, suggestions, checks ─► screens, report
//! many files ─► exchange ─► (assessments, rejected) ─► portfolio ─► Summary ─► charts, tables
//! ```
//!
//! # The laws
//!
//! 1. Answers are the only thing kept. Scores, levels, charts and pages are computed from them, always by the same
//!    function; an imported result is recomputed, and a difference is shown.
//! 2. Values in, values out. Everything above `cli` and `web` reads no clock, no locale, no random source and no
//!    file: today's date, the language, fonts and bytes come in as arguments. So the browser and the command line
//!    compute the same.
//! 3. Scores are exact ([`exact::Exact`]); a level is decided on the exact value, and what is printed never
//!    contradicts the decision.
//! 4. One drawing, two outputs: a chart is a list of shapes ([`drawing`]).
//! 5. Nothing is lost silently: what cannot be read is kept and shown, what cannot be saved is said at once, and one
//!    bad file never sinks the others.
//! 6. Unanswered, not known, not met and not applicable are four different things ([`assessment::Answer`]).
//! 7. Nothing is official that is not: every rule, weight and text names its [`provenance::Source`].
//!
//! # The rooms, in reading order
//!
//! A module uses only modules listed above it; a test holds that. Where a new line of code belongs: what is asked, into
//! `questionnaires/`; a sentence the program says, into [`wording`]; a number, into [`scoring`]; a figure, into
//! [`chart`]; a page, into `report`; a click, into `web`.

// The two languages, and texts that exist in both.
pub mod language;
// Exact numbers, and how they are printed.
pub mod exact;
// The texts that come with the product, by path.
pub mod content;
// Kinds of names, each a type of its own.
pub mod name;
// Where a rule, a weight or a text comes from.
pub mod provenance;
// TOML written by hand, read with every problem and its line.
pub mod document;
// Terms that are explained where they stand.
pub mod glossary;
// What is asked, read from TOML and checked.
pub mod questionnaire;
// The district's lists that a profile chooses from.
pub mod district;
// How firms are spread over the levels, as published.
pub mod distribution;
// What one site answered.
pub mod assessment;
// Answers → scorecard, with the working shown.
pub mod scoring;
// Gaps → projects, laid out in time.
pub mod plan;
// Facts about a plant, shared by every yardstick.
pub mod facts;
// The MIIT index for small and medium-sized firms.
pub mod sme_index;
// Tiers of smart factories, condition by condition.
pub mod tiers;
// What one yardstick's answers suggest for another.
pub mod suggestions;
// Answers that do not go together.
pub mod checks;
// Reference plants held against an independent computation.
pub mod self_check;
// From one edition of a questionnaire to the next, and back.
pub mod migration;
// Files in and out, and their versions.
pub mod exchange;
// How the firms of a summary file are spread over the levels.
pub mod benchmark;
// How a report is wanted.
pub mod order;
// Every sentence the program itself says.
pub mod wording;
// Questionnaires as spreadsheets, out and in.
#[cfg(feature = "workbook")]
pub mod workbook;
// Tables as typed cells, and the spreadsheets and CSV files made of them.
pub mod tables;
// Many files → a summary and its table.
pub mod portfolio;
// Shapes at fixed places.
pub mod drawing;
// Scorecards and summaries as drawings.
pub mod chart;
// The PDF: blocks → pages → bytes.
#[cfg(feature = "report")]
pub mod report;
// The command line.
#[cfg(not(target_arch = "wasm32"))]
pub mod cli;
// The app in the browser.
#[cfg(target_arch = "wasm32")]
pub mod web;
