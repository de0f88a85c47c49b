//! What a denial or a refutation does not reach: what stands between commas before the verb, and a reason of the
//! article's own.
//!
//! It must not know facts or values.

use super::super::parse::ClauseKind;
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
