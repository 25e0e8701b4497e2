//! The self-check: reference plants are scored here and held against values that a separate program computed.
//!
//! The plants are data, `questionnaires/fixtures.toml`; what they must come to stands in `fixtures-expected.toml`, which
//! `tests/independent/compute.py` writes from the same weights with code of its own.

use time::OffsetDateTime;

use crate::assessment::{Answer, Assessment, AssessmentId, Change, FactAnswer, IndexAnswer, OptionId, SceneAnswer};
use crate::content;
use crate::document::{self, Problem, Table};
use crate::exact::Exact;
use crate::facts::Facts;
use crate::language::Bilingual;
use crate::questionnaire::{DimensionId, Level, Questionnaire, Rating, VariantId};
use crate::scoring::{self, Scorecard};
use crate::sme_index::{self, Index};

/// One reference plant with what it must come to and what it came to.
#[derive(Clone, Debug, PartialEq)]
pub struct Checked {
    pub id: String,
    pub name: Bilingual,
    pub expected: Option<Values>,
    pub found: Values,
}

/// The results that are compared. Levels count from 0, which is below the first; fractions are exact, such as `3/2`.
#[derive(Clone, Debug, PartialEq)]
pub struct Values {
    pub level: u32,
    pub total: String,
    pub worst: u32,
    pub best: u32,
    /// Base score and level of the SME index, where the plant has answers to it.
    pub index: Option<(String, u32)>,
}

impl Checked {
    pub fn agrees(&self) -> bool {
        self.expected.as_ref() == Some(&self.found)
    }
}

const PLANTS: &str = "fixtures.toml";
const EXPECTED: &str = "fixtures-expected.toml";

/// Scores every reference plant. On failure, what is wrong with the shipped files.
pub fn run() -> Result<Vec<Checked>, Vec<Problem>> {
    let read = |name| content::file(name).expect("the reference plants are shipped");
    let expected = document::read(EXPECTED, read(EXPECTED), |root, _| {
        root.each("plant", |table| (table.text("id"), values(table)))
    })?;
    let (questionnaire, plants) = document::read(PLANTS, read(PLANTS), |root, _| {
        let (id, edition) = (root.text("questionnaire"), root.text("edition"));
        let questionnaire = Questionnaire::edition(&id, &edition).unwrap_or_else(Questionnaire::current);
        (questionnaire, root.each("plant", |table| plant(table, questionnaire)))
    })?;
    let check = |(name, assessment, with_index): (Bilingual, Assessment, bool)| {
        let scorecard = scoring::score(questionnaire, &assessment);
        let id = assessment.id.0.clone();
        let expected = expected.iter().find(|(of, _)| *of == id).map(|(_, values)| values.clone());
        Checked { name, expected, found: found(&scorecard, &assessment, with_index), id }
    };
    Ok(plants.into_iter().map(check).collect())
}

fn found(scorecard: &Scorecard, assessment: &Assessment, with_index: bool) -> Values {
    let number = |level: Option<Level>| level.map_or(0, |level| level.number().into());
    let plant = &scorecard.plant;
    let index = with_index.then(|| {
        let result = sme_index::score(Index::shipped(), Facts::shipped(), assessment);
        (format!("{:?}", result.base), u32::from(result.level))
    });
    Values {
        level: number(plant.reached),
        total: format!("{:?}", plant.total),
        worst: number(plant.band.worst.reached),
        best: number(plant.band.best.reached),
        index,
    }
}

fn values(table: &mut Table) -> Values {
    let mut number = |key: &str| table.integer(key).unwrap_or(0);
    let (level, worst, best) = (number("level"), number("worst"), number("best"));
    let index = table.has("base").then(|| (table.text("base"), table.integer("index_level").unwrap_or(0)));
    Values { level, total: table.text("total"), worst, best, index }
}

fn plant(table: &mut Table, questionnaire: &Questionnaire) -> (Bilingual, Assessment, bool) {
    let (id, variant) = (AssessmentId(table.text("id")), VariantId(table.id("variant")));
    let mut assessment = Assessment::new(id, questionnaire, variant, OffsetDateTime::UNIX_EPOCH);
    let target = table.integer("target").and_then(|number| Level::new(number.into()));
    assessment.target = target.unwrap_or(questionnaire.target);
    let levels = table.words("levels");
    for requirement in questionnaire.requirements() {
        let word = levels.get(usize::from(requirement.level.number()) - 1);
        assessment.answer(&requirement.id, word.and_then(|word| answer(word)));
    }
    table.one("answers", |table| {
        for id in table.keys() {
            let word = table.word_or_empty(&id);
            assessment.answer(&id.as_str().into(), answer(&word));
        }
    });
    for dimension in table.words("tailored") {
        assessment.tailor(&DimensionId(dimension), "none");
    }
    let with_index = table.has("facts");
    table.one_if_there("facts", |table| {
        for id in table.keys() {
            let number = table.integer(&id).map(|number| FactAnswer::Number(Exact::from(i64::from(number))));
            assessment.state_fact(&id.as_str().into(), number);
        }
    });
    table.one_if_there("options", |table| {
        for id in table.keys() {
            let options = table.words(&id).into_iter().map(OptionId).collect();
            assessment.answer_index(&id.as_str().into(), Some(IndexAnswer::Options(options)));
        }
    });
    table.one_if_there("changes", |table| {
        for id in table.keys() {
            let change = table.word(&id, Change::from_id, &Change::ALL.map(Change::id));
            assessment.answer_index(&id.as_str().into(), change.map(IndexAnswer::Change));
        }
    });
    table.one_if_there("scenes", |table| {
        for id in table.keys() {
            let level = table.integer(&id).and_then(|level| u8::try_from(level).ok());
            assessment.rate_scene(&id.as_str().into(), level.map(SceneAnswer::Level));
        }
    });
    (table.bilingual("name"), assessment, with_index)
}

fn answer(word: &str) -> Option<Answer> {
    match word {
        "unknown" => Some(Answer::Unknown),
        word => Rating::from_id(word).map(Answer::Rated),
    }
}
