//! The verbs of news and reference English: which forms a word can be, and all forms of a verb.
//!
//! Rows stand in `verbs.txt`. It must not know predicates or cues.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use super::form::{Form, Forms};
use super::spelling;

/// The listed verbs, by lemma and by irregular form.
#[derive(Default)]
struct Verbs {
    /// Lemma to its irregular forms as written, empty for regular verbs.
    irregular: FxHashMap<&'static str, &'static str>,
    /// Irregular form to the lemmas it may belong to.
    lemmas: FxHashMap<&'static str, Vec<(&'static str, Form)>>,
}

static VERBS: LazyLock<Verbs> = LazyLock::new(|| {
    let mut verbs = Verbs::default();
    verbs.irregular.reserve(3_400);
    verbs.lemmas.reserve(500);
    for row in rows(include_str!("verbs.txt")) {
        let (lemma, rest) = row.split_once(' ').unwrap_or((row, ""));
        verbs.irregular.insert(lemma, rest);
        // Most are regular, and have nothing more to say.
        if rest.is_empty() {
            continue;
        }
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
    file.lines().filter(|row| !row.is_empty() && !row.starts_with('#'))
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
    let mut forms = Forms::NONE;
    for_each_reading(word, |_, form| forms.insert(form));
    if forms.is_empty() && looks_past(word) {
        forms.insert(Form::Past);
        forms.insert(Form::Participle);
    }
    forms
}

/// Whether a word is a form of a listed verb.
#[must_use]
pub fn is_listed_verb(word: &str) -> bool {
    let mut listed = false;
    for_each_reading(word, |_, _| listed = true);
    listed
}

/// "randomised", "blockaded": what ends so is the past of a verb that is not listed, but for a few words.
fn looks_past(word: &str) -> bool {
    const SHORTEST: usize = 6;
    const OTHER: &[&str] = &[
        "aforementioned",
        "anointed",
        "beloved",
        "bloodshed",
        "cathed",
        "centipede",
        "crooked",
        "deceased",
        "exceed",
        "flatbed",
        "gifted",
        "hatred",
        "hotbed",
        "hundred",
        "indeed",
        "infrared",
        "inbred",
        "jagged",
        "kindred",
        "naked",
        "newlywed",
        "proceed",
        "purebred",
        "ragged",
        "riverbed",
        "rugged",
        "sacred",
        "seabed",
        "speed",
        "succeed",
        "talented",
        "thoroughbred",
        "unprecedented",
        "unwed",
        "watershed",
        "wicked",
        "woodshed",
    ];
    word.len() >= SHORTEST
        && word.ends_with("ed")
        && !word.ends_with("eed")
        && !word.starts_with("un")
        && word.bytes().all(|byte| byte.is_ascii_lowercase())
        && !OTHER.contains(&word)
}

/// Whether a word that can be a verb is more often a noun: "visit", "talks", "deal".
pub fn is_noun_first(word: &str) -> bool {
    NOUN_FIRST.contains(word)
        || word.ends_with('s')
            && spelling::singulars(word).iter().any(|noun| NOUN_FIRST.contains(noun.as_str()))
}

/// Calls `visit` with every verb a word can be a form of: lemma and form.
pub(super) fn for_each_reading(word: &str, mut visit: impl FnMut(&'static str, Form)) {
    // The words of articles are asked for again and again, those with an ending at some cost.
    if !matches!(word.as_bytes(), [.., b's' | b'd' | b'g']) {
        return read(word, visit);
    }
    let readings = KNOWN.with_borrow_mut(|known| {
        if let Some(readings) = known.get(word) {
            return Rc::clone(readings);
        }
        if known.len() >= MAX_KNOWN {
            known.clear();
        }
        let mut readings = Vec::new();
        read(word, |lemma, form| readings.push((lemma, form)));
        let readings: Readings = readings.into();
        known.insert(word.into(), Rc::clone(&readings));
        readings
    });
    for &(lemma, form) in &*readings {
        visit(lemma, form);
    }
}

/// Lemmas and forms.
type Readings = Rc<[(&'static str, Form)]>;

/// Enough for the common words of English; a bound on memory.
pub(super) const MAX_KNOWN: usize = 8_192;

thread_local! {
    /// What [`for_each_reading`] said of words lately; it depends on the word alone.
    static KNOWN: RefCell<FxHashMap<Box<str>, Readings>> = RefCell::default();
}

fn read(word: &str, mut visit: impl FnMut(&'static str, Form)) {
    let verbs = &*VERBS;
    for &(lemma, form) in verbs.lemmas.get(word).into_iter().flatten() {
        visit(lemma, form);
    }
    if let Some((&lemma, _)) = verbs.irregular.get_key_value(word) {
        visit(lemma, Form::Base);
    }
    let Some(last @ (b's' | b'd' | b'g')) = word.bytes().next_back() else { return };
    spelling::for_each_lemma(word, |candidate| {
        let Some((&lemma, &rest)) = verbs.irregular.get_key_value(candidate) else { return };
        match last {
            b's' if !matches!(lemma, "be" | "have") && spelling::is_third(lemma, word) => {
                visit(lemma, Form::Third);
            }
            b'd' if rest.is_empty() && spelling::is_past(lemma, word) => {
                visit(lemma, Form::Past);
                visit(lemma, Form::Participle);
            }
            b'g' if spelling::is_gerund(lemma, word) => visit(lemma, Form::Gerund),
            _ => {}
        }
    });
}

/// The verbs a word can be a form of, each once.
pub(super) fn lemmas(word: &str) -> Vec<&'static str> {
    let mut lemmas = Vec::new();
    for_each_reading(word, |lemma, _| lemmas.push(lemma));
    lemmas.sort_unstable();
    lemmas.dedup();
    lemmas
}

/// Whether two words can be forms of one verb: "designed" and "designs".
pub fn is_same_verb(a: &str, b: &str) -> bool {
    let b = lemmas(b);
    lemmas(a).iter().any(|lemma| b.contains(lemma))
}

/// Whether a word can be a form of one of some verbs, given by their lemmas: "paid" of "pay", "spend".
pub fn is_form_of_any(word: &str, lemmas: &[&str]) -> bool {
    let mut found = false;
    for_each_reading(word, |lemma, _| found |= lemmas.contains(&lemma));
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
