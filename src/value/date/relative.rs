//! Dates that point from the article's day: "yesterday", "last week", "this October", "next Tuesday".

use super::absolute;
use super::calendar::Unit;
use super::form::{Calendar, Form, Name, Origin, Piece, Step};
use super::read::Found;
use super::scan::{Kind, Prose};
use super::words::Word;
use super::{holiday, names};

/// Every form of this family at `at`.
pub(super) fn dates(prose: &Prose<'_>, at: usize, found: &mut Vec<Found>) {
    found.extend(day(prose, at));
    if let Some((form, end)) = unit(prose, at) {
        found.push(Found::new(at, end, form, "pointed unit"));
    }
    found.extend(named(prose, at));
    found.extend(after_next(prose, at));
    found.extend(weekend(prose, at));
}

/// "the week after next", "the year before last".
fn after_next(prose: &Prose<'_>, at: usize) -> Option<Found> {
    let unit_at = prose.past_word(at, Word::The);
    let Word::Unit(unit) = prose.word(unit_at) else { return None };
    let offset = match (prose.word(unit_at + 1), prose.word(unit_at + 2)) {
        (Word::After, Word::Next) => 2,
        (Word::Before, Word::Last) => -2,
        _ => return None,
    };
    // "the week before last Christmas"
    let closes =
        !matches!(prose.word(unit_at + 3), Word::Month(_) | Word::Weekday(_) | Word::Unit(_));
    let form = Form::unit(unit, offset, Origin::Article);
    closes.then(|| Found::new(at, unit_at + 3, form, "unit after next"))
}

/// "over the weekend".
fn weekend(prose: &Prose<'_>, at: usize) -> Option<Found> {
    let is_weekend = prose.is(at, Word::The) && prose.is(at + 1, Word::Unit(Unit::Weekend));
    let is_part = matches!(prose.word(at + 2), Word::Of | Word::Before | Word::After);
    let is_noun = matches!(prose.kind(at + 2), Kind::Word(Word::Plain)) && prose.glued(at + 2);
    (is_weekend && !is_part && !is_noun).then(|| Found::new(at, at + 2, Form::Weekend, "weekend"))
}

/// "today", "tomorrow", "the day before yesterday".
fn day(prose: &Prose<'_>, at: usize) -> Option<Found> {
    let days = |n: i8| Form::unit(Unit::Day, i32::from(n), Origin::Article);
    // "111 years ago today" is of that year.
    let after_ago = at > 0 && prose.says(at - 1, "ago");
    if let Word::Day(n) = prose.word(at)
        && !after_ago
    {
        return Some(Found::new(at, at + 1, days(n), "day"));
    }
    if let Some(n) = part_of_day(prose, at) {
        return Some(Found::new(at, at + 2, days(n), "part of a day"));
    }
    let unit_at = prose.past_word(at, Word::The);
    if prose.word(unit_at) != Word::Unit(Unit::Day) {
        return None;
    }
    match (prose.word(unit_at + 1), prose.word(unit_at + 2)) {
        (Word::Before, Word::Day(-1)) => Some(Found::new(at, unit_at + 3, days(-2), "day")),
        (Word::After, Word::Day(1)) => Some(Found::new(at, unit_at + 3, days(2), "day")),
        _ => None,
    }
}

/// "this morning", "last night".
fn part_of_day(prose: &Prose<'_>, at: usize) -> Option<i8> {
    match prose.word(at) {
        Word::This if is_part_of_day(prose, at + 1) => Some(0),
        Word::Last if prose.says(at + 1, "night") || prose.says(at + 1, "evening") => Some(-1),
        _ => None,
    }
}

/// Whether the word names a part of a day.
pub(super) fn is_part_of_day(prose: &Prose<'_>, at: usize) -> bool {
    ["morning", "afternoon", "evening", "night"].iter().any(|part| prose.says(at, part))
}

