//! The plan: gaps bundled into projects, and the projects laid out in time.
//!
//! A project is what one sub-domain has to close at one level: its measures are done by the same people on the same
//! floor. The gaps' order decides which goes first; one begins when those it waits for are done and one of
//! the plant's teams is free, and their numbers follow their beginnings. All of it is our own rule, reckoned with the
//! questionnaire's estimates, and no promise.

use std::collections::{BTreeMap, BTreeSet};

use crate::assessment::Assessment;
use crate::exact::Exact;
use crate::questionnaire::{CostId, DimensionId, Effort, InstrumentId, Level, Questionnaire, RequirementId, WorkKind};
use crate::scoring::{Gap, Scorecard, Standing};

/// How many projects a plant drives at the same time.
pub const TEAMS: usize = 3;

/// A plant of fewer employees than this drives one: measures are written for one of about 150.
pub const SMALL: u32 = 50;

/// How many projects are planned that only add a margin: a plant that is where it wants to be needs no list of years.
pub const MARGINS: usize = 8;

/// The weeks in a year.
const YEAR: u32 = 52;

/// The projects up to the target level, in the order in which they begin. Gaps that only add a margin make projects
/// when there are no others, and then [`MARGINS`] at most.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan<'a> {
    pub projects: Vec<Project<'a>>,
    /// How many of them run at the same time.
    pub teams: usize,
}

/// What one sub-domain has to close at one level.
#[derive(Clone, Debug, PartialEq)]
pub struct Project<'a> {
    pub dimension: &'a DimensionId,
    pub level: Level,
    pub standing: Standing,
    /// In order of work.
    pub gaps: Vec<&'a Gap>,
    /// What the plant's score at the level rises by when all gaps are closed, 0–1.
    pub gain: Exact,
    /// People-days, from – to; `None` where an estimate is lacking.
    pub days: Option<(u32, u32)>,
    /// How many measures are of which class of cost, the cheapest first; measures without one are not counted.
    pub costs: Vec<(&'a CostId, usize)>,
    pub kinds: BTreeSet<WorkKind>,
    pub instruments: Vec<&'a InstrumentId>,
    /// Weeks from its beginning to its end when the estimates' upper ends hold.
    pub weeks: u32,
    /// Whether the questionnaire gives a time for every measure; otherwise our own rule stands in.
    pub weeks_given: bool,
    /// The week it begins in, from 0.
    pub start: u32,
    /// The projects it waits for, by their places in the plan.
    pub after: Vec<usize>,
    /// What it waits for and no project closes, because its level is met without.
    pub to_complete: Vec<&'a RequirementId>,
    /// What it waits for and nobody has rated: it may be there, or not.
    pub to_clear_up: Vec<&'a RequirementId>,
}

/// When a project is to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Phase {
    /// Months 1–12.
    First,
    /// Months 13–24.
    Second,
    /// Months 25–36.
    Third,
    Later,
}

impl Phase {
    pub const ALL: [Phase; 4] = [Phase::First, Phase::Second, Phase::Third, Phase::Later];
}

/// The plan of an assessment. `questionnaire` is the edition it answers and `scorecard` its result.
pub fn plan<'a>(questionnaire: &'a Questionnaire, assessment: &Assessment, scorecard: &'a Scorecard) -> Plan<'a> {
    let mut bundles: Vec<Vec<&Gap>> = Vec::new();
    let wanted = || scorecard.gaps.iter().filter(|gap| gap.level <= assessment.target);
    let margins_only = wanted().all(|gap| gap.standing == Standing::Margin);
    for gap in wanted().filter(|gap| margins_only || gap.standing != Standing::Margin) {
        let same = |bundle: &&mut Vec<&Gap>| bundle[0].dimension == gap.dimension && bundle[0].level == gap.level;
        match bundles.iter_mut().find(same) {
            Some(bundle) => bundle.push(gap),
            None => bundles.push(vec![gap]),
        }
    }
    if margins_only {
        bundles.truncate(MARGINS);
    }
    let mut projects: Vec<Project> = bundles.into_iter().map(|gaps| project(questionnaire, gaps)).collect();
    let owner: BTreeMap<&RequirementId, usize> = projects
        .iter()
        .enumerate()
        .flat_map(|(place, project)| project.gaps.iter().map(move |gap| (&gap.requirement, place)))
        .collect();
    let rated: BTreeSet<&RequirementId> = scorecard.gaps.iter().map(|gap| &gap.requirement).collect();
    for (place, project) in projects.iter_mut().enumerate() {
        for needed in project.gaps.iter().flat_map(|gap| &gap.waits_for) {
            let unplanned = match rated.contains(needed) {
                true => &mut project.to_complete,
                false => &mut project.to_clear_up,
            };
            match owner.get(needed) {
                Some(&other) if other != place && !project.after.contains(&other) => project.after.push(other),
                None if !unplanned.contains(&needed) => unplanned.push(needed),
                _ => {}
            }
        }
    }
    let teams = if assessment.site.employees.is_some_and(|employees| employees < SMALL) { 1 } else { TEAMS };
    schedule(&mut projects, teams);
    Plan { projects: in_order_of_beginning(projects), teams }
}

/// Renumbers the projects, and what they wait for with them.
fn in_order_of_beginning(projects: Vec<Project>) -> Vec<Project> {
    let mut numbered: Vec<(usize, Project)> = projects.into_iter().enumerate().collect();
    numbered.sort_by_key(|(_, project)| project.start);
    let order: Vec<usize> = numbered.iter().map(|(place, _)| *place).collect();
    let renumber = |before: usize| order.iter().position(|place| *place == before).unwrap_or(before);
    let renumbered = numbered.into_iter().map(|(_, mut project)| {
        project.after = project.after.into_iter().map(renumber).collect();
        project.after.sort_unstable();
        project
    });
    renumbered.collect()
}

