//! A shallow parse: word classes, verb groups, clauses and quotations of a block's sentences.
//!
//! It serves one question, "which words belong to the same statement?", and nothing finer. It must
//! not know facts or subjects.

mod clause;
mod inversion;
mod open_class;
mod promote;
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
    /// A class for each word of the sentences that were opened.
    pub(crate) tags: Vec<Tag>,
    /// Its sentences in order, as ranges of words.
    pub(crate) sentences: Vec<Range<usize>>,
    /// For each word, whether it stands inside a quotation.
    pub(crate) quoted: Vec<bool>,
    /// For each word, whether it stands inside a name of several words, or is one that looks like an adverb:
    /// "Tessaly".
    in_name: Vec<bool>,
    /// The names in it.
    names: Vec<Span>,
    /// The values of each sentence, read when they are first asked for.
    values: Vec<OnceCell<Vec<Located>>>,
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
    /// Cuts a block's text; the words of a name are one phrase, whatever they are elsewhere.
    pub(crate) fn new(text: &'t str, names: &[Span]) -> Self {
        let words = words(text);
        let sentences = sentences(&words);
        let tags = vec![Tag::Other; words.len()];
        let in_name = in_names(&words, names);
        let quoted = quote::quoted(&words);
        let values = vec![OnceCell::new(); sentences.len()];
        Self { text, words, tags, sentences, quoted, in_name, names: names.to_vec(), values }
    }

    /// Parses a sentence.
    pub(crate) fn open(&mut self, place: usize) -> Sentence {
        let range = self.sentences[place].clone();
        tag::tag(&self.words, range.clone(), &self.in_name, &mut self.tags);
        sentence(&self.words, &self.tags, range)
    }

    /// Whether a word stands inside a name of several words.
    pub(crate) fn in_name(&self, word: usize) -> bool {
        self.in_name[word]
    }

    /// The values of the sentence that a word is in, in order of place; those inside a name are part
    /// of the name.
    pub(crate) fn values_at(&self, word: usize) -> &[Located] {
        let place = self.sentences.partition_point(|sentence| sentence.end <= word);
        self.values.get(place).map_or(&[], |values| values.get_or_init(|| self.read(place)))
    }

    /// The values of the block up to the end of the sentence that a word is in.
    pub(crate) fn values_until(&self, word: usize) -> impl Iterator<Item = &Located> {
        let starts = self.sentences.iter().map(|sentence| sentence.start);
        starts.take_while(move |&start| start <= word).flat_map(|start| self.values_at(start))
    }

    /// Whether a value covers a word.
    pub(crate) fn is_value(&self, word: usize) -> bool {
        self.values_at(word).iter().any(|value| value.words.contains(&word))
    }

    fn read(&self, place: usize) -> Vec<Located> {
        let range = &self.sentences[place];
        let start = self.words[range.start].span.start;
        let end = self.words[range.end - 1].span.end;
        let in_name = |span: Span| {
            let next = self.names.partition_point(|name| name.end <= span.start);
            self.names.get(next).is_some_and(|name| name.start < span.end)
        };
        value::read_part(self.text, Span::new(start, end))
            .into_iter()
            .filter(|reading| !in_name(reading.span))
            .map(|reading| Located { words: self.words_in(reading.span), reading })
            .collect()
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
        let adverb = |at: usize| {
            words.get(at).is_some_and(|word| word.is_capitalised() && word.lower.ends_with("ly"))
        };
        if end > start + 1 || adverb(start) {
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
