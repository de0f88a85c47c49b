//! Which event a value belongs to: by structure before distance.

use super::super::event::Event;
use super::super::parse::{ClauseKind, Tag};
use super::super::scene::{Located, Scene};
use super::super::token::{is_date_word, is_strange_name};
use super::complement::{completing, dated_item};
use super::owner_aside::{
    before_comma, cleft, contrasted, event_from, is_closed_aside, is_closed_speech,
    is_in_other_name, is_label_of_dated, is_past_aside, is_past_distance, measures, on_that_day,
    opens_next, year_clause,
};
use super::owner_light::{light, received, state_since, taken_to};
use super::owner_noun::attributive;
use super::owner_phrase::{carried_out, in_phrase, is_in_time_phrase, occasion, right_before_verb};
use super::rival::same_kind;
use crate::value::Value;
use crate::value::date::{ELAPSED, Precision};

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
    /// "has been toll-free since 2008".
    State,
    /// Inside a bracket with its own cue.
    Bracket,
    /// "When X opened, in 1932, ...".
    Aside,
    /// "A was climbed in 1953, B in 1956".
    Gapped,
    /// "was elected a burgess and constable in 1617".
    Completes,
    /// "at talks with Y in 1998".
    Within,
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
            Self::State => "state since",
            Self::Bracket => "cue in bracket",
            Self::Aside => "value in aside",
            Self::Gapped => "verb understood",
            Self::Completes => "noun that completes a verb",
            Self::Within => "noun in its phrase",
        }
    }
}

/// Everything a value belongs to.
pub(crate) fn owners(scene: &Scene<'_>, value: &Located) -> Vec<Owner> {
    let mut owners = owned_by(scene, value);
    owners.retain(|owner| match owner {
        Owner::Event { event, .. } => !is_closed_speech(scene, &scene.events[*event], value),
        _ => true,
    });
    owners
}

fn owned_by(scene: &Scene<'_>, value: &Located) -> Vec<Owner> {
    let at = value.words.start;
    let clause = scene.sentence.clause_of(at);
    if let Some(owner) = cleft(scene, value) {
        return owner;
    }
    if let Some(owner) = elapsed(scene, value) {
        return vec![owner];
    }
    if scene.sentence.clauses[clause].kind == ClauseKind::Bracket {
        return bracket(scene, value, clause);
    }
    if ends_name_before(scene, value) {
        return vec![Owner::After(at)];
    }
    if let Some(event) = contrasted(scene, value) {
        return vec![Owner::Event { event, how: How::Follows }];
    }
    if let Some(event) = before_comma(scene, value).or_else(|| on_that_day(scene, value)) {
        let mut owners = vec![Owner::Event { event, how: How::Aside }];
        owners.extend(light(scene, event, value));
        return owners;
    }
    let occasion = occasion(scene, value);
    if let Some(owner) = attributive(scene, value).filter(|_| !occasion) {
        // "by the vote of May 1994, when X was signed"
        let when = scene.lower(value.words.end) == ",";
        return std::iter::once(owner).chain(when_clause(scene, value).filter(|_| when)).collect();
    }
    let Some((event, how)) = nearest(scene, value, clause) else {
        return match state_since(scene, value) {
            Some(owner) => vec![owner],
            None => vec![Owner::Clause(clause)],
        };
    };
    let mut owners = vec![Owner::Event { event, how }];
    // "on the 5 July episode of X": of the episode, and of what is told of it.
    owners.extend(occasion.then_some(Owner::Before(value.words.end)));
    owners.extend(light(scene, event, value));
    owners.extend(completing(scene, event, value));
    owners.extend(in_phrase(scene, value));
    owners.extend(carried_out(scene, event, value));
    owners.extend(taken_to(scene, value));
    owners.extend(state_since(scene, value));
    owners.extend(received(scene, event, value));
    owners.extend(when_clause(scene, value));
    if how == How::Fronted {
        owners.extend(shared(scene, value, event));
    }
    owners
}

