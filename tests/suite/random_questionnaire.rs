//! Small random questionnaires, all of them sound, with every odd text that a person or a spreadsheet may write.

use factory_checkup::exact::Exact;
use factory_checkup::language::Bilingual;
use factory_checkup::provenance::{Mark, Source, SourceId};
use factory_checkup::questionnaire::{
    CostClass, CostId, Dimension, Effort, EffortMeaning, Evidence, EvidenceKind, Instrument, InstrumentId, Level,
    LevelMeaning, Questionnaire, Rating, RatingMeaning, Requirement, RequirementId, Role, RoleId, Rule, Variant,
    VariantId, Wording, Work, WorkKind,
};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

/// One or two kinds of manufacturing, one to three levels, two elements of which one has a domain with sub-domains.
pub fn small() -> impl Strategy<Value = Questionnaire> {
    let heads = (texts(), texts(), words(), 1..=3u8, 1..=2usize);
    (heads, lists(), vec(dimension(), 4), vec(requirements(), 3)).prop_map(
        |((title, model, version, levels, variants), lists, dimensions, requirements)| {
            let (rules, costs, instruments, points, weights) = lists;
            let names: Vec<VariantId> =
                ["discrete", "mixed-2"].into_iter().take(variants).map(VariantId::from).collect();
            let meaning = |text: &Bilingual| text.clone();
            Questionnaire {
                id: "random".into(),
                version,
                hash: String::new(),
                variants: names
                    .iter()
                    .map(|id| Variant { id: id.clone(), name: meaning(&title), meaning: meaning(&model) })
                    .collect(),
                levels: (1..=levels)
                    .map(|number| LevelMeaning {
                        level: level(number),
                        name: meaning(&model),
                        meaning: meaning(&title),
                        source: source(),
                    })
                    .collect(),
                target: level(levels),
                gate: Exact::parse("0.123456789012345678").unwrap(),
                gate_source: source(),
                ratings: Rating::ALL
                    .into_iter()
                    .zip([Exact::one(), points.1, points.0, Exact::zero()])
                    .map(|(rating, points)| RatingMeaning {
                        rating,
                        name: meaning(&title),
                        meaning: meaning(&model),
                        points,
                        source: source(),
                    })
                    .collect(),
                efforts: Effort::ALL
                    .into_iter()
                    .zip(weights)
                    .map(|(effort, weight)| EffortMeaning {
                        effort,
                        name: meaning(&title),
                        meaning: meaning(&model),
                        weight,
                        source: source(),
                    })
                    .collect(),
                roles: vec![Role { id: RoleId("boss".into()), name: meaning(&title) }],
                costs,
                instruments,
                elements: tree(dimensions, requirements, &names, levels),
                structure_source: source(),
                rules,
                sources: vec![Source { id: source(), mark: Mark::OurRule, text: meaning(&title) }],
                title,
                model,
            }
        },
    )
}

fn tree(
    mut dimensions: Vec<Dimension>,
    requirements: Vec<Vec<Requirement>>,
    variants: &[VariantId],
    levels: u8,
) -> Vec<Dimension> {
    for (dimension, id) in dimensions.iter_mut().zip(["leaf", "top", "model", "last"]) {
        dimension.id = id.into();
    }
    for (dimension, weight) in dimensions.iter_mut().zip([30, 70, 100, 100]) {
        dimension.weights = variants.iter().map(|variant| (variant.clone(), weight)).collect();
    }
    // The second variant leaves the first leaf out.
    if let Some(second) = variants.get(1) {
        dimensions[0].weights.remove(second);
        dimensions[1].weights.insert(second.clone(), 100);
    }
    let [mut leaf, mut top, mut middle, mut last] = <[Dimension; 4]>::try_from(dimensions).unwrap();
    let fill = |dimension: &mut Dimension, requirements: Vec<Requirement>| {
        dimension.texts_source = Some(source());
        dimension.requirements = requirements;
        for (number, requirement) in dimension.requirements.iter_mut().enumerate() {
            requirement.id = RequirementId(format!("{}.thing-{number}", dimension.id));
            requirement.level = level(requirement.level.number().min(levels));
            requirement.variants.retain(|variant, _| variants.contains(variant));
            if number > 0 && requirement.minutes.is_some() && requirement.level == level(levels) {
                requirement.work.after = vec![RequirementId(format!("{}.thing-0", dimension.id))];
            }
        }
    };
    let mut requirements = requirements.into_iter();
    fill(&mut leaf, requirements.next().unwrap());
    fill(&mut last, requirements.next().unwrap());
    let mut below = leaf.clone();
    below.id = "below".into();
    below.weights = middle.weights.clone();
    fill(&mut below, requirements.next().unwrap());
    for inner in [&mut top, &mut middle] {
        inner.about = Bilingual::default();
    }
    last.weights = middle.weights.clone();
    last.weights.values_mut().for_each(|weight| *weight = 40);
    middle.weights.values_mut().for_each(|weight| *weight = 60);
    below.weights.values_mut().for_each(|weight| *weight = 100);
    middle.children = vec![below];
    top.children = vec![middle, last];
    vec![leaf, top]
}

