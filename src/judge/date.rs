//! A stated value of a kind held against an expected one, and how it is printed.

use jiff::civil::Date;

use super::clock::Clock;
use crate::extract::Claim;
use crate::rules::Expected;
use crate::value::date::Interval;
use crate::value::{
    Fit, Reading, Unsettled, Value, date, duration, money, number, ordinal, percent,
};

/// How long an event may last, in days, for a day of another year to be told as one of it.
const SURE: i64 = 10;

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
            let fit = date::compare_with_tolerance(
                expected,
                stated,
                comparator,
                &context,
                tolerance_days,
            );
            // The text around may tell of one year and mean another.
            let due = expected.interval().first.year();
            match clock.years_told(claim, stated) {
                Some(years) if fit == Fit::Conflicts && years != (due, due) => {
                    Fit::Unsettled(Unsettled::NeedsArticleDate)
                }
                _ => fit,
            }
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

/// "On 12 October he ran", where the article states no date: right if the text before speaks of 1882, and it was on that day of
/// that year. Otherwise another year may be meant.
pub(super) fn fits_year_told(
    expected: &Expected,
    reading: &Reading,
    claim: &Claim,
    clock: &Clock,
    tolerance_days: i64,
) -> bool {
    let Some(Value::Date(told)) = claim.told.as_ref().map(|told| &told.value) else { return false };
    let (Expected::Date(expected), Value::Date(stated)) = (expected, &reading.value) else {
        return false;
    };
    let context = told.year().and_then(|year| clock.of_year(year));
    let Some(context) = context.filter(|_| stated.is_yearless()) else { return false };
    let comparator = reading.comparator;
    date::compare_with_tolerance(expected, stated, comparator, &context, tolerance_days)
        == Fit::Agrees
}

/// "on 7 December" of what happened on that day of another year: the text may speak of that year. A month alone may, where the
/// text has given that year before.
pub(super) fn is_of_another_year(
    expected: &Expected,
    reading: &Reading,
    claim: &Claim,
    clock: &Clock,
) -> bool {
    let (Expected::Date(expected), Value::Date(stated)) = (expected, &reading.value) else {
        return false;
    };
    if !stated.is_yearless() || stated.is_anchored() || claim.frame.is_some() {
        return false;
    }
    let due = expected.interval();
    let context = clock.context(claim, reading);
    let year = due.first.year();
    let moved = |day: Date| day.with().year(year).build().ok();
    let same = |time: &Interval| {
        let (first, last) = (moved(time.first), moved(time.last));
        first.zip(last).is_some_and(|(first, last)| Interval { first, last }.overlaps(&due))
    };
    let told = || {
        claim.anchors.iter().any(|anchor| {
            let Value::Date(anchor) = &anchor.value else { return false };
            anchor.year() == Some(year.into())
        })
    };
    let times = stated.resolve(&context).unwrap_or_default();
    // A day, or a few: "4–6 January".
    let day = times.iter().all(|time| time.n_days() <= SURE);
    due.n_days() <= SURE && times.iter().any(same) && (day || told())
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
