//! Ranks told by a number: "X was number eighteen", "peaked at No. 23", "reaching # 23", "the number-one X".
//!
//! A chart, a list or a country has a rank of its own, so most are heard only when they agree.

use std::ops::Range;

use super::super::claim::{Doubt, Stated};
use super::super::scene::{Draft, Located, Scene};
use super::{rank, rank_noun};
use crate::lexicon;
use crate::rules::{Expected, FactId, FactSubject, SubjectId};
use crate::source::Span;
use crate::value::numeral::parse_amount;
use crate::value::ordinal::Ordinal;
use crate::value::{Comparator, Reading, Value};

/// Drafts a claim for every numbered rank beside a subject with an ordinal to check.
pub(super) fn pair(scene: &Scene<'_>, drafts: &mut Vec<Draft>) {
    let facts = facts(scene);
    if facts.is_empty() {
        return;
    }
    for at in scene.sentence.range.clone() {
        if !matches!(scene.lower(at), "number" | "no" | "#" | "nr") {
            continue;
        }
        let Some(rank) = numbered(scene, at) else { continue };
        for &(fact, mention) in &facts {
            if let Some(doubt) = link(scene, fact, mention, &rank) {
                push(scene, fact, mention, &rank, doubt, drafts);
            }
        }
    }
}

/// The ordinal facts of what the sentence names, each with the mention it is about.
fn facts(scene: &Scene<'_>) -> Vec<(FactId, usize)> {
    let is_rank = |&fact: &FactId| matches!(scene.fact(fact).expected, Expected::Ordinal(_));
    let mut found: Vec<(FactId, usize)> = Vec::new();
    for (at, mention) in scene.mentions.iter().enumerate() {
        if !scene.settings[at].longer {
            let own = scene.facts_of(mention.subject).iter().copied().filter(is_rank);
            found.extend(own.map(|fact| (fact, at)));
        }
    }
    let named = |subject: SubjectId| scene.mentions.iter().position(|it| it.subject == subject);
    for fact in scene.joint().into_iter().filter(is_rank) {
        let FactSubject::All(subjects) = &scene.fact(fact).subject else { continue };
        let all: Option<Vec<usize>> = subjects.iter().map(|&subject| named(subject)).collect();
        found.extend(all.and_then(|all| all.first().map(|&first| (fact, first))));
    }
    found
}

/// The rank whose sign stands at a word: "number eighteen", "No. 1", "#23", "number-one".
fn numbered(scene: &Scene<'_>, at: usize) -> Option<Located> {
    const MOST: f64 = 100_000.0;
    let mark = matches!(scene.lower(at + 1), "." | "-" | "‑");
    let start = at + 1 + usize::from(mark);
    let amount = |words: &Range<usize>| {
        let span = scene.span(words);
        let amount = parse_amount(&scene.parse.text[span.range()])?;
        let whole = amount.low == amount.high && amount.low.fract() == 0.0;
        (whole && (1.0..MOST).contains(&amount.low)).then_some(amount.low)
    };
    // "no one" and "a number of" are no ranks.
    let in_words = scene.parse.words.get(start)?.is_letters();
    if in_words && scene.lower(at) != "number" || scene.lower(at) == "no" && !mark {
        return None;
    }
    let until = |n_words: usize| start..start + n_words;
    let fits = |words: &Range<usize>| words.end <= scene.sentence.range.end;
    let longest = if in_words { 3 } else { 1 };
    let words = [longest, 1].map(until).into_iter().find(|it| fits(it) && amount(it).is_some())?;
    let rank = amount(&words)? as u64;
    let reading = Reading {
        span: scene.span(&words),
        value: Value::Ordinal(Ordinal { rank }),
        comparator: Comparator::Exactly,
        pattern: "numbered",
    };
    Some(Located { reading, words: at..words.end })
}

/// Whether a rank is a subject's, and how sure that is.
fn link(
    scene: &Scene<'_>,
    fact: FactId,
    mention: usize,
    located: &Located,
) -> Option<Option<Doubt>> {
    if scene.is_bare(fact) {
        return None;
    }
    let start = located.words.start;
    if rank_noun::noun(scene, fact, located.words.end).is_some() {
        // "the country's number two" may be another rank than the world's.
        let of_place = scene.lower(start.wrapping_sub(1)) != "the";
        let ranked = rank::rank(scene, fact, located).and_then(|it| it.of(scene, mention));
        return ranked.map(|doubt| doubt.or(of_place.then_some(Doubt::Loose)));
    }
    let clause = scene.sentence.clause_of(start);
    let is_numbered = scene.fact(fact).predicate.cues.iter().any(|cue| cue == "number");
    let directly = scene.sentence.clauses[clause].verb.is_some_and(|verb| {
        let verb = &scene.sentence.verbs[verb];
        verb.range.end == start && lexicon::is_be_form(scene.lower(verb.head))
    });
    if is_numbered && directly {
        return scene.subjects_of(clause).contains(&mention).then_some(None);
    }
    // "peaked at No. 23", "ranked the world's No. 6"
    let small = |at: usize| matches!(scene.lower(at), "at" | "to" | "the" | "as" | "in" | "a");
    let told = scene.events.iter().any(|event| {
        event.signals(scene.cues(fact))
            && event.words.end <= start
            && (event.words.end..start).all(small)
    });
    told.then_some(Some(Doubt::Loose))
}

fn push(
    scene: &Scene<'_>,
    fact: FactId,
    mention: usize,
    rank: &Located,
    doubt: Option<Doubt>,
    drafts: &mut Vec<Draft>,
) {
    let span: Span = scene.source(rank.reading.span);
    if drafts.iter().any(|draft| draft.fact == fact && draft.slots.iter().any(|it| it.1 == span)) {
        return;
    }
    let clause = scene.sentence.clause_of(rank.words.start);
    let stated = Stated::Reading(rank.reading.clone());
    let draft = scene.draft(fact, rank.reading.span, stated, "numbered rank", clause);
    let subject = Some(scene.source(scene.mentions[mention].span));
    drafts.push(Draft { subject, doubt, ..draft });
}
