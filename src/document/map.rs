//! The byte-exact map from a block's text back to its source, and the builder all formats use.
//!
//! The builder owns the rules for which characters are readable: whitespace runs become one space,
//! invisible characters and bare URLs go. It must not know formats or blocks.

mod cut;

use std::sync::LazyLock;

use memchr::memmem::Finder;

use crate::source::Span;

/// Maps offsets of a block's text to its source: runs that were copied byte for byte, and single
/// replacements (an entity, a folded line break). The pieces tile the text without gaps.
#[derive(Debug, Clone, Default)]
pub struct OffsetMap {
    /// By offset in the text.
    pieces: Vec<Piece>,
}

#[derive(Debug, Clone, Copy)]
struct Piece {
    text_start: usize,
    source: Span,
    copied: bool,
}

#[derive(Debug, Clone, Copy)]
enum Side {
    Start,
    End,
}

impl OffsetMap {
    /// From the first to the last source byte of `span`, markup between them included. O(log n).
    pub(crate) fn source_span(&self, span: Span) -> Span {
        let start = self.source_offset(span.start, Side::Start);
        if span.is_empty() {
            return Span::new(start, start);
        }
        Span::new(start, self.source_offset(span.end, Side::End).max(start))
    }

    fn source_offset(&self, offset: usize, side: Side) -> usize {
        let before = match side {
            Side::Start => self.pieces.partition_point(|piece| piece.text_start <= offset),
            Side::End => self.pieces.partition_point(|piece| piece.text_start < offset),
        };
        let Some(piece) = before.checked_sub(1).map(|i| self.pieces[i]) else { return 0 };
        match (piece.copied, side) {
            (true, _) => (piece.source.start + offset - piece.text_start).min(piece.source.end),
            (false, Side::Start) => piece.source.start,
            (false, Side::End) => piece.source.end,
        }
    }
}

/// Builds a block's text and its map, front to back.
#[derive(Debug, Default)]
pub(crate) struct TextBuilder {
    text: String,
    pieces: Vec<Piece>,
    /// Whitespace seen and not yet written: it is written only between two visible characters.
    space: Option<Span>,
    /// Where lines of the source ended, as offsets in the text: before the space there.
    line_ends: Vec<usize>,
    /// A line ended where its writer could not help it: at the margin.
    has_soft_end: bool,
}

/// A place to return to: what was pushed after it can be taken back.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Checkpoint {
    text_len: usize,
    space: Option<Span>,
}

impl TextBuilder {
    /// Whether nothing readable has been written.
    pub(crate) fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Appends the readable part of `source` at `span`.
    pub(crate) fn push_copied(&mut self, source: &str, span: Span) {
        let Some(slice) = source.get(span.range()) else { return };
        if !URL_MARKS.iter().any(|mark| mark.find(slice.as_bytes()).is_some()) {
            return self.push_readable(source, span);
        }
        let mut start = 0;
        for word in slice.split_inclusive(char::is_whitespace) {
            let whole = Span::new(start, start + word.len()).shifted(span.start);
            start += word.len();
            if let Some(url) = url_in(word) {
                let url = url.shifted(whole.start);
                self.push_readable(source, Span::new(whole.start, url.start));
                self.push_space(url);
                self.push_readable(source, Span::new(url.end, whole.end));
            } else {
                self.push_readable(source, whole);
            }
        }
    }

    /// Appends `text`, which stands for all of `span` in the source.
    pub(crate) fn push_replaced(&mut self, span: Span, text: &str) {
        for character in text.chars() {
            if character.is_whitespace() {
                self.push_space(span);
            } else if !is_invisible(character) {
                self.write_space();
                self.pieces.push(Piece {
                    text_start: self.text.len(),
                    source: span,
                    copied: false,
                });
                self.text.push(character);
            }
        }
    }

    /// Appends a space, unless one is there already or nothing readable surrounds it.
    pub(crate) fn push_space(&mut self, span: Span) {
        if !self.text.is_empty() {
            self.space = Some(self.space.map_or(span, |space| space.join(span)));
        }
    }

    /// Appends a space where a line ended that may turn out to be a block of its own.
    pub(crate) fn push_line_end(&mut self, span: Span) {
        self.has_soft_end |= !self.text.is_empty();
        self.push_hard_end(span);
    }