fn project<'a>(questionnaire: &'a Questionnaire, gaps: Vec<&'a Gap>) -> Project<'a> {
    let works: Vec<_> = gaps
        .iter()
        .filter_map(|gap| questionnaire.requirement(&gap.requirement))
        .map(|requirement| (&requirement.id, &requirement.work))
        .collect();
    let days: Option<Vec<(u32, u32)>> = works.iter().map(|(_, work)| work.days).collect();
    let costs = questionnaire
        .costs
        .iter()
        .map(|class| (&class.id, works.iter().filter(|(_, work)| work.cost.as_ref() == Some(&class.id)).count()));
    let mut instruments: Vec<&InstrumentId> = Vec::new();
    for instrument in works.iter().flat_map(|(_, work)| &work.instruments) {
        if !instruments.contains(&instrument) {
            instruments.push(instrument);
        }
    }
    // Measures of one project run side by side, unless one follows another.
    let mut ends: BTreeMap<&RequirementId, u32> = BTreeMap::new();
    for (id, work) in &works {
        let begin = work.after.iter().filter_map(|before| ends.get(before)).max().copied().unwrap_or(0);
        ends.insert(id, begin + work.weeks.map_or_else(|| weeks_of(work.effort), |(_, to)| to));
    }
    Project {
        dimension: &gaps[0].dimension,
        level: gaps[0].level,
        standing: gaps[0].standing,
        gain: gaps.iter().map(|gap| gap.gain.clone()).sum(),
        days: days.map(|days| days.iter().fold((0, 0), |(from, to), day| (from + day.0, to + day.1))),
        costs: costs.filter(|(_, count)| *count > 0).collect(),
        kinds: works.iter().flat_map(|(_, work)| work.kinds.iter().copied()).collect(),
        instruments,
        weeks: ends.into_values().max().unwrap_or(0),
        weeks_given: works.iter().all(|(_, work)| work.weeks.is_some()),
        start: 0,
        after: Vec::new(),
        to_complete: Vec::new(),
        to_clear_up: Vec::new(),
        gaps,
    }
}

/// Where a questionnaire gives no lead time.
fn weeks_of(effort: Effort) -> u32 {
    match effort {
        Effort::Small => 8,
        Effort::Medium => 20,
        Effort::Large => 40,
    }
}

/// Gives every project the earliest week in which a team is free and all it waits for is done: of those that could begin
/// first, the first in order.
fn schedule(projects: &mut [Project], teams: usize) {
    let mut free = vec![0u32; teams];
    let mut waiting: Vec<usize> = (0..projects.len()).collect();
    let mut done: BTreeMap<usize, u32> = BTreeMap::new();
    while !waiting.is_empty() {
        let team = (0..teams).min_by_key(|team| free[*team]).unwrap_or(0);
        let start = |place: &usize| {
            let done_before = projects[*place].after.iter().filter_map(|before| done.get(before)).max().copied();
            free[team].max(done_before.unwrap_or(0))
        };
        // Projects may wait for one another by different measures: then the first in order goes ahead.
        let ready = |place: &&usize| projects[**place].after.iter().all(|before| done.contains_key(before));
        let next = waiting.iter().filter(ready).min_by_key(|place| start(place)).copied().unwrap_or(waiting[0]);
        let begins = start(&next);
        waiting.retain(|place| *place != next);
        let project = &mut projects[next];
        project.start = begins;
        free[team] = project.end();
        done.insert(next, project.end());
    }
}

impl Project<'_> {
    /// The week after its last one.
    pub fn end(&self) -> u32 {
        self.start + self.weeks
    }

    /// The months that it falls into, from 1.
    pub fn months(&self) -> (u32, u32) {
        let month = |week: u32| week * 12 / YEAR + 1;
        (month(self.start), month(self.end().saturating_sub(1).max(self.start)))
    }

    /// The phase in which it begins: what runs over a year's end counts where it begins.
    pub fn phase(&self) -> Phase {
        match self.start / YEAR {
            0 => Phase::First,
            1 => Phase::Second,
            2 => Phase::Third,
            _ => Phase::Later,
        }
    }
}

impl<'a> Plan<'a> {
    /// The place of the project that closes a gap; `None` where none does, for it would only add a margin.
    pub fn project_of(&self, gap: &Gap) -> Option<usize> {
        self.projects.iter().position(|project| project.gaps.iter().any(|own| own.requirement == gap.requirement))
    }

    /// The projects of a phase, with their places in the plan.
    pub fn of(&self, phase: Phase) -> impl Iterator<Item = (usize, &Project<'a>)> {
        self.projects.iter().enumerate().filter(move |(_, project)| project.phase() == phase)
    }

    /// The month, from 1, in which the projects have raised the plant's score at a level by so much; `None` where they
    /// never do.
    pub fn month_of(&self, level: Level, gain: &Exact) -> Option<u32> {
        let mut projects: Vec<&Project> = self.projects.iter().filter(|project| project.level == level).collect();
        projects.sort_by_key(|project| project.end());
        let mut gained = Exact::zero();
        projects.into_iter().find_map(|project| {
            gained = gained.clone() + project.gain.clone();
            (gained >= *gain).then(|| project.months().1)
        })
    }
}
