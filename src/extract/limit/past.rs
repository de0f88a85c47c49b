//! Statements of another time: "until 2016", "two years ago", "when X had 40 staff", "had 4,000 students in
//! 1970".
//!
//! It must not know whether they would be right of now.

use super::super::parse::{ClauseKind, Tag};
use super::super::scene::{Draft, Located, Scene};
use super::{is_stative, measures};
use crate::lexicon::{self, Form};
use crate::rules::Expected;
use crate::value::Value;

/// "until 2016", "before the war": the state ended then.
pub(super) fn is_bounded(scene: &Scene<'_>, at: usize) -> bool {
    let dated = |from: usize| {
        scene.values.iter().any(|value| {
            matches!(value.reading.value, Value::Date(_))
                && (from..from + 2).contains(&value.words.start)
        })
    };
    match scene.lower(at) {
        "until" | "till" if scene.tag(at + 1) == Some(Tag::Determiner) => true,
        "until" | "till" | "before" => dated(at + 1),
        "prior" | "up" => scene.lower(at + 1) == "to" && dated(at + 2),
        _ => false,
    }
}

/// "two years ago", "a decade earlier".
pub(super) fn is_ago(scene: &Scene<'_>, at: usize) -> bool {
    scene.values.iter().any(|value| {
        value.words.contains(&at)
            && matches!(&value.reading.value, Value::Date(date) if date.is_relative())
            && value.words.clone().any(|at| matches!(scene.lower(at), "ago" | "earlier" | "before"))
    })
}

/// The value is followed by "two years ago" or "when the waters came" at once.
pub(super) fn is_ago_at_once(scene: &Scene<'_>, value: usize) -> bool {
    let own = scene.value_at(value);
    own.is_some_and(|own| is_ago(scene, own.words.end) || scene.lower(own.words.end) == "when")
}

/// "I came when the company had 40 staff": the state at the time of another event.
pub(super) fn is_past_scene(scene: &Scene<'_>, clause: usize) -> bool {
    let node = &scene.sentence.clauses[clause];
    let perfect = node.verb.is_some_and(|verb| {
        let verb = &scene.sentence.verbs[verb];
        scene.lower(verb.range.start) == "had" && verb.range.len() > 1
    });
    if perfect && is_stative(scene, clause) {
        return true;
    }
    let past = node.verb.is_some_and(|verb| {
        matches!(
            scene.lower(scene.sentence.verbs[verb].head),
            "had" | "was" | "were" | "stood" | "held" | "numbered" | "employed" | "counted"
        )
    });
    // "When I bought my flat the rate was 0.1%"
    let beside = scene.sentence.clauses.iter().any(|other| {
        other.kind == ClauseKind::Subordinate
            && other.parent == Some(clause)
            && matches!(scene.lower(other.start), "when" | "before")
    });
    // "when Brandt was mayor and the town had 36,200 inhabitants"
    let mut own = node;
    while own.kind == ClauseKind::Coordinate || own.kind == ClauseKind::Subordinate {
        if matches!(scene.lower(own.start), "when" | "while" | "before" | "after") {
            return past;
        }
        match own.parent {
            Some(parent) => own = &scene.sentence.clauses[parent],
            None => break,
        }
    }
    // "opened in 1971, when Brandt was mayor and the town had 36,200 inhabitants"
    let goes_on = node.kind == ClauseKind::Coordinate
        && scene.lower(node.start) == "and"
        && clause.checked_sub(1).is_some_and(|before| {
            let before = &scene.sentence.clauses[before];
            before.kind == ClauseKind::Subordinate && scene.lower(before.start) == "when"
        });
    past && (beside || goes_on)
}

/// What a time that opens a statement begins with.
const OPENING: &[&str] =
    &["in", "by", "at", "around", "from", "between", "until", "during", "before"];

/// "By 1900 the bank had 17 branches": the year that opens the sentence is over.
pub(super) fn is_of_past_year(
    scene: &Scene<'_>,
    draft: &Draft,
    clause: usize,
    value: usize,
) -> bool {
    // "employs 460 people; in 2012 it employed 35"
    let floor = scene.sentence.range.start;
    // "The railway came in 1871, and by 1900 X had 19,400 inhabitants"
    let opens = |at: usize| match scene.lower(at) {
        ";" | ":" => true,
        "and" | "but" | "while" => OPENING.contains(&scene.lower(at + 1)),
        _ => false,
    };
    let start = (floor..value).rev().find(|&at| opens(at)).map_or(floor, |at| at + 1);
    let start = start + usize::from(matches!(scene.lower(start), "back" | "as" | "only" | "even"));
    // "Founded in 1893, the firm then had nine employees"
    let then = verb_of(scene, clause).is_some_and(|verb| {
        scene.lower(verb.start.wrapping_sub(1)) == "then" || scene.lower(verb.end) == "then"
    });
    let dated = OPENING.contains(&scene.lower(start)) && scene.values.iter().any(|value| {
        (start..start + 4).contains(&value.words.start)
            && matches!(&value.reading.value, Value::Date(date) if date.year().is_some() || date.is_period() && !date.is_relative())
    });
    // "had 4,000 students in 1970", "had 26 members by 2004"
    let after = scene.values.iter().any(|other| {
        other.words.start > value
            && (matches!(scene.lower(other.words.start.wrapping_sub(1)), "in" | "by")
                || scene.lower(other.words.start) == "by")
            && scene.sentence.clause_of(other.words.start) == clause
            && matches!(&other.reading.value, Value::Date(date) if date.year().is_some())
    });
    // "1908  Census: the population of X stands at 5,212"
    let counted = matches!(
        scene.expected_of(draft),
        Expected::Number(_) | Expected::Money(_) | Expected::Percent(_)
    );
    // "From 1985 to 2000 the glacier lost 4%"
    let period = matches!(scene.lower(start), "from" | "between")
        && scene.values.iter().any(|value| {
            value.words.start <= start + 1
                && value.words.end > start + 1
                && matches!(&value.reading.value, Value::Date(date) if date.is_period() || date.year().is_some())
        });
    if counted
        && (is_dated_between(scene, draft, value) || period || is_entry(scene, value))
        && draft.times.is_empty()
    {
        return true;
    }
    (dated || after || then || is_era(scene, start))
        && is_state_past(scene, draft, clause, value)
        && draft.times.is_empty()
}

