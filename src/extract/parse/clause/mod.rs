//! Clauses: which words belong to the same statement.
//!
//! One pass over the sentence's words keeps a stack of open clauses. A relative pronoun, a
//! subordinator, a bracket or a participle after a comma opens one; its comma, its bracket or the
//! next finite verb closes it. `and` + verb starts a sibling. Where the words do not settle it, the
//! clause stays whole: a value then has more events to choose from, and the pairing abstains.

use std::ops::Range;

use super::Tag;
mod join;
mod open;
mod verb;

use super::verb::Verb;
use crate::text::Word;

/// How a clause hangs in its sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ClauseKind {
    /// The sentence's own.
    Main,
    /// After `and`, `but`, a semicolon or a dash.
    Coordinate,
    /// "which was signed ...": says something of the noun before it.
    Relative,
    /// "signed in 2016" after a noun: a relative without its pronoun.
    Reduced,
    /// ", allowing ...".
    Participial,
    /// "after ...", "when ...", "because ...".
    Subordinate,
    /// What is said, thought, denied: "said that ...".
    Complement,
    /// In brackets.
    Bracket,
}

/// A clause; its words are those that [`super::Sentence::clause_of`] gives it.
#[derive(Debug, Clone)]
pub(crate) struct Clause {
    /// How it hangs.
    pub(crate) kind: ClauseKind,
    /// Its first word, the opener included.
    pub(crate) start: usize,
    /// The clause it hangs in; a coordinate's is its elder sibling.
    pub(crate) parent: Option<usize>,
    /// Its verb, an index into the sentence's verbs.
    pub(crate) verb: Option<usize>,
    /// A coordinate without a subject of its own shares its elder's.
    pub(crate) shares_subject: bool,
    /// Opened by a comma.
    comma: bool,
}

pub(super) struct Clauses {
    pub(super) clauses: Vec<Clause>,
    pub(super) clause_of: Vec<usize>,
}

/// Cuts a sentence into clauses.
pub(super) fn cut(
    words: &[Word<'_>],
    tags: &[Tag],
    verbs: &[Verb],
    range: Range<usize>,
) -> Clauses {
    let main = Clause {
        kind: ClauseKind::Main,
        start: range.start,
        parent: None,
        verb: None,
        shares_subject: false,
        comma: false,
    };
    let mut cutter = Cutter {
        words,
        tags,
        verbs,
        range: range.clone(),
        clauses: vec![main],
        clause_of: vec![0; range.len()],
        stack: vec![0],
        aside_end: None,
    };
    for at in range {
        cutter.open_or_close(at);
        let current = cutter.current();
        cutter.clause_of[at - cutter.range.start] = current;
        if let Some(verb) = verbs.iter().position(|verb| verb.range.start == at) {
            cutter.take_verb(at, verb);
        }
        cutter.close_after(at);
    }
    cutter.settle_main();
    Clauses { clauses: cutter.clauses, clause_of: cutter.clause_of }
}

struct Cutter<'p> {
    words: &'p [Word<'p>],
    tags: &'p [Tag],
    verbs: &'p [Verb],
    range: Range<usize>,
    clauses: Vec<Clause>,
    clause_of: Vec<usize>,
    stack: Vec<usize>,
    /// The comma that ends what was put in: "X opened, she said, in 1998".
    aside_end: Option<usize>,
}

