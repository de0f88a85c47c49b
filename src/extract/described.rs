//! Noun phrases that are said of a name, and what follows them with it: "X is a novel by Y, published in 1987",
//! "described X as a charity founded in 1987".
//!
//! It must not know facts or values' meanings.

use super::parse::Tag;
use super::scene::Scene;
use super::token::{is_possessive_pronoun, is_quote};
use crate::lexicon;

/// How many words may stand between the article and the clause.
const REACH: usize = 8;

impl Scene<'_> {
    /// The name that an indefinite noun phrase right before a clause is said of.
    pub(super) fn described(&self, start: usize) -> Option<usize> {
        let floor = self.sentence.range.start;
        // "as a charity founded in 1997, which operates"
        let start = self.past_aside(start, start.saturating_sub(1)).unwrap_or(start);
        let article = (start.saturating_sub(REACH).max(floor)..start)
            .rev()
            .find(|&at| matches!(self.lower(at), "a" | "an"))?;
        let noun = |at: usize| {
            matches!(self.tag(at), Some(Tag::Noun | Tag::Name | Tag::Adverb))
                || matches!(self.lower(at), "," | "of" | "and" | "-")
        };
        if !(article + 1..start).all(noun) {
            return None;
        }
        let unquoted = |at: usize| if is_quote(self.parse, at) { at - 1 } else { at };
        let before = unquoted(article.checked_sub(1).filter(|&at| at > floor + 1)?);
        let (end, as_) =
            if self.lower(before) == "as" { (before, true) } else { (before + 1, false) };
        let mention = self.mentions.iter().position(|mention| mention.words.end == end)?;
        let name = self.mentions[mention].words.start;
        let the = usize::from(self.lower(name.wrapping_sub(1)) == "the");
        let verb = name.checked_sub(1 + the).filter(|&at| at >= floor)?;
        let lower = self.lower(verb);
        let said = match as_ {
            true => lexicon::describes_as(lower),
            false => lexicon::is_form_of_any(lower, &["call", "dub", "term", "label"]),
        };
        (said && self.can_be_argument(mention)).then_some(mention)
    }

    /// "X was described as a charity founded in 1987": what the clause before says of its subject.
    pub(super) fn is_described_before(&self, clause: usize, start: usize) -> bool {
        let Some(verb) = self.sentence.clauses[clause].verb else { return false };
        let verb = &self.sentence.verbs[verb];
        let end = verb.range.end;
        verb.passive
            && lexicon::describes_as(self.lower(verb.head))
            && self.lower(end) == "as"
            && start > end
            && start - end <= REACH + 2
    }

    /// "a novel by Y, published": what stands before is no name, or a name after "by".
    pub(super) fn after_indefinite(&self, start: usize) -> bool {
        // "X was a liner, operated by the Star Line, which sank"
        if let Some(comma) = self.past_aside(start, start.saturating_sub(1)) {
            return self.after_indefinite(comma);
        }
        let mut at = start;
        while at > self.sentence.range.start && self.parse.tags[at - 1] == Tag::Mark {
            at -= 1;
        }
        let mut name = at;
        while name > self.sentence.range.start && self.parse.tags[name - 1] == Tag::Name {
            name -= 1;
        }
        // "a band from Hull, formed in 1989", but "after that of Norland, which was".
        let relative = matches!(self.lower(start), "which" | "who" | "that" | "whose");
        // "longer than its rival, which lasts": said of the rival.
        let mut noun = at;
        while noun > self.sentence.range.start && self.parse.tags[noun - 1] == Tag::Noun {
            noun -= 1;
        }
        let owned = is_possessive_pronoun(self.lower(noun.wrapping_sub(1)));
        name == at && !(owned && noun < at)
            || name < at && self.lower(name.wrapping_sub(3)) == "by" // "by the band Y"
            || name < at && self.is_made_by(name)
            || match self.lower(name.wrapping_sub(1)) {
                "by" => true,
                // "the teacher of Oda Crane, born in 1880"
                "of" => !relative && at - name == 1,
                "from" | "in" | "at" => !relative,
                _ => false,
            }
    }

    /// "an album by American singer and songwriter Y": what the maker is stands before the name.
    fn is_made_by(&self, name: usize) -> bool {
        const LONGEST: usize = 6;
        let floor = self.sentence.range.start.max(name.saturating_sub(LONGEST));
        let what = |at: &usize| {
            matches!(self.tag(*at), Some(Tag::Noun | Tag::Name))
                || matches!(self.lower(*at), "and" | "-" | ",")
        };
        let first = (floor..name).rev().take_while(what).last();
        first.is_some_and(|first| first > floor && self.lower(first - 1) == "by")
    }

    /// "X is a Danish painter (born 1955)": a bracket after what a copula says of its subject.
    pub(super) fn is_after_complement(&self, open: usize) -> bool {
        let copula = self.sentence.verbs.iter().rfind(|verb| verb.range.end <= open);
        copula.is_some_and(|verb| {
            lexicon::is_be_form(self.lower(verb.head))
                && (verb.range.end..open).all(|at| {
                    matches!(self.parse.tags[at], Tag::Determiner | Tag::Noun | Tag::Name)
                        || matches!(self.lower(at), "-" | "and")
                })
        })
    }

    /// "X is a novel by Y": what follows may speak of X.
    pub(super) fn is_copular(&self, clause: usize) -> bool {
        self.sentence.clauses[clause].verb.is_some_and(|verb| {
            let verb = &self.sentence.verbs[verb];
            lexicon::is_be_form(self.lower(verb.head))
        })
    }

    /// "X is a novel, published in 1990", but "X, next to a library that cost €9 million, is old" and
    /// "X is one of three buildings that together cost €120 million".
    pub(super) fn is_copular_before(&self, clause: usize, start: usize) -> bool {
        let end = self.sentence.clauses[clause]
            .verb
            .map_or(self.sentence.range.end, |verb| self.sentence.verbs[verb].range.end);
        let one_of = (end..start).any(|at| self.lower(at) == "one" && self.lower(at + 1) == "of");
        self.is_copular(clause) && end <= start && !one_of
    }
}