fn dimension() -> impl Strategy<Value = Dimension> {
    (texts(), texts(), any::<bool>()).prop_map(|(name, about, tailorable)| Dimension {
        id: "later".into(),
        name,
        about,
        weights: Default::default(),
        weights_source: source(),
        tailorable,
        children: Vec::new(),
        requirements: Vec::new(),
        texts_source: None,
    })
}

fn requirements() -> impl Strategy<Value = Vec<Requirement>> {
    vec(requirement(), 1..4)
}

fn requirement() -> impl Strategy<Value = Requirement> {
    let says =
        (wording(), option::of((wording(), any::<bool>())), option::of(texts()), option::of(texts()), evidence());
    (says, 1..=3u8, option::of(0..90u32), work(), any::<bool>()).prop_map(
        |((base, other, why, pitfall, evidence), number, minutes, work, may_be_not_applicable)| {
            // A variant says at least what its base says.
            let own = other.map(|(other, all)| Wording {
                largely: other.largely.or_else(|| base.largely.clone()),
                partly: base.partly.clone(),
                measure: if all { other.measure } else { base.measure.clone() },
                ..other
            });
            Requirement {
                id: "later".into(),
                level: level(number),
                base,
                variants: own.into_iter().map(|own| ("mixed-2".into(), own)).collect(),
                why,
                pitfall,
                evidence,
                ask: minutes.map(|_| RoleId("boss".into())),
                minutes,
                work,
                may_be_not_applicable,
            }
        },
    )
}

fn wording() -> impl Strategy<Value = Wording> {
    (texts(), texts(), option::of(texts()), option::of(texts()), texts())
        .prop_map(|(text, met, largely, partly, measure)| Wording { text, met, largely, partly, measure })
}

fn evidence() -> impl Strategy<Value = Vec<Evidence>> {
    let one = || text().prop_map(|text| text.replace('\n', " "));
    vec((select(EvidenceKind::ALL.to_vec()), one(), one()), 1..5).prop_map(|mut all| {
        all.sort_by_key(|(kind, ..)| *kind);
        all.into_iter().map(|(kind, zh, en)| Evidence { kind, text: Bilingual { zh, en } }).collect()
    })
}

fn work() -> impl Strategy<Value = Work> {
    let range = || option::of((0..9u32, 0..9u32).prop_map(|(low, more)| (low, low + more)));
    let known = (any::<bool>(), any::<bool>());
    (select(Effort::ALL.to_vec()), range(), range(), subsequence(WorkKind::ALL.to_vec(), 0..=5), known).prop_map(
        |(effort, days, weeks, kinds, (costs, helps))| Work {
            effort,
            days,
            weeks,
            kinds,
            cost: costs.then(|| CostId("20k-100k".into())),
            after: Vec::new(),
            instruments: if helps {
                vec![InstrumentId("voucher".into()), InstrumentId("grant".into())]
            } else {
                Vec::new()
            },
        },
    )
}

type Lists = (Vec<Rule>, Vec<CostClass>, Vec<Instrument>, (Exact, Exact), [Exact; 3]);

fn lists() -> impl Strategy<Value = Lists> {
    let points = (1..500i64, 501..999i64).prop_map(|(low, high)| (Exact::ratio(low, 1000), Exact::ratio(high, 1000)));
    (vec((texts(), texts()), 0..3), texts(), points, [1..90i64, 1..90i64, 1..90i64]).prop_map(
        |(rules, name, points, weights)| {
            let rules = rules.into_iter().map(|(title, text)| Rule { title, text, source: source() }).collect();
            let costs = vec![CostClass { id: CostId("20k-100k".into()), name: name.clone(), source: source() }];
            let instrument = |id: &str| Instrument {
                id: InstrumentId(id.into()),
                name: name.clone(),
                meaning: name.clone(),
                source: source(),
            };
            let instruments = vec![instrument("voucher"), instrument("grant")];
            (rules, costs, instruments, points, weights.map(|weight| Exact::ratio(weight, 8)))
        },
    )
}

fn texts() -> impl Strategy<Value = Bilingual> {
    (text(), text()).prop_map(|(zh, en)| Bilingual { zh, en })
}

fn words() -> impl Strategy<Value = String> {
    text().prop_map(|text| text.replace('\n', " "))
}

/// Short enough for every limit, and trimmed as all texts are.
fn text() -> impl Strategy<Value = String> {
    const PIECES: [&str; 22] = [
        "现场",
        "Floor",
        "“引号”",
        "\"",
        "\\",
        "\n",
        "\t",
        "=1+1",
        "'",
        "_x0041_",
        "_x000D_",
        "&amp;",
        "<b>",
        "é",
        "🦄",
        "0.80",
        "1",
        "true",
        ",",
        "、",
        " ",
        "#",
    ];
    vec(select(PIECES.to_vec()), 1..4).prop_map(|pieces| {
        let text = pieces.concat().trim().to_owned();
        if text.is_empty() { "空".into() } else { text }
    })
}

fn level(number: u8) -> Level {
    Level::new(number.into()).unwrap()
}

fn source() -> SourceId {
    SourceId("ours".into())
}
