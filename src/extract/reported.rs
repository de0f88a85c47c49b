//! The time that a figure is reported for, where what heads it says so: "Attendance 2024" beside "13,900", "Full-year
//! results 2024" over a page, "17 May 2021" over a list.
//!
//! It must not know what the figure was.

use super::parse::ClauseKind;
use super::scene::{Draft, Located, Scene};
use crate::document::{Block, Document};
use crate::rules::Expected;
use crate::source::Span;
use crate::value::date::Precision;
use crate::value::{self, Reading, Value};

/// How many heads above a block may tell the year.
const HEADS: usize = 4;

/// The year for a value that changes, where its sentence gives no date.
pub(super) fn year_above(
    document: &Document,
    titles: &[usize],
    scene: &Scene<'_>,
    draft: &Draft,
) -> Option<Reading> {
    let changes = matches!(scene.fact(draft.fact).expected, Expected::Timeline(_));
    // "Revenue: €3.7 billion (2023: €3.5 billion)": a bracket has times of its own.
    let clauses = &scene.sentence.clauses;
    let aside = |it: &Located| {
        clauses[scene.sentence.clause_of(it.words.start)].kind == ClauseKind::Bracket
            && it.words.start > scene.value_word(draft)
    };
    let date = |it: &&Located| matches!(it.reading.value, Value::Date(_));
    let dated = || scene.values.iter().filter(date).any(|it| !aside(it));
    if !changes || !draft.times.is_empty() || dated() {
        return None;
    }
    let context = scene.context;
    let labels = [&context.label, &context.term, &context.introducer].into_iter().flatten();
    if let Some(year) = labels.map(|label| label.text.0.as_str()).find_map(year_of) {
        return Some(year);
    }
    heads(document, titles, scene).filter(|text| tells(text) && !is_part(text)).find_map(year_of)
}

/// Whether a page reports on a part of a year, and the sentence gives no other time: "Half-year results 2024".
pub(super) fn is_of_part(
    document: &Document,
    titles: &[usize],
    scene: &Scene<'_>,
    draft: &Draft,
) -> bool {
    matches!(scene.fact(draft.fact).expected, Expected::Timeline(_))
        && draft.times.is_empty()
        && heads(document, titles, scene).any(|text| tells(text) && is_part(text))
}

/// A head that is nothing but a date.
pub(super) fn lone_date(head: &Block) -> Option<(Reading, Span)> {
    if head.text.len() > 40 {
        return None;
    }
    // "Today" over what is so now is no date of it.
    let dated = |it: &Reading| matches!(&it.value, Value::Date(date) if !date.is_relative());
    let mut dates = value::read(&head.text).into_iter().filter(dated);
    let date = dates.next()?;
    let rest = head.text.len() - date.span.len();
    let span = head.source_span(date.span);
    // "[3.0.0] – 2021-05-18"
    let before = &head.text[..date.span.start];
    let release = date.span.end + 1 >= head.text.len()
        && before.bytes().any(|byte| byte.is_ascii_digit())
        && before.chars().all(|c| !c.is_alphabetic() || matches!(c, 'v' | 'V'));
    (dates.next().is_none() && (rest <= 4 || release)).then_some((date, span))
}

/// The texts of what heads a block.
fn heads<'d>(
    document: &'d Document,
    titles: &'d [usize],
    scene: &Scene<'_>,
) -> impl Iterator<Item = &'d str> {
    let above = |&at: &usize| document.blocks.get(at)?.heading;
    let heads = std::iter::successors(scene.block.heading, above).take(HEADS);
    let blocks = heads.chain(titles.iter().copied()).filter_map(|at| document.blocks.get(at));
    blocks.map(|block| block.text.as_str())
}

/// The one year that a head gives.
fn year_of(text: &str) -> Option<Reading> {
    if !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let is_year = |reading: &Reading| match &reading.value {
        Value::Date(date) => date.year().is_some() && !date.is_relative() && !date.is_vague(),
        _ => false,
    };
    let mut years = value::read(text).into_iter().filter(is_year);
    let year = years.next().filter(|_| years.next().is_none())?;
    // "Year ended 31 December 2024"
    let whole = matches!(&year.value, Value::Date(date) if date.precision() == Precision::Year)
        || text.to_lowercase().contains("ended");
    whole.then_some(year)
}

/// "Full-year results", "Annual report".
fn tells(text: &str) -> bool {
    has_word(text, |word| {
        matches!(word, "results" | "report" | "accounts" | "earnings" | "figures" | "ended")
    })
}

/// "Half-year results", "Q3 report": of less than a year.
fn is_part(text: &str) -> bool {
    has_word(text, |word| {
        matches!(
            word,
            "half" | "quarter" | "quarterly" | "interim" | "months" | "month" | "h1" | "h2"
        ) || matches!(word.as_bytes(), [b'q', b'1'..=b'4'] | [b'1'..=b'4', b'q'])
    })
}

fn has_word(text: &str, is: impl Fn(&str) -> bool) -> bool {
    text.to_lowercase().split(|c: char| !c.is_alphanumeric()).any(is)
}
