//! A named text with its line table, and byte spans in it.
//!
//! Offsets are born here and carried ever after; lines and columns are worked out only where a
//! person reads them. This module knows nothing of articles, rules or formats.

mod encoding;
mod lines;
mod stored;

use std::ops::Range;
use std::sync::{Arc, OnceLock};

pub use encoding::NotText;
use lines::Lines;
pub(crate) use stored::StoredMap;

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
    /// Worked out when a line is first asked for.
    lines: OnceLock<Lines>,
    /// Where in the bytes of the file, or of `whole`, each character is stored.
    stored: StoredMap,
    encoding: &'static str,
    n_malformed: usize,
    /// How many lines of the file stand before it.
    n_lines_before: usize,
    record: Option<Record>,
}

/// A record of an archive: what it is called, and the line it stands in.
#[derive(Debug, Clone)]
struct Record {
    id: String,
    line: Arc<Source>,
}

impl Source {
    /// Takes the text over, as UTF-8 stored as it is.
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            lines: OnceLock::new(),
            text: text.into(),
            stored: StoredMap::default(),
            encoding: "UTF-8",
            n_malformed: 0,
            n_lines_before: 0,
            record: None,
        }
    }

    /// Decodes a file. A byte-order mark is not part of the text. `declared` is the encoding the
    /// file says it has, heeded where the bytes are not UTF-8.
    ///
    /// # Errors
    /// The bytes hold no text.
    pub fn decode(
        name: impl Into<String>,
        bytes: Vec<u8>,
        declared: Option<&str>,
    ) -> Result<Self, NotText> {
        let decoded = encoding::decode(bytes, declared)?;
        let (stored, encoding) = (decoded.stored, decoded.encoding);
        let n_malformed = decoded.n_malformed;
        Ok(Self { stored, encoding, n_malformed, ..Self::new(name, decoded.text) })
    }

    /// One line of a UTF-8 file, which begins `start` bytes and `n_lines_before` lines into it.
    pub fn line_of_file(
        name: impl Into<String>,
        text: impl Into<String>,
        start: usize,
        n_lines_before: usize,
    ) -> Self {
        Self { stored: StoredMap::from(start), n_lines_before, ..Self::new(name, text) }
    }

    /// A text that stands escaped in `line`, whose map says where.
    pub(crate) fn record(line: Arc<Self>, id: String, text: String, stored: StoredMap) -> Self {
        let name = line.name.clone();
        Self { stored, record: Some(Record { id, line }), ..Self::new(name, text) }
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

    /// The id of the record, where the text is one of an archive.
    pub fn record_id(&self) -> Option<&str> {
        self.record.as_ref().map(|record| record.id.as_str())
    }

    /// The encoding of the file, by its name in the WHATWG standard.
    pub const fn encoding(&self) -> &'static str {
        self.encoding
    }

    /// How many characters of the file could not be decoded; each is U+FFFD in the text.
    pub const fn n_malformed(&self) -> usize {
        self.n_malformed
    }

    /// The bytes of the file as stored that `span` of the text came from.
    pub fn stored(&self, span: Span) -> Span {
        let own = Span::new(self.stored.stored(span.start), self.stored.stored(span.end));
        self.record.as_ref().map_or(own, |record| record.line.stored(own))
    }

    fn lines(&self) -> &Lines {
        self.lines.get_or_init(|| Lines::new(&self.text))
    }

    /// How many lines there are, at least one.
    pub fn n_lines(&self) -> usize {
        self.lines().len()
    }

    /// The index, from 0, of the line that holds `offset`.
    pub fn line_index(&self, offset: usize) -> usize {
        self.lines().index(offset)
    }

    /// The span of a line without its line end.
    pub fn line_span(&self, line_index: usize) -> Span {
        let start = self.lines().start(line_index).unwrap_or(self.text.len());
        let end = self.lines().start(line_index + 1).unwrap_or(self.text.len());
        let line = &self.text[start..end];
        Span::new(start, start + line.trim_end_matches(['\n', '\r']).len())
    }

    /// Line and column of a byte offset, in the file as an editor shows it.
    pub fn location(&self, offset: usize) -> Location {
        if let Some(record) = &self.record {
            return record.line.location(self.stored.stored(offset));
        }
        let line_number = self.n_lines_before + self.line_index(offset) + 1;
        Location { line_number, column: self.lines().code_points_before(&self.text, offset) + 1 }
    }

    /// The byte offset of the character at a line and column; past a line's end, that of its end.
    /// Nothing when the line is none of the text's.
    pub fn offset_at(&self, place: Location) -> Option<usize> {
        let ends = self.text.char_indices().map(|(offset, _)| offset).chain([self.text.len()]);
        let offsets: Vec<usize> = ends.collect();
        let after = offsets.partition_point(|&offset| self.location(offset) <= place);
        let offset = offsets[after.checked_sub(1)?];
        (self.location(offset).line_number == place.line_number).then_some(offset)
    }

    /// The column of a byte offset in UTF-16 code units, from 1, as editor protocols count.
    pub fn utf16_column(&self, offset: usize) -> usize {
        match &self.record {
            Some(record) => record.line.utf16_column(self.stored.stored(offset)),
            None => self.lines().utf16_before(&self.text, offset) + 1,
        }
    }
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
    fn editor_protocols_count_in_utf16() {
        let source = Source::new("a.txt", "😀 né 1992");
        let at = source.text().find("1992").unwrap();
        assert_eq!((source.location(at).column, source.utf16_column(at)), (6, 7));
    }

    #[test]
    fn offsets_are_found_by_line_and_column() {
        let source = Source::new("a.txt", "é né 1992\r\nzwei\n");
        for (offset, _) in source.text().char_indices() {
            assert_eq!(source.offset_at(source.location(offset)), Some(offset));
        }
        let at = |line_number, column| source.offset_at(Location { line_number, column });
        assert_eq!(at(1, 99), Some(source.text().find('\n').unwrap()), "a line's end");
        assert_eq!((at(4, 1), at(0, 1)), (None, None));
    }

    #[test]
    fn a_mark_before_the_text_is_in_the_file_alone() {
        let source = Source::decode("a.txt", b"\xef\xbb\xbfSigned 1992".into(), None).unwrap();
        let span = Span::new(7, 11);
        assert_eq!((source.slice(span), source.stored(span)), ("1992", Span::new(10, 14)));
        assert_eq!(source.location(7).column, 8);
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
