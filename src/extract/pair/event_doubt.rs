//! Whether a value may be of something else than the event it stands with: of the nearer thing, of the first noun of a
//! chain, of one time among several, of an office that no fact names.
//!
//! It must not know whether the value is right.

use super::super::event::Event;
use super::super::index::CueId;
use super::super::mention::Mention;
use super::super::parse::{ClauseKind, Tag};
use super::super::scene::{Located, Scene};
use super::super::token::is_strange_name;
use crate::lexicon::{self, Form};
use crate::rules::{FactId, FactSubject};
use crate::value::Value;

/// "a fort in X, established in 1891", "a lodge near X (founded 1891)": the aside may be of what stands in X.
pub(super) fn is_of_nearer_thing(scene: &Scene<'_>, event: &Event, mention: usize) -> bool {
    const REACH: usize = 8;
    let node = &scene.sentence.clauses[event.clause];
    let words = &scene.mentions[mention].words;
    let aside = matches!(node.kind, ClauseKind::Reduced | ClauseKind::Bracket)
        && words.end <= event.words.start;
    let placed = scene.settings[mention].preposition.filter(|&at| {
        matches!(
            scene.lower(at),
            "in" | "at"
                | "near"
                | "outside"
                | "within"
                | "beside"
                | "opposite"
                | "behind"
                | "under"
                | "below"
                | "above"
                | "along"
                | "across"
        )
    });
    let Some(at) = placed.filter(|_| aside) else { return false };
    let floor = scene.sentence.range.start;
    let noun = at.checked_sub(1).filter(|&noun| noun >= floor);
    let head = noun.is_some_and(|noun| {
        matches!(scene.tag(noun), Some(Tag::Noun | Tag::Name)) && !scene.is_value(noun)
    });
    // "a fort at Mammoth Springs in X", "the oldest hotel in X": a thing told of for the first time, or said to be.
    let told = |at: &usize| {
        matches!(scene.lower(*at), "a" | "an")
            || scene.tag(*at) == Some(Tag::Auxiliary)
            || lexicon::is_be_form(scene.lower(*at))
            || scene.lower(*at) == "the" && *at <= floor + 1
    };
    let start = at.saturating_sub(REACH).max(floor);
    head && (start..at).rev().any(|at| told(&at))
}

/// "the adoption of the roadmap for X's admission in 2023": the date may be of the first noun.
pub(super) fn is_in_chain(scene: &Scene<'_>, event: &Event, value: &Located) -> bool {
    const LONGEST: usize = 9;
    let links = |at: usize| {
        scene.tag(at).is_some_and(Tag::is_nominal)
            || matches!(scene.tag(at), Some(Tag::Determiner | Tag::Possessive))
            || matches!(scene.lower(at), "of" | "for" | "on" | "to")
    };
    let first = |other: &Event| {
        let between = other.words.end..event.words.start;
        other.is_nominal()
            && other.verb.is_none()
            && !other.cues.is_empty()
            && other.words.end < event.words.start
            && between.len() <= LONGEST
            && matches!(scene.lower(other.words.end), "of" | "for" | "on")
            && between.into_iter().all(links)
    };
    event.is_nominal() && event.words.end <= value.words.start && scene.events.iter().any(first)
}

/// Whether a noun is the object of "had", "saw".
pub(super) fn is_had(scene: &Scene<'_>, event: &Event) -> bool {
    let Some(verb) = scene.sentence.clauses[event.clause].verb else { return false };
    let verb = &scene.sentence.verbs[verb];
    verb.range.end <= event.words.start
        && matches!(
            scene.lower(verb.head),
            "had" | "has" | "have" | "saw" | "sees" | "gave" | "made" | "paid"
        )
}

/// "was elected president of the ANC": an election to what no fact names may be another.
pub(super) fn is_office_elsewhere(scene: &Scene<'_>, event: &Event) -> bool {
    const OFFICES: &[&str] = &["elected", "appointed"];
    const REACH: usize = 6;
    let office = event.cues.iter().any(|hit| match hit.id {
        CueId::Family(family) => OFFICES.contains(&lexicon::families()[family].name),
        CueId::Own(_) => false,
    });
    let of = (event.words.end..event.words.end + REACH).find(|&at| scene.lower(at) == "of");
    office
        && of.is_some_and(|of| {
            let name = of + 1 + usize::from(scene.lower(of + 1) == "the");
            (event.words.end..of).all(|at| scene.tag(at).is_some_and(Tag::is_nominal))
                && scene.sentence.range.contains(&name)
                && is_strange_name(scene.parse, &scene.mentions, name)
                && !lexicon::is_country_or_demonym(&[scene.lower(name)])
        })
}

