//! Values whose subject or predicate stands in the block's frame: "Founded: 1893" under a name,
//! table cells with row and column heads, bullets under a heading year.
//!
//! A label must be the cue and little else: "Main span: 503 m" is not a length, and "Café opened"
//! is not the museum's opening.

use super::super::claim::{Doubt, Stated};
use super::super::context::Head;
use super::super::person::name_from;
use super::super::scene::{Draft, Located, Scene, wants};
use super::edition_table::edition_cell;
use super::head_date::lone_date;
use super::label::is_qualified;
use super::label_words::{is_label_of, is_nothing, is_overview, is_total};
use super::office_label;
use super::restated::restated;
use super::text::{expected_text, forms};
use super::unit::{corner_unit, with_unit};
use crate::lexicon;
use crate::rules::expected::{Members, Text};
use crate::rules::{Expected, FactId, SubjectId};
use crate::source::Span;
use crate::text::same_text;
use crate::value::{self, Reading, Value};

/// Drafts claims from labels, cells and heading dates.
pub(super) fn pair(scene: &Scene<'_>, drafts: &mut Vec<Draft>) {
    if scene.context.cell {
        cell(scene, drafts);
    } else {
        super::label::pair(scene, drafts);
    }
    super::head_date::pair(scene, drafts);
}

/// "10 April 2010" and "10 April 2010, Vienna" beside "Signed": past the day, where none is expected.
fn past_date(scene: &Scene<'_>, text: &Text, start: usize) -> usize {
    let dated = |form: &String| form.contains(|c: char| c.is_ascii_digit());
    if std::iter::once(&text.value).chain(&text.also).any(dated) {
        return start;
    }
    let date = scene
        .values
        .iter()
        .find(|value| value.words.start == start && matches!(value.reading.value, Value::Date(_)));
    date.map_or(start, |value| {
        let end = value.words.end;
        end + usize::from(matches!(scene.lower(end), "," | "in" | "at"))
    })
}

/// What fills a label or a cell from a word on, by the fact's value key.
pub(super) fn filler(scene: &Scene<'_>, fact: FactId, start: usize) -> Option<(Span, Stated)> {
    let limit = scene.sentence.range.end;
    match &scene.fact(fact).expected {
        Expected::Holders(_) => {
            let name = name_from(scene.parse, start, limit)?;
            let span = scene.span(&name);
            Some((span, Stated::Name(scene.parse.text[span.range()].to_owned())))
        }
        expected if expected.is_of_texts() => {
            let text = expected_text(scene, fact)?;
            let start = past_date(scene, &text, start);
            // "J. Penrudd"
            let initial = |at: usize| {
                scene.lower(at) == "." && at > start && scene.parse.words[at - 1].raw.len() == 1
            };
            let end = (start..limit)
                .find(|&at| matches!(scene.lower(at), "," | ";" | "(" | ".") && !initial(at))
                .unwrap_or(limit);
            // "One Vision, One Identity": a form may have commas of its own.
            let known = forms(scene, &text).into_iter().map(|span| scene.parse.words_in(span));
            // "Station Road, Marram": an address ends with where it is.
            let part = known.clone().find(|words| {
                words.start > start && scene.lower(words.start - 1) == "," && words.end <= limit
            });
            if let Some(part) = part {
                let span = scene.span(&part);
                return Some((span, Stated::Text(scene.parse.text[span.range()].to_owned())));
            }
            let whole = known.filter(|words| words.start == start).map(|words| words.end).max();
            let n_commas = text.value.matches(',').count();
            // "Saturn V SA-503": a number of its own behind the name
            let code = |from: usize| {
                from < end
                    && (from..end).all(|at| {
                        let raw = scene.parse.words[at].raw;
                        !raw.chars().any(char::is_lowercase)
                    })
                    && (from..end)
                        .any(|at| scene.parse.words[at].raw.contains(|c: char| c.is_ascii_digit()))
            };
            let end = match whole {
                Some(whole) if code(whole) => whole,
                Some(whole) => end.max(whole),
                None if n_commas > 0 => {
                    let commas = (start..limit).filter(|&at| scene.lower(at) == ",");
                    commas.clone().nth(n_commas).unwrap_or(limit)
                }
                None => end,
            };
            let span = (end > start).then(|| scene.span(&(start..end)))?;
            Some((span, Stated::Text(scene.parse.text[span.range()].to_owned())))
        }
        // "28 April 2014" under "Signed" is nobody who did.
        Expected::Members(_) if scene.is_value(start) => None,
        Expected::Members(members) => listing(scene, members, start, limit),
        expected => {
            let wanted = scene
                .values
                .iter()
                .find(|value| value.words.start >= start && wants(expected, &value.reading.value));
            let Some(value) = wanted else { return lone_year(scene, expected, start) };
            (value.words.start <= start + 3)
                .then(|| (reading_span(scene, fact, value), Stated::Reading(value.reading.clone())))
        }
    }
}

