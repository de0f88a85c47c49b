//! The dates that a claim may count from: "the same year", "three days later".
//!
//! It must not know which of them is meant.

use super::claim::Stated;
use super::scene::{Draft, Scene};
use crate::document::{BlockKind, Document};
use crate::rules::Expected;
use crate::value::date::Precision;
use crate::value::{self, Reading, Value};

/// How many dates before a claim may be what "the same year" refers to.
const ANCHORS: usize = 3;

/// How many blocks before it tell the year of a day, or the days of an office-holder.
const NEIGHBOURS: usize = 1;

/// How far before it the year of a day may be told.
const TOLD: usize = 6;

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
            let mut dates = beside(scene, draft);
            // "took over in June 2022. By September the rate stood at"
            if draft.times.iter().any(is_yearless_date) {
                dates.extend(around(document, at, scene));
            }
            return dates;
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

/// "On 12 October he ran" where the article states no date: the last date before it that has a year.
pub(super) fn told(
    document: &Document,
    at: usize,
    draft: &Draft,
    scene: &Scene<'_>,
) -> Option<Reading> {
    if document.date.is_some() || !draft.slots.iter().any(|(_, _, stated)| is_yearless(stated)) {
        return None;
    }
    let offset = scene.parse.words[scene.value_word(draft)].span.start;
    let own = scene.parse.values_until(scene.parse.words.len()).map(|value| &value.reading);
    let here = own.filter(|reading| reading.span.end <= offset && has_year(reading)).last();
    here.cloned().or_else(|| {
        let mut above = document.blocks[..at].iter().rev().take(TOLD);
        // What stands above a heading is of another time.
        let mut closed = false;
        above.find_map(|block| {
            if closed {
                return None;
            }
            closed = matches!(block.kind, BlockKind::Heading(_));
            value::read(&block.text).into_iter().rfind(has_year)
        })
    })
}

fn is_yearless(stated: &Stated) -> bool {
    matches!(stated, Stated::Reading(reading) if is_yearless_date(reading))
}

fn is_yearless_date(reading: &Reading) -> bool {
    matches!(&reading.value, Value::Date(date) if date.is_yearless())
}

/// Whether a reading is a date that states its year.
fn has_year(reading: &Reading) -> bool {
    let stated = |date: &value::date::Stated| {
        !date.is_relative() && date.year().is_some() && date.precision() <= Precision::Year
    };
    matches!(&reading.value, Value::Date(date) if !date.is_vague() && stated(date))
}

/// "President X", "on 7 December": of a time that only the text around it may tell.
fn is_timeless(draft: &Draft, scene: &Scene<'_>) -> bool {
    let holder = matches!(scene.fact(draft.fact).expected, Expected::Holders(_));
    holder && draft.times.is_empty() || draft.slots.iter().any(|(_, _, stated)| is_yearless(stated))
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
