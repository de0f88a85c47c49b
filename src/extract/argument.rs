//! The arguments of an event: what it happens to, who does it, what it is of.
//!
//! A fact's cue says which of them its subject must be (see [`Role`]).

use super::event::{self, Event};
use super::index::CueId;
use super::mention::{Mention, MentionKind};
use super::parse::{ClauseKind, Tag, VerbShape};
use super::scene::Scene;
use crate::lexicon;
use crate::lexicon::Role;

impl Scene<'_> {
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
                            && !self.is_of_another_object(event, at)
                }
            })
            .filter(|&(i, _)| self.settings[i].preposition.is_none_or(|at| !self.is_run_up(at)))
            .filter(|(_, m)| !self.verb_between(event, m.words.start))
            .map(|(i, _)| i)
            .collect()
    }

    /// "signed a declaration on X", but "signed on to X", "signed a deal on X": the verb has another thing for its
    /// object.
    fn is_of_another_object(&self, event: &Event, preposition: usize) -> bool {
        let end = event.words.end;
        let noun = preposition.wrapping_sub(1);
        matches!(self.lower(end), "a" | "an")
            && noun > end
            && self.tag(noun) == Some(Tag::Noun)
            && matches!(
                self.lower(noun),
                "declaration"
                    | "statement"
                    | "letter"
                    | "petition"
                    | "memo"
                    | "note"
                    | "report"
                    | "paper"
                    | "book"
                    | "resolution"
                    | "appeal"
                    | "communiqué"
                    | "manifesto"
            )
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
        }) || self.aim_between(event, until)
    }

    /// "convened the Annapolis Convention to petition Congress": what the infinitive is done to.
    fn aim_between(&self, event: &Event, until: usize) -> bool {
        self.sentence.verbs.iter().any(|verb| {
            verb.shape == VerbShape::Infinitive
                && verb.range.start > event.words.end
                && verb.range.end <= until
                && self.lower(verb.range.start.wrapping_sub(1)) == "to"
        })
    }

    /// The mentions an event is about, under a fact's cues.
    pub(crate) fn arguments(&self, event: &Event, cues: &[CueId]) -> Vec<usize> {
        if event.is_nominal() {
            return self.nominal_arguments(event);
        }
        let subjects = || match self.is_of_noun(event) {
            true => self.antecedents(event.words.start),
            false if self.is_of_possession(event) => Vec::new(),
            false => {
                let mut found = self.subjects_of(event.clause);
                found.retain(|&mention| !self.is_only_fronted(event, mention));
                found.extend(self.of_own_noun(event, cues));
                found
            }
        };
        let objects = || self.objects_of(event);
        let object = || {
            !self.comes_into_use(event)
                && event::has_object(self.parse, self.sentence, event, |at| self.is_value(at))
        };
        let finite = self.is_clause_verb(event);
        let passive = event::is_passive(self.sentence, event) || self.is_done_by(event);
        let role = event.role(cues).filter(|_| !self.is_phrasal(event, cues));
        if let Some(seen) = self.undergoing(event) {
            return vec![seen];
        }
        // "Founded in 1964 by two brothers" under a name
        let unsaid =
            |it: &Mention| it.kind == MentionKind::Implied && it.words.start == event.words.start;
        let done = matches!(role, Some(Role::Theme | Role::Ergative))
            && self.tag(event.words.end) == Some(Tag::Preposition)
            && event.words.len() == 1;
        if let Some(own) = self.mentions.iter().position(unsaid).filter(|_| done) {
            return vec![own];
        }
        let mut found = match role {
            Some(Role::Theme) if passive => subjects(),
            // "Opened by the Queen in 1929, X leaks"
            Some(Role::Ergative) if self.is_done_by(event) => subjects(),
            Some(Role::Theme) if !object() && self.has_own_subject(event.clause) => {
                self.antecedents(self.sentence.clauses[event.clause].start)
            }
            Some(Role::Theme | Role::Ergative)
                if !finite && !object() && objects().is_empty() && self.is_raised(event) =>
            {
                self.raised(event).map_or_else(subjects, |mention| vec![mention])
            }
            Some(Role::Theme | Role::Ergative) if object() || !finite => objects(),
            Some(Role::Theme) => {
                let objects = objects();
                let undergone = objects.is_empty() && !self.is_plain_past(event);
                if undergone && !self.complement_follows(event) { subjects() } else { objects }
            }
            Some(Role::Ergative) => {
                let found = subjects();
                let joined = |object: &usize| self.is_joined(event, *object);
                match found.is_empty() {
                    true => objects().into_iter().filter(joined).collect(),
                    false => found,
                }
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
            found.extend(objects().into_iter().filter(|&it| !self.is_among_doers(event, it)));
        }
        if found.is_empty() && !passive {
            found = self.doers(event, cues);
        }
        // "founded in 1895 as X": the name it had from then on.
        let theme = matches!(role, Some(Role::Theme | Role::Ergative));
        if passive && theme && found.is_empty() {
            let named = |&mention: &usize| {
                self.settings[mention].preposition.is_some_and(|at| self.lower(at) == "as")
            };
            found.extend(objects().into_iter().filter(named));
        }
        found
    }

    /// "X is due to open", "X is to open", "they expect X to open": the infinitive is said of what another word has
    /// for its subject or object.
    fn is_raised(&self, event: &Event) -> bool {
        let to = event.head.wrapping_sub(1);
        let before = self.lower(to.wrapping_sub(1));
        let raises = matches!(
            before,
            "due"
                | "set"
                | "slated"
                | "scheduled"
                | "expected"
                | "likely"
                | "planned"
                | "supposed"
                | "meant"
                | "bound"
                | "ready"
                | "going"
                | "poised"
                | "projected"
                | "forecast"
                | "about"
                | "predicted"
                | "tipped"
                | "hoped"
        ) || lexicon::is_be_form(before);
        self.lower(to) == "to" && (raises || self.raised(event).is_some())
    }

    /// "they expect X to open": X.
    fn raised(&self, event: &Event) -> Option<usize> {
        let to = event.head.wrapping_sub(1);
        let mention = self.mentions.iter().position(|mention| mention.words.end == to)?;
        let start = self.mentions[mention].words.start;
        let the = usize::from(self.lower(start.wrapping_sub(1)) == "the");
        let verb = start.checked_sub(1 + the)?;
        let governs = lexicon::is_form_of_any(self.lower(verb), &["expect", "want", "schedule"]);
        (self.can_be_argument(mention) && governs).then_some(mention)
    }

    /// "The contract for X was signed", where "contract" is a cue of the fact too: X.
    fn of_own_noun(&self, event: &Event, cues: &[CueId]) -> Option<usize> {
        let noun = self.events.iter().find(|noun| {
            noun.is_nominal()
                && noun.clause == event.clause
                && noun.words.end < event.words.start
                && noun.signals(cues)
        })?;
        let of = noun.words.end;
        let the = usize::from(self.lower(of + 1) == "the");
        matches!(self.lower(of), "for" | "of")
            .then(|| {
                (0..self.mentions.len()).find(|&it| {
                    let start = self.mentions[it].words.start;
                    (of + 1..=of + 1 + the).contains(&start) && self.settings[it].modifies.is_none()
                })
            })
            .flatten()
    }

    /// "had seen X being opened in 1911": X.
    fn undergoing(&self, event: &Event) -> Option<usize> {
        let before = |&i: &usize| self.mentions[i].words.end == event.words.start;
        let being = self.lower(event.words.start) == "being";
        (0..self.mentions.len()).find(before).filter(|_| being)
    }

    /// "Under X, two loans were signed": what opens the sentence with a preposition is no subject where a
    /// noun follows.
    fn is_only_fronted(&self, event: &Event, mention: usize) -> bool {
        let start = self.sentence.clauses[event.clause].start;
        let end = self.mentions[mention].words.end;
        self.tag(start) == Some(Tag::Preposition)
            && self.mentions[mention].words.start <= start + 3
            && self.lower(end) == ","
            && (end..event.words.start)
                .any(|at| self.tag(at) == Some(Tag::Noun) && !self.is_value(at))
    }

    /// "The Orm Bridge opened in 1929, X soon after": a comma parts X from the verb.
    fn is_joined(&self, event: &Event, object: usize) -> bool {
        let start = self.mentions[object].words.start;
        (event.words.end..start).all(|at| self.lower(at) != ",")
    }

    /// "X, whose wife died in 1975": what happened to her, unless it is the making of X.
    fn is_of_possession(&self, event: &Event) -> bool {
        let node = &self.sentence.clauses[event.clause];
        let noun = (node.start + 1..event.words.start)
            .take_while(|&at| matches!(self.parse.tags[at], Tag::Noun | Tag::Name))
            .last();
        let cue = |at: usize| {
            self.events.iter().any(|other| other.is_nominal() && other.words.contains(&at))
        };
        self.is_clause_verb(event)
            && self.lower(node.start) == "whose"
            && noun.is_some_and(|at| !crate::lexicon::is_making(self.lower(at)) && !cue(at))
    }

    /// "opens with a shot lasting 11 minutes": a participle of an indefinite noun, which is not what the
    /// subject is said to be.
    fn is_of_noun(&self, event: &Event) -> bool {
        let (floor, start) = (self.sentence.range.start, event.words.start);
        let noun = |at: &usize| self.parse.tags[*at] == Tag::Noun && !self.is_value(*at);
        let first = (floor..start).rev().take_while(noun).last();
        let gerund =
            event.verb.is_some_and(|verb| self.sentence.verbs[verb].shape == VerbShape::Gerund);
        gerund
            && !self.is_clause_verb(event)
            && !self.is_copular(event.clause)
            && first.is_some_and(|at| at > floor && matches!(self.lower(at - 1), "a" | "an"))
    }

    /// "arrived at", "moved to": an author's own verb with its preposition is said of its subject.
    fn is_phrasal(&self, event: &Event, cues: &[CueId]) -> bool {
        event.cues.iter().any(|hit| {
            let last = event.head + hit.n_words - 1;
            matches!(hit.id, CueId::Own(_))
                && cues.contains(&hit.id)
                && hit.n_words > 1
                && self.tag(last) == Some(Tag::Preposition)
                && self.lower(last) != "by"
        })
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

    pub(super) fn is_clause_verb(&self, event: &Event) -> bool {
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

    /// "chose", "wrote": a past form that is no participle has its subject for an agent.
    fn is_plain_past(&self, event: &Event) -> bool {
        event.verb.is_some_and(|verb| {
            let verb = &self.sentence.verbs[verb];
            let past = |form: crate::lexicon::Form| form == crate::lexicon::Form::Past;
            verb.range.len() == 1 && !verb.ambiguous && event.cues.iter().any(|hit| past(hit.form))
        })
    }

    fn complement_follows(&self, event: &Event) -> bool {
        matches!(self.lower(event.words.end), "that" | "to" | "with" | "by")
    }
}
