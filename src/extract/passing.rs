//! Sentences that can be passed over: those that name no subject and refer to none.
//!
//! Most sentences of an article are of this kind, and they must cost no more than a look at their
//! words. The tests here may let a sentence through that refers to nothing; they must never hold
//! back one that refers to something, so they follow what `reference` and `implied` ask for.

use std::cell::{OnceCell, RefCell};
use std::ops::Range;

use rustc_hash::FxHashMap;

use super::antecedent::{ACRONYM, has_acronym, initial, is_called_so, last_word};
use super::definite::is_generic;
use super::index::Index;
use super::parse::Parse;
use super::reference::Memory;
use crate::rules::{FactBook, SubjectId};
use crate::text::Word;

/// How far behind it where the article spoke of the thing long before.
const NEAR: usize = 3;

/// How far behind its determiner the noun of "the 1,149-metre-long bridge" may stand.
const REACH: usize = 10;

impl Memory {
    /// Whether words without a name may mean something that earlier sentences spoke of.
    pub(super) fn may_be_meant_by(
        &self,
        words: &[Word<'_>],
        index: &Index,
        book: &FactBook,
    ) -> bool {
        if self.knows_nothing() {
            return false;
        }
        let has_focus = self.has_focus();
        let callable = OnceCell::new();
        let is_far = |nouns: &[Word<'_>]| {
            let far = self.far_called.get_or_init(|| {
                let twins = self.far().flat_map(|subject| index.twins_of(subject));
                Called::of(book, twins.chain(self.far()).collect(), &self.initials)
            });
            nouns.iter().take(NEAR).any(|noun| far.may_mean(book, noun.lower.as_str()))
        };
        super::part::may_be_meant(words, self, index)
            || words.iter().enumerate().any(|(at, word)| match word.lower.as_str() {
                "he" | "she" | "his" | "her" | "him" => self.has_recent(),
                "it" | "its" | "they" | "their" => has_focus,
                "we" | "our" => true,
                "counterpart" | "counterparts" => self.has_counterparts(),
                "the" if has_focus => true,
                "the" | "this" | "that" => {
                    let after = &words[at + 1..];
                    let none = || self.callable(std::iter::empty(), index, book);
                    self.may_be_called(after, has_focus, callable.get_or_init(none), book)
                        || is_far(after)
                }
                // "Members include Norland"
                "members" | "signatories" | "parties" | "founders" if at == 0 => has_focus,
                noun => has_focus && crate::lexicon::is_making(noun),
            })
    }

    /// Whether the last two sentences, as far as "he" reaches, were about anything known.
    pub(super) fn has_recent(&self) -> bool {
        self.sentences.iter().rev().take(2).any(|traces| !traces.is_empty())
    }

    /// Whether anyone was introduced as a counterpart.
    pub(super) fn has_counterparts(&self) -> bool {
        !self.counterparts.is_empty()
    }

    /// Whether the last sentence was about anything known.
    pub(super) fn has_focus(&self) -> bool {
        self.sentences.last().is_some_and(|traces| !traces.is_empty())
    }

    /// Whether words with a figure may go on about what this block named.
    pub(super) fn may_go_on(&self, words: &[Word<'_>]) -> bool {
        let named = self.sentences.iter().rev().take(self.n_here).any(|it| !it.is_empty());
        named && words.iter().any(|word| word.raw.starts_with(|c: char| c.is_ascii_digit()))
    }

    /// What a definite phrase may mean: something remembered or one of `subjects`.
    pub(super) fn callable(
        &self,
        subjects: impl Iterator<Item = SubjectId>,
        index: &Index,
        book: &FactBook,
    ) -> Callable {
        let remembered = self.sentences.iter().flatten().map(|trace| trace.subject);
        let mut meant: Vec<SubjectId> = Vec::with_capacity(8);
        for subject in subjects.chain(remembered).map(|subject| index.twin(subject)) {
            if !meant.contains(&subject) {
                meant.push(subject);
            }
        }
        let all = meant.iter().flat_map(|&subject| index.twins_of(subject)).collect();
        Callable { called: Called::of(book, all, &self.initials), meant }
    }

    /// Whether a definite phrase of these words may mean one of them: by what that is called, or, where the last
    /// sentence `has_focus`, by a word for anything.
    pub(super) fn may_be_called(
        &self,
        words: &[Word<'_>],
        has_focus: bool,
        callable: &Callable,
        book: &FactBook,
    ) -> bool {
        words.iter().take(REACH).any(|noun| {
            let noun = noun.lower.as_str();
            let general = matches!(noun, "former" | "latter") || is_generic(noun);
            has_focus && general
                || self.kinds.iter().any(|(of, kind)| kind == noun && callable.meant.contains(of))
                || callable.called.may_mean(book, noun)
        })
    }
}

/// What the definite phrases of a sentence may mean, gathered once for all of them.
pub(super) struct Callable {
    meant: Vec<SubjectId>,
    /// With all that share a name with them.
    called: Called,
}

/// The first letters of what a subject may be called, as far as asked in an article.
pub(super) type KnownInitials = RefCell<FxHashMap<SubjectId, Initials>>;

/// Subjects with the first letters of what they may be called.
#[derive(Debug)]
pub(super) struct Called {
    subjects: Vec<SubjectId>,
    initials: Initials,
}

impl Called {
    fn of(book: &FactBook, subjects: Vec<SubjectId>, known: &KnownInitials) -> Self {
        let mut known = known.borrow_mut();
        let of = |it: &SubjectId| *known.entry(*it).or_insert_with(|| Initials::of(book, *it));
        Self { initials: Initials::all(subjects.iter().map(of)), subjects }
    }

    /// Whether one of them may be called by a noun.
    fn may_mean(&self, book: &FactBook, noun: &str) -> bool {
        let folded = OnceCell::new();
        self.initials.may_begin(noun)
            && self.subjects.iter().any(|&subject| is_called_so(book, subject, noun, &folded))
    }
}

/// The first letters of all that some subjects may be called: few words share one, and the others
/// need not be held against every name.
#[derive(Debug, Clone, Copy)]
pub(super) struct Initials(u128);

impl Initials {
    /// Those of one subject.
    pub(super) fn of(book: &FactBook, subject: SubjectId) -> Self {
        let Some(subject) = book.subjects.get(subject.0 as usize) else { return Self(0) };
        let last_words = subject.names.iter().map(|name| last_word(name));
        let short: &[&str] = if has_acronym(subject) { &ACRONYM } else { &[] };
        let kinds = subject.kind.iter().map(String::as_str);
        let heads = subject.kind.iter().map(|kind| last_word(kind));
        let words = kinds.chain(heads).chain(last_words).chain(short.iter().copied());
        Self::all(words.map(|word| Self(initial(word).map_or(u128::MAX, |it| 1 << it))))
    }

    /// Those of all together.
    pub(super) fn all(each: impl Iterator<Item = Self>) -> Self {
        Self(each.fold(0, |all, it| all | it.0))
    }

    /// Whether one of them may be called so, as far as the first letter tells.
    pub(super) fn may_begin(&self, noun: &str) -> bool {
        initial(noun).is_none_or(|it| self.0 & (1 << it) != 0)
    }
}

/// Whether it is sure without a parse what a sentence leaves behind: it holds a verb, a form of "be"
/// or "have" in lower case that is no part of a name, and no name of several words.
pub(super) fn is_plain(parse: &Parse<'_>, range: &Range<usize>) -> bool {
    let names = parse.words[range.clone()].windows(2);
    let named = |pair: &[Word<'_>]| pair.iter().all(Word::is_capitalised);
    let has_verb = range.clone().any(|at| {
        matches!(parse.words[at].raw, "is" | "are" | "was" | "were" | "has" | "have" | "had")
            && !parse.in_name(at)
    });
    has_verb && !names.into_iter().any(named)
}
