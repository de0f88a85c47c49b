//! Several editions in one sentence: "The first X was held in A in 2018, the second in B in June
//! 2019". Each ordinal begins the words that are said of its edition.

use std::ops::Range;

use super::super::claim::Stated;
use super::super::parse::Tag;
use super::super::scene::{Draft, Located, Scene, wants};
use super::super::token::is_strange_name;
use super::edition::place_forms;
use super::ordinal::SERIES;
use crate::rules::FactId;
use crate::rules::expected::Column;
use crate::source::Span;
use crate::value::Value;

/// A value key with its place in the source and what is stated there.
pub(super) type Slot = (&'static str, Span, Stated);

/// The words of each edition: from one ordinal to the next, the first from the sentence's start.
pub(super) fn segments(scene: &Scene<'_>) -> Vec<Range<usize>> {
    let range = &scene.sentence.range;
    let ordinal = |value: &&Located| matches!(value.reading.value, Value::Ordinal(_));
    let mut starts: Vec<usize> =
        scene.values.iter().filter(ordinal).map(|value| value.words.start).skip(1).collect();
    starts.insert(0, range.start);
    let ends = starts.iter().skip(1).copied().chain(std::iter::once(range.end));
    starts.iter().zip(ends).map(|(&start, end)| start..end).collect()
}

/// The one ordinal, the one date that `is_telling` and the one known place of a segment, as far as the
/// rows have such columns.
pub(super) fn slots(
    scene: &Scene<'_>,
    columns: &[&Column],
    segment: &Range<usize>,
    is_telling: fn(&Value) -> bool,
) -> Vec<Slot> {
    let kinds: [fn(&Value) -> bool; 2] = [|it| matches!(it, Value::Ordinal(_)), is_telling];
    let one = |is_kind: &fn(&Value) -> bool| {
        let here =
            |value: &&Located| segment.contains(&value.words.start) && !ranks_other(scene, value);
        let mut values =
            scene.values.iter().filter(here).filter(|value| is_kind(&value.reading.value));
        let (value, None) = (values.next()?, values.next()) else { return None };
        let column = columns.iter().find(|column| wants(&column.value, &value.reading.value))?;
        let span = scene.source(value.reading.span);
        Some((column.key, span, Stated::Reading(value.reading.clone())))
    };
    let mut slots: Vec<Slot> = kinds.iter().filter_map(one).collect();
    let here = |span: Span| segment.contains(&scene.parse.word_at(span.start));
    let places: Vec<(&'static str, Span)> =
        place_forms(scene, columns).into_iter().filter(|(_, span)| here(*span)).collect();
    if let [(key, span)] = places[..] {
        let text = scene.parse.text[span.range()].to_owned();
        slots.push((key, scene.source(span), Stated::Text(text)));
    }
    slots
}

/// "First game", "the second half", "was their second": the ordinal counts something else.
pub(super) fn ranks_other(scene: &Scene<'_>, value: &Located) -> bool {
    let noun = value.words.end;
    let theirs = matches!(
        scene.lower(value.words.start.wrapping_sub(1)),
        "their" | "his" | "her" | "our" | "my" | "your"
    );
    // "was the first since the war", "the first to be held abroad"
    let since =
        matches!(scene.lower(noun), "since" | "to" | "ever" | "outside" | "after" | "without");
    if (theirs || since) && matches!(value.reading.value, Value::Ordinal(_)) {
        return true;
    }
    // "the first Lake Festival"
    if matches!(value.reading.value, Value::Ordinal(_))
        && noun < scene.sentence.range.end
        && is_strange_name(scene.parse, &scene.mentions, noun)
        && !scene.is_value(noun)
    {
        return true;
    }
    matches!(value.reading.value, Value::Ordinal(_))
        && scene.tag(noun) == Some(Tag::Noun)
        && !SERIES.contains(&scene.lower(noun))
        && !scene.mentions.iter().any(|mention| mention.words.contains(&noun))
        && !scene.events.iter().any(|event| event.words.contains(&noun) && !event.cues.is_empty())
}

/// Whether a slot says which edition it is.
pub(super) fn is_ordinal(slot: &Slot) -> bool {
    matches!(&slot.2, Stated::Reading(it) if matches!(it.value, Value::Ordinal(_)))
}

/// Drafts a row for each edition of a sentence that counts several.
pub(super) fn rows(
    scene: &Scene<'_>,
    fact: FactId,
    columns: &[&Column],
    mention: usize,
    drafts: &mut Vec<Draft>,
) {
    let subject = Some(scene.source(scene.mentions[mention].span));
    for segment in segments(scene) {
        let slots = slots(scene, columns, &segment, |value| matches!(value, Value::Date(_)));
        let counted = slots.first().is_some_and(is_ordinal);
        if !counted || slots.len() < 2 {
            continue;
        }
        // The clause of its last value makes the statement.
        let last = scene.values.iter().rfind(|value| segment.contains(&value.words.start));
        let clause = scene.sentence.clause_of(last.map_or(segment.start, |it| it.words.start));
        let draft =
            scene.draft(fact, Span::default(), slots[0].2.clone(), "editions in a row", clause);
        drafts.push(Draft { slots, subject, ..draft });
    }
}