/// "had 17 branches", "was put at 400": what the clause says was so, and need be no longer.
fn is_state_past(scene: &Scene<'_>, draft: &Draft, clause: usize, value: usize) -> bool {
    let verb = scene.sentence.clauses[clause].verb.map(|verb| &scene.sentence.verbs[verb]);
    verb.is_some_and(|verb| {
        verb.range.len() == 1 && matches!(scene.lower(verb.head), "had" | "was" | "were" | "stood")
            || scene.lower(verb.range.start) == "had"
            || matches!(scene.lower(verb.head), "put" | "estimated" | "reckoned")
            || verb.range.len() == 1 && measures(scene, draft, clause)
            || verb.range.len() == 1
                && lexicon::verb_forms(scene.lower(verb.head)).contains(Form::Past)
                && scene.is_cue(draft.fact, verb.head)
                && scene.values.iter().any(|it| {
                    it.words.contains(&value)
                        && scene.lower(it.words.end) == "of"
                        && matches!(scene.lower(it.words.end + 1), "its" | "their" | "the")
                })
    })
}

/// "In the herring years X had a population of 5,000".
fn is_era(scene: &Scene<'_>, start: usize) -> bool {
    matches!(scene.lower(start), "in" | "during")
        && matches!(scene.lower(start + 1), "the" | "its" | "those")
        && (start + 2..start + 6).any(|at| {
            matches!(
                scene.lower(at),
                "years" | "days" | "age" | "era" | "times" | "heyday" | "boom" | "decades"
            )
        })
}

/// "the population of X in 1900 was 87,400".
fn is_dated_between(scene: &Scene<'_>, draft: &Draft, value: usize) -> bool {
    let own = |place: &usize| Some(scene.source(scene.mentions[*place].span)) == draft.subject;
    (0..scene.mentions.len()).find(own).is_some_and(|mention| {
        let setting = &scene.settings[mention];
        let preposition = setting.modifies.map_or(setting.end, |noun| noun + 1);
        scene.lower(preposition) == "in"
            && scene.values.iter().any(|date| {
                date.words.start == preposition + 1
                    && date.words.end <= value
                    && matches!(&date.reading.value, Value::Date(date) if date.year().is_some())
            })
    })
}

/// Whether a line begins with the year it tells of.
fn is_entry(scene: &Scene<'_>, value: usize) -> bool {
    let start = scene.sentence.range.start;
    let first = scene.values.first().filter(|it| it.words.start == start && start == 0);
    first.is_some_and(|it| {
        let next = scene.lower(it.words.end);
        let parted = matches!(next, ":" | "–" | "—" | "-" | "|")
            || scene.parse.words.get(it.words.end).is_some_and(|word| {
                word.span.start > it.reading.span.end + 1 || word.is_capitalised()
            });
        it.words.end <= value
            && parted
            && matches!(&it.reading.value, Value::Date(date) if !date.is_relative())
    })
}

/// The words of a clause's verb.
fn verb_of(scene: &Scene<'_>, clause: usize) -> Option<std::ops::Range<usize>> {
    scene.sentence.clauses[clause].verb.map(|verb| scene.sentence.verbs[verb].range.clone())
}

/// "In 2001 X moved to a mill. It had 400 employees.": the sentence before opens with a year, and this one goes on in the
/// past.
pub(super) fn is_past_tale(scene: &Scene<'_>, clause: usize) -> bool {
    const OPENING: usize = 3;
    let start = scene.sentence.range.start;
    let past = scene.sentence.clauses[clause].verb.is_some_and(|verb| {
        let verb = &scene.sentence.verbs[verb];
        let first = scene.lower(verb.range.start);
        matches!(
            first,
            "had" | "was" | "were" | "stood" | "held" | "numbered" | "employed" | "counted"
        )
    });
    let Some(before) = scene.parse.sentences.iter().find(|it| it.end == start).filter(|_| past)
    else {
        return false;
    };
    let opens = |value: &Located| {
        value.words.start <= before.start + OPENING
            && matches!(&value.reading.value, Value::Date(date) if date.year().is_some() && !date.is_relative())
    };
    scene.parse.values_at(before.start).iter().any(opens)
}
