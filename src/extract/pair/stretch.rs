//! From when until when: "X covers 2021 to 2026", "X for 2021–2026", "X, mayor from 1999 to 2007,".
//!
//! Verbs that are cues of their own have their periods as they have their dates (see `event`), and a period in a
//! bracket after a name is `bracket`'s. It must not know what is right.

use super::super::claim::Stated;
use super::super::event::Event;
use super::super::parse::ClauseKind;
use super::super::scene::{Draft, Located, Scene, wants};
use super::owner::is_period;
use crate::lexicon;
use crate::rules::{Expected, FactId};

/// Verbs that say from when until when a thing holds.
const EXTENDING: &[&str] =
    &["cover", "run", "span", "extend", "last", "stretch", "apply", "continue", "operate"];

/// Drafts a claim for each period that a thing is said to extend over.
pub(super) fn pair(scene: &Scene<'_>, drafts: &mut Vec<Draft>) {
    for value in scene.values.iter().filter(|value| is_period(value)) {
        for mention in 0..scene.mentions.len() {
            if scene.settings[mention].longer {
                continue;
            }
            for &fact in scene.facts_of(scene.mentions[mention].subject) {
                let expected = &scene.fact(fact).expected;
                if !matches!(expected, Expected::Period(_))
                    || !wants(expected, &value.reading.value)
                {
                    continue;
                }
                let found = if is_lasting(scene, fact)
                    && (extends(scene, value, mention) || beside(scene, value, mention))
                {
                    None
                } else if let Some(event) = held(scene, fact, value, mention) {
                    Some(event)
                } else {
                    continue;
                };
                push(scene, fact, value, mention, found, drafts);
            }
        }
    }
}

fn push(
    scene: &Scene<'_>,
    fact: FactId,
    value: &Located,
    mention: usize,
    event: Option<&Event>,
    drafts: &mut Vec<Draft>,
) {
    let span = scene.source(value.reading.span);
    if drafts.iter().any(|draft| draft.fact == fact && draft.slots.iter().any(|it| it.1 == span)) {
        return;
    }
    let stated = Stated::Reading(value.reading.clone());
    let clause = scene.sentence.clause_of(value.words.start);
    let draft = scene.draft(fact, value.reading.span, stated, "stretch of time", clause);
    drafts.push(Draft {
        subject: Some(scene.source(scene.mentions[mention].span)),
        cue: event.map(|event| event.words.clone()),
        ..draft
    });
}

/// Whether a fact says how long its subject holds, and not what somebody did in that time.
fn is_lasting(scene: &Scene<'_>, fact: FactId) -> bool {
    let lasts = |cue: &String| {
        let first = cue.split(' ').next().unwrap_or_default();
        matches!(first, "valid" | "effective" | "period" | "term" | "years" | "fought" | "in")
            || lexicon::is_form_of_any(first, EXTENDING)
    };
    scene.fact(fact).predicate.cues.iter().any(lasts)
}

/// Where the phrase of a period begins: at its "for", "from", "the years", or at the period itself.
fn opening(scene: &Scene<'_>, value: &Located) -> usize {
    let small = |at: usize| {
        matches!(
            scene.lower(at),
            "for" | "from" | "the" | "years" | "period" | "valid" | "effective" | "in" | "force"
        )
    };
    let before = (scene.sentence.range.start..value.words.start).rev();
    before.take_while(|&at| small(at)).last().unwrap_or(value.words.start)
}

/// "X spans 2021 to 2026", "X is valid from 2021 to 2026".
fn extends(scene: &Scene<'_>, value: &Located, mention: usize) -> bool {
    let clause = scene.sentence.clause_of(value.words.start);
    let opening = opening(scene, value);
    let Some(verb) = scene.sentence.clauses[clause].verb.map(|verb| &scene.sentence.verbs[verb])
    else {
        return false;
    };
    let head = scene.lower(verb.head);
    let is = lexicon::is_be_form(head) && value.words.start > opening;
    let says = is || lexicon::is_form_of_any(head, EXTENDING);
    says && verb.range.end == opening && scene.subjects_of(clause).contains(&mention)
}

