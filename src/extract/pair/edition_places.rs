//! Several rows of a series by their places: "X was released in May 2002 in Norland, in March 2003 in Ostria".
//!
//! It must not know which row is which.

use super::super::claim::{Doubt, Stated};
use super::super::scene::{Draft, Scene};
use super::edition::place_forms;
use super::edition_series::Slot;
use crate::rules::FactId;
use crate::rules::expected::Column;
use crate::source::Span;

/// A date with the place that stands beside it, for each date: dates and places take turns.
pub(super) fn pairs(
    scene: &Scene<'_>,
    columns: &[&Column],
    dates: &[Slot],
) -> Option<Vec<[Slot; 2]>> {
    let place = |(key, span): (&'static str, Span)| {
        let text = scene.parse.text[span.range()].to_owned();
        (key, scene.source(span), Stated::Text(text))
    };
    let places: Vec<Slot> = place_forms(scene, columns).into_iter().map(place).collect();
    if dates.len() < 2 || dates.len() != places.len() {
        return None;
    }
    let date_leads = dates[0].1.start < places[0].1.start;
    let (first, second) = if date_leads { (dates, &places[..]) } else { (&places[..], dates) };
    let starts = first.iter().zip(second).flat_map(|(one, two)| [one.1.start, two.1.start]);
    let take_turns = starts.is_sorted();
    let pairs = dates.iter().zip(&places).map(|(date, place)| [date.clone(), place.clone()]);
    take_turns.then(|| pairs.collect())
}

/// Drafts a row for each date, with its place where the two take turns; where they do not, each date may be of any.
pub(super) fn rows(
    scene: &Scene<'_>,
    fact: FactId,
    columns: &[&Column],
    dates: &[Slot],
    (subject, clause): (Option<Span>, usize),
    drafts: &mut Vec<Draft>,
) {
    let mut push = |slots: Vec<Slot>, doubt: Option<Doubt>| {
        let stated = slots[0].2.clone();
        let draft = scene.draft(fact, Span::default(), stated, "rows by their places", clause);
        drafts.push(Draft { slots, subject, doubt, ..draft });
    };
    match pairs(scene, columns, dates) {
        Some(pairs) => pairs.into_iter().for_each(|pair| push(pair.to_vec(), None)),
        None => dates.iter().for_each(|date| push(vec![date.clone()], Some(Doubt::Either))),
    }
}