    /// The same where the writer asked for a new line: `<br>`.
    pub(crate) fn push_hard_end(&mut self, span: Span) {
        self.push_space(span);
        if !self.text.is_empty() && self.line_ends.last() != Some(&self.text.len()) {
            self.line_ends.push(self.text.len());
        }
    }

    /// Whether [`Self::push_line_end`] marked anything.
    pub(crate) fn has_line_ends(&self) -> bool {
        !self.line_ends.is_empty()
    }

    /// Whether every line end was asked for.
    pub(crate) fn is_broken_on_purpose(&self) -> bool {
        self.has_line_ends() && !self.has_soft_end
    }

    /// The lines written so far, each without the space around it; more than one only where
    /// [`Self::push_line_end`] was called between two readable characters.
    pub(crate) fn line_spans(&self) -> Vec<Span> {
        let ends = self.line_ends.iter().copied().filter(|&end| end < self.text.len());
        let mut start = 0;
        let mut spans = Vec::new();
        for end in ends.chain([self.text.len()]) {
            let line = &self.text[start..end];
            let from = start + line.len() - line.trim_start().len();
            spans.push(Span::new(from, from + line.trim().len()));
            start = end;
        }
        spans
    }

    /// The text so far.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// The present end, to come back to with [`Self::truncate`].
    pub(crate) fn checkpoint(&self) -> Checkpoint {
        Checkpoint { text_len: self.text.len(), space: self.space }
    }

    /// What was written since `checkpoint`, and so would be taken back.
    pub(crate) fn since(&self, checkpoint: Checkpoint) -> &str {
        self.text.get(checkpoint.text_len..).unwrap_or_default()
    }

    /// What was written before `checkpoint`.
    pub(crate) fn before(&self, checkpoint: Checkpoint) -> &str {
        self.text.get(..checkpoint.text_len).unwrap_or_default()
    }

    /// Takes back what was written since `checkpoint`.
    pub(crate) fn truncate(&mut self, checkpoint: Checkpoint) {
        if checkpoint.text_len >= self.text.len()
            || !self.text.is_char_boundary(checkpoint.text_len)
        {
            return;
        }
        self.text.truncate(checkpoint.text_len);
        self.line_ends.retain(|&end| end <= checkpoint.text_len);
        let kept = self.pieces.partition_point(|piece| piece.text_start < checkpoint.text_len);
        self.pieces.truncate(kept);
        if let Some(last) = self.pieces.last_mut().filter(|last| last.copied) {
            last.source.end = last.source.start + checkpoint.text_len - last.text_start;
        }
        self.space = checkpoint.space;
    }

    /// The text and its map.
    pub(crate) fn finish(self) -> (String, OffsetMap) {
        let Self { text, mut pieces, .. } = self;
        // A growing list has room for more.
        pieces.shrink_to_fit();
        (text, OffsetMap { pieces })
    }

    /// Appends a text without URLs: one run for as long as bytes can be copied as they are.
    fn push_readable(&mut self, source: &str, span: Span) {
        let bytes = &source.as_bytes()[..span.end];
        let mut start = span.start;
        let mut at = span.start;
        while let Some(&byte) = bytes.get(at) {
            if byte.is_ascii_graphic() {
                at += if is_plain_line(&bytes[at..]) { PLAIN } else { 1 };
                continue;
            }
            if byte == b' ' && at > start && bytes.get(at + 1).is_some_and(u8::is_ascii_graphic) {
                at += 2;
                continue;
            }
            let Some(character) = source[at..].chars().next() else { break };
            let end = at + character.len_utf8();
            let is_space = character.is_whitespace();
            if is_space || is_invisible(character) {
                self.push_run(source, Span::new(start, at));
                start = end;
            }
            if is_space {
                self.push_space(Span::new(at, end));
            }
            at = end;
        }
        self.push_run(source, Span::new(start, span.end));
    }

    fn push_run(&mut self, source: &str, mut span: Span) {
        if span.is_empty() {
            return;
        }
        let last_end = self.pieces.last().filter(|last| last.copied).map(|last| last.source.end);
        // A single space between copied words is copied with them: one piece for a whole line.
        if let Some(space) = self.space
            && Some(space.start) == last_end
            && space.end == span.start
            && &source[space.range()] == " "
        {
            span.start = space.start;
            self.space = None;
        }
        self.write_space();
        match self.pieces.last_mut() {
            Some(last) if last.copied && last.source.end == span.start => {
                last.source.end = span.end;
            }
            _ => {
                // Most blocks are one piece.
                self.pieces.reserve_exact(usize::from(self.pieces.is_empty()));
                self.pieces.push(Piece { text_start: self.text.len(), source: span, copied: true });
            }
        }
        self.text.push_str(&source[span.range()]);
    }

