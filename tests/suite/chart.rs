//! Scorecards and summaries as drawings: what they say, and that no label covers another.

use std::fs;
use std::path::Path;

use factory_checkup::assessment::Answer;
use factory_checkup::benchmark::Benchmark;
use factory_checkup::chart::{
    RadarOf, Sheet, benchmark, comparison, heat_map, histogram, level_bars, mean_bars, radar, staircase, waterfall,
    weighted_bars,
};
use factory_checkup::distribution::{Band, Distribution};
use factory_checkup::drawing::{Anchor, Drawing, Shape};
use factory_checkup::exact::Exact;
use factory_checkup::language::Language;
use factory_checkup::portfolio::{Bin, Mean, Summary};
use factory_checkup::questionnaire::{Level, Questionnaire, Rating};

use crate::benchmark::file;
use crate::golden;
use crate::scenario::Scenario;

#[test]
fn charts_say_what_the_scorecard_says() {
    for (name, drawing) in samples() {
        golden::check(&format!("chart-{name}.txt"), &drawing.lines());
    }
}

#[test]
fn no_label_covers_another_or_leaves_the_sheet() {
    for (name, drawing) in samples() {
        let labels: Vec<Label> = drawing.shapes.iter().filter_map(Label::of).collect();
        for (place, label) in labels.iter().enumerate() {
            let inside = label.left >= -1.0 && label.right <= drawing.width + 1.0;
            assert!(inside && label.top >= 0.0 && label.bottom <= drawing.height, "{name}: {} leaves", label.text);
            for other in &labels[place + 1..] {
                assert!(!label.touches(other), "{name}: “{}” covers “{}”", label.text, other.text);
            }
        }
    }
}

#[test]
fn a_dimension_without_ratings_has_an_axis_and_no_point() {
    let scenario = Scenario::discrete().rate("energy.rules", Rating::NotMet);
    let drawing = radar(&scenario.score(), scenario.questionnaire, RadarOf::SubDomains, Sheet::Page, Language::Chinese);
    let lines = drawing.lines();
    assert!(lines.contains("“能源管理 0.00”"), "{lines}");
    assert!(lines.contains("“采购 未评”"), "{lines}");
    let points = drawing.shapes.iter().filter(|shape| matches!(shape, Shape::Circle { fill: Some(_), .. }));
    assert_eq!(points.count(), 1 + 2, "one point and the legend's two");
}

#[test]
fn a_tailored_dimension_has_no_axis() {
    let scenario = answered().tailor("sales", "集团统一销售");
    for of in [RadarOf::SubDomains, RadarOf::Domains] {
        let drawing = radar(&scenario.score(), scenario.questionnaire, of, Sheet::Page, Language::Chinese);
        assert!(!drawing.lines().contains("销售"));
    }
}

#[test]
fn a_score_a_hair_below_the_gate_prints_neither_as_reached_nor_as_no_distance() {
    let scenario = answered().rate("energy.rules", Rating::PartlyMet);
    let drawing = level_bars(&scenario.score(), scenario.questionnaire, Sheet::Page, Language::Chinese);
    assert!(drawing.alternative.contains("L1 0.79 差 0.01"), "{}", drawing.alternative);
}

/// Writes the samples as pages to look at: `DRAWINGS=<folder> cargo test drawings_to_look_at -- --ignored`.
#[test]
#[ignore = "makes pictures for a person"]
fn drawings_to_look_at() {
    let folder = std::env::var("DRAWINGS").expect("DRAWINGS names a folder");
    let classes: String = [0, 1, 2, 3, 4, 5]
        .map(factory_checkup::drawing::Ink::Level)
        .into_iter()
        .chain({
            use factory_checkup::drawing::Ink::{Accent, Gate, Grid, Muted, Paper, Text, Tint};
            [Text, Muted, Grid, Paper, Tint, Accent, Gate]
        })
        .map(|ink| {
            let [red, green, blue] = ink.rgb();
            let class = ink.class();
            format!(
                ".fill-{class}{{fill:rgb({red},{green},{blue})}}.stroke-{class}{{stroke:rgb({red},{green},{blue})}}"
            )
        })
        .collect();
    for (name, drawing) in samples() {
        let page = format!("<!doctype html><meta charset=utf-8><style>{classes}</style>{}", drawing.svg());
        fs::write(Path::new(&folder).join(format!("{name}.html")), page).unwrap();
    }
}

