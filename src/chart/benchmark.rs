//! The benchmark chart: how many firms of a summary stand at which level, and where the plant is among them.

use super::Sheet;
use super::lettering::Lettering;
use crate::benchmark::Benchmark;
use crate::drawing::{Anchor, Drawing, Fill, Ink, Point, Shape, Stroke};
use crate::exact::Exact;
use crate::language::Language;
use crate::questionnaire::Level;

const ROW: f32 = 22.0;
const BAR: f32 = 13.0;

/// A bar for each level, as long as its share of the sample; that of the plant's level has a heavy frame.
pub fn benchmark(benchmark: &Benchmark, reached: Option<Level>, sheet: Sheet, language: Language) -> Drawing {
    let width = sheet.width();
    let sample = benchmark.sample();
    let names: Vec<String> = benchmark.levels.iter().map(|count| language.level_short(count.level)).collect();
    let left = names.iter().map(|name| Lettering::NAME.width(name)).fold(0.0, f32::max) + 12.0;
    let values = 92.0;
    let title = language.benchmark_name(&benchmark.name);
    let facts = language.benchmark_facts(benchmark);
    let mut shapes = vec![Lettering::NAME.at(0.0, 12.0, Anchor::Start, &title)];
    let (head, rows) = Lettering::ASIDE.foot(&facts, width, 26.0);
    shapes.extend(head);
    let mut readings = Vec::new();
    for (row, (count, name)) in benchmark.levels.iter().zip(&names).enumerate() {
        let top = rows + ROW * row as f32;
        let baseline = top + ROW / 2.0 + 3.5;
        let own = count.level == reached;
        let share = Exact::ratio(count.firms.into(), sample.max(1).into());
        let long = (width - left - values) * share.approximate();
        let bar = |width: f32, fill: Fill, stroke: Option<Stroke>| Shape::Rectangle {
            at: Point::new(left, top + (ROW - BAR) / 2.0),
            width,
            height: BAR,
            fill: Some(fill),
            stroke,
        };
        shapes.push(Lettering { bold: own, ..Lettering::NAME }.at(left - 8.0, baseline, Anchor::End, name));
        shapes.push(bar(width - left - values, Fill::solid(Ink::Tint), None));
        let ink = Ink::Level(count.level.map_or(0, Level::number));
        let frame = own.then(|| Stroke::new(Ink::Text, 2.0));
        shapes.push(bar(long.max(1.0), Fill { ink, opacity: 0.45 }, frame));
        let says = language.benchmark_count(count.firms, &(share * Exact::from(100)).round(1));
        shapes.push(Lettering { bold: own, ..Lettering::LABEL }.at(width, baseline, Anchor::End, &says));
        readings.push(format!("{name} {says}"));
    }
    let bottom = rows + ROW * benchmark.levels.len() as f32;
    let legend = language.benchmark_own_level(&language.level_short(reached));
    let (foot, height) = Lettering::ASIDE.foot(&legend, width, bottom + 14.0);
    shapes.extend(foot);
    let readings = readings.join(language.list_separator());
    let alternative = language.benchmark_alternative(&title, &facts, &readings, &legend);
    Drawing { width, height, alternative, shapes }
}
