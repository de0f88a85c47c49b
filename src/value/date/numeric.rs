//! Dates in digits: 2018-07-30, 27/10/2020, 27.10.2020, 04/2016, 20161016.

use super::DayMonthOrder;
use super::form::{Form, Piece};
use super::joints;
use super::read::Found;
use super::scan::{Prose, is_dash};
use super::words::Word;

/// Every form of this family at `at`.
pub(super) fn dates(prose: &Prose<'_>, at: usize, found: &mut Vec<Found>) {
    if prose.digits(at).is_some() {
        found.extend(full(prose, at));
        found.extend(year_and_month(prose, at));
        found.extend(eight_digits(prose, at));
        if asks_for_day(prose, at) {
            found.extend(day_and_month(prose, at));
        }
    }
}

/// Two numbers joined without spaces, and the joint.
fn joined(prose: &Prose<'_>, at: usize) -> Option<(char, (u32, usize))> {
    let mark = prose.mark(at);
    let joint = if is_dash(mark) { '-' } else { mark };
    let joins = matches!(joint, '-' | '/' | '.') && prose.glued(at) && prose.glued(at + 1);
    if joins { prose.digits(at + 1).map(|digits| (joint, digits)) } else { None }
}

/// Three numbers: year first, or day and month in an order that may be open.
pub(super) fn full(prose: &Prose<'_>, at: usize) -> Option<Found> {
    if joints::is_joined_before(prose, at) {
        return None;
    }
    let (first, first_digits) = prose.digits(at)?;
    let (joint, (second, second_digits)) = joined(prose, at + 1)?;
    let (other, (third, third_digits)) = joined(prose, at + 3)?;
    let end = at + 5;
    if joint != other || joined(prose, end).is_some() || second_digits > 2 {
        return None;
    }
    let form = match (first_digits, third_digits) {
        (4, 1 | 2) => year_first(first, second, third)?,
        (1 | 2, 4) => day_and_month_form(first, second, Some(i32::try_from(third).ok()?))?,
        // "1.10.12" is a version.
        (1 | 2, 2) if joint != '.' => {
            let year = i32::try_from(third).ok()?;
            let year = if year < 40 { 2000 + year } else { 1900 + year };
            day_and_month_form(first, second, Some(year))?
        }
        _ => return None,
    };
    Some(Found::new(at, end, form, "numeric day"))
}

fn year_first(year: u32, month: u32, day: u32) -> Option<Form> {
    let year = i32::try_from(year).ok().filter(|year| (1000..=2199).contains(year))?;
    let piece = Piece::Day { month: i8::try_from(month).ok()?, day: i8::try_from(day).ok()? };
    piece.of_year(year).map(|_| Form::calendar(Some(year), piece))
}

/// Settled when one of the two cannot be a month.
fn day_and_month_form(first: u32, second: u32, year: Option<i32>) -> Option<Form> {
    let (first, second) = (i8::try_from(first).ok()?, i8::try_from(second).ok()?);
    let exists = |month, day| Piece::Day { month, day }.of_year(year.unwrap_or(2020)).is_some();
    if year.is_some_and(|year| !(1000..=2199).contains(&year)) {
        return None;
    }
    match (exists(first, second), exists(second, first)) {
        (true, true) if first != second => Some(Form::Numeric { first, second, year }),
        (true, _) => Some(Form::calendar(year, Piece::Day { month: first, day: second })),
        (_, true) => Some(Form::calendar(year, Piece::Day { month: second, day: first })),
        _ => None,
    }
}

/// "27/10", "5-12", only where the words ask for a day.
pub(super) fn day_and_month(prose: &Prose<'_>, at: usize) -> Option<Found> {
    if joints::is_joined_before(prose, at) {
        return None;
    }
    let (first, first_digits) = prose.digits(at)?;
    let (joint, (second, second_digits)) = joined(prose, at + 1)?;
    let is_weekday = matches!(prose.word_before(at), Word::Weekday(_));
    let is_name = matches!((first, second), (9, 11) | (24, 7) | (7, 7) | (26, 11));
    if first_digits > 2 || second_digits > 2 || joined(prose, at + 3).is_some() || is_name {
        return None;
    }
    if joint != '/' && !is_weekday {
        return None;
    }
    let form = day_and_month_form(first, second, None)?;
    Some(Found::new(at, at + 3, form, "numeric day without year"))
}

fn asks_for_day(prose: &Prose<'_>, at: usize) -> bool {
    matches!(
        prose.word_before(at),
        Word::On
            | Word::Until
            | Word::Before
            | Word::After
            | Word::Since
            | Word::From
            | Word::Weekday(_)
    )
}

/// "2015-12", "2015/12", "04/2016", "12-2015".
fn year_and_month(prose: &Prose<'_>, at: usize) -> Option<Found> {
    if joints::is_joined_before(prose, at) {
        return None;
    }
    let (first, first_digits) = prose.digits(at)?;
    let (joint, (second, second_digits)) = joined(prose, at + 1)?;
    let end = at + 3;
    if joint == '.' || joined(prose, end).is_some() || joints::is_joined_after(prose, end) {
        return None;
    }
    let is_long_dash = prose.mark(at + 1) != joint;
    let (year, month) = match (first_digits, second_digits) {
        // "2011-12" is a season or a fiscal year before it is a December.
        (4, 2) if first % 100 + 1 == second || is_long_dash => return None,
        (4, 2) => (first, second),
        (1 | 2, 4) if !is_long_dash => (second, first),
        _ => return None,
    };
    let year = i32::try_from(year).ok().filter(|year| (1000..=2199).contains(year))?;
    let month = i8::try_from(month).ok().filter(|month| (1..=12).contains(month))?;
    Some(Found::new(at, end, Form::calendar(Some(year), Piece::Month(month)), "numeric month"))
}

/// "20161016".
fn eight_digits(prose: &Prose<'_>, at: usize) -> Option<Found> {
    let (value, n_digits) = prose.digits(at)?;
    let is_date = n_digits == 8 && (19_000_101..=20_991_231).contains(&value);
    if !is_date || joints::is_joined_before(prose, at) || joints::is_joined_after(prose, at + 1) {
        return None;
    }
    let form = year_first(value / 10_000, value / 100 % 100, value % 100)?;
    Some(Found::new(at, at + 1, form, "eight digits"))
}

/// The order of day and month that a numeric date shows as written: 27/10/2020 is day first.
pub fn shown_order(written: &str) -> DayMonthOrder {
    let mut parts = written.split(['/', '.', '-']).map(str::parse::<u32>);
    let (Some(Ok(first)), Some(Ok(second)), Some(Ok(_))) =
        (parts.next(), parts.next(), parts.next())
    else {
        return DayMonthOrder::Unknown;
    };
    match (first, second) {
        (13..=31, 1..=12) => DayMonthOrder::DayFirst,
        (1..=12, 13..=31) => DayMonthOrder::MonthFirst,
        _ => DayMonthOrder::Unknown,
    }
}
