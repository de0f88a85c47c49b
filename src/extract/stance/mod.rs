//! How the text stands to a claim: asserted, denied, planned, asked, corrected ...
//!
//! Markers count in the clause that makes the statement, in the clauses it is a complement of, and
//! right before the value. What is said in passing, inside a noun phrase, they do not touch.

mod afar;
mod aside;
mod hearsay;
mod tense;
mod unreal;

use super::claim::Stance;
use super::event::Event;
use super::parse::{ClauseKind, Tag, VerbShape};
use super::rebuttal;
use super::scene::{Draft, Scene};
use crate::lexicon::{self, Marker};
use crate::rules::Expected;
use afar::{
    is_asked, is_denied_from_afar, is_disproved, is_nearly_held, is_quizzed, is_supposed,
    is_taken_for_granted, is_wished, nearly_happened,
};
use aside::{has_own_subject, is_reason, is_said_in_aside};
use tense::shares_auxiliary;
pub(crate) use tense::tense;

/// The stance of a draft.
pub(crate) fn stance(scene: &Scene<'_>, draft: &Draft, value: usize) -> Stance {
    if let Some(stance) = marked_value(scene, draft, value) {
        return stance;
    }
    if scene.context.unclaimed || is_quizzed(scene) {
        return Stance::Hypothetical;
    }
    // "Should she become mayor, the tram will be built"
    let opening = scene.lower(scene.sentence.range.start);
    if matches!(opening, "imagine" | "suppose" | "should")
        || !draft.presupposed && (is_supposed(scene, value) || hearsay::is_legend(scene, value))
    {
        return Stance::Hypothetical;
    }
    if is_denied_from_afar(scene, value) || is_disproved(scene, value) {
        return Stance::Negated;
    }
    let rebutted =
        scene.rebutted_from.is_some_and(|from| from <= value) && !is_reason(scene, draft);
    if rebutted || rebuttal::is_corrected(scene, value) {
        return Stance::Corrected;
    }
    let plain = || {
        if scene.parse.quoted.get(value).copied().unwrap_or(false) {
            Stance::Quoted
        } else if is_reported(scene, draft.clause) {
            Stance::Reported
        } else {
            Stance::Asserted
        }
    };
    if draft.presupposed || is_contrasted(scene, value) || rebuttal::is_set_right(scene, value) {
        return plain();
    }
    if is_asked(scene, value) {
        return if is_taken_for_granted(scene, draft, value) { plain() } else { Stance::Question };
    }
    let mut found: Option<Stance> = None;
    for clause in governing(scene, draft.clause) {
        if let Some(stance) = clause_stance(scene, clause, draft, value) {
            found = Some(stronger(found, stance));
        }
    }
    found.unwrap_or_else(plain)
}

/// "not in 1911 but on 4 December 1924": the value after "but" is the one that holds.
fn is_contrasted(scene: &Scene<'_>, value: usize) -> bool {
    let floor = scene.sentence.range.start;
    let but = (floor..value).rev().take(6).find(|&at| scene.lower(at) == "but");
    but.is_some_and(|but| {
        (floor..but).any(|at| scene.lower(at) == "not" || scene.lower(at).ends_with("n't"))
            && !scene
                .sentence
                .verbs
                .iter()
                .any(|verb| verb.range.start > but && verb.range.end <= value)
    })
}

/// Of two stances the one that takes more away.
fn stronger(a: Option<Stance>, b: Stance) -> Stance {
    let weight = |stance: Stance| match stance {
        Stance::Planned => 1,
        Stance::Hypothetical => 2,
        _ => 3,
    };
    match a {
        Some(a) if weight(a) >= weight(b) => a,
        _ => b,
    }
}

/// The clause, its elders when it shares their subject, and what it is a complement of.
fn governing(scene: &Scene<'_>, clause: usize) -> Vec<usize> {
    let mut chain = vec![clause];
    let mut at = clause;
    while let Some(parent) = scene.sentence.clauses[at].parent {
        let node = &scene.sentence.clauses[at];
        let opener = scene.lower(node.start);
        let governed = matches!(node.kind, ClauseKind::Complement)
            || node.kind == ClauseKind::Bracket && node.verb.is_none();
        // "He thought the bridge was opened": a complement without "that".
        let thought = node.start > scene.sentence.range.start
            && matches!(
                scene.lower(node.start - 1),
                "thought" | "thinks" | "think" | "believed" | "assumed" | "guessed" | "imagined"
            );
        let elder = (node.kind == ClauseKind::Coordinate || matches!(opener, "and" | "but"))
            && scene.sentence.clauses[parent].kind == ClauseKind::Complement;
        let shared = shares_auxiliary(scene, at);
        if !(governed || elder || thought || shared) || opener == "because" {
            break;
        }
        // "they said they could not print it, and it came into force": what governs both, not the first.
        if !(elder && !shared && has_own_subject(scene, at)) {
            chain.push(parent);
        }
        at = parent;
    }
    chain
}

