//! Archives: one article a line, as JSON: `{"id", "text", "date"?, "format"?}`.
//!
//! A record's text is unescaped with a map back to the bytes between its quotes, so that a finding
//! in it stands at its own words in the file. Other keys are not looked at.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use serde_json::value::RawValue;

use crate::source::{Source, StoredMap};

use super::open::too_many_blocks;
use super::{ArticleDate, DateOrigin, Format, MOST_BLOCKS, Opened, date, lift, sniff};

/// Why a line is no record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BadRecord {
    /// Not JSON, and what the parser says of it.
    NotJson(String),
    /// A key is missing.
    Missing(&'static str),
    /// A key's value is not what it should be.
    Wrong(&'static str, &'static str),
    /// Its text has so many blocks, more than [`MOST_BLOCKS`].
    TooManyBlocks(usize),
}

impl fmt::Display for BadRecord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotJson(error) => write!(f, "the line is no JSON object: {error}"),
            Self::Missing(key) => write!(f, "the record has no `{key}`"),
            Self::Wrong(key, wanted) => write!(f, "the record's `{key}` is not {wanted}"),
            Self::TooManyBlocks(n_blocks) => f.write_str(&too_many_blocks(*n_blocks)),
        }
    }
}

impl std::error::Error for BadRecord {}

/// Opens the record in `line`; a blank line is none.
///
/// # Errors
/// The line is no record of an article.
pub fn open_record(line: Source) -> Option<Result<Opened, BadRecord>> {
    (!line.text().trim().is_empty()).then(|| read(Arc::new(line)))
}

fn read(line: Arc<Source>) -> Result<Opened, BadRecord> {
    let fields: BTreeMap<String, &RawValue> = serde_json::from_str(line.text())
        .map_err(|error| BadRecord::NotJson(without_place(&error)))?;
    let raw = |key| fields.get(key).map(|value| value.get());
    let id = raw("id").ok_or(BadRecord::Missing("id"))?;
    let id = string(id)
        .or_else(|| id.starts_with(|c: char| c == '-' || c.is_ascii_digit()).then(|| id.into()))
        .ok_or(BadRecord::Wrong("id", "a string or a number"))?;
    let text = raw("text").ok_or(BadRecord::Missing("text"))?;
    let inner = text.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    let inner = inner.ok_or(BadRecord::Wrong("text", "a string"))?;
    // The value is a slice of the line.
    let start = inner.as_ptr() as usize - line.text().as_ptr() as usize;
    let (text, stored) = unescaped(inner, start);
    let format = field(raw("format"), "format", "the name of a text format", |name| {
        Format::named(name).filter(|format| format.is_text())
    })?;
    let stated = field(raw("date"), "date", "a date such as 2021-01-27", |value| {
        date::parse(value).map(|(date, _)| date)
    })?;
    let source = Source::record(Arc::clone(&line), id, text, stored);
    let mut document = lift(&source, format.unwrap_or_else(|| sniff(source.text())));
    if document.n_left_out > 0 {
        return Err(BadRecord::TooManyBlocks(MOST_BLOCKS + document.n_left_out));
    }
    if let Some(date) = stated {
        document.date = Some(ArticleDate { date, from: DateOrigin::Metadata, span: None });
    }
    Ok(Opened { source, document })
}

/// An optional field: absent, null or empty is none; what cannot be read is an error.
fn field<T>(
    raw: Option<&str>,
    key: &'static str,
    wanted: &'static str,
    read: impl Fn(&str) -> Option<T>,
) -> Result<Option<T>, BadRecord> {
    let wrong = BadRecord::Wrong(key, wanted);
    let Some(raw) = raw.filter(|raw| *raw != "null") else { return Ok(None) };
    let value = string(raw).ok_or(wrong.clone())?;
    if value.trim().is_empty() {
        return Ok(None);
    }
    read(value.trim()).map(Some).ok_or(wrong)
}

fn string(raw: &str) -> Option<String> {
    serde_json::from_str(raw).ok()
}

/// The parser's words without "at line 1 column 5": the line is named by the archive's.
fn without_place(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let words = text.rsplit_once(" at line ").map_or(text.as_str(), |(words, _)| words);
    format!("{words} at column {}", error.column())
}

/// What a JSON string means; `start` is where its first character stands in the line.
fn unescaped(raw: &str, start: usize) -> (String, StoredMap) {
    let mut text = String::with_capacity(raw.len());
    let mut stored = StoredMap::from(start);
    let mut rest = raw;
    while let Some(first) = rest.chars().next() {
        if first != '\\' {
            let end = memchr::memchr(b'\\', rest.as_bytes()).unwrap_or(rest.len());
            push_plain(&rest[..end], &mut stored);
            text.push_str(&rest[..end]);
            rest = &rest[end..];
            continue;
        }
        let (character, len) = escape(rest);
        stored.push(1, character.len_utf8(), len);
        text.push(character);
        rest = rest.get(len..).unwrap_or_default();
    }
    (text, stored)
}

