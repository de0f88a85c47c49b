//! What begins with two dots: directives, footnotes, targets, substitutions, comments.

use super::super::indented::Line;
use super::super::metadata::Rank;
use super::super::note;
use super::super::writer::Frame;
use super::{Rst, field_name_len};
use crate::source::Span;

/// What a directive is to a reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Content {
    /// Its argument and content are text.
    Text,
    /// Its argument is a title, its content text.
    Titled,
    /// Its content is text, its argument is not.
    Body,
    /// Its content is the caption.
    Figure,
    /// Text of somebody else.
    Quote,
    /// Nothing to read.
    None,
}

/// The one list of directives; those not listed have nothing to read.
#[rustfmt::skip]
const DIRECTIVES: [(Content, &[&str]); 5] = [
    (Content::Text, &[
        "attention", "caution", "danger", "error", "hint", "important", "note", "tip", "warning",
        "seealso", "rubric", "centered", "compound", "parsed-literal", "topic-text",
    ]),
    (Content::Titled, &["topic", "sidebar", "admonition", "table"]),
    (Content::Body, &["container", "class", "only", "versionadded", "versionchanged"]),
    (Content::Figure, &["figure"]),
    (Content::Quote, &["epigraph", "pull-quote", "highlights"]),
];

impl<'t> Rst<'t> {
    /// Reads what begins with two dots at `at`; where it ends.
    pub(super) fn explicit(
        &mut self,
        at: usize,
        end: usize,
        line: Line<'t>,
        depth: usize,
    ) -> usize {
        let body_end = self.region_end(at + 1, end, line.indent);
        let Some(head) = line.after(2) else {
            // Two dots above a blank line end a list, and comment nothing out.
            return if self.line(at + 1).is_none() { at + 1 } else { body_end };
        };
        if let Some(label_len) = footnote_label_len(head.text) {
            self.lines[at] = head.after(label_len);
            self.inner(at, body_end, depth);
        } else if let Some(note) = self.note(&head, body_end) {
            self.comments.push(note);
        } else if let Some((name, argument)) = directive(&head) {
            self.directive(name, argument, (at, body_end), depth);
        } else if let Some((key, value)) = head.text.split_once(": ") {
            // `.. date: 2021-01-27 10:00`: how Nikola keeps an article's metadata.
            if let (Some(rank), false) = (Rank::of(key), self.has_prose)
                && let Some(value) = head.after(head.text.len() - value.len())
            {
                self.date.offer(rank, value.text, value.span);
            }
        }
        body_end
    }

    /// `.. factlint: ignore FACT reason`, which may go on in the lines below.
    fn note(&self, head: &Line<'t>, end: usize) -> Option<Span> {
        let last = (0..end).rev().find_map(|at| self.line(at))?;
        let whole = Span::new(head.span.start, last.span.end.max(head.span.end));
        note::instruction(self.writer.text(), whole)
    }

    fn directive(
        &mut self,
        name: &str,
        argument: Option<Line<'t>>,
        (at, end): (usize, usize),
        depth: usize,
    ) {
        let listed = DIRECTIVES.iter().find(|(_, names)| names.contains(&name));
        let content = listed.map_or(Content::None, |(content, _)| *content);
        self.lines[at] = argument.filter(|_| content == Content::Text);
        let has_argument = self.lines[at].is_some();
        for index in at + 1..end {
            let is_option = |line: Line| field_name_len(line.text).is_some();
            if !self.line(index).is_some_and(is_option) {
                break;
            }
            self.lines[index] = None;
        }
        match content {
            Content::None => {}
            Content::Text | Content::Body => {
                // The argument goes on in the lines below it, whatever their indentation.
                let below = self.lines[at + 1..end].iter().flatten().map(|line| line.indent).min();
                if let (true, Some(indent), Some(line)) = (has_argument, below, &mut self.lines[at])
                {
                    line.indent = indent;
                }
                self.inner(at, end, depth);
            }
            Content::Titled => {
                if let Some(title) = argument {
                    self.push(title.span);
                    self.writer.end_block();
                }
                self.inner(at, end, depth);
            }
            Content::Figure => {
                self.writer.enter(Frame::Caption);
                self.inner(at, end, depth);
                self.writer.leave(Frame::Caption);
            }
            Content::Quote => {
                self.writer.enter(Frame::Quote);
                self.inner(at, end, depth);
                self.writer.leave(Frame::Quote);
            }
        }
        self.has_prose |= content != Content::None;
    }
}

/// `note` and the argument of `note:: Mind the gap`.
fn directive<'t>(head: &Line<'t>) -> Option<(&'t str, Option<Line<'t>>)> {
    let (name, _) = head.text.split_once("::")?;
    let is_name = |c: char| c.is_ascii_alphanumeric() || "-_:.".contains(c);
    let valid = !name.is_empty() && name.chars().all(is_name);
    valid.then(|| (name, head.after(name.len() + 2)))
}

/// `[1]`, `[#note]`, `[*]`, `[Smith2002]` before a footnote's text.
fn footnote_label_len(text: &str) -> Option<usize> {
    let label = text.strip_prefix('[')?;
    let len = label.find(']').filter(|&len| len > 0 && !label[..len].contains(' '))?;
    Some(len + 2)
}