impl Cutter<'_> {
    /// "Ada Brook, age 66, died on Thursday", "After a delay the bridge was opened, at last, in 1931": what looked
    /// like an aside is the sentence's own verb.
    fn settle_main(&mut self) {
        if self.clauses[0].verb.is_some() {
            return;
        }
        let fronted = |clause: &Clause| {
            let verb = clause.verb.map_or(0, |verb| self.verbs[verb].range.start);
            clause.kind == ClauseKind::Subordinate
                && clause.start == self.range.start
                && matches!(self.lower(clause.start), "after" | "before" | "since" | "until")
                && (clause.start + 1..verb.saturating_sub(1)).any(|at| {
                    self.tags[at] == Tag::Noun
                        && matches!(self.tags[at + 1], Tag::Determiner | Tag::Name | Tag::Pronoun)
                })
        };
        let aside = self.clauses.iter().position(fronted).or_else(|| self.own_aside());
        if let Some(aside) = aside {
            self.clauses[0].verb = self.clauses[aside].verb;
            for clause in &mut self.clause_of {
                if *clause == aside {
                    *clause = 0;
                }
            }
            for clause in &mut self.clauses {
                if clause.parent == Some(aside) {
                    clause.parent = Some(0);
                }
            }
        }
    }

    /// ", age 66, died": an aside without a statement around it.
    fn own_aside(&self) -> Option<usize> {
        self.clauses.iter().position(|clause| {
            // "Walkers on the bridge, opened in 1973" has no verb of its own.
            let commas =
                (self.range.start..clause.start).filter(|&at| self.words[at].raw == ",").count();
            clause.kind == ClauseKind::Reduced
                && clause.comma
                && clause.parent == Some(0)
                && (commas > 1
                    || (clause.start..self.range.end).any(|at| self.words[at].raw == ","))
        })
    }

    fn current(&self) -> usize {
        self.stack.last().copied().unwrap_or(0)
    }

    fn clause(&self) -> &Clause {
        &self.clauses[self.current()]
    }

    fn lower(&self, at: usize) -> &str {
        if self.range.contains(&at) { self.words[at].lower.as_str() } else { "" }
    }

    fn tag(&self, at: usize) -> Option<Tag> {
        self.range.contains(&at).then(|| self.tags[at])
    }

    fn push(&mut self, kind: ClauseKind, start: usize, comma: bool) {
        let parent = Some(self.current());
        self.clauses.push(Clause { kind, start, parent, verb: None, shares_subject: false, comma });
        self.stack.push(self.clauses.len() - 1);
    }

    /// Ends the current clause; the sentence's own is replaced by a sibling, never popped.
    fn pop(&mut self) {
        if self.stack.len() > 1 {
            self.stack.pop();
        }
    }

    fn sibling(&mut self, start: usize, shares_subject: bool) {
        let elder = self.current();
        let kind = match self.clauses[elder].kind {
            ClauseKind::Main | ClauseKind::Coordinate => ClauseKind::Coordinate,
            other => other,
        };
        self.clauses.push(Clause {
            kind,
            start,
            parent: Some(elder),
            verb: None,
            shares_subject: shares_subject || kind == ClauseKind::Bracket,
            comma: self.clauses[elder].comma,
        });
        let last = self.stack.len() - 1;
        self.stack[last] = self.clauses.len() - 1;
    }

    /// What a word opens, before it is given to a clause.
    fn open_or_close(&mut self, at: usize) {
        match self.words[at].raw {
            "(" | "[" => return self.push(ClauseKind::Bracket, at, false),
            ";" => {
                let inside = |&clause: &usize| self.clauses[clause].kind == ClauseKind::Bracket;
                let bracket = self.stack.iter().rposition(inside).unwrap_or(0);
                self.stack.truncate(bracket + 1);
                return self.sibling(at, false);
            }
            "—" | "–" if !self.glued(at) => return self.dash(at),
            "-" if !self.glued(at) && self.clause().kind == ClauseKind::Bracket => {
                return self.dash(at);
            }
            ":" if self.clause().verb.is_some() && !self.glued(at) => {
                return self.sibling(at, false);
            }
            "," if self.aside_end == Some(at) => {
                self.aside_end = None;
                while self.stack.len() > 1 && self.clause().kind != ClauseKind::Bracket {
                    self.pop();
                }
                return self.pop();
            }
            "," => {
                if let Some(end) = self.put_in(at) {
                    self.aside_end = Some(end);
                    return self.push(ClauseKind::Bracket, at, false);
                }
                return self.comma(at);
            }
            _ => {}
        }
        if at == self.range.start && self.participle_fronted(at) {
            return self.push(ClauseKind::Participial, at, true);
        }
        if self.relative_opens(at) {
            let comma = at > self.range.start && self.words[at - 1].raw == ",";
            let kind = self.pronoun_kind(at);
            return self.push(kind, at, comma);
        }
        if self.subordinate_opens(at) {
            let fronted = self.clause().verb.is_none();
            return self.push(ClauseKind::Subordinate, at, fronted);
        }
        if self.tags[at] == Tag::Conjunction || self.lower(at) == "then" {
            self.conjunction(at);
        }
    }

    fn close_after(&mut self, at: usize) {
        if matches!(self.words[at].raw, ")" | "]") {
            while self.stack.len() > 1 && self.clause().kind != ClauseKind::Bracket {
                self.pop();
            }
            self.pop();
        }
    }
}
