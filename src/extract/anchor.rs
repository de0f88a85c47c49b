//! The dates that a claim may count from: "the same year", "three days later".
//!
//! It must not know which of them is meant.

use super::claim::Stated;
use super::scene::{Draft, Scene};
use crate::document::Document;
use crate::rules::Expected;
use crate::value::{self, Reading, Value};

/// How many dates before a claim may be what "the same year" refers to.
const ANCHORS: usize = 3;

/// How many blocks before it tell the year of a day, or the days of an office-holder.
const NEIGHBOURS: usize = 1;

/// The dates before a claim that refers back, nearest first; the dates around one whose year or time is not said.
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
    let Some(offset) = anchored else {
        if matches!(scene.fact(draft.fact).expected, Expected::Timeline(_)) {
            return beside(scene, draft);
        }
        return if is_timeless(draft, scene) { around(document, at, scene) } else { Vec::new() };
    };
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

/// "President X", "on 7 December": of a time that only the text around it may tell.
fn is_timeless(draft: &Draft, scene: &Scene<'_>) -> bool {
    let yearless = |stated: &Stated| match stated {
        Stated::Reading(Reading { value: Value::Date(date), .. }) => date.is_yearless(),
        _ => false,
    };
    let holder = matches!(scene.fact(draft.fact).expected, Expected::Holders(_));
    holder && draft.times.is_empty() || draft.slots.iter().any(|(_, _, stated)| yearless(stated))
}

/// The dates between the same semicolons: a value that changes may be of any of them.
fn beside(scene: &Scene<'_>, draft: &Draft) -> Vec<Reading> {
    let value = scene.value_word(draft);
    let range = scene.sentence.range.clone();
    let parts = |at: &usize| scene.lower(*at) == ";";
    let start = (range.start..value).rev().find(parts).unwrap_or(range.start);
    let end = (value..range.end).find(parts).unwrap_or(range.end);
    let here = scene.values.iter().filter(|it| (start..end).contains(&it.words.start));
    here.map(|value| value.reading.clone()).filter(is_anchor).collect()
}

/// The years that the paragraph and the one before it give.
fn around(document: &Document, at: usize, scene: &Scene<'_>) -> Vec<Reading> {
    let dated = |reading: &Reading| {
        let told = |date: &value::date::Stated| !date.is_yearless() && !date.is_relative();
        is_anchor(reading) && matches!(&reading.value, Value::Date(date) if told(date))
    };
    let here = scene.parse.values_until(scene.parse.words.len());
    let mut years: Vec<Reading> =
        here.map(|value| value.reading.clone()).filter(|reading| dated(reading)).collect();
    for block in document.blocks[..at].iter().rev().take(NEIGHBOURS) {
        years.extend(value::read(&block.text).into_iter().filter(|reading| dated(reading)));
    }
    years
}

fn is_anchor(reading: &Reading) -> bool {
    matches!(&reading.value, Value::Date(date) if !date.is_vague())
}
