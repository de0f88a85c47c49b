//! All inflections of a cue an author wrote, in whatever form it was written.
//!
//! It must not know the built-in predicates.

use super::form::Form;
use super::spelling;
use super::verbs;
use super::words::{is_function_word, is_particle, is_preposition};

/// Every form of a lower-case word or phrase: "took over" gives "take over", "takes over" and so
/// on; "chief negotiator" also its plural; "founded by" itself only.
pub fn inflect(cue: &str) -> Vec<(String, Form)> {
    let cue = cue.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    let mut forms = match cue.split_once(' ') {
        None if cue.is_empty() => Vec::new(),
        None => inflect_word(&cue),
        Some((first, rest)) => inflect_phrase(&cue, first, rest),
    };
    if !cue.is_empty() && !forms.iter().any(|(form, _)| *form == cue) {
        forms.push((cue, Form::Phrase));
    }
    let mut seen = Vec::with_capacity(forms.len());
    forms.retain(|form| {
        !seen.contains(form) && {
            seen.push(form.clone());
            true
        }
    });
    forms
}

fn inflect_word(word: &str) -> Vec<(String, Form)> {
    let mut lemmas = lemmas_of(word);
    lemmas.extend(lemmas.clone().iter().filter_map(|lemma| other_spelling(lemma)));
    let mut forms: Vec<_> = lemmas.iter().flat_map(|lemma| verbs::conjugate(lemma)).collect();
    forms.extend(lemmas.iter().filter_map(|lemma| Some((nominal(lemma)?, Form::Noun))));
    if lemmas.is_empty() || verbs::is_noun_first(word) || word.ends_with("ing") {
        forms.extend(noun_phrase_forms(word));
    }
    forms
}

/// "nationalize" of "nationalise".
fn other_spelling(lemma: &str) -> Option<String> {
    const SHORTEST: usize = 4;
    let (stem, other) = match lemma.strip_suffix("ise") {
        Some(stem) => (stem, "ize"),
        None => (lemma.strip_suffix("ize")?, "ise"),
    };
    (stem.len() >= SHORTEST).then(|| format!("{stem}{other}"))
}

/// The noun of what a verb does, where its form tells it: "consecration", "nationalisation", "abolition".
fn nominal(lemma: &str) -> Option<String> {
    let mut rows = verbs::rows(include_str!("nominals.txt"));
    let irregular = rows.find_map(|row| {
        let (verb, noun) = row.split_once(" = ")?;
        (verb == lemma).then_some(noun)
    });
    if let Some(noun) = irregular {
        return Some(noun.to_owned());
    }
    let with = |stem: &str, ending: &str| Some(format!("{stem}{ending}"));
    if let Some(stem) = lemma.strip_suffix("ify") {
        return with(stem, "ification");
    }
    let ending = ["ise", "ize", "ate"].iter().find(|ending| lemma.ends_with(**ending))?;
    const SHORTEST: usize = 6;
    (lemma.len() >= SHORTEST).then(|| match *ending {
        "ate" => format!("{}ion", &lemma[..lemma.len() - 1]),
        _ => format!("{}ation", &lemma[..lemma.len() - 1]),
    })
}

fn inflect_phrase(cue: &str, first: &str, rest: &str) -> Vec<(String, Form)> {
    let second = rest.split(' ').next().unwrap_or_default();
    let lemmas = lemmas_of(first);
    let passive = second == "by" || (second == "as" && is_only_participle(first));
    if passive || is_function_word(first) && lemmas.is_empty() {
        return vec![(cue.to_owned(), Form::Phrase)];
    }
    if let Some(forms) = inflect_last_verb(cue) {
        return forms;
    }
    let noun_first = verbs::is_noun_first(first);
    let modifies = noun_first || first.ends_with("ing");
    let governs = is_particle(second) || is_function_word(second);
    if lemmas.is_empty() || modifies && !governs {
        return noun_phrase_forms(cue);
    }
    let phrases = lemmas.iter().map(|lemma| format!("{lemma} {rest}"));
    let mut forms: Vec<_> = phrases.flat_map(|phrase| verbs::conjugate(&phrase)).collect();
    if noun_first && is_preposition(second) {
        forms.extend(noun_phrase_forms(cue));
    }
    forms
}

/// "first climbed", "profit rose": a phrase that ends in the past of a verb which is no noun.
fn inflect_last_verb(cue: &str) -> Option<Vec<(String, Form)>> {
    let (before, last) = cue.rsplit_once(' ')?;
    let is_past = verbs::verb_forms(last).contains(Form::Past) && !verbs::is_noun_first(last);
    let after_verb = verbs::verb_forms(before.split(' ').next()?).contains(Form::Past);
    if !is_past || after_verb {
        return None;
    }
    let conjugated = lemmas_of(last).into_iter().flat_map(|lemma| verbs::conjugate(&lemma));
    Some(conjugated.map(|(word, form)| (format!("{before} {word}"), form)).collect())
}

/// Listed lemmas of the word, or the one its ending suggests.
fn lemmas_of(word: &str) -> Vec<String> {
    let mut lemmas: Vec<String> = verbs::lemmas(word).into_iter().map(str::to_owned).collect();
    if lemmas.is_empty() {
        lemmas.extend(spelling::guessed_lemma(word));
    }
    lemmas
}

fn is_only_participle(word: &str) -> bool {
    let forms = verbs::verb_forms(word);
    forms.contains(Form::Participle) && !forms.contains(Form::Past)
}

/// "chiefs of staff", "chief negotiators", "dates of birth".
pub(super) fn plural_phrase(phrase: &str) -> String {
    with_head(phrase, spelling::plural)
}

/// "chief of staff" and "chiefs of staff", whichever of them is given.
fn noun_phrase_forms(phrase: &str) -> Vec<(String, Form)> {
    let singular = with_head(phrase, singular);
    let plural = plural_phrase(&singular);
    vec![(singular, Form::Noun), (plural, Form::NounPlural)]
}

/// The phrase with another form of its head: the word before its first preposition, or its last.
fn with_head(phrase: &str, change: impl Fn(&str) -> String) -> String {
    if !phrase.contains(' ') {
        return change(phrase);
    }
    let mut end = phrase.len();
    let mut at = 0;
    for word in phrase.split(' ') {
        if at > 0 && is_preposition(word) {
            end = at - 1;
            break;
        }
        at += word.len() + 1;
    }
    let start = phrase[..end].rfind(' ').map_or(0, |space| space + 1);
    [&phrase[..start], &change(&phrase[start..end]), &phrase[end..]].concat()
}

fn singular(word: &str) -> String {
    if spelling::plural(word) == word {
        return word.to_owned();
    }
    match spelling::singulars(word).into_iter().next() {
        Some(singular) if !singular.ends_with('s') || word.ends_with("sses") => singular,
        _ => word.to_owned(),
    }
}
