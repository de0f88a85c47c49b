//! A cheap test of which stretches of a text can begin a name: nearly all of them cannot.
//!
//! A stretch is what stands between blanks. One of plain words and marks is looked up word by word in
//! a bitmap of the first words of all names, in every spelling that folds to one; any other stretch
//! is let through. It must not know what a name is beyond its first word, and it never misses one.

use super::fold::spellings_of;
use super::run::{LOWER, Run};

/// The first words of names, as a bitmap over their hashes.
#[derive(Debug, Clone, Default)]
pub(super) struct FirstWords {
    /// The hash of every spelling, kept to fill a larger map.
    hashes: Vec<u64>,
    bits: Vec<u64>,
    /// A name begins with a mark: marks around a plain word are then looked at too.
    marks: bool,
}

/// Bits for each spelling: one plain word in this many is let through by chance.
const SPARSENESS: usize = 32;

impl FirstWords {
    /// Adds the first word of a name, folded.
    pub(super) fn add(&mut self, folded: &str) {
        self.marks |= !folded.starts_with(char::is_alphanumeric);
        for spelling in spellings_of(folded) {
            self.add_hash(hash(spelling.as_bytes()));
        }
    }

    fn add_hash(&mut self, hash: u64) {
        self.hashes.push(hash);
        if self.hashes.len() * SPARSENESS > self.bits.len() * 64 {
            self.bits = vec![0; (self.bits.len() * 2).max(16)];
            for at in 0..self.hashes.len() {
                self.set(self.hashes[at]);
            }
        } else {
            self.set(hash);
        }
    }

    fn set(&mut self, hash: u64) {
        let (cell, bit) = self.place(hash);
        self.bits[cell] |= bit;
    }

    /// The number of cells is a power of two.
    fn place(&self, hash: u64) -> (usize, u64) {
        let top = (hash >> 32) as usize;
        ((top >> 6) & (self.bits.len() - 1), 1 << (top & 63))
    }

    fn has(&self, hash: u64) -> bool {
        let (cell, bit) = self.place(hash);
        self.bits[cell] & bit != 0
    }

    /// Calls `visit` with the start and end of every stretch that may hold the start of a name.
    pub(super) fn each_stretch(&self, text: &str, mut visit: impl FnMut(usize, usize)) {
        if self.bits.is_empty() {
            return;
        }
        let bytes = text.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            if CLASSES[usize::from(bytes[at])] == BLANK {
                at += 1;
                continue;
            }
            let (end, may) = self.stretch(bytes, at);
            if may {
                visit(at, end);
            }
            at = end;
        }
    }

    /// Where a stretch ends, and whether a name may begin in it.
    fn stretch(&self, bytes: &[u8], start: usize) -> (usize, bool) {
        let mut at = start;
        let (mut known, mut has_marks) = (false, false);
        loop {
            let word = at;
            let run = Run::at(bytes, at);
            at += run.length;
            if at > word {
                // "andMemorandum" holds two words.
                let glued = run.has_capital && bytes[word].is_ascii_lowercase();
                known |= glued || self.has(mixed(run.first, run.last, run.length));
            }
            let marks = at;
            while let Some(length) = mark_length(bytes, at) {
                at += length;
            }
            has_marks |= at > marks;
            if at >= bytes.len() || CLASSES[usize::from(bytes[at])] == BLANK {
                return (at, known || self.marks && has_marks);
            }
            // "U.S" and "1,950" are one word.
            let is_joint = at == marks + 1 && marks > word && matches!(bytes[marks], b'.' | b',');
            if is_joint || CLASSES[usize::from(bytes[at])] != WORD {
                break;
            }
        }
        let rest = bytes[at..].iter().position(u8::is_ascii_whitespace);
        (rest.map_or(bytes.len(), |length| at + length), true)
    }
}

/// What a byte is to [`FirstWords::stretch`].
const CLASSES: [u8; 256] = {
    let mut classes = [OTHER; 256];
    let mut byte = 0;
    while byte < 128 {
        classes[byte] = match byte as u8 {
            letter if letter.is_ascii_alphanumeric() => WORD,
            blank if blank.is_ascii_whitespace() => BLANK,
            b',' | b'.' | b';' | b':' | b'!' | b'?' | b'(' | b')' | b'[' | b']' => MARK,
            b'"' | b'-' | b'/' | b'*' => MARK,
            _ => OTHER,
        };
        byte += 1;
    }
    classes
};

/// A letter or digit.
const WORD: u8 = 0;
/// A mark that is no part of a word beside it: apostrophes are.
const MARK: u8 = 1;
/// White space.
const BLANK: u8 = 2;
/// Anything else.
const OTHER: u8 = 3;

/// The bytes of a mark at a place.
fn mark_length(bytes: &[u8], at: usize) -> Option<usize> {
    match *bytes.get(at)? {
        byte if CLASSES[usize::from(byte)] == MARK => Some(1),
        // Dashes and double quotation marks: U+2013, U+2014, U+201C, U+201D.
        0xe2 => match bytes.get(at + 1..at + 3)? {
            [0x80, 0x93 | 0x94 | 0x9c | 0x9d] => Some(3),
            _ => None,
        },
        _ => None,
    }
}

/// A hash of a word of ASCII letters and digits in any case, whose upper half is well mixed: of its
/// length, its first eight bytes and its last eight. Words that differ between are rare, and let through.
fn hash(word: &[u8]) -> u64 {
    let (first, last) = match (word.first_chunk::<8>(), word.last_chunk::<8>()) {
        (Some(first), Some(last)) => (u64::from_le_bytes(*first), u64::from_le_bytes(*last)),
        _ => (word.iter().rev().fold(0, |bytes, &byte| bytes << 8 | u64::from(byte)), 0),
    };
    mixed(first, last, word.len())
}

const fn mixed(first: u64, last: u64, length: usize) -> u64 {
    let mixed = (first | LOWER).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(29);
    let mixed = (mixed ^ (last | LOWER)).wrapping_mul(0xd6e8_feb8_6659_fd93);
    (mixed ^ length as u64 ^ mixed >> 29).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stretches(first_words: &[&str], text: &str) -> Vec<String> {
        let mut known = FirstWords::default();
        for word in first_words {
            known.add(word);
        }
        let mut found = Vec::new();
        known.each_stretch(text, |start, end| found.push(text[start..end].to_owned()));
        found
    }

    #[test]
    fn plain_words_pass_only_when_a_name_begins_so() {
        let text = "The harrier flew, (Harrier) over a harbour. Harriers";
        assert_eq!(stretches(&["harrier"], text), ["harrier", "(Harrier)", "Harriers"]);
    }

    #[test]
    fn spellings_that_fold_together_pass_together() {
        for (folded, text) in [
            ("defense", "Defence"),
            ("defense", "defences,"),
            ("organization", "Organisations"),
            ("harbor", "Harbour"),
            ("dialog", "DIALOGUES"),
        ] {
            assert_eq!(stretches(&[folded], text), [text], "{folded}");
        }
    }

    #[test]
    fn what_is_no_plain_word_passes() {
        for text in ["U.S.", "O'Brien", "Zoë", "2+2", "andMemorandum", "1,950"] {
            assert_eq!(stretches(&["harrier"], text), [text]);
        }
        let plain = "a plain text, (nothing) more: - . “co-op” in 1950–60";
        assert!(stretches(&["harrier"], plain).is_empty());
        assert_eq!(stretches(&["harrier"], "an anti–“Harrier” text"), ["anti–“Harrier”"]);
        assert_eq!(stretches(&["+"], "a - b"), ["-"]);
    }
}
