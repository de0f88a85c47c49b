//! What may be said of a value: the built-in predicates that words of its sentence signal, verbs as
//! cues of the author's own, and nothing at all.

use super::subject::distance;
use super::{Located, Piece};
use crate::lexicon::{self, Family, Role};
use crate::source::Span;
use crate::text::words;
use crate::value::Value;

/// As YAML, the likeliest first.
pub(super) fn predicates(piece: &Piece<'_>, value: &Located) -> Vec<String> {
    let (mut predicates, known) = built_in(piece, value);
    match &value.reading.value {
        Value::Date(_) => {
            predicates.extend(own(piece, value, &known));
            if stands_at_name(piece, value) {
                predicates.insert(0, "[]".into());
            }
        }
        Value::Duration(_) if stands_at_name(piece, value) => predicates.insert(0, "[]".into()),
        Value::Duration(_) => predicates.push("[]".into()),
        Value::Number(_) => predicates.push("count".into()),
        Value::Money(_) | Value::Percent(_) | Value::Ordinal(_) => {}
    }
    let mut seen: Vec<String> = Vec::new();
    for predicate in predicates {
        if !seen.contains(&predicate) {
            seen.push(predicate);
        }
    }
    seen
}

/// The nearest first; of several that a word signals, the one of which it is most typical. With the
/// spans of all their words.
fn built_in(piece: &Piece<'_>, value: &Located) -> (Vec<String>, Vec<Span>) {
    let words = words(piece.text);
    let lower: Vec<&str> = words.iter().map(|word| word.lower.as_str()).collect();
    let (mut found, mut known) = (Vec::new(), Vec::new());
    for (at, word) in words.iter().enumerate() {
        for cue in lexicon::cues_at(&lower[at..]) {
            let family = &lexicon::families()[cue.family];
            let end = (at + cue.words).min(words.len());
            let span = Span::new(word.span.start, words[end - 1].span.end);
            known.push(span);
            if fits(family, &value.reading.value) {
                let cue = lower[at..end].join(" ");
                let rank = family.words.iter().position(|(known, _)| *known == cue);
                let rank = if cue == family.name { None } else { rank.or(Some(usize::MAX)) };
                found.push((distance(span, value.span), rank, family.name));
            }
        }
    }
    found.sort_unstable();
    (found.into_iter().map(|(_, _, name)| name.to_owned()).collect(), known)
}

/// Whether a predicate can be said of a value. Who said something when is news, no fact.
fn fits(family: &Family, value: &Value) -> bool {
    let is_measure = family.role == Role::Measure;
    match value {
        Value::Number(_) | Value::Money(_) | Value::Percent(_) => is_measure,
        Value::Date(_) | Value::Duration(_) | Value::Ordinal(_) => {
            !is_measure && family.name != "said"
        }
    }
}

/// The sentence's verbs that no predicate knows.
fn own(piece: &Piece<'_>, value: &Located, known: &[Span]) -> Vec<String> {
    let is_own = |verb: &&Span| {
        let text = &piece.text[verb.range()];
        let is_known = known.iter().any(|cue| cue.overlaps(**verb));
        text.chars().all(char::is_lowercase) && !is_known && !lexicon::reporting_verb(text)
    };
    let mut verbs: Vec<Span> = piece.outline.verbs.iter().filter(is_own).copied().collect();
    verbs.sort_by_key(|verb| distance(*verb, value.span));
    verbs.iter().map(|verb| format!("[{}]", &piece.text[verb.range()])).collect()
}

/// "the ten-year Quay Lease", "LEMOA (2016)".
fn stands_at_name(piece: &Piece<'_>, value: &Located) -> bool {
    let between = |from: usize, to: usize| piece.text.get(from..to);
    piece.outline.names.iter().any(|name| {
        between(value.span.end, name.start) == Some(" ")
            || between(name.end, value.span.start) == Some(" (")
    })
}
