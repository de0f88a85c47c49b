//! Verbs between a person and an office: "X is the mayor", "the mayor since 2011 has been X", "X as
//! mayor".
//!
//! It must not know who holds what, but for whether a single name is one of the fact's.

use std::ops::Range;

use super::super::parse::{Tag, Verb};
use super::super::person::{name_from, name_to};
use super::super::scene::Scene;
use super::holder::{Slot, is_known};
use super::holder_apposed::past_now;
use super::holder_entry::{CHOSEN, chosen, entering, is_of_taking_up, was_chosen};
use super::holder_succession::{TOOK_OVER_FROM, is_predecessor};
use super::office::OfficeMention;
use crate::rules::FactId;

/// "X, who as mayor of Y haggled": in office at a time that nobody tells.
pub(super) const IN_OFFICE: &str = "in office";

/// Verbs between a person and the office that say when it was held.
const PAST_LINKS: &[&str] = &["was", "served", "were", "been"];
const LINKS: &[&str] = &[
    "is",
    "was",
    "became",
    "becomes",
    "become",
    "remains",
    "remained",
    "serves",
    "served",
    "been",
    "appointed",
    "elected",
    "named",
    "chosen",
    "confirmed",
    "re-elected",
    "reelected",
    "nominated",
    "works",
    "acts",
    "acted",
    "sworn",
    "installed",
    "made",
];

/// Who is named so may hold it later, or never.
const NOMINATING: &[&str] =
    &["nominate", "propose", "recommend", "endorse", "support", "want", "see"];

/// "X is the mayor", "the mayor is X", "X as mayor".
pub(super) fn linked(scene: &Scene<'_>, office: &OfficeMention) -> Option<Slot> {
    let floor = scene.sentence.range.start;
    let end = office.words.end;
    if let Some(slot) = equated(scene, office, end) {
        return Some(slot);
    }
    if let Some(slot) = fronted_as(scene, office).or_else(|| held_by(scene, office)) {
        return Some(slot);
    }
    let mut at = office.words.start;
    while at > floor
        && matches!(scene.lower(at - 1), "the" | "a" | "its" | "as" | "an" | "acting" | "interim")
    {
        at -= 1;
    }
    at = before_that_time(scene, at);
    if let Some(slot) = chosen(scene, office, at) {
        return Some(slot);
    }
    // "with Gates as the CEO", "named Orin Smith as CEO"
    let named = (at..office.words.start)
        .find(|&at| scene.lower(at) == "as")
        .and_then(|at| name_to(scene.parse, at, floor))
        .filter(|name| {
            !crate::lexicon::is_form_of_any(scene.lower(name.start.wrapping_sub(1)), NOMINATING)
        })
        .filter(|name| {
            is_known(scene, office.fact, name) || is_made(scene, name) || is_new(scene, name)
        })
        .or_else(|| made(scene, office));
    if let Some(name) = named {
        // "succeeded Y as CEO"
        let past = is_predecessor(scene, &name);
        let construction = match past {
            true => TOOK_OVER_FROM,
            false if was_chosen(scene, &name) => CHOSEN,
            false => "named as",
        };
        return Some(Slot { name, construction, presupposed: false, past, dated: true });
    }
    let reaches = |verb: &&Verb| {
        verb.range.end == at
            || verb.range.contains(&(at.wrapping_sub(1)))
            || verb.range.end < at && scene.lower(at) == "as" && {
                (verb.range.end..at).all(|at| is_of_taking_up(scene, at))
            }
    };
    let verb = scene.sentence.verbs.iter().find(reaches)?;
    let head = scene.lower(verb.head);
    let as_office = scene.lower(office.words.start.wrapping_sub(1)) == "as"
        || scene.lower(office.words.start.wrapping_sub(2)) == "as";
    let (left, took) = (is_leaving(head), is_taking(head));
    // "has been acting director": the participle is the office's.
    let acts = head == "acting" && verb.range.len() > 1;
    if !(LINKS.contains(&head) || acts || as_office && (left || took)) {
        return None;
    }
    let name = subject_name(scene, verb.range.start, office.fact)?;
    // "has been mayor since": still is.
    let still = matches!(scene.lower(verb.range.start), "has" | "have" | "'s" | "’s");
    let first = scene.lower(verb.range.start);
    let had = first == "had" || acts && matches!(first, "was" | "were");
    let past = PAST_LINKS.contains(&head) && !still || left || had;
    let construction = entering(scene, verb).unwrap_or("copula");
    Some(Slot { name, construction, presupposed: false, past, dated: true })
}

