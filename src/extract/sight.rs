//! A sentence as the constructions saw it, for whoever asks why a value was or was not claimed.
//!
//! It is taken down while claims are made, so that it tells what happened and decides nothing.

use super::claim::Claim;
use super::mention::MentionKind;
use super::scene::{Scene, wants};
use crate::rules::{Expected, FactBook, FactId, FactSubject, SubjectId};
use crate::source::Span;

/// Everything seen in one sentence; spans are in the source.
#[derive(Debug, Clone, Default)]
pub struct Sight {
    /// The sentence.
    pub span: Span,
    /// Where it names or refers to subjects.
    pub mentions: Vec<Sighted>,
    /// Its verbs, and its nouns and phrases that signal a predicate.
    pub events: Vec<Signal>,
    /// Its values, each with the facts whose value is of that kind.
    pub values: Vec<(Span, Vec<FactId>)>,
    /// The facts about what it mentions.
    pub facts: Vec<FactId>,
    /// Its claims.
    pub claims: Vec<Claim>,
    /// Claims that were not made, for a word of the fact's `unless` stands in their clause.
    pub excluded: Vec<(FactId, Span)>,
}

/// A mention.
#[derive(Debug, Clone, Copy)]
pub struct Sighted {
    /// The subject.
    pub subject: SubjectId,
    /// Where it stands.
    pub span: Span,
    /// By which means it names it: a name, a pronoun, a definite noun.
    pub by: &'static str,
}

/// A word that says what happens.
#[derive(Debug, Clone)]
pub struct Signal {
    /// Where it stands.
    pub span: Span,
    /// The facts whose predicate it signals.
    pub facts: Vec<FactId>,
}

/// Why a sentence makes no claim about a fact at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gap {
    /// The fact's value is of another kind.
    Kind,
    /// Another subject of the fact is not mentioned.
    Partner(SubjectId),
    /// A word of its `unless` stands in the clause.
    Unless,
    /// No word of the sentence signals its predicate.
    NoCue,
    /// The fact takes the value that stands there.
    Elsewhere(Span),
    /// A word of another predicate stands nearer than its cue.
    Rival {
        /// The fact's cue.
        cue: Span,
        /// The other word.
        rival: Span,
    },
    /// Nothing links its cue, or its subject, to the value.
    Unlinked(Option<Span>),
}

impl Sight {
    /// What a scene holds, before claims are made of it.
    pub(super) fn of(scene: &Scene<'_>) -> Self {
        let mut facts: Vec<FactId> = scene
            .mentions
            .iter()
            .flat_map(|mention| scene.facts_of(mention.subject).iter().copied())
            .chain(scene.joint())
            .chain(scene.offices().iter().map(|&office| scene.index.offices[office].fact))
            .collect();
        facts.sort_unstable();
        facts.dedup();
        let mentions = scene.mentions.iter().map(|mention| Sighted {
            subject: mention.subject,
            span: scene.source(mention.span),
            by: means(mention.kind),
        });
        let events = scene.events.iter().map(|event| Signal {
            span: scene.source(scene.span(&event.words)),
            facts: facts.iter().copied().filter(|&it| event.signals(scene.cues(it))).collect(),
        });
        let values = scene.values.iter().map(|value| {
            let wanted = |id: &FactId| match &scene.fact(*id).expected {
                Expected::Editions(_) => true,
                expected => wants(expected, &value.reading.value),
            };
            (scene.source(value.reading.span), facts.iter().copied().filter(wanted).collect())
        });
        Self {
            span: scene.source(scene.span(&scene.sentence.range)),
            mentions: mentions.collect(),
            events: events.collect(),
            values: values.collect(),
            facts,
            ..Self::default()
        }
    }

    /// Why nothing is claimed about a fact, at the value that stands at `at` or at any other.
    pub fn gap(&self, fact: FactId, at: Span, book: &FactBook) -> Gap {
        let value = self.values.iter().find(|(span, _)| span.overlaps(at));
        if let Some((_, wanted_by)) = value
            && !wanted_by.contains(&fact)
        {
            return Gap::Kind;
        }
        let fact_of = &book.facts[fact.0 as usize];
        if let FactSubject::All(subjects) = &fact_of.subject {
            let is_missing =
                |id: &&SubjectId| !self.mentions.iter().any(|mention| mention.subject == **id);
            if let Some(&missing) = subjects.iter().find(is_missing) {
                return Gap::Partner(missing);
            }
        }
        if self.excluded.iter().any(|(id, _)| *id == fact) {
            return Gap::Unless;
        }
        let claim = self.claims.iter().find(|claim| claim.fact == fact);
        if let Some(slot) = claim.and_then(|claim| claim.slots.first()) {
            return Gap::Elsewhere(slot.span);
        }
        let own = |signal: &&Signal| signal.facts.contains(&fact);
        let cues: Vec<&Signal> = self.events.iter().filter(own).collect();
        let has_words = !fact_of.predicate.is_bare() && fact_of.pattern.is_none();
        let cue = nearest(&cues, at);
        match cue {
            None if has_words => Gap::NoCue,
            None => Gap::Unlinked(None),
            Some(cue) if value.is_some() => {
                let others: Vec<&Signal> =
                    self.events.iter().filter(|signal| !own(signal)).collect();
                match nearest(&others, at) {
                    Some(rival) if distance(rival.span, at) < distance(cue.span, at) => {
                        Gap::Rival { cue: cue.span, rival: rival.span }
                    }
                    _ => Gap::Unlinked(Some(cue.span)),
                }
            }
            Some(cue) => Gap::Unlinked(Some(cue.span)),
        }
    }
}

fn nearest<'s>(signals: &[&'s Signal], at: Span) -> Option<&'s Signal> {
    signals.iter().copied().min_by_key(|signal| distance(signal.span, at))
}

fn distance(one: Span, two: Span) -> usize {
    one.start.saturating_sub(two.end).max(two.start.saturating_sub(one.end))
}

fn means(kind: MentionKind) -> &'static str {
    match kind {
        MentionKind::Name => "name",
        MentionKind::Pronoun => "pronoun",
        MentionKind::Definite => "definite noun",
        MentionKind::Implied => "implied",
    }
}
