//! Quantities as attributes: "X is 828 m high", "a population of 1.4 billion", "the 27-member X",
//! "X employs 5,000 people".
//!
//! A quantity needs a cue of its own close by (or, for "the 828-metre X", its dimension), and its
//! subject in the same statement. A quantity nearer to the cue is a rival that takes it.

use super::super::claim::Stated;
use super::super::event::Event;
use super::super::index::{CueHit, CueId};
use super::super::parse::{ClauseKind, Tag};
use super::super::scene::{Draft, Located, Scene};
use super::attribute::reading_span;
use super::host::{is_designation, is_extension, is_of_noun_before, is_of_other_noun, is_one_of};
use super::measure_aside::{called_so, in_bracket, is_compound, is_of_compound, is_worth_of_other};
use super::measure_before::{fronted_measure, in_definite, premodifies};
use super::measure_clause::{built_for, counted, equated, reach, reached_there, subject_of_cue};
use super::measure_frame::{in_relative, is_paid_for};
use super::measure_joint::joint;
use super::measure_kind::{all_of_its, counts_some_kind, wanted};
use super::measure_link::{linked, noun_of};
use super::measure_other::{
    after_other_name, has_own_quantity, is_by_so_much, is_change, noun_takes_it,
};
use super::measure_people::{counts_a_kind, counts_people_somehow, counts_things, is_toll};
use super::measure_restated::{restated_end, same_amount_again};
use super::measure_shape::{
    all_of, all_of_it, described, fronted_amount, in_imprint, is_inside, of_so_many,
    verb_understood, whole, with_so_many,
};
use super::rival::{is_compared, is_part_or_whole, is_some_of, whole_of};
use super::when::times_of;
use crate::rules::FactId;
use crate::source::Span;
use crate::value::{Value, number};

/// "X, a 94-metre tower,": said in passing, whatever becomes of X in the sentence.
const APPOSED: &str = "described by a quantity";

/// "the 15-member council", "At 828 m, X is".
const PREMODIFIED: &str = "quantity before name";

/// How far a cue may stand before its value, in words.
pub(super) const REACH: usize = 9;

/// Drafts a claim for each quantity that a cue ties to a subject.
pub(super) fn pair(scene: &Scene<'_>, drafts: &mut Vec<Draft>) {
    for (index, value) in scene.values.iter().enumerate() {
        let quantity =
            matches!(value.reading.value, Value::Number(_) | Value::Money(_) | Value::Percent(_));
        let lasting = matches!(value.reading.value, Value::Duration(_));
        let split = is_part_or_whole(scene, value);
        let whole = split.then(|| whole_of(scene, value)).flatten();
        let other = is_compared(scene, value)
            || split && whole.is_none()
            || quantity && is_some_of(scene, value)
            || lasting && (is_of_noun_before(scene, value) || is_extension(scene, value));
        if quantity && !is_some_of(scene, value) {
            counted(scene, index, drafts);
        }
        if !(quantity || lasting) || other {
            continue;
        }
        let owns = |mention: &usize| whole.is_none_or(|whole| whole == *mention);
        for mention in (0..scene.mentions.len()).filter(owns) {
            for &fact in scene.facts_of(scene.mentions[mention].subject) {
                if wanted(scene, fact, value) {
                    try_fact(scene, fact, index, mention, drafts);
                }
            }
        }
        if quantity {
            joint(scene, index, drafts);
        }
    }
}

