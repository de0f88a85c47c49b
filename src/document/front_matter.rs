//! Front matter: the YAML (`---`) or TOML (`+++`) block before an article's text.
//!
//! Only the top-level title and dates are read, line by line: their spans are wanted, and front
//! matter that a YAML parser refuses still dates the article.

use crate::source::Span;

use super::metadata::{MetadataDate, Rank};
use super::writer::{Frame, Writer};

/// Front matter as far as it matters here.
#[derive(Debug)]
pub(super) struct FrontMatter {
    /// Where the article's text begins.
    pub(super) end: usize,
    /// Its lines, between the fences.
    pub(super) body: Span,
    pub(super) date: MetadataDate,
    title: Option<Span>,
}

/// Reads the front matter `text` begins with.
pub(super) fn read(text: &str) -> Option<FrontMatter> {
    let mut start = text.len() - text.trim_start_matches('\u{feff}').len();
    let fence = text[start..next_line(text, start)].trim_end();
    let separator = match fence {
        "---" => ':',
        "+++" => '=',
        _ => return None,
    };
    start = next_line(text, start);
    let body_start = start;
    let body = Span::new(body_start, body_start);
    let mut matter = FrontMatter { end: 0, body, date: MetadataDate::default(), title: None };
    let mut top_level = true;
    while start < text.len() {
        let end = next_line(text, start);
        let line = text[start..end].trim_end();
        if line == fence || (fence == "---" && line == "...") {
            matter.end = end;
            matter.body = Span::new(body_start, start);
            return looks_like_keys(&text[body_start..start], separator).then_some(matter);
        }
        top_level &= !(separator == '=' && line.starts_with('['));
        if let Some((key, value)) = line.split_once(separator).filter(|_| top_level) {
            let value = value_span(
                text,
                Span::new(end_of(start, key) + 1, end_of(start, key) + 1 + value.len()),
            );
            matter.take(text, key.trim_end(), value);
        }
        start = end;
    }
    None
}

impl FrontMatter {
    fn take(&mut self, text: &str, key: &str, value: Span) {
        if let Some(rank) = Rank::of(key).filter(|_| !key.starts_with(' ')) {
            self.date.offer(
                rank,
                text[value.range()].trim_matches(['"', '\'']),
                unquoted(text, value),
            );
        }
        if matches!(key, "title" | "headline" | "Title") && self.title.is_none() {
            self.title = Some(value);
        }
    }

    /// Writes the title as the document's first heading.
    pub(super) fn write_title(&self, writer: &mut Writer) {
        let Some(title) = self.title else { return };
        let inner = unquoted(writer.text(), title);
        let quote = writer.text()[title.start..inner.start].chars().next();
        writer.enter(Frame::Heading(0));
        let mut start = inner.start;
        while let Some((escape, meaning)) = next_escape(&writer.text()[start..inner.end], quote) {
            let escape = escape.shifted(start);
            writer.push(Span::new(start, escape.start));
            writer.builder().push_replaced(escape, meaning);
            start = escape.end;
        }
        writer.push(Span::new(start, inner.end));
        writer.leave(Frame::Heading(0));
    }
}

fn end_of(start: usize, key: &str) -> usize {
    start + key.len()
}

fn next_line(text: &str, start: usize) -> usize {
    let bytes = text.as_bytes();
    let Some(at) = memchr::memchr2(b'\n', b'\r', &bytes[start..]) else { return text.len() };
    let end = start + at + 1;
    end + usize::from(bytes[end - 1] == b'\r' && bytes.get(end) == Some(&b'\n'))
}

/// Prose between two thematic breaks is no front matter.
fn looks_like_keys(body: &str, separator: char) -> bool {
    let first = body.lines().find(|line| !line.trim().is_empty() && !line.starts_with('#'));
    first.is_none_or(|line| {
        line.starts_with('[')
            || line.split_once(separator).is_some_and(|(key, _)| {
                !key.is_empty()
                    && key.trim_end().chars().all(|c| c.is_alphanumeric() || "_-.:\"'".contains(c))
            })
    })
}

/// The value without surrounding space and comment; a block scalar (`>-`) is its indented lines.
fn value_span(text: &str, line_rest: Span) -> Span {
    let value = &text[line_rest.range()];
    if matches!(value.trim(), ">" | ">-" | "|" | "|-" | ">+" | "|+") {
        let start = next_line(text, line_rest.end);
        let mut end = start;
        while text[end..].starts_with([' ', '\t']) {
            end = next_line(text, end);
        }
        return trimmed(text, Span::new(start, end));
    }
    let quoted = value.trim_start().starts_with(['"', '\'']);
    let comment = value.find(" #").filter(|_| !quoted).unwrap_or(value.len());
    trimmed(text, Span::new(line_rest.start, line_rest.start + comment))
}

fn trimmed(text: &str, span: Span) -> Span {
    let value = &text[span.range()];
    let start = span.start + value.len() - value.trim_start().len();
    Span::new(start, start + value.trim().len())
}

fn unquoted(text: &str, span: Span) -> Span {
    let value = &text[span.range()];
    let quoted = value.len() >= 2
        && ['"', '\''].iter().any(|&quote| value.starts_with(quote) && value.ends_with(quote));
    if quoted { Span::new(span.start + 1, span.end - 1) } else { span }
}

/// The next escaped character of a quoted value, and what it means.
fn next_escape(value: &str, quote: Option<char>) -> Option<(Span, &'static str)> {
    let escapes: &[(&str, &str)] = match quote {
        Some('"') => &[("\\\"", "\""), ("\\\\", "\\"), ("\\n", " ")],
        Some(_) => &[("''", "'")],
        None => &[],
    };
    let found = |&(escape, meaning): &(&str, &'static str)| {
        let at = value.find(escape)?;
        Some((Span::new(at, at + escape.len()), meaning))
    };
    escapes.iter().filter_map(found).min_by_key(|(span, _)| span.start)
}
