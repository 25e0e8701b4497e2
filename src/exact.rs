//! An exact number: ratings, weights and scores never lose a digit.
//!
//! A level is decided on the exact value, and what is printed must not contradict the decision. So a score is
//! printed rounded *down* ([`Exact::floor`]) and a distance to a gate rounded *up* ([`Exact::ceil`]): 0.7996
//! prints as 0.79 and is 0.01 short of the gate at 0.8.

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, Div, Mul, Sub};

use num_rational::BigRational;
use num_traits::{One, Signed, ToPrimitive, Zero};

/// A rational number of any size.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Exact(BigRational);

impl Exact {
    /// The most decimal places that [`Exact::parse`] takes.
    pub const PLACES: u32 = 18;

    pub fn zero() -> Exact {
        Exact(BigRational::zero())
    }

    pub fn one() -> Exact {
        Exact(BigRational::one())
    }

    /// `numerator ÷ denominator`. Panics when the denominator is 0.
    pub fn ratio(numerator: i64, denominator: i64) -> Exact {
        Exact(BigRational::new(numerator.into(), denominator.into()))
    }

    /// The value of a decimal such as `0.8`, `1` or `-2.25`; `None` for anything else, exponents and more decimal
    /// places than [`Exact::PLACES`] included.
    pub fn parse(text: &str) -> Option<Exact> {
        let (sign, digits) = match text.strip_prefix('-') {
            Some(rest) => (-1, rest),
            None => (1, text),
        };
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
        let all_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        if !all_digits(whole) || !all_digits(fraction) || fraction.len() > Exact::PLACES as usize {
            return None;
        }
        let numerator: i128 = format!("{whole}{fraction}").parse().ok()?;
        let denominator = 10_i128.pow(fraction.len() as u32);
        Some(Exact(BigRational::new((sign * numerator).into(), denominator.into())))
    }

    pub fn is_zero(&self) -> bool {
        self.0.is_zero()
    }

    /// Rounded down (towards −∞) to so many decimal places: how a score is printed.
    pub fn floor(&self, places: u32) -> String {
        self.printed(places, |scaled| scaled.floor())
    }

    /// Rounded up (towards +∞) to so many decimal places: how a distance to a gate is printed.
    pub fn ceil(&self, places: u32) -> String {
        self.printed(places, |scaled| scaled.ceil())
    }

    /// Rounded to the nearest, halves away from zero: for files that machines read.
    pub fn round(&self, places: u32) -> String {
        self.printed(places, |scaled| scaled.round())
    }

    /// A ratio as a whole percentage, rounded down, without the sign: 100 only when it is exactly 1.
    pub fn percent(&self) -> String {
        (self.clone() * Exact::from(100)).floor(0)
    }

    /// The nearest binary number, for drawing; never for deciding.
    pub fn approximate(&self) -> f32 {
        self.0.to_f32().unwrap_or(0.0)
    }

    fn printed(&self, places: u32, rounding: impl Fn(&BigRational) -> BigRational) -> String {
        let scale = BigRational::from_integer(10_u64.pow(places).into());
        let digits = rounding(&(&self.0 * scale)).to_integer();
        let sign = if digits.is_negative() { "-" } else { "" };
        let digits = format!("{:0>width$}", digits.abs().to_string(), width = places as usize + 1);
        let (whole, fraction) = digits.split_at(digits.len() - places as usize);
        if fraction.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{fraction}") }
    }
}

impl From<i64> for Exact {
    fn from(value: i64) -> Exact {
        Exact(BigRational::from_integer(value.into()))
    }
}

impl Add for Exact {
    type Output = Exact;
    fn add(self, other: Exact) -> Exact {
        Exact(self.0 + other.0)
    }
}

impl Sub for Exact {
    type Output = Exact;
    fn sub(self, other: Exact) -> Exact {
        Exact(self.0 - other.0)
    }
}

impl Mul for Exact {
    type Output = Exact;
    fn mul(self, other: Exact) -> Exact {
        Exact(self.0 * other.0)
    }
}

/// Panics when the divisor is 0.
impl Div for Exact {
    type Output = Exact;
    fn div(self, other: Exact) -> Exact {
        Exact(self.0 / other.0)
    }
}

impl Sum for Exact {
    fn sum<I: Iterator<Item = Exact>>(values: I) -> Exact {
        values.fold(Exact::zero(), Add::add)
    }
}

/// A printed number without the zeros at its fraction's end: `0.80` is `0.8`, `1.00` is `1`, `100` stays.
pub fn short(digits: &str) -> &str {
    if digits.contains('.') { digits.trim_end_matches('0').trim_end_matches('.') } else { digits }
}

/// The fraction itself, such as `4/5`: for tests and messages, not for people's screens.
impl fmt::Debug for Exact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}
