//! Amounts of two times in one sentence: "revenue of €92 million in 2023, up from €84 million in 2022", "fell from
//! 4.0 million in 2019 to 3.8 million in 2020".
//!
//! It must not know which year's amount is right.

use super::super::claim::{Doubt, Stated};
use super::super::limit;
use super::super::scene::{Draft, Located, Scene, wants};
use super::super::token::is_strange_name;
use super::attribute::reading_span;
use super::measure::Evidence;
use super::measure_link::linked;
use super::measure_other::is_change_word;
use super::rival::same_kind;
use super::when::times;
use crate::lexicon;
use crate::rules::{Expected, FactId};
use crate::value::{Reading, Value};

/// How far apart the two amounts may stand, in words.
const REACH: usize = 14;

/// Drafts a claim for each amount that one of a timeline's fact is compared with.
pub(super) fn pair(scene: &Scene<'_>, drafts: &mut Vec<Draft>) {
    changes(scene, drafts);
    let told: Vec<Draft> = drafts
        .iter()
        .filter(|draft| matches!(scene.fact(draft.fact).expected, Expected::Timeline(_)))
        .cloned()
        .collect();
    for draft in told {
        let Some((_, span, Stated::Reading(_))) = draft.slots.last() else { continue };
        let Some(first) =
            scene.values.iter().find(|it| scene.source(it.reading.span).overlaps(*span))
        else {
            continue;
        };
        // "sold 1,500 electric cars, after 900 the year before": what narrows the one narrows the other.
        let at = first.words.start;
        if limit::doubt(scene, &draft, at, limit::is_limited(scene, &draft, at)).is_some() {
            continue;
        }
        for other in scene.values.iter().filter(|other| is_compared(scene, first, other)) {
            // "raised to 2.75 per cent from 1.25 per cent": at a time that is not told
            let when = date_after(scene, other);
            let former = is_said_to_be_left(scene, first, other);
            if when.is_none() && !former {
                continue;
            }
            let place = reading_span(scene, draft.fact, other);
            let known = drafts.iter().any(|it| {
                it.fact == draft.fact && it.slots.iter().any(|slot| slot.1 == scene.source(place))
            });
            if known || !fits(scene, &draft, other) {
                continue;
            }
            let stated = Stated::Reading(other.reading.clone());
            let clause = scene.sentence.clause_of(other.words.start);
            let new = scene.draft(draft.fact, place, stated, "compared amount", clause);
            let doubt = when.is_none().then_some(Doubt::Limited);
            let times = when.into_iter().collect();
            drafts.push(Draft { subject: draft.subject, times, doubt, ..new });
        }
    }
}

fn fits(scene: &Scene<'_>, draft: &Draft, value: &Located) -> bool {
    let Expected::Timeline(rows) = &scene.fact(draft.fact).expected else { return false };
    rows.first().is_some_and(|row| wants(&row.value, &value.reading.value))
}

/// "A, up from B", "A, compared with B": nothing but the comparison and A's own time between them.
fn is_compared(scene: &Scene<'_>, first: &Located, other: &Located) -> bool {
    let (from, to) = (first.words.end, other.words.start);
    if !same_kind(first, other) || to <= from || to - from > REACH {
        return false;
    }
    let before = |n: usize| scene.lower(to.wrapping_sub(n));
    let compares = match before(1) {
        "from" if is_said_to_be_left(scene, first, other) => true,
        // "grew by A in 2021 and by B in 2022"
        "by" => {
            before(2) == "and"
                && scene.lower(first.words.start.wrapping_sub(1)) == "by"
                && date_after(scene, other).is_some()
        }
        // "rose to A in 2019 from B a year earlier"
        "from" => {
            matches!(before(2), "up" | "down")
                || is_changed_to(scene, first)
                    && (is_dated_just_before(scene, to - 1) || before(2) == ",")
                    && date_after(scene, other).is_some()
        }
        // "counted 4.8 million in 2021 and 3.8 million in 2020"
        "and" => is_dated_just_before(scene, to - 1) && date_after(scene, other).is_some(),
        // "up 28% from 2020 (3,806,306 visits)"
        "(" => is_year_compared_with(scene, to - 1),
        // "in 2020 (2019: 1,242,800)"
        ":" => labelled_year(scene, other).is_some(),
        "with" | "to" => before(2) == "compared",
        "against" | "versus" => true,
        // "delivered 926,600 cars in 2024, after 866,800 the year before"
        "after" => before(2) == "," && date_after(scene, other).is_some(),
        _ => false,
    };
    // "2.1 million TEU in 2021 and 2.5 million TEU in 2022"
    let unit = |at: usize| {
        at == from
            && scene.parse.words[at].is_all_caps()
            && scene.lower(at) == scene.lower(other.words.end)
    };
    let strange = (from..to).any(|at| {
        !scene.is_value(at)
            && !unit(at)
            && (is_strange_name(scene.parse, &scene.mentions, at)
                || scene.mentions.iter().any(|mention| mention.words.contains(&at)))
    });
    compares && !strange
}

