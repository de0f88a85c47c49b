//! Words that turn out to be verbs because what they stand in has none: "The pact runs for ten years".
//!
//! It must not know clauses.

use std::ops::Range;

use super::Tag;
use super::open_class::is_small_number;
use super::tag::is_currency;
use crate::lexicon::{self, Form};
use crate::text::Word;

/// "Its height stands at 88 m, officials said": what lies between two marks has a verb of its own
/// where a word that could be one takes an amount or an object, or, at the head of a sentence, a
/// preposition: "In July the town doubles in size for X, founded in 1987".
pub(super) fn promote_part(
    words: &[Word<'_>],
    range: Range<usize>,
    opens: bool,
    in_name: &[bool],
    tags: &mut [Tag],
) {
    let is_verb = |tags: &[Tag], at: usize| matches!(tags[at], Tag::Verb | Tag::Auxiliary);
    let first = range.clone().find(|&at| is_verb(tags, at)).unwrap_or(range.end);
    let amount = |at: usize| {
        let at = (at..range.end).find(|&i| tags[i] != Tag::Adverb).unwrap_or(range.end);
        at < range.end && (tags[at] == Tag::Number || is_currency(&words[at]))
    };
    let object = |at: usize| {
        at < range.end
            && (tags[at] == Tag::Determiner
                || is_small_number(&words[at].lower)
                || amount(at)
                || matches!(words[at].lower.as_str(), "at" | "to" | "from") && amount(at + 1))
    };
    // "Based in Hull, Norl makes glass": nothing but a name before it.
    let named = |at: usize| {
        let mut names = (range.start..at).filter(|&i| words[i].lower != "the");
        !opens
            && first == range.end
            && names.all(|i| tags[i] == Tag::Name)
            && at + 1 < range.end
            && matches!(tags[at + 1], Tag::Noun | Tag::Name)
    };
    let third = (range.start..first).skip(1).find(|&at| {
        !in_name[at]
            && tags[at] == Tag::Noun
            && lexicon::verb_forms(&words[at].lower).contains(Form::Third)
            && matches!(tags[at - 1], Tag::Noun | Tag::Name)
            && !words[at - 1].lower.ends_with('s')
            && !(tags[at - 1] == Tag::Noun && is_small_number(&words[at - 1].lower))
            && (object(at + 1)
                || named(at)
                || opens
                    && first == range.end
                    && at >= range.start + 2
                    && tags[at - 2] == Tag::Determiner
                    && at + 1 < range.end
                    && tags[at + 1] == Tag::Preposition
                    && words[at + 1].lower != "of")
    });
    let Some(at) = third else { return };
    // "the records a clerk keeps are": another verb goes with the noun, unless it is joined on.
    let joined = (at..first).any(|i| {
        tags[i] == Tag::Conjunction
            || lexicon::is_subordinator(&words[i].lower)
            || lexicon::is_relative(&words[i].lower)
    });
    if first == range.end || joined {
        tags[at] = Tag::Verb;
    }
}

/// "The pact runs for ten years": a sentence without a verb takes the word that could be one.
pub(super) fn promote(words: &[Word<'_>], range: Range<usize>, in_name: &[bool], tags: &mut [Tag]) {
    let has_verb = range.clone().any(|at| matches!(tags[at], Tag::Verb | Tag::Auxiliary));
    if has_verb {
        return;
    }
    // "2015 Kiln Wing opens", as chronologies have it, but "2015 Port Orla talks"
    let ends_line = |at: usize| {
        let next = words.get(at + 1).filter(|_| at + 1 < range.end);
        next.is_none_or(|word| matches!(word.raw, "." | ";"))
            && tags[at - 1] == Tag::Name
            && !words[at].is_capitalised()
            && (!lexicon::is_noun_first(&words[at].lower)
                || matches!(words[at].lower.as_str(), "opens" | "closes" | "starts" | "launches"))
    };
    let has_complement = |at: usize| {
        let next = at + 1;
        next < range.end
            && (is_currency(&words[next])
                || match tags[next] {
                    Tag::Determiner | Tag::Preposition | Tag::Number | Tag::Name => true,
                    // "Norl makes glass"
                    Tag::Noun => {
                        let named = || tags[range.start..at].iter().all(|tag| *tag == Tag::Name);
                        in_name[at - 1] || named()
                    }
                    _ => false,
                })
    };
    let third = range.clone().skip(1).find(|&at| {
        !in_name[at]
            && tags[at] == Tag::Noun
            && lexicon::verb_forms(&words[at].lower).contains(Form::Third)
            && tags[at - 1].is_nominal()
            && !(tags[at - 1] == Tag::Noun && is_small_number(&words[at - 1].lower))
            && (ends_line(at) || has_complement(at))
    });
    let base = || {
        let two = |&at: &usize| ends_line(at) && is_base_of_two(words, tags, at);
        base_form(words, range.clone(), in_name, tags).or_else(|| range.clone().skip(1).rfind(two))
    };
    if let Some(at) = third.or_else(base) {
        tags[at] = Tag::Verb;
    }
}

/// "The vaults hold 400,000 bars.": the word that could be the verb of many.
fn base_form(
    words: &[Word<'_>],
    range: Range<usize>,
    in_name: &[bool],
    tags: &[Tag],
) -> Option<usize> {
    range.clone().skip(1).find(|&at| {
        let subject = &words[at - 1];
        // "Members include Norland"
        let opens = at == range.start + 1
            && !in_name[at - 1]
            && !lexicon::is_noun_first(&words[at].lower)
            && subject.lower.ends_with('s');
        let many = opens || !subject.is_capitalised() && subject.lower.ends_with('s');
        tags[at] == Tag::Noun
            && lexicon::verb_forms(&words[at].lower).contains(Form::Base)
            && tags[at - 1].is_nominal()
            && (many || ends_many_of(words, tags, at, range.start))
            && at + 1 < range.end
            && (matches!(tags[at + 1], Tag::Determiner | Tag::Preposition | Tag::Number)
                || opens && tags[at + 1] == Tag::Name)
    })
}

/// "2010: Norl and Hesk merge": what two names do.
fn is_base_of_two(words: &[Word<'_>], tags: &[Tag], at: usize) -> bool {
    let named = |at: &usize| tags[*at] == Tag::Name || words[*at].lower == "the";
    let second = (0..at).rev().take_while(named).last();
    let and = second.and_then(|second| second.checked_sub(1));
    tags[at] == Tag::Noun
        && lexicon::verb_forms(&words[at].lower).contains(Form::Base)
        && and.is_some_and(|and| words[and].lower == "and" && and > 0 && tags[and - 1] == Tag::Name)
}

/// "The floors of Solenne Tower rest", "the floors of the tower rest": a name or a noun, and before it what there
/// are many of.
fn ends_many_of(words: &[Word<'_>], tags: &[Tag], at: usize, floor: usize) -> bool {
    let named = (floor..at).rev().take_while(|&i| tags[i] == Tag::Name).last();
    let noun = || {
        let the = at.checked_sub(2).is_some_and(|the| words[the].lower == "the");
        (the && tags[at - 1] == Tag::Noun).then(|| at - 1)
    };
    let Some(start) = named.or_else(noun).filter(|&start| start > floor + 1) else { return false };
    let of = start - 1 - usize::from(words[start - 1].lower == "the");
    of > floor
        && matches!(words[of].lower.as_str(), "of" | "in" | "at" | "on")
        && tags[of - 1] == Tag::Noun
        && words[of - 1].lower.ends_with('s')
}
