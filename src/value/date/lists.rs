//! Lists of dates that share a month or a year, each at its own span: "June 3 and 5, 2019". "In 2007 and
//! 2012" needs nothing from here: it is two years.

use super::absolute;
use super::form::{Calendar, Form, Piece};
use super::joints;
use super::number_words::{day, is_continued};
use super::ranges::exists;
use super::read::{Found, point};
use super::scan::{Kind, Prose};
use super::words::Word;

/// Whether a list can begin at `at`, where the point there, if any, ends at `end`.
pub(super) fn may_list(prose: &Prose<'_>, at: usize, end: usize) -> bool {
    let separates = |at: usize| {
        matches!(prose.word(at), Word::And | Word::Or) || matches!(prose.mark(at), ',' | '&')
    };
    separates(end) || separates(at + 1)
}

/// Dates that share a month or a year, each at its own span.
pub(super) fn list(prose: &Prose<'_>, at: usize) -> Vec<Found> {
    let is_start = matches!(
        prose.kind(at),
        Kind::Digits { .. } | Kind::Nth(_) | Kind::Word(Word::Month(_) | Word::Ordinal(_))
    );
    if !is_start {
        return Vec::new();
    }
    let list = days_then_month(prose, at)
        .or_else(|| month_then_days(prose, at))
        .or_else(|| years_from_tail(prose, at));
    list.unwrap_or_default()
}

/// Past ",", "and", "or", ", and" between the members of a list.
fn separated(prose: &Prose<'_>, at: usize) -> Option<usize> {
    let comma = prose.past_mark(at, ',');
    let word = if matches!(prose.word(comma), Word::And | Word::Or) || prose.mark(comma) == '&' {
        comma + 1
    } else {
        comma
    };
    (word > at).then_some(word)
}

/// "18 and 19 June 2019".
fn days_then_month(prose: &Prose<'_>, at: usize) -> Option<Vec<Found>> {
    let mut days = Vec::new();
    let mut next = at;
    loop {
        if let Some(found) = point(prose, next).filter(|_| !days.is_empty()) {
            let Form::Calendar(tail) = &found.form else { return None };
            let Piece::Day { month, .. } = tail.piece else { return None };
            let dated = |&(start, end, day): &(usize, usize, i8)| {
                let calendar =
                    Calendar { piece: Piece::Day { month, day }, weekday: None, ..*tail };
                exists(&calendar)
                    .then(|| Found::new(start, end, Form::Calendar(calendar), "listed day"))
            };
            let mut list: Vec<_> = days.iter().map(dated).collect::<Option<_>>()?;
            list.push(found);
            return Some(list);
        }
        if !matches!(prose.kind(next), Kind::Digits { .. } | Kind::Nth(_)) || days.len() > 8 {
            return None;
        }
        if joints::is_joined_before(prose, next) || is_continued(prose, next) {
            return None;
        }
        let (day, end) = day(prose, next)?;
        days.push((next, end, day));
        next = separated(prose, end)?;
    }
}

/// "June 3 and 5, 2019".
fn month_then_days(prose: &Prose<'_>, at: usize) -> Option<Vec<Found>> {
    absolute::month(prose, at)?;
    let first = point(prose, at)?;
    let Form::Calendar(Calendar { year: None, piece: Piece::Day { month, .. }, .. }) = first.form
    else {
        return None;
    };
    let mut days = vec![(at, first.end, first.form)];
    let mut year = None;
    while year.is_none() && days.len() <= 8 {
        let (_, end, _) = *days.last()?;
        let Some(next) = separated(prose, end) else { break };
        let Some((day, end)) = day(prose, next).filter(|_| !is_continued(prose, next)) else {
            break;
        };
        let is_day = matches!(prose.kind(next), Kind::Digits { .. } | Kind::Nth(_));
        let tail = absolute::year_after(prose, end, true);
        let closes = !matches!(prose.kind(end), Kind::Word(_))
            || prose.is(end, Word::And)
            || prose.is(end, Word::In);
        if !is_day
            || (tail.is_none() && !closes)
            || point(prose, next).is_some_and(|found| found.end > end)
        {
            break;
        }
        let end = tail.map_or(end, |(_, end)| end);
        year = tail.map(|(year, _)| year);
        days.push((next, end, Form::calendar(None, Piece::Day { month, day })));
    }
    if days.len() < 2 {
        return None;
    }
    let dated = |(start, end, form)| match form {
        Form::Calendar(calendar) => {
            Found::new(start, end, Form::Calendar(Calendar { year, ..calendar }), "listed day")
        }
        other => Found::new(start, end, other, "listed day"),
    };
    Some(days.into_iter().map(dated).collect())
}

/// "in March, May and June 2017", "on 3 May and 5 June 2019": the last year serves all.
fn years_from_tail(prose: &Prose<'_>, at: usize) -> Option<Vec<Found>> {
    let mut list: Vec<Found> = Vec::new();
    let mut next = at;
    while list.len() <= 8 {
        let found = point(prose, next)?;
        let Form::Calendar(calendar) = &found.form else { return None };
        if !matches!(calendar.piece, Piece::Month(_) | Piece::Day { .. }) {
            return None;
        }
        if let Some(year) = calendar.year {
            let later = |found: &Found| match &found.form {
                Form::Calendar(it) => it.piece.of_year(2020) > calendar.piece.of_year(2020),
                _ => true,
            };
            if list.is_empty() || list.iter().any(later) {
                return None;
            }
            for found in &mut list {
                if let Form::Calendar(calendar) = &mut found.form {
                    calendar.year = Some(year);
                }
            }
            list.push(found);
            return Some(list);
        }
        next = separated(prose, found.end)?;
        list.push(found);
    }
    None
}
