//! Weeks and their days: "Friday of last week", "next week on Friday", "the week of April 10", "week 31 of 2018".

use super::calendar::Unit;
use super::form::{Form, Part, Piece};
use super::number_words::year;
use super::part::pointed;
use super::read::{Found, simple};
use super::scan::{Kind, Prose, is_dash};
use super::words::Word;
use super::{anchored, relative};

/// Every form of this family at `at`.
pub(super) fn dates(prose: &Prose<'_>, at: usize, found: &mut Vec<Found>) {
    found.extend(of_pointed_week(prose, at));
    found.extend(week_of(prose, at));
}

/// "Tuesday of last week", "Friday next week".
fn of_pointed_week(prose: &Prose<'_>, at: usize) -> Option<Found> {
    let Word::Weekday(weekday) = prose.word(at) else { return week_then_day(prose, at) };
    let (of, end) = pointed(prose, at + 1, &[Unit::Week])?;
    Some(Found::new(at, end, Form::part(Part::Weekday(weekday), of), "weekday of a pointed week"))
}

/// "next week Wednesday", "next week on Friday".
fn week_then_day(prose: &Prose<'_>, at: usize) -> Option<Found> {
    let (of, end) = relative::unit(prose, at).or_else(|| anchored::unit(prose, at))?;
    let day_at = match prose.kind(end) {
        Kind::Word(Word::On) => end + 1,
        Kind::Mark(mark) if is_dash(mark) => end + 1,
        _ => end,
    };
    let Word::Weekday(weekday) = prose.word(day_at) else { return None };
    let is_week = matches!(of, Form::Unit { unit: Unit::Week, .. });
    let form = Form::part(Part::Weekday(weekday), of);
    is_week.then(|| Found::new(at, day_at + 1, form, "weekday of a pointed week"))
}

/// "the week of April 10", "the week beginning 4 February", "week 31 of 2018".
fn week_of(prose: &Prose<'_>, at: usize) -> Option<Found> {
    let unit_at = prose.past_word(at, Word::The);
    if prose.word(unit_at) != Word::Unit(Unit::Week) {
        return None;
    }
    if let Some((week, n_digits)) =
        prose.digits(unit_at + 1).filter(|&(week, _)| (1..=53).contains(&week))
    {
        let year = year(prose, prose.past_word(unit_at + 2, Word::Of));
        let (year, end) = year.map_or((None, unit_at + 2), |(year, end)| (Some(year), end));
        let week = i8::try_from(week).ok().filter(|_| n_digits <= 2)?;
        // "week 3" of a season or a trial says no year; none of them has thirty weeks, or four digits.
        let is_late = week >= 25
            && matches!(prose.word_before(at), Word::In | Word::By | Word::From | Word::Until)
            && !prose.is(end, Word::Of);
        return (year.is_some() || is_late)
            .then(|| Found::new(at, end, Form::Week { year, week }, "numbered week"));
    }
    let begins = ["beginning", "starting", "commencing", "ending"];
    let date_at = match prose.word(unit_at + 1) {
        Word::Of => unit_at + 2,
        _ if begins.iter().any(|word| prose.says(unit_at + 1, word)) => {
            prose.past_word(unit_at + 2, Word::On)
        }
        _ => return None,
    };
    let day = simple(prose, date_at)?;
    let is_day = match &day.form {
        Form::Calendar(calendar) => matches!(calendar.piece, Piece::Day { .. }),
        Form::Numeric { .. } => true,
        _ => false,
    };
    is_day.then(|| Found::new(at, day.end, Form::WeekOf(Box::new(day.form)), "week of a day"))
}
