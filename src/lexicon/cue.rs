//! Finding the words of all predicates in running text.
//!
//! It must not know sentences, spans or how a cue is used.

use std::cmp::Reverse;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::family::{Role, families};
use super::form::Form;

/// A word or phrase of a family found at the start of a run of words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cue {
    /// Index into [`families`].
    pub family: usize,
    /// The form it stands in.
    pub form: Form,
    /// Its length in words.
    pub words: usize,
    /// How the subject stands to this word: "appointed" has a theme, "took office" an agent.
    pub role: Role,
}

/// What may follow a first word, longest first.
type Rests = Vec<(&'static str, Cue)>;

static STARTS: LazyLock<FxHashMap<&'static str, Rests>> = LazyLock::new(|| {
    let mut starts: FxHashMap<&'static str, Rests> = FxHashMap::default();
    for (index, family) in families().iter().enumerate() {
        for ((phrase, form), &role) in family.words.iter().zip(&family.roles) {
            let (first, rest) = phrase.split_once(' ').unwrap_or((phrase, ""));
            let words = 1 + rest.split(' ').filter(|word| !word.is_empty()).count();
            let cue = Cue { family: index, form: *form, words, role };
            starts.entry(first).or_default().push((rest, cue));
        }
    }
    starts.values_mut().for_each(|rests| rests.sort_by_key(|(_, cue)| Reverse(cue.words)));
    starts
});

/// All families' words and phrases that start at `words[0]`, longest first.
///
/// `words` are lower-case with straight apostrophes; a word that can be two forms gives two cues.
pub fn cues_at<'a>(words: &'a [&'a str]) -> impl Iterator<Item = Cue> + 'a {
    let rests = words.first().and_then(|first| STARTS.get(first)).map_or(&[][..], Vec::as_slice);
    rests.iter().filter(|(rest, _)| starts_with(&words[1..], rest)).map(|&(_, cue)| cue)
}

/// Whether the words begin with a phrase written with single spaces.
pub(super) fn starts_with(words: &[&str], phrase: &str) -> bool {
    let mut words = words.iter();
    phrase.split(' ').filter(|part| !part.is_empty()).all(|part| words.next() == Some(&part))
}
