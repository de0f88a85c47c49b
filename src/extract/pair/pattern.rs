//! `pattern:` of a fact: a regular expression with a group `value`, tried in sentences that mention
//! the subject, for what cues cannot say.

use super::super::claim::Stated;
use super::super::scene::{Draft, Scene, wants};
use crate::rules::{Expected, Fact, FactId};
use crate::source::Span;
use crate::value;

/// Drafts a claim for each match of a fact's pattern.
pub(super) fn pair(scene: &Scene<'_>, drafts: &mut Vec<Draft>) {
    for mention in &scene.mentions {
        for &fact in scene.facts_of(mention.subject) {
            if let Some(pattern) = &scene.fact(fact).pattern {
                let sentence = scene.span(&scene.sentence.range);
                let text = &scene.parse.text[sentence.range()];
                for captures in pattern.captures_iter(text) {
                    // A pattern may match nothing at all: that states nothing.
                    if let Some(group) = captures.name("value").filter(|it| !it.is_empty()) {
                        let span = Span::new(group.start(), group.end()).shifted(sentence.start);
                        push(scene, fact, span, scene.source(mention.span), drafts);
                    }
                }
            }
        }
    }
}

fn push(scene: &Scene<'_>, fact: FactId, span: Span, subject: Span, drafts: &mut Vec<Draft>) {
    let Some(stated) = stated(scene.fact(fact), &scene.parse.text[span.range()], span) else {
        return;
    };
    if drafts.iter().any(|d| d.fact == fact && d.slots[0].1.overlaps(scene.source(span))) {
        return;
    }
    let clause =
        scene.sentence.clause_of(scene.parse.word_at(span.start).min(scene.sentence.range.end - 1));
    drafts.push(Draft {
        subject: Some(subject),
        ..scene.draft(fact, span, stated, "pattern", clause)
    });
}

/// What the group states, typed by the fact's value key.
fn stated(fact: &Fact, text: &str, span: Span) -> Option<Stated> {
    match &fact.expected {
        Expected::Text(_) | Expected::Expansion(_) => Some(Stated::Text(text.to_owned())),
        Expected::Holders(_) => Some(Stated::Name(text.to_owned())),
        expected => {
            let mut reading = value::read(text).into_iter().find(|r| wants(expected, &r.value))?;
            reading.span = reading.span.shifted(span.start);
            Some(Stated::Reading(reading))
        }
    }
}
