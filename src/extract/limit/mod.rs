//! Statements limited to another time, a part or a case: "until 2016 it was based in", "on its
//! opening weekend", "the first nickname", "for concerts the capacity rises to".
//!
//! What such a statement says of a lasting state may be true beside the fact, so `judge` hears it
//! only when it agrees. It must not know whether it does.

mod another;
mod count;
mod cue;
mod gapped;
mod past;

use super::claim::Doubt;
use super::index::{CueHit, CueId};
use super::mention::MentionKind;
use super::parse::Tag;
use super::scene::{Draft, Scene};
use super::token::{is_common, is_strange_name};
use crate::lexicon::{self, Marker, Role};
use crate::rules::Expected;
use crate::value::Value;
use another::is_another;
use past::{is_ago, is_ago_at_once, is_bounded, is_of_past_year, is_past_scene};

/// Whether a draft speaks of a lasting state only with a limit.
pub(super) fn is_limited(scene: &Scene<'_>, draft: &Draft, value: usize) -> bool {
    if is_another(scene, draft, value) {
        return true;
    }
    if !is_state(&scene.fact(draft.fact).expected) {
        return then_so(scene, draft, value)
            || is_unfinished(scene, draft, value)
            || is_of_one_edition(scene, draft, value);
    }
    let clause = scene.sentence.clause_of(value);
    let own = |at: &usize| {
        let here = scene.sentence.clause_of(*at);
        here == clause || here == draft.clause
    };
    let words: Vec<usize> = scene.sentence.range.clone().filter(own).collect();
    modified_cue(scene, draft)
        || words.iter().any(|&at| is_marked(scene, at) && !is_own_cue(scene, draft, at))
        || words.iter().any(|&at| is_bounded(scene, at))
        || (is_stative(scene, clause) || measures(scene, draft, clause))
            && words.iter().any(|&at| is_ago(scene, at))
        // "at 9% two years ago"
        || is_ago_at_once(scene, value)
        || is_past_scene(scene, clause)
        || is_of_past_year(scene, draft, clause, value)
        || fronted_case(scene, value)
        || is_of_version(scene, value)
        || fronted_part(scene, draft, value)
        || is_counted_there(scene, draft, value)
        || is_averaged(scene, draft, value)
        || scene.dated_above && draft.times.is_empty()
        || is_narrowed(scene, draft)
}

/// Why a draft should be heard only when it agrees.
pub(super) fn doubt(
    scene: &Scene<'_>,
    draft: &Draft,
    value: usize,
    limited: bool,
) -> Option<Doubt> {
    if limited || is_narrower(scene, draft, value) {
        return Some(Doubt::Limited);
    }
    scene.subject_of(draft).filter(|mention| mention.unsure).map(|_| Doubt::Either)
}

/// Whether what a draft counts or sums up is a part or a kind of what its fact does. Unlike a limit this may
/// be so in words that only seem to narrow it: what stands near its cue is heard all the same.
fn is_narrower(scene: &Scene<'_>, draft: &Draft, value: usize) -> bool {
    is_state(&scene.fact(draft.fact).expected)
        && (cue::is_part(scene, draft, value)
            || is_yearly(scene, draft, value)
            || count::is_some(scene, draft, value))
}

/// "Joan Lund, then director of X": at a time that stands in an earlier sentence; "her successor as
/// director, Joan Lund": perhaps not yet.
fn then_so(scene: &Scene<'_>, draft: &Draft, name: usize) -> bool {
    let holder = matches!(scene.fact(draft.fact).expected, Expected::Holders(_));
    let end = (name..scene.sentence.range.end).find(|&at| scene.tag(at) != Some(Tag::Name));
    let then = end.is_some_and(|end| scene.lower(end) == "," && scene.lower(end + 1) == "then");
    let succeeds = || {
        (scene.sentence.range.start..name)
            .any(|at| scene.lower(at) == "successor" && scene.lower(at + 1) == "as")
    };
    holder && draft.times.is_empty() && (then || succeeds())
}

/// "At the first X, in 1985, the cut-off was four hours": so it was that time.
fn is_of_one_edition(scene: &Scene<'_>, draft: &Draft, value: usize) -> bool {
    let start = scene.sentence.range.start;
    let ordinal = scene.values.iter().any(|it| {
        matches!(it.reading.value, Value::Ordinal(_))
            && (start + 1..start + 4).contains(&it.words.start)
            && it.words.end < value
    });
    matches!(scene.fact(draft.fact).expected, Expected::Duration(_))
        && matches!(scene.lower(start), "at" | "in" | "for" | "during")
        && ordinal
}

