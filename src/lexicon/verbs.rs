//! The verbs of news and reference English: which forms a word can be, and all forms of a verb.
//!
//! Rows stand in `verbs.txt`. It must not know predicates or cues.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use super::form::{Form, Forms};
use super::spelling;

/// The listed verbs, by lemma and by irregular form.
struct Verbs {
    /// Lemma to its irregular forms as written, empty for regular verbs.
    irregular: FxHashMap<&'static str, &'static str>,
    /// Irregular form to the lemmas it may belong to.
    lemmas: FxHashMap<&'static str, Vec<(&'static str, Form)>>,
}

static VERBS: LazyLock<Verbs> = LazyLock::new(|| {
    let mut verbs = Verbs { irregular: FxHashMap::default(), lemmas: FxHashMap::default() };
    for row in rows(include_str!("verbs.txt")) {
        let (lemma, rest) = row.split_once(' ').unwrap_or((row, ""));
        verbs.irregular.insert(lemma, rest);
        for (form, words) in [(Form::Past, past(rest)), (Form::Participle, participle(rest))] {
            for word in words.into_iter().flat_map(|words| words.split('/')) {
                verbs.lemmas.entry(word).or_default().push((lemma, form));
            }
        }
    }
    for (lemma, word, form) in SUPPLETIVE {
        verbs.lemmas.entry(word).or_default().push((lemma, form));
    }
    verbs
});

/// Forms no row can state: lemma, word, form.
const SUPPLETIVE: [(&str, &str, Form); 4] = [
    ("be", "is", Form::Third),
    ("be", "am", Form::Base),
    ("be", "are", Form::Base),
    ("have", "has", Form::Third),
];

static NOUN_FIRST: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| {
    rows(include_str!("noun_first.txt")).flat_map(str::split_whitespace).collect()
});

/// The rows of a data file, without comments.
pub(super) fn rows(file: &'static str) -> impl Iterator<Item = &'static str> {
    file.lines().map(str::trim).filter(|row| !row.is_empty() && !row.starts_with('#'))
}

fn past(rest: &'static str) -> Option<&'static str> {
    rest.split(' ').next().filter(|past| !past.is_empty())
}

fn participle(rest: &'static str) -> Option<&'static str> {
    rest.split(' ').nth(1).or_else(|| past(rest))
}

/// The verbal forms a lower-case word can be; none for words that are no verb.
///
/// "signed" is past and participle, "set" base, past and participle, "visits" third person.
pub fn verb_forms(word: &str) -> Forms {
    readings(word).into_iter().map(|(_, form)| form).collect()
}

/// Whether a word that can be a verb is more often a noun: "visit", "talks", "deal".
pub fn is_noun_first(word: &str) -> bool {
    NOUN_FIRST.contains(word)
        || word.ends_with('s')
            && spelling::singulars(word).iter().any(|noun| NOUN_FIRST.contains(noun.as_str()))
}

/// The verbs a word can be a form of: lemma and form.
pub(super) fn readings(word: &str) -> Vec<(&'static str, Form)> {
    let mut found = VERBS.lemmas.get(word).cloned().unwrap_or_default();
    if let Some((&lemma, _)) = VERBS.irregular.get_key_value(word) {
        found.push((lemma, Form::Base));
    }
    if !word.ends_with(['s', 'd', 'g']) {
        return found;
    }
    for candidate in spelling::lemmas(word) {
        let Some((&lemma, &rest)) = VERBS.irregular.get_key_value(candidate.as_str()) else {
            continue;
        };
        let regular_past =
            rest.is_empty() && spelling::pasts(lemma).iter().any(|form| form == word);
        let forms = [
            (Form::Third, !matches!(lemma, "be" | "have") && spelling::third(lemma) == word),
            (Form::Past, regular_past),
            (Form::Participle, regular_past),
            (Form::Gerund, spelling::gerunds(lemma).iter().any(|form| form == word)),
        ];
        found.extend(forms.into_iter().filter(|(_, fits)| *fits).map(|(form, _)| (lemma, form)));
    }
    found
}

/// Every form of a verb or of a phrase that begins with one: "take over", "takes over", ...
pub(super) fn conjugate(lemma: &str) -> Vec<(String, Form)> {
    let (verb, rest) = lemma.split_once(' ').map_or((lemma, ""), |(verb, rest)| (verb, rest));
    let phrase = |form: String| if rest.is_empty() { form } else { format!("{form} {rest}") };
    verb_conjugation(verb).into_iter().map(|(word, form)| (phrase(word), form)).collect()
}

fn verb_conjugation(verb: &str) -> Vec<(String, Form)> {
    let irregular = VERBS.irregular.get(verb).copied().unwrap_or_default();
    let stated = |words: Option<&'static str>| match words {
        Some(words) => words.split('/').map(str::to_owned).collect(),
        None => spelling::pasts(verb),
    };
    let thirds: Vec<String> =
        match SUPPLETIVE.iter().find(|(lemma, _, form)| *lemma == verb && *form == Form::Third) {
            Some((_, word, _)) => vec![(*word).to_owned()],
            None => vec![spelling::third(verb)],
        };
    let columns = [
        (Form::Base, vec![verb.to_owned()]),
        (Form::Third, thirds),
        (Form::Past, stated(past(irregular))),
        (Form::Participle, stated(participle(irregular))),
        (Form::Gerund, spelling::gerunds(verb)),
    ];
    columns
        .into_iter()
        .flat_map(|(form, words)| words.into_iter().map(move |word| (word, form)))
        .collect()
}
