//! What ties a list of names to a subject: "the members of X are", "X (A, B and C)", "A and B signed X".
//!
//! It must not know which names belong there.

use super::super::event::Event;
use super::super::parse::Tag;
use super::super::scene::Scene;
use super::members::List;
use crate::lexicon;
use crate::rules::FactId;

/// "The members of X are A and B", "the members of X: A and B", "A and B are the members of X": what stands between
/// the noun and the list says that they are the same.
pub(super) fn is_introduced(scene: &Scene<'_>, event: &Event, list: &List) -> bool {
    let says = |at: usize| {
        let word = scene.lower(at);
        lexicon::is_be_form(word)
            || matches!(
                word,
                "become"
                    | "became"
                    | "becomes"
                    | "remain"
                    | "remains"
                    | "form"
                    | "forms"
                    | "formed"
                    | "constitute"
                    | "make"
                    | "made"
                    | "up"
                    | "joined"
                    | "as"
                    | "count"
                    | "by"
                    | "comprise"
                    | "comprises"
                    | "namely"
                    | ":"
                    | ","
                    | "("
                    | "—"
                    | "–"
                    | "-"
                    | "of"
                    | "were"
                    | "include"
                    | "includes"
                    | "included"
                    | "including"
            )
    };
    let (start, end) = (list.words.start, list.words.end);
    if event.words.end <= start {
        let small = |at: &usize| {
            matches!(scene.tag(*at), Some(Tag::Determiner | Tag::Adverb))
                || matches!(scene.lower(*at), "both" | "all" | "now" | "then")
        };
        let before = (event.words.end..start).rev().find(|&at| says(at) || !small(&at));
        return before.is_none_or(says);
    }
    (end..event.words.start).any(says)
        && !scene.sentence.verbs.iter().any(|verb| {
            (end..event.words.start).contains(&verb.range.start) && !verb.range.clone().any(says)
        })
}

/// Whether a fact's list is of other members than all there are ("founding members", "founders"), and the words
/// before a list do not say so.
pub(super) fn is_of_other_members(scene: &Scene<'_>, fact: FactId, list: &List) -> bool {
    let cues = &scene.fact(fact).predicate.cues;
    let founds = |cue: &String| cue.starts_with("found") || cue.starts_with("original");
    let before = scene.sentence.range.start..list.words.start;
    let said = before.into_iter().any(|at| {
        let word = scene.lower(at);
        word.starts_with("found") || word.starts_with("original")
    });
    !cues.is_empty() && cues.iter().all(founds) && !said
}

/// "A and B signed X", where the cue is "signed by": they did it.
pub(super) fn did(scene: &Scene<'_>, fact: FactId, list: &List, mention: usize) -> bool {
    let cues = &scene.fact(fact).predicate.cues;
    let start = scene.mentions[mention].words.start;
    scene.sentence.verbs.iter().any(|verb| {
        let by = |cue: &String| {
            cue.strip_suffix(" by")
                .is_some_and(|it| lexicon::is_same_verb(it, scene.lower(verb.head)))
        };
        let the = usize::from(scene.lower(verb.range.end) == "the");
        verb.range.start == list.words.end
            && !verb.passive
            && (verb.range.end..=verb.range.end + the).contains(&start)
            && cues.iter().any(by)
    })
}

/// "X, the pact between A, B and C", of a fact about who its parties are.
pub(super) fn is_between(scene: &Scene<'_>, fact: FactId, list: &List, mention: usize) -> bool {
    let the = usize::from(scene.lower(list.words.start.wrapping_sub(1)) == "the");
    let at = list.words.start.wrapping_sub(1 + the);
    let asks = |cue: &String| {
        matches!(
            cue.as_str(),
            "between" | "parties" | "signatories" | "participants" | "members" | "signed by"
        )
    };
    scene.lower(at) == "between"
        && list.items.len() > 1
        && scene.settings[mention].end == at
        && scene.fact(fact).predicate.cues.iter().any(asks)
}

