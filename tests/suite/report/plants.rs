//! Made-up plants: whatever they answered, their reports of every extent and in both languages lie on lawful pages.
//!
//! The same few each time; others by the hundreds with `PLANTS=300 cargo test --release --test suite plants`.

use factory_checkup::assessment::{Answer, Kind};
use factory_checkup::language::Language;
use factory_checkup::order::{Extent, Order};
use factory_checkup::questionnaire::{Level, Rating};
use factory_checkup::report::block::{Block, Document};
use factory_checkup::report::site;
use proptest::prelude::*;
use time::macros::datetime;

use super::{laws, lay_out};
use crate::scenario::Scenario;

/// What one requirement got.
#[derive(Clone, Copy, Debug)]
enum Said {
    Rated(Rating),
    Unknown,
    NotApplicable,
    Nothing,
}

fn cases() -> u32 {
    std::env::var("PLANTS").ok().and_then(|count| count.parse().ok()).unwrap_or(3)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), failure_persistence: None, rng_seed: prop::test_runner::RngSeed::Fixed(cases().into()), ..ProptestConfig::default() })]

    #[test]
    fn reports_of_any_plant_obey_the_laws_of_pages(plant in plants()) {
        let scorecard = plant.score();
        for language in Language::ALL {
            for extent in Extent::ALL {
                let order = Order { extent, ..Order::new(language, datetime!(2026-11-29 14:41:00 +8)) };
                let document = site::document(plant.questionnaire, &plant.assessment, &scorecard, &order);
                let layout = lay_out(&document);
                laws::hold(&document, &layout);
                if extent == Extent::Summary {
                    assert_eq!(layout.pages.len(), 1);
                }
                contents_lead_to_their_headings(&document, &layout);
            }
        }
    }
}

/// Every heading of the first two levels has a line in the contents that leads to its page.
fn contents_lead_to_their_headings(document: &Document, layout: &factory_checkup::report::layout::Layout) {
    if !document.blocks.iter().any(|block| matches!(block, Block::Contents { .. })) {
        return;
    }
    let links: Vec<usize> = layout.pages.iter().flat_map(|page| &page.links).map(|link| link.bookmark).collect();
    let wanted: Vec<usize> = layout
        .bookmarks
        .iter()
        .enumerate()
        .filter(|(_, bookmark)| bookmark.level <= 2)
        .map(|(place, _)| place)
        .collect();
    assert_eq!(links, wanted);
}

fn plants() -> impl Strategy<Value = Scenario> {
    let said = prop_oneof![
        6 => prop::sample::select(Rating::ALL.to_vec()).prop_map(Said::Rated),
        1 => Just(Said::Unknown),
        1 => Just(Said::NotApplicable),
        1 => Just(Said::Nothing),
    ];
    let note = prop_oneof![5 => Just(""), 1 => Just("现场看过，台账齐全，但三月以后没有更新，问到的人说不清由谁记。")];
    // As short as none, and longer than any in the register.
    let firm = prop_oneof![
        2 => Just(""),
        2 => Just("某泵阀厂"),
        1 => Just("上海松江经济技术开发区示例精密机械制造与智能装备系统集成科技发展股份有限公司东部分厂"),
        1 => Just("Songjiang Example Precision Valves, Pumps & Fittings Manufacturing (Shanghai) Company Limited"),
    ];
    let tailored = prop::sample::subsequence(vec!["design", "logistics", "sales", "service"], 0..3);
    (any::<bool>(), 1..=5i64, prop::collection::vec((said, note), 277), tailored, any::<bool>(), firm).prop_map(
        |(process, target, answers, tailored, on_site, firm)| {
            let mut scenario = if process { Scenario::process() } else { Scenario::discrete() };
            scenario.assessment.target = Level::new(target).expect("a level from 1 to 5");
            scenario.assessment.site.firm = firm.to_owned();
            scenario.assessment.kind = if on_site { Kind::OnSite } else { Kind::SelfAssessment };
            for id in tailored {
                scenario = scenario.tailor(id, "集团统一办理");
            }
            let requirements = scenario.questionnaire.requirements();
            for (requirement, (said, note)) in requirements.into_iter().zip(answers) {
                let answer = match said {
                    Said::Rated(rating) => Some(Answer::Rated(rating)),
                    Said::Unknown => Some(Answer::Unknown),
                    Said::NotApplicable => Some(Answer::NotApplicable { reason: "没有此类业务".into() }),
                    Said::Nothing => None,
                };
                scenario.assessment.answer(&requirement.id, answer);
                scenario.assessment.note(&requirement.id, note);
            }
            scenario
        },
    )
}
