//! Dates with a month's name, and bare weekdays, months and years.

use super::form::{Calendar, Form, Piece};
use super::joints;
use super::names;
use super::negative;
use super::nouns::is_any;
use super::number_words::{day, is_continued, ordinal, short_year, year};
use super::numeric;
use super::read::Found;
use super::scan::{Kind, Prose, is_apostrophe, is_dash};
use super::words::Word;

/// Every form of this family at `at`; the longest wins.
pub(super) fn dates(prose: &Prose<'_>, at: usize, found: &mut Vec<Found>) {
    match prose.kind(at) {
        Kind::Word(Word::Weekday(_)) => {
            found.extend(weekday_and_date(prose, at));
            found.extend(bare_weekday(prose, at));
        }
        Kind::Word(Word::Month(_)) => {
            found.extend(month_first(prose, at));
            found.extend(month_and_year(prose, at));
            found.extend(bare_month(prose, at));
        }
        Kind::Digits { n_digits: 4, .. } => {
            found.extend(year_first(prose, at));
            found.extend(bare_year(prose, at));
        }
        Kind::Digits { n_digits: 3, .. } => found.extend(bare_year(prose, at)),
        Kind::Digits { .. } | Kind::Nth(_) | Kind::Word(Word::Ordinal(_)) => {
            found.extend(day_first(prose, at));
        }
        Kind::Word(Word::Cardinal(_)) => {
            found.extend(day_first(prose, at));
            found.extend(written_year(prose, at));
        }
        Kind::Mark(mark) if is_apostrophe(mark) => found.extend(marked_year(prose, at)),
        _ => {}
    }
    found.extend(era(prose, at));
    found.extend(day_of_month(prose, at));
}

/// "in '49", "the class of ’68": of the last century or this one, or of the one before.
fn marked_year(prose: &Prose<'_>, at: usize) -> Option<Found> {
    let led = matches!(
        prose.word_before(at),
        Word::In | Word::Of | Word::Since | Word::By | Word::From | Word::Until | Word::During
    );
    let free = led && !prose.glued(at) && prose.glued(at + 1);
    let (year, end) = short_year(prose, at).filter(|_| free)?;
    let glued = prose.glued(end) && matches!(prose.kind(end), Kind::Word(_));
    let closes = !(glued || is_apostrophe(prose.mark(end)));
    let plain = |year: i32| Form::calendar(Some(year), Piece::Year);
    let form = Form::Either(vec![plain(year), plain(year % 100 + 1800)]);
    closes.then(|| Found::new(at, end, form, "year without its century"))
}

/// A month's name and the token after it, an abbreviation's full stop left out.
pub(super) fn month(prose: &Prose<'_>, at: usize) -> Option<(i8, usize)> {
    match prose.word(at) {
        Word::Month(month) => Some((month, at + 1)),
        _ => None,
    }
}

/// Past an abbreviation's full stop.
fn past_stop(prose: &Prose<'_>, at: usize) -> usize {
    if prose.mark(at) == '.' && prose.glued(at) { at + 1 } else { at }
}

fn is_dash_or_slash(mark: char) -> bool {
    is_dash(mark) || mark == '/'
}

/// Past one mark that joins the pieces of a date without spaces: "19-Nov-12", "Oct/2".
fn past_joint(prose: &Prose<'_>, at: usize) -> usize {
    let joins = prose.glued(at)
        && prose.glued(at + 1)
        && (is_dash(prose.mark(at)) || prose.mark(at) == '/');
    if joins { at + 1 } else { at }
}

fn date(year: Option<i32>, month: i8, day: i8, start: usize, end: usize) -> Option<Found> {
    // A leap year allows every day a month can have.
    Piece::Day { month, day }.of_year(year.unwrap_or(2020))?;
    Some(Found::new(start, end, Form::calendar(year, Piece::Day { month, day }), "day"))
}

