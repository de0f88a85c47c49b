//! Texts that a fact knows beside its cue: "Its secretariat is at X", "The architect, X, was not there".

use super::super::super::claim::Stated;
use super::super::super::mention::{Mention, MentionKind};
use super::super::super::scene::{Draft, Scene};
use super::super::text::{expected_text, forms, whole_name};
use super::super::when::times;
use super::{InScope, cue};
use crate::rules::FactId;
use crate::rules::expected::Text;
use crate::source::Span;

/// Drafts a claim for the first known form that stands with the cue of a fact in scope.
pub(super) fn pair(
    scene: &Scene<'_>,
    facts: &[InScope],
    taken: &[(FactId, Span)],
    drafts: &mut Vec<Draft>,
) {
    for &(fact, subject) in facts {
        let drafted = taken.iter().any(|(other, _)| *other == fact);
        let has_cue = || cue(scene, fact, scene.sentence.range.start).is_some();
        if drafted || !has_cue() {
            continue;
        }
        let Some(text) = expected_text(scene, fact) else { continue };
        let own = Text { among: Vec::new(), ..text };
        // "Ketterby", another fact's subject, is what this one asks for all the same.
        let ids = scene.fact(fact).subject.ids();
        let blocks = |it: &Mention| it.kind != MentionKind::Name || ids.contains(&it.subject);
        let apart =
            |span: &Span| !scene.mentions.iter().any(|it| blocks(it) && it.span.overlaps(*span));
        // "Edward Farrar" is not the Farrar that is meant.
        let alone = |span: &Span| whole_name(scene, &own, *span) == *span;
        let found = forms(scene, &own).into_iter().find(|it| apart(it) && alone(it));
        let Some(span) = found else { continue };
        let at = scene.parse.word_at(span.start);
        let Some(cue) = cue(scene, fact, at) else { continue };
        let stated = Stated::Text(scene.parse.text[span.range()].to_owned());
        let clause = scene.sentence.clause_of(at);
        let draft = scene.draft(fact, span, stated, "loose link", clause);
        let times = times(scene, fact, &scene.parse.words_in(span));
        drafts.push(Draft { subject, cue: Some(cue.words.clone()), times, ..draft });
    }
}
