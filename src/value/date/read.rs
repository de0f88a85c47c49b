//! Finding dates in a text: at every token that can begin one, all families try, the longest wins.
//!
//! The one list of families is [`simple`] and [`point`]; ranges and lists are built from points.

use super::form::Form;
use super::scan::{Kind, Prose, is_apostrophe};
use super::words::Word;
use super::{Stated, absolute, anchored, bounds, decade, fiscal, numeric, part, ranges, relative};
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
        if !can_begin(prose.kind(at)) || is_address() {
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

fn at_token(prose: &Prose<'_>, at: usize) -> Vec<Found> {
    let list = ranges::list(prose, at);
    let range = ranges::range(prose, at);
    let point = point(prose, at);
    let end = |found: &[Found]| found.last().map_or(0, |found| found.end);
    let point: Vec<_> = point.into_iter().collect();
    [point, list, range]
        .into_iter()
        .reduce(|a, b| if end(&b) > end(&a) { b } else { a })
        .unwrap_or_default()
}

/// The longest date at `at` that is no range.
pub(super) fn point(prose: &Prose<'_>, at: usize) -> Option<Found> {
    let mut found = Vec::new();
    families(prose, at, &mut found);
    part::dates(prose, at, &mut found);
    shift::dates(prose, at, &mut found);
    longest(found)
}

/// The longest date at `at` that is not built from another one.
pub(super) fn simple(prose: &Prose<'_>, at: usize) -> Option<Found> {
    let mut found = Vec::new();
    families(prose, at, &mut found);
    longest(found)
}

fn families(prose: &Prose<'_>, at: usize, found: &mut Vec<Found>) {
    absolute::dates(prose, at, found);
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

/// Whether a date can begin with such a token; most words of a text stop here.
fn can_begin(kind: Kind) -> bool {
    match kind {
        Kind::Digits { .. } | Kind::Nth(_) => true,
        Kind::Word(word) => {
            !matches!(word, Word::And | Word::Or | Word::Of | Word::On | Word::At | Word::By)
        }
        Kind::Mark(mark) => is_apostrophe(mark),
    }
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
