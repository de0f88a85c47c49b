//! Whether the words of a label are a cue of a fact and little else: "Date opened", "Floors", "Height (m)".
//!
//! It must not know what fills the label.

use super::super::context::Head;
use super::super::index::{CueHit, CueId, Index};
use super::super::scene::Scene;
use crate::lexicon::{self, Form};
use crate::rules::{Expected, FactId, FactSubject};
use crate::value::{self, Value, number};

/// Whether a label's words are a cue of a fact and little else.
pub(super) fn is_label_of(scene: &Scene<'_>, words: &[String], fact: FactId) -> bool {
    let lower: Vec<&str> = words.iter().map(String::as_str).collect();
    is_pure(&lower, scene.index, scene, fact)
        || counts_noun(scene, &lower, fact)
        || is_explained(scene, &lower, fact)
}

/// "Passengers carried (capacity)": the cue stands in brackets behind.
fn is_explained(scene: &Scene<'_>, words: &[&str], fact: FactId) -> bool {
    let Some(open) = words.iter().position(|word| matches!(*word, "(" | "[")) else { return false };
    let rest = &words[open + 1..];
    let inside = rest.strip_suffix(&[")"]).or_else(|| rest.strip_suffix(&["]"])).unwrap_or(rest);
    let mut hits = scene.index.cues_at(inside).into_iter();
    open > 0 && hits.any(|hit| hit.n_words == inside.len() && scene.cues(fact).contains(&hit.id))
}

/// Words of a label that make no other fact of it.
const GENERAL: &[&str] = &[
    "date",
    "outturn",
    "year",
    "total",
    "official",
    "number",
    "full",
    "current",
    "first",
    "time",
    "place",
    "day",
    "average",
    "overall",
    "estimated",
    "annual",
    "monthly",
    "per",
    "each",
    "name",
    "figure",
    "construction",
    "project",
    "mission",
    "build",
    "work",
    "size",
    "today",
    "now",
    "latest",
    "surface",
    "track",
    "greatest",
    "maximum",
    "max",
    "customers",
    "installed",
    "generating",
    "rated",
];

/// The cue, with nothing beside it but small and general words.
fn is_pure(words: &[&str], index: &Index, scene: &Scene<'_>, fact: FactId) -> bool {
    let cues = scene.cues(fact);
    let own = |at: usize| {
        index
            .cues_at(&words[at..])
            .into_iter()
            .filter(|hit| cues.contains(&hit.id) && !is_bare_verb(hit))
            .map(|hit| hit.n_words)
            .max()
    };
    let is_amount = is_amount(&scene.fact(fact).expected);
    // "Average depth" is no depth of the whole.
    let measured = ["depth", "height", "length", "width", "speed", "weight"]
        .iter()
        .any(|name| scene.fact(fact).predicate.builtin.contains(name));
    let mut found = false;
    let mut at = 0;
    while at < words.len() {
        if matches!(words[at], "(" | "[") {
            return found && !narrows(&words[at + 1..], scene, fact);
        }
        if let Some(n_words) = own(at) {
            found = true;
            at += n_words;
            continue;
        }
        // "Term of the agreement", "Line length": what the subject is called.
        let leads = at == 0 && words.len() > 1;
        let called = (leads || at > 0 && matches!(words[at - 1], "the" | "of"))
            && matches!(scene.fact(fact).subject, FactSubject::One(subject)
                if crate::extract::antecedent::is_called(scene.book, subject, words[at]));
        // "People killed in X" of a count of people, "Chicks that survive" where "chicks survive" is a cue.
        let mut cues = scene.fact(fact).predicate.cues.iter();
        let of_cue = at == 0
            && cues
                .any(|cue| cue.split(' ').count() > 1 && cue.split(' ').any(|it| it == words[at]));
        let expected = scene.fact(fact).expected.number();
        let people = matches!(words[at], "people" | "persons" | "lives")
            && expected
                .and_then(|it| it.unit.as_ref())
                .is_some_and(number::ExpectedUnit::is_people);
        // "Aircraft in fleet" of a count of aircraft.
        let counted = expected.and_then(number::Expected::counted_noun);
        let unit = counted.is_some_and(|noun| value::fold_noun(words[at]) == *noun);
        // "Revenue 2019" of what changes from year to year.
        let year = matches!(scene.fact(fact).expected, Expected::Timeline(_))
            && words[at].len() == 4
            && words[at].bytes().all(|byte| byte.is_ascii_digit());
        let small = called
            || year
            || unit
            || of_cue
            || people
            || lexicon::is_function_word(words[at])
            || GENERAL.contains(&words[at]) && !(words[at] == "average" && measured)
            || at > 0 && matches!(words[at - 1], "per" | "each")
            || !words[at].chars().any(char::is_alphanumeric);
        if !small || is_amount && matches!(words[at], "per" | "each") {
            return false;
        }
        at += 1;
    }
    found
}

