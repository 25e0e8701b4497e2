//! Answers → scorecard, exactly, with the working shown.
//!
//! After GB/T 39117-2020 as second-hand sources tell it; the rules with their provenance stand in the
//! questionnaire's `model.toml`. In short: a sub-domain's score at a level is the mean of its ratings there;
//! domains, elements and the level itself (A₁, A₂ …) are weighted sums; a level is met when its score reaches the
//! gate and every lower level is met; met levels count 1, the first one not met counts its score.
//!
//! What is open (unanswered, not known, or "not applicable" without a reason) counts neither way: scores rest on
//! what was rated, and a [`Band`] shows the result if everything open turns out not met, and if it turns out met.
//! Whatever the open answers become, the final result lies in the band.

mod gap;
mod safety;

use crate::assessment::{Assessment, Conclusion, Part, Scope};
use crate::exact::Exact;
use crate::questionnaire::{Dimension, DimensionId, Level, Questionnaire, Rating, VariantId};

pub use gap::{Gap, Standing};
pub use safety::NarrowlyMet;

/// The result of one assessment with everything that led to it: screens, reports and files read it and compute
/// nothing themselves.
#[derive(Clone, Debug, PartialEq)]
pub struct Scorecard {
    pub variant: VariantId,
    /// The whole plant. Its cells are A₁, A₂ … of the levels that have requirements.
    pub plant: Outcome,
    /// Every dimension of the questionnaire, parents before children; those left out say so in `part`.
    pub nodes: Vec<Node>,
    /// `None` when every level that is asked is met.
    pub next: Option<NextLevel>,
    /// What to close, the most rewarding first.
    pub gaps: Vec<Gap>,
}

/// One dimension's part in the result.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    pub dimension: DimensionId,
    /// 0 for an element.
    pub depth: usize,
    pub leaf: bool,
    pub part: Part,
    /// The declared weight among its siblings in percent; `None` when the variant leaves it out.
    pub weight: Option<u32>,
    pub outcome: Outcome,
}

/// How the plant or a dimension stands, by the same rule for all (for dimensions, that is our own reading).
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// One per level that is asked about, see [`Scope::levels`], in rising order.
    pub cells: Vec<Cell>,
    /// The highest level met, `None` below the first; see [`Outcome::is_known`].
    pub reached: Option<Level>,
    /// 0–5: 1 for each level met, plus the score of the first one not met; see [`Outcome::is_known`].
    pub total: Exact,
    pub band: Band,
    pub tally: Tally,
}

/// One level of the plant or a dimension.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    pub level: Level,
    /// 0–1, over what was rated; `None` when nothing was.
    pub score: Option<Exact>,
    /// The score if everything open turns out not met; `None` when nothing is asked here.
    pub worst: Option<Exact>,
    /// The score if everything open turns out met; `None` when nothing is asked here.
    pub best: Option<Exact>,
    /// The score reaches the gate and so do all lower ones.
    pub met: bool,
    /// The weight among the siblings that the score above was computed with, 0–1 (1 for the plant); `None` when
    /// this cell has no score and its siblings' weights were scaled up in its place.
    pub weight: Option<Exact>,
    /// The product of the weights from here up: what one point here adds to the plant's score at this level.
    pub share: Option<Exact>,
    pub tally: Tally,
}

/// The result if all that is open turns out worst, and if best.
#[derive(Clone, Debug, PartialEq)]
pub struct Band {
    pub worst: Bound,
    pub best: Bound,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Bound {
    pub reached: Option<Level>,
    pub total: Exact,
}

/// The first level not met.
#[derive(Clone, Debug, PartialEq)]
pub struct NextLevel {
    pub level: Level,
    /// Its score, 0 while nothing is rated there.
    pub score: Exact,
    /// Gate minus score, above 0.
    pub missing: Exact,
}

/// How many requirements have which kind of answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub asked: usize,
    /// In the order of [`Rating::ALL`].
    pub rated: [usize; 4],
    pub not_applicable: usize,
    pub unknown: usize,
    pub unanswered: usize,
}

