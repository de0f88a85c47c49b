//! Whether a quantity is said of a mention: by possession, by a preposition, as the clause's subject,
//! in an aside. It must not know whether the quantity is right.

use super::super::event::Event;
use super::super::index::CueId;
use super::super::parse::{ClauseKind, Tag};
use super::super::scene::{Located, Scene};
use super::super::setting::Setting;
use super::left_out::hedged;
use super::measure::Evidence;
use super::measure_aside::{does_another, with_doing};
use super::measure_frame::{
    apposed_cue, at_a_cost, fronted_of_other, fronted_through, fronted_with, given_to, heads_line,
    is_of_what_is_there, is_share_of, is_where_it_lies, with_aside,
};
use super::measure_other::{
    costs_somebody, is_any_number, is_of_several, is_of_stranger, is_of_thing_beside,
    is_of_thing_with, is_shared, is_way_off, pays,
};
use crate::lexicon::{self, Role};
use crate::rules::FactId;
use crate::value::Value;

/// Whether a mention is what the quantity is said of.
pub(super) fn linked(
    scene: &Scene<'_>,
    fact: FactId,
    evidence: &Evidence<'_>,
    value: usize,
    mention: usize,
) -> bool {
    let located = &scene.values[value];
    let setting = &scene.settings[mention];
    if setting.longer || is_of_other(scene, fact, evidence, located, mention) {
        return false;
    }
    if let Some(event) = evidence.event
        && event.verb.is_some()
        && event
            .cues
            .iter()
            .any(|hit| matches!(hit.id, CueId::Family(_)) && scene.cues(fact).contains(&hit.id))
        && matches!(event.role(scene.cues(fact)), Some(Role::Theme | Role::Ergative))
    {
        return scene.arguments(event, scene.cues(fact)).contains(&mention);
    }
    if evidence.event.is_some_and(|event| is_of_mention(scene, event, mention)) {
        return true;
    }
    if is_share_of(scene, evidence, located, mention)
        || fronted_through(scene, evidence, mention)
        || heads_line(scene, mention)
        || at_a_cost(scene, evidence, mention)
        || owned_by_cue_noun(scene, fact, evidence, located, mention)
        || evidence.event.is_none() && stands_beside(scene, located, mention)
    {
        return true;
    }
    if let Some(noun) = setting.modifies {
        return located.words.contains(&noun) || noun_of(scene, located) == Some(noun);
    }
    if after_value(scene, located, mention, evidence)
        || with_aside(scene, evidence, mention)
        || with_doing(scene, evidence, mention)
        || apposed_cue(scene, fact, evidence, located, mention)
        || given_to(scene, fact, evidence, located, mention)
    {
        return true;
    }
    // "I found X with a height of 175 m"
    let at = scene.mentions[mention].words.end;
    let nominal = evidence.noun();
    if scene.lower(at) == "with"
        && nominal.is_some_and(|event| (at + 1..at + 4).contains(&event.words.start))
    {
        return true;
    }
    // "The tallest is X at 214 m"
    if scene.lower(at) == "at" && located.words.start == at + 1 && is_superlative(scene, evidence) {
        return true;
    }
    if evidence.construction == "counted noun" && !object_of_having(scene, located) {
        return false;
    }
    in_its_clause(scene, evidence, located, mention)
}

/// What takes a quantity away from every mention, or from this one.
fn is_of_other(
    scene: &Scene<'_>,
    fact: FactId,
    evidence: &Evidence<'_>,
    located: &Located,
    mention: usize,
) -> bool {
    fronted_of_other(scene, located)
        || pays(scene, fact, evidence, mention)
        || costs_somebody(scene, evidence, located)
        || is_of_stranger(scene, evidence, located)
        || has_its_own_like(scene, evidence, mention)
        || is_way_off(scene, evidence, located)
        || is_where_it_lies(scene, evidence, located, mention)
        || is_of_what_is_there(scene, evidence, located, mention)
        || is_shared(scene, located, mention)
        || is_of_several(scene, located, mention)
        || is_of_thing_beside(scene, located, mention)
        || is_of_thing_with(scene, evidence, mention)
        || does_another(scene, located, mention)
}

/// "a stake in X and its 55% stake in a mine": the cue's noun stands once for X, then for something else.
fn has_its_own_like(scene: &Scene<'_>, evidence: &Evidence<'_>, mention: usize) -> bool {
    let Some(event) = evidence.noun() else { return false };
    let end = event.words.end;
    let own = |setting: &Setting| {
        setting.preposition.is_some_and(|at| {
            at < event.words.start
                && scene.lower(at) == scene.lower(end)
                && scene.lower(at.wrapping_sub(1)) == scene.lower(event.head)
        })
    };
    let mut same = (0..scene.mentions.len())
        .filter(|&it| scene.mentions[it].subject == scene.mentions[mention].subject);
    let said = same.clone().any(|it| own(&scene.settings[it]));
    said && !scene.is_value(end + 1) && same.all(|it| scene.mentions[it].words.start < end)
}

