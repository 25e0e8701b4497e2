//! What cannot be: a number that is refused as it is typed, and stated facts that a file brought in or that contradict
//! each other.

use super::{Fact, FactKind, Facts, Ratio};
use crate::assessment::{Assessment, FactAnswer, FactId};
use crate::exact::{Exact, short};

/// Why a number is refused.
#[derive(Clone, Debug, PartialEq)]
pub enum Refused {
    /// No number from 0 up with digits and a point.
    NoNumber,
    TooManyDecimals {
        most: u32,
    },
    TooLarge {
        most: Exact,
    },
}

#[derive(Clone, Debug, PartialEq)]
pub enum FactProblem<'a> {
    /// A number that the fact refuses; it counts nowhere.
    Number { fact: &'a Fact, number: Exact, refused: Refused },
    /// An answer of another kind than the fact asks for, or an option that it does not offer.
    Answer { fact: &'a Fact },
    /// The part is more than the whole; the ratio is not computed.
    MoreThanWhole { ratio: &'a Ratio, part: Exact, whole: Exact },
}

impl FactProblem<'_> {
    /// Whether putting this fact right may end the problem.
    pub fn concerns(&self, id: &FactId) -> bool {
        match self {
            FactProblem::Number { fact, .. } | FactProblem::Answer { fact } => fact.id == *id,
            FactProblem::MoreThanWhole { ratio, .. } => ratio.numerator == *id || ratio.denominator == *id,
        }
    }
}

impl Facts {
    /// Everything stated that cannot be, fact by fact, then ratio by ratio. Facts that this edition does not know are
    /// kept and never judged.
    pub fn problems(&self, assessment: &Assessment) -> Vec<FactProblem<'_>> {
        let alone = self.facts.iter().filter_map(|fact| fact.problem(assessment.fact(&fact.id)?));
        let together = self.ratios.iter().filter(|ratio| ratio.part).filter_map(|ratio| {
            let (part, whole) = ratio.sides(assessment)?;
            (part > whole).then_some(FactProblem::MoreThanWhole { ratio, part, whole })
        });
        alone.chain(together).collect()
    }
}

impl Fact {
    /// Reads a number for this fact as it is typed: with marks between thousands, and in full-width digits too.
    pub fn number(&self, typed: &str) -> Result<Exact, Refused> {
        let typed = plain(typed);
        let number = FactAnswer::number(&typed).ok_or_else(|| self.no_number(&typed))?;
        self.admit(&number)?;
        Ok(number)
    }

    /// Whether the number may stand for this fact.
    pub fn admit(&self, number: &Exact) -> Result<(), Refused> {
        let FactKind::Number { most, decimals, .. } = &self.kind else { return Err(Refused::NoNumber) };
        let written = number.round(FactAnswer::DECIMALS);
        if *number < Exact::zero() {
            Err(Refused::NoNumber)
        } else if short(&written).split_once('.').is_some_and(|(_, fraction)| fraction.len() > *decimals as usize) {
            Err(Refused::TooManyDecimals { most: *decimals })
        } else if number > most {
            Err(Refused::TooLarge { most: most.clone() })
        } else {
            Ok(())
        }
    }

    /// What is wrong with a text that cannot be kept as a number: too many decimals or digits, or none at all.
    fn no_number(&self, typed: &str) -> Refused {
        match (&self.kind, Exact::parse(typed)) {
            (FactKind::Number { most, .. }, Some(number)) if number > *most => Refused::TooLarge { most: most.clone() },
            (FactKind::Number { decimals, .. }, Some(number)) if number >= Exact::zero() => {
                Refused::TooManyDecimals { most: *decimals }
            }
            _ => Refused::NoNumber,
        }
    }

    fn problem(&self, answer: &FactAnswer) -> Option<FactProblem<'_>> {
        let fits = match (&self.kind, answer) {
            (_, FactAnswer::Unknown | FactAnswer::NotApplicable) => true,
            (FactKind::Number { .. }, FactAnswer::Number(number)) => {
                let refused = self.admit(number).err()?;
                return Some(FactProblem::Number { fact: self, number: number.clone(), refused });
            }
            (FactKind::YesNo, FactAnswer::YesNo(_)) => true,
            (FactKind::Choice(choices), FactAnswer::Choice(id)) => choices.iter().any(|choice| choice.id == *id),
            _ => false,
        };
        (!fits).then_some(FactProblem::Answer { fact: self })
    }
}

/// A number that was stated and may stand.
pub(super) fn admitted(assessment: &Assessment, id: &FactId) -> Option<Exact> {
    let FactAnswer::Number(number) = assessment.fact(id)? else { return None };
    let fact = Facts::shipped().fact(id)?;
    fact.admit(number).ok().map(|()| number.clone())
}

/// What an input method or a spreadsheet leaves around the digits is no reason to refuse a number.
fn plain(typed: &str) -> String {
    let narrow = |character: char| match character {
        '０'..='９' => char::from_u32(character as u32 - '０' as u32 + '0' as u32),
        '．' => Some('.'),
        ',' | '，' => None,
        character => (!character.is_whitespace()).then_some(character),
    };
    typed.chars().filter_map(narrow).collect()
}
