//! "A, B and C in 2016, 2018 and 2020 respectively": which of the values is a mention's, by its place among what is
//! joined, whether facts know the others or not.
//!
//! It must not know facts.

use std::ops::Range;

use super::super::parse::Tag;
use super::super::scene::Scene;

/// What "respectively" says of a mention.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Respective {
    /// It has the value at this place.
    Place(usize),
    /// There are not as many things as values.
    Unclear,
}

/// The place of a mention's value among several, where the sentence says "respectively".
pub(super) fn respective(
    scene: &Scene<'_>,
    values: &[usize],
    mention: usize,
) -> Option<Respective> {
    const REACH: usize = 3;
    let last = scene.values[*values.last()?].words.end;
    let says = |at: usize| scene.lower(at) == "respectively";
    if values.len() < 2 || !(last..last + REACH).any(says) {
        return None;
    }
    let words = &scene.mentions[mention].words;
    let run = joined(scene, words);
    let before = n_joints(scene, run.start..words.start);
    let all = 1 + n_joints(scene, run);
    Some(if all == values.len() { Respective::Place(before) } else { Respective::Unclear })
}

/// The words of everything that is joined to a mention.
fn joined(scene: &Scene<'_>, words: &Range<usize>) -> Range<usize> {
    let range = &scene.sentence.range;
    let inside = |at: usize| {
        !scene.is_value(at)
            && (scene.tag(at).is_some_and(Tag::is_nominal)
                || matches!(scene.tag(at), Some(Tag::Determiner | Tag::Possessive | Tag::Pronoun))
                || matches!(scene.lower(at), "," | "and" | "&" | "of" | "-" | "'" | "’"))
    };
    let start = (range.start..words.start).rev().take_while(|&at| inside(at)).last();
    let end = (words.end..range.end).take_while(|&at| inside(at)).last().map(|at| at + 1);
    // "In Norland, A and B": a comma at either end joins nothing.
    let mut run = start.unwrap_or(words.start)..end.unwrap_or(words.end);
    while run.start < words.start && is_joint(scene, run.start) {
        run.start += 1;
    }
    while run.end > words.end && is_joint(scene, run.end - 1) {
        run.end -= 1;
    }
    run
}

fn is_joint(scene: &Scene<'_>, at: usize) -> bool {
    matches!(scene.lower(at), "," | "and" | "&")
}

/// How often something is joined: ", and" joins once.
fn n_joints(scene: &Scene<'_>, run: Range<usize>) -> usize {
    run.filter(|&at| is_joint(scene, at) && !(at > 0 && is_joint(scene, at - 1))).count()
}
