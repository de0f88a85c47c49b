//! A trie of names over folded words: one pass over a text finds every name at word boundaries.
//!
//! Hyphens and dots inside a name are optional, the last word may be plural, and case counts where
//! the name's author made it count: an acronym keeps its capitals, and a single capitalised word
//! wants a capital. What a name stands for is the caller's business.

use rustc_hash::FxHashMap;

use super::first_words::FirstWords;
use super::fold::fold_into;
use super::word::{Tokens, WordKind, is_all_caps, is_dash};
use crate::source::Span;

/// Names by their folded words, each leading to the numbers it was inserted with.
#[derive(Debug, Clone, Default)]
pub struct NameTrie {
    word_ids: FxHashMap<Box<str>, u32>,
    edges: FxHashMap<(u32, u32), u32>,
    /// What lets nearly all of a text be passed over.
    first_words: FirstWords,
    /// For each node the first of the names that end there, if any; node 0 is the root.
    first_ends: Vec<u32>,
    ends: Vec<NameEnd>,
}

#[derive(Debug, Clone)]
struct NameEnd {
    target: u32,
    case: Case,
    /// The next name that ends at the same node, if any.
    next: u32,
}

/// No name.
const NONE: u32 = u32::MAX;

/// How much of a name's case a text must keep.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Case {
    /// None.
    Any,
    /// The first letter of the first word is a capital.
    Capital,
    /// These words (bits from the first) are all capitals.
    Caps(u32),
}

/// A name found in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NameMatch {
    /// Where it stands.
    pub span: Span,
    /// The number the name was inserted with.
    pub target: u32,
}

/// The words of a name or text that take part in matching.
#[derive(Clone, Copy)]
struct NameWord {
    span: Span,
    id: Option<u32>,
    /// The id without a plural ending.
    singular: Option<u32>,
    caps: bool,
    capital: bool,
}

impl NameTrie {
    /// Adds a name for `target`; a name without words is ignored.
    pub fn insert(&mut self, name: &str, target: u32) {
        if self.first_ends.is_empty() {
            self.first_ends.push(NONE);
        }
        let mut folded = String::new();
        let mut node = 0;
        let (mut caps, mut n_words, mut lower_words) = (0_u32, 0_u32, 0);
        let mut first_capital = false;
        for (span, kind) in name_tokens(name, 0) {
            let raw = &name[span.range()];
            fold_token(raw, kind, &mut folded);
            if kind == WordKind::Letters && is_all_caps(raw) {
                caps |= 1 << n_words.min(31);
            }
            let capital = raw.chars().next().is_some_and(char::is_uppercase);
            first_capital |= n_words == 0 && capital;
            lower_words += u32::from(kind == WordKind::Letters);
            node = self.child(node, &folded);
            n_words += 1;
        }
        if n_words == 0 {
            return;
        }
        let case = match (caps, lower_words) {
            (0, 1) if first_capital => Case::Capital,
            (0, _) => Case::Any,
            (caps, _) => Case::Caps(caps),
        };
        self.add_end(node, target, case);
    }

    fn add_end(&mut self, node: u32, target: u32, case: Case) {
        let (mut last, mut at) = (NONE, self.first_ends[node as usize]);
        while let Some(end) = self.ends.get(at as usize) {
            if end.target == target && end.case == case {
                return;
            }
            (last, at) = (at, end.next);
        }
        let new = self.ends.len() as u32;
        match self.ends.get_mut(last as usize) {
            Some(end) => end.next = new,
            None => self.first_ends[node as usize] = new,
        }
        self.ends.push(NameEnd { target, case, next: NONE });
    }

    /// The names that end at a node, in the order in which they were inserted.
    fn ends_at(&self, node: u32) -> impl Iterator<Item = &NameEnd> {
        let first = self.ends.get(self.first_ends[node as usize] as usize);
        std::iter::successors(first, |end| self.ends.get(end.next as usize))
    }

