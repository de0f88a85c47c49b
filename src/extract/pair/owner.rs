//! Which event a value belongs to: by structure before distance.

use super::super::event::Event;
use super::super::parse::{ClauseKind, Tag};
use super::super::scene::{Located, Scene};
use crate::lexicon::{self, Role};
use crate::value::Value;

/// What a value belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Owner {
    /// An event of the sentence.
    Event {
        /// Index into the scene's events.
        event: usize,
        /// How the value reached it.
        how: How,
    },
    /// The noun phrase that ends before this word: a bracket, "of 2016".
    After(usize),
    /// The noun phrase that starts at this word: "the 2016 accord".
    Before(usize),
    /// A clause without an event.
    Clause(usize),
}

/// The way from a value to its event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum How {
    /// It follows the event in its clause.
    Follows,
    /// It stands before the clause's verb.
    Fronted,
    /// "the 2016 signing".
    Premodifies,
    /// "It was in 2016 that", "in 2016 when".
    Cleft,
    /// The event shares the fronted value of its elder clause.
    Shared,
    /// "the signing took place in 2016".
    Light,
    /// Inside a bracket with its own cue.
    Bracket,
    /// "When X opened, in 1932, ...".
    Aside,
    /// "A was climbed in 1953, B in 1956".
    Gapped,
}

impl How {
    /// The construction's name in a trace.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Follows => "value after event",
            Self::Fronted => "fronted adverbial",
            Self::Premodifies => "value before nominal",
            Self::Cleft => "cleft",
            Self::Shared => "shared adverbial",
            Self::Light => "light verb",
            Self::Bracket => "cue in bracket",
            Self::Aside => "value in aside",
            Self::Gapped => "verb understood",
        }
    }
}

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
    "began",
    "held",
    "saw",
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

/// Everything a value belongs to.
pub(crate) fn owners(scene: &Scene<'_>, value: &Located) -> Vec<Owner> {
    let at = value.words.start;
    let clause = scene.sentence.clause_of(at);
    if let Some(owner) = cleft(scene, value) {
        return owner;
    }
    if scene.sentence.clauses[clause].kind == ClauseKind::Bracket {
        return bracket(scene, value, clause);
    }
    if let Some(event) = before_comma(scene, value) {
        return vec![Owner::Event { event, how: How::Aside }];
    }
    if let Some(owner) = attributive(scene, value) {
        return vec![owner];
    }
    let Some((event, how)) = nearest(scene, value, clause) else {
        return vec![Owner::Clause(clause)];
    };
    let mut owners = vec![Owner::Event { event, how }];
    owners.extend(light(scene, event));
    owners.extend(when_clause(scene, value));
    if how == How::Fronted {
        owners.extend(shared(scene, value, event));
    }
    owners
}

/// "when X opened, in 1932, they ..." and "its launch, in 1999, was": a date between commas is said
/// of the event right before it.
fn before_comma(scene: &Scene<'_>, value: &Located) -> Option<usize> {
    let preposition = value.words.start.checked_sub(1)?;
    let comma = preposition.checked_sub(1)?;
    let closes = matches!(scene.lower(value.words.end), "," | "." | ")" | ";" | "");
    let opens = matches!(scene.lower(preposition), "in" | "on") && scene.lower(comma) == ",";
    let date = matches!(value.reading.value, Value::Date(_));
    if !(opens && closes && date) {
        return None;
    }
    let event = scene.events.iter().rposition(|event| event.words.end <= comma)?;
    let this = &scene.events[event];
    let dated = scene.values.iter().any(|other| {
        other.words.start >= this.words.end && other.words.end <= comma && same_kind(other, value)
    });
    // Only the event's own complements stand between: "the landing of X, in 1969,".
    let reaches = (this.words.end..comma).all(|at| {
        matches!(
            scene.tag(at),
            Some(Tag::Preposition | Tag::Determiner | Tag::Noun | Tag::Name | Tag::Adverb)
        )
    });
    (!dated && reaches).then_some(event)
}

