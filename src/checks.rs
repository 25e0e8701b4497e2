//! Consistency checks: where two answers do not go together, the product asks. Every check is a question, never a
//! verdict; it can be answered with a note, and asks no more once the answers agree.
//!
//! They are data, `questionnaires/checks.toml`.

use std::sync::OnceLock;

use crate::assessment::{Answer, Assessment, CheckId, FactId, IndexAnswer, OptionId, QuestionId, SceneAnswer, SceneId};
use crate::content;
use crate::document::{self, Fault, Places, Problem, Table};
use crate::exact::Exact;
use crate::facts::{self, Facts, Quotient};
use crate::language::Bilingual;
use crate::questionnaire::{Level, Rating, RequirementId};
use crate::scoring::Scorecard;

#[derive(Clone, Debug, PartialEq)]
pub struct Check {
    pub id: CheckId,
    /// It asks when all of them hold.
    pub conditions: Vec<Condition>,
    /// `{0}` stands for the first condition's value, `{1.text}` for the second's requirement, `{0.name}` for a scene.
    pub question: Bilingual,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Condition {
    /// Rated at most, or at least, so well; open answers never fire a check.
    Rating(RequirementId, Bound<Rating>),
    Ratio(String, Bound<Exact>),
    Number(FactId, Bound<Exact>),
    YesNo(FactId, bool),
    Choice(FactId, String),
    Scene(SceneId, Bound<u8>),
    /// The option is chosen.
    Option(QuestionId, OptionId),
    /// The plant's level is certain and not above.
    LevelAtMost(Level),
}

#[derive(Clone, Debug, PartialEq)]
pub enum Bound<T> {
    AtLeast(T),
    AtMost(T),
}

/// What a condition found, for the question to say.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    Rating(Rating, RequirementId),
    Ratio(Exact),
    Number(Exact),
    Scene(u8, SceneId),
    Level(Option<Level>),
    /// Nothing that has a number.
    Plain,
}

/// A check whose conditions all hold, with their values.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked<'a> {
    pub check: &'a Check,
    pub values: Vec<Value>,
}

const FILE: &str = "checks.toml";

/// The checks that come with the product. That they are sound is held by a test.
pub fn shipped() -> &'static [Check] {
    static SHIPPED: OnceLock<Vec<Check>> = OnceLock::new();
    SHIPPED.get_or_init(|| {
        let text = content::file(FILE).expect("the checks are shipped");
        read(FILE, text).unwrap_or_else(|problems| panic!("the shipped checks have faults: {problems:#?}"))
    })
}

/// Reads checks. On failure, every problem in them.
pub fn read(name: &str, text: &str) -> Result<Vec<Check>, Vec<Problem>> {
    document::read(name, text, |root, places| root.each("check", |table| check(table, places)))
}

/// The checks that ask something of these answers, in their order.
pub fn asked<'a>(checks: &'a [Check], assessment: &Assessment, scorecard: &Scorecard) -> Vec<Asked<'a>> {
    let holds = |check: &'a Check| {
        let values: Option<Vec<Value>> =
            check.conditions.iter().map(|condition| condition.holds(assessment, scorecard)).collect();
        Some(Asked { check, values: values? })
    };
    checks.iter().filter_map(holds).collect()
}

