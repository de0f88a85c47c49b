//! A partial row of a series: the ordinal, the date and the place that a sentence gives of one edition.
//!
//! It must not know which row that is.

use super::super::claim::{Doubt, Stated};
use super::super::event::Event;
use super::super::parse::{ClauseKind, Tag};
use super::super::scene::{Draft, Located, Scene, wants};
use super::before_name::premodified;
use super::edition_places;
use super::edition_series::{self, Slot, ranks_other};
use super::ordinal::{SERIES, ordinal_of, ordinals};
use super::owner::{Owner, owners};
use super::text::{expected_text, forms};
use crate::lexicon;
use crate::rules::expected::Column;
use crate::rules::{Expected, FactId};
use crate::source::Span;
use crate::text::NameTrie;
use crate::value::Value;

/// A partial row: the ordinal, the date and the place that the sentence gives of one edition.
pub(super) fn edition(
    scene: &Scene<'_>,
    fact: FactId,
    columns: &[&Column],
    mention: usize,
    drafts: &mut Vec<Draft>,
) {
    if ordinals(scene).filter(|value| !ranks_other(scene, value)).nth(1).is_some() {
        return edition_series::rows(scene, fact, columns, mention, drafts);
    }
    if edition_places::rows(scene, fact, columns, mention, drafts) {
        return;
    }
    let mut slots: Vec<Slot> = Vec::new();
    let mut clause = scene.sentence.clause_of(scene.mentions[mention].words.start);
    if let Some((value, _)) = ordinal_of(scene, fact, mention) {
        slots.extend(slot(scene, columns, value));
    }
    for value in &scene.values {
        if let Value::Date(_) = value.reading.value
            && let Some(slot) = slot(scene, columns, value)
            && let Some(at) = dates_mention(scene, fact, value, mention)
        {
            clause = at;
            slots.push(slot);
        }
    }
    let counted = slots.iter().any(edition_series::is_ordinal);
    if slots.len() > 1 && !counted {
        return each_alone(scene, fact, mention, slots, clause, drafts);
    }
    let governed = scene.settings[mention]
        .preposition
        .is_some_and(|at| matches!(scene.lower(at), "of" | "at" | "for" | "during"));
    if counted && slots.len() == 1 && (governed || leads(scene, mention)) {
        slots.extend(date_behind(scene, columns, scene.mentions[mention].words.end));
    }
    let named = before_name(scene, mention).and_then(|value| slot(scene, columns, value));
    add_place(scene, fact, columns, mention, counted || named.is_some(), &mut slots);
    let count = super::edition_count::count(scene, columns, clause);
    // The date before a name alone says which edition is meant, and nothing of it.
    if !(slots.is_empty() && count.is_none()) {
        slots.extend(named.filter(|slot| !slots.iter().any(|it| it.1 == slot.1)));
    }
    if slots.is_empty() {
        return;
    }
    slots.extend(count);
    let subject = Some(scene.source(scene.mentions[mention].span));
    let stated = slots[0].2.clone();
    let draft = scene.draft(fact, Span::default(), stated, "edition", clause);
    // "Nobody has forgotten the fifth X, held in Pell": said in passing.
    let kind = scene.sentence.clauses[clause].kind;
    let presupposed = matches!(kind, ClauseKind::Reduced | ClauseKind::Bracket);
    drafts.push(Draft { slots, subject, presupposed, ..draft });
}

/// Adds the place of an edition and the date that stands with it, if these or what else is `told` say which one it is.
fn add_place(
    scene: &Scene<'_>,
    fact: FactId,
    columns: &[&Column],
    mention: usize,
    told: bool,
    slots: &mut Vec<Slot>,
) {
    let placed = place(scene, columns, fact, mention);
    let beside = place_beside(scene, columns, mention);
    let dated = beside.as_ref().and_then(|place| date_beside(scene, columns, place.1));
    // "The X in Pell in May 2018 ended early": one of the series by its place and date.
    let told = told || dated.is_some() && leads(scene, mention);
    slots.extend(placed.or(beside.filter(|_| told)));
    let dated = dated.filter(|slot| told && !slots.iter().any(|it| it.0 == slot.0));
    slots.extend(dated);
}

