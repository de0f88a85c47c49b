//! Dates whose event stands in a phrase of its own: "at talks with Y in 1998", "tonight's council meeting", "In 1950
//! they took part in founding X", "X, a firm in Y, today began".
//!
//! It must not know facts.

use super::super::event::Event;
use super::super::index::CueId;
use super::super::parse::{Tag, VerbShape};
use super::super::scene::{Located, Scene};
use super::owner::{How, Owner};
use crate::lexicon;
use crate::value::Value;
use crate::value::date::Precision;

/// "revealed it in an interview with Y in October", "at closed talks yesterday with Y": what a verb's date is
/// also the date of.
pub(super) fn in_phrase(scene: &Scene<'_>, value: &Located) -> Option<Owner> {
    let start = value.words.start;
    if !matches!(value.reading.value, Value::Date(_)) {
        return None;
    }
    let event = scene.events.iter().rposition(|event| event.words.end <= start)?;
    let this = &scene.events[event];
    let own = this.cues.iter().any(|hit| matches!(hit.id, CueId::Own(_)) && hit.form.is_nominal());
    let end = this.words.end;
    let on = usize::from(matches!(scene.lower(start.wrapping_sub(1)), "in" | "on"));
    let gap = end..start - on;
    let with = gap.is_empty()
        || matches!(scene.lower(end), "with" | "between" | "to")
            && gap.clone().skip(1).all(|at| {
                matches!(scene.tag(at), Some(Tag::Name | Tag::Noun | Tag::Determiner))
                    || scene.lower(at) == "and"
            });
    (own && this.is_nominal() && gap.end >= gap.start && with && is_place_of_verb(scene, this))
        .then_some(Owner::Event { event, how: How::Within })
}

/// "in an interview", "during closed-door talks": a preposition makes the noun the time or place of what is told.
fn is_place_of_verb(scene: &Scene<'_>, event: &Event) -> bool {
    const REACH: usize = 5;
    let floor = scene.sentence.range.start;
    let start = event.words.start;
    let before = (start.saturating_sub(REACH).max(floor)..start).rev().find(|&at| {
        !matches!(scene.tag(at), Some(Tag::Determiner | Tag::Noun)) && scene.lower(at) != "-"
    });
    before.is_some_and(|at| {
        matches!(scene.lower(at), "in" | "at" | "during")
            && at > floor
            && scene.sentence.clauses[event.clause].verb.is_some_and(|verb| {
                let verb = &scene.sentence.verbs[verb];
                verb.range.end <= at && verb.shape == VerbShape::Finite
            })
    })
}

/// "on the 5 July 2001 episode of X", "at the 3 May session": the day of what a verb says to have happened there.
pub(super) fn occasion(scene: &Scene<'_>, value: &Located) -> bool {
    const LONGEST: usize = 4;
    let Value::Date(date) = &value.reading.value else { return false };
    let start = value.words.start;
    let phrase = |at: &usize| scene.tag(*at).is_some_and(Tag::is_nominal);
    let noun = (value.words.end..value.words.end + LONGEST).take_while(phrase).last();
    let known = |noun: usize| {
        lexicon::is_occasion(scene.lower(noun)) || lexicon::is_gathering(scene.lower(noun))
    };
    // "premiered at the 2008 Kest Film Festival"
    let held = |noun: usize| {
        scene.lower(start.wrapping_sub(2)) == "at"
            && noun > value.words.end
            && scene.tag(noun) == Some(Tag::Name)
            && matches!(
                scene.lower(noun),
                "festival" | "convention" | "fair" | "conference" | "expo" | "biennale"
            )
    };
    let year = matches!(date.precision(), Precision::Month | Precision::Year);
    if year && !date.is_relative() && scene.tag(start.wrapping_sub(1)) == Some(Tag::Determiner) {
        return noun.is_some_and(held);
    }
    date.precision() == Precision::Day
        && !date.is_relative()
        && scene.tag(start.wrapping_sub(1)) == Some(Tag::Determiner)
        && matches!(scene.lower(start.wrapping_sub(2)), "on" | "at" | "in" | "during")
        && noun.is_some_and(known)
}