/// Everything rated 大部分满足 at L1 and in part at L2.
fn answered() -> Scenario {
    Scenario::discrete().all(1, Rating::LargelyMet).all(2, Rating::PartlyMet)
}

/// Much rated, something not known, something unanswered.
fn half_way() -> Scenario {
    let mut scenario = Scenario::discrete().all(1, Rating::LargelyMet).answer("energy.rules", Answer::Unknown);
    for (place, requirement) in scenario.questionnaire.requirements().into_iter().enumerate() {
        if requirement.level == Level::HIGHEST || place % 5 == 0 || requirement.id.as_str().starts_with("sales.") {
            scenario.assessment.answer(&requirement.id, None);
        } else if place % 3 == 0 {
            scenario.assessment.answer(&requirement.id, Some(Answer::Rated(Rating::Met)));
        }
    }
    scenario
}

fn samples() -> Vec<(String, Drawing)> {
    let questionnaire = Questionnaire::current();
    let plants = [("answered", answered()), ("half-way", half_way()), ("process", Scenario::process())];
    let mut samples = Vec::new();
    for language in Language::ALL {
        let tag = language.tag();
        for (name, scenario) in &plants {
            let scorecard = scenario.score();
            for (sheet, suffix) in [(Sheet::Page, ""), (Sheet::Phone, "-phone")] {
                let bars = level_bars(&scorecard, questionnaire, sheet, language);
                samples.push((format!("level-bars-{name}-{tag}{suffix}"), bars));
                let target = scenario.assessment.target;
                let first = Level::new(1).expect("a level");
                let drawings = [
                    ("staircase", staircase(&scorecard, questionnaire, target, sheet, language)),
                    ("weighted-bars", weighted_bars(&scorecard, questionnaire, first, sheet, language)),
                    ("heat-map", heat_map(&scorecard, questionnaire, sheet, language)),
                    ("waterfall", waterfall(&scorecard, questionnaire, first, sheet, language)),
                    (
                        "comparison",
                        comparison(Distribution::shipped(), Some(Band::of(scorecard.plant.reached)), sheet, language),
                    ),
                ];
                samples.extend(drawings.map(|(what, drawing)| (format!("{what}-{name}-{tag}{suffix}"), drawing)));
                for (of, what) in [(RadarOf::SubDomains, "sub-domains"), (RadarOf::Domains, "domains")] {
                    let radar = radar(&scorecard, questionnaire, of, sheet, language);
                    samples.push((format!("radar-{what}-{name}-{tag}{suffix}"), radar));
                }
            }
        }
        let firms = Benchmark::read(&file()).unwrap();
        for (sheet, suffix) in [(Sheet::Page, ""), (Sheet::Phone, "-phone")] {
            samples.push((format!("benchmark-{tag}{suffix}"), benchmark(&firms, Level::new(1), sheet, language)));
        }
        samples.push((format!("histogram-{tag}"), histogram(&summary(), language)));
        samples.push((format!("means-{tag}"), mean_bars(&summary(), language)));
    }
    samples
}

/// Sixty-five firms, some of them open.
fn summary() -> Summary {
    let questionnaire = Questionnaire::current();
    let levels = [(None, 3, 2), (Level::new(1), 41, 7), (Level::new(2), 12, 0)].map(|(level, certain, at_least)| Bin {
        level,
        certain,
        at_least,
    });
    let mean = |(place, sub_domain)| Mean {
        questionnaire,
        sub_domain,
        total: (place != 7).then(|| Exact::ratio(place as i64 + 3, 14)),
        firms: if place == 7 { 0 } else { 65 - place },
    };
    Summary {
        questionnaire,
        counted: Default::default(),
        complete: 56,
        tally: Default::default(),
        levels: levels.into(),
        sub_domains: questionnaire.sub_domains().into_iter().enumerate().map(mean).collect(),
    }
}

/// The box a text roughly fills: a Han character is as wide as high, a Latin letter about half.
struct Label {
    left: f32,
    right: f32,
    top: f32,
    bottom: f32,
    text: String,
}

impl Label {
    fn of(shape: &Shape) -> Option<Label> {
        let Shape::Text { at, anchor, size, text, .. } = shape else { return None };
        let width: f32 = text.chars().map(|letter| if letter > '\u{2E80}' { *size } else { size * 0.52 }).sum();
        let left = match anchor {
            Anchor::Start => at.x,
            Anchor::Middle => at.x - width / 2.0,
            Anchor::End => at.x - width,
        };
        Some(Label {
            left,
            right: left + width,
            top: at.y - size * 0.8,
            bottom: at.y + size * 0.15,
            text: text.clone(),
        })
    }