/// "raised to A from B": what it was before, right behind what it came to.
fn is_said_to_be_left(scene: &Scene<'_>, first: &Located, other: &Located) -> bool {
    is_changed_to(scene, first)
        && scene.lower(first.words.end) == "from"
        && other.words.start == first.words.end + 1
}

/// "rose to A": a change of which only what it came to was told so far.
fn is_changed_to(scene: &Scene<'_>, value: &Located) -> bool {
    const REACH: usize = 5;
    let to = value.words.start.wrapping_sub(1);
    scene.lower(to) == "to" && (to.saturating_sub(REACH)..to).any(|at| moves(scene.lower(at)))
}

/// "rose", "raised": a verb that says that an amount became another.
fn moves(word: &str) -> bool {
    const MOVING: &[&str] = &[
        "raise", "cut", "lower", "lift", "reduce", "trim", "hike", "bring", "take", "move", "push",
    ];
    is_change_word(word) || lexicon::is_form_of_any(word, MOVING)
}

/// "rose from", "raised its rate from": nothing but the verb's object between.
fn is_moved_from(scene: &Scene<'_>, from: usize) -> bool {
    const REACH: usize = 6;
    let floor = scene.sentence.range.start.max(from.saturating_sub(REACH));
    scene.lower(from) == "from"
        && (floor..from)
            .rev()
            .take_while(|&at| !scene.is_value(at) && scene.lower(at) != ",")
            .any(|at| moves(scene.lower(at)))
}

fn is_date(value: &Located) -> bool {
    matches!(value.reading.value, Value::Date(_))
}

/// Whether a date ends right before a word.
fn is_dated_just_before(scene: &Scene<'_>, at: usize) -> bool {
    scene.values.iter().any(|date| is_date(date) && date.words.end == at)
}

/// "up from 2020 (", "up 28% on 2020 (".
fn is_year_compared_with(scene: &Scene<'_>, bracket: usize) -> bool {
    let year = scene.values.iter().find(|date| is_date(date) && date.words.end == bracket);
    year.is_some_and(|year| {
        matches!(scene.lower(year.words.start.wrapping_sub(1)), "from" | "on" | "over" | "in")
    })
}

/// "(2019: 1,242,800)": the date that labels an amount in brackets.
fn labelled_year<'s>(scene: &'s Scene<'_>, value: &Located) -> Option<&'s Located> {
    let colon = value.words.start.checked_sub(1).filter(|&at| scene.lower(at) == ":")?;
    let year = scene.values.iter().find(|date| is_date(date) && date.words.end == colon)?;
    matches!(scene.lower(year.words.start.wrapping_sub(1)), "(" | "[").then_some(year)
}

