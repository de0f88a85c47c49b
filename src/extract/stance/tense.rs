//! The tense of a verb group, and the auxiliaries that two verbs share.
//!
//! It must not know facts or values.

use crate::extract::claim::Stance;
use crate::extract::parse::ClauseKind;
use crate::extract::scene::{Draft, Scene};
use crate::lexicon::{self, Form};
use crate::value::date::Tense;

/// The tense of a clause's verb group.
pub(crate) fn tense(scene: &Scene<'_>, draft: &Draft, stance: Stance) -> Tense {
    if stance == Stance::Planned {
        return Tense::Future;
    }
    let node = &scene.sentence.clauses[draft.clause];
    let Some(verb) = node.verb.map(|verb| &scene.sentence.verbs[verb]) else {
        return Tense::Unknown;
    };
    if node.kind == ClauseKind::Reduced {
        return Tense::Past;
    }
    let elder = node.parent.filter(|_| shares_auxiliary(scene, draft.clause));
    let elder = elder.and_then(|at| scene.sentence.clauses[at].verb);
    let verb = elder.map_or(verb, |verb| &scene.sentence.verbs[verb]);
    let words = scene.parse.lower(verb.range.clone());
    if words.iter().any(|word| matches!(*word, "will" | "shall" | "'ll" | "won't")) {
        return Tense::Future;
    }
    let head = words.last().copied().unwrap_or("");
    let first = words.first().copied().unwrap_or("");
    let past_auxiliary = matches!(
        first,
        "was"
            | "were"
            | "had"
            | "did"
            | "has"
            | "have"
            | "wasn't"
            | "weren't"
            | "didn't"
            | "hadn't"
    );
    if past_auxiliary || verb.range.len() == 1 && lexicon::verb_forms(head).contains(Form::Past) {
        return Tense::Past;
    }
    Tense::Unknown
}

/// "will be wrapped up and voted on", "would sign X and open Y": the second verb has the auxiliaries of the first.
pub(super) fn shares_auxiliary(scene: &Scene<'_>, clause: usize) -> bool {
    let clauses = &scene.sentence.clauses;
    let verb = |clause: usize| clauses[clause].verb.map(|verb| &scene.sentence.verbs[verb]);
    let node = &clauses[clause];
    let (Some(own), Some(elder)) = (verb(clause), node.parent.and_then(verb)) else { return false };
    let forms = lexicon::verb_forms(scene.lower(own.head));
    let opens = elder.range.start;
    let helped = elder.range.len() > 1;
    let modal = matches!(
        scene.lower(opens),
        "will" | "would" | "shall" | "should" | "may" | "might" | "could" | "can" | "must" | "to"
    );
    let base = forms.contains(Form::Base) && !forms.contains(Form::Past);
    node.kind == ClauseKind::Coordinate
        && node.shares_subject
        && own.range.len() == 1
        && helped
        && modal
        && (elder.passive && forms.contains(Form::Participle) || base)
}
