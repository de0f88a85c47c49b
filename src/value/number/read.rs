//! Finds numbers: measured, counted, or alone.

use super::article;
use super::sense::{is_code, is_count, is_ratio};
use super::{Noun, Number, Unit, unit_at};
use crate::source::Span;
use crate::value::numeral::{self, Amount, Kind, Numeral, Scan, fold};
use crate::value::{Reading, Value};

/// Finds the numbers in a scanned text that no other kind has taken.
pub(crate) fn read(scan: &Scan<'_>, readings: &mut Vec<Reading>) {
    let from = readings.len();
    let mut after = 0;
    let n_tokens = if scan.has_article { scan.n_tokens() } else { 0 };
    let without: Vec<Reading> = (0..n_tokens)
        .filter(|&at| scan.meaning(at) == Some(numeral::Meaning::Article))
        .filter_map(|article| article::at(scan, article))
        .collect();
    for numeral in &scan.numerals {
        if numeral.taken || numeral.code || numeral.start < after {
            continue;
        }
        let found = match unit_at(scan, numeral.end) {
            Some((unit, end)) => measured(scan, numeral, unit, end),
            None => counted(scan, numeral),
        };
        if let Some((reading, end)) = found {
            after = end;
            let inside = |whole: &Reading| whole.span.contains(reading.span);
            if !without.iter().any(inside) {
                readings.push(reading);
            }
        }
    }
    if !without.is_empty() {
        readings.extend(without);
        readings[from..].sort_by_key(|reading| reading.span.start);
    }
    numeral::join_ranges(scan.text, readings, from);
}

/// "8,849 m", "1,950-kilometre", "5 ft 2 in".
fn measured(
    scan: &Scan<'_>,
    numeral: &Numeral,
    unit: &'static Unit,
    end: usize,
) -> Option<(Reading, usize)> {
    if is_second_hand(scan, numeral, unit, end) {
        return None;
    }
    let metre_or_million = scan.text_of(end - 1) == "m";
    let (mut amount, mut end) = (numeral.amount, end);
    if let Some((more, after)) = smaller_part(scan, unit, end) {
        amount.low = numeral::tidy(amount.low + more);
        amount.high = numeral::tidy(amount.high + more);
        amount.granularity = 0.01;
        end = after;
    } else if let Some(after) = article::and_a_half(scan, end) {
        amount.low = numeral::tidy(amount.low + 0.5);
        amount.high = numeral::tidy(amount.high + 0.5);
        amount.granularity = 0.1;
        end = after;
    }
    let mut number = Number {
        amount,
        number_span: scan.cover(numeral.start, numeral.end),
        unit: Some(unit),
        noun: None,
        alternative: None,
    };
    if metre_or_million {
        let glued = end == numeral.end + 1;
        settle_m(scan, numeral, end, &mut number, glued);
    }
    Some((reading(scan, numeral, number, end, "measure"), end))
}

/// Time that is not measured: "10 years ago", "8 minutes later".
fn is_second_hand(scan: &Scan<'_>, numeral: &Numeral, unit: &Unit, end: usize) -> bool {
    let next = scan.after_blank(end);
    let relative = ["ago", "later", "earlier", "hence"].iter().any(|word| scan.is_word(next, word));
    let time = unit.dimension == super::Dimension::Time;
    // "the second year", "27 second-hand cars", "one second-placed".
    let second = scan.text_of(end - 1).eq_ignore_ascii_case("second")
        && numeral.amount.high != 1.0
        && !scan.is_dash(numeral.end);
    // "an hour and 35 minutes"
    let and = scan.word_before(numeral.start).filter(|&at| scan.is_word(at, "and"));
    let hour = and.and_then(|at| scan.word_before(at)).is_some_and(|at| scan.is_word(at, "hour"));
    time && (relative || second || hour)
}

