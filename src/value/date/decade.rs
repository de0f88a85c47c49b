//! Decades and centuries: "the 1990s", "the '90s", "the nineties", "the 17th century".

use super::calendar::Unit;
use super::form::Form;
use super::joints;
use super::number_words::ordinal;
use super::read::Found;
use super::scan::{Kind, Prose, is_apostrophe, is_dash};
use super::words::Word;

/// Every form of this family at `at`.
pub(super) fn dates(prose: &Prose<'_>, at: usize, found: &mut Vec<Found>) {
    let after = prose.past_word(at, Word::The);
    let has_article = after > at;
    if let Some((form, end)) = decade(prose, after, has_article) {
        found.push(Found::new(at, end, form, "decade"));
    }
    if let Some((form, end)) = century(prose, after) {
        found.push(Found::new(at, end, form, "century"));
    }
}

/// A decade without its article, for "early 1990s".
pub(super) fn decade(prose: &Prose<'_>, at: usize, is_marked: bool) -> Option<(Form, usize)> {
    match prose.kind(at) {
        Kind::Digits { value, n_digits: 4 } => {
            let end = past_plural(prose, at + 1)?;
            let year =
                i32::try_from(value).ok().filter(|y| y % 10 == 0 && (1000..=2190).contains(y))?;
            let is_round = year % 100 == 0 && year < 1500 && !is_marked;
            if is_round || joints::is_joined_before(prose, at) {
                return None;
            }
            Some((full_decade(year), end))
        }
        Kind::Digits { value, n_digits: 2 } => {
            let is_marked = is_marked || is_apostrophe(prose.mark_before(at));
            let end = past_plural(prose, at + 1).filter(|_| is_marked && value % 10 == 0)?;
            Some((short_decade(value)?, end))
        }
        Kind::Mark(mark) if is_apostrophe(mark) && prose.glued(at + 1) => {
            match prose.digits(at + 1) {
                Some((_, 2)) => decade(prose, at + 1, true),
                _ => None,
            }
        }
        Kind::Word(Word::Decade(tens)) if is_marked || prose.word_before(at) == Word::In => {
            Some((short_decade(tens)?, at + 1))
        }
        // "the nineteen seventies", "the twenty-tens" is rare enough to leave out.
        Kind::Word(Word::Cardinal(century @ 15..=20)) => match prose.word(at + 1) {
            Word::Decade(tens) => {
                let first = i32::try_from(century * 100 + tens).ok()?;
                Some((Form::Decade(first), at + 2))
            }
            _ => None,
        },
        _ => None,
    }
}

/// "the 1800s" is a century for most, "the 2000s" a decade.
fn full_decade(first: i32) -> Form {
    let decade = Form::Decade(first);
    if first % 100 != 0 {
        return decade;
    }
    let century = Form::Century(first / 100 + 1);
    if first < 2000 { Form::Either(vec![century, decade]) } else { decade }
}

fn short_decade(tens: u32) -> Option<Form> {
    let tens = i32::try_from(tens).ok()?;
    Some(match tens {
        0 | 10 => Form::Decade(2000 + tens),
        20 => Form::Either(vec![Form::Decade(1920), Form::Decade(2020)]),
        _ => Form::Decade(1900 + tens),
    })
}

/// Past the "s" or "'s" glued to the digits.
fn past_plural(prose: &Prose<'_>, at: usize) -> Option<usize> {
    let at = if is_apostrophe(prose.mark(at)) && prose.glued(at) { at + 1 } else { at };
    (prose.glued(at) && prose.written(at) == "s").then_some(at + 1)
}

/// A century without its article, for "late 19th century".
pub(super) fn century(prose: &Prose<'_>, at: usize) -> Option<(Form, usize)> {
    let (nth, end) = ordinal(prose, at)?;
    let end = if is_dash(prose.mark(end)) && prose.glued(end) { end + 1 } else { end };
    if prose.word(end) != Word::Unit(Unit::Century) {
        return None;
    }
    let nth = i32::try_from(nth).ok().filter(|nth| (1..=22).contains(nth))?;
    match prose.word(end + 1) {
        Word::Bc => Some((Form::Century(-nth), end + 2)),
        Word::Ad if prose.capital(end + 1) => Some((Form::Century(nth), end + 2)),
        _ => Some((Form::Century(nth), end + 1)),
    }
}
