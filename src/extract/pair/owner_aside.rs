//! Which event a value between commas, in a cleft or in a label belongs to.

use super::super::event::Event;
use super::super::mention::Mention;
use super::super::parse::{ClauseKind, Tag};
use super::super::scene::{Located, Scene};
use super::super::token::is_quote;
use super::owner::{How, Owner, head_event};
use super::rival::same_kind;
use crate::lexicon::{self, Role};
use crate::value::Value;

/// "when X opened, in 1932, they ..." and "its launch, in 1999, was": a date between commas is said
/// of the event right before it.
pub(super) fn before_comma(scene: &Scene<'_>, value: &Located) -> Option<usize> {
    let preposition = value.words.start.checked_sub(1)?;
    // "When X was signed, thirty years ago, nobody": a distance needs no preposition.
    let ago = scene.lower(preposition) == ","
        && scene.lower(value.words.end.wrapping_sub(1)) == "ago"
        && scene.lower(value.words.end) == ","
        && scene.sentence.clauses[scene.sentence.clause_of(preposition.wrapping_sub(1))].kind
            == ClauseKind::Subordinate;
    let comma = if ago { preposition } else { past_place(scene, preposition.checked_sub(1)?) };
    // "X, back in 1972"
    let comma = if scene.lower(comma) == "back" { comma.checked_sub(1)? } else { comma };
    let closes = matches!(scene.lower(value.words.end), "," | "." | ")" | ";" | "");
    let opens =
        (ago || matches!(scene.lower(preposition), "in" | "on")) && scene.lower(comma) == ",";
    let date = matches!(value.reading.value, Value::Date(_));
    // "and so, in 1894, she founded X": the date opens what follows.
    let begins = matches!(
        scene.lower(comma.wrapping_sub(1)),
        "so" | "and"
            | "but"
            | "then"
            | "finally"
            | "eventually"
            | "until"
            | "that"
            | "later"
            | "when"
    );
    if !(opens && closes && date) || begins && scene.lower(value.words.end) == "," {
        return None;
    }
    // "He founded X, an investment firm, in 1932": an investment has no date.
    let clause = scene.sentence.clause_of(value.words.start);
    let event = scene.events.iter().rposition(|event| {
        // "X opened, it says here, in 1998"
        let put_in = event.clause != clause
            && scene.sentence.clauses[event.clause].kind == ClauseKind::Bracket;
        event.words.end <= comma
            && !measures(event)
            && !is_in_other_name(scene, event)
            && !put_in
            && !is_closed_aside(scene, event, value)
    })?;
    let this = &scene.events[event];
    let dated = scene.values.iter().any(|other| {
        other.words.start >= this.words.end && other.words.end <= comma && same_kind(other, value)
    });
    // Only the event's own complements stand between: "the landing of X, in 1969,".
    let n_commas = (this.words.end..comma).filter(|&at| scene.lower(at) == ",").count();
    let reaches = n_commas < 2
        && (this.words.end..comma).all(|at| {
            // "the death of X, count of Y, in 1045,"
            scene.lower(at) == "," && this.is_nominal()
                || matches!(
                    scene.tag(at),
                    Some(Tag::Preposition | Tag::Determiner | Tag::Noun | Tag::Name | Tag::Adverb)
                )
        });
    (!dated && reaches && !is_distance(scene, this.words.start)).then_some(event)
}

/// "on the day X opened, 20 July 1931": the date says which day.
pub(super) fn on_that_day(scene: &Scene<'_>, value: &Located) -> Option<usize> {
    const LONGEST: usize = 8;
    let comma = value.words.start.checked_sub(1).filter(|&at| scene.lower(at) == ",")?;
    let event = scene.events.iter().position(|it| it.verb.is_some() && it.words.end == comma)?;
    let verb = scene.events[event].words.start;
    let day = (verb.saturating_sub(LONGEST)..verb).rev().find(|&at| {
        matches!(
            scene.lower(at),
            "day" | "morning" | "afternoon" | "evening" | "night" | "week" | "month" | "year"
        )
    })?;
    let told = scene.lower(day.wrapping_sub(1)) == "the"
        && matches!(
            scene.tag(day + 1),
            Some(Tag::Pronoun | Tag::Determiner | Tag::Name | Tag::Preposition)
        )
        && !matches!(scene.lower(day + 1), "before" | "after" | "of")
        || matches!(scene.lower(day + 1), "that" | "when");
    let date = matches!(value.reading.value, Value::Date(_));
    (told && date && !is_distance(scene, verb)).then_some(event)
}

