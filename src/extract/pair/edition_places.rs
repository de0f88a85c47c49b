//! Rows of a series that one sentence gives by their places: "It came out in Norland on 3 May 2006, in Ostria on 9 June
//! and in Karst in July".
//!
//! It must not know which row is right.

use std::ops::Range;

use super::super::claim::Stated;
use super::super::parse::Tag;
use super::super::scene::{Draft, Located, Scene};
use super::edition::{dates_mention, place_forms, slot};
use crate::rules::FactId;
use crate::rules::expected::Column;
use crate::source::Span;
use crate::value::Value;

/// A place, known or not, with the date that stands with it.
struct Pair<'s> {
    place: Range<usize>,
    date: &'s Located,
}

/// Drafts a row for each known place with a date of its own, where there are two places or more; whether there are.
pub(super) fn rows(
    scene: &Scene<'_>,
    fact: FactId,
    columns: &[&Column],
    mention: usize,
    drafts: &mut Vec<Draft>,
) -> bool {
    let pairs = pairs(scene);
    if pairs.len() < 2 || place_forms(scene, columns).is_empty() {
        return false;
    }
    let tied = pairs.iter().find_map(|pair| dates_mention(scene, fact, pair.date, mention));
    if let Some(clause) = tied {
        let subject = Some(scene.source(scene.mentions[mention].span));
        let rows = each(scene, fact, columns, clause).into_iter();
        drafts.extend(rows.map(|draft| Draft { subject, ..draft }));
    }
    true
}

/// A row for each known place of several that has a date of its own.
pub(super) fn each(
    scene: &Scene<'_>,
    fact: FactId,
    columns: &[&Column],
    clause: usize,
) -> Vec<Draft> {
    let known = place_forms(scene, columns);
    let pairs = pairs(scene);
    let row = |pair: &Pair<'_>| {
        let place = known.iter().find(|(_, span)| scene.parse.words_in(*span) == pair.place);
        let (&(key, span), date) = (place?, slot(scene, columns, pair.date)?);
        let stated = Stated::Text(scene.parse.text[span.range()].to_owned());
        let place = (key, scene.source(span), stated.clone());
        let draft = scene.draft(fact, Span::default(), stated, "editions by place", clause);
        Some(Draft { slots: vec![place, date], ..draft })
    };
    if pairs.len() < 2 { Vec::new() } else { pairs.iter().filter_map(row).collect() }
}

/// "in Norland on 3 May", "on 3 May in Norland": the places of a sentence that have a date each.
fn pairs<'s>(scene: &'s Scene<'_>) -> Vec<Pair<'s>> {
    let dates = || scene.values.iter().filter(|it| matches!(it.reading.value, Value::Date(_)));
    let behind = dates().filter_map(|date| Some(Pair { place: place_before(scene, date)?, date }));
    let behind: Vec<Pair<'_>> = behind.collect();
    if behind.len() > 1 {
        return behind;
    }
    dates().filter_map(|date| Some(Pair { place: place_after(scene, date)?, date })).collect()
}

/// "in *Norland* on 3 May", "in *Norland* (3 May)".
fn place_before(scene: &Scene<'_>, date: &Located) -> Option<Range<usize>> {
    let link = date.words.start.checked_sub(1)?;
    let linked = matches!(scene.lower(link), "on" | "in" | "(");
    let end = link - usize::from(scene.lower(link.wrapping_sub(1)) == ",");
    let start = name_back(scene, end);
    let the = usize::from(scene.lower(start.wrapping_sub(1)) == "the");
    // "in Norland in 2002, Ostria in 2003 and Karst in 2004"
    let placed = matches!(scene.lower(start.wrapping_sub(1 + the)), "in" | "at" | "," | "and");
    (linked && placed && start < end).then_some(start..end)
}

/// "on 3 May in *Norland*".
fn place_after(scene: &Scene<'_>, date: &Located) -> Option<Range<usize>> {
    let at = date.words.end;
    let start = at + 1 + usize::from(scene.lower(at + 1) == "the");
    let end = (start..scene.sentence.range.end)
        .find(|&at| !is_name(scene, at))
        .unwrap_or(scene.sentence.range.end);
    (matches!(scene.lower(at), "in" | "at") && start < end).then_some(start..end)
}

/// Where the name begins that ends at a word.
fn name_back(scene: &Scene<'_>, end: usize) -> usize {
    let floor = scene.sentence.range.start;
    (floor..end).rev().take_while(|&at| is_name(scene, at)).last().unwrap_or(end)
}

fn is_name(scene: &Scene<'_>, at: usize) -> bool {
    scene.tag(at) == Some(Tag::Name) && !scene.is_value(at)
}
