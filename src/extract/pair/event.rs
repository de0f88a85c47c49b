//! Value - event - subject: "X was signed in 2016", "the opening of X in 1932", "In 2016, Y signed
//! X", lists with "respectively", values that follow their subjects one by one.

use std::collections::BTreeMap;

use super::super::claim::{Doubt, Stated};
use super::super::event::Event;
use super::super::index::CueId;
use super::super::parse::{ClauseKind, Tag};
use super::super::scene::{Draft, Located, Scene, wants};
use super::complement::may_be_another;
use super::event_doubt::{
    has_object_before, has_own_date, is_had, is_in_chain, is_of_nearer_thing, is_of_word_before,
    is_office_elsewhere, is_one_of_many, is_only_aimed_at, is_other_end, is_other_name,
    is_past_founder, is_reception, is_time_after, stands_beside,
};
use super::gapped::{gapped, gapped_mention, pair_gapped};
use super::host::is_apart;
use super::owner::{How, Owner, owners};
use super::owner_light::{is_performed, is_time_of};
use super::respective::{Respective, respective};
use super::rival::{
    is_compared, is_difference, is_end_of_stretch, is_of_other_partner, is_time_before, same_kind,
};
use crate::lexicon;
use crate::rules::{Expected, FactId, FactSubject, SubjectId};
use crate::value::Value;

/// Drafts a claim for each value whose event a fact is about.
pub(super) fn pair(scene: &Scene<'_>, drafts: &mut Vec<Draft>) {
    let mut owned: BTreeMap<usize, Vec<(usize, How)>> = BTreeMap::new();
    for (index, value) in scene.values.iter().enumerate() {
        let apart = matches!(value.reading.value, Value::Duration(_)) && is_apart(scene, value);
        let other = apart
            || is_compared(scene, value)
            || is_difference(scene, value)
            || is_time_before(scene, value)
            || is_end_of_stretch(scene, value);
        if !is_adverbial(value) || other || is_any_day(scene, value) {
            continue;
        }
        let owners = match gapped(scene, index) {
            Some(owner) => vec![owner],
            None => owners(scene, value),
        };
        for owner in owners {
            if let Owner::Event { event, how } = owner {
                owned.entry(event).or_default().push((index, how));
            }
        }
    }
    for (event, mut values) in owned {
        // "born in 1922, nine years before her": the event has its date.
        let is_anchored = |value: usize| matches!(&scene.values[value].reading.value, Value::Date(date) if date.is_anchored());
        let dated = values.iter().any(|&(value, _)| {
            matches!(scene.values[value].reading.value, Value::Date(_)) && !is_anchored(value)
        });
        values.retain(|&(value, _)| !(dated && is_anchored(value)));
        for &(value, how) in &values {
            if how == How::Gapped {
                pair_gapped(scene, event, value, drafts);
                continue;
            }
            let siblings: Vec<usize> = values
                .iter()
                .filter(|&&(_, how)| how != How::Gapped)
                .map(|&(other, _)| other)
                .filter(|&other| same_kind(&scene.values[other], &scene.values[value]))
                .collect();
            pair_value(scene, event, value, &siblings, how, drafts);
        }
    }
}

/// "3 October 1931, a Saturday": what kind of day it was, not which.
fn is_any_day(scene: &Scene<'_>, value: &Located) -> bool {
    matches!(scene.lower(value.words.start.wrapping_sub(1)), "a" | "an")
        && matches!(&value.reading.value, Value::Date(date) if date.is_relative())
}

/// Dates and durations say when and how long; other kinds are attributes (see `measure`).
fn is_adverbial(value: &Located) -> bool {
    matches!(value.reading.value, Value::Date(_) | Value::Duration(_))
}

