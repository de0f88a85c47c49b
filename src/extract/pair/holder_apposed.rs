//! Names and offices side by side: "the mayor, X,", "X, the mayor of Y,", "X, treasurer of Z and mayor of Y,".
//!
//! It must not know who holds what, but for whether a single name is one of the fact's.

use std::ops::Range;

use super::super::parse::Tag;
use super::super::person::{name_from, name_to};
use super::super::scene::Scene;
use super::holder::is_known;
use super::holder_link::{before_bracket, described};
use super::office::OfficeMention;

/// "the mayor, X," or "the mayor (X)", and "the mayor in 2010, X,".
pub(super) fn apposed_after(scene: &Scene<'_>, office: &OfficeMention) -> Option<Range<usize>> {
    let end = office.words.end;
    let dated = matches!(scene.lower(end), "in" | "from" | "since")
        .then(|| scene.values.iter().find(|value| value.words.start == end + 1))
        .flatten();
    let open = past_now(scene, dated.map_or(end, |value| value.words.end));
    if !matches!(scene.lower(open), "," | "(" | "—" | "–" | ":") {
        return None;
    }
    let name = name_from(scene.parse, open + 1, scene.sentence.range.end)
        .or_else(|| described(scene, open + 1))?;
    let closed = matches!(scene.lower(name.end), "," | ")" | "—" | "–" | "." | ";" | "");
    let single = name.len() == 1 && !is_known(scene, office.fact, &name);
    // "Ada Moss, Editor, Keld Courier, 3 Mill Row"
    let body = scene
        .mentions
        .iter()
        .any(|it| name.contains(&it.words.start) && scene.index.is_body(it.subject));
    (!body && closed && !single && !another_title_follows(scene, &name)).then_some(name)
}

/// "The head chef these days, X": past what only says that it is so now.
pub(super) fn past_now(scene: &Scene<'_>, at: usize) -> usize {
    match (scene.lower(at), scene.lower(at + 1)) {
        ("these", "days") => at + 2,
        ("now" | "today" | "currently", _) => at + 1,
        _ => at,
    }
}

/// ", X, the foreign minister": the name has a title of its own.
fn another_title_follows(scene: &Scene<'_>, name: &Range<usize>) -> bool {
    scene.lower(name.end) == ","
        && matches!(scene.lower(name.end + 1), "the" | "a" | "an" | "who")
        && scene.lower(name.end + 1) != "who"
}

/// "X, the mayor of Y," or "X (mayor of Y)".
pub(super) fn apposed_before(scene: &Scene<'_>, office: &OfficeMention) -> Option<Range<usize>> {
    let floor = scene.sentence.range.start;
    if scene.lower(office.words.start) == "whose" {
        return None;
    }
    let mut at = office.words.start;
    while at > floor
        && matches!(scene.lower(at - 1), "the" | "a" | "an" | "and" | "its" | "founder")
    {
        at -= 1;
    }
    at = before_first_office(scene, at);
    if at == floor || !matches!(scene.lower(at - 1), "," | "(" | "—" | "–") {
        return None;
    }
    let name = name_to(scene.parse, before_bracket(scene, at - 1), floor)?;
    let closed = matches!(
        scene.lower(office.words.end),
        "," | ")"
            | "—"
            | "–"
            | "."
            | ";"
            | ""
            | "only"
            | "who"
            | "("
            | "and"
            | "from"
            | "since"
            | "in"
            | "until"
            | "at"
            | "during"
            | "for"
            | "when"
    );
    let single = name.len() == 1 && !is_known(scene, office.fact, &name);
    (closed && !single).then_some(name)
}

/// "X, then the treasurer of Z *and mayor of Y*,": where the offices of X begin.
fn before_first_office(scene: &Scene<'_>, start: usize) -> usize {
    const LONGEST: usize = 10;
    if scene.lower(start) != "and" {
        return start;
    }
    let inside = |at: &usize| {
        matches!(scene.tag(*at), Some(Tag::Noun | Tag::Name | Tag::Determiner | Tag::Adverb))
            || matches!(scene.lower(*at), "of" | "for")
    };
    let floor = scene.sentence.range.start;
    let first = (floor..start).rev().take(LONGEST).take_while(inside).last().unwrap_or(start);
    let opened = matches!(scene.lower(first.wrapping_sub(1)), "," | "(");
    let titled = matches!(scene.lower(first), "a" | "an" | "the" | "then" | "now");
    if opened && titled { first } else { start }
}