/// The names that fill a label or a cell, parted by commas.
fn listing(
    scene: &Scene<'_>,
    members: &Members,
    start: usize,
    limit: usize,
) -> Option<(Span, Stated)> {
    let end =
        (start..limit).find(|&at| matches!(scene.lower(at), ";" | "(" | ".")).unwrap_or(limit);
    let mut items: Vec<Span> = scene.parse.words[start..end]
        .split(|word| matches!(word.lower.as_str(), "," | "and" | "&"))
        .filter_map(|item| Some(Span::new(item.first()?.span.start, item.last()?.span.end)))
        .collect();
    let name = |span: &Span| &scene.parse.text[span.range()];
    let listed = members.members.iter().flatten().chain(&members.among);
    let known = |span: &Span| listed.clone().any(|own| same_text(own, name(span)));
    // "Wyoming, Montana and Idaho, USA"
    let country = |span: &Span| {
        let lower = name(span).to_lowercase();
        lexicon::is_country_or_demonym(&lower.split_whitespace().collect::<Vec<_>>())
    };
    while items.len() > 2 && items.last().is_some_and(|last| country(last) && !known(last)) {
        items.pop();
    }
    // One name that no list has may be a place or anything else.
    if matches!(&items[..], [one] if !known(one)) {
        return None;
    }
    let span = Span::new(items.first()?.start, items.last()?.end);
    let names = items.iter().map(|span| name(span).to_owned()).collect();
    Some((span, Stated::Members { names, complete: true }))
}

/// "1187" beside "Founded": alone, such an early year is read as a number.
fn lone_year(scene: &Scene<'_>, expected: &Expected, start: usize) -> Option<(Span, Stated)> {
    let word = scene.parse.words.get(start)?;
    let year =
        (3..=4).contains(&word.raw.len()) && word.raw.bytes().all(|byte| byte.is_ascii_digit());
    let alone = matches!(scene.lower(start + 1), "" | "." | ";" | "," | "(");
    if !(year && alone && matches!(expected, Expected::Date(_))) {
        return None;
    }
    // With its preposition any year is read as one.
    let readings = value::read(&format!("in {}", word.raw));
    let mut reading = readings.into_iter().find(|it| wants(expected, &it.value))?;
    reading.span = word.span;
    Some((word.span, Stated::Reading(reading)))
}

/// Without the unit where the fact has none.
pub(super) fn reading_span(scene: &Scene<'_>, fact: FactId, value: &Located) -> Span {
    match (scene.fact(fact).expected.number(), &value.reading.value) {
        (Some(expected), Value::Number(stated)) if expected.unit.is_none() => stated.number_span,
        _ => value.reading.span,
    }
}