/// "X opened, in Lund in 1932," and "X opened, in Lund, in 1932,": the comma before the place.
fn past_place(scene: &Scene<'_>, comma: usize) -> usize {
    let end = if scene.lower(comma) == "," { comma } else { comma + 1 };
    let start = scene.sentence.range.start;
    let name = (start..end).rev().take_while(|&at| scene.tag(at) == Some(Tag::Name)).last();
    let before = name
        .filter(|&at| at >= start + 2)
        .filter(|&at| matches!(scene.lower(at - 1), "in" | "at") && scene.lower(at - 2) == ",");
    before.map_or(comma, |at| at - 2)
}

/// "Ten years after X's death, in 1999,": the comma parts the date from the event.
pub(super) fn is_past_distance(scene: &Scene<'_>, event: usize, value: &Located) -> bool {
    let this = &scene.events[event];
    let comma = (this.words.end..value.words.start).any(|at| scene.lower(at) == ",");
    comma && is_distance(scene, this.words.start)
}

/// "Ten years after the death of X, in 1999,", "soon after": the date is that of what came then.
fn is_distance(scene: &Scene<'_>, event: usize) -> bool {
    const REACH: usize = 8;
    let floor = event.saturating_sub(REACH).max(scene.sentence.range.start);
    (floor..event).any(|at| {
        matches!(scene.lower(at), "after" | "before" | "following")
            && at > scene.sentence.range.start
            && matches!(
                scene.lower(at - 1),
                "shortly"
                    | "soon"
                    | "long"
                    | "years"
                    | "year"
                    | "months"
                    | "month"
                    | "weeks"
                    | "week"
                    | "days"
                    | "day"
                    | "decades"
                    | "decade"
                    | "century"
                    | "centuries"
            )
    })
}

/// "1911 was the year X opened", "in 1911, the year X opened", "1911 is when X opened": where the
/// clause begins that tells what happened then.
pub(super) fn year_clause(scene: &Scene<'_>, value: &Located) -> Option<usize> {
    let end = value.words.end;
    let lower = |at: usize| scene.lower(at);
    let is = lexicon::is_be_form(lower(end));
    if is && lower(end + 1) == "when" {
        return Some(end + 2);
    }
    let noun = end + 2;
    let unit = matches!(lower(noun), "year" | "month" | "day" | "week" | "summer" | "winter");
    if !(unit && lower(end + 1) == "the" && (is || lower(end) == ",")) {
        return None;
    }
    Some(match (lower(noun + 1), lower(noun + 2)) {
        ("in" | "on", "which") => noun + 3,
        ("that" | "when", _) => noun + 2,
        _ if matches!(scene.tag(noun + 1), Some(Tag::Determiner | Tag::Pronoun | Tag::Name)) => {
            noun + 1
        }
        _ => return None,
    })
}

/// "It was [in] 2016 when/that CLAUSE": the clause's event, and nothing else.
pub(super) fn cleft(scene: &Scene<'_>, value: &Located) -> Option<Vec<Owner>> {
    let said =
        year_clause(scene, value).filter(|_| lexicon::is_be_form(scene.lower(value.words.end)));
    if let Some(event) = said.and_then(|start| event_from(scene, start)) {
        return Some(vec![Owner::Event { event, how: How::Cleft }]);
    }
    if let Some(event) = day_clause(scene, value) {
        return Some(vec![Owner::Event { event, how: How::Cleft }]);
    }
    let floor = scene.sentence.range.start.max(value.words.start.saturating_sub(9));
    let it = (floor..value.words.start)
        .rev()
        .find(|&i| matches!(scene.lower(i), "it" | "that" | "this"));
    let opens = it.is_some_and(|it| lexicon::is_be_form(scene.lower(it + 1)));
    let in_which =
        scene.lower(value.words.end) == "in" && scene.lower(value.words.end + 1) == "which";
    let next = value.words.end + usize::from(in_which);
    if !(opens && (in_which || matches!(scene.lower(next), "when" | "that"))) {
        return None;
    }
    let clause = scene.sentence.clause_of(next);
    let event = head_event(scene, clause).or_else(|| event_from(scene, next + 1))?;
    Some(vec![Owner::Event { event, how: How::Cleft }])
}

