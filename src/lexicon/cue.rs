//! Finding the words of all predicates in running text.
//!
//! Verbs are looked up by lemma, so that no inflection is spelled out at the start. This module
//! must not know sentences, spans or how a cue is used.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::family::{Kind, Role, families};
use super::form::Form;
use super::inflect::plural_phrase;
use super::verbs;

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

/// A cue with its words after the first.
type Rest = (Cow<'static, str>, Cue);

/// First words, and what may follow them.
#[derive(Default)]
struct Starts {
    /// Words that stand as they are.
    fixed: FxHashMap<Cow<'static, str>, Vec<Rest>>,
    /// Lemmas of verbs; the form of these cues is that of the verb found.
    verbs: FxHashMap<&'static str, Vec<Rest>>,
}

static STARTS: LazyLock<Starts> = LazyLock::new(|| {
    let mut starts = Starts::default();
    starts.fixed.reserve(1_500);
    starts.verbs.reserve(800);
    for (index, family) in families().iter().enumerate() {
        for entry in &family.entries {
            let words = entry.text.split(' ').count();
            let cue = |form| Cue { family: index, form, words, role: entry.role };
            match entry.kind {
                Kind::Verb => {
                    let (verb, rest) = entry.text.split_once(' ').unwrap_or((entry.text, ""));
                    let rests = starts.verbs.entry(verb).or_default();
                    rests.push((rest.into(), cue(Form::Base)));
                }
                Kind::Noun => {
                    starts.add_fixed(entry.text.into(), cue(Form::Noun));
                    starts.add_fixed(plural_phrase(entry.text).into(), cue(Form::NounPlural));
                }
                Kind::Fixed(form) => starts.add_fixed(entry.text.into(), cue(form)),
            }
        }
    }
    starts
});

impl Starts {
    fn add_fixed(&mut self, phrase: Cow<'static, str>, cue: Cue) {
        let (first, rest): (Cow<'static, str>, Cow<'static, str>) = match phrase {
            Cow::Borrowed(phrase) => {
                let (first, rest) = phrase.split_once(' ').unwrap_or((phrase, ""));
                (first.into(), rest.into())
            }
            Cow::Owned(phrase) => match phrase.split_once(' ') {
                Some((first, rest)) => (first.to_owned().into(), rest.to_owned().into()),
                None => (phrase.into(), "".into()),
            },
        };
        self.fixed.entry(first).or_default().push((rest, cue));
    }
}

/// All families' words and phrases that start at `words[0]`, longest first.
///
/// `words` are lower-case with straight apostrophes; a word that can be two forms gives two cues.
pub fn cues_at(words: &[&str]) -> impl Iterator<Item = Cue> + use<> {
    let mut cues = Vec::new();
    if let Some((first, after)) = words.split_first() {
        let fitting = |rests: &'static [Rest]| {
            rests.iter().filter(|(rest, _)| starts_with(after, rest)).map(|&(_, cue)| cue)
        };
        if let Some(rests) = STARTS.fixed.get(*first) {
            cues.extend(fitting(rests));
        }
        verbs::for_each_reading(first, |lemma, form| {
            if let Some(rests) = STARTS.verbs.get(lemma) {
                cues.extend(fitting(rests).map(|cue| Cue { form, ..cue }));
            }
        });
        cues.sort_by_key(|cue| Reverse(cue.words));
    }
    cues.into_iter()
}

/// Whether the words begin with a phrase written with single spaces.
pub(super) fn starts_with(words: &[&str], phrase: &str) -> bool {
    let mut words = words.iter();
    phrase.is_empty() || phrase.split(' ').all(|part| words.next() == Some(&part))
}