/// Scores an assessment. `questionnaire` must be the edition it answers; answers to requirements that the
/// questionnaire does not have, or that are out of scope, count nothing.
pub fn score(questionnaire: &Questionnaire, assessment: &Assessment) -> Scorecard {
    let scope = Scope::of(questionnaire, assessment);
    let levels = scope.levels(questionnaire);
    let mut tree: Vec<Branch> = questionnaire
        .elements
        .iter()
        .map(|element| Branch::grow(element, &levels, questionnaire, assessment, &scope))
        .collect();
    let mut cells = weighted_sums(&levels, &mut tree);
    for cell in &mut cells {
        cell.weight = Some(Exact::one());
        cell.share = Some(Exact::one());
    }
    share_out(&cells, &mut tree);

    let plant = Outcome::of(cells, &questionnaire.gate);
    let mut nodes = Vec::new();
    for branch in tree {
        branch.flatten(0, questionnaire, &scope, &mut nodes);
    }
    let next = plant.cells.iter().find(|cell| !cell.met).map(|cell| {
        let score = cell.score.clone().unwrap_or_else(Exact::zero);
        NextLevel { level: cell.level, missing: questionnaire.gate.clone() - score.clone(), score }
    });
    let gaps = gap::gaps(questionnaire, assessment, &plant, &nodes);
    Scorecard { variant: assessment.variant.clone(), plant, nodes, next, gaps }
}

/// A dimension with its cells while the tree is computed.
struct Branch<'a> {
    dimension: &'a Dimension,
    weight: Option<u32>,
    cells: Vec<Cell>,
    children: Vec<Branch<'a>>,
}

impl<'a> Branch<'a> {
    fn grow(
        dimension: &'a Dimension,
        levels: &[Level],
        questionnaire: &Questionnaire,
        assessment: &Assessment,
        scope: &Scope,
    ) -> Branch<'a> {
        let grow = |child| Branch::grow(child, levels, questionnaire, assessment, scope);
        let mut children: Vec<Branch> = dimension.children.iter().map(grow).collect();
        let cells = if !scope.includes(&dimension.id) {
            levels.iter().map(|level| Cell::unasked(*level)).collect()
        } else if children.is_empty() {
            levels.iter().map(|level| mean(*level, dimension, questionnaire, assessment)).collect()
        } else {
            weighted_sums(levels, &mut children)
        };
        Branch { dimension, weight: dimension.weight(&assessment.variant), cells, children }
    }

    fn flatten(self, depth: usize, questionnaire: &Questionnaire, scope: &Scope, nodes: &mut Vec<Node>) {
        nodes.push(Node {
            dimension: self.dimension.id.clone(),
            depth,
            leaf: self.dimension.children.is_empty(),
            part: scope.part(&self.dimension.id).clone(),
            weight: self.weight,
            outcome: Outcome::of(self.cells, &questionnaire.gate),
        });
        for child in self.children {
            child.flatten(depth + 1, questionnaire, scope, nodes);
        }
    }
}

/// A sub-domain's cell: the mean of its ratings, and of what they may become.
fn mean(level: Level, dimension: &Dimension, questionnaire: &Questionnaire, assessment: &Assessment) -> Cell {
    let mut cell = Cell::unasked(level);
    let mut points = Exact::zero();
    for requirement in dimension.requirements.iter().filter(|requirement| requirement.level == level) {
        let conclusion = assessment.entry(&requirement.id).conclusion(requirement);
        cell.tally.count(conclusion);
        if let Conclusion::Rated(rating) = conclusion {
            points = points + questionnaire.rating(rating).points.clone();
        }
    }
    let rated = cell.tally.rated.iter().sum::<usize>() as i64;
    let open = cell.tally.open() as i64;
    if rated > 0 {
        cell.score = Some(points.clone() / Exact::from(rated));
    }
    if rated + open > 0 {
        cell.worst = Some(points.clone() / Exact::from(rated + open));
        cell.best = Some((points + Exact::from(open)) / Exact::from(rated + open));
    }
    cell
}

