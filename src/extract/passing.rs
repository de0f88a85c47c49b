//! Sentences that can be passed over: those that name no subject and refer to none.
//!
//! Most sentences of an article are of this kind, and they must cost no more than a look at their
//! words. The tests here may let a sentence through that refers to nothing; they must never hold
//! back one that refers to something, so they follow what `reference` and `implied` ask for.

use std::cell::OnceCell;
use std::ops::Range;

use super::antecedent::{Initials, is_called};
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
        let far = OnceCell::new();
        let is_far = |nouns: &[Word<'_>]| {
            let far: &Vec<SubjectId> = far.get_or_init(|| {
                let twins = self.far().flat_map(|subject| index.all_twins(subject));
                twins.chain(self.far()).collect()
            });
            nouns.iter().take(NEAR).any(|noun| {
                let noun = noun.lower.as_str();
                far.iter().any(|&subject| is_called(book, subject, noun))
            })
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
        let mut meant: Vec<SubjectId> =
            subjects.chain(remembered).map(|subject| index.twin(subject)).collect();
        meant.sort_unstable();
        meant.dedup();
        let all: Vec<SubjectId> =
            meant.iter().flat_map(|&subject| index.all_twins(subject)).collect();
        let initials = Initials::of(book, &all);
        Callable { meant, all, initials }
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
                || callable.initials.may_begin(noun)
                    && callable.all.iter().any(|&subject| is_called(book, subject, noun))
        })
    }
}

/// What the definite phrases of a sentence may mean, gathered once for all of them.
pub(super) struct Callable {
    meant: Vec<SubjectId>,
    /// With all that share a name with them.
    all: Vec<SubjectId>,
    initials: Initials,
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
