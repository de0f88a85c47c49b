//! The words around a value that bound it: "about", "at least", "or more".
//!
//! One row a phrase. They stand outside the span.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use super::Scan;
use super::token::Kind;
use crate::value::Comparator;
use Comparator::{About, AtLeast, AtMost, Exactly, JustOver, LessThan, MoreThan, Nearly};

/// Phrases before a value, the longer of two with the same end first.
const BEFORE: &[(&str, Comparator)] = &[
    ("not more than", AtMost),
    ("no more than", AtMost),
    ("no greater than", AtMost),
    ("no higher than", AtMost),
    ("not less than", AtLeast),
    ("no less than", AtLeast),
    ("no fewer than", AtLeast),
    ("not fewer than", AtLeast),
    ("slightly more than", JustOver),
    ("slightly over", JustOver),
    ("slightly above", JustOver),
    ("marginally more than", JustOver),
    ("marginally above", JustOver),
    ("little more than", JustOver),
    ("little over", JustOver),
    ("bit more than", JustOver),
    ("bit over", JustOver),
    ("just over", JustOver),
    ("just above", JustOver),
    ("just more than", JustOver),
    ("slightly less than", Nearly),
    ("slightly fewer than", Nearly),
    ("slightly under", Nearly),
    ("slightly below", Nearly),
    ("little less than", Nearly),
    ("little under", Nearly),
    ("bit under", Nearly),
    ("bit less than", Nearly),
    ("just under", Nearly),
    ("just below", Nearly),
    ("just less than", Nearly),
    ("just short of", Nearly),
    ("just shy of", Nearly),
    ("short of", Nearly),
    ("shy of", Nearly),
    ("close to", Nearly),
    ("nearly", Nearly),
    ("almost", Nearly),
    ("approaching", Nearly),
    ("more than", MoreThan),
    ("greater than", MoreThan),
    ("higher than", MoreThan),
    ("larger than", MoreThan),
    ("bigger than", MoreThan),
    ("longer than", MoreThan),
    ("taller than", MoreThan),
    ("in excess of", MoreThan),
    ("north of", MoreThan),
    ("upwards of", MoreThan),
    ("upward of", MoreThan),
    ("over", MoreThan),
    ("above", MoreThan),
    ("beyond", MoreThan),
    ("exceeding", MoreThan),
    ("exceeds", MoreThan),
    ("exceeded", MoreThan),
    ("exceed", MoreThan),
    ("surpassing", MoreThan),
    ("surpasses", MoreThan),
    ("surpassed", MoreThan),
    ("surpass", MoreThan),
    ("topping", MoreThan),
    ("topped", MoreThan),
    ("tops", MoreThan),
    ("has passed", MoreThan),
    ("have passed", MoreThan),
    ("has now passed", MoreThan),
    ("have now passed", MoreThan),
    ("had passed", MoreThan),
    ("passed the", MoreThan),
    ("crossed the", MoreThan),
    ("has crossed", MoreThan),
    (">", MoreThan),
    ("at least", AtLeast),
    ("at the very least", AtLeast),
    ("a minimum of", AtLeast),
    ("minimum of", AtLeast),
    ("minimum", AtLeast),
    ("≥", AtLeast),
    ("less than or equal to", AtMost),
    ("more than or equal to", AtLeast),
    ("greater than or equal to", AtLeast),
    ("less than", LessThan),
    ("fewer than", LessThan),
    ("lower than", LessThan),
    ("smaller than", LessThan),
    ("shorter than", LessThan),
    ("under", LessThan),
    ("below", LessThan),
    ("<", LessThan),
    ("at most", AtMost),
    ("at the most", AtMost),
    // A move has come there.
    ("edged up to", Exactly),
    ("edging up to", Exactly),
    ("crept up to", Exactly),
    ("creeping up to", Exactly),
    ("ticked up to", Exactly),
    ("ticking up to", Exactly),
    ("inched up to", Exactly),
    ("inching up to", Exactly),
    ("moved up to", Exactly),
    ("moving up to", Exactly),
    ("went up to", Exactly),
    ("gone up to", Exactly),
    ("going up to", Exactly),
    ("goes up to", Exactly),
    ("pushed up to", Exactly),
    ("pushing up to", Exactly),
    ("nudged up to", Exactly),
    ("climbed up to", Exactly),
    ("shot up to", Exactly),
    ("stepped up to", Exactly),
    ("bumped up to", Exactly),
    ("brought up to", Exactly),
    ("bringing up to", Exactly),
    ("drove up to", Exactly),
    ("driving up to", Exactly),
    ("took up to", Exactly),
    ("taking up to", Exactly),
    ("raised up to", Exactly),
    ("picked up to", Exactly),
    ("up to", AtMost),
    ("as much as", AtMost),
    ("as many as", AtMost),
    ("maximum of", AtMost),
    ("maximum", AtMost),
    ("≤", AtMost),
    ("the order of", About),
    ("estimated", About),
    ("about", About),
    ("around", About),
    ("roughly", About),
    ("approximately", About),
    ("aproximately", About),
    ("approx", About),
    ("approx.", About),
    ("circa", About),
    ("c.", About),
    ("ca.", About),
    ("ca", About),
    ("some", About),
    ("perhaps", About),
    ("barely", About),
    ("~", About),
    ("≈", About),
];

