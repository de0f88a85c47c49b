//! The word cutter: maximal runs of letters and digits, with the few marks that belong inside.
//!
//! Every other visible character is a token of its own, so that offsets never need to be searched
//! for again. It must not drop or join anything but what is said here.

use std::borrow::Cow;
use std::ops::Deref;

use super::run::Run;
use crate::source::Span;

/// What a token is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WordKind {
    /// Letters, perhaps with digits: "signed", "U.S.", "O'Brien", "F16".
    Letters,
    /// Digits with separators inside: "2016", "1,950", "3.5".
    Digits,
    /// The possessive ending: "'s" or "’s".
    Possessive,
    /// One character of punctuation or a symbol.
    Mark,
}

/// A token of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word<'t> {
    /// Where it stands.
    pub span: Span,
    /// What it is made of.
    pub kind: WordKind,
    /// As written.
    pub raw: &'t str,
    /// Lower case, with straight apostrophes.
    pub lower: Lower<'t>,
}

/// A word in lower case: the text itself where it is so written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lower<'t>(Cow<'t, str>);

impl Lower<'_> {
    /// The word.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Deref for Lower<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl PartialEq<str> for Lower<'_> {
    fn eq(&self, other: &str) -> bool {
        *self.0 == *other
    }
}

impl PartialEq<&str> for Lower<'_> {
    fn eq(&self, other: &&str) -> bool {
        *self.0 == **other
    }
}

impl From<Lower<'_>> for String {
    fn from(lower: Lower<'_>) -> Self {
        lower.0.into_owned()
    }
}

impl Word<'_> {
    /// Whether the first letter is upper case.
    pub fn is_capitalised(&self) -> bool {
        self.raw.chars().next().is_some_and(char::is_uppercase)
    }

    /// Whether it has at least two letters, all upper case.
    pub fn is_all_caps(&self) -> bool {
        is_all_caps(self.raw)
    }

    /// Whether it is the mark `mark`.
    pub fn is_mark(&self, mark: char) -> bool {
        self.kind == WordKind::Mark && self.raw.starts_with(mark)
    }

    /// Whether it is made of letters.
    pub fn is_letters(&self) -> bool {
        self.kind == WordKind::Letters
    }
}

/// Whether a text has at least two letters, all upper case.
pub fn is_all_caps(raw: &str) -> bool {
    // Most words are told by one of their first letters.
    if raw.bytes().take(2).any(|byte| byte.is_ascii_lowercase()) {
        return false;
    }
    let mut n_letters = 0;
    for letter in raw.chars().filter(|c| c.is_alphabetic()) {
        if !letter.is_uppercase() {
            return false;
        }
        n_letters += 1;
    }
    n_letters > 1
}

/// Whether a character is an apostrophe in any of its shapes.
pub const fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2019}' | '\u{02bc}' | '\u{2018}')
}

/// Whether a character is a hyphen or a dash.
pub const fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

/// Whether a character is a double quotation mark in any of its shapes.
pub const fn is_double_quote(c: char) -> bool {
    matches!(c, '"' | '\u{201c}' | '\u{201d}' | '\u{201e}' | '\u{201f}' | '«' | '»')
}

/// Cuts a text into tokens; white space separates and vanishes.
pub fn words(text: &str) -> Vec<Word<'_>> {
    // A word and its blank take five bytes or more, but for few texts.
    let mut words = Vec::with_capacity(text.len() / 5 + 4);
    let mut tokens = Tokens::new(text);
    while let Some((span, kind)) = tokens.next() {
        let raw = &text[span.range()];
        let lower = if tokens.is_lower { Lower(raw.into()) } else { lower(raw) };
        words.push(Word { span, kind, raw, lower });
    }
    words
}

fn lower(raw: &str) -> Lower<'_> {
    if raw.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase()) {
        return Lower(raw.into());
    }
    if raw.is_ascii() {
        return Lower(raw.to_ascii_lowercase().into());
    }
    let plain = raw.chars().map(|c| if is_apostrophe(c) { '\'' } else { c });
    Lower(plain.flat_map(char::to_lowercase).collect())
}

/// The token spans of a text, without allocating.
pub struct Tokens<'t> {
    text: &'t str,
    at: usize,
    /// The last token is known to be written in lower case.
    is_lower: bool,
}

impl<'t> Tokens<'t> {
    /// The tokens of `text`.
    pub const fn new(text: &'t str) -> Self {
        Self::from(text, 0)
    }

    /// The tokens from `start` on, where a token starts or a blank stands.
    pub(super) const fn from(text: &'t str, start: usize) -> Self {
        Self { text, at: start, is_lower: false }
    }

    fn char_at(&self, offset: usize) -> Option<char> {
        match self.text.as_bytes().get(offset) {
            Some(&byte) if byte < 128 => Some(byte as char),
            Some(_) => self.text[offset..].chars().next(),
            None => None,
        }
    }

