//! From one date to another: "from 3 to 5 May", "2025–35", "between March and June 2017".

use super::absolute;
use super::calendar::Unit;
use super::form::{Calendar, Form, Origin, Piece};
use super::joints;
use super::number_words::{self, day, is_continued};
use super::read::{Found, point};
use super::scan::{Kind, Prose, is_apostrophe, is_dash};
use super::words::Word;

/// One end of a range: a date, or a day of the other end's month.
#[derive(Debug, Clone)]
enum End {
    Date(Form),
    Day { day: i8, year: Option<i32> },
}

/// Whether a range can begin at `at`, where the point there, if any, ends at `end`.
pub(super) fn may_range(prose: &Prose<'_>, at: usize, end: usize) -> bool {
    let closes = |at: usize| match prose.kind(at) {
        Kind::Mark(mark) => is_dash(mark) || mark == '~' || mark == '.',
        Kind::Word(word) => matches!(word, Word::To | Word::Until | Word::And),
        _ => false,
    };
    matches!(prose.word(at), Word::From | Word::Between) || closes(end) || closes(at + 1)
}

/// The range at `at`; two dates where a bracket holds the years of a life.
pub(super) fn range(prose: &Prose<'_>, at: usize) -> Vec<Found> {
    let opener = prose.word(at);
    let is_open = matches!(opener, Word::From | Word::Between);
    if !is_open && !can_open(prose.kind(at)) {
        return Vec::new();
    }
    let from_at = if is_open { at + 1 } else { at };
    for (from, from_end) in starts(prose, from_at) {
        let Some(to_at) = closed_by(prose, from_end, opener) else { continue };
        let Some((to, end)) = last_end(prose, &from, from_end, to_at) else { continue };
        let Some(form) = joined(from.clone(), to) else { continue };
        if prose.says(from_end, "to") && is_moved(prose, at) {
            return Vec::new();
        }
        if !is_open && !is_dated(&form) {
            continue;
        }
        if !is_open && joints::is_joined_after(prose, end) {
            return Vec::new();
        }
        return life(prose, at, from_end, end, &form)
            .unwrap_or_else(|| vec![Found::new(at, end, form, "range")]);
    }
    Vec::new()
}

fn can_open(kind: Kind) -> bool {
    match kind {
        Kind::Digits { .. } | Kind::Nth(_) => true,
        Kind::Mark(mark) => is_apostrophe(mark),
        Kind::Word(word) => {
            !matches!(word, Word::Plain | Word::In | Word::And | Word::To | Word::From)
        }
    }
}

/// The ways to read the start: a date, else a bare day number.
fn starts(prose: &Prose<'_>, at: usize) -> Vec<(End, usize)> {
    let mut starts = Vec::new();
    starts.extend(year_before_christ(prose, at));
    if let Some(found) = point(prose, at) {
        starts.push((End::Date(found.form), found.end));
    } else if !joints::is_joined_before(prose, at) {
        starts.extend(year_end(prose, at));
        starts.extend(month_end(prose, at));
    }
    let day_at = prose.past_word(at, Word::The);
    if !joints::is_joined_before(prose, day_at)
        && let Some((day, end)) = day(prose, day_at).filter(|_| !is_continued(prose, day_at))
    {
        starts.push((End::Day { day, year: None }, end));
    }
    starts
}

/// Four digits that only make sense as the end of a range: "2025–35".
fn year_end(prose: &Prose<'_>, at: usize) -> Option<(End, usize)> {
    let digits = prose.digits(at).filter(|&(_, n_digits)| n_digits == 4);
    let (year, end) = digits.and_then(|_| number_words::year(prose, at))?;
    Some((End::Date(Form::calendar(Some(year), Piece::Year)), end))
}

/// A year before Christ that shares the other end's "BC": "264–146 BC".
fn year_before_christ(prose: &Prose<'_>, at: usize) -> Option<(End, usize)> {
    let (value, n_digits) = prose.digits(at)?;
    let closes = is_dash(prose.mark(at + 1)) || matches!(prose.word(at + 1), Word::To | Word::And);
    if !closes || n_digits > 4 || joints::is_joined_before(prose, at) {
        return None;
    }
    absolute::year_before_christ(prose, at + 2)?;
    let year = i32::try_from(value).ok()?;
    Some((End::Date(Form::calendar(Some(1 - year), Piece::Year)), at + 1))
}

