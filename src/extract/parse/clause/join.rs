//! What joins and parts clauses: commas, dashes, conjunctions.

use super::super::Tag;
use super::super::verb::{Verb, VerbShape};
use super::{ClauseKind, Cutter};
use crate::lexicon;

impl Cutter<'_> {
    pub(super) fn glued(&self, at: usize) -> bool {
        let before =
            at.checked_sub(1).is_some_and(|i| self.words[i].span.end == self.words[at].span.start);
        let after = self.words.get(at + 1).is_some_and(|w| w.span.start == self.words[at].span.end);
        before && after
    }

    /// A spaced dash sets off an aside, or ends it.
    pub(super) fn dash(&mut self, at: usize) {
        if self.clause().kind == ClauseKind::Bracket
            && self.words[self.clause().start].raw == self.words[at].raw
        {
            return self.pop();
        }
        let closes = (at + 1..self.range.end).any(|i| self.words[i].raw == self.words[at].raw);
        if closes {
            self.push(ClauseKind::Bracket, at, false);
        } else if self.clause().verb.is_some() {
            self.sibling(at, false);
        }
    }

    pub(super) fn comma(&mut self, at: usize) {
        let listing =
            self.tag(at + 1) == Some(Tag::Number) && self.tag(at - at.min(1)) == Some(Tag::Number);
        let clause = self.clause();
        let closes = match clause.kind {
            ClauseKind::Relative | ClauseKind::Reduced | ClauseKind::Participial => {
                clause.comma && clause.verb.is_some()
            }
            ClauseKind::Subordinate => clause.comma && clause.verb.is_some(),
            _ => false,
        };
        let ends = closes
            && !listing
            && !self.date_comma(at)
            && !self.place_comma(at)
            && !self.dated_place(at)
            && !self.time_aside(at);
        if ends && self.relative_goes_on(at + 1) {
            return self.sibling(at + 1, true);
        }
        if ends {
            self.pop();
        }
        // "They loved X, first performed in 1924"
        let next = at + 1 + usize::from(matches!(self.lower(at + 1), "first" | "originally"));
        let Some(verb) = self.verbs.iter().find(|verb| verb.range.start == next) else { return };
        // "X, adopted in 1997, entered into force": after its aside the subject takes its verb.
        if ends && self.clause().verb.is_none() && verb.ambiguous && !self.finite_to_come(verb) {
            return;
        }
        let has_subject = self.clause().verb.is_some() || next > self.range.start + 1;
        match verb.shape {
            VerbShape::Gerund => self.push(ClauseKind::Participial, next, true),
            VerbShape::Participle | VerbShape::Finite
                if verb.range.len() == 1
                    && self.continues_list(at)
                    && (verb.ambiguous || verb.shape == VerbShape::Participle) =>
            {
                self.sibling(next, true);
            }
            VerbShape::Participle if has_subject => {
                self.push(ClauseKind::Reduced, at + 1, true);
            }
            VerbShape::Finite
                if verb.ambiguous
                    && !(lexicon::reporting_verb(self.lower(verb.head))
                        && self.lower(verb.range.end) != "by"
                        && !self.is_made_known(verb))
                    && !(self.clause().verb.is_none() && self.only_tail_follows(verb))
                    && self.participle_after_comma(next) =>
            {
                self.push(ClauseKind::Reduced, at + 1, true);
            }
            _ => {}
        }
    }

    /// ", revealed in May 2017, is", but ", said in May 2017 that": a thing is made known.
    fn is_made_known(&self, verb: &Verb) -> bool {
        matches!(
            self.lower(verb.head),
            "announced" | "confirmed" | "declared" | "disclosed" | "proclaimed" | "revealed"
        ) && matches!(self.tag(verb.range.end), Some(Tag::Preposition | Tag::Adverb | Tag::Number))
    }

    /// "It has a new line, which opened in 2021, added 3 km and cost €9 million": the clause around has its
    /// verb, so the next one after a comma is of "which" too.
    fn relative_goes_on(&self, next: usize) -> bool {
        let around = self.stack.len().checked_sub(2).map(|at| &self.clauses[self.stack[at]]);
        // ", said the mayor", but ", added a stop"
        let says = lexicon::reporting_verb(self.lower(next))
            && self.tag(next + 1) != Some(Tag::Number)
            && !matches!(self.lower(next + 1), "a" | "an");
        // "which was adopted in 1993, signed in 1994 and"
        let passive = self.clause().verb.is_some_and(|verb| self.verbs[verb].passive);
        self.clause().kind == ClauseKind::Relative
            && !says
            && around.is_some_and(|around| around.verb.is_some())
            && self.verbs.iter().any(|verb| {
                verb.range.start == next
                    && verb.shape == VerbShape::Finite
                    && (passive || !(verb.ambiguous && self.participle_after_comma(next)))
            })
    }

    /// "was negotiated in 2014, signed in 2016": the comma follows a date, the clause has its verb.
    pub(super) fn continues_list(&self, comma: usize) -> bool {
        self.clause().verb.is_some()
            && comma > self.range.start
            && (self.tag(comma - 1) == Some(Tag::Number) && !self.numbers_name(comma)
                || crate::extract::token::is_date_word(self.lower(comma - 1)))
    }

    /// "Apollo 11,", "Version 1.0,": the number before the comma is part of a name.
    fn numbers_name(&self, comma: usize) -> bool {
        (self.range.start..comma)
            .rev()
            .find(|&at| self.tag(at) != Some(Tag::Number) && self.words[at].raw != ".")
            .is_some_and(|at| {
                self.tag(at) == Some(Tag::Name)
                    && !crate::extract::token::is_date_word(self.lower(at))
            })
    }

    /// "July 30, 2018": the comma inside a date.
    pub(super) fn date_comma(&self, at: usize) -> bool {
        self.tag(at + 1) == Some(Tag::Number)
            && self.lower(at + 1).len() == 4
            && at > self.range.start
            && self.tag(at - 1) == Some(Tag::Number)
    }

    /// "When the work came to an end, in May 1953, it was": the aside says when that was.
    fn time_aside(&self, at: usize) -> bool {
        const LONGEST: usize = 6;
        let time = |at: usize| {
            self.tag(at) == Some(Tag::Number)
                || crate::extract::token::is_date_word(self.lower(at))
                || matches!(
                    self.lower(at),
                    "this" | "last" | "early" | "late" | "of" | "the" | "week" | "month" | "year"
                )
        };
        let opens = matches!(self.lower(at + 1), "in" | "on" | "early" | "late" | "at");
        let end = self.range.end.min(at + LONGEST);
        let close = (at + 2..end).find(|&i| self.words[i].raw == "," && !self.date_comma(i));
        self.clause().kind == ClauseKind::Subordinate
            && self.clause().start == self.range.start
            && opens
            && close.is_some_and(|close| close > at + 2 && (at + 2..close).all(time))
    }

    /// "based in Perth, Westland, opened": the comma inside a place.
    fn place_comma(&self, at: usize) -> bool {
        let name = |at: usize| self.tag(at) == Some(Tag::Name);
        let mut end = at + 1;
        while name(end) {
            end += 1;
        }
        let mut start = at;
        while start > self.range.start && name(start - 1) {
            start -= 1;
        }
        start < at
            && start > self.range.start
            && matches!(self.lower(start - 1), "in" | "at" | "near" | "from")
            && end > at + 1
            && self.lower(end) == ","
    }

    /// "held in Bandung, West Java, on 6 May 2011.": the comma after a place, and the date is of what happened there.
    fn dated_place(&self, at: usize) -> bool {
        let name = |&at: &usize| self.tag(at) == Some(Tag::Name);
        let first = (self.range.start..at).rev().take_while(name).last();
        let placed = first.and_then(|first| first.checked_sub(1)).is_some_and(|comma| {
            comma > self.range.start && self.words[comma].raw == "," && self.place_comma(comma)
        });
        let time = |at: usize| {
            self.tag(at) == Some(Tag::Number) || crate::extract::token::is_date_word(self.lower(at))
        };
        let dated = matches!(self.lower(at + 1), "on" | "in") && time(at + 2);
        let end = (at + 2..self.range.end).find(|&at| !time(at) && !self.date_comma(at));
        placed && dated && end.is_none_or(|end| !self.is_verb_at(end))
    }

    fn is_verb_at(&self, at: usize) -> bool {
        self.verbs.iter().any(|verb| verb.range.start == at)
    }

    /// A verb that can only be finite follows before anything else opens.
    fn finite_to_come(&self, verb: &Verb) -> bool {
        (verb.range.end..self.range.end)
            .take_while(|&at| {
                !matches!(self.tags[at], Tag::Conjunction)
                    && !matches!(
                        self.lower(at),
                        "which" | "who" | "that" | "when" | "where" | "after"
                    )
            })
            .any(|at| {
                self.verbs.iter().any(|other| {
                    other.range.start == at && other.shape == VerbShape::Finite && !other.ambiguous
                })
            })
    }

    /// "X, the author of a book, died on Wednesday, a spokesman said.": nothing but who says so has a
    /// verb after it.
    fn only_tail_follows(&self, verb: &Verb) -> bool {
        const TAIL: usize = 3;
        let mut later = self.verbs.iter().filter(|other| {
            other.range.start >= verb.range.end && other.shape == VerbShape::Finite
        });
        let (Some(last), None) = (later.next(), later.next()) else { return false };
        let comma = (verb.range.end..last.range.start).rev().find(|&at| self.lower(at) == ",");
        lexicon::reporting_verb(self.lower(last.head))
            && last.range.end + TAIL >= self.range.end
            && comma.is_some_and(|comma| comma + 1 < last.range.start)
    }

    /// ", signed in 2016, ..." against ", signed the pact": the first has no object.
    pub(super) fn participle_after_comma(&self, verb: usize) -> bool {
        let after_noun =
            verb >= 2 && self.tag(verb - 2).is_some_and(|tag| tag.is_nominal() || tag == Tag::Mark);
        // "added 3.4 km", but "signed 3 May 2016"
        let amount = self.tag(verb + 1) == Some(Tag::Number)
            && self.tag(verb + 2) == Some(Tag::Noun)
            && !crate::extract::token::is_date_word(self.lower(verb + 2))
            && !matches!(self.lower(verb + 2), "years" | "months" | "weeks" | "days");
        let object = matches!(
            self.tag(verb + 1),
            Some(Tag::Determiner | Tag::Name | Tag::Noun | Tag::Pronoun)
        );
        after_noun && !object && !amount
    }

    /// `and` + verb, or `and` + subject + verb, starts a sibling of the clause that has its verb.
    pub(super) fn conjunction(&mut self, at: usize) {
        if self.clause().verb.is_none() && !self.elder_has_verb() {
            return;
        }
        let mut index = at + 1;
        while matches!(self.tag(index), Some(Tag::Adverb)) || self.lower(index) == "then" {
            index += 1;
        }
        if let Some(verb) = self.verbs.iter().find(|verb| verb.range.start == index) {
            if matches!(verb.shape, VerbShape::Finite | VerbShape::Participle) {
                self.close_for_sibling(verb);
                self.sibling(at, true);
            }
            return;
        }
        if self.own_subject_and_verb(index) {
            while self.stack.len() > 1 && self.clause().kind != ClauseKind::Complement {
                self.pop();
            }
            self.sibling(at, false);
        }
    }

    pub(super) fn elder_has_verb(&self) -> bool {
        self.stack.iter().any(|&clause| self.clauses[clause].verb.is_some())
    }

    /// A finite verb with an auxiliary cannot continue a reduced clause, nor any but a participle one that comes
    /// before its subject: "Designed by Lund and opened in 1976, X".
    pub(super) fn close_for_sibling(&mut self, verb: &Verb) {
        while self.stack.len() > 1 {
            let kind = self.clause().kind;
            let fronted = self.clause().start == self.range.start && self.clauses[0].verb.is_none();
            let closes = match kind {
                ClauseKind::Reduced => !verb.ambiguous && verb.shape == VerbShape::Finite,
                ClauseKind::Participial => {
                    verb.shape == VerbShape::Finite && !(fronted && verb.ambiguous)
                }
                _ => false,
            };
            if !closes {
                break;
            }
            self.pop();
        }
    }

    /// Up to eight words of a noun phrase, then a finite verb.
    pub(super) fn own_subject_and_verb(&self, start: usize) -> bool {
        for i in start..(start + 9).min(self.range.end) {
            if let Some(verb) = self.verbs.iter().find(|verb| verb.range.start == i) {
                let pronoun =
                    matches!(self.lower(start), "he" | "she" | "it" | "they" | "we" | "i");
                let complement =
                    verb.ambiguous && self.is_copular() && !self.comma_before(start) && !pronoun;
                return i > start
                    && verb.shape == VerbShape::Finite
                    && !complement
                    && !self.reduced_here(verb);
            }
            if i > start && self.words[i].raw == "," {
                return self.verb_past_relative(i);
            }
            if self.tags[i] == Tag::Mark
                && !matches!(self.words[i].raw, "-" | "“" | "”" | "\"" | "'" | "‘" | "’" | "+")
                || self.tags[i] == Tag::Conjunction && !self.joins_names(i)
                || matches!(self.lower(i), "which" | "who" | "that" | "when" | "where")
            {
                return false;
            }
        }
        false
    }

    /// "but on Friday Norland and Ostria signed": two names that do it together.
    fn joins_names(&self, at: usize) -> bool {
        self.lower(at) == "and"
            && at > self.range.start
            && self.tag(at - 1) == Some(Tag::Name)
            && self.tag(at + 1 + usize::from(self.lower(at + 1) == "the")) == Some(Tag::Name)
    }

    /// "and the tunnel, which was late, cost": the verb comes after a relative clause.
    fn verb_past_relative(&self, comma: usize) -> bool {
        if !matches!(self.lower(comma + 1), "which" | "who" | "whose") {
            return false;
        }
        let close = (comma + 2..self.range.end)
            .find(|&at| self.words[at].raw == "," && !self.date_comma(at));
        close.is_some_and(|close| {
            let next = (close + 1..self.range.end).find(|&at| self.tags[at] != Tag::Adverb);
            let starts = |verb: &Verb| Some(verb.range.start) == next;
            self.verbs.iter().any(|verb| starts(verb) && verb.shape == VerbShape::Finite)
        })
    }

    /// "was a bus and trolley bus maker": the conjunction joins two halves of a complement.
    pub(super) fn is_copular(&self) -> bool {
        self.clause().verb.is_some_and(|verb| {
            let verb = &self.verbs[verb];
            lexicon::is_be_form(self.lower(verb.head))
        })
    }

    pub(super) fn comma_before(&self, start: usize) -> bool {
        start >= 2 && self.words[start - 2].raw == ","
    }
}
