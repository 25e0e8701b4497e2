//! Parts that several screens are made of.

pub mod confirm;
pub mod heading;
pub mod icon;
pub mod shell;
