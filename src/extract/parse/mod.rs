//! A shallow parse: word classes, verb groups, clauses and quotations of a block's sentences.
//!
//! It serves one question, "which words belong to the same statement?", and nothing finer. It must
//! not know facts, subjects or values.

mod clause;
mod quote;
mod tag;
mod verb;

use std::ops::Range;

pub(crate) use clause::{Clause, ClauseKind};
pub(crate) use tag::Tag;
pub(crate) use verb::{Verb, VerbShape};

use crate::text::{Word, sentences, words};

/// A block's words with their classes, cut into sentences.
pub(crate) struct Parse<'t> {
    /// The block's text.
    pub(crate) text: &'t str,
    /// Its words.
    pub(crate) words: Vec<Word<'t>>,
    /// A class for each word.
    pub(crate) tags: Vec<Tag>,
    /// The sentences in order.
    pub(crate) sentences: Vec<Sentence>,
    /// For each word, whether it stands inside a quotation.
    pub(crate) quoted: Vec<bool>,
}

/// A sentence with its clauses and verbs. All indices are into the block's words.
#[derive(Debug)]
pub(crate) struct Sentence {
    /// Its words.
    pub(crate) range: Range<usize>,
    /// Its clauses; the first is the main clause.
    pub(crate) clauses: Vec<Clause>,
    /// For each word of the range, the index of its clause.
    clause_of: Vec<usize>,
    /// Its verb groups in order.
    pub(crate) verbs: Vec<Verb>,
    /// Ends with a question mark.
    pub(crate) question: bool,
}

impl Sentence {
    /// The clause of a word.
    pub(crate) fn clause_of(&self, word: usize) -> usize {
        self.clause_of[word - self.range.start]
    }
}

impl<'t> Parse<'t> {
    /// Parses a block's text.
    pub(crate) fn new(text: &'t str) -> Self {
        let words = words(text);
        let ranges = sentences(&words);
        let mut tags = vec![Tag::Other; words.len()];
        let mut parsed = Vec::with_capacity(ranges.len());
        for range in ranges {
            tag::tag(&words, range.clone(), &mut tags);
            parsed.push(sentence(&words, &tags, range));
        }
        let quoted = quote::quoted(&words);
        Self { text, words, tags, sentences: parsed, quoted }
    }

    /// The index of the first word that ends after `offset`.
    pub(crate) fn word_at(&self, offset: usize) -> usize {
        self.words.partition_point(|word| word.span.end <= offset)
    }

    /// The words that a span of the text covers.
    pub(crate) fn words_in(&self, span: crate::source::Span) -> Range<usize> {
        let start = self.word_at(span.start);
        let end = self.words.partition_point(|word| word.span.start < span.end);
        start..end.max(start + 1).min(self.words.len().max(start))
    }

    /// The sentence of a word.
    pub(crate) fn sentence_of(&self, word: usize) -> &Sentence {
        let index = self.sentences.partition_point(|sentence| sentence.range.end <= word);
        &self.sentences[index.min(self.sentences.len() - 1)]
    }

    /// The lower-case words of a range.
    pub(crate) fn lower(&self, range: Range<usize>) -> Vec<&str> {
        self.words[range].iter().map(|word| word.lower.as_str()).collect()
    }
}

fn sentence(words: &[Word<'_>], tags: &[Tag], range: Range<usize>) -> Sentence {
    let verbs = verb::groups(words, tags, range.clone());
    let clauses = clause::cut(words, tags, &verbs, range.clone());
    let question = words[range.clone()].iter().rev().take(3).any(|word| word.raw == "?");
    Sentence { clauses: clauses.clauses, clause_of: clauses.clause_of, verbs, question, range }
}
