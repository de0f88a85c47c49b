//! A stated value of a kind held against an expected one, and how it is printed.

use super::clock::Clock;
use crate::extract::Claim;
use crate::rules::Expected;
use crate::value::{
    Fit, Reading, Unsettled, Value, date, duration, money, number, ordinal, percent,
};

/// Holds a reading against a single expected value.
pub(super) fn fit(
    expected: &Expected,
    reading: &Reading,
    claim: &Claim,
    clock: &Clock,
    tolerance_days: i64,
) -> Fit {
    let comparator = reading.comparator;
    match (expected, &reading.value) {
        (Expected::Date(expected), Value::Date(stated)) if !stated.is_vague() => {
            let context = clock.context(claim, reading);
            date::compare_with_tolerance(expected, stated, comparator, &context, tolerance_days)
        }
        (Expected::Period(expected), Value::Date(stated)) => {
            date::compare_period(expected, stated, &clock.context(claim, reading))
        }
        (Expected::Duration(expected), Value::Duration(stated)) => {
            duration::compare(expected, stated, comparator)
        }
        (Expected::Number(expected), Value::Number(stated)) => {
            number::compare(expected, stated, comparator)
        }
        (Expected::Money(expected), Value::Money(stated)) => {
            money::compare(expected, stated, comparator)
        }
        (Expected::Percent(expected), Value::Percent(stated)) => {
            percent::compare(expected, stated, comparator)
        }
        (Expected::Ordinal(expected), Value::Ordinal(stated)) => {
            ordinal::compare(*expected, stated, comparator)
        }
        _ => Fit::Unsettled(Unsettled::Incomparable),
    }
}

/// The stated value, normalised.
pub(super) fn normalised(reading: &Reading, claim: &Claim, clock: &Clock) -> String {
    match &reading.value {
        Value::Date(stated) => one_of(stated, &clock.context(claim, reading)),
        Value::Duration(stated) => stated.to_string(),
        Value::Number(stated) => stated.to_string(),
        Value::Money(stated) => stated.to_string(),
        Value::Percent(stated) => stated.to_string(),
        Value::Ordinal(stated) => stated.to_string(),
    }
}

/// A set of this many days is written out; a larger one by its ends.
const WRITTEN_OUT: usize = 8;

/// EDTF: the date, or `[a,b]` ("one of") where the article's day leaves several readings.
fn one_of(stated: &date::Stated, context: &date::Context) -> String {
    let several = matches!(context.article, date::ArticleTime::Within(_));
    let readings = stated.resolve(context).unwrap_or_default();
    if !several || readings.len() < 2 {
        return stated.edtf(context).unwrap_or_default();
    }
    let mut readings: Vec<String> = readings.iter().map(date::edtf).collect();
    readings.sort();
    match readings.as_slice() {
        [first, .., last] if readings.len() > WRITTEN_OUT => format!("[{first}..{last}]"),
        all => format!("[{}]", all.join(",")),
    }
}
