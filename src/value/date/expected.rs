//! Dates as rules state them: EDTF (ISO 8601-2) level 0 and the promised part of level 1. Prose is
//! not read here.

use std::fmt;

use jiff::civil::Date;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::Interval;
use super::calendar::{self, Season};

/// A date as a rule states it.
#[derive(Debug, Clone, PartialEq)]
pub struct Expected {
    pub(super) from: Interval,
    pub(super) to: Interval,
    pub(super) shape: Shape,
    /// `1760~`: one unit either way.
    pub(super) about: bool,
    written: String,
}

/// How the ends of an expected date belong together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// `2016-08`: some day in it, or all of it; both ends are the same.
    Single,
    /// `[a..b]`: some day in it.
    SomeDay,
    /// `a/b`: from the one to the other.
    Lasting,
}

/// Why a date in a rule could not be understood, and how to write it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParseError {
    /// What is wrong.
    pub message: String,
    /// How to write it.
    pub help: String,
}

impl fmt::Display for ParseError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}; {}", self.message, self.help)
    }
}

impl std::error::Error for ParseError {}

const FORMS: &str = "write 2016, 2016-06, 2016-08-29, 1760~ (about), [2016..2017] (some day in), \
                     2020-10-26/2020-10-27 (lasting) or ../2020 (open)";

impl Expected {
    /// Reads the date of a rule.
    ///
    /// # Errors
    /// When the form is unknown, a date does not exist, or an interval is reversed.
    ///
    /// ```
    /// use factlint::value::date::Expected;
    /// assert_eq!(Expected::parse("1760~").unwrap().to_string(), "1760~");
    /// assert!(Expected::parse("2016-02-30").is_err());
    /// ```
    pub fn parse(written: &str) -> Result<Self, ParseError> {
        let trimmed = written.trim();
        let bracketed = trimmed.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
        if let Some((from, to)) = bracketed.and_then(|inner| inner.split_once("..")) {
            return Self::between(trimmed, from, to, Shape::SomeDay);
        }
        if let Some((from, to)) = trimmed.split_once('/') {
            return Self::between(trimmed, from, to, Shape::Lasting);
        }
        let (date, about) = qualified(bracketed.unwrap_or(trimmed));
        let interval = calendar_date(date)?;
        let written = trimmed.to_owned();
        Ok(Self { from: interval, to: interval, shape: Shape::Single, about, written })
    }

    fn between(written: &str, from: &str, to: &str, shape: Shape) -> Result<Self, ParseError> {
        let (from, about_from) = qualified(from.trim());
        let (to, about_to) = qualified(to.trim());
        let open = |end: &str| matches!(end, "" | "..");
        if open(from) && open(to) {
            return Err(error(format!("`{written}` is open at both ends"), FORMS));
        }
        let from_interval =
            if open(from) { Interval::day(Date::MIN) } else { calendar_date(from)? };
        let to_interval = if open(to) { Interval::day(Date::MAX) } else { calendar_date(to)? };
        if from_interval.first > to_interval.last {
            let help = format!("the earlier date comes first: {to} before {from}");
            return Err(error(format!("`{written}` ends before it begins"), &help));
        }
        let (about, written) = (about_from || about_to, written.to_owned());
        Ok(Self { from: from_interval, to: to_interval, shape, about, written })
    }

    /// Every day it covers; one unit more at both ends when it is marked as about.
    pub fn interval(&self) -> Interval {
        let whole = self.from.hull(&self.to);
        if !self.about {
            return whole;
        }
        let unit = calendar::unit_of_length(&self.from).max(calendar::unit_of_length(&self.to));
        calendar::widened(&whole, unit, 1)
    }

    /// Whether it has two ends: `2025/2035`.
    pub fn is_period(&self) -> bool {
        self.shape == Shape::Lasting
    }
}

/// A date is kept as it is written.
impl Serialize for Expected {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.written)
    }
}

impl<'de> Deserialize<'de> for Expected {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::parse(<&str>::deserialize(deserializer)?).map_err(D::Error::custom)
    }
}

impl fmt::Display for Expected {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.written)
    }
}

/// Splits off the marks of level 1: `~` about, `?` uncertain, `%` both.
fn qualified(date: &str) -> (&str, bool) {
    let bare = date.trim_end_matches(['~', '?', '%']).trim_start_matches('~');
    (bare, bare.len() != date.len())
}

fn error(message: String, help: &str) -> ParseError {
    ParseError { message, help: help.to_owned() }
}

