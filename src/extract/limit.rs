//! Statements limited to another time, a part or a case: "until 2016 it was based in", "on its
//! opening weekend", "the first nickname", "for concerts the capacity rises to".
//!
//! What such a statement says of a lasting state may be true beside the fact, so `judge` hears it
//! only when it agrees. It must not know whether it does.

use super::mention::MentionKind;
use super::parse::{ClauseKind, Tag};
use super::scene::{Draft, Scene};
use super::token::{is_common, is_strange_name};
use crate::lexicon::{self, Marker, Role};
use crate::rules::Expected;
use crate::value::Value;

/// Whether a draft speaks of a lasting state only with a limit.
pub(super) fn is_limited(scene: &Scene<'_>, draft: &Draft, value: usize) -> bool {
    if names_another(scene, value) {
        return true;
    }
    if !is_state(&scene.fact(draft.fact).expected) {
        return then_so(scene, draft, value);
    }
    let clause = scene.sentence.clause_of(value);
    let own = |at: &usize| {
        let here = scene.sentence.clause_of(*at);
        here == clause || here == draft.clause
    };
    let words: Vec<usize> = scene.sentence.range.clone().filter(own).collect();
    modified_cue(scene, draft)
        || words.iter().any(|&at| is_marked(scene, at))
        || words.iter().any(|&at| is_bounded(scene, at))
        || (is_stative(scene, clause) || measures(scene, draft, clause))
            && words.iter().any(|&at| is_ago(scene, at))
        || is_past_scene(scene, clause)
        || is_of_past_year(scene, draft, clause)
        || fronted_case(scene)
        || scene.dated_above && draft.times.is_empty()
        || is_narrowed(scene, draft)
}

/// "set up in its present form in 1997", "not to be confused with X, signed in 1979": another event.
fn names_another(scene: &Scene<'_>, value: usize) -> bool {
    // "signed on a Monday, like the one of 1998"
    let likened = (scene.sentence.range.start..value).rev().take(6).any(|at| {
        matches!(scene.lower(at), "like" | "unlike")
            && (at..value).any(|i| matches!(scene.lower(i), "one" | "that" | "those"))
    });
    if likened {
        return true;
    }
    (scene.sentence.range.start..value).any(|at| {
        scene.lower(at) == "confused" && scene.lower(at + 1) == "with"
            || matches!(scene.lower(at), "present" | "current" | "modern")
                && matches!(scene.lower(at + 1), "form" | "shape" | "guise")
    })
}

/// "Joan Lund, then director of X": at a time that stands in an earlier sentence.
fn then_so(scene: &Scene<'_>, draft: &Draft, name: usize) -> bool {
    let holder = matches!(scene.fact(draft.fact).expected, Expected::Holders(_));
    let end = (name..scene.sentence.range.end).find(|&at| scene.tag(at) != Some(Tag::Name));
    holder
        && draft.times.is_empty()
        && end.is_some_and(|end| scene.lower(end) == "," && scene.lower(end + 1) == "then")
}

/// A state that may have been another before: no event, no office with its own windows.
fn is_state(expected: &Expected) -> bool {
    match expected {
        Expected::Number(_)
        | Expected::Money(_)
        | Expected::Percent(_)
        | Expected::Text(_)
        | Expected::Members(_)
        | Expected::Timeline(_) => true,
        Expected::Date(_)
        | Expected::Period(_)
        | Expected::Duration(_)
        | Expected::Ordinal(_)
        | Expected::Expansion(_)
        | Expected::Holders(_)
        | Expected::Editions(_) => false,
    }
}

/// "the first nickname of X", "its former headquarters".
fn modified_cue(scene: &Scene<'_>, draft: &Draft) -> bool {
    let Some(cue) = &draft.cue else { return false };
    let before = (scene.sentence.range.start..cue.start).rev().take(2);
    before.map(|at| scene.lower(at)).any(lexicon::is_other_time_adjective)
}

fn is_marked(scene: &Scene<'_>, at: usize) -> bool {
    let words = scene.parse.lower(at..scene.sentence.range.end.min(at + 8));
    matches!(lexicon::markers_at(&words), Some((Marker::Limit, _)))
}

