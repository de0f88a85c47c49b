//! Holders as actors: "Y was founded by X", "X founded Y", "X, who founded Y".

use std::ops::Range;

use super::super::claim::Stated;
use super::super::event::{self, Event};
use super::super::index::Office;
use super::super::mention::MentionKind;
use super::super::parse::{ClauseKind, Tag};
use super::super::person::{name_from, name_to};
use super::super::scene::{Draft, Scene};
use super::holder::is_known;
use super::holder_when::times;
use super::text_person::is_stranger_to;
use crate::lexicon;

/// Verbs whose actor is the holder: "Y was founded by X", "X founded Y", "X, who founded Y".
pub(super) fn pair(scene: &Scene<'_>, drafts: &mut Vec<Draft>) {
    let offices = scene.offices().into_iter().map(|place| &scene.index.offices[place]);
    for office in offices.filter(|office| office.role.is_none()) {
        let cues = scene.cues(office.fact);
        let text = scene.fact(office.fact).expected.text();
        for event in scene.events.iter().filter(|it| it.signals(cues) || does(scene, office, it)) {
            if let Some((name, mention)) = actor(scene, office, event) {
                let span = scene.span(&name);
                let said = scene.parse.text[span.range()].to_owned();
                let stated = match text {
                    Some(text) if is_stranger_to(scene, text, &name) => Stated::Text(said),
                    Some(_) => continue,
                    None => Stated::Name(said),
                };
                let draft = scene.draft(office.fact, span, stated, "actor", event.clause);
                let known = drafts.iter().any(|d| {
                    d.fact == draft.fact && d.slots.iter().any(|s| s.1 == draft.slots[0].1)
                });
                if !known {
                    let subject = Some(scene.source(scene.mentions[mention].span));
                    drafts.push(Draft { subject, times: times(scene, event.head), ..draft });
                }
            }
        }
    }
}

/// "Y designed X", of a fact about who X is "designed by".
fn does(scene: &Scene<'_>, office: &Office, event: &Event) -> bool {
    let head = scene.lower(event.head);
    let same =
        |cue: &str| cue.strip_suffix(" by").is_some_and(|verb| lexicon::is_same_verb(verb, head));
    event.verb.is_some()
        && scene.fact(office.fact).predicate.cues.iter().any(|cue| {
            same(cue) || lexicon::companions(cue).iter().any(|companion| same(companion))
        })
}

/// "designed in 1929 by the architect Y", "drawn up by Y": where the name after "by" begins.
fn agent_start(scene: &Scene<'_>, event: &Event) -> Option<usize> {
    const REACH: usize = 7;
    let last = scene.lower(event.words.end - 1);
    // "the work of Y"
    if last == "by" || last == "of" && event.is_nominal() {
        return Some(past_calling(scene, event.words.end));
    }
    event.verb?;
    let aside = |at: usize| {
        scene.is_value(at)
            || matches!(
                scene.tag(at),
                Some(Tag::Preposition | Tag::Number | Tag::Determiner | Tag::Name | Tag::Adverb)
            )
    };
    let by = (event.words.end..event.words.end + REACH).find(|&at| scene.lower(at) == "by")?;
    (event.words.end..by)
        .all(aside)
        .then(|| past_calling(scene, by + 1))
        .filter(|_| scene.sentence.clause_of(by) == event.clause)
}

/// "the architect Y", "local engineer Y": past what Y is called.
fn past_calling(scene: &Scene<'_>, start: usize) -> usize {
    const LONGEST: usize = 4;
    let end = (start..start + LONGEST)
        .find(|&at| !matches!(scene.tag(at), Some(Tag::Determiner | Tag::Noun)))
        .unwrap_or(start);
    let called = end > start && lexicon::is_person_noun(scene.lower(end - 1));
    if called { end } else { start }
}

