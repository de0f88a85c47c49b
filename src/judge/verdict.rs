//! From a claim to its findings: the comparison by value key, then what stance and doubt leave of it.

use super::clock::Clock;
use super::date::{fit, fits_year_told, is_of_another_year, normalised};
use super::holder::{Held, judge_acting, judge_name};
use super::rows::{judge_edition, judge_timeline, unsettled};
use super::text::{accepts, fits};
use super::{Dispute, Finding, Reason, Verdict};
use crate::extract::{Claim, Doubt, Slot, Stance, Stated};
use crate::rules::expected::{Holder, Text};
use crate::rules::{Expected, Fact, FactBook, Place};
use crate::source::Source;
use crate::value::date::ArticleTime;
use crate::value::{Fit, Value};

/// What a comparison gives for one slot.
struct Outcome<'f> {
    result: Result<bool, Reason>,
    expected: String,
    /// The single value it was held against, where there is one.
    against: Option<&'f Expected>,
    /// The holder it was held against.
    holder: Option<&'f str>,
    place: Place,
    note: Option<String>,
}

/// The findings of a claim, one a slot.
pub(super) fn findings(
    claim: &Claim,
    book: &FactBook,
    clock: &Clock,
    source: &Source,
) -> Vec<Finding> {
    let fact = &book.facts[claim.fact.0 as usize];
    let outcomes = outcomes(claim, fact, clock);
    let fits = outcomes.iter().all(|outcome| outcome.result == Ok(true));
    let findings: Vec<Finding> = claim
        .slots
        .iter()
        .zip(outcomes)
        .filter(|(slot, _)| !slot.given)
        .map(|(slot, outcome)| finding(claim, fact, slot, outcome, clock, source))
        .collect();
    let agrees = || fits && findings.iter().all(|finding| finding.verdict == Verdict::Agrees);
    if claim.doubt == Some(Doubt::Loose) && !agrees() { Vec::new() } else { findings }
}

fn finding(
    claim: &Claim,
    fact: &Fact,
    slot: &Slot,
    outcome: Outcome<'_>,
    clock: &Clock,
    source: &Source,
) -> Finding {
    let verdict = verdict(claim, fact, outcome.result, clock);
    let stated = match &slot.stated {
        Stated::Reading(reading) => normalised(reading, claim, clock),
        Stated::Name(name) | Stated::Text(name) => name.clone(),
        Stated::Acting => "acting".to_owned(),
        Stated::Members { names, .. } => names.join("; "),
    };
    let stated = if stated.is_empty() { source.slice(slot.span).to_owned() } else { stated };
    let dispute = (verdict == Verdict::Conflicts).then(|| dispute(claim, slot, &outcome, clock));
    Finding {
        fact: claim.fact,
        verdict,
        severity: fact.severity,
        span: slot.span,
        stated,
        expected: outcome.expected,
        stance: claim.stance,
        subject: claim.subject,
        place: outcome.place,
        notes: outcome.note.into_iter().chain(resolution(claim, slot, clock, source)).collect(),
        construction: claim.trace.construction,
        dispute: dispute.flatten().map(Box::new),
    }
}

/// The typed values of a conflict.
fn dispute(claim: &Claim, slot: &Slot, outcome: &Outcome<'_>, clock: &Clock) -> Option<Dispute> {
    let expected = match (outcome.holder, outcome.against) {
        (Some(name), _) => Expected::Text(Text { value: name.to_owned(), ..Text::default() }),
        (None, against) => against?.clone(),
    };
    Some(Dispute {
        stated: slot.stated.clone(),
        expected,
        order: clock.order(),
        quoted: claim.quoted,
    })
}

/// How a relative date was understood.
fn resolution(claim: &Claim, slot: &Slot, clock: &Clock, source: &Source) -> Option<String> {
    let Stated::Reading(reading) = &slot.stated else { return None };
    let Value::Date(date) = &reading.value else { return None };
    if !date.is_relative() {
        return None;
    }
    let value = normalised(reading, claim, clock);
    let text = source.slice(slot.span);
    let from = match clock.time() {
        _ if date.is_anchored() => "counted from the date stated before it".to_owned(),
        ArticleTime::Day(day) => format!("the article is of {day}"),
        ArticleTime::Within(interval) => format!(
            "the office-holders named date the article between {} and {}",
            interval.first, interval.last
        ),
        ArticleTime::Unknown => match clock.years_told(claim, date)? {
            (first, last) if first == last => format!("the text around it tells of {first}"),
            (first, last) => format!("the text around it tells of {first} to {last}"),
        },
    };
    (!value.is_empty()).then(|| format!("\u{201c}{text}\u{201d} is {value}: {from}"))
}

