//! The one place where rules call the value kinds' own parsers.
//!
//! Rules must not know how a date or an amount is written or compared; the kinds do.

use crate::value::date::Interval;
use crate::value::{date, duration, money, number, percent};

/// Why a value could not be read.
pub(super) struct ParseError {
    pub(super) message: String,
    pub(super) help: Option<String>,
}

/// `date:`, `period:`, `from:`, `to:`, `valid:`
pub(super) fn date(_text: &str) -> Result<date::Expected, ParseError> {
    Ok(date::Expected {})
}

/// First and last day, where the expression has both.
pub(super) fn days(_date: &date::Expected) -> Option<Interval> {
    None
}

/// `number:` with its unit and tolerance.
pub(super) fn number(
    _number: &str,
    _unit: Option<&str>,
    _tolerance: Option<&str>,
) -> Result<number::Expected, ParseError> {
    Ok(number::Expected {})
}

/// `money:` with its tolerance.
pub(super) fn money(_text: &str, _tolerance: Option<&str>) -> Result<money::Expected, ParseError> {
    Ok(money::Expected {})
}

/// `percent:` with its tolerance.
pub(super) fn percent(
    _text: &str,
    _tolerance: Option<&str>,
) -> Result<percent::Expected, ParseError> {
    Ok(percent::Expected {})
}

/// `duration:`
pub(super) fn duration(_text: &str) -> Result<duration::Expected, ParseError> {
    Ok(duration::Expected {})
}

/// Normalised: EDTF.
pub(super) fn date_text(_date: &date::Expected) -> String {
    String::new()
}

/// Normalised: ISO 8601.
pub(super) fn duration_text(_duration: &duration::Expected) -> String {
    String::new()
}

/// Normalised: a plain number with its unit.
pub(super) fn number_text(_number: &number::Expected) -> String {
    String::new()
}

/// Normalised: currency code and amount.
pub(super) fn money_text(_money: &money::Expected) -> String {
    String::new()
}

/// Normalised: a plain number and `%`.
pub(super) fn percent_text(_percent: &percent::Expected) -> String {
    String::new()
}

/// Whether two dates have no day in common, even so many days apart.
pub(super) fn dates_disjoint(
    _one: &date::Expected,
    _two: &date::Expected,
    _tolerance_days: i64,
) -> bool {
    false
}

/// Whether no number satisfies both; different units say nothing.
pub(super) fn numbers_disjoint(_one: &number::Expected, _two: &number::Expected) -> bool {
    false
}

/// Whether no amount satisfies both.
pub(super) fn monies_disjoint(_one: &money::Expected, _two: &money::Expected) -> bool {
    false
}

/// Whether no percentage satisfies both.
pub(super) fn percents_disjoint(_one: &percent::Expected, _two: &percent::Expected) -> bool {
    false
}
