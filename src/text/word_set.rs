//! Sets and maps of words that are made while the program is compiled: nothing is built when it starts, and a
//! word is hashed by its length and its two ends, not byte by byte.
//!
//! They must not know what a word means.

use super::run::LOWER;

/// The words of a text, parted by white space. `SLOTS` is a power of two, at least twice as many as the words.
#[derive(Debug)]
pub(crate) struct WordSet<const SLOTS: usize> {
    text: &'static str,
    /// Where a word begins and how long it is; no slot with a word has the length 0.
    slots: [(u16, u8); SLOTS],
}

/// Words with a value each. `SLOTS` is a power of two, at least twice as many as the words.
#[derive(Debug)]
pub(crate) struct WordMap<V: 'static, const SLOTS: usize> {
    slots: [(&'static str, V); SLOTS],
}

impl<const SLOTS: usize> WordSet<SLOTS> {
    /// Every word of a text, but for lines that begin with `#`.
    pub(crate) const fn of(text: &'static str) -> Self {
        Self::read(text, false)
    }

    /// The first word of every line, but for lines that begin with `#`.
    pub(crate) const fn of_rows(text: &'static str) -> Self {
        Self::read(text, true)
    }

    const fn read(text: &'static str, only_first: bool) -> Self {
        let bytes = text.as_bytes();
        assert!(bytes.len() <= u16::MAX as usize, "a place in the text takes two bytes");
        let mut set = Self { text, slots: [(0, 0); SLOTS] };
        let (mut at, mut n_words) = (0, 0);
        while at < bytes.len() {
            let begins_line = at == 0 || bytes[at - 1] == b'\n';
            if begins_line && bytes[at] == b'#' {
                at = line_end(bytes, at);
            } else if bytes[at].is_ascii_whitespace() {
                at += 1;
            } else {
                let end = word_end(bytes, at);
                set.add(at, end);
                n_words += 1;
                at = if only_first { line_end(bytes, at) } else { end };
            }
        }
        assert!(n_words * 2 <= SLOTS, "too few slots");
        set
    }

    const fn add(&mut self, start: usize, end: usize) {
        let (_, rest) = self.text.as_bytes().split_at(start);
        let (word, _) = rest.split_at(end - start);
        let mut slot = hash(word) & (SLOTS - 1);
        while self.slots[slot].1 != 0 {
            slot = (slot + 1) & (SLOTS - 1);
        }
        self.slots[slot] = (start as u16, word.len() as u8);
    }

    /// Whether it holds a word.
    pub(crate) fn has(&self, word: &str) -> bool {
        self.end_of(word).is_some()
    }

    /// Whether it holds a word of ASCII letters in lower case, whatever the case of the one asked for.
    pub(crate) fn has_in_any_case(&self, word: &str) -> bool {
        self.find(word, |known| known.eq_ignore_ascii_case(word.as_bytes())).is_some()
    }

    /// What stands behind a word on its line of the text.
    pub(crate) fn rest_of_row(&self, word: &str) -> Option<&'static str> {
        let rest = &self.text[self.end_of(word)?..];
        let end = memchr::memchr(b'\n', rest.as_bytes()).unwrap_or(rest.len());
        Some(rest[..end].trim_start_matches(' '))
    }

    /// The word as it stands in the text, which lives as long as the program.
    pub(crate) fn word(&self, word: &str) -> Option<&'static str> {
        let end = self.end_of(word)?;
        Some(&self.text[end - word.len()..end])
    }

    fn end_of(&self, word: &str) -> Option<usize> {
        self.find(word, |known| known == word.as_bytes())
    }

    fn find(&self, word: &str, is_it: impl Fn(&[u8]) -> bool) -> Option<usize> {
        let mut slot = hash(word.as_bytes()) & (SLOTS - 1);
        loop {
            let (start, length) = self.slots[slot];
            let (start, length) = (usize::from(start), usize::from(length));
            if length == 0 {
                return None;
            }
            if length == word.len() && is_it(&self.text.as_bytes()[start..start + length]) {
                return Some(start + length);
            }
            slot = (slot + 1) & (SLOTS - 1);
        }
    }
}

impl<V: Copy, const SLOTS: usize> WordMap<V, SLOTS> {
    /// No words; `filler` stands where there is none.
    pub(crate) const fn new(filler: V) -> Self {
        Self { slots: [("", filler); SLOTS] }
    }

    /// Gives a word a value, in place of the one it has.
    pub(crate) const fn insert(&mut self, word: &'static str, value: V) {
        let slot = self.slot(word);
        self.slots[slot] = (word, value);
    }

    /// The value of a word, or the filler.
    pub(crate) const fn value_or_filler(&self, word: &str) -> V {
        self.slots[self.slot(word)].1
    }

