//! Which tiers an assessment stands at, condition by condition, with what is lacking.

use std::collections::BTreeSet;

use super::{ConditionKind, Ladder, Tier, Tiers};
use crate::assessment::Assessment;
use crate::facts;
use crate::questionnaire::Level;
use crate::scoring::Scorecard;

#[derive(Clone, Debug, PartialEq)]
pub struct LadderResult<'a> {
    pub ladder: &'a Ladder,
    pub tiers: Vec<TierResult<'a>>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct TierResult<'a> {
    pub tier: &'a Tier,
    /// One per condition, in order.
    pub conditions: Vec<ConditionResult>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct ConditionResult {
    pub state: State,
    /// What would have to be there; `None` where it is met.
    pub lacking: Option<Lacking>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum State {
    Met,
    NotMet,
    Unknown,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Lacking {
    /// Whether the firm is above scale was not stated, or it is not.
    AboveScale,
    /// The fact was not stated, or is no.
    Fact,
    /// The level that the plant is at, by what was rated.
    Level(Option<Level>),
    /// Questions up to the level are not asked yet: the target is below it.
    TargetBelow(Level),
    /// Links without a ticked scene, by id.
    Links(Vec<String>),
    /// So many scenes with artificial intelligence among so many.
    AiShare { with: usize, of: usize },
    /// The tier that must be held.
    Holds(String),
    /// It is not decided here.
    Unpublished,
}

impl TierResult<'_> {
    /// Not met as soon as one condition is not met; unknown while one is unknown.
    pub fn state(&self) -> State {
        let has = |state| self.conditions.iter().any(|condition| condition.state == state);
        if has(State::NotMet) {
            State::NotMet
        } else if has(State::Unknown) {
            State::Unknown
        } else {
            State::Met
        }
    }

    /// Every condition that can be checked here is met; what is left is not published.
    pub fn stated_conditions_met(&self) -> bool {
        let unpublished = |result: &ConditionResult| result.lacking == Some(Lacking::Unpublished);
        self.conditions.iter().all(|condition| condition.state == State::Met || unpublished(condition))
    }

    /// Conditions that can be checked here and are not known to be met.
    pub fn missing(&self) -> usize {
        let open =
            |result: &&ConditionResult| result.state != State::Met && result.lacking != Some(Lacking::Unpublished);
        self.conditions.iter().filter(open).count()
    }
}

/// Holds an assessment against every ladder. `scorecard` must be the assessment's own.
pub fn evaluate<'a>(tiers: &'a Tiers, assessment: &Assessment, scorecard: &Scorecard) -> Vec<LadderResult<'a>> {
    let condition = |ladder: &Ladder, kind: &ConditionKind| decide(tiers, ladder, kind, assessment, scorecard);
    let ladder = |ladder: &'a Ladder| LadderResult {
        ladder,
        tiers: ladder
            .tiers
            .iter()
            .map(|tier| TierResult {
                tier,
                conditions: tier.conditions.iter().map(|it| condition(ladder, &it.kind)).collect(),
            })
            .collect(),
    };
    tiers.ladders.iter().map(ladder).collect()
}

fn decide(
    tiers: &Tiers,
    ladder: &Ladder,
    kind: &ConditionKind,
    assessment: &Assessment,
    scorecard: &Scorecard,
) -> ConditionResult {
    let answered = |yes: Option<bool>, lacking: Lacking| match yes {
        Some(true) => met(),
        Some(false) => lacks(State::NotMet, lacking),
        None => lacks(State::Unknown, lacking),
    };
    match kind {
        ConditionKind::AboveScale => answered(assessment.site.above_scale, Lacking::AboveScale),
        ConditionKind::Fact(fact) => answered(facts::yes(assessment, fact), Lacking::Fact),
        ConditionKind::Level(level) => of_level(*level, assessment, scorecard),
        ConditionKind::Links(links) => {
            let covered: BTreeSet<&str> = ticked(tiers, assessment).filter_map(|scene| tiers.link_of(scene)).collect();
            let missing: Vec<String> = links.iter().filter(|link| !covered.contains(link.as_str())).cloned().collect();
            match (missing.is_empty(), covered.is_empty()) {
                (true, _) => met(),
                // Nothing ticked at all is no statement that nothing is there.
                (false, true) => lacks(State::Unknown, Lacking::Links(missing)),
                (false, false) => lacks(State::NotMet, Lacking::Links(missing)),
            }
        }
        ConditionKind::AiShare(percent) => {
            let of = ticked(tiers, assessment).count();
            let uses_ai = |scene: &&super::Scene| assessment.typical_scene(&scene.id).is_some_and(|it| it.uses_ai);
            let with = ticked(tiers, assessment).filter(uses_ai).count();
            match of {
                0 => lacks(State::Unknown, Lacking::AiShare { with, of }),
                _ if with * 100 >= of * *percent as usize => met(),
                _ => lacks(State::NotMet, Lacking::AiShare { with, of }),
            }
        }
        ConditionKind::Holds { fact, least } => {
            let place = |id: &str| ladder.tiers.iter().position(|tier| tier.id == id);
            let held = facts::choice(assessment, fact);
            answered(held.map(|held| place(held) >= place(least)), Lacking::Holds(least.clone()))
        }
        ConditionKind::Unpublished => lacks(State::Unknown, Lacking::Unpublished),
    }
}

fn of_level(level: Level, assessment: &Assessment, scorecard: &Scorecard) -> ConditionResult {
    let band = &scorecard.plant.band;
    if band.worst.reached >= Some(level) {
        met()
    } else if assessment.target < level && band.best.reached == Some(assessment.target) {
        lacks(State::Unknown, Lacking::TargetBelow(level))
    } else if band.best.reached >= Some(level) {
        lacks(State::Unknown, Lacking::Level(scorecard.plant.reached))
    } else {
        lacks(State::NotMet, Lacking::Level(scorecard.plant.reached))
    }
}

fn ticked<'a>(tiers: &'a Tiers, assessment: &'a Assessment) -> impl Iterator<Item = &'a super::Scene> {
    tiers.scenes.iter().filter(|scene| assessment.typical_scene(&scene.id).is_some())
}

fn met() -> ConditionResult {
    ConditionResult { state: State::Met, lacking: None }
}

fn lacks(state: State, lacking: Lacking) -> ConditionResult {
    ConditionResult { state, lacking: Some(lacking) }
}
