//! Ordinals: "the fifth X", "its fifth edition", "for the fifth time".

use super::super::claim::Stated;
use super::super::parse::Tag;
use super::super::scene::{Draft, Located, Scene, wants};
use super::edition::edition;
use crate::lexicon;
use crate::rules::expected::Column;
use crate::rules::{Expected, FactId, FactSubject};
use crate::value::Value;

/// Nouns that carry an ordinal for a series: "the fifth edition of X".
pub(super) const SERIES: &[&str] = &[
    "edition",
    "round",
    "session",
    "meeting",
    "instalment",
    "installment",
    "season",
    "issue",
    "time",
    "iteration",
    "staging",
    "summit",
    "anniversary",
];

/// Drafts claims on `ordinal` and `editions` facts.
pub(super) fn pair(scene: &Scene<'_>, drafts: &mut Vec<Draft>) {
    for mention in 0..scene.mentions.len() {
        // "the Third Partition of X": the capital makes no other name of one of a series.
        let start = scene.mentions[mention].words.start;
        let counted = || ordinals(scene).any(|value| value.words.end == start);
        let longer = scene.settings[mention].longer;
        if longer && !counted() {
            continue;
        }
        for &fact in scene.facts_of(scene.mentions[mention].subject) {
            match &scene.fact(fact).expected {
                Expected::Ordinal(_) if !longer => {
                    if let Some(value) = ordinal_of(scene, fact, mention) {
                        push(scene, fact, value, mention, drafts);
                    }
                }
                Expected::Editions(rows) => {
                    let columns: Vec<&Column> = rows.iter().flat_map(|row| &row.columns).collect();
                    edition(scene, fact, &columns, mention, drafts);
                }
                _ => {}
            }
        }
    }
    joint(scene, drafts);
}

fn push(scene: &Scene<'_>, fact: FactId, value: &Located, mention: usize, drafts: &mut Vec<Draft>) {
    let clause = scene.sentence.clause_of(value.words.start);
    let stated = Stated::Reading(value.reading.clone());
    let draft = scene.draft(fact, value.reading.span, stated, "ordinal", clause);
    drafts.push(Draft { subject: Some(scene.source(scene.mentions[mention].span)), ..draft });
}

pub(super) fn ordinals<'s>(scene: &'s Scene<'_>) -> impl Iterator<Item = &'s Located> {
    scene.values.iter().filter(|value| matches!(value.reading.value, Value::Ordinal(_)))
}

/// The ordinal that counts a mention: right before it, or before a noun of the series.
pub(super) fn ordinal_of<'s>(
    scene: &'s Scene<'_>,
    fact: FactId,
    mention: usize,
) -> Option<&'s Located> {
    let words = &scene.mentions[mention].words;
    let setting = &scene.settings[mention];
    ordinals(scene).find(|value| {
        let end = value.words.end;
        let itself = words.start < value.words.start && end <= words.end;
        if itself
            || ranks(scene, fact, value, mention)
            || ranked(scene, fact, value, mention)
            || is_nth(scene, fact, value, mention)
        {
            return true;
        }
        // "the delegates' second X", "their second X"
        let whose = value.words.start.wrapping_sub(1);
        let theirs = scene.tag(whose) == Some(Tag::Possessive)
            || matches!(
                scene.lower(whose),
                "their" | "his" | "her" | "our" | "my" | "your" | "'" | "’"
            );
        let direct = !theirs
            && end <= words.start
            && words.start <= end + 3
            && (end..words.start).all(|at| {
                scene.tag(at).is_some_and(Tag::is_nominal)
                    || super::super::token::is_quote(scene.parse, at)
                    || scene.lower(at) == "-"
            });
        // "X's third highest peak" is no rank of X.
        let of_its_own = scene.lower(end).ends_with("est");
        let modified = !of_its_own
            && setting.modifies.is_some_and(|noun| end <= noun && value.words.start >= words.end);
        direct && setting.modifies.is_none_or(|noun| SERIES.contains(&scene.lower(noun)))
            || series_noun(scene, fact, end).is_some_and(|noun| {
                modified
                    || setting
                        .preposition
                        .is_some_and(|at| at == noun + 1 && scene.lower(at) == "of")
                    || scene.lower(noun) == "time"
                        && scene.subjects_of(scene.sentence.clause_of(noun)).contains(&mention)
            })
    })
}

