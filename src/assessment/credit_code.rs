//! The unified social credit code (统一社会信用代码) and its check digit, after GB 32100-2015.

use std::fmt;

/// A code of 18 characters whose check digit is right.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct CreditCode(String);

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CreditCodeFault {
    Length {
        found: usize,
    },
    /// I, O, S, V and Z are not used, to keep them apart from 1, 0, 5, U and 2.
    Character {
        found: char,
        place: usize,
    },
    CheckDigit {
        expected: char,
        found: char,
    },
}

const ALPHABET: &[u8; 31] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";

impl CreditCode {
    /// Reads a code as people type it: spaces around it and lower case are accepted.
    pub fn parse(text: &str) -> Result<CreditCode, CreditCodeFault> {
        let code = text.trim().to_ascii_uppercase();
        let length = code.chars().count();
        if length != 18 {
            return Err(CreditCodeFault::Length { found: length });
        }
        let mut values = Vec::with_capacity(18);
        for (place, character) in code.chars().enumerate() {
            let value = ALPHABET.iter().position(|letter| char::from(*letter) == character);
            values.push(value.ok_or(CreditCodeFault::Character { found: character, place: place + 1 })?);
        }
        let expected = check_digit(&values[..17]);
        if values[17] != expected {
            let letter = |value: usize| char::from(ALPHABET[value]);
            return Err(CreditCodeFault::CheckDigit { expected: letter(expected), found: letter(values[17]) });
        }
        Ok(CreditCode(code))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// GB 32100-2015: 31 minus the weighted sum modulo 31, where the i-th weight is 3^(i−1) modulo 31.
fn check_digit(values: &[usize]) -> usize {
    let mut weight = 1;
    let mut sum = 0;
    for value in values {
        sum += value * weight;
        weight = weight * 3 % 31;
    }
    (31 - sum % 31) % 31
}

impl fmt::Display for CreditCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
