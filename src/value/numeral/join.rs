//! Ranges: "10-12 million", "eight to 10 feet", "between $5m and $6m".
//!
//! Bare numerals are joined before any kind reads them; values with their own units afterwards.

use super::token::Kind;
use super::{Amount, Numeral, Scan};
use crate::source::Span;
use crate::value::{Reading, Value};

/// Joins numerals with nothing but a range word or dash between them.
pub(crate) fn join_numerals(scan: &mut Scan<'_>) {
    if scan.numerals.len() < 2 {
        return;
    }
    let numerals = std::mem::take(&mut scan.numerals);
    let mut joined: Vec<Numeral> = Vec::with_capacity(numerals.len());
    for numeral in numerals {
        let Some(&last) = joined.last() else {
            joined.push(numeral);
            continue;
        };
        if let Some(end) = repeated(scan, &last, &numeral) {
            joined.pop();
            joined.push(Numeral { end, bare: false, ..last });
            continue;
        }
        match connection(scan, &last, &numeral) {
            Some(true) => {
                joined.pop();
                joined.push(range(&last, &numeral));
            }
            // A score ("3-2") or a span of years: neither half is a number.
            Some(false) => {
                joined.pop();
            }
            None => joined.push(numeral),
        }
    }
    scan.numerals = joined;
}

/// The end of "ten (10)", which says one number twice.
fn repeated(scan: &Scan<'_>, first: &Numeral, second: &Numeral) -> Option<usize> {
    let open = second.start.checked_sub(1).filter(|&at| scan.is_sign(at, '('))?;
    let close = scan.is_sign(second.end, ')') && scan.after_blank(first.end) == open;
    let same = first.amount.low == second.amount.low && first.amount.high == second.amount.high;
    (close && same).then_some(second.end + 1)
}

/// Whether two neighbours make a range; `Some(false)` when they make something else.
fn connection(scan: &Scan<'_>, low: &Numeral, high: &Numeral) -> Option<bool> {
    let dash = dash_between(scan, low.end, high.start);
    let negative_dash = high.negative && high.start == low.end && scan.is_dash(high.start);
    if dash || negative_dash {
        let years = is_year(low) && (is_year(high) || scan.span(high.end - 1).len() == 2);
        // "2021 - 4,860,537": a line of a list of years.
        if low.start == 0 && is_year(low) && scan.after_blank(low.end) > low.end && !years {
            return None;
        }
        let words = !low.bare && scan.kind(low.start) == Some(Kind::Word);
        let upper = if negative_dash { -high.amount.low } else { high.amount.low };
        let rises = lower_end(low, high).is_some_and(|end| end < upper);
        let twice = low.amount == high.amount;
        return match rises && !years {
            false if twice => Some(false),
            true => Some(true),
            false if words => None,
            false => Some(false),
        };
    }
    let word = word_between(scan, low.end, high.start)?;
    let opened_by =
        |opener: &str| scan.word_before(low.start).is_some_and(|at| scan.is_word(at, opener));
    let ranges = match word {
        // "rose from 4,020,288 in 2019 to 4,806,306"
        "to" if is_year(low) && opened_by("in") => false,
        "to" | "through" => !opened_by("from"),
        "and" => opened_by("between"),
        "or" => high.amount.low - low.amount.low <= 1.0 && low.amount.low < 20.0,
        _ => false,
    };
    let years = is_year(low) && is_year(high);
    let rises = lower_end(low, high).is_some_and(|end| end < high.amount.low);
    (ranges && rises && !years).then_some(true)
}

fn dash_between(scan: &Scan<'_>, from: usize, to: usize) -> bool {
    let dash = scan.after_blank(from);
    scan.is_dash(dash) && scan.after_blank(dash + 1) == to && to > from
}

fn word_between<'t>(scan: &Scan<'t>, from: usize, to: usize) -> Option<&'t str> {
    let word = scan.after_blank(from);
    let alone = word > from && word + 2 == to && scan.kind(word) == Some(Kind::Word);
    alone.then(|| scan.text_of(word))
}

fn is_year(numeral: &Numeral) -> bool {
    numeral.bare && (1000.0..2100.0).contains(&numeral.amount.low)
}

/// The lower end, which takes the scale of the upper: "10-12 million".
fn lower_end(low: &Numeral, high: &Numeral) -> Option<f64> {
    let shared = high.scale.filter(|_| low.scale.is_none());
    let lower = shared.map_or(low.amount.low, |power| low.amount.low * 10_f64.powi(power));
    if lower < high.amount.high { Some(lower) } else { Some(low.amount.low) }
}

fn range(low: &Numeral, high: &Numeral) -> Numeral {
    let dash = high.negative && high.start == low.end;
    let upper = if dash { -high.amount.low } else { high.amount.low };
    let lower = lower_end(low, high).unwrap_or(low.amount.low);
    let amount = Amount { low: lower, high: upper, granularity: high.amount.granularity };
    Numeral { start: low.start, amount, bare: false, code: low.code, label: low.label, ..*high }
}

/// Joins neighbouring readings of one kind and unit, from index `from` on: "5 km to 6 km".
pub(crate) fn join_ranges(text: &str, readings: &mut Vec<Reading>, from: usize) {
    let mut at = from;
    while at + 1 < readings.len() {
        let (low, high) = (&readings[at], &readings[at + 1]);
        let joined =
            connects(text, low.span, high.span).then(|| value(&low.value, &high.value)).flatten();
        if let Some(value) = joined {
            readings[at].span = low.span.join(high.span);
            readings[at].value = value;
            readings.remove(at + 1);
        } else {
            at += 1;
        }
    }
}

fn connects(text: &str, low: Span, high: Span) -> bool {
    let Some(between) = text.get(low.end..high.start) else { return false };
    let before = text.get(..low.start).unwrap_or_default().trim_end();
    match between.trim() {
        "to" => !before.ends_with("from") && !before.ends_with("From"),
        "and" => before.ends_with("between") || before.ends_with("Between"),
        "-" | "–" | "—" => true,
        _ => false,
    }
}

fn value(low: &Value, high: &Value) -> Option<Value> {
    match (low, high) {
        (Value::Money(low), Value::Money(high)) => low.up_to(high).map(Value::Money),
        (Value::Percent(low), Value::Percent(high)) => low.up_to(high).map(Value::Percent),
        (Value::Number(low), Value::Number(high)) => low.up_to(high).map(Value::Number),
        (Value::Duration(low), Value::Duration(high)) => low.up_to(high).map(Value::Duration),
        _ => None,
    }
}

impl Amount {
    /// The range from this to `high`, if both are single and it rises.
    pub(crate) fn up_to(&self, high: &Self) -> Option<Self> {
        let rises = !self.is_range() && !high.is_range() && self.low < high.low;
        rises.then_some(Self { low: self.low, high: high.low, granularity: high.granularity })
    }
}
