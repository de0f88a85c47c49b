//! Verbs that say nothing of their own: "the signing took place in 2016", "construction lasted seven years", "It
//! took seven years to build X". What they stand with is the event.
//!
//! It must not know facts.

use super::super::event::Event;
use super::super::index::{CueHit, CueId};
use super::super::parse::{ClauseKind, Tag};
use super::super::scene::{Located, Scene};
use super::owner::{How, Owner, is_period};
use crate::lexicon;
use crate::value::Value;

/// Verbs whose object is the event: "2016 saw the signing", "X held talks".
const SEEING: &[&str] = &[
    "saw",
    "achieved",
    "achieves",
    "witnessed",
    "marked",
    "brought",
    "held",
    "had",
    "holds",
    "hold",
    "made",
    "paid",
    "gave",
];

/// Verbs that only say that an event took its place in time.
const LIGHT: &[&str] = &[
    "took",
    "takes",
    "take",
    "taken",
    "happened",
    "occurred",
    "came",
    "comes",
    "followed",
    "was",
    "were",
    "is",
    "are",
    "been",
    "dates",
    "dated",
    "fell",
    "falls",
    "went",
    "goes",
    "began",
    "held",
    "saw",
    "achieved",
    "achieves",
    "witnessed",
    "marked",
    "brought",
    "had",
    "has",
    "have",
    "hold",
    "holds",
    "made",
    "paid",
    "gave",
];

/// Verbs that say how long an event went on.
const LASTING: &[&str] = &[
    "lasted",
    "lasts",
    "ran",
    "runs",
    "continued",
    "continues",
    "stretched",
    "spanned",
    "extended",
    "dragged",
];

/// Verbs by which a first version of a thing comes out.
const ISSUING: &[&str] =
    &["release", "publish", "issue", "launch", "ship", "appear", "debut", "arrive", "print", "tag"];

/// "The first version of X was released in 2014", "the first version of X, released in 2014,": what came out is
/// the noun's event.
fn comes_out(scene: &Scene<'_>, this: &Event, other: &Event) -> bool {
    let verb = scene.lower(this.head);
    let clauses = &scene.sentence.clauses;
    let said = other.clause == this.clause || clauses[this.clause].parent == Some(other.clause);
    let numbered = other.words.len() > 1
        && matches!(scene.lower(other.words.start), "first" | "original" | "last" | "final");
    numbered
        && said
        && other.is_nominal()
        && other.words.end <= this.words.start
        && lexicon::is_form_of_any(verb, ISSUING)
        && !scene.sentence.verbs.iter().any(|it| {
            (other.words.end..this.words.start).contains(&it.range.start)
                && !this.words.contains(&it.head)
                && it.range.end != this.words.start
        })
}

/// "Right after the release of X, the fair was held in May": the noun tells when, and is not what the verb is of.
pub(super) fn is_time_of(scene: &Scene<'_>, other: &Event) -> bool {
    let inside = |at: &usize| {
        let tag = scene.tag(*at);
        matches!(tag, Some(Tag::Determiner | Tag::Number | Tag::Possessive))
            || tag.is_some_and(Tag::is_nominal)
    };
    let start = scene.sentence.range.start;
    let before = (start..other.words.start).rev().find(|at| !inside(at));
    before.is_some_and(|at| {
        matches!(scene.lower(at), "after" | "before" | "since" | "following" | "during" | "until")
    })
}