/// "It was [in] 2016 when/that CLAUSE": the clause's event, and nothing else.
fn cleft(scene: &Scene<'_>, value: &Located) -> Option<Vec<Owner>> {
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
    let event = head_event(scene, clause).or_else(|| {
        scene.events.iter().position(|event| event.words.start > next && event.verb.is_some())
    })?;
    Some(vec![Owner::Event { event, how: How::Cleft }])
}

/// Whether a value is a stretch between two dates.
fn is_period(value: &Located) -> bool {
    matches!(&value.reading.value, Value::Date(date) if date.is_period())
}

/// "in October, when they signed X".
fn when_clause(scene: &Scene<'_>, value: &Located) -> Option<Owner> {
    let mut next = value.words.end;
    if scene.lower(next) == "," {
        next += 1;
    }
    if scene.lower(next) != "when" || is_period(value) {
        return None;
    }
    let event = head_event(scene, scene.sentence.clause_of(next))?;
    Some(Owner::Event { event, how: How::Cleft })
}

fn bracket(scene: &Scene<'_>, value: &Located, clause: usize) -> Vec<Owner> {
    let start = scene.sentence.clauses[clause].start;
    let inside = |event: &Event| {
        event.clause == clause || event.words.start > start && event.words.end <= value.words.start
    };
    let before = scene
        .events
        .iter()
        .rposition(|event| event.words.end <= value.words.start && inside(event));
    let after = || {
        scene
            .events
            .iter()
            .position(|event| event.words.start >= value.words.end && event.clause == clause)
    };
    match before.or_else(after) {
        Some(event) => vec![Owner::Event { event, how: How::Bracket }],
        None => vec![Owner::After(start)],
    }
}

/// "the accord of 2016", "the 2016 accord": the value belongs to the noun it stands with.
fn attributive(scene: &Scene<'_>, value: &Located) -> Option<Owner> {
    let at = value.words.start;
    if scene.lower(at.wrapping_sub(1)) == "of" && at >= scene.sentence.range.start + 2 {
        let noun = at - 2;
        let event = scene.events.iter().any(|event| event.words.contains(&noun));
        let time = matches!(
            scene.lower(noun),
            "night"
                | "morning"
                | "evening"
                | "afternoon"
                | "day"
                | "end"
                | "beginning"
                | "start"
                | "middle"
                | "summer"
                | "winter"
                | "spring"
                | "autumn"
                | "fall"
                | "month"
                | "week"
                | "weekend"
                | "eve"
        );
        let nominal =
            !time && (scene.tag(noun).is_some_and(Tag::is_nominal) || scene.lower(noun) == ")");
        if nominal && !event {
            return Some(Owner::After(at - 1));
        }
    }
    let next = value.words.end;
    let determined =
        (scene.sentence.range.start..at).rev().take(3).find_map(|i| match scene.tag(i) {
            Some(Tag::Determiner | Tag::Possessive) => Some(true),
            Some(Tag::Noun) => None,
            _ => Some(false),
        });
    let noun_follows = matches!(scene.tag(next), Some(Tag::Noun | Tag::Name))
        || scene.mentions.iter().any(|mention| mention.words.start == next);
    let event = scene.events.iter().any(|event| {
        event.is_nominal()
            && event.words.start >= next
            && event.words.start < next + 4
            && (next..event.words.start).all(|i| scene.tag(i).is_some_and(Tag::is_nominal))
    });
    (determined == Some(true) && noun_follows && !event).then_some(Owner::Before(next))
}

