//! Who does what an event says: "was founded by X", "In 1549 X wrote of it".
//!
//! It must not know facts or values' meanings.

use super::event::{self, Event};
use super::index::CueId;
use super::parse::{ClauseKind, VerbShape};
use super::scene::Scene;

impl Scene<'_> {
    /// "Founded by Silas Lund in 1893, X": a participle at the head of its clause with who did it.
    pub(super) fn is_done_by(&self, event: &Event) -> bool {
        let clause = &self.sentence.clauses[event.clause];
        let participle = event.verb.is_some_and(|verb| {
            let verb = &self.sentence.verbs[verb];
            verb.range.len() == 1 && (verb.ambiguous || verb.shape == VerbShape::Participle)
        });
        matches!(clause.kind, ClauseKind::Participial | ClauseKind::Reduced)
            && participle
            && self.lower(event.words.end) == "by"
    }

    /// "by X".
    pub(super) fn agents(&self, event: &Event) -> Vec<usize> {
        self.mentions
            .iter()
            .enumerate()
            .filter(|(i, m)| {
                m.words.start >= event.words.end
                    && self.settings[*i].preposition.is_some_and(|at| self.lower(at) == "by")
                    && self.sentence.clause_of(m.words.start) == event.clause
            })
            .map(|(i, _)| i)
            .collect()
    }

    /// "In 1549 X wrote of it", under an author's own "wrote": a person is no more what is written than what is signed.
    pub(super) fn doers(&self, event: &Event, cues: &[CueId]) -> Vec<usize> {
        let hits = || event.cues.iter().filter(|hit| cues.contains(&hit.id));
        let own = hits().all(|hit| matches!(hit.id, CueId::Own(_)));
        // "wrote three letters in 1990", "wrote of it again in 1999": another time.
        let dated = |at: usize| {
            self.value_at(at)
                .is_some_and(|it| matches!(it.reading.value, crate::value::Value::Date(_)))
        };
        let object = event::has_object(self.parse, self.sentence, event, dated);
        let again = self
            .sentence
            .range
            .clone()
            .any(|at| matches!(self.lower(at), "again" | "also" | "later"));
        if !own || object || again || !self.is_clause_verb(event) {
            return Vec::new();
        }
        let mut found = self.subjects_of(event.clause);
        found.retain(|&it| {
            let mention = &self.mentions[it];
            mention.person || self.index.may_be_person(self.book, mention.subject)
        });
        found
    }
}