/// A month that only makes sense as the end of a range: "May to March", "Jan-Feb 2017".
fn month_end(prose: &Prose<'_>, at: usize) -> Option<(End, usize)> {
    let (month, end) = absolute::month(prose, at).filter(|_| prose.capital(at))?;
    let to = prose.past_mark(end, '.');
    let is_between_months = (is_dash(prose.mark(to))
        || matches!(prose.word(to), Word::To | Word::And))
        && matches!(prose.word(to + 1), Word::Month(_));
    let end = if is_between_months { to } else { end };
    is_between_months.then(|| (End::Date(Form::calendar(None, Piece::Month(month))), end))
}

/// "now", "to date", "the present": the article's day.
fn present(prose: &Prose<'_>, at: usize) -> Option<usize> {
    let word_at = prose.past_word(at, Word::The);
    let is_present = prose.is(word_at, Word::Now)
        || prose.says(word_at, "present")
        || (prose.says(word_at, "date") && prose.says_before(word_at, "to"));
    is_present.then_some(word_at + 1)
}

/// Whether a range without "from" or "between" is of dates the calendar knows.
fn is_dated(form: &Form) -> bool {
    let is_date = |form: &Form| {
        matches!(
            form,
            Form::Calendar(_) | Form::Numeric { .. } | Form::Part { .. } | Form::Decade(_)
        ) || matches!(form, Form::Unit { unit: Unit::Day, .. } | Form::Named { .. })
    };
    matches!(form, Form::Range { from, to } if is_date(from) && is_date(to))
}

/// Past the word or dash between the ends.
fn closed_by(prose: &Prose<'_>, at: usize, opener: Word) -> Option<usize> {
    let is_close = match prose.kind(at) {
        Kind::Mark(mark) => is_dash(mark) || mark == '~',
        Kind::Word(Word::And) => opener == Word::Between,
        Kind::Word(Word::To | Word::Until) => true,
        _ => false,
    };
    is_close.then_some(at + 1)
}

fn last_end(prose: &Prose<'_>, from: &End, from_end: usize, at: usize) -> Option<(End, usize)> {
    let is_dashed = is_dash(prose.mark(from_end));
    if let Some((year, end)) = absolute::year_before_christ(prose, at) {
        return Some((End::Date(Form::calendar(Some(year), Piece::Year)), end));
    }
    if let (End::Date(Form::Calendar(Calendar { year: Some(year), piece: Piece::Year, .. })), true) =
        (from, is_dashed)
        && let Some((short, 2)) = prose.digits(at)
    {
        // "2025–35": of the same century, and later.
        let to = year - year % 100 + i32::try_from(short).ok()?;
        let is_year = prose.glued(at) && to > *year && !is_continued(prose, at);
        let form = Form::calendar(Some(to), Piece::Year);
        return is_year.then_some((End::Date(form), at + 1));
    }
    let article = prose.word(at) == Word::The && point(prose, at).is_none();
    let at = at + usize::from(article);
    if let Some(found) = point(prose, at) {
        return Some((End::Date(found.form), found.end));
    }
    if let Some(end) = present(prose, at) {
        return Some((End::Date(Form::unit(Unit::Day, 0, Origin::Article)), end));
    }
    if is_dashed && let Some(found) = year_end(prose, at) {
        return Some(found);
    }
    // "September 5–7, 2018"
    let End::Date(Form::Calendar(Calendar { piece: Piece::Day { .. }, .. })) = from else {
        return None;
    };
    // "6 September – The first" ends no range.
    if article && is_dashed {
        return None;
    }
    let (day, end) = day(prose, at).filter(|_| !is_continued(prose, at))?;
    if matches!(prose.word(end), Word::Units(_)) {
        return None;
    }
    let tail = absolute::year_after(prose, end, true);
    let (year, end) = tail.map_or((None, end), |(year, end)| (Some(year), end));
    Some((End::Day { day, year }, end))
}

