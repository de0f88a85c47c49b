//! Counts of people: whose number a count may be, and what says that they are the dead.
//!
//! It must not know whether the number is right.

use super::super::scene::{Located, Scene};
use super::measure_link::noun_of;
use crate::lexicon;
use crate::rules::{FactId, FactSubject};
use crate::value::number;

/// "with the loss of 14 lives", "claimed 14 lives", of a fact about the dead.
pub(super) fn is_toll(scene: &Scene<'_>, fact: FactId, value: &Located) -> bool {
    let lives = noun_of(scene, value).is_some_and(|noun| scene.lower(noun) == "lives");
    let dead = scene
        .fact(fact)
        .predicate
        .cues
        .iter()
        .any(|cue| lexicon::companions(cue).contains(&"lives lost"))
        || scene.fact(fact).predicate.builtin.contains(&"died");
    let before = value.words.start.wrapping_sub(1);
    let lost = scene.lower(before) == "of" && scene.lower(before.wrapping_sub(1)) == "loss";
    let taken = lexicon::is_form_of_any(scene.lower(before), &["claim", "cost", "take"]);
    lives && dead && (lost || taken)
}

/// Whether a fact counts people in a way that needs its cue: the subject has them also in another.
pub(super) fn counts_people_somehow(scene: &Scene<'_>, fact: FactId) -> bool {
    let people = |id: FactId| {
        let unit = scene.fact(id).expected.number().and_then(|number| number.unit.as_ref());
        unit.is_some_and(number::ExpectedUnit::is_people)
    };
    let FactSubject::One(subject) = scene.fact(fact).subject else { return false };
    people(fact) && scene.facts_of(subject).iter().any(|&other| other != fact && people(other))
}
