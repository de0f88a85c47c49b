//! A verb understood from the statement before: "A was climbed in 1953, B in 1956", "was awarded the Orm Medal in
//! 1905, and X in 1908".
//!
//! It must not know whether a value is right.

use super::super::scene::{Draft, Scene, wants};
use super::event::draft;
use super::left_out::left_out;
use super::owner::{How, Owner};
use crate::rules::{FactSubject, SubjectId};

/// "A was climbed in 1953, B in 1956": the verb is understood from the last one before.
pub(super) fn gapped(scene: &Scene<'_>, value: usize) -> Option<Owner> {
    gapped_mention(scene, value)?;
    let start = scene.values[value].words.start;
    let event =
        scene.events.iter().rposition(|event| event.verb.is_some() && event.words.end <= start)?;
    Some(Owner::Event { event, how: How::Gapped })
}

/// The mention right before "in 1956", joined to a dated statement and without a verb of its own.
pub(super) fn gapped_mention(scene: &Scene<'_>, value: usize) -> Option<usize> {
    let out = left_out(scene, value)?;
    let between = scene.values[out.earlier].words.end..out.joint;
    let beside = between.into_iter().all(|at| matches!(scene.lower(at), "respectively" | ","));
    out.mention.filter(|_| beside)
}

/// Drafts a claim for the name that takes its verb from before, alone or with what that verb is said of.
pub(super) fn pair_gapped(scene: &Scene<'_>, event: usize, value: usize, drafts: &mut Vec<Draft>) {
    let Some(mention) = gapped_mention(scene, value) else { return };
    let event = &scene.events[event];
    for &fact in scene.facts_of(scene.mentions[mention].subject) {
        if event.signals(scene.cues(fact))
            && wants(&scene.fact(fact).expected, &scene.values[value].reading.value)
        {
            drafts.push(draft(scene, fact, value, mention, event, How::Gapped));
        }
    }
    // "He was awarded the Orm Medal in 1905, and X in 1908": a fact of him and X.
    let subject = scene.mentions[mention].subject;
    for fact in scene.joint() {
        let FactSubject::All(subjects) = &scene.fact(fact).subject else { continue };
        let said_of = scene.subjects_of(event.clause);
        let is_told = |other: &SubjectId| {
            *other == subject || said_of.iter().any(|&it| scene.mentions[it].subject == *other)
        };
        if subjects.contains(&subject)
            && subjects.iter().all(is_told)
            && event.signals(scene.cues(fact))
            && wants(&scene.fact(fact).expected, &scene.values[value].reading.value)
        {
            drafts.push(draft(scene, fact, value, mention, event, How::Gapped));
        }
    }
}
