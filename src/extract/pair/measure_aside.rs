//! A measure set off beside a name: "X (828 m)", "X, at 828 m,", "X – 828 m".
//!
//! It must not know whether it is right.

use super::super::event::Event;
use super::super::parse::Tag;
use super::super::scene::{Located, Scene};
use super::left_out::hedged;
use super::measure::Evidence;
use super::measure_before::only_price;
use super::measure_kind::is_in_all;
use super::measure_link::bracket_after;
use super::measure_shape::{measures, same_dimension};
use crate::rules::FactId;

/// "X (828 m)", "X, 828 m,", "X: 828 m".
pub(super) fn in_bracket(scene: &Scene<'_>, fact: FactId, value: usize, mention: usize) -> bool {
    let located = &scene.values[value];
    let clause = scene.sentence.clause_of(located.words.start);
    let open = scene.sentence.clauses[clause].start;
    let start = compared(scene, hedged(scene, located.words.start));
    // "X (36 turbines, 462 MW)"
    let among_values = (open + 1..start)
        .all(|at| scene.lower(at) == "," || scene.tag(at) == Some(Tag::Noun) || scene.is_value(at))
        && matches!(scene.lower(start.wrapping_sub(1)), "," | "(");
    let bracketed = bracket_after(scene, clause, mention)
        && scene.lower(open) == "("
        && (start == open + 1 || among_values);
    let apposed = apposed_measure(scene, start, located, mention);
    // "X, at £73 million the dearest work of the year,"
    let dearest = apposed && scene.lower(located.words.end) == "the";
    let counted = is_in_all(scene, located)
        && scene.fact(fact).expected.number().is_some_and(|it| it.counted_noun().is_some());
    apposed && counted
        || (bracketed || apposed)
            && (same_dimension(scene, fact, located) || bracketed && measures(scene, fact, located))
        || (dearest || bracketed && scene.lower(located.words.end) == ")")
            && only_price(scene, fact, located)
}

/// Before "more than", "at least".
fn compared(scene: &Scene<'_>, start: usize) -> usize {
    let before = |n: usize| scene.lower(start.wrapping_sub(n));
    match (before(2), before(1)) {
        ("more" | "less" | "fewer", "than") | ("at", "least" | "most") | ("up", "to") => start - 2,
        _ => start,
    }
}

/// "Mount Hesperil, 2,913 m, was climbed", "Mount Hesperil, at 2,913 m, lies", "Mount Hesperil – 2,913 m".
fn apposed_measure(scene: &Scene<'_>, start: usize, value: &Located, mention: usize) -> bool {
    let setting = &scene.settings[mention];
    let words = &scene.mentions[mention].words;
    let (open, close) = (scene.lower(words.end), scene.lower(value.words.end));
    let at = usize::from(scene.lower(words.end + 1) == "at");
    // "He climbed Mount Hesperil, 2,913 m high, twice"
    let shaped = matches!(close, "high" | "tall" | "long" | "wide" | "deep" | "above")
        && setting.preposition.is_none_or(|of| scene.lower(of) != "of");
    let counted = is_in_all(scene, value);
    let aside = open == ","
        && start == words.end + 1 + at
        && (close == "," || at == 1 && close == "the" || shaped || counted)
        && (at == 0 || setting.preposition.is_none());
    // A line that is a name and its measure.
    let parted = usize::from(matches!(open, "," | ":" | "–" | "—" | "-"));
    let line = words.start <= scene.sentence.range.start + 1
        && start == words.end + parted
        && matches!(close, "." | "" | "(")
        && scene.sentence.verbs.is_empty();
    setting.modifies.is_none() && !setting.longer && (aside || line)
}

/// "the 15-member council", but not "to buy 30 X drones".
pub(super) fn is_compound(scene: &Scene<'_>, value: &Located, mention: usize) -> bool {
    (value.words.start..scene.mentions[mention].words.start).any(|at| scene.lower(at) == "-")
}

/// "a 33-run partnership": the number belongs to a noun of its own.
pub(super) fn is_of_compound(scene: &Scene<'_>, value: &Located) -> bool {
    let hyphen = value.words.start + 1;
    let noun = hyphen + 2;
    let named = scene.mentions.iter().any(|it| it.words.contains(&noun));
    scene.lower(hyphen) == "-"
        && scene.tag(noun) == Some(Tag::Noun)
        && !named
        && !crate::lexicon::is_organisation(scene.lower(noun))
}

/// "carries a main worth £3 million": what the noun right before is worth.
pub(super) fn is_worth_of_other(scene: &Scene<'_>, event: &Event) -> bool {
    let noun = event.words.start.wrapping_sub(1);
    scene.lower(event.head) == "worth"
        && scene.tag(noun) == Some(Tag::Noun)
        && matches!(scene.lower(noun.wrapping_sub(1)), "a" | "an" | "of" | "the")
        && noun > scene.sentence.range.start + 1
        && !scene.mentions.iter().any(|it| it.words.contains(&noun))
        && !scene.mentions.iter().any(|it| it.words.end + 1 >= noun && it.words.start < noun)
}

/// "with X owning 41 per cent and Y the rest": X does what the participle says.
pub(super) fn with_doing(scene: &Scene<'_>, evidence: &Evidence<'_>, mention: usize) -> bool {
    let words = &scene.mentions[mention].words;
    let the = usize::from(scene.lower(words.start.wrapping_sub(1)) == "the");
    evidence.event.is_some_and(|event| {
        event.verb.is_some()
            && event.words.start == words.end
            && scene.lower(event.head).ends_with("ing")
            && scene.lower(words.start.wrapping_sub(1 + the)) == "with"
    })
}

/// "X scored 141, her highest score": the object of what X did, and what it is called behind the comma.
pub(super) fn called_so(scene: &Scene<'_>, fact: FactId, value: usize, mention: usize) -> bool {
    const REACH: usize = 2;
    let located = &scene.values[value];
    let comma = located.words.end;
    let whose = matches!(scene.lower(comma + 1), "his" | "her" | "its" | "their" | "the");
    if scene.lower(comma) != "," || !whose {
        return false;
    }
    let cues = scene.cues(fact);
    let named = scene.events.iter().any(|event| {
        event.is_nominal()
            && (comma + 2..comma + 2 + REACH).contains(&event.words.start)
            && event.signals(cues)
    });
    let clause = scene.sentence.clause_of(located.words.start);
    let object = |verb: &super::super::parse::Verb| verb.range.end == located.words.start;
    named && scene.sentence.verbs.iter().any(object) && scene.subjects_of(clause).contains(&mention)
}

/// "with Y owning 41 per cent and X owning the rest": behind the value, X does something of its own.
pub(super) fn does_another(scene: &Scene<'_>, value: &Located, mention: usize) -> bool {
    let words = &scene.mentions[mention].words;
    let the = usize::from(scene.lower(words.start.wrapping_sub(1)) == "the");
    words.start >= value.words.end
        && matches!(
            scene.lower(words.start.wrapping_sub(1 + the)),
            "and" | "but" | "while" | "with" | ";"
        )
        && scene.sentence.verbs.iter().any(|verb| verb.range.start == words.end)
}
