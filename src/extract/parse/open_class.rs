//! Words of open classes: which of them is the verb of a group, by its forms and its neighbours.

use std::ops::Range;

use super::Tag;
use super::tag::{is_currency, title_case};
use crate::extract::token::is_date_word;
use crate::lexicon::{self, Form};
use crate::text::{Word, WordKind};

/// "Critics say that": what follows a plural and takes "that" is a verb.
fn says(words: &[Word<'_>], at: usize, forms: lexicon::Forms, range: &Range<usize>) -> bool {
    let many = |word: &Word<'_>| word.lower.ends_with('s') || word.lower == "people";
    lexicon::reporting_verb(&words[at].lower)
        && (forms.contains(Form::Base) || forms.contains(Form::Third))
        && words.get(at + 1).is_some_and(|word| word.lower == "that")
        && at > range.start
        && many(&words[at - 1])
}

/// "Chinese-born", "state-owned": an adjective; "co-founded", "re-opened" are verbs.
fn is_compound(words: &[Word<'_>], at: usize) -> bool {
    let glued = at >= 2
        && words[at - 1].raw == "-"
        && words[at - 1].span.end == words[at].span.start
        && words[at - 2].span.end == words[at - 1].span.start;
    glued
        && words[at - 2].is_letters()
        && lexicon::verb_forms(&words[at].lower).contains(Form::Participle)
        && !matches!(
            words[at - 2].lower.as_str(),
            "re" | "co"
                | "pre"
                | "over"
                | "under"
                | "out"
                | "un"
                | "mis"
                | "de"
                | "dis"
                | "soft"
                | "double"
                | "fast"
                | "green"
                | "short"
        )
}

/// Whether an open-class word is the verb of a group, from its forms and its neighbours.
pub(super) fn verb_here(words: &[Word<'_>], tags: &[Tag], at: usize, range: &Range<usize>) -> bool {
    let word = &words[at];
    let quote = |word: &Word<'_>| {
        word.raw.chars().all(|c| crate::text::word::is_double_quote(c) || c == '\'' || c == '‘')
    };
    let opens = at == range.start
        || quote(&words[at - 1])
        || words[at - 1].raw == "("
        || is_led_by_date(words, at, range);
    if is_compound(words, at) {
        return false;
    }
    if tags[at] == Tag::Name && !opens && !title_case(words, range) {
        return false;
    }
    // "had 6 million visitors last year"
    let next_word = words.get(at + 1).map_or("", |word| word.lower.as_str());
    if word.lower == "last" && (is_period(next_word) || is_date_word(next_word)) {
        return false;
    }
    let forms = lexicon::verb_forms(&word.lower);
    if forms.is_empty() || word.is_all_caps() && word.raw.len() > 1 {
        return false;
    }
    let hyphen = |index: Option<usize>| {
        index.and_then(|i| words.get(i)).is_some_and(|w| crate::text::word::is_dash(first(w)))
    };
    let glued_before = hyphen(at.checked_sub(1)) && at > range.start && touches(words, at - 1, at);
    let glued_after = hyphen(Some(at + 1)) && touches(words, at, at + 1);
    if glued_after || glued_before && !forms.contains(Form::Participle) {
        return false;
    }
    // "its 35-minute crossing", "a ten-day hearing"
    let counted = forms.contains(Form::Gerund)
        && at >= range.start + 3
        && crate::text::word::is_dash(first(&words[at - 2]))
        && touches(words, at - 3, at - 2)
        && touches(words, at - 2, at - 1)
        && (tags[at - 3] == Tag::Number || is_small_number(&words[at - 3].lower));
    if counted {
        return false;
    }
    if words.get(at + 1).is_some_and(|word| word.lower == "of")
        && lexicon::is_noun_first(&word.lower)
    {
        return false;
    }
    // "its eleven spans"
    if at > range.start && forms.contains(Form::Third) && is_small_number(&words[at - 1].lower) {
        return false;
    }
    let before = previous(words, tags, at, range);
    let next = (at + 1 < range.end).then(|| tags[at + 1]);
    if matches!(before, Before::Nominal | Before::Other) && says(words, at, forms, range) {
        return true;
    }
    match before {
        Before::To | Before::Modal => forms.contains(Form::Base),
        Before::Be => forms.contains(Form::Participle) || forms.contains(Form::Gerund),
        Before::Have => forms.contains(Form::Participle),
        Before::Determiner => false,
        Before::Preposition => {
            forms.contains(Form::Gerund) && next.is_some_and(|tag| tag != Tag::Preposition)
        }
        Before::Nominal | Before::Start | Before::Mark | Before::Other => {
            open_verb(words, tags, at, range, forms, before)
        }
    }
}

/// "1949 – Opened by the mayor", "3 May 1949: Opens": the first word behind what leads a line.
fn is_led_by_date(words: &[Word<'_>], at: usize, range: &Range<usize>) -> bool {
    const LONGEST: usize = 4;
    let mark = at - 1;
    matches!(words[mark].raw, ":" | "–" | "—" | "|")
        && (range.start + 1..=range.start + LONGEST).contains(&mark)
        && words[range.start].kind == WordKind::Digits
        // "1949 – United Railways buys the site"
        && !words.get(at + 1).is_some_and(Word::is_capitalised)
}

fn open_verb(
    words: &[Word<'_>],
    tags: &[Tag],
    at: usize,
    range: &Range<usize>,
    forms: lexicon::Forms,
    before: Before,
) -> bool {
    let word = &words[at];
    let next_word = words.get(at + 1).filter(|_| at + 1 < range.end);
    let next = next_word.map(|_| tags[at + 1]);
    if forms.contains(Form::Past) || forms.contains(Form::Participle) {
        // "Smoked fish is", but "The Salt Guild (SG) caught fire"
        let bracket = before == Before::Mark && words[at - 1].raw == ")";
        let attributive = !bracket
            && next.is_some_and(|tag| tag == Tag::Noun)
            && !next_word.is_some_and(|word| is_small_number(&word.lower))
            && matches!(before, Before::Start | Before::Mark)
            && lexicon::cues_at(&[&word.lower]).is_empty();
        return !attributive;
    }
    if forms.contains(Form::Gerund) {
        // "fell ill, dying on 2 May", but "a wing, opening of the house"
        let goes_on = before == Before::Mark
            && words[at - 1].raw == ","
            && next_word.is_some_and(|word| matches!(word.lower.as_str(), "on" | "in" | "at"))
            && !lexicon::is_noun_first(&word.lower);
        if goes_on {
            return true;
        }
        return matches!(before, Before::Mark | Before::Nominal | Before::Start)
            && (next_word.is_some_and(|word| word.lower == "to")
                || next.is_some_and(|tag| tag != Tag::Preposition && tag != Tag::Auxiliary));
    }
    let linking = matches!(word.lower.as_str(), "remains" | "stays" | "gets")
        && next_word
            .is_some_and(|next| lexicon::verb_forms(&next.lower).contains(Form::Participle));
    if linking && matches!(before, Before::Nominal | Before::Other) {
        return true;
    }
    let finite_follows = next_word.is_some_and(|w| {
        lexicon::is_auxiliary(&w.lower) || {
            let after = lexicon::verb_forms(&w.lower);
            after.contains(Form::Past) && !after.contains(Form::Base)
        }
    });
    if finite_follows {
        return false;
    }
    if forms.contains(Form::Third) {
        return third_person(words, tags, at, range, before);
    }
    forms.contains(Form::Base) && base_form(words, tags, at, range)
}

/// "The pact runs for ten years", "X, a port, exports coal".
fn third_person(
    words: &[Word<'_>],
    tags: &[Tag],
    at: usize,
    range: &Range<usize>,
    before: Before,
) -> bool {
    let object = at + 1 < range.end
        && (matches!(tags[at + 1], Tag::Determiner | Tag::Number) || is_currency(&words[at + 1]));
    // "X, a port, now exports coal"
    let mark = (range.start..at).rev().find(|&i| tags[i] != Tag::Adverb);
    let after_aside = before == Before::Mark
        && mark.is_some_and(|mark| matches!(words[mark].raw, "," | ")" | "—" | "–"));
    if object && after_aside || goes_on_after_and(words, tags, at, range) {
        return true;
    }
    // "needed beams 20 m in length": what follows a verb at once is its object.
    if at > range.start && tags[at - 1] == Tag::Verb && !lexicon::reporting_verb(&words[at].lower) {
        return false;
    }
    let subject = matches!(before, Before::Nominal | Before::Other) || after_aside;
    let word = (range.start..at).rev().find(|&i| tags[i] != Tag::Adverb);
    let after_pronoun = word
        .is_some_and(|i| matches!(words[i].lower.as_str(), "it" | "he" | "she" | "which" | "who"));
    if after_pronoun {
        return true;
    }
    subject && (!lexicon::is_noun_first(&words[at].lower) || takes_object(words, tags, at, range))
}

/// "X is deep and covers about 40 hectares": behind the "and" after a verb, with a number or an article behind it.
fn goes_on_after_and(words: &[Word<'_>], tags: &[Tag], at: usize, range: &Range<usize>) -> bool {
    let joint = (range.start..at).rev().find(|&i| tags[i] != Tag::Adverb);
    let next = (at + 1..range.end).find(|&i| {
        tags[i] != Tag::Adverb && !matches!(words[i].lower.as_str(), "about" | "around" | "over")
    });
    let object = next.is_some_and(|i| {
        matches!(tags[i], Tag::Determiner | Tag::Number) || is_currency(&words[i])
    });
    object
        && joint.is_some_and(|i| matches!(words[i].lower.as_str(), "and" | "but"))
        && tags[range.start..at].iter().any(|tag| matches!(tag, Tag::Verb | Tag::Auxiliary))
}

/// "They say", "the vaults hold": a base form after a plural.
fn base_form(words: &[Word<'_>], tags: &[Tag], at: usize, range: &Range<usize>) -> bool {
    let word = &words[at];
    let plural_subject = at > range.start && {
        let subject = &words[at - 1];
        tags[at - 1] == Tag::Pronoun && subject.lower != "it"
            || (tags[at - 1] == Tag::Noun || tags[at - 1] == Tag::Name && !subject.is_capitalised())
                && subject.lower.ends_with('s')
    };
    let pronoun =
        at > range.start && matches!(words[at - 1].lower.as_str(), "they" | "we" | "i" | "you");
    if pronoun {
        return true;
    }
    // "Lund and Holm sign the pact"
    let joined = at > range.start && tags[at - 1] == Tag::Name && {
        let first = (range.start..at).rev().find(|&i| tags[i] != Tag::Name);
        first.is_some_and(|and| {
            words[and].lower == "and" && and > range.start && tags[and - 1] == Tag::Name
        })
    };
    let object =
        at + 1 < range.end && matches!(tags[at + 1], Tag::Determiner | Tag::Name | Tag::Number);
    if joined && object && !word.is_capitalised() {
        return true;
    }
    let adjective = lexicon::cues_at(&[&word.lower]).iter().any(|cue| cue.form == Form::Adjective);
    plural_subject && !adjective && !lexicon::is_noun_first(&word.lower)
}

fn takes_object(words: &[Word<'_>], tags: &[Tag], at: usize, range: &Range<usize>) -> bool {
    let subject = (range.start..at).rev().find(|&i| tags[i] != Tag::Adverb);
    let name_before = subject.is_some_and(|i| matches!(tags[i], Tag::Name | Tag::Pronoun));
    // "The programme now covers 14 provinces"
    let noun_before = subject.is_some_and(|i| {
        tags[i] == Tag::Noun
            && i > range.start
            && i + 1 < at
            && matches!(tags[i - 1], Tag::Determiner | Tag::Possessive)
    });
    // "holds just over 27,000"
    let next = (at + 1..range.end).find(|&i| tags[i] != Tag::Adverb);
    let takes = |tag: Tag| {
        matches!(
            tag,
            Tag::Determiner | Tag::Name | Tag::Pronoun | Tag::Preposition | Tag::Number | Tag::Mark
        )
    };
    // "X needs two doses"
    let amount = |next: usize| takes(tags[next]) || is_small_number(&words[next].lower);
    (name_before || noun_before) && next.is_some_and(amount)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Before {
    Start,
    To,
    Modal,
    Be,
    Have,
    Determiner,
    Preposition,
    Nominal,
    Mark,
    Other,
}

/// What governs a word from the left, adverbs skipped.
fn previous(words: &[Word<'_>], tags: &[Tag], at: usize, range: &Range<usize>) -> Before {
    let mut index = at;
    while index > range.start {
        index -= 1;
        let lower = words[index].lower.as_str();
        return match tags[index] {
            Tag::Adverb => continue,
            Tag::Auxiliary if lexicon::is_modal(lower) || lexicon::is_do_form(lower) => {
                Before::Modal
            }
            Tag::Auxiliary if lexicon::is_be_form(lower) => Before::Be,
            Tag::Auxiliary => Before::Have,
            Tag::Preposition if lower == "to" => Before::To,
            Tag::Preposition if matches!(lower, "when" | "that" | "where") => Before::Other,
            Tag::Preposition => Before::Preposition,
            Tag::Determiner | Tag::Possessive if lower == "that" || lower == "which" => {
                Before::Other
            }
            Tag::Determiner | Tag::Possessive => Before::Determiner,
            Tag::Noun | Tag::Name | Tag::Number => Before::Nominal,
            Tag::Mark => Before::Mark,
            _ => Before::Other,
        };
    }
    Before::Start
}

fn touches(words: &[Word<'_>], left: usize, right: usize) -> bool {
    words.get(right).is_some_and(|word| word.span.start == words[left].span.end)
}

fn first(word: &Word<'_>) -> char {
    word.raw.chars().next().unwrap_or(' ')
}

pub(super) fn is_period(lower: &str) -> bool {
    matches!(
        lower,
        "year"
            | "month"
            | "week"
            | "night"
            | "weekend"
            | "season"
            | "spring"
            | "summer"
            | "autumn"
            | "fall"
            | "winter"
            | "quarter"
            | "decade"
            | "century"
            | "term"
    )
}

/// What counts the plural after it.
pub(super) fn is_small_number(lower: &str) -> bool {
    matches!(
        lower,
        "two"
            | "three"
            | "four"
            | "five"
            | "six"
            | "seven"
            | "eight"
            | "nine"
            | "ten"
            | "eleven"
            | "twelve"
            | "twenty"
            | "several"
            | "many"
            | "few"
            | "both"
            | "dozen"
    )
}