    /// The end of a word of ASCII letters and digits that starts with a letter and that nothing
    /// around it can make longer: most words.
    fn plain_end(&mut self, start: usize) -> Option<usize> {
        let bytes = self.text.as_bytes();
        if !bytes[start].is_ascii_alphabetic() {
            return None;
        }
        let run = Run::at(bytes, start);
        let next = bytes.get(start + run.length);
        let dotted = run.length == 1 && next == Some(&b'.');
        let closed = next.is_none_or(|&next| next.is_ascii() && next != b'\'');
        self.is_lower = closed && !dotted && !run.has_capital;
        (closed && !dotted).then_some(start + run.length)
    }

    /// The end of the letters-and-digits token that starts at `start`.
    fn run_end(&self, start: usize) -> usize {
        let mut end = start;
        let mut digits_only = true;
        while let Some(c) = self.char_at(end) {
            let next = || self.char_at(end + c.len_utf8());
            let goes_on = match c {
                c if is_word_char(c) => true,
                ',' | '.' => digits_only && next().is_some_and(|n| n.is_ascii_digit()),
                c if is_apostrophe(c) => !digits_only && self.apostrophe_inside(end, c),
                _ => false,
            };
            if !goes_on {
                break;
            }
            digits_only &= c.is_ascii_digit() || matches!(c, ',' | '.');
            end += c.len_utf8();
        }
        end
    }

    /// An apostrophe belongs inside a word unless it starts the possessive ending.
    fn apostrophe_inside(&self, at: usize, mark: char) -> bool {
        let after = at + mark.len_utf8();
        match self.char_at(after) {
            Some('s' | 'S') => self.char_at(after + 1).is_some_and(is_word_char),
            Some(c) => c.is_alphabetic(),
            None => false,
        }
    }

    /// "U.S.", "U.K", "N.Y.P.D.": single letters with dots are one token, the last dot included.
    fn dotted_end(&self, start: usize) -> Option<usize> {
        let mut end = start;
        let mut n_letters = 0;
        while self.char_at(end).is_some_and(char::is_uppercase) {
            let letter = self.char_at(end)?;
            let dot = end + letter.len_utf8();
            if self.char_at(dot) != Some('.') {
                let last = n_letters > 0 && !self.char_at(dot).is_some_and(is_word_char);
                return last.then_some(dot);
            }
            n_letters += 1;
            end = dot + 1;
        }
        (n_letters > 1).then_some(end)
    }
}

impl Iterator for Tokens<'_> {
    type Item = (Span, WordKind);

    fn next(&mut self) -> Option<Self::Item> {
        let mut first = self.char_at(self.at)?;
        while first.is_whitespace() || is_invisible(first) {
            self.at += first.len_utf8();
            first = self.char_at(self.at)?;
        }
        let start = self.at;
        self.is_lower = false;
        if let Some(end) = self.plain_end(start) {
            self.at = end;
            return Some((Span::new(start, end), WordKind::Letters));
        }
        let (end, kind) = if is_word_char(first) {
            let end = self.dotted_end(start).unwrap_or_else(|| self.run_end(start));
            let digits = self.text[start..end].bytes().all(|b| !b.is_ascii_alphabetic() && b < 128);
            (end, if digits { WordKind::Digits } else { WordKind::Letters })
        } else if is_apostrophe(first) && self.is_possessive(start, first) {
            (start + first.len_utf8() + 1, WordKind::Possessive)
        } else {
            (start + first.len_utf8(), WordKind::Mark)
        };
        self.at = end;
        Some((Span::new(start, end), kind))
    }
}

impl Tokens<'_> {
    fn is_possessive(&self, at: usize, mark: char) -> bool {
        let after_letter = self.text[..at].chars().next_back().is_some_and(is_word_char);
        let after = at + mark.len_utf8();
        after_letter
            && matches!(self.char_at(after), Some('s' | 'S'))
            && !self.char_at(after + 1).is_some_and(is_word_char)
    }
}

fn is_word_char(c: char) -> bool {
    c.is_ascii_alphanumeric() || (!c.is_ascii() && (c.is_alphanumeric() || is_combining(c)))
}

fn is_combining(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c) || c == '\u{ad}'
}

const fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<&str> {
        words(text).into_iter().map(|word| word.raw).collect()
    }

    #[test]
    fn possessives_are_cut_off_and_contractions_kept() {
        assert_eq!(
            cut("India’s fleet wasn't O'Brien's"),
            ["India", "’s", "fleet", "wasn't", "O'Brien", "'s"]
        );
    }

    #[test]
    fn numbers_keep_their_separators_and_dotted_acronyms_their_dots() {
        assert_eq!(
            cut("In U.S. terms, 1,950.5 km."),
            ["In", "U.S.", "terms", ",", "1,950.5", "km", "."]
        );
        assert_eq!(
            cut("the 2+2 talks in 2016."),
            ["the", "2", "+", "2", "talks", "in", "2016", "."]
        );
    }

    #[test]
    fn a_single_initial_is_not_a_dotted_acronym() {
        assert_eq!(cut("Plan C. Then D"), ["Plan", "C", ".", "Then", "D"]);
    }

    proptest::proptest! {
        #[test]
        fn tokens_re_read_and_keep_order(text in "\\PC{0,60}") {
            let mut last = 0;
            for word in words(&text) {
                proptest::prop_assert!(word.span.start >= last && !word.span.is_empty());
                proptest::prop_assert_eq!(&text[word.span.range()], word.raw);
                last = word.span.end;
            }
        }
    }
}
