//! Definite phrases: "the pact", "the former".

use std::cell::OnceCell;
use std::ops::Range;

use super::antecedent::{compound_noun, definite_noun, is_called_so};
use super::index::Index;
use super::mention::Mention;
use super::parse::{Parse, Sentence, Tag, Verb, VerbShape};
use super::passing::Callable;
use super::reference::{Memory, sole};
use super::stranger::{apposes, stranger_kinds};
use super::token::{is_strange_name, is_version};
use crate::lexicon;
use crate::rules::{FactBook, SubjectId};

/// How many subjects an article may name for a phrase to mean one of them from afar.
const MOST_FAR: usize = 12;

impl Memory {
    /// Whether a block that names nothing may speak of "the pact": a cheap look at its text.
    pub(super) fn may_be_meant(&self, text: &str, book: &FactBook) -> bool {
        let mut subjects: Vec<SubjectId> =
            self.sentences.iter().flatten().map(|trace| trace.subject).chain(self.far()).collect();
        subjects.sort_unstable();
        subjects.dedup();
        let told = self.kinds.iter().filter(|(subject, _)| subjects.contains(subject));
        let stated = subjects.iter().filter_map(|subject| book.subjects.get(subject.0 as usize));
        let kinds: Vec<&str> = stated
            .flat_map(|subject| &subject.kind)
            .chain(told.map(|(_, kind)| kind))
            .map(String::as_str)
            .collect();
        // One pass over the text, whatever may be meant.
        !kinds.is_empty()
            && text.match_indices("he ").any(|(at, _)| {
                let article = matches!(text.as_bytes().get(at.wrapping_sub(1)), Some(b't' | b'T'));
                article && kinds.iter().any(|kind| text[at + 3..].starts_with(kind))
            })
    }

    /// "the pact": the nearest subject that is called so, alone in its sentence.
    #[allow(clippy::too_many_arguments)]
    pub(super) fn definite(
        &self,
        parse: &Parse<'_>,
        sentence: &Sentence,
        named: &[Mention],
        index: &Index,
        book: &FactBook,
        callable: &OnceCell<Callable>,
        at: usize,
    ) -> Option<(SubjectId, Range<usize>)> {
        // Reading values, which a noun phrase may begin with, costs more than this look.
        let subjects =
            || named.iter().map(|mention| mention.subject).chain(self.topic).chain(self.far());
        let bare = is_telegraphic(parse, sentence, at);
        let after = &parse.words[at + usize::from(!bare)..sentence.range.end];
        let callable = callable.get_or_init(|| self.callable(subjects(), index, book));
        if !self.may_be_called(after, self.has_focus(), callable, book) {
            return None;
        }
        let (noun, compound) = match bare {
            true => (at, None),
            false => phrase(parse, sentence, at, || {
                compound_noun(parse, sentence, at, book, subjects())
            })?,
        };
        let lower = parse.words[noun].lower.as_str();
        let words = at..noun + 1;
        if matches!(lower, "former" | "latter") {
            return self.former_latter(lower).map(|subject| (subject, words));
        }
        if is_another(parse, sentence, named, at, noun) {
            return None;
        }
        let told = |subject: SubjectId| {
            let subject = index.twin(subject);
            self.kinds.iter().any(|(other, kind)| *other == subject && kind == lower)
        };
        // "the marathon" is no half marathon where one of the facts' is a marathon.
        let is_of = |subject: SubjectId, kind: &str| {
            let mut twins = index.twins_of(subject);
            twins.any(|it| book.subjects[it.0 as usize].kind.iter().any(|own| own == kind))
        };
        let kind = compound.unwrap_or(lower);
        let exact = compound.is_some() || subjects().any(|subject| is_of(subject, kind));
        let folded = OnceCell::new();
        let called = |subject: SubjectId| {
            told(subject)
                || is_of(subject, kind)
                || compound.is_none()
                    && index.twins_of(subject).any(|subject| {
                        is_called_so(book, subject, lower, &folded)
                            && !(exact && is_kind_head(book, subject, lower))
                    })
        };
        let here: Vec<SubjectId> = named
            .iter()
            .filter(|m| sentence.range.contains(&m.words.start) && m.words.end <= at)
            .map(|mention| mention.subject)
            .filter(|&subject| called(subject))
            .collect();
        if let Some(&first) = here.first() {
            return here.iter().all(|&other| other == first).then_some((first, words));
        }
        // "That ensemble" may be the Orsay Quartet, where a quartet of the facts is called an ensemble.
        let all = named.iter().map(|mention| mention.subject).chain(self.topic).chain(self.far());
        let points = parse.words[at].lower != "the" || at == sentence.range.start;
        let alike: Vec<&String> = all
            .filter(|&subject| points && called(subject))
            .flat_map(|subject| &book.subjects[subject.0 as usize].kind)
            .collect();
        let called_so =
            |kinds: &[String]| kinds.iter().any(|kind| kind == lower || alike.contains(&kind));
        let before = sentence.range.start..at;
        if called_so(&stranger_kinds(parse, named, before)) {
            return None;
        }
        let topic = self.topic.filter(|&topic| called(topic));
        if let Some(found) = self.nearest(topic, called, called_so) {
            return found.map(|subject| (subject, words));
        }
        if let Some(found) = topic.or_else(|| self.only_one(called, lower)) {
            return Some((found, words));
        }
        self.generic(lower, index).map(|subject| (subject, words))
    }