/// "was drawn by the club's two founders, A and B": behind "by" stand what they are called and the list.
pub(super) fn is_done_by(scene: &Scene<'_>, event: &Event, list: &List) -> bool {
    let between = event.words.end.saturating_sub(1)..list.words.start;
    let Some(by) = between.clone().find(|&at| scene.lower(at) == "by") else { return false };
    (by + 1..list.words.start).all(|at| {
        matches!(scene.tag(at), Some(Tag::Determiner | Tag::Noun | Tag::Possessive | Tag::Number))
            || matches!(scene.lower(at), "," | "-" | "'" | "’")
    })
}

/// "The Salt Cousins (Ines Toll, Rab Quill and Dara Fenn)", "X's four members (A, B, C and D)".
pub(super) fn is_bracketed(scene: &Scene<'_>, list: &List, mention: usize) -> bool {
    let open = list.words.start.wrapping_sub(1);
    let setting = &scene.settings[mention];
    let end = scene.mentions[mention].words.end;
    scene.lower(open) == "("
        && scene.lower(list.words.end) == ")"
        && list.items.len() > 1
        && (end == open || setting.modifies.is_some_and(|noun| noun + 1 == open))
}

/// "X's members A and B met", "two members of X, A and B,": perhaps not all there are.
pub(super) fn is_of_some(scene: &Scene<'_>, event: &Event, list: &List) -> bool {
    let before = event.words.start.wrapping_sub(1);
    let adjoins = event.words.end == list.words.start && scene.tag(before) == Some(Tag::Possessive);
    let floor = scene.sentence.range.start;
    let counted = before >= floor
        && scene.lower(event.words.end) == "of"
        && (scene.is_value(before) || scene.tag(before) == Some(Tag::Number))
        && (before == floor
            || !matches!(
                scene.tag(before - 1),
                Some(Tag::Determiner | Tag::Possessive | Tag::Pronoun)
            ) && scene.lower(before - 1) != "all");
    event.is_nominal() && event.words.end <= list.words.start && (adjoins || counted)
}

/// "former members", "candidate members", "founding members" of a fact about members.
pub(super) fn is_of_others(scene: &Scene<'_>, fact: FactId, event: &Event) -> bool {
    let first = event.words.start;
    let cues = &scene.fact(fact).predicate.cues;
    let founds = |word: &str| matches!(word, "founding" | "founder" | "original");
    let founding = founds(scene.lower(first)) && event.words.len() > 1
        || founds(scene.lower(first.wrapping_sub(1)));
    founding && !cues.iter().any(|cue| cue.split(' ').any(founds))
        || matches!(
            scene.lower(first.wrapping_sub(1)),
            "former"
                | "past"
                | "potential"
                | "prospective"
                | "candidate"
                | "aspiring"
                | "future"
                | "would-be"
                | "associate"
                | "observer"
        )
}

/// "X, which includes A and B", "X countries such as A", but "the observers of X include A".
pub(super) fn holds(scene: &Scene<'_>, list: &List, mention: usize) -> bool {
    let own = &scene.mentions[mention].words;
    let plain = |at: usize| {
        scene.tag(at) != Some(Tag::Noun)
            || matches!(
                scene.lower(at),
                "countries" | "nations" | "states" | "parties" | "partners" | "members"
            )
    };
    own.end > list.words.start
        || scene.settings[mention].preposition.is_none() && (own.end..list.words.start).all(plain)
}

/// Between the cue and the list stand no verb but "are" and no comma that only goes on: "Members of X met
/// A and B", "Members of X, A and B met".
pub(super) fn is_set_against(scene: &Scene<'_>, cue: usize, list: &List) -> bool {
    let verb = (cue..list.words.start).any(|at| scene.tag(at) == Some(Tag::Verb));
    let after = scene.lower(list.words.end);
    let open = matches!(after, "," | "." | ";" | ":" | ")" | "—" | "–" | "-" | "");
    !verb && (scene.lower(list.words.start.wrapping_sub(1)) != "," || open)
}

pub(super) fn mention_reaches(scene: &Scene<'_>, list: &List, mention: usize) -> bool {
    let words = &scene.mentions[mention].words;
    words.end <= list.words.start || words.start >= list.words.end
}

/// "the members of X, namely A and B".
pub(super) fn list_of(scene: &Scene<'_>, list: &List, mention: usize) -> bool {
    let words = &scene.mentions[mention].words;
    words.end <= list.words.start && list.words.start - words.end <= 6
}
