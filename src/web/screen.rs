//! The screens, one per route.

pub mod method;
pub mod portfolio;
pub mod profile;
pub mod questionnaires;
pub mod questions;
pub mod reading;
pub mod report;
pub mod result;
pub mod welcome;
pub mod yardsticks;
