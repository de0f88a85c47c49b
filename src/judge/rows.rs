//! Facts of several rows: editions of a series, values that change over time.

use super::Reason;
use super::clock::Clock;
use super::date::fit;
use super::holder::days;
use super::text::accepts;
use crate::extract::{Claim, Doubt, Slot, Stance, Stated};
use crate::rules::Expected;
use crate::rules::expected::{Edition, TimelineRow};
use crate::value::date::{self, Context, Interval, Tense};
use crate::value::{Fit, Reading, Unsettled, Value};

/// For each slot of a partial row: agrees, conflicts, or why not judged; and the row held against.
pub(super) fn judge_edition(
    rows: &[Edition],
    claim: &Claim,
    clock: &Clock,
    open: bool,
) -> (Vec<Result<bool, Reason>>, Option<usize>) {
    let table: Vec<Vec<Fit>> = rows
        .iter()
        .map(|row| claim.slots.iter().map(|slot| slot_fit(row, slot, claim, clock)).collect())
        .collect();
    let misses = |fits: &[Fit]| fits.iter().filter(|fit| **fit == Fit::Conflicts).count();
    let Some(fewest) = table.iter().map(|fits| misses(fits)).min() else {
        return (vec![Err(Reason::OpenSeries); claim.slots.len()], None);
    };
    let best: Vec<usize> = (0..rows.len()).filter(|&row| misses(&table[row]) == fewest).collect();
    let wrong =
        |row: usize| -> Vec<bool> { table[row].iter().map(|fit| *fit == Fit::Conflicts).collect() };
    let row = best[0];
    let identified = fewest < claim.slots.len();
    if fewest > 0 && claim.stance == Stance::Planned {
        return (vec![Err(Reason::Plan); claim.slots.len()], Some(row));
    }
    if fewest > 0 && !identified {
        let alone = claim.slots.len() == 1 && !open;
        let outcome = if alone {
            Ok(false)
        } else if open {
            Err(Reason::OpenSeries)
        } else {
            Err(Reason::Tie)
        };
        return (vec![outcome; claim.slots.len()], Some(row));
    }
    let tie = best.iter().any(|&other| wrong(other) != wrong(row));
    let outcomes = table[row]
        .iter()
        .map(|fit| match fit {
            Fit::Conflicts if tie => Err(Reason::Tie),
            Fit::Conflicts => Ok(false),
            Fit::Agrees if tie && fewest > 0 => Err(Reason::Tie),
            Fit::Agrees => Ok(true),
            Fit::Unsettled(reason) => Err(unsettled(*reason)),
        })
        .collect();
    (outcomes, Some(row))
}

/// A slot against its column of a row; a row without the column says nothing against it.
fn slot_fit(row: &Edition, slot: &Slot, claim: &Claim, clock: &Clock) -> Fit {
    let Some(column) = row.columns.iter().find(|column| column.key == slot.column) else {
        return Fit::Unsettled(Unsettled::Incomparable);
    };
    value_fit(&column.value, slot, claim, clock)
}

/// A value that changes over time: judged by the rows of the claim's time.
pub(super) fn judge_timeline(
    rows: &[TimelineRow],
    claim: &Claim,
    clock: &Clock,
) -> (Result<bool, Reason>, Option<usize>) {
    let times = times(claim, clock);
    let limited = claim.doubt == Some(Doubt::Limited) && claim.times.is_empty();
    let Some(slot) = claim.slots.first() else { return (Err(Reason::Incomparable), None) };
    if times.is_empty() && !limited {
        return (Err(Reason::NoArticleDate), None);
    }
    // "at its peak": which of the rows is meant, the text does not say.
    let applies =
        |row: &TimelineRow| limited || times.iter().any(|time| days(&row.window).overlaps(time));
    let applicable: Vec<usize> = (0..rows.len()).filter(|&row| applies(&rows[row])).collect();
    let Some(&last) = applicable.last() else { return (Err(Reason::OutsideKnownPeriod), None) };
    let fits: Vec<(usize, Fit)> = applicable
        .iter()
        .map(|&row| (row, value_fit(&rows[row].value, slot, claim, clock)))
        .collect();
    if let Some((row, _)) = fits.iter().find(|(_, fit)| *fit == Fit::Agrees) {
        return (Ok(true), Some(*row));
    }
    if let Some(row) = of_year_told(rows, slot, claim, clock) {
        return (Ok(true), Some(row));
    }
    match fits.iter().find_map(|(_, fit)| match fit {
        Fit::Unsettled(reason) => Some(*reason),
        _ => None,
    }) {
        Some(reason) => (Err(unsettled(reason)), Some(last)),
        None if is_of_time_beside(rows, slot, claim, clock)
            || is_of_today(rows, slot, claim, clock) =>
        {
            (Err(Reason::Limited), Some(last))
        }
        None => (Ok(false), Some(last)),
    }
}

