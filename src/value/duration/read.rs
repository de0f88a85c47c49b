//! Finds lengths of time: a numeral with a unit of time, or one with an article ("a decade").

use super::{Duration, Length, article};
use crate::value::number::{Dimension, Unit, unit_at};
use crate::value::numeral::{self, Meaning, Numeral, Scan};
use crate::value::{Reading, Value};

/// Finds the lengths of time in a scanned text.
pub(crate) fn read(scan: &Scan<'_>, readings: &mut Vec<Reading>) {
    let from = readings.len();
    let mut after = 0;
    for numeral in &scan.numerals {
        if numeral.code || numeral.label || numeral.negative || numeral.start < after {
            continue;
        }
        let Some((duration, end)) = counted(scan, numeral) else { continue };
        after = end;
        // "besieged for eleven weeks before it surrendered"
        let lasts = scan.word_before(numeral.start).is_some_and(|at| scan.is_word(at, "for"));
        let placed = is_place_in_time(scan, end) && !(lasts && is_before(scan, end));
        if !placed && !is_rhythm(scan, numeral.start) {
            push(scan, start(scan, numeral), end, duration, "count-unit", readings);
        }
    }
    let mut singles = Vec::new();
    let n_tokens = if scan.has_period { scan.n_tokens() } else { 0 };
    for at in 0..n_tokens {
        if scan.meaning(at) == Some(Meaning::Period) {
            article::single(scan, at, &mut singles);
        }
    }
    if !singles.is_empty() {
        // "an hour and thirty-five minutes" is one.
        let inside =
            |part: &Reading| singles.iter().any(|whole: &Reading| whole.span.contains(part.span));
        let mut at = 0;
        readings.retain(|reading| {
            at += 1;
            at <= from || !inside(reading)
        });
        readings.append(&mut singles);
        readings[from..].sort_by_key(|reading| reading.span.start);
    }
    numeral::join_ranges(scan.text, readings, from);
}

/// Without the article of "a half-century".
fn start(scan: &Scan<'_>, numeral: &Numeral) -> usize {
    let article = scan.meaning(numeral.start) == Some(Meaning::Article);
    match scan.after_gap(numeral.start + 1) {
        Some(half) if article && half + 1 == numeral.end && scan.is_dash(numeral.end) => half,
        _ => numeral.start,
    }
}

pub(super) fn push(
    scan: &Scan<'_>,
    start: usize,
    end: usize,
    duration: Duration,
    pattern: &'static str,
    readings: &mut Vec<Reading>,
) {
    readings.push(Reading {
        span: scan.cover(start, end),
        value: Value::Duration(duration),
        comparator: numeral::comparator(scan, start, end),
        pattern,
    });
}

fn time_unit(scan: &Scan<'_>, from: usize) -> Option<(&'static Unit, usize)> {
    unit_at(scan, from).filter(|(unit, _)| unit.dimension == Dimension::Time)
}

/// "10 years", "ten-year", "one year and six months".
fn counted(scan: &Scan<'_>, numeral: &Numeral) -> Option<(Duration, usize)> {
    let (mut unit, mut end) = time_unit(scan, numeral.end)?;
    let mut low = Length::of(numeral.amount.low, unit.symbol)?;
    let mut high = Length::of(numeral.amount.high, unit.symbol)?;
    let mut granularity = numeral.amount.granularity * unit.factor;
    // "one second" but "the 21 second-placed teams".
    let second = scan.text_of(end - 1).eq_ignore_ascii_case("second");
    if second && numeral.amount.high != 1.0 && !scan.is_dash(numeral.end) {
        return None;
    }
    if let Some((more, after)) = and_a_part(scan, unit, end) {
        (low, high) = (low.plus(more), high.plus(more));
        (granularity, end) = (granularity * 0.2, after);
    }
    while let Some((more, part, after)) = smaller(scan, unit, end) {
        (low, high) = (low.plus(more), high.plus(more));
        (unit, granularity, end) = (part, part.factor, after);
    }
    Some((Duration { low, high, granularity }, end))
}

/// "a year and a half", "two hours and a quarter", "an hour and three quarters".
pub(super) fn and_a_part(scan: &Scan<'_>, unit: &Unit, end: usize) -> Option<(Length, usize)> {
    let and = scan.after_gap(end).filter(|&at| scan.meaning(at) == Some(Meaning::And))?;
    let count = scan.after_gap(and + 1)?;
    let part = scan.after_gap(count + 1).or(Some(count + 2).filter(|_| scan.is_dash(count + 1)))?;
    let share = match (scan.meaning(count)?, scan.meaning(part)?) {
        (Meaning::Article, Meaning::Half) => 0.5,
        (Meaning::Article, Meaning::Quarter) => 0.25,
        (Meaning::Article, Meaning::Ordinal(3)) => 1.0 / 3.0,
        (Meaning::Ones(n), Meaning::Denominator(whole)) if u64::from(n) < whole => {
            f64::from(n) / whole as f64
        }
        _ => return None,
    };
    // "an hour and a half century", "a year and a quarter of another"
    let next = scan.after_gap(part + 1);
    let alone = time_unit(scan, part + 1).is_none()
        && !next
            .is_some_and(|at| scan.is_word(at, "of") || scan.meaning(at) == Some(Meaning::Article));
    Some((Length::of(share, unit.symbol)?, part + 1)).filter(|_| alone)
}

/// "six months" after "one year and".
pub(super) fn smaller(
    scan: &Scan<'_>,
    unit: &Unit,
    end: usize,
) -> Option<(Length, &'static Unit, usize)> {
    let mut at = scan.after_blank(end);
    if scan.is_sign(at, ',') || scan.meaning(at) == Some(Meaning::And) {
        at = scan.after_blank(at + 1);
    }
    if scan.meaning(at) == Some(Meaning::And) {
        at = scan.after_blank(at + 1);
    }
    let part = scan.numeral_at(at)?;
    let (smaller, after) = time_unit(scan, part.end)?;
    let fits = part.amount.high * smaller.factor < unit.factor && !part.amount.is_range();
    Some((Length::of(part.amount.low, smaller.symbol)?, smaller, after)).filter(|_| fits)
}

/// What follows makes it a place in time or an age: "ago", "later", "old".
pub(super) fn is_place_in_time(scan: &Scan<'_>, end: usize) -> bool {
    const WORDS: &[&str] =
        &["ago", "later", "earlier", "hence", "old", "olds", "before", "after", "prior"];
    let next = scan.after_gap(end);
    let word = next.is_some_and(|at| WORDS.iter().any(|word| scan.is_word(at, word)));
    let of_age = next.is_some_and(|at| {
        scan.is_word(at, "of") && scan.is_word(scan.after_blank(at + 1), "age")
            || scan.is_word(at, "from") && scan.is_word(scan.after_blank(at + 1), "now")
    });
    word || of_age
}

fn is_before(scan: &Scan<'_>, end: usize) -> bool {
    scan.after_gap(end).is_some_and(|at| scan.is_word(at, "before"))
}

/// "every four years", "once per 10 years".
fn is_rhythm(scan: &Scan<'_>, start: usize) -> bool {
    let before = scan.word_before(start);
    before.is_some_and(|at| ["every", "each", "per"].iter().any(|word| scan.is_word(at, word)))
}
