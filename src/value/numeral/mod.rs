//! Numerals: every number of a text, in digits and words, found in one pass for all kinds.
//!
//! Money, percentages, durations and plain numbers all begin with a numeral; they look at the
//! words around it and take it. This module must not know currencies or units.

mod amount;
mod comparator;
mod digits;
mod guard;
mod join;
mod noun;
mod part;
mod phrase;
pub(crate) mod print;
#[cfg(test)]
mod properties;
pub(crate) mod spell;
mod tail;
mod token;
mod tolerance;
mod words;

pub use amount::Amount;
pub use tolerance::Tolerance;
pub(crate) use tolerance::{last_place, parse_amount, slack};

pub(crate) use amount::{CONVERSION_SLACK, tidy};
pub(crate) use comparator::{comparator, ending as phrase_ending, suffix};
pub(crate) use digits::vulgar;
pub(crate) use join::join_ranges;
pub(crate) use noun::{fold, is_plural, noun};
pub(crate) use token::Kind;
pub(crate) use words::Meaning;

use crate::source::Span;
use token::Token;

/// A numeral and what its surroundings say.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Numeral {
    /// Its first token.
    pub(crate) start: usize,
    /// One past its last token.
    pub(crate) end: usize,
    /// Its value, or both ends of a range.
    pub(crate) amount: Amount,
    /// A bare run of digits, which may be a year or a label.
    pub(crate) bare: bool,
    /// The power of ten of its last scale word.
    pub(crate) scale: Option<i32>,
    /// It ends in a part of one ("half", "two thirds").
    pub(crate) half: bool,
    /// A minus sign or word stands in it.
    pub(crate) negative: bool,
    /// A word is glued to its left, which only a currency may be.
    pub(crate) code: bool,
    /// Something before it makes it a label ("Article 370"): no count.
    pub(crate) label: bool,
    /// A kind has read it.
    pub(crate) taken: bool,
}

/// A text cut into tokens, with its numerals.
#[derive(Debug)]
pub(crate) struct Scan<'t> {
    /// The text.
    pub(crate) text: &'t str,
    tokens: Vec<Token>,
    /// Its numerals in order.
    pub(crate) numerals: Vec<Numeral>,
    /// It has an article.
    pub(crate) has_article: bool,
    /// It has a word for a stretch of time.
    pub(crate) has_period: bool,
}

/// Reads the tokens and numerals of `text`.
pub(crate) fn scan(text: &str) -> Scan<'_> {
    let tokens = token::tokens(text);
    let (mut has_article, mut has_period) = (false, false);
    for meaning in tokens.iter().filter_map(|token| token.meaning) {
        has_article |= meaning == Meaning::Article;
        has_period |= meaning == Meaning::Period;
    }
    let mut scan = Scan { text, tokens, numerals: Vec::new(), has_article, has_period };
    let mut at = 0;
    while at < scan.tokens.len() {
        at = if scan.may_begin(at) { guard::numeral(&mut scan, at) } else { at + 1 };
    }
    join::join_numerals(&mut scan);
    scan
}

/// "a quarter", "three quarters" before "of": its first token and its value.
pub(crate) fn part_before(scan: &Scan<'_>, of: usize) -> Option<(usize, f64)> {
    let gap = of.checked_sub(1)?;
    if let Some(index) = scan.numeral_ending_at(gap) {
        let numeral = &scan.numerals[index];
        return numeral.half.then_some((numeral.start, numeral.amount.low));
    }
    let word = gap.checked_sub(1)?;
    (scan.meaning(word) == Some(Meaning::Quarter)).then_some((word, 0.25))
}

impl<'t> Scan<'t> {
    /// How many tokens there are.
    pub(crate) fn n_tokens(&self) -> usize {
        self.tokens.len()
    }

    fn may_begin(&self, at: usize) -> bool {
        match self.tokens[at].kind {
            Kind::Digits => true,
            Kind::Word => matches!(
                self.tokens[at].meaning,
                Some(
                    Meaning::Ones(_)
                        | Meaning::Tens(_)
                        | Meaning::Half
                        | Meaning::Quarter
                        | Meaning::Article
                        | Meaning::Minus
                        | Meaning::Hundred
                )
            ),
            Kind::Sign('.') => {
                self.kind(at + 1) == Some(Kind::Digits)
                    && at.checked_sub(1).is_none_or(|before| self.kind(before) == Some(Kind::Blank))
            }
            Kind::Sign(sign) => !sign.is_ascii() && vulgar(sign).is_some(),
            Kind::Blank => false,
        }
    }