/// "until 2016", "before the war": the state ended then.
fn is_bounded(scene: &Scene<'_>, at: usize) -> bool {
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
fn is_ago(scene: &Scene<'_>, at: usize) -> bool {
    scene.values.iter().any(|value| {
        value.words.contains(&at)
            && matches!(&value.reading.value, Value::Date(date) if date.is_relative())
            && value.words.clone().any(|at| matches!(scene.lower(at), "ago" | "earlier" | "before"))
    })
}

/// The clause says how something is, not what was done.
fn is_stative(scene: &Scene<'_>, clause: usize) -> bool {
    let verb = scene.sentence.clauses[clause].verb.map(|verb| &scene.sentence.verbs[verb]);
    verb.is_none_or(|verb| {
        let head = scene.lower(verb.head);
        lexicon::is_be_form(head)
            || matches!(
                head,
                "been" | "had" | "has" | "have" | "stood" | "stands" | "held" | "holds"
            )
    })
}

/// "employed 377", "numbered 40": the verb measures what the fact does.
fn measures(scene: &Scene<'_>, draft: &Draft, clause: usize) -> bool {
    let cues = scene.cues(draft.fact);
    let verb = scene.sentence.clauses[clause].verb;
    scene.events.iter().any(|event| {
        verb.is_some() && event.verb == verb && event.role(cues) == Some(Role::Measure)
    })
}

/// "In Norland the threshold is 5%": a name of a place opens the sentence.
fn is_placed(scene: &Scene<'_>) -> bool {
    let start = scene.sentence.range.start;
    matches!(scene.lower(start), "in" | "at" | "across")
        && start + 1 < scene.sentence.range.end
        && is_strange_name(scene.parse, &scene.mentions, start + 1)
}

/// "the outbreak of measles in Vestmark": a subject without a name of its own is narrowed by what
/// follows to one that may be another.
fn is_narrowed(scene: &Scene<'_>, draft: &Draft) -> bool {
    let mention = scene.mentions.iter().find(|m| Some(scene.source(m.span)) == draft.subject);
    mention.is_some_and(|mention| {
        let end = mention.words.end;
        let followed = mention.kind == MentionKind::Name
            && matches!(scene.lower(end), "in" | "at" | "of" | "near")
            && scene.tag(end + 1) == Some(Tag::Name)
            && !scene.is_value(end + 1);
        let called = matches!(mention.kind, MentionKind::Name | MentionKind::Definite);
        is_common(scene.parse, mention) && (followed || called && is_placed(scene))
    })
}

/// "I came when the company had 40 staff": the state at the time of another event.
fn is_past_scene(scene: &Scene<'_>, clause: usize) -> bool {
    let node = &scene.sentence.clauses[clause];
    let perfect = node.verb.is_some_and(|verb| {
        let verb = &scene.sentence.verbs[verb];
        scene.lower(verb.range.start) == "had" && verb.range.len() > 1
    });
    if perfect && is_stative(scene, clause) {
        return true;
    }
    let past = node.verb.is_some_and(|verb| {
        matches!(scene.lower(scene.sentence.verbs[verb].head), "had" | "was" | "were" | "stood")
    });
    // "When I bought my flat the rate was 0.1%"
    let beside = scene.sentence.clauses.iter().any(|other| {
        other.kind == ClauseKind::Subordinate
            && other.parent == Some(clause)
            && matches!(scene.lower(other.start), "when" | "before")
    });
    past && (beside
        || node.kind == ClauseKind::Subordinate
            && matches!(scene.lower(node.start), "when" | "while" | "before" | "after"))
}

/// "By 1900 the bank had 17 branches": the year that opens the sentence is over.
fn is_of_past_year(scene: &Scene<'_>, draft: &Draft, clause: usize) -> bool {
    let start = scene.sentence.range.start;
    let dated = matches!(scene.lower(start), "in" | "by" | "at" | "around")
        && scene.values.iter().any(|value| {
            value.words.start <= start + 3
                && matches!(&value.reading.value, Value::Date(date) if date.year().is_some())
        });
    let verb = scene.sentence.clauses[clause].verb.map(|verb| &scene.sentence.verbs[verb]);
    let had = verb.is_some_and(|verb| {
        verb.range.len() == 1 && matches!(scene.lower(verb.head), "had" | "was" | "were" | "stood")
    });
    dated && had && draft.times.is_empty()
}

/// "For concerts, the capacity rises": a case of its own before the statement.
fn fronted_case(scene: &Scene<'_>) -> bool {
    let start = scene.sentence.range.start;
    let noun =
        |at: usize| scene.lower(at).ends_with('s') && scene.tag(at).is_some_and(Tag::is_nominal);
    let plural = matches!(scene.lower(start), "for" | "during") && (start + 1..start + 3).any(noun);
    // "high; with its frame it measures 68 cm"
    let with = |at: usize| {
        matches!(scene.lower(at), "with" | "without" | "including" | "excluding")
            && matches!(scene.lower(at + 1), "its" | "the" | "all" | "their")
            && (at + 1..at + 4).all(|i| !scene.is_value(i))
    };
    let semicolons = scene.sentence.range.clone().filter(|&at| scene.lower(at) == ";");
    // "In the regional councils it holds 117 seats"
    let among = matches!(scene.lower(start), "in" | "at" | "on" | "across" | "among")
        && scene.lower(start + 1) == "the"
        && (start + 2..start + 5)
            .take_while(|&at| scene.tag(at) == Some(Tag::Noun) && !scene.is_value(at))
            .last()
            .is_some_and(|at| {
                scene.lower(at).ends_with('s')
                    && !scene.lower(at).ends_with("ss")
                    && !matches!(scene.lower(at), "years" | "days" | "months" | "weeks" | "decades")
            });
    plural || among || with(start) || semicolons.map(|at| at + 1).any(with)
}