/// "came out in 2002 and again in 2005": each may be of any row.
fn each_alone(
    scene: &Scene<'_>,
    fact: FactId,
    mention: usize,
    slots: Vec<Slot>,
    clause: usize,
    drafts: &mut Vec<Draft>,
) {
    let subject = Some(scene.source(scene.mentions[mention].span));
    drafts.extend(slots.into_iter().map(|slot| {
        let draft = scene.draft(fact, Span::default(), slot.2.clone(), "edition", clause);
        Draft { slots: vec![slot], subject, doubt: Some(Doubt::Either), ..draft }
    }));
}

/// A value as the column of a series that holds such values.
pub(super) fn slot(scene: &Scene<'_>, columns: &[&Column], value: &Located) -> Option<Slot> {
    let column = columns.iter().find(|column| wants(&column.value, &value.reading.value))?;
    let span = scene.source(value.reading.span);
    Some((column.key, span, Stated::Reading(value.reading.clone())))
}

/// "the 2018 X": the date right before a name.
pub(super) fn before_name<'s>(scene: &'s Scene<'_>, mention: usize) -> Option<&'s Located> {
    scene.values.iter().find(|value| {
        matches!(value.reading.value, Value::Date(_)) && premodified(scene, value) == Some(mention)
    })
}

/// The clause in which a date is said of a mention's event.
pub(super) fn dates_mention(
    scene: &Scene<'_>,
    fact: FactId,
    value: &Located,
    mention: usize,
) -> Option<usize> {
    let cues = scene.cues(fact);
    owners(scene, value).into_iter().find_map(|owner| match owner {
        Owner::Event { event, .. } => {
            let event = &scene.events[event];
            let signalled = (event.signals(cues) && !is_founding(scene, event))
                || scene.is_bare(fact)
                || was_there(scene, fact, event);
            if super::event_doubt::is_time_after(scene, event, value) {
                return None;
            }
            let about = scene.arguments(event, cues).contains(&mention)
                || event_of_series(scene, event, mention);
            (signalled && about).then_some(event.clause)
        }
        // "an evening with Ada Moss (7 May 2001)"
        Owner::After(_) if scene.mentions[mention].person => None,
        Owner::After(word) => (scene.antecedents(word).contains(&mention)
            || is_version_before(scene, fact, mention, word))
        .then(|| scene.sentence.clause_of(scene.mentions[mention].words.start)),
        _ => None,
    })
}

/// "X was started in 1979": the series, and none of its editions.
fn is_founding(scene: &Scene<'_>, event: &Event) -> bool {
    const FOUNDING: &[&str] = &["start", "begin", "found", "establish", "launch", "set", "create"];
    let Some(verb) = event.verb else { return false };
    let verb = &scene.sentence.verbs[verb];
    let head = scene.lower(event.head);
    // "X opened its office in May"
    let does = matches!(scene.lower(verb.range.end), "its" | "their" | "a" | "an" | "the")
        && (lexicon::is_form_of_any(head, FOUNDING)
            || lexicon::is_form_of_any(head, &["open", "close"]));
    verb.passive && lexicon::is_form_of_any(head, FOUNDING) || !verb.passive && does
}

/// "X 3.0 (March 2020)": between the name and the bracket stands what tells the row from others.
fn is_version_before(scene: &Scene<'_>, fact: FactId, mention: usize, bracket: usize) -> bool {
    let end = scene.mentions[mention].words.end;
    let forms = expected_text(scene, fact).map(|text| forms(scene, &text)).unwrap_or_default();
    forms.iter().any(|form| scene.parse.words_in(*form) == (end..bracket))
}

/// "X was in Pell in 2016", "X met in Pell": of a series that is held somewhere.
fn was_there(scene: &Scene<'_>, fact: FactId, event: &Event) -> bool {
    let held = scene.fact(fact).predicate.builtin.contains(&"held");
    let head = scene.lower(event.head);
    const MEETING: &[&str] = &["meet", "convene", "gather", "assemble"];
    held && event.verb.is_some()
        && event.words.len() == 1
        && (lexicon::is_be_form(head) || lexicon::is_form_of_any(head, MEETING))
        && matches!(scene.lower(event.words.end), "in" | "at")
        && scene.tag(event.words.end + 1) == Some(Tag::Name)
        && !scene.is_value(event.words.end + 1)
}

