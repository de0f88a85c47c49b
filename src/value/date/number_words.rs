//! Numbers inside dates: days of the month, years and counts, in digits or words.

use super::scan::{Kind, Prose, is_apostrophe, is_dash};
use super::words::Word;

/// A day of the month: "27", "27th", "twenty-seventh", "twenty seven". Also the token after it.
pub(super) fn day(prose: &Prose<'_>, at: usize) -> Option<(i8, usize)> {
    let (value, end) = match prose.kind(at) {
        Kind::Digits { value, n_digits } if n_digits <= 2 => (value, at + 1),
        Kind::Nth(value) => (value, at + 1),
        Kind::Word(Word::Ordinal(value)) => (value, at + 1),
        Kind::Word(Word::Cardinal(_)) => {
            ordinal(prose, at).or_else(|| cardinal(prose, at)).filter(|&(value, _)| value <= 31)?
        }
        _ => return None,
    };
    i8::try_from(value).ok().filter(|day| (1..=31).contains(day)).map(|day| (day, end))
}

/// "third", "3rd", "twenty-first".
pub(super) fn ordinal(prose: &Prose<'_>, at: usize) -> Option<(u32, usize)> {
    match prose.kind(at) {
        Kind::Nth(value) | Kind::Word(Word::Ordinal(value)) => Some((value, at + 1)),
        Kind::Word(Word::Cardinal(tens)) if tens >= 20 => {
            let next = past_dash(prose, at + 1);
            match prose.word(next) {
                Word::Ordinal(ones) if ones < 10 => Some((tens + ones, next + 1)),
                _ => None,
            }
        }
        _ => None,
    }
}

/// "two", "twenty-one".
fn cardinal(prose: &Prose<'_>, at: usize) -> Option<(u32, usize)> {
    let Word::Cardinal(value) = prose.word(at) else { return None };
    if value >= 20 {
        let next = past_dash(prose, at + 1);
        if let Word::Cardinal(ones @ 1..=9) = prose.word(next) {
            return Some((value + ones, next + 1));
        }
    }
    Some((value, at + 1))
}

fn past_dash(prose: &Prose<'_>, at: usize) -> usize {
    if is_dash(prose.mark(at)) && prose.glued(at) { at + 1 } else { at }
}

/// How many: digits, words, "a", "a couple of", "a dozen". Fractions and thousands are not counts of time.
pub(super) fn count(prose: &Prose<'_>, at: usize) -> Option<(u32, usize)> {
    match prose.kind(at) {
        Kind::Digits { value, n_digits } if n_digits <= 4 && !is_part_of_number(prose, at) => {
            Some((value, at + 1))
        }
        Kind::Word(Word::A) => match prose.word(at + 1) {
            Word::Couple => Some((2, prose.past_word(at + 2, Word::Of))),
            Word::Dozen => Some((12, at + 2)),
            Word::Hundred => Some(past_hundred(prose, 1, at + 2)),
            _ => Some((1, at + 1)),
        },
        Kind::Word(Word::Couple) => Some((2, prose.past_word(at + 1, Word::Of))),
        Kind::Word(Word::Cardinal(_)) => {
            let (value, end) = cardinal(prose, at)?;
            match prose.word(end) {
                Word::Hundred => Some(past_hundred(prose, value, end + 1)),
                Word::Thousand => Some((value * 1000, end + 1)),
                Word::Dozen => Some((value * 12, end + 1)),
                _ => Some((value, end)),
            }
        }
        _ => None,
    }
}

/// "one hundred and thirty", "a hundred five": what stands behind "hundred" counts too.
fn past_hundred(prose: &Prose<'_>, hundreds: u32, at: usize) -> (u32, usize) {
    match cardinal(prose, prose.past_word(at, Word::And)) {
        Some((rest, end)) if rest < 100 => (hundreds * 100 + rest, end),
        _ => (hundreds * 100, at),
    }
}

/// Whether the digits at `at` are a piece of "2.5", "1,500" or "10:30".
pub(super) fn is_part_of_number(prose: &Prose<'_>, at: usize) -> bool {
    let joins = |mark| matches!(mark, '.' | ',' | ':' | '/');
    let before = at >= 2
        && prose.glued(at)
        && joins(prose.mark(at - 1))
        && prose.glued(at - 1)
        && prose.digits(at - 2).is_some();
    before || is_continued(prose, at)
}

/// Whether the number goes on after the digits at `at`: "2.5", "1,500", "10:30", "5%".
pub(super) fn is_continued(prose: &Prose<'_>, at: usize) -> bool {
    if !prose.glued(at + 1) {
        return false;
    }
    let goes_on = prose.glued(at + 2) && prose.digits(at + 2).is_some();
    match prose.mark(at + 1) {
        '.' | ':' | '+' => goes_on,
        ',' => goes_on && prose.digits(at + 2).is_some_and(|(_, n_digits)| n_digits >= 3),
        '%' | '°' => true,
        _ => false,
    }
}

/// A year beside a month or another year: four digits or words.
pub(super) fn year(prose: &Prose<'_>, at: usize) -> Option<(i32, usize)> {
    match prose.kind(at) {
        Kind::Digits { value, n_digits: 4 } if (1000..=2199).contains(&value) => {
            if is_continued(prose, at) || is_followed_by_letters(prose, at) {
                return None;
            }
            i32::try_from(value).ok().map(|year| (year, at + 1))
        }
        Kind::Word(Word::Cardinal(_)) => written_year(prose, at),
        _ => None,
    }
}

fn is_followed_by_letters(prose: &Prose<'_>, at: usize) -> bool {
    prose.glued(at + 1) && matches!(prose.kind(at + 1), Kind::Word(Word::Plain))
}

/// "'96", "96": a year without its century, from 1940 to 2039.
pub(super) fn short_year(prose: &Prose<'_>, at: usize) -> Option<(i32, usize)> {
    let at = if is_apostrophe(prose.mark(at)) { at + 1 } else { at };
    match prose.kind(at) {
        Kind::Digits { value, n_digits: 2 } if !is_continued(prose, at) => {
            let year = i32::try_from(value).ok()?;
            Some((if year < 40 { 2000 + year } else { 1900 + year }, at + 1))
        }
        _ => None,
    }
}

/// "nineteen ninety-six", "two thousand and fifteen", "nineteen hundred ninety three".
fn written_year(prose: &Prose<'_>, at: usize) -> Option<(i32, usize)> {
    let (head, end) = cardinal(prose, at)?;
    let (year, end) = match prose.word(end) {
        Word::Thousand if head == 2 => {
            let next = prose.past_word(end + 1, Word::And);
            match cardinal(prose, next) {
                Some((rest, rest_end)) if rest < 100 => (2000 + rest, rest_end),
                _ => (2000, end + 1),
            }
        }
        Word::Hundred if (11..=20).contains(&head) => {
            let next = prose.past_word(end + 1, Word::And);
            match cardinal(prose, next) {
                Some((rest, rest_end)) if rest < 100 => (head * 100 + rest, rest_end),
                _ => (head * 100, end + 1),
            }
        }
        Word::Cardinal(0) if (11..=20).contains(&head) => {
            let (ones, end) =
                cardinal(prose, end + 1).filter(|&(ones, _)| (1..10).contains(&ones))?;
            (head * 100 + ones, end)
        }
        Word::Cardinal(_) if (11..=20).contains(&head) => {
            let (rest, end) =
                cardinal(prose, end).filter(|&(rest, _)| (10..100).contains(&rest))?;
            (head * 100 + rest, end)
        }
        _ => return None,
    };
    i32::try_from(year).ok().map(|year| (year, end))
}
