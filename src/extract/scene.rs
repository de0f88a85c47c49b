//! A sentence with everything seen in it: what the pairing constructions look at.

use std::ops::Range;

use super::countries::Countries;
use super::event::Event;
use super::index::{CueId, Index};
use super::mention::{Mention, MentionKind};
use super::parse::{Parse, Sentence, Tag};
use super::setting::Setting;
use crate::rules::expected::Column;
use crate::rules::{Expected, Fact, FactBook, FactId, SubjectId};
use crate::source::Span;
use crate::value::{Reading, Value};

use super::claim::{Doubt, Stated};
use super::context::Context;
use super::pair::Asked;
use crate::document::Block;

/// A value with the words it covers.
#[derive(Debug, Clone)]
pub(crate) struct Located {
    /// The value.
    pub(crate) reading: Reading,
    /// Its words in the block.
    pub(crate) words: Range<usize>,
}

/// One sentence's mentions, events and values.
pub(crate) struct Scene<'a> {
    pub(crate) book: &'a FactBook,
    pub(crate) index: &'a Index,
    pub(crate) block: &'a Block,
    pub(crate) context: &'a Context,
    pub(crate) parse: &'a Parse<'a>,
    pub(crate) sentence: &'a Sentence,
    pub(crate) mentions: Vec<Mention>,
    pub(crate) settings: Vec<Setting>,
    pub(crate) events: Vec<Event>,
    pub(crate) values: Vec<Located>,
    /// What the last sentence was about, if it was one thing.
    pub(crate) focus: Option<SubjectId>,
    /// The last sentence names nothing else.
    pub(crate) is_focus_alone: bool,
    /// What the sentence may be about although it does not say so: what its heads name, and what
    /// the sentences before it were about.
    pub(crate) scope: Vec<SubjectId>,
    /// What the question right before it asks for.
    pub(crate) asked: &'a [Asked],
    /// From which word on the next sentence says that this one is wrong.
    pub(crate) rebutted_from: Option<usize>,
    /// The countries that the article names.
    pub(crate) countries: &'a Countries<'a>,
    /// The block opens with a date, in an earlier sentence, or stands under one.
    pub(crate) dated_above: bool,
}

/// A claim before its stance is known; spans are in the source.
#[derive(Debug, Clone)]
pub(crate) struct Draft {
    pub(crate) fact: FactId,
    pub(crate) slots: Vec<(&'static str, Span, Stated)>,
    pub(crate) subject: Option<Span>,
    pub(crate) construction: &'static str,
    /// The words of the cue.
    pub(crate) cue: Option<Range<usize>>,
    /// The clause that makes the statement.
    pub(crate) clause: usize,
    pub(crate) doubt: Option<Doubt>,
    /// Dates stated with a holder: "mayor in 2011".
    pub(crate) times: Vec<Reading>,
    /// The dates alone say when; the article's day does not count.
    pub(crate) dated: bool,
    /// The holder is called former.
    pub(crate) former: bool,
    /// The times say since when the holder has held the office.
    pub(crate) still: bool,
    /// From this slot on, values stand in the row's head and only identify the row.
    pub(crate) given: Option<usize>,
    /// Said in passing, inside a noun phrase: the clause's negation or plan does not touch it.
    pub(crate) presupposed: bool,
}

impl<'a> Scene<'a> {
    /// The fact of an id.
    pub(crate) fn fact(&self, id: FactId) -> &'a Fact {
        &self.book.facts[id.0 as usize]
    }

