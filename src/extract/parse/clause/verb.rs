//! Which clause a verb belongs to, and when a past form is a participle.

use super::super::Tag;
use super::super::verb::{Verb, VerbShape};
use super::{ClauseKind, Cutter};
use crate::lexicon;

impl Cutter<'_> {
    /// A past form that another finite verb follows is a participle: "the pact signed in 2016 lets".
    pub(super) fn reduced_here(&self, verb: &Verb) -> bool {
        if verb.ambiguous && self.in_apposition(verb) {
            return true;
        }
        verb.ambiguous
            && !lexicon::reporting_verb(self.lower(verb.head))
            && (verb.range.end..self.range.end)
                .take_while(|&i| {
                    self.tags[i] != Tag::Conjunction
                        && !matches!(self.words[i].raw, "," | ";" | ":" | "—" | "–" | "(")
                        && !matches!(
                            self.lower(i),
                            "which"
                                | "who"
                                | "that"
                                | "when"
                                | "where"
                                | "after"
                                | "before"
                                | "because"
                                | "while"
                                | "as"
                        )
                })
                .any(|i| {
                    self.verbs.iter().any(|other| {
                        other.range.start == i
                            && other.shape == VerbShape::Finite
                            && !other.ambiguous
                    })
                })
    }

    /// "X, a child of a firm founded in 1998, owns": a past form between the commas of an apposition.
    fn in_apposition(&self, verb: &Verb) -> bool {
        let start = verb.range.start;
        let raw = |at: usize| self.words[at].raw;
        let Some(comma) = (self.range.start..start).rev().find(|&at| raw(at) == ",") else {
            return false;
        };
        // "X, like a firm founded in 1998, owns", "X, neighbour of a firm founded in 1998, owns"
        let aside = comma > self.range.start
            && self.tags[comma - 1].is_nominal()
            && self.tags[self.range.start] != Tag::Preposition
            && (matches!(
                self.lower(comma + 1),
                "like" | "unlike" | "near" | "beside" | "formerly" | "once"
            ) || self.tags[comma + 1] == Tag::Noun
                && self.tag(comma + 2) == Some(Tag::Preposition));
        let phrase = (aside || matches!(self.lower(comma + 1), "a" | "an" | "the"))
            && !self.verbs.iter().any(|other| (comma..start).contains(&other.range.start));
        let close = (verb.range.end..self.range.end).find(|&at| matches!(raw(at), "," | ";" | ":"));
        let Some(close) = close.filter(|&at| phrase && raw(at) == "," && !self.date_comma(at))
        else {
            return false;
        };
        let next = (close + 1..self.range.end).find(|&at| self.tags[at] != Tag::Adverb);
        next.is_some_and(|next| {
            self.verbs
                .iter()
                .any(|other| other.range.start == next && other.shape == VerbShape::Finite)
        })
    }

    pub(super) fn take_verb(&mut self, at: usize, index: usize) {
        let verb = &self.verbs[index];
        let current = self.current();
        let free = self.clauses[current].verb.is_none();
        match verb.shape {
            VerbShape::Infinitive => {}
            VerbShape::Gerund => {
                if free && self.clauses[current].kind != ClauseKind::Main {
                    self.clauses[current].verb = Some(index);
                }
            }
            _ if free
                && self.after_noun(at)
                && !self.own_name_before(at)
                && self.reduced_here(verb)
                && verb.shape == VerbShape::Finite =>
            {
                self.reduce(at, index);
            }
            VerbShape::Participle if self.after_noun(at) && !self.opened_here(at) => {
                self.reduce(at, index)
            }
            _ if free => self.clauses[current].verb = Some(index),
            VerbShape::Finite => self.second_finite(at, index),
            VerbShape::Participle => self.reduce(at, index),
        }
    }

    /// "that Lind visited": a name right after the opener is the clause's subject.
    pub(super) fn own_name_before(&self, at: usize) -> bool {
        let opened = matches!(
            self.clause().kind,
            ClauseKind::Complement | ClauseKind::Relative | ClauseKind::Subordinate
        );
        opened
            && self.tag(at - 1) == Some(Tag::Name)
            && (self.clause().start + 1..at).all(|i| self.tag(i) == Some(Tag::Name))
    }

    pub(super) fn opened_here(&self, at: usize) -> bool {
        let clause = self.clause();
        clause.start == at || clause.start + 1 == at && clause.shares_subject
    }

    pub(super) fn after_noun(&self, at: usize) -> bool {
        at > self.range.start
            && (self.tags[at - 1].is_nominal()
                || matches!(self.words[at - 1].raw, ")" | "\"" | "”" | "'" | "’"))
            && self.clause().start != at
    }

    pub(super) fn reduce(&mut self, at: usize, index: usize) {
        self.push(ClauseKind::Reduced, at, false);
        let clause = self.current();
        self.clauses[clause].verb = Some(index);
        self.clause_of[at - self.range.start] = clause;
    }

    /// A second finite verb: the open clause ends, or what was said begins, or a sibling does.
    pub(super) fn second_finite(&mut self, at: usize, index: usize) {
        while self.stack.len() > 1 {
            let closing = self.clause().kind != ClauseKind::Bracket;
            if !closing {
                break;
            }
            self.pop();
            if self.clause().verb.is_none() {
                let clause = self.current();
                self.clauses[clause].verb = Some(index);
                self.clause_of[at - self.range.start] = clause;
                return;
            }
        }
        let elder = self.clause().verb.map(|verb| &self.verbs[verb]);
        let reports = elder.is_some_and(|verb| {
            lexicon::reporting_verb(self.lower(verb.head))
                && !(verb.range.end..at).any(|at| self.describes_as(at))
        });
        if let (true, Some(end)) = (reports, elder.map(|verb| verb.range.end)) {
            self.push(ClauseKind::Complement, end, false);
            let clause = self.current();
            for i in end..at {
                if self.clause_of[i - self.range.start] == self.clauses[clause].parent.unwrap_or(0)
                {
                    self.clause_of[i - self.range.start] = clause;
                }
            }
        } else if self.verbs[index].ambiguous
            && self.tag(at - 1) != Some(Tag::Name)
            && !self.pronoun_before(at)
        {
            return self.reduce(at, index);
        } else {
            let start = self.noun_phrase_start(at);
            self.sibling(start, start == at);
            let clause = self.current();
            self.clause_of[start - self.range.start..at - self.range.start].fill(clause);
        }
        let clause = self.current();
        self.clauses[clause].verb = Some(index);
        self.clause_of[at - self.range.start] = clause;
    }

    pub(super) fn pronoun_before(&self, at: usize) -> bool {
        self.tag(at - 1) == Some(Tag::Pronoun)
    }

    /// The start of the noun phrase that ends before a verb.
    pub(super) fn noun_phrase_start(&self, verb: usize) -> usize {
        let floor = self.clause().verb.map_or(self.range.start, |v| self.verbs[v].range.end);
        let mut start = verb;
        while start > floor {
            let inside = matches!(
                self.tags[start - 1],
                Tag::Noun | Tag::Name | Tag::Determiner | Tag::Possessive | Tag::Pronoun
            ) || self.lower(start - 1) == "of";
            if !inside {
                break;
            }
            start -= 1;
        }
        start
    }
}
