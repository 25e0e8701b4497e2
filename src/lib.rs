//! Factory Checkup (工厂体检): a plant answers a questionnaire, is levelled, and gets a report, all on its own device.

pub mod language;
pub mod exact;
pub mod questionnaire;
pub mod district;
pub mod assessment;
pub mod scoring;
pub mod exchange;
pub mod portfolio;
pub mod wording;
pub mod drawing;
pub mod chart;
#[cfg(feature = "report")]
pub mod report;
#[cfg(not(target_arch = "wasm32"))]
pub mod cli;
#[cfg(target_arch = "wasm32")]
pub mod web;
