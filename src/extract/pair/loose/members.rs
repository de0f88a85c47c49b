//! All members of a set in one sentence with the cue of their fact: "can be eased with the drug A or B", "Its songs
//! were written by A and B", "It gave contracts to A, B and C".

use std::ops::Range;

use super::super::super::claim::Stated;
use super::super::super::scene::{Draft, Scene};
use super::super::members::known;
use super::InScope;
use crate::rules::expected::Members;
use crate::rules::{Expected, FactId};
use crate::source::Span;
use crate::text::same_text;

/// Drafts a claim where a sentence with the cue of a fact in scope names every member.
pub(super) fn pair(
    scene: &Scene<'_>,
    facts: &[InScope],
    taken: &[(FactId, Span)],
    drafts: &mut Vec<Draft>,
) {
    for &(fact, subject) in facts {
        all_named(scene, fact, subject, taken, drafts);
    }
}

fn all_named(
    scene: &Scene<'_>,
    fact: FactId,
    subject: Option<Span>,
    taken: &[(FactId, Span)],
    drafts: &mut Vec<Draft>,
) {
    let Expected::Members(members) = &scene.fact(fact).expected else { return };
    let drafted = taken.iter().any(|(other, _)| *other == fact);
    if drafted || members.members.len() < 2 {
        return;
    }
    let Some(cue) = cue(scene, fact) else { return };
    let Some(items) = items(scene, members) else { return };
    let span = scene.span(&(items[0].start..items[items.len() - 1].end));
    let text = |words: &Range<usize>| scene.parse.text[scene.span(words).range()].to_owned();
    let names = items.iter().map(text).collect();
    let stated = Stated::Members { names, complete: true };
    let clause = scene.sentence.clause_of(items[0].start);
    let draft = scene.draft(fact, span, stated, "loose link", clause);
    drafts.push(Draft { subject, cue: Some(cue), ..draft });
}

/// The words of a fact's cue: what signals it, or a preposition that the author names.
fn cue(scene: &Scene<'_>, fact: FactId) -> Option<Range<usize>> {
    let event = scene.events.iter().find(|event| event.signals(scene.cues(fact)));
    let said = |at: &usize| {
        let cues = &scene.fact(fact).predicate.cues;
        cues.iter().any(|cue| cue == scene.lower(*at))
    };
    let word = || scene.sentence.range.clone().find(said).map(|at| at..at + 1);
    event.map(|event| event.words.clone()).or_else(word)
}

/// Where the sentence names each of the members in one run, in order of place; none where one is missing, or where
/// another name that could stand there does.
fn items(scene: &Scene<'_>, members: &Members) -> Option<Vec<Range<usize>>> {
    /// How many words may stand between two items.
    const APART: usize = 8;
    let mut hits = known(scene, members, &(0..0));
    hits.sort_unstable_by_key(|words| (words.start, std::cmp::Reverse(words.end)));
    hits.dedup_by(|inner, outer| inner.end <= outer.end);
    let near = |one: &Range<usize>, next: &Range<usize>| next.start <= one.end + APART;
    hits.chunk_by(near).find_map(|run| all_of(scene, members, run))
}

/// One item for each member, if a run has them all and no other.
fn all_of(scene: &Scene<'_>, members: &Members, run: &[Range<usize>]) -> Option<Vec<Range<usize>>> {
    let same = |words: &Range<usize>, forms: &[String]| {
        let stated = &scene.parse.text[scene.span(words).range()];
        forms.iter().any(|form| same_text(form, stated))
    };
    let is_one = |words: &Range<usize>| members.members.iter().any(|forms| same(words, forms));
    let item = |forms: &Vec<String>| run.iter().find(|words| same(words, forms)).cloned();
    let mut items: Vec<Range<usize>> = members.members.iter().map(item).collect::<Option<_>>()?;
    items.sort_unstable_by_key(|words| words.start);
    let apart = items.windows(2).all(|pair| pair[0].end <= pair[1].start);
    (apart && run.iter().all(is_one)).then_some(items)
}