/// "34.6m": metres after a thousand or before "tall", millions before people and things.
fn settle_m(scan: &Scan<'_>, numeral: &Numeral, end: usize, number: &mut Number, glued: bool) {
    const SIZES: &[&str] = &[
        "tall", "high", "long", "wide", "deep", "above", "below", "from", "away", "race", "sprint",
        "x",
    ];
    let next = scan.after_blank(end);
    let size = SIZES.iter().any(|word| scan.is_word(next, word));
    let large = numeral.amount.low >= 1000.0;
    if size || large {
        return;
    }
    let millions = number.amount.times(1e6);
    let noun = noun_at(scan, end);
    let plural =
        noun.as_ref().is_some_and(|noun| numeral::is_plural(&scan.text[noun.span.range()]));
    let metres = (number.amount, number.unit);
    if !glued {
        number.alternative = plural.then_some((millions, None));
    } else if plural || number.amount.low.fract() != 0.0 {
        number.amount = millions;
        number.unit = None;
        number.number_span = scan.cover(numeral.start, end);
        number.noun = noun.filter(|_| plural);
        number.alternative = (!plural).then_some(metres);
    } else {
        number.alternative = Some((millions, None));
    }
}

/// The inches of "5 ft 2 in", in feet.
fn smaller_part(scan: &Scan<'_>, unit: &Unit, end: usize) -> Option<(f64, usize)> {
    let mut at = scan.after_blank(end + usize::from(scan.is_sign(end, '.')));
    if scan.is_sign(at, ',') || scan.is_word(at, "and") {
        at = scan.after_blank(at + 1);
    }
    let part = scan.numeral_at(at)?;
    let (smaller, after) = match unit_at(scan, part.end) {
        Some(found) => found,
        None if unit.symbol == "ft" && scan.is_word(scan.after_blank(part.end), "in") => {
            (Unit::named("inch")?, scan.after_blank(part.end) + 1)
        }
        None => return None,
    };
    let pair = matches!(
        (unit.symbol, smaller.symbol),
        ("ft", "in")
            | ("yd", "ft")
            | ("lb", "oz")
            | ("st", "lb")
            | ("h", "min")
            | ("min", "s")
            | ("year", "month")
            | ("year", "day")
            | ("week", "day")
            | ("month", "day")
            | ("day", "h")
    );
    let share = part.amount.low * smaller.factor / unit.factor;
    (pair && !part.amount.is_range() && share < 1.0).then_some((share, after))
}

/// "11 parties", "27-member", "grew to 3,400".
fn counted(scan: &Scan<'_>, numeral: &Numeral) -> Option<(Reading, usize)> {
    let glued = scan.kind(numeral.end) == Some(Kind::Word);
    if numeral.label || glued || scan.is_sign(numeral.end, '%') {
        return None;
    }
    if is_ratio(scan, numeral) || is_code(scan, numeral.end) {
        return None;
    }
    let after = numeral::suffix(scan, numeral.end).map_or(numeral.end, |(_, after)| after);
    let noun = noun_at(scan, after);
    let alone = scan.cover(numeral.start, numeral.end).len() == scan.text.trim().len();
    let number = Number {
        amount: numeral.amount,
        number_span: scan.cover(numeral.start, numeral.end),
        unit: None,
        noun,
        alternative: thousands(numeral),
    };
    let reading = reading(scan, numeral, number, numeral.end, "count");
    let Value::Number(number) = &reading.value else { return None };
    let kept = alone || is_count(scan, numeral, number, reading.comparator);
    kept.then_some((reading, numeral.end))
}

/// Three decimals may be thousands, as half of Europe writes them: "20.000 troops".
fn thousands(numeral: &Numeral) -> Option<(Amount, Option<&'static Unit>)> {
    let three = (numeral.amount.granularity * 1e3 - 1.0).abs() < 1e-9;
    let thousands = three && numeral.scale.is_none() && numeral.amount.low >= 1.0;
    thousands.then(|| (numeral.amount.times(1e3), None))
}

fn noun_at(scan: &Scan<'_>, from: usize) -> Option<Noun> {
    let span = numeral::noun(scan, from)?;
    let words = scan.text[span.range()].split([' ', '-', '\n']).filter(|word| !word.is_empty());
    let folded: Vec<String> = words.map(fold).collect();
    Some(Noun { span, folded: folded.join(" ") })
}

fn reading(
    scan: &Scan<'_>,
    numeral: &Numeral,
    number: Number,
    end: usize,
    pattern: &'static str,
) -> Reading {
    let comparator = numeral::comparator(scan, numeral.start, end);
    let span = match number.unit {
        Some(_) => scan.cover(numeral.start, end),
        None => number.number_span,
    };
    let span = Span::new(span.start, span.end);
    Reading { span, value: Value::Number(number), comparator, pattern }
}
