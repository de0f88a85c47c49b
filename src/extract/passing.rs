//! Sentences that can be passed over: those that name no subject and refer to none.
//!
//! Most sentences of an article are of this kind, and they must cost no more than a look at their
//! words. The tests here may let a sentence through that refers to nothing; they must never hold
//! back one that refers to something, so they follow what `reference` and `implied` ask for.

use std::ops::Range;

use super::antecedent::is_called;
use super::index::Index;
use super::parse::Parse;
use super::reference::Memory;
use super::subject::is_making;
use crate::lexicon;
use crate::rules::FactBook;
use crate::text::Word;

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
        words.iter().enumerate().any(|(at, word)| match word.lower.as_str() {
            "he" | "she" | "his" | "her" | "him" => self.has_recent(),
            "it" | "its" | "they" | "their" => has_focus,
            "counterpart" | "counterparts" => self.has_counterparts(),
            "the" if has_focus => true,
            "the" | "this" | "that" => {
                let nouns = words[at + 1..].iter().take(REACH);
                nouns.take_while(|noun| !matches!(noun.raw, "," | "." | ";")).any(|noun| {
                    let lower = noun.lower.as_str();
                    let refers =
                        matches!(lower, "former" | "latter") || lexicon::is_transparent_noun(lower);
                    has_focus && refers || self.calls(lower, index, book)
                })
            }
            noun => has_focus && is_making(noun),
        })
    }

    /// Whether something remembered may be called by a noun.
    fn calls(&self, noun: &str, index: &Index, book: &FactBook) -> bool {
        let told = |subject| self.kinds.iter().any(|(of, kind)| *of == subject && kind == noun);
        self.sentences.iter().flatten().any(|trace| {
            told(trace.subject)
                || index
                    .all_twins(trace.subject)
                    .iter()
                    .any(|&subject| is_called(book, subject, noun))
        })
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
