//! Ordinals: "the fifth X", "its fifth edition", "for the fifth time".

use super::super::claim::{Doubt, Stated};
use super::super::mention::MentionKind;
use super::super::parse::Tag;
use super::super::scene::{Draft, Located, Scene, wants};
use super::edition::edition;
use super::rank::{Rank, rank};
use super::rank_noun::noun;
use crate::lexicon;
use crate::rules::expected::Column;
use crate::rules::{Expected, FactId, FactSubject};
use crate::text::Word;
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
                    if let Some((value, doubt)) = ordinal_of(scene, fact, mention) {
                        push(scene, fact, value, mention, doubt, drafts);
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

fn push(
    scene: &Scene<'_>,
    fact: FactId,
    value: &Located,
    mention: usize,
    doubt: Option<Doubt>,
    drafts: &mut Vec<Draft>,
) {
    let clause = scene.sentence.clause_of(value.words.start);
    let stated = Stated::Reading(value.reading.clone());
    let draft = scene.draft(fact, value.reading.span, stated, "ordinal", clause);
    drafts.push(Draft {
        subject: Some(scene.source(scene.mentions[mention].span)),
        doubt,
        ..draft
    });
}

pub(super) fn ordinals<'s>(scene: &'s Scene<'_>) -> impl Iterator<Item = &'s Located> {
    scene
        .values
        .iter()
        .filter(|value| matches!(value.reading.value, Value::Ordinal(_)))
        .filter(|value| !is_of_compound(scene, value))
}

/// "Rovers' first-round choice": of the round; but "the fourth-largest".
fn is_of_compound(scene: &Scene<'_>, value: &Located) -> bool {
    let hyphen = value.words.end;
    let words = &scene.parse.words;
    let ranked = |lower: &str| lower.ends_with("est") || lower == "most";
    let compound = |next: &Word<'_>| {
        next.is_letters() && next.span.start == words[hyphen].span.end && !ranked(&next.lower)
    };
    scene.lower(hyphen) == "-" && words.get(hyphen + 1).is_some_and(compound)
}

/// The ordinal that counts a mention, and how sure that is: right before it, before a noun of the series, or with a
/// noun that the fact asks for.
pub(super) fn ordinal_of<'s>(
    scene: &'s Scene<'_>,
    fact: FactId,
    mention: usize,
) -> Option<(&'s Located, Option<Doubt>)> {
    let mut unsure = None;
    for value in ordinals(scene) {
        let ranked_as = || rank(scene, fact, value).and_then(|it: Rank| it.of(scene, mention));
        if counts(scene, fact, value, mention) {
            return Some((value, None));
        }
        match ranked_as() {
            Some(None) => return Some((value, None)),
            Some(doubt) => unsure = unsure.or(Some((value, doubt))),
            None => {}
        }
    }
    unsure
}

/// Whether an ordinal counts a mention, or what a mention owns of a series.
fn counts(scene: &Scene<'_>, fact: FactId, value: &Located, mention: usize) -> bool {
    let words = &scene.mentions[mention].words;
    let setting = &scene.settings[mention];
    let end = value.words.end;
    let itself = words.start < value.words.start && end <= words.end;
    if itself && is_called(scene, fact, mention, end)
        || ranked(scene, fact, value, mention)
        || is_nth(scene, fact, value, mention)
    {
        return true;
    }
    // "X's third highest peak" is no rank of X.
    let of_its_own = scene.lower(end).ends_with("est");
    let modified = !of_its_own
        && setting.modifies.is_some_and(|noun| end <= noun && value.words.start >= words.end);
    is_right_before(scene, fact, value, mention)
        && setting.modifies.is_none_or(|noun| SERIES.contains(&scene.lower(noun)))
        || noun(scene, fact, end).map(|noun| noun.end - 1).is_some_and(|noun| {
            modified
                || setting.preposition.is_some_and(|at| at == noun + 1 && scene.lower(at) == "of")
                || scene.lower(noun) == "time"
                    && scene.subjects_of(scene.sentence.clause_of(noun)).contains(&mention)
        })
}

/// Whether an ordinal with what a mention is called by counts for a fact: "the fifth X" does, but "the sixteenth
/// episode" says nothing of a place among the highest rated.
fn is_called(scene: &Scene<'_>, fact: FactId, mention: usize, end: usize) -> bool {
    let words = &scene.mentions[mention].words;
    scene.mentions[mention].kind == MentionKind::Name
        || scene.is_bare(fact)
        || matches!(scene.fact(fact).expected, Expected::Editions(_))
        || noun(scene, fact, end).is_some_and(|noun| words.contains(&noun.start))
}

/// "the fifth X", but "the delegates' second X", "their second X" are some of theirs.
fn is_right_before(scene: &Scene<'_>, fact: FactId, value: &Located, mention: usize) -> bool {
    let words = &scene.mentions[mention].words;
    let whose = value.words.start.wrapping_sub(1);
    let theirs = scene.tag(whose) == Some(Tag::Possessive)
        || matches!(
            scene.lower(whose),
            "their" | "his" | "her" | "our" | "my" | "your" | "'" | "’"
        );
    let end = value.words.end;
    !theirs
        && is_called(scene, fact, mention, end)
        && end <= words.start
        && words.start <= end + 3
        && (end..words.start).all(|at| {
            scene.tag(at).is_some_and(Tag::is_nominal)
                || super::super::token::is_quote(scene.parse, at)
                || scene.lower(at) == "-"
        })
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
                && noun(scene, id, value.words.end).is_some()
            {
                push(scene, id, value, first, None, drafts);
            }
        }
    }
}
