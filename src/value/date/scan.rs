//! One pass over the text into tokens with a role each, and total access to them.

use super::read::Known;
use super::words::{Word, classify};
use crate::source::Span;

/// A word, a run of digits or a mark. White space is dropped, a blank line is the mark `\n`.
#[derive(Debug, Clone, Copy)]
pub(super) struct Token {
    pub(super) span: Span,
    pub(super) kind: Kind,
    /// No space between this token and the one before.
    pub(super) glued: bool,
    /// A word that begins with a capital.
    pub(super) capital: bool,
}

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A run of ASCII digits; `u32::MAX` when it does not fit.
    Digits {
        value: u32,
        n_digits: usize,
    },
    /// "27th".
    Nth(u32),
    Word(Word),
    Mark(char),
}

/// A text and its tokens. Every access is total: beyond the ends there is a neutral mark.
pub(super) struct Prose<'t> {
    pub(super) text: &'t str,
    pub(super) tokens: Vec<Token>,
    /// The dates at places that were asked for, ranges and lists left out.
    pub(super) points: Known,
    /// The dates there that are not built from others.
    pub(super) simple: Known,
}

impl<'t> Prose<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        let (points, simple) = (Known::default(), Known::default());
        Self { text, tokens: tokens(text), points, simple }
    }

    pub(super) fn kind(&self, at: usize) -> Kind {
        self.tokens.get(at).map_or(Kind::Mark('\0'), |token| token.kind)
    }

    pub(super) fn word(&self, at: usize) -> Word {
        match self.kind(at) {
            Kind::Word(word) => word,
            _ => Word::Plain,
        }
    }

    /// The word before `at`, `Plain` at the start.
    pub(super) fn word_before(&self, at: usize) -> Word {
        at.checked_sub(1).map_or(Word::Plain, |before| self.word(before))
    }

    pub(super) fn is(&self, at: usize, word: Word) -> bool {
        self.kind(at) == Kind::Word(word)
    }

    pub(super) fn mark(&self, at: usize) -> char {
        match self.kind(at) {
            Kind::Mark(mark) => mark,
            _ => '\0',
        }
    }

    pub(super) fn mark_before(&self, at: usize) -> char {
        at.checked_sub(1).map_or('\0', |before| self.mark(before))
    }

    pub(super) fn glued(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.glued)
    }

    pub(super) fn capital(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.capital)
    }

    /// The token as written, empty beyond the ends.
    pub(super) fn written(&self, at: usize) -> &'t str {
        self.tokens.get(at).map_or("", |token| &self.text[token.span.range()])
    }

    /// The token before, as written.
    pub(super) fn written_before(&self, at: usize) -> &'t str {
        at.checked_sub(1).map_or("", |before| self.written(before))
    }

    /// Whether the token is this word, in any case.
    pub(super) fn says(&self, at: usize, word: &str) -> bool {
        let written = self.written(at);
        written.len() == word.len() && written.eq_ignore_ascii_case(word)
    }

    /// Whether the token before is this word, in any case.
    pub(super) fn says_before(&self, at: usize, word: &str) -> bool {
        self.written_before(at).eq_ignore_ascii_case(word)
    }

    /// Digits with their count, else nothing.
    pub(super) fn digits(&self, at: usize) -> Option<(u32, usize)> {
        match self.kind(at) {
            Kind::Digits { value, n_digits } => Some((value, n_digits)),
            _ => None,
        }
    }

    /// Skips the mark when it stands at `at`.
    pub(super) fn past_mark(&self, at: usize, mark: char) -> usize {
        if self.mark(at) == mark { at + 1 } else { at }
    }

    /// Skips the word when it stands at `at`.
    pub(super) fn past_word(&self, at: usize, word: Word) -> usize {
        if self.is(at, word) { at + 1 } else { at }
    }

    /// The bytes from the first to before the last token.
    pub(super) fn span(&self, from: usize, to: usize) -> Span {
        let start = self.tokens.get(from).map_or(self.text.len(), |token| token.span.start);
        let end = to
            .checked_sub(1)
            .and_then(|last| self.tokens.get(last))
            .map_or(start, |token| token.span.end);
        Span::new(start, end.max(start))
    }
}

