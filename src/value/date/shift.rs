//! Counted distances and stretches: "two years ago", "a week later", "three days after the signing",
//! "the past decade", "in two weeks".

use super::calendar::Unit;
use super::form::{Base, Calendar, Form, Origin, Piece};
use super::number_words::count;
use super::read::{Found, simple};
use super::scan::{Kind, Prose};
use super::words::Word;

/// Every form of this family at `at`.
pub(super) fn dates(prose: &Prose<'_>, at: usize, found: &mut Vec<Found>) {
    found.extend(distance(prose, at));
    found.extend(elapsed(prose, at));
    found.extend(vague(prose, at));
    found.extend(ahead(prose, at));
    found.extend(window(prose, at));
    found.extend(counted_window(prose, at));
    found.extend(beside_date(prose, at));
}

/// "two years", "2 years 1 month and 21 days": every count with its unit, and the token after.
fn counts(prose: &Prose<'_>, at: usize) -> Option<(Vec<(u32, Unit)>, usize)> {
    let mut counts = Vec::new();
    let mut end = at;
    while counts.len() < 4 {
        let next = if counts.is_empty() {
            end
        } else {
            let comma = prose.past_mark(end, ',');
            prose.past_word(comma, Word::And)
        };
        let Some((pair, after)) = counted(prose, next) else { break };
        counts.push(pair);
        end = after;
    }
    (!counts.is_empty()).then_some((counts, end))
}

fn counted(prose: &Prose<'_>, at: usize) -> Option<((u32, Unit), usize)> {
    if prose.is(at, Word::Half) && prose.is(at + 1, Word::A) {
        let pair = match prose.word(at + 2) {
            Word::Unit(Unit::Century) => (50, Unit::Year),
            Word::Unit(Unit::Decade) => (5, Unit::Year),
            Word::Unit(Unit::Year) => (6, Unit::Month),
            _ => return None,
        };
        return Some((pair, at + 3));
    }
    // "a quarter of a century ago"
    if prose.is(at, Word::A)
        && prose.is(at + 1, Word::Unit(Unit::Quarter))
        && prose.is(at + 2, Word::Of)
        && prose.is(at + 3, Word::A)
        && prose.is(at + 4, Word::Unit(Unit::Century))
    {
        return Some(((25, Unit::Year), at + 5));
    }
    let (n, unit_at) = count(prose, at)?;
    let unit_at = if prose.says(unit_at, "full") || prose.says(unit_at, "whole") {
        unit_at + 1
    } else {
        unit_at
    };
    match prose.word(unit_at) {
        Word::Unit(unit) | Word::Units(unit) if unit != Unit::Weekend => {
            Some(((n, unit), unit_at + 1))
        }
        _ => None,
    }
}

