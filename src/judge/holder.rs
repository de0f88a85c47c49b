//! Holders of an office, judged at the article's day or at the day stated with the claim.

use jiff::Span;
use jiff::civil::Date;

use super::Reason;
use super::clock::Clock;
use crate::extract::{
    CHOSEN, Claim, Stance, Stated, TAKING_OFFICE, TITLED_IN_PASSING, TOOK_OVER_FROM,
};
use crate::rules::expected::{Holder, Window};
use crate::text::fold::folded_words;
use crate::value::date::{Interval, Tense};
use crate::value::{Reading, Value};

/// What became of one slot of a holder's claim.
pub(super) struct Held<'r> {
    /// Agrees, conflicts, or why not judged.
    pub(super) outcome: Result<bool, Reason>,
    /// The row that is expected: the one that fits, or the holder of the time.
    pub(super) row: Option<&'r Holder>,
    /// A word on the name stated.
    pub(super) note: Option<String>,
}

/// The days of a window; open ends are open.
pub(super) fn days(window: &Window) -> Interval {
    Interval {
        first: window.from.as_ref().map_or(Date::MIN, |from| from.interval().first),
        last: window.to.as_ref().map_or(Date::MAX, |to| to.interval().last),
    }
}

/// The days of a window, and those in which it may have been handed over.
fn till_handed(row: &Holder) -> Interval {
    const HANDING_OVER: i64 = 62;
    let days = days(&row.window);
    let last = days.last.checked_add(Span::new().days(HANDING_OVER)).unwrap_or(Date::MAX);
    Interval { last, ..days }
}

/// The days of a window, and those in which its holder may have been chosen.
fn since_chosen(row: &Holder) -> Interval {
    const AHEAD: i64 = 270;
    let days = days(&row.window);
    let first = days.first.checked_sub(Span::new().days(AHEAD)).unwrap_or(Date::MIN);
    Interval { first, ..days }
}

/// Judges the name in an office's slot.
pub(super) fn judge_name<'r>(
    rows: &'r [Holder],
    name: &str,
    claim: &Claim,
    clock: &Clock,
) -> Held<'r> {
    let own: Vec<&Holder> = rows.iter().filter(|row| is_named(row, name)).collect();
    if claim.former {
        return former(&own, clock, name);
    }
    let times = times(claim, clock);
    if times.is_empty() {
        let always = own.iter().any(|row| is_open(&row.window));
        let single = rows.len() == 1 && is_open(&rows[0].window);
        let outcome = match (always, single) {
            (true, _) => Ok(true),
            (false, true) => Ok(false),
            _ => Err(Reason::NoArticleDate),
        };
        return Held { outcome, row: own.first().copied().or(rows.first()), note: None };
    }
    let window = |row: &Holder| match claim.trace.construction {
        // "Y succeeded X as mayor in January": X may have held it till December.
        TOOK_OVER_FROM => till_handed(row),
        CHOSEN => since_chosen(row),
        _ => days(&row.window),
    };
    if let Some(row) = own.iter().find(|row| times.iter().any(|time| window(row).overlaps(time))) {
        return Held { outcome: Ok(true), row: Some(row), note: None };
    }
    let at = times[0];
    if let Some(row) = took_it_up(&own, claim, &at) {
        return Held { outcome: Ok(true), row: Some(row), note: None };
    }
    let there = rows.iter().filter(|row| days(&row.window).overlaps(&at));
    let note = note(&own, rows, name);
    // "Y became mayor": at a time that the rows may not reach, unless the name is a slip of one of theirs.
    let before = is_untold_entry(claim) && note.is_none();
    let since =
        |time: &Interval| if before { Interval { first: Date::MIN, ..*time } } else { *time };
    let covered = times.iter().all(|time| covers(rows, &since(time)));
    let row = there.max_by_key(|row| days(&row.window).first);
    let outcome = match covered {
        true if was_holder_then(&own, claim, clock) || is_of_history(&own, claim, &at) => {
            Err(Reason::Limited)
        }
        true => Ok(false),
        false => Err(Reason::OutsideKnownPeriod),
    };
    Held { outcome, row, note }
}

/// "X became mayor", on a day that nobody tells: it is true of all who were mayor by the article's day.
fn took_it_up<'r>(own: &[&'r Holder], claim: &Claim, article: &Interval) -> Option<&'r Holder> {
    let begun = |row: &&&Holder| days(&row.window).first <= article.last;
    own.iter().find(begun).copied().filter(|_| is_untold_entry(claim))
}

fn is_untold_entry(claim: &Claim) -> bool {
    claim.times.is_empty() && matches!(claim.trace.construction, TAKING_OFFICE | CHOSEN)
}

/// "The 1975 invasion ... President Ford was told": a date before the claim is of the days when this person held it.
fn was_holder_then(own: &[&Holder], claim: &Claim, clock: &Clock) -> bool {
    let told = |reading: &Reading| {
        let Value::Date(date) = &reading.value else { return false };
        let times = date.resolve(&clock.context(claim, reading)).unwrap_or_default();
        times.iter().any(|time| own.iter().any(|row| days(&row.window).overlaps(time)))
    };
    claim.tense == Tense::Past
        && claim.times.is_empty()
        && !own.is_empty()
        && claim.anchors.iter().any(told)
}

/// "appointed by President X", of one who left long ago: a title stays with a name where history is told.
fn is_of_history(own: &[&Holder], claim: &Claim, article: &Interval) -> bool {
    const LONG_AGO: i64 = 3 * 365;
    let left = |row: &&Holder| {
        let over = days(&row.window).last;
        over < article.first && Interval { first: over, last: article.first }.n_days() > LONG_AGO
    };
    claim.times.is_empty()
        && claim.stance == Stance::Asserted
        && claim.trace.construction == TITLED_IN_PASSING
        && !own.is_empty()
        && own.iter().all(left)
}

