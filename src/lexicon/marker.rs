//! Words that take a statement out of the article's plain voice: negations, plans, corrections.
//!
//! Patterns stand in `markers.txt`. It must not know clauses: how far a marker reaches is for its
//! callers.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::cue::starts_with;
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
    /// "originally", "at its peak", "on its opening weekend".
    Limit,
}

/// A row of the data: its parts in order, each a word, `~`, `%` or `a|b`; no marker for phrases
/// that only look like one.
struct Row {
    parts: Vec<Part>,
    marker: Option<Marker>,
}

/// A part of a row, and how the words that fit it may begin.
struct Part {
    text: &'static str,
    initials: Initials,
}

/// The rows, and by first word the alternatives of their first parts that begin with it.
#[derive(Default)]
struct Markers {
    rows: Vec<Row>,
    starts: FxHashMap<&'static str, Vec<Start>>,
    /// The first words of rows that take something back, and how the next word may begin.
    corrections: FxHashMap<&'static str, Initials>,
}

/// An alternative of a row's first part.
struct Start {
    /// What follows the first word in it.
    rest: &'static str,
    /// The row.
    row: usize,
    /// How the next word may begin: most rows are told apart by that.
    next: Initials,
}

/// First letters, a bit each; the last bit stands for whatever is no small letter, and for no word at all.
#[derive(Clone, Copy)]
struct Initials(u32);

impl Initials {
    const ANY: Self = Self(u32::MAX);

    fn of(word: &str) -> Self {
        match word.bytes().next() {
            Some(letter @ b'a'..=b'z') => Self(1 << (letter - b'a')),
            _ => Self(1 << 31),
        }
    }

    /// How the words of a part may begin.
    fn of_part(part: &str) -> Self {
        let any = matches!(part, "~" | "%") || part.split('|').any(str::is_empty);
        if any {
            return Self::ANY;
        }
        Self(part.split('|').fold(0, |all, phrase| all | Self::of(phrase).0))
    }

    fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

static MARKERS: LazyLock<Markers> = LazyLock::new(|| {
    let mut markers = Markers::default();
    markers.starts.reserve(512);
    let mut kind = None;
    for row in rows(include_str!("markers.txt")) {
        let head = row.strip_prefix('[').and_then(|head| head.strip_suffix(']'));
        if let Some(found) = head.and_then(read_kind) {
            kind = Some(found);
        } else if let Some(marker) = kind {
            markers.add(Row { parts: parts(row), marker });
        }
    }
    markers
});

impl Markers {
    fn add(&mut self, row: Row) {
        for alternative in row.parts.first().into_iter().flat_map(|part| part.text.split('|')) {
            let (first, rest) = alternative.split_once(' ').unwrap_or((alternative, ""));
            let next = match (rest, row.parts.get(1)) {
                ("", None) => Initials::ANY,
                ("", Some(part)) => part.initials,
                _ => Initials::of(rest),
            };
            self.starts.entry(first).or_default().push(Start { rest, row: self.rows.len(), next });
            if row.marker == Some(Marker::Correction) {
                self.corrections.entry(first).or_insert(Initials(0)).0 |= next.0;
            }
        }
        self.rows.push(row);
    }
}

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
        "limit" => Marker::Limit,
        _ => return None,
    }))
}

fn parts(row: &'static str) -> Vec<Part> {
    let part = |text| Part { text, initials: Initials::of_part(text) };
    let mut parts = Vec::new();
    for text in row.split_inclusive(['{', '}']) {
        match text.strip_suffix('}') {
            Some(alternatives) => parts.push(part(alternatives)),
            None => parts.extend(text.trim_end_matches('{').split_whitespace().map(part)),
        }
    }
    parts
}

/// Whether [`markers_at`] may find anything where a lower-case word stands first.
pub fn may_begin_marker(word: &str) -> bool {
    MARKERS.starts.contains_key(word) || word.ends_with("n't") || word.ends_with("'ll")
}

/// Whether a correction may start with a lower-case word and the next: few words begin one.
pub fn may_begin_correction(word: &str, next: &str) -> bool {
    MARKERS.corrections.get(word).is_some_and(|initials| initials.has(Initials::of(next)))
}

/// The longest marker that starts at `words[0]`, and its length in words.
///
/// `words` are lower-case tokens as `text::words` cuts them: "didn't" is one word.
pub fn markers_at(words: &[&str]) -> Option<(Marker, usize)> {
    let (first, after) = words.split_first()?;
    let markers = &*MARKERS;
    let next = after.first().map_or(Initials::of(""), |word| Initials::of(word));
    let found = markers
        .starts
        .get(first)
        .into_iter()
        .flatten()
        .filter(|start| start.next.has(next))
        .filter_map(|start| {
            let row = markers.rows.get(start.row)?;
            let length = matched(after, start.rest, row.parts.get(1..)?)?;
            Some((row.marker, 1 + length))
        })
        .max_by_key(|&(_, length)| length);
    match found {
        Some((marker, length)) => marker.map(|marker| (marker, length)),
        None if first.ends_with("n't") => Some((Marker::Negation, 1)),
        None => first.ends_with("'ll").then_some((Marker::Plan, 1)),
    }
}

/// How many words the rest of an alternative and the parts after it take, if they fit.
fn matched(words: &[&str], rest: &str, parts: &[Part]) -> Option<usize> {
    let mut at = longest(words, rest)?;
    for part in parts {
        let word = words.get(at);
        match part.text {
            "~" => at += usize::from(word.is_some_and(|word| is_adverb(word))),
            "%" if word.is_some_and(|word| verb_forms(word).contains(Form::Base)) => {}
            "%" => return None,
            _ if !part.initials.has(Initials::of(word.map_or("", |word| word))) => return None,
            text => at += longest(words.get(at..)?, text)?,
        }
    }
    Some(at)
}

/// The length of the longest of the alternatives the words begin with.
fn longest(words: &[&str], alternatives: &str) -> Option<usize> {
    if alternatives.is_empty() {
        return Some(0);
    }
    let n_words = |phrase: &[u8]| match phrase {
        [] => 0,
        phrase => 1 + phrase.iter().filter(|&&byte| byte == b' ').count(),
    };
    let initial = words.first().and_then(|word| word.as_bytes().first());
    let may = |phrase: &[u8]| phrase.is_empty() || phrase.first() == initial;
    // By bytes: the alternatives are short, and setting up a search costs more than the search.
    let fitting = alternatives
        .as_bytes()
        .split(|&byte| byte == b'|')
        .filter(|phrase| may(phrase) && starts_with(words, phrase));
    fitting.map(n_words).max()
}

fn is_adverb(word: &str) -> bool {
    let listed = matches!(
        word,
        "also"
            | "then"
            | "now"
            | "still"
            | "once"
            | "first"
            | "at"
            | "long"
            | "just"
            | "all"
            | "often"
            | "sometimes"
    );
    listed || word.len() > 3 && word.ends_with("ly")
}
