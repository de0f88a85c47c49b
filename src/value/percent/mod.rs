//! Percentages. Percentage points are kept apart: a rise of two points is no rise of two per cent.

mod print;

use std::fmt;

use serde::{Deserialize, Serialize};

use super::numeral::{self, Amount, Kind, Numeral, Scan, Tolerance};
use super::{Comparator, Fit, ParseError, Reading, Unsettled, Value};

pub use print::restyled;

/// A percentage as the text states it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Percent {
    /// How many of a hundred.
    pub amount: Amount,
    /// Percentage points.
    pub points: bool,
}

/// Words after a number that make it a percentage, how many it counts for, and whether as points.
/// The longer of two with the same beginning comes first.
const WORDS: &[(&[&str], f64, bool)] = &[
    (&["percentage", "points"], 1.0, true),
    (&["percentage", "point"], 1.0, true),
    (&["percent", "points"], 1.0, true),
    (&["per", "cent", "points"], 1.0, true),
    (&["basis", "points"], 0.01, true),
    (&["basis", "point"], 0.01, true),
    (&["bps"], 0.01, true),
    (&["ppt"], 1.0, true),
    (&["ppts"], 1.0, true),
    (&["per", "cent"], 1.0, false),
    (&["percent"], 1.0, false),
    (&["percents"], 1.0, false),
    (&["percentage"], 1.0, false),
    (&["pct"], 1.0, false),
    (&["pc"], 1.0, false),
];

/// Finds the percentages in a scanned text and takes their numerals.
pub(crate) fn read(scan: &mut Scan<'_>, readings: &mut Vec<Reading>) {
    let from = readings.len();
    for index in 0..scan.numerals.len() {
        let numeral = scan.numerals[index];
        if numeral.taken || numeral.code {
            continue;
        }
        let Some((percent, end)) = percent(scan, &numeral) else { continue };
        scan.numerals[index].taken = true;
        readings.push(Reading {
            span: scan.cover(numeral.start, end),
            comparator: numeral::comparator(scan, numeral.start, end),
            value: Value::Percent(percent),
            pattern: "percent",
        });
    }
    numeral::join_ranges(scan.text, readings, from);
}

fn percent(scan: &Scan<'_>, numeral: &Numeral) -> Option<(Percent, usize)> {
    let at = scan.after_blank(numeral.end);
    if scan.is_sign(at, '%') || scan.is_sign(at, '\u{66a}') || scan.is_sign(at, '％') {
        if scan.kind(at + 1) == Some(Kind::Digits) {
            return None;
        }
        let points = scan.is_word(scan.after_blank(at + 1), "points");
        let end = if points { scan.after_blank(at + 1) + 1 } else { at + 1 };
        return Some((Percent { amount: numeral.amount, points }, end));
    }
    let first = scan.after_gap(numeral.end)?;
    WORDS.iter().find_map(|&(words, factor, points)| {
        let end = follow(scan, first, words)?;
        Some((Percent { amount: numeral.amount.times(factor), points }, end))
    })
}

/// The token after `words`, if they stand from token `first` on.
fn follow(scan: &Scan<'_>, first: usize, words: &[&str]) -> Option<usize> {
    let mut end = first;
    for (index, word) in words.iter().enumerate() {
        let at = if index == 0 { first } else { scan.after_gap(end)? };
        if !scan.is_word(at, word) {
            return None;
        }
        end = at + 1;
    }
    Some(end)
}

impl Percent {
    /// The range from this to `high`.
    pub(crate) fn up_to(&self, high: &Self) -> Option<Self> {
        let amount = self.amount.up_to(&high.amount)?;
        (self.points == high.points).then_some(Self { amount, points: self.points })
    }
}

impl fmt::Display for Percent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.amount, if self.points { "pp" } else { "%" })
    }
}

/// A percentage as a rule states it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Expected {
    /// How many of a hundred, or how many points.
    pub percent: Percent,
    /// How far a stated percentage may be off, in points when absolute.
    pub tolerance: Option<Tolerance>,
}

impl Expected {
    /// Reads `11.5`, `11.5 %` or `2 percentage points`.
    pub fn parse(percent: &str, tolerance: Option<&str>) -> Result<Self, ParseError> {
        let percent = parse(percent.trim()).ok_or_else(|| ParseError {
            message: format!("`{percent}` is not a percentage"),
            help: Some("write a number: `11.5`, or `2 percentage points`".into()),
        })?;
        let tolerance = tolerance.map(Tolerance::parse).transpose()?;
        Ok(Self { percent, tolerance })
    }
}

fn parse(written: &str) -> Option<Percent> {
    if let Some(amount) = numeral::parse_amount(written) {
        return Some(Percent { amount, points: false });
    }
    let scan = numeral::scan(written);
    let [numeral] = scan.numerals.as_slice() else { return None };
    let (percent, end) = self::percent(&scan, numeral)?;
    (numeral.start == 0 && end == scan.n_tokens()).then_some(percent)
}

impl fmt::Display for Expected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.percent.fmt(f)
    }
}

/// Holds a stated percentage against an expected one.
pub fn compare(expected: &Expected, stated: &Percent, comparator: Comparator) -> Fit {
    if expected.percent.points != stated.points {
        return Fit::Unsettled(Unsettled::Incomparable);
    }
    let amount = &expected.percent.amount;
    let slack = expected.tolerance.map_or(0.0, |tolerance| tolerance.around(amount));
    stated.amount.compare(amount, slack, comparator)
}

#[cfg(test)]
mod tests {
    use super::{Expected, compare};
    use crate::value::{Value, cases};

    #[test]
    fn cases() {
        cases::check("percent", include_str!("cases.yaml"), |fact, reading| {
            let expected = Expected::parse(&fact.fact, fact.tolerance.as_deref()).expect("a fact");
            match &reading.value {
                Value::Percent(stated) => Some(compare(&expected, stated, reading.comparator)),
                _ => None,
            }
        });
    }
}