/// Whether it is a dash of any length.
pub(super) fn is_dash(mark: char) -> bool {
    matches!(mark, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

/// Whether it is an apostrophe of any shape.
pub(super) fn is_apostrophe(mark: char) -> bool {
    matches!(mark, '\'' | '\u{2018}' | '\u{2019}' | '\u{02BC}' | '`')
}

fn tokens(text: &str) -> Vec<Token> {
    let bytes = text.as_bytes();
    let mut tokens = Vec::with_capacity(text.len() / 5 + 4);
    let mut at = 0;
    let mut glued = false;
    while let Some(&byte) = bytes.get(at) {
        let (kind, end) = match byte {
            b'0'..=b'9' => digits(bytes, at),
            b'a'..=b'z' | b'A'..=b'Z' => word(text, at),
            b' ' | b'\t' | b'\r' => {
                (at, glued) = (at + 1, false);
                continue;
            }
            b'\n' => match blank_line(bytes, at) {
                Some(end) => (Kind::Mark('\n'), end),
                None => {
                    (at, glued) = (at + 1, false);
                    continue;
                }
            },
            _ => match beyond_ascii(text, at) {
                (None, end) => {
                    (at, glued) = (end, false);
                    continue;
                }
                (Some(kind), end) => (kind, end),
            },
        };
        let span = Span::new(at, end);
        tokens.push(Token { span, kind, glued, capital: byte.is_ascii_uppercase() });
        (at, glued) = (end, true);
    }
    tokens
}

fn digits(bytes: &[u8], start: usize) -> (Kind, usize) {
    let mut end = start;
    let mut value: u32 = 0;
    while let Some(digit) = bytes.get(end).filter(|byte| byte.is_ascii_digit()) {
        value = value.saturating_mul(10).saturating_add(u32::from(digit - b'0'));
        end += 1;
    }
    let suffix = bytes.get(end..end + 2).map(|pair| [pair[0] | 0x20, pair[1] | 0x20]);
    let closed = !bytes.get(end + 2).is_some_and(u8::is_ascii_alphanumeric);
    let is_nth = matches!(suffix.as_ref(), Some(b"st" | b"nd" | b"rd" | b"th"));
    if is_nth && closed {
        return (Kind::Nth(value), end + 2);
    }
    // "July 3d, 1863"
    let alone = !bytes.get(end + 1).is_some_and(u8::is_ascii_alphanumeric);
    if bytes.get(end) == Some(&b'd') && alone && matches!(value, 2 | 3 | 22 | 23) {
        return (Kind::Nth(value), end + 1);
    }
    (Kind::Digits { value, n_digits: end - start }, end)
}

/// A word: letters of any alphabet. A capital after a small letter begins a new word ("andMemorandum").
fn word(text: &str, start: usize) -> (Kind, usize) {
    let bytes = text.as_bytes();
    let mut end = start;
    while bytes.get(end).is_some_and(u8::is_ascii_alphabetic) {
        end += 1;
    }
    if bytes.get(end).is_none_or(u8::is_ascii) {
        return (Kind::Word(classify(&text[start..end])), end);
    }
    let (_, end) = letters(text, start);
    let is_ascii = text[start..end].is_ascii();
    let role = if is_ascii { classify(&text[start..end]) } else { Word::Plain };
    (Kind::Word(role), end)
}

fn letters(text: &str, start: usize) -> (usize, usize) {
    let rest = &text[start..];
    let end = rest.find(|letter: char| !letter.is_alphabetic()).unwrap_or(rest.len());
    (start, start + end)
}

/// `None` for white space.
fn beyond_ascii(text: &str, at: usize) -> (Option<Kind>, usize) {
    let Some(mark) = text[at..].chars().next() else { return (None, at + 1) };
    let end = at + mark.len_utf8();
    if mark.is_alphabetic() {
        let (_, end) = letters(text, at);
        return (Some(Kind::Word(Word::Plain)), end);
    }
    if mark.is_whitespace() || mark == '\u{AD}' || mark == '\u{200B}' {
        return (None, end);
    }
    (Some(Kind::Mark(mark)), end)
}

/// The end of a run of line breaks with at least one empty line in it.
fn blank_line(bytes: &[u8], start: usize) -> Option<usize> {
    let mut n_breaks = 0;
    let mut end = start;
    while let Some(b'\n' | b'\r' | b' ' | b'\t') = bytes.get(end) {
        n_breaks += usize::from(bytes[end] == b'\n');
        end += 1;
    }
    (n_breaks > 1).then_some(end)
}
