//! Values whose owner or base stands right beside them: "X spends 2 percent and Y only 1 percent", "38
//! percent of that".
//!
//! It must not know whether they would be right of the fact's own subject.

use super::super::pair::same_kind;
use super::super::parse::Tag;
use super::super::scene::{Draft, Located, Scene};
use crate::rules::Expected;

/// Whether a value is another's, whose verb is left out, or a share of something else.
pub(super) fn is_of_other(scene: &Scene<'_>, draft: &Draft, value: usize) -> bool {
    match &scene.fact(draft.fact).expected {
        Expected::Percent(_) => is_of_that(scene, value) || is_anothers(scene, draft, value),
        Expected::Number(_) | Expected::Money(_) => is_anothers(scene, draft, value),
        Expected::Timeline(_) => is_of_that(scene, value) || is_anothers(scene, draft, value),
        _ => false,
    }
}

/// "38 percent of that": of the share that was just told.
fn is_of_that(scene: &Scene<'_>, value: usize) -> bool {
    let Some(located) = scene.values.iter().find(|it| it.words.contains(&value)) else {
        return false;
    };
    let end = located.words.end;
    let base = matches!(scene.lower(end + 1), "that" | "this" | "it");
    // "30 percent of that country's exports"
    scene.lower(end) == "of"
        && base
        && !scene.parse.tags.get(end + 2).is_some_and(|tag| tag.is_nominal())
}

/// "and Y only 1 percent", "; Y just £3 million": a name with a value and no verb, after a like value.
fn is_anothers(scene: &Scene<'_>, draft: &Draft, value: usize) -> bool {
    let Some(index) = scene.values.iter().position(|it| it.words.contains(&value)) else {
        return false;
    };
    let located = &scene.values[index];
    let floor = scene.sentence.range.start;
    let mut end = located.words.start;
    while end > floor
        && matches!(
            scene.lower(end - 1),
            "only"
                | "just"
                | "barely"
                | "some"
                | "about"
                | "a"
                | "mere"
                | "over"
                | "under"
                | "nearly"
        )
    {
        end -= 1;
    }
    let named = |at: &usize| scene.tag(*at) == Some(Tag::Name) && !scene.is_value(*at);
    let Some(start) = (floor..end).rev().take_while(named).last() else { return false };
    let own = scene.mentions.iter().any(|it| {
        it.words.start < end
            && it.words.end > start
            && scene.facts_of(it.subject).contains(&draft.fact)
    });
    let like = |other: &&Located| same_kind(other, located);
    let joined = matches!(scene.lower(start.wrapping_sub(1)), "," | ";" | "and" | "but");
    let after_like = scene.values[..index].iter().rev().find(like).is_some_and(|other| {
        (other.words.end..start).any(|at| matches!(scene.lower(at), "," | ";" | "and" | "but"))
    });
    !own && joined && after_like
}
