//! Dates and quantities beside the cue of a fact.

use super::super::super::claim::Stated;
use super::super::super::event::Event;
use super::super::super::scene::{Draft, Located, Scene};
use super::super::super::token::is_strange_name;
use super::super::measure::span;
use super::super::measure_kind::wanted;
use super::super::rival::{is_compared, is_part_or_whole, is_some_of, same_kind};
use super::super::when::times;
use super::{InScope, cue, is_telling_date};
use crate::lexicon;
use crate::rules::{Expected, FactId};
use crate::source::Span;
use crate::value::date::Precision;
use crate::value::{Comparator, Value};

/// Drafts a claim for every telling value that stands with the cue of a fact in scope.
pub(super) fn pair(
    scene: &Scene<'_>,
    facts: &[InScope],
    taken: &[(FactId, Span)],
    drafts: &mut Vec<Draft>,
) {
    for (index, value) in scene.values.iter().enumerate() {
        let place = scene.source(scene.span(&value.words));
        let free = !taken.iter().any(|(_, span)| span.overlaps(place));
        let lasting = matches!(&value.reading.value, Value::Date(date) if date.is_period());
        if !free || !(lasting || is_telling(value)) || is_other(scene, value) {
            continue;
        }
        for &(fact, subject) in facts {
            // "from 1999 to 2004" tells much of what lasted, and little of a day.
            let of_stretch = matches!(scene.fact(fact).expected, Expected::Period(_));
            if lasting == of_stretch
                && wanted(scene, fact, value)
                && let Some(cue) = cue(scene, fact, value.words.start)
                && stands_with(scene, value, cue, subject)
                && !is_beaten(scene, value, cue)
            {
                let stated = Stated::Reading(value.reading.clone());
                let clause = scene.sentence.clause_of(value.words.start);
                let span = span(scene, fact, index);
                let draft = scene.draft(fact, span, stated, "loose link", clause);
                let (cue, times) = (Some(cue.words.clone()), times(scene, fact, &value.words));
                drafts.push(Draft { subject, cue, times, ..draft });
            }
        }
    }
}

/// Whether nothing else is nearer to a value than the cue and the subject: a full date or a quantity
/// may stand anywhere in the sentence, a bare year only in the clause of the cue.
fn stands_with(scene: &Scene<'_>, value: &Located, cue: &Event, subject: Option<Span>) -> bool {
    let clause = scene.sentence.clause_of(value.words.start);
    let (anywhere, coarse) = match &value.reading.value {
        Value::Date(date) => {
            (date.precision() == Precision::Day, date.precision() > Precision::Month)
        }
        _ => (true, false),
    };
    let here = |at: usize| scene.sentence.clause_of(at) == clause;
    let named = subject.is_some_and(|span| {
        scene.mentions.iter().any(|it| scene.source(it.span) == span && here(it.words.start))
    });
    let stranger = (scene.sentence.range.start..value.words.start)
        .filter(|&at| coarse || here(at))
        .filter(|at| !cue.words.contains(at))
        .any(|at| is_strange_name(scene.parse, &scene.mentions, at));
    let (from, until) = (cue.words.end, value.words.start);
    let another = |event: &Event| {
        event.verb.is_some() && event.words.start >= from && event.words.end <= until
    };
    let tied = cue.clause == clause && !scene.events.iter().any(another);
    (tied || anywhere) && (!stranger || named && !coarse)
}

/// "a target of 2 percent; it expects 3 percent": another value of the kind stands with the cue, and this
/// one in another clause.
fn is_beaten(scene: &Scene<'_>, value: &Located, cue: &Event) -> bool {
    let between = match cue.words.end <= value.words.start {
        true => cue.words.end..value.words.start,
        false => value.words.end..cue.words.start,
    };
    let clause = |words: &std::ops::Range<usize>| scene.sentence.clause_of(words.start);
    cue.clause != clause(&value.words)
        && scene.values.iter().any(|other| {
            between.contains(&other.words.start)
                && clause(&other.words) == cue.clause
                && same_kind(other, value)
                && !matches!(scene.lower(other.words.end), "(" | "/")
        })
}

/// Whether a value is not likely to agree by chance.
fn is_telling(value: &Located) -> bool {
    let exact = matches!(
        value.reading.comparator,
        Comparator::Exactly | Comparator::About | Comparator::Since
    );
    exact
        && match &value.reading.value {
            Value::Date(date) => is_telling_date(date),
            Value::Ordinal(_) => false,
            Value::Number(number) => number.unit.is_some() || number.amount.low >= 10.0,
            Value::Money(_) | Value::Percent(_) | Value::Duration(_) => true,
        }
}

/// What something else is compared with, a part or a whole.
fn is_other(scene: &Scene<'_>, value: &Located) -> bool {
    let quantity =
        matches!(value.reading.value, Value::Number(_) | Value::Money(_) | Value::Percent(_));
    is_compared(scene, value)
        || is_year_itself(scene, value)
        || is_part_or_whole(scene, value)
        || quantity && is_some_of(scene, value)
}

/// "called the year 2020 a landmark", but "in the year 2020": the year is what is spoken of, and tells no time.
fn is_year_itself(scene: &Scene<'_>, value: &Located) -> bool {
    let before = |n: usize| scene.lower(value.words.start.wrapping_sub(n));
    let link = if before(2) == "the" { before(3) } else { before(2) };
    before(1) == "year" && !lexicon::is_preposition(link)
}
