//! Cells of a table of editions: the row's first cell says which edition, the column's head what of it.

use super::super::claim::Stated;
use super::super::context::Head;
use super::super::row::Sibling;
use super::super::scene::{Draft, Scene, wants};
use super::attribute::with_facts;
use super::edition_series::Slot;
use super::ordinal::SERIES;
use crate::rules::expected::{Column, Edition};
use crate::rules::{Expected, FactId};
use crate::source::Span;
use crate::value::{self, Reading};

/// A cell of a table of editions: its row's first cell identifies the edition.
pub(super) fn edition_cell(scene: &Scene<'_>, drafts: &mut Vec<Draft>) {
    let Some(column) = &scene.context.column else { return };
    let corner = scene.context.corner.as_ref().map(|head| with_facts(scene, &head.subjects));
    let row = scene.context.row.as_ref().map(|head| with_facts(scene, &head.subjects));
    let named = row
        .filter(|subjects| !subjects.is_empty())
        .or(corner)
        .filter(|subjects| !subjects.is_empty());
    let series = named.unwrap_or_else(|| with_facts(scene, &scene.context.section));
    for (subject, span) in series {
        for &fact in scene.facts_of(subject) {
            let Expected::Editions(rows) = &scene.fact(fact).expected else { continue };
            let Some(cell) = columns(scene, fact, rows, column)
                .find_map(|cell| edition_value(scene, cell.key, &cell.value))
            else {
                continue;
            };
            let (key, value, stated) = cell;
            let mut draft = scene.draft(fact, value, stated.clone(), "table of editions", 0);
            draft.slots = vec![(key, scene.source(value), stated)];
            draft.slots.extend(row_head(scene, rows));
            let others = scene.context.siblings.iter().filter_map(|it| {
                columns(scene, fact, rows, &it.column).find_map(|cell| sibling_value(it, cell))
            });
            for (key, span, stated) in others {
                if !draft.slots.iter().any(|slot| slot.0 == key || slot.1 == span) {
                    draft.slots.push((key, span, stated));
                }
            }
            draft.given = Some(1);
            draft.subject = Some(span);
            draft.presupposed = true;
            drafts.push(draft);
        }
    }
}

/// The columns of a series that a column of a table may hold, as its head says.
fn columns<'s>(
    scene: &'s Scene<'_>,
    fact: FactId,
    rows: &'s [Edition],
    head: &'s Head,
) -> impl Iterator<Item = &'s Column> {
    let all = || rows.iter().flat_map(|row| &row.columns);
    let placed = all().any(|cell| cell.key == "place");
    all().filter(move |cell| match cell.value {
        Expected::Text(_) if placed && cell.key == "text" => names_who(scene, fact, head),
        _ => heads_column(cell.key, &cell.value, head),
    })
}

/// "Winner", or a head in the fact's own words: the text of a row, where the place has a column of its own.
fn names_who(scene: &Scene<'_>, fact: FactId, head: &Head) -> bool {
    let words: Vec<&str> = head.words.iter().map(String::as_str).collect();
    let cues = scene.cues(fact);
    let signals =
        |at: usize| scene.index.cues_at(&words[at..]).iter().any(|it| cues.contains(&it.id));
    let who = words.iter().any(|word| {
        matches!(
            *word,
            "winner"
                | "winners"
                | "champion"
                | "champions"
                | "victor"
                | "laureate"
                | "recipient"
                | "title"
                | "theme"
        )
    });
    let other = |word: &&str| PLACES.contains(word) || NUMBERS.contains(word);
    who || !words.iter().any(other) && (0..words.len()).any(signals)
}

/// What heads a column of ordinals.
const NUMBERS: &[&str] = &["edition", "number", "no", "nr", "meeting", "session", "round", "#"];

/// What heads a column of places.
const PLACES: &[&str] = &[
    "place", "venue", "city", "host", "hosts", "location", "where", "held", "town", "country",
    "site", "ground", "stadium", "setting",
];

