//! Counts of what something was done with, of a fact about how much there is.
//!
//! It must not know whether the count is right.

use super::super::scene::{Draft, Scene};
use crate::lexicon;

/// "exported 11.5 million bags", of a fact about the bags that are in stock: what was done with them is no cue of it.
pub(super) fn is_of_other_act(scene: &Scene<'_>, draft: &Draft, value: usize) -> bool {
    const HAVING: &[&str] = &[
        "have",
        "own",
        "hold",
        "count",
        "number",
        "employ",
        "operate",
        "run",
        "contain",
        "comprise",
        "include",
        "boast",
        "feature",
        "house",
        "seat",
        "accommodate",
        "serve",
        "offer",
        "maintain",
        "keep",
        "use",
        "carry",
        "field",
        "total",
        "consist",
        "get",
        "list",
        "show",
        "span",
        "enrol",
        "enroll",
        "recruit",
        "randomise",
        "randomize",
        "involve",
        "study",
        "treat",
    ];
    let predicate = &scene.fact(draft.fact).predicate;
    draft.construction == "counted noun"
        && predicate.builtin.is_empty()
        && !predicate.cues.is_empty()
        && scene.sentence.verbs.iter().any(|verb| {
            let near = verb.range.end <= value && value - verb.range.end <= 2;
            let head = scene.lower(verb.head);
            near && !lexicon::is_be_form(head) && !lexicon::is_form_of_any(head, HAVING)
        })
}
