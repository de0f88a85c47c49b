//! Text with marks inside its lines, for the formats that no parser reads with offsets: marks go,
//! what they enclose stays, code and targets of links are left out.
//!
//! A format says what begins at a place ([`Mark`]); it never pushes text itself.

use crate::source::Span;

use super::writer::Writer;

/// How far the end of a mark is looked for: a stray one must not cost a search to the end.
pub(super) const WINDOW: usize = 600;

/// Among so many marks the closing one is found, or there is none.
const MOST_MARKS: usize = 12;

/// Marks within marks, deeper than anybody writes.
const MAX_DEPTH: usize = 6;

/// What begins at a place, lengths in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    /// Nothing: the character is text.
    None,
    /// One byte that makes the next character text.
    Escape,
    /// A mark without meaning for a reader.
    Nothing(usize),
    /// Something left out, with a gap in its place.
    Gap(usize),
    /// So many bytes stand for this.
    Means(usize, &'static str),
    /// Opening, inner text, closing: the inner text is read on.
    Around { open: usize, inner: usize, close: usize },
    /// As `Around`, but the inner text stands by itself: a footnote. It goes to the notes.
    Aside { open: usize, inner: usize, close: usize },
}

/// Says what begins at the start of `rest`; `before` is the character before it.
pub(super) type Rules = fn(before: Option<char>, rest: &str) -> Mark;

/// Pushes the text at `span` as `rules` read it. Asides are added to `notes`.
pub(super) fn push(writer: &mut Writer, span: Span, rules: Rules, notes: &mut Vec<Span>) {
    push_at_depth(writer, span, rules, notes, 0);
}

fn push_at_depth(
    writer: &mut Writer,
    span: Span,
    rules: Rules,
    notes: &mut Vec<Span>,
    depth: usize,
) {
    let Some(text) = writer.text().get(span.range()) else { return };
    if depth > MAX_DEPTH {
        return push_lines(writer, span);
    }
    let mut start = 0;
    let mut at = 0;
    while let Some(first) = text[at..].chars().next() {
        let before = text[..at].chars().next_back();
        // A letter begins a mark only as the first of a word: `link:x[...]`.
        let in_word = first.is_alphanumeric() && before.is_some_and(char::is_alphanumeric);
        let mark = if in_word || first == ' ' { Mark::None } else { rules(before, &text[at..]) };
        if let Mark::None = mark {
            at += first.len_utf8();
            continue;
        }
        push_lines(writer, Span::new(start, at).shifted(span.start));
        start = at + take(writer, mark, at + span.start, rules, notes, depth);
        while !text.is_char_boundary(start) {
            start += 1;
        }
        at = start;
        if let Mark::Escape = mark {
            at += text[start..].chars().next().map_or(0, char::len_utf8);
        }
    }
    push_lines(writer, Span::new(start, text.len()).shifted(span.start));
}

/// Pushes what a mark at `at` leaves to be read; how many bytes it takes, at least one.
fn take(
    writer: &mut Writer,
    mark: Mark,
    at: usize,
    rules: Rules,
    notes: &mut Vec<Span>,
    depth: usize,
) -> usize {
    let within = |open: usize, inner: usize| Span::new(at + open, at + open + inner);
    let len = match mark {
        Mark::None | Mark::Escape => 1,
        Mark::Nothing(len) => len,
        Mark::Gap(len) => {
            writer.builder().push_space(within(0, len));
            len
        }
        Mark::Means(len, meaning) => {
            writer.builder().push_replaced(within(0, len), meaning);
            len
        }
        Mark::Around { open, inner, close } => {
            push_at_depth(writer, within(open, inner), rules, notes, depth + 1);
            open + inner + close
        }
        Mark::Aside { open, inner, close } => {
            notes.push(within(open, inner));
            open + inner + close
        }
    };
    len.max(1)
}

/// Pushes text, line ends marked as such.
fn push_lines(writer: &mut Writer, span: Span) {
    let Some(text) = writer.text().get(span.range()) else { return };
    let mut start = span.start;
    for at in memchr::memchr2_iter(b'\n', b'\r', text.as_bytes()) {
        let end = span.start + at;
        writer.push(Span::new(start, end));
        writer.builder().push_line_end(Span::new(end, end + 1));
        start = end + 1;
    }
    writer.push(Span::new(start, span.end));
}

/// Text between two like marks (`*so*`, `**so**`): none if the opening does not touch a word from
/// outside, or the closing from inside.
pub(super) fn enclosed(before: Option<char>, rest: &str, mark: &str) -> Option<usize> {
    let inner = rest.strip_prefix(mark)?;
    let opens = !before.is_some_and(char::is_alphanumeric)
        && inner.starts_with(|c: char| !c.is_whitespace());
    if !opens {
        return None;
    }
    let window = super::front(inner, WINDOW);
    let closes = |at: &usize| {
        let after = &inner[at + mark.len()..];
        *at > 0
            && !window[..*at].ends_with(char::is_whitespace)
            && !after.starts_with(char::is_alphanumeric)
            && !after.starts_with(mark)
    };
    window.match_indices(mark).map(|(at, _)| at).take(MOST_MARKS).find(closes)
}