/// "After its arrival at Y in 1909, X": the date is of what came before, not of what is told.
pub(super) fn is_in_time_phrase(scene: &Scene<'_>, value: &Located) -> bool {
    let start = scene.sentence.range.start;
    let on = value.words.start.wrapping_sub(1);
    let opens = matches!(scene.lower(start), "after" | "following" | "before" | "upon");
    let closed = scene.lower(value.words.end) == ",";
    opens
        && closed
        && on > start + 2
        && matches!(scene.lower(on), "in" | "on")
        && matches!(scene.tag(start + 1), Some(Tag::Determiner | Tag::Possessive | Tag::Name))
        && (start + 1..on).all(|at| scene.lower(at) != "," && !scene.is_value(at))
        && !is_epoch(scene.lower(on - 1))
}

/// "After the war in 1945, X was founded": of the two it may be the year of what is told.
fn is_epoch(noun: &str) -> bool {
    matches!(noun, "war" | "end" | "revolution" | "independence" | "crisis" | "break" | "season")
}

/// "today's council meeting", "Friday's vote on X": the noun that the words after a date's "'s" end with.
pub(super) fn owned_by_date(scene: &Scene<'_>, value: &Located) -> Option<usize> {
    const LONGEST: usize = 8;
    let owns = value.words.end;
    if scene.tag(owns) != Some(Tag::Possessive) || !matches!(value.reading.value, Value::Date(_)) {
        return None;
    }
    let phrase =
        |at: &usize| scene.tag(*at).is_some_and(Tag::is_nominal) || scene.lower(*at) == "-";
    let last = (owns + 1..owns + LONGEST).take_while(phrase).last()?;
    scene.events.iter().position(|event| event.is_nominal() && event.words.end == last + 1)
}

/// "X, a firm formed by Y, today began a tender": the date right before a finite verb, after a comma.
pub(super) fn right_before_verb(scene: &Scene<'_>, value: &Located) -> Option<usize> {
    let day = matches!(scene.lower(value.words.start), "today" | "yesterday" | "tonight");
    if !day || value.words.len() != 1 {
        return None;
    }
    scene.events.iter().position(|event| {
        event.words.start == value.words.end
            && event.verb.is_some_and(|verb| scene.sentence.verbs[verb].shape == VerbShape::Finite)
    })
}

/// "In 1950 they took part in founding X", "were instrumental in creating X": what was done in what is told.
pub(super) fn carried_out(scene: &Scene<'_>, event: usize, value: &Located) -> Option<Owner> {
    const REACH: usize = 5;
    let this = &scene.events[event];
    let end = this.words.end;
    if this.verb.is_none() || value.words.end > this.words.start {
        return None;
    }
    let inner = scene.events.iter().position(|other| {
        let start = other.words.start;
        other.verb.is_some()
            && start > end
            && start <= end + REACH
            && takes_part(scene, this, start)
    })?;
    Some(Owner::Event { event: inner, how: How::Within })
}

/// "took the lead in", "played a large part in", "helped to", "was instrumental in", right before a word.
fn takes_part(scene: &Scene<'_>, event: &Event, until: usize) -> bool {
    let head = scene.lower(event.head);
    let link = scene.lower(until - 1);
    let between = event.words.end..until - 1;
    let says = |words: &[&str]| between.clone().any(|at| words.contains(&scene.lower(at)));
    match link {
        "in" => {
            lexicon::is_form_of_any(head, &["take", "play"])
                && says(&["lead", "part", "role", "hand"])
                || lexicon::is_be_form(head) && says(&["instrumental", "involved"])
                || between.is_empty()
                    && lexicon::is_form_of_any(head, &["succeed", "assist", "participate"])
        }
        "to" => between.is_empty() && lexicon::is_form_of_any(head, &["help", "manage"]),
        _ => {
            between.is_empty()
                && until == event.words.end
                && lexicon::is_form_of_any(head, &["help"])
        }
    }
}