/// "began to move for ratification of X in 1777": what was wanted is no more dated than it was done.
pub(super) fn is_only_aimed_at(scene: &Scene<'_>, event: &Event, value: usize) -> bool {
    const AIMING: &[&str] = &[
        "move",
        "call",
        "push",
        "press",
        "vote",
        "campaign",
        "plead",
        "ask",
        "appeal",
        "wait",
        "prepare",
        "plan",
        "argue",
        "opt",
        "lobby",
        "hope",
        "negotiate",
        "work",
        "fight",
        "bid",
        "apply",
        "pave",
        "lay",
    ];
    let the = usize::from(scene.tag(event.words.start.wrapping_sub(1)) == Some(Tag::Determiner));
    let goal = event.words.start.wrapping_sub(1 + the);
    event.is_nominal()
        && scene.values[value].words.start >= event.words.end
        && matches!(scene.lower(goal), "for" | "toward" | "towards")
        && lexicon::is_form_of_any(scene.lower(goal.wrapping_sub(1)), AIMING)
}

/// "ten years after publication of X, in 1952, Y spoke", "from shortly after his death through to the 15th century": the
/// value is no time of what it is counted from.
pub(super) fn is_time_after(scene: &Scene<'_>, event: &Event, value: &Located) -> bool {
    let start = value.words.start;
    if !event.is_nominal() || start < event.words.end {
        return false;
    }
    let its = usize::from(matches!(
        scene.lower(event.words.start.wrapping_sub(1)),
        "the" | "its" | "his" | "her" | "their"
    ));
    let after = event.words.start.wrapping_sub(1 + its);
    let before = after.wrapping_sub(1);
    let counted = matches!(scene.lower(after), "after" | "before" | "since" | "following")
        && (scene.value_at(before).is_some() || scene.is_value(before));
    let comma = (event.words.end..start).any(|at| scene.lower(at) == ",");
    let to = (event.words.end..start).any(|at| {
        matches!(scene.lower(at), "through" | "up" | "down" | "right")
            && scene.lower(at + 1) == "to"
    });
    counted && comma || to
}

/// "Congress received the petition": no meeting, unless the rule names who met whom.
pub(super) fn is_reception(scene: &Scene<'_>, event: &Event, fact: FactId) -> bool {
    let fact = scene.fact(fact);
    fact.predicate.builtin.contains(&"met")
        && matches!(fact.subject, FactSubject::One(_))
        && lexicon::is_form_of_any(
            scene.lower(event.head),
            &["receive", "welcome", "host", "greet", "call", "interact"],
        )
}

/// "founded in 1842, as well as X in 1843": X has a date of its own behind it.
pub(super) fn has_own_date(scene: &Scene<'_>, value: usize, mention: usize) -> bool {
    let end = scene.settings[mention].end;
    let start = scene.mentions[mention].words.start;
    let joined = (start.saturating_sub(5)..start).any(|at| {
        scene.lower(at) == "as" && scene.lower(at + 1) == "well" && scene.lower(at + 2) == "as"
    });
    let own = |other: &Located| {
        matches!(other.reading.value, Value::Date(_))
            && matches!(scene.lower(end), "in" | "on")
            && other.words.start == end + 1
    };
    joined && scene.values[value].words.end <= start && scene.values.iter().any(own)
}

/// "the X plan, 2022–2025,", "X for the years 2022–2025": nothing of weight between a name and a period.
pub(super) fn stands_beside(scene: &Scene<'_>, mention: usize, value: &Located) -> bool {
    let end = scene.settings[mention].modifies.map_or(scene.settings[mention].end, |noun| noun + 1);
    // "a plan for the period 2022–2025"
    let small = |at: &usize| {
        matches!(scene.lower(*at), "," | "for" | "the" | "period" | "years" | "covering" | "(")
    };
    let start = (end..end + 3).find(|at| !small(at)).unwrap_or(end + 3);
    let digits = scene.parse.words[value.words.start].raw.starts_with(|c: char| c.is_ascii_digit());
    // "Outbreak of X 1775–1776": the years of the noun before.
    let of_phase = scene.settings[mention].preposition.is_some_and(|of| {
        scene.events.iter().any(|event| event.is_nominal() && event.words.end == of)
    });
    digits && !of_phase && value.words.start == start
}