/// "July 30, 2018", "Oct. 27", "May the twenty-first", "Sep-23-2020".
fn month_first(prose: &Prose<'_>, at: usize) -> Option<Found> {
    let (month, after) = month(prose, at)?;
    let joint = past_joint(prose, past_stop(prose, after));
    let day_at = match prose.mark(joint) {
        // "March, 6th 2016": after a comma only an ordinal is a day.
        ',' if matches!(prose.kind(joint + 1), Kind::Nth(_)) => joint + 1,
        _ => prose.past_word(joint, Word::The),
    };
    let (day, end) = day(prose, day_at)?;
    let is_digits = prose.digits(day_at).is_some();
    if is_digits
        && (is_continued(prose, day_at) || negative::is_counted_after_month(prose, at, day_at))
    {
        return None;
    }
    if let Some((year, end)) = year_after(prose, end, true) {
        return date(Some(year), month, day, at, end);
    }
    // "This July the fourth forum was held"
    let counts = prose.is(joint, Word::The) && is_noun_or_dash(prose, end);
    if counts && !prose.is(end, Word::Of) {
        return None;
    }
    // "May 12:30", "Mar-a-Lago" and the like stop above; "May 5pm" stops here.
    if is_digits && prose.glued(end) && matches!(prose.kind(end), Kind::Word(_)) {
        return None;
    }
    date(None, month, day, at, end)
}

/// "30 July 2018", "30th of July, 2018", "19-Nov-12", "16. Nov. 2016".
fn day_first(prose: &Prose<'_>, at: usize) -> Option<Found> {
    // "7-8 May": the second day of a range is joined to the first.
    let ends_range = at >= 2
        && is_dash(prose.mark(at - 1))
        && prose
            .digits(at - 2)
            .is_some_and(|(first, n_digits)| n_digits == 4 || (n_digits <= 2 && first < 31));
    if !ends_range && joints::is_joined_before(prose, at) {
        return None;
    }
    let (day, after) = day(prose, at)?;
    let joint = past_joint(prose, past_stop(prose, after));
    let joint =
        if prose.is(joint, Word::Unit(super::calendar::Unit::Day)) { joint + 1 } else { joint };
    let month_at = prose.past_word(joint, Word::Of);
    let (month, end) = month(prose, month_at)?;
    // "5 may" is a date, "the five may go" is not.
    let is_verb = prose.says(month_at, "may") && !prose.capital(month_at);
    if is_verb && !matches!(prose.kind(at), Kind::Digits { .. } | Kind::Nth(_)) && joint == month_at
    {
        return None;
    }
    if let Some((year, end)) = year_after(prose, end, true) {
        return date(Some(year), month, day, at, end);
    }
    date(None, month, day, at, end)
}

/// "September 2018", "September, 2018", "June of 1992", "Dec-2018".
fn month_and_year(prose: &Prose<'_>, at: usize) -> Option<Found> {
    let (month, after) = month(prose, at)?;
    let (year, end) = year_after(prose, after, false)?;
    Some(Found::new(at, end, Form::calendar(Some(year), Piece::Month(month)), "month"))
}

/// "2012/Aug/10", "2024 August", "2018 March 18".
fn year_first(prose: &Prose<'_>, at: usize) -> Option<Found> {
    if joints::is_joined_before(prose, at) {
        return None;
    }
    let (year, after) = year(prose, at)?;
    let joint = past_joint(prose, after);
    let (month, after_month) = month(prose, joint)?;
    if !prose.capital(joint) && joint == after && prose.says(joint, "may") {
        return None;
    }
    let day_at = past_joint(prose, past_stop(prose, after_month));
    if let Some((day, end)) = day(prose, day_at).filter(|_| !is_continued(prose, day_at)) {
        return date(Some(year), month, day, at, end);
    }
    Some(Found::new(at, after_month, Form::calendar(Some(year), Piece::Month(month)), "month"))
}