/// "X's inflation rate", "the inflation rate of X": the cue is the mention's own.
fn is_of_mention(scene: &Scene<'_>, event: &Event, mention: usize) -> bool {
    let setting = &scene.settings[mention];
    let rate = |noun: usize| {
        noun == event.words.end
            && event.is_nominal()
            && matches!(scene.lower(noun), "rate" | "level" | "figure" | "total" | "number")
    };
    let Some(noun) = setting.modifies else {
        return setting.preposition.is_some_and(|at| {
            (event.words.end..=event.words.end + 1).contains(&at)
                && matches!(
                    scene.lower(at),
                    "of" | "for" | "in" | "at" | "to" | "on" | "by" | "from" | "during" | "across"
                )
        });
    };
    event.words.contains(&noun) || rate(noun)
}

fn is_superlative(scene: &Scene<'_>, evidence: &Evidence<'_>) -> bool {
    evidence.event.is_some_and(|event| {
        scene.lower(event.head).ends_with("est")
            && scene.lower(event.words.start.wrapping_sub(1)) == "the"
    })
}

/// The mention is the subject of the clause that holds the value or the cue, or the cue's argument.
fn in_its_clause(
    scene: &Scene<'_>,
    evidence: &Evidence<'_>,
    located: &Located,
    mention: usize,
) -> bool {
    let words = &scene.mentions[mention].words;
    let clause = scene.sentence.clause_of(located.words.start);
    let event_clause = evidence.event.map_or(clause, |event| event.clause);
    [clause, event_clause].iter().any(|&clause| {
        scene.subjects_of(clause).contains(&mention)
            || bracket_after(scene, clause, mention)
            || fronted_with(scene, clause, located, mention)
    }) && words.end <= located.words.start.max(words.end)
        || evidence.event.is_some_and(|event| {
            // "The Arn flows into X after 80 km": the length is not of where it goes.
            let goal = words.start >= event.words.end
                && scene.settings[mention].preposition.is_some()
                && event.cues.iter().all(|hit| hit.role == Some(Role::Measure));
            // "Y cost £8 million, X less", "the industry employs 40,000 people, X among them"
            let the = usize::from(scene.lower(words.start.wrapping_sub(1)) == "the");
            let apart = words.start >= located.words.end
                && scene.lower(words.start.wrapping_sub(1 + the)) == ",";
            event.verb.is_some()
                && !goal
                && !apart
                && scene.arguments_of_verb(event).contains(&mention)
        })
}

/// "The rebuilding of X cost", "The mirror of X has a diameter of", "X's mirror is 4.2 m in diameter": a noun of the
/// same fact stands before the cue and the value, and it is X's.
fn owned_by_cue_noun(
    scene: &Scene<'_>,
    fact: FactId,
    evidence: &Evidence<'_>,
    value: &Located,
    mention: usize,
) -> bool {
    let Some(cue) = evidence.event else { return false };
    let cues = scene.cues(fact);
    let owns = |event: &Event| {
        scene.arguments(event, cues).contains(&mention)
            || cue.verb.is_none()
                && scene.settings[mention].modifies.is_some_and(|noun| event.words.contains(&noun))
    };
    scene.events.iter().any(|event| {
        event.is_nominal()
            && event.words != cue.words
            && event.clause == cue.clause
            && event.words.end <= cue.words.start
            && event.words.end <= value.words.start
            && event.signals(cues)
            && owns(event)
            && !(event.words.end..value.words.start)
                .any(|at| scene.tag(at) == Some(Tag::Conjunction))
    })
}

/// "the X of 2%", "lifted X to 5.25%", "put X up to 0.75%": a bare fact's quantity follows the name
/// at once.
fn stands_beside(scene: &Scene<'_>, value: &Located, mention: usize) -> bool {
    let end = scene.mentions[mention].words.end;
    // "set X for 2023-24 at €2 million"
    let dated = scene.value_at(end + 1).filter(|it| matches!(it.reading.value, Value::Date(_)));
    let end = match (scene.lower(end), dated) {
        ("for" | "in", Some(date)) => date.words.end,
        _ => end,
    };
    // "by a quarter of a point to"
    const STEP: usize = 8;
    // "gives X 36 stops", "leaves X with 36 stops"
    let verb = scene.mentions[mention].words.start
        - usize::from(scene.lower(scene.mentions[mention].words.start.wrapping_sub(1)) == "the");
    let given = scene.sentence.verbs.iter().any(|it| {
        it.range.end == verb
            && lexicon::is_form_of_any(scene.lower(it.head), &["give", "leave", "bring"])
    });
    let with = usize::from(scene.lower(end) == "with");
    if given && hedged(scene, value.words.start) == end + with {
        return true;
    }
    let step = (scene.lower(end) == "by")
        .then(|| (end..end + STEP).find(|&at| scene.lower(at) == "to"))
        .flatten();
    let at = step.unwrap_or(end);
    let small = (at..value.words.start).all(|i| {
        matches!(
            scene.lower(i),
            "of" | "at"
                | "to"
                | "up"
                | "down"
                | "back"
                | "stands"
                | "was"
                | "is"
                | "had"
                | "been"
                | "has"
                | "stood"
                | ":"
                | "unchanged"
                | "steady"
        )
    });
    value.words.start > end && value.words.start <= at + 4 && small
}

