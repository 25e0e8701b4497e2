//! The comparison: where the plant stands among published distributions, each with its year and sample.

use super::Sheet;
use super::lettering::Lettering;
use crate::distribution::{Band, Distribution};
use crate::drawing::{Anchor, Drawing, Fill, Ink, Point, Shape, Stroke};
use crate::language::Language;

const TOP: f32 = 6.0;
const ROW: f32 = 41.0;
const BAR: f32 = 18.0;

/// A bar of 100 % for each distribution; the share that the plant belongs to, if that is certain, has a heavy frame.
pub fn comparison(distributions: &[Distribution], own: Option<Band>, sheet: Sheet, language: Language) -> Drawing {
    let width = sheet.width();
    let mut shapes = Vec::new();
    let mut readings = Vec::new();
    for (row, distribution) in distributions.iter().enumerate() {
        let top = TOP + ROW * row as f32;
        let title = language.distribution_title(distribution.year, distribution.sample.get(language));
        shapes.push(Lettering::LABEL.at(0.0, top + 10.0, Anchor::Start, &title));
        let mut left = 0.0;
        let mut parts = Vec::new();
        for band in Band::ALL {
            let share = distribution.share(band);
            let wide = width * f32::from(share) / 100.0;
            shapes.push(Shape::Rectangle {
                at: Point::new(left, top + 16.0),
                width: wide,
                height: BAR,
                fill: Some(Fill { ink: ink(band), opacity: 0.35 }),
                stroke: Some(if Some(band) == own {
                    Stroke::new(Ink::Text, 2.0)
                } else {
                    Stroke::new(Ink::Paper, 0.75)
                }),
            });
            let says = format!("{} {share}%", language.band_name(band));
            let room = Lettering::ASIDE.width(&says) + 6.0 <= wide;
            let written = if room { says.clone() } else { format!("{share}%") };
            if Lettering::ASIDE.width(&written) + 2.0 <= wide {
                shapes.push(Lettering { bold: Some(band) == own, ..Lettering::ASIDE }.ink(Ink::Text).at(
                    left + wide / 2.0,
                    top + 16.0 + BAR / 2.0 + 3.2,
                    Anchor::Middle,
                    written,
                ));
            }
            parts.push(says);
            left += wide;
        }
        readings.push(format!("{title}: {}", parts.join(" ")));
    }
    let bottom = TOP + ROW * distributions.len() as f32;
    let framed = match own {
        Some(own) => language.chart_own_share(language.band_name(own)),
        None => language.chart_own_share_open().to_owned(),
    };
    let legend = [language.chart_shares(), framed.as_str()].join(language.sentence_gap());
    let (foot, height) = Lettering::ASIDE.foot(&legend, width, bottom + 14.0);
    shapes.extend(foot);
    let alternative = language.comparison_alternative(&readings.join(language.list_separator()), &legend);
    Drawing { width, height, alternative, shapes }
}

fn ink(band: Band) -> Ink {
    match band {
        Band::UpToFirst => Ink::Level(1),
        Band::Second => Ink::Level(2),
        Band::Third => Ink::Level(3),
        Band::FromFourth => Ink::Level(4),
    }
}