/// The year that ends a date, past a comma, a joint, "of" or "in".
pub(super) fn year_after(prose: &Prose<'_>, at: usize, has_day: bool) -> Option<(i32, usize)> {
    let at = past_stop(prose, at);
    let joint = past_joint(prose, at);
    if joint > at {
        // "19-Nov-12", but "November 18-19" has no year.
        let is_joined = at >= 2 && is_dash_or_slash(prose.mark(at - 2));
        let short = short_year(prose, joint).filter(|_| is_joined || !has_day);
        return year(prose, joint).or(short);
    }
    let comma = prose.past_mark(at, ',');
    let linked = if matches!(prose.word(comma), Word::Of | Word::In) { comma + 1 } else { comma };
    let linked_to = linked > comma;
    if let Some(found) = year_of_era(prose, linked).or_else(|| year(prose, linked)) {
        return Some(found);
    }
    if is_apostrophe(prose.mark(linked)) {
        return short_year(prose, linked).filter(|&(_, end)| !prose.says(end, "s"));
    }
    let (year, end) = short_year(prose, linked)?;
    // "3 Feb 82" ends there; "3 Feb 20 people" does not, and a day is no year.
    let closes = !matches!(prose.kind(end), Kind::Word(_) | Kind::Digits { .. });
    let is_of = prose.word_before(linked) == Word::Of && linked_to;
    let (value, _) = prose.digits(linked)?;
    (is_of || (has_day && value > 31 && closes)).then_some((year, end))
}

/// "Monday, 27 October 2020", "Sunday 12/7/2014". The weekday never contradicts the date here.
fn weekday_and_date(prose: &Prose<'_>, at: usize) -> Option<Found> {
    let Word::Weekday(weekday) = prose.word(at) else { return None };
    let after = past_joint(prose, past_stop(prose, at + 1));
    let date_at = prose.past_mark(after, ',');
    let date_at = if prose.is(date_at, Word::The) { date_at + 1 } else { date_at };
    let date = month_first(prose, date_at)
        .or_else(|| day_first(prose, date_at))
        .or_else(|| numeric::full(prose, date_at))
        .or_else(|| numeric::day_and_month(prose, date_at))?;
    let form = match date.form {
        Form::Calendar(calendar) => Form::Calendar(Calendar { weekday: Some(weekday), ..calendar }),
        other => other,
    };
    Some(Found::new(at, date.end, form, "weekday and day"))
}

/// "on the 18th", "Friday the 15th", "Monday 13th".
fn day_of_month(prose: &Prose<'_>, at: usize) -> Option<Found> {
    let (weekday, the) = match prose.word(at) {
        Word::Weekday(weekday) => (Some(weekday), at + 1),
        Word::The if matches!(prose.word_before(at), Word::On | Word::Until | Word::By) => {
            (None, at)
        }
        _ => return None,
    };
    // "Sunday, the 8th"
    let is_apposed = prose.mark(the) == ',' && prose.is(the + 1, Word::The);
    let day_at = prose.past_word(if is_apposed { the + 1 } else { the }, Word::The);
    let (day, end) = match prose.kind(day_at) {
        Kind::Nth(day) => (day, day_at + 1),
        // "Friday the fifteenth"
        _ if weekday.is_some() && day_at > the => ordinal(prose, day_at)?,
        _ => return None,
    };
    let day = i8::try_from(day).ok().filter(|day| (1..=31).contains(day))?;
    let is_noun = is_noun_or_dash(prose, end);
    let form = Form::DayOfMonth { day, weekday };
    (!is_noun).then(|| Found::new(at, end, form, "day of an open month"))
}