fn pair_value(
    scene: &Scene<'_>,
    event: usize,
    value: usize,
    siblings: &[usize],
    how: How,
    drafts: &mut Vec<Draft>,
) {
    let event = &scene.events[event];
    if is_other_end(scene, event, value)
        || is_past_founder(scene, event, value)
        || is_only_aimed_at(scene, event, value)
        || is_time_after(scene, event, &scene.values[value])
        || is_of_word_before(scene, event)
    {
        return;
    }
    let mut mentions: Vec<usize> = Vec::new();
    let mut seen: Vec<FactId> = Vec::new();
    for index in 0..scene.mentions.len() {
        let subject = scene.mentions[index].subject;
        for &fact in scene.facts_of(subject) {
            let cues = scene.cues(fact);
            let wanted = wants(&scene.fact(fact).expected, &scene.values[value].reading.value);
            let signalled = event.signals(cues) || scene.is_bare(fact);
            let own_value = (0..scene.values.len())
                .any(|other| other != value && gapped_mention(scene, other) == Some(index));
            if !wanted || !signalled || own_value || seen.contains(&fact) {
                continue;
            }
            if is_anothers_cue(scene, event, fact, subject)
                || is_reception(scene, event, fact)
                || has_own_date(scene, value, index)
            {
                continue;
            }
            let mut arguments = if event.signals(cues) {
                scene.arguments(event, cues)
            } else {
                bare_arguments(scene, event, &scene.values[value])
            };
            if is_among(scene, event, cues, index) {
                arguments.push(index);
            }
            // "Filming began", where that is the cue and "filming" what the fact is about.
            let words = &scene.mentions[index].words;
            if event.words.start <= words.start && words.end < event.words.end {
                arguments.push(index);
            }
            if how == How::State || how == How::Light && event.verb.is_some() {
                // "X took seven years to build"
                let start = scene.values[value].words.start;
                arguments.extend(scene.subjects_of(scene.sentence.clause_of(start)));
            }
            if !arguments.contains(&index) || scene.is_made_only(index, fact) {
                continue;
            }
            mentions.clone_from(&arguments);
            if let Some(mention) = aligned(scene, value, siblings, &mentions, index) {
                seen.push(fact);
                let mut new = draft(scene, fact, value, mention, event, how);
                // "A fifth of them fought in X from 1941 to 1945": perhaps a part of it.
                let lasting = matches!(scene.fact(fact).expected, Expected::Period(_));
                let unsaid = lasting
                    && !event.signals(cues)
                    && !stands_beside(scene, mention, &scene.values[value]);
                if unsaid
                    && (!scene.subjects_of(event.clause).contains(&mention)
                        || has_object_before(scene, event, mention, &scene.values[value]))
                {
                    new.doubt = Some(Doubt::Loose);
                }
                drafts.push(new);
            }
        }
    }
    joint(scene, event, value, how, drafts);
}

/// What an event may be about where no word of the fact says so: what its clause names, in "X, which runs for six
/// years" what that is.
fn bare_arguments(scene: &Scene<'_>, event: &Event, value: &Located) -> Vec<usize> {
    // "Talks on X took six months"
    if let Value::Duration(_) = value.reading.value {
        return scene.subjects_of(event.clause);
    }
    // "admitted X in a videotape released today": what the participle is said of.
    if scene.sentence.clauses[event.clause].kind == ClauseKind::Reduced {
        return scene.subjects_of(event.clause);
    }
    let mut found = scene.in_clause(event.clause);
    if scene.sentence.clauses[event.clause].kind == ClauseKind::Relative {
        found.extend(scene.subjects_of(event.clause));
    }
    found
}

/// "inaugurated" of a fact whose author wrote the word, where another fact of the subject takes it for "opened".
fn is_anothers_cue(scene: &Scene<'_>, event: &Event, fact: FactId, subject: SubjectId) -> bool {
    let own = |fact: FactId| {
        let cues = scene.cues(fact);
        event.cues.iter().any(|it| matches!(it.id, CueId::Own(_)) && cues.contains(&it.id))
    };
    let kind = |fact: FactId| std::mem::discriminant(&scene.fact(fact).expected);
    !own(fact)
        && event.signals(scene.cues(fact))
        && scene
            .facts_of(subject)
            .iter()
            .any(|&other| other != fact && kind(other) == kind(fact) && own(other))
}

/// "In LANTERN, participants were followed for 34 months", "Patients in LANTERN were followed": the people of the
/// mention are what an author's own verb is said of.
fn is_among(scene: &Scene<'_>, event: &Event, cues: &[CueId], mention: usize) -> bool {
    let own = event.cues.iter().any(|it| matches!(it.id, CueId::Own(_)) && cues.contains(&it.id));
    let Some(verb) = event.verb.filter(|_| own) else { return false };
    let (setting, verb) = (&scene.settings[mention], &scene.sentence.verbs[verb]);
    let Some(at) = setting.preposition.filter(|&at| scene.lower(at) == "in") else { return false };
    let floor = scene.sentence.range.start;
    let people = |at: usize| {
        let lower = scene.lower(at);
        scene.tag(at) == Some(Tag::Noun)
            && (matches!(lower, "people" | "participants" | "patients" | "volunteers" | "subjects")
                || lower.strip_suffix('s').is_some_and(lexicon::is_person_noun))
    };
    let fronted = at == floor
        && scene.lower(setting.end) == ","
        && (setting.end + 1..verb.range.start).all(|at| scene.tag(at) == Some(Tag::Noun))
        && people(verb.range.start.wrapping_sub(1));
    let theirs = people(at.wrapping_sub(1)) && setting.end == verb.range.start;
    setting.modifies.is_none() && !setting.longer && (fronted || theirs)
}

