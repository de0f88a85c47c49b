//! Which words stand inside quotation marks: paired marks of any make, straight ones by turns.

use std::ops::Range;

use crate::text::{Word, WordKind};

/// For each word, whether a quotation of several words holds it. A mark that opens and never
/// closes quotes to the end of the block, as multi-paragraph quotations do.
pub(super) fn quoted(words: &[Word<'_>]) -> Vec<bool> {
    let mut quoted = vec![false; words.len()];
    let mut open: Option<usize> = None;
    let mut at = 0;
    while at < words.len() {
        let (turn, len) = turn(words, at);
        match (turn, open) {
            (Turn::Opens, None) | (Turn::Either, None) => open = Some(at + len),
            (Turn::Closes | Turn::Either, Some(start)) => {
                quoted[start..at].fill(true);
                open = None;
            }
            _ => {}
        }
        at += len;
    }
    if let Some(start) = open {
        quoted[start.min(words.len())..].fill(true);
    }
    quoted
}

#[derive(Clone, Copy)]
enum Turn {
    Opens,
    Closes,
    Either,
    Neither,
}

/// Double marks of any make, and two single ones side by side.
fn turn(words: &[Word<'_>], at: usize) -> (Turn, usize) {
    let word = &words[at];
    if word.kind != WordKind::Mark {
        return (Turn::Neither, 1);
    }
    match word.raw {
        "“" | "„" | "«" => (Turn::Opens, 1),
        "”" | "»" => (Turn::Closes, 1),
        "\"" => (by_space(words, at, 1), 1),
        "'" | "‘" | "’" | "`" => {
            let pair = words
                .get(at + 1)
                .is_some_and(|next| next.raw == word.raw && next.span.start == word.span.end);
            if pair { (by_space(words, at, 2), 2) } else { (Turn::Neither, 1) }
        }
        _ => (Turn::Neither, 1),
    }
}

/// A straight mark opens before a word and closes after one.
fn by_space(words: &[Word<'_>], at: usize, len: usize) -> Turn {
    let before = at.checked_sub(1).is_some_and(|i| words[i].span.end == words[at].span.start);
    let after =
        words.get(at + len).is_some_and(|next| next.span.start == words[at + len - 1].span.end);
    match (before, after) {
        (false, true) => Turn::Opens,
        (true, false) => Turn::Closes,
        _ => Turn::Either,
    }
}

/// "Rovers' first title": the apostrophe behind an s, where it closes no quotation.
pub(super) fn is_plural_owner(words: &[Word<'_>], at: usize, range: &Range<usize>) -> bool {
    let apostrophe = |word: &Word<'_>| matches!(word.raw, "'" | "’");
    let glued = |one: usize, two: usize| words[one].span.end == words[two].span.start;
    let owns = at > range.start
        && at + 1 < range.end
        && apostrophe(&words[at])
        && words[at - 1].lower.ends_with('s')
        && glued(at - 1, at)
        && !glued(at, at + 1)
        && words[at + 1].is_letters();
    // "the ‘Fair Winds’ rule"
    let opens = |i: usize| {
        words[i].raw == "‘"
            || apostrophe(&words[i])
                && i + 1 < at
                && glued(i, i + 1)
                && (i == range.start || !glued(i - 1, i))
    };
    owns && !(range.start..at).any(opens)
}
