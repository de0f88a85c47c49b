//! The header of an AsciiDoc document: title, author, revision, attributes.

use crate::source::Span;

use super::super::date;
use super::super::metadata::Rank;
use super::super::writer::Frame;
use super::{AsciiDoc, block};

impl AsciiDoc<'_> {
    /// Reads the header; the line after it.
    pub(super) fn header(&mut self) -> usize {
        let is_comment = |text: &str| text.starts_with("//") && !text.starts_with("////");
        let mut at = 0;
        while self.lines.get(at).is_some_and(|line| line.is_none_or(|it| is_comment(it.text))) {
            at += 1;
        }
        let mut has_title = false;
        if let Some(line) = self.line(at)
            && let Some((1, skip, n_lines)) =
                block::heading(line.text, self.line(at + 1).map(|below| below.text))
            && let Some(title) = line.after(skip)
        {
            self.writer.enter(Frame::Heading(1));
            self.push(title.span);
            self.writer.leave(Frame::Heading(1));
            at += n_lines;
            has_title = true;
        }
        // Up to two lines below the title say who and when; attributes stand anywhere.
        let mut n_plain = 0;
        while let Some(line) = self.line(at) {
            if is_comment(line.text) {
                at += 1;
                continue;
            }
            if block::is_silent(line.text) {
                self.attribute(line.text, line.span);
            } else if has_title && n_plain == 0 && is_author(line.text) {
                n_plain = 1;
            } else if has_title && n_plain == 1 && self.revision(line.text, line.span) {
                n_plain = 2;
            } else {
                break;
            }
            at += 1;
        }
        at
    }

    /// `:revdate: 2021-01-27`.
    fn attribute(&mut self, text: &str, span: Span) {
        let Some((name, value)) = text.get(1..).and_then(|rest| rest.split_once(": ")) else {
            return;
        };
        let rank = match name {
            "revdate" | "docdate" => Some(Rank::Dated),
            name => Rank::of(name.strip_prefix("page-").unwrap_or(name)),
        };
        let value = value.trim_start();
        if let Some(rank) = rank {
            self.date.offer(rank, value, Span::new(span.end - value.len(), span.end));
        }
    }

    /// `v1.2, 2021-01-27: what changed`.
    fn revision(&mut self, text: &str, span: Span) -> bool {
        let is_version = |part: &str| {
            let number = part.trim_start_matches(['v', 'V']);
            number.starts_with(|c: char| c.is_ascii_digit())
        };
        let mut start = 0;
        for part in text.split([',', ':']) {
            let value = part.trim();
            let at = start + part.len() - part.trim_start().len();
            start += part.len() + 1;
            if date::parse(value).is_some() {
                let place = Span::new(at, at + value.len()).shifted(span.start);
                self.date.offer(Rank::Dated, value, place);
                return true;
            }
        }
        is_version(text)
    }
}

/// `Ada Moss <ada@example.org>`, `Ada Moss; Bo Lund`: names alone.
fn is_author(text: &str) -> bool {
    let without_mail = text.split('<').next().unwrap_or(text);
    let is_name = |part: &str| {
        let n_words = part.split_whitespace().count();
        (1..=3).contains(&n_words)
            && part.split_whitespace().all(|word| word.starts_with(char::is_uppercase))
            && !part.contains(|c: char| c.is_ascii_digit() || ".!?:,".contains(c) && c != '.')
    };
    text.len() <= 120 && (text.contains('@') || without_mail.split(';').all(is_name))
}
