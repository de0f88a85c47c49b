//! Where a long form begins and ends: capitalised words with the small words between them, without what leads in.
//!
//! It must not know which long form is expected, but for its commas.

use std::ops::Range;

use super::super::parse::Tag;
use super::super::scene::Scene;
use super::super::token::{is_hyphen, is_quote};
use crate::lexicon;
use crate::rules::expected::Text;
use crate::text::same_text;

/// "stands for United Nations Educational, Scientific and Cultural Organization": an accepted form has commas of its
/// own.
pub(super) fn to_known_end(scene: &Scene<'_>, words: Range<usize>, text: &Text) -> Range<usize> {
    let known = std::iter::once(&text.value).chain(&text.also).find_map(|form| {
        let end = words.start + crate::text::words(form).len();
        let whole = words.start..end;
        let here = end > words.end && end <= scene.sentence.range.end;
        (here && same_text(&scene.parse.text[scene.span(&whole).range()], form)).then_some(whole)
    });
    known.unwrap_or(words)
}

/// The phrase that ends before a word: an accepted form if one ends there, else capitalised words
/// with the small words between them.
pub(super) fn phrase_before(scene: &Scene<'_>, end: usize, text: &Text) -> Option<Range<usize>> {
    let end = trim(scene, scene.sentence.range.start..end).end;
    let floor = scene.sentence.range.start;
    for form in std::iter::once(&text.value).chain(&text.also) {
        let n_words = crate::text::words(form).len();
        for start in end.saturating_sub(n_words + 2).max(floor)..end {
            if same_text(&scene.parse.text[scene.span(&(start..end)).range()], form)
                && !lexicon::is_determiner(scene.lower(start))
                && scene.tag(start) != Some(Tag::Mark)
            {
                return Some(start..end - usize::from(is_genitive(scene, end - 1)));
            }
        }
    }
    let mut start = end;
    let mut at = end;
    while at > floor {
        let before = at - 1;
        let word = &scene.parse.words[before];
        let name = word.is_capitalised() || word.kind == crate::text::WordKind::Digits;
        let link = is_joint(&word.lower) || word.lower == "with";
        // "Low-mass"
        let bound = before > floor && is_hyphen(scene.parse, before - 1);
        if name && !(before == floor && lexicon::is_function_word(&word.lower)) {
            start = before;
        } else if !(link || bound) {
            break;
        }
        at = before;
    }
    // "the Norland Authority's (NA)"
    let end = end - usize::from(is_genitive(scene, end - 1));
    (end > start + 1).then_some(start..end)
}

fn is_genitive(scene: &Scene<'_>, at: usize) -> bool {
    matches!(scene.lower(at), "'s" | "’s" | "'" | "’")
}

/// Small words and marks that may stand between the capitalised words of a long form.
fn is_joint(lower: &str) -> bool {
    matches!(
        lower,
        "of" | "for"
            | "and"
            | "on"
            | "in"
            | "the"
            | "to"
            | "-"
            | "&"
            | "–"
            | "'s"
            | "’s"
            | "'"
            | "’"
    )
}

/// The capitalised words from a word on, with the small words between them.
pub(super) fn phrase_after(scene: &Scene<'_>, start: usize) -> Range<usize> {
    let mut start = start;
    while matches!(scene.lower(start), "the" | "a" | "an")
        || start < scene.sentence.range.end && is_quote(scene.parse, start)
    {
        start += 1;
    }
    let mut end = start;
    let mut last = start;
    while end < scene.sentence.range.end {
        let word = &scene.parse.words[end];
        let link = is_joint(&word.lower);
        // "Low-mass"
        let bound = end > start + 1 && is_hyphen(scene.parse, end - 1);
        if word.is_capitalised() || bound {
            last = end + 1;
        } else if !link {
            break;
        }
        end += 1;
    }
    start..last
}

/// "(Long Northern Form - LNF)", "(LNF: Long Northern Form)": what shares a bracket with the acronym and a dash
/// parts from it.
pub(super) fn beside_in_bracket(scene: &Scene<'_>, acronym: &Range<usize>) -> Option<Range<usize>> {
    const LONGEST: usize = 14;
    let sentence = &scene.sentence.range;
    let dash = |at: usize| matches!(scene.lower(at), "-" | "–" | "—");
    let is_name = |words: &Range<usize>| {
        let is_part =
            |at: usize| scene.parse.words[at].is_capitalised() || is_joint(scene.lower(at));
        words.clone().all(is_part)
    };
    let before = acronym.start.checked_sub(1).filter(|&at| at > sentence.start)?;
    if scene.lower(acronym.end) == ")" && (dash(before) || scene.lower(before) == ",") {
        let floor = before.saturating_sub(LONGEST).max(sentence.start);
        let open = (floor..before).rfind(|&at| scene.lower(at) == "(")?;
        return Some(trim(scene, open + 1..before)).filter(is_name);
    }
    let after = acronym.end;
    if scene.lower(before) == "(" && (dash(after) || scene.lower(after) == ":") {
        let limit = (after + LONGEST).min(sentence.end);
        let close = (after..limit).find(|&at| matches!(scene.lower(at), ")" | "," | ";"))?;
        return Some(trim(scene, after + 1..close)).filter(is_name);
    }
    None
}

/// Without quotation marks and a leading article.
pub(super) fn trim(scene: &Scene<'_>, words: Range<usize>) -> Range<usize> {
    let (mut start, mut end) = (words.start, words.end);
    // "French: Conseil Européen ...", "from the French Conseil Européen ..."
    let language = |at: usize| {
        let from =
            scene.lower(at.wrapping_sub(1)) == "the" && scene.lower(at.wrapping_sub(2)) == "from";
        lexicon::is_language(scene.lower(at)) && (from || scene.lower(at + 1) == ":")
    };
    while start < end
        && (is_quote(scene.parse, start) || is_leadin(scene.lower(start)) || language(start))
    {
        start += 1;
    }
    while end > start && (is_quote(scene.parse, end - 1) || scene.lower(end - 1) == ",") {
        end -= 1;
    }
    start..end
}

/// "that's the", "short for", "i.e.", "originally", "in full:": what may stand in a bracket before a long form.
fn is_leadin(lower: &str) -> bool {
    matches!(
        lower,
        "the"
            | "a"
            | "an"
            | "that"
            | "'s"
            | "’s"
            | "is"
            | "short"
            | "for"
            | "or"
            | "ie"
            | "namely"
            | "originally"
            | "initially"
            | "from"
            | "in"
            | "full"
            | ":"
            | "standing"
            | "as"
            | "abbreviating"
            | "meaning"
            | "acronym"
            | "abbreviation"
            | "initialism"
            | "backronym"
            | "of"
    )
}
