//! Answers → the index's result, exactly, with the working shown.
//!
//! What is open (unanswered or not known, or a figure that is missing) gives no points yet: `base` is what is sure,
//! `best` what the open questions could still add. Scenes the firm does not have, with a reason, are left out.

use super::{Index, LevelRule, NONE, Question, QuestionKind};
use crate::assessment::{Assessment, Change, FactId, IndexAnswer, QuestionId, SceneAnswer, SceneId};
use crate::exact::Exact;
use crate::facts::{self, Facts, Quotient};

#[derive(Clone, Debug, PartialEq)]
pub struct IndexResult {
    /// 0–100, of what was answered.
    pub base: Exact,
    /// 0–100, if everything open turns out best.
    pub best: Exact,
    /// By dimension, in the index's order: points and the most it can give.
    pub dimensions: Vec<(String, Exact, Exact)>,
    pub questions: Vec<QuestionResult>,
    /// Each scene's level; `None` while open or where the firm does not have it.
    pub scenes: Vec<(SceneId, Option<u8>)>,
    /// Scenes that are neither rated nor left out.
    pub open_scenes: usize,
    /// The level by what was answered, 0 below the first.
    pub level: u8,
    /// The level if everything open turns out best.
    pub best_level: u8,
    /// What the next level still takes; `None` at the highest.
    pub next: Option<Missing>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct QuestionResult {
    pub question: QuestionId,
    /// `None` while open.
    pub points: Option<Exact>,
    pub working: Working,
}

/// How a question came to its points.
#[derive(Clone, Debug, PartialEq)]
pub enum Working {
    /// Unanswered, or a figure is missing.
    Open,
    Unknown,
    Options,
    /// The exact ratio.
    Ratio(Exact),
    /// From two figures where they are there, otherwise as stated.
    Change {
        change: Change,
        figures: Option<(Exact, Exact)>,
    },
    /// The figures cannot be: a part above the whole, or a division by zero.
    Impossible,
}

/// What a level still takes; zeros where enough is there.
#[derive(Clone, Debug, PartialEq)]
pub struct Missing {
    pub level: u8,
    pub points: Exact,
    pub scenes: usize,
    pub constrained: usize,
}

impl IndexResult {
    /// Whether anything of it was answered.
    pub fn begun(&self) -> bool {
        self.questions.iter().any(|question| question.points.is_some() || question.working == Working::Unknown)
            || self.scenes.iter().any(|(_, level)| level.is_some())
    }