/// Whether money is expected: "Revenue per car" is no revenue.
fn is_amount(expected: &Expected) -> bool {
    match expected {
        Expected::Timeline(rows) => rows.first().is_some_and(|row| is_amount(&row.value)),
        expected => matches!(expected, Expected::Money(_)),
    }
}

/// "Toll (lorries)": what stands in brackets is no unit, no date and no general word, so the label is of a
/// part or a kind.
fn narrows(words: &[&str], scene: &Scene<'_>, fact: FactId) -> bool {
    let inside: Vec<&str> =
        words.iter().copied().take_while(|word| !matches!(*word, ")" | "]")).collect();
    let general = |word: &&str| {
        word.len() <= 3
            || !word.chars().any(char::is_alphabetic)
            || GENERAL.contains(word)
            || lexicon::is_function_word(word)
    };
    let unit = || {
        value::read(&format!("1 {}", inside.join(" "))).iter().any(|it| match &it.value {
            Value::Number(number) => number.unit.is_some(),
            Value::Money(_) | Value::Duration(_) | Value::Percent(_) => true,
            _ => false,
        })
    };
    // "Deliveries (vehicles)" of a count of vehicles.
    let counted = scene.fact(fact).expected.number().and_then(number::Expected::counted_noun);
    let own = || counted.is_some_and(|noun| value::fold_noun(&inside.join(" ")) == *noun);
    !inside.iter().all(general) && !own() && !unit()
}

/// "Charter" at the head of a row is no chartering.
fn is_bare_verb(hit: &CueHit) -> bool {
    matches!(hit.id, CueId::Family(_))
        && hit.n_words == 1
        && matches!(hit.form, Form::Base | Form::Third)
}

/// "Floors: 163" where the fact counts floors.
fn counts_noun(scene: &Scene<'_>, words: &[&str], fact: FactId) -> bool {
    let Some(expected) = scene.fact(fact).expected.number() else { return false };
    let Some(folded) = expected.counted_noun() else { return false };
    let label: Vec<String> = words
        .iter()
        .filter(|word| {
            word.chars().any(char::is_alphabetic)
                && !matches!(**word, "number" | "of" | "the" | "total")
        })
        .map(|word| value::fold_noun(word))
        .collect();
    label.join(" ") == *folded
}

/// "X at a glance", "X: key facts": a sheet about X.
pub(super) fn is_overview(rest: &[String]) -> bool {
    let plain = |word: &String| {
        lexicon::opens_a_sheet(word)
            || matches!(word.as_str(), "numbers" | "overview" | "data" | "factsheet")
            || !word.chars().any(char::is_alphanumeric)
            || lexicon::is_function_word(word)
    };
    rest.iter().all(plain)
}

/// "Bilateral trade (USD)": nothing beside the name but marks and what stands in brackets.
pub(super) fn is_nothing(rest: &[String]) -> bool {
    rest.iter()
        .take_while(|word| !matches!(word.as_str(), "(" | "["))
        .all(|word| !word.chars().any(char::is_alphanumeric) || lexicon::is_function_word(word))
}

/// "Total", "Whole project": of all that the table tells of.
pub(super) fn is_total(head: &Head) -> bool {
    const LONGEST: usize = 3;
    let first = head.words.first().map(String::as_str);
    let all = matches!(
        first,
        Some("total" | "totals" | "whole" | "overall" | "entire" | "combined" | "sum" | "all")
    );
    all && head.words.len() <= LONGEST && head.subjects.is_empty()
}
