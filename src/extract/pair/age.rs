//! Ages: "died at the age of 37", "aged 37", "his 16-year-old daughter X", "X, 53,": how long somebody has lived.
//!
//! A fact states one as a length of time with a cue for it ("aged", "died at the age of").
//!
//! It must not know whether an age is right.

use super::super::claim::{Doubt, Stated};
use super::super::mention::{Mention, MentionKind};
use super::super::parse::Tag;
use super::super::scene::{Draft, Located, Scene};
use crate::rules::{Expected, FactId};
use crate::value::duration::{Duration, Length};
use crate::value::{Reading, Value};

/// Nobody is older.
const OLDEST: f64 = 125.0;

/// Where an age stands, and how sure it is of whom it is said.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    /// "aged 37", "at the age of 37"
    Said,
    /// "16-year-old", "16 years old", "16 years of age"
    Old,
    /// ", 53,"
    Apposed,
}

/// Drafts a claim for every age of somebody whose age a fact states.
pub(super) fn pair(scene: &Scene<'_>, drafts: &mut Vec<Draft>) {
    let is_asked =
        |mention: &Mention| scene.facts_of(mention.subject).iter().any(|&fact| is_age(scene, fact));
    if !scene.mentions.iter().any(is_asked) {
        return;
    }
    for value in &scene.values {
        let Some((shape, age)) = age(scene, value) else { continue };
        let (mentions, is_direct) = owners(scene, value, shape);
        for mention in mentions {
            let it = &scene.mentions[mention];
            for &fact in scene.facts_of(it.subject).iter().filter(|&&fact| is_age(scene, fact)) {
                push(scene, fact, value, (shape, age, is_direct), mention, drafts);
            }
        }
    }
}

fn push(
    scene: &Scene<'_>,
    fact: FactId,
    value: &Located,
    (shape, age, is_direct): (Shape, Duration, bool),
    mention: usize,
    drafts: &mut Vec<Draft>,
) {
    let span = scene.source(value.reading.span);
    if drafts.iter().any(|draft| draft.fact == fact && draft.slots.iter().any(|it| it.1 == span)) {
        return;
    }
    let clause = scene.sentence.clause_of(value.words.start);
    let here = || scene.sentence.range.clone().map(|at| scene.lower(at));
    let is_dead = here().any(is_death);
    let of_death = scene.fact(fact).predicate.cues.iter().any(|cue| cue.split(' ').any(is_death));
    let dated = scene.values.iter().any(|it| matches!(it.reading.value, Value::Date(_)));
    // People are of many ages in their lives, and die at one.
    let sure = match of_death {
        true => is_dead && shape == Shape::Said,
        false => !is_dead && !dated && is_direct && !here().any(is_then),
    };
    if of_death && !is_dead {
        return;
    }
    let reading = match scene.fact(fact).expected {
        Expected::Duration(_) => Reading { value: Value::Duration(age), ..value.reading.clone() },
        _ => value.reading.clone(),
    };
    drafts.push(Draft {
        subject: Some(scene.source(scene.mentions[mention].span)),
        doubt: (!sure).then_some(Doubt::Loose),
        presupposed: shape != Shape::Said,
        ..scene.draft(fact, value.reading.span, Stated::Reading(reading), "age", clause)
    });
}

/// Words that tell of an age of another time: "was 15 when she left".
fn is_then(word: &str) -> bool {
    matches!(word, "when" | "then" | "while" | "since" | "before" | "after" | "once" | "until")
}

fn is_death(word: &str) -> bool {
    matches!(word, "die" | "dies" | "died" | "dead" | "death" | "killed" | "dying")
}

/// Whether a fact is about somebody's age.
fn is_age(scene: &Scene<'_>, fact: FactId) -> bool {
    let fact = scene.fact(fact);
    let is_word = |word: &str| matches!(word, "age" | "aged" | "ages" | "old" | "years-old");
    // "age: 53" is written as a number too.
    let bare = || fact.expected.number().is_some_and(|number| number.unit.is_none());
    (matches!(fact.expected, Expected::Duration(_)) || bare())
        && fact.predicate.cues.iter().any(|cue| cue.split([' ', '-']).any(is_word))
}

/// The length of life that a number says.
fn age(scene: &Scene<'_>, value: &Located) -> Option<(Shape, Duration)> {
    let Value::Number(number) = &value.reading.value else { return None };
    let (start, end) = (value.words.start, value.words.end);
    let before = |n: usize| scene.lower(start.wrapping_sub(n));
    if let Some(unit) = number.unit {
        let hyphen = usize::from(matches!(scene.lower(end), "-" | "‑" | "–"));
        let old = matches!(scene.lower(end + hyphen), "old" | "olds")
            || (scene.lower(end), scene.lower(end + 1)) == ("of", "age");
        let low = Length::of(number.amount.low, unit.symbol)?;
        let high = Length::of(number.amount.high, unit.symbol)?;
        let granularity = number.amount.granularity * unit.factor;
        return old.then_some((Shape::Old, Duration { low, high, granularity }));
    }
    if number.noun.is_some() || number.amount.low < 1.0 || number.amount.high > OLDEST {
        return None;
    }
    let said = matches!(before(1), "aged" | "age") || before(1) == "of" && before(2) == "age";
    let apposed = before(1) == "," && matches!(scene.lower(end), "," | "." | ")" | ";");
    let shape = match (said, apposed) {
        (true, _) => Shape::Said,
        (_, true) => Shape::Apposed,
        _ => return None,
    };
    let years = |amount: f64| Length::of(amount, "year");
    let (low, high) = (years(number.amount.low)?, years(number.amount.high)?);
    Some((shape, Duration { low, high, granularity: years(1.0)?.in_seconds() }))
}

/// The mentions whose age a value is, and whether it stands with their name.
fn owners(scene: &Scene<'_>, value: &Located, shape: Shape) -> (Vec<usize>, bool) {
    const NEAR: usize = 5;
    let (start, end) = (value.words.start, value.words.end);
    let find = |fits: &dyn Fn(&Mention) -> bool| -> Vec<usize> {
        (0..scene.mentions.len())
            .filter(|&at| fits(&scene.mentions[at]) && !scene.settings[at].longer)
            .collect()
    };
    // "X, 53,", "X, aged 53,"
    let comma = (start.saturating_sub(4)..start).rfind(|&at| scene.lower(at) == ",");
    if let Some(comma) = comma.filter(|&comma| shape == Shape::Apposed || comma + 3 > start) {
        let apposed = find(&|it| it.words.end == comma && it.kind == MentionKind::Name);
        if !apposed.is_empty() || shape == Shape::Apposed {
            return (apposed, shape == Shape::Apposed);
        }
    }
    if shape == Shape::Old {
        // "his 16-year-old daughter X"
        let led = find(&|it| {
            let between = end..it.words.start;
            it.kind == MentionKind::Name
                && it.words.start > end
                && between.len() <= NEAR
                && between.clone().all(|at| {
                    matches!(scene.lower(at), "-" | "old" | ",")
                        || scene.tag(at).is_some_and(Tag::is_nominal)
                })
        });
        if !led.is_empty() {
            return (led, true);
        }
    }
    let clause = scene.sentence.clause_of(start);
    let said = scene.sentence.clauses[clause]
        .verb
        .is_some_and(|verb| scene.sentence.verbs[verb].range.end <= start);
    (if said { scene.subjects_of(clause) } else { Vec::new() }, false)
}
