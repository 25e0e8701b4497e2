//! Factory Checkup (工厂体检): a plant answers a questionnaire, is levelled, and gets a report, all on its own device.

pub mod language;
pub mod drawing;
#[cfg(feature = "report")]
pub mod report;