    fn write_space(&mut self) {
        if let Some(source) = self.space.take() {
            self.pieces.push(Piece { text_start: self.text.len(), source, copied: false });
            self.text.push(' ');
        }
    }
}

/// How many bytes [`is_plain_line`] looks at, but for the one behind them.
const PLAIN: usize = 16;

/// Whether the bytes begin with visible characters and single spaces between them, up to a visible one
/// behind them: many bytes are looked at in one step.
fn is_plain_line(bytes: &[u8]) -> bool {
    let Some(bytes) = bytes.first_chunk::<{ PLAIN + 1 }>() else { return false };
    let mut is_plain = bytes[PLAIN].is_ascii_graphic();
    for at in 0..PLAIN {
        let (byte, next) = (bytes[at], bytes[at + 1]);
        is_plain &= (b' '..=b'~').contains(&byte) & ((byte != b' ') | (next != b' '));
    }
    is_plain
}

/// Characters no reader sees: soft hyphens, zero-width and direction marks, control characters.
fn is_invisible(character: char) -> bool {
    matches!(character,
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}'
        | '\u{feff}' | '\u{180e}')
        || character.is_control()
}

/// What stands in every URL that [`url_in`] knows; made once, since making one takes longer than the
/// search through a line.
static URL_MARKS: LazyLock<[Finder<'static>; 2]> =
    LazyLock::new(|| ["://", "www."].map(Finder::new));

/// The URL inside a word, without the punctuation that closes the sentence or bracket around it.
fn url_in(word: &str) -> Option<Span> {
    const OPENERS: [&str; 3] = ["http://", "https://", "www."];
    let start = OPENERS.iter().filter_map(|opener| word.find(opener)).min()?;
    let starts_a_word = !word[..start].ends_with(char::is_alphanumeric);
    let url = word[start..].trim_end().trim_end_matches(CLOSERS);
    starts_a_word.then_some(Span::new(start, start + url.len()))
}

const CLOSERS: [char; 17] =
    ['.', ',', ';', ':', '!', '?', ')', ']', '}', '>', '"', '\'', '’', '”', '»', '*', '_'];

#[cfg(test)]
mod tests {
    use super::*;

    fn copied(source: &str) -> (String, OffsetMap) {
        let mut builder = TextBuilder::default();
        builder.push_copied(source, Span::new(0, source.len()));
        builder.finish()
    }

    #[test]
    fn whitespace_is_folded_and_the_invisible_left_out() {
        let source = " The\u{a0} LE\u{ad}MOA \t\n pact (https://x.org/2016/a_1), 2016\u{200b}. ";
        let (text, map) = copied(source);
        assert_eq!(text, "The LEMOA pact ( ), 2016.");
        for word in ["The", "pact", "2016", "."] {
            let at = text.rfind(word).unwrap();
            let span = map.source_span(Span::new(at, at + word.len()));
            assert_eq!(&source[span.range()], word);
        }
        let at = text.find("LEMOA").unwrap();
        let span = map.source_span(Span::new(at, at + 5));
        assert_eq!(&source[span.range()], "LE\u{ad}MOA");
    }

    #[test]
    fn a_plain_line_is_one_piece() {
        assert_eq!(copied("One line of ordinary words.").1.pieces.len(), 1);
    }

    #[test]
    fn replacements_map_to_all_they_replace() {
        let source = "A&amp;B  C";
        let mut builder = TextBuilder::default();
        builder.push_copied(source, Span::new(0, 1));
        builder.push_replaced(Span::new(1, 6), "&");
        let checkpoint = builder.checkpoint();
        builder.push_copied(source, Span::new(6, 8));
        assert_eq!(builder.since(checkpoint), "B");
        builder.truncate(checkpoint);
        builder.push_copied(source, Span::new(6, 10));
        let (text, mut map) = builder.finish();
        assert_eq!(text, "A&B C");
        assert_eq!(map.source_span(Span::new(1, 2)), Span::new(1, 6));
        assert_eq!(map.source_span(Span::new(0, 3)), Span::new(0, 7));
        assert_eq!(map.source_span(Span::new(3, 4)), Span::new(7, 9));
        map.cut_front(2);
        assert_eq!(map.source_span(Span::new(0, 3)), Span::new(6, 10));
    }
}
