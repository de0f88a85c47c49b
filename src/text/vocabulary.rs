//! The words that texts have between them, and which names cannot stand in any of them.
//!
//! It cuts and folds as the trie of names does, and so never denies a name that the trie would
//! find; it may allow one that is not there. It must not know what a name stands for.

use rustc_hash::FxHashSet;

use super::trie::{fold_token, glued_part, name_tokens, singular};

/// The words of some texts.
#[derive(Debug, Clone, Default)]
pub struct Vocabulary {
    hashes: FxHashSet<u32>,
}

/// The two ends of a name: the hashes of its first and its last word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NameEnds {
    /// That of the first.
    pub first: u32,
    /// That of the last.
    pub last: u32,
}

impl Vocabulary {
    /// Adds the words of a text, each also as the last word of a name that stands in the plural.
    pub fn add(&mut self, text: &str) {
        let mut folded = String::new();
        for (span, kind) in name_tokens(text, 0) {
            let raw = &text[span.range()];
            let glued = glued_part(raw).map(|start| &raw[start..]);
            for word in [Some(raw), glued].into_iter().flatten() {
                fold_token(word, kind, &mut folded);
                self.hashes.insert(hash(&folded));
                self.hashes.extend(singular(&folded).map(hash));
            }
        }
    }

    /// Whether a name may stand in one of the texts.
    pub fn may_hold(&self, name: NameEnds) -> bool {
        self.hashes.contains(&name.first) && self.hashes.contains(&name.last)
    }
}

impl NameEnds {
    /// Those of a name; nothing for one without words, which stands nowhere.
    pub fn of(name: &str) -> Option<Self> {
        let mut folded = String::new();
        let mut ends: Option<Self> = None;
        for (span, kind) in name_tokens(name, 0) {
            fold_token(&name[span.range()], kind, &mut folded);
            let last = hash(&folded);
            ends = Some(Self { first: ends.map_or(last, |ends| ends.first), last });
        }
        ends
    }
}

/// FNV-1a: the same on every machine, and good enough for a test that may let names through.
fn hash(folded: &str) -> u32 {
    folded
        .bytes()
        .fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

#[cfg(test)]
mod tests {
    use super::super::NameTrie;
    use super::*;

    fn may_hold(text: &str, name: &str) -> bool {
        let mut vocabulary = Vocabulary::default();
        vocabulary.add(text);
        NameEnds::of(name).is_some_and(|ends| vocabulary.may_hold(ends))
    }

    #[test]
    fn a_name_whose_ends_are_not_there_is_denied() {
        assert!(may_hold("The Harrier Exchange Pact was signed.", "Harrier Exchange Pact"));
        assert!(!may_hold("The Harrier was seen.", "Harrier Exchange Pact"));
        assert!(!may_hold("The Pact was signed.", "Harrier Exchange Pact"));
        assert!(!may_hold("- / -", "()") && !may_hold("", ""));
    }

    #[test]
    fn names_are_met_in_every_spelling_the_trie_knows() {
        for (text, name) in [
            ("two Harrier Pacts", "Harrier Pact"),
            ("the Non Aligned Bloc’s seat", "Non-Aligned Bloc"),
            ("and andMemorandum of Intent", "Memorandum of Intent"),
            ("Mr Ada C Brook", "Ada C. Brook"),
            ("the U.S. fleet", "US"),
            ("the ministers of defence", "Ministers of Defense"),
        ] {
            assert!(may_hold(text, name), "{text}: {name}");
        }
    }

    proptest::proptest! {
        #[test]
        fn what_the_trie_finds_is_never_denied(
            text in "[a-dA-Ds'’.&\u{ad}é \u{a0},-]{0,40}",
            name in "[a-dA-Ds'’.&é -]{0,8}",
        ) {
            let mut trie = NameTrie::default();
            trie.insert(&name, 0);
            if !trie.scan(&text).is_empty() {
                proptest::prop_assert!(may_hold(&text, &name));
            }
        }
    }
}
