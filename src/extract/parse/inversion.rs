//! Inversions: "only in 1911 was X opened", "not until 1911 did X open". The subject stands inside the
//! verb group.
//!
//! It must not know what the names mean.

use std::ops::Range;

use super::Tag;
use crate::lexicon::{self, Form};
use crate::text::Word;

/// The words that ask for an inversion where they open a sentence.
const OPENERS: &[&str] =
    &["only", "not", "never", "nor", "neither", "rarely", "seldom", "hardly", "scarcely"];

/// The auxiliary before an inverted subject, and the verb behind it.
pub(super) fn find(
    words: &[Word<'_>],
    tags: &[Tag],
    range: &Range<usize>,
) -> Option<(usize, usize)> {
    if range.is_empty() || !OPENERS.contains(&words[range.start].lower.as_str()) {
        return None;
    }
    let auxiliary = range.clone().find(|&at| matches!(tags[at], Tag::Auxiliary | Tag::Verb))?;
    if tags[auxiliary] != Tag::Auxiliary {
        return None;
    }
    let lower = words[auxiliary].lower.as_str();
    let form = match lexicon::is_be_form(lower) || lexicon::is_have_form(lower) {
        true => Form::Participle,
        false => Form::Base,
    };
    let fits = |at: usize| {
        matches!(tags[at], Tag::Noun | Tag::Verb)
            && lexicon::verb_forms(&words[at].lower).contains(form)
    };
    let first = auxiliary + 1;
    let opens = |tag: Tag| tag.is_nominal() || matches!(tag, Tag::Determiner | Tag::Pronoun);
    let verb = (first + 1..range.end).find(|&at| fits(at))?;
    let inside = |at: usize| {
        opens(tags[at])
            || matches!(tags[at], Tag::Possessive | Tag::Adverb)
            || words[at].lower == "of"
            || words[at].raw == "-"
    };
    (opens(tags[first]) && !fits(first) && (first..verb).all(inside)).then_some((auxiliary, verb))
}
