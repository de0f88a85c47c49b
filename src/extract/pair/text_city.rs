//! Another large city where a text fact knows one: "X, whose seat is in Brussels".
//!
//! It must not know whether the city is the right one.

use super::super::event::Event;
use super::super::parse::Tag;
use super::super::scene::Scene;
use super::text::{fills, forms};
use super::text_link::{is_named_by, is_of_kind};
use crate::lexicon;
use crate::rules::FactId;
use crate::rules::expected::Text;
use crate::source::Span;

/// "X, whose seat is in Brussels", where the fact knows another city, and only that.
pub(super) fn other_city<'s>(
    scene: &'s Scene<'_>,
    fact: FactId,
    text: &Text,
    mention: usize,
) -> Option<(Span, &'s Event)> {
    const LONGEST: usize = 3;
    let cues = scene.cues(fact);
    let usable = text.among.is_empty()
        && lexicon::is_city(&text.value)
        && !scene.settings[mention].longer
        && scene.events.iter().any(|event| event.signals(cues))
        && forms(scene, text).is_empty();
    if !usable {
        return None;
    }
    let name = |at: usize| scene.tag(at) == Some(Tag::Name);
    let city = |start: usize| {
        let ends = (start + 1..=start + LONGEST).rev();
        let mut whole = ends.filter(|&end| (start..end).all(name) && !name(end));
        whole.find(|&end| lexicon::is_city(&scene.parse.text[scene.span(&(start..end)).range()]))
    };
    let range = scene.sentence.range.clone();
    let firsts = range.filter(|&at| name(at) && !name(at.wrapping_sub(1)));
    firsts.filter_map(|start| Some(start..city(start)?)).find_map(|words| {
        let clause = scene.sentence.clause_of(words.start);
        let event = scene.events.iter().find(|event| {
            event.signals(cues)
                && fills(scene, event, mention, words.start, clause)
                && (!event.is_nominal() || is_named_by(scene, event, &words))
                && !is_of_kind(scene, event, &words)
        })?;
        Some((scene.span(&words), event))
    })
}
