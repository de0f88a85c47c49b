//! Holders as actors: "Y was founded by X", "X founded Y", "X, who founded Y".

use std::ops::Range;

use super::super::claim::Stated;
use super::super::event::{self, Event};
use super::super::index::Office;
use super::super::mention::MentionKind;
use super::super::parse::{ClauseKind, Tag};
use super::super::person::{name_from, name_to};
use super::super::scene::{Draft, Scene};
use super::holder::{is_known, times};
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
    let mut cues = scene.fact(office.fact).predicate.cues.iter();
    let head = scene.lower(event.head);
    event.verb.is_some()
        && cues.any(|cue| {
            cue.strip_suffix(" by").is_some_and(|verb| lexicon::is_same_verb(verb, head))
        })
}

fn actor(scene: &Scene<'_>, office: &Office, event: &Event) -> Option<(Range<usize>, usize)> {
    let (of, fact) = (office.of, office.fact);
    let body = |index: &usize| {
        Some(scene.mentions[*index].subject) == of && !scene.settings[*index].longer
    };
    let by = scene.lower(event.words.end - 1) == "by" || scene.lower(event.words.end) == "by";
    let passive = event::is_passive(scene.sentence, event) || by;
    if passive && by {
        let start = if scene.lower(event.words.end) == "by" {
            event.words.end + 1
        } else {
            event.words.end
        };
        let name = name_from(scene.parse, start, scene.sentence.range.end)?;
        let subjects = scene.subjects_of(event.clause);
        // "X, founded by Y", but "the museum of X was founded by Y"
        let finite = event.verb.is_some_and(|verb| scene.sentence.verbs[verb].range.len() > 1);
        let nearby = if finite { Vec::new() } else { scene.antecedents(event.words.start) };
        let mention = subjects.iter().chain(&nearby).find(|i| body(i))?;
        return (name.len() > 1 || is_known(scene, fact, &name)).then_some((name, *mention));
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
        name_to(scene.parse, end, scene.sentence.range.start)
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
