//! What is said of an edition beside what says which it is: "The eighth X cost €5 million", "In 2018 the turnout
//! in X was 61 %", "Ada Moss won the 2018 X".
//!
//! Other constructions have drafted the quantity or the text as they do for a fact of one value; here it joins
//! the row that the sentence names. It must not know what that row holds.

use super::super::claim::{Doubt, Stated};
use super::super::limit;
use super::super::scene::{Draft, Scene, wants};
use super::edition::before_name;
use super::edition_series::Slot;
use crate::rules::expected::Column;
use crate::rules::{Expected, FactId};
use crate::value::Reading;

/// Puts each draft of a quantity or a text of a series into its row.
pub(super) fn pair(scene: &Scene<'_>, drafts: &mut Vec<Draft>) {
    let is_series = |fact: FactId| matches!(scene.fact(fact).expected, Expected::Editions(_));
    let (told, mut rest): (Vec<Draft>, Vec<Draft>) = std::mem::take(drafts)
        .into_iter()
        .partition(|draft| is_series(draft.fact) && is_told(scene, draft));
    for draft in told {
        if counts_something(scene, &draft) {
            continue;
        }
        let known = |row: &&mut Draft| row.fact == draft.fact && !is_told(scene, row);
        let word = scene.value_word(&draft);
        let limited = limit::is_limited(scene, &draft, word);
        match rest.iter_mut().filter(known).collect::<Vec<_>>().as_mut_slice() {
            [row] if states(row, &draft) => {}
            [row] if !limited && draft.doubt.is_none() && row.given.is_none() => join(row, draft),
            _ => rest.push(named(scene, draft)),
        }
    }
    *drafts = rest;
}

/// Whether a draft's one value is told of a row, and does not say which row it is.
fn is_told(scene: &Scene<'_>, draft: &Draft) -> bool {
    let told = !matches!(scene.expected_of(draft), Expected::Editions(_));
    told && draft.slots.len() == 1
}

/// "beside a market with 39 stalls": what is counted is tied to its row in `edition_count`.
fn counts_something(scene: &Scene<'_>, draft: &Draft) -> bool {
    matches!(scene.expected_of(draft), Expected::Number(it) if it.counted_noun().is_some())
}

/// Whether a row makes a claim of the value already.
fn states(row: &Draft, draft: &Draft) -> bool {
    let own = &row.slots[..row.given.unwrap_or(row.slots.len())];
    own.iter().any(|slot| slot.1.overlaps(draft.slots[0].1))
}

fn join(row: &mut Draft, draft: Draft) {
    let slots: Vec<Slot> = row.slots.drain(..).chain(draft.slots.iter().cloned()).collect();
    *row = Draft { slots, subject: row.subject, ..draft };
}

/// The draft with what names its row: a date before the series' name, which only says which is meant, or one that
/// says when. Without either it may be of any row.
fn named(scene: &Scene<'_>, mut draft: Draft) -> Draft {
    let mention = scene.mentions.iter().position(|it| Some(scene.source(it.span)) == draft.subject);
    let before = mention.and_then(|mention| before_name(scene, mention));
    let given = before.and_then(|value| dated(scene, draft.fact, &value.reading));
    let when = draft.times.first().and_then(|reading| dated(scene, draft.fact, reading));
    match (given, when) {
        (Some(slot), _) => {
            draft.given = Some(draft.slots.len());
            draft.slots.push(slot);
        }
        (None, Some(slot)) => draft.slots.insert(0, slot),
        (None, None) => draft.doubt = draft.doubt.or(Some(Doubt::Limited)),
    }
    draft
}

/// A date as the column of a series that holds dates.
fn dated(scene: &Scene<'_>, fact: FactId, reading: &Reading) -> Option<Slot> {
    let Expected::Editions(rows) = &scene.fact(fact).expected else { return None };
    let mut columns = rows.iter().flat_map(|row| &row.columns);
    let holds = |column: &&Column| wants(&column.value, &reading.value);
    let column = columns.find(holds)?;
    Some((column.key, scene.source(reading.span), Stated::Reading(reading.clone())))
}