/// The cells above siblings, level by level; notes in each sibling's cell the weight it took part with.
fn weighted_sums(levels: &[Level], siblings: &mut [Branch]) -> Vec<Cell> {
    let sum = |place: usize, value: fn(&Cell) -> &Option<Exact>, siblings: &[Branch]| {
        let parts: Vec<(Exact, Exact)> = siblings
            .iter()
            .filter_map(|branch| Some((Exact::from(i64::from(branch.weight?)), value(&branch.cells[place]).clone()?)))
            .collect();
        let weights: Exact = parts.iter().map(|(weight, _)| weight.clone()).sum();
        if weights.is_zero() {
            return (None, weights);
        }
        let points: Exact = parts.into_iter().map(|(weight, value)| weight * value).sum();
        (Some(points / weights.clone()), weights)
    };
    let mut cells = Vec::with_capacity(levels.len());
    for (place, level) in levels.iter().enumerate() {
        let (score, weights) = sum(place, |cell| &cell.score, siblings);
        let mut cell = Cell {
            score,
            worst: sum(place, |cell| &cell.worst, siblings).0,
            best: sum(place, |cell| &cell.best, siblings).0,
            ..Cell::unasked(*level)
        };
        for branch in siblings.iter_mut() {
            let below = &mut branch.cells[place];
            cell.tally.add(&below.tally);
            if let (Some(weight), Some(_)) = (branch.weight, &below.score) {
                below.weight = Some(Exact::from(i64::from(weight)) / weights.clone());
            }
        }
        cells.push(cell);
    }
    cells
}

/// Multiplies the weights from the plant down.
fn share_out(above: &[Cell], siblings: &mut [Branch]) {
    for branch in siblings {
        for (cell, above) in branch.cells.iter_mut().zip(above) {
            if let (Some(weight), Some(share)) = (&cell.weight, &above.share) {
                cell.share = Some(weight.clone() * share.clone());
            }
        }
        share_out(&branch.cells, &mut branch.children);
    }
}

impl Scorecard {
    /// The node of a dimension; `None` only for an id that the questionnaire does not have.
    pub fn node(&self, id: &DimensionId) -> Option<&Node> {
        self.nodes.iter().find(|node| node.dimension == *id)
    }

    /// The leaves, in the questionnaire's order.
    pub fn sub_domains(&self) -> impl Iterator<Item = &Node> {
        self.nodes.iter().filter(|node| node.leaf)
    }

    /// The level that the plant works at: the first not met, else the highest.
    pub fn level_at_work(&self) -> Option<Level> {
        let cells = &self.plant.cells;
        cells.iter().find(|cell| !cell.met).or(cells.last()).map(|cell| cell.level)
    }

    /// What the sub-domains lack of the plant's score at a level, the largest loss first and equals in the questionnaire's
    /// order; those that lack nothing are not named. The losses and the score sum to 1 exactly.
    pub fn losses(&self, level: Level) -> Vec<(&Node, Exact)> {
        let loss = |node: &Node| node.outcome.cell(level)?.loss();
        let mut losses: Vec<(&Node, Exact)> = self.sub_domains().filter_map(|node| Some((node, loss(node)?))).collect();
        losses.sort_by(|one, other| other.1.cmp(&one.1));
        losses
    }

    /// How many of the first gaps, fully met, bring the next level to its gate by what has been rated; `None` when
    /// there is no next level or nothing is rated there.
    pub fn gaps_to_next(&self) -> Option<usize> {
        let missing = &self.next.as_ref()?.missing;
        let mut gained = Exact::zero();
        for (place, gap) in self.gaps.iter().filter(|gap| gap.standing == Standing::Now).enumerate() {
            gained = gained + gap.gain.clone();
            if gained >= *missing {
                return Some(place + 1);
            }
        }
        None
    }

