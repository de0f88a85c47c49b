//! AsciiDoc at the level of paragraphs, headings, lists, tables and delimited blocks.
//!
//! Listings, literals, passthroughs and comments are left out. Lines are read in order with the
//! delimited blocks that are open; no parser that gives offsets exists.

mod block;
mod header;
mod inline;
mod table;

use crate::source::{Source, Span};

use super::Document;
use super::indented::{self, Line};
use super::inline::push;
use super::metadata::MetadataDate;
use super::note;
use super::writer::{Frame, Writer};
use block::{Attributes, Delimiter};

/// Lists in lists and blocks in blocks, deeper than anybody writes.
const MAX_DEPTH: usize = 16;

/// Lifts the AsciiDoc text of `source`.
pub(super) fn lift(source: &Source) -> Document {
    let mut adoc = AsciiDoc {
        writer: Writer::new(source.text()),
        lines: indented::lines(source),
        date: MetadataDate::default(),
        open: Vec::new(),
        lists: Vec::new(),
        attributes: Attributes::default(),
        notes: Vec::new(),
        comments: Vec::new(),
    };
    adoc.read();
    let mut document = adoc.writer.finish();
    document.date = adoc.date.best();
    document.add_notes(source.text(), Vec::new(), adoc.comments);
    document
}

struct AsciiDoc<'t> {
    writer: Writer<'t>,
    lines: Vec<Option<Line<'t>>>,
    date: MetadataDate,
    /// The delimited blocks that are open, by their delimiter lines.
    open: Vec<(&'t str, Delimiter)>,
    /// The markers of the lists that are open, outermost first.
    lists: Vec<&'t str>,
    /// What attribute lines say of the block to come.
    attributes: Attributes,
    /// Footnotes met in the line, written after its block.
    notes: Vec<Span>,
    /// Comments that are notes to factlint.
    comments: Vec<Span>,
}

