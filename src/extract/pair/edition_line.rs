//! Lines of a list of editions: "10th, August 2018, Lindhaven", "First X Summit, Dhaka, 1985".

use super::super::claim::Stated;
use super::super::parse::Tag;
use super::super::scene::{Draft, Located, Scene, wants};
use super::attribute::with_facts;
use super::edition::places;
use crate::lexicon;
use crate::rules::expected::Column;
use crate::rules::{Expected, FactId, SubjectId};
use crate::source::Span;
use crate::value::Value;

/// How long such a line may be, in words.
const LONGEST: usize = 20;

/// Drafts the row that a line without a verb states.
pub(super) fn pair(scene: &Scene<'_>, drafts: &mut Vec<Draft>) {
    let range = &scene.sentence.range;
    if scene.context.cell || range.len() > LONGEST || !scene.sentence.verbs.is_empty() {
        return;
    }
    let ordinal = |value: &&Located| matches!(value.reading.value, Value::Ordinal(_));
    let mut ordinals = scene.values.iter().filter(ordinal);
    let (Some(ordinal), None) = (ordinals.next(), ordinals.next()) else { return };
    for (subject, span) in subjects(scene, ordinal) {
        for &fact in scene.facts_of(subject) {
            if let Expected::Editions(rows) = &scene.fact(fact).expected {
                let columns: Vec<&Column> = rows.iter().flat_map(|row| &row.columns).collect();
                row(scene, fact, &columns, ordinal, span, drafts);
            }
        }
    }
}

/// The series the line is of: named right after the ordinal, or, where the line opens with the
/// ordinal and names nothing, the one its head names.
fn subjects(scene: &Scene<'_>, ordinal: &Located) -> Vec<(SubjectId, Span)> {
    let end = ordinal.words.end;
    let named: Vec<(SubjectId, Span)> = scene
        .mentions
        .iter()
        .enumerate()
        .filter(|(i, mention)| mention.words.start == end && !scene.settings[*i].longer)
        .map(|(_, mention)| (mention.subject, scene.source(mention.span)))
        .collect();
    if !named.is_empty() {
        return named;
    }
    let opens = ordinal.words.start == scene.sentence.range.start
        && matches!(scene.lower(end), "," | ":" | "(" | "." | "–" | "—" | "-" | "edition" | "…");
    match opens && scene.mentions.is_empty() {
        true => with_facts(scene, &scene.context.section),
        false => Vec::new(),
    }
}

fn row(
    scene: &Scene<'_>,
    fact: FactId,
    columns: &[&Column],
    ordinal: &Located,
    subject: Span,
    drafts: &mut Vec<Draft>,
) {
    let mut slots: Vec<(&'static str, Span, Stated)> = Vec::new();
    let mut dates = scene.values.iter().filter(|v| matches!(v.reading.value, Value::Date(_)));
    let (date, more) = (dates.next(), dates.next());
    for value in [Some(ordinal), date.filter(|_| more.is_none())].into_iter().flatten() {
        let column = columns.iter().find(|column| wants(&column.value, &value.reading.value));
        if let Some(column) = column {
            let span = scene.source(value.reading.span);
            slots.push((column.key, span, Stated::Reading(value.reading.clone())));
        }
    }
    // An ordinal alone says nothing of its edition.
    if slots.len() < 2 {
        return;
    }
    slots.extend(place(scene, columns, ordinal));
    let draft = scene.draft(fact, Span::default(), slots[0].2.clone(), "line of editions", 0);
    drafts.push(Draft { slots, subject: Some(subject), presupposed: true, ..draft });
}

/// A known place, or the one name that stands between commas.
fn place(
    scene: &Scene<'_>,
    columns: &[&Column],
    ordinal: &Located,
) -> Option<(&'static str, Span, Stated)> {
    let (key, trie) = places(columns, true)?;
    let range = &scene.sentence.range;
    let known = trie.scan(scene.parse.text).into_iter().find(|hit| {
        let words = scene.parse.words_in(hit.span);
        range.contains(&words.start) && words.start >= ordinal.words.end
    });
    let span = match known {
        Some(hit) => hit.span,
        None => scene.span(&lone_name(scene, ordinal.words.end)?),
    };
    Some((key, scene.source(span), Stated::Text(scene.parse.text[span.range()].to_owned())))
}

/// The capitalised words after the last comma, where they are all that follows it.
fn lone_name(scene: &Scene<'_>, from: usize) -> Option<std::ops::Range<usize>> {
    let range = &scene.sentence.range;
    let end = range.end - usize::from(scene.lower(range.end - 1) == ".");
    let comma = (from..end).rev().find(|&at| scene.lower(at) == ",")?;
    let name = comma + 1..end;
    let all = name.clone().all(|at| scene.tag(at) == Some(Tag::Name) && !scene.is_value(at));
    let country = name.clone().any(|at| lexicon::is_country_or_demonym(&[scene.lower(at)]));
    (!name.is_empty() && all && !country).then_some(name)
}
