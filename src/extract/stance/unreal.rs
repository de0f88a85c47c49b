//! Sentences of what never was: "Had X died in 1918, we should have no clock".
//!
//! It must not know facts or values.

use super::super::parse::Tag;
use super::super::scene::Scene;
use super::super::token;

/// Whether a sentence begins with an inverted condition.
pub(super) fn is_unreal(scene: &Scene<'_>) -> bool {
    let range = scene.sentence.range.clone();
    let start = range.clone().find(|&at| !token::is_quote(scene.parse, at)).unwrap_or(range.start);
    let unreal =
        |at: usize| matches!(scene.lower(at), "would" | "might" | "could" | "should" | "'d");
    let inverted = scene.lower(start) == "had"
        && matches!(scene.tag(start + 1), Some(Tag::Name | Tag::Pronoun | Tag::Determiner))
        && !range.clone().any(|at| scene.lower(at) == "?");
    // "... a building; had X moved there"
    let inner = || {
        range.clone().skip(1).any(|at| {
            matches!(scene.lower(at - 1), ";" | "," | ":" | "and" | "but")
                && matches!(scene.lower(at), "had" | "were" | "should")
                && matches!(scene.tag(at + 1), Some(Tag::Name | Tag::Pronoun | Tag::Determiner))
        })
    };
    let opens = matches!(scene.lower(start), "had" | "were" | "should");
    (opens || inner()) && range.clone().any(unreal) || inverted
}