/// A cell one of whose heads names the predicate and the other the subject.
fn cell(scene: &Scene<'_>, drafts: &mut Vec<Draft>) {
    edition_cell(scene, drafts);
    let (row, column) = (scene.context.row.as_ref(), scene.context.column.as_ref());
    for (head, other) in [(row, column), (column, row)] {
        let Some(head) = head else { continue };
        let n_drafts = drafts.len();
        named_head(scene, head, drafts);
        super::head_date::date_changes(scene, other, &mut drafts[n_drafts..]);
    }
    for (cue, other) in [(row, column), (column, row)] {
        let Some(cue) = cue else { continue };
        super::head_date::dated_row(scene, cue, other, drafts);
        office_label::cell(scene, cue, other, drafts);
        super::expansion::full_name(scene, cue, drafts);
        let spoken = || match timed(other) {
            true => with_facts(scene, &scene.context.section),
            false => spoken_of(scene, other),
        };
        for (subject, span) in cornered(scene, other).unwrap_or_else(spoken) {
            for &fact in scene.facts_of(subject) {
                if timed(other) && !matches!(scene.fact(fact).expected, Expected::Date(_)) {
                    continue;
                }
                let pure = is_label_of(scene, &cue.words, fact);
                if !pure && !is_qualified(scene, &cue.words, fact) {
                    continue;
                }
                let n_drafts = drafts.len();
                // "2021" over a column: what was so then is heard where it agrees.
                let changes = matches!(scene.fact(fact).expected, Expected::Timeline(_));
                let dated = lone_date(other).is_some();
                if dated && changes {
                    continue;
                }
                cell_value(scene, fact, cue, span, drafts);
                if let Some(draft) = drafts.get_mut(n_drafts).filter(|_| dated || !pure) {
                    draft.doubt = Some(if dated { Doubt::Limited } else { Doubt::Either });
                }
            }
            let generic = matches!(cue.words.first().map(String::as_str), Some("year" | "date"))
                && cue.words.len() == 1;
            // "Osprix 2.4" in a table of releases is not Osprix.
            let explicit =
                other.is_some_and(|head| !head.subjects.is_empty() && is_nothing(&head.rest));
            if generic && explicit {
                super::head_date::dated_by_name(scene, subject, span, drafts);
            }
        }
    }
}

/// "Year", "When": the head of a column of times, over "1934" beside "Opened".
fn timed(head: Option<&Head>) -> bool {
    let time = |word: &String| {
        matches!(word.as_str(), "year" | "years" | "date" | "dates" | "day" | "when" | "time")
    };
    head.is_some_and(|head| !head.words.is_empty() && head.words.iter().all(time))
}

/// "X opened | 1932": one head names both the subject and the predicate.
pub(super) fn named_head(scene: &Scene<'_>, head: &Head, drafts: &mut Vec<Draft>) {
    super::expansion::headed(scene, head, drafts);
    for (subject, span) in with_facts(scene, &head.subjects) {
        for &fact in scene.facts_of(subject) {
            let whole = scene.is_bare(fact) && is_nothing(&head.rest);
            if whole
                || is_label_of(scene, &head.rest, fact)
                || super::head_date::tells_what_befell(scene, head, fact)
            {
                cell_value(scene, fact, head, span, drafts);
            }
        }
    }
}

/// Whether a head names its subject with nothing but what the subject is called: no "Little Aldur".
fn is_whole(scene: &Scene<'_>, head: &Head) -> bool {
    let called = |word: &str| {
        let mut named = head.subjects.iter();
        named.any(|(it, _)| crate::extract::antecedent::is_called(scene.book, *it, word))
    };
    let beside: Vec<String> =
        head.rest.iter().filter(|word| !called(word) && *word != "s").cloned().collect();
    is_nothing(&beside) || !head.text.0.starts_with(char::is_uppercase) || beside.len() > 2
}

/// What the corner names over rows without a head of their column, or with a date for one: "X | |" over
/// "Height | 134 m", "X | 2018 | 2019" over "Revenue | 17 | 19".
pub(super) fn cornered(scene: &Scene<'_>, other: Option<&Head>) -> Option<Vec<(SubjectId, Span)>> {
    let corner = scene.context.corner.as_ref()?;
    let blank = other.is_none_or(|head| head.words.is_empty()) || lone_date(other).is_some();
    let subjects = with_facts(scene, &corner.subjects);
    let comma = corner.rest.iter().position(|word| word == ",").unwrap_or(corner.rest.len());
    let rest = &corner.rest[..comma];
    let plain = is_nothing(rest) || is_overview(rest);
    (blank && plain && !subjects.is_empty()).then_some(subjects)
}