fn calendar_date(date: &str) -> Result<Interval, ParseError> {
    let unknown = || error(format!("`{date}` is not a date factlint knows"), FORMS);
    if date.is_empty() {
        return Err(error("the date is empty".to_owned(), FORMS));
    }
    let (sign, digits) = match date.strip_prefix('-') {
        Some(digits) => (-1, digits),
        None => (1, date),
    };
    let mut fields = digits.split('-');
    let year = fields.next().unwrap_or("");
    let (second, third) = (fields.next(), fields.next());
    // `960`, of the year 960
    if year.len() == 3 && year.bytes().all(|byte| byte.is_ascii_digit()) {
        let help = format!("a year has four digits: 0{year}");
        return Err(error(format!("`{date}` is not a date factlint knows"), &help));
    }
    if fields.next().is_some() || year.len() != 4 || !year.is_ascii() {
        return Err(unknown());
    }
    let masked = year.trim_end_matches(['X', 'x']);
    if masked.len() < 4 {
        return masked_year(masked, sign).filter(|_| second.is_none()).ok_or_else(unknown);
    }
    let year = sign * number(year, 4).ok_or_else(unknown)?;
    let Some(second) = second else { return calendar::year(year).ok_or_else(unknown) };
    if let Some(nth) = second.strip_prefix(['Q', 'q', 'W', 'w', 'H', 'h']) {
        let part = numbered(year, second, nth).filter(|_| third.is_none());
        return part.ok_or_else(|| impossible(date));
    }
    let month = number(second, 2).ok_or_else(unknown)?;
    let Some(third) = third else {
        return month_or_season(year, month).ok_or_else(|| impossible(date));
    };
    let day = number(third, 2).ok_or_else(unknown)?;
    let narrow = |field| i8::try_from(field).unwrap_or(0);
    calendar::date(year, narrow(month), narrow(day))
        .map(Interval::day)
        .ok_or_else(|| impossible(date))
}

/// A run of exactly so many digits.
fn number(field: &str, n_digits: usize) -> Option<i32> {
    let is_number = field.len() == n_digits && field.bytes().all(|byte| byte.is_ascii_digit());
    if is_number { field.parse().ok() } else { None }
}

/// `198X` and `19XX`.
fn masked_year(digits: &str, sign: i32) -> Option<Interval> {
    let first = number(digits, digits.len())?.checked_mul(sign)?;
    match digits.len() {
        3 => calendar::years(first * 10, first * 10 + 9),
        2 => calendar::years(first * 100, first * 100 + 99),
        _ => None,
    }
}

/// `2013-Q1`, `2013-W12`, `2020-H1`: what factlint prints, it reads.
fn numbered(year: i32, field: &str, nth: &str) -> Option<Interval> {
    let nth: i8 = nth.parse().ok()?;
    match field.as_bytes().first()? | 0x20 {
        b'q' if (1..=4).contains(&nth) => calendar::run_of_months(year, nth, 3),
        b'h' if (1..=2).contains(&nth) => calendar::run_of_months(year, nth, 6),
        b'w' => calendar::iso_week(year, nth),
        _ => None,
    }
}

/// A month, or a season of level 1: 21 is spring.
fn month_or_season(year: i32, field: i32) -> Option<Interval> {
    match field {
        21 => calendar::season(year, Season::Spring),
        22 => calendar::season(year, Season::Summer),
        23 => calendar::season(year, Season::Autumn),
        24 => calendar::season(year, Season::Winter),
        _ => calendar::month(year, i8::try_from(field).ok()?),
    }
}

fn impossible(date: &str) -> ParseError {
    let mut fields = date.rsplit('-');
    let day = fields.next().and_then(|field| field.parse::<i8>().ok());
    let month = fields.next().and_then(|field| field.parse::<i8>().ok());
    let year = fields.next().and_then(|field| field.parse::<i32>().ok());
    let message = format!("`{date}` does not exist");
    match (year, month, day) {
        (Some(year), Some(month), Some(day)) => match calendar::month_end(year, month) {
            Some(last) => error(message, &format!("that month has {} days", last.day())),
            None if calendar::month(year, day).is_some() => error(
                message,
                &format!("year, month, day: did you mean {year:04}-{day:02}-{month:02}?"),
            ),
            None => error(message, "months are 01 to 12"),
        },
        _ => error(message, "months are 01 to 12, quarters Q1 to Q4, weeks W01 to W53"),
    }
}
