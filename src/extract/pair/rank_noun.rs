//! The noun that an ordinal counts, and what makes another count of it: "the fourth mayor", "the second *biggest*
//! maker", "the third bridge *built in stone*".
//!
//! It must not know of what the two are said.

use std::ops::Range;

use super::super::claim::Doubt;
use super::super::event::Event;
use super::super::parse::Tag;
use super::super::scene::{Located, Scene};
use super::super::token::{is_hyphen, is_possessive_pronoun, is_quote};
use super::ordinal::SERIES;
use crate::rules::{Expected, FactId};

/// How far a counted noun may stand from its ordinal.
const REACH: usize = 5;

/// The noun an ordinal counts: of a series, or one that a cue of the fact names. "The fifth episode of the third
/// season" counts seasons with its third alone.
pub(super) fn noun(scene: &Scene<'_>, fact: FactId, start: usize) -> Option<Range<usize>> {
    let cues = scene.cues(fact);
    // "the second of six children", of a fact about which "of six children"
    let at_once = |event: &&Event| event.words.start == start && event.is_nominal();
    if scene.lower(start) == "of"
        && let Some(event) = scene.events.iter().filter(at_once).find(|it| it.signals(cues))
    {
        return Some(event.words.clone());
    }
    let whole = |at: &usize| {
        scene.is_value(*at) || matches!(scene.tag(*at), Some(Tag::Determiner | Tag::Possessive))
    };
    let past = start + 1 + (start + 1..start + REACH).take_while(whole).count();
    let of_several = scene.lower(start) == "of" && past > start + 1;
    let start = if of_several { past } else { start };
    let end = (start..start + REACH).find(|&at| !is_inside(scene, at)).unwrap_or(start + REACH);
    for at in start..end {
        let named = |event: &&Event| {
            let whole = event.verb.is_none_or(|verb| {
                event.words.start < scene.sentence.verbs[verb].range.start
                    || event.words.start == at && scene.tag(at + 1) == Some(Tag::Noun)
            });
            event.words.start >= start && event.words.contains(&at) && whole && event.signals(cues)
        };
        if let Some(event) = scene.events.iter().find(named) {
            return Some(event.words.clone());
        }
        if SERIES.contains(&scene.lower(at)) && is_of_series(scene, fact, at) {
            return Some(at..at + 1);
        }
        // "In its first week X reached": it counts weeks.
        if matches!(scene.lower(at), "week" | "day" | "month" | "weekend" | "night" | "hour") {
            return None;
        }
    }
    None
}

/// Whether a noun of series counts what a fact is about: of a fact with a noun of its own ("novel", "highest rated
/// show") it counts another thing, and "for the fifth time" counts what the verb says.
fn is_of_series(scene: &Scene<'_>, fact: FactId, at: usize) -> bool {
    let asked = scene.fact(fact);
    let of_series = |cue: &String| {
        // "episode of the ninth season" asks for episodes.
        let head = cue.split(" of ").next().unwrap_or(cue);
        SERIES.contains(&head.rsplit(' ').next().unwrap_or(head))
    };
    let clause = scene.sentence.clause_of(at);
    let said = || {
        scene.events.iter().any(|event| {
            event.verb.is_some() && event.clause == clause && event.signals(scene.cues(fact))
        })
    };
    let is_time = scene.lower(at) == "time";
    matches!(asked.expected, Expected::Editions(_))
        || scene.is_bare(fact)
        || said()
        || !is_time
            && (!asked.predicate.builtin.is_empty() || asked.predicate.cues.iter().any(of_series))
}

/// Words between an ordinal and its noun: "second *most watched* show", "third *solo* album", "fifth *and last* king".
fn is_inside(scene: &Scene<'_>, at: usize) -> bool {
    let nominal = scene.tag(at).is_some_and(Tag::is_nominal);
    nominal
        || is_hyphened(scene, at)
        || is_quoted(scene, at)
        || matches!(scene.tag(at), Some(Tag::Adverb | Tag::Verb))
        || matches!(scene.lower(at), "most" | "least")
        || scene.lower(at) == "and"
            && matches!(
                scene.lower(at + 1),
                "last" | "final" | "penultimate" | "current" | "latest"
            )
}

/// "largest", "most": what is ranked, and not counted.
fn is_superlative(lower: &str) -> bool {
    lower.len() > 4 && lower.ends_with("est")
        || matches!(lower, "most" | "least" | "best" | "worst" | "favourite" | "favorite")
}

