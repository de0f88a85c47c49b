//! Facts of many rows: holders, timelines, editions.

use super::{FileScope, value};
use crate::rules::expected::{Column, Edition, Expected, Holder, Text, TimelineRow, Window};
use crate::rules::parse;
use crate::rules::written::{self, ValueKeys};
use crate::source::Span;
use crate::yaml::{Fault, Spanned};

type Rows<T> = Spanned<Vec<Spanned<T>>>;

/// The rows, unless there is none; `compile` gives nothing for a row that is faulty.
fn rows<W, R>(
    scope: &FileScope<'_>,
    rows: &Rows<W>,
    compile: impl FnMut(&Spanned<W>) -> Option<R>,
) -> Option<Vec<R>> {
    let written = rows.value.as_ref()?;
    if written.is_empty() {
        scope.fault(Fault::new(rows.span, "empty-list", "at least one row is needed"));
        return None;
    }
    Some(written.iter().filter_map(compile).collect())
}

/// `holders:`
pub(super) fn holders(scope: &FileScope<'_>, holders: &Rows<written::Holder>) -> Option<Expected> {
    let rows = rows(scope, holders, |row| {
        let holder = row.value.as_ref()?;
        let names = scope.forms(row.span, &holder.name, &holder.also);
        let window = scope.window(&holder.from, &holder.to);
        let acting = holder.acting.as_ref().and_then(|acting| acting.value).unwrap_or_default();
        Some(Holder { names: names?, window, acting, place: scope.place(row.span) })
    })?;
    check_repeated_holders(scope, &rows);
    Some(Expected::Holders(rows))
}

/// `timeline:`
pub(super) fn timeline(
    scope: &FileScope<'_>,
    timeline: &Rows<written::TimelineRow>,
    outer: &ValueKeys,
) -> Option<Expected> {
    let rows = rows(scope, timeline, |row| {
        let written = row.value.as_ref()?;
        let window = scope.window(&written.from, &written.to);
        let (key, span) =
            value::only(scope, &written.values, row.span, scope.first_line(row.span))?;
        if is_relation(scope, key, span) {
            return None;
        }
        let value = value::single(scope, key, &written.values, outer)?;
        Some(TimelineRow { value, window, place: scope.place(row.span) })
    })?;
    check_timeline_overlaps(scope, &rows);
    Some(Expected::Timeline(rows))
}

/// `editions:`
pub(super) fn editions(
    scope: &FileScope<'_>,
    editions: &Rows<written::Edition>,
    outer: &ValueKeys,
) -> Option<Expected> {
    let rows = rows(scope, editions, |row| {
        let written = row.value.as_ref()?;
        let present = value::present(&written.values);
        let mut kinds: Vec<&str> = present.iter().map(|&(key, _)| key).collect();
        kinds.extend(written.place.as_ref().map(|_| value::PLACE));
        value::check_companions(scope, &written.values, &kinds);
        let mut columns: Vec<Column> = present
            .iter()
            .filter(|&&(key, span)| !is_relation(scope, key, span))
            .filter_map(|&(key, span)| {
                let value = value::single(scope, key, &written.values, outer)?;
                Some(Column { key, value, place: scope.place(span) })
            })
            .collect();
        columns.extend(place(scope, written));
        if kinds.is_empty() {
            let span = scope.first_line(row.span);
            scope.fault(Fault::new(span, "empty-row", "this row states no value"));
        }
        Some(Edition { columns, place: scope.place(row.span) })
    })?;
    Some(Expected::Editions(rows))
}

/// The column `place`; `also` beside it holds its other forms unless a `text` claims them.
fn place(scope: &FileScope<'_>, edition: &written::Edition) -> Option<Column> {
    let place = edition.place.as_ref()?;
    let mut forms = scope.named(place)?;
    if edition.values.text.is_none() {
        forms.extend(scope.texts(&edition.values.also));
    }
    let value = forms.remove(0);
    let value = Expected::Text(Text { value, also: forms, among: Vec::new() });
    Some(Column { key: value::PLACE, value, place: scope.place(place.span) })
}

/// Rows hold single values only.
fn is_relation(scope: &FileScope<'_>, key: &str, span: Span) -> bool {
    let relation = matches!(key, "holders" | "timeline" | "editions");
    if relation {
        let message = format!("`{key}` cannot stand inside a row");
        scope.fault(Fault::new(scope.first_line(span), "nested-rows", message));
    }
    relation
}

/// The same person in two windows that share more than a day is most likely a copied row.
fn check_repeated_holders(scope: &FileScope<'_>, holders: &[Holder]) {
    let mut rows: Vec<&Holder> = holders.iter().collect();
    rows.sort_by(|a, b| a.names[0].cmp(&b.names[0]));
    for pair in rows.windows(2) {
        let same = pair[0].names[0] == pair[1].names[0] && pair[0].acting == pair[1].acting;
        if same && overlap(&pair[0].window, &pair[1].window) {
            let message = format!("{} holds the office twice at one time", pair[0].names[0]);
            overlapping(scope, pair[0].place.span, pair[1].place.span, message);
        }
    }
}

/// Two values at one time cannot both be expected.
fn check_timeline_overlaps(scope: &FileScope<'_>, timeline: &[TimelineRow]) {
    let start = |row: &TimelineRow| row.window.from.as_ref().and_then(parse::days);
    let mut rows: Vec<&TimelineRow> = timeline.iter().collect();
    rows.sort_by_key(|row| start(row).map(|days| days.first));
    for pair in rows.windows(2) {
        if overlap(&pair[0].window, &pair[1].window) {
            let message = "two rows hold at one time".to_owned();
            overlapping(scope, pair[0].place.span, pair[1].place.span, message);
        }
    }
}

fn overlapping(scope: &FileScope<'_>, one: Span, other: Span, message: String) {
    let (first, second) = (one.min(other), one.max(other));
    let fault = Fault::new(scope.first_line(second), "overlapping-rows", message)
        .related(scope.first_line(first), "the other row")
        .help("windows include both ends and may share a day, no more");
    scope.fault(fault.warning());
}

/// Whether two windows share more than the day on which one hands over to the other.
fn overlap(one: &Window, other: &Window) -> bool {
    let end = |date: &Option<_>| date.as_ref().map(parse::days);
    let bounds = |window: &Window| Some((end(&window.from), end(&window.to)));
    let (Some((from, to)), Some((other_from, other_to))) = (bounds(one), bounds(other)) else {
        return false;
    };
    let before = |to: Option<Option<_>>, from: Option<Option<_>>| match (to, from) {
        (Some(Some(to)), Some(Some(from))) => ends_before(to, from),
        // An end that cannot be put in days says nothing.
        (Some(None), _) | (_, Some(None)) => true,
        _ => false,
    };
    !before(to, other_from) && !before(other_to, from)
}

/// Ends may be as coarse as a year: they overlap only where no reading keeps them apart.
fn ends_before(to: crate::value::date::Interval, from: crate::value::date::Interval) -> bool {
    to.first <= from.last
}
