//! The lines of a source that a diagnostic shows: an own miette `SourceCode`.
//!
//! miette's default prints whole lines, counts columns in bytes, scans from the file's start for
//! every span, and prints everything between two labels. Here the windows are chosen beforehand,
//! with all marks known: each is cropped at word boundaries to the room there is, marks too far
//! apart get windows of their own, and the text is made safe. Several sources may stand in one
//! excerpt: their offsets are laid end to end.

use miette::{LabeledSpan, MietteError, MietteSpanContents, SourceCode, SourceSpan, SpanContents};

use super::{crop, sanitise};
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
    /// What to say of it.
    pub(crate) label: String,
    /// Whether the header gives this mark's line and column.
    pub(crate) is_primary: bool,
}

/// Windows on one or more sources.
#[derive(Debug, Default)]
pub(crate) struct Excerpt {
    windows: Vec<Window>,
    labels: Vec<LabeledSpan>,
    /// Where the next source's offsets begin.
    base: usize,
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
        for group in groups {
            self.add_window(source, group, room);
        }
        // One byte apart, so that no span belongs to two sources.
        self.base += source.text().len() + 1;
    }

    /// The labels, at offsets of the excerpt.
    pub(crate) fn labels(&self) -> impl Iterator<Item = LabeledSpan> + '_ {
        self.labels.iter().cloned()
    }

    fn add_window(&mut self, source: &Source, marks: Vec<Mark>, room: usize) {
        let hull = hull(&marks);
        let cropped = crop::around(source, hull, room, label_room(&marks));
        let text = sanitise::keeping_length(&cropped.text).into_owned();
        let window = Window {
            name: sanitise::on_one_line(source.name()).into_owned(),
            span: cropped.span.shifted(self.base),
            text: lone_carriage_returns_as_line_feeds(text),
            start: source.location(cropped.span.start),
            marks: marks
                .iter()
                .map(|mark| (mark.span.start + self.base, source.location(mark.span.start)))
                .collect(),
        };
        for mark in marks {
            let end = mark.span.end.min(cropped.span.end).max(mark.span.start);
            let label = Some(sanitise::on_one_line(&mark.label).into_owned());
            let start = mark.span.start + self.base;
            let length = end - mark.span.start;
            self.labels.push(if mark.is_primary {
                LabeledSpan::new_primary_with_span(label, (start, length))
            } else {
                LabeledSpan::new(label, start, length)
            });
        }
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
            window.name.clone(),
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
    let whole = hull(group).join(mark.span);
    let first = source.line_index(whole.start);
    let last = source.line_index(whole.end.saturating_sub(1).max(whole.start));
    let label_room = label_room(group).max(label_room(std::slice::from_ref(mark)));
    if first == last {
        return crop::fits(source.slice(whole), room.saturating_sub(label_room));
    }
    last - first < MOST_LINES
        && (first..=last).all(|line| crop::fits(source.slice(source.line_span(line)), room))
}

fn hull(marks: &[Mark]) -> Span {
    let spans = marks.iter().map(|mark| mark.span);
    spans.reduce(Span::join).unwrap_or_default()
}

/// Columns to keep free right of the marks, so that labels fit.
fn label_room(marks: &[Mark]) -> usize {
    let widest = marks.iter().map(|mark| crop::width(&mark.label)).max();
    widest.unwrap_or(0).min(MOST_LABEL_WIDTH) + 4
}

/// A lone CR ends a line for us, but not for miette, which would print it.
fn lone_carriage_returns_as_line_feeds(text: String) -> String {
    if !text.contains('\r') {
        return text;
    }
    text.replace("\r\n", "\0").replace('\r', "\n").replace('\0', "\r\n")
}
