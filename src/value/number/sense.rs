//! Whether a numeral alone counts something, or is a year, a ratio, a list number, a code.

use super::{Noun, Number};
use crate::value::Comparator;
use crate::value::numeral::{self, Amount, Kind, Meaning, Numeral, Scan};

/// Plurals that a year goes before.
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

/// Words before a year.
const YEARLY: &[&str] = &[
    "in", "since", "by", "of", "from", "to", "until", "till", "before", "after", "during", "the",
    "its", "their", "his", "her", "our", "this", "that", "early", "late", "mid", "year", "through",
    "s", "around", "circa", "for", "a", "between",
];

/// Of years one says "after" and "before"; these bound counts.
const COUNTS: &[&str] =
    &["than", "above", "exceed", "exceeds", "exceeding", "exceeded", "least", "below"];

/// Words before "half" that make it a place, not a share.
const WHICH: &[&str] =
    &["other", "latter", "former", "top", "bottom", "upper", "lower", "better", "this", "last"];

/// "four out of five", "one in a million": neither number counts.
pub(super) fn is_ratio(scan: &Scan<'_>, numeral: &Numeral) -> bool {
    let next = scan.after_blank(numeral.end);
    let out_of =
        |at: usize| scan.is_word(at, "out") && scan.is_word(scan.after_blank(at + 1), "of");
    if out_of(next) && scan.numeral_at(scan.after_blank(scan.after_blank(next + 1) + 1)).is_some() {
        return true;
    }
    let Some(mut before) = scan.word_before(numeral.start) else { return false };
    if scan.is_word(before, "of") {
        match scan.word_before(before).filter(|&at| scan.is_word(at, "out")) {
            Some(out) => before = out,
            None => return false,
        }
    } else if !scan.is_word(before, "in") {
        return false;
    }
    let gap = before.checked_sub(1).filter(|&at| scan.kind(at) == Some(Kind::Blank));
    let first = gap.and_then(|gap| scan.numeral_ending_at(gap)).map(|index| scan.numerals[index]);
    let of = numeral.amount.low;
    let round = of >= 10.0 && of.log10().fract() == 0.0;
    first.is_some_and(|first| scan.is_word(before, "out") || first.amount.low == 1.0 || round)
}

/// "16-F", "10-Q": capitals after the hyphen.
pub(super) fn is_code(scan: &Scan<'_>, end: usize) -> bool {
    let word = scan.text_of(end + 1);
    scan.is_dash(end)
        && scan.kind(end + 1) == Some(Kind::Word)
        && word.len() <= 3
        && word.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// Whether `numeral`, read as `number`, counts.
pub(super) fn is_count(
    scan: &Scan<'_>,
    numeral: &Numeral,
    number: &Number,
    comparator: Comparator,
) -> bool {
    let noun = number.noun.as_ref();
    if numeral.bare && is_year_like(&numeral.amount) {
        return year_counts(scan, numeral, noun, comparator);
    }
    if numeral.bare && is_list_number(scan, numeral) {
        return false;
    }
    let first = numeral.start;
    if scan.is_word(first, "one") && numeral.end == first + 1 {
        return one_counts(scan, numeral);
    }
    if numeral.half && numeral.amount.high < 1.0 {
        return part_counts(scan, numeral, comparator);
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
    let written = noun.map_or("", |noun| &scan.text[noun.span.range()]);
    let head = written.rsplit(' ').next().unwrap_or(written);
    let plural =
        numeral::is_plural(written) && !OF_YEARS.iter().any(|word| word.eq_ignore_ascii_case(head));
    let opener = scan.before_blank(numeral.start);
    let closed = opener.is_some_and(|at| {
        YEARLY.iter().any(|word| scan.is_word(at, word))
            || (scan.is_word(at, "and") && follows_year(scan, at))
            || matches!(scan.kind(at), Some(Kind::Sign('(' | '[' | ',' | '’' | '\'')))
            || scan.meaning(at) == Some(Meaning::Month)
    });
    let compared = bounded
        && opener.is_some_and(|at| COUNTS.iter().any(|word| scan.is_word(at, word)))
        && is_end_of_count(scan, scan.after_blank(numeral.end));
    plural && (!closed || bounded) || compared
}

/// No noun follows that a year could go before: "above 1000 and below 1500".
fn is_end_of_count(scan: &Scan<'_>, at: usize) -> bool {
    scan.kind(at) != Some(Kind::Word) || scan.is_word(at, "and") || scan.is_word(at, "or")
}

/// "in 2007 and 2012", but "tanks and 2000 soldiers".
fn follows_year(scan: &Scan<'_>, and: usize) -> bool {
    let last = scan.before_blank(and).filter(|&at| scan.kind(at) == Some(Kind::Digits));
    last.is_some_and(|at| scan.span(at).len() == 4)
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
        && numeral::noun(scan, numeral.end).is_some()
}

/// "half of the members", "a third of"; never "the second half".
fn part_counts(scan: &Scan<'_>, numeral: &Numeral, comparator: Comparator) -> bool {
    let next = scan.after_blank(numeral.end);
    let which = scan.word_before(numeral.start).is_some_and(|at| {
        matches!(scan.meaning(at), Some(Meaning::Ordinal(_)))
            || WHICH.iter().any(|word| scan.is_word(at, word))
    });
    if which || scan.meaning(next) == Some(Meaning::Article) {
        return false;
    }
    let part = scan.is_word(next, "of") || scan.is_word(next, "the");
    let several = numeral.end > numeral.start + 1 || scan.kind(numeral.start) != Some(Kind::Word);
    part || several || comparator != Comparator::Exactly
}