/// The event a value's place in its clause gives it to.
fn nearest(scene: &Scene<'_>, value: &Located, clause: usize) -> Option<(usize, How)> {
    let own = |event: &Event| event.clause == clause && !measures(event);
    let next = value.words.end;
    let nominal = scene.events.iter().position(|event| {
        event.is_nominal()
            && own(event)
            && event.words.start >= next
            && scene.tag(event.words.start).is_some_and(Tag::is_nominal)
            && (next..event.words.start)
                .all(|i| scene.tag(i).is_some_and(Tag::is_nominal) || scene.lower(i) == "-")
            && event.words.start < next + 4
    });
    if let Some(event) = nominal {
        return Some((event, How::Premodifies));
    }
    let before =
        scene.events.iter().rposition(|event| own(event) && event.words.end <= value.words.start);
    if before.is_some_and(|event| is_past_aside(scene, event, value)) {
        return None;
    }
    if let Some(event) = before.map(|event| through_light_noun(scene, event, value)) {
        return Some((event, How::Follows));
    }
    let fronts = |&event: &usize| !is_label_of_dated(scene, value, event);
    if let Some(event) = head_event(scene, clause) {
        return Some((event, How::Fronted)).filter(|(event, _)| fronts(event));
    }
    let after = scene.events.iter().position(|event| own(event) && event.words.start >= next)?;
    Some((after, How::Fronted)).filter(|(event, _)| fronts(event))
}

/// "Next Tuesday: X, launched in 1993": the event after the colon has a date of its own.
fn is_label_of_dated(scene: &Scene<'_>, value: &Located, event: usize) -> bool {
    let event = &scene.events[event];
    let colon = (value.words.end..event.words.start).any(|at| scene.lower(at) == ":");
    colon
        && scene
            .values
            .iter()
            .any(|other| other.words.start >= event.words.end && same_kind(other, value))
}

/// "22 minutes, against 50 minutes for the bus": what something else is compared with.
pub(crate) fn is_compared(scene: &Scene<'_>, value: &Located) -> bool {
    const REACH: usize = 12;
    let floor = scene.sentence.range.start;
    (floor..value.words.start)
        .rev()
        .take(REACH)
        .take_while(|&at| {
            scene.lower(at) != ";" && !matches!(scene.tag(at), Some(Tag::Verb | Tag::Auxiliary))
        })
        .any(|at| {
            let compares = matches!(scene.lower(at), "against" | "versus" | "vs")
                || scene.lower(at) == "compared" && matches!(scene.lower(at + 1), "with" | "to");
            // "fought against", "voted 30 against": only after a value of the kind.
            compares
                && scene.values.iter().any(|other| other.words.end <= at && same_kind(other, value))
        })
}

