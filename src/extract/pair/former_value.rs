//! Amounts of another year beside a fact's own: "revenue of €92 million in 2023, up from €84 million in
//! 2022", where the fact knows both.
//!
//! It must not know which year's amount is right.

use super::super::claim::Stated;
use super::super::scene::{Draft, Located, Scene, wants};
use super::super::token::is_strange_name;
use super::attribute::reading_span;
use super::rival::same_kind;
use crate::rules::Expected;
use crate::value::{Reading, Value};

/// How far apart the two amounts may stand, in words.
const REACH: usize = 14;

/// Drafts a claim for each amount that one of a timeline's fact is compared with.
pub(super) fn pair(scene: &Scene<'_>, drafts: &mut Vec<Draft>) {
    let told: Vec<Draft> = drafts
        .iter()
        .filter(|draft| matches!(scene.fact(draft.fact).expected, Expected::Timeline(_)))
        .cloned()
        .collect();
    for draft in told {
        let Some((_, span, Stated::Reading(_))) = draft.slots.last() else { continue };
        let Some(first) =
            scene.values.iter().find(|it| scene.source(it.reading.span).overlaps(*span))
        else {
            continue;
        };
        for other in scene.values.iter().filter(|other| is_compared(scene, first, other)) {
            let Some(when) = date_after(scene, other) else { continue };
            let place = reading_span(scene, draft.fact, other);
            let known = drafts.iter().any(|it| {
                it.fact == draft.fact && it.slots.iter().any(|slot| slot.1 == scene.source(place))
            });
            if known || !fits(scene, &draft, other) {
                continue;
            }
            let stated = Stated::Reading(other.reading.clone());
            let clause = scene.sentence.clause_of(other.words.start);
            let new = scene.draft(draft.fact, place, stated, "compared amount", clause);
            drafts.push(Draft { subject: draft.subject, times: vec![when], ..new });
        }
    }
}

fn fits(scene: &Scene<'_>, draft: &Draft, value: &Located) -> bool {
    let Expected::Timeline(rows) = &scene.fact(draft.fact).expected else { return false };
    rows.first().is_some_and(|row| wants(&row.value, &value.reading.value))
}

/// "A, up from B", "A, compared with B": nothing but the comparison and A's own time between them.
fn is_compared(scene: &Scene<'_>, first: &Located, other: &Located) -> bool {
    let (from, to) = (first.words.end, other.words.start);
    if !same_kind(first, other) || to <= from || to - from > REACH {
        return false;
    }
    let before = |n: usize| scene.lower(to.wrapping_sub(n));
    let compares = match before(1) {
        "from" => matches!(before(2), "up" | "down"),
        "with" | "to" => before(2) == "compared",
        "against" | "versus" => true,
        _ => false,
    };
    let strange = (from..to).any(|at| {
        !scene.is_value(at)
            && (is_strange_name(scene.parse, &scene.mentions, at)
                || scene.mentions.iter().any(|mention| mention.words.contains(&at)))
    });
    compares && !strange
}

/// "in 2022", "a year earlier" right after an amount.
fn date_after(scene: &Scene<'_>, value: &Located) -> Option<Reading> {
    let end = value.words.end;
    let next = end + usize::from(matches!(scene.lower(end), "in" | "for" | "during" | "at" | "on"));
    let when = scene.values.iter().find(|date| {
        matches!(date.reading.value, Value::Date(_)) && (end..=next).contains(&date.words.start)
    })?;
    Some(when.reading.clone())
}
