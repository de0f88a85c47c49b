//! Counts of what something was done with, of a fact about how much there is.
//!
//! It must not know whether the count is right.

use super::super::parse::Tag;
use super::super::scene::{Draft, Scene};
use crate::lexicon;

/// "needs 40 seats", "can handle 12 million passengers": what is not there, or need not be.
pub(super) fn is_not_had(scene: &Scene<'_>, draft: &Draft, value: usize) -> bool {
    const LACKING: &[&str] = &["need", "require", "lack", "want", "seek", "demand"];
    const HOLDING: &[&str] = &["capacity", "hold", "seat", "room", "accommodat", "maximum", "can "];
    // "The Greens need 40 seats": an auxiliary to look at.
    let floor = scene.sentence.range.start.max(value.saturating_sub(3));
    if (floor..value).any(|at| matches!(scene.lower(at), "need" | "needs")) {
        return true;
    }
    let clause = scene.sentence.clause_of(value);
    let Some(verb) = scene.sentence.clauses[clause].verb else { return false };
    let verb = &scene.sentence.verbs[verb];
    let cues = &scene.fact(draft.fact).predicate.cues;
    let asks = |cue: &String| HOLDING.iter().any(|word| cue.contains(word));
    let can = matches!(scene.lower(verb.range.start), "can" | "could") && !cues.iter().any(asks);
    let lacks = lexicon::is_form_of_any(scene.lower(verb.head), LACKING)
        && !scene.is_cue(draft.fact, verb.head);
    verb.range.end <= value && value - verb.range.end <= 4 && !verb.passive && (can || lacks)
}

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

/// "directed Ada Lund in eight films": those with her.
pub(super) fn is_with_somebody(scene: &Scene<'_>, value: usize) -> bool {
    let says_in = value.wrapping_sub(1);
    let verb = scene.sentence.verbs.iter().find(|verb| {
        verb.range.end < says_in
            && (verb.range.end..says_in).all(|at| scene.tag(at) == Some(Tag::Name))
            && !verb.passive
    });
    scene.lower(says_in) == "in" && verb.is_some()
}

/// "Weight without the battery: 17 kg", "the height excluding the mast is 90 m": not all of it.
pub(super) fn is_without_part(scene: &Scene<'_>, draft: &Draft, value: usize) -> bool {
    const NEAR: usize = 8;
    let floor = scene.sentence.range.start.max(value.saturating_sub(NEAR));
    let amount = scene.expected_of(draft).number().is_some();
    amount
        && (floor..value).any(|at| {
            matches!(scene.lower(at), "without" | "excluding")
                && (at..value).all(|it| scene.lower(it) != ",")
        })
}
