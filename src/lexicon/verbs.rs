//! The verbs of news and reference English: which forms a word can be, and all forms of a verb.
//!
//! Rows stand in `verbs.txt`. It must not know predicates or cues.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::form::{Form, Forms};
use super::spelling;
use crate::text::word_set::WordSet;

/// The listed verbs by lemma, each with its irregular forms as written, nothing for regular verbs.
static LEMMAS: WordSet<8192> = WordSet::of_rows(FILE);

const FILE: &str = include_str!("verbs.txt");

/// Where the rows of verbs with irregular forms begin: most are regular, and have nothing more to say than
/// their lemma.
static IRREGULAR_ROWS: [u16; n_irregular(&mut [])] = {
    let mut starts = [0; n_irregular(&mut [])];
    n_irregular(&mut starts);
    starts
};

/// How many rows have irregular forms; notes where they begin, as far as there is room.
const fn n_irregular(starts: &mut [u16]) -> usize {
    let bytes = FILE.as_bytes();
    let (mut n, mut start, mut at) = (0, 0, 0);
    let mut is_irregular = false;
    while at < bytes.len() {
        is_irregular |= bytes[at] == b' ' && bytes[start] != b'#';
        if bytes[at] == b'\n' {
            if is_irregular {
                if n < starts.len() {
                    starts[n] = start as u16;
                }
                n += 1;
            }
            (start, is_irregular) = (at + 1, false);
        }
        at += 1;
    }
    n
}

/// An irregular form to the lemmas it may belong to.
static IRREGULAR: LazyLock<FxHashMap<&'static str, Vec<(&'static str, Form)>>> =
    LazyLock::new(|| {
        let mut lemmas: FxHashMap<_, Vec<_>> = FxHashMap::default();
        lemmas.reserve(500);
        let rows =
            IRREGULAR_ROWS.iter().filter_map(|&start| FILE[usize::from(start)..].lines().next());
        for (lemma, rest) in rows.filter_map(|row| row.split_once(' ')) {
            for (form, words) in [(Form::Past, past(rest)), (Form::Participle, participle(rest))] {
                for word in words.into_iter().flat_map(|words| words.split('/')) {
                    lemmas.entry(word).or_default().push((lemma, form));
                }
            }
        }
        for (lemma, word, form) in SUPPLETIVE {
            lemmas.entry(word).or_default().push((lemma, form));
        }
        lemmas
    });

/// Forms no row can state: lemma, word, form.
const SUPPLETIVE: [(&str, &str, Form); 4] = [
    ("be", "is", Form::Third),
    ("be", "am", Form::Base),
    ("be", "are", Form::Base),
    ("have", "has", Form::Third),
];

static NOUN_FIRST: WordSet<2048> = WordSet::of(include_str!("noun_first.txt"));

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
    NOUN_FIRST.has(word)
        || word.ends_with('s') && spelling::has_singular(word, |noun| NOUN_FIRST.has(noun))
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
    for &(lemma, form) in IRREGULAR.get(word).into_iter().flatten() {
        visit(lemma, form);
    }
    if let Some(lemma) = LEMMAS.word(word) {
        visit(lemma, Form::Base);
    }
    let Some(last @ (b's' | b'd' | b'g')) = word.bytes().next_back() else { return };
    spelling::for_each_lemma(word, |candidate| {
        let Some(lemma) = LEMMAS.word(candidate) else { return };
        match last {
            b's' if !matches!(lemma, "be" | "have") && spelling::is_third(lemma, word) => {
                visit(lemma, Form::Third);
            }
            b'd' if is_regular(lemma) && spelling::is_past(lemma, word) => {
                visit(lemma, Form::Past);
                visit(lemma, Form::Participle);
            }
            b'g' if spelling::is_gerund(lemma, word) => visit(lemma, Form::Gerund),
            _ => {}
        }
    });
}

/// Whether a lemma has no irregular forms.
fn is_regular(lemma: &str) -> bool {
    LEMMAS.rest_of_row(lemma).is_some_and(str::is_empty)
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
    let irregular = LEMMAS.rest_of_row(verb).unwrap_or_default();
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
