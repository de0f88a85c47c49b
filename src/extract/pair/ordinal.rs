//! Ordinals and editions: "the fifth X", "its fifth edition", "for the fifth time", and the date and
//! place said of the same edition.

use super::super::claim::Stated;
use super::super::event::Event;
use super::super::parse::Tag;
use super::super::scene::{Draft, Located, Scene, wants};
use super::edition_series;
use super::owner::{Owner, owners};
use crate::lexicon;
use crate::rules::expected::Column;
use crate::rules::{Expected, FactId, FactSubject};
use crate::source::Span;
use crate::text::NameTrie;
use crate::value::Value;

/// Nouns that carry an ordinal for a series: "the fifth edition of X".
const SERIES: &[&str] = &[
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
        if scene.settings[mention].longer {
            continue;
        }
        for &fact in scene.facts_of(scene.mentions[mention].subject) {
            match &scene.fact(fact).expected {
                Expected::Ordinal(_) => {
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

fn ordinals<'s>(scene: &'s Scene<'_>) -> impl Iterator<Item = &'s Located> {
    scene.values.iter().filter(|value| matches!(value.reading.value, Value::Ordinal(_)))
}

/// The ordinal that counts a mention: right before it, or before a noun of the series.
fn ordinal_of<'s>(scene: &'s Scene<'_>, fact: FactId, mention: usize) -> Option<&'s Located> {
    let words = &scene.mentions[mention].words;
    let setting = &scene.settings[mention];
    ordinals(scene).find(|value| {
        let end = value.words.end;
        if ranks(scene, fact, value, mention)
            || ranked(scene, fact, value, mention)
            || is_nth(scene, fact, value, mention)
        {
            return true;
        }
        let direct = end <= words.start
            && words.start <= end + 3
            && (end..words.start).all(|at| {
                scene.tag(at).is_some_and(Tag::is_nominal)
                    || super::super::token::is_quote(scene.parse, at)
                    || scene.lower(at) == "-"
            });
        let modified =
            setting.modifies.is_some_and(|noun| end <= noun && value.words.start >= words.end);
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
    apposed || determined && copula && scene.subjects_of(clause).contains(&mention)
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

/// A partial row: the ordinal, the date and the place that the sentence gives of one edition.
fn edition(
    scene: &Scene<'_>,
    fact: FactId,
    columns: &[&Column],
    mention: usize,
    drafts: &mut Vec<Draft>,
) {
    if ordinals(scene).nth(1).is_some() {
        return edition_series::rows(scene, fact, columns, mention, drafts);
    }
    let mut slots: Vec<(&'static str, Span, Stated)> = Vec::new();
    let mut clause = scene.sentence.clause_of(scene.mentions[mention].words.start);
    let key = |wanted: &Value| {
        columns.iter().find(|column| wants(&column.value, wanted)).map(|column| column.key)
    };
    if let Some(value) = ordinal_of(scene, fact, mention)
        && let Some(key) = key(&value.reading.value)
    {
        slots.push((key, scene.source(value.reading.span), Stated::Reading(value.reading.clone())));
    }
    for value in &scene.values {
        if let Value::Date(_) = value.reading.value
            && let Some(key) = key(&value.reading.value)
            && let Some(at) = dates_mention(scene, fact, value, mention)
        {
            clause = at;
            slots.push((
                key,
                scene.source(value.reading.span),
                Stated::Reading(value.reading.clone()),
            ));
        }
    }
    let counted = slots.iter().any(|(_, _, stated)| matches!(stated, Stated::Reading(it) if matches!(it.value, Value::Ordinal(_))));
    let placed = place(scene, columns, fact, mention);
    slots.extend(placed.or_else(|| place_beside(scene, columns, mention).filter(|_| counted)));
    if slots.is_empty() {
        return;
    }
    slots.extend(super::edition_count::count(scene, columns, clause));
    let subject = Some(scene.source(scene.mentions[mention].span));
    let stated = slots[0].2.clone();
    let draft = scene.draft(fact, Span::default(), stated, "edition", clause);
    drafts.push(Draft { slots, subject, ..draft });
}

/// The clause in which a date is said of a mention's event.
fn dates_mention(
    scene: &Scene<'_>,
    fact: FactId,
    value: &Located,
    mention: usize,
) -> Option<usize> {
    let cues = scene.cues(fact);
    owners(scene, value).into_iter().find_map(|owner| match owner {
        Owner::Event { event, .. } => {
            let event = &scene.events[event];
            let signalled =
                event.signals(cues) || scene.is_bare(fact) || was_there(scene, fact, event);
            let about = scene.arguments(event, cues).contains(&mention)
                || event_of_series(scene, event, mention);
            (signalled && about).then_some(event.clause)
        }
        Owner::After(word) => scene
            .antecedents(word)
            .contains(&mention)
            .then(|| scene.sentence.clause_of(scene.mentions[mention].words.start)),
        _ => None,
    })
}

/// "X was in Pell in 2016": of a series that is held somewhere.
fn was_there(scene: &Scene<'_>, fact: FactId, event: &Event) -> bool {
    let held = scene.fact(fact).predicate.builtin.contains(&"held");
    held && event.words.len() == 1
        && lexicon::is_be_form(scene.lower(event.head))
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

/// "the first X in New Delhi": a place that rows know, right after the name.
fn place_beside(
    scene: &Scene<'_>,
    columns: &[&Column],
    mention: usize,
) -> Option<(&'static str, Span, Stated)> {
    let end = scene.mentions[mention].words.end;
    let (key, trie) = places(columns, true)?;
    let hits = trie.scan(scene.parse.text).into_iter();
    let span = hits
        .map(|hit| hit.span)
        .find(|&span| scene.parse.word_at(span.start) == end + 1)
        .filter(|_| matches!(scene.lower(end), "in" | "at"))?;
    Some((key, scene.source(span), Stated::Text(scene.parse.text[span.range()].to_owned())))
}

/// The places that rows of a series know, with their value key; also those they hold to be wrong.
pub(super) fn places(columns: &[&Column], also_among: bool) -> Option<(&'static str, NameTrie)> {
    let mut trie = NameTrie::default();
    let mut key = None;
    for column in columns {
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
