//! Finding dates in a text: at every token that can begin one, all families try, the longest wins.
//!
//! The one list of families is [`simple`] and [`point`]; ranges and lists are built from points.

use std::cell::{Cell, RefCell};

use super::form::Form;
use super::lists;
use super::scan::{Kind, Prose, is_apostrophe};
use super::words::Word;
use super::{
    Stated, absolute, anchored, bounds, decade, fiscal, holiday, numeric, part, ranges, relative,
};
use super::{season, shift};
use crate::value::{Reading, Value};

/// A date at the tokens from `start` up to, not including, `end`.
#[derive(Debug, Clone)]
pub(super) struct Found {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) form: Form,
    pub(super) name: &'static str,
}

impl Found {
    pub(super) fn new(start: usize, end: usize, form: Form, name: &'static str) -> Self {
        Self { start, end, form, name }
    }
}

/// Finds the dates in `text`, in order of place.
pub fn read(text: &str, readings: &mut Vec<Reading>) {
    let prose = Prose::new(text);
    let addresses = addresses(text);
    let mut at = 0;
    while at < prose.tokens.len() {
        let is_address = || {
            let start = prose.tokens[at].span.start;
            addresses.iter().any(|&(from, to)| from <= start && start < to)
        };
        if !can_begin(&prose, at) || is_address() {
            at += 1;
            continue;
        }
        let found = at_token(&prose, at);
        let end = found.last().map_or(at + 1, |found| found.end);
        readings.extend(found.into_iter().map(|found| reading(&prose, found)));
        at = end.max(at + 1);
    }
}

fn reading(prose: &Prose<'_>, found: Found) -> Reading {
    let comparator = bounds::comparator(prose, &found);
    Reading {
        span: prose.span(found.start, found.end),
        value: Value::Date(Stated::new(found.form)),
        comparator,
        pattern: found.name,
    }
}

/// The point at `at`, or the list or range it begins when that is longer.
fn at_token(prose: &Prose<'_>, at: usize) -> Vec<Found> {
    let point = point(prose, at);
    let point_end = point.as_ref().map_or(at, |found| found.end);
    let mut best: Vec<_> = point.into_iter().collect();
    let end = |found: &[Found]| found.last().map_or(0, |found| found.end);
    if lists::may_list(prose, at, point_end) {
        let list = lists::list(prose, at);
        best = if end(&list) > end(&best) { list } else { best };
    }
    if ranges::may_range(prose, at, point_end) {
        let range = ranges::range(prose, at);
        best = if end(&range) > end(&best) { range } else { best };
    }
    best
}

/// The longest date at `at` that is no range.
pub(super) fn point(prose: &Prose<'_>, at: usize) -> Option<Found> {
    prose.points.of(at, || {
        let mut found: Vec<_> = simple(prose, at).into_iter().collect();
        part::dates(prose, at, &mut found);
        shift::dates(prose, at, &mut found);
        longest(found)
    })
}

/// The longest date at `at` that is not built from another one.
pub(super) fn simple(prose: &Prose<'_>, at: usize) -> Option<Found> {
    prose.simple.of(at, || {
        let mut found = Vec::new();
        families(prose, at, &mut found);
        longest(found)
    })
}

/// What was found at the places asked for last: lists, ranges and parts of dates ask again for what
/// stands where they begin.
#[derive(Default)]
pub(super) struct Known {
    found: RefCell<[Option<Looked>; N_KNOWN]>,
    next: Cell<usize>,
}

/// A place, and what was found there.
type Looked = (usize, Option<Found>);

/// So many places are remembered: few are asked for again later than that.
const N_KNOWN: usize = 4;

impl Known {
    fn of(&self, at: usize, find: impl FnOnce() -> Option<Found>) -> Option<Found> {
        if let Some((_, found)) = self.found.borrow().iter().flatten().find(|(it, _)| *it == at) {
            return found.clone();
        }
        let found = find();
        let next = self.next.replace((self.next.get() + 1) % N_KNOWN);
        self.found.borrow_mut()[next] = Some((at, found.clone()));
        found
    }
}

