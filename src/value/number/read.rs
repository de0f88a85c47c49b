//! Finds numbers: measured, counted, or alone.

use super::{Noun, Number, Unit, unit_at};
use crate::source::Span;
use crate::value::numeral::{self, Amount, Kind, Meaning, Numeral, Scan, fold};
use crate::value::{Comparator, Reading, Value};

/// Finds the numbers in a scanned text that no other kind has taken.
pub(crate) fn read(scan: &Scan<'_>, readings: &mut Vec<Reading>) {
    let from = readings.len();
    let mut after = 0;
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
            readings.push(reading);
        }
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
    let glued = scan.kind(numeral.end) == Some(Kind::Word);
    let metre_or_million = glued && scan.text_of(numeral.end) == "m" && end == numeral.end + 1;
    let (mut amount, mut end) = (numeral.amount, end);
    if let Some((more, after)) = smaller_part(scan, unit, end) {
        amount.low = numeral::tidy(amount.low + more);
        amount.high = numeral::tidy(amount.high + more);
        amount.granularity = 0.01;
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
        settle_m(scan, numeral, end, &mut number);
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
    time && (relative || second)
}

/// "34.6m": metres after a thousand or before "tall", millions before people and things.
fn settle_m(scan: &Scan<'_>, numeral: &Numeral, end: usize, number: &mut Number) {
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
    if plural || number.amount.low.fract() != 0.0 {
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
    let noun = noun_at(scan, numeral.end);
    let alone = scan.cover(numeral.start, numeral.end).len() == scan.text.trim().len();
    let number = Number {
        amount: numeral.amount,
        number_span: scan.cover(numeral.start, numeral.end),
        unit: None,
        noun,
        alternative: None,
    };
    let reading = reading(scan, numeral, number, numeral.end, "count");
    let kept = alone || is_count(scan, numeral, &reading);
    kept.then_some((reading, numeral.end))
}

fn is_count(scan: &Scan<'_>, numeral: &Numeral, reading: &Reading) -> bool {
    let Value::Number(number) = &reading.value else { return false };
    let noun = number.noun.as_ref();
    if numeral.bare && is_year_like(&numeral.amount) {
        return year_counts(scan, numeral, noun, reading.comparator);
    }
    if numeral.bare && is_list_number(scan, numeral) {
        return false;
    }
    let first = numeral.start;
    if scan.is_word(first, "one") && numeral.end == first + 1 {
        return one_counts(scan, numeral);
    }
    if numeral.half && numeral.amount.high < 1.0 {
        return part_counts(scan, numeral, reading.comparator);
    }
    let span_of_small = numeral.amount.is_range()
        && numeral.amount.high < 20.0
        && noun.is_none()
        && numeral.scale.is_none()
        && scan.kind(first) == Some(Kind::Digits)
        && (first..numeral.end).any(|at| scan.is_dash(at));
    !span_of_small
}

/// From 1000 to 2100, where bare digits are rather a year.
fn is_year_like(amount: &Amount) -> bool {
    (1000.0..2100.0).contains(&amount.low) && !amount.is_range()
}

/// "2016 employees" counts; "the 2016 elections", "in 2016", "(2016)" do not.
fn year_counts(
    scan: &Scan<'_>,
    numeral: &Numeral,
    noun: Option<&Noun>,
    comparator: Comparator,
) -> bool {
    let bounded = matches!(
        comparator,
        Comparator::MoreThan | Comparator::AtLeast | Comparator::AtMost | Comparator::LessThan
    );
    const OF_YEARS: &[&str] = &[
        "levels",
        "elections",
        "polls",
        "games",
        "olympics",
        "prices",
        "figures",
        "results",
        "talks",
        "awards",
        "accords",
        "protests",
        "attacks",
        "riots",
        "estimates",
        "terms",
        "rules",
        "guidelines",
        "sanctions",
    ];
    let written = noun.map_or("", |noun| &scan.text[noun.span.range()]);
    let head = written.rsplit(' ').next().unwrap_or(written);
    let plural =
        numeral::is_plural(written) && !OF_YEARS.iter().any(|word| word.eq_ignore_ascii_case(head));
    let opener = scan.before_blank(numeral.start);
    let closed = opener.is_some_and(|at| {
        const YEARLY: &[&str] = &[
            "in", "since", "by", "of", "from", "to", "until", "till", "before", "after", "during",
            "the", "its", "their", "his", "her", "our", "this", "that", "early", "late", "mid",
            "year", "and", "through", "s", "around", "circa", "for", "a", "between",
        ];
        YEARLY.iter().any(|word| scan.is_word(at, word))
            || matches!(scan.kind(at), Some(Kind::Sign('(' | '[' | ',' | '’' | '\'')))
            || scan.meaning(at) == Some(Meaning::Month)
    });
    // Of years one says "after" and "before".
    const COUNTS: &[&str] =
        &["than", "above", "exceed", "exceeds", "exceeding", "exceeded", "least", "below"];
    let compared = bounded
        && opener.is_some_and(|at| COUNTS.iter().any(|word| scan.is_word(at, word)))
        && scan.kind(scan.after_blank(numeral.end)) != Some(Kind::Word);
    plural && (!closed || bounded) || compared
}

/// "1." or "(2)" or "[3]" before the words of an item.
fn is_list_number(scan: &Scan<'_>, numeral: &Numeral) -> bool {
    let before = numeral.start.checked_sub(1);
    let opens = before.is_some_and(|at| matches!(scan.kind(at), Some(Kind::Sign('(' | '['))));
    let closes = matches!(scan.kind(numeral.end), Some(Kind::Sign(')' | ']')));
    let at_start = scan.before_blank(numeral.start).is_none();
    let marked = matches!(scan.kind(numeral.end), Some(Kind::Sign(')' | '.')))
        && scan.kind(numeral.end + 1) == Some(Kind::Blank);
    opens && closes || at_start && marked
}

/// "one" counts only where nothing but a number can stand.
fn one_counts(scan: &Scan<'_>, numeral: &Numeral) -> bool {
    let firm = ["only", "just", "exactly", "least", "than"];
    let before = scan.word_before(numeral.start);
    before.is_some_and(|at| firm.iter().any(|word| scan.is_word(at, word)))
        && noun_at(scan, numeral.end).is_some()
}

/// "half of the members", "a third of"; never "the second half".
fn part_counts(scan: &Scan<'_>, numeral: &Numeral, comparator: Comparator) -> bool {
    let next = scan.after_blank(numeral.end);
    const WHICH: &[&str] =
        &["other", "latter", "former", "top", "bottom", "upper", "lower", "better", "this", "last"];
    let which = scan.word_before(numeral.start).is_some_and(|at| {
        matches!(scan.meaning(at), Some(Meaning::Ordinal(_)))
            || WHICH.iter().any(|word| scan.is_word(at, word))
    });
    if which {
        return false;
    }
    let part = scan.is_word(next, "of") || scan.is_word(next, "the");
    let several = numeral.end > numeral.start + 1 || scan.kind(numeral.start) != Some(Kind::Word);
    part || several || comparator != Comparator::Exactly
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
