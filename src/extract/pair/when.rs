//! When a value that changes was so: "In 2018 it had 29 members", "moved to Graz in 2006".
//!
//! It must not know what was so at that time.

use std::ops::Range;

use super::super::parse::ClauseKind;
use super::super::scene::{Located, Scene};
use super::super::timeline;
use super::rival::same_kind;
use crate::rules::{Expected, FactId};
use crate::value::{Reading, Value};

/// The date said with a value of a fact whose value changes: that of the mention's own phrase ("the 1995 X"), else
/// as `times`.
pub(super) fn times_of(
    scene: &Scene<'_>,
    fact: FactId,
    words: &Range<usize>,
    mention: Option<usize>,
) -> Vec<Reading> {
    let changes = matches!(scene.fact(fact).expected, Expected::Timeline(_));
    let year = mention.filter(|_| changes).and_then(|mention| own_year(scene, mention));
    year.map_or_else(|| times(scene, fact, words), |year| vec![year])
}

/// The date said with a value of a fact whose value changes, given the value's words: the nearest in its clause,
/// else the one that leads its line.
pub(super) fn times(scene: &Scene<'_>, fact: FactId, words: &Range<usize>) -> Vec<Reading> {
    match scene.fact(fact).expected {
        Expected::Timeline(_) | Expected::Editions(_) => {}
        _ => return Vec::new(),
    }
    let clause = scene.sentence.clause_of(words.start);
    scene
        .values
        .iter()
        .filter(|date| matches!(date.reading.value, Value::Date(_)))
        .filter(|date| scene.sentence.clause_of(date.words.start) == clause)
        .filter(|date| !is_of_other_phrase(scene, words, date))
        .filter(|date| !is_of_compared(scene, words, date))
        .min_by_key(|date| distance(scene, words, date))
        .or_else(|| before_when(scene, clause))
        .or_else(|| when_told(scene, clause))
        .or_else(|| in_label(scene, words))
        .map(|date| date.reading.clone())
        .or_else(|| timeline::line_date(scene))
        .into_iter()
        .collect()
}

/// "employs 1,420 people, after a round of hiring last year", "that was agreed in 2014 and that its 32 members have":
/// the date is another phrase's.
fn is_of_other_phrase(scene: &Scene<'_>, words: &Range<usize>, date: &Located) -> bool {
    let (end, start) = (words.end, date.words.start);
    let after = (end..start).any(|at| {
        scene.lower(at) == ","
            && matches!(scene.lower(at + 1), "after" | "since" | "following" | "despite")
    });
    let and_that = (date.words.end..words.start).any(|at| {
        scene.lower(at) == "and"
            && matches!(scene.lower(at + 1), "that" | "which" | "who" | "where")
    });
    after || and_that
}

/// "rose to 17.2% from 17.0% in 1985", "13.6% versus 25.6% in April": the date is that of what the value is compared with.
fn is_of_compared(scene: &Scene<'_>, words: &Range<usize>, date: &Located) -> bool {
    let compared = |other: &Located| {
        let before = scene.lower(other.words.start.wrapping_sub(1));
        words.end <= other.words.start
            && other.words.end <= date.words.start
            && matches!(before, "from" | "versus" | "vs" | "against" | "than")
    };
    // "2.77 billion dollars, down from 2.99 billion in January"
    let amount = |it: &Located| matches!(it.reading.value, Value::Number(_));
    let own = scene.value_at(words.start);
    own.is_some_and(|own| {
        scene.values.iter().any(|it| (same_kind(it, own) || amount(it)) && compared(it))
    })
}

/// "When the school closed in 2011, X had 1,208 inhabitants": the one date of the "when" clause.
fn when_told<'s>(scene: &'s Scene<'_>, clause: usize) -> Option<&'s Located> {
    let of_when = |at: usize| {
        let node = &scene.sentence.clauses[at];
        node.kind == ClauseKind::Subordinate
            && node.parent == Some(clause)
            && matches!(scene.lower(node.start), "when" | "by")
    };
    let mut dates = scene
        .values
        .iter()
        .filter(|it| is_date(it) && of_when(scene.sentence.clause_of(it.words.start)));
    let date = dates.next()?;
    dates.next().is_none().then_some(date)
}

/// "Revenue (2023): €2.31 billion", "Revenue: €2.31 billion (2023)", but not "127,500 (2011: 112,000)": the one date
/// of a line without a verb.
fn in_label<'s>(scene: &'s Scene<'_>, words: &Range<usize>) -> Option<&'s Located> {
    let mut dates = scene.values.iter().filter(|it| is_date(it));
    let (date, None) = (dates.next()?, dates.next()) else { return None };
    let before = date.words.end <= words.start;
    // "(2012)", "(2012 est.)"
    let end = date.words.end;
    let close = (end..end + 3).find(|&at| {
        !matches!(scene.lower(at), "est" | "est." | "." | "estimate" | "estimated" | "figures")
    });
    let bracket = date.words.start == words.end + 1
        && close.is_none_or(|at| scene.lower(at) == ")" || at >= scene.sentence.range.end);
    (scene.sentence.verbs.is_empty() && (before || bracket)).then_some(date)
}

/// "In 2019, when it counted 4.2 million": the date right before the clause.
fn before_when<'s>(scene: &'s Scene<'_>, clause: usize) -> Option<&'s Located> {
    let start = scene.sentence.clauses[clause].start;
    let end = start - usize::from(scene.lower(start.wrapping_sub(1)) == ",");
    scene.values.iter().find(|date| {
        scene.lower(start) == "when"
            && matches!(date.reading.value, Value::Date(_))
            && date.words.end == end
    })
}

/// "the 1995 X", "X of 1987": the year that a mention's own phrase gives.
fn own_year(scene: &Scene<'_>, mention: usize) -> Option<Reading> {
    let end = scene.mentions[mention].words.end;
    let of = || {
        let dated = |it: &&Located| it.words.start == end + 1 && is_date(it);
        scene.values.iter().find(dated).filter(|_| scene.lower(end) == "of")
    };
    let before = scene
        .values
        .iter()
        .find(|it| is_date(it) && super::before_name::premodified(scene, it) == Some(mention));
    before.or_else(of).map(|it| it.reading.clone())
}

fn is_date(value: &Located) -> bool {
    matches!(value.reading.value, Value::Date(_))
}

/// How far a date stands from a value: first those that no other value of its kind is nearer to.
fn distance(scene: &Scene<'_>, words: &Range<usize>, date: &Located) -> (bool, usize) {
    const FAR: usize = 9;
    // "455,000 visitors, up from 410,000 in 2022": the other number is nearer to the year.
    let own = scene.value_at(words.start);
    let taken = |from: usize, until: usize| {
        own.is_some_and(|own| {
            scene.values.iter().any(|other| {
                other.words.start >= from && other.words.end <= until && same_kind(other, own)
            })
        })
    };
    if date.words.start >= words.end {
        // "in 2018 it had 29 members, in 2021 it had 31"
        let comma = (words.end + 1..date.words.start).any(|at| scene.lower(at) == ",");
        let far = date.words.start - words.end + FAR * usize::from(comma);
        (taken(words.end, date.words.start), far)
    } else {
        let far = 2 * (words.start - date.words.end.min(words.start));
        (taken(date.words.end, words.start), far)
    }
}