/// "had lasted nine weeks when talks began": it went on.
fn is_unfinished(scene: &Scene<'_>, draft: &Draft, value: usize) -> bool {
    let clause = scene.sentence.clause_of(value);
    let had = scene.sentence.clauses[clause].verb.is_some_and(|verb| {
        let verb = &scene.sentence.verbs[verb];
        verb.range.len() > 1 && matches!(scene.lower(verb.range.start), "had" | "has" | "have")
    });
    matches!(scene.fact(draft.fact).expected, Expected::Duration(_)) && had
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

/// What a part has less of than the whole: a sum, a rate, a count.
fn is_sum(expected: &Expected) -> bool {
    match expected {
        Expected::Percent(_) | Expected::Money(_) => true,
        Expected::Number(number) => number.unit.is_none(),
        _ => false,
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

/// "peaked at 12.1%" of a fact about the peak.
fn is_own_cue(scene: &Scene<'_>, draft: &Draft, at: usize) -> bool {
    let cues = scene.cues(draft.fact);
    let own = |hit: &CueHit| matches!(hit.id, CueId::Own(_)) && cues.contains(&hit.id);
    // "had by then written"
    let adverb = scene.tag(at) == Some(Tag::Adverb);
    !adverb
        && scene.events.iter().any(|event| event.words.contains(&at) && event.cues.iter().any(own))
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
    scene.subject_of(draft).is_some_and(|mention| {
        let end = mention.words.end;
        let followed = mention.kind == MentionKind::Name
            && matches!(scene.lower(end), "in" | "at" | "of" | "near")
            && scene.tag(end + 1) == Some(Tag::Name)
            && !scene.is_value(end + 1);
        let called = matches!(mention.kind, MentionKind::Name | MentionKind::Definite);
        is_common(scene.parse, mention) && (followed || called && is_placed(scene))
    })
}

/// "Up to version 3.4 the limit was", "the limit in version 3": a version among several.
fn is_of_version(scene: &Scene<'_>, value: usize) -> bool {
    const NEAR: usize = 8;
    let floor = scene.sentence.range.start;
    (floor..scene.sentence.range.end.min(value + NEAR)).any(|at| {
        matches!(scene.lower(at), "version" | "versions" | "release" | "releases")
            && scene.tag(at + 1) == Some(Tag::Number)
            && at > floor
            && (at.saturating_sub(2).max(floor)..at).any(|i| {
                matches!(
                    scene.lower(i),
                    "in" | "to" | "before" | "until" | "with" | "since" | "from"
                )
            })
    })
}

/// "For concerts, the capacity rises": a case of its own before the statement.
fn fronted_case(scene: &Scene<'_>, value: usize) -> bool {
    let start = scene.sentence.range.start;
    let noun =
        |at: usize| scene.lower(at).ends_with('s') && scene.tag(at).is_some_and(Tag::is_nominal);
    let plural = matches!(scene.lower(start), "for" | "during") && (start + 1..start + 3).any(noun);
    // "For hockey the capacity is 16,000"
    // "Without fuel it weighs 30 t"
    let lacking = matches!(scene.lower(start), "without" | "excluding");
    let sort = lacking
        || scene.lower(start) == "for"
            && scene.tag(start + 1) == Some(Tag::Noun)
            && !scene.is_value(start + 1)
            && !matches!(
                scene.lower(start + 1),
                "example"
                    | "instance"
                    | "comparison"
                    | "reference"
                    | "most"
                    | "many"
                    | "all"
                    | "some"
                    | "much"
                    | "years"
                    | "decades"
                    | "centuries"
                    | "months"
                    | "weeks"
                    | "now"
                    | "once"
            );
    // "high; with its frame it measures 68 cm"
    let with = |at: usize| {
        matches!(scene.lower(at), "with" | "without" | "including" | "excluding")
            && matches!(scene.lower(at + 1), "its" | "the" | "all" | "their")
            && (at + 1..at + 4).all(|i| !scene.is_value(i))
    };
    let semicolons = (start..value).filter(|&at| scene.lower(at) == ";");
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
    plural || sort || among || with(start) || semicolons.map(|at| at + 1).any(with)
}

/// "In vans, its share is 31%", "Among the young, turnout was 41%": a part, before what is said of it.
fn fronted_part(scene: &Scene<'_>, draft: &Draft, value: usize) -> bool {
    const LONGEST: usize = 6;
    let whole = is_sum(&scene.fact(draft.fact).expected);
    let start = scene.sentence.range.start;
    let among = matches!(scene.lower(start), "among" | "amongst");
    if whole && among {
        // "Among its honours are nineteen titles"
        // "Among those under twenty-five the rate is 19%"
        let people = matches!(
            scene.lower(start + 1),
            "those"
                | "people"
                | "men"
                | "women"
                | "children"
                | "adults"
                | "young"
                | "older"
                | "the"
        );
        return people
            || !lexicon::is_be_form(scene.lower(value.wrapping_sub(1)))
            || (start..value).any(|at| scene.lower(at) == ",");
    }
    if !(whole && matches!(scene.lower(start), "in" | "across" | "within")) {
        return false;
    }
    let end = (start + 1..start + LONGEST)
        .find(|&at| scene.lower(at) == "," || scene.mentions.iter().any(|m| m.words.contains(&at)));
    let Some(end) = end else { return false };
    let plain = (start + 1..end).all(|at| {
        matches!(scene.tag(at), Some(Tag::Noun | Tag::Name | Tag::Determiner))
            && !scene.is_value(at)
    });
    let placed = is_strange_name(scene.parse, &scene.mentions, start + 1);
    let framed = (start + 1..end).any(|at| lexicon::frames_a_statement(scene.lower(at)));
    end > start + 1 && plain && !framed && (placed || scene.lower(end) == ",")
}

/// "employs 8,300 people in Europe": what is counted is counted in one place.
fn is_counted_there(scene: &Scene<'_>, draft: &Draft, value: usize) -> bool {
    let counts = matches!(&scene.fact(draft.fact).expected, Expected::Number(number)
        if number.unit.is_none());
    let end = (value..value + 5)
        .find(|&at| scene.tag(at) == Some(Tag::Preposition) && !scene.is_value(at));
    counts
        && end.is_some_and(|at| {
            scene.lower(at) == "in"
                && at > value + 1
                && is_strange_name(scene.parse, &scene.mentions, at + 1)
                && (value + 1..at).all(|i| scene.is_value(i) || scene.tag(i) == Some(Tag::Noun))
        })
}

/// "costs the city €9 million a year": what is paid time and again is no price.
fn is_yearly(scene: &Scene<'_>, draft: &Draft, value: usize) -> bool {
    let fact = scene.fact(draft.fact);
    let price = matches!(fact.expected, Expected::Money(_))
        && (fact.predicate.builtin.contains(&"cost")
            || fact.predicate.cues.iter().any(|cue| cue.starts_with("cost")));
    let end = (value..value + 6).find(|&at| !scene.is_value(at)).unwrap_or(value);
    let period = |at: usize| matches!(scene.lower(at), "year" | "month" | "week" | "day");
    let clause = scene.sentence.clause_of(value);
    let costs = scene.sentence.clauses[clause]
        .verb
        .is_some_and(|verb| scene.lower(scene.sentence.verbs[verb].head).starts_with("cost"));
    price
        && costs
        && (matches!(scene.lower(end), "a" | "per" | "each" | "every") && period(end + 1)
            || matches!(scene.lower(end), "annually" | "yearly" | "monthly"))
}

/// "its average depth", "Averaged over its surface, the depth": another measure of the same thing.
fn is_averaged(scene: &Scene<'_>, draft: &Draft, value: usize) -> bool {
    let mean = |at: usize| {
        matches!(scene.lower(at), "average" | "averaged" | "averaging" | "mean" | "median")
    };
    let own = scene.cues(draft.fact);
    let measured =
        matches!(scene.fact(draft.fact).expected, Expected::Number(_) | Expected::Percent(_));
    let signals = |from: usize| {
        scene.events.iter().any(|event| event.words.start == from && event.signals(own))
    };
    let start = scene.sentence.range.start;
    measured
        && scene.sentence.range.clone().any(|at| {
            mean(at)
                && !scene.is_cue(draft.fact, at)
                && (at == start || at + 1 == value || signals(at + 1) || signals(at + 2))
        })
}