/// "on the 15th floor", "on the 5th-largest"; not "on the 15th he sailed".
fn is_noun_or_dash(prose: &Prose<'_>, at: usize) -> bool {
    const CLOSED: &[&str] = &[
        "he", "she", "it", "they", "we", "i", "his", "her", "their", "was", "were", "is", "with",
        "when", "as", "but", "where", "an", "all", "he'd", "there", "under", "near",
    ];
    let is_noun = match prose.kind(at) {
        Kind::Word(Word::Plain) => !is_any(prose.written(at), CLOSED),
        Kind::Word(word) => matches!(word, Word::Unit(_) | Word::Of | Word::Half),
        _ => false,
    };
    is_noun || is_dash(prose.mark(at))
}

fn bare_weekday(prose: &Prose<'_>, at: usize) -> Option<Found> {
    let Word::Weekday(weekday) = prose.word(at) else { return None };
    names::is_weekday(prose, at).then(|| Found::new(at, at + 1, Form::Weekday(weekday), "weekday"))
}

fn bare_month(prose: &Prose<'_>, at: usize) -> Option<Found> {
    let (month, end) = month(prose, at)?;
    names::is_month(prose, at)
        .then(|| Found::new(at, end, Form::calendar(None, Piece::Month(month)), "bare month"))
}

fn bare_year(prose: &Prose<'_>, at: usize) -> Option<Found> {
    let (value, _) = prose.digits(at)?;
    let year = i32::try_from(value).ok()?;
    negative::is_year(prose, at)
        .then(|| Found::new(at, at + 1, Form::calendar(Some(year), Piece::Year), "year"))
}

/// "nineteen ninety-six" after a word that asks for a year.
fn written_year(prose: &Prose<'_>, at: usize) -> Option<Found> {
    let asks = matches!(
        prose.word_before(at),
        Word::In
            | Word::Since
            | Word::From
            | Word::Until
            | Word::By
            | Word::Of
            | Word::And
            | Word::Unit(_)
    );
    let (year, end) = year(prose, at).filter(|_| asks)?;
    let is_count =
        matches!(prose.kind(end), Kind::Word(Word::Plain | Word::Units(_) | Word::Hundred));
    let is_year = !is_count || prose.word_before(at) == Word::In;
    is_year.then(|| Found::new(at, end, Form::calendar(Some(year), Piece::Year), "year in words"))
}

/// "44 BC", "79 AD", "AD 79".
fn era(prose: &Prose<'_>, at: usize) -> Option<Found> {
    let (year, end) = year_of_era(prose, at)?;
    Some(Found::new(at, end, Form::calendar(Some(year), Piece::Year), "year with era"))
}

/// "146 BC", whatever stands before it; the year and the token after.
pub(super) fn year_before_christ(prose: &Prose<'_>, at: usize) -> Option<(i32, usize)> {
    let (value, _) = prose.digits(at).filter(|&(value, n)| n <= 4 && value > 0)?;
    let is_bc = prose.is(at + 1, Word::Bc) && prose.written(at + 1).starts_with('B');
    i32::try_from(value).ok().filter(|_| is_bc).map(|year| (1 - year, at + 2))
}

fn year_of_era(prose: &Prose<'_>, at: usize) -> Option<(i32, usize)> {
    let upper = |at: usize| prose.written(at).bytes().all(|byte| byte.is_ascii_uppercase());
    let (value, end, is_before) = match prose.kind(at) {
        Kind::Digits { value, n_digits } if n_digits <= 4 => match prose.word(at + 1) {
            Word::Bc if upper(at + 1) => (value, at + 2, true),
            Word::Ad if upper(at + 1) => (value, at + 2, false),
            _ => return None,
        },
        Kind::Word(Word::Ad) if upper(at) => match prose.digits(at + 1) {
            Some((value, n_digits)) if n_digits <= 4 => (value, at + 2, false),
            _ => return None,
        },
        _ => return None,
    };
    if joints::is_joined_before(prose, at) || value == 0 {
        return None;
    }
    let year = i32::try_from(value).ok()?;
    Some((if is_before { 1 - year } else { year }, end))
}
