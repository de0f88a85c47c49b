//! The one place where rules call the value kinds' own parsers.
//!
//! Rules must not know how a date or an amount is written or compared; the kinds do.

use crate::value::date::Interval;
use crate::value::numeral::{Amount, Tolerance};
use crate::value::{ParseError as ValueError, date, duration, money, number, ordinal, percent};

/// Why a value could not be read.
pub(super) struct ParseError {
    pub(super) message: String,
    pub(super) help: Option<String>,
}

impl From<ValueError> for ParseError {
    fn from(error: ValueError) -> Self {
        Self { message: error.message, help: error.help }
    }
}

/// `date:`, `period:`, `from:`, `to:`, `valid:`
pub(super) fn date(text: &str) -> Result<date::Expected, ParseError> {
    date::Expected::parse(text)
        .map_err(|error| ParseError { message: error.message, help: Some(error.help) })
}

/// First and last day, where the expression has both.
pub(super) fn days(date: &date::Expected) -> Option<Interval> {
    Some(date.interval())
}

/// `number:` with its unit and tolerance.
pub(super) fn number(
    number: &str,
    unit: Option<&str>,
    tolerance: Option<&str>,
) -> Result<number::Expected, ParseError> {
    Ok(number::Expected::parse(number, unit, tolerance)?)
}

/// `ordinal:`
pub(super) fn ordinal(text: &str) -> Result<u32, ParseError> {
    Ok(ordinal::parse(text)?)
}

/// `money:` with its tolerance.
pub(super) fn money(text: &str, tolerance: Option<&str>) -> Result<money::Expected, ParseError> {
    Ok(money::Expected::parse(text, tolerance)?)
}

/// `percent:` with its tolerance.
pub(super) fn percent(
    text: &str,
    tolerance: Option<&str>,
) -> Result<percent::Expected, ParseError> {
    Ok(percent::Expected::parse(text, tolerance)?)
}

/// `duration:` with its tolerance.
pub(super) fn duration(
    text: &str,
    tolerance: Option<&str>,
) -> Result<duration::Expected, ParseError> {
    let expected = duration::Expected::parse(text)?;
    Ok(match tolerance {
        Some(tolerance) => expected.with_tolerance(tolerance)?,
        None => expected,
    })
}

/// Normalised: EDTF.
pub(super) fn date_text(date: &date::Expected) -> String {
    date.to_string()
}

/// Normalised: ISO 8601.
pub(super) fn duration_text(duration: &duration::Expected) -> String {
    duration.to_string()
}

/// Normalised: a plain number with its unit.
pub(super) fn number_text(number: &number::Expected) -> String {
    number.to_string()
}

/// Normalised: currency code and amount.
pub(super) fn money_text(money: &money::Expected) -> String {
    money.to_string()
}

/// Normalised: a plain number and `%`.
pub(super) fn percent_text(percent: &percent::Expected) -> String {
    percent.to_string()
}

/// Whether two dates have no day in common, even so many days apart.
pub(super) fn dates_disjoint(
    one: &date::Expected,
    two: &date::Expected,
    tolerance_days: i64,
) -> bool {
    !one.interval().widened(tolerance_days).overlaps(&two.interval())
}

/// Whether two periods differ at either end; a coarser end agrees with a finer one.
pub(super) fn periods_disjoint(one: &date::Expected, two: &date::Expected) -> bool {
    let (one, two) = (one.to_string(), two.to_string());
    let (Some(one), Some(two)) = (one.split_once('/'), two.split_once('/')) else { return false };
    [(one.0, two.0), (one.1, two.1)].into_iter().any(|(end, other)| {
        let ends = (date(end).ok(), date(other).ok());
        matches!(ends, (Some(end), Some(other)) if dates_disjoint(&end, &other, 0))
    })
}

/// Whether no length of time satisfies both.
pub(super) fn durations_disjoint(one: &duration::Expected, two: &duration::Expected) -> bool {
    let amount = |expected: &duration::Expected| {
        let seconds = expected.length.in_seconds();
        Amount { low: seconds, high: seconds, granularity: 0.0 }
    };
    amounts_disjoint((&amount(one), one.tolerance), (&amount(two), two.tolerance))
}

/// Whether no number satisfies both; different units say nothing.
pub(super) fn numbers_disjoint(one: &number::Expected, two: &number::Expected) -> bool {
    one.unit == two.unit
        && amounts_disjoint((&one.amount, one.tolerance), (&two.amount, two.tolerance))
}

/// Whether no amount satisfies both; different currencies say nothing.
pub(super) fn monies_disjoint(one: &money::Expected, two: &money::Expected) -> bool {
    one.currency.code == two.currency.code
        && amounts_disjoint((&one.amount, one.tolerance), (&two.amount, two.tolerance))
}

/// Whether no percentage satisfies both; points and percent say nothing of each other.
pub(super) fn percents_disjoint(one: &percent::Expected, two: &percent::Expected) -> bool {
    let (first, second) = (&one.percent, &two.percent);
    first.points == second.points
        && amounts_disjoint((&first.amount, one.tolerance), (&second.amount, two.tolerance))
}

type Tolerated<'a> = (&'a Amount, Option<Tolerance>);

fn amounts_disjoint((one, slack): Tolerated<'_>, (two, other_slack): Tolerated<'_>) -> bool {
    let around = |amount, tolerance: Option<Tolerance>| {
        tolerance.map_or(0.0, |tolerance| tolerance.around(amount))
    };
    let slack = around(one, slack) + around(two, other_slack);
    one.low - slack > two.high || two.low - slack > one.high
}
