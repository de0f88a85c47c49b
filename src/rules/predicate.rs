//! Predicates: the author's words parted into built-in families and cues of their own.

use strsim::osa_distance;

use super::Predicate;

/// The built-in predicates.
const BUILT_IN: [&str; 49] = [
    "adopted",
    "agreed",
    "acquired",
    "announced",
    "appointed",
    "begun",
    "born",
    "built",
    "called",
    "closed",
    "completed",
    "created",
    "designated",
    "died",
    "discovered",
    "elected",
    "ended",
    "established",
    "founded",
    "held",
    "in-force",
    "joined",
    "launched",
    "left",
    "merged",
    "met",
    "opened",
    "published",
    "ratified",
    "released",
    "renewed",
    "resigned",
    "restored",
    "said",
    "signed",
    "started",
    "visited",
    "won",
    "height",
    "length",
    "area",
    "depth",
    "weight",
    "speed",
    "population",
    "cost",
    "revenue",
    "share",
    "count",
];

impl Predicate {
    /// Takes over one word or phrase: a built-in predicate, or else a cue.
    pub(super) fn add(&mut self, word: &str) {
        match built_in(word) {
            Some(name) if self.builtin.contains(&name) => {}
            Some(name) => self.builtin.push(name),
            None if self.cues.iter().any(|cue| cue == word) => {}
            None => self.cues.push(word.to_owned()),
        }
    }
}

/// The built-in predicate of that name.
pub(super) fn built_in(word: &str) -> Option<&'static str> {
    BUILT_IN.into_iter().find(|&name| name == word)
}

/// English words one letter from a built-in predicate, good cues in their own right.
const OWN_WORDS: [&str; 22] = [
    "stated", "starred", "reigned", "erected", "ejected", "funded", "competed", "adapted",
    "opined", "crated", "singed", "lunched", "culled", "cloned", "clothed", "court", "coast",
    "spend", "speech", "weigh", "wright", "cremated",
];

/// The built-in predicate that a cue looks like a misspelling of. Another last letter or first
/// letter makes another word ("founder", "mended"), not a slip.
pub(super) fn misspelt(cue: &str) -> Option<&'static str> {
    if OWN_WORDS.contains(&cue) {
        return None;
    }
    let inner = |name: &str| {
        let same_start = cue.chars().next() == name.chars().next();
        same_start && cue.chars().next_back() == name.chars().next_back()
    };
    BUILT_IN.into_iter().find(|name| name.len() >= 5 && inner(name) && osa_distance(cue, name) == 1)
}
