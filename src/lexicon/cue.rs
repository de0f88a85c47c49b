//! Finding the words of all predicates in running text.
//!
//! Verbs are looked up by lemma, so that no inflection is spelled out at the start. This module
//! must not know sentences, spans or how a cue is used.

use std::borrow::Cow;
use std::cell::RefCell;
use std::cmp::Reverse;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::text;

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
    /// Its length in words, punctuation counted as [`text::words`] cuts it.
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
            let cue = |form| Cue { family: index, form, words: 1, role: entry.role };
            match entry.kind {
                Kind::Verb if entry.text.bytes().any(|byte| byte == b'-') => {
                    for (phrase, form) in verbs::conjugate(entry.text) {
                        starts.add_fixed(cut(phrase.into()), cue(form));
                    }
                }
                Kind::Verb => {
                    let (verb, rest) = first_word(entry.text);
                    let words = n_words(entry.text);
                    let rests = starts.verbs.entry(verb).or_default();
                    rests.push((rest.into(), Cue { words, ..cue(Form::Base) }));
                }
                Kind::Noun => {
                    starts.add_fixed(cut(entry.text.into()), cue(Form::Noun));
                    starts.add_fixed(cut(plural_phrase(entry.text).into()), cue(Form::NounPlural));
                }
                Kind::Fixed(form) => starts.add_fixed(cut(entry.text.into()), cue(form)),
            }
        }
    }
    starts
});

impl Starts {
    fn add_fixed(&mut self, phrase: Cow<'static, str>, mut cue: Cue) {
        cue.words = n_words(&phrase);
        let (first, rest): (Cow<'static, str>, Cow<'static, str>) = match phrase {
            Cow::Borrowed(phrase) => {
                let (first, rest) = first_word(phrase);
                (first.into(), rest.into())
            }
            Cow::Owned(phrase) => match first_word(&phrase) {
                (_, "") => (phrase.into(), "".into()),
                (first, rest) => (first.to_owned().into(), rest.to_owned().into()),
            },
        };
        self.fixed.entry(first).or_default().push((rest, cue));
    }
}

/// A phrase's first word and what follows it. By bytes: phrases are short, and setting up a search
/// costs more than the search.
fn first_word(phrase: &str) -> (&str, &str) {
    match phrase.bytes().position(|byte| byte == b' ') {
        Some(end) => (&phrase[..end], &phrase[end + 1..]),
        None => (phrase, ""),
    }
}

fn n_words(phrase: &str) -> usize {
    1 + phrase.bytes().filter(|&byte| byte == b' ').count()
}

/// All families' words and phrases that start at `words[0]`, longest first.
///
/// `words` are lower-case tokens as [`text::words`] cuts them; a word of two forms gives two cues.
pub fn cues_at(words: &[&str]) -> Vec<Cue> {
    let mut cues = Vec::new();
    for_each_cue_at(words, |cue| cues.push(cue));
    cues.sort_by_key(|cue| Reverse(cue.words));
    cues
}

/// Calls `visit` with what [`cues_at`] finds, in no order of length.
pub(crate) fn for_each_cue_at(words: &[&str], mut visit: impl FnMut(Cue)) {
    let Some((first, after)) = words.split_first() else { return };
    with_started(first, |started| {
        for &(rests, form) in started {
            for (_, cue) in rests.iter().filter(|(rest, _)| starts_with(after, rest.as_bytes())) {
                visit(Cue { form: form.unwrap_or(cue.form), ..*cue });
            }
        }
    });
}

/// Whether [`cues_at`] may find anything where a lower-case word stands first.
pub(crate) fn may_begin_cue(word: &str) -> bool {
    with_started(word, |started| !started.is_empty())
}

/// What a word may begin: cues with their words after it, and the form, where the word tells it.
type Started = Box<[(&'static [Rest], Option<Form>)]>;

thread_local! {
    /// What [`started_by`] said of words lately; it depends on the word alone.
    static KNOWN: RefCell<FxHashMap<Box<str>, Started>> = RefCell::default();
}

/// Hands over what a word may begin: most words begin nothing.
fn with_started<R>(first: &str, visit: impl FnOnce(&[(&'static [Rest], Option<Form>)]) -> R) -> R {
    KNOWN.with_borrow_mut(|known| {
        if let Some(started) = known.get(first) {
            return visit(started);
        }
        if known.len() >= verbs::MAX_KNOWN {
            known.clear();
        }
        visit(known.entry(first.into()).or_insert(started_by(first)))
    })
}

fn started_by(first: &str) -> Started {
    let mut started: Vec<(&'static [Rest], Option<Form>)> = Vec::new();
    started.extend(STARTS.fixed.get(first).map(|rests| (rests.as_slice(), None)));
    verbs::for_each_reading(first, |lemma, form| {
        let rests = STARTS.verbs.get(lemma);
        started.extend(rests.map(|rests| (rests.as_slice(), Some(form))));
    });
    started.into()
}

/// The phrase with a space between any two tokens, as articles are cut: "lift - off".
fn cut(phrase: Cow<'static, str>) -> Cow<'static, str> {
    if phrase.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b' ') {
        return phrase;
    }
    let tokens: Vec<String> =
        text::words(&phrase).into_iter().map(|word| word.lower.into()).collect();
    tokens.join(" ").into()
}

/// Whether the words begin with a phrase written with single spaces.
pub(super) fn starts_with(words: &[&str], phrase: impl AsRef<[u8]>) -> bool {
    let mut words = words.iter();
    let mut rest = phrase.as_ref();
    while !rest.is_empty() {
        // Most phrases differ in their first word: no search for its end is made.
        let Some(word) = words.next().map(|word| word.as_bytes()) else { return false };
        if word.first() != rest.first() {
            return false;
        }
        match rest.strip_prefix(word) {
            Some([]) => return true,
            Some([b' ', after @ ..]) => rest = after,
            _ => return false,
        }
    }
    true
}
