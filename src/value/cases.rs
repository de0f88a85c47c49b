//! The executed corpus: `cases.yaml` beside a kind, run against [`super::read`].
//!
//! An expectation comes first, its phrasings beneath with the span marked «so»; `nothing` lists
//! near misses. Readings of other kinds in a phrasing are not looked at.

use serde::Deserialize;

use super::{Comparator, Fit, Reading, Unsettled, Value, read};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Corpus {
    cases: Vec<Case>,
    nothing: Vec<String>,
    #[serde(default)]
    judging: Vec<Judging>,
}

/// A fact as a rule states it, and the texts that agree with it or not.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Judging {
    /// The value key's scalar.
    pub(crate) fact: String,
    pub(crate) unit: Option<String>,
    pub(crate) tolerance: Option<String>,
    #[serde(default)]
    agrees: Vec<String>,
    #[serde(default)]
    conflicts: Vec<String>,
    #[serde(default)]
    unsettled: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    /// The value as reports print it.
    expect: String,
    /// The comparator's name, `Exactly` when it is not said.
    comparator: Option<String>,
    /// The counted noun, as written.
    noun: Option<String>,
    phrasings: Vec<String>,
}

/// Runs the corpus of one kind; every failure is shown. `judge` holds a reading against a fact.
pub(crate) fn check(kind: &str, yaml: &str, judge: fn(&Judging, &Reading) -> Option<Fit>) {
    let corpus: Corpus = serde_yaml::from_str(yaml).expect("cases.yaml has the shape of a corpus");
    let mut failures = Vec::new();
    for case in &corpus.cases {
        for phrasing in &case.phrasings {
            let (text, spans) = unmark(phrasing);
            let wanted: Vec<String> =
                spans.iter().map(|&(start, end)| expectation(case, &text[start..end])).collect();
            let found = found(kind, &text, case.noun.is_some());
            if wanted != found || wanted.is_empty() {
                failures.push(format!("{phrasing}\n  wanted {wanted:?}\n  found  {found:?}"));
            }
        }
    }
    for text in &corpus.nothing {
        let found = found(kind, text, false);
        if !found.is_empty() {
            failures.push(format!("{text}\n  wanted nothing\n  found  {found:?}"));
        }
    }
    for judging in &corpus.judging {
        judged(judging, judge, &mut failures);
    }
    assert!(failures.is_empty(), "{} failures\n{}", failures.len(), failures.join("\n"));
}

fn judged(
    judging: &Judging,
    judge: fn(&Judging, &Reading) -> Option<Fit>,
    failures: &mut Vec<String>,
) {
    let unsettled = Fit::Unsettled(Unsettled::Incomparable);
    let lists = [
        (&judging.agrees, Fit::Agrees),
        (&judging.conflicts, Fit::Conflicts),
        (&judging.unsettled, unsettled),
    ];
    for (texts, wanted) in lists {
        for text in texts {
            let found = read(text).iter().find_map(|reading| judge(judging, reading));
            if found != Some(wanted) {
                let fact = &judging.fact;
                failures
                    .push(format!("{text}\n  beside {fact}: wanted {wanted:?}, found {found:?}"));
            }
        }
    }
}

fn expectation(case: &Case, written: &str) -> String {
    let comparator = case.comparator.as_deref().unwrap_or("Exactly");
    shown(written, &case.expect, comparator, case.noun.as_deref())
}

fn found(kind: &str, text: &str, nouns: bool) -> Vec<String> {
    let of_kind = |reading: &Reading| {
        let (own_kind, value) = kind_and_value(&reading.value)?;
        let noun = noun(&reading.value, text).filter(|_| nouns);
        let comparator = comparator_name(reading.comparator);
        (own_kind == kind).then(|| shown(&text[reading.span.range()], &value, &comparator, noun))
    };
    read(text).iter().filter_map(of_kind).collect()
}

fn shown(written: &str, value: &str, comparator: &str, noun: Option<&str>) -> String {
    format!("«{written}» {comparator} {value} {}", noun.unwrap_or_default())
}

fn comparator_name(comparator: Comparator) -> String {
    format!("{comparator:?}")
}

fn noun<'t>(value: &Value, text: &'t str) -> Option<&'t str> {
    match value {
        Value::Number(number) => number.noun.as_ref().map(|noun| &text[noun.span.range()]),
        _ => None,
    }
}

fn kind_and_value(value: &Value) -> Option<(&'static str, String)> {
    match value {
        Value::Date(_) => None,
        Value::Duration(duration) => Some(("duration", duration.to_string())),
        Value::Number(number) => Some(("number", number.to_string())),
        Value::Money(money) => Some(("money", money.to_string())),
        Value::Percent(percent) => Some(("percent", percent.to_string())),
        Value::Ordinal(ordinal) => Some(("ordinal", ordinal.to_string())),
    }
}

/// The text without its marks, and the marked spans.
fn unmark(phrasing: &str) -> (String, Vec<(usize, usize)>) {
    let mut text = String::new();
    let mut spans = Vec::new();
    let mut start = 0;
    for character in phrasing.chars() {
        match character {
            '«' => start = text.len(),
            '»' => spans.push((start, text.len())),
            _ => text.push(character),
        }
    }
    (text, spans)
}