/// "X, formed in 1971, play on Sunday": an aside that has its value ends at the comma after it.
fn is_past_aside(scene: &Scene<'_>, event: usize, value: &Located) -> bool {
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

/// "long", "high": a measure has no date.
fn measures(event: &Event) -> bool {
    event.is_nominal()
        && !event.cues.is_empty()
        && event.cues.iter().all(|hit| hit.role == Some(Role::Measure))
}

/// A noun that a cue of no fact names ("talks", "plan") does not keep a value from its verb.
fn through_light_noun(scene: &Scene<'_>, event: usize, value: &Located) -> usize {
    let this = &scene.events[event];
    let complete = matches!(scene.lower(this.words.end), "of" | "by")
        || scene.lower(value.words.end) == "of"
        || (0..scene.mentions.len())
            .any(|m| scene.settings[m].modifies.is_some_and(|noun| this.words.contains(&noun)))
        || scene.values.iter().any(|other| other.words.end == this.words.start);
    let noun = this.cues.iter().any(|hit| hit.form.is_nominal());
    if !this.is_nominal() || (complete || !noun) && nominal_reaches(scene, this, value) {
        return event;
    }
    scene.events[..event]
        .iter()
        .rposition(|other| other.clause == this.clause && other.verb.is_some())
        .unwrap_or(event)
}

/// Between a nominal and its value stand only its own complements.
fn nominal_reaches(scene: &Scene<'_>, event: &Event, value: &Located) -> bool {
    (event.words.end..value.words.start).all(|i| {
        !matches!(scene.lower(i), "," | "and" | "but")
            || scene.mentions.iter().any(|mention| mention.words.contains(&i))
    })
}

/// The verb of a clause, as an event.
pub(crate) fn head_event(scene: &Scene<'_>, clause: usize) -> Option<usize> {
    let verb = scene.sentence.clauses[clause].verb?;
    scene.events.iter().position(|event| event.verb == Some(verb))
}

/// "the signing took place in 2016", "2016 saw the signing": the noun is the event.
fn light(scene: &Scene<'_>, event: usize) -> Vec<Owner> {
    let this = &scene.events[event];
    if this.is_nominal() || !LIGHT.contains(&scene.lower(this.head)) {
        return Vec::new();
    }
    let seeing = matches!(
        scene.lower(this.head),
        "saw"
            | "witnessed"
            | "marked"
            | "brought"
            | "held"
            | "had"
            | "holds"
            | "hold"
            | "made"
            | "paid"
            | "gave"
    );
    scene
        .events
        .iter()
        .enumerate()
        .filter(|(_, other)| other.is_nominal() && other.clause == this.clause)
        .filter(|(_, other)| {
            if seeing {
                other.words.start >= this.words.end && other.words.start <= this.words.end + 4
            } else {
                other.words.end <= this.words.start
            }
        })
        .map(|(event, _)| Owner::Event { event, how: How::Light })
        .collect()
}

/// "In 2016, they signed X and launched Y": the younger clauses share the value unless they have
/// their own or say that they come later.
fn shared(scene: &Scene<'_>, value: &Located, elder: usize) -> Vec<Owner> {
    let mut owners = Vec::new();
    let mut last = scene.events[elder].clause;
    for (clause, node) in scene.sentence.clauses.iter().enumerate() {
        if node.kind != ClauseKind::Coordinate || node.parent != Some(last) || !node.shares_subject
        {
            continue;
        }
        let words = scene.sentence.range.clone().filter(|&i| scene.sentence.clause_of(i) == clause);
        let own_time = words.clone().any(|i| {
            matches!(
                scene.lower(i),
                "later"
                    | "then"
                    | "subsequently"
                    | "eventually"
                    | "since"
                    | "before"
                    | "after"
                    | "now"
            ) || scene.values.iter().any(|other| other.words.start == i && same_kind(other, value))
        });
        if own_time {
            break;
        }
        if let Some(event) = head_event(scene, clause) {
            owners.push(Owner::Event { event, how: How::Shared });
        }
        last = clause;
    }
    owners
}

/// Whether a value is said of another partner of a fact about several subjects: "raised $54m in A
/// and $12m in B", "$57 million, including a $45 million B".
pub(crate) fn is_of_other_partner(scene: &Scene<'_>, value: usize, partners: &[usize]) -> bool {
    let own = &scene.values[value];
    partners.iter().any(|&partner| {
        !stands_by(scene, own, partner)
            && scene.values.iter().enumerate().any(|(index, other)| {
                index != value && same_kind(other, own) && stands_by(scene, other, partner)
            })
    })
}

/// "a $45 million X", "$45 million in its X", "X (2016)", "X in 2016": nothing but small words
/// between a value and a mention.
pub(crate) fn stands_by(scene: &Scene<'_>, value: &Located, mention: usize) -> bool {
    const NEAR: usize = 3;
    let words = &scene.mentions[mention].words;
    let (from, to) = match value.words.end <= words.start {
        true => (value.words.end, words.start),
        false => (words.end, value.words.start),
    };
    from <= to
        && to - from <= NEAR
        && (from..to).all(|at| {
            matches!(scene.tag(at), Some(Tag::Preposition | Tag::Determiner | Tag::Pronoun))
                || matches!(scene.lower(at), "(" | ":" | "its" | "their")
        })
}

/// Whether two values are of one kind.
pub(crate) fn same_kind(a: &Located, b: &Located) -> bool {
    std::mem::discriminant(&a.reading.value) == std::mem::discriminant(&b.reading.value)
}
