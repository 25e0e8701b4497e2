//! Charts: scorecards and summaries as drawings.
//!
//! A chart prints the numbers it is given, rounded as everywhere (scores down, distances up), and computes none.
//! Every difference that has a colour also has a shape or a word, so that a black-and-white print still tells it.

mod benchmark;
mod comparison;
mod gate;
mod heat_map;
mod histogram;
mod lettering;
mod level_bars;
mod mean_bars;
mod radar;
mod staircase;
mod timeline;
mod waterfall;
mod weighted_bars;

pub use benchmark::benchmark;
pub use comparison::comparison;
pub use heat_map::heat_map;
pub use histogram::histogram;
pub use level_bars::level_bars;
pub use mean_bars::mean_bars;
pub use radar::{RadarOf, radar};
pub use staircase::staircase;
pub use timeline::timeline;
pub use waterfall::waterfall;
pub use weighted_bars::weighted_bars;

/// How much room a chart has across.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sheet {
    /// A printed page, or a screen from a tablet's size: about 560 points.
    Page,
    /// A phone held upright: about 340 points.
    Phone,
}

impl Sheet {
    /// In points; a chart may take a little more for what lies around its middle.
    fn width(self) -> f32 {
        match self {
            Sheet::Page => 560.0,
            Sheet::Phone => 340.0,
        }
    }
}
