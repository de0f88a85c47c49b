//! What a denial or a refutation does not reach: what stands between commas before the verb, a reason of the article's
//! own, and a second complement with a subject of its own.
//!
//! It must not know facts or values.

use super::super::parse::{ClauseKind, Tag};
use super::super::scene::{Draft, Scene};

/// "Because X was signed in 2020, some dismissed it. They were wrong.": the reason is the article's own.
pub(super) fn is_reason(scene: &Scene<'_>, draft: &Draft) -> bool {
    let node = &scene.sentence.clauses[draft.clause];
    node.kind == ClauseKind::Subordinate
        && matches!(
            scene.lower(node.start),
            "because" | "since" | "although" | "when" | "after" | "before"
        )
}

/// "Ada Moss, the architect of X, never saw it": what stands between commas before the verb is so all the same.
pub(super) fn is_said_in_aside(scene: &Scene<'_>, draft: &Draft, value: usize, at: usize) -> bool {
    let Some(cue) = &draft.cue else { return false };
    let end = cue.end.max(value + 1);
    let start = cue.start.min(value);
    let comma = |range: std::ops::Range<usize>| range.into_iter().any(|i| scene.lower(i) == ",");
    let own = scene.sentence.verbs.iter().any(|verb| (start..end).contains(&verb.head));
    end <= at && comma(start..end) && comma(end..at) && !own
}

/// "and it entered": a coordinate clause with a subject of its own.
pub(super) fn has_own_subject(scene: &Scene<'_>, clause: usize) -> bool {
    let node = &scene.sentence.clauses[clause];
    let Some(verb) = node.verb.map(|verb| scene.sentence.verbs[verb].range.start) else {
        return false;
    };
    (node.start..verb)
        .any(|at| scene.tag(at).is_some_and(Tag::is_nominal) || scene.tag(at) == Some(Tag::Pronoun))
}
