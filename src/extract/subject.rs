//! What a clause is about: the mentions that are its grammatical subject, and the antecedents of
//! relative clauses, participles and brackets.
//!
//! It must not know facts or values' meanings.

use super::mention::{Mention, MentionKind};
use super::parse::{ClauseKind, Tag, VerbShape};
use super::scene::Scene;

impl Scene<'_> {
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
            // "the airport where the station opened": the place is no subject.
            ClauseKind::Relative if matches!(self.lower(node.start), "where" | "when") => {
                self.subjects_in_clause(clause, node.start)
            }
            ClauseKind::Relative | ClauseKind::Reduced | ClauseKind::Bracket => {
                let own = self.subjects_in_clause(clause, node.start);
                if node.kind != ClauseKind::Reduced && !own.is_empty() {
                    return own;
                }
                if self.is_placed_by(clause) {
                    return Vec::new();
                }
                let mut found = self.antecedents(node.start);
                if found.is_empty() && node.kind == ClauseKind::Reduced {
                    found = self.bracket_subjects(clause);
                }
                let indefinite = match node.kind {
                    ClauseKind::Bracket => found.is_empty() && self.is_after_complement(node.start),
                    _ => self.after_indefinite(node.start),
                };
                let said = |parent| {
                    self.is_copular_before(parent, node.start)
                        || self.is_described_before(parent, node.start)
                };
                if indefinite && node.parent.is_some_and(said) {
                    found.extend(parent(self));
                }
                if indefinite && found.is_empty() {
                    found.extend(self.described(node.start));
                }
                found
            }
            ClauseKind::Participial => parent(self),
            // "X grew after opening in 1911"
            ClauseKind::Subordinate if self.is_gerund_at(node.verb, node.start + 1) => parent(self),
            _ => self.subjects_in_clause(clause, node.start),
        }
    }

    fn is_gerund_at(&self, verb: Option<usize>, start: usize) -> bool {
        verb.map(|verb| &self.sentence.verbs[verb])
            .is_some_and(|verb| verb.shape == VerbShape::Gerund && verb.range.start == start)
    }

    /// "X, beside which a school opened": the clause has another subject, and X is where it was.
    fn is_placed_by(&self, clause: usize) -> bool {
        let node = &self.sentence.clauses[clause];
        let start = node.start;
        let pied = matches!(self.lower(start), "which" | "whom")
            && start > 0
            && self.parse.tags[start - 1] == Tag::Preposition;
        let verb = node.verb.map(|verb| self.sentence.verbs[verb].range.start);
        pied && verb.is_some_and(|verb| {
            (start + 1..verb).any(|at| matches!(self.parse.tags[at], Tag::Noun | Tag::Name))
        })
    }

    /// "The Exchange Military Agreement (EXA)": what stands before shares words with a longer name of the same thing.
    fn is_long_form_before(&self, short: &Mention) -> bool {
        const SHARED: usize = 2;
        let open = short.words.start - 1;
        let before = (self.sentence.range.start..open).rev();
        let stated: Vec<&str> = before
            .take_while(|&at| {
                self.tag(at) == Some(Tag::Name)
                    || matches!(self.lower(at), "of" | "and" | "for" | "on")
            })
            .map(|at| self.lower(at))
            .filter(|word| word.len() > 3)
            .collect();
        self.book.subjects[short.subject.0 as usize].names.iter().any(|name| {
            let words =
                name.split(' ').filter(|word| stated.contains(&word.to_lowercase().as_str()));
            words.count() >= SHARED
        })
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

    /// "Construction started on X", "X construction began": the making begins and ends, and X is
    /// begun, built or completed by it, but not launched or opened.
    pub(super) fn is_made_only(&self, mention: usize, fact: crate::rules::FactId) -> bool {
        const MADE: &[&str] =
            &["begun", "started", "built", "completed", "ended", "created", "founded"];
        let setting = &self.settings[mention];
        let making =
            setting.preposition.is_some_and(|at| {
                self.is_making_of(at) || self.lower(at) == "on" && self.makes_before(at)
            }) || setting.modifies.is_some_and(|noun| crate::lexicon::is_making(self.lower(noun)));
        let builtin = &self.fact(fact).predicate.builtin;
        making && !builtin.is_empty() && !builtin.iter().any(|name| MADE.contains(name))
    }

    /// "construction started on": the noun stands before the verb.
    fn makes_before(&self, at: usize) -> bool {
        (self.sentence.range.start..at)
            .rev()
            .take(3)
            .any(|i| crate::lexicon::is_making(self.lower(i)))
    }

    /// "work on X", "the construction of X": what begins and ends when X does.
    pub(super) fn is_making_of(&self, preposition: usize) -> bool {
        matches!(self.lower(preposition), "of" | "on" | "for" | "at")
            && preposition > self.sentence.range.start
            && crate::lexicon::is_making(self.lower(preposition - 1))
    }

    /// "the doors of X opened": X did.
    fn is_doors_of(&self, preposition: usize, verb: usize) -> bool {
        let opens = |at: usize| {
            let lower = self.lower(at);
            lower.starts_with("open") || lower.starts_with("close") || lower == "shut"
        };
        self.lower(preposition) == "of"
            && matches!(self.lower(preposition.wrapping_sub(1)), "doors" | "gates")
            && (verb..verb + 3).any(opens)
    }

    /// Mentions before the clause's verb that are its grammatical subject.
    fn subjects_in_clause(&self, clause: usize, start: usize) -> Vec<usize> {
        let verb = self.sentence.clauses[clause]
            .verb
            .map_or(self.sentence.range.end, |verb| self.sentence.verbs[verb].range.start);
        self.mentions
            .iter()
            .enumerate()
            .filter(|(_, m)| {
                let unsaid = m.kind == MentionKind::Implied && m.words.start == verb;
                m.words.start >= start && (m.words.end <= verb || unsaid)
            })
            .filter(|(_, m)| self.sentence.clause_of(m.words.start) == clause)
            .filter(|&(i, _)| {
                let setting = &self.settings[i];
                // "X construction began"
                let making = setting.modifies.is_some_and(|noun| {
                    noun + 1 == verb && crate::lexicon::is_making(self.lower(noun))
                });
                (self.can_be_argument(i) || making && !setting.longer)
                    && setting
                        .preposition
                        .is_none_or(|at| self.is_making_of(at) || self.is_doors_of(at, verb))
            })
            .filter(|&(i, _)| {
                let end = self.settings[i].modifies.map_or(self.settings[i].end, |noun| noun + 1);
                !self.noun_between(end, verb, clause)
            })
            .filter(|(_, m)| !self.is_governed(m.words.start, start))
            .map(|(i, _)| i)
            .collect()
    }

    /// "The appeal to save X was launched", "the rocket carrying X": the name belongs to what was to be
    /// done, or to what something else does.
    fn is_governed(&self, mention: usize, start: usize) -> bool {
        let nominal = |at: usize| at >= start && self.parse.tags[at].is_nominal();
        self.sentence.verbs.iter().any(|verb| {
            let (first, end) = (verb.range.start, verb.range.end);
            let governed = match verb.shape {
                // "a plan to build X, signed in", but "the first woman to lead X, founded in"
                VerbShape::Infinitive => {
                    first > start + 1
                        && nominal(first - 2)
                        && !matches!(self.lower(first - 2), "woman" | "man" | "person")
                        && !crate::lexicon::reporting_verb(self.lower(verb.head))
                }
                // "Running X costs €9 million a year"
                VerbShape::Gerund => {
                    first > start && nominal(first - 1)
                        || first == start && !crate::lexicon::is_making_verb(self.lower(verb.head))
                }
                VerbShape::Finite | VerbShape::Participle => false,
            };
            governed
                && end <= mention
                && (end..mention).all(|at| self.parse.tags[at] == Tag::Determiner)
        })
    }

    /// Another common noun stands as a phrase between a mention and its verb.
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

    /// "an extension to X that cost €9 million", "the southern top of X, which is": the clause is said of
    /// the noun that the name stands with, since "that" takes up no name after a preposition of a noun.
    fn is_of_head(&self, mention: usize, start: usize) -> bool {
        let setting = &self.settings[mention];
        let ends = setting.end == start || self.mentions[mention].words.end == start;
        // "Friends of X (founded 1953)"
        let society = setting.preposition.is_some_and(|of| {
            self.lower(of) == "of"
                && of > self.sentence.range.start
                && crate::lexicon::is_society(self.lower(of - 1))
        });
        society
            || setting.preposition.is_some_and(|of| {
                self.lower(start) == "that" && ends && self.tag(of - 1) != Some(Tag::Verb)
                    || self.lower(of) == "of"
                        && of > self.sentence.range.start
                        && crate::lexicon::is_part_of_thing(self.lower(of - 1))
                        && self.lower(of.wrapping_sub(2)) != "on"
            })
    }

    /// "Z, a director of X, who began there": "who" is the officer.
    fn is_of_officer(&self, mention: usize, start: usize) -> bool {
        let setting = &self.settings[mention];
        let officer = |of: usize| {
            let noun = self.lower(of.wrapping_sub(1));
            let role = self
                .mentions
                .iter()
                .any(|it| it.words.end == of && super::token::is_common(self.parse, it));
            role || crate::lexicon::is_person_noun(noun) || crate::lexicon::is_title(noun)
        };
        matches!(self.lower(start), "who" | "whose" | "whom")
            && !self.mentions[mention].person
            && setting
                .preposition
                .is_some_and(|of| matches!(self.lower(of), "of" | "at" | "for") && officer(of))
    }

    /// The mentions that end right before a relative clause, a participle or a bracket.
    pub(crate) fn antecedents(&self, start: usize) -> Vec<usize> {
        let mut at = self.before_citation(start).unwrap_or_else(|| self.before_honours(start));
        while at > self.sentence.range.start {
            let word = &self.parse.words[at - 1];
            let pronoun = matches!(self.lower(start), "which" | "whom" | "whose");
            let skip = matches!(word.raw, "," | "(" | "—" | "–" | "itself" | "themselves")
                && (at == start || pronoun)
                || super::token::is_quote(self.parse, at - 1)
                || pronoun && at == start && self.parse.tags[at - 1] == Tag::Preposition;
            if !skip {
                break;
            }
            at -= 1;
        }
        // "who was born in A and who died in B"
        if at == start && self.parse.tags[at - usize::from(at > 0)] == Tag::Conjunction {
            let elder = self
                .sentence
                .clauses
                .iter()
                .rev()
                .find(|clause| clause.kind == ClauseKind::Relative && clause.start < start);
            let relative = matches!(self.lower(start), "who" | "which" | "whom" | "whose");
            return match elder {
                Some(elder) if relative => self.antecedents(elder.start),
                _ => Vec::new(),
            };
        }
        let ends = self
            .apposed(at)
            .or_else(|| self.placed(start, at))
            .or_else(|| self.officed(start, at))
            .or_else(|| self.past_aside(start, at))
            .or_else(|| self.authored(at));
        self.mentions
            .iter()
            .enumerate()
            .filter(|(i, m)| {
                let setting = &self.settings[*i];
                // "The Military Agreement (LEMOA), signed": the bracket's name is what is before it.
                let short = self.lower(at.wrapping_sub(1)) == ")"
                    && m.words.end + 1 == at
                    && self.lower(m.words.start.wrapping_sub(1)) == "("
                    && self.is_long_form_before(m);
                let own = setting.end == at || m.words.end == at || short;
                let at = if own { at } else { ends.unwrap_or(at) };
                let of_head = self.is_of_head(*i, start);
                // "the agreement amending X, signed in 1999"
                let governed = self.is_governed(m.words.start, self.sentence.range.start);
                !setting.longer
                    && !of_head
                    && !governed
                    && !self.is_of_officer(*i, start)
                    && setting.modifies.is_none()
                    && (short || setting.end == at || m.words.end == at)
                    && !matches!(m.kind, MentionKind::Pronoun | MentionKind::Implied)
            })
            .map(|(i, _)| i)
            .collect()
    }
}
