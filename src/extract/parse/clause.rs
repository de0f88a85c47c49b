//! Clauses: which words belong to the same statement.
//!
//! One pass over the sentence's words keeps a stack of open clauses. A relative pronoun, a
//! subordinator, a bracket or a participle after a comma opens one; its comma, its bracket or the
//! next finite verb closes it. `and` + verb starts a sibling. Where the words do not settle it, the
//! clause stays whole: a value then has more events to choose from, and the pairing abstains.

use std::ops::Range;

use super::Tag;
use super::verb::{Verb, VerbShape};
use crate::lexicon;
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
}

impl Cutter<'_> {
    /// "Ada Brook, age 66, died on Thursday": what looked like an aside is the sentence's own verb.
    fn settle_main(&mut self) {
        if self.clauses[0].verb.is_some() {
            return;
        }
        let aside = self.clauses.iter().position(|clause| {
            clause.kind == ClauseKind::Reduced && clause.comma && clause.parent == Some(0)
        });
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
            ":" if self.clause().verb.is_some() => return self.sibling(at, false),
            "," => return self.comma(at),
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

    fn glued(&self, at: usize) -> bool {
        let before =
            at.checked_sub(1).is_some_and(|i| self.words[i].span.end == self.words[at].span.start);
        let after = self.words.get(at + 1).is_some_and(|w| w.span.start == self.words[at].span.end);
        before && after
    }

    /// A spaced dash sets off an aside, or ends it.
    fn dash(&mut self, at: usize) {
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

    fn comma(&mut self, at: usize) {
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
        if closes && !listing && !self.date_comma(at) {
            self.pop();
        }
        let next = at + 1;
        let Some(verb) = self.verbs.iter().find(|verb| verb.range.start == next) else { return };
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
            VerbShape::Participle if has_subject => self.push(ClauseKind::Reduced, next, true),
            VerbShape::Finite
                if verb.ambiguous
                    && !(lexicon::reporting_verb(self.lower(verb.head))
                        && self.lower(verb.range.end) != "by")
                    && self.participle_after_comma(next) =>
            {
                self.push(ClauseKind::Reduced, next, true);
            }
            _ => {}
        }
    }

    /// "was negotiated in 2014, signed in 2016": the comma follows a date, the clause has its verb.
    fn continues_list(&self, comma: usize) -> bool {
        self.clause().verb.is_some()
            && comma > self.range.start
            && (self.tag(comma - 1) == Some(Tag::Number)
                || crate::extract::mention::is_date_word(self.lower(comma - 1)))
    }

    /// "July 30, 2018": the comma inside a date.
    fn date_comma(&self, at: usize) -> bool {
        self.tag(at + 1) == Some(Tag::Number)
            && self.lower(at + 1).len() == 4
            && at > self.range.start
            && self.tag(at - 1) == Some(Tag::Number)
    }

    /// ", signed in 2016, ..." against ", signed the pact": the first has no object.
    fn participle_after_comma(&self, verb: usize) -> bool {
        let after_noun =
            verb >= 2 && self.tag(verb - 2).is_some_and(|tag| tag.is_nominal() || tag == Tag::Mark);
        let object = matches!(
            self.tag(verb + 1),
            Some(Tag::Determiner | Tag::Name | Tag::Noun | Tag::Pronoun)
        );
        after_noun && !object
    }

    /// "Opened in 1938, the airport has ...": a participle before its subject.
    fn participle_fronted(&self, at: usize) -> bool {
        let adverb = matches!(self.tag(at), Some(Tag::Adverb)) || self.lower(at) == "first";
        let first = if adverb { at + 1 } else { at };
        let Some(verb) = self.verbs.iter().find(|verb| verb.range.start == first) else {
            return false;
        };
        let bare = verb.range.len() == 1
            && (verb.ambiguous || matches!(verb.shape, VerbShape::Participle | VerbShape::Gerund));
        let comma =
            (first..self.range.end).find(|&i| self.words[i].raw == "," && !self.date_comma(i));
        bare && comma.is_some_and(|comma| {
            self.verbs
                .iter()
                .any(|other| other.range.start > comma && other.shape == VerbShape::Finite)
        })
    }

    /// "the company she founded in 2004": a relative clause without its pronoun.
    fn contact_opens(&self, at: usize) -> bool {
        let personal = matches!(self.lower(at), "he" | "she" | "they" | "it" | "we" | "i");
        let noun = at > self.range.start && self.tag(at - 1) == Some(Tag::Noun);
        personal
            && noun
            && self.clause().verb.is_some()
            && self.verbs.iter().any(|verb| {
                verb.shape == VerbShape::Finite && (at + 1..at + 3).contains(&verb.range.start)
            })
    }

    fn relative_opens(&self, at: usize) -> bool {
        let lower = self.lower(at);
        let after = at > self.range.start;
        if self.contact_opens(at) {
            return true;
        }
        match lower {
            "which" | "who" | "whom" | "whose" | "whereby" => after,
            "where" | "when" => {
                after && self.verb_before_break(at) && {
                    let before = self.tag(at - 1);
                    before.is_some_and(Tag::is_nominal)
                        || self.words[at - 1].raw == ","
                        || self.tag(at - 1) == Some(Tag::Adverb)
                }
            }
            "that" => {
                let reports = after
                    && matches!(self.tag(at - 1), Some(Tag::Verb | Tag::Auxiliary | Tag::Adverb));
                let noun = after && self.tag(at - 1).is_some_and(Tag::is_nominal);
                let closed = after && matches!(self.words[at - 1].raw, ")" | "\"" | "”");
                (reports || noun || closed) && self.verb_before_break(at)
            }
            _ => false,
        }
    }

    fn pronoun_kind(&self, at: usize) -> ClauseKind {
        match self.lower(at) {
            "that"
                if matches!(self.tag(at - 1), Some(Tag::Verb | Tag::Auxiliary | Tag::Adverb))
                    || self.says_before(at) =>
            {
                ClauseKind::Complement
            }
            "when" => ClauseKind::Subordinate,
            _ => ClauseKind::Relative,
        }
    }

    /// "the claim that", "fears that": the clause is what is claimed.
    fn says_before(&self, at: usize) -> bool {
        matches!(
            self.lower(at - 1),
            "claim"
                | "claims"
                | "rumour"
                | "rumours"
                | "rumor"
                | "rumors"
                | "report"
                | "reports"
                | "fear"
                | "fears"
                | "belief"
                | "idea"
                | "suggestion"
                | "suggestions"
                | "myth"
                | "hope"
                | "hopes"
                | "true"
                | "likely"
                | "clear"
                | "news"
                | "fact"
                | "notion"
                | "false"
                | "wrong"
                | "denial"
        )
    }

    fn subordinate_opens(&self, at: usize) -> bool {
        if self.tags[at] != Tag::Preposition && self.tags[at] != Tag::Conjunction {
            return false;
        }
        let lower = self.lower(at);
        let opens = matches!(
            lower,
            "after"
                | "although"
                | "because"
                | "before"
                | "if"
                | "once"
                | "since"
                | "though"
                | "unless"
                | "until"
                | "when"
                | "whereas"
                | "while"
                | "whilst"
                | "as"
                | "whether"
                | "unlike"
                | "where"
        );
        opens && self.finite_before_break(at)
    }

    /// A finite verb stands before the next comma, bracket or opener.
    fn finite_before_break(&self, at: usize) -> bool {
        for i in at + 1..self.range.end {
            if let Some(verb) = self.verbs.iter().find(|verb| verb.range.start == i) {
                let gerund = verb.shape == VerbShape::Gerund && i == at + 1;
                return verb.shape == VerbShape::Finite || gerund;
            }
            if matches!(self.words[i].raw, "," | ";" | ":" | "(" | ")") {
                return false;
            }
        }
        false
    }

    fn verb_before_break(&self, at: usize) -> bool {
        (at + 1..self.range.end).take_while(|&i| !matches!(self.words[i].raw, ";" | ":")).any(|i| {
            self.verbs.iter().any(|verb| verb.range.start == i && verb.shape == VerbShape::Finite)
        })
    }

    /// `and` + verb, or `and` + subject + verb, starts a sibling of the clause that has its verb.
    fn conjunction(&mut self, at: usize) {
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

    fn elder_has_verb(&self) -> bool {
        self.stack.iter().any(|&clause| self.clauses[clause].verb.is_some())
    }

    /// A finite verb with an auxiliary cannot continue a reduced clause.
    fn close_for_sibling(&mut self, verb: &Verb) {
        while self.stack.len() > 1 {
            let kind = self.clause().kind;
            let closes = match kind {
                ClauseKind::Reduced => !verb.ambiguous && verb.shape == VerbShape::Finite,
                ClauseKind::Participial => verb.shape == VerbShape::Finite,
                _ => false,
            };
            if !closes {
                break;
            }
            self.pop();
        }
    }

    /// Up to eight words of a noun phrase, then a finite verb.
    fn own_subject_and_verb(&self, start: usize) -> bool {
        for i in start..(start + 9).min(self.range.end) {
            if let Some(verb) = self.verbs.iter().find(|verb| verb.range.start == i) {
                return i > start && verb.shape == VerbShape::Finite && !self.reduced_here(verb);
            }
            if self.tags[i] == Tag::Mark
                && !matches!(self.words[i].raw, "-" | "“" | "”" | "\"" | "'" | "‘" | "’" | "+")
                || self.tags[i] == Tag::Conjunction
                || matches!(self.lower(i), "which" | "who" | "that" | "when" | "where")
            {
                return false;
            }
        }
        false
    }

    /// A past form that another finite verb follows is a participle: "the pact signed in 2016 lets".
    fn reduced_here(&self, verb: &Verb) -> bool {
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

    fn take_verb(&mut self, at: usize, index: usize) {
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
    fn own_name_before(&self, at: usize) -> bool {
        let opened = matches!(
            self.clause().kind,
            ClauseKind::Complement | ClauseKind::Relative | ClauseKind::Subordinate
        );
        opened
            && self.tag(at - 1) == Some(Tag::Name)
            && (self.clause().start + 1..at).all(|i| self.tag(i) == Some(Tag::Name))
    }

    fn opened_here(&self, at: usize) -> bool {
        let clause = self.clause();
        clause.start == at || clause.start + 1 == at && clause.shares_subject
    }

    fn after_noun(&self, at: usize) -> bool {
        at > self.range.start
            && (self.tags[at - 1].is_nominal()
                || matches!(self.words[at - 1].raw, ")" | "\"" | "”" | "'" | "’"))
            && self.clause().start != at
    }

    fn reduce(&mut self, at: usize, index: usize) {
        self.push(ClauseKind::Reduced, at, false);
        let clause = self.current();
        self.clauses[clause].verb = Some(index);
        self.clause_of[at - self.range.start] = clause;
    }

    /// A second finite verb: the open clause ends, or what was said begins, or a sibling does.
    fn second_finite(&mut self, at: usize, index: usize) {
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
        let reports = elder.is_some_and(|verb| lexicon::reporting_verb(self.lower(verb.head)));
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

    fn pronoun_before(&self, at: usize) -> bool {
        self.tag(at - 1) == Some(Tag::Pronoun)
    }

    /// The start of the noun phrase that ends before a verb.
    fn noun_phrase_start(&self, verb: usize) -> usize {
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
