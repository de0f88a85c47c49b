//! Persons' names in running text: capitalised words with initials and particles, titles left out.
//!
//! It must not know who holds what.

use std::ops::Range;

use super::parse::{Parse, Tag};
use super::token::is_date_word;
use crate::lexicon;
use crate::text::WordKind;
use crate::text::word::is_apostrophe;

/// Small words inside names.
const PARTICLES: &[&str] = &[
    "de", "del", "della", "der", "den", "di", "da", "dos", "du", "van", "von", "bin", "ibn", "al",
    "el", "la", "le", "ben", "ter", "zu", "af", "st", "ul", "ur", "do", "dal", "vom", "zum", "zur",
    "bint",
];

/// The name that starts at a word, titles skipped. `None` when no name does.
pub(crate) fn name_from(parse: &Parse<'_>, start: usize, limit: usize) -> Option<Range<usize>> {
    if start >= limit {
        return None;
    }
    let mut start = start;
    while start < limit && skippable_title(parse, start, limit) {
        start += 1;
        // "Lieutenant-General"
        if start < limit && super::token::is_hyphen(parse, start) {
            start += 1;
        }
        if start < limit && parse.words[start].is_mark('.') {
            start += 1;
        }
    }
    let mut end = start;
    let mut last = start;
    while end < limit && end < start + 8 {
        let word = &parse.words[end];
        let lower = word.lower.as_str();
        let stop = word.is_mark('.') && end > start && is_initial(parse, end - 1);
        if end > start && is_headline_adverb(parse, end, limit) {
            break;
        }
        if is_name_word(parse, end) || stop || (end > start && is_hyphenated_part(parse, end)) {
            last = end + 1;
        } else if !joins(parse, end, limit, lower) || (end == start && !leads(parse, end)) {
            break;
        }
        end += 1;
    }
    let range = without_letters(parse, start..trim_dot(parse, start, last));
    is_person(parse, &range).then_some(range)
}

/// Without letters behind it, "Cole QC", and without what a person is before it, "Republican Kay Ivey", "Acme CEO Ada
/// Moss".
fn without_letters(parse: &Parse<'_>, name: Range<usize>) -> Range<usize> {
    const LETTERS: usize = 4;
    let (mut start, mut end) = (name.start, name.end);
    let letters = |at: usize| {
        let word = &parse.words[at];
        word.is_all_caps() && (2..=LETTERS).contains(&word.raw.len()) && word.is_letters()
    };
    while end > start + 2 && letters(end - 1) {
        end -= 1;
    }
    // "Ask Liis Tamm, rector of"
    let asked = matches!(
        parse.words[start].lower.as_str(),
        "ask"
            | "meet"
            | "call"
            | "contact"
            | "see"
            | "tell"
            | "join"
            | "hear"
            | "thank"
            | "remember"
            | "follow"
    );
    if asked && end > start + 2 && parse.sentences.iter().any(|sentence| sentence.start == start) {
        start += 1;
    }
    let chief = |at: usize| matches!(parse.words[at].raw, "CEO" | "CFO" | "COO" | "CTO" | "MP");
    if let Some(role) = (start..end.saturating_sub(2)).rfind(|&at| chief(at)) {
        start = role + 1;
    }
    if end > start + 2 && lexicon::is_partisan(&parse.words[start].lower) {
        start += 1;
    }
    start..end
}

/// The name that ends before a word.
pub(crate) fn name_to(parse: &Parse<'_>, end: usize, floor: usize) -> Option<Range<usize>> {
    let mut at = end;
    let mut first = end;
    while at > floor && end - at < 8 {
        let before = at - 1;
        let lower = parse.words[before].lower.as_str();
        if is_name_word(parse, before) && !lexicon::is_title(lower) {
            first = before;
        } else if before > floor
            && (is_hyphenated_part(parse, before)
                || parse.words[before].is_mark('.') && is_initial(parse, before - 1))
        {
        } else if !(at < end && joins(parse, before, end, lower)) {
            break;
        }
        at = before;
    }
    let range = without_letters(parse, first..end);
    is_person(parse, &range).then_some(range)
}

fn skippable_title(parse: &Parse<'_>, at: usize, limit: usize) -> bool {
    let word = &parse.words[at];
    lexicon::is_title(&word.lower)
        && at + 1 < limit
        && word.is_capitalised()
        && (is_name_word(parse, at + 1)
            || parse.words[at + 1].is_mark('.')
            || super::token::is_hyphen(parse, at + 1)
                && at + 2 < limit
                && lexicon::is_title(&parse.words[at + 2].lower))
}