fn push_plain(text: &str, stored: &mut StoredMap) {
    // ASCII, nearly always, in one go.
    if text.is_ascii() {
        return stored.push(text.len(), 1, 1);
    }
    for character in text.chars() {
        stored.push(1, character.len_utf8(), character.len_utf8());
    }
}

/// The character an escape means, and how long the escape is.
fn escape(text: &str) -> (char, usize) {
    let simple = match text.as_bytes().get(1) {
        Some(b'n') => '\n',
        Some(b't') => '\t',
        Some(b'r') => '\r',
        Some(b'b') => '\u{8}',
        Some(b'f') => '\u{c}',
        Some(b'u') => return unicode_escape(text),
        Some(&other) if other.is_ascii() => char::from(other),
        _ => return (char::REPLACEMENT_CHARACTER, 1),
    };
    (simple, 2)
}

/// `\u00e9`, and `\ud83d\ude00` for what UTF-16 writes with two units; half of such a pair alone
/// is no character.
fn unicode_escape(text: &str) -> (char, usize) {
    const LEN: usize = 6;
    let unit = |at: usize| u16::from_str_radix(text.get(at + 2..at + LEN)?, 16).ok();
    let Some(first) = unit(0) else { return (char::REPLACEMENT_CHARACTER, LEN.min(text.len())) };
    let second = text.get(LEN..LEN + 2).filter(|mark| *mark == "\\u").and_then(|_| unit(LEN));
    let pair = second.and_then(|second| char::decode_utf16([first, second]).next()?.ok());
    match char::from_u32(first.into()) {
        Some(character) => (character, LEN),
        None => pair.map_or((char::REPLACEMENT_CHARACTER, LEN), |character| (character, 2 * LEN)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{Location, Span};

    fn line(text: &str) -> Source {
        Source::line_of_file("a.jsonl", text, 1000, 41)
    }

    #[test]
    fn a_record_stands_at_its_own_words() {
        let text = r#" {"id": 7, "x": [1, {"text": 0}], "text": "Caf\u00e9 \ud83d\ude00 \"A\"\nin 1992 é 1993", "date": "2021-01-27T10:00:00Z"}"#;
        let opened = open_record(line(text)).unwrap().unwrap();
        assert_eq!(opened.source.text(), "Café 😀 \"A\"\nin 1992 é 1993");
        assert_eq!(opened.source.record_id(), Some("7"));
        assert_eq!(opened.document.date.unwrap().date.to_string(), "2021-01-27");
        for (written, stored) in
            [("Café", "Caf\\u00e9"), ("1992", "1992"), ("1993", "1993"), ("\"A", "\\\"A")]
        {
            let at = opened.source.text().find(written).unwrap();
            let span = opened.source.stored(Span::new(at, at + written.len()));
            assert_eq!(&text[span.start - 1000..span.end - 1000], stored);
            let column = text[..span.start - 1000].chars().count() + 1;
            assert_eq!(opened.source.location(at), Location { line_number: 42, column });
        }
    }

    #[test]
    fn formats() {
        let text = |format: &str| {
            let text =
                format!(r#"{{"id": "a", "text": "<p>**LEMOA** & 1</p>", "format": {format}}}"#);
            let opened = open_record(line(&text)).unwrap();
            opened.map(|opened| opened.document.blocks[0].text.clone())
        };
        assert_eq!(text("\"html\"").unwrap(), "**LEMOA** & 1");
        assert_eq!(text("\"markdown\"").unwrap(), "**LEMOA** & 1");
        assert_eq!(text("\"plain\"").unwrap(), "<p>**LEMOA** & 1</p>");
        assert_eq!(text("null").unwrap(), "**LEMOA** & 1");
        let wrong = BadRecord::Wrong("format", "the name of a text format");
        assert_eq!(text("\"docx\"").unwrap_err(), wrong);
        assert_eq!(text("5").unwrap_err(), wrong);
    }

    #[test]
    fn lines_that_are_no_records() {
        let cases = [
            (
                "[1]",
                "the line is no JSON object: invalid type: sequence, expected a map at column 0",
            ),
            (
                r#"{"id": 1, "text": "a"#,
                "the line is no JSON object: EOF while parsing a string at column 20",
            ),
            (r#"{"text": "a"}"#, "the record has no `id`"),
            (r#"{"id": "a"}"#, "the record has no `text`"),
            (r#"{"id": ["a"], "text": "a"}"#, "the record's `id` is not a string or a number"),
            (r#"{"id": "a", "text": null}"#, "the record's `text` is not a string"),
            (
                r#"{"id": "a", "text": "a", "date": "soon"}"#,
                "the record's `date` is not a date such as 2021-01-27",
            ),
        ];
        for (text, expected) in cases {
            let error = open_record(line(text)).unwrap().unwrap_err();
            assert_eq!(error.to_string(), expected, "{text}");
        }
        assert!(open_record(line("  \r")).is_none());
    }

    #[test]
    fn half_a_pair_is_no_character() {
        let (text, stored) = unescaped(r"\ud83d \ud83d\u0041 \ude00", 0);
        assert_eq!(text, "\u{fffd} \u{fffd}A \u{fffd}");
        assert_eq!(stored.stored(text.len()), 26);
    }
}