/// A count without a cue belongs to its clause's subject only right after the verb, or in "with 27
/// members" at the head of the sentence.
pub(super) fn object_of_having(scene: &Scene<'_>, value: &Located) -> bool {
    // "has a total of 240 rooms"
    let total = scene.lower(value.words.start.wrapping_sub(1)) == "of"
        && scene.lower(value.words.start.wrapping_sub(2)) == "total";
    let at = list_start(scene, value) - if total { 3 } else { 0 };
    let verb =
        scene.sentence.verbs.iter().any(|verb| verb.range.end <= at && at - verb.range.end <= 2);
    verb && scene.lower(at - 1) != "with" || at <= scene.sentence.range.start + 2
}

/// "has five keyboards, 115 stops and 8,700 pipes": where the counts begin that a count is listed with.
fn list_start(scene: &Scene<'_>, value: &Located) -> usize {
    let mut start = value.words.start;
    while let Some(joint) =
        start.checked_sub(1).filter(|&at| matches!(scene.lower(at), "," | "and"))
    {
        let end = joint - usize::from(scene.lower(joint - 1) == ",");
        let earlier = scene.values.iter().rfind(|other| {
            let number = matches!(other.reading.value, Value::Number(_));
            let counted = other.words.end..end;
            // "five keyboards of 56 notes"
            let plain = |at: usize| {
                scene.is_value(at)
                    || scene.tag(at) == Some(Tag::Noun)
                    || scene.lower(at) == "of" && scene.is_value(at + 1)
            };
            number && other.words.end <= end && counted.into_iter().all(plain)
        });
        let Some(earlier) = earlier else { break };
        // "keyboards of 56 notes": the notes are of the first.
        let of = scene.lower(earlier.words.start.wrapping_sub(1)) == "of";
        let whole = scene.values.iter().rfind(|it| of && it.words.end < earlier.words.start);
        start = whole.map_or(earlier.words.start, |whole| whole.words.start);
    }
    start
}

/// "27 members of the EU", "the 5,000 employees of X".
pub(super) fn after_value(
    scene: &Scene<'_>,
    value: &Located,
    mention: usize,
    evidence: &Evidence<'_>,
) -> bool {
    let setting = &scene.settings[mention];
    let end = evidence.event.map_or(value.words.end, |event| event.words.end.max(value.words.end));
    setting.preposition.is_some_and(|at| {
        at >= value.words.end
            && at <= end + 2
            && (matches!(scene.lower(at), "of" | "in" | "at" | "for")
                // "the 47 stops on X"
                || matches!(scene.lower(at), "on" | "under" | "aboard")
                    && evidence.construction == "counted noun"
                // "spent €2 million on X"
                || scene.lower(at) == "on"
                    && matches!(verb_before(scene, value), "spent" | "spends" | "spend"))
            && (value.words.end..at)
                .all(|i| scene.tag(i).is_some_and(|tag| tag.is_nominal() || tag == Tag::Verb))
            && !(scene.lower(at) == "of" && (is_any_number(scene, value) || is_stretch(value)))
    })
}

/// "Algae covered 90 km² of X": so much of it.
fn is_stretch(value: &Located) -> bool {
    matches!(&value.reading.value, Value::Number(number) if number.unit.is_some())
}

/// The verb that a value is the object of.
fn verb_before<'s>(scene: &'s Scene<'_>, value: &Located) -> &'s str {
    let ends = |verb: &&super::super::parse::Verb| verb.range.end == value.words.start;
    scene.sentence.verbs.iter().find(ends).map_or("", |verb| scene.lower(verb.head))
}

/// "X (828 m)", "X, 828 m high,": the value stands in an aside after the name.
pub(super) fn bracket_after(scene: &Scene<'_>, clause: usize, mention: usize) -> bool {
    let node = &scene.sentence.clauses[clause];
    node.kind == ClauseKind::Bracket && scene.antecedents(node.start).contains(&mention)
}

pub(super) fn noun_of(scene: &Scene<'_>, value: &Located) -> Option<usize> {
    match &value.reading.value {
        Value::Number(number) => {
            number.noun.as_ref().map(|noun| scene.parse.words_in(noun.span).end - 1)
        }
        _ => None,
    }
}
