//! What a thing did again: its second opening, the premiere of its next generation.
//!
//! It must not know whether the date is right.

use super::super::parse::Tag;
use super::super::scene::{Draft, Scene};
use crate::lexicon;
use crate::rules::Expected;

/// "opened its doors again on 14 October 2012".
pub(super) fn is_again(scene: &Scene<'_>, cue: usize, value: usize) -> bool {
    (cue..value.min(cue + 5)).take_while(|&at| scene.lower(at) != ",").any(|at| {
        matches!(scene.lower(at), "again" | "anew" | "afresh")
            || scene.lower(at) == "once" && scene.lower(at + 1) == "more"
    })
}

/// "X's second generation celebrated its premiere in 2023": not the first one's.
pub(super) fn is_of_generation(scene: &Scene<'_>, cue: usize) -> bool {
    let node = &scene.sentence.clauses[scene.sentence.clause_of(cue)];
    let verb = node.verb.map_or(cue, |verb| scene.sentence.verbs[verb].range.start);
    let later = |at: usize| {
        matches!(
            scene.lower(at),
            "second" | "third" | "fourth" | "fifth" | "next" | "new" | "latest" | "current"
        )
    };
    (node.start..verb.max(cue)).any(|at| {
        matches!(
            scene.lower(at),
            "generation" | "version" | "edition" | "model" | "variant" | "incarnation"
        ) && later(at.wrapping_sub(1))
    })
}

/// "opened with a new deck in 2004", "had first light with that detector on 2 September": so it did again.
pub(super) fn is_with_new_part(scene: &Scene<'_>, draft: &Draft, cue: usize, value: usize) -> bool {
    const AFTER: usize = 6;
    let dated = matches!(scene.fact(draft.fact).expected, Expected::Date(_));
    let end = scene.sentence.range.end.min(value + AFTER);
    dated
        && (cue..end).any(|at| {
            let article =
                matches!(scene.lower(at + 1), "a" | "an" | "its" | "the" | "his" | "their");
            let told = at + 1 + usize::from(article);
            scene.lower(at) == "with"
                && matches!(
                    scene.lower(told),
                    "new"
                        | "that"
                        | "this"
                        | "those"
                        | "these"
                        | "rebuilt"
                        | "restored"
                        | "second"
                        | "improved"
                        | "upgraded"
                        | "different"
                        | "renewed"
                        | "refurbished"
                )
        })
}

/// "Another fire broke out at X", "A fire struck X in 1987": one of perhaps several.
pub(super) fn is_one_of_several(scene: &Scene<'_>, cue: &std::ops::Range<usize>) -> bool {
    const REACH: usize = 4;
    let floor = scene.sentence.range.start;
    let verb = scene.sentence.verbs.iter().find(|verb| verb.range.start >= cue.end);
    let befalls = verb.is_some_and(|verb| {
        verb.range.start <= cue.end + REACH && lexicon::befalls(scene.lower(verb.head))
    });
    let the = (floor..cue.start).rev().take(REACH).take_while(|&at| {
        scene.tag(at) != Some(Tag::Mark) && scene.tag(at) != Some(Tag::Preposition)
    });
    // "the fire that gutted X", "X's fire", "the 1911 fire"
    let mut the = the.filter(|&at| {
        scene.tag(at) == Some(Tag::Possessive)
            || matches!(scene.lower(at), "the" | "that" | "this" | "its" | "his" | "her" | "their")
    });
    let definite = the.next().is_some();
    befalls && !definite
}
