//! Dates that belong to a noun and not to a verb: "the accord of 2016", "the 2016 accord", "today's vote".
//!
//! It must not know facts.

use super::super::parse::Tag;
use super::super::scene::{Located, Scene};
use super::owner::{How, Owner};
use super::owner_phrase::owned_by_date;

/// "the accord of 2016", "the 2016 accord": the value belongs to the noun it stands with.
pub(super) fn attributive(scene: &Scene<'_>, value: &Located) -> Option<Owner> {
    let at = value.words.start;
    if scene.lower(at.wrapping_sub(1)) == "of" && at >= scene.sentence.range.start + 2 {
        let noun = at - 2;
        // "the Norland election of 2024": the noun is part of a name, and no event of its own.
        let named = scene.mentions.iter().any(|it| it.words.len() > 1 && it.words.contains(&noun));
        let event = !named && scene.events.iter().any(|event| event.words.contains(&noun));
        let time = matches!(
            scene.lower(noun),
            "night"
                | "morning"
                | "hours"
                | "evening"
                | "afternoon"
                | "day"
                | "end"
                | "beginning"
                | "start"
                | "middle"
                | "summer"
                | "winter"
                | "spring"
                | "autumn"
                | "fall"
                | "month"
                | "week"
                | "weekend"
                | "eve"
        );
        let nominal =
            !time && (scene.tag(noun).is_some_and(Tag::is_nominal) || scene.lower(noun) == ")");
        if nominal && !event {
            return Some(Owner::After(at - 1));
        }
    }
    let next = value.words.end;
    if let Some(event) = owned_by_date(scene, value) {
        return Some(Owner::Event { event, how: How::Premodifies });
    }
    // "today's guilty verdicts"
    if scene.tag(next) == Some(Tag::Possessive) && scene.lower(at) == "today" {
        return Some(Owner::Clause(scene.sentence.clause_of(at)));
    }
    let determined =
        (scene.sentence.range.start..at).rev().take(3).find_map(|i| match scene.tag(i) {
            Some(Tag::Determiner | Tag::Possessive) => Some(true),
            Some(Tag::Noun) => None,
            _ => Some(false),
        });
    let noun_follows = matches!(scene.tag(next), Some(Tag::Noun | Tag::Name))
        || scene.mentions.iter().any(|mention| mention.words.start == next);
    let event = scene.events.iter().any(|event| {
        event.is_nominal()
            && event.words.start >= next
            && event.words.start < next + 4
            && (next..event.words.start).all(|i| scene.tag(i).is_some_and(Tag::is_nominal))
    });
    (determined == Some(true) && noun_follows && !event).then_some(Owner::Before(next))
}
