//! The record of how a report was made: enough to make it again and compare.
//!
//! ```text
//! { "program": "0.1.0", "language": "zh-CN", "made": "2026-11-23T14:41:00+08:00", "extent": "full",
//!   "without": ["policy"], "accent": "#0b5c7a", "logo": false }
//! ```

use serde::{Deserialize, Serialize};
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

use crate::benchmark::Benchmark;
use crate::language::Language;
use crate::order::{Accent, Brand, Extent, Order, Section};

/// The version of this program, as a record has it.
pub const PROGRAM: &str = env!("CARGO_PKG_VERSION");

/// What a report says about its making.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    /// The version of the program that made it.
    pub program: String,
    /// Without the logo.
    pub order: Order,
    /// Whether there was a logo, without which the report cannot be made again.
    pub logo: bool,
}

#[derive(Serialize, Deserialize)]
struct Written {
    program: String,
    language: String,
    made: String,
    extent: String,
    without: Vec<String>,
    accent: Option<String>,
    logo: bool,
    /// The benchmark's text. Records of reports without one do not mention it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    benchmark: Option<String>,
}

/// The record of a report that this program makes by an order.
pub fn write(order: &Order) -> String {
    let written = Written {
        program: PROGRAM.to_owned(),
        language: order.language.tag().to_owned(),
        made: order.made.format(&Rfc3339).expect("every time from the years 0 to 9999 can be written"),
        extent: order.extent.id().to_owned(),
        without: order.without.iter().map(|section| section.id().to_owned()).collect(),
        accent: order.brand.accent.map(Accent::to_hex),
        logo: order.brand.logo.is_some(),
        benchmark: order.benchmark.as_ref().map(Benchmark::write),
    };
    serde_json::to_string(&written).expect("words and lists are JSON")
}

/// `None` for what is no record, or of an order that this program does not know.
pub fn read(text: &str) -> Option<Record> {
    let Written { program, language, made, extent, without, accent, logo, benchmark } =
        serde_json::from_str(text).ok()?;
    let accent = accent.map(|accent| Accent::parse(&accent)).transpose().ok()?;
    let order = Order {
        language: Language::from_tag(&language)?,
        made: OffsetDateTime::parse(&made, &Rfc3339).ok()?,
        extent: Extent::from_id(&extent)?,
        without: without.iter().map(|id| Section::from_id(id)).collect::<Option<_>>()?,
        brand: Brand { accent, logo: None },
        benchmark: benchmark.map(|text| Benchmark::read(&text)).transpose().ok()?,
    };
    Some(Record { program, order, logo })
}
