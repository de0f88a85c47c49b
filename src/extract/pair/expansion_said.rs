//! Where a sentence says what is short for what: "X, known as QSP", "QSP stands for X", "QSP means X".
//!
//! It must not know which long form is right.

use std::ops::Range;

use super::super::parse::Tag;
use super::super::scene::Scene;
use super::super::token::is_quote;
use super::expansion_phrase::phrase_after;

/// "Quorum Snapshot Protocol, known as QSP", "..., abbreviated to QSP": where the long form ends.
pub(super) fn shortened(scene: &Scene<'_>, acronym: usize) -> Option<usize> {
    let lower = |back: usize| acronym.checked_sub(back).map_or("", |at| scene.lower(at));
    let verb = match (lower(2), lower(1)) {
        ("known" | "abbreviated" | "shortened", "as" | "to") => acronym - 2,
        (_, "abbreviated") => acronym - 1,
        _ => return None,
    };
    let small = |at: &usize| {
        scene.tag(*at) == Some(Tag::Adverb)
            || matches!(scene.lower(*at), "is" | "was" | "often" | "usually" | "better" | "also")
    };
    let start = (scene.sentence.range.start..verb).rev().take_while(small).last().unwrap_or(verb);
    let comma = start.checked_sub(1).filter(|&at| scene.lower(at) == ",");
    Some(comma.unwrap_or(start))
}

/// "stands for the Quorum Snapshot Protocol", "is short for" from a word on.
pub(super) fn spelt_out(scene: &Scene<'_>, after: usize) -> Option<Range<usize>> {
    let named = [
        "short for",
        "in full",
        "stand for",
        "stands for",
        "stood for",
        "acronym for",
        "abbreviation of",
        "abbreviation for",
        "acronym of",
        "abbreviated from",
        "contraction of",
    ];
    let following: Vec<&str> =
        (after..(after + 6).min(scene.sentence.range.end)).map(|at| scene.lower(at)).collect();
    if let Some(at) = (after..after + 2).find(|&at| matches!(scene.lower(at), "stand" | "stands"))
        && let Some(prep) = past_aside(scene, at)
    {
        let words = phrase_after(scene, prep + 1);
        return (words.len() > 1).then_some(words);
    }
    let offset = named.iter().find_map(|cue| {
        let cue: Vec<&str> = cue.split(' ').collect();
        let at = following.windows(2).position(|pair| pair == cue)?;
        // "once stood for"
        let other = |word: &&str| {
            matches!(*word, "not" | "never" | "once" | "originally" | "formerly" | "previously")
        };
        (!following[..at].iter().any(other)).then_some(at)
    })?;
    let words = phrase_after(scene, after + offset + 2);
    (words.len() > 1).then_some(words)
}

/// "stands, as it always has, for X", "stands (we think) for X": where "for" stands past the aside.
fn past_aside(scene: &Scene<'_>, stands: usize) -> Option<usize> {
    const LONGEST: usize = 7;
    let close = match scene.lower(stands + 1) {
        "," => ",",
        "(" => ")",
        _ => return None,
    };
    let end = (stands + 2..stands + 2 + LONGEST).find(|&at| scene.lower(at) == close)?;
    let denied = (stands..end).any(|at| matches!(scene.lower(at), "not" | "never" | "once"));
    (scene.lower(end + 1) == "for" && !denied).then_some(end + 1)
}

/// "QSP means Quorum Snapshot Protocol", "QSP is the Quorum ...", "QSP: Quorum ...", "QSP = Quorum ...".
pub(super) fn explained(
    scene: &Scene<'_>,
    after: usize,
    certain: impl Fn(&Range<usize>) -> bool,
) -> Option<(Range<usize>, &'static str)> {
    let adverb = usize::from(scene.tag(after) == Some(Tag::Adverb));
    let start = match scene.lower(after + adverb) {
        "means" | "meant" | "denotes" | "abbreviates" => after + adverb + 1,
        "is" if scene.lower(after + 1) == "the" => after + 2,
        ":" | "=" | "-" | "–" | "—" => after + 1,
        _ => return None,
    };
    let words = phrase_after(scene, start);
    let closed = matches!(scene.lower(words.end), "," | "." | ";" | ":" | "(" | "—" | "–" | "")
        || is_quote(scene.parse, words.end);
    (words.len() > 1 && closed && certain(&words)).then_some((words, "short for"))
}