    /// The cues of a fact.
    pub(crate) fn cues(&self, id: FactId) -> &'a [CueId] {
        &self.index.cues[id.0 as usize].cues
    }

    /// Whether a fact is a bare association.
    pub(crate) fn is_bare(&self, id: FactId) -> bool {
        self.index.cues[id.0 as usize].bare
    }

    /// The facts about a subject alone.
    pub(crate) fn facts_of(&self, subject: SubjectId) -> &'a [FactId] {
        self.index.facts_of.get(subject.0 as usize).map_or(&[], Vec::as_slice)
    }

    /// The facts about several subjects whose first the sentence mentions.
    pub(crate) fn joint(&self) -> Vec<FactId> {
        self.of_mentioned(|subject| {
            self.index.joint_of.get(subject.0 as usize).map_or(&[], Vec::as_slice)
        })
    }

    /// The offices whose role or body the sentence mentions, as indices.
    pub(crate) fn offices(&self) -> Vec<usize> {
        self.of_mentioned(|subject| {
            self.index.offices_of.get(&subject).map_or(&[][..], Vec::as_slice)
        })
    }

    fn of_mentioned<T: Copy + Ord + 'a>(&self, list: impl Fn(SubjectId) -> &'a [T]) -> Vec<T> {
        let mut found: Vec<T> = self
            .mentions
            .iter()
            .flat_map(|mention| list(mention.subject).iter().copied())
            .collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    /// The lower-case word at an index of the sentence, empty outside it.
    pub(crate) fn lower(&self, at: usize) -> &str {
        if self.sentence.range.contains(&at) { &self.parse.words[at].lower } else { "" }
    }

    /// The word class at an index of the sentence.
    pub(crate) fn tag(&self, at: usize) -> Option<Tag> {
        self.sentence.range.contains(&at).then(|| self.parse.tags[at])
    }

    /// The span of a range of words.
    pub(crate) fn span(&self, words: &Range<usize>) -> Span {
        Span::new(
            self.parse.words[words.start].span.start,
            self.parse.words[words.end - 1].span.end,
        )
    }

    /// The source's bytes behind a span of the block's text.
    pub(crate) fn source(&self, span: Span) -> Span {
        self.block.source_span(span)
    }

    /// A draft of one value of a fact.
    pub(crate) fn draft(
        &self,
        fact: FactId,
        span: Span,
        stated: Stated,
        construction: &'static str,
        clause: usize,
    ) -> Draft {
        Draft {
            fact,
            slots: vec![(column(&self.fact(fact).expected, &stated), self.source(span), stated)],
            subject: None,
            construction,
            cue: None,
            clause,
            doubt: None,
            times: Vec::new(),
            dated: false,
            former: false,
            still: false,
            given: None,
            presupposed: false,
        }
    }

    /// What the fact of a draft expects of its last value: a column of a series where it is a quantity or a
    /// text, else the fact's own.
    pub(super) fn expected_of(&self, draft: &Draft) -> &'a Expected {
        let expected = &self.fact(draft.fact).expected;
        let (Expected::Editions(rows), Some((key, ..))) = (expected, draft.slots.last()) else {
            return expected;
        };
        let mut columns = rows.iter().flat_map(|row| &row.columns);
        columns
            .find(|column| column.key == *key && is_told_of_a_row(column))
            .map_or(expected, |column| &column.value)
    }

    /// Whether a value covers a word.
    pub(crate) fn is_value(&self, at: usize) -> bool {
        self.value_at(at).is_some()
    }

    /// The value that a word belongs to.
    pub(crate) fn value_at(&self, at: usize) -> Option<&Located> {
        self.values.iter().find(|value| value.words.contains(&at))
    }

    /// The mentions that stand in a clause, for facts of bare association.
    pub(crate) fn in_clause(&self, clause: usize) -> Vec<usize> {
        (0..self.mentions.len())
            .filter(|&i| self.can_be_argument(i))
            .filter(|&i| self.sentence.clause_of(self.mentions[i].words.start) == clause)
            .collect()
    }

    /// The mention that a draft is about; of several of one place the first.
    pub(super) fn subject_of(&self, draft: &Draft) -> Option<&Mention> {
        self.mentions.iter().find(|mention| Some(self.source(mention.span)) == draft.subject)
    }

    /// Whether a word is of one of a fact's cues.
    pub(crate) fn is_cue(&self, fact: FactId, at: usize) -> bool {
        let cues = self.cues(fact);
        self.events.iter().any(|event| event.words.contains(&at) && event.signals(cues))
    }

    /// Whether a draft's subject is only referred to, by a word that does not open its sentence: "It was founded
    /// in 1911" goes on about what the last one was about.
    pub(super) fn is_only_referred(&self, draft: &Draft) -> bool {
        let start = self.sentence.range.start;
        self.subject_of(draft).is_some_and(|mention| {
            // "When it was published in 1935, ..."
            let at = mention.words.start;
            let opens = at <= start + 1 && matches!(self.lower(at), "it" | "he" | "she" | "they");
            let named = self
                .mentions
                .iter()
                .any(|it| it.kind == MentionKind::Name && it.subject == mention.subject);
            matches!(mention.kind, MentionKind::Pronoun | MentionKind::Implied) && !opens && !named
        })
    }

    /// The word where a draft's value starts, as far as it stands in this sentence.
    pub(super) fn value_word(&self, draft: &Draft) -> usize {
        let span = draft.slots.last().map_or(Span::default(), |slot| slot.1);
        let here = |at: &usize| self.source(self.parse.words[*at].span).overlaps(span);
        self.sentence.range.clone().find(here).unwrap_or(self.sentence.range.start)
    }

    /// Whether a mention can be an argument of an event: no part of a longer name, no modifier.
    pub(crate) fn can_be_argument(&self, mention: usize) -> bool {
        let setting = &self.settings[mention];
        !setting.longer && setting.modifies.is_none()
    }
}

