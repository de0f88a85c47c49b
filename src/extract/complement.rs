//! Nouns that complete a verb and say what its subject came to be or was: "was elected a burgess and constable",
//! "served as a judge", "became champions for the first time", "was a member of X".
//!
//! It must not know facts or values' meanings.

use super::event::Event;
use super::index::CueId;
use super::parse::{ClauseKind, Tag, VerbShape};
use super::scene::Scene;
use crate::lexicon;

/// What a verb says of its subject with the noun that completes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Completed {
    /// "was a judge", "served as a judge": it was so then, and perhaps before and after.
    Being,
    /// "became a judge", "was elected a judge": it was not so before.
    Becoming,
}

impl Scene<'_> {
    /// Whether an author's own noun completes the verb of its clause, and what that says.
    pub(crate) fn completes(&self, event: &Event) -> Option<Completed> {
        let own = |cue: &super::index::CueHit| matches!(cue.id, CueId::Own(_));
        if !event.is_nominal() || !event.cues.iter().any(own) {
            return None;
        }
        let verb = self.sentence.clauses[event.clause].verb?;
        let verb = &self.sentence.verbs[verb];
        let (mut first, end) = (verb.range.end, event.words.end);
        let head = self.lower(verb.head);
        let said = if lexicon::is_be_form(head) {
            Completed::Being
        } else if lexicon::is_form_of_any(head, BECOMING) {
            Completed::Becoming
        } else if verb.passive && lexicon::is_form_of_any(head, MAKING) {
            first += usize::from(self.lower(first) == "as");
            Completed::Becoming
        } else if !verb.passive && lexicon::is_form_of_any(head, ACTING) {
            first += usize::from(self.lower(first) == "briefly");
            if self.lower(first) != "as" {
                return None;
            }
            first += 1;
            Completed::Being
        } else {
            return None;
        };
        let whole = !matches!(self.tag(end), Some(Tag::Noun | Tag::Name | Tag::Possessive))
            || self.is_value(end)
            || event.words.len() > 2;
        let finite = verb.shape != VerbShape::Infinitive;
        (finite && whole && first <= event.words.start && self.is_one_complement(first, event))
            .then_some(said)
    }

    /// "a burgess and constable", "as the third mayor of X (2004–2007), and previously as its 29th magistrate": the noun
    /// stands at the head of what follows the verb, or of what is joined to that.
    fn is_one_complement(&self, first: usize, event: &Event) -> bool {
        const LONGEST: usize = 24;
        let start = event.words.start;
        let between = first..start;
        let denied = |at: usize| matches!(self.lower(at), "not" | "no" | "never" | "that" | "but");
        let done = |at: usize| {
            self.tag(at) == Some(Tag::Verb)
                && !self.is_value(at)
                && self.sentence.verbs.iter().any(|it| it.head == at)
        };
        if between.len() > LONGEST || between.clone().any(|at| denied(at) || done(at)) {
            return false;
        }
        let opening = self.phrase_start(first, start);
        opening == first || self.is_joined_item(first, opening)
    }

    /// Where the words that stand with a noun begin, its article and adverbs included.
    pub(super) fn phrase_start(&self, floor: usize, noun: usize) -> usize {
        let with = |at: &usize| {
            !self.is_bracketed(*at)
                && (matches!(
                    self.tag(*at),
                    Some(Tag::Determiner | Tag::Noun | Tag::Name | Tag::Number | Tag::Adverb)
                ) || matches!(
                    self.lower(*at),
                    "-" | "both" | "'s" | "’s" | "its" | "their" | "his" | "her"
                ))
        };
        (floor..noun).rev().take_while(with).last().unwrap_or(noun)
    }

    /// "X opened its doors", "X began play": the verb with its object says no more than that X opened or began.
    pub(super) fn comes_into_use(&self, event: &Event) -> bool {
        let end = event.words.end;
        let doors = matches!(self.lower(end), "its" | "their" | "her")
            && matches!(self.lower(end + 1), "doors" | "gates" | "door" | "doors'");
        // "began play in 1960", "started operations"
        let going =
            matches!(
                self.lower(end),
                "play"
                    | "operations"
                    | "operation"
                    | "life"
                    | "business"
                    | "trading"
                    | "publication"
                    | "broadcasting"
                    | "transmission"
                    | "service"
                    | "services"
            ) && lexicon::is_form_of_any(self.lower(event.head), &["begin", "start", "commence"]);
        doors || going && self.tag(end + 1) == Some(Tag::Preposition)
    }

    /// Whether a word is inside a bracket.
    fn is_bracketed(&self, at: usize) -> bool {
        self.sentence.clauses[self.sentence.clause_of(at)].kind == ClauseKind::Bracket
    }

    /// ", and previously as its 29th magistrate", "piano (1824), harmony (1827)": joined to what is dated, or to bare
    /// nouns.
    pub(super) fn is_joined_item(&self, first: usize, opening: usize) -> bool {
        let mut at = opening.wrapping_sub(1);
        if self.lower(at) == "as" {
            at = at.wrapping_sub(1);
        }
        while self.tag(at) == Some(Tag::Adverb)
            || matches!(self.lower(at), "then" | "later" | "previously")
        {
            at = at.wrapping_sub(1);
        }
        let and = self.lower(at) == "and";
        let before = at.wrapping_sub(usize::from(and));
        let comma = self.lower(before) == ",";
        let last = before.wrapping_sub(usize::from(comma));
        let dated = self.lower(last) == ")" || self.is_value(last);
        let named = || {
            (first..at)
                .any(|it| self.tag(it) == Some(Tag::Name) || self.tag(it) == Some(Tag::Preposition))
        };
        at >= first && (dated && (and || comma) || and && !comma && !named())
    }
}

/// Verbs of coming to be.
const BECOMING: &[&str] = &["become"];

/// Verbs whose passive says what somebody was made.
const MAKING: &[&str] = &[
    "elect",
    "appoint",
    "name",
    "make",
    "choose",
    "crown",
    "ordain",
    "declare",
    "consecrate",
    "install",
    "proclaim",
    "create",
];

/// Verbs that say with "as" what somebody was.
const ACTING: &[&str] = &["serve", "act", "work", "officiate", "reign", "rule", "sit", "function"];
