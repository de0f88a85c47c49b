//! Verbs that say nothing of their own: "the signing took place in 2016", "construction lasted seven years", "It
//! took seven years to build X". What they stand with is the event.

use super::super::scene::{Located, Scene};
use super::owner::{How, Owner, is_period};
use crate::value::Value;

/// Verbs that only say that an event took its place in time.
const LIGHT: &[&str] = &[
    "took",
    "takes",
    "take",
    "taken",
    "happened",
    "occurred",
    "came",
    "comes",
    "followed",
    "was",
    "were",
    "is",
    "are",
    "been",
    "dates",
    "dated",
    "fell",
    "falls",
    "went",
    "goes",
    "began",
    "held",
    "saw",
    "achieved",
    "achieves",
    "witnessed",
    "marked",
    "brought",
    "had",
    "has",
    "have",
    "hold",
    "holds",
    "made",
    "paid",
    "gave",
];

/// Verbs that say how long an event went on.
const LASTING: &[&str] = &[
    "lasted",
    "lasts",
    "ran",
    "runs",
    "continued",
    "continues",
    "stretched",
    "spanned",
    "extended",
    "dragged",
];

/// "the signing took place in 2016", "2016 saw the signing": the noun is the event.
pub(super) fn light(scene: &Scene<'_>, event: usize, value: &Located) -> Vec<Owner> {
    let this = &scene.events[event];
    let head = scene.lower(this.head);
    let lasts = is_period(value) || matches!(value.reading.value, Value::Duration(_));
    if this.is_nominal() || !(LIGHT.contains(&head) || lasts && LASTING.contains(&head)) {
        return Vec::new();
    }
    let seeing = matches!(
        scene.lower(this.head),
        "saw"
            | "achieved"
            | "achieves"
            | "witnessed"
            | "marked"
            | "brought"
            | "held"
            | "had"
            | "holds"
            | "hold"
            | "made"
            | "paid"
            | "gave"
    );
    scene
        .events
        .iter()
        .enumerate()
        .filter(|(_, other)| other.is_nominal() && other.clause == this.clause)
        .filter(|(_, other)| {
            if seeing {
                other.words.start >= this.words.end && other.words.start <= this.words.end + 4
            } else {
                other.words.end <= this.words.start
            }
        })
        .map(|(event, _)| Owner::Event { event, how: How::Light })
        .collect()
}

/// "It took seven years to build X", "X took seven years to build".
pub(super) fn taken_to(scene: &Scene<'_>, value: &Located) -> Option<Owner> {
    let start = value.words.end + 1;
    let takes = scene.sentence.verbs.iter().any(|verb| {
        matches!(scene.lower(verb.head), "took" | "takes" | "taken" | "take")
            && verb.range.end <= value.words.start
            && (verb.range.end..value.words.start)
                .all(|at| crate::lexicon::is_hedge(scene.lower(at)))
    });
    let infinitive = takes && scene.lower(value.words.end) == "to";
    let event = scene.events.iter().position(|event| event.verb.is_some() && event.head == start);
    event.filter(|_| infinitive).map(|event| Owner::Event { event, how: How::Light })
}