/// Whether a fact's value key wants a value of this kind; of a series, whether a column for quantities does.
pub(crate) fn wants(expected: &Expected, value: &Value) -> bool {
    match (expected, value) {
        (Expected::Date(_), Value::Date(_)) => true,
        (Expected::Period(_), Value::Date(date)) => date.is_period(),
        (Expected::Duration(_), Value::Duration(_))
        | (Expected::Number(_), Value::Number(_))
        | (Expected::Money(_), Value::Money(_))
        | (Expected::Percent(_), Value::Percent(_))
        | (Expected::Ordinal(_), Value::Ordinal(_)) => true,
        (Expected::Timeline(rows), value) => {
            rows.first().is_some_and(|row| wants(&row.value, value))
        }
        (Expected::Editions(rows), value) => {
            let mut columns = rows.iter().flat_map(|row| &row.columns);
            columns.any(|column| is_told_of_a_row(column) && wants(&column.value, value))
        }
        _ => false,
    }
}

/// Whether a column of a series holds what is said of a row, and not what says which row it is.
pub(crate) fn is_told_of_a_row(column: &Column) -> bool {
    match column.value {
        Expected::Number(_) | Expected::Money(_) | Expected::Percent(_) | Expected::Duration(_) => {
            true
        }
        Expected::Text(_) => column.key != "place",
        _ => false,
    }
}

/// The value key a fact's claim fills.
fn column(expected: &Expected, stated: &Stated) -> &'static str {
    match expected {
        Expected::Date(_) => "date",
        Expected::Period(_) => "period",
        Expected::Duration(_) => "duration",
        Expected::Ordinal(_) => "ordinal",
        Expected::Number(_) => "number",
        Expected::Money(_) => "money",
        Expected::Percent(_) => "percent",
        Expected::Text(_) => "text",
        Expected::Members(_) => "members",
        Expected::Expansion(_) => "expansion",
        Expected::Holders(_) => "holder",
        Expected::Timeline(rows) => {
            rows.first().map_or("timeline", |row| column(&row.value, stated))
        }
        Expected::Editions(rows) => {
            let takes = |column: &&Column| match stated {
                Stated::Reading(reading) => wants(&column.value, &reading.value),
                _ => matches!(column.value, Expected::Text(_)) && column.key != "place",
            };
            let mut columns = rows.iter().flat_map(|row| &row.columns);
            columns.find(takes).map_or("edition", |column| column.key)
        }
    }
}