impl Condition {
    /// The value where the condition holds.
    fn holds(&self, assessment: &Assessment, scorecard: &Scorecard) -> Option<Value> {
        match self {
            // In an own questionnaire the same ids and levels may mean something else.
            Condition::Rating(..) | Condition::LevelAtMost(_) if !assessment.edition.is_shipped() => None,
            Condition::Rating(id, bound) => match assessment.entry(id).answer {
                // Ratings are ordered from best to worst.
                Some(Answer::Rated(rating)) => match bound {
                    Bound::AtLeast(least) => rating <= *least,
                    Bound::AtMost(most) => rating >= *most,
                }
                .then(|| Value::Rating(rating, id.clone())),
                _ => None,
            },
            Condition::Ratio(id, bound) => match Facts::shipped().ratio(id)?.of(assessment) {
                Quotient::Value(value) => bound.allows(&value).then_some(Value::Ratio(value)),
                _ => None,
            },
            Condition::Number(id, bound) => {
                facts::number(assessment, id).filter(|number| bound.allows(number)).map(Value::Number)
            }
            Condition::YesNo(id, yes) => (facts::yes(assessment, id) == Some(*yes)).then_some(Value::Plain),
            Condition::Choice(id, choice) => {
                (facts::choice(assessment, id) == Some(choice.as_str())).then_some(Value::Plain)
            }
            Condition::Scene(id, bound) => match assessment.scene(id) {
                Some(SceneAnswer::Level(level)) => bound.allows(level).then(|| Value::Scene(*level, id.clone())),
                _ => None,
            },
            Condition::Option(question, option) => match assessment.index_answer(question) {
                Some(IndexAnswer::Options(options)) => options.contains(option).then_some(Value::Plain),
                _ => None,
            },
            Condition::LevelAtMost(level) => {
                let reached = scorecard.plant.reached;
                let certain = scorecard.plant.is_known() && scorecard.level_is_certain();
                (certain && reached <= Some(*level)).then_some(Value::Level(reached))
            }
        }
    }
}

impl<T: PartialOrd> Bound<T> {
    fn allows(&self, value: &T) -> bool {
        match self {
            Bound::AtLeast(least) => value >= least,
            Bound::AtMost(most) => value <= most,
        }
    }
}

fn check(table: &mut Table, places: &mut Places) -> Check {
    let id = table.id("id");
    places.name("check", &id, table);
    Check { id: CheckId(id), conditions: table.each("if", condition), question: table.bilingual("question") }
}

fn condition(table: &mut Table) -> Condition {
    if table.has("rating") {
        let word = |key: &str, table: &mut Table| table.word(key, Rating::from_id, &Rating::ALL.map(Rating::id));
        let bound = match table.has("at_least") {
            true => Bound::AtLeast(word("at_least", table).unwrap_or(Rating::Met)),
            false => Bound::AtMost(word("at_most", table).unwrap_or(Rating::NotMet)),
        };
        Condition::Rating(RequirementId(table.text("rating")), bound)
    } else if table.has("ratio") {
        Condition::Ratio(table.id("ratio"), number(table))
    } else if table.has("scene") {
        let bound = match number(table) {
            Bound::AtLeast(level) => Bound::AtLeast(step(&level)),
            Bound::AtMost(level) => Bound::AtMost(step(&level)),
        };
        Condition::Scene(SceneId(table.id("scene")), bound)
    } else if table.has("question") {
        Condition::Option(QuestionId(table.id("question")), OptionId(table.id("option")))
    } else if table.has("level") {
        table.flag("at_most");
        let level = table.integer("level").and_then(|number| Level::new(number.into()));
        Condition::LevelAtMost(level.unwrap_or_else(|| {
            table.problem("level", Fault::UnknownLevel { found: "?".into() });
            Level::LOWEST
        }))
    } else if table.has("yes") {
        Condition::YesNo(FactId(table.id("fact")), table.flag("yes"))
    } else if table.has("choice") {
        Condition::Choice(FactId(table.id("fact")), table.id("choice"))
    } else {
        Condition::Number(FactId(table.id("fact")), number(table))
    }
}

fn number(table: &mut Table) -> Bound<Exact> {
    match table.has("at_least") {
        true => Bound::AtLeast(table.decimal("at_least")),
        false => Bound::AtMost(table.decimal("at_most")),
    }
}

/// A scene's step, which is written as a number in quotes like every other bound.
fn step(number: &Exact) -> u8 {
    (0..=4).find(|step| Exact::from(i64::from(*step)) == *number).unwrap_or(4)
}
