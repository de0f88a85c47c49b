//! "The sixth was held in Tollmere", "the sixth Forum": one of a series that was spoken of, by its number.
//!
//! It must not know which of the series that is.

use std::ops::Range;

use super::antecedent::is_called;
use super::index::Index;
use super::mention::Mention;
use super::parse::{Parse, Sentence, Tag};
use super::reference::Memory;
use crate::lexicon;
use crate::rules::{Expected, FactBook, SubjectId};
use crate::value::Value;

/// How many sentences back the series may have been named.
pub(super) const REACH: usize = 2;

/// Whether a mention has its number with it: "the fifth X", "the sixth".
pub(super) fn is_numbered(parse: &Parse<'_>, mention: &Mention) -> bool {
    let counts = |at: usize| parse.words.get(at).is_some_and(|word| is_ordinal_word(&word.lower));
    // "the next X, the eleventh"
    let end = mention.words.end;
    let apposed = parse.words.get(end).is_some_and(|word| word.raw == ",")
        && parse.words.get(end + 1).is_some_and(|word| word.lower == "the")
        && counts(end + 2);
    apposed || counts(mention.words.start.wrapping_sub(1)) || mention.words.clone().any(counts)
}

/// "sixth", "6th", but no "with" and no "month".
pub(super) fn is_ordinal_word(lower: &str) -> bool {
    ["th", "first", "second", "third", "1st", "2nd", "3rd"].iter().any(|end| lower.ends_with(end))
        && crate::value::ordinal::parse(lower).is_ok()
}

impl Memory {
    /// The series and the words of "the sixth", where no noun follows that could be another's.
    pub(super) fn nth(
        &self,
        parse: &Parse<'_>,
        sentence: &Sentence,
        index: &Index,
        book: &FactBook,
        the: usize,
    ) -> Option<(SubjectId, Range<usize>)> {
        // "A youth forum, the fourth, meets": of what stands before the comma.
        let start = sentence.range.start;
        let fronted = matches!(parse.tags[start], Tag::Preposition | Tag::Adverb)
            || lexicon::is_subordinator(&parse.words[start].lower);
        if the > start && parse.words[the - 1].raw == "," && !fronted {
            return None;
        }
        let last = parse.words.get(the + 1).filter(|_| the + 1 < sentence.range.end)?;
        if !is_ordinal_word(&last.lower) {
            return None;
        }
        let subject = self.series(index, book)?;
        let ordinal = |value: &&super::scene::Located| {
            value.words.start == the + 1 && matches!(value.reading.value, Value::Ordinal(_))
        };
        let mut end = parse.values_at(the).iter().find(ordinal)?.words.end;
        // "the sixth Forum": a part of its name
        let called = |at: usize| {
            parse.words.get(at).filter(|_| at < sentence.range.end).is_some_and(|word| {
                let twins = index.all_twins(subject).into_iter().chain([subject]);
                twins.into_iter().any(|it| is_called(book, it, &word.lower))
            })
        };
        match called(end) {
            true => end += 1,
            // "heard six speakers. The sixth": only where the series was counted itself.
            false if self.numbered == 0 => return None,
            false => {}
        }
        let alone = match parse.tags.get(end).filter(|_| end < sentence.range.end)? {
            Tag::Verb | Tag::Auxiliary => true,
            Tag::Preposition => matches!(parse.words[end].lower.as_str(), "in" | "at" | "on"),
            Tag::Mark => parse.words[end].raw == ",",
            _ => false,
        };
        alone.then_some((subject, the..end))
    }

    /// The one subject of the last sentences that has editions.
    fn series(&self, index: &Index, book: &FactBook) -> Option<SubjectId> {
        let editions = |subject: SubjectId| {
            let twins = index.all_twins(subject).into_iter().chain([subject]);
            twins
                .flat_map(|twin| &index.facts_of[twin.0 as usize])
                .any(|fact| matches!(book.facts[fact.0 as usize].expected, Expected::Editions(_)))
        };
        let near = self.sentences.iter().rev().take(REACH).flatten();
        let mut found = near.map(|trace| trace.subject).filter(|&subject| editions(subject));
        let first = found.next()?;
        found.all(|other| other == first).then_some(first)
    }
}

/// "edition", "volume": of which there are several, told apart by their numbers.
pub(super) fn is_one_of_many(noun: &str) -> bool {
    matches!(
        noun,
        "edition"
            | "volume"
            | "printing"
            | "impression"
            | "season"
            | "series"
            | "draft"
            | "version"
            | "instalment"
            | "installment"
            | "phase"
            | "stage"
            | "issue"
            | "episode"
            | "chapter"
            | "book"
    )
}
