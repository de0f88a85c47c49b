//! Texts that say who made a thing or where it is based, without a noun for it: "X by Y", "Y's X", "Y designed X",
//! "X (Y, 2022)", "Y-based X".
//!
//! It must not know whether the text is right.

use std::ops::Range;

use super::super::event::Event;
use super::super::mention::MentionKind;
use super::super::parse::Tag;
use super::super::scene::Scene;
use crate::lexicon;
use crate::rules::FactId;

/// "Ilse Corrigan's X", "Ilse Corrigan's novel X": the work of who made it.
pub(super) fn is_makers(scene: &Scene<'_>, fact: FactId, mention: usize, text_end: usize) -> bool {
    let start = scene.mentions[mention].words.start;
    let quote = |at: usize| super::super::token::is_quote(scene.parse, at);
    let makes = |cue: &String| lexicon::asks_for_author(cue);
    scene.tag(text_end) == Some(Tag::Possessive)
        && (text_end + 1..text_end + 4).contains(&start)
        && (text_end + 1..start).all(|at| scene.tag(at) == Some(Tag::Noun) || quote(at))
        && scene.fact(fact).predicate.cues.iter().any(makes)
}

/// "X by Ilse Corrigan", "X, the novel by Ilse Corrigan", of a fact whose cue is "by".
pub(super) fn is_byline(scene: &Scene<'_>, fact: FactId, mention: usize, text: usize) -> bool {
    const REACH: usize = 4;
    let end = scene.settings[mention].end;
    let by = text.wrapping_sub(1);
    let comma = usize::from(scene.lower(end) == ",");
    // "X, a novel by", "X is a novel by"
    let said = comma == 1 || lexicon::is_be_form(scene.lower(end));
    let phrase = said
        && matches!(scene.lower(end + 1), "the" | "a" | "an")
        && (end + 1..=end + 1 + REACH).contains(&by)
        && (end + 2..by).all(|at| scene.tag(at) == Some(Tag::Noun));
    let makes = |cue: &String| cue == "by" || lexicon::asks_for_author(cue);
    scene.fact(fact).predicate.cues.iter().any(makes)
        && scene.lower(by) == "by"
        && (by == end + comma || phrase)
        && scene.settings[mention].preposition.is_none_or(|at| {
            scene.lower(at) != "of"
                || !matches!(
                    scene.lower(at.wrapping_sub(1)),
                    "review" | "translation" | "reading" | "film"
                )
        })
}

/// "Low Tide Hymnal (Thornback, 2022)": right after the name, first in a bracket with a year.
pub(super) fn is_imprint(scene: &Scene<'_>, mention: usize, text: &std::ops::Range<usize>) -> bool {
    let open = text.start.wrapping_sub(1);
    let year = text.end + 1;
    let records = (text.end..text.end + 2).find(|&at| scene.lower(at) == ",").unwrap_or(text.end);
    scene.lower(open) == "("
        && scene.settings[mention].end > open
        && scene.mentions[mention].words.end == open
        && scene.lower(records) == ","
        && (scene.is_value(records + 1) || scene.is_value(year))
}

/// "Captain Orlo (Ned Pike)", "Ned Pike as Captain Orlo", of a fact about who X is "played by".
pub(super) fn is_cast(
    scene: &Scene<'_>,
    fact: FactId,
    mention: usize,
    text: &std::ops::Range<usize>,
) -> bool {
    const PLAYS: &[&str] = &[
        "played by",
        "portrayed by",
        "voiced by",
        "performed by",
        "actor",
        "actress",
        "voice actor",
    ];
    if !scene.fact(fact).predicate.cues.iter().any(|cue| PLAYS.contains(&cue.as_str())) {
        return false;
    }
    let words = &scene.mentions[mention].words;
    let bracketed = words.end + 1 == text.start
        && scene.lower(words.end) == "("
        && matches!(scene.lower(text.end), ")" | ",");
    // "as Administrator Orlo"
    let as_part = scene.lower(text.end) == "as"
        && (text.end + 1..text.end + 4).contains(&words.start)
        && (text.end + 1..words.start).all(|at| {
            scene.tag(at) == Some(Tag::Name) || matches!(scene.lower(at), "the" | "dr" | "mr" | ".")
        });
    bracketed || as_part
}

/// "Perth-based X", "X, the Perth-based brewer,", of a fact about where X is "based in".
pub(super) fn is_hyphenated(
    scene: &Scene<'_>,
    fact: FactId,
    mention: usize,
    text: &Range<usize>,
) -> bool {
    const LONGEST: usize = 4;
    let participle = text.end + 1;
    let placed = |cue: &str| cue.strip_suffix(" in").unwrap_or(cue) == scene.lower(participle);
    let placed = |cue: &String| {
        placed(cue) || lexicon::companions(cue).iter().any(|companion| placed(companion))
    };
    if !matches!(scene.lower(text.end), "-" | "‐" | "‑")
        || !scene.fact(fact).predicate.cues.iter().any(placed)
    {
        return false;
    }
    let name = &scene.mentions[mention].words;
    let noun = |at: usize| scene.tag(at) == Some(Tag::Noun);
    let before = (participle + 1..participle + LONGEST).contains(&name.start)
        && (participle + 1..name.start).all(noun);
    // "X, the Perth-based brewer,"
    let determined = name.end + 2..name.end + 2 + LONGEST;
    let apposed = scene.lower(name.end) == ","
        && matches!(scene.lower(name.end + 1), "a" | "the" | "an")
        && determined.contains(&text.start)
        && (name.end + 2..text.start).all(noun)
        && noun(participle + 1);
    // "the Perth-based brewer"
    let inside = scene.mentions[mention].kind == MentionKind::Definite
        && name.contains(&text.start)
        && name.end > participle + 1;
    before || apposed || inside
}

/// "Bo Lund designed X", of a fact about who X is "designed by".
pub(super) fn is_doer(scene: &Scene<'_>, fact: FactId, mention: usize, text_end: usize) -> bool {
    let by = |at: usize| {
        let cues = scene.cues(fact);
        let told = |event: &Event| event.head == at && event.signals(cues);
        scene.fact(fact).predicate.cues.iter().any(|cue| {
            cue.strip_suffix(" by").is_some_and(|it| lexicon::is_same_verb(it, scene.lower(at)))
        }) || scene.events.iter().any(|event| event.verb.is_some() && told(event))
    };
    let start = match (scene.lower(text_end), scene.lower(text_end + 1)) {
        (",", "who") => text_end + 2,
        ("who", _) => text_end + 1,
        _ => text_end,
    };
    // "X, which Bo Lund designed"
    let text_start = scene.sentence.range.clone().rev().find(|&at| {
        at < text_end && !matches!(scene.tag(at), Some(Tag::Name)) && scene.lower(at) != "."
    });
    let taken_up = text_start.is_some_and(|which| {
        matches!(scene.lower(which), "which" | "that")
            && scene.antecedents(which).contains(&mention)
    });
    scene.sentence.verbs.iter().any(|verb| {
        // "won the seventh X"
        let the = verb.range.end + usize::from(scene.lower(verb.range.end) == "the");
        let counted = scene.value_at(the).map_or(the, |value| value.words.end);
        // "wrote “X”"
        let quoted = scene.sentence.range.contains(&counted)
            && super::super::token::is_quote(scene.parse, counted);
        let counted = counted + usize::from(quoted);
        let object = (verb.range.end..=counted).contains(&scene.mentions[mention].words.start)
            && scene.can_be_argument(mention);
        verb.range.start == start && by(verb.head) && !verb.passive && (object || taken_up)
    })
}
