//! Parts that have a name only by what they are of: where "the spire of X" is a subject, "its spire" after X, and
//! "the spire" in a text about X.
//!
//! It must not know facts.

use super::implied::{has_stranger, is_owned};
use super::index::Index;
use super::mention::{Mention, MentionKind};
use super::parse::{Parse, Sentence, Tag};
use super::reference::Memory;
use super::token::is_possessive_pronoun;
use crate::rules::{FactBook, SubjectId};
use crate::source::Span;
use crate::text::Word;

/// A subject that is called after another and what it is of it.
#[derive(Debug, Clone)]
pub(super) struct Part {
    subject: SubjectId,
    /// Stands for its twins.
    whole: SubjectId,
    /// "spire", lower case.
    noun: String,
}

impl Part {
    /// What it is a part of.
    pub(super) fn whole(&self) -> SubjectId {
        self.whole
    }
}

/// The parts among the subjects of a book; `twin` gives who stands for a subject.
pub(super) fn parts(book: &FactBook, twin: impl Fn(SubjectId) -> SubjectId) -> Vec<Part> {
    let subjects = || (0..).map(SubjectId).zip(&book.subjects);
    let common = |noun: &str| !noun.contains(' ') && noun.chars().all(char::is_lowercase);
    let mut found: Vec<Part> = Vec::new();
    for (subject, named) in subjects() {
        for name in &named.names {
            let (noun, of) = match (name.split_once(" of "), name.rsplit_once(' ')) {
                (Some((noun, of)), _) if common(noun) => (noun, of),
                (_, Some((of, noun))) if common(noun) => (noun, of),
                _ => continue,
            };
            let of = of.strip_prefix("the ").unwrap_or(of);
            let of = of.strip_suffix("'s").or_else(|| of.strip_suffix("’s")).unwrap_or(of);
            let whole = subjects().find(|(it, other)| {
                twin(*it) != twin(subject) && other.names.iter().any(|name| name == of)
            });
            let Some((whole, _)) = whole else { continue };
            let whole = twin(whole);
            if !found.iter().any(|it| it.subject == subject && it.noun == noun) {
                found.push(Part { subject, whole, noun: noun.to_owned() });
            }
        }
    }
    found
}

/// Whether words may speak of a part of what is known.
pub(super) fn may_be_meant(words: &[Word<'_>], memory: &Memory, index: &Index) -> bool {
    let known = |part: &&Part| memory.knows(part.whole);
    let mut parts = index.parts.iter().filter(known).peekable();
    parts.peek().is_some()
        && parts.any(|part| words.iter().any(|word| word.lower.as_str() == part.noun))
}

/// "its spire", "the castle's spire", "the spire of the castle", "the spire".
pub(super) fn mentions(
    parse: &Parse<'_>,
    sentence: &Sentence,
    known: &[Mention],
    memory: &Memory,
    index: &Index,
) -> Vec<Mention> {
    let mut found = Vec::new();
    for part in &index.parts {
        for noun in sentence.range.clone().filter(|&at| parse.words[at].lower.as_str() == part.noun)
        {
            let named = |it: &Mention| it.words.contains(&noun) && it.words.len() > 1;
            if known.iter().any(named) {
                continue;
            }
            let Some(words) = phrase(parse, sentence, known, memory, index, part, noun) else {
                continue;
            };
            let span =
                Span::new(parse.words[words.start].span.start, parse.words[words.end - 1].span.end);
            found.extend(index.all_twins(index.twin(part.subject)).into_iter().map(|subject| {
                let kind = MentionKind::Definite;
                Mention { subject, words: words.clone(), span, kind, person: false, unsure: false }
            }));
        }
    }
    found
}

/// The words that name a part at its noun.
fn phrase(
    parse: &Parse<'_>,
    sentence: &Sentence,
    known: &[Mention],
    memory: &Memory,
    index: &Index,
    part: &Part,
    noun: usize,
) -> Option<std::ops::Range<usize>> {
    let floor = sentence.range.start;
    let lower = |at: usize| parse.words.get(at).map_or("", |word| word.lower.as_str());
    let whole = |it: &&Mention| index.twin(it.subject) == part.whole;
    let wholes = || known.iter().filter(whole);
    let before = noun.checked_sub(1).filter(|&at| at >= floor)?;
    // "its spire", "the castle's spire"
    let named = || known.iter().any(|it| it.kind == MentionKind::Name && whole(&it));
    let other = memory.names_other && !named();
    let own =
        is_possessive_pronoun(lower(before)) && !other && wholes().any(|it| it.words.end == noun);
    if own {
        return Some(before..noun + 1);
    }
    if parse.tags[before] == Tag::Possessive {
        return wholes().find(|it| it.words.end == before).map(|it| it.words.start..noun + 1);
    }
    if lower(before) != "the" {
        return None;
    }
    // "the spire of the castle"
    if lower(noun + 1) == "of" {
        let the = usize::from(matches!(lower(noun + 2), "the" | "this" | "that"));
        let starts = |it: &&Mention| {
            it.words.start == noun + 2 || the > 0 && it.words.start == noun + 2 + the
        };
        return wholes().find(starts).map(|it| before..it.words.end);
    }
    // "the church has a spire; the spire is 69 m high"
    if (floor..before).any(|at| parse.words[at].lower.as_str() == part.noun) {
        return None;
    }
    // "Height of the spire: 69 m"
    let labelled = lower(noun + 1) == ":" && before > floor && lower(before - 1) == "of";
    let owned =
        || is_owned(parse, sentence, noun + 1) || has_stranger(parse, sentence, known, before);
    if !labelled && owned() {
        return None;
    }
    is_spoken_of(sentence, known, memory, index, part, before).then_some(before..noun + 1)
}

/// Whether all that the sentence names before a word is the whole, or, where it names nothing, the text is about it.
fn is_spoken_of(
    sentence: &Sentence,
    known: &[Mention],
    memory: &Memory,
    index: &Index,
    part: &Part,
    before: usize,
) -> bool {
    let mut here = known
        .iter()
        .filter(|it| sentence.range.contains(&it.words.start) && it.words.end <= before)
        .map(|it| index.twin(it.subject))
        .peekable();
    match here.peek() {
        Some(_) => here.all(|subject| subject == part.whole),
        None => {
            let focus = memory.focus(|_| true, |subject| subject == part.whole);
            let focus = focus.filter(|_| !memory.names_other);
            focus.or_else(|| memory.only_topic()) == Some(part.whole)
        }
    }
}