/// "the Cancer Strategy 2011–2019", "Expo 1998": years right behind a name that no fact knows are a part of it.
fn ends_name_before(scene: &Scene<'_>, value: &Located) -> bool {
    let at = value.words.start;
    let Some(before) = at.checked_sub(1).filter(|&it| it > scene.sentence.range.start) else {
        return false;
    };
    let digits = scene.parse.words[at].raw.starts_with(|c: char| c.is_ascii_digit());
    let years = matches!(&value.reading.value, Value::Date(date) if date.precision() == Precision::Year || date.is_period());
    digits
        && years
        && is_strange_name(scene.parse, &scene.mentions, before)
        && !is_date_word(scene.lower(before))
        && !scene.events.iter().any(|event| event.words.contains(&before))
}

/// A stretch between two dates.
pub(super) fn is_period(value: &Located) -> bool {
    matches!(&value.reading.value, Value::Date(date) if date.is_period())
}

/// "It is 63 years since they won X", "six years have passed since the opening": what "since" opens happened then.
fn elapsed(scene: &Scene<'_>, value: &Located) -> Option<Owner> {
    let end = value.words.end;
    let told = value.reading.pattern == ELAPSED;
    let since = [end, end + 2].into_iter().find(|&at| told && scene.lower(at) == "since")?;
    let clause = scene.sentence.clause_of(since + 1);
    let event = head_event(scene, clause)
        .filter(|&event| scene.events[event].words.start > since)
        .or_else(|| scene.events.iter().position(|event| event.words.start > since))?;
    Some(Owner::Event { event, how: How::Cleft })
}