/// Judges the modifier "acting" beside a name.
pub(super) fn judge_acting<'r>(
    rows: &'r [Holder],
    name: Option<&str>,
    claim: &Claim,
    clock: &Clock,
) -> Held<'r> {
    let times = times(claim, clock);
    let own: Vec<&Holder> = rows
        .iter()
        .filter(|row| name.is_none_or(|name| is_named(row, name)))
        .filter(|row| {
            claim.former
                || is_untold_entry(claim)
                || times.is_empty()
                || times.iter().any(|time| days(&row.window).overlaps(time))
        })
        .collect();
    let acting = own.iter().find(|row| row.acting).copied();
    let outcome = match (&own[..], acting, claim.former) {
        ([], ..) => Err(Reason::OutsideKnownPeriod),
        (_, Some(_), _) => Ok(true),
        (_, None, _) => Ok(false),
    };
    Held { outcome, row: acting.or(own.first().copied()), note: None }
}

/// "former X": the term is over.
fn former<'r>(own: &[&'r Holder], clock: &Clock, _name: &str) -> Held<'r> {
    let Some(first) = own.first() else {
        return Held { outcome: Err(Reason::OutsideKnownPeriod), row: None, note: None };
    };
    let over = match clock.interval() {
        Some(article) => own.iter().find(|row| days(&row.window).last <= article.last),
        None => own.iter().find(|row| days(&row.window).last < Date::MAX),
    };
    let started = clock
        .interval()
        .is_some_and(|article| own.iter().any(|row| days(&row.window).first <= article.last));
    let outcome = match over {
        Some(_) => Ok(true),
        None if started => Ok(false),
        None => Err(Reason::OutsideKnownPeriod),
    };
    let note = match outcome {
        Ok(false) => Some("the term is not over".to_owned()),
        _ => None,
    };
    Held { outcome, row: over.or(Some(first)).copied(), note }
}

/// The times a claim may be about: those stated with it, then the article's.
fn times(claim: &Claim, clock: &Clock) -> Vec<Interval> {
    let article = clock.interval().filter(|_| !claim.dated);
    let mut times: Vec<Interval> = article.into_iter().collect();
    // "mayor since 2011": then, and now; where now is known, it decides.
    if claim.still && !times.is_empty() {
        return times;
    }
    for reading in &claim.times {
        if let Value::Date(date) = &reading.value {
            let context = clock.context(claim, reading);
            times.extend(date.resolve(&context).unwrap_or_default());
        }
    }
    times
}

fn is_open(window: &Window) -> bool {
    window.from.is_none() && window.to.is_none()
}

/// Whether the rows say who held the office on every day of a time.
fn covers(rows: &[Holder], time: &Interval) -> bool {
    let mut windows: Vec<Interval> = rows.iter().map(|row| days(&row.window)).collect();
    windows.sort_by_key(|window| window.first);
    let mut reached = None;
    for window in windows {
        let next = reached.map_or(time.first, |day: Date| day.tomorrow().unwrap_or(day));
        if window.first <= next && window.last >= next {
            reached = Some(window.last);
        }
    }
    reached.is_some_and(|day| day >= time.last)
}

/// The windows in which a name holds the office.
pub(super) fn current_windows(rows: &[Holder], name: &str, acting: bool) -> Vec<Interval> {
    rows.iter()
        .filter(|row| is_named(row, name) && (!acting || row.acting))
        .map(|row| days(&row.window))
        .collect()
}

/// Whether a claim says who holds an office now.
pub(super) fn is_plain_holder(claim: &Claim) -> bool {
    let plain = matches!(claim.stance, Stance::Asserted | Stance::Reported | Stance::Quoted);
    let named = claim.slots.iter().any(|slot| matches!(slot.stated, Stated::Name(_)));
    plain && named && !claim.former && claim.times.iter().all(is_relative)
}

fn is_relative(reading: &crate::value::Reading) -> bool {
    matches!(&reading.value, Value::Date(date) if date.is_relative())
}

/// Whether a stated name is a holder's: equal, a surname that ends it, or equal but for middle names.
pub(super) fn is_named(row: &Holder, name: &str) -> bool {
    let stated = name_words(name);
    row.names.iter().any(|known| {
        let known = name_words(known);
        let ends = !stated.is_empty() && known.ends_with(&stated);
        let middle = stated.len() > 1
            && known.len() > 1
            && stated.first() == known.first()
            && stated.last() == known.last();
        ends || middle
    })
}

/// Folded words without initials and generational suffixes.
fn name_words(name: &str) -> Vec<String> {
    let mut words = folded_words(name);
    words.retain(|word| {
        word.chars().count() > 1 && !matches!(word.as_str(), "jr" | "sr" | "ii" | "iii")
    });
    words
}

/// "did you mean X?", or when the person did hold the office.
fn note(own: &[&Holder], rows: &[Holder], name: &str) -> Option<String> {
    if let Some(row) = own.first() {
        let (from, to) = (&row.window.from, &row.window.to);
        let end = |end: &Option<crate::value::date::Expected>| {
            end.as_ref().map_or("..".to_owned(), ToString::to_string)
        };
        return Some(format!("{} held it {}/{}", row.names[0], end(from), end(to)));
    }
    rows.iter()
        .flat_map(|row| &row.names)
        .map(|known| (strsim::jaro_winkler(known, name), known))
        .filter(|(likeness, _)| *likeness > 0.92)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, known)| format!("did you mean {known}?"))
}