    /// Questions without points yet.
    pub fn open_questions(&self) -> usize {
        self.questions.iter().filter(|question| question.points.is_none()).count()
    }
}

/// Scores an assessment by the index.
pub fn score(index: &Index, facts: &Facts, assessment: &Assessment) -> IndexResult {
    let questions: Vec<QuestionResult> =
        index.questions.iter().map(|question| answer(question, facts, assessment)).collect();
    let points = |result: &QuestionResult| result.points.clone().unwrap_or_else(Exact::zero);
    let base: Exact = questions.iter().map(points).sum();
    let best: Exact = index
        .questions
        .iter()
        .zip(&questions)
        .map(|(question, result)| result.points.clone().unwrap_or_else(|| question.most.clone()))
        .sum();
    let dimensions = index.dimensions.iter().map(|dimension| {
        let own = || index.questions.iter().zip(&questions).filter(|(question, _)| question.dimension == dimension.id);
        let most = own().map(|(question, _)| question.most.clone()).sum();
        (dimension.id.clone(), own().map(|(_, result)| points(result)).sum(), most)
    });

    let scene = |id: &SceneId| match assessment.scene(id) {
        Some(SceneAnswer::Level(level)) => Rated::At(*level),
        Some(SceneAnswer::Absent { reason }) if !reason.trim().is_empty() => Rated::Absent,
        _ => Rated::Open,
    };
    let rated: Vec<(&super::Scene, Rated)> = index.scenes.iter().map(|it| (it, scene(&it.id))).collect();
    let reach = |rule: &LevelRule, base: &Exact, open_counts: bool| missing(rule, base, &rated, open_counts);
    let level = |base: &Exact, open_counts: bool| {
        let met = |rule: &&LevelRule| reach(rule, base, open_counts).is_none();
        index.levels.iter().take_while(met).last().map_or(0, |rule| rule.number)
    };
    let reached = level(&base, false);
    let next = index.levels.iter().find(|rule| rule.number > reached);
    let next = next.and_then(|rule| reach(rule, &base, false));
    IndexResult {
        dimensions: dimensions.collect(),
        level: reached,
        best_level: level(&best, true),
        next,
        scenes: rated
            .iter()
            .map(|(scene, rated)| match rated {
                Rated::At(level) => (scene.id.clone(), Some(*level)),
                Rated::Absent | Rated::Open => (scene.id.clone(), None),
            })
            .collect(),
        open_scenes: rated.iter().filter(|(_, rated)| *rated == Rated::Open).count(),
        base,
        best,
        questions,
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Rated {
    At(u8),
    Absent,
    Open,
}

/// What a rule still takes; `None` where it is met.
fn missing(rule: &LevelRule, base: &Exact, rated: &[(&super::Scene, Rated)], open_counts: bool) -> Option<Missing> {
    let high = |rated: &Rated| match rated {
        Rated::At(level) => *level >= rule.number,
        Rated::Open => open_counts,
        Rated::Absent => false,
    };
    let scenes = rated.iter().filter(|(_, rated)| high(rated)).count();
    let constrained = rated.iter().filter(|(scene, rated)| scene.constrained && high(rated)).count();
    let points = if *base < rule.base { rule.base.clone() - base.clone() } else { Exact::zero() };
    let missing = Missing {
        level: rule.number,
        scenes: rule.scenes.saturating_sub(scenes),
        constrained: rule.constrained.saturating_sub(constrained),
        points,
    };
    (!missing.points.is_zero() || missing.scenes > 0 || missing.constrained > 0).then_some(missing)
}

fn answer(question: &Question, facts: &Facts, assessment: &Assessment) -> QuestionResult {
    let given = assessment.index_answer(&question.id);
    let open = if given == Some(&IndexAnswer::Unknown) { Working::Unknown } else { Working::Open };
    let (points, working) = match &question.kind {
        QuestionKind::One(choices) | QuestionKind::Several(choices) => match given {
            Some(IndexAnswer::Options(chosen)) => {
                // "None of these" beside others would contradict them: the others count.
                let counts = |choice: &&super::Choice| chosen.contains(&choice.id) && choice.id.as_str() != NONE;
                let points: Exact = choices.iter().filter(counts).map(|choice| choice.points.clone()).sum();
                (Some(points), Working::Options)
            }
            _ => (None, open),
        },
        QuestionKind::Ratio { ratio, bands } => match facts.ratio(ratio).map(|ratio| ratio.of(assessment)) {
            Some(Quotient::Value(value)) => {
                let band = bands.iter().find(|band| band.up_to.as_ref().is_none_or(|up_to| value <= *up_to));
                (band.map(|band| band.points.clone()), Working::Ratio(value))
            }
            Some(Quotient::Impossible | Quotient::ByZero) => (None, Working::Impossible),
            Some(Quotient::Missing) | None => (None, open),
        },
        QuestionKind::Change { now, before, points } => {
            let figures = figure(now, facts, assessment).zip(figure(before, facts, assessment));
            let stated = match given {
                Some(IndexAnswer::Change(change)) => Some(*change),
                _ => None,
            };
            let change = figures.as_ref().map(|(now, before)| match now.cmp(before) {
                std::cmp::Ordering::Greater => Change::Rose,
                std::cmp::Ordering::Equal => Change::Same,
                std::cmp::Ordering::Less => Change::Fell,
            });
            match change.or(stated) {
                Some(change) => (Some(points[change as usize].clone()), Working::Change { change, figures }),
                None => (None, open),
            }
        }
    };
    QuestionResult { question: question.id.clone(), points, working }
}

/// A ratio's value, or a fact's.
fn figure(id: &str, facts: &Facts, assessment: &Assessment) -> Option<Exact> {
    match facts.ratio(id) {
        Some(ratio) => match ratio.of(assessment) {
            Quotient::Value(value) => Some(value),
            Quotient::Missing | Quotient::ByZero | Quotient::Impossible => None,
        },
        None => facts::number(assessment, &FactId::from(id)),
    }
}
