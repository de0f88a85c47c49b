//! Amounts that were meant to be, that changed, or that were paid once.
//!
//! It must not know whether they agree with their facts.

use super::super::scene::{Draft, Scene};
use crate::lexicon;
use crate::rules::Expected;
use crate::value::Value;
use crate::value::number::{self, ExpectedUnit};

/// What a thing was bought for, which is said with the year it was bought in.
pub(super) fn is_of_deal(scene: &Scene<'_>, draft: &Draft) -> bool {
    let fact = scene.fact(draft.fact);
    matches!(fact.expected, Expected::Money(_)) && fact.predicate.builtin.contains(&"acquired")
}

/// "69 per cent, down from 87.4 per cent", "69 per cent after two years": not what it was before.
pub(super) fn is_after_change(scene: &Scene<'_>, draft: &Draft, value: usize) -> bool {
    if matches!(scene.fact(draft.fact).expected, Expected::Timeline(_)) {
        return false;
    }
    let Some(located) = scene.value_at(value) else { return false };
    let end = located.words.end;
    let came = |at: usize| {
        matches!(scene.lower(at), "down" | "up" | "off") && scene.lower(at + 1) == "from"
    };
    let after = scene.lower(end) == "after"
        && scene.value_at(end + 1).is_some_and(|it| matches!(it.reading.value, Value::Duration(_)));
    after || (end..end + 8).any(came)
}

/// "had a budget of £60 million", "the first estimate was £62 million", of a fact about what it cost: what it
/// was meant to.
pub(super) fn is_budget(scene: &Scene<'_>, draft: &Draft, value: usize) -> bool {
    const REACH: usize = 5;
    let predicate = &scene.fact(draft.fact).predicate;
    if !predicate.builtin.contains(&"cost") {
        return false;
    }
    let own = |stem: &str| predicate.cues.iter().any(|cue| cue.starts_with(stem));
    let start = scene.sentence.range.start;
    let near = value.saturating_sub(REACH).max(start)..value;
    let budget = near.clone().any(|at| scene.lower(at).starts_with("budget")) && !own("budget");
    let clause = scene.sentence.clause_of(value);
    let guessed = |at: usize| {
        scene.sentence.clause_of(at) == clause
            && (matches!(scene.lower(at), "estimate" | "estimates" | "quote" | "tender" | "bid")
                || is_first_price(scene, at))
    };
    budget || !own("estimate") && (start..value).any(guessed)
}

/// "the original price tag", "its first cost": another was to follow.
fn is_first_price(scene: &Scene<'_>, at: usize) -> bool {
    let first = matches!(
        scene.lower(at),
        "first" | "original" | "initial" | "early" | "earlier" | "earliest" | "preliminary"
    );
    let price = |at: usize| {
        matches!(
            scene.lower(at),
            "price" | "cost" | "costing" | "figure" | "bill" | "budget" | "tag"
        )
    };
    first && (at + 1..at + 3).any(price)
}

/// "a profit of €40 million before tax": another profit than that of the fact, unless its own words say so.
pub(super) fn is_before_tax(scene: &Scene<'_>, draft: &Draft, value: usize) -> bool {
    let Some(located) = scene.value_at(value) else { return false };
    let end = located.words.end;
    let told = matches!(scene.lower(end), "before" | "after" | "excluding")
        && matches!(
            scene.lower(end + 1),
            "tax" | "taxes" | "interest" | "items" | "exceptional" | "one" | "dividends" | "costs"
        );
    let cues = &scene.fact(draft.fact).predicate.cues;
    // "a profit of €4 million on the ship"
    let deal = scene.lower(end) == "on"
        && matches!(scene.lower(end + 1), "the" | "its" | "a" | "each" | "every")
        && cues.iter().any(|cue| cue.contains("profit") || cue.contains("loss"));
    deal || told && !cues.iter().any(|cue| cue.contains(scene.lower(end)))
}

/// "was widened at a cost of £2 million", "was sold for £1", "dropped to 90 km/h": not what it cost to make, nor how fast it
/// was at most.
pub(super) fn is_of_other_deed(scene: &Scene<'_>, draft: &Draft, value: usize) -> bool {
    const DEALING: &[&str] = &["sell", "insure", "auction"];
    const MENDING: &[&str] = &[
        "widen",
        "repair",
        "restore",
        "refurbish",
        "renovate",
        "extend",
        "repaint",
        "strengthen",
        "upgrade",
        "enlarge",
        "modernise",
        "modernize",
        "overhaul",
        "clean",
        "maintain",
    ];
    const SINKING: &[&str] = &[
        "drop", "fall", "weaken", "ease", "slow", "dip", "decline", "slip", "subside", "decrease",
    ];
    let clause = scene.sentence.clause_of(value);
    let Some(verb) = scene.sentence.clauses[clause].verb else { return false };
    let verb = &scene.sentence.verbs[verb];
    let does = |verbs: &[&str]| {
        lexicon::is_form_of_any(scene.lower(verb.head), verbs)
            && !scene.is_cue(draft.fact, verb.head)
    };
    let fact = scene.fact(draft.fact);
    let cost = fact.predicate.builtin.contains(&"cost") && (does(DEALING) || does(MENDING));
    let measured = |it: &number::Expected| matches!(it.unit, Some(ExpectedUnit::Measure(_)));
    let sunk = fact.expected.number().is_some_and(measured)
        && scene.lower(verb.range.end) == "to"
        && does(SINKING);
    verb.range.end <= value && (cost || sunk)
}