fn actor(scene: &Scene<'_>, office: &Office, event: &Event) -> Option<(Range<usize>, usize)> {
    let (of, fact) = (office.of, office.fact);
    let body = |index: &usize| {
        Some(scene.mentions[*index].subject) == of && !scene.settings[*index].longer
    };
    let agent = agent_start(scene, event);
    if let Some(start) = agent {
        let name = name_from(scene.parse, start, scene.sentence.range.end)?;
        let subjects = scene.subjects_of(event.clause);
        // "X, founded by Y", but "the museum of X was founded by Y"
        let finite = event.verb.is_some_and(|verb| scene.sentence.verbs[verb].range.len() > 1);
        let the =
            usize::from(scene.tag(event.words.start.wrapping_sub(1)) == Some(Tag::Determiner));
        let nearby = if finite { Vec::new() } else { scene.antecedents(event.words.start - the) };
        let of_noun = !finite && event.verb.is_some() && is_of_noun_before(scene, event);
        let subjects = if of_noun { &[][..] } else { &subjects };
        let mention = subjects.iter().chain(&nearby).find(|i| body(i))?;
        return (name.len() > 1 || is_known(scene, fact, &name)).then_some((name, *mention));
    }
    if let Some(found) = taken_up(scene, event, body) {
        return Some(found);
    }
    // "wrote about X", "who founded Z, runs X"
    let apart = |until: usize| {
        event.verb.is_some()
            && (event.words.end..until)
                .any(|at| matches!(scene.tag(at), Some(Tag::Preposition | Tag::Mark | Tag::Verb)))
    };
    let follows = (0..scene.mentions.len()).find(|i| {
        let mention = &scene.mentions[*i];
        body(i)
            && !apart(mention.words.start)
            && mention.words.start >= event.words.end
            && mention.words.start <= event.words.end + 3
            && scene.can_be_argument(*i)
            && !matches!(mention.kind, MentionKind::Pronoun | MentionKind::Implied)
    })?;
    let relative = scene.sentence.clauses[event.clause].kind == ClauseKind::Relative
        || scene.lower(event.words.start) == "who";
    let verbal = event.verb.is_some() || relative;
    let subject = if relative {
        let start = (scene.sentence.range.start..=event.words.start)
            .rev()
            .find(|&at| scene.lower(at) == "who")?;
        let end = if scene.lower(start.wrapping_sub(1)) == "," { start - 1 } else { start };
        let floor = scene.sentence.range.start;
        name_to(scene.parse, end, floor)
            .or_else(|| name_to(scene.parse, before_description(scene, end)?, floor))
    } else {
        name_to(scene.parse, event.words.start, scene.sentence.range.start)
    }?;
    let plural = scene.tag(subject.start.wrapping_sub(1)) == Some(Tag::Conjunction);
    let is_body = scene.mentions.iter().any(|m| {
        m.words.start < subject.end && subject.start < m.words.end && Some(m.subject) == of
    });
    let person = subject.len() > 1 && !lexicon::is_title(scene.lower(subject.end - 1));
    (verbal && person && !plural && !is_body).then_some((subject, follows))
}

/// "Y, a Danish engineer who designed X": the comma before what says who Y is.
fn before_description(scene: &Scene<'_>, end: usize) -> Option<usize> {
    const LONGEST: usize = 5;
    let inside = |at: &usize| matches!(scene.tag(*at), Some(Tag::Noun | Tag::Name));
    let start = (scene.sentence.range.start..end).rev().take_while(inside).last()?;
    let a = start.checked_sub(2)?;
    let described = matches!(scene.lower(a + 1), "a" | "an" | "the")
        && scene.lower(a) == ","
        && end - start <= LONGEST
        && scene.tag(end - 1) == Some(Tag::Noun);
    described.then_some(a)
}

/// "X is near the mill designed by Y", "X, opposite the mill designed by Y": the mill, but "X is a mill designed
/// by Y".
fn is_of_noun_before(scene: &Scene<'_>, event: &Event) -> bool {
    let at = event.words.start;
    if scene.tag(at.wrapping_sub(1)) != Some(Tag::Noun) {
        return false;
    }
    let inside = |at: usize| {
        matches!(scene.tag(at), Some(Tag::Noun | Tag::Name | Tag::Determiner | Tag::Number))
    };
    let start = (scene.sentence.range.start..at).rev().take_while(|&at| inside(at)).last();
    let before = start.map_or(at, |start| start.wrapping_sub(1));
    let placed = scene.tag(before) == Some(Tag::Preposition) && scene.lower(before) != "of";
    let verb = scene.sentence.verbs.iter().rfind(|verb| verb.range.end <= at);
    let other = verb.is_some_and(|verb| {
        !lexicon::is_be_form(scene.lower(verb.head))
            || !matches!(scene.lower(verb.range.end), "a" | "an" | "the" | "one")
    });
    placed || other
}

/// "X, which Y designed": the name between "which" and the verb.
fn taken_up(
    scene: &Scene<'_>,
    event: &Event,
    body: impl Fn(&usize) -> bool,
) -> Option<(Range<usize>, usize)> {
    event.verb?;
    let clause = &scene.sentence.clauses[event.clause];
    let relative = clause.kind == ClauseKind::Relative
        && matches!(scene.lower(clause.start), "which" | "that")
        && !event::is_passive(scene.sentence, event);
    let mention = scene.antecedents(clause.start).into_iter().find(|i| relative && body(i))?;
    let start = past_calling(scene, clause.start + 1);
    let name = name_from(scene.parse, start, scene.sentence.range.end)?;
    (name.end == event.words.start && name.len() > 1).then_some((name, mention))
}
