//! Rows of a series: an ordinal, a date and a place that one sentence gives, at least two of them.

use super::super::super::claim::Stated;
use super::super::super::scene::{Draft, Scene, wants};
use super::super::ordinal::place_forms;
use super::{InScope, cue, is_telling_date};
use crate::rules::expected::Column;
use crate::rules::{Expected, FactId};
use crate::source::Span;
use crate::value::Value;

type Slot = (&'static str, Span, Stated);

/// Drafts the row that a sentence on a series states.
pub(super) fn pair(
    scene: &Scene<'_>,
    facts: &[InScope],
    taken: &[(FactId, Span)],
    drafts: &mut Vec<Draft>,
) {
    for &(fact, subject) in facts {
        let Expected::Editions(rows) = &scene.fact(fact).expected else { continue };
        let columns: Vec<&Column> = rows.iter().flat_map(|row| &row.columns).collect();
        let slots = slots(scene, &columns);
        let ordinal = |slot: &Slot| matches!(&slot.2, Stated::Reading(reading) if matches!(reading.value, Value::Ordinal(_)));
        let signalled = scene.is_bare(fact)
            || slots.iter().any(ordinal)
            || cue(scene, fact, scene.sentence.range.start).is_some();
        if slots.len() < 2 || !signalled {
            continue;
        }
        let known = |slot: &Slot| taken.contains(&(fact, slot.1));
        let (given, own): (Vec<Slot>, Vec<Slot>) = slots.into_iter().partition(known);
        let Some(first) = own.first() else { continue };
        let at = scene.sentence.range.start;
        let clause = scene.sentence.clause_of(at);
        let draft = scene.draft(fact, Span::default(), first.2.clone(), "loose row", clause);
        let n_own = (!given.is_empty()).then_some(own.len());
        let slots = own.into_iter().chain(given).collect();
        drafts.push(Draft { slots, given: n_own, subject, ..draft });
    }
}

/// The one ordinal, the one date and the known place of a sentence, as far as rows have such columns.
fn slots(scene: &Scene<'_>, columns: &[&Column]) -> Vec<Slot> {
    let kinds: [fn(&Value) -> bool; 2] = [
        |value| matches!(value, Value::Ordinal(_)),
        |value| matches!(value, Value::Date(date) if is_telling_date(date)),
    ];
    let one = |is_kind: &fn(&Value) -> bool| {
        let mut values = scene.values.iter().filter(|value| is_kind(&value.reading.value));
        let (value, None) = (values.next()?, values.next()) else { return None };
        let column = columns.iter().find(|column| wants(&column.value, &value.reading.value))?;
        let span = scene.source(value.reading.span);
        Some((column.key, span, Stated::Reading(value.reading.clone())))
    };
    let mut slots: Vec<Slot> = kinds.iter().filter_map(one).collect();
    let places = place_forms(scene, columns);
    if let [(key, span)] = places[..] {
        let text = scene.parse.text[span.range()].to_owned();
        slots.push((key, scene.source(span), Stated::Text(text)));
    }
    slots
}