/// "in October, when they signed X".
fn when_clause(scene: &Scene<'_>, value: &Located) -> Option<Owner> {
    if let Some(event) = year_clause(scene, value).and_then(|start| event_from(scene, start)) {
        return Some(Owner::Event { event, how: How::Cleft });
    }
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
    // "(born Carl Holm; 3 November 1954)"
    let open = scene.bracket_of(clause);
    // "(Thornback Records, 2021)": a word of a name is no event.
    let named = |event: &Event| event.is_nominal() && scene.tag(event.head) == Some(Tag::Name);
    let inside = |event: &Event| {
        (event.clause == clause || event.words.start > open && event.words.end <= value.words.start)
            && !named(event)
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
    // "came into force (1 June 2007)"
    // "on the Orm Tour (2008–10)": the last word of a name is no event beside it.
    let of_name = |event: &Event| {
        let mut names = scene.mentions.iter().filter(|it| it.words.len() > 1);
        is_period(value)
            && event.is_nominal()
            && names.any(|it| it.words.contains(&event.words.start))
    };
    let outside =
        || scene.events.iter().position(|event| event.words.end == start && !of_name(event));
    if before.is_some_and(|event| ends_stretch(scene, scene.events[event].words.end, value)) {
        return Vec::new();
    }
    match before.or_else(after).or_else(outside).or_else(|| dated_item(scene, value, start)) {
        Some(event) => vec![Owner::Event { event, how: How::Bracket }],
        None => vec![Owner::After(start)],
    }
}

/// "(baptised 3 March 1592 – c. 1660)": what the word says is said of the first date alone.
fn ends_stretch(scene: &Scene<'_>, from: usize, value: &Located) -> bool {
    let mut dates = scene.values.iter().filter(|it| {
        it.words.start == from
            && it.words.end < value.words.start
            && matches!(it.reading.value, Value::Date(_))
    });
    dates.any(|first| matches!(scene.lower(first.words.end), "–" | "-" | "—"))
}

/// The event a value's place in its clause gives it to.
fn nearest(scene: &Scene<'_>, value: &Located, clause: usize) -> Option<(usize, How)> {
    let own = |event: &Event| {
        event.clause == clause
            && !measures(event)
            && !is_in_other_name(scene, event)
            && !is_closed_aside(scene, event, value)
    };
    if let Some(event) = phrase_to(scene, value) {
        return Some((event, How::Follows));
    }
    if let Some(event) = right_before_verb(scene, value) {
        return Some((event, How::Fronted));
    }
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
    let before = scene
        .events
        .iter()
        .rposition(|event| own(event) && event.words.end <= value.words.start)
        .filter(|&event| !is_past_distance(scene, event, value));
    if before.is_some_and(|event| is_past_aside(scene, event, value)) {
        return None;
    }
    if let Some(event) = opens_next(scene, value) {
        return Some((event, How::Fronted));
    }
    if let Some(event) = before.map(|event| through_light_noun(scene, event, value)) {
        return Some((event, How::Follows));
    }
    // "Ole Brask, mayor of Lund 1991–2003, died": a term of office beside its office.
    let start = value.words.start;
    let bare = is_period(value)
        && start > scene.sentence.range.start
        && matches!(scene.tag(start - 1), Some(Tag::Noun | Tag::Name));
    let fronts = |&event: &usize| !bare && !is_label_of_dated(scene, value, event);
    if is_in_time_phrase(scene, value) {
        return None;
    }
    if let Some(event) = head_event(scene, clause) {
        return Some((event, How::Fronted)).filter(|(event, _)| fronts(event));
    }
    let after = scene.events.iter().position(|event| own(event) && event.words.start >= next)?;
    Some((after, How::Fronted)).filter(|(event, _)| fronts(event))
}

/// "designed to last ten years": one cue that ends in another verb.
fn phrase_to(scene: &Scene<'_>, value: &Located) -> Option<usize> {
    scene.events.iter().position(|event| {
        let end = event.words.end;
        event.verb.is_some()
            && end == value.words.start
            && event.cues.iter().any(|hit| hit.n_words > 2 && event.head + hit.n_words == end)
    })
}

/// A noun that a cue of no fact names ("talks", "plan") does not keep a value from its verb.
fn through_light_noun(scene: &Scene<'_>, event: usize, value: &Located) -> usize {
    let this = &scene.events[event];
    // "signed by nine states in July 1922": whoever did it has no date of their own.
    let count = scene.values.iter().find(|other| other.words.end == this.words.start);
    let doers = count.is_some_and(|count| scene.lower(count.words.start.wrapping_sub(1)) == "by")
        && matches!(value.reading.value, Value::Date(_));
    let complete = scene.is_free_gerund(this)
        || scene.is_predicative(this)
        || matches!(scene.lower(this.words.end), "of" | "by")
        || scene.lower(value.words.end) == "of"
        || (0..scene.mentions.len())
            .any(|m| scene.settings[m].modifies.is_some_and(|noun| this.words.contains(&noun)))
        || count.is_some();
    let noun = this.cues.iter().any(|hit| hit.form.is_nominal());
    let keeps = !doers && (complete || !noun) && nominal_reaches(scene, this, value);
    if !this.is_nominal() || keeps {
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
        // "Today it is wild, and in 1972 X, as it was, became": before its verb stands a date of its own.
        let dated = node.verb.is_some_and(|verb| {
            let until = scene.sentence.verbs[verb].range.start;
            let from = scene.events[elder].words.end;
            // "was hit and, after it surfaced the next day, was sunk"
            let and = (from..until).rev().find(|&at| matches!(scene.lower(at), "and" | "but"));
            let from = and.map_or(node.start, |and| and.min(node.start)).max(from);
            let here = |it: &Located| it.words.start > from && it.words.start < until;
            scene.values.iter().any(|it| here(it) && same_kind(it, value))
        });
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
        if own_time || dated {
            break;
        }
        if let Some(event) = head_event(scene, clause) {
            owners.push(Owner::Event { event, how: How::Shared });
        }
        last = clause;
    }
    owners
}