    /// "the company": what the last sentence was about, whatever it is called.
    fn generic(&self, lower: &str, index: &Index) -> Option<SubjectId> {
        if !(lexicon::is_transparent_noun(lower) && is_generic(lower)) {
            return None;
        }
        let last = self.sentences.last()?;
        let topic = last.iter().any(|trace| trace.topic);
        sole(last.iter()).filter(|subject| topic && !index.persons.contains(subject))
    }

    /// The nearest subject before that is `called` so, or nothing where a stranger is; the outer option
    /// is absent where neither was spoken of. What the head names is meant unless its own block
    /// speaks of another of the kind.
    fn nearest(
        &self,
        topic: Option<SubjectId>,
        called: impl Fn(SubjectId) -> bool,
        is_stranger: impl Fn(&[String]) -> bool,
    ) -> Option<Option<SubjectId>> {
        let spoken_of = self.sentences.iter().zip(&self.stranger_kinds).rev().enumerate();
        for (back, (traces, strangers)) in spoken_of {
            if is_stranger(strangers) {
                return Some(topic.filter(|_| back >= self.n_here));
            }
            let mut fitting = traces.iter().filter(|trace| called(trace.subject)).peekable();
            if fitting.peek().is_some() {
                let topics = traces.iter().filter(|trace| trace.topic && called(trace.subject));
                return Some(sole(fitting).or_else(|| sole(topics)));
            }
        }
        None
    }

    /// The one subject of the article that is `called` so, if nothing strange in it is.
    fn only_one(&self, called: impl Fn(SubjectId) -> bool, kind: &str) -> Option<SubjectId> {
        let mut all = self.far().filter(|&subject| called(subject));
        let first = all.next()?;
        (all.next().is_none() && !self.all_stranger_kinds.contains(kind)).then_some(first)
    }

    /// What the article has named, where that is not much.
    pub(super) fn far(&self) -> impl Iterator<Item = SubjectId> {
        let few = self.n_named.len() <= MOST_FAR;
        self.n_named.keys().copied().take(if few { MOST_FAR } else { 0 })
    }

    fn former_latter(&self, which: &str) -> Option<SubjectId> {
        let mut subjects: Vec<SubjectId> = Vec::new();
        for trace in self.sentences.last()? {
            if !subjects.contains(&trace.subject) {
                subjects.push(trace.subject);
            }
        }
        match (subjects.as_slice(), which) {
            ([first, _], "former") => Some(*first),
            ([_, second], _) => Some(*second),
            _ => None,
        }
    }
}

/// "the 2012–13 season", where the fact's is the 2013–14 season: the years in the phrase are not those of its name.
pub(super) fn is_of_other_year(
    parse: &Parse<'_>,
    words: &Range<usize>,
    subject: SubjectId,
    book: &FactBook,
) -> bool {
    let is_year = |text: &str| text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    let Some(year) = words.clone().map(|at| parse.words[at].raw).find(|raw| is_year(raw)) else {
        return false;
    };
    let names = book.subjects.get(subject.0 as usize).map_or(&[][..], |it| &it.names);
    let has_year = |name: &String| name.split(|c: char| !c.is_alphanumeric()).any(is_year);
    names.iter().any(has_year) && !names.iter().any(|name| name.contains(year))
}

/// The noun of a definite phrase: one word, or a kind of two words or more.
fn phrase<'b>(
    parse: &Parse<'_>,
    sentence: &Sentence,
    at: usize,
    compound: impl FnOnce() -> Option<(usize, &'b str)>,
) -> Option<(usize, Option<&'b str>)> {
    match definite_noun(parse, sentence, at) {
        Some(noun) => Some((noun, None)),
        None => compound().map(|(noun, kind)| (noun, Some(kind))),
    }
}

/// Whether what stands around a phrase says that it means something else than was spoken of.
fn is_another(
    parse: &Parse<'_>,
    sentence: &Sentence,
    named: &[Mention],
    at: usize,
    noun: usize,
) -> bool {
    is_narrowed(parse, sentence, noun)
        // "says Ada Moss, the university's rector"
        || apposes(parse, named, at)
            && parse.tags.get(noun + 1) != Some(&Tag::Possessive)
            && !is_fronted_to(parse, sentence, noun)
        || is_elsewhere(parse, sentence, named, at)
        || at == sentence.range.start && is_named_after(parse, sentence, named, noun)
}