/// The range, each end completed by the other.
fn joined(from: End, to: End) -> Option<Form> {
    match (from, to) {
        (End::Day { day, .. }, End::Date(Form::Calendar(to))) => {
            let Piece::Day { month, day: last } = to.piece else { return None };
            let from = if day <= last {
                Calendar { piece: Piece::Day { month, day }, weekday: None, ..to }
            } else {
                let (year, month) =
                    if month == 1 { (to.year.map(|y| y - 1), 12) } else { (to.year, month - 1) };
                Calendar { year, piece: Piece::Day { month, day }, weekday: None }
            };
            exists(&from).then(|| Form::range(Form::Calendar(from), Form::Calendar(to)))
        }
        (End::Date(Form::Calendar(from)), End::Day { day, year }) => {
            let from = Calendar { year: from.year.or(year), ..from };
            let Piece::Day { month, day: first } = from.piece else { return None };
            let to = if day >= first {
                Calendar { piece: Piece::Day { month, day }, weekday: None, ..from }
            } else {
                let (year, month) = if month == 12 {
                    (from.year.map(|y| y + 1), 1)
                } else {
                    (from.year, month + 1)
                };
                Calendar { year, piece: Piece::Day { month, day }, weekday: None }
            };
            exists(&to).then(|| Form::range(Form::Calendar(from), Form::Calendar(to)))
        }
        (End::Date(Form::Calendar(from)), End::Date(Form::Calendar(to))) => calendars(from, to),
        (End::Date(from), End::Date(to)) => {
            let is_end = |form: &Form| {
                !matches!(
                    form,
                    Form::Vague | Form::Window { .. } | Form::Range { .. } | Form::Ahead(_)
                )
            };
            (is_end(&from) && is_end(&to)).then(|| Form::range(from, to))
        }
        (End::Day { .. }, _) | (_, End::Day { .. }) => None,
    }
}

/// Whether the day exists, in some year.
pub(super) fn exists(calendar: &Calendar) -> bool {
    calendar.piece.of_year(calendar.year.unwrap_or(2020)).is_some()
}

/// A year that stands at one end serves both.
fn calendars(from: Calendar, to: Calendar) -> Option<Form> {
    let is_later = |a: &Calendar, b: &Calendar| {
        a.piece.of_year(2020).zip(b.piece.of_year(2020)).is_some_and(|(a, b)| a.first > b.last)
    };
    let (from, to) = match (from.year, to.year) {
        (None, Some(year)) => {
            let year = if is_later(&from, &to) { year - 1 } else { year };
            (Calendar { year: Some(year), ..from }, to)
        }
        (Some(year), None) => {
            let year = if is_later(&from, &to) { year + 1 } else { year };
            (from, Calendar { year: Some(year), ..to })
        }
        (Some(_), Some(_)) => {
            let (first, last) = (from.piece.of_year(from.year?)?, to.piece.of_year(to.year?)?);
            if first.first > last.last || first == last {
                return None;
            }
            (from, to)
        }
        (None, None) => (from, to),
    };
    Some(Form::range(Form::Calendar(from), Form::Calendar(to)))
}

/// "moved from 3 May to 5 May": the two days are not the ends of anything.
fn is_moved(prose: &Prose<'_>, at: usize) -> bool {
    const MOVES: [&str; 12] = [
        "moved",
        "postponed",
        "delayed",
        "rescheduled",
        "changed",
        "shifted",
        "slipped",
        "advanced",
        "deferred",
        "pushed",
        "slip",
        "move",
    ];
    (at.saturating_sub(8)..at).any(|at| MOVES.iter().any(|word| prose.says(at, word)))
}

/// "Ada Lovelace (1815–1852)": two dates, each its own.
fn life(
    prose: &Prose<'_>,
    at: usize,
    from_end: usize,
    end: usize,
    form: &Form,
) -> Option<Vec<Found>> {
    let Form::Range { from, to } = form else { return None };
    let (Form::Calendar(first), Form::Calendar(last)) = (&**from, &**to) else { return None };
    let years = last.year? - first.year?;
    let is_exact = first.piece != Piece::Year || last.piece != Piece::Year;
    let is_bracket = prose.mark_before(at) == '(';
    let after_name = is_bracket && at >= 2 && prose.capital(at - 2) && prose.mark(end) == ')';
    let is_listed = is_bracket || matches!(prose.mark_before(at), ';' | ',' | ':');
    let is_life = (15..=115).contains(&years) && is_dash(prose.mark(from_end));
    (is_life && if is_exact { is_listed } else { after_name && years >= 20 }).then(|| {
        vec![
            Found::new(at, from_end, Form::Calendar(*first), "end of a life"),
            Found::new(from_end + 1, end, Form::Calendar(*last), "end of a life"),
        ]
    })
}