/// "(sic)", "mistakenly", "not in 1911 but in 1924": marks at the value itself.
fn marked_value(scene: &Scene<'_>, draft: &Draft, value: usize) -> Option<Stance> {
    let after: Vec<&str> = (value..value + 6).map(|at| scene.lower(at)).collect();
    if after.contains(&"sic") {
        return Some(Stance::Corrected);
    }
    let floor = scene.sentence.range.start;
    // The "target" of a subject called "inflation target" says nothing of stance.
    let named = |at: usize| {
        names_predicate(scene, draft, at)
            || scene.mentions.iter().any(|mention| mention.words.contains(&at))
    };
    let before: Vec<&str> = (floor..value)
        .rev()
        .take(4)
        .map(|at| if named(at) { "" } else { scene.lower(at) })
        .collect();
    // "Population (2014 estimate): 9,574,000"
    let dated = matches!(before[..], [":", ")", ..]);
    let estimated = before.iter().take(2).any(|word| matches!(*word, "of" | ":"))
        && !dated
        && before.iter().any(|word| {
            matches!(
                *word,
                "estimate" | "estimates" | "forecast" | "target" | "goal" | "projection"
            )
        });
    if estimated {
        return Some(Stance::Expected);
    }
    let not = before.iter().position(|word| *word == "not")?;
    let skipped = before[..not].iter().any(|word| {
        matches!(*word, "only" | "until" | "but" | "," | "later" | "before" | "even" | "just")
    });
    let preposition = before[..not]
        .iter()
        .all(|word| lexicon::is_preposition(word) || lexicon::is_determiner(word));
    (!skipped && preposition).then_some(Stance::Negated)
}

fn clause_stance(scene: &Scene<'_>, clause: usize, draft: &Draft, value: usize) -> Option<Stance> {
    let node = &scene.sentence.clauses[clause];
    let own = clause == draft.clause;
    if hearsay::is_hearsay(scene, node) {
        return Some(Stance::Hypothetical);
    }
    if unreal::is_unreal(scene) {
        return Some(Stance::Hypothetical);
    }
    if node.kind == ClauseKind::Subordinate
        && matches!(scene.lower(node.start), "if" | "unless" | "whether" | "had")
    {
        return Some(Stance::Hypothetical);
    }
    let verb = node.verb.map(|verb| &scene.sentence.verbs[verb]);
    if own && afar::is_mandated(scene, value) {
        return Some(Stance::Planned);
    }
    let event = draft.cue.clone();
    let limit = if own {
        let verb_end = verb.map_or(0, |verb| verb.range.end);
        let editions = matches!(scene.fact(draft.fact).expected, Expected::Editions(_));
        // "The third forum is slated for 2026"
        let plain = if editions { value.max(verb_end) } else { value };
        event.map_or(plain, |event| event.end.max(verb_end).max(value.min(verb_end)))
    } else {
        scene.sentence.clauses[draft.clause].start.max(verb.map_or(0, |v| v.range.end))
    };
    let mut found = None;
    let before = |at: &usize| *at < limit.max(node.start + 1);
    let here = |at: &usize| scene.sentence.clause_of(*at) == clause;
    for at in scene.sentence.range.clone().filter(here).filter(before) {
        if !lexicon::may_begin_marker(scene.lower(at)) {
            continue;
        }
        let lower = scene.parse.lower(at..scene.sentence.range.end.min(at + 8));
        let Some((marker, length)) = lexicon::markers_at(&lower) else { continue };
        if names_predicate(scene, draft, at) || own && is_said_in_aside(scene, draft, value, at) {
            continue;
        }
        if let Some(stance) =
            marker_stance(scene, marker, at, length, verb.map(|v| v.range.clone()), own)
        {
            found = Some(found.map_or(stance, |f| stronger(Some(f), stance)));
        }
    }
    let denied = |cue| nearly_happened(scene, cue) || is_denied_before_aside(scene, cue);
    if own && (draft.cue.as_ref().is_some_and(denied) || is_nearly_held(scene, draft, verb)) {
        return Some(Stance::Negated);
    }
    let foresees = own
        && verb.is_some_and(|verb| {
            afar::is_foreseen(scene, draft, verb, value)
                || !draft.presupposed && afar::is_to_come(scene, verb, value)
        });
    if found.is_none()
        && (foresees || verb.is_some_and(|verb| lexicon::looks_ahead(scene.lower(verb.head))))
    {
        found = Some(Stance::Planned);
    }
    if own && found.is_none() {
        found =
            infinitive(scene, draft).or_else(|| is_wished(scene, value).then_some(Stance::Planned));
    }
    found
}