/// Whether a subject is called by a noun only as the last word of its kind.
fn is_kind_head(book: &FactBook, subject: SubjectId, noun: &str) -> bool {
    let subject = &book.subjects[subject.0 as usize];
    let head = |kind: &String| kind.rsplit(' ').next() == Some(noun) && kind != noun;
    let named = subject.names.iter().any(|name| name.to_lowercase().ends_with(noun));
    subject.kind.iter().any(head) && !named && !subject.kind.iter().any(|kind| kind == noun)
}

/// "Founded by weavers from Holme, the club won", "In Lund, the club won": what stands before the comma is fronted, and
/// the phrase the subject of the first verb.
fn is_fronted_to(parse: &Parse<'_>, sentence: &Sentence, noun: usize) -> bool {
    let fronted = matches!(parse.tags[sentence.range.start], Tag::Verb | Tag::Preposition);
    let finite = |verb: &&Verb| verb.shape == VerbShape::Finite;
    let mut verbs = sentence.verbs.iter().filter(finite);
    // "Founded", "known" may be participles.
    let first = verbs.find(|verb| verb.range.start > noun || !verb.ambiguous);
    fronted && first.is_some_and(|verb| verb.range.start == noun + 1)
}

/// "the lease on the training pitch": another one, told by what it is of.
fn is_narrowed(parse: &Parse<'_>, sentence: &Sentence, noun: usize) -> bool {
    let word = |at: usize| parse.words.get(at).map_or("", |word| word.lower.as_str());
    matches!(word(noun + 1), "of" | "on" | "for")
        && matches!(word(noun + 2), "the" | "a" | "an" | "its" | "their")
        && noun + 3 < sentence.range.end
        && parse.tags[noun + 3] == Tag::Noun
        && !parse.is_value(noun + 3)
}

/// "In neighbouring Ostland, where the central bank": what stands there is that place's.
fn is_elsewhere(parse: &Parse<'_>, sentence: &Sentence, named: &[Mention], at: usize) -> bool {
    const REACH: usize = 8;
    let start = sentence.range.start;
    let comma = (start + 1..at.min(start + REACH)).rev().find(|&i| parse.words[i].raw == ",");
    let lower = |i: usize| parse.words[i].lower.as_str();
    comma.is_some_and(|comma| {
        let near = (start..comma)
            .any(|i| matches!(lower(i), "neighbouring" | "neighboring" | "nearby" | "adjacent"));
        matches!(lower(start), "in" | "at" | "across" | "over")
            && is_strange_name(parse, named, comma - 1)
            && (near || lower(comma + 1) == "where")
    })
}

/// "The town at the northern end, Lornstad, has": the phrase is said of the name that follows.
fn is_named_after(parse: &Parse<'_>, sentence: &Sentence, named: &[Mention], noun: usize) -> bool {
    const REACH: usize = 7;
    let end = sentence.range.end;
    // "The patch release, 4.0.1, came out"
    let numbered = |i: usize| is_version(parse.words[i].raw);
    let strange = |i: usize| i < end && (is_strange_name(parse, named, i) || numbered(i));
    let comma = (noun + 1..end.min(noun + REACH)).find(|&i| {
        parse.words[i].raw == ","
            || matches!(parse.tags[i], Tag::Verb | Tag::Auxiliary | Tag::Possessive | Tag::Mark)
    });
    let Some(comma) = comma.filter(|&i| parse.words[i].raw == ",") else { return false };
    let close = (comma + 1..end).find(|&i| !strange(i)).unwrap_or(end);
    close > comma + 1 && close < end && parse.words[close].raw == ","
}

/// "16 May 1974: tunnel opened", "Tunnel opened": a short line leaves "the" out before its verb.
pub(super) fn is_telegraphic(parse: &Parse<'_>, sentence: &Sentence, at: usize) -> bool {
    const LONGEST: usize = 14;
    let before = at.checked_sub(1).map_or("", |at| parse.words[at].raw);
    let opens = at == sentence.range.start || matches!(before, ":" | "–" | "—" | "-");
    let verb =
        at + 1 < sentence.range.end && matches!(parse.tags[at + 1], Tag::Verb | Tag::Auxiliary);
    sentence.range.len() <= LONGEST
        && opens
        && verb
        && parse.words[at].is_letters()
        && matches!(parse.tags[at], Tag::Noun | Tag::Name)
}

/// Nouns that any body may be called by.
pub(super) fn is_generic(noun: &str) -> bool {
    matches!(
        noun,
        "company" | "firm" | "group" | "organisation" | "organization" | "body" | "agency"
    )
}