/// "the signing took place in 2016", "2016 saw the signing": the noun is the event.
pub(super) fn light(scene: &Scene<'_>, event: usize, value: &Located) -> Vec<Owner> {
    let this = &scene.events[event];
    let head = scene.lower(this.head);
    // "The opening of X is planned for June 2026"
    let planned = matches!(head, "planned" | "scheduled" | "slated" | "due" | "expected" | "fixed")
        && matches!(scene.lower(value.words.start.wrapping_sub(1)), "for" | "in" | "on");
    let lasts = is_period(value) || matches!(value.reading.value, Value::Duration(_));
    let passive = super::super::event::is_passive(scene.sentence, this);
    let befallen = lexicon::befalls(head) && !passive && !LIGHT.contains(&head);
    let light = LIGHT.contains(&head) || planned || befallen || lasts && LASTING.contains(&head);
    if this.is_nominal() {
        return Vec::new();
    }
    if let Some(event) = scene.events.iter().position(|other| comes_out(scene, this, other)) {
        return vec![Owner::Event { event, how: How::Light }];
    }
    // "The ratification of X was completed in 1781": it is a matter of a day.
    let concludes =
        passive && matches!(head, "completed" | "concluded" | "finalised" | "finalized");
    if !light && !concludes {
        return Vec::new();
    }
    // "The fire that gutted X in 1911", "Fire swept X in 1911"
    let does = |other: &Event| {
        let relative = usize::from(matches!(scene.lower(other.words.end), "that" | "which"));
        befallen && other.words.end + relative == this.words.start
    };
    // "The first ascent was made in 1912"
    let seeing = !passive && SEEING.contains(&head);
    let near = |other: &Event| {
        other.words.start >= this.words.end && other.words.start <= this.words.end + 4
    };
    scene
        .events
        .iter()
        .enumerate()
        .filter(|(_, other)| {
            other.is_nominal()
                && (other.clause == this.clause
                    || does(other)
                    || is_told_in_relative(scene, this, other))
        })
        .filter(|(_, other)| {
            if concludes {
                other.words.end <= this.words.start && is_of_a_day(other)
            } else if befallen {
                does(other)
            } else if seeing {
                near(other)
            } else if head == "began" && !passive && near(other) {
                // "X began talks in May"
                true
            } else {
                other.words.end <= this.words.start && !is_time_of(scene, other)
            }
        })
        .map(|(event, _)| Owner::Event { event, how: How::Light })
        .collect()
}

/// "ratification", "signing": what is a matter of a day.
fn is_of_a_day(event: &Event) -> bool {
    event.cues.iter().any(|hit| match hit.id {
        CueId::Family(family) => matches!(
            lexicon::families()[family].name,
            "ratified" | "acquired" | "merged" | "signed"
        ),
        CueId::Own(_) => false,
    })
}

/// "the premiere of X, which took place in 1928": what the relative clause is about.
fn is_told_in_relative(scene: &Scene<'_>, verb: &Event, noun: &Event) -> bool {
    const LONGEST: usize = 8;
    let node = &scene.sentence.clauses[verb.clause];
    let which = node.kind == ClauseKind::Relative && scene.lower(node.start) == "which";
    let between = noun.words.end..node.start;
    let plain = |at: usize| {
        !matches!(scene.tag(at), Some(Tag::Verb | Tag::Auxiliary))
            && (at + 1 == node.start || scene.lower(at) != ",")
    };
    which
        && scene.lower(noun.words.end) == "of"
        && between.len() <= LONGEST
        && scene.lower(node.start.wrapping_sub(1)) == ","
        && between.into_iter().all(plain)
}

/// "It took seven years to build X", "X took seven years to build".
pub(super) fn taken_to(scene: &Scene<'_>, value: &Located) -> Option<Owner> {
    let start = value.words.end + 1;
    let takes = scene.sentence.verbs.iter().any(|verb| {
        matches!(scene.lower(verb.head), "took" | "takes" | "taken" | "take")
            && verb.range.end <= value.words.start
            && (verb.range.end..value.words.start).all(|at| lexicon::is_hedge(scene.lower(at)))
    });
    let infinitive = takes && scene.lower(value.words.end) == "to";
    let event = scene.events.iter().position(|event| event.verb.is_some() && event.head == start);
    event.filter(|_| infinitive).map(|event| Owner::Event { event, how: How::Light })
}

