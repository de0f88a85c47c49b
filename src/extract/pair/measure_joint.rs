//! Quantities of several subjects together: "A's stake in B is 12 per cent".
//!
//! It must not know whether a quantity is right.

use super::super::claim::Doubt;
use super::super::parse::ClauseKind;
use super::super::scene::{Draft, Scene};
use super::measure::{evidence, push};
use super::measure_kind::wanted;
use super::rival::{is_of_other_partner, stands_by};
use crate::rules::{FactId, FactSubject, SubjectId};

/// Drafts a claim for each fact about several subjects whose cue ties the value to them.
pub(super) fn joint(scene: &Scene<'_>, value: usize, drafts: &mut Vec<Draft>) {
    for fact in scene.joint() {
        let FactSubject::All(subjects) = &scene.fact(fact).subject else { continue };
        let named: Option<Vec<usize>> =
            subjects.iter().map(|s| scene.mentions.iter().position(|m| m.subject == *s)).collect();
        if let Some(named) = named
            && let Some(&first) = named.first()
            && wanted(scene, fact, &scene.values[value])
            && (evidence(scene, fact, value).is_some()
                || reaches_partner(scene, fact, value, &named))
            && !is_of_other_partner(scene, value, &named)
        {
            let n_before = drafts.len();
            push(scene, fact, value, first, "quantity", drafts);
            // "A and B keys are 16 feet wide, while C keys are narrower"
            // "sales of A to B rose, thanks to 25,790 tonnes of mutton": a bare fact's quantity may be anything's.
            if scene.is_bare(fact) || !named_with(scene, value, subjects) {
                drafts[n_before..].iter_mut().for_each(|draft| draft.doubt = Some(Doubt::Loose));
            }
        }
    }
}

/// Whether each of the subjects is named in the clause of a value, or in the one that this belongs to.
fn named_with(scene: &Scene<'_>, value: usize, subjects: &[SubjectId]) -> bool {
    let clauses = &scene.sentence.clauses;
    let clause = scene.sentence.clause_of(scene.values[value].words.start);
    let within = |inner: usize, outer: usize| {
        let aside = matches!(
            clauses[inner].kind,
            ClauseKind::Bracket | ClauseKind::Relative | ClauseKind::Reduced
        );
        aside && clauses[inner].parent == Some(outer)
    };
    let with = |at: usize| {
        let other = scene.sentence.clause_of(at);
        other == clause || within(clause, other) || within(other, clause)
    };
    let named = |&subject: &SubjectId| {
        scene.mentions.iter().any(|it| it.subject == subject && with(it.words.start))
    };
    subjects.iter().all(named)
}

/// "raised $54m in its A and $12m in its B": the cue reaches over one partner's value to another's.
fn reaches_partner(scene: &Scene<'_>, fact: FactId, value: usize, partners: &[usize]) -> bool {
    let located = &scene.values[value];
    let clause = scene.sentence.clause_of(located.words.start);
    let signalled = scene.events.iter().any(|event| {
        event.signals(scene.cues(fact))
            && event.clause == clause
            && event.words.end <= located.words.start
    });
    signalled && partners.iter().any(|&partner| stands_by(scene, located, partner))
}