/// Facts about several subjects together: each must be mentioned in the sentence.
fn joint(scene: &Scene<'_>, event: &Event, value: usize, how: How, drafts: &mut Vec<Draft>) {
    for id in scene.joint() {
        let fact = scene.fact(id);
        let FactSubject::All(subjects) = &fact.subject else { continue };
        let wanted = wants(&fact.expected, &scene.values[value].reading.value);
        if !wanted || !(event.signals(scene.cues(id)) || scene.is_bare(id)) {
            continue;
        }
        let named: Option<Vec<usize>> = subjects
            .iter()
            .map(|subject| {
                scene.mentions.iter().enumerate().position(|(i, mention)| {
                    let setting = &scene.settings[i];
                    // "Her student won": somebody else did.
                    let owns = setting.modifies.is_some_and(|noun| !event.words.contains(&noun));
                    mention.subject == *subject && !setting.longer && !(mention.person && owns)
                })
            })
            .collect();
        if let Some(named) = named
            && let Some(&first) = named.first()
            && !is_others(scene, event, &named)
            && named.iter().all(|&m| same_side(scene, scene.mentions[m].words.start, event.head))
            && !is_of_other_partner(scene, value, &named)
        {
            let mut new = draft(scene, id, value, first, event, how);
            let apart =
                |&it: &usize| is_told_apart(scene, event, it) || is_of_later_verb(scene, event, it);
            if named.iter().any(apart) || is_after_another(scene, event, value, &named) {
                new.doubt = Some(Doubt::Either);
            }
            drafts.push(new);
        }
    }
}

/// "A was awarded B in 1905, and her brother C in 1912": another date parts the value from its verb, and none of those named
/// stands with it.
fn is_after_another(scene: &Scene<'_>, event: &Event, value: usize, named: &[usize]) -> bool {
    let own = &scene.values[value];
    let between = event.words.end..own.words.start;
    let other = scene.values.iter().rfind(|other| {
        between.contains(&other.words.start)
            && other.words.end < own.words.start
            && same_kind(other, own)
    });
    let Some(other) = other else { return false };
    let gap = other.words.end..own.words.start;
    let joined = gap.clone().any(|at| matches!(scene.lower(at), "," | "and"));
    let fresh = gap.clone().any(|at| matches!(scene.tag(at), Some(Tag::Noun | Tag::Name)));
    let inside = |mention: usize| gap.contains(&scene.mentions[mention].words.start);
    let stands = named.iter().any(|&it| inside(it) && gapped_mention(scene, value) == Some(it));
    joined && fresh && !stands
}

/// "A met reporters on 7 June, and B was silent": B has a clause and a verb of its own.
fn is_told_apart(scene: &Scene<'_>, event: &Event, mention: usize) -> bool {
    let clause = scene.sentence.clause_of(scene.mentions[mention].words.start);
    let node = &scene.sentence.clauses[clause];
    clause != event.clause && node.kind == ClauseKind::Coordinate && node.verb.is_some()
}

/// "In 1993 A left B to join C": C stands with a verb of its own.
fn is_of_later_verb(scene: &Scene<'_>, event: &Event, mention: usize) -> bool {
    let named = scene.mentions[mention].words.start;
    let between = |at: usize| event.words.end <= at && at < named;
    event.verb.is_some() && scene.sentence.verbs.iter().any(|verb| between(verb.range.start))
}

/// "A ratified X in 2012; B did not": a semicolon parts two statements.
fn same_side(scene: &Scene<'_>, one: usize, other: usize) -> bool {
    (one.min(other)..one.max(other)).all(|at| scene.lower(at) != ";")
}

/// "the Sorrel Islands, which joined X": the relative clause has another subject.
fn is_others(scene: &Scene<'_>, event: &Event, named: &[usize]) -> bool {
    let kind = scene.sentence.clauses[event.clause].kind;
    matches!(kind, ClauseKind::Relative | ClauseKind::Reduced)
        && event.verb.is_some()
        && !scene.subjects_of(event.clause).iter().any(|mention| named.contains(mention))
}