/// "The day X opened was 21 June 1974", "on the day it opened, 21 June 1974": the verb after "the day".
fn day_clause(scene: &Scene<'_>, value: &Located) -> Option<usize> {
    const REACH: usize = 10;
    let floor = scene.sentence.range.start;
    let start = value.words.start;
    let before = start.checked_sub(1).filter(|&at| at >= floor)?;
    let linked = scene.lower(before) == "," || lexicon::is_be_form(scene.lower(before));
    let event = scene.events.iter().rposition(|event| {
        event.verb.is_some() && event.words.end == before && !event.cues.is_empty()
    })?;
    let verb = scene.events[event].words.start;
    let day = (verb.saturating_sub(REACH).max(floor)..verb).rev().find(|&at| {
        matches!(scene.lower(at), "day" | "date" | "year" | "month" | "morning" | "night" | "week")
    })?;
    let the = matches!(scene.lower(day.wrapping_sub(1)), "the" | "very");
    let phrase = (day + 1..verb).all(|at| {
        matches!(
            scene.tag(at),
            Some(
                Tag::Name
                    | Tag::Noun
                    | Tag::Determiner
                    | Tag::Pronoun
                    | Tag::Adverb
                    | Tag::Auxiliary
            )
        ) || matches!(scene.lower(at), "on" | "in" | "which" | "that" | "when" | "of")
    });
    (linked && the && phrase && verb > day + 1 && matches!(value.reading.value, Value::Date(_)))
        .then_some(event)
}

/// The first verb from a word on.
pub(super) fn event_from(scene: &Scene<'_>, start: usize) -> Option<usize> {
    scene.events.iter().position(|event| event.words.start >= start && event.verb.is_some())
}

/// "X, formed in 1971, play on Sunday": an aside that has its value ends at the comma after it.
pub(super) fn is_past_aside(scene: &Scene<'_>, event: usize, value: &Located) -> bool {
    let this = &scene.events[event];
    let aside = matches!(
        scene.sentence.clauses[this.clause].kind,
        ClauseKind::Relative | ClauseKind::Reduced | ClauseKind::Participial
    ) || scene.lower(this.words.start.wrapping_sub(1)) == ",";
    let closed = |sibling: &Located| {
        let comma = sibling.words.end;
        let next = comma + 1;
        // "in 2015, 2017 and 2019" goes on.
        scene.lower(comma) == ","
            && next < value.words.start
            && !scene.is_value(next)
            && !matches!(scene.lower(next), "and" | "or")
    };
    aside
        && scene
            .values
            .iter()
            .filter(|sibling| {
                sibling.words.start >= this.words.end && sibling.words.end <= value.words.start
            })
            .any(|sibling| same_kind(sibling, value) && closed(sibling))
}

/// "signed X, an agreement on security, on Thursday": the noun says what X is, and the comma ends it.
pub(super) fn is_closed_aside(scene: &Scene<'_>, event: &Event, value: &Located) -> bool {
    let article = event.words.start.wrapping_sub(1);
    let verb = |at: usize| matches!(scene.tag(at), Some(Tag::Verb | Tag::Auxiliary));
    let before = scene.sentence.range.start..article.max(scene.sentence.range.start);
    event.is_nominal()
        && matches!(scene.lower(article), "a" | "an" | "the")
        && scene.lower(article.wrapping_sub(1)) == ","
        && scene.lower(value.words.start.wrapping_sub(2)) == ","
        && event.words.end + 1 < value.words.start
        && !(event.words.end..value.words.start).any(verb)
        && before.into_iter().any(verb)
}

/// "the foundation of Auto Union in 1932": the last word of a name is no event of its own, unless a fact of
/// what it names is about it.
pub(super) fn is_in_other_name(scene: &Scene<'_>, event: &Event) -> bool {
    let mut around = scene
        .mentions
        .iter()
        .filter(|it| it.words.contains(&event.words.start) && it.words.len() > 1);
    let own = |mention: &Mention| {
        scene.facts_of(mention.subject).iter().any(|&fact| event.signals(scene.cues(fact)))
    };
    event.is_nominal() && around.clone().next().is_some() && !around.any(own)
}