/// "its fourth meeting was held", "the fourth meeting of X was held": the event is about the meeting that the
/// mention owns.
fn event_of_series(scene: &Scene<'_>, event: &Event, mention: usize) -> bool {
    let setting = &scene.settings[mention];
    let of = setting.preposition.filter(|&at| scene.lower(at) == "of" && at > 0);
    let noun = setting.modifies.or_else(|| of.map(|at| at - 1));
    noun.is_some_and(|noun| {
        SERIES.contains(&scene.lower(noun))
            && noun < event.words.start
            && scene.sentence.clause_of(noun) == event.clause
    })
}

/// The place after "in" or "at" in the clause of the edition's event.
fn place(
    scene: &Scene<'_>,
    columns: &[&Column],
    fact: FactId,
    mention: usize,
) -> Option<(&'static str, Span, Stated)> {
    let (key, trie) = places(columns, true)?;
    let cues = scene.cues(fact);
    if let Some(span) = host(scene, &trie, mention) {
        let text = scene.parse.text[span.range()].to_owned();
        return Some((key, scene.source(span), Stated::Text(text)));
    }
    let event = scene.events.iter().find(|event| {
        (event.signals(cues) || was_there(scene, fact, event))
            && (scene.arguments(event, cues).contains(&mention)
                || event_of_series(scene, event, mention))
    })?;
    let clause_words = |at: usize| scene.sentence.clause_of(at) == event.clause;
    let known = trie.scan(scene.parse.text).into_iter().find(|hit| {
        let words = scene.parse.words_in(hit.span);
        scene.sentence.range.contains(&words.start)
            && clause_words(words.start)
            && words.start >= event.words.end
    });
    let span = match known {
        Some(hit) => hit.span,
        None => unknown_place(scene, event.words.end, event.clause)?,
    };
    let text = scene.parse.text[span.range()].to_owned();
    Some((key, scene.source(span), Stated::Text(text)))
}

/// "Graz hosted the eighth X": a known place that does the hosting.
fn host(scene: &Scene<'_>, trie: &NameTrie, mention: usize) -> Option<Span> {
    const REACH: usize = 4;
    let words = &scene.mentions[mention].words;
    let hosts = |at: usize| lexicon::is_form_of_any(scene.lower(at), &["host", "stage", "welcome"]);
    // "the eighth X, which Graz hosted"
    let relative = |head: usize| {
        let clause = &scene.sentence.clauses[scene.sentence.clause_of(head)];
        clause.kind == ClauseKind::Relative && scene.antecedents(clause.start).contains(&mention)
    };
    let verb = scene.sentence.verbs.iter().find(|verb| {
        !verb.passive
            && hosts(verb.head)
            && ((verb.range.end..verb.range.end + REACH).contains(&words.start)
                || relative(verb.head))
    })?;
    let hits = trie.scan(scene.parse.text).into_iter();
    hits.map(|hit| hit.span).find(|&span| scene.parse.words_in(span).end == verb.range.start)
}

/// "the first X in New Delhi": a place that rows know, right after the name.
fn place_beside(
    scene: &Scene<'_>,
    columns: &[&Column],
    mention: usize,
) -> Option<(&'static str, Span, Stated)> {
    let end = scene.mentions[mention].words.end;
    // "the X of 2018 in Pell"
    let dated = scene.value_at(end + 1).filter(|it| matches!(it.reading.value, Value::Date(_)));
    let end = match dated {
        Some(date) if matches!(scene.lower(end), "of" | "in") => date.words.end,
        _ => end,
    };
    let end = end + usize::from(scene.lower(end) == ",");
    let (key, trie) = places(columns, true)?;
    let hits = trie.scan(scene.parse.text).into_iter();
    let span = hits
        .map(|hit| hit.span)
        .find(|&span| scene.parse.word_at(span.start) == end + 1)
        .filter(|_| matches!(scene.lower(end), "in" | "at"))?;
    Some((key, scene.source(span), Stated::Text(scene.parse.text[span.range()].to_owned())))
}

