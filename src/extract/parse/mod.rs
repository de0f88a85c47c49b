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

use crate::source::Span;
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
    /// For each word, whether a value covers it; filled in by [`Parse::mark_values`].
    in_value: Vec<bool>,
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
}

impl Sentence {
    /// The clause of a word.
    pub(crate) fn clause_of(&self, word: usize) -> usize {
        self.clause_of[word - self.range.start]
    }
}

impl<'t> Parse<'t> {
    /// Parses a block's text; the words of a name are one phrase, whatever they are elsewhere.
    pub(crate) fn new(text: &'t str, names: &[Span]) -> Self {
        let words = words(text);
        let ranges = sentences(&words);
        let mut tags = vec![Tag::Other; words.len()];
        let in_name = in_names(&words, names);
        let mut parsed = Vec::with_capacity(ranges.len());
        for range in ranges {
            tag::tag(&words, range.clone(), &in_name, &mut tags);
            parsed.push(sentence(&words, &tags, range));
        }
        let quoted = quote::quoted(&words);
        let in_value = vec![false; words.len()];
        Self { text, words, tags, sentences: parsed, quoted, in_value }
    }

    /// Notes the words that values cover.
    pub(crate) fn mark_values(&mut self, values: impl Iterator<Item = Range<usize>>) {
        for words in values {
            self.in_value[words].fill(true);
        }
    }

    /// Whether a value covers a word.
    pub(crate) fn is_value(&self, word: usize) -> bool {
        self.in_value.get(word).copied().unwrap_or(false)
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

    /// The lower-case words of a range.
    pub(crate) fn lower(&self, range: Range<usize>) -> Vec<&str> {
        self.words[range].iter().map(|word| word.lower.as_str()).collect()
    }
}

/// For each word, whether it stands inside a name of several words.
fn in_names(words: &[Word<'_>], names: &[Span]) -> Vec<bool> {
    let mut inside = vec![false; words.len()];
    for name in names {
        let start = words.partition_point(|word| word.span.end <= name.start);
        let end = words.partition_point(|word| word.span.start < name.end);
        if end > start + 1 {
            inside[start..end].fill(true);
        }
    }
    inside
}

fn sentence(words: &[Word<'_>], tags: &[Tag], range: Range<usize>) -> Sentence {
    let verbs = verb::groups(words, tags, range.clone());
    let clauses = clause::cut(words, tags, &verbs, range.clone());
    Sentence { clauses: clauses.clauses, clause_of: clauses.clause_of, verbs, range }
}
