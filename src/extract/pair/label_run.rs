//! Labels that stand in one line with others: "Length: 120 m; height: 98 m", "Built: begun 1863, completed 1935".
//!
//! It must not know which label is whose.

use std::ops::Range;

use super::super::mention::MentionKind;
use super::super::parse::Verb;
use super::super::scene::{Draft, Scene};
use super::attribute::{filler, push, with_facts};
use super::label_words::is_label_of;
use crate::lexicon;
use crate::rules::SubjectId;
use crate::source::Span;

/// How many words a label may have.
const LABEL: usize = 4;

/// Drafts claims from the labels of a line after its first.
pub(super) fn pair(scene: &Scene<'_>, drafts: &mut Vec<Draft>) {
    if let Some(owners) = opening_name(scene) {
        let parts = segments(scene).into_iter();
        let behind = |part: &Range<usize>| scene.lower(part.start.wrapping_sub(1)) == ";";
        parts.filter(behind).for_each(|part| segment(scene, &part, &owners, drafts));
        return;
    }
    let context = scene.context;
    let heads = if context.entry.is_empty() { &context.section } else { &context.entry };
    // A line with a name in it, or with more than labels, says itself what it is about.
    if heads.is_empty() || !scene.mentions.is_empty() || !opens(scene) {
        return;
    }
    let owners = with_facts(scene, heads);
    for part in segments(scene).into_iter().skip(1) {
        segment(scene, &part, &owners, drafts);
    }
}

/// Drafts the claims of one part of a line.
fn segment(
    scene: &Scene<'_>,
    part: &Range<usize>,
    owners: &[(SubjectId, Span)],
    drafts: &mut Vec<Draft>,
) {
    let Some((label, start)) = label(scene, part) else { return };
    let words: Vec<String> =
        scene.parse.words[label].iter().map(|word| word.lower.as_str().into()).collect();
    for &(subject, span) in owners {
        for &fact in scene.facts_of(subject) {
            if is_label_of(scene, &words, fact)
                && let Some((value, stated)) = filler(scene, fact, start)
                && scene.parse.words_in(value).end <= part.end
                && !drafts.iter().any(|it| it.fact == fact && it.slots[0].1 == scene.source(value))
            {
                push(scene, fact, value, stated, span, "label", drafts);
            }
        }
    }
}

/// "X: launched in 2016; mass 1,140 kg", "X, engineer, born 1948; died 2023": the one name of a line of labels, at its
/// head.
fn opening_name(scene: &Scene<'_>) -> Option<Vec<(SubjectId, Span)>> {
    const BULLET: usize = 1;
    let range = &scene.sentence.range;
    let first = scene.mentions.first()?;
    let alone = scene.mentions.iter().all(|it| it.words == first.words);
    let leads = first.words.start <= range.start + BULLET && first.kind == MentionKind::Name;
    let marked = matches!(scene.lower(first.words.end), ":" | ",");
    let told = |verb: &Verb| {
        // "born", "launched": no auxiliary and no subject of its own.
        verb.range.len() == 1 && scene.is_value(past_small(scene, verb.range.end))
    };
    let whole = range.start == 0 && scene.sentence.verbs.iter().all(told);
    let owners = || {
        let own = scene.mentions.iter();
        own.map(|it| (it.subject, scene.source(it.span))).collect::<Vec<_>>()
    };
    (alone && leads && marked && whole).then(|| with_facts(scene, &owners()))
}

/// Past "in", "on".
fn past_small(scene: &Scene<'_>, at: usize) -> usize {
    at + usize::from(matches!(scene.lower(at), "in" | "on"))
}

/// Whether the first label of the line is of what the line is about: a cue, or a word for facts in general.
fn opens(scene: &Scene<'_>) -> bool {
    const REACH: usize = 4;
    let start = scene.sentence.range.start;
    let end = (start..start + REACH)
        .find(|&at| matches!(scene.lower(at), ":" | "=") || scene.is_value(at));
    let general = |at: usize| {
        matches!(
            scene.lower(at),
            "dimensions" | "size" | "measurements" | "data" | "dates" | "history" | "construction"
        )
    };
    end.is_some_and(|end| {
        end > start
            && ((start..end).any(general)
                || !lexicon::cues_at(&scene.parse.lower(start..end)).is_empty()
                || !scene.index.cues_at(&scene.parse.lower(start..end)).is_empty())
    })
}

/// The parts of a line between semicolons, commas and the colon of a general word.
fn segments(scene: &Scene<'_>) -> Vec<Range<usize>> {
    let range = scene.sentence.range.clone();
    let mut found = Vec::new();
    let mut start = range.start;
    for at in range.clone() {
        // "Built: begun 1863", but "Height: 98 m"
        let labels = scene.lower(at) == ":" && found.is_empty() && !scene.is_value(at + 1);
        let parts = matches!(scene.lower(at), "," | ";") && !scene.is_value(at) || labels;
        if parts {
            found.push(start..at);
            start = at + 1;
        }
    }
    found.push(start..range.end);
    found
}

/// The label of a part, and where its value starts: "height: 98 m", "height 98 m", "completed in 1935".
fn label(scene: &Scene<'_>, segment: &Range<usize>) -> Option<(Range<usize>, usize)> {
    let colon = segment.clone().take(LABEL + 1).find(|&at| scene.lower(at) == ":");
    if let Some(colon) = colon {
        return (colon > segment.start).then_some((segment.start..colon, colon + 1));
    }
    let value = segment.clone().take(LABEL + 1).find(|&at| scene.is_value(at))?;
    let small = usize::from(matches!(scene.lower(value - 1), "in" | "on" | "of"));
    let label = segment.start..value - small;
    let cue = scene.events.iter().any(|event| {
        event.words.start == label.start && event.words.end == label.end && !event.cues.is_empty()
    });
    cue.then_some((label, value))
}
