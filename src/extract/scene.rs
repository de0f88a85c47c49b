//! A sentence with everything seen in it: what the pairing constructions look at.

use std::ops::Range;

use super::event::{self, Event};
use super::index::{CueId, Index};
use super::mention::{Mention, MentionKind, Setting};
use super::parse::{ClauseKind, Parse, Sentence, Tag};
use crate::lexicon::Role;
use crate::rules::{Expected, Fact, FactBook, FactId, SubjectId};
use crate::source::Span;
use crate::value::{Reading, Value};

use super::claim::{Doubt, Stated};
use super::context::Context;
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
    /// The next sentence says that this one is wrong.
    pub(crate) rebutted: bool,
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
        let mut found: Vec<T> =
            self.mentions.iter().flat_map(|mention| list(mention.subject).iter().copied()).collect();
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
            slots: vec![(column(&self.fact(fact).expected), self.source(span), stated)],
            subject: None,
            construction,
            cue: None,
            clause,
            doubt: None,
            times: Vec::new(),
            dated: false,
            former: false,
            given: None,
            presupposed: false,
        }
    }

    /// Whether a value covers a word.
    pub(crate) fn is_value(&self, at: usize) -> bool {
        self.values.iter().any(|value| value.words.contains(&at))
    }

    /// The mentions a clause's verb has for its subject.
    pub(crate) fn subjects_of(&self, clause: usize) -> Vec<usize> {
        self.subjects_within(clause, 0)
    }

    fn subjects_within(&self, clause: usize, depth: usize) -> Vec<usize> {
        let node = &self.sentence.clauses[clause];
        if depth > 6 {
            return Vec::new();
        }
        let parent = |scene: &Self| {
            node.parent.map_or(Vec::new(), |parent| scene.subjects_within(parent, depth + 1))
        };
        match node.kind {
            _ if node.shares_subject => parent(self),
            ClauseKind::Relative | ClauseKind::Reduced | ClauseKind::Bracket => {
                let own = self.subjects_in_clause(clause, node.start);
                if node.kind == ClauseKind::Relative && !own.is_empty() {
                    return own;
                }
                let mut found = self.antecedents(node.start);
                if found.is_empty() && node.kind == ClauseKind::Reduced {
                    found = self.bracket_subjects(clause);
                }
                let indefinite =
                    node.kind != ClauseKind::Bracket && self.after_indefinite(node.start);
                if indefinite && node.parent.is_some_and(|parent| self.is_copular(parent)) {
                    found.extend(parent(self));
                }
                found
            }
            ClauseKind::Participial => parent(self),
            _ => self.subjects_in_clause(clause, node.start),
        }
    }

    /// The names before the bracket that a clause stands in.
    fn bracket_subjects(&self, clause: usize) -> Vec<usize> {
        let open = self.bracket_of(clause);
        if matches!(self.lower(open), "(" | "[") { self.antecedents(open) } else { Vec::new() }
    }

    /// Where the bracket opens that a clause stands in; the clause's own start outside brackets.
    pub(crate) fn bracket_of(&self, clause: usize) -> usize {
        let mut open = self.sentence.clauses[clause].start;
        let mut at = Some(clause);
        while let Some(clause) = at {
            let node = &self.sentence.clauses[clause];
            if node.kind == ClauseKind::Bracket {
                open = node.start;
                if matches!(self.lower(open), "(" | "[") {
                    break;
                }
            }
            at = node.parent;
        }
        open
    }

    /// "a novel by Y, published": what stands before is no name, or a name after "by".
    fn after_indefinite(&self, start: usize) -> bool {
        let mut at = start;
        while at > self.sentence.range.start && self.parse.tags[at - 1] == Tag::Mark {
            at -= 1;
        }
        let mut name = at;
        while name > self.sentence.range.start && self.parse.tags[name - 1] == Tag::Name {
            name -= 1;
        }
        name == at || self.lower(name.wrapping_sub(1)) == "by"
    }

    /// "X is a novel by Y": what follows may speak of X.
    fn is_copular(&self, clause: usize) -> bool {
        self.sentence.clauses[clause].verb.is_some_and(|verb| {
            let verb = &self.sentence.verbs[verb];
            crate::lexicon::is_be_form(self.lower(verb.head))
        })
    }

    /// "work on X", "the construction of X": what begins and ends when X does.
    fn is_making_of(&self, preposition: usize) -> bool {
        matches!(self.lower(preposition), "of" | "on" | "for" | "at")
            && preposition > self.sentence.range.start
            && matches!(
                self.lower(preposition - 1),
                "work"
                    | "works"
                    | "construction"
                    | "building"
                    | "excavation"
                    | "digging"
                    | "production"
                    | "drilling"
                    | "filming"
                    | "development"
            )
    }

    /// Mentions before the clause's verb that are its grammatical subject.
    fn subjects_in_clause(&self, clause: usize, start: usize) -> Vec<usize> {
        let verb = self.sentence.clauses[clause]
            .verb
            .map_or(self.sentence.range.end, |verb| self.sentence.verbs[verb].range.start);
        self.mentions
            .iter()
            .enumerate()
            .filter(|(_, m)| m.words.start >= start && m.words.end <= verb)
            .filter(|(_, m)| self.sentence.clause_of(m.words.start) == clause)
            .filter(|&(i, _)| {
                self.can_be_argument(i)
                    && self.settings[i].preposition.is_none_or(|at| self.is_making_of(at))
            })
            .filter(|&(i, _)| !self.noun_between(self.settings[i].end, verb, clause))
            .map(|(i, _)| i)
            .collect()
    }

    /// Another common noun stands as a phrase of its own between a mention and its verb.
    fn noun_between(&self, start: usize, end: usize, clause: usize) -> bool {
        let mut after_preposition = false;
        let mut joined = false;
        for at in start..end {
            if self.sentence.clause_of(at) != clause || self.is_value(at) {
                continue;
            }
            match self.parse.tags[at] {
                Tag::Preposition => after_preposition = true,
                Tag::Conjunction => joined = true,
                Tag::Mark if self.lower(at) == "," => joined = true,
                Tag::Noun if !after_preposition && !joined => return true,
                _ => {}
            }
        }
        false
    }

    /// The mentions that end right before a relative clause, a participle or a bracket.
    pub(crate) fn antecedents(&self, start: usize) -> Vec<usize> {
        let mut at = self.before_honours(start);
        while at > self.sentence.range.start {
            let word = &self.parse.words[at - 1];
            let pronoun = matches!(self.lower(start), "which" | "whom" | "whose");
            let skip = matches!(word.raw, "," | "(" | "—" | "–") && (at == start || pronoun)
                || super::mention::is_quote(self.parse, at - 1)
                || pronoun && at == start && self.parse.tags[at - 1] == Tag::Preposition;
            if !skip {
                break;
            }
            at -= 1;
        }
        let ends = self.apposed(at);
        self.mentions
            .iter()
            .enumerate()
            .filter(|(i, m)| {
                let setting = &self.settings[*i];
                let at =
                    if setting.end == at || m.words.end == at { at } else { ends.unwrap_or(at) };
                !setting.longer
                    && setting.modifies.is_none()
                    && (setting.end == at || m.words.end == at)
                    && m.kind != MentionKind::Pronoun
            })
            .map(|(i, _)| i)
            .collect()
    }

    /// The mentions that stand in a clause, for facts of bare association.
    pub(crate) fn in_clause(&self, clause: usize) -> Vec<usize> {
        (0..self.mentions.len())
            .filter(|&i| self.can_be_argument(i))
            .filter(|&i| self.sentence.clause_of(self.mentions[i].words.start) == clause)
            .collect()
    }

    /// Past letters after a name: "FRS", "OBE, RD", "Jr.".
    fn before_honours(&self, start: usize) -> usize {
        let mut at = start;
        while at > self.sentence.range.start + 1 {
            let word = &self.parse.words[at - 1];
            let honour = word.is_all_caps() && word.raw.len() <= 6
                || matches!(word.raw, "Jr" | "Sr" | "PhD" | "Ph" | "D" | "MD")
                || word.raw == "."
                || word.raw == "," && at < start;
            if !honour {
                break;
            }
            at -= 1;
        }
        let named = self.mentions.iter().any(|mention| mention.words.end == at);
        if named { at } else { start }
    }

    /// "X, a tank engine built in 1911": past an indefinite noun phrase between commas.
    fn apposed(&self, end: usize) -> Option<usize> {
        let mut at = end;
        while at > self.sentence.range.start && matches!(self.parse.tags[at - 1], Tag::Noun) {
            at -= 1;
        }
        let article = matches!(self.lower(at.wrapping_sub(1)), "a" | "an" | "the");
        let comma = at >= 2 && matches!(self.lower(at - 2), "," | "—" | "–");
        (at < end && article && comma).then(|| at - 2)
    }

    /// Whether a mention can be an argument of an event: no part of a longer name, no modifier.
    pub(crate) fn can_be_argument(&self, mention: usize) -> bool {
        let setting = &self.settings[mention];
        !setting.longer && setting.modifies.is_none()
    }

    /// Mentions after a verb that are its object or complement.
    pub(crate) fn objects_of(&self, event: &Event) -> Vec<usize> {
        let families = event.cues.iter().filter_map(|hit| match hit.id {
            CueId::Family(family) => Some(&crate::lexicon::families()[family]),
            CueId::Own(_) => None,
        });
        let prepositions: Vec<&str> =
            families.flat_map(|family| family.prepositions.iter().copied()).collect();
        let own = event.cues.iter().any(|hit| hit.role.is_none());
        self.mentions
            .iter()
            .enumerate()
            .filter(|(_, m)| m.words.start >= event.words.end)
            .filter(|&(i, m)| self.can_be_argument(i) && self.same_statement(event, m))
            .filter(|&(i, _)| match self.settings[i].preposition {
                None => true,
                Some(at) if at < event.words.end => true,
                Some(at) => {
                    let word = self.lower(at);
                    matches!(word, "including" | "like")
                        || own
                            && matches!(
                                word,
                                "of" | "in" | "into" | "for" | "to" | "on" | "with" | "at"
                            )
                        || matches!(word, "as" | "to" | "on" | "with" | "upon")
                            && prepositions.contains(&word)
                }
            })
            .filter(|(_, m)| !self.verb_between(event, m.words.start))
            .map(|(i, _)| i)
            .collect()
    }

    /// In the event's clause, or in a "known as ..." that belongs to its object.
    fn same_statement(&self, event: &Event, mention: &Mention) -> bool {
        let clause = self.sentence.clause_of(mention.words.start);
        if clause == event.clause {
            return true;
        }
        let node = &self.sentence.clauses[clause];
        let naming = node.verb.is_some_and(|verb| {
            matches!(
                self.lower(self.sentence.verbs[verb].head),
                "known" | "called" | "named" | "dubbed" | "titled" | "entitled"
            )
        });
        let aside = node.kind == ClauseKind::Bracket;
        (naming || aside) && node.parent == Some(event.clause)
    }

    fn verb_between(&self, event: &Event, until: usize) -> bool {
        self.events.iter().any(|other| {
            other.verb.is_some()
                && other.clause == event.clause
                && other.words.start >= event.words.end
                && other.words.end <= until
                && other.head != event.head
        })
    }

    /// The mentions an event is about, under a fact's cues.
    pub(crate) fn arguments(&self, event: &Event, cues: &[CueId]) -> Vec<usize> {
        if event.is_nominal() {
            return self.nominal_arguments(event);
        }
        let subjects = || self.subjects_of(event.clause);
        let objects = || self.objects_of(event);
        let object = || event::has_object(self.parse, self.sentence, event, |at| self.is_value(at));
        let finite = self.is_clause_verb(event);
        let passive = event::is_passive(self.sentence, event);
        let mut found = match event.role(cues) {
            Some(Role::Theme) if passive => subjects(),
            Some(Role::Theme) if !object() && self.has_own_subject(event.clause) => {
                self.antecedents(self.sentence.clauses[event.clause].start)
            }
            Some(Role::Theme | Role::Ergative) if object() || !finite => objects(),
            Some(Role::Theme) => {
                let objects = objects();
                if objects.is_empty() && !self.complement_follows(event) {
                    subjects()
                } else {
                    objects
                }
            }
            Some(Role::Ergative) => {
                let found = subjects();
                if found.is_empty() { objects() } else { found }
            }
            Some(Role::Agent) if passive => {
                let agents = self.agents(event);
                if agents.is_empty() { subjects() } else { agents }
            }
            Some(Role::Agent) => subjects(),
            Some(Role::Mutual | Role::Measure) | None => {
                let mut both = subjects();
                both.extend(objects());
                both
            }
        };
        if passive && self.takes_complement(event) {
            found.extend(objects());
        }
        found
    }

    /// The subject and the objects of a verb, whatever its role.
    pub(crate) fn arguments_of_verb(&self, event: &Event) -> Vec<usize> {
        if event.is_nominal() {
            return self.nominal_arguments(event);
        }
        let mut found = self.subjects_of(event.clause);
        found.extend(self.objects_of(event));
        found
    }

    fn is_clause_verb(&self, event: &Event) -> bool {
        self.sentence.clauses[event.clause].verb == event.verb
    }

    /// "the pact that A and B signed": the relative pronoun is the object.
    fn has_own_subject(&self, clause: usize) -> bool {
        let node = &self.sentence.clauses[clause];
        let Some(verb) = node.verb else { return false };
        let verb = self.sentence.verbs[verb].range.start;
        let contact = matches!(self.lower(node.start), "he" | "she" | "they" | "it" | "we" | "i");
        node.kind == ClauseKind::Relative
            && (contact
                || (node.start + 1..verb)
                    .any(|at| matches!(self.parse.tags[at], Tag::Name | Tag::Noun | Tag::Pronoun)))
    }

    /// "was designated a Major Defence Partner": the name after a passive.
    fn takes_complement(&self, event: &Event) -> bool {
        const COMPLEMENTED: &[&str] = &["designated", "appointed", "elected"];
        event.cues.iter().any(|hit| match hit.id {
            CueId::Family(family) => {
                COMPLEMENTED.contains(&crate::lexicon::families()[family].name)
            }
            CueId::Own(_) => true,
        })
    }

    fn complement_follows(&self, event: &Event) -> bool {
        matches!(self.lower(event.words.end), "that" | "to" | "with" | "by")
    }

    /// "by X".
    fn agents(&self, event: &Event) -> Vec<usize> {
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

    /// "the signing of X", "X's signing", "the X signing", "its opening".
    fn nominal_arguments(&self, event: &Event) -> Vec<usize> {
        let mut found = Vec::new();
        for (i, mention) in self.mentions.iter().enumerate() {
            let setting = &self.settings[i];
            if setting.longer {
                continue;
            }
            let modifies = setting.modifies.is_some_and(|noun| event.words.contains(&noun));
            let of = setting.preposition.is_some_and(|at| {
                at >= event.words.end
                    && self.preposition_fits(event, at)
                    && (event.words.end..at).all(|i| {
                        matches!(
                            self.parse.tags[i],
                            Tag::Adverb
                                | Tag::Preposition
                                | Tag::Determiner
                                | Tag::Noun
                                | Tag::Name
                        ) || self.is_value(i)
                    })
            });
            let adjective = event.cues.iter().all(|hit| {
                hit.form == crate::lexicon::Form::Adjective
                    || hit.form == crate::lexicon::Form::Phrase
            });
            let object = self.is_object(event) && self.subjects_of(event.clause).contains(&i);
            let making = setting.preposition.is_some_and(|at| {
                self.lower(event.words.end) == "of"
                    && at <= event.words.end + 3
                    && self.is_making_of(at)
            });
            if object || making {
                found.push(i);
                continue;
            }
            let clause = adjective && self.sentence.clause_of(mention.words.start) == event.clause
                || adjective && self.subjects_of(event.clause).contains(&i);
            if modifies || of && setting.modifies.is_none() || clause && setting.modifies.is_none()
            {
                found.push(i);
            }
        }
        found
    }

    /// "X saw *first light*": the noun is the direct object of its clause's verb.
    fn is_object(&self, event: &Event) -> bool {
        let Some(verb) = self.sentence.clauses[event.clause].verb else { return false };
        let end = self.sentence.verbs[verb].range.end;
        let own = event.cues.iter().any(|hit| matches!(hit.id, CueId::Own(_)));
        own && end <= event.words.start
            && event.words.start - end <= 4
            && (end..event.words.start)
                .all(|at| matches!(self.parse.tags[at], Tag::Determiner | Tag::Noun | Tag::Adverb))
    }

    fn preposition_fits(&self, event: &Event, at: usize) -> bool {
        let word = self.lower(at);
        if word == "of" {
            return at == event.words.end
                || (event.words.end..at).any(|i| self.is_value(i))
                || self.lower(event.words.end) == "of";
        }
        at == event.words.end
            && event.cues.iter().any(|hit| match hit.id {
                CueId::Family(family) => {
                    crate::lexicon::families()[family].prepositions.contains(&word)
                }
                CueId::Own(_) => matches!(word, "for" | "to" | "at" | "in" | "on" | "with"),
            })
    }
}

/// Whether a fact's value key wants a value of this kind.
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
        _ => false,
    }
}

/// The value key a fact's claim fills.
pub(crate) fn column(expected: &Expected) -> &'static str {
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
        Expected::Timeline(rows) => rows.first().map_or("timeline", |row| column(&row.value)),
        Expected::Editions(_) => "edition",
    }
}
