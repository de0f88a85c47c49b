//! The dates that a claim may count from: "the same year", "three days later".
//!
//! It must not know which of them is meant.

use super::claim::Stated;
use super::scene::{Draft, Scene};
use crate::document::Document;
use crate::value::{self, Reading, Value};

/// How many dates before a claim may be what "the same year" refers to.
const ANCHORS: usize = 3;

/// The dates before a claim that refers back, nearest first.
pub(super) fn anchors(
    document: &Document,
    at: usize,
    draft: &Draft,
    scene: &Scene<'_>,
) -> Vec<Reading> {
    let stated = draft.slots.iter().filter_map(|(_, _, stated)| match stated {
        Stated::Reading(reading) => Some(reading),
        _ => None,
    });
    let anchored = stated.chain(&draft.times).find_map(|reading| match &reading.value {
        Value::Date(date) if date.is_anchored() => Some(reading.span.start),
        _ => None,
    });
    let Some(offset) = anchored else { return Vec::new() };
    let here = scene.parse.values_until(scene.sentence.range.start);
    let mut anchors: Vec<Reading> = here
        .map(|value| value.reading.clone())
        .filter(|reading| is_anchor(reading) && reading.span.end <= offset)
        .collect();
    anchors.reverse();
    for block in document.blocks[..at].iter().rev().take(ANCHORS) {
        if anchors.len() >= ANCHORS {
            break;
        }
        let mut earlier: Vec<Reading> =
            value::read(&block.text).into_iter().filter(is_anchor).collect();
        earlier.reverse();
        anchors.extend(earlier);
    }
    anchors.truncate(ANCHORS);
    anchors
}

fn is_anchor(reading: &Reading) -> bool {
    matches!(&reading.value, Value::Date(date) if !date.is_vague())
}