/// "The X in Pell in May ended", "At the X in Pell in May, he said": what follows the name is of its phrase, as it is
/// not in "He came home from the X in Pell in May".
fn leads(scene: &Scene<'_>, mention: usize) -> bool {
    let start = scene.sentence.range.start;
    let past_the = |at: usize| at - usize::from(at > start && scene.lower(at - 1) == "the");
    let name = past_the(scene.mentions[mention].words.start);
    // "The Third X in 1797"
    let ordinal = ordinals(scene).find(|value| value.words.end == name);
    let first = ordinal.map_or(name, |value| value.words.start);
    let fronted = past_the(first) == start
        || first == start + 1
            && scene.tag(start) == Some(Tag::Preposition)
            && !matches!(scene.lower(start), "before" | "after" | "since" | "until");
    let clause = scene.sentence.clause_of(scene.mentions[mention].words.start);
    fronted || scene.sentence.verbs.is_empty() || scene.subjects_of(clause).contains(&mention)
}

/// "the first X in New Delhi in May 2018": a date right after the place.
fn date_beside(scene: &Scene<'_>, columns: &[&Column], place: Span) -> Option<Slot> {
    let here = |at: &usize| scene.source(scene.parse.words[*at].span).overlaps(place);
    let end = scene.sentence.range.clone().rev().find(here)? + 1;
    // "the sixth X in Tollmere this week"
    let at_once = matches!(scene.lower(end), "this" | "last" | "next");
    let dated = |value: &&Located| {
        matches!(value.reading.value, Value::Date(_))
            && value.words.start == end + usize::from(!at_once)
    };
    let value = scene.values.iter().find(dated)?;
    (at_once || matches!(scene.lower(end), "in" | "on" | "(" | ","))
        .then(|| slot(scene, columns, value))
        .flatten()
}

/// "The third X, in 1797, ended it", "The third X (1797) ended it": a date right behind the name.
fn date_behind(scene: &Scene<'_>, columns: &[&Column], end: usize) -> Option<Slot> {
    let at = end + usize::from(scene.lower(end) == ",");
    let bracket = scene.lower(end) == "(";
    let value = scene.values.iter().find(|value| {
        matches!(value.reading.value, Value::Date(_)) && value.words.start == at + 1
    })?;
    let closes = if bracket { ")" } else { "," };
    let closed = at == end && !bracket || scene.lower(value.words.end) == closes;
    (closed && matches!(scene.lower(at), "in" | "on" | "("))
        .then(|| slot(scene, columns, value))
        .flatten()
}

/// The places that rows of a series know, with their value key; also those they hold to be wrong.
pub(super) fn places(columns: &[&Column], also_among: bool) -> Option<(&'static str, NameTrie)> {
    let mut trie = NameTrie::default();
    let mut key = None;
    let placed = columns.iter().any(|column| column.key == "place");
    for column in columns.iter().filter(|column| !placed || column.key == "place") {
        if let Expected::Text(text) = &column.value {
            key = Some(column.key);
            let among = text.among.iter().filter(|_| also_among);
            for form in std::iter::once(&text.value).chain(&text.also).chain(among) {
                trie.insert(form, 0);
            }
        }
    }
    Some((key?, trie))
}

/// The places in a sentence that rows of a series know.
pub(super) fn place_forms(scene: &Scene<'_>, columns: &[&Column]) -> Vec<(&'static str, Span)> {
    let Some((key, trie)) = places(columns, false) else { return Vec::new() };
    let sentence = scene.span(&scene.sentence.range);
    let hits = trie.longest(&scene.parse.text[sentence.range()]);
    hits.into_iter().map(|hit| (key, hit.span.shifted(sentence.start))).collect()
}

/// "in Mumbai": capitalised words after "in" or "at" that are neither date nor person.
fn unknown_place(scene: &Scene<'_>, start: usize, clause: usize) -> Option<Span> {
    let range = start..scene.sentence.range.end;
    let open = range.clone().find(|&at| {
        matches!(scene.lower(at), "in" | "at")
            && scene.sentence.clause_of(at) == clause
            && scene.tag(at + 1) == Some(Tag::Name)
            && !scene.is_value(at + 1)
            && !lexicon::is_country_or_demonym(&[scene.lower(at + 1)])
    })?;
    let end = (open + 1..range.end)
        .find(|&at| scene.tag(at) != Some(Tag::Name) || scene.is_value(at))
        .unwrap_or(range.end);
    Some(scene.span(&(open + 1..end)))
}