    fn touches(&self, other: &Label) -> bool {
        self.left < other.right && other.left < self.right && self.top < other.bottom && other.top < self.bottom
    }
}

#[test]
fn the_missing_points_of_a_waterfall_and_the_score_make_full_marks() {
    for scenario in [answered(), half_way()] {
        let scorecard = scenario.score();
        let level = Level::new(1).expect("a level");
        let drawing = waterfall(&scorecard, scenario.questionnaire, level, Sheet::Page, Language::Chinese);
        let values: Vec<f64> = texts(&drawing).iter().filter_map(|text| text.strip_prefix('−')?.parse().ok()).collect();
        let score = scorecard.plant.cell(level).and_then(|cell| cell.score.clone()).expect("a score").floor(2);
        assert!(values.windows(2).take(9).all(|pair| pair[0] >= pair[1]), "{values:?} are not the largest first");
        let sum = values.iter().sum::<f64>() + score.parse::<f64>().expect("a number");
        // Each of the printed numbers is rounded down, by less than a thousandth, the score by less than a hundredth.
        assert!(sum <= 1.0 + 1e-9 && sum > 1.0 - 0.01 - 0.001 * values.len() as f64, "{sum}");
    }
}

#[test]
fn a_heat_map_tells_left_out_not_rated_not_asked_and_rated_apart() {
    let scenario = Scenario::discrete().tailor("sales", "集团统一销售").rate("energy.rules", Rating::NotMet);
    let drawing = heat_map(&scenario.score(), scenario.questionnaire, Sheet::Page, Language::Chinese);
    let row = |name: &str| {
        let texts = texts(&drawing);
        let at = texts.iter().position(|text| text == name).unwrap_or_else(|| panic!("no row {name}"));
        texts[at + 1..at + 6].join(" ")
    };
    assert_eq!(row("销售"), "× × × × ×");
    assert_eq!(row("能源管理"), "0.00 ? – – –");
    assert_eq!(row("采购"), "? ? – – –");
}

#[test]
fn every_published_distribution_is_whole_and_marks_the_plants_share() {
    assert!(Distribution::shipped().len() >= 3);
    for distribution in Distribution::shipped() {
        assert_eq!(
            distribution.shares.iter().map(|share| u32::from(*share)).sum::<u32>(),
            100,
            "{}",
            distribution.year
        );
        assert!(!distribution.sample.zh.is_empty() && !distribution.sample.en.is_empty());
    }
    let drawing = comparison(Distribution::shipped(), Some(Band::Second), Sheet::Page, Language::Chinese);
    let framed = drawing
        .shapes
        .iter()
        .filter(|shape| matches!(shape, Shape::Rectangle { stroke: Some(stroke), .. } if stroke.width == 2.0));
    assert_eq!(framed.count(), Distribution::shipped().len());
}

#[test]
fn a_benchmark_shows_the_counts_of_its_file_and_marks_the_plants_level() {
    let firms = Benchmark::read(&file()).unwrap();
    let drawing = benchmark(&firms, None, Sheet::Page, Language::Chinese);
    let texts = texts(&drawing);
    for said in
        ["某镇2026年", "2026年11月29日汇总，样本6家，另有1家等级未定，不计入", "1家，16.7%", "2家，33.3%", "3家，50.0%"]
    {
        assert!(texts.iter().any(|text| text == said), "{said} is not in {texts:?}");
        assert!(drawing.alternative.contains(said), "{}", drawing.alternative);
    }
    let bars = |framed: bool| -> Vec<f32> {
        let bar = |shape: &Shape| match shape {
            Shape::Rectangle { width, stroke, fill: Some(fill), .. }
                if fill.opacity < 1.0 && stroke.is_some() == framed =>
            {
                Some(*width)
            }
            _ => None,
        };
        drawing.shapes.iter().filter_map(bar).collect()
    };
    let (own, others) = (bars(true), bars(false));
    assert_eq!((own.len(), others.len()), (1, 2));
    assert!((others[0] - own[0] * 2.0).abs() < 0.01 && (others[1] - own[0] * 3.0).abs() < 0.01, "{own:?} {others:?}");
}

fn texts(drawing: &Drawing) -> Vec<String> {
    let text = |shape: &Shape| match shape {
        Shape::Text { text, .. } => Some(text.clone()),
        _ => None,
    };
    drawing.shapes.iter().filter_map(text).collect()
}
