//! Loose links: a fact's cue beside a value of its kind, in a sentence that names the subject or goes on
//! about it, where no other construction ties the three together.
//!
//! Such a value proves nothing against a fact, so `judge` hears it only when it agrees; and it must be
//! telling enough that it does not agree by chance.

mod edition;
mod holder;
mod members;
mod ordinal;
mod text;
mod value;

use super::super::claim::Doubt;
use super::super::event::Event;
use super::super::scene::{Draft, Scene};
use super::super::token::is_strange_name;
use crate::rules::{FactId, SubjectId};
use crate::source::Span;
use crate::value::date::{self, Precision};

/// Drafts claims that are heard only when they agree.
pub(super) fn pair(scene: &Scene<'_>, drafts: &mut Vec<Draft>) {
    let taken: Vec<(FactId, Span)> = drafts
        .iter()
        .flat_map(|draft| draft.slots.iter().map(|slot| (draft.fact, slot.1)))
        .collect();
    let facts = facts(scene);
    let n_tied = drafts.len();
    value::pair(scene, &facts, &taken, drafts);
    members::pair(scene, &facts, &taken, drafts);
    ordinal::pair(scene, &facts, &taken, drafts);
    text::pair(scene, &facts, &taken, drafts);
    edition::pair(scene, &facts, &taken, drafts);
    holder::pair(scene, &taken, drafts);
    for draft in &mut drafts[n_tied..] {
        draft.doubt = Some(Doubt::Loose);
    }
}

/// A fact of something that the sentence names, with the name, or may go on about.
type InScope = (FactId, Option<Span>);

/// The facts of what the sentence names or may go on about.
fn facts(scene: &Scene<'_>) -> Vec<InScope> {
    let mut seen: Vec<SubjectId> = Vec::new();
    let named = scene.mentions.iter().map(|it| (it.subject, Some(scene.source(it.span))));
    // "Royal Festival Hall: 2,700 seats" is about the hall it names.
    let around: &[SubjectId] = if is_labelled(scene) { &[] } else { &scene.scope };
    let around = around.iter().map(|&subject| (subject, None));
    let mut found = Vec::new();
    for (subject, span) in named.chain(around) {
        if !seen.contains(&subject) {
            seen.push(subject);
            found.extend(scene.facts_of(subject).iter().map(|&fact| (fact, span)));
        }
    }
    found.extend(joint(scene));
    found
}

/// The facts of several things, one of which the sentence names; it may go on about the others.
fn joint<'s>(scene: &'s Scene<'_>) -> impl Iterator<Item = InScope> + 's {
    let around = scene.scope.iter().filter_map(|it| scene.index.joint_of.get(it.0 as usize));
    let mut facts: Vec<FactId> = around.flatten().copied().chain(scene.joint()).collect();
    facts.sort_unstable();
    facts.dedup();
    facts.into_iter().filter_map(|fact| {
        let all = scene.fact(fact).subject.ids();
        let mention = |of: &SubjectId| scene.mentions.iter().find(|it| it.subject == *of);
        let known = |of: &SubjectId| mention(of).is_some() || scene.scope.contains(of);
        let first = all.iter().find_map(mention)?;
        all.iter().all(known).then(|| (fact, Some(scene.source(first.span))))
    })
}

/// Whether a line begins with a name that no fact knows, and a colon.
fn is_labelled(scene: &Scene<'_>) -> bool {
    const LONGEST: usize = 6;
    let start = scene.sentence.range.start;
    let colon = (start + 1..start + LONGEST).find(|&at| scene.lower(at) == ":");
    colon.is_some_and(|colon| {
        colon > start + 1
            && (start..colon).all(|at| is_strange_name(scene.parse, &scene.mentions, at))
    })
}

/// The cue of a fact nearest to a word, within the sentence.
fn cue<'s>(scene: &'s Scene<'_>, fact: FactId, at: usize) -> Option<&'s Event> {
    let distance = |event: &&Event| {
        at.saturating_sub(event.words.end).max(event.words.start.saturating_sub(at))
    };
    scene.events.iter().filter(|event| event.signals(scene.cues(fact))).min_by_key(distance)
}

/// Whether a date names its year or its month; "on Thursday" and "this year" may well agree by chance.
fn is_telling_date(date: &date::Stated) -> bool {
    let named = !date.is_relative() || date.month_only().is_some();
    named && !date.is_vague() && !date.is_anchored() && date.precision() <= Precision::Year
}