/// "two years ago", "a year later", "three days earlier", "two weeks from now", "three days after 5 May".
fn distance(prose: &Prose<'_>, at: usize) -> Option<Found> {
    let (counts, end) = counts(prose, at)?;
    let shift = |forward, base, end| {
        let form = Form::Shift { counts: counts.clone(), forward, base };
        Some(Found::new(at, end, form, "distance"))
    };
    match prose.word(end) {
        Word::Ago => {
            // "111 years ago today", "ten years ago this month", "four years ago next week"
            let today = matches!(prose.word(end + 1), Word::Day(0));
            let this = matches!(prose.word(end + 1), Word::This | Word::Next | Word::Last)
                && matches!(prose.word(end + 2), Word::Unit(_));
            let more = usize::from(today) + 2 * usize::from(this);
            return shift(false, Base::Origin(Origin::Article), end + 1 + more);
        }
        Word::Earlier => return shift(false, Base::Origin(Origin::Anchor), end + 1),
        Word::Later => return shift(true, Base::Origin(Origin::Anchor), end + 1),
        Word::On if prose.says(end, "on") => return None,
        _ => {}
    }
    let forward = match prose.word(end) {
        // "besieged for eleven weeks before it surrendered"
        Word::Before if prose.word_before(at) == Word::For => return None,
        Word::Before => false,
        Word::After | Word::From => true,
        _ => return None,
    };
    if prose.word(end) == Word::From && prose.is(end + 1, Word::Now) {
        return shift(true, Base::Origin(Origin::Article), end + 2);
    }
    let date_at = if prose.is(end + 1, Word::The) && simple(prose, end + 1).is_none() {
        end + 2
    } else {
        end + 1
    };
    if let Some(base) = simple(prose, date_at) {
        // "six months before the 2016 election": the year dates the event no closer.
        let is_of_event = prose.is(end + 1, Word::The) && date_at > end + 1;
        if is_of_event && matches!(base.form, Form::Calendar(Calendar { piece: Piece::Year, .. })) {
            return None;
        }
        return shift(forward, Base::Date(Box::new(base.form)), base.end);
    }
    // "three days after the signing": counted from the event, which only the text can date.
    let is_event = prose.word(end) != Word::From
        && (prose.is(end + 1, Word::The)
            || ["its", "his", "her", "their"].iter().any(|word| prose.says(end + 1, word)));
    if is_event { shift(forward, Base::Origin(Origin::Anchor), end + 1) } else { None }
}

/// The pattern of "63 years since", which what follows "since" owns.
pub const ELAPSED: &str = "time elapsed";

/// "It is 63 years since they won", "in the ten years since the opening", "six years have passed since it shut": when
/// that was, told by how long ago.
fn elapsed(prose: &Prose<'_>, at: usize) -> Option<Found> {
    let (counts, end) = counts(prose, at)?;
    let says = |at: usize, words: &[&str]| words.iter().any(|word| prose.says(at, word));
    let since = [end, end + 2].into_iter().find(|&at| prose.is(at, Word::Since))?;
    let passed =
        since > end && says(end, &["have", "has"]) && says(end + 1, &["passed", "elapsed", "gone"]);
    // "It is", "It's", "It has been", "It will be": of the day of the text, as "was" is not.
    let is = |it: usize| says(it, &["is", "been", "s", "be"]);
    let in_the =
        |it: usize| prose.is(it, Word::The) && it > 0 && says(it - 1, &["in", "over", "during"]);
    let told = passed || since == end && (at.saturating_sub(4)..at).any(|it| is(it) || in_the(it));
    // "in the ten years since, it grew"
    let told_what =
        matches!(prose.kind(since + 1), Kind::Word(_)) && !prose.says(since + 1, "then");
    let dated = simple(prose, since + 1).is_some();
    let form = Form::Shift { counts, forward: false, base: Base::Origin(Origin::Article) };
    (told && told_what && !dated).then(|| Found::new(at, end, form, ELAPSED))
}

/// "the year before 2015", "the week after Easter" only where a date follows.
fn beside_date(prose: &Prose<'_>, at: usize) -> Option<Found> {
    if !prose.is(at, Word::The) {
        return None;
    }
    let Word::Unit(unit) = prose.word(at + 1) else { return None };
    let forward = match prose.word(at + 2) {
        Word::Before => false,
        Word::After => true,
        _ => return None,
    };
    let base = simple(prose, at + 3)?;
    let form =
        Form::Shift { counts: vec![(1, unit)], forward, base: Base::Date(Box::new(base.form)) };
    Some(Found::new(at, base.end, form, "unit beside a date"))
}

/// "decades ago", "a few years later", "two and a half years ago": stated, but by no one's calendar.
fn vague(prose: &Prose<'_>, at: usize) -> Option<Found> {
    let counted = match prose.word(at) {
        Word::A if prose.is(at + 1, Word::Few) => at + 2,
        Word::Few => at + 1,
        Word::Units(_) => at,
        _ => {
            let (_, end) = count(prose, at)?;
            let is_half = prose.is(end, Word::And)
                && prose.is(end + 1, Word::A)
                && prose.is(end + 2, Word::Half);
            if is_half { end + 3 } else { return and_a_half(prose, at) }
        }
    };
    let Word::Units(_) = prose.word(counted) else { return None };
    directed(prose, at, counted + 1)
}