fn try_fact(
    scene: &Scene<'_>,
    fact: FactId,
    value: usize,
    mention: usize,
    drafts: &mut Vec<Draft>,
) {
    if drafts.iter().any(|draft| {
        draft.fact == fact && draft.slots[0].1 == scene.source(span(scene, fact, value))
    }) {
        return;
    }
    if after_other_name(scene, value, mention)
        || has_own_quantity(scene, value, mention)
        || is_of_other_noun(scene, &scene.values[value], mention)
        || counts_things(scene, fact, &scene.values[value])
        || counts_a_kind(scene, fact, &scene.values[value])
        || is_designation(scene, &scene.values[value])
        || is_one_of(scene, &scene.values[value])
    {
        return;
    }
    if in_bracket(scene, fact, value, mention) {
        return push(scene, fact, value, mention, APPOSED, drafts);
    }
    if premodifies(scene, fact, value, mention)
        || fronted_measure(scene, fact, value, mention)
        || in_definite(scene, fact, value, mention)
    {
        return push(scene, fact, value, mention, PREMODIFIED, drafts);
    }
    if described(scene, fact, value, mention)
        || all_of_it(scene, fact, value, mention)
        || of_so_many(scene, fact, value, mention)
        || in_imprint(scene, fact, value, mention)
        || all_of(scene, fact, value, mention)
        || has_all(scene, fact, value, mention)
        || with_so_many(scene, fact, value, mention)
    {
        return push(scene, fact, value, mention, APPOSED, drafts);
    }
    if equated(scene, fact, value, mention)
        || whole(scene, fact, value, mention)
        || fronted_amount(scene, fact, value, mention)
        || in_relative(scene, fact, value, mention)
        || built_for(scene, fact, value, mention)
        || verb_understood(scene, fact, value, mention)
        || is_paid_for(scene, fact, value, mention)
        || called_so(scene, fact, value, mention)
        || reached_there(scene, fact, value, mention)
    {
        return push(scene, fact, value, mention, "equated quantity", drafts);
    }
    if subject_of_cue(scene, fact, value, mention) {
        return push(scene, fact, value, mention, "counted subject", drafts);
    }
    let Some(cue) = evidence(scene, fact, value) else { return };
    // Verbs have their durations as they have their dates (see `event`).
    let lasting = matches!(scene.values[value].reading.value, Value::Duration(_));
    let own = |hit: &CueHit| matches!(hit.id, CueId::Own(_));
    let noun = cue.noun().is_some_and(|event| event.cues.iter().any(own));
    if lasting && !noun {
        return;
    }
    if linked(scene, fact, &cue, value, mention) {
        push(scene, fact, value, mention, cue.construction, drafts);
    }
}

/// "All eleven of X's novels": the mention has as many as there are.
fn has_all(scene: &Scene<'_>, fact: FactId, value: usize, mention: usize) -> bool {
    let expected = scene.fact(fact).expected.number();
    expected.is_some_and(|it| all_of_its(scene, it, &scene.values[value]) == Some(mention))
}

/// What ties a value to a fact's predicate.
pub(super) struct Evidence<'s> {
    pub(super) event: Option<&'s Event>,
    pub(super) construction: &'static str,
}

impl<'s> Evidence<'s> {
    /// The cue, where it is a noun: "a height of 828 m".
    pub(super) fn noun(&self) -> Option<&'s Event> {
        self.event.filter(|event| event.is_nominal())
    }
}

pub(super) fn evidence<'s>(
    scene: &'s Scene<'_>,
    fact: FactId,
    value: usize,
) -> Option<Evidence<'s>> {
    let located = &scene.values[value];
    let cues = scene.cues(fact);
    let found = cue_after(scene, cues, located).or_else(|| cue_before(scene, fact, value));
    if let Some(event) = found.filter(|event| !is_worth_of_other(scene, event)) {
        return Some(Evidence { event: Some(event), construction: "quantity with cue" });
    }
    if (counts_the_unit(scene, fact, located) || is_toll(scene, fact, located))
        && !is_change(scene, located)
    {
        let other = is_of_compound(scene, located);
        return (!other).then_some(Evidence { event: None, construction: "counted noun" });
    }
    scene.is_bare(fact).then_some(Evidence { event: None, construction: "bare quantity" })
}