/// "(born 1876 – 27 June 1955)", "the anniversary of the founding of X on Thursday": a date that is
/// not the event's.
pub(super) fn is_other_end(scene: &Scene<'_>, event: &Event, value: usize) -> bool {
    let located = &scene.values[value];
    let dash = scene.lower(located.words.start.wrapping_sub(1));
    let after_dash = dash.chars().all(crate::text::word::is_dash) && !dash.is_empty();
    let birth =
        matches!(scene.lower(event.head), "born" | "b" | "baptised" | "baptized" | "christened");
    if birth && after_dash {
        return true;
    }
    let marks = (event.words.start.saturating_sub(4)..event.words.start)
        .any(|at| scene.lower(at) == "anniversary");
    let relative = matches!(&located.reading.value, Value::Date(date) if date.is_relative());
    event.is_nominal() && marks && relative
}

/// "The founder of X, seen here in 2002": a person's date unless it follows at once.
pub(super) fn is_past_founder(scene: &Scene<'_>, event: &Event, value: usize) -> bool {
    let person = matches!(
        scene.lower(event.head),
        "founder"
            | "founders"
            | "cofounder"
            | "cofounders"
            | "member"
            | "members"
            | "father"
            | "fathers"
            | "mother"
            | "mothers"
    );
    let start = scene.values[value].words.start;
    person && event.is_nominal() && (event.words.end..start).any(|at| scene.lower(at) == ",")
}

/// "The plan succeeds the Sea Strategy 2011–2019": a name between verb and value may own it.
pub(super) fn has_object_before(
    scene: &Scene<'_>,
    event: &Event,
    mention: usize,
    value: &Located,
) -> bool {
    let start = event.words.end.max(scene.mentions[mention].words.end);
    (start..value.words.start).any(|at| scene.tag(at) == Some(Tag::Name) && !scene.is_value(at))
}

/// "a vote by X in May", "attacks by X in May": one of perhaps several.
pub(super) fn is_one_of_many(scene: &Scene<'_>, event: &Event, mention: usize) -> bool {
    const REACH: usize = 4;
    let by = scene.settings[mention].preposition.is_some_and(|at| scene.lower(at) == "by");
    let start = event.words.start;
    let the = (start.saturating_sub(REACH)..start)
        .rev()
        .take_while(|&at| matches!(scene.tag(at), Some(Tag::Noun | Tag::Determiner)))
        .any(|at| matches!(scene.lower(at), "the" | "this" | "that" | "first" | "last"));
    let noun = event.is_nominal() && event.cues.iter().any(|hit| hit.form.is_nominal());
    noun && by && !the
}

/// "X, renamed Y in 1928": a name that is none of X's may be an earlier one.
pub(super) fn is_other_name(scene: &Scene<'_>, event: &Event, mention: usize) -> bool {
    const NAMING: &[&str] = &["rename", "rechristen", "retitle", "rebrand"];
    let as_the = |at: usize| usize::from(matches!(scene.lower(at), "as" | "to" | "the"));
    let name = event.words.end + as_the(event.words.end);
    let name = name + as_the(name);
    let own =
        |it: &Mention| it.words.contains(&name) && it.subject == scene.mentions[mention].subject;
    event.verb.is_some()
        && lexicon::is_form_of_any(scene.lower(event.head), NAMING)
        && scene.tag(name) == Some(Tag::Name)
        && !scene.is_value(name)
        && !scene.mentions.iter().any(own)
}

/// "X, in a town founded in 1720, builds", "X replaced one signed in 1890": the participle is of the word right before it.
pub(super) fn is_of_word_before(scene: &Scene<'_>, event: &Event) -> bool {
    let Some(noun) = event.words.start.checked_sub(1).filter(|_| event.verb.is_some()) else {
        return false;
    };
    let participle = event.words.len() == 1
        && lexicon::verb_forms(scene.lower(event.head)).contains(Form::Participle);
    let one = matches!(scene.lower(noun), "one" | "ones" | "those")
        && scene.tag(noun.wrapping_sub(1)) == Some(Tag::Verb);
    let floor = scene.sentence.range.start;
    let plain = |at: &usize| scene.tag(*at) == Some(Tag::Noun);
    let article = (floor..=noun).rev().find(|at| !plain(at)).filter(|&at| at < noun);
    let aside = article.is_some_and(|at| {
        matches!(scene.lower(at), "a" | "an")
            && scene.tag(at.wrapping_sub(1)) == Some(Tag::Preposition)
            && scene.lower(at.wrapping_sub(2)) == ","
    });
    participle && (one || aside)
}