/// "X was *at that time* the mayor": where the time begins that is told of.
fn before_that_time(scene: &Scene<'_>, start: usize) -> usize {
    let time = |at: &usize| matches!(scene.lower(*at), "time" | "point" | "stage");
    let told = [start, start.wrapping_sub(1)].into_iter().find(time).filter(|at| {
        matches!(scene.lower(at.wrapping_sub(1)), "that" | "the" | "this")
            && scene.lower(at.wrapping_sub(2)) == "at"
    });
    told.map_or(start, |time| time - 2)
}

/// "The post of mayor has been held by X since 2011".
fn held_by(scene: &Scene<'_>, office: &OfficeMention) -> Option<Slot> {
    let the = usize::from(scene.lower(office.words.start.wrapping_sub(1)) == "the");
    let of = office.words.start.wrapping_sub(1 + the);
    let post = |at: usize| {
        matches!(
            scene.lower(at),
            "post" | "office" | "position" | "role" | "job" | "title" | "seat"
        )
    };
    let held = |verb: &&Verb| {
        scene.lower(of) == "of"
            && post(of.wrapping_sub(1))
            && verb.range.start == office.words.end
            && verb.passive
            && matches!(scene.lower(verb.head), "held" | "filled" | "occupied" | "taken")
            && scene.lower(verb.range.end) == "by"
    };
    let verb = scene.sentence.verbs.iter().find(held)?;
    let name = name_from(scene.parse, verb.range.end + 1, scene.sentence.range.end)?;
    let past = matches!(scene.lower(verb.range.start), "was" | "were" | "had");
    Some(Slot { name, construction: "held by", presupposed: false, past, dated: true })
}

/// "resigned as mayor".
fn is_leaving(verb: &str) -> bool {
    matches!(
        verb,
        "retired"
            | "resigned"
            | "stepped"
            | "quit"
            | "left"
            | "dismissed"
            | "sacked"
            | "fired"
            | "removed"
            | "ousted"
    )
}

/// "took over as mayor", "stayed on as mayor".
fn is_taking(verb: &str) -> bool {
    matches!(
        verb,
        "took"
            | "takes"
            | "returned"
            | "started"
            | "began"
            | "continues"
            | "continued"
            | "stayed"
            | "stays"
    )
}

/// "named X mayor of Y", "made X its chairman".
fn made(scene: &Scene<'_>, office: &OfficeMention) -> Option<Range<usize>> {
    let floor = scene.sentence.range.start;
    let small =
        |at: usize| matches!(scene.lower(at), "the" | "its" | "their" | "acting" | "interim");
    let start = (floor..office.words.start).rev().take_while(|&at| small(at)).last();
    let name = name_to(scene.parse, start.unwrap_or(office.words.start), floor)?;
    let whole = name.len() > 1 || is_known(scene, office.fact, &name);
    (is_made(scene, &name) && whole).then_some(name)
}

/// "appointed X", "named X": of somebody who is made something.
pub(super) fn is_made(scene: &Scene<'_>, name: &Range<usize>) -> bool {
    let verb = name.start.wrapping_sub(1);
    let makes = matches!(
        scene.lower(verb),
        "name"
            | "names"
            | "named"
            | "appoint"
            | "appoints"
            | "appointed"
            | "made"
            | "makes"
            | "elected"
            | "elects"
            | "chose"
            | "declared"
            | "crowned"
    );
    makes && scene.tag(verb) == Some(Tag::Verb)
}

/// "was replaced by X as": of who comes after somebody.
fn is_new(scene: &Scene<'_>, name: &Range<usize>) -> bool {
    let by = name.start.wrapping_sub(1);
    scene.lower(by) == "by"
        && name.len() > 1
        && matches!(scene.lower(by.wrapping_sub(1)), "replaced" | "succeeded" | "followed")
}

