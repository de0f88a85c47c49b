//! A named text with its line table, and byte spans in it.
//!
//! Offsets are born here and carried ever after; lines and columns are worked out only where a
//! person reads them. This module knows nothing of articles, rules or formats.

use std::ops::Range;

/// A half-open range of bytes, always on character boundaries of the text it refers to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// The span from `start` up to, not including, `end`.
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// Length in bytes.
    pub const fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether it covers no byte.
    pub const fn is_empty(self) -> bool {
        self.start >= self.end
    }

    /// Whether the two share at least one byte.
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether `other` lies wholly inside.
    pub const fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The smallest span that covers both.
    pub fn join(self, other: Self) -> Self {
        Self::new(self.start.min(other.start), self.end.max(other.end))
    }

    /// The same span, `by` bytes further on.
    pub const fn shifted(self, by: usize) -> Self {
        Self::new(self.start + by, self.end + by)
    }

    /// As a range, for slicing.
    pub const fn range(self) -> Range<usize> {
        self.start..self.end
    }
}

/// A place as an editor shows it: both from 1, the column in code points.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Location {
    /// Line number, from 1.
    pub line_number: usize,
    /// Column in code points, from 1.
    pub column: usize,
}

/// A named text, owned once, with its line table. Lines end at LF, CRLF or a lone CR.
#[derive(Debug, Clone)]
pub struct Source {
    name: String,
    text: String,
    line_starts: Vec<usize>,
}

impl Source {
    /// Takes the text over and indexes its lines.
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Self {
        let text = text.into();
        let line_starts = line_starts(text.as_bytes());
        Self { name: name.into(), text, line_starts }
    }

    /// What the text is called in reports: its path, or `<stdin>`.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The whole text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text at `span`.
    pub fn slice(&self, span: Span) -> &str {
        &self.text[span.range()]
    }

    /// How many lines there are, at least one.
    pub fn n_lines(&self) -> usize {
        self.line_starts.len()
    }

    /// The index, from 0, of the line that holds `offset`.
    pub fn line_index(&self, offset: usize) -> usize {
        self.line_starts.partition_point(|&start| start <= offset) - 1
    }

    /// The span of a line without its line end.
    pub fn line_span(&self, line_index: usize) -> Span {
        let start = self.line_starts[line_index];
        let end = self.line_starts.get(line_index + 1).copied().unwrap_or(self.text.len());
        let line = &self.text[start..end];
        Span::new(start, start + line.trim_end_matches(['\n', '\r']).len())
    }

    /// Line and column of a byte offset.
    pub fn location(&self, offset: usize) -> Location {
        let line_index = self.line_index(offset);
        let start = self.line_starts[line_index];
        let column = self.text[start..offset].chars().count() + 1;
        Location { line_number: line_index + 1, column }
    }
}

fn line_starts(bytes: &[u8]) -> Vec<usize> {
    let mut starts = vec![0];
    for at in memchr::memchr2_iter(b'\n', b'\r', bytes) {
        let crlf = bytes[at] == b'\r' && bytes.get(at + 1) == Some(&b'\n');
        if !crlf {
            starts.push(at + 1);
        }
    }
    starts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_not_bytes() {
        let source = Source::new("a.txt", "é né 1992\nzwei");
        let at = source.text().find("1992").unwrap();
        assert_eq!(source.location(at), Location { line_number: 1, column: 6 });
    }

    #[test]
    fn every_kind_of_line_end_starts_a_line() {
        let source = Source::new("a.txt", "a\nb\r\nc\rd");
        assert_eq!(source.n_lines(), 4);
        let lines: Vec<_> = (0..4).map(|i| source.slice(source.line_span(i))).collect();
        assert_eq!(lines, ["a", "b", "c", "d"]);
        assert_eq!(source.location(source.text().len()).line_number, 4);
    }
}
