//! Quantities that the clause itself says: "X is 828 m", "13.8% of adults in X smoke".

use super::super::claim::Stated;
use super::super::index::{CueHit, CueId};
use super::super::mention::{Mention, MentionKind};
use super::super::parse::{Tag, VerbShape};
use super::super::scene::{Draft, Located, Scene};
use super::super::token::is_strange_name;
use super::left_out::hedged;
use super::measure::span;
use super::measure_before::only_price;
use super::measure_kind::wanted;
use super::measure_restated::restated_end;
use super::measure_shape::same_dimension;
use super::when::times_of;
use crate::lexicon;
use crate::rules::{Expected, FactId, FactSubject};
use crate::value::Value;

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
    let priced = ends || matches!(scene.lower(located.words.end), "on" | "for");
    let price = || priced && only_price(scene, fact, located);
    copula
        && (ends || price())
        && (same_dimension(scene, fact, located)
            || names_cue(scene, fact, mention)
            || price()
            || lasts(scene, fact, located))
        && scene.subjects_of(clause).contains(&mention)
}

/// "X was built for €2.1 billion", "They built X, for €2.1 billion": what the making cost.
pub(super) fn built_for(scene: &Scene<'_>, fact: FactId, value: usize, mention: usize) -> bool {
    let located = &scene.values[value];
    let price = scene.fact(fact).predicate.builtin.contains(&"cost")
        && matches!(located.reading.value, Value::Money(_));
    if !price || scene.lower(located.words.start.wrapping_sub(1)) != "for" {
        return false;
    }
    let clause = scene.sentence.clause_of(located.words.start);
    scene.events.iter().any(|event| {
        let made = event.verb.is_some()
            && matches!(
                scene.lower(event.head),
                "built" | "bought" | "erected" | "constructed" | "restored" | "sold" | "purchased"
            );
        let passive = super::super::event::is_passive(scene.sentence, event);
        let near = event.words.end <= located.words.start
            && located.words.start - event.words.end <= 8
            && event.clause == clause;
        let about = match passive {
            true => scene.subjects_of(event.clause).contains(&mention),
            false => {
                scene.mentions[mention].words.start
                    == event.words.end + usize::from(scene.lower(event.words.end) == "the")
                    && scene.settings[mention].modifies.is_none()
            }
        };
        made && near && about
    })
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

/// "The rival store Mossdb reports 57 million": the clause opens with a name that no fact knows.
fn has_stranger(scene: &Scene<'_>, clause: usize, until: usize) -> bool {
    let start = scene.sentence.range.start;
    [scene.sentence.clauses[clause].start, start].iter().any(|&start| {
        (start..until)
            .take_while(|&at| {
                !matches!(scene.tag(at), Some(Tag::Preposition | Tag::Verb | Tag::Auxiliary))
                    && scene.lower(at) != ","
            })
            .any(|at| {
                // "this Cunard liner" is no name.
                let last = scene.tag(at + 1) != Some(Tag::Noun)
                    || !lexicon::verb_forms(scene.lower(at + 1)).is_empty();
                last && is_strange_name(scene.parse, &scene.mentions, at)
            })
    })
}

/// "1,198 drowned", "11 workers lost their lives", "killing 1,198 people": a count whose own verb is the
/// cue, in a sentence about the one thing that a fact of this cue is about.
fn counted_by_verb(scene: &Scene<'_>, fact: FactId, value: &Located) -> bool {
    let Value::Number(number) = &value.reading.value else { return false };
    if number.unit.is_some() || scene.fact(fact).expected.number().is_none() {
        return false;
    }
    let clause = scene.sentence.clause_of(value.words.start);
    if has_stranger(scene, clause, value.words.start) {
        return false;
    }
    let cues = scene.cues(fact);
    let own = |hit: &CueHit| matches!(hit.id, CueId::Own(_)) && cues.contains(&hit.id);
    scene.events.iter().filter(|event| event.cues.iter().any(own)).any(|event| {
        let verb = event.verb.map(|verb| &scene.sentence.verbs[verb]);
        let verb = verb.filter(|verb| verb.shape != VerbShape::Infinitive);
        let between = value.words.end..event.words.start;
        // The verb right after what is counted, or right before: only people do and suffer so.
        let after = between.len() <= 3
            && value.words.end <= event.words.start
            && between.clone().all(|at| {
                matches!(
                    scene.tag(at),
                    Some(Tag::Noun | Tag::Pronoun | Tag::Determiner | Tag::Preposition)
                )
            })
            && (event.clause == clause || scene.lower(event.words.start - 1) == "who");
        // "A lesser flood, in March 1931, killed two people"
        let start = scene.sentence.range.start;
        let indefinite = matches!(scene.lower(start), "a" | "an" | "another" | "one")
            && scene.tag(start + 1) == Some(Tag::Noun)
            && !scene.is_value(start)
            && !scene.is_value(start + 1);
        let before = event.words.end == value.words.start
            && scene.lower(event.head).starts_with("kill")
            && !indefinite
            && !(scene
                .sentence
                .verbs
                .first()
                .is_some_and(|verb| verb.range.end == event.words.end)
                && is_of_another(scene, start, event.words.start));
        verb.is_some() && (after || before)
    })
}

/// "The Brell flu", "The great fever of 1911": what did it is another thing of the kind.
fn is_of_another(scene: &Scene<'_>, start: usize, verb: usize) -> bool {
    (start..verb).any(|at| {
        is_strange_name(scene.parse, &scene.mentions, at) && (at > start || verb > start + 1)
            || scene.lower(at) == "of" && scene.is_value(at + 1)
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
    // "460 people work for X": the cue's own preposition; "41 per cent of patients responded to X".
    let governed = scene.events.iter().any(|event| {
        (event.words.end == setting.start || event.verb.is_some() && event.words.end == before)
            && event.words.start >= located.words.end
            && scene.tag(before) == Some(Tag::Preposition)
            && event.signals(scene.cues(fact))
    });
    // "adults in X smoke": what looks like a noun of X is the cue.
    let owner = setting.modifies.is_none_or(|noun| {
        scene
            .events
            .iter()
            .any(|event| event.words.contains(&noun) && event.signals(scene.cues(fact)))
    });
    cue && (placed || governed) && !setting.longer && owner
}

/// "Out of 1,959 aboard, 1,198 drowned": said of the one thing in scope whose fact has this cue.
pub(super) fn counted(scene: &Scene<'_>, value: usize, drafts: &mut Vec<Draft>) {
    let located = &scene.values[value];
    let named = scene.mentions.iter().map(|it| it.subject);
    let mut found: Vec<FactId> = named
        .chain(scene.scope.iter().copied())
        .flat_map(|subject| scene.facts_of(subject).iter().copied())
        .filter(|&fact| counted_by_verb(scene, fact, located))
        .collect();
    found.sort_unstable();
    found.dedup();
    let [fact] = found[..] else { return };
    if !wanted(scene, fact, located) {
        return;
    }
    let span = span(scene, fact, value);
    if drafts.iter().any(|it| it.fact == fact && it.slots[0].1 == scene.source(span)) {
        return;
    }
    let stated = Stated::Reading(located.reading.clone());
    let clause = scene.sentence.clause_of(located.words.start);
    let own = |it: &Mention| scene.facts_of(it.subject).contains(&fact);
    let mention = scene.mentions.iter().position(own);
    // "The worst accident came at Gibraltar, when 26 people died": of what the sentence tells of, not what it follows.
    let strange = |at: usize| is_strange_name(scene.parse, &scene.mentions, at);
    let named = |it: &Mention| it.kind == MentionKind::Name && own(it);
    let unnamed = !scene.mentions.iter().any(named);
    if unnamed && (scene.sentence.range.start..located.words.start).any(strange) {
        return;
    }
    let times = times_of(scene, fact, &located.words, mention);
    let draft = scene.draft(fact, span, stated, "counted by its verb", clause);
    drafts.push(Draft { times, ..draft });
}

/// How many words stand from one place to another, without those in between commas: "the population of X,
/// according to the census of 2021, is 128,400".
pub(super) fn reach(scene: &Scene<'_>, from: usize, to: usize) -> usize {
    let mut commas = (from..to).filter(|&at| scene.lower(at) == ",");
    let aside = match (commas.next(), commas.next()) {
        (Some(open), Some(close))
            if scene.tag(open + 1) == Some(Tag::Preposition)
                || scene.lower(open + 1) == "according" =>
        {
            close - open
        }
        _ => 0,
    };
    to - from - aside
}

/// "Gusts reached 58 mph on X", "Rainfall totalled 12 mm at X": the cue leads its clause, the verb says how much there
/// was, and where follows at once.
pub(super) fn reached_there(scene: &Scene<'_>, fact: FactId, value: usize, mention: usize) -> bool {
    const STATING: &[&str] = &["reach", "total", "average", "measure", "peak", "hit", "exceed"];
    let located = &scene.values[value];
    let clause = scene.sentence.clause_of(located.words.start);
    let Some(verb) = scene.sentence.clauses[clause].verb else { return false };
    let verb = &scene.sentence.verbs[verb];
    let end = restated_end(scene, located);
    let place = end + 1 + usize::from(scene.lower(end + 1) == "the");
    let states = lexicon::is_form_of_any(scene.lower(verb.head), STATING)
        && !verb.passive
        && hedged(scene, located.words.start) == verb.range.end;
    states
        && matches!(scene.lower(end), "on" | "in" | "at")
        && scene.mentions[mention].words.start == place
        && scene.settings[mention].modifies.is_none()
        && !scene.settings[mention].longer
        && scene.events.iter().any(|event| {
            event.is_nominal()
                && event.words.end == verb.range.start
                && event.words.start == scene.sentence.clauses[clause].start
                && event.signals(scene.cues(fact))
        })
}