impl<'t> AsciiDoc<'t> {
    fn line(&self, index: usize) -> Option<Line<'t>> {
        self.lines.get(index).copied().flatten()
    }

    fn read(&mut self) {
        let mut at = self.header();
        while at < self.lines.len() {
            at = match self.line(at) {
                None => self.blank(at),
                Some(line) => self.block(at, line).max(at + 1),
            };
        }
        self.end_lists();
    }

    /// Blank lines: a list goes on after them only with another item, of any depth.
    fn blank(&mut self, at: usize) -> usize {
        self.end_block();
        let n_blank = self.lines[at..].iter().take_while(|line| line.is_none()).count();
        let next = self.line(at + n_blank);
        let is_open = |marker: &str| self.lists.iter().any(|open| open[..1] == marker[..1]);
        let item = next.and_then(|line| block::item(line.text));
        if !item.is_some_and(|item| is_open(item.marker)) && !self.lists.is_empty() {
            self.end_lists();
        }
        at + n_blank
    }

    /// Reads what begins at a line; where it ends.
    fn block(&mut self, at: usize, line: Line<'t>) -> usize {
        if line.text.starts_with("//") && !line.text.starts_with("///") {
            self.comment(line);
            return at + 1;
        }
        if let Some(delimiter) = Delimiter::of(line.text) {
            return self.delimited(at, line, delimiter);
        }
        if self.attributes.read(line.text) || line.text == "<<<" || line.text == "'''" {
            return at + 1;
        }
        if line.text == "+" {
            // What follows belongs to the item above.
            self.end_block();
            return at + 1;
        }
        if let Some(len) = block::title_len(line.text) {
            self.end_lists();
            self.writer.enter(Frame::Caption);
            self.push(Span::new(line.span.end - len, line.span.end));
            self.writer.leave(Frame::Caption);
            return at + 1;
        }
        if block::is_silent(line.text) {
            return at + 1;
        }
        if let Some(after) = self.section(at, line) {
            return after;
        }
        if let Some(item) = block::item(line.text) {
            return self.item(at, line, &item);
        }
        let is_literal = line.indent > 0 && self.lists.is_empty();
        self.paragraph(at, line, is_literal)
    }

    fn section(&mut self, at: usize, line: Line<'t>) -> Option<usize> {
        let below = self.line(at + 1).map(|below| below.text);
        let (level, skip, after) = block::heading(line.text, below)?;
        let title = line.after(skip)?;
        self.end_lists();
        let frame = Frame::Heading(level);
        self.writer.enter(frame);
        self.push(title.span);
        self.writer.leave(frame);
        self.end_block();
        self.attributes = Attributes::default();
        Some(at + after)
    }

    fn delimited(&mut self, at: usize, line: Line<'t>, delimiter: Delimiter) -> usize {
        self.end_block();
        let attributes = std::mem::take(&mut self.attributes);
        if let Some(index) = self.open.iter().rposition(|(open, _)| *open == line.text) {
            for (_, delimiter) in self.open.split_off(index) {
                self.close(delimiter);
            }
            return at + 1;
        }
        if delimiter == Delimiter::Table {
            return table::read(self, at);
        }
        if delimiter == Delimiter::Hidden || attributes.is_hidden {
            return block::end_of_hidden(&self.lines, at, line.text);
        }
        if self.open.len() < MAX_DEPTH {
            self.end_lists();
            let is_quote = delimiter == Delimiter::Quote || attributes.is_quote;
            let delimiter = if is_quote { Delimiter::Quote } else { Delimiter::Open };
            if is_quote {
                self.writer.enter(Frame::Quote);
            }
            self.open.push((line.text, delimiter));
        }
        at + 1
    }

    fn close(&mut self, delimiter: Delimiter) {
        self.end_lists();
        if delimiter == Delimiter::Quote {
            self.writer.leave(Frame::Quote);
        }
    }

    fn item(&mut self, at: usize, line: Line<'t>, item: &block::Item<'t>) -> usize {
        self.end_block();
        match self.lists.iter().position(|marker| *marker == item.marker) {
            Some(depth) => {
                for _ in self.lists.drain(depth + 1..) {
                    self.writer.leave(Frame::List);
                }
            }
            None if self.lists.len() < MAX_DEPTH => {
                self.lists.push(item.marker);
                self.writer.enter(Frame::List);
            }
            None => {}
        }
        self.writer.leave_within(Frame::Item, Frame::List);
        if item.term_len > 0 {
            // The term introduces its description, as a paragraph would.
            self.writer.leave(Frame::List);
            self.push(Span::new(line.span.start, line.span.start + item.term_len));
            self.writer.enter(Frame::List);
        }
        self.writer.enter(Frame::Item);
        match line.after(item.text_start) {
            Some(text) => self.paragraph(at, text, false),
            None => at + 1,
        }
    }

    /// A paragraph whose first line is `first`; literal ones, and those of code, are left out.
    fn paragraph(&mut self, at: usize, first: Line<'t>, is_literal: bool) -> usize {
        let in_item = !self.lists.is_empty();
        let ends = |line: &Line| {
            Delimiter::of(line.text).is_some()
                || line.text == "+"
                || (in_item && block::item(line.text).is_some())
        };
        let mut end = at + 1;
        while self.line(end).is_some_and(|line| !ends(&line)) {
            end += 1;
        }
        let attributes = std::mem::take(&mut self.attributes);
        if is_literal || attributes.is_hidden {
            return end;
        }
        if attributes.is_quote {
            self.writer.enter(Frame::Quote);
        }
        let start = first.span.start + block::admonition_len(first.text);
        let mut piece = Span::new(start, first.span.end);
        for index in at + 1..end {
            let Some(line) = self.line(index) else { continue };
            if line.text.starts_with("//") {
                self.comment(line);
                self.push(piece);
                self.writer.builder().push_space(Span::new(piece.end, line.span.start));
                piece = Span::new(line.span.end, line.span.end);
            } else {
                piece.end = line.span.end;
            }
        }
        // ` +` at a line's end breaks the line.
        if self.writer.text()[piece.range()].ends_with(" +") {
            piece.end -= 2;
        }
        self.push(piece);
        self.end_block();
        if attributes.is_quote {
            self.writer.leave(Frame::Quote);
        }
        end
    }

    fn comment(&mut self, line: Line<'t>) {
        let said = Span::new(line.span.start + "//".len(), line.span.end);
        self.comments.extend(note::instruction(self.writer.text(), said));
    }

    fn push(&mut self, span: Span) {
        push(&mut self.writer, span, inline::mark, &mut self.notes);
    }

    /// Ends the block, and writes its footnotes as paragraphs of their own.
    fn end_block(&mut self) {
        self.writer.end_block();
        for note in std::mem::take(&mut self.notes) {
            // A footnote in a footnote is no markup.
            push(&mut self.writer, note, inline::mark, &mut Vec::new());
            self.writer.end_block();
        }
    }

    fn end_lists(&mut self) {
        self.end_block();
        for _ in self.lists.drain(..) {
            self.writer.leave(Frame::List);
        }
    }
}
