//! Words, folding, sentences and the trie of names: how prose is cut up before anything is read
//! in it.
//!
//! Nothing here knows what a word means; it must not know values, predicates or facts.

mod first_words;
pub mod fold;
mod run;
pub mod sentence;
pub(crate) mod suggest;
pub mod trie;
mod vocabulary;
pub mod word;
pub(crate) mod word_set;

pub(crate) use fold::folds_to;
pub use fold::{fold, same_text};
pub use sentence::{is_abbreviation, is_bullet, sentences};
pub use trie::{NameMatch, NameTrie};
pub use vocabulary::{NameEnds, Vocabulary};
pub use word::{Word, WordKind, words};
