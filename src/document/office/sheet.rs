//! What a word processor's document shows, paragraph by paragraph, before it becomes a source and
//! blocks.

use crate::document::Document;
use crate::document::writer::{Frame, Writer};
use crate::source::{Source, Span};

/// A line break within a paragraph. It ends no line of the source: a line is a paragraph.
const LINE_BREAK: char = '\u{2028}';

/// Lists in lists, deeper than anybody writes.
const MAX_LEVEL: usize = 16;

/// What a paragraph is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Kind {
    #[default]
    Body,
    Heading(u8),
    Caption,
    Quote,
    /// An item of a list at a level, counted from 0.
    Item(usize),
}

/// Text and frames in reading order.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    text: String,
    steps: Vec<Step>,
    /// The paragraphs being read: a text box stands inside one.
    open: Vec<Paragraph>,
    /// How many lists [`Kind::Item`] has opened.
    level: usize,
}

#[derive(Debug)]
enum Step {
    Enter(Frame),
    Leave(Frame),
    LeaveWithin(Frame, Frame),
    Paragraph(Span),
}

#[derive(Debug, Default)]
struct Paragraph {
    kind: Kind,
    text: String,
}

impl Sheet {
    /// Begins a paragraph; one that is open goes on after it.
    pub(super) fn start_paragraph(&mut self, kind: Kind) {
        self.open.push(Paragraph { kind, text: String::new() });
    }

    /// Says what the open paragraph is.
    pub(super) fn set_kind(&mut self, kind: Kind) {
        if let Some(paragraph) = self.open.last_mut() {
            paragraph.kind = kind;
        }
    }

    /// What the open paragraph is.
    pub(super) fn kind(&self) -> Kind {
        self.open.last().map_or(Kind::Body, |paragraph| paragraph.kind)
    }

    /// Appends to the open paragraph. Line ends in the XML are space.
    pub(super) fn push(&mut self, text: &str) {
        if let Some(paragraph) = self.open.last_mut() {
            paragraph.text.extend(text.chars().map(|c| if "\r\n".contains(c) { ' ' } else { c }));
        }
    }

    /// Breaks the line within the open paragraph.
    pub(super) fn break_line(&mut self) {
        if let Some(paragraph) = self.open.last_mut() {
            paragraph.text.push(LINE_BREAK);
        }
    }

    /// Ends the open paragraph.
    pub(super) fn end_paragraph(&mut self) {
        let Some(paragraph) = self.open.pop() else { return };
        let start = self.text.len();
        self.text.push_str(&paragraph.text);
        let step = Step::Paragraph(Span::new(start, self.text.len()));
        self.text.push('\n');
        let frame = match paragraph.kind {
            Kind::Item(level) => {
                self.enter_item(level.min(MAX_LEVEL));
                self.steps.push(step);
                return;
            }
            Kind::Body => None,
            Kind::Heading(level) => Some(Frame::Heading(level)),
            Kind::Caption => Some(Frame::Caption),
            Kind::Quote => Some(Frame::Quote),
        };
        // An empty paragraph is a gap between two items.
        if !paragraph.text.trim().is_empty() {
            self.end_items();
        }
        self.steps.extend(frame.map(Step::Enter));
        self.steps.push(step);
        self.steps.extend(frame.map(Step::Leave));
    }

    /// Opens a frame around the paragraphs to come.
    pub(super) fn enter(&mut self, frame: Frame) {
        self.end_items();
        self.steps.push(Step::Enter(frame));
    }

    /// Closes it.
    pub(super) fn leave(&mut self, frame: Frame) {
        self.end_items();
        self.steps.push(Step::Leave(frame));
    }

    /// Says how many columns the cell just entered covers.
    pub(super) fn widen_cell(&mut self, n_columns: usize) {
        if let Some(Step::Enter(Frame::Cell(shape))) = self.steps.last_mut() {
            shape.n_columns = n_columns;
        }
    }

    fn enter_item(&mut self, level: usize) {
        while self.level > level + 1 {
            self.steps.push(Step::Leave(Frame::List));
            self.level -= 1;
        }
        while self.level < level + 1 {
            self.steps.push(Step::Enter(Frame::List));
            self.level += 1;
        }
        self.steps.push(Step::LeaveWithin(Frame::Item, Frame::List));
        self.steps.push(Step::Enter(Frame::Item));
    }

    fn end_items(&mut self) {
        for _ in 0..std::mem::take(&mut self.level) {
            self.steps.push(Step::Leave(Frame::List));
        }
    }

    /// The source, and its blocks.
    pub(super) fn finish(mut self, name: &str) -> (Source, Document) {
        while !self.open.is_empty() {
            self.end_paragraph();
        }
        let source = Source::new(name, self.text);
        let mut writer = Writer::new(source.text());
        for step in self.steps {
            match step {
                Step::Enter(frame) => writer.enter(frame),
                Step::Leave(frame) => writer.leave(frame),
                Step::LeaveWithin(frame, within) => writer.leave_within(frame, within),
                Step::Paragraph(span) => write_paragraph(&mut writer, span),
            }
        }
        let document = writer.finish();
        (source, document)
    }
}

fn write_paragraph(writer: &mut Writer, span: Span) {
    let mut start = span.start;
    for line in writer.text()[span.range()].split_inclusive(LINE_BREAK) {
        let text = line.trim_end_matches(LINE_BREAK);
        writer.push(Span::new(start, start + text.len()));
        if text.len() < line.len() {
            let end = Span::new(start + text.len(), start + line.len());
            writer.builder().push_hard_end(end);
        }
        start += line.len();
    }
    writer.end_block();
}