    /// The numeral that begins at a token.
    pub(crate) fn numeral_at(&self, at: usize) -> Option<&Numeral> {
        let index = self.numerals.binary_search_by_key(&at, |numeral| numeral.start).ok()?;
        self.numerals.get(index)
    }

    /// The index of the numeral that ends before a token.
    pub(crate) fn numeral_ending_at(&self, at: usize) -> Option<usize> {
        self.numerals.binary_search_by_key(&at, |numeral| numeral.end).ok()
    }

    /// The kind of a token, if there is one.
    pub(crate) fn kind(&self, at: usize) -> Option<Kind> {
        self.tokens.get(at).map(|token| token.kind)
    }

    /// What a token says about numbers.
    pub(crate) fn meaning(&self, at: usize) -> Option<Meaning> {
        self.tokens.get(at).and_then(|token| token.meaning)
    }

    /// Where a token stands; empty at the end when there is none.
    pub(crate) fn span(&self, at: usize) -> Span {
        let end = self.text.len();
        self.tokens.get(at).map_or(Span::new(end, end), |token| token.span)
    }

    /// The span from token `start` up to, not including, token `end`.
    pub(crate) fn cover(&self, start: usize, end: usize) -> Span {
        let from = self.span(start).start;
        let to = end.checked_sub(1).map_or(from, |last| self.span(last).end);
        Span::new(from, to.max(from))
    }

    /// A token as written.
    pub(crate) fn text_of(&self, at: usize) -> &'t str {
        &self.text[self.span(at).range()]
    }

    /// Whether a token is this sign.
    pub(crate) fn is_sign(&self, at: usize, sign: char) -> bool {
        self.kind(at) == Some(Kind::Sign(sign))
    }

    /// Whether a token is exactly this character.
    pub(crate) fn is_char(&self, at: usize, character: char) -> bool {
        let mut characters = self.text_of(at).chars();
        characters.next() == Some(character) && characters.next().is_none()
    }

    /// Whether a token is this word, whatever its case.
    pub(crate) fn is_word(&self, at: usize, word: &str) -> bool {
        self.kind(at) == Some(Kind::Word) && self.text_of(at).eq_ignore_ascii_case(word)
    }

    /// Whether a token is one of the hyphens and dashes.
    pub(crate) fn is_dash(&self, at: usize) -> bool {
        matches!(self.kind(at), Some(Kind::Sign('-' | '\u{2010}' | '\u{2011}' | '–' | '—' | '−')))
    }

    /// The word at or after token `at`, over a blank or a hyphen between words.
    pub(crate) fn after_gap(&self, at: usize) -> Option<usize> {
        let mut at = at;
        if self.kind(at) == Some(Kind::Blank) {
            at += 1;
        }
        if self.is_dash(at) && !self.is_sign(at, '—') {
            at += 1;
            if self.kind(at) == Some(Kind::Blank) {
                at += 1;
            }
        }
        (self.kind(at) == Some(Kind::Word)).then_some(at)
    }

    /// The token at or after `at` that is no blank.
    pub(crate) fn after_blank(&self, at: usize) -> usize {
        if self.kind(at) == Some(Kind::Blank) { at + 1 } else { at }
    }

    /// The last token before `at` that is no blank.
    pub(crate) fn before_blank(&self, at: usize) -> Option<usize> {
        let before = at.checked_sub(1)?;
        if self.kind(before) == Some(Kind::Blank) { before.checked_sub(1) } else { Some(before) }
    }

    /// The word before token `at`, with nothing but a blank between.
    pub(crate) fn word_before(&self, at: usize) -> Option<usize> {
        self.before_blank(at).filter(|&before| self.kind(before) == Some(Kind::Word))
    }

    /// Whether a token stands inside an address or a piece of code.
    pub(crate) fn is_coded(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.coded)
    }

    /// Whether a token begins a sentence, as far as signs tell.
    pub(crate) fn begins_sentence(&self, at: usize) -> bool {
        match self.before_blank(at) {
            None => true,
            Some(before) => matches!(
                self.kind(before),
                Some(Kind::Sign('.' | '!' | '?' | ':' | ';' | '"' | '“' | '(' | '•' | '*' | '|'))
            ),
        }
    }

    /// Whether a word begins with a capital.
    pub(crate) fn is_capital(&self, at: usize) -> bool {
        self.text_of(at).chars().next().is_some_and(char::is_uppercase)
    }
}
