//! The one place where rules call the value kinds' own parsers.
//!
//! Rules must not know how a date or an amount is written or compared; the kinds do.

use crate::value::date::Interval;
use crate::value::{ParseError as ValueError, date, duration, money, number, percent};

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

/// `duration:`
pub(super) fn duration(text: &str) -> Result<duration::Expected, ParseError> {
    Ok(duration::Expected::parse(text)?)
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