/// "828 m high", "27 members", "11.5 per cent share": the cue right after the value.
fn cue_after<'s>(scene: &'s Scene<'_>, cues: &[CueId], value: &Located) -> Option<&'s Event> {
    scene.events.iter().find(|event| {
        event.signals(cues)
            && event.words.end > number_end(scene, value)
            && event.words.start <= restated_end(scene, value) + 3
            && (restated_end(scene, value)..event.words.start).all(|at| {
                // "32 per cent of Tavolia's arms imports", "14,300 objects in its collection"
                let part = matches!(value.reading.value, Value::Percent(_))
                    || scene.lower(restated_end(scene, value)) == "in";
                let of = part && matches!(scene.tag(at), Some(Tag::Possessive | Tag::Determiner));
                scene.tag(at).is_some_and(Tag::is_nominal)
                    || matches!(scene.lower(at), "-" | "of" | "in")
                    || of
            })
            && (event.is_nominal() || event.words.start <= restated_end(scene, value) + 1)
            && !is_preverbal_of_other(scene, event, value)
            && !(event.is_nominal() && is_change(scene, value))
    })
}

/// The verb after a number may have the number for its subject: "300 people died".
fn is_preverbal_of_other(scene: &Scene<'_>, event: &Event, value: &Located) -> bool {
    event.verb.is_some()
        && scene.values.iter().any(|other| {
            other.words.start >= event.words.end
                && other.words.start <= event.words.end + 2
                && super::rival::same_kind(other, value)
        })
}

fn number_end(scene: &Scene<'_>, value: &Located) -> usize {
    match &value.reading.value {
        Value::Number(number) => scene.parse.words_in(number.number_span).end - 1,
        _ => value.words.start,
    }
}

/// "a height of 828 m", "employs 5,000", "its population stood at 1.4 billion".
fn cue_before<'s>(scene: &'s Scene<'_>, fact: FactId, value: usize) -> Option<&'s Event> {
    let cues = scene.cues(fact);
    let located = &scene.values[value];
    let clause = scene.sentence.clause_of(located.words.start);
    scene.events.iter().rev().find(|event| {
        event.words.end <= located.words.start
            && event.signals(cues)
            && reach(scene, event.words.end, located.words.start) <= REACH
            && (event.clause == clause || inside_same(scene, event.clause, clause))
            && !quantity_between(scene, event, value)
            && !(event.is_nominal() && is_change(scene, located))
            && !(event.verb.is_some() && is_by_so_much(scene, located))
            && !counted_already(scene, event, value)
            && !noun_takes_it(scene, event, located)
            && !counts_other(scene, event, fact, located)
            && !counts_another(scene, event, located)
    })
}

/// "has two pubs": a general verb of measuring with a noun that says what is counted.
fn counts_other(scene: &Scene<'_>, event: &Event, fact: FactId, value: &Located) -> bool {
    let cues = scene.cues(fact);
    let counted = matches!(&value.reading.value, Value::Number(number) if number.noun.is_some());
    let general = event.verb.is_some()
        && event
            .cues
            .iter()
            .any(|hit| matches!(hit.id, CueId::Family(_)) && cues.contains(&hit.id));
    let own =
        event.cues.iter().any(|hit| matches!(hit.id, CueId::Own(_)) && cues.contains(&hit.id));
    let named = noun_of(scene, value).is_some_and(|noun| {
        scene.events.iter().any(|event| event.words.contains(&noun) && event.signals(cues))
    });
    counted && general && !own && !named && !counts_the_unit(scene, fact, value)
}

/// "24 seats, and its leader of 16 years": the number has a noun of its own, and nothing makes it the
/// cue's.
fn counts_another(scene: &Scene<'_>, event: &Event, value: &Located) -> bool {
    let noun = noun_of(scene, value);
    event.is_nominal()
        && noun.is_some_and(|noun| scene.lower(noun).ends_with('s') && !event.words.contains(&noun))
        && (event.words.end..value.words.start).any(|at| matches!(scene.lower(at), "," | "and"))
}