/// "a year and a half ago".
fn and_a_half(prose: &Prose<'_>, at: usize) -> Option<Found> {
    let (_, end) = counted(prose, at)?;
    let is_half =
        prose.is(end, Word::And) && prose.is(end + 1, Word::A) && prose.is(end + 2, Word::Half);
    if is_half { directed(prose, at, end + 3) } else { None }
}

fn directed(prose: &Prose<'_>, at: usize, end: usize) -> Option<Found> {
    let is_directed = matches!(prose.word(end), Word::Ago | Word::Later | Word::Earlier);
    is_directed.then(|| Found::new(at, end + 1, Form::Vague, "vague distance"))
}

/// "in two weeks", "in a month's time": a date only where the tense points ahead.
fn ahead(prose: &Prose<'_>, at: usize) -> Option<Found> {
    if !prose.is(at, Word::In) {
        return None;
    }
    let (counts, end) = counts(prose, at + 1)?;
    let goes_on =
        matches!(prose.word(end), Word::Of | Word::Ago | Word::Later | Word::From | Word::After)
            || prose.is(end, Word::Before)
            || prose.is(end, Word::Earlier);
    (!goes_on).then(|| Found::new(at, end, Form::Ahead(counts), "in so long"))
}

/// "5 past years", "the 10 previous weeks".
fn counted_window(prose: &Prose<'_>, at: usize) -> Option<Found> {
    let (n, pointer) = count(prose, prose.past_word(at, Word::The))?;
    let forward = match prose.word(pointer) {
        Word::Past | Word::Last | Word::Previous => false,
        Word::Next | Word::Coming => true,
        _ => return None,
    };
    let Word::Units(unit) = prose.word(pointer + 1) else { return None };
    let form = Form::Window { n, unit, forward, origin: Origin::Article };
    Some(Found::new(at, pointer + 2, form, "stretch"))
}

/// "the past decade", "last three years", "the next five years", "the past few years".
fn window(prose: &Prose<'_>, at: usize) -> Option<Found> {
    let pointer = prose.past_word(at, Word::The);
    let has_article = pointer > at;
    let (forward, origin) = match prose.word(pointer) {
        Word::Past | Word::Last => (false, Origin::Article),
        Word::Next | Word::Coming => (true, Origin::Article),
        Word::Previous => (false, Origin::Anchor),
        Word::Following => (true, Origin::Anchor),
        _ => return None,
    };
    if prose.is(pointer + 1, Word::Few) || prose.is(pointer + 1, Word::Couple) {
        let unit_at = prose.past_word(pointer + 2, Word::Of);
        let is_unit = matches!(prose.word(unit_at), Word::Units(_));
        return is_unit.then(|| Found::new(at, unit_at + 1, Form::Vague, "vague stretch"));
    }
    if let Word::Unit(unit) = prose.word(pointer + 1) {
        let is_past = prose.is(pointer, Word::Past) && unit != Unit::Day;
        let is_stretch = is_past || (has_article && origin == Origin::Article && unit != Unit::Day);
        let is_part = prose.is(pointer + 2, Word::Of);
        let form = Form::Window { n: 1, unit, forward, origin };
        return (is_stretch && !is_part).then(|| Found::new(at, pointer + 2, form, "stretch"));
    }
    // "would last three days"
    let verbs = ["would", "will", "to", "could", "may", "might", "can", "should", "must", "not"];
    let is_verb = !has_article
        && prose.is(pointer, Word::Last)
        && verbs.iter().any(|verb| prose.says_before(pointer, verb));
    if is_verb || prose.is(pointer + 1, Word::A) {
        return None;
    }
    let ((n, unit), end) = counted(prose, pointer + 1)?;
    Some(Found::new(at, end, Form::Window { n, unit, forward, origin }, "stretch"))
}