/// A capitalised word that is no function word, date or country.
fn is_name_word(parse: &Parse<'_>, at: usize) -> bool {
    let word = &parse.words[at];
    let lower = word.lower.as_str();
    word.kind == WordKind::Letters
        && (word.is_capitalised() || is_elided(word.raw))
        && !matches!(
            parse.tags[at],
            Tag::Preposition | Tag::Conjunction | Tag::Auxiliary | Tag::Verb
        )
        && !(is_date_word(lower) && lower != "may" && lower != "june" && lower != "april")
        && !matches!(
            lower,
            "the" | "a" | "an" | "he" | "she" | "it" | "they" | "we" | "who" | "in" | "on" | "at"
        )
}

/// "d'Aubry", "dall'Orso"
fn is_elided(raw: &str) -> bool {
    let parts = raw.split_once(is_apostrophe);
    parts.is_some_and(|(head, name)| {
        matches!(head, "d" | "l" | "dell" | "dall" | "dal") && name.starts_with(char::is_uppercase)
    })
}

/// "bae" of "Woong-bae", but not "led" of "Brook-led": glued to a capitalised word by a hyphen.
fn is_hyphenated_part(parse: &Parse<'_>, at: usize) -> bool {
    const LONGEST: usize = 6;
    let Some(front) = at.checked_sub(2) else { return false };
    let (word, hyphen, front) = (&parse.words[at], &parse.words[at - 1], &parse.words[front]);
    let glued = hyphen.span.start == front.span.end && hyphen.span.end == word.span.start;
    glued
        && super::token::is_hyphen(parse, at - 1)
        && front.is_letters()
        && front.is_capitalised()
        && word.is_letters()
        && word.raw.len() <= LONGEST
        && !word.is_capitalised()
        && parse.tags[at] != Tag::Verb
        && !lexicon::is_hyphenated_end(&word.lower)
}

/// "de" of "President de Vries": a name may begin with it.
fn leads(parse: &Parse<'_>, at: usize) -> bool {
    let lower = parse.words[at].lower.as_str();
    matches!(lower, "de" | "van" | "von" | "al" | "el" | "bin" | "da" | "di" | "del" | "ter" | "du")
}

/// "Publicly" of "Director Ada Brook Publicly Confirms the File": no part of a name, in a headline.
fn is_headline_adverb(parse: &Parse<'_>, at: usize, limit: usize) -> bool {
    let is_capital =
        |at: usize| at < limit.min(parse.words.len()) && parse.words[at].is_capitalised();
    is_capital(at) && is_capital(at + 1) && lexicon::is_manner_adverb(&parse.words[at].lower)
}

fn is_initial(parse: &Parse<'_>, at: usize) -> bool {
    let raw = parse.words[at].raw;
    raw.chars().count() == 1 && parse.words[at].is_capitalised()
        || matches!(raw, "Jr" | "Sr" | "St")
}

fn joins(parse: &Parse<'_>, at: usize, limit: usize, lower: &str) -> bool {
    let hyphen = super::token::is_hyphen(parse, at);
    let next_name = at + 1 < limit.min(parse.words.len()) && parse.words[at + 1].is_capitalised();
    // "al-Hakim", "Zia ul-Haq"
    let hyphen_next = at + 2 < limit.min(parse.words.len())
        && super::token::is_hyphen(parse, at + 1)
        && parse.words[at + 2].is_capitalised();
    let particle = PARTICLES.contains(&lower) && (next_name || hyphen_next);
    let second_particle = PARTICLES.contains(&lower)
        && at + 2 < parse.words.len()
        && PARTICLES.contains(&parse.words[at + 1].lower.as_str());
    hyphen || particle || second_particle
}

/// A full stop that ends the sentence is not an initial's.
fn trim_dot(parse: &Parse<'_>, start: usize, end: usize) -> usize {
    if end > start && parse.words[end - 1].is_mark('.') { end - 1 } else { end }
}

fn is_person(parse: &Parse<'_>, range: &Range<usize>) -> bool {
    let words: Vec<&str> =
        parse.words[range.clone()].iter().map(|word| word.lower.as_str()).collect();
    let named =
        range.clone().any(|at| parse.words[at].is_capitalised() && parse.words[at].raw.len() > 1);
    // "Vice President, Investor Relations"
    let department = words.last().is_some_and(|last| {
        matches!(
            *last,
            "relations"
                | "affairs"
                | "communications"
                | "marketing"
                | "sales"
                | "operations"
                | "resources"
                | "engineering"
                | "finance"
                | "strategy"
                | "products"
                | "services"
                | "development"
                | "guide"
                | "search"
                | "successor"
                | "pay"
                | "tech"
                | "office"
                | "news"
                | "decision"
        )
    });
    if department {
        return false;
    }
    let all_caps_only = range.len() == 1 && parse.words[range.start].is_all_caps();
    named && !all_caps_only && !lexicon::is_country_or_demonym(&words) && !words.is_empty()
}
