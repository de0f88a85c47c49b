//! Statements limited to another time, a part or a case: "until 2016 it was based in", "on its
//! opening weekend", "the first nickname", "for concerts the capacity rises to".
//!
//! What such a statement says of a lasting state may be true beside the fact, so `judge` hears it
//! only when it agrees. It must not know whether it does.

mod act;
mod again;
mod altered;
mod another;
mod case;
mod change;
mod count;
mod cue;
mod gapped;
mod once;
mod party;
mod past;

use super::claim::Doubt;
use super::index::{CueHit, CueId};
use super::mention::{Mention, MentionKind};
use super::pair::is_of_maker;
use super::parse::Tag;
use super::scene::{Draft, Located, Scene};
use super::token::{is_common, is_strange_name};
use crate::lexicon::{self, Marker, Role};
use crate::rules::Expected;
use crate::value::Value;
use crate::value::number::{self, ExpectedUnit};
use another::is_another;
use case::{fronted_case, fronted_part, is_conditional, is_from_earlier, is_of_version};
use change::{is_after_change, is_before_tax, is_budget, is_of_deal, is_of_other_deed};
use once::{
    is_for_some, is_in_part_of_year, is_made_into, is_of_one_edition, is_of_one_month,
    is_of_one_year, is_yearly,
};
use past::{is_ago, is_ago_at_once, is_bounded, is_of_past_year, is_past_scene, is_past_tale};

