//! A text cut into runs of digits, runs of letters, blanks and single signs, in one pass.
//!
//! Number words are recognised here, so that a reader only follows tokens; it must not know what
//! is built from them.

use super::words::{self, Meaning};
use crate::source::Span;

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Kind {
    /// ASCII digits.
    Digits,
    /// Letters of any script.
    Word,
    /// White space of any width.
    Blank,
    /// One other character.
    Sign(char),
}

/// A piece of the text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Token {
    /// Where it stands.
    pub(crate) span: Span,
    /// What it is.
    pub(crate) kind: Kind,
    /// What the word says about numbers, if anything.
    pub(crate) meaning: Option<Meaning>,
    /// Part of an address or a piece of code, where no number is meant.
    pub(crate) coded: bool,
}

/// The tokens of `text`, covering it without gaps.
pub(crate) fn tokens(text: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::with_capacity(text.len() * 2 / 5 + 4);
    let mut chunk = 0;
    let mut start = 0;
    while let Some((kind, end)) = next(text, start) {
        let span = Span::new(start, end);
        if kind == Kind::Blank {
            // Most chunks are one word.
            if tokens.len() > chunk + 2 {
                mark_coded(text, &mut tokens[chunk..]);
            }
            chunk = tokens.len() + 1;
        }
        let meaning = match kind {
            Kind::Word => words::meaning(&text[span.range()]),
            _ => None,
        };
        tokens.push(Token { span, kind, meaning, coded: false });
        start = end;
    }
    let chunk = chunk.min(tokens.len());
    mark_coded(text, &mut tokens[chunk..]);
    tokens
}

fn next(text: &str, start: usize) -> Option<(Kind, usize)> {
    let bytes = text.as_bytes();
    let first = *bytes.get(start)?;
    if first == b' ' && bytes.get(start + 1).is_some_and(u8::is_ascii_graphic) {
        return Some((Kind::Blank, start + 1));
    }
    if first.is_ascii_digit() {
        let n = bytes[start..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        return Some((Kind::Digits, start + n));
    }
    if first.is_ascii() && !first.is_ascii_alphabetic() && !first.is_ascii_whitespace() {
        return Some((Kind::Sign(first as char), start + 1));
    }
    if first.is_ascii_alphabetic() {
        let n = bytes[start..].iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
        // An accent may go on with the word.
        let end = match bytes.get(start + n) {
            Some(byte) if !byte.is_ascii() => run(text, start + n, char::is_alphabetic),
            _ => start + n,
        };
        return Some((Kind::Word, end));
    }
    let character = text[start..].chars().next()?;
    if character.is_alphabetic() {
        return Some((Kind::Word, run(text, start, char::is_alphabetic)));
    }
    if character.is_whitespace() {
        return Some((Kind::Blank, run(text, start, char::is_whitespace)));
    }
    Some((Kind::Sign(character), start + character.len_utf8()))
}

fn run(text: &str, start: usize, belongs: fn(char) -> bool) -> usize {
    let end = text[start..].find(|character: char| !belongs(character));
    end.map_or(text.len(), |n| start + n)
}

/// Marks the tokens of one blank-free chunk when it is an address or a piece of code.
fn mark_coded(text: &str, chunk: &mut [Token]) {
    let (Some(first), Some(last)) = (chunk.first(), chunk.last()) else { return };
    let telling =
        |token: &Token| matches!(token.kind, Kind::Sign('@' | '\\' | '_' | ':' | '.' | '?'));
    if chunk.len() < 3 || !chunk.iter().any(telling) {
        return;
    }
    let written = &text[first.span.start..last.span.end];
    let coded = written.bytes().any(|byte| matches!(byte, b'@' | b'\\' | b'_'))
        || written.contains("://")
        || written.contains("www.")
        || written.contains("?") && written.contains('=')
        || is_path(chunk);
    if coded {
        chunk.iter_mut().for_each(|token| token.coded = true);
    }
}

/// `example.org/2016/05`: letters, a dot, letters, and a slash later on.
fn is_path(chunk: &[Token]) -> bool {
    let named = chunk.windows(3).position(|three| {
        three[0].kind == Kind::Word
            && three[1].kind == Kind::Sign('.')
            && three[2].kind == Kind::Word
            && three[2].span.len() > 1
    });
    named.is_some_and(|at| chunk[at..].iter().any(|token| token.kind == Kind::Sign('/')))
}
