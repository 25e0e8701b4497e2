//! The scope of an assessment: which dimensions take part, why the others do not, and up to which level is asked.

use std::collections::BTreeMap;

use super::Assessment;
use crate::questionnaire::{Dimension, DimensionId, Level, Questionnaire, Requirement, VariantId};

/// The part each dimension of a questionnaire takes in one assessment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scope {
    parts: BTreeMap<DimensionId, Part>,
    target: Level,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    Included,
    /// The kind of manufacturing has no such dimension.
    NotInVariant,
    /// Left out by the assessor; `by` is the dimension itself or one above it.
    Tailored {
        by: DimensionId,
        reason: String,
    },
}

impl Scope {
    pub fn of(questionnaire: &Questionnaire, assessment: &Assessment) -> Scope {
        let mut parts = BTreeMap::new();
        for element in &questionnaire.elements {
            walk(element, Part::Included, assessment, &mut parts);
        }
        Scope { parts, target: assessment.target }
    }

    pub fn part(&self, id: &DimensionId) -> &Part {
        self.parts.get(id).unwrap_or(&Part::NotInVariant)
    }

    pub fn includes(&self, id: &DimensionId) -> bool {
        *self.part(id) == Part::Included
    }

    /// The levels that are asked about, in rising order.
    pub fn levels(&self, questionnaire: &Questionnaire) -> Vec<Level> {
        questionnaire.asked_levels().into_iter().filter(|level| *level <= self.target).collect()
    }

    /// What is asked in a sub-domain, whatever part it takes.
    pub fn requirements<'a>(&self, dimension: &'a Dimension) -> impl Iterator<Item = &'a Requirement> + use<'a> {
        let target = self.target;
        dimension.requirements.iter().filter(move |requirement| requirement.level <= target)
    }

    /// The sub-domains that are asked about, in the questionnaire's order.
    pub fn sub_domains<'a>(&self, questionnaire: &'a Questionnaire) -> Vec<&'a Dimension> {
        questionnaire.sub_domains().into_iter().filter(|dimension| self.includes(&dimension.id)).collect()
    }
}

fn walk(dimension: &Dimension, above: Part, assessment: &Assessment, parts: &mut BTreeMap<DimensionId, Part>) {
    let part = match above {
        Part::Included => own_part(dimension, &assessment.variant, assessment),
        left_out => left_out,
    };
    for child in &dimension.children {
        walk(child, part.clone(), assessment, parts);
    }
    parts.insert(dimension.id.clone(), part);
}

fn own_part(dimension: &Dimension, variant: &VariantId, assessment: &Assessment) -> Part {
    if dimension.weight(variant).is_none() {
        return Part::NotInVariant;
    }
    match assessment.tailored().get(&dimension.id) {
        Some(reason) if dimension.tailorable && !reason.trim().is_empty() => {
            Part::Tailored { by: dimension.id.clone(), reason: reason.clone() }
        }
        _ => Part::Included,
    }
}
