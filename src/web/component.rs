//! Parts that several screens are made of.

pub mod confirm;
pub mod field;
pub mod figure;
pub mod file_drop;
pub mod heading;
pub mod icon;
pub mod level_badge;
pub mod provenance;
pub mod shell;
pub mod suggestion;
pub mod table_scroll;
pub mod terms;
