//! HTML: the WHATWG tokenizer's events turned into frames and text, and the dates of the head.
//!
//! No tree is built: a reader needs only which blocks begin and end, and tag soup has no tree.
//! Markdown reads its embedded HTML through the same [`Html`].

mod charset;
mod dates;
mod entities;
mod roles;
mod superscript;

use std::convert::Infallible;

use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};
use html5gum::{Span as HtmlSpan, Tokenizer};

use crate::source::{Source, Span};

use super::Document;
use super::metadata::{MetadataDate, Rank};
use super::note;
use super::opening;
use super::table::CellShape;
use super::writer::{Frame, Writer};
use roles::Role;
use superscript::Superscript;

pub(super) use charset::declared_encoding;

/// Lifts the HTML text of `source`.
pub(super) fn lift(source: &Source) -> Document {
    let mut html = Html::new(Writer::new(source.text()));
    html.read(Span::new(0, source.text().len()));
    html.finish()
}

/// Reads HTML into a writer.
#[derive(Debug)]
pub(super) struct Html<'t> {
    pub(super) writer: Writer<'t>,
    pub(super) date: MetadataDate,
    tag: StartTag,
    /// The element whose content is left out, and how deep it is nested in itself.
    skip: Option<(Vec<u8>, usize)>,
    superscript: Option<Superscript>,
    /// A definition list has definitions open.
    in_definitions: bool,
    /// `<thead>` is open: its cells head their columns, however they are marked up.
    in_table_head: bool,
    /// The last thing seen was a line break.
    after_break: bool,
    /// `<script type="application/ld+json">` is open.
    in_json_ld: bool,
    /// The first time element, and the block it stands in.
    shown_time: Option<(usize, String, Span)>,
    /// The block of the first heading of the first level.
    headline: Option<usize>,
    /// Notes to factlint.
    pub(super) notes: Vec<Span>,
}

/// A start tag while its attributes are read.
#[derive(Debug, Default)]
struct StartTag {
    name: Vec<u8>,
    start: usize,
    attribute: String,
    /// Names and values of attributes that have a value.
    values: Vec<(String, String, Span)>,
}

impl StartTag {
    fn value(&self, names: &[&str]) -> Option<(&str, Span)> {
        let found = self.values.iter().find(|(name, ..)| names.contains(&name.as_str()))?;
        Some((&found.1, found.2))
    }

    fn number(&self, name: &str) -> usize {
        self.value(&[name]).and_then(|(value, _)| value.trim().parse().ok()).unwrap_or(1)
    }
}

impl<'t> Html<'t> {
    pub(super) fn new(writer: Writer<'t>) -> Self {
        Self {
            writer,
            date: MetadataDate::default(),
            tag: StartTag::default(),
            skip: None,
            superscript: None,
            in_definitions: false,
            in_table_head: false,
            after_break: false,
            in_json_ld: false,
            shown_time: None,
            headline: None,
            notes: Vec::new(),
        }
    }

