//! Which tiers an assessment stands at, condition by condition, with what is lacking.

use std::collections::BTreeSet;

use super::{ConditionKind, Ladder, Tier, Tiers};
use crate::assessment::{Assessment, FactAnswer};
use crate::facts;
use crate::questionnaire::Level;
use crate::scoring::Scorecard;

#[derive(Clone, Debug, PartialEq)]
pub struct LadderResult<'a> {
    pub ladder: &'a Ladder,
    pub tiers: Vec<TierResult<'a>>,
    /// The tier that the plant says it holds.
    pub held: Option<&'a Tier>,
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

/// How a tier stands as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Standing {
    Met,
    /// Every condition that is decided here is met; the rest is the authority's.
    RestForAuthority,
    /// At least one condition is not met, whatever the others are.
    NotMet,
    /// None is known not to be met, and at least one that is decided here is unknown.
    Unknown,
    /// No condition is decided here.
    AllForAuthority,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Lacking {
    AboveScale(Stated),
    Fact(Stated),
    /// The level that the plant is at, by what was rated.
    Level(Option<Level>),
    /// Questions up to the level are not asked: the target is below it.
    TargetBelow(Level),
    /// An own questionnaire was answered, whose levels are not those meant here.
    OtherQuestionnaire,
    /// Links without a ticked scene, by id.
    Links(Vec<String>),
    /// So many scenes with artificial intelligence among so many; it takes at least so many of them.
    AiShare {
        with: usize,
        of: usize,
        least: usize,
    },
    /// The tier that must be held, by id. With [`Stated::No`] a lower one or none is held.
    Holds {
        least: String,
        stated: Stated,
    },
    /// It is not decided here.
    Authority,
}

/// What was said where a yes was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Stated {
    Nothing,
    NotKnown,
    No,
    NotApplicable,
}

impl<'a> LadderResult<'a> {
    /// The highest tier that the plant could claim: up to it, without a gap, everything that is decided here is met.
    /// `None` where that is no more than the tier held.
    pub fn best(&self) -> Option<&TierResult<'a>> {
        let met = self.tiers.iter().take_while(|tier| tier.decided_conditions_met()).count();
        self.tiers[..met].iter().skip(self.count_held()).last()
    }

    /// The tier to work on: the first above the one held that is not met as far as is decided here. `None` at the top.
    pub fn next(&self) -> Option<&TierResult<'a>> {
        self.tiers[self.count_held()..].iter().find(|tier| !tier.decided_conditions_met())
    }

    /// A tier that is held holds those below it too.
    fn count_held(&self) -> usize {
        let place = |held: &Tier| self.tiers.iter().position(|result| result.tier.id == held.id);
        self.held.and_then(place).map_or(0, |place| place + 1)
    }
}

impl TierResult<'_> {
    pub fn standing(&self) -> Standing {
        let decided = self.conditions.iter().filter(|condition| condition.is_decided());
        let (count, not_met, unknown) = (decided.count(), self.count(State::NotMet), self.count(State::Unknown));
        match (count, not_met, unknown) {
            (0, _, _) => Standing::AllForAuthority,
            (_, 1.., _) => Standing::NotMet,
            (_, 0, 1..) => Standing::Unknown,
            (_, 0, 0) if count < self.conditions.len() => Standing::RestForAuthority,
            (_, 0, 0) => Standing::Met,
        }
    }

    /// How many of the conditions that are decided here are in this state.
    pub fn count(&self, state: State) -> usize {
        self.conditions.iter().filter(|condition| condition.is_decided() && condition.state == state).count()
    }

    fn decided_conditions_met(&self) -> bool {
        matches!(self.standing(), Standing::Met | Standing::RestForAuthority)
    }
}

impl ConditionResult {
    /// It is not left to the authority.
    pub fn is_decided(&self) -> bool {
        self.lacking != Some(Lacking::Authority)
    }
}

