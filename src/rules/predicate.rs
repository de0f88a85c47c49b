//! Predicates: the author's words parted into built-in families and cues of their own.

use strsim::osa_distance;

use super::Predicate;
use crate::lexicon;

/// A built-in name shorter than this has too many English neighbours to speak of a slip.
const SHORTEST_SLIP: usize = 5;

impl Predicate {
    /// Takes over one word or phrase: a built-in predicate, or else a cue.
    pub(super) fn add(&mut self, word: &str) {
        match lexicon::family(word).map(|family| family.name) {
            Some(name) if self.builtin.contains(&name) => {}
            Some(name) => self.builtin.push(name),
            None if self.cues.iter().any(|cue| cue == word) => {}
            None => self.cues.push(word.to_owned()),
        }
    }
}

/// The built-in predicate that a cue looks like a misspelling of. Verbs are good cues in their own
/// right ("stated", "erected"), and another first or last letter makes another word ("founder"),
/// not a slip.
pub(super) fn misspelt(cue: &str) -> Option<&'static str> {
    let slip_of = |name: &&str| {
        name.len() >= SHORTEST_SLIP
            && cue.len().abs_diff(name.len()) <= 1
            && cue.chars().next() == name.chars().next()
            && cue.chars().next_back() == name.chars().next_back()
            && osa_distance(cue, name) == 1
    };
    let name = lexicon::families().iter().map(|family| family.name).find(slip_of)?;
    lexicon::verb_forms(cue).is_empty().then_some(name)
}