    /// Reads the HTML at `span`.
    pub(super) fn read(&mut self, span: Span) {
        let Some(text) = self.writer.text().get(span.range()) else { return };
        let mut emitter = CallbackEmitter::new(|event: CallbackEvent<'_>, at: HtmlSpan<usize>| {
            self.take(event, Span::new(at.start, at.end).shifted(span.start));
            None::<Infallible>
        });
        emitter.naively_switch_states(true);
        let Ok(()) = Tokenizer::new_with_emitter(text, emitter).finish();
    }

    /// Whether what follows is inside struck-out or other unreadable content.
    pub(super) fn is_skipping(&self) -> bool {
        self.skip.is_some()
    }

    /// Ends the block being written, and what was left open in its line.
    pub(super) fn end_block(&mut self) {
        self.superscript = None;
        if self.skip.as_ref().is_some_and(|(name, _)| roles::is_inline_skip(name)) {
            self.skip = None;
        }
        self.writer.end_block();
    }

    /// The document, dated by its metadata.
    pub(super) fn finish(mut self) -> Document {
        let text = self.writer.text();
        let mut document = self.writer.finish();
        if let Some((index, value, span)) = self.shown_time {
            // A time in a sentence dates an event; beside the headline it dates the article.
            let end = document.blocks.len().min(index + 1);
            let start = self.headline.filter(|headline| *headline < end).unwrap_or(0);
            let blocks = &document.blocks[start..end];
            if !blocks.iter().any(|block| opening::is_prose(&block.text)) {
                self.date.offer(Rank::Shown, &value, span);
            }
        }
        document.date = self.date.best();
        document.add_notes(text, Vec::new(), self.notes);
        document
    }

    fn take(&mut self, event: CallbackEvent<'_>, span: Span) {
        match event {
            CallbackEvent::OpenStartTag { name } => {
                self.tag.name.clear();
                self.tag.name.extend_from_slice(name);
                self.tag.start = span.start;
                self.tag.values.clear();
            }
            CallbackEvent::AttributeName { name } => {
                self.tag.attribute = String::from_utf8_lossy(name).into_owned();
                if self.tag.attribute == "pubdate" {
                    self.tag.values.push(("pubdate".into(), String::new(), span));
                }
            }
            CallbackEvent::AttributeValue { value } => {
                let value = String::from_utf8_lossy(value).into_owned();
                let attribute = std::mem::take(&mut self.tag.attribute);
                self.tag.values.push((attribute, value, span));
            }
            CallbackEvent::CloseStartTag { self_closing } => {
                let name = std::mem::take(&mut self.tag.name);
                self.start_tag(&name, self_closing, span.end);
                self.tag.name = name;
            }
            CallbackEvent::EndTag { name } => self.end_tag(name, span),
            CallbackEvent::String { value } => self.string(value, span),
            CallbackEvent::Comment { .. } => {
                self.notes.extend(note::in_comment(self.writer.text(), span));
            }
            CallbackEvent::Doctype { .. } | CallbackEvent::Error(_) => {}
        }
    }

    fn string(&mut self, value: &[u8], span: Span) {
        if self.in_json_ld {
            return self.json_ld(span);
        }
        if self.skip.is_none() {
            self.after_break &= value.iter().all(u8::is_ascii_whitespace);
            entities::push_text(&mut self.writer, span);
        }
    }

    fn start_tag(&mut self, name: &[u8], self_closing: bool, end: usize) {
        let role = Role::of(name);
        if !self.goes_on_after_start(name, role, self_closing) {
            return;
        }
        self.after_break &= role == Role::Break;
        if name == b"link" {
            self.link();
        }
        self.dated_by_class(end);
        match role {
            Role::Skipped => self.start_skipping(name, self_closing),
            Role::Superscript => {
                self.superscript = Some(Superscript::open(self.writer.builder(), end));
            }
            Role::Link => {
                if let Some(superscript) = &mut self.superscript {
                    superscript.has_link = true;
                }
            }
            Role::InlineQuote => {
                self.writer.builder().push_replaced(Span::new(self.tag.start, end), "“");
            }
            Role::Break => self.line_break(Span::new(self.tag.start, end)),
            Role::Time => self.time(end),
            Role::Meta => self.meta(),
            Role::Transparent => self.itemprop(),
            _ => self.start_block(role),
        }
    }

    /// Whether a start tag is read at all, inside or after skipped content.
    fn goes_on_after_start(&mut self, name: &[u8], role: Role, self_closing: bool) -> bool {
        let Some((skipped, depth)) = &mut self.skip else { return true };
        if role.is_block() && roles::is_inline_skip(skipped) {
            self.skip = None;
            return true;
        }
        if skipped == name && !self_closing {
            *depth += 1;
        }
        false
    }

    fn start_skipping(&mut self, name: &[u8], self_closing: bool) {
        self.in_json_ld = name == b"script"
            && self.tag.value(&["type"]).is_some_and(|(value, _)| value.contains("ld+json"));
        // What is left out leaves a gap; struck-out words were glued to nothing.
        self.writer.builder().push_space(Span::new(self.tag.start, self.tag.start));
        let ends_itself = self_closing && matches!(name, b"svg" | b"math" | b"code");
        if !ends_itself {
            self.skip = Some((name.to_vec(), 1));
        }
        if !roles::is_inline_skip(name) {
            self.end_block_unless_inline(name);
        }
    }

    fn end_block_unless_inline(&mut self, name: &[u8]) {
        if matches!(name, b"pre" | b"table" | b"iframe" | b"video" | b"select" | b"textarea") {
            self.end_block();
        }
    }

    fn line_break(&mut self, span: Span) {
        self.writer.builder().push_hard_end(span);
        if self.after_break {
            self.end_block();
        }
        self.after_break = true;
    }

    fn start_block(&mut self, role: Role) {
        self.end_block();
        if matches!(
            role,
            Role::Paragraph | Role::List | Role::Table | Role::Heading(_) | Role::Item
        ) {
            self.writer.leave(Frame::Heading(0));
        }
        match role {
            Role::Heading(level) => {
                if level == 1 && self.headline.is_none() {
                    self.headline = Some(self.writer.n_blocks());
                }
                self.writer.enter(Frame::Heading(level));
            }
            Role::Title => self.writer.enter(Frame::Heading(0)),
            Role::List => self.writer.enter(Frame::List),
            Role::Item => {
                self.writer.leave_within(Frame::Item, Frame::List);
                self.writer.enter(Frame::Item);
            }
            Role::Term | Role::DefinitionList => self.end_definitions(),
            Role::Definition => self.start_definition(),
            Role::Quote => self.writer.enter(Frame::Quote),
            Role::Caption => self.writer.enter(Frame::Caption),
            Role::Table => {
                self.writer.enter(Frame::Table);
                self.in_table_head = false;
            }
            Role::RowGroup { head } => {
                self.writer.leave_within(Frame::Row, Frame::Table);
                self.in_table_head = head;
            }
            Role::Row => self.start_row(),
            Role::Cell { head } => self.start_cell(head),
            _ => {}
        }
    }

    /// Ends the definitions of a term.
    pub(super) fn end_definitions(&mut self) {
        self.end_block();
        if std::mem::take(&mut self.in_definitions) {
            self.writer.leave(Frame::List);
        }
    }

    /// Begins a definition of the term just read.
    pub(super) fn start_definition(&mut self) {
        if std::mem::replace(&mut self.in_definitions, true) {
            self.writer.leave_within(Frame::Item, Frame::List);
        } else {
            self.writer.enter(Frame::List);
        }
        self.writer.enter(Frame::Item);
    }

    fn start_row(&mut self) {
        if self.writer.is_open(Frame::Table) {
            self.writer.leave_within(Frame::Row, Frame::Table);
            self.writer.enter(Frame::Row);
        }
    }

    fn start_cell(&mut self, head: bool) {
        if !self.writer.is_open(Frame::Table) {
            return;
        }
        let shape = CellShape {
            head: head || self.in_table_head,
            n_columns: self.tag.number("colspan"),
            n_rows: self.tag.number("rowspan"),
        };
        self.writer.leave_within(Frame::Cell(shape), Frame::Table);
        if !self.writer.is_within(Frame::Row, Frame::Table) {
            self.writer.enter(Frame::Row);
        }
        self.writer.enter(Frame::Cell(shape));
    }

    fn end_tag(&mut self, name: &[u8], span: Span) {
        let role = Role::of(name);
        if !self.goes_on_after_end(name, role) {
            return;
        }
        self.after_break = false;
        match role {
            Role::Transparent | Role::Skipped | Role::Link | Role::Time | Role::Meta => {}
            Role::Break => self.line_break(span),
            Role::Superscript => {
                if let Some(superscript) = self.superscript.take() {
                    superscript.close(self.writer.builder(), span.start);
                }
            }
            Role::InlineQuote => self.writer.builder().push_replaced(span, "”"),
            _ => self.end_frame(role),
        }
    }

    fn goes_on_after_end(&mut self, name: &[u8], role: Role) -> bool {
        let Some((skipped, depth)) = &mut self.skip else { return true };
        let closes = skipped == name;
        *depth -= usize::from(closes);
        let left_open = role.is_block() && roles::is_inline_skip(skipped);
        if *depth == 0 || left_open {
            self.skip = None;
            self.in_json_ld = false;
        }
        left_open
    }

    fn end_frame(&mut self, role: Role) {
        self.end_block();
        let shape = CellShape { head: false, n_columns: 1, n_rows: 1 };
        match role {
            Role::Heading(_) | Role::Title => self.writer.leave(Frame::Heading(0)),
            Role::List => self.writer.leave(Frame::List),
            Role::Item | Role::Definition => self.writer.leave(Frame::Item),
            Role::DefinitionList => self.end_definitions(),
            Role::Quote => self.writer.leave(Frame::Quote),
            Role::Caption => self.writer.leave(Frame::Caption),
            Role::Table => self.writer.leave(Frame::Table),
            Role::RowGroup { .. } => {
                self.writer.leave_within(Frame::Row, Frame::Table);
                self.in_table_head = false;
            }
            Role::Row => self.writer.leave(Frame::Row),
            Role::Cell { .. } => self.writer.leave(Frame::Cell(shape)),
            _ => {}
        }
    }
}
