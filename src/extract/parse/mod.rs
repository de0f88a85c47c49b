//! A shallow parse: word classes, verb groups, clauses and quotations of a block's sentences.
//!
//! It serves one question, "which words belong to the same statement?", and nothing finer. It must
//! not know facts or subjects.

mod clause;
mod open_class;
mod quote;
mod tag;
mod verb;

use std::cell::OnceCell;
use std::ops::Range;

pub(crate) use clause::{Clause, ClauseKind};
pub(crate) use tag::Tag;
pub(crate) use verb::{Verb, VerbShape};

use super::scene::Located;
use crate::source::Span;
use crate::text::{Word, sentences, words};
use crate::value;

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
    /// The names in it.
    names: Vec<Span>,
    /// Its values, read when they are first asked for.
    values: OnceCell<Values>,
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
        let (names, values) = (names.to_vec(), OnceCell::new());
        Self { text, words, tags, sentences: parsed, quoted, names, values }
    }

    /// Its values in order of place; those inside a name are part of the name.
    pub(crate) fn values(&self) -> &[Located] {
        &self.values.get_or_init(|| Values::of(self)).located
    }

    /// Whether a value covers a word.
    pub(crate) fn is_value(&self, word: usize) -> bool {
        let values = self.values.get_or_init(|| Values::of(self));
        values.covered.get(word).copied().unwrap_or(false)
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

/// A block's values.
struct Values {
    located: Vec<Located>,
    /// For each word, whether a value covers it.
    covered: Vec<bool>,
}

impl Values {
    fn of(parse: &Parse<'_>) -> Self {
        let in_name = |span: Span| {
            let next = parse.names.partition_point(|name| name.end <= span.start);
            parse.names.get(next).is_some_and(|name| name.start < span.end)
        };
        let located: Vec<Located> = value::read(parse.text)
            .into_iter()
            .filter(|reading| !in_name(reading.span))
            .map(|reading| Located { words: parse.words_in(reading.span), reading })
            .collect();
        let mut covered = vec![false; parse.words.len()];
        for value in &located {
            covered[value.words.clone()].fill(true);
        }
        Self { located, covered }
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
