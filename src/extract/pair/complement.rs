//! Dates of nouns that complete a verb: "From 1212 to 1219 he served as a judge", "was elected a burgess and
//! constable in 1617".
//!
//! It must not know whether a value is right.

use super::super::complement::Completed;
use super::super::event::Event;
use super::super::parse::Tag;
use super::super::scene::{Located, Scene};
use super::owner::{How, Owner, is_period};
use crate::rules::{Expected, FactId, FactSubject, SubjectId};
use crate::value::{Comparator, Value};

/// A verb's date is that of the nouns that complete it.
pub(super) fn completing(scene: &Scene<'_>, event: usize, value: &Located) -> Vec<Owner> {
    let this = &scene.events[event];
    let clause_verb = this.verb.is_some() && scene.is_clause_verb(this);
    if !clause_verb && scene.completes(this).is_none() {
        return Vec::new();
    }
    let behind = this.words.end <= value.words.start;
    // "In 1988 the judges of X were independent", but "For ten years wages have been stagnant"
    let lasts = matches!(value.reading.value, Value::Duration(_));
    // "was awarded the medal in 1982, the prize in 2001": each with the date behind it
    let dated = |other: &Event| {
        let between = other.words.end..value.words.start;
        scene.values.iter().any(|it| {
            between.contains(&it.words.start) && matches!(it.reading.value, Value::Date(_))
        })
    };
    let completes = |other: &Event| {
        other.clause == this.clause
            && !(behind && dated(other))
            && other.words != this.words
            && (!behind || other.words.end <= value.words.start)
            && scene.completes(other).is_some()
            && (lasts || !scene.is_predicative(other))
    };
    let found = scene.events.iter().enumerate().filter(|(_, other)| completes(other));
    found.map(|(event, _)| Owner::Event { event, how: How::Completes }).collect()
}

/// "as third mayor of the islands (2004–2007)": the noun that completes a verb and has the bracket behind what it is of.
pub(super) fn dated_item(scene: &Scene<'_>, value: &Located, bracket: usize) -> Option<usize> {
    const REACH: usize = 6;
    if scene.lower(bracket) != "("
        || value.words.start != bracket + 1
        || scene.lower(value.words.end) != ")"
    {
        return None;
    }
    let event = scene.events.iter().rposition(|event| {
        event.words.end < bracket && event.words.end + REACH >= bracket && event.is_nominal()
    })?;
    let of = scene.events[event].words.end;
    let phrase = matches!(scene.lower(of), "of" | "in" | "for" | "at")
        && (of + 1..bracket)
            .all(|at| matches!(scene.tag(at), Some(Tag::Determiner | Tag::Noun | Tag::Name)));
    (phrase && scene.completes(&scene.events[event]).is_some()).then_some(event)
}

/// Whether what a noun says of the verb's subject may be said of another time, or of another office: "was a member
/// of the council in 1990", "became champions in 1893".
pub(super) fn may_be_another(
    scene: &Scene<'_>,
    event: &Event,
    value: &Located,
    mention: usize,
    fact: FactId,
) -> bool {
    let Some(said) = scene.completes(event) else { return false };
    let fact = scene.fact(fact);
    // "was a co-founder of X in 1970", of X
    let one = matches!(fact.subject, FactSubject::One(_));
    if one && !scene.subjects_of(event.clause).contains(&mention) {
        return false;
    }
    let lasting = match &fact.expected {
        Expected::Date(date) => date.is_period(),
        _ => true,
    };
    let several = scene.values.iter().any(|other| {
        other.words != value.words
            && is_period(other)
            && scene.sentence.clause_of(other.words.start) == event.clause
            && !(is_beside(scene, event, value) && scene.lower(value.words.end) == "and")
    });
    let since = value.reading.comparator == Comparator::Since;
    (said == Completed::Being && !lasting && !since && is_article_before(scene, event))
        || said == Completed::Being && several
        || is_of_another(scene, event, &fact.subject)
        || is_lesser(scene, event)
        || is_won_again(scene, event)
}

/// "was archbishop from 1100 to 1108 and chancellor": nothing stands between the noun and its years.
fn is_beside(scene: &Scene<'_>, event: &Event, value: &Located) -> bool {
    let next = value.words.end + 1;
    event.words.end <= value.words.start
        && (event.words.end..value.words.start)
            .all(|at| matches!(scene.lower(at), "from" | "between" | "in"))
        && matches!(scene.tag(next), Some(Tag::Noun | Tag::Name | Tag::Determiner))
}

/// "was a member", but "was chamberlain": the one is a state, the other an office.
fn is_article_before(scene: &Scene<'_>, event: &Event) -> bool {
    const REACH: usize = 4;
    let start = event.words.start;
    (start.saturating_sub(REACH)..start).rev().any(|at| matches!(scene.lower(at), "a" | "an"))
}

/// "a member of the council": of what is no subject of the fact, so that it may be another office than the fact's.
fn is_of_another(scene: &Scene<'_>, event: &Event, subject: &FactSubject) -> bool {
    let of = event.words.end;
    if !matches!(scene.lower(of), "of" | "for" | "to" | "with") {
        return false;
    }
    let the = usize::from(scene.lower(of + 1) == "the");
    let own = |named: SubjectId| match subject {
        FactSubject::One(subject) => *subject == named,
        FactSubject::All(subjects) => subjects.contains(&named),
        FactSubject::Role { .. } => false,
    };
    let behind = of + 1..=of + 1 + the;
    !scene.mentions.iter().any(|it| behind.contains(&it.words.start) && own(it.subject))
}

/// "was deputy chamberlain": a lesser office than the fact's.
fn is_lesser(scene: &Scene<'_>, event: &Event) -> bool {
    matches!(
        scene.lower(event.words.start.wrapping_sub(1)),
        "deputy"
            | "vice"
            | "assistant"
            | "acting"
            | "honorary"
            | "interim"
            | "-"
            | "co"
            | "former"
            | "under"
    )
}

/// "became champions in 1893": who has done so may have done it before.
fn is_won_again(scene: &Scene<'_>, event: &Event) -> bool {
    let first = event.words.clone().any(|at| scene.lower(at) == "first");
    !first
        && event.words.clone().any(|at| {
            matches!(
                scene.lower(at),
                "champion"
                    | "champions"
                    | "winner"
                    | "winners"
                    | "finalist"
                    | "finalists"
                    | "runners"
                    | "runner"
            )
        })
}
