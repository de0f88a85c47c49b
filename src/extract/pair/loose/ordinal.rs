//! Places in a row beside the cue of a fact: "came home in seventh place", "their best result of third", "reached
//! number 23", "voted the town's twelfth favourite".
//!
//! It must not know whether a place is right.

use super::super::super::claim::Stated;
use super::super::super::event::Event;
use super::super::super::scene::{Draft, Located, Scene};
use super::super::super::token::is_strange_name;
use super::super::rank::rank;
use super::InScope;
use crate::rules::{Expected, FactId};
use crate::source::Span;
use crate::text::WordKind;
use crate::value::numeral;
use crate::value::ordinal::Ordinal;
use crate::value::{Comparator, Reading, Value};

/// The reading of "number 23".
const NUMBERED: &str = "number";

/// Drafts a claim for every place that stands with the cue of a fact in scope.
pub(super) fn pair(
    scene: &Scene<'_>,
    facts: &[InScope],
    taken: &[(FactId, Span)],
    drafts: &mut Vec<Draft>,
) {
    let ordinal = |it: &&InScope| matches!(scene.fact(it.0).expected, Expected::Ordinal(_));
    let mut facts = facts.iter().filter(ordinal).peekable();
    if facts.peek().is_none() {
        return;
    }
    let places = places(scene);
    for &(fact, subject) in facts.filter(|_| !places.is_empty()) {
        said(scene, fact, subject, &places, taken, drafts);
    }
}

fn said(
    scene: &Scene<'_>,
    fact: FactId,
    subject: Option<Span>,
    places: &[Located],
    taken: &[(FactId, Span)],
    drafts: &mut Vec<Draft>,
) {
    for value in places {
        let reading = value.reading.clone();
        let span = scene.source(reading.span);
        let free = !taken.iter().any(|(other, it)| *other == fact && it.overlaps(span));
        let Some(cue) = with_cue(scene, fact, value).filter(|_| free) else { continue };
        if subject.is_none() && has_stranger(scene, value) {
            continue;
        }
        let clause = scene.sentence.clause_of(value.words.start);
        let own = reading.span;
        let draft = scene.draft(fact, own, Stated::Reading(reading), "loose link", clause);
        drafts.push(Draft { subject, cue: Some(cue.words.clone()), ..draft });
    }
}

/// The places in a sentence: "seventh", "number 23", "No. 4".
fn places(scene: &Scene<'_>) -> Vec<Located> {
    let ordinal = |value: &&Located| matches!(value.reading.value, Value::Ordinal(_));
    let mut found: Vec<Located> = scene.values.iter().filter(ordinal).cloned().collect();
    found.extend(scene.sentence.range.clone().filter_map(|at| numbered(scene, at)));
    found
}

/// "number *23*", "No. *4*", "#*1*".
fn numbered(scene: &Scene<'_>, at: usize) -> Option<Located> {
    let before = at.checked_sub(1)?;
    let called = match scene.lower(before) {
        "number" | "no" | "no." | "#" => true,
        "." | "-" => matches!(scene.lower(before.wrapping_sub(1)), "no" | "number"),
        _ => false,
    };
    let word = scene.parse.words.get(at).filter(|_| called)?;
    let rank = match word.kind {
        WordKind::Digits => word.raw.parse().ok(),
        _ => in_words(&word.lower),
    };
    let rank = rank.filter(|&rank| rank > 0)?;
    let reading = Reading {
        span: word.span,
        value: Value::Ordinal(Ordinal { rank }),
        comparator: Comparator::Exactly,
        pattern: NUMBERED,
    };
    Some(Located { reading, words: at..at + 1 })
}

/// "one", "eighteen".
fn in_words(word: &str) -> Option<u64> {
    let scan = numeral::scan(word);
    let whole = scan.numerals.first().map(|numeral| numeral.amount.low)?;
    (whole.fract() == 0.0 && (1.0..100.0).contains(&whole)).then_some(whole as u64)
}

/// The cue of a fact that an ordinal counts, or that stands right before it.
fn with_cue<'s>(scene: &'s Scene<'_>, fact: FactId, value: &Located) -> Option<&'s Event> {
    const REACH: usize = 4;
    let start = value.words.start;
    let is_small = |at: usize| {
        matches!(
            scene.lower(at),
            "in" | "at"
                | "of"
                | "the"
                | "a"
                | "as"
                | "up"
                | "to"
                | "number"
                | "no"
                | "no."
                | "#"
                | "."
                | ":"
                | ","
                | "joint"
                | "equal"
                | "place"
                | "position"
                | "only"
                | "home"
        )
    };
    let signals = |event: &&Event| event.signals(scene.cues(fact));
    let before = |event: &&Event| {
        let end = event.words.end;
        end <= start && start <= end + REACH && (end..start).all(is_small)
    };
    let first = matches!(value.reading.value, Value::Ordinal(Ordinal { rank: 1 }))
        && value.reading.pattern != NUMBERED;
    // "the first mayor" agrees by chance.
    let counted = || {
        let counts = !first && rank(scene, fact, value).is_some();
        let near = |event: &&Event| {
            counts
                && event.words.start >= value.words.end
                && event.words.start <= value.words.end + REACH
        };
        scene.events.iter().filter(signals).find(near)
    };
    let said = scene.events.iter().filter(signals).find(before);
    said.or_else(counted)
}

/// Whether a name that no fact knows stands before a value in its clause: the place may be its own.
fn has_stranger(scene: &Scene<'_>, value: &Located) -> bool {
    let clause = scene.sentence.clause_of(value.words.start);
    (scene.sentence.range.start..value.words.start)
        .filter(|&at| scene.sentence.clause_of(at) == clause)
        .any(|at| is_strange_name(scene.parse, &scene.mentions, at))
}