/// The subjects the other head names; without a name in it, the section's if the head is empty.
fn spoken_of(scene: &Scene<'_>, other: Option<&Head>) -> Vec<(SubjectId, Span)> {
    let empty = |head: &Head| {
        head.words.iter().all(|word| {
            matches!(
                word.as_str(),
                "value"
                    | "values"
                    | "detail"
                    | "details"
                    | "fact"
                    | "figure"
                    | "figures"
                    | "data"
                    | "information"
                    | "what"
                    | "how"
                    | "many"
                    | "much"
                    | "number"
                    | "amount"
                    | "item"
                    | "quantity"
                    | "property"
                    | "attribute"
                    | "field"
                    | "feature"
                    | "answer"
                    | "entry"
            ) || !word.chars().any(char::is_alphanumeric)
        })
    };
    match other {
        Some(head) if !head.subjects.is_empty() && is_whole(scene, head) => {
            with_facts(scene, &head.subjects)
        }
        Some(head) if !empty(head) && !is_total(head) && lone_date(Some(head)).is_none() => {
            Vec::new()
        }
        _ => with_facts(scene, &scene.context.section),
    }
}

/// The one subject of a list that facts are about.
pub(super) fn with_facts(
    scene: &Scene<'_>,
    subjects: &[(SubjectId, Span)],
) -> Vec<(SubjectId, Span)> {
    let own: Vec<(SubjectId, Span)> = subjects
        .iter()
        .copied()
        .filter(|(subject, _)| !scene.facts_of(*subject).is_empty())
        .collect();
    // Two facts may list the same names, or share one: one thing, two subjects.
    let one = own.iter().all(|(subject, span)| {
        own.first().is_some_and(|first| {
            first.1 == *span || scene.index.twin(first.0) == scene.index.twin(*subject)
        })
    });
    let mut subjects = if one { own } else { Vec::new() };
    subjects.dedup_by_key(|(subject, _)| *subject);
    subjects
}

pub(super) fn cell_value(
    scene: &Scene<'_>,
    fact: FactId,
    cue: &Head,
    subject: Span,
    drafts: &mut Vec<Draft>,
) {
    // "1954" under "Year" is no attendance.
    let column = scene.context.column.as_ref().map(|head| head.words.as_slice());
    let years =
        matches!(column, Some([word]) if matches!(word.as_str(), "year" | "date" | "season"));
    if years && matches!(scene.fact(fact).expected, Expected::Number(_)) {
        return;
    }
    let start = scene.sentence.range.start;
    if let Some(unit) = &cue.unit
        && let Some((span, stated)) = with_unit(scene, fact, unit)
    {
        return push(scene, fact, span, stated, subject, "table cell", drafts);
    }
    if let Some((span, stated)) = corner_unit(scene).and_then(|it| with_unit(scene, fact, &it)) {
        return push(scene, fact, span, stated, subject, "table cell", drafts);
    }
    if let Some((span, stated)) = filler(scene, fact, start) {
        push(scene, fact, span, stated, subject, "table cell", drafts);
        restated(scene, fact, span, subject, "table cell", drafts);
    }
}

/// "Revenue (2023)" at the head of a row: when what the cell says was so.
fn head_times(scene: &Scene<'_>) -> Vec<Reading> {
    let heads = [&scene.context.row, &scene.context.column].into_iter().flatten();
    let mut dates = heads
        .flat_map(|head| &head.values)
        .filter(|(reading, _)| matches!(reading.value, Value::Date(_)));
    match (dates.next(), dates.next()) {
        (Some((reading, _)), None) if scene.context.cell => vec![reading.clone()],
        _ => Vec::new(),
    }
}

pub(super) fn push(
    scene: &Scene<'_>,
    fact: FactId,
    span: Span,
    stated: Stated,
    subject: Span,
    construction: &'static str,
    drafts: &mut Vec<Draft>,
) {
    let range = &scene.sentence.range;
    let at = scene.parse.word_at(span.start).clamp(range.start, range.end - 1);
    let draft = scene.draft(fact, span, stated, construction, scene.sentence.clause_of(at));
    // "Visitors: 415,000 in 2022"
    let value = scene.value_at(at).filter(|_| !scene.context.cell);
    let times = value.map(|value| super::when::times(scene, fact, &value.words));
    let times = times.unwrap_or_else(|| head_times(scene));
    drafts.push(Draft { subject: Some(subject), presupposed: true, times, ..draft });
}