/// Holds an assessment against every ladder. `scorecard` must be the assessment's own.
pub fn evaluate<'a>(tiers: &'a Tiers, assessment: &Assessment, scorecard: &Scorecard) -> Vec<LadderResult<'a>> {
    let tier = |ladder: &Ladder, tier: &'a Tier| {
        let decide = |kind| decide(tiers, ladder, kind, assessment, scorecard);
        TierResult { tier, conditions: tier.conditions.iter().map(|condition| decide(&condition.kind)).collect() }
    };
    let ladder = |ladder: &'a Ladder| LadderResult {
        ladder,
        tiers: ladder.tiers.iter().map(|it| tier(ladder, it)).collect(),
        held: facts::choice(assessment, &ladder.title)
            .and_then(|held| ladder.tiers.iter().find(|tier| tier.id == held)),
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
    match kind {
        ConditionKind::AboveScale => match assessment.site.above_scale {
            Some(true) => met(),
            Some(false) => unless(Stated::No, Lacking::AboveScale),
            None => unless(Stated::Nothing, Lacking::AboveScale),
        },
        ConditionKind::Fact(fact) => match assessment.fact(fact) {
            Some(FactAnswer::YesNo(true)) => met(),
            Some(FactAnswer::YesNo(false)) => unless(Stated::No, Lacking::Fact),
            other => unless(not_stated(other), Lacking::Fact),
        },
        ConditionKind::Level(level) => of_level(*level, assessment, scorecard),
        ConditionKind::Links(links) => of_links(links, tiers, assessment),
        ConditionKind::AiShare(percent) => of_ai_share(*percent, tiers, assessment),
        ConditionKind::Holds { fact, least } => {
            let place = |id: &str| ladder.tiers.iter().position(|tier| tier.id == id);
            let lacking = |stated| Lacking::Holds { least: least.clone(), stated };
            match facts::choice(assessment, fact) {
                Some(held) if place(held) >= place(least) => met(),
                Some(_) => unless(Stated::No, lacking),
                None => unless(not_stated(assessment.fact(fact)), lacking),
            }
        }
        ConditionKind::Authority => lacks(State::Unknown, Lacking::Authority),
    }
}

fn of_level(level: Level, assessment: &Assessment, scorecard: &Scorecard) -> ConditionResult {
    let band = &scorecard.plant.band;
    if !assessment.edition.is_shipped() {
        lacks(State::Unknown, Lacking::OtherQuestionnaire)
    } else if band.worst.reached >= Some(level) {
        met()
    } else if assessment.target < level && band.best.reached == Some(assessment.target) {
        lacks(State::Unknown, Lacking::TargetBelow(level))
    } else if band.best.reached >= Some(level) {
        lacks(State::Unknown, Lacking::Level(scorecard.plant.reached))
    } else {
        lacks(State::NotMet, Lacking::Level(scorecard.plant.reached))
    }
}

fn of_links(links: &[String], tiers: &Tiers, assessment: &Assessment) -> ConditionResult {
    let covered: BTreeSet<&str> = tiers.ticked(assessment).filter_map(|(scene, _)| tiers.link_of(scene)).collect();
    let missing: Vec<String> = links.iter().filter(|link| !covered.contains(link.as_str())).cloned().collect();
    match (missing.is_empty(), covered.is_empty()) {
        (true, _) => met(),
        // Nothing ticked at all is no statement that nothing is there.
        (false, true) => lacks(State::Unknown, Lacking::Links(missing)),
        (false, false) => lacks(State::NotMet, Lacking::Links(missing)),
    }
}

fn of_ai_share(percent: u32, tiers: &Tiers, assessment: &Assessment) -> ConditionResult {
    let of = tiers.ticked(assessment).count();
    let with = tiers.ticked(assessment).filter(|(_, scene)| scene.uses_ai).count();
    let least = (of * percent as usize).div_ceil(100);
    match of {
        0 => lacks(State::Unknown, Lacking::AiShare { with, of, least }),
        _ if with >= least => met(),
        _ => lacks(State::NotMet, Lacking::AiShare { with, of, least }),
    }
}

/// Why a fact is neither the yes nor the no that was asked for.
fn not_stated(answer: Option<&FactAnswer>) -> Stated {
    match answer {
        Some(FactAnswer::Unknown) => Stated::NotKnown,
        Some(FactAnswer::NotApplicable) => Stated::NotApplicable,
        _ => Stated::Nothing,
    }
}

/// Not met by a no, and unknown by anything else.
fn unless(stated: Stated, lacking: impl Fn(Stated) -> Lacking) -> ConditionResult {
    let state = if stated == Stated::No { State::NotMet } else { State::Unknown };
    lacks(state, lacking(stated))
}

fn met() -> ConditionResult {
    ConditionResult { state: State::Met, lacking: None }
}

fn lacks(state: State, lacking: Lacking) -> ConditionResult {
    ConditionResult { state, lacking: Some(lacking) }
}