/// Whether a draft speaks of a lasting state only with a limit.
pub(super) fn is_limited(scene: &Scene<'_>, draft: &Draft, value: usize) -> bool {
    if is_another(scene, draft, value) || is_conditional(scene, draft.clause) {
        return true;
    }
    // "X still has a portrait of its founder": who made a thing is so at any time.
    let made = matches!(scene.expected_of(draft), Expected::Text(_))
        && is_of_maker(scene, draft.fact)
        && !modified_cue(scene, draft)
        && !is_ended(scene, draft);
    // A duration that may be set anew, as a timeout or a warranty is.
    let is_lasting = matches!(scene.fact(draft.fact).expected, Expected::Duration(_));
    // "The old licence ran for the years 1970–2020"
    let has_ends = is_lasting || matches!(scene.fact(draft.fact).expected, Expected::Period(_));
    if has_ends && modified_cue(scene, draft) {
        return true;
    }
    if made || !is_state(scene.expected_of(draft)) || is_of_deal(scene, draft) {
        return then_so(scene, draft, value)
            || is_of_next(scene, draft)
            || act::is_without_part(scene, draft, value)
            || is_made_into(scene, draft)
            || is_for_some(scene, draft)
            || is_unfinished(scene, draft, value)
            || took_once(scene, draft)
            || is_of_one_edition(scene, draft, value)
            || is_lasting && is_of_version(scene, value);
    }
    let clause = scene.sentence.clause_of(value);
    let own = |at: &usize| {
        let here = scene.sentence.clause_of(*at);
        here == clause || here == draft.clause
    };
    let words: Vec<usize> = scene.sentence.range.clone().filter(own).collect();
    // "In 2001 X still had 1,732 inhabitants": the time that is told of is the value's.
    let timed =
        !draft.times.is_empty() && matches!(scene.fact(draft.fact).expected, Expected::Timeline(_));
    // "down from 84 a year earlier"
    let compared = timed && draft.construction == "compared amount";
    modified_cue(scene, draft)
        || is_of_next(scene, draft)
        || act::is_without_part(scene, draft, value)
        || is_ended(scene, draft)
        || is_before_tax(scene, draft, value)
        || is_of_other_deed(scene, draft, value)
        || !timed
            && words.iter().any(|&at| is_marked(scene, at) && !is_own_cue(scene, draft, at))
        || words.iter().any(|&at| is_bounded(scene, at))
        || !timed
            && (is_stative(scene, clause) || measures(scene, draft, clause))
            && words.iter().any(|&at| is_ago(scene, at))
        // "at 9% two years ago"
        || !compared && is_ago_at_once(scene, value)
        || draft.times.is_empty()
            && (is_past_scene(scene, clause)
                || may_change(scene.expected_of(draft)) && is_past_tale(scene, clause))
        || !compared && is_of_past_year(scene, draft, clause, value)
        || fronted_case(scene, value)
        || is_of_version(scene, value)
        || is_from_earlier(scene, value)
        || is_of_one_year(scene, draft)
        || fronted_part(scene, draft, value)
        || is_counted_there(scene, draft, value)
        || is_in_part_of_year(scene, draft)
        || is_averaged(scene, draft, value)
        || scene.dated_above && draft.times.is_empty()
        || is_dated_elsewhere(scene, draft, clause)
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
    is_state(scene.expected_of(draft))
        && (cue::is_part(scene, draft, value)
            || is_yearly(scene, draft, value)
            || is_of_one_month(scene, draft)
            || is_budget(scene, draft, value)
            || is_after_change(scene, draft, value)
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

/// "had lasted nine weeks when talks began": it went on.
fn is_unfinished(scene: &Scene<'_>, draft: &Draft, value: usize) -> bool {
    let clause = scene.sentence.clause_of(value);
    let had = scene.sentence.clauses[clause].verb.is_some_and(|verb| {
        let verb = &scene.sentence.verbs[verb];
        verb.range.len() > 1 && matches!(scene.lower(verb.range.start), "had" | "has" | "have")
    });
    matches!(scene.fact(draft.fact).expected, Expected::Duration(_)) && had
}

/// "in March 2020, in the week in which it was cut to 0.1%": the sentence gives a time, and not in the clause of a value
/// that changes.
fn is_dated_elsewhere(scene: &Scene<'_>, draft: &Draft, clause: usize) -> bool {
    let changes = matches!(scene.fact(draft.fact).expected, Expected::Timeline(_));
    let dated = |it: &Located| {
        matches!(&it.reading.value, Value::Date(date) if date.year().is_some() || date.is_yearless())
            && scene.sentence.clause_of(it.words.start) != clause
    };
    let past = scene.sentence.clauses[clause].verb.is_some_and(|verb| {
        let forms = lexicon::verb_forms(scene.lower(scene.sentence.verbs[verb].head));
        forms.contains(lexicon::Form::Past)
    });
    changes && draft.times.is_empty() && past && scene.values.iter().any(dated)
}

/// "it took 55 minutes" of what a rule says it "takes": how long it was once.
fn took_once(scene: &Scene<'_>, draft: &Draft) -> bool {
    let takes = |cue: &String| matches!(cue.as_str(), "takes" | "take");
    let mut cues = scene.fact(draft.fact).predicate.cues.iter();
    let took = draft.cue.as_ref().is_some_and(|cue| scene.lower(cue.end - 1) == "took");
    took && cues.any(takes)
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

/// What may be otherwise at another time: a seat, a staff, a share, but no length and no price.
fn may_change(expected: &Expected) -> bool {
    match expected {
        Expected::Number(number) => !matches!(number.unit, Some(ExpectedUnit::Measure(_))),
        Expected::Percent(_) | Expected::Text(_) | Expected::Members(_) | Expected::Timeline(_) => {
            true
        }
        _ => false,
    }
}

/// What a part has less of than the whole: a sum, a rate, a count.
fn is_sum(expected: &Expected) -> bool {
    match expected {
        Expected::Percent(_) | Expected::Money(_) => true,
        Expected::Number(number) => !matches!(number.unit, Some(ExpectedUnit::Measure(_))),
        Expected::Timeline(rows) => rows.first().is_some_and(|row| is_sum(&row.value)),
        _ => false,
    }
}

/// "ended its twinning with Linz": what the cue names is no longer so.
fn is_ended(scene: &Scene<'_>, draft: &Draft) -> bool {
    const ENDING: &[&str] =
        &["end", "cancel", "sever", "drop", "break", "dissolve", "suspend", "terminate"];
    let Some(cue) = &draft.cue else { return false };
    let owner = cue.start.wrapping_sub(1);
    matches!(scene.lower(owner), "its" | "their" | "the")
        && lexicon::is_form_of_any(scene.lower(owner.wrapping_sub(1)), ENDING)
}

/// "the first nickname of X", "its former headquarters".
fn modified_cue(scene: &Scene<'_>, draft: &Draft) -> bool {
    let Some(cue) = &draft.cue else { return false };
    // "its original author": there was no other before.
    let by = |cue: &String| cue.ends_with(" by");
    let made = scene.fact(draft.fact).predicate.cues.iter().any(by);
    // "from its headquarters to Hull": where something left from.
    let determined =
        usize::from(matches!(scene.lower(cue.start.wrapping_sub(1)), "its" | "their" | "the"));
    let from = scene.lower(cue.start.wrapping_sub(1 + determined)) == "from"
        && scene.lower(cue.end) == "to"
        && scene.tag(cue.start) == Some(Tag::Noun);
    if from && matches!(scene.expected_of(draft), Expected::Text(_)) {
        return true;
    }
    let before = (scene.sentence.range.start..cue.start).rev().take(2);
    before
        .filter(|&at| !is_of_duration(scene, at))
        .map(|at| scene.lower(at))
        .any(|word| lexicon::is_other_time_adjective(word) && !(made && word == "original"))
}

/// "X's second runway", of a fact about how long or how many there are.
fn is_of_next(scene: &Scene<'_>, draft: &Draft) -> bool {
    let next = |start: usize| {
        matches!(scene.lower(start.wrapping_sub(1)), "second" | "third" | "other" | "another")
    };
    scene.expected_of(draft).number().is_some()
        && scene.events.iter().any(|event| {
            event.is_nominal()
                && event.clause == draft.clause
                && next(event.words.start)
                && event.signals(scene.cues(draft.fact))
        })
}

/// The "second" of "54-second".
fn is_of_duration(scene: &Scene<'_>, at: usize) -> bool {
    let duration = |it: &Located| matches!(it.reading.value, Value::Duration(_));
    scene.values.iter().any(|it| it.words.contains(&at) && duration(it))
}

fn is_marked(scene: &Scene<'_>, at: usize) -> bool {
    // "the Combined Authority"
    if scene.mentions.iter().any(|mention| mention.words.contains(&at) && mention.words.len() > 1) {
        return false;
    }
    let words = scene.parse.lower(at..scene.sentence.range.end.min(at + 8));
    matches!(lexicon::markers_at(&words), Some((Marker::Limit, _)))
}

/// "peaked at 12.1%" of a fact about the peak.
fn is_own_cue(scene: &Scene<'_>, draft: &Draft, at: usize) -> bool {
    let cues = scene.cues(draft.fact);
    let own = |hit: &CueHit| matches!(hit.id, CueId::Own(_)) && cues.contains(&hit.id);
    // "had by then written"
    let adverb =
        matches!(scene.tag(at), Some(Tag::Adverb | Tag::Auxiliary)) || scene.lower(at) == "once";
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

/// "employs 8,300 people in Europe": what is counted is counted in one place.
fn is_counted_there(scene: &Scene<'_>, draft: &Draft, value: usize) -> bool {
    let measured = |it: &number::Expected| matches!(it.unit, Some(ExpectedUnit::Measure(_)));
    let expected = scene.expected_of(draft);
    let counts = expected.number().is_some_and(|it| !measured(it))
        || matches!(expected, Expected::Percent(_));
    let end = (value..value + 5)
        .find(|&at| scene.tag(at) == Some(Tag::Preposition) && !scene.is_value(at));
    // "delivered 282,000 vehicles there"
    let there = (value + 1..value + 4).any(|at| {
        scene.lower(at) == "there"
            && !matches!(scene.tag(at + 1), Some(Tag::Verb | Tag::Auxiliary))
            && (value + 1..at).all(|i| scene.is_value(i) || scene.tag(i) == Some(Tag::Noun))
    });
    // "has 300 employees in its museum"
    let own = end.is_some_and(|at| {
        matches!(scene.lower(at), "in" | "at")
            && at > value + 1
            && matches!(scene.lower(at + 1), "its" | "their" | "our")
    });
    counts
        && (there
            || own
            || end.is_some_and(|at| {
                matches!(scene.lower(at), "in" | "to" | "across" | "outside")
                    && at > value
                    && is_elsewhere(scene, draft, at + 1)
                    && (value + 1..at).all(|i| scene.is_value(i) || scene.tag(i) == Some(Tag::Noun))
            }))
}

/// "in Norland", "in the Lund valley": a place that is not the subject itself.
fn is_elsewhere(scene: &Scene<'_>, draft: &Draft, at: usize) -> bool {
    let name = at + usize::from(scene.lower(at) == "the");
    let subject = scene.subject_of(draft).map(|mention| mention.subject);
    let own = |it: &Mention| scene.facts_of(it.subject).contains(&draft.fact);
    let other = |it: &Mention| it.words.start == name && Some(it.subject) != subject && !own(it);
    is_strange_name(scene.parse, &scene.mentions, name)
        || matches!(scene.expected_of(draft), Expected::Percent(_))
            && scene.mentions.iter().any(|it| it.kind == MentionKind::Name && other(it))
}

/// "its average depth", "Averaged over its surface, the depth": another measure of the same thing.
fn is_averaged(scene: &Scene<'_>, draft: &Draft, value: usize) -> bool {
    let mean = |at: usize| {
        matches!(scene.lower(at), "average" | "averaged" | "averaging" | "mean" | "median")
    };
    let own = scene.cues(draft.fact);
    let measured = matches!(scene.expected_of(draft), Expected::Number(_) | Expected::Percent(_));
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
