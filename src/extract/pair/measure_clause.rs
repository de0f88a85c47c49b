//! Quantities that the clause itself says: "X is 828 m", "13.8% of adults in X smoke".

use super::super::parse::Tag;
use super::super::scene::{Located, Scene};
use super::measure_link::same_dimension;
use crate::lexicon;
use crate::rules::{Expected, FactId, FactSubject};

/// "X is 828 m": a copula, and the dimension is the fact's own.
pub(super) fn equated(scene: &Scene<'_>, fact: FactId, value: usize, mention: usize) -> bool {
    let located = &scene.values[value];
    let at = located.words.start;
    let clause = scene.sentence.clause_of(at);
    let copula = scene.sentence.clauses[clause].verb.is_some_and(|verb| {
        let verb = &scene.sentence.verbs[verb];
        lexicon::is_be_form(scene.lower(verb.head))
            && verb.range.end <= at
            && (verb.range.end..at).all(|i| matches!(scene.tag(i), Some(Tag::Adverb | Tag::Noun)))
    });
    let ends = matches!(
        scene.lower(located.words.end),
        "," | "." | ";" | ")" | "and" | "but" | "long" | ""
    );
    copula
        && ends
        && (same_dimension(scene, fact, located)
            || names_cue(scene, fact, mention)
            || lasts(scene, fact, located))
        && scene.subjects_of(clause).contains(&mention)
}

/// "The film is 175 minutes long": the subject's one duration.
fn lasts(scene: &Scene<'_>, fact: FactId, value: &Located) -> bool {
    let duration = |id: &FactId| matches!(scene.fact(*id).expected, Expected::Duration(_));
    let FactSubject::One(subject) = scene.fact(fact).subject else { return false };
    duration(&fact)
        && scene.lower(value.words.end) == "long"
        && scene.facts_of(subject).iter().filter(|&id| duration(id)).count() == 1
}

/// "The waiting time for surgery is": the subject's name holds the fact's cue.
fn names_cue(scene: &Scene<'_>, fact: FactId, mention: usize) -> bool {
    let words = scene.mentions[mention].words.clone();
    let lower = scene.parse.lower(words.clone());
    (0..lower.len()).any(|at| {
        scene.index.cues_at(&lower[at..]).iter().any(|hit| scene.cues(fact).contains(&hit.id))
    })
}

/// "13.8% of adults in X smoke", "In X 347 people were infected": the counted are the subject of
/// the cue, which is the clause's verb or what follows "are".
pub(super) fn subject_of_cue(
    scene: &Scene<'_>,
    fact: FactId,
    value: usize,
    mention: usize,
) -> bool {
    let located = &scene.values[value];
    let clause = scene.sentence.clause_of(located.words.start);
    let verb = scene.sentence.clauses[clause].verb.map(|verb| &scene.sentence.verbs[verb]);
    let complements = |from: usize, to: usize| {
        from <= to
            && (from..to).all(|at| {
                matches!(
                    scene.tag(at),
                    Some(Tag::Noun | Tag::Name | Tag::Preposition | Tag::Determiner)
                )
            })
    };
    let cue = scene.events.iter().any(|event| {
        let start = event.words.start;
        let predicate = verb.is_some_and(|verb| {
            lexicon::is_be_form(scene.lower(verb.head))
                && (verb.range.end..verb.range.end + 3).contains(&start)
                && complements(located.words.end, verb.range.start)
        });
        let ends = matches!(scene.lower(event.words.end), "." | "," | ";" | "and" | "");
        let own = verb.is_some_and(|verb| event.words.contains(&verb.head)) || ends;
        (predicate || own && complements(located.words.end, start))
            && start > located.words.end
            && event.signals(scene.cues(fact))
    });
    let setting = &scene.settings[mention];
    let before = setting.start.wrapping_sub(1);
    let placed = matches!(scene.lower(before), "in" | "of" | "at" | "across" | "among" | "during")
        && (before >= located.words.end || before == scene.sentence.range.start);
    // "adults in X smoke": what looks like a noun of X is the cue.
    let owner = setting.modifies.is_none_or(|noun| {
        scene
            .events
            .iter()
            .any(|event| event.words.contains(&noun) && event.signals(scene.cues(fact)))
    });
    cue && placed && !setting.longer && owner
}
