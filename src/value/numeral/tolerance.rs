//! How far a stated amount may lie from the expected one.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::{Amount, scan};
use crate::value::ParseError;

/// How far off a stated amount may be: the rule's tolerance. Where a rule gives none, half the last place of an amount
/// that it gives to three places or more of thousands or millions, for one stated more finely: 10,530,764,911 is
/// "10.53 billion".
pub(crate) fn slack(
    tolerance: Option<Tolerance>,
    expected: &Amount,
    last_place: f64,
    stated: &Amount,
) -> f64 {
    const SCALED: f64 = 1_000.0;
    const PLACES: f64 = 100.0;
    if let Some(tolerance) = tolerance {
        return tolerance.around(expected);
    }
    let finer = stated.granularity < last_place && !stated.is_range();
    let told = last_place >= SCALED && expected.low.abs() >= PLACES * last_place;
    if told && finer { last_place / 2.0 } else { 0.0 }
}

/// A tolerance as a rule states it.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub enum Tolerance {
    /// In the fact's unit.
    Absolute(f64),
    /// A share of the expected amount: 0.02 for `2%`.
    Share(f64),
}

impl Tolerance {
    /// Reads `1`, `0.5 million` or `2%`.
    pub fn parse(text: &str) -> Result<Self, ParseError> {
        let text = text.trim();
        let number = text.strip_suffix('%').map(str::trim_end);
        let amount = parse_amount(number.unwrap_or(text)).filter(|amount| amount.low >= 0.0);
        match (amount, number) {
            (Some(amount), Some(_)) => Ok(Self::Share(amount.low / 100.0)),
            (Some(amount), None) => Ok(Self::Absolute(amount.low)),
            (None, _) => Err(ParseError {
                message: format!("`{text}` is not a tolerance"),
                help: Some("write a number in the fact's unit, or a percentage: `1`, `2%`".into()),
            }),
        }
    }

    /// The slack around `expected`, in its unit.
    pub(crate) fn around(self, expected: &Amount) -> f64 {
        match self {
            Self::Absolute(slack) => slack,
            Self::Share(share) => share * expected.high.abs(),
        }
    }
}

impl fmt::Display for Tolerance {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Absolute(slack) => write!(f, "{slack}"),
            Self::Share(share) => write!(f, "{} %", super::tidy(share * 100.0)),
        }
    }
}

/// The amount, if `text` is one numeral and nothing else.
pub(crate) fn parse_amount(text: &str) -> Option<Amount> {
    let text = text.trim();
    let scan = scan(text);
    let [numeral] = scan.numerals.as_slice() else { return scientific(text) };
    let whole = numeral.start == 0 && numeral.end == scan.n_tokens() && !numeral.code;
    if whole { Some(numeral.amount) } else { scientific(text) }
}

/// The size of the last place that an amount in a rule vouches for. In plain digits every digit is
/// meant; with a scale word only those before it are.
pub(crate) fn last_place(written: &str, amount: &Amount) -> f64 {
    let is_scaled = written.trim().contains(|c: char| c.is_ascii_alphabetic() && c != 'e');
    if is_scaled { amount.granularity } else { amount.granularity.min(1.0) }
}

/// `1e6`, as YAML writes some numbers.
fn scientific(text: &str) -> Option<Amount> {
    let value: f64 = text.parse().ok()?;
    value.is_finite().then_some(Amount::new(value, 0.0))
}
