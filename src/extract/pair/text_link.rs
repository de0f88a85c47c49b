//! Whether a text fills the slot of a noun: "the capital of X is Y", "Y, X's capital,", "its Y headquarters",
//! but not "from Y to X's capital".
//!
//! It must not know whether the text is right.

use std::ops::Range;

use super::super::event::Event;
use super::super::parse::Tag;
use super::super::scene::Scene;
use crate::lexicon;

/// Whether a text, known by its words, is said to be what a noun names.
pub(super) fn is_named_by(scene: &Scene<'_>, event: &Event, text: &Range<usize>) -> bool {
    if text.start >= event.words.end {
        return follows(scene, event, text);
    }
    text.end == event.words.start && !is_parted_from(scene, text.start)
        || precedes(scene, event, text)
}

/// Whether what stands right before a noun may make another kind of it: "its European headquarters", "the
/// cheese capital".
pub(super) fn is_of_kind(scene: &Scene<'_>, event: &Event, text: &Range<usize>) -> bool {
    let start = event.words.start;
    let Some(at) = start.checked_sub(1).filter(|&at| at >= scene.sentence.range.start) else {
        return false;
    };
    let known = text.contains(&at)
        || scene.mentions.iter().any(|mention| mention.words.contains(&at))
        || scene.events.iter().any(|other| other.words.contains(&at))
        || scene.is_value(at);
    let word = scene.lower(at);
    !known
        && matches!(scene.tag(at), Some(Tag::Noun | Tag::Name))
        && at > scene.sentence.range.start
        && !lexicon::is_plain_modifier(word)
}

/// "the capital of X is Y", "headquarters in Y", "the architect, Y,".
fn follows(scene: &Scene<'_>, event: &Event, text: &Range<usize>) -> bool {
    const LINKS: &[&str] = &[
        "in", "at", "of", "under", "to", "as", "by", "on", ":", "the", "a", "an", "called",
        "named", "being", "located", "situated", "both", "=", "'s", "’s", "and",
    ];
    let between = event.words.end..text.start;
    let own = |at: usize| scene.mentions.iter().any(|mention| mention.words.contains(&at));
    let mut comma = false;
    for at in between.clone() {
        let lower = scene.lower(at);
        match scene.tag(at) {
            _ if own(at) || scene.is_value(at) => {}
            Some(Tag::Auxiliary | Tag::Adverb | Tag::Determiner | Tag::Possessive) => {}
            Some(Tag::Mark) if matches!(lower, "," | "(" | "—" | "–" | "-") => comma = true,
            Some(Tag::Mark) if super::super::token::is_quote(scene.parse, at) => {}
            Some(Tag::Verb) if lexicon::is_be_form(lower) => comma = false,
            // "the capital, north of Y,"
            Some(Tag::Preposition) if comma => return false,
            _ if LINKS.contains(&lower) || is_state(lower) => {}
            // "the architect, the young Y,": titles and what describes the one named.
            Some(Tag::Noun) if comma || at + 2 >= text.start => {}
            _ => return false,
        }
    }
    let is = between.clone().any(|at| scene.tag(at) == Some(Tag::Auxiliary));
    // "the capital and Y are flooded", but "the capital and largest city is Y"
    if !is && between.clone().any(|at| scene.lower(at) == "and") {
        return false;
    }
    !comma || is || is_closed(scene, text.end)
}

/// "Y is the capital of X", "Y, X's capital,", "Y (the capital)".
fn precedes(scene: &Scene<'_>, event: &Event, text: &Range<usize>) -> bool {
    let own = |at: usize| scene.mentions.iter().any(|mention| mention.words.contains(&at));
    let between = text.end..event.words.start;
    let apposed = matches!(scene.lower(text.end), "," | "(" | "—" | "–");
    let linked = between.clone().any(|at| {
        matches!(scene.tag(at), Some(Tag::Auxiliary))
            || matches!(scene.lower(at), "as" | "became" | "becomes" | "remains" | "serves")
    });
    let early = between.clone().any(|at| {
        matches!(scene.lower(at), "once" | "formerly" | "previously" | "former" | "then" | "later")
    });
    (apposed || linked)
        && !early
        && between.clone().all(|at| {
            let lower = scene.lower(at);
            own(at)
                || matches!(
                    scene.tag(at),
                    Some(
                        Tag::Auxiliary
                            | Tag::Adverb
                            | Tag::Determiner
                            | Tag::Possessive
                            | Tag::Noun
                            | Tag::Name
                            | Tag::Pronoun
                    )
                )
                || matches!(lower, "," | "(" | "—" | "–" | "-" | "as" | "remains" | "serves")
                || matches!(lower, "became" | "becomes" | "who" | "which" | "and")
        })
}

/// Verbs and participles of being somewhere.
fn is_state(lower: &str) -> bool {
    matches!(lower, "lies" | "lie" | "sits" | "stands" | "moved" | "based" | "remains" | "became")
}

/// "moved from the GPL licence", "compatible with the GPL licence": what something else is.
fn is_parted_from(scene: &Scene<'_>, text: usize) -> bool {
    let the = usize::from(matches!(scene.lower(text.wrapping_sub(1)), "the" | "a" | "an"));
    let at = text.wrapping_sub(1 + the);
    match scene.lower(at) {
        "from" | "than" | "unlike" | "like" | "against" | "without" => true,
        "with" | "to" => scene.tag(at.wrapping_sub(1)) == Some(Tag::Noun),
        _ => false,
    }
}

fn is_closed(scene: &Scene<'_>, end: usize) -> bool {
    matches!(scene.lower(end), "," | "." | ")" | ";" | ":" | "—" | "–" | "-" | "")
        || scene.lower(end) == "and"
}
