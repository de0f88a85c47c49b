//! Rows of a series: an ordinal, a date and a place that one sentence gives, at least two of them.

use super::super::super::scene::{Draft, Scene};
use super::super::edition_places::each;
use super::super::edition_series::{Slot, is_ordinal, segments, slots};
use super::{InScope, cue, is_telling_date};
use crate::rules::expected::Column;
use crate::rules::{Expected, FactId};
use crate::source::Span;
use crate::value::Value;

/// Drafts the rows that a sentence on a series states.
pub(super) fn pair(
    scene: &Scene<'_>,
    facts: &[InScope],
    taken: &[(FactId, Span)],
    drafts: &mut Vec<Draft>,
) {
    for &(fact, subject) in facts {
        let Expected::Editions(rows) = &scene.fact(fact).expected else { continue };
        let columns: Vec<&Column> = rows.iter().flat_map(|row| &row.columns).collect();
        let start = scene.sentence.range.start;
        if scene.is_bare(fact) || cue(scene, fact, start).is_some() {
            let free = |draft: &Draft| !draft.slots.iter().any(|it| taken.contains(&(fact, it.1)));
            let each = each(scene, fact, &columns, scene.sentence.clause_of(start)).into_iter();
            drafts.extend(each.filter(free).map(|draft| Draft { subject, ..draft }));
        }
        for segment in segments(scene) {
            let slots = slots(scene, &columns, &segment, is_telling);
            drafts.extend(row(scene, fact, subject, slots, taken));
        }
    }
}

fn is_telling(value: &Value) -> bool {
    matches!(value, Value::Date(date) if is_telling_date(date))
}

/// The row of two values or more; what is claimed already only says which row it is.
fn row(
    scene: &Scene<'_>,
    fact: FactId,
    subject: Option<Span>,
    slots: Vec<Slot>,
    taken: &[(FactId, Span)],
) -> Option<Draft> {
    let start = scene.sentence.range.start;
    let signalled =
        scene.is_bare(fact) || slots.iter().any(is_ordinal) || cue(scene, fact, start).is_some();
    if slots.len() < 2 || !signalled {
        return None;
    }
    let known = |slot: &Slot| taken.contains(&(fact, slot.1));
    let (given, own): (Vec<Slot>, Vec<Slot>) = slots.into_iter().partition(known);
    let stated = own.first()?.2.clone();
    let clause = scene.sentence.clause_of(start);
    let draft = scene.draft(fact, Span::default(), stated, "loose row", clause);
    let n_own = (!given.is_empty()).then_some(own.len());
    let slots = own.into_iter().chain(given).collect();
    Some(Draft { slots, given: n_own, subject, ..draft })
}