/// "Next Tuesday: X, launched in 1993": the event after the colon has a date of its own.
pub(super) fn is_label_of_dated(scene: &Scene<'_>, value: &Located, event: usize) -> bool {
    let event = &scene.events[event];
    let colon = (value.words.end..event.words.start).any(|at| scene.lower(at) == ":");
    colon
        && scene
            .values
            .iter()
            .any(|other| other.words.start >= event.words.end && same_kind(other, value))
}

/// "and on 1 October 1891 Stanton University opened": a subject and its verb follow at once.
fn own_verb_follows(scene: &Scene<'_>, start: usize) -> bool {
    let end = (start..scene.sentence.range.end).find(|&at| {
        !matches!(scene.tag(at), Some(Tag::Determiner | Tag::Name | Tag::Noun | Tag::Pronoun))
    });
    let finite = |at: usize| {
        scene.sentence.verbs.iter().any(|verb| {
            verb.range.start == at && verb.shape == super::super::parse::VerbShape::Finite
        })
    };
    end.is_some_and(|end| end > start && finite(end))
}

/// "..., and this week, forty years on, they lit the lanterns": a date between ", and" and a comma
/// opens the statement that follows.
pub(super) fn opens_next(scene: &Scene<'_>, value: &Located) -> Option<usize> {
    let first = value.words.start;
    let at = match scene.tag(first.wrapping_sub(1)) {
        Some(Tag::Preposition) => first - 1,
        _ => first,
    };
    let joined = matches!(scene.lower(at.wrapping_sub(1)), "and" | "but")
        && scene.lower(at.wrapping_sub(2)) == ","
        || scene.lower(at.wrapping_sub(1)) == ","
            && matches!(
                scene.lower(at.wrapping_sub(2)),
                "so" | "then" | "finally" | "eventually" | "until"
            );
    let closed = scene.lower(value.words.end) == "," || own_verb_follows(scene, value.words.end);
    let next = scene
        .events
        .iter()
        .position(|event| event.verb.is_some() && event.words.start >= value.words.end)?;
    (joined && closed && matches!(value.reading.value, Value::Date(_))).then_some(next)
}

/// "wasn't signed in 2013, when all were friends, but in October 2015": the date after "but" is that of what
/// was denied of the first.
pub(super) fn contrasted(scene: &Scene<'_>, value: &Located) -> Option<usize> {
    const REACH: usize = 6;
    let floor = scene.sentence.range.start;
    let start = value.words.start;
    let but = (start.saturating_sub(REACH).max(floor)..start)
        .rev()
        .find(|&at| scene.lower(at) == "but")?;
    let verb_between =
        scene.sentence.verbs.iter().any(|verb| verb.range.start > but && verb.range.end <= start);
    let denied =
        (floor..but).find(|&at| scene.lower(at) == "not" || scene.lower(at).ends_with("n't"))?;
    let preposed = matches!(
        scene.lower(but + 1),
        "in" | "on" | "by" | "only" | "at" | "as" | "not" | "rather" | "instead"
    ) || scene.is_value(but + 1);
    if verb_between || !preposed || scene.lower(but.wrapping_sub(1)) != "," {
        return None;
    }
    scene.events.iter().position(|event| {
        event.verb.is_some_and(|verb| {
            let verb = &scene.sentence.verbs[verb];
            !event.cues.is_empty()
                && (verb.range.contains(&denied)
                    || verb.range.start == denied + 1
                    || verb.range.end == denied)
        })
    })
}

/// "long", "high": a measure has no date.
pub(super) fn measures(event: &Event) -> bool {
    event.is_nominal()
        && !event.cues.is_empty()
        && event.cues.iter().all(|hit| hit.role == Some(Role::Measure))
}

/// "“We bought X for its people,” she said in 2011": what is said has ended before the date.
pub(super) fn is_closed_speech(scene: &Scene<'_>, event: &Event, value: &Located) -> bool {
    let (from, to) = (event.words.end, value.words.start);
    let ends = |at: usize| {
        is_quote(scene.parse, at) && matches!(scene.lower(at - 1), "," | "." | "?" | "!")
    };
    let quoted = &scene.parse.quoted;
    from < to && quoted[event.head] && !quoted[to] && (from + 1..to).any(ends)
}
