//! "The sixth was held in Tollmere": one of a series that was spoken of, by its number alone.
//!
//! It must not know which of the series that is.

use std::ops::Range;

use super::index::Index;
use super::parse::{Parse, Sentence, Tag};
use super::reference::Memory;
use crate::rules::{Expected, FactBook, SubjectId};
use crate::value::Value;

/// How many sentences back the series may have been named.
const REACH: usize = 2;

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
        let apposed = the > sentence.range.start && parse.words[the - 1].raw == ",";
        if apposed && the > sentence.range.start + 4 {
            return None;
        }
        let last = parse.words.get(the + 1).filter(|_| the + 1 < sentence.range.end)?;
        let counts = ["th", "first", "second", "third", "st", "nd", "rd"];
        if !counts.iter().any(|end| last.lower.ends_with(end)) {
            return None;
        }
        let subject = self.series(index, book)?;
        let ordinal = |value: &&super::scene::Located| {
            value.words.start == the + 1 && matches!(value.reading.value, Value::Ordinal(_))
        };
        let end = parse.values_at(the).iter().find(ordinal)?.words.end;
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