/// "took over in June 2022. By September the rate stood at 9.75%": the row that is right for that month of a year that the
/// text around it tells of.
fn of_year_told<'c>(
    rows: &[TimelineRow],
    slot: &Slot,
    claim: &'c Claim,
    clock: &Clock,
) -> Option<usize> {
    let date = |reading: &'c Reading| match &reading.value {
        Value::Date(date) => Some(date),
        _ => None,
    };
    let years = claim.anchors.iter().filter_map(date).filter_map(date::Stated::year);
    let contexts: Vec<Context> = years.filter_map(|year| clock.of_year(year)).collect();
    let open = claim.times.iter().filter_map(date).filter(|date| date.is_yearless());
    let times: Vec<Interval> = open
        .flat_map(|date| contexts.iter().filter_map(|context| date.resolve(context).ok()))
        .flatten()
        .collect();
    let applies = |row: &TimelineRow| times.iter().any(|time| days(&row.window).overlaps(time));
    (0..rows.len()).find(|&row| {
        applies(&rows[row]) && value_fit(&rows[row].value, slot, claim, clock) == Fit::Agrees
    })
}

/// "The 2011 census gave 3.6 million, more than its 2006 population": the value is right for another date of the sentence.
fn is_of_time_beside(rows: &[TimelineRow], slot: &Slot, claim: &Claim, clock: &Clock) -> bool {
    let beside = |row: &TimelineRow| {
        claim.anchors.iter().any(|reading| {
            let Value::Date(date) = &reading.value else { return false };
            let times = date.resolve(&clock.context(claim, reading)).unwrap_or_default();
            times.iter().any(|time| days(&row.window).overlaps(time))
        })
    };
    rows.iter().any(|row| value_fit(&row.value, slot, claim, clock) == Fit::Agrees && beside(row))
}

/// "was agreed in 2014, and its 32 members have kept it": a present tense beside a past date, and the value is right now.
fn is_of_today(rows: &[TimelineRow], slot: &Slot, claim: &Claim, clock: &Clock) -> bool {
    let now = |row: &TimelineRow| {
        clock.interval().is_some_and(|article| days(&row.window).overlaps(&article))
    };
    claim.tense != Tense::Past
        && !claim.times.is_empty()
        && rows
            .iter()
            .any(|row| now(row) && value_fit(&row.value, slot, claim, clock) == Fit::Agrees)
}

/// A slot against the value of a row or column.
fn value_fit(expected: &Expected, slot: &Slot, claim: &Claim, clock: &Clock) -> Fit {
    match (expected, &slot.stated) {
        (Expected::Text(text), Stated::Text(stated)) => {
            if accepts(text, stated) {
                Fit::Agrees
            } else {
                Fit::Conflicts
            }
        }
        (expected, Stated::Reading(reading)) => fit(expected, reading, claim, clock, 0),
        _ => Fit::Unsettled(Unsettled::Incomparable),
    }
}

/// The time stated with the claim, else the article's.
fn times(claim: &Claim, clock: &Clock) -> Vec<Interval> {
    let stated: Vec<Interval> = claim
        .times
        .iter()
        .filter_map(|reading| match &reading.value {
            Value::Date(date) => date.resolve(&clock.context(claim, reading)).ok(),
            _ => None,
        })
        .flatten()
        .collect();
    if stated.is_empty() { clock.interval().into_iter().collect() } else { stated }
}

/// The reason for a verdict that a value could not settle.
pub(super) fn unsettled(reason: Unsettled) -> Reason {
    match reason {
        Unsettled::NeedsArticleDate => Reason::NoArticleDate,
        Unsettled::NeedsAnchor => Reason::NoAnchor,
        Unsettled::AmbiguousOrder => Reason::AmbiguousDate,
        Unsettled::Incomparable => Reason::Incomparable,
    }
}
