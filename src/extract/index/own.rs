//! The cues that authors of facts wrote, in all their forms, found in running words.
//!
//! It must not know facts.

use rustc_hash::FxHashMap;

use super::{CueHit, CueId};
use crate::lexicon::{self, Form};

/// The cues of all facts by their first words.
#[derive(Debug, Default)]
pub(super) struct OwnCues {
    ids: FxHashMap<String, u32>,
    /// First word to the rest of the phrase, the cue and its form; longest first.
    starts: FxHashMap<String, Vec<(Vec<String>, u32, Form)>>,
    /// For each number of bytes, the letters that first words of that length begin with, as bits: most words
    /// of a text are told by that.
    initials: [u32; MOST_BYTES + 1],
}

/// Longer words are counted as of this length.
const MOST_BYTES: usize = 31;

impl OwnCues {
    /// The number of a cue, given to it when it is first met.
    pub(super) fn intern(&mut self, cue: &str) -> u32 {
        let cue = cue.to_lowercase();
        if let Some(&id) = self.ids.get(&cue) {
            return id;
        }
        let id = self.ids.len() as u32;
        for (phrase, form) in lexicon::inflect(&cue) {
            let tokens: Vec<String> =
                crate::text::words(&phrase).into_iter().map(|word| word.lower.into()).collect();
            if let Some((first, rest)) = tokens.split_first() {
                let row = (rest.to_vec(), id, form);
                let (length, letter) = outline(first);
                self.initials[length] |= letter;
                let rows = self.starts.entry(first.clone()).or_default();
                if !rows.contains(&row) {
                    rows.push(row);
                }
            }
        }
        self.ids.insert(cue, id);
        id
    }

    /// Puts the longest first, once all are known.
    pub(super) fn settle(&mut self) {
        for starts in self.starts.values_mut() {
            starts.sort_by_key(|(rest, ..)| std::cmp::Reverse(rest.len()));
        }
    }

    /// Whether a cue may start at a lower-case word.
    pub(super) fn may_begin(&self, word: &str) -> bool {
        self.has_outline(word) && self.starts.contains_key(word)
    }

    fn has_outline(&self, word: &str) -> bool {
        let (length, letter) = outline(word);
        self.initials[length] & letter != 0
    }

    /// The cues that start at `words[0]`, added to the hits of built-in families.
    pub(super) fn at(&self, words: &[&str], hits: &mut Vec<CueHit>) {
        let Some((first, rest)) = words.split_first() else { return };
        if !self.has_outline(first) {
            return;
        }
        for (tail, id, form) in self.starts.get(*first).into_iter().flatten() {
            let fits = tail.len() <= rest.len() && tail.iter().zip(rest).all(|(a, b)| a == b);
            let parted =
                !fits && (by_later(tail, rest) || form.is_verbal() && part_later(tail, rest));
            if fits || parted {
                let n_words = tail.len() + usize::from(fits);
                let role = hits
                    .iter()
                    .find(|hit| hit.n_words == n_words && hit.form == *form)
                    .and_then(|hit| hit.role);
                hits.push(CueHit { id: CueId::Own(*id), form: *form, n_words, role, parted });
            }
        }
    }
}

/// A word's length, and a bit for its first letter; one bit stands for whatever is no small letter.
fn outline(word: &str) -> (usize, u32) {
    let letter = match word.bytes().next() {
        Some(letter @ b'a'..=b'z') => letter - b'a',
        _ => 31,
    };
    (word.len().min(MOST_BYTES), 1 << letter)
}

/// "founded in 1913 by", where the cue is "founded by": a time or a place may stand before the actor.
fn by_later(tail: &[String], words: &[&str]) -> bool {
    const REACH: usize = 10;
    let Some(("by", head)) = tail.split_last().map(|(last, head)| (last.as_str(), head)) else {
        return false;
    };
    let opens = head.len() < words.len() && head.iter().zip(words).all(|(a, b)| a == b);
    opens && {
        let after = &words[head.len()..];
        matches!(after[0], "in" | "on" | "at" | "from" | "between" | "during")
            && after
                .iter()
                .take(REACH)
                .take_while(|word| {
                    !matches!(
                        **word,
                        "and" | "but" | "which" | "who" | "that" | ";" | "." | "(" | "was"
                    )
                })
                .any(|word| *word == "by")
    }
}

/// "bought the site for", where the cue is "bought for"; "signed on 22 May, in", where it is "signed in":
/// an object or a time may stand before the preposition.
fn part_later(tail: &[String], words: &[&str]) -> bool {
    const REACH: usize = 8;
    let [preposition] = tail else { return false };
    matches!(preposition.as_str(), "for" | "in" | "at" | "to" | "from" | "on" | "near" | "with")
        && words
            .iter()
            .take(REACH)
            .take_while(|word| {
                !matches!(
                    **word,
                    "and" | "but" | "which" | "who" | "that" | ";" | "." | "(" | "was"
                )
            })
            .any(|word| word == preposition)
}