/// "X has been a World Heritage Site since 2015", "became a World Heritage Site in 2015", "X, toll-free since 2008": the
/// noun or adjective is what began.
pub(super) fn state_since(scene: &Scene<'_>, value: &Located) -> Option<Owner> {
    let before = value.words.start.checked_sub(1)?;
    let event = scene.events.iter().position(|event| {
        event.is_nominal() && event.words.end == before && !event.cues.is_empty()
    })?;
    let start = scene.events[event].words.start;
    let plain =
        |at: usize| matches!(scene.tag(at), Some(Tag::Determiner | Tag::Adverb | Tag::Noun));
    let verb = scene
        .sentence
        .verbs
        .iter()
        .find(|verb| verb.range.end <= start && (verb.range.end..start).all(plain));
    let been = verb.is_some_and(|verb| {
        matches!(scene.lower(verb.range.start), "has" | "have") && scene.lower(verb.head) == "been"
    });
    let became = verb.is_some_and(|verb| scene.lower(verb.head) == "became");
    let aside = scene.lower(start.wrapping_sub(1)) == ",";
    let since = scene.lower(before) == "since" && (been || aside);
    let on = matches!(scene.lower(before), "in" | "on") && became;
    (since || on).then_some(Owner::Event { event, how: How::State })
}

/// "won the Okell Prize in 2019", "declared bankruptcy on 17 May": the date is also that of what was received, where it has a
/// name, or done.
pub(super) fn received(scene: &Scene<'_>, event: usize, value: &Located) -> Option<Owner> {
    const NEAR: usize = 3;
    let this = &scene.events[event];
    let end = this.words.end;
    let head = scene.lower(this.head);
    let performs = !super::super::event::is_passive(scene.sentence, this)
        && lexicon::is_form_of_any(head, PERFORMING);
    let receives =
        lexicon::receives(head) || matches!(head, "gave" | "gives" | "grants" | "awards");
    if this.verb.is_none() || !(performs || receives) {
        return None;
    }
    // "was awarded the medal in 1982, the prize in 2001": each with the date behind it
    let listed = |it: &&Located| {
        it.words.start >= end
            && it.words.end <= value.words.start
            && it.words != value.words
            && matches!(it.reading.value, Value::Date(_))
    };
    let after = scene.values.iter().filter(listed).map(|it| it.words.end).max();
    let end = after.map_or(end, |after| after + 1);
    let first = end + usize::from(!performs && after.is_none());
    let event = scene.events.iter().position(|other| {
        other.is_nominal()
            && other.clause == this.clause
            && (receives
                && scene.tag(other.words.start) == Some(Tag::Name)
                && (end..end + NEAR).contains(&other.words.start)
                || is_own_noun(other) && (first..end + NEAR + 3).contains(&other.words.start))
            // "On 7 July he suffered a wound"
            && (other.words.end <= value.words.start || value.words.end <= this.words.start)
    })?;
    Some(Owner::Event { event, how: How::Light })
}

/// "staged an uprising in 2003": perhaps one of several.
pub(super) fn is_performed(scene: &Scene<'_>, event: &Event) -> bool {
    scene.sentence.clauses[event.clause].verb.is_some_and(|verb| {
        let verb = &scene.sentence.verbs[verb];
        verb.range.end <= event.words.start
            && lexicon::is_form_of_any(scene.lower(verb.head), PERFORMING)
    })
}

/// Verbs of doing what their object names: "stage an uprising".
const PERFORMING: &[&str] = &[
    "declare", "stage", "file", "play", "undergo", "suffer", "set", "host", "conduct", "score",
    "deliver", "perform", "reach",
];

/// An author's own noun: "charter".
fn is_own_noun(event: &Event) -> bool {
    let own = |hit: &CueHit| matches!(hit.id, CueId::Own(_)) && hit.form.is_nominal();
    event.cues.iter().any(own)
}
