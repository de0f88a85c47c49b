//! The lines of a source that a diagnostic shows: an own miette `SourceCode`.
//!
//! miette's default prints whole lines, counts columns in bytes, scans from the file's start for
//! every span, and prints everything between two labels. Here the windows are chosen beforehand,
//! with all marks known: each is cropped at word boundaries to the room there is, marks too far
//! apart get windows of their own, and the text is made safe. Several sources may stand in one
//! excerpt: the windows are laid end to end, so that offsets of the excerpt belong to one window.

use miette::{LabeledSpan, MietteError, MietteSpanContents, SourceCode, SourceSpan, SpanContents};

use super::{crop, link, sanitise};
use crate::source::{Location, Source, Span};

/// Marks on lines further apart than this are shown apart.
const MOST_LINES: usize = 4;

/// Room left for a label however long it is; the rest of it may run past the width.
const MOST_LABEL_WIDTH: usize = 40;

/// A labelled place to show.
#[derive(Debug, Clone)]
pub(crate) struct Mark {
    /// The place in its source.
    pub(crate) span: Span,
    /// What to say of it; nothing underlines it only.
    pub(crate) label: String,
    /// Whether the header gives this mark's line and column.
    pub(crate) is_primary: bool,
}

/// Windows on one or more sources.
#[derive(Debug, Default)]
pub(crate) struct Excerpt {
    windows: Vec<Window>,
    labels: Vec<LabeledSpan>,
    /// Where the next window's offsets begin.
    base: usize,
    /// See [`super::Look::links`].
    links: Option<&'static str>,
}

#[derive(Debug)]
struct Window {
    name: String,
    /// Bytes of the excerpt it shows.
    span: Span,
    text: String,
    start: Location,
    /// The marks' starts in the excerpt, with their places in the source.
    marks: Vec<(usize, Location)>,
}

impl Excerpt {
    /// Shows `marks` of `source` in a terminal `width` columns wide.
    pub(crate) fn add(&mut self, source: &Source, mut marks: Vec<Mark>, width: usize) {
        marks.sort_by_key(|mark| (mark.span.start, mark.span.end));
        let gutter = source.n_lines().to_string().len() + 4;
        let room = width.saturating_sub(gutter).max(20);
        let mut groups: Vec<Vec<Mark>> = Vec::new();
        for mark in marks {
            match groups.last_mut() {
                Some(group) if belongs(source, group, &mark, room) => group.push(mark),
                _ => groups.push(vec![mark]),
            }
        }
        // Windows are drawn in this order: the one that matters first.
        groups.sort_by_key(|group| !group.iter().any(|mark| mark.is_primary));
        for group in groups {
            self.add_window(source, group, room);
        }
    }

    /// Makes the sources' names links.
    pub(crate) fn link(&mut self, links: Option<&'static str>) {
        self.links = links;
    }

    /// The labels, at offsets of the excerpt.
    pub(crate) fn labels(&self) -> impl Iterator<Item = LabeledSpan> + '_ {
        self.labels.iter().cloned()
    }

    fn add_window(&mut self, source: &Source, marks: Vec<Mark>, room: usize) {
        let hull = hull(&marks);
        let cropped = crop::around(source, hull, room, overhang(source, &marks));
        let text = sanitise::keeping_length(&cropped.text).into_owned();
        let offset_of = |mark: &Mark| mark.span.start - cropped.span.start + self.base;
        let window = Window {
            name: source.name().to_owned(),
            span: Span::new(self.base, self.base + cropped.span.len()),
            text: lone_carriage_returns_as_line_feeds(text),
            start: source.location(cropped.span.start),
            marks: marks
                .iter()
                .map(|mark| (offset_of(mark), source.location(mark.span.start)))
                .collect(),
        };
        for mark in marks {
            let end = mark.span.end.min(cropped.span.end).max(mark.span.start);
            let label = crop::shortened(&sanitise::on_one_line(&mark.label), room - 4);
            let label = Some(label).filter(|label| !label.is_empty());
            let start = offset_of(&mark);
            let length = end - mark.span.start;
            self.labels.push(if mark.is_primary {
                LabeledSpan::new_primary_with_span(label, (start, length))
            } else {
                LabeledSpan::new(label, start, length)
            });
        }
        // One byte apart, so that no span belongs to two windows.
        self.base = window.span.end + 1;
        self.windows.push(window);
    }
}

impl SourceCode for Excerpt {
    fn read_span<'a>(
        &'a self,
        span: &SourceSpan,
        lines_before: usize,
        _lines_after: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let asked = Span::new(span.offset(), span.offset() + span.len());
        let window = self
            .windows
            .iter()
            .find(|window| window.span.contains(asked))
            .ok_or(MietteError::OutOfBounds)?;
        // Without context miette wants only the place of a mark, for the header.
        let place = match window.marks.iter().find(|(start, _)| *start == asked.start) {
            Some((_, location)) if lines_before == 0 => *location,
            _ => window.start,
        };
        let line_count = window.text.lines().count().saturating_sub(1);
        Ok(Box::new(MietteSpanContents::new_named(
            link::path(&window.name, self.links),
            window.text.as_bytes(),
            (window.span.start, window.span.len()).into(),
            place.line_number - 1,
            place.column - 1,
            line_count,
        )))
    }
}

/// Whether `mark` can be shown in one window with the marks before it.
fn belongs(source: &Source, group: &[Mark], mark: &Mark, room: usize) -> bool {
    let mut marks = group.to_vec();
    marks.push(mark.clone());
    let whole = hull(&marks);
    let first = source.line_index(whole.start);
    let last = source.line_index(whole.end.saturating_sub(1).max(whole.start));
    if first == last {
        return crop::fits(source.slice(whole), room)
            && crop::fits(source.slice(whole), room.saturating_sub(overhang(source, &marks)));
    }
    last - first < MOST_LINES
        && (first..=last).all(|line| crop::fits(source.slice(source.line_span(line)), room))
}

fn hull(marks: &[Mark]) -> Span {
    let spans = marks.iter().map(|mark| mark.span);
    spans.reduce(Span::join).unwrap_or_default()
}

/// Columns that the labels, which begin under the middle of their marks, take right of the last.
fn overhang(source: &Source, marks: &[Mark]) -> usize {
    let hull = hull(marks);
    let hull_width = crop::width(source.slice(hull));
    let label_end = |mark: &Mark| {
        let before = crop::width(source.slice(Span::new(hull.start, mark.span.start)));
        let middle = before + crop::width(source.slice(mark.span)) / 2;
        middle + crop::width(&mark.label).min(MOST_LABEL_WIDTH) + 4
    };
    let end = marks.iter().map(label_end).max().unwrap_or(0);
    end.saturating_sub(hull_width)
}

/// A lone CR ends a line for us, but not for miette, which would print it.
fn lone_carriage_returns_as_line_feeds(text: String) -> String {
    if !text.contains('\r') {
        return text;
    }
    text.replace("\r\n", "\0").replace('\r', "\n").replace('\0', "\r\n")
}
