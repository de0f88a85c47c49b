//! Predicates: the author's words parted into built-in families and cues of their own.

use strsim::osa_distance;

use super::Predicate;
use crate::lexicon;

/// A built-in name shorter than this has too many English neighbours to speak of a slip.
const SHORTEST_SLIP: usize = 5;

/// What a word or phrase under `predicate` is.
#[derive(Debug, Clone, Copy)]
pub(super) enum PredicateWord {
    /// The name of a built-in family.
    Builtin(&'static str),
    /// A cue of the author's, and the built-in name it looks like a slip of.
    Cue { misspelt: Option<&'static str> },
}

impl PredicateWord {
    pub(super) fn of(word: &str) -> Self {
        match lexicon::family(word) {
            Some(family) => Self::Builtin(family.name),
            None => Self::Cue { misspelt: misspelt(word) },
        }
    }
}

impl Predicate {
    /// Takes over one word or phrase.
    pub(super) fn add(&mut self, word: &str, taken_for: PredicateWord) {
        match taken_for {
            PredicateWord::Builtin(name) if self.builtin.contains(&name) => {}
            PredicateWord::Builtin(name) => self.builtin.push(name),
            PredicateWord::Cue { .. } if self.cues.iter().any(|cue| cue == word) => {}
            PredicateWord::Cue { .. } => self.cues.push(word.to_owned()),
        }
    }
}

/// The built-in predicate that a cue looks like a misspelling of. Verbs are good cues in their own
/// right ("stated", "erected"), and another first or last letter makes another word ("founder"),
/// not a slip.
fn misspelt(cue: &str) -> Option<&'static str> {
    let slip_of = |name: &&str| {
        name.len() >= SHORTEST_SLIP
            && cue.len().abs_diff(name.len()) <= 1
            && cue.chars().next() == name.chars().next()
            && cue.chars().next_back() == name.chars().next_back()
            && osa_distance(cue, name) == 1
    };
    let name = lexicon::families().iter().map(|family| family.name).find(slip_of)?;
    (!lexicon::is_listed_verb(cue)).then_some(name)
}