/// "in 2022", "a year earlier" right after an amount; the year whose bracket it stands in.
fn date_after(scene: &Scene<'_>, value: &Located) -> Option<Reading> {
    // "2.5 million TEU in 2022"
    let unit = scene
        .parse
        .words
        .get(value.words.end)
        .is_some_and(|word| word.is_all_caps() && word.is_letters() && word.raw.len() > 1);
    let end = value.words.end + usize::from(unit);
    if let Some(year) = labelled_year(scene, value) {
        return Some(year.reading.clone());
    }
    if scene.lower(value.words.start.wrapping_sub(1)) == "(" {
        let open = value.words.start - 1;
        let year = scene.values.iter().find(|date| is_date(date) && date.words.end == open)?;
        return Some(year.reading.clone());
    }
    let next = end + usize::from(matches!(scene.lower(end), "in" | "for" | "during" | "at" | "on"));
    let when = scene.values.iter().find(|date| {
        matches!(date.reading.value, Value::Date(_)) && (end..=next).contains(&date.words.start)
    })?;
    Some(when.reading.clone())
}

/// "Visits to X fell from 4.0 million in 2019 to 3.8 million in 2020": what it was before and after a change, each
/// at its own time.
fn changes(scene: &Scene<'_>, drafts: &mut Vec<Draft>) {
    let values = || scene.values.iter().enumerate();
    for (first, before) in values() {
        let from = before.words.start.wrapping_sub(1);
        let changes = is_moved_from(scene, from);
        let after = values().find(|(_, after)| {
            let to = after.words.start.wrapping_sub(1);
            same_kind(before, after)
                && scene.lower(to) == "to"
                && (before.words.end..to)
                    .all(|at| scene.is_value(at) || matches!(scene.lower(at), "in" | ","))
        });
        let Some((second, _)) = after.filter(|_| changes) else { continue };
        for mention in 0..scene.mentions.len() {
            for &fact in scene.facts_of(scene.mentions[mention].subject) {
                if is_timeline(scene, fact) && is_told_of(scene, fact, first, mention) {
                    for value in [first, second] {
                        push_at(scene, fact, value, mention, drafts);
                    }
                }
            }
        }
    }
}

fn is_timeline(scene: &Scene<'_>, fact: FactId) -> bool {
    matches!(scene.fact(fact).expected, Expected::Timeline(_))
}

/// Whether a noun of the fact, said of the mention, stands before the verb of a change.
fn is_told_of(scene: &Scene<'_>, fact: FactId, value: usize, mention: usize) -> bool {
    let located = &scene.values[value];
    let clause = scene.sentence.clause_of(located.words.start);
    let cue = scene.events.iter().find(|event| {
        event.is_nominal()
            && event.clause == clause
            && event.words.end <= located.words.start
            && event.signals(scene.cues(fact))
    });
    let takes = match (scene.fact(fact).expected.number(), &located.reading.value) {
        (Some(expected), Value::Number(stated)) => {
            stated.noun.is_none() || crate::value::number::counts_same(expected, stated)
        }
        _ => true,
    };
    let evidence = Evidence { event: cue, construction: "changed amount" };
    takes
        && cue.is_some()
        && wants(&scene.fact(fact).expected, &located.reading.value)
        && linked(scene, fact, &evidence, value, mention)
}

/// An amount with the time that follows it at once, else that of the sentence.
fn push_at(scene: &Scene<'_>, fact: FactId, value: usize, mention: usize, drafts: &mut Vec<Draft>) {
    let located = &scene.values[value];
    let place = reading_span(scene, fact, located);
    let span = scene.source(place);
    drafts.retain(|it| it.fact != fact || !it.slots.iter().any(|slot| slot.1 == span));
    let own = date_after(scene, located);
    // "rose from 40 to 44 in 2017": the first amount is of no stated time.
    let before = own.is_none() && scene.lower(located.words.start.wrapping_sub(1)) == "from";
    let times = match own {
        Some(date) => vec![date],
        None if before => Vec::new(),
        None => times(scene, fact, &located.words),
    };
    let doubt = before.then_some(Doubt::Limited);
    let stated = Stated::Reading(located.reading.clone());
    let clause = scene.sentence.clause_of(located.words.start);
    let draft = scene.draft(fact, place, stated, "changed amount", clause);
    let subject = Some(scene.source(scene.mentions[mention].span));
    drafts.push(Draft { subject, times, doubt, ..draft });
}