    /// Where a word is, or where it would be.
    const fn slot(&self, word: &str) -> usize {
        let mut slot = hash(word.as_bytes()) & (SLOTS - 1);
        let mut n_tried = 0;
        while !self.slots[slot].0.is_empty() && !is_same(self.slots[slot].0, word) {
            n_tried += 1;
            assert!(n_tried < SLOTS, "too few slots");
            slot = (slot + 1) & (SLOTS - 1);
        }
        slot
    }

    /// The value of a word.
    pub(crate) fn get(&self, word: &str) -> Option<V> {
        self.find(word, |known| known == word)
    }

    /// The value of a word that is written in lower case, whatever the case of the one asked for.
    pub(crate) fn get_in_any_case(&self, word: &str) -> Option<V> {
        self.find(word, |known| known.eq_ignore_ascii_case(word))
    }

    fn find(&self, word: &str, is_it: impl Fn(&str) -> bool) -> Option<V> {
        let mut slot = hash(word.as_bytes()) & (SLOTS - 1);
        loop {
            let (known, value) = self.slots[slot];
            if known.is_empty() {
                return None;
            }
            if known.len() == word.len() && is_it(known) {
                return Some(value);
            }
            slot = (slot + 1) & (SLOTS - 1);
        }
    }
}

/// Whether two words are equal: `==` is not for what the compiler works out.
pub(crate) const fn is_same(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let mut at = 0;
    while at < a.len() && at < b.len() && a[at] == b[at] {
        at += 1;
    }
    at == a.len() && at == b.len()
}

const fn line_end(bytes: &[u8], mut at: usize) -> usize {
    while at < bytes.len() && bytes[at] != b'\n' {
        at += 1;
    }
    at
}

const fn word_end(bytes: &[u8], mut at: usize) -> usize {
    while at < bytes.len() && !bytes[at].is_ascii_whitespace() {
        at += 1;
    }
    at
}

/// The same for a word of ASCII letters in any case.
const fn hash(word: &[u8]) -> usize {
    let (first, last) = ends(word);
    let mixed = (first | LOWER).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let mixed = (mixed ^ mixed >> 32 ^ (last | LOWER) ^ ((word.len() as u64) << 40))
        .wrapping_mul(0xd6e8_feb8_6659_fd93);
    (mixed >> 40) as usize
}

/// The first bytes and the last: eight or four of each, or all three.
const fn ends(word: &[u8]) -> (u64, u64) {
    if let (Some(first), Some(last)) = (word.first_chunk::<8>(), word.last_chunk::<8>()) {
        return (u64::from_le_bytes(*first), u64::from_le_bytes(*last));
    }
    if let (Some(first), Some(last)) = (word.first_chunk::<4>(), word.last_chunk::<4>()) {
        return (u32::from_le_bytes(*first) as u64, u32::from_le_bytes(*last) as u64);
    }
    match *word {
        [] => (0, 0),
        [a] => (a as u64, 0),
        [a, .., b] => (a as u64 | (word[word.len() / 2] as u64) << 8, b as u64),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    static COLOURS: WordSet<16> = WordSet::of("# no words\nred  green\nblue ultramarine");
    static ROWS: WordSet<16> = WordSet::of_rows("# no row\nbe was been\nsign\ngo went gone");

    #[test]
    fn whole_words_are_found_and_nothing_else() {
        for word in ["red", "green", "blue", "ultramarine"] {
            assert!(COLOURS.has(word) && COLOURS.has_in_any_case(&word.to_uppercase()));
            assert!(!COLOURS.has(&word.to_uppercase()) && !COLOURS.has(&word[1..]));
        }
        for other in ["", "#", "no", "words", "red  green", "re", "ultra", "marine"] {
            assert!(!COLOURS.has(other), "{other}");
        }
    }

    #[test]
    fn rows_are_found_by_their_first_word() {
        assert_eq!(ROWS.rest_of_row("be"), Some("was been"));
        assert_eq!(ROWS.rest_of_row("sign"), Some(""));
        assert_eq!(ROWS.rest_of_row("go"), Some("went gone"));
        assert_eq!(ROWS.rest_of_row("was"), None);
        assert_eq!(ROWS.word("go"), Some("go"));
    }

    #[test]
    fn a_map_keeps_the_last_value_of_a_word() {
        static NUMBERS: WordMap<u8, 8> = {
            let mut numbers = WordMap::new(0);
            numbers.insert("one", 1);
            numbers.insert("two", 3);
            numbers.insert("two", NUMBERS_TWO);
            numbers
        };
        const NUMBERS_TWO: u8 = 2;
        assert_eq!((NUMBERS.get("one"), NUMBERS.get("two")), (Some(1), Some(2)));
        assert_eq!((NUMBERS.get("Two"), NUMBERS.get_in_any_case("Two")), (None, Some(2)));
        assert_eq!((NUMBERS.get(""), NUMBERS.get("three")), (None, None));
    }
}