/// "X 2021–2026", "X for the years 2021 to 2026", "X, 2021–2026,".
fn beside(scene: &Scene<'_>, value: &Located, mention: usize) -> bool {
    let setting = &scene.settings[mention];
    if setting.modifies.is_some() {
        return false;
    }
    let opening = opening(scene, value);
    let near =
        opening == setting.end && (opening == value.words.start || scene.lower(opening) == "for");
    let apposed = scene.lower(setting.end) == ","
        && opening == setting.end + 1
        && matches!(scene.lower(value.words.end), "," | "." | ";" | ")" | "");
    near || apposed
}

/// "X, mayor from 1999 to 2007,", "As mayor from 1999 to 2007, X", "From 1999 to 2007 X was mayor".
fn held<'s>(
    scene: &'s Scene<'_>,
    fact: FactId,
    value: &Located,
    mention: usize,
) -> Option<&'s Event> {
    let start = scene.sentence.range.start;
    let cues = scene.cues(fact);
    let end = scene.settings[mention].end;
    scene.events.iter().find(|event| {
        if !event.is_nominal() || !event.signals(cues) {
            return false;
        }
        let article = usize::from(matches!(
            scene.lower(event.words.start.wrapping_sub(1)),
            "the" | "a" | "an"
        ));
        let first = event.words.start - article;
        let behind = event.words.end == value.words.start
            || event.words.end + 1 == value.words.start
                && matches!(scene.lower(event.words.end), "from" | "between" | "(");
        let opened = matches!(scene.lower(end), "," | "(") && first == end + 1;
        let main = || scene.subjects_of(0).contains(&mention);
        let fronted = scene.lower(start) == "as" && first == start + 1 && main();
        let said = || {
            let clause = scene.sentence.clause_of(event.words.start);
            let node = &scene.sentence.clauses[clause];
            let verb = node.verb.map(|verb| &scene.sentence.verbs[verb]);
            node.kind == ClauseKind::Main
                && value.words.start <= start + 1
                && verb.is_some_and(|verb| {
                    lexicon::is_be_form(scene.lower(verb.head)) && verb.range.end == first
                })
                && main()
        };
        // "X was city architect from 1955 to 1969"
        let was = || {
            let clause = scene.sentence.clause_of(event.words.start);
            let verb = scene.sentence.clauses[clause].verb.map(|verb| &scene.sentence.verbs[verb]);
            // "X, whose son was mayor"
            let of_kin = scene.lower(scene.sentence.clauses[clause].start) == "whose";
            verb.is_some_and(|verb| {
                lexicon::is_be_form(scene.lower(verb.head)) && verb.range.end == first
            }) && !of_kin
                && scene.subjects_of(clause).contains(&mention)
        };
        behind && (opened || fronted || was() || holds_post(scene, mention, first)) || said()
    })
}

/// "X held the post of mayor from 1999 to 2007".
fn holds_post(scene: &Scene<'_>, mention: usize, noun: usize) -> bool {
    let post = matches!(
        scene.lower(noun.wrapping_sub(2)),
        "post" | "office" | "position" | "role" | "title" | "rank"
    );
    let clause = scene.sentence.clause_of(noun);
    let verb = scene.sentence.clauses[clause].verb.map(|verb| &scene.sentence.verbs[verb]);
    post && scene.lower(noun.wrapping_sub(1)) == "of"
        && scene.lower(noun.wrapping_sub(3)) == "the"
        && verb.is_some_and(|verb| {
            verb.range.end + 3 == noun
                && lexicon::is_form_of_any(scene.lower(verb.head), &["hold", "fill", "occupy"])
        })
        && scene.subjects_of(clause).contains(&mention)
}