    /// No open answer can change the level any more.
    pub fn level_is_certain(&self) -> bool {
        self.plant.band.worst.reached == self.plant.band.best.reached
    }
}

impl Outcome {
    /// Applies the gate to cells whose scores are known.
    fn of(mut cells: Vec<Cell>, gate: &Exact) -> Outcome {
        let mut all_met = true;
        for cell in &mut cells {
            all_met = all_met && cell.score.as_ref().is_some_and(|score| score >= gate);
            cell.met = all_met;
        }
        let now = climb(&cells, gate, |cell| &cell.score);
        let band =
            Band { worst: climb(&cells, gate, |cell| &cell.worst), best: climb(&cells, gate, |cell| &cell.best) };
        let mut tally = Tally::default();
        for cell in &cells {
            tally.add(&cell.tally);
        }
        Outcome { cells, reached: now.reached, total: now.total, band, tally }
    }

    /// Whether `reached` and `total` tell anything: while the lowest level has no rating there is nothing to climb
    /// from, which is not the same as being below it.
    pub fn is_known(&self) -> bool {
        self.cells.first().is_some_and(|lowest| lowest.score.is_some())
    }

    pub fn cell(&self, level: Level) -> Option<&Cell> {
        self.cells.iter().find(|cell| cell.level == level)
    }
}

/// Climbs level by level: 1 for each one met, then the score of the first one not met, then nothing.
fn climb(cells: &[Cell], gate: &Exact, value: fn(&Cell) -> &Option<Exact>) -> Bound {
    let mut bound = Bound { reached: None, total: Exact::zero() };
    for cell in cells {
        match value(cell) {
            Some(score) if score >= gate => {
                bound.reached = Some(cell.level);
                bound.total = bound.total + Exact::one();
            }
            Some(score) => {
                bound.total = bound.total + score.clone();
                break;
            }
            None => break,
        }
    }
    bound
}

impl Cell {
    /// What the plant's score at this level lacks because of this dimension, 0–1 over what was rated; `None` where it
    /// lacks nothing or nothing was rated.
    pub fn loss(&self) -> Option<Exact> {
        let loss = self.share.clone()? * (Exact::one() - self.score.clone()?);
        (!loss.is_zero()).then_some(loss)
    }

    fn unasked(level: Level) -> Cell {
        Cell {
            level,
            score: None,
            worst: None,
            best: None,
            met: false,
            weight: None,
            share: None,
            tally: Tally::default(),
        }
    }
}

impl Tally {
    /// Requirements that have a rating.
    pub fn rated(&self) -> usize {
        self.rated.iter().sum()
    }

    /// Requirements that could still turn out either way: unanswered, not known, or without the reason why they
    /// are not applicable.
    pub fn open(&self) -> usize {
        self.unknown + self.unanswered
    }

    /// The ratio 0–1 of what is asked that is rated or not applicable; 1 when nothing is asked.
    pub fn completeness(&self) -> Exact {
        match self.asked as i64 {
            0 => Exact::one(),
            asked => Exact::ratio(asked - self.open() as i64, asked),
        }
    }

    fn count(&mut self, conclusion: Conclusion) {
        self.asked += 1;
        match conclusion {
            Conclusion::Rated(rating) => self.rated[rating as usize] += 1,
            Conclusion::NotApplicable { .. } => self.not_applicable += 1,
            Conclusion::Unknown => self.unknown += 1,
            Conclusion::Unanswered => self.unanswered += 1,
        }
    }

    pub(crate) fn add(&mut self, other: &Tally) {
        self.asked += other.asked;
        for (rating, more) in self.rated.iter_mut().zip(other.rated) {
            *rating += more;
        }
        self.not_applicable += other.not_applicable;
        self.unknown += other.unknown;
        self.unanswered += other.unanswered;
    }
}

const _: () = {
    // `Tally::rated` is indexed by rating.
    let mut place = 0;
    while place < Rating::ALL.len() {
        assert!(Rating::ALL[place] as usize == place);
        place += 1;
    }
};
