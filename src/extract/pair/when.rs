//! When a value that changes was so: "In 2018 it had 29 members", "moved to Graz in 2006".
//!
//! It must not know what was so at that time.

use std::ops::Range;

use super::super::scene::{Located, Scene};
use super::super::timeline;
use super::rival::same_kind;
use crate::rules::{Expected, FactId};
use crate::value::{Reading, Value};

/// The date said with a value of a fact whose value changes, given the value's words: the nearest in its clause,
/// else the one that leads its line.
pub(super) fn times(scene: &Scene<'_>, fact: FactId, words: &Range<usize>) -> Vec<Reading> {
    match scene.fact(fact).expected {
        Expected::Timeline(_) | Expected::Editions(_) => {}
        _ => return Vec::new(),
    }
    let clause = scene.sentence.clause_of(words.start);
    scene
        .values
        .iter()
        .filter(|date| matches!(date.reading.value, Value::Date(_)))
        .filter(|date| scene.sentence.clause_of(date.words.start) == clause)
        .min_by_key(|date| distance(scene, words, date))
        .map(|date| date.reading.clone())
        .or_else(|| timeline::line_date(scene))
        .into_iter()
        .collect()
}

/// How far a date stands from a value: first those that no other value of its kind is nearer to.
fn distance(scene: &Scene<'_>, words: &Range<usize>, date: &Located) -> (bool, usize) {
    const FAR: usize = 9;
    // "455,000 visitors, up from 410,000 in 2022": the other number is nearer to the year.
    let own = scene.value_at(words.start);
    let taken = |from: usize, until: usize| {
        own.is_some_and(|own| {
            scene.values.iter().any(|other| {
                other.words.start >= from && other.words.end <= until && same_kind(other, own)
            })
        })
    };
    if date.words.start >= words.end {
        // "in 2018 it had 29 members, in 2021 it had 31"
        let comma = (words.end + 1..date.words.start).any(|at| scene.lower(at) == ",");
        let far = date.words.start - words.end + FAR * usize::from(comma);
        (taken(words.end, date.words.start), far)
    } else {
        let far = 2 * (words.start - date.words.end.min(words.start));
        (taken(date.words.end, words.start), far)
    }
}