/// "As mayor of Y, X has": in the present, where the verb is.
fn fronted_as(scene: &Scene<'_>, office: &OfficeMention) -> Option<Slot> {
    let floor = scene.sentence.range.start;
    let speaks = matches!(scene.lower(floor), "speaking" | "writing" | "acting" | "serving");
    let first = floor + usize::from(speaks);
    let opens = scene.lower(first) == "as" && office.words.start <= first + 2;
    // "As mayor of Y in 2014, X"
    let end = office.words.end;
    let dated = scene.values.iter().find(|it| {
        it.words.start == end + 1 && matches!(scene.lower(end), "in" | "from" | "since" | "until")
    });
    let comma = dated.map_or(end, |it| it.words.end);
    let who = office.words.start.wrapping_sub(
        2 + usize::from(matches!(
            scene.lower(office.words.start.wrapping_sub(1)),
            "the" | "a" | "its"
        )),
    );
    if let Some(name) = in_role(scene, office) {
        let construction = IN_OFFICE;
        return Some(Slot { name, construction, presupposed: true, past: false, dated: true });
    }
    // "X, who as mayor of Y haggled"
    if scene.lower(who) == "who" && scene.lower(who + 1) == "as" {
        let end = who - usize::from(scene.lower(who.wrapping_sub(1)) == ",");
        let name = name_to(scene.parse, end, floor)
            .filter(|name| name.len() > 1 || is_known(scene, office.fact, name))?;
        let construction = IN_OFFICE;
        return Some(Slot { name, construction, presupposed: true, past: false, dated: true });
    }
    let name = name_from(scene.parse, comma + 1, scene.sentence.range.end)
        .filter(|_| opens && scene.lower(comma) == ",")?;
    let verb = scene.sentence.verbs.iter().find(|verb| verb.range.start >= name.end)?;
    let now = matches!(scene.lower(verb.range.start), "is" | "has" | "will" | "does" | "can")
        || scene.lower(verb.head).ends_with('s') && verb.range.len() == 1;
    let whole = name.len() > 1 || is_known(scene, office.fact, &name);
    let construction = "copula";
    (whole && verb.range.start == name.end).then_some(Slot {
        name,
        construction,
        presupposed: false,
        past: !now,
        dated: true,
    })
}

/// "X, speaking as mayor of Y,", "X, in her role as mayor of Y,".
fn in_role(scene: &Scene<'_>, office: &OfficeMention) -> Option<Range<usize>> {
    const REACH: usize = 4;
    let floor = scene.sentence.range.start;
    let start = office.words.start;
    let the = usize::from(matches!(scene.lower(start.wrapping_sub(1)), "the" | "its"));
    let noun = start.checked_sub(2 + the).filter(|&at| at > floor)?;
    let says = matches!(
        scene.lower(noun),
        "speaking" | "writing" | "role" | "capacity" | "job" | "work" | "duties"
    );
    let comma = (floor..noun).rev().take(REACH).find(|&at| scene.lower(at) == ",")?;
    let name = name_to(scene.parse, comma, floor)?;
    (says && scene.lower(noun + 1) == "as" && name.len() > 1).then_some(name)
}

/// "The mayor is X", "the mayor since 2011 has been X", "the mayor, in office since 2011, is X".
fn equated(scene: &Scene<'_>, office: &OfficeMention, end: usize) -> Option<Slot> {
    const ASIDE: usize = 12;
    let limit = scene.sentence.range.end;
    let dated = || {
        let value = scene.values.iter().find(|value| value.words.start == end + 1)?;
        matches!(scene.lower(end), "in" | "from" | "since").then_some(value.words.end)
    };
    let aside = || {
        let opens = scene.lower(end) == ",";
        let close = (end + 1..limit.min(end + ASIDE)).find(|&at| scene.lower(at) == ",")?;
        let phrase =
            (end + 1..close).all(|at| !matches!(scene.tag(at), Some(Tag::Name | Tag::Auxiliary)));
        (opens && phrase).then_some(close + 1)
    };
    let at = past_now(scene, dated().or_else(aside).unwrap_or(end));
    let been = scene.lower(at + 1) == "been" && matches!(scene.lower(at), "has" | "had");
    if !(been || matches!(scene.lower(at), "is" | "was" | "remains")) {
        return None;
    }
    let start = at + 1 + usize::from(been);
    let name = name_from(scene.parse, start, limit).or_else(|| described(scene, start))?;
    let known = name.len() > 1 || is_known(scene, office.fact, &name);
    let past = matches!(scene.lower(at), "was" | "had");
    let next = !matches!(scene.lower(name.end), "'s" | "’s");
    let construction = "copula";
    (known && next).then_some(Slot { name, construction, presupposed: false, past, dated: true })
}