pub(super) fn draft(
    scene: &Scene<'_>,
    fact: FactId,
    value: usize,
    mention: usize,
    event: &Event,
    how: How,
) -> Draft {
    let value = &scene.values[value];
    let stated = Stated::Reading(value.reading.clone());
    let elsewhere = is_office_elsewhere(scene, event);
    // "It had first light with that camera in 2021", "had a meeting in 2021": what a thing has, it may have again.
    let before = scene.lower(event.words.start.wrapping_sub(1));
    let some = matches!(before, "a" | "an" | "another");
    // "X's second debut came in 2009"
    let next = event.is_nominal()
        && !matches!(value.reading.value, Value::Duration(_))
        && matches!(before, "second" | "third" | "fourth" | "next" | "latest" | "another");
    let object = how == How::Light && event.words.end <= value.words.start && event.is_nominal();
    let behind = || (event.words.end..value.words.start).any(|at| scene.tag(at) == Some(Tag::Noun));
    let had = object
        && ((some || behind()) && is_had(scene, event) || some && is_performed(scene, event));
    // "will use up X's 54-second timeout": said in passing.
    let inside = how == How::Premodifies
        && scene.mentions[mention].words.end <= value.words.start
        && scene.settings[mention].modifies.is_some_and(|noun| event.words.contains(&noun));
    // "It took seven years to build X": not a plan to build it.
    let taken = how == How::Light && event.verb.is_some();
    let clause = if taken { scene.sentence.clause_of(value.words.start) } else { event.clause };
    let doubt = if is_of_nearer_thing(scene, event, mention) || is_in_chain(scene, event, value) {
        Some(Doubt::Either)
    } else if may_be_another(scene, event, value, mention, fact)
        || is_other_name(scene, event, mention)
    {
        Some(Doubt::Loose)
    } else {
        (elsewhere || had || next || is_one_of_many(scene, event, mention))
            .then_some(Doubt::Limited)
    };
    Draft {
        // "has sold no stock since the flotation in 1998"
        presupposed: inside || event.is_nominal() && is_time_of(scene, event),
        doubt,
        subject: Some(scene.source(scene.mentions[mention].span)),
        cue: Some(event.words.clone()).filter(|_| !taken),
        ..scene.draft(fact, value.reading.span, stated, how.name(), clause)
    }
}

/// Which of an event's subjects a value belongs to, when it has several values. `None`: not this.
fn aligned(
    scene: &Scene<'_>,
    value: usize,
    siblings: &[usize],
    mentions: &[usize],
    mention: usize,
) -> Option<usize> {
    match respective(scene, siblings, mention) {
        Some(Respective::Place(place)) => {
            return (siblings.get(place) == Some(&value)).then_some(mention);
        }
        Some(Respective::Unclear) => return None,
        None => {}
    }
    let gaps: Vec<usize> =
        (0..scene.values.len()).filter_map(|value| gapped_mention(scene, value)).collect();
    let mut subjects: Vec<usize> =
        mentions.iter().copied().filter(|mention| !gaps.contains(mention)).collect();
    subjects.sort_by_key(|&m| scene.mentions[m].words.start);
    subjects.dedup_by_key(|&mut m| scene.mentions[m].subject);
    if siblings.len() < 2 || subjects.len() < 2 {
        return Some(mention);
    }
    let place = siblings.iter().position(|&sibling| sibling == value)?;
    if is_zip(scene, siblings, &subjects) {
        let own = *subjects.get(place)?;
        return (scene.mentions[own].subject == scene.mentions[mention].subject).then_some(mention);
    }
    let here = scene.values[value].words.start;
    let word = scene.mentions[mention].words.start;
    let first_value = scene.values[siblings[0]].words.start;
    let first_mention = scene.mentions[subjects[0]].words.start;
    let belongs = if first_mention < first_value {
        let previous = place.checked_sub(1).map_or(0, |p| scene.values[siblings[p]].words.start);
        previous < word && word < here
    } else {
        let next = siblings.get(place + 1).map_or(usize::MAX, |&s| scene.values[s].words.start);
        here < word && word < next
    };
    belongs.then_some(mention)
}

/// As many values as subjects, all on one side: "A, B and C in 2016, 2018 and 2020 respectively".
fn is_zip(scene: &Scene<'_>, siblings: &[usize], subjects: &[usize]) -> bool {
    let last_subject = subjects.iter().map(|&m| scene.mentions[m].words.end).max().unwrap_or(0);
    let first_value = siblings.iter().map(|&v| scene.values[v].words.start).min().unwrap_or(0);
    siblings.len() == subjects.len() && last_subject <= first_value
}