    fn child(&mut self, node: u32, word: &str) -> u32 {
        let n_words = self.word_ids.len() as u32;
        let word_id = match self.word_ids.get(word) {
            Some(&id) => id,
            None => *self.word_ids.entry(word.into()).or_insert(n_words),
        };
        let n_nodes = self.first_ends.len() as u32;
        let child = *self.edges.entry((node, word_id)).or_insert(n_nodes);
        if child == n_nodes {
            self.first_ends.push(NONE);
            if node == 0 {
                self.first_words.add(word);
            }
        }
        child
    }

    /// Whether no name was inserted.
    pub fn is_empty(&self) -> bool {
        self.edges.is_empty()
    }

    /// Every name in `text`, all overlapping ones, in order of start.
    pub fn scan(&self, text: &str) -> Vec<NameMatch> {
        self.matches(text, Keep::All)
    }

    /// The longest names at each place of `text` where any begins, in order of start. However many
    /// names begin with each other, there are no more of these than places and targets.
    pub fn longest(&self, text: &str) -> Vec<NameMatch> {
        self.matches(text, Keep::Longest)
    }

    fn matches(&self, text: &str, keep: Keep) -> Vec<NameMatch> {
        let mut matches = Vec::new();
        let mut ahead = Ahead { words: Vec::new(), folded: String::new() };
        self.first_words.each_stretch(text, |start, end| {
            ahead.words.clear();
            let mut tokens = name_tokens(text, start);
            let mut first = 0;
            while self.look_ahead(text, &mut tokens, &mut ahead, first)
                && ahead.words[first].span.start < end
            {
                let before = matches.len();
                self.matches_from(text, &mut tokens, &mut ahead, first, |hit: NameMatch| {
                    let last: Option<&NameMatch> = matches[before..].last();
                    if keep == Keep::Longest && last.is_some_and(|it| it.span != hit.span) {
                        matches.truncate(before);
                    }
                    matches.push(hit);
                });
                first += 1;
            }
        });
        matches
    }

    /// Reads tokens until the word at `index` is known; false at the end of the text.
    fn look_ahead(
        &self,
        text: &str,
        tokens: &mut impl Iterator<Item = (Span, WordKind)>,
        ahead: &mut Ahead,
        index: usize,
    ) -> bool {
        while ahead.words.len() <= index {
            let Some((span, kind)) = tokens.next() else { return false };
            let raw = &text[span.range()];
            ahead.words.push(self.name_word(span, raw, kind, &mut ahead.folded));
            if let Some(glued) = glued_part(raw) {
                let span = Span::new(span.start + glued, span.end);
                let word = self.name_word(span, &raw[glued..], kind, &mut ahead.folded);
                ahead.words.push(word);
            }
        }
        true
    }

    fn name_word(&self, span: Span, raw: &str, kind: WordKind, folded: &mut String) -> NameWord {
        fold_token(raw, kind, folded);
        let id = self.word_ids.get(folded.as_str()).copied();
        let singular = singular(folded).and_then(|word| self.word_ids.get(word)).copied();
        NameWord {
            span,
            id,
            singular,
            caps: is_all_caps(raw.trim_end_matches('s')),
            capital: raw.chars().next().is_some_and(char::is_uppercase),
        }
    }

    /// The names that start at the word `first`.
    fn matches_from(
        &self,
        text: &str,
        tokens: &mut impl Iterator<Item = (Span, WordKind)>,
        ahead: &mut Ahead,
        first: usize,
        mut take: impl FnMut(NameMatch),
    ) {
        let NameWord { span: Span { start, .. }, capital, .. } = ahead.words[first];
        let mut node = 0;
        let mut caps = 0_u32;
        let mut index = 0;
        while self.look_ahead(text, tokens, ahead, first + index) {
            let word = ahead.words[first + index];
            caps |= u32::from(word.caps) << index.min(31);
            let step = |id: Option<u32>| id.and_then(|id| self.edges.get(&(node, id)).copied());
            let plural_end = step(word.singular);
            let next = step(word.id);
            for node in [next, plural_end].into_iter().flatten() {
                for end in self.ends_at(node) {
                    let kept = match end.case {
                        Case::Any => true,
                        Case::Capital => capital,
                        Case::Caps(wanted) => caps & wanted == wanted,
                    };
                    if kept {
                        let span = Span::new(start, word.span.end);
                        take(NameMatch { span, target: end.target });
                    }
                }
            }
            match next {
                Some(next) => node = next,
                None => return,
            }
            index += 1;
        }
    }
}