/// "has a target of 2%" for a fact about the target, "was designed to last 15 years" where that is the cue: the
/// words are the fact's own, and no mark.
fn names_predicate(scene: &Scene<'_>, draft: &Draft, at: usize) -> bool {
    let cues = scene.cues(draft.fact);
    let phrase =
        |event: &Event| event.cues.iter().any(|it| it.n_words > 2 && cues.contains(&it.id));
    let here = |event: &Event| event.words.contains(&at) && (event.is_nominal() || phrase(event));
    scene.events.iter().any(|event| here(event) && event.signals(cues))
}

/// "was not, as the plaque has it, founded": an aside parts the denial from its verb.
fn is_denied_before_aside(scene: &Scene<'_>, cue: &std::ops::Range<usize>) -> bool {
    let floor = scene.sentence.range.start;
    let parts = |at: &usize| matches!(scene.lower(*at), "," | "—" | "–");
    let Some(close) = cue.start.checked_sub(1).filter(|at| *at > floor && parts(at)) else {
        return false;
    };
    let open = (floor..close).rev().find(parts);
    open.is_some_and(|open| {
        let not = scene.lower(open.wrapping_sub(1));
        matches!(not, "not" | "never") || not.ends_with("n't")
    })
}

fn marker_stance(
    scene: &Scene<'_>,
    marker: Marker,
    at: usize,
    length: usize,
    verb: Option<std::ops::Range<usize>>,
    own: bool,
) -> Option<Stance> {
    let next = scene.lower(at + length);
    Some(match marker {
        // "No change: X remains", "No: 62% survive": what follows the colon stands for itself.
        Marker::Negation if scene.lower(at) == "no" && colon_follows(scene, at) => return None,
        Marker::Negation => {
            let exempt = matches!(
                next,
                "only" | "later" | "more" | "fewer" | "less" | "until" | "just" | "least" | "doubt"
            ) || until_follows(scene, at);
            // "was certainly not in force"
            let adverbs = |end: usize| (end..at).all(|i| scene.tag(i) == Some(Tag::Adverb));
            let in_verb = verb
                .as_ref()
                .is_some_and(|verb| at + 1 >= verb.start && (at <= verb.end || adverbs(verb.end)));
            let subject = matches!(
                scene.lower(at),
                "no" | "none" | "neither" | "nor" | "nobody" | "nothing" | "never"
            ) && verb.as_ref().is_none_or(|verb| at < verb.start);
            let phrase = length > 1;
            if exempt || !(in_verb || subject || phrase || !own) {
                return None;
            }
            Stance::Negated
        }
        Marker::Denial => Stance::Negated,
        Marker::PastExpectation => Stance::Expected,
        Marker::Plan => Stance::Planned,
        Marker::Hypothesis => {
            let lower = scene.lower(at);
            let modal =
                matches!(lower, "may" | "might" | "could" | "would" | "can" | "should" | "must");
            if modal && verb.as_ref().is_none_or(|verb| !verb.contains(&at)) {
                return None;
            }
            if matches!(lower, "should" | "must") {
                return Some(Stance::Planned);
            }
            Stance::Hypothetical
        }
        Marker::Rumour => Stance::Hypothetical,
        Marker::Question | Marker::Limit => return None,
        Marker::Correction => Stance::Corrected,
    })
}

fn colon_follows(scene: &Scene<'_>, at: usize) -> bool {
    const REACH: usize = 4;
    (at + 1..at + REACH).any(|i| scene.lower(i) == ":")
}

/// "was not signed until 2016" says that it was, in 2016.
fn until_follows(scene: &Scene<'_>, at: usize) -> bool {
    (at..(at + 8).min(scene.sentence.range.end)).any(|i| scene.lower(i) == "until")
}

/// "to sign": intended, unless its governor says it was done.
fn infinitive(scene: &Scene<'_>, draft: &Draft) -> Option<Stance> {
    let cue = draft.cue.as_ref()?;
    let verb = scene.sentence.verbs.iter().find(|verb| cue.contains(&verb.head))?;
    // "a motion that X be licensed under"
    if scene.lower(verb.range.start) == "be" && verb.range.len() > 1 {
        return Some(Stance::Planned);
    }
    if verb.shape != VerbShape::Infinitive {
        return None;
    }
    let governor = verb.range.start.wrapping_sub(2);
    let done = matches!(
        scene.lower(governor),
        "able"
            | "managed"
            | "went"
            | "on"
            | "continued"
            | "helped"
            | "first"
            | "last"
            | "began"
            | "came"
            | "used"
            | "proceeded"
    );
    let perfect = scene.lower(verb.range.start) == "have";
    (!done && !perfect).then_some(Stance::Planned)
}

fn is_reported(scene: &Scene<'_>, clause: usize) -> bool {
    scene.sentence.clauses[clause].kind == ClauseKind::Complement
        || scene.sentence.verbs.iter().any(|verb| {
            lexicon::reporting_verb(scene.lower(verb.head))
                && verb.range.end + 1 >= scene.sentence.range.end
        })
}
