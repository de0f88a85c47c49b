//! `pattern:` of a fact: a regular expression with a group `value`, tried in sentences that mention
//! the subject, for what cues cannot say.

use super::super::claim::Stated;
use super::super::scene::{Draft, Scene, wants};
use crate::rules::{Expected, FactId};
use crate::source::Span;
use crate::value::{self, Reading};

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
    let Some(stated) = stated(scene, fact, span) else { return };
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

/// What the group states, typed by the fact's value key: the value that the sentence has there, or
/// what the group's own text reads as.
fn stated(scene: &Scene<'_>, fact: FactId, span: Span) -> Option<Stated> {
    let text = &scene.parse.text[span.range()];
    match &scene.fact(fact).expected {
        Expected::Text(_) | Expected::Expansion(_) => Some(Stated::Text(text.to_owned())),
        Expected::Holders(_) => Some(Stated::Name(text.to_owned())),
        expected => {
            let in_place = scene.values.iter().map(|located| &located.reading);
            let here =
                |reading: &&Reading| reading.span.overlaps(span) && wants(expected, &reading.value);
            let alone = || {
                let mut reading =
                    value::read(text).into_iter().find(|it| wants(expected, &it.value))?;
                reading.span = reading.span.shifted(span.start);
                Some(reading)
            };
            in_place.clone().find(here).cloned().or_else(alone).map(Stated::Reading)
        }
    }
}
