//! Ranks told by a number: "X was number eighteen", "peaked at No. 23", "reaching # 23", "the number-one X".
//!
//! A chart, a list or a country has a rank of its own, so most are heard only when they agree.
//!
//! It must not know whether a rank is right.

use std::ops::Range;

use super::super::claim::{Doubt, Stated};
use super::super::event::Event;
use super::super::mention::Mention;
use super::super::parse::Tag;
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
    let small = |at: usize| {
        matches!(
            scene.lower(at),
            "at" | "to" | "the" | "as" | "in" | "a" | "its" | "of" | "peak" | "position"
        )
    };
    let told = scene.events.iter().any(|event| {
        event.signals(scene.cues(fact))
            && event.words.end <= start
            && (event.words.end..start).all(small)
    });
    let sure = || charted(scene, fact, mention, located);
    if charted_before(scene, fact, mention, located) {
        return Some(None);
    }
    told.then(|| (!sure()).then_some(Doubt::Loose))
}

/// "X peaked at number 23 on the Norland Singles Chart": the clause is about X, its verb is the cue or has it for its
/// object, and the chart is one of the things that the fact is about, or a cue of the fact.
fn charted(scene: &Scene<'_>, fact: FactId, mention: usize, located: &Located) -> bool {
    let start = located.words.start;
    let clause = scene.sentence.clause_of(start);
    let Some(verb) = scene.sentence.clauses[clause].verb else { return false };
    let verb = &scene.sentence.verbs[verb];
    // "peaked at", "reached", "reached a peak of"
    let plain = |at: usize| {
        matches!(scene.lower(at), "at" | "a" | "its" | "of" | "peak" | "peaking" | "position")
    };
    let direct = verb.range.end <= start && (verb.range.end..start).all(plain);
    let on = located.words.end;
    let chart = on + 1 + usize::from(scene.lower(on + 1) == "the");
    let placed = matches!(scene.lower(on), "on" | "in")
        && (is_other_subject(scene, fact, mention, chart) || is_own_cue(scene, fact, chart));
    direct
        && placed
        && !verb.passive
        && !is_again(scene)
        && (is_lasting_peak(scene, verb.head..start) || !is_passing(scene, verb.range.start, on))
        && scene.subjects_of(clause).contains(&mention)
}

/// "X peaked on the Norland Singles Chart at number 23": the chart stands between the cue and the rank.
fn charted_before(scene: &Scene<'_>, fact: FactId, mention: usize, located: &Located) -> bool {
    let at = located.words.start.wrapping_sub(1);
    let clause = scene.sentence.clause_of(located.words.start);
    let Some(verb) = scene.sentence.clauses[clause].verb else { return false };
    let verb = &scene.sentence.verbs[verb];
    let chart = verb.range.end + 1 + usize::from(scene.lower(verb.range.end + 1) == "the");
    let ends = |it: &Mention| {
        it.words.end == at
            || it.words.end + 1 == at && matches!(scene.lower(it.words.end), "chart" | "charts")
    };
    let cue = |event: &Event| event.words.end == verb.range.end && event.signals(scene.cues(fact));
    scene.lower(at) == "at"
        && scene.lower(verb.range.end) == "on"
        && !verb.passive
        && scene.mentions.iter().any(|it| it.words.start == chart && ends(it))
        && is_other_subject(scene, fact, mention, chart)
        && scene.events.iter().any(cue)
        && is_lasting_peak(scene, verb.head..verb.range.end)
        && !is_again(scene)
        && scene.subjects_of(clause).contains(&mention)
}

/// Whether another of the things that a fact is about stands at a word, by nothing but its name: "the Hot 100", no
/// "Hot 100 Airplay".
fn is_other_subject(scene: &Scene<'_>, fact: FactId, mention: usize, at: usize) -> bool {
    let FactSubject::All(subjects) = &scene.fact(fact).subject else { return false };
    let own = scene.mentions[mention].subject;
    scene.mentions.iter().zip(&scene.settings).any(|(it, setting)| {
        it.words.start == at
            && !setting.longer
            && it.subject != own
            && subjects.contains(&it.subject)
            && scene.tag(it.words.end) != Some(Tag::Name)
    })
}

/// Whether a cue of the fact's own begins at a word, and is all that the chart is called.
fn is_own_cue(scene: &Scene<'_>, fact: FactId, at: usize) -> bool {
    let cues = scene.cues(fact);
    let called = |event: &Event| {
        event.words.start == at
            && event.signals(cues)
            && scene.parse.words.get(at).is_some_and(|word| word.is_capitalised())
    };
    scene.events.iter().any(|event| {
        called(event)
            && (scene.tag(event.words.end) != Some(Tag::Name)
                || matches!(scene.lower(event.words.end), "chart" | "charts"))
    })
}

/// "peaked at", "reached a peak of", "debuted at": what a thing does once on a chart.
fn is_lasting_peak(scene: &Scene<'_>, mut said: Range<usize>) -> bool {
    said.any(|at| {
        let lower = scene.lower(at);
        lower.starts_with("peak") || lower.starts_with("debut")
    })
}

/// "In its first week it reached number 40", "had reached number 40 by June", "reached number 40 before it rose": not yet its
/// peak.
fn is_passing(scene: &Scene<'_>, verb: usize, rank: usize) -> bool {
    let end = scene.sentence.range.end;
    let later = |at: usize| {
        matches!(
            scene.lower(at),
            "by" | "before" | "until" | "after" | "within" | "its" | "then" | "later" | "finally"
        )
    };
    lexicon::is_have_form(scene.lower(verb))
        || (rank..end).any(later)
        || scene.sentence.range.clone().any(|at| matches!(scene.lower(at), "week" | "weeks"))
}

/// "When it was re-released, it peaked at number 4": a thing may have been on a chart more than once.
fn is_again(scene: &Scene<'_>) -> bool {
    scene.sentence.range.clone().any(|at| {
        let lower = scene.lower(at);
        lower == "again"
            || lower == "re"
            || ["reissu", "rereleas", "reent", "re-", "remix", "cover"]
                .iter()
                .any(|stem| lower.starts_with(stem))
    })
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
