//! Quantities before the name they are said of: "the 828-metre X", "the $5 X", "At 828 m, X is".
//!
//! It must not know whether the quantity is right.

use std::ops::Range;

use super::super::mention::MentionKind;
use super::super::parse::Tag;
use super::super::scene::{Located, Scene};
use super::measure_frame::{fronted_of_other, fronted_with};
use super::measure_shape::{counts_for, same_dimension};
use crate::lexicon::{self, Form};
use crate::rules::{Expected, FactId, FactSubject};
use crate::value::Value;

/// "the 828-metre X": the unit's dimension is the measure's, or the noun is the cue.
pub(super) fn premodifies(scene: &Scene<'_>, fact: FactId, value: usize, mention: usize) -> bool {
    let located = &scene.values[value];
    let setting = &scene.settings[mention];
    let start = scene.mentions[mention].words.start;
    let end = located.words.end;
    let near = start >= end
        && start <= end + 4
        && (end..start)
            .all(|at| scene.tag(at).is_some_and(Tag::is_nominal) || scene.lower(at) == "-");
    // "Microbes found in the 11.4-km X live": what looks like a noun is the verb.
    let alone = setting.modifies.is_none_or(|noun| {
        noun == setting.end && lexicon::verb_forms(scene.lower(noun)).contains(Form::Base)
    });
    near && !setting.longer && alone && suits(scene, fact, located, start)
}

/// "the 14.2-kilometre bypass", "The £186 million road": inside the words that refer to the subject.
pub(super) fn in_definite(scene: &Scene<'_>, fact: FactId, value: usize, mention: usize) -> bool {
    let located = &scene.values[value];
    let mention = &scene.mentions[mention];
    // "the 30-kilometre link to Ostrey"
    let next = scene.lower(mention.words.end);
    let another = matches!(next, "to" | "from" | "between" | "of" | "near" | "with" | "at");
    mention.kind == MentionKind::Definite
        && located.words.start == mention.words.start + 1
        && located.words.end < mention.words.end
        && !another
        && suits(scene, fact, located, mention.words.end)
}

/// Whether a quantity before a noun phrase that ends at a word is of the fact's kind, or its noun the fact's cue.
fn suits(scene: &Scene<'_>, fact: FactId, located: &Located, noun_end: usize) -> bool {
    let last = located.words.end.saturating_sub(1);
    same_dimension(scene, fact, located)
        || counts_for(scene, fact, located)
        || only_price(scene, fact, located)
        || cue_in(scene, fact, last..noun_end)
}

/// "the $5 X": the subject's one amount of money, and it is what the thing costs.
pub(super) fn only_price(scene: &Scene<'_>, fact: FactId, value: &Located) -> bool {
    let money = |id: FactId| matches!(scene.fact(id).expected, Expected::Money(_));
    let one = match scene.fact(fact).subject {
        FactSubject::One(subject) => {
            scene.facts_of(subject).iter().filter(|&&id| money(id)).count() == 1
        }
        _ => false,
    };
    // "the £40,000 X", where the fact is what X is worth.
    let worth = |cue: &String| {
        matches!(
            cue.as_str(),
            "worth"
                | "prize money"
                | "purse"
                | "prize"
                | "value"
                | "price"
                | "award"
                | "prize fund"
                | "budget"
        )
    };
    let predicate = &scene.fact(fact).predicate;
    one && matches!(value.reading.value, Value::Money(_))
        && (predicate.builtin.contains(&"cost") || predicate.cues.iter().any(worth))
}

/// "At 828 m, X is ...": the dimension is the fact's own.
pub(super) fn fronted_measure(
    scene: &Scene<'_>,
    fact: FactId,
    value: usize,
    mention: usize,
) -> bool {
    let located = &scene.values[value];
    let clause = scene.sentence.clause_of(located.words.start);
    // "At 127 minutes, X asks for patience"
    let lasts = matches!(scene.fact(fact).expected, Expected::Duration(_))
        && matches!(located.reading.value, Value::Duration(_));
    // "At 68 hours and 58 minutes, X went behind the moon": how long after the start.
    let joined = located.words.clone().any(|at| scene.lower(at) == "and");
    if lasts && joined {
        return false;
    }
    // "At 336 metres long, X cannot turn": whatever X does.
    let end = located.words.end;
    let told = matches!(scene.lower(end), "long" | "high" | "tall" | "wide" | "deep");
    scene.lower(scene.sentence.range.start) == "at"
        && (lasts || told || !fronted_of_other(scene, located))
        && fronted_with(scene, clause, located, mention)
        && (lasts || same_dimension(scene, fact, located) || only_price(scene, fact, located))
}

fn cue_in(scene: &Scene<'_>, fact: FactId, words: Range<usize>) -> bool {
    scene
        .events
        .iter()
        .any(|event| event.signals(scene.cues(fact)) && words.contains(&event.words.start))
}