/// "the town's fourth mayor" from "the" on, "its fourth mayor" from "its" on.
pub(super) fn phrase_start(scene: &Scene<'_>, ordinal: usize) -> usize {
    const LONGEST: usize = 5;
    let before = ordinal.wrapping_sub(1);
    if scene.tag(before) == Some(Tag::Possessive) || matches!(scene.lower(before), "'" | "’") {
        let floor = before.saturating_sub(LONGEST);
        let inside = |at: &usize| {
            scene.tag(*at).is_some_and(Tag::is_nominal) || scene.lower(*at).ends_with("ing")
        };
        let owner = (floor..before).rev().take_while(inside).last().unwrap_or(before);
        let the = owner.wrapping_sub(1);
        return if scene.tag(the) == Some(Tag::Determiner) { the } else { owner };
    }
    let determined =
        scene.tag(before) == Some(Tag::Determiner) || is_possessive_pronoun(scene.lower(before));
    if determined { before } else { ordinal }
}

/// What says that an ordinal may count another thing than the fact asks for: "the second *biggest* maker" is no
/// second maker.
pub(super) fn doubt(scene: &Scene<'_>, value: &Located, noun: &Range<usize>) -> Option<Doubt> {
    if (value.words.end..noun.start).any(|at| is_superlative(scene.lower(at))) {
        return Some(Doubt::Loose);
    }
    let ranked = noun.clone().any(|at| is_superlative(scene.lower(at)));
    // "his second record on vinyl", but "the second biggest on the coast, after Keld"
    let beside = !ranked && matches!(scene.lower(noun.end), "on" | "after" | "before");
    // "episode of the third season" says itself within what it counts.
    let told = noun.clone().any(|at| matches!(scene.lower(at), "of" | "in" | "overall"));
    // "the fourth single from Rated R *to be released in Norland*"
    let named = |at: &usize| scene.tag(*at) == Some(Tag::Name) || is_quoted(scene, *at);
    let end = (noun.end..scene.sentence.range.end).find(|at| !named(at)).unwrap_or(noun.end);
    let limited = beside
        || is_restricted(scene, end)
        || is_first_since(scene, value)
        || !told && is_of_some(scene, noun.end);
    limited.then_some(Doubt::Limited)
}

/// "the first poet to read there since Ada Moss": there were others before.
fn is_first_since(scene: &Scene<'_>, value: &Located) -> bool {
    let clause = scene.sentence.clause_of(value.words.start);
    scene.lower(value.words.start) == "first"
        && (value.words.end..scene.sentence.range.end).any(|at| {
            scene.lower(at) == "since"
                && (scene.sentence.clause_of(at) == clause
                    || scene.sentence.clauses[scene.sentence.clause_of(at)].parent == Some(clause))
        })
}

/// "the third mayor *to resign*", "his third film *with* Ada Moss", "the third bridge *built* in stone": some of what
/// the noun names.
fn is_restricted(scene: &Scene<'_>, end: usize) -> bool {
    matches!(
        scene.lower(end),
        "to" | "that"
            | "who"
            | "which"
            | "with"
            | "under"
            | "since"
            | "without"
            | "outside"
            | "not"
            | "other"
            | "for"
    ) || scene.tag(end) == Some(Tag::Verb) && is_participle(scene, end)
        || scene.lower(end) == "in" && scene.is_value(end + 1)
}

/// "the second single *from the album*", "the fourth episode *of the season*", "the ninth episode *overall*": counted
/// within another whole than the fact may mean.
fn is_of_some(scene: &Scene<'_>, end: usize) -> bool {
    const LONGEST: usize = 5;
    let within = |at: usize| {
        matches!(
            scene.lower(at),
            "season"
                | "series"
                | "album"
                | "year"
                | "decade"
                | "century"
                | "month"
                | "tour"
                | "run"
        )
    };
    match scene.lower(end) {
        "from" | "off" | "overall" => true,
        "of" | "in" => {
            let inside = |at: &usize| {
                scene.is_value(*at)
                    || scene.tag(*at).is_some_and(Tag::is_nominal)
                    || matches!(scene.tag(*at), Some(Tag::Determiner | Tag::Possessive))
            };
            (end + 1..end + 1 + LONGEST).take_while(inside).any(within)
        }
        _ => false,
    }
}

/// "the third bridge *built* there", "the second song *written* for it".
fn is_participle(scene: &Scene<'_>, at: usize) -> bool {
    let verb = scene.sentence.verbs.iter().find(|verb| verb.range.start == at);
    verb.is_some_and(|verb| {
        verb.range.len() == 1
            && (verb.passive || verb.ambiguous || scene.lower(at).ends_with("ing"))
    })
}

pub(super) fn is_quoted(scene: &Scene<'_>, at: usize) -> bool {
    scene.sentence.range.contains(&at) && is_quote(scene.parse, at)
}

fn is_hyphened(scene: &Scene<'_>, at: usize) -> bool {
    scene.sentence.range.contains(&at) && is_hyphen(scene.parse, at)
}
