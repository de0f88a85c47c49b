//! Whether a value may be of something else than the event it stands with: of the nearer thing, of the first noun of a
//! chain, of one time among several, of an office that no fact names.
//!
//! It must not know whether the value is right.

use super::super::event::Event;
use super::super::index::CueId;
use super::super::parse::{ClauseKind, Tag};
use super::super::scene::{Located, Scene};
use super::super::token::is_strange_name;
use crate::lexicon;

/// "a fort in X, established in 1891", "a lodge near X (founded 1891)": the aside may be of what stands in X.
pub(super) fn is_of_nearer_thing(scene: &Scene<'_>, event: &Event, mention: usize) -> bool {
    const REACH: usize = 8;
    let node = &scene.sentence.clauses[event.clause];
    let words = &scene.mentions[mention].words;
    let aside = matches!(node.kind, ClauseKind::Reduced | ClauseKind::Bracket)
        && words.end <= event.words.start;
    let placed = scene.settings[mention]
        .preposition
        .filter(|&at| matches!(scene.lower(at), "in" | "at" | "near" | "outside" | "within"));
    let Some(at) = placed.filter(|_| aside) else { return false };
    let floor = scene.sentence.range.start;
    let noun = at.checked_sub(1).filter(|&noun| noun >= floor);
    let head = noun.is_some_and(|noun| {
        matches!(scene.tag(noun), Some(Tag::Noun | Tag::Name)) && !scene.is_value(noun)
    });
    // "a fort at Mammoth Springs in X", "the oldest hotel in X": a thing told of for the first time, or said to be.
    let told = |at: &usize| {
        matches!(scene.lower(*at), "a" | "an")
            || scene.tag(*at) == Some(Tag::Auxiliary)
            || lexicon::is_be_form(scene.lower(*at))
            || scene.lower(*at) == "the" && *at <= floor + 1
    };
    let start = at.saturating_sub(REACH).max(floor);
    head && (start..at).rev().any(|at| told(&at))
}

/// "the adoption of the roadmap for X's admission in 2023": the date may be of the first noun.
pub(super) fn is_in_chain(scene: &Scene<'_>, event: &Event, value: &Located) -> bool {
    const LONGEST: usize = 9;
    let links = |at: usize| {
        scene.tag(at).is_some_and(Tag::is_nominal)
            || matches!(scene.tag(at), Some(Tag::Determiner | Tag::Possessive))
            || matches!(scene.lower(at), "of" | "for" | "on" | "to")
    };
    let first = |other: &Event| {
        let between = other.words.end..event.words.start;
        other.is_nominal()
            && other.verb.is_none()
            && !other.cues.is_empty()
            && other.words.end < event.words.start
            && between.len() <= LONGEST
            && matches!(scene.lower(other.words.end), "of" | "for" | "on")
            && between.into_iter().all(links)
    };
    event.is_nominal() && event.words.end <= value.words.start && scene.events.iter().any(first)
}

/// Whether a noun is the object of "had", "saw".
pub(super) fn is_had(scene: &Scene<'_>, event: &Event) -> bool {
    let Some(verb) = scene.sentence.clauses[event.clause].verb else { return false };
    let verb = &scene.sentence.verbs[verb];
    verb.range.end <= event.words.start
        && matches!(
            scene.lower(verb.head),
            "had" | "has" | "have" | "saw" | "sees" | "gave" | "made" | "paid"
        )
}

/// "was elected president of the ANC": an election to what no fact names may be another.
pub(super) fn is_office_elsewhere(scene: &Scene<'_>, event: &Event) -> bool {
    const OFFICES: &[&str] = &["elected", "appointed"];
    const REACH: usize = 6;
    let office = event.cues.iter().any(|hit| match hit.id {
        CueId::Family(family) => OFFICES.contains(&lexicon::families()[family].name),
        CueId::Own(_) => false,
    });
    let of = (event.words.end..event.words.end + REACH).find(|&at| scene.lower(at) == "of");
    office
        && of.is_some_and(|of| {
            let name = of + 1 + usize::from(scene.lower(of + 1) == "the");
            (event.words.end..of).all(|at| scene.tag(at).is_some_and(Tag::is_nominal))
                && scene.sentence.range.contains(&name)
                && is_strange_name(scene.parse, &scene.mentions, name)
                && !lexicon::is_country_or_demonym(&[scene.lower(name)])
        })
}