/// "Date", "Place", "Edition": a column's head names the kind of value below it.
fn heads_column(key: &str, expected: &Expected, column: &Head) -> bool {
    let kinds: &[&str] = match expected {
        Expected::Date(_) => &["date", "dates", "held", "when", "year"],
        Expected::Ordinal(_) => NUMBERS,
        Expected::Text(_) => PLACES,
        Expected::Money(_) => {
            &["prize", "purse", "cost", "budget", "fund", "money", "award", "value", "price"]
        }
        Expected::Percent(_) => &["share", "percentage", "percent", "%", "rate", "turnout"],
        Expected::Duration(_) => &["length", "days", "hours", "time", "lasted"],
        Expected::Number(number) if number.counted_noun().is_none() => {
            &["distance", "length", "height", "size", "weight", "km", "m"]
        }
        _ => &[],
    };
    // "Nations", where the rows count nations.
    let counted = matches!(expected, Expected::Number(number)
    if number.counted_noun().is_some_and(|noun| {
        column.words.iter().any(|word| value::fold_noun(word) == noun)
    }));
    let names_series =
        !column.subjects.is_empty() && matches!(expected, Expected::Ordinal(_) | Expected::Date(_));
    let counts_series = matches!(expected, Expected::Ordinal(_))
        && column.words.iter().any(|word| SERIES.contains(&word.as_str()));
    names_series
        || counts_series
        || counted
        || column.words.iter().any(|word| word == key || kinds.contains(&word.as_str()))
}

/// What another cell of the row holds of a column.
fn sibling_value(cell: &Sibling, column: &Column) -> Option<Slot> {
    if let Expected::Text(_) = column.value {
        let (text, span) = cell.text.clone();
        return Some((column.key, span, Stated::Text(text)));
    }
    let (text, place) = &cell.text;
    if let Some(reading) = lone_ordinal(text, &column.value) {
        return Some((column.key, *place, Stated::Reading(reading)));
    }
    let (reading, span) = cell.values.iter().find(|(it, _)| wants(&column.value, &it.value))?;
    Some((column.key, *span, Stated::Reading(reading.clone())))
}

/// "4" in a column of ordinals, as "4th" is read; its span is that of the text.
fn lone_ordinal(text: &str, expected: &Expected) -> Option<Reading> {
    let number = text.trim().trim_end_matches('.').trim_start_matches('#');
    let small = (1..=3).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_digit());
    if !(small && matches!(expected, Expected::Ordinal(_))) {
        return None;
    }
    let readings = value::read(&format!("the {number}th X")).into_iter();
    let reading = readings.into_iter().find(|it| wants(expected, &it.value))?;
    Some(Reading { span: Span::new(0, text.len()), ..reading })
}

fn edition_value(
    scene: &Scene<'_>,
    key: &'static str,
    expected: &Expected,
) -> Option<(&'static str, Span, Stated)> {
    if let Expected::Text(_) = expected {
        let span = scene.span(&scene.sentence.range);
        return Some((key, span, Stated::Text(scene.parse.text[span.range()].to_owned())));
    }
    let span = scene.span(&scene.sentence.range);
    if let Some(reading) = lone_ordinal(&scene.parse.text[span.range()], expected) {
        return Some((key, span, Stated::Reading(reading)));
    }
    let value = scene.values.iter().find(|value| wants(expected, &value.reading.value))?;
    Some((key, value.reading.span, Stated::Reading(value.reading.clone())))
}

/// What the row's first cell says of the edition.
fn row_head(scene: &Scene<'_>, rows: &[Edition]) -> Vec<(&'static str, Span, Stated)> {
    let Some(head) = &scene.context.row else { return Vec::new() };
    let cells = || rows.iter().flat_map(|row| &row.columns);
    let (text, place) = &head.text;
    let ordinal = cells().find_map(|cell| Some((cell.key, lone_ordinal(text, &cell.value)?)));
    if let Some((key, reading)) = ordinal {
        return vec![(key, *place, Stated::Reading(reading))];
    }
    let mut cells = cells();
    head.values
        .iter()
        .find_map(|(reading, span)| {
            let cell = cells.find(|cell| wants(&cell.value, &reading.value))?;
            Some((cell.key, *span, Stated::Reading(reading.clone())))
        })
        .into_iter()
        .collect()
}
