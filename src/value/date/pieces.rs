//! Which days a piece of a year and a part of a whole are: the definitions of `claims.md` for seasons,
//! quarters, early, mid and late, and the news default for a missing year.

use jiff::civil::{Date, Weekday};

use super::calendar::{self, Unit};
use super::form::{Part, Piece};
use super::{Interval, Tense};
use crate::value::Unsettled;

/// A month, or a month and day, without a year, as news means it.
pub(super) fn yearless(piece: Piece, day: Date, tense: Tense) -> Vec<Interval> {
    let this = i32::from(day.year());
    let Some(here) = piece.of_year(this) else { return leap_day(piece, this, tense) };
    let (previous, next) = (piece.of_year(this - 1), piece.of_year(this + 1));
    // A day of grace: the article's own date may be a time zone behind.
    let ahead = calendar::days_between(day, here.first);
    let behind = calendar::days_between(here.last, day);
    let readings = match tense {
        Tense::Past if ahead > 1 => [previous, None],
        Tense::Future if behind > 1 => [next, None],
        Tense::Unknown if ahead > 183 => [previous, Some(here)],
        Tense::Unknown if ahead > 1 => [Some(here), previous],
        // "Jan. 1" in November
        Tense::Unknown if behind > 300 => [next, Some(here)],
        _ => [Some(here), None],
    };
    readings.into_iter().flatten().collect()
}

fn leap_day(piece: Piece, year: i32, tense: Tense) -> Vec<Interval> {
    let back = (1..=8).find_map(|n| piece.of_year(year - n));
    let on = (1..=8).find_map(|n| piece.of_year(year + n));
    if tense == Tense::Future { on.into_iter().collect() } else { back.into_iter().collect() }
}

pub(super) fn weekday_number(day: Date) -> i8 {
    day.weekday().to_monday_one_offset()
}

pub(super) fn named_weekday(weekday: i8) -> Result<Weekday, Unsettled> {
    Weekday::from_monday_one_offset(weekday).map_err(|_| Unsettled::Incomparable)
}

impl Piece {
    /// The piece of that year, when it has one.
    pub(super) fn of_year(self, year: i32) -> Option<Interval> {
        match self {
            Self::Year => calendar::year(year),
            Self::Half(nth) => calendar::run_of_months(year, nth, 6),
            Self::Quarter(nth) => calendar::run_of_months(year, nth, 3),
            Self::Season(season) => calendar::season(year, season),
            Self::Month(month) => calendar::month(year, month),
            Self::Day { month, day } => calendar::date(year, month, day).map(Interval::day),
            Self::NthWeekday { month, nth, weekday } => {
                nth_weekday(&calendar::month(year, month)?, nth, weekday)
            }
            Self::Easter(days) => {
                let easter = calendar::easter(year)?;
                calendar::add_days(easter, i64::from(days)).map(Interval::day)
            }
        }
    }
}

impl Part {
    /// The part of that whole, when it has one.
    pub(super) fn of(self, whole: &Interval) -> Option<Interval> {
        let (year, month) = (i32::from(whole.first.year()), whole.first.month());
        match self {
            Self::Early => Some(third(whole, 0)),
            Self::Mid => Some(third(whole, 1)),
            Self::Late => Some(third(whole, 2)),
            Self::Piece(piece) => piece.of_year(year),
            Self::Day(day) => calendar::date(year, month, day).map(Interval::day),
            Self::Weekday(weekday) => {
                let weekday = named_weekday(weekday).ok()?;
                let day = calendar::weekday_on_or_after(whole.first, weekday)?;
                Some(Interval::day(day)).filter(|day| whole.contains(day))
            }
            Self::NthWeekday(nth, weekday) => nth_weekday(whole, nth, weekday),
            Self::NthWeek(-1) => {
                let week = calendar::week_of(whole.last)?;
                // The week belongs to the whole that holds its Thursday.
                let thursday = calendar::add_days(week.first, 3)?;
                if thursday <= whole.last {
                    return Some(week);
                }
                calendar::week_of(calendar::add_days(week.first, -1)?)
            }
            Self::NthWeek(nth) => {
                let first = calendar::week_of(whole.first)?;
                let thursday = calendar::add_days(first.first, 3)?;
                let skip = if thursday < whole.first { nth } else { nth - 1 };
                calendar::unit_of(first.first, Unit::Week, i64::from(skip))
            }
            Self::NthWeekend(nth) => {
                let saturday = nth_weekday(whole, nth, 6)?;
                calendar::weekend_of(saturday.first)
            }
            Self::Run { n, unit, last } => run(whole, i64::from(n), unit, last),
        }
    }
}

fn nth_weekday(whole: &Interval, nth: i8, weekday: i8) -> Option<Interval> {
    let weekday = named_weekday(weekday).ok()?;
    let day = if nth < 0 {
        calendar::weekday_on_or_before(whole.last, weekday)?
    } else {
        let first = calendar::weekday_on_or_after(whole.first, weekday)?;
        calendar::add_days(first, 7 * (i64::from(nth) - 1))?
    };
    Some(Interval::day(day)).filter(|day| whole.contains(day))
}

fn run(whole: &Interval, n: i64, unit: Unit, last: bool) -> Option<Interval> {
    if last {
        let after = calendar::add_days(whole.last, 1)?;
        Interval::new(calendar::shifted(after, -n, unit)?, whole.last)
    } else {
        let end = calendar::shifted(whole.first, n, unit)?;
        Interval::new(whole.first, calendar::add_days(end, -1)?)
    }
}

/// Early, mid and late as `claims.md` defines them for years and months; of anything else the thirds.
fn third(whole: &Interval, nth: i8) -> Interval {
    let (year, month) = (i32::from(whole.first.year()), whole.first.month());
    let defined = if calendar::year(year) == Some(*whole) {
        match nth {
            0 => calendar::months((year, 1), (year, 4)),
            1 => calendar::months((year, 4), (year, 9)),
            _ => calendar::months((year, 9), (year, 12)),
        }
    } else if calendar::month(year, month) == Some(*whole) {
        let days = |from, to| {
            Interval::new(calendar::date(year, month, from)?, calendar::date(year, month, to)?)
        };
        match nth {
            0 => days(1, 10),
            1 => days(11, 20),
            _ => days(21, whole.last.day()),
        }
    } else {
        let length = whole.n_days();
        // A day of overlap at each joint, and decades by their years.
        let (from, to) = (length * i64::from(nth) / 3 - 1, length * i64::from(nth + 1) / 3 + 1);
        let first = calendar::add_days(whole.first, from.max(0));
        let last = calendar::add_days(whole.first, to.min(length - 1));
        first.zip(last).and_then(|(first, last)| Interval::new(first, last))
    };
    defined.unwrap_or(*whole)
}
