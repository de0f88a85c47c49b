//! Words that take a statement out of the article's plain voice: negations, plans, corrections.
//!
//! Patterns stand in `markers.txt`. It must not know clauses: how far a marker reaches is for its
//! callers.

use std::cmp::Reverse;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::form::Form;
use super::verbs::{rows, verb_forms};

/// What a marker says of the statement near it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Marker {
    /// "not", "never", "failed to".
    Negation,
    /// "denied", "dismissed reports".
    Denial,
    /// "was expected to", "had hoped to", "was to have".
    PastExpectation,
    /// "will", "is scheduled to", "plans to".
    Plan,
    /// "if", "would", "perhaps".
    Hypothesis,
    /// "reportedly", "myth".
    Rumour,
    /// "did it", "when was", "?".
    Question,
    /// "mistakenly", "(sic)", "an earlier version of".
    Correction,
}

/// One pattern: its words after the first, with `~` and `%` as the data file explains them; no
/// marker for phrases that only look like one.
type Pattern = (Vec<&'static str>, Option<Marker>);

static MARKERS: LazyLock<FxHashMap<&'static str, Vec<Pattern>>> = LazyLock::new(|| {
    let mut starts: FxHashMap<&'static str, Vec<Pattern>> = FxHashMap::default();
    let mut kind = None;
    for row in rows(include_str!("markers.txt")) {
        if let Some(head) = row.strip_prefix('[').and_then(|head| head.strip_suffix(']'))
            && let Some(found) = read_kind(head)
        {
            kind = Some(found);
        } else if let Some(kind) = kind {
            for mut words in expand(row) {
                let first = words.remove(0);
                starts.entry(first).or_default().push((words, kind));
            }
        }
    }
    starts.values_mut().for_each(|patterns| patterns.sort_by_key(|(rest, _)| Reverse(rest.len())));
    starts
});

/// The outer option is absent for no section, the inner for phrases that are no marker.
fn read_kind(name: &str) -> Option<Option<Marker>> {
    Some(Some(match name {
        "plain" => return Some(None),
        "negation" => Marker::Negation,
        "denial" => Marker::Denial,
        "past-expectation" => Marker::PastExpectation,
        "plan" => Marker::Plan,
        "hypothesis" => Marker::Hypothesis,
        "rumour" => Marker::Rumour,
        "question" => Marker::Question,
        "correction" => Marker::Correction,
        _ => return None,
    }))
}

/// All the phrases a row with `{a|b}` stands for; never an empty phrase.
fn expand(row: &'static str) -> Vec<Vec<&'static str>> {
    let mut phrases: Vec<Vec<&'static str>> = vec![Vec::new()];
    for part in row.split_inclusive(['{', '}']) {
        let alternatives: Vec<&str> = match part.strip_suffix('}') {
            Some(inside) => inside.split('|').collect(),
            None => vec![part.trim_end_matches('{')],
        };
        phrases = phrases
            .iter()
            .flat_map(|phrase| alternatives.iter().map(move |more| (phrase, more)))
            .map(|(phrase, more)| phrase.iter().copied().chain(more.split_whitespace()).collect())
            .collect();
    }
    phrases.retain(|phrase| !phrase.is_empty());
    phrases
}

/// The longest marker that starts at `words[0]`, and its length in words.
///
/// `words` are lower-case with straight apostrophes; "didn't" is one word.
pub fn markers_at(words: &[&str]) -> Option<(Marker, usize)> {
    let (first, rest) = words.split_first()?;
    let found = MARKERS
        .get(first)
        .into_iter()
        .flatten()
        .filter_map(|(pattern, kind)| Some((*kind, 1 + matched(rest, pattern)?)))
        .max_by_key(|&(_, length)| length);
    match found {
        Some((kind, length)) => kind.map(|kind| (kind, length)),
        None => first.ends_with("n't").then_some((Marker::Negation, 1)),
    }
}

/// How many words the pattern takes, if they begin with it.
fn matched(words: &[&str], pattern: &[&str]) -> Option<usize> {
    let mut at = 0;
    for &part in pattern {
        match words.get(at) {
            Some(word) if part == "~" => at += usize::from(is_adverb(word)),
            Some(word) if *word == part => at += 1,
            None if part == "~" => {}
            Some(word) if part == "%" && verb_forms(word).contains(Form::Base) => {}
            _ => return None,
        }
    }
    Some(at)
}

fn is_adverb(word: &str) -> bool {
    word.len() > 3 && word.ends_with("ly")
        || matches!(
            word,
            "also" | "then" | "now" | "still" | "once" | "first" | "at" | "long" | "just" | "all"
        )
}
