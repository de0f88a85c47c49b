//! A name with its value whose verb is left out: "X spends 2 percent and Y only 1 percent", "A was climbed
//! in 1953, B in 1956".
//!
//! It must not know of facts.

use std::ops::Range;

use super::super::mention::MentionKind;
use super::super::parse::Tag;
use super::super::scene::Scene;
use super::rival::same_kind;
use crate::lexicon;
use crate::value::Value;

/// A name that takes its verb from the statement before it.
pub(in crate::extract) struct LeftOut {
    /// The words of the name.
    pub name: Range<usize>,
    /// The mention that the name is, if it is one that facts know.
    pub mention: Option<usize>,
    /// Where the joint before the name starts: "," or ", and".
    pub joint: usize,
    /// The nearest value of the kind before the joint.
    pub earlier: usize,
}

/// The name right before a value, joined to what has a value of the kind.
pub(in crate::extract) fn left_out(scene: &Scene<'_>, value: usize) -> Option<LeftOut> {
    let located = &scene.values[value];
    let mut end = hedged(scene, located.words.start);
    let dated = matches!(located.reading.value, Value::Date(_));
    if dated && matches!(scene.lower(end.wrapping_sub(1)), "in" | "on") {
        end = hedged(scene, end - 1);
    }
    let floor = scene.sentence.range.start;
    let known = |mention: &&super::super::mention::Mention| {
        mention.words.end == end && mention.kind == MentionKind::Name
    };
    let mention = scene.mentions.iter().position(|mention| known(&mention));
    let named = |at: &usize| scene.tag(*at) == Some(Tag::Name) && !scene.is_value(*at);
    let start = match mention {
        Some(mention) => scene.settings[mention].start,
        None => {
            let start = (floor..end).rev().take_while(named).last()?;
            start - usize::from(start > floor && scene.lower(start - 1) == "the")
        }
    };
    let joint = joint(scene, floor, start)?;
    let like = |&other: &usize| same_kind(&scene.values[other], located);
    let earlier =
        (0..value).rev().filter(like).find(|&other| scene.values[other].words.end <= joint)?;
    Some(LeftOut { name: start..end, mention, joint, earlier })
}

/// Where "only", "just over" and the like before a value start.
pub(super) fn hedged(scene: &Scene<'_>, value: usize) -> usize {
    let floor = scene.sentence.range.start;
    (floor..value)
        .rev()
        .take_while(|&at| lexicon::is_hedge(scene.lower(at)))
        .last()
        .unwrap_or(value)
}

/// "," or ";" or "and" or ", but" before a name.
fn joint(scene: &Scene<'_>, floor: usize, name: usize) -> Option<usize> {
    let last = name.checked_sub(1).filter(|&at| at >= floor)?;
    match scene.lower(last) {
        "," | ";" => Some(last),
        "and" | "but" | "while" | "whereas" => {
            let comma = last > floor && matches!(scene.lower(last - 1), "," | ";");
            Some(last - usize::from(comma))
        }
        _ => None,
    }
}