/// A bracket or relative clause between does not separate cue and value.
fn inside_same(scene: &Scene<'_>, outer: usize, inner: usize) -> bool {
    let clauses = &scene.sentence.clauses;
    let bracket = |at: usize| clauses[at].kind == ClauseKind::Bracket;
    // "(67 km/h; 41 mph)": the second half of a bracket hangs on the first.
    let half = clauses[inner].parent.filter(|&first| first != outer && bracket(first));
    bracket(inner) && clauses[half.unwrap_or(inner)].parent == Some(outer)
}

/// "5.2 million people, has 1.1 million pensioners", "32% of the imports and 11% of the fish": the cue
/// is what another number counts.
fn counted_already(scene: &Scene<'_>, event: &Event, value: usize) -> bool {
    let located = &scene.values[value];
    let share_of_cue = |other: &Located| {
        matches!(other.reading.value, Value::Percent(_))
            && other.words.end < event.words.start
            && scene.lower(other.words.end) == "of"
            && !scene.sentence.verbs.iter().any(|verb| {
                verb.range.start >= other.words.end && verb.range.end <= event.words.start
            })
    };
    let shared = scene.values.iter().any(share_of_cue)
        && matches!(located.reading.value, Value::Percent(_))
        && scene.lower(located.words.end) == "of";
    if event.is_nominal() && shared {
        return true;
    }
    event.is_nominal()
        && noun_of(scene, located).is_some()
        && scene.values.iter().enumerate().any(|(index, other)| {
            index != value
                && super::rival::same_kind(other, located)
                && noun_of(scene, other).is_some_and(|noun| event.words.contains(&noun))
        })
}

fn quantity_between(scene: &Scene<'_>, event: &Event, value: usize) -> bool {
    let located = &scene.values[value];
    scene.values.iter().enumerate().any(|(index, other)| {
        index != value
            && other.words.start >= event.words.end
            && other.words.end <= located.words.start
            && super::rival::same_kind(other, located)
            && !same_amount_again(scene, other, located)
    })
}

/// The value counts what the fact counts: `unit: party`, "11 parties". Where two facts of the
/// subject count people, "14 people" says nothing: they may be those who died, who were hurt, who were there.
fn counts_the_unit(scene: &Scene<'_>, fact: FactId, value: &Located) -> bool {
    !counts_people_somehow(scene, fact)
        && !counts_some_kind(scene, fact)
        && matches!((scene.fact(fact).expected.number(), &value.reading.value), (Some(expected), Value::Number(stated))
        if number::counts_same(expected, stated))
}

/// The value's span: without the unit where the fact has none, without a counted noun always.
pub(super) fn span(scene: &Scene<'_>, fact: FactId, value: usize) -> Span {
    reading_span(scene, fact, &scene.values[value])
}

pub(super) fn push(
    scene: &Scene<'_>,
    fact: FactId,
    value: usize,
    mention: usize,
    construction: &'static str,
    drafts: &mut Vec<Draft>,
) {
    let stated = Stated::Reading(scene.values[value].reading.clone());
    let clause = scene.sentence.clause_of(scene.values[value].words.start);
    let draft = scene.draft(fact, span(scene, fact, value), stated, construction, clause);
    let subject = Some(scene.source(scene.mentions[mention].span));
    let presupposed = construction == APPOSED
        || construction == PREMODIFIED && is_compound(scene, &scene.values[value], mention)
        || is_inside(scene, value, mention);
    let times = times_of(scene, fact, &scene.values[value].words, Some(mention));
    let draft = Draft { subject, times, presupposed, ..draft };
    // "7,733 feet (2,357 m)"
    if let Some(again) = super::restated::restatement(scene, fact, span(scene, fact, value)) {
        let (place, stated) = again;
        let slot = (draft.slots[0].0, scene.source(place), stated);
        let again = Draft { slots: vec![slot], ..draft.clone() };
        if !drafts.iter().any(|it| it.fact == fact && it.slots[0].1 == again.slots[0].1) {
            drafts.push(again);
        }
    }
    drafts.push(draft);
}