/// What stance, plans, doubt and the fact's own limits leave of a comparison.
fn verdict(claim: &Claim, fact: &Fact, result: Result<bool, Reason>, clock: &Clock) -> Verdict {
    if let Some(reason) = outside(fact, clock) {
        return Verdict::Unjudged(reason);
    }
    let reason = match claim.stance {
        Stance::Negated => Some(Reason::Negated),
        Stance::Expected => Some(Reason::Expectation),
        Stance::Hypothetical => Some(Reason::Hypothetical),
        Stance::Question => Some(Reason::Question),
        Stance::Corrected => Some(Reason::Corrected),
        Stance::Asserted | Stance::Reported | Stance::Quoted | Stance::Planned => None,
    };
    if let Some(reason) = reason {
        return Verdict::Unjudged(reason);
    }
    match result {
        Ok(true) => Verdict::Agrees,
        Err(reason) => Verdict::Unjudged(reason),
        Ok(false) if claim.stance == Stance::Planned && !fact.judge_plans => {
            Verdict::Unjudged(Reason::Plan)
        }
        Ok(false) if claim.doubt == Some(Doubt::Either) => Verdict::Unjudged(Reason::AmbiguousLink),
        Ok(false) if claim.doubt == Some(Doubt::Limited) => Verdict::Unjudged(Reason::Limited),
        Ok(false) if claim.doubt == Some(Doubt::Loose) => Verdict::Unjudged(Reason::AmbiguousLink),
        Ok(false) if fact.open && !matches!(fact.expected, Expected::Editions(_)) => {
            Verdict::Unjudged(Reason::OpenSeries)
        }
        Ok(false) => Verdict::Conflicts,
    }
}

/// `valid:` the fact is only for articles dated in it.
fn outside(fact: &Fact, clock: &Clock) -> Option<Reason> {
    let valid = fact.valid.as_ref()?.interval();
    match clock.interval() {
        None => Some(Reason::UndatedArticle),
        Some(article) => {
            let inside = valid.first <= article.first && article.last <= valid.last;
            (!inside).then_some(Reason::OutsideKnownPeriod)
        }
    }
}

fn outcomes<'f>(claim: &Claim, fact: &'f Fact, clock: &Clock) -> Vec<Outcome<'f>> {
    let whole = |result| Outcome {
        result,
        expected: fact.expected.summary(),
        against: None,
        holder: None,
        place: fact.value_place,
        note: None,
    };
    match &fact.expected {
        Expected::Holders(rows) => {
            let name = claim.slots.iter().find_map(|slot| match &slot.stated {
                Stated::Name(name) => Some(name.as_str()),
                _ => None,
            });
            let one = |slot: &Slot| match &slot.stated {
                Stated::Name(name) => held(judge_name(rows, name, claim, clock), fact, false),
                Stated::Acting => held(judge_acting(rows, name, claim, clock), fact, true),
                _ => whole(Err(Reason::Incomparable)),
            };
            claim.slots.iter().map(one).collect()
        }
        Expected::Editions(rows) => {
            let (results, row) = judge_edition(rows, claim, clock, fact.open);
            let outcome = |(slot, result): (&Slot, Result<bool, Reason>)| {
                let column =
                    row.and_then(|row| rows[row].columns.iter().find(|c| c.key == slot.column));
                Outcome {
                    expected: column.map_or_else(|| fact.expected.summary(), |c| c.value.summary()),
                    against: column.map(|c| &c.value),
                    place: column.map_or(fact.value_place, |c| c.place),
                    ..whole(result)
                }
            };
            claim.slots.iter().zip(results).map(outcome).collect()
        }
        Expected::Timeline(rows) => {
            let (result, row) = judge_timeline(rows, claim, clock);
            let mut outcome = whole(result);
            if let Some(row) = row {
                outcome.expected = rows[row].value.summary();
                outcome.against = Some(&rows[row].value);
                outcome.place = rows[row].place;
            }
            vec![outcome]
        }
        expected => claim
            .slots
            .iter()
            .map(|slot| Outcome {
                against: Some(expected),
                ..whole(single(expected, slot, claim, fact, clock))
            })
            .collect(),
    }
}

fn held<'f>(held: Held<'f>, fact: &'f Fact, acting: bool) -> Outcome<'f> {
    let expected = match held.row {
        Some(row) if acting => if row.acting { "acting" } else { "not acting" }.to_owned(),
        Some(row) => row.names[0].clone(),
        None => fact.expected.summary(),
    };
    let place = held.row.map_or(fact.value_place, |row| row.place);
    // A former holder is no other one, and "acting" is no name.
    let holder = held.row.filter(|_| !acting).map(Holder::name);
    Outcome { result: held.outcome, expected, against: None, holder, place, note: held.note }
}

/// A slot against a fact of one value.
fn single(
    expected: &Expected,
    slot: &Slot,
    claim: &Claim,
    fact: &Fact,
    clock: &Clock,
) -> Result<bool, Reason> {
    match (expected, &slot.stated) {
        (Expected::Text(text) | Expected::Expansion(text), Stated::Text(stated)) => {
            Ok(accepts(text, stated))
        }
        (Expected::Members(members), Stated::Members { names, complete }) => {
            Ok(fits(members, names, *complete))
        }
        (expected, Stated::Reading(reading)) => {
            match fit(expected, reading, claim, clock, fact.tolerance_days) {
                Fit::Agrees => Ok(true),
                Fit::Conflicts if is_of_another_year(expected, reading, claim, clock) => {
                    Err(Reason::NoAnchor)
                }
                Fit::Conflicts => Ok(false),
                Fit::Unsettled(_)
                    if fits_year_told(expected, reading, claim, clock, fact.tolerance_days) =>
                {
                    Ok(true)
                }
                Fit::Unsettled(reason) => Err(unsettled(reason)),
            }
        }
        _ => Err(Reason::Incomparable),
    }
}
