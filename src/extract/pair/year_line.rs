//! Lines of a list that give a value a year: "2021 – 4,860,537" under "X's visits by year:".
//!
//! It must not know what was so in a year.

use super::super::claim::Stated;
use super::super::context::Head;
use super::super::scene::{Draft, Located, Scene, wants};
use super::attribute::{reading_span, with_facts};
use crate::rules::{Expected, FactId};
use crate::value::{Value, number};

/// How long such a line may be, in words.
const LONGEST: usize = 8;

/// Drafts the value of a line that says nothing but a time and a value, as what stands above it says of what.
pub(super) fn pair(scene: &Scene<'_>, drafts: &mut Vec<Draft>) {
    let range = &scene.sentence.range;
    let whole = scene.parse.sentences.len() == 1 && range.len() <= LONGEST;
    if scene.context.above.is_empty() || !whole || !scene.sentence.verbs.is_empty() {
        return;
    }
    let is_date = |value: &&Located| matches!(value.reading.value, Value::Date(_));
    let (dates, values): (Vec<&Located>, Vec<&Located>) = scene.values.iter().partition(is_date);
    let ([date], [value]) = (dates.as_slice(), values.as_slice()) else { return };
    let between = date.words.end..value.words.start;
    let parted = between.len() == 1
        && matches!(scene.lower(between.start), ":" | "-" | "–" | "—" | "(" | "|" | "=");
    if date.words.start > range.start + 1 || !parted {
        return;
    }
    for head in &scene.context.above {
        let n_drafts = drafts.len();
        for (subject, span) in with_facts(scene, &head.subjects) {
            for &fact in scene.facts_of(subject) {
                if is_series_of(scene, fact, head) && takes(scene, fact, value) {
                    let stated = Stated::Reading(value.reading.clone());
                    let place = reading_span(scene, fact, value);
                    let draft = scene.draft(fact, place, stated, "line of a year", 0);
                    let times = vec![date.reading.clone()];
                    drafts.push(Draft { subject: Some(span), times, presupposed: true, ..draft });
                }
            }
        }
        if drafts.len() > n_drafts {
            return;
        }
    }
}

/// Whether a head names what a fact says of its subject year by year.
fn is_series_of(scene: &Scene<'_>, fact: FactId, head: &Head) -> bool {
    let changes =
        matches!(scene.fact(fact).expected, Expected::Timeline(_) | Expected::Editions(_));
    let words: Vec<&str> = head.words.iter().map(String::as_str).collect();
    let cues = scene.cues(fact);
    let signals =
        |from: usize| scene.index.cues_at(&words[from..]).iter().any(|hit| cues.contains(&hit.id));
    changes && (scene.is_bare(fact) || (0..words.len()).any(signals))
}

/// A value of the fact's kind; a number may leave out what it counts.
fn takes(scene: &Scene<'_>, fact: FactId, value: &Located) -> bool {
    let expected = &scene.fact(fact).expected;
    let counts = match (expected.number(), &value.reading.value) {
        (Some(expected), Value::Number(stated)) => {
            stated.noun.is_none() && stated.unit.is_none() || number::counts_same(expected, stated)
        }
        _ => true,
    };
    counts && wants(expected, &value.reading.value)
}