/// Phrases after a value.
const AFTER: &[(&str, Comparator)] = &[
    ("or more", AtLeast),
    ("or greater", AtLeast),
    ("or higher", AtLeast),
    ("or above", AtLeast),
    ("or over", AtLeast),
    ("and above", AtLeast),
    ("at least", AtLeast),
    ("or less", AtMost),
    ("or fewer", AtMost),
    ("or lower", AtMost),
    ("or under", AtMost),
    ("at most", AtMost),
    ("or so", About),
    ("or thereabouts", About),
    ("approximately", About),
];

/// The rows whose last word, or last sign, is `last`.
fn ending_in(last: &str) -> &'static [(&'static str, Comparator)] {
    static BY_LAST: OnceLock<FxHashMap<&str, Vec<(&str, Comparator)>>> = OnceLock::new();
    let by_last = BY_LAST.get_or_init(|| {
        let mut by_last: FxHashMap<&str, Vec<_>> = FxHashMap::default();
        for &(phrase, comparator) in BEFORE {
            let last = phrase.rsplit(' ').next().unwrap_or(phrase);
            let last = if last.ends_with('.') { "." } else { last };
            by_last.entry(last).or_default().push((phrase, comparator));
        }
        by_last
    });
    let has_capital = || last.bytes().any(|byte| byte.is_ascii_uppercase());
    let in_lower = || by_last.get(&*last.to_ascii_lowercase());
    let found = by_last.get(last).or_else(|| has_capital().then(in_lower).flatten());
    found.map_or(&[], Vec::as_slice)
}

/// How the words around tokens `start..end` bound the value they carry.
pub(crate) fn comparator(scan: &Scan<'_>, start: usize, end: usize) -> Comparator {
    let before = before(scan, start);
    if let Some(found) = before.filter(|&found| found != About) {
        return found;
    }
    if scan.is_sign(end, '+') && scan.kind(end + 1) != Some(Kind::Digits) {
        return AtLeast;
    }
    if let Some((found, _)) = suffix(scan, end) {
        return found;
    }
    let noun = super::noun(scan, end);
    let after_noun =
        noun.and_then(|span| (end..end + 12).find(|&at| scan.span(at).end == span.end));
    let places = [Some(end), after_noun.map(|at| at + 1)];
    places.into_iter().flatten().find_map(|at| after(scan, at)).or(before).unwrap_or(Exactly)
}

/// "70-odd nations", "50-plus offices": what the suffix says, and the token after it.
pub(crate) fn suffix(scan: &Scan<'_>, end: usize) -> Option<(Comparator, usize)> {
    if !scan.is_dash(end) {
        return None;
    }
    let rows = [("odd", About), ("something", About), ("plus", AtLeast)];
    let row = rows.into_iter().find(|(word, _)| scan.is_word(end + 1, word));
    row.map(|(_, comparator)| (comparator, end + 2))
}

fn before(scan: &Scan<'_>, start: usize) -> Option<Comparator> {
    let mut last = scan.before_blank(start)?;
    // "about a decade", "an estimated", "more than the 45 billion".
    let definite = scan.is_word(last, "the");
    if definite || scan.is_word(last, "a") || scan.is_word(last, "an") {
        last = scan.before_blank(last)?;
    }
    // "under the 12-year warranty" is no bound.
    if definite
        && ["under", "below", "over", "above", "beyond"].iter().any(|it| scan.is_word(last, it))
    {
        return None;
    }
    if scan.is_sign(last, '=') {
        let sign = scan.before_blank(last)?;
        let at_most = scan.is_sign(sign, '<').then_some(AtMost);
        return at_most.or_else(|| scan.is_sign(sign, '>').then_some(AtLeast));
    }
    ending(scan.text.get(..scan.span(last).end)?, scan.text_of(last))
}

/// What the phrase that a text ends with makes of the value behind it; `last` is its last word.
pub(crate) fn ending(written: &str, last: &str) -> Option<Comparator> {
    let fits = |phrase: &str| {
        let from = written.len().checked_sub(phrase.len());
        let tail = from.and_then(|from| written.get(from..)).unwrap_or_default();
        let whole = from.is_none_or(|from| {
            let previous = written.get(..from).and_then(|rest| rest.chars().next_back());
            let sign = !phrase.starts_with(char::is_alphabetic);
            sign || previous.is_none_or(|character| !character.is_alphanumeric())
        });
        whole && tail.eq_ignore_ascii_case(phrase)
    };
    let mut found: Option<(&str, Comparator)> = None;
    for &(phrase, comparator) in ending_in(last) {
        if found.is_none_or(|(longest, _)| longest.len() < phrase.len()) && fits(phrase) {
            found = Some((phrase, comparator));
        }
    }
    found.map(|(_, comparator)| comparator)
}

fn after(scan: &Scan<'_>, end: usize) -> Option<Comparator> {
    let first = scan.after_blank(end);
    if first == end || scan.kind(first) != Some(Kind::Word) {
        return None;
    }
    let rest = &scan.text[scan.span(first).start..];
    let fits = |phrase: &str| {
        let whole =
            rest.get(phrase.len()..).is_some_and(|tail| !tail.starts_with(char::is_alphanumeric));
        whole && rest.get(..phrase.len()).is_some_and(|head| head.eq_ignore_ascii_case(phrase))
    };
    AFTER.iter().find(|(phrase, _)| fits(phrase)).map(|&(_, comparator)| comparator)
}