fn families(prose: &Prose<'_>, at: usize, found: &mut Vec<Found>) {
    absolute::dates(prose, at, found);
    holiday::dates(prose, at, found);
    numeric::dates(prose, at, found);
    decade::dates(prose, at, found);
    season::dates(prose, at, found);
    fiscal::dates(prose, at, found);
    relative::dates(prose, at, found);
    anchored::dates(prose, at, found);
}

fn longest(found: Vec<Found>) -> Option<Found> {
    found.into_iter().reduce(|best, other| if other.end > best.end { other } else { best })
}

/// Whether a date can begin at the token; nearly all words of a text stop here.
fn can_begin(prose: &Prose<'_>, at: usize) -> bool {
    let next = prose.kind(at + 1);
    match prose.kind(at) {
        Kind::Digits { n_digits: ..=3, .. } => !counts_something(prose, at + 1),
        Kind::Digits { .. } | Kind::Nth(_) => true,
        Kind::Mark(mark) => is_apostrophe(mark) && matches!(next, Kind::Digits { .. }),
        Kind::Word(word) => match word {
            Word::And
            | Word::Or
            | Word::Of
            | Word::On
            | Word::At
            | Word::By
            | Word::To
            | Word::Since
            | Word::For
            | Word::During
            | Word::Until
            | Word::About
            | Word::Ago
            | Word::Now
            | Word::Bc
            | Word::Before
            | Word::After
            | Word::Couple
            | Word::Hundred
            | Word::Thousand => word == Word::Couple,
            Word::A | Word::Half => matches!(
                next,
                Kind::Word(
                    Word::Unit(_)
                        | Word::Few
                        | Word::Couple
                        | Word::Dozen
                        | Word::Hundred
                        | Word::A
                )
            ),
            Word::In => matches!(
                next,
                Kind::Digits { .. }
                    | Kind::Word(Word::A | Word::Cardinal(_) | Word::Half | Word::Couple)
            ),
            // Fiscal years, quarters and holidays are the only dates that begin with other words.
            Word::Plain => {
                let written = prose.written(at);
                matches!(written, "FY" | "Q" | "q" | "H" | "h") || holiday::may_begin(written)
            }
            Word::This
            | Word::That
            | Word::The
            | Word::Last
            | Word::Next
            | Word::From
            | Word::Between => {
                !matches!(next, Kind::Word(Word::Plain) if !is_opening(prose, at + 1))
            }
            _ => true,
        },
    }
}

/// Whether what stands behind a number is counted by it, and no part of a date: a word without a role, but
/// for the "full" of "two full years ago" and letters glued to digits.
fn counts_something(prose: &Prose<'_>, at: usize) -> bool {
    prose.is(at, Word::Plain)
        && !prose.glued(at)
        && !(prose.says(at, "full") || prose.says(at, "whole"))
}

/// Words without a role of their own that may stand second in a date.
fn is_opening(prose: &Prose<'_>, at: usize) -> bool {
    const OPENING: &[&str] = &[
        "very",
        "calendar",
        "rest",
        "remainder",
        "final",
        "FY",
        "Q",
        "q",
        "H",
        "morning",
        "afternoon",
        "evening",
        "night",
        "upcoming",
        "twenty",
    ];
    OPENING.iter().any(|word| prose.says(at, word)) || holiday::may_begin(prose.written(at))
}

/// The web addresses in a text, as byte ranges: nothing in them is a date.
fn addresses(text: &str) -> Vec<(usize, usize)> {
    let mut addresses = Vec::new();
    let mut from = 0;
    while let Some(at) = memchr::memchr2(b':', b'w', &text.as_bytes()[from..]).map(|at| from + at) {
        from = at + 1;
        let rest = &text.as_bytes()[at..];
        if rest.starts_with(b"://") || rest.starts_with(b"www.") {
            let space =
                |byte: &u8| byte.is_ascii_whitespace() || matches!(byte, b'"' | b'<' | b'>');
            let end = rest.iter().position(space).map_or(text.len(), |length| at + length);
            addresses.push((at, end));
            from = end;
        }
    }
    addresses
}