/// "X, the second highest mountain", "X is the fourth largest bank": a rank said of the mention.
fn ranks(scene: &Scene<'_>, fact: FactId, value: &Located, mention: usize) -> bool {
    let at = value.words.start;
    if series_noun(scene, fact, value.words.end).is_none() || scene.is_bare(fact) {
        return false;
    }
    let determined = matches!(scene.lower(at.wrapping_sub(1)), "the" | "'s" | "’s" | "its");
    let apposed = determined
        && scene.lower(at.wrapping_sub(2)) == ","
        && scene.antecedents(at - 1).contains(&mention)
        || determined
            && scene.lower(at.wrapping_sub(2)) == ","
            && scene.antecedents(at - 2).contains(&mention);
    let clause = scene.sentence.clause_of(at);
    let copula = scene.sentence.clauses[clause].verb.is_some_and(|verb| {
        let verb = &scene.sentence.verbs[verb];
        verb.range.end <= at && lexicon::is_be_form(scene.lower(verb.head))
    });
    // "It was shorter than the fifth X": of the X, not of what is likened to it.
    let named = || {
        let counted = value.words.end..value.words.end + 2;
        scene.mentions.iter().any(|other| counted.contains(&other.words.start))
    };
    apposed || determined && copula && !named() && scene.subjects_of(clause).contains(&mention)
}

/// "The X of 16 March 2025 was the 43rd.": which of the series it was.
fn is_nth(scene: &Scene<'_>, fact: FactId, value: &Located, mention: usize) -> bool {
    let the = value.words.start.wrapping_sub(1);
    let clause = scene.sentence.clause_of(value.words.start);
    let is = scene.sentence.clauses[clause].verb.is_some_and(|verb| {
        let verb = &scene.sentence.verbs[verb];
        verb.range.end == the && lexicon::is_be_form(scene.lower(verb.head))
    });
    let series = matches!(scene.fact(fact).expected, Expected::Editions(_));
    series
        && is
        && scene.lower(the) == "the"
        && matches!(scene.lower(value.words.end), "." | "," | ";" | "")
        && scene.subjects_of(clause).contains(&mention)
}

/// "X ranks 142nd", "X is ranked the third": right after the fact's own verb.
fn ranked(scene: &Scene<'_>, fact: FactId, value: &Located, mention: usize) -> bool {
    let at = value.words.start;
    let before = at - usize::from(scene.lower(at.wrapping_sub(1)) == "the");
    scene.events.iter().any(|event| {
        event.verb.is_some()
            && event.words.end == before
            && event.signals(scene.cues(fact))
            && scene.subjects_of(event.clause).contains(&mention)
    })
}

/// The noun an ordinal counts: of a series, or one that a cue of the fact names.
fn series_noun(scene: &Scene<'_>, fact: FactId, start: usize) -> Option<usize> {
    (start..start + 3).find(|&at| {
        SERIES.contains(&scene.lower(at))
            || scene.events.iter().any(|event| {
                event.is_nominal() && event.words.contains(&at) && event.signals(scene.cues(fact))
            })
    })
}

/// "Austin's first call with Singh": every subject in the sentence, the ordinal before the cue.
fn joint(scene: &Scene<'_>, drafts: &mut Vec<Draft>) {
    for id in scene.joint() {
        let fact = scene.fact(id);
        let (FactSubject::All(subjects), Expected::Ordinal(_)) = (&fact.subject, &fact.expected)
        else {
            continue;
        };
        let named = |s| {
            scene
                .mentions
                .iter()
                .enumerate()
                .position(|(i, m)| m.subject == s && !scene.settings[i].longer)
        };
        let all: Option<Vec<usize>> = subjects.iter().map(|&s| named(s)).collect();
        let Some(&first) = all.as_deref().and_then(<[usize]>::first) else { continue };
        for value in ordinals(scene) {
            if wants(&fact.expected, &value.reading.value)
                && series_noun(scene, id, value.words.end).is_some()
            {
                push(scene, id, value, first, drafts);
            }
        }
    }
}
