//! Measures without a number: "half a mile", "a mile and a half", "a metre high".

use super::unit::Dimension;
use super::{Number, Unit};
use crate::source::Span;
use crate::value::numeral::{self, Amount, Meaning, Scan};
use crate::value::{Reading, Value};

/// What a measure with nothing but its article is said of.
const SIZES: &[&str] =
    &["long", "high", "tall", "wide", "deep", "thick", "across", "away", "apart", "down", "off"];

/// How finely such measures are stated, in their unit.
const ROUGH: f64 = 0.25;

/// Finds the measures that begin with the article at `article`, or a part before it.
pub(super) fn at(scan: &Scan<'_>, article: usize) -> Option<Reading> {
    let word = scan.after_gap(article + 1)?;
    let before = scan.word_before(article);
    let half = before.filter(|&at| scan.meaning(at) == Some(Meaning::Half));
    let of = before.filter(|&at| scan.is_word(at, "of"));
    let next = scan.after_gap(word + 1);
    let followed = next.is_some_and(|next| {
        scan.meaning(next) == Some(Meaning::And)
            || SIZES.iter().any(|size| scan.is_word(next, size))
    });
    // Most articles are of something else: no unit need be looked for.
    if half.is_none() && of.is_none() && !followed {
        return None;
    }
    let unit = Unit::named(scan.text_of(word)).filter(|unit| is_spelt(scan, word, unit))?;
    let part = || of.and_then(|of| numeral::part_before(scan, of));
    let (start, share, end) = match (half, and_a_half(scan, word + 1)) {
        (Some(half), _) => (half, 0.5, word + 1),
        (None, Some(end)) => (article, 1.5, end),
        (None, None) => match part() {
            Some((start, share)) => (start, share, word + 1),
            None => {
                let next = scan.after_gap(word + 1)?;
                let sized = SIZES.iter().any(|size| scan.is_word(next, size));
                sized.then_some((article, 1.0, word + 1))?
            }
        },
    };
    let number = Number {
        amount: Amount { low: share, high: share, granularity: ROUGH.min(share / 2.0) },
        number_span: scan.cover(start, word.min(end - 1)),
        unit: Some(unit),
        noun: None,
        alternative: None,
    };
    Some(Reading {
        span: Span::new(scan.cover(start, end).start, scan.cover(start, end).end),
        value: Value::Number(number),
        comparator: numeral::comparator(scan, start, end),
        pattern: "article-measure",
    })
}

/// One of it, by its name: no plural, no symbol, no length of time.
fn is_spelt(scan: &Scan<'_>, word: usize, unit: &Unit) -> bool {
    let text = scan.text_of(word);
    let plural = text.ends_with(['s', 'S']);
    unit.dimension != Dimension::Time && text.len() > 2 && !plural
}

/// "and a half" from a token on: the token after it.
pub(super) fn and_a_half(scan: &Scan<'_>, end: usize) -> Option<usize> {
    let and = scan.after_gap(end).filter(|&at| scan.meaning(at) == Some(Meaning::And))?;
    let article =
        scan.after_gap(and + 1).filter(|&at| scan.meaning(at) == Some(Meaning::Article))?;
    let half = scan.after_gap(article + 1)?;
    (scan.meaning(half) == Some(Meaning::Half)).then_some(half + 1)
}
