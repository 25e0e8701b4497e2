//! The screens, one per route.

pub mod method;
pub mod portfolio;
pub mod profile;
pub mod questionnaires;
pub mod questions;
pub mod report;
pub mod report_page;
pub mod result;
pub mod welcome;
pub mod yardsticks;
