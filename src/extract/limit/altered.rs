//! Counts of what comes or goes, "expelled 2 members", and what is no such count: "received eight awards", "received a
//! rating of 7.3".
//!
//! It must not know whether the number is right.

use super::super::parse::Tag;
use super::super::scene::{Draft, Scene};
use crate::lexicon;

/// "sent 4 members", "expelled 2 members": the verb takes some of them.
pub(super) fn is_altered(scene: &Scene<'_>, draft: &Draft, value: usize) -> bool {
    let verb = scene.sentence.verbs.iter().rfind(|verb| verb.range.end <= value);
    verb.is_some_and(|verb| {
        value - verb.range.end <= 3
            && lexicon::alters(scene.lower(verb.head))
            && !is_honour(scene, value)
            && !is_one_amount(scene, draft, verb.range.end, value)
            && !scene.is_cue(draft.fact, verb.head)
            // "dropped to 1,004,800"
            && (verb.range.end..value).all(|at| !matches!(scene.lower(at), "," | "to"))
    })
}

/// "received a rating of 7.3", "gained a 7.3 rating": the one amount of its noun.
fn is_one_amount(scene: &Scene<'_>, draft: &Draft, article: usize, value: usize) -> bool {
    let of = article + 2;
    let noun = match scene.value_at(value) {
        Some(located) if located.words.start == article + 1 => located.words.end,
        _ if scene.lower(of) == "of" && value == of + 1 => article + 1,
        _ => return false,
    };
    matches!(scene.lower(article), "a" | "an")
        && scene.is_cue(draft.fact, noun)
        && !scene.tag(noun + 1).is_some_and(Tag::is_nominal)
}

/// "received eight awards", "gained six nominations": what is given is the thing's for good.
fn is_honour(scene: &Scene<'_>, value: usize) -> bool {
    const LONGEST: usize = 4;
    let end = scene.value_at(value).map_or(value + 1, |it| it.words.end);
    let nominal = |at: &usize| matches!(scene.tag(*at), Some(Tag::Noun | Tag::Name));
    let start = value + 1;
    let last = (start..end.max(start) + LONGEST).take_while(nominal).last();
    last.is_some_and(|noun| {
        matches!(
            scene.lower(noun),
            "award"
                | "awards"
                | "prize"
                | "prizes"
                | "medal"
                | "medals"
                | "trophies"
                | "nomination"
                | "nominations"
                | "doctorates"
        )
    })
}