/// "this week", "last year", "next month", "the current quarter".
pub(super) fn unit(prose: &Prose<'_>, at: usize) -> Option<(Form, usize)> {
    let pointer = prose.past_word(at, Word::The);
    let has_article = pointer > at;
    let is_named = prose.says(pointer + 1, "calendar")
        || (prose.is(pointer + 1, Word::Fiscal) && prose.is(pointer + 2, Word::Unit(Unit::Year)));
    let calendar = if is_named { pointer + 2 } else { pointer + 1 };
    let Word::Unit(unit) = prose.word(calendar) else { return None };
    let offset = match prose.word(pointer) {
        Word::This if !has_article => 0,
        Word::Current => 0,
        // "the last year" is a stretch, "the next day" counts from the text: not here.
        Word::Last if !has_article || unit == Unit::Quarter => -1,
        Word::Next | Word::Coming if !has_article => 1,
        Word::Coming => 1,
        _ => return None,
    };
    // "this day", "last day", "next day" point at the text or at nothing.
    let is_vague =
        unit == Unit::Day || (matches!(unit, Unit::Decade | Unit::Century) && has_article);
    // "this year's" is fine, "last quarter mile" is not worth a rule.
    (!is_vague).then(|| (Form::unit(unit, offset, Origin::Article), calendar + 1))
}

/// "last November", "next Tuesday", "this summer", "last March 5".
fn named(prose: &Prose<'_>, at: usize) -> Option<Found> {
    let (step, name_at) = match (prose.word(at), prose.word(at + 1)) {
        (Word::This, Word::Past) => (Step::JustPast, at + 2),
        (Word::This, Word::Coming) => (Step::JustAhead, at + 2),
        (Word::This | Word::Current, _) => (Step::This, at + 1),
        (Word::Last, _) => (Step::Last, at + 1),
        (Word::Past, _) => (Step::JustPast, at + 1),
        (Word::Next, _) => (Step::Next, at + 1),
        (Word::Coming, _) => (Step::JustAhead, at + 1),
        _ => return None,
    };
    let (name, end) = name(prose, name_at)?;
    Some(Found::new(at, end, Form::Named { name, step }, "pointed name"))
}

/// A weekday, season, month, or month and day without a year.
pub(super) fn name(prose: &Prose<'_>, at: usize) -> Option<(Name, usize)> {
    match prose.word(at) {
        Word::Weekday(weekday) => {
            let is_name = !names::is_short(prose, at) || prose.capital(at);
            let is_dated = yearless(prose, at + 1).is_some();
            (is_name && !is_dated).then_some((Name::Weekday(weekday), at + 1))
        }
        Word::Season(season) => {
            let is_dated = prose.digits(at + 1).is_some()
                || (prose.is(at + 1, Word::Of) && prose.digits(at + 2).is_some());
            (!is_dated).then_some((Name::Piece(Piece::Season(season)), at + 1))
        }
        Word::Month(_) => {
            if !prose.capital(at) && (prose.says(at, "may") || prose.says(at, "march")) {
                return None;
            }
            yearless(prose, at)
        }
        Word::Plain => holiday::name(prose, at).map(|(piece, end)| (Name::Piece(piece), end)),
        _ => None,
    }
}

/// A month or a month and day, unless a year follows.
pub(super) fn yearless(prose: &Prose<'_>, at: usize) -> Option<(Name, usize)> {
    let mut found = Vec::new();
    absolute::dates(prose, at, &mut found);
    let longest = found.into_iter().max_by_key(|found| found.end);
    match (longest, absolute::month(prose, at)) {
        (Some(Found { form: Form::Calendar(Calendar { year: None, piece, .. }), end, .. }), _) => {
            Some((Name::Piece(piece), end))
        }
        (Some(_), _) | (None, None) => None,
        (None, Some((month, end))) => Some((Name::Piece(Piece::Month(month)), end)),
    }
}
