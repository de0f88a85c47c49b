//! The length of time a rule expects, and a stated one held against it.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::{Duration, Length};
use crate::value::numeral::{self, Amount, CONVERSION_SLACK, Tolerance};
use crate::value::{Comparator, Fit, ParseError, Unsettled, Value};

/// A length of time as a rule states it.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Expected {
    /// The length.
    pub length: Length,
    /// How far a stated length may be off, in seconds when absolute.
    pub tolerance: Option<Tolerance>,
}

impl Expected {
    /// Reads `10 years`, `P10Y`, `P1Y6M`.
    pub fn parse(duration: &str) -> Result<Self, ParseError> {
        let length = length(duration.trim()).ok_or_else(|| ParseError {
            message: format!("`{duration}` is not a length of time"),
            help: Some("write `10 years`, or as in ISO 8601 `P10Y`, `P1Y6M`".into()),
        })?;
        Ok(Self { length, tolerance: None })
    }

    /// The same with a rule's `tolerance:`, a length of time or a percentage.
    pub fn with_tolerance(self, tolerance: &str) -> Result<Self, ParseError> {
        let tolerance = match length(tolerance.trim()) {
            Some(slack) => Tolerance::Absolute(slack.in_seconds()),
            None if tolerance.trim_end().ends_with('%') => Tolerance::parse(tolerance)?,
            None => {
                return Err(ParseError {
                    message: format!("`{tolerance}` is not a tolerance of a length of time"),
                    help: Some("write a length or a percentage: `1 month`, `5%`".into()),
                });
            }
        };
        Ok(Self { tolerance: Some(tolerance), ..self })
    }
}

fn length(written: &str) -> Option<Length> {
    if written.starts_with(['P', 'p']) {
        return iso(written);
    }
    let scan = numeral::scan(written);
    let mut readings = Vec::new();
    super::read(&scan, &mut readings);
    readings.into_iter().find_map(|reading| match reading.value {
        Value::Duration(duration)
            if reading.span.len() == written.len() && duration.low == duration.high =>
        {
            Some(duration.low)
        }
        _ => None,
    })
}

/// ISO 8601: `P1Y6M`, `P2W`, `PT90M`.
fn iso(written: &str) -> Option<Length> {
    let mut length = Length::default();
    let mut rest = &written[1..];
    let mut time = false;
    while !rest.is_empty() {
        if let Some(after) = rest.strip_prefix(['T', 't']) {
            (time, rest) = (true, after);
            continue;
        }
        let end = rest.find(|character: char| character.is_ascii_alphabetic())?;
        let amount: f64 = rest[..end].replace(',', ".").parse().ok()?;
        let letter = rest[end..].chars().next()?.to_ascii_uppercase();
        let symbol = match (letter, time) {
            ('Y', false) => "year",
            ('M', false) => "month",
            ('W', false) => "week",
            ('D', false) => "day",
            ('H', true) => "h",
            ('M', true) => "min",
            ('S', true) => "s",
            _ => return None,
        };
        length = length
            .plus(Length::of(amount, symbol).filter(|_| amount.is_finite() && amount >= 0.0)?);
        rest = &rest[end + 1..];
    }
    (length != Length::default()).then_some(length)
}

/// Holds a stated length of time against an expected one.
pub fn compare(expected: &Expected, stated: &Duration, comparator: Comparator) -> Fit {
    let seconds = expected.length.in_seconds();
    if is_of_other_scale(seconds, stated) {
        return Fit::Unsettled(Unsettled::Incomparable);
    }
    let length = Amount::new(seconds, 0.0);
    let slack = expected.tolerance.map_or(0.0, |tolerance| tolerance.around(&length));
    let converted = if same_units(&expected.length, &stated.low) { 0.0 } else { CONVERSION_SLACK };
    let amount = Amount {
        low: stated.low.in_seconds(),
        high: stated.high.in_seconds(),
        // "Two years" is not said of eighteen months: rounding stays within a twentieth.
        granularity: stated.granularity.min(stated.high.in_seconds() / 10.0),
    };
    amount.compare(&length, slack.max(converted * seconds), comparator)
}

/// "ran for five years" beside a running time of three hours: what lasts days is not said of what lasts minutes.
fn is_of_other_scale(seconds: f64, stated: &Duration) -> bool {
    const DAY: f64 = 24.0 * 60.0 * 60.0;
    let (low, high) = (stated.low.in_seconds(), stated.high.in_seconds());
    seconds < DAY / 2.0 && low >= 2.0 * DAY || seconds >= 7.0 * DAY && high <= DAY / 2.0
}

/// Years and months convert exactly, and so do the units from weeks down.
fn same_units(one: &Length, other: &Length) -> bool {
    let calendar = |length: &Length| length.years != 0.0 || length.months != 0.0;
    calendar(one) == calendar(other)
}

impl fmt::Display for Expected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.length.fmt(f)
    }
}