/// Which of the names that begin at one place are wanted.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Keep {
    All,
    Longest,
}

/// Words of a text read so far from the start of a stretch, and a place to fold them in.
struct Ahead {
    words: Vec<NameWord>,
    folded: String,
}

/// The tokens that take part in matching: hyphens and dots glued between words do not.
pub(super) fn name_tokens(text: &str, start: usize) -> impl Iterator<Item = (Span, WordKind)> {
    Tokens::from(text, start).filter(move |(span, kind)| {
        *kind != WordKind::Mark || {
            let before = text[..span.start].chars().next_back();
            let glued_before = before.is_some_and(char::is_alphanumeric);
            let glued_after = text[span.end..].chars().next().is_some_and(char::is_alphanumeric);
            match text[span.range()].chars().next() {
                Some('.') => {
                    !glued_before || before.is_some_and(char::is_lowercase) && !glued_after
                }
                Some(c) if is_dash(c) => !(glued_before && glued_after),
                _ => true,
            }
        }
    })
}

pub(super) fn fold_token(raw: &str, kind: WordKind, folded: &mut String) {
    match kind {
        WordKind::Possessive => {
            folded.clear();
            folded.push_str("'s");
        }
        _ if raw == "&" => {
            folded.clear();
            folded.push_str("and");
        }
        _ => fold_into(raw, folded),
    }
}

pub(super) fn singular(folded: &str) -> Option<&str> {
    let stem = folded.strip_suffix('s')?;
    (stem.len() > 1 && !stem.ends_with('s')).then_some(stem)
}

/// "andMemorandum": the offset of the capitalised word glued to a lower-case one.
pub(super) fn glued_part(raw: &str) -> Option<usize> {
    if raw.len() < 5 || !raw.starts_with(|c: char| c.is_ascii_lowercase()) {
        return None;
    }
    let at = raw.find(|c: char| c.is_ascii_uppercase())?;
    (at > 1 && raw[at..].len() > 2).then_some(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found<'t>(names: &[&str], text: &'t str) -> Vec<&'t str> {
        let mut trie = NameTrie::default();
        for (target, name) in names.iter().enumerate() {
            trie.insert(name, target as u32);
        }
        trie.scan(text).into_iter().map(|hit| &text[hit.span.range()]).collect()
    }

    #[test]
    fn all_overlapping_names_are_found() {
        let names = ["Defence Minister", "Defence", "Minister of Defence"];
        assert_eq!(found(&names, "the Defence Minister"), ["Defence", "Defence Minister"]);
    }

    #[test]
    fn acronyms_keep_their_capitals_and_names_their_first() {
        assert_eq!(found(&["US"], "tell us of the US and the U.S. fleet"), ["US", "U.S."]);
        assert_eq!(found(&["Quad"], "a quad bike and the Quad"), ["Quad"]);
        assert_eq!(
            found(&["Major Defence Partner"], "a major defense partner"),
            ["major defense partner"]
        );
    }

    #[test]
    fn plurals_hyphens_dots_and_glued_words() {
        assert_eq!(found(&["Harrier Pact"], "two Harrier Pacts"), ["Harrier Pacts"]);
        assert_eq!(
            found(&["Non-Aligned Bloc"], "the Non Aligned Bloc’s seat"),
            ["Non Aligned Bloc"]
        );
        assert_eq!(found(&["Ada C. Brook"], "Mr Ada C Brook"), ["Ada C Brook"]);
        assert_eq!(found(&["INDUS-X"], "at INDUS–X."), ["INDUS–X"]);
        assert_eq!(
            found(&["Memorandum of Intent"], "and andMemorandum of Intent"),
            ["Memorandum of Intent"]
        );
        assert_eq!(found(&["2+2 Dialogue"], "The fifth 2+2 Dialogue"), ["2+2 Dialogue"]);
    }

    #[test]
    fn a_name_is_not_found_inside_a_longer_word_or_across_a_stop() {
        assert!(found(&["Kestrel"], "Kestrelton").is_empty());
        assert!(found(&["Harrier Pact"], "the Harrier. Pact talks").is_empty());
    }
}