/// "the art historian X", "the 45-year-old X": the full name at the end of a description of its bearer.
pub(super) fn described(scene: &Scene<'_>, start: usize) -> Option<Range<usize>> {
    const LONGEST: usize = 6;
    if !matches!(scene.lower(start), "the" | "a" | "an") {
        return None;
    }
    let limit = scene.sentence.range.end;
    let first = (start + 1..limit.min(start + 2 + LONGEST))
        .find(|&at| scene.tag(at) == Some(Tag::Name) && !scene.is_value(at))?;
    let plain = |at: usize| {
        scene.is_value(at)
            || matches!(scene.tag(at), Some(Tag::Noun | Tag::Adverb | Tag::Number))
            || matches!(scene.lower(at), "-" | "‐")
    };
    let name = name_from(scene.parse, first, limit)?;
    let modifies = matches!(scene.tag(name.end), Some(Tag::Noun | Tag::Possessive));
    let whole = first > start + 1 && (start + 1..first).all(plain);
    (whole && name.len() > 1 && !modifies).then_some(name)
}

/// "X (Marram 1984)", "X, 54": before the bracket or the age that ends at a word.
pub(super) fn before_bracket(scene: &Scene<'_>, end: usize) -> usize {
    const LONGEST: usize = 8;
    if scene.tag(end.wrapping_sub(1)) == Some(Tag::Number)
        && scene.lower(end.wrapping_sub(2)) == ","
        && scene.lower(end) == ","
    {
        return end - 2;
    }
    let closed = scene.lower(end.wrapping_sub(1)) == ")";
    let open =
        (scene.sentence.range.start..end).rev().take(LONGEST).find(|&at| scene.lower(at) == "(");
    open.filter(|_| closed).unwrap_or(end)
}

/// The person's name that is a verb's subject: right before it, or before its relative pronoun.
pub(super) fn subject_name(scene: &Scene<'_>, verb: usize, fact: FactId) -> Option<Range<usize>> {
    let floor = scene.sentence.range.start;
    let mut end = verb;
    if matches!(scene.lower(end.wrapping_sub(1)), "who") {
        end -= 1;
    }
    // "Lund officially became"
    let re_elected = |end: usize| {
        matches!(scene.lower(end), "re" | "-" | "‐") || scene.tag(end) == Some(Tag::Auxiliary)
    };
    while end > floor && (scene.tag(end - 1) == Some(Tag::Adverb) || re_elected(end - 1)) {
        end -= 1;
    }
    if scene.lower(end.wrapping_sub(1)) == "," {
        end -= 1;
    }
    let whole = |name: &Range<usize>| name.len() > 1 || is_known(scene, fact, name);
    let name = |end| name_to(scene.parse, end, floor).filter(whole);
    // "X, who wrote the engine, took over": past the aside to the name before it.
    let aside = || {
        let opens = (floor..end).rev().find(|&at| scene.lower(at) == ",")?;
        let closed = scene.lower(end) == ",";
        let inner = matches!(
            scene.lower(opens + 1),
            "who" | "whose" | "his" | "her" | "a" | "an" | "the" | "once" | "now" | "formerly"
        ) || matches!(scene.tag(opens + 1), Some(Tag::Number | Tag::Noun));
        (closed && inner).then_some(opens)
    };
    let end = before_bracket(scene, end);
    name(end).or_else(|| aside().and_then(name))
}
