//! A fact that may be proposed, and whether the checker understands it as it is meant.

use std::fmt::Write as _;

use super::subject::{self, Acronym};
use super::{Located, Piece, predicate, shift};
use crate::document::Format;
use crate::judge::{Checked, Checker, Circumstances, Verdict};
use crate::rules;
use crate::source::{Source, Span};
use crate::value::{Comparator, Value};

/// A fact with its examples, as a rule file would state it.
#[derive(Debug, Clone)]
pub(super) struct Candidate {
    /// The names of what it is about.
    pub(super) subject: Vec<String>,
    /// The value of `predicate`, as YAML; none for an expansion.
    pub(super) predicate: Option<String>,
    /// The value key and what follows it, as lines of YAML.
    pub(super) value: Vec<(&'static str, String)>,
    /// Sentences that agree with it.
    pub(super) agrees: Vec<Sentence>,
    /// Sentences that conflict with it.
    pub(super) conflicts: Vec<Sentence>,
    /// Where it was read.
    pub(super) place: String,
}

/// A sentence with the day of its article, where that matters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Sentence {
    /// Its words.
    pub(super) text: String,
    /// The day.
    pub(super) day: Option<jiff::civil::Date>,
}

/// The fact that a value of a sentence states best, if it states any.
pub(super) fn best(piece: &Piece<'_>, value: &Located, acronyms: &[Acronym]) -> Option<Candidate> {
    let stated = stated(value)?;
    let is_relative = matches!(&value.reading.value, Value::Date(date) if date.is_relative());
    let day = piece.day.filter(|_| is_relative);
    for predicate in predicate::predicates(piece, value) {
        for subject in subject::subjects(piece, value.span, acronyms) {
            let candidate = Candidate {
                subject,
                predicate: Some(predicate.clone()),
                value: stated.clone(),
                agrees: vec![Sentence { text: piece.text.to_owned(), day }],
                conflicts: Vec::new(),
                place: piece.place.clone(),
            };
            if let Some(checker) = candidate.checker()
                && agrees(&checker, piece.text, day, value.span)
            {
                return Some(candidate.with_conflict(&checker, piece.text, value));
            }
        }
    }
    None
}

/// The acronyms that a sentence introduces, each with its long form.
pub(super) fn expansions(piece: &Piece<'_>) -> Vec<Candidate> {
    let candidate = |Acronym { short, long }: Acronym| {
        let at = piece.text.find(&long)?;
        let span = Span::new(at, at + long.len());
        let value = vec![("expansion", scalar(&long))];
        let candidate = Candidate {
            subject: vec![short, long],
            predicate: None,
            value,
            agrees: vec![Sentence { text: piece.text.to_owned(), day: None }],
            conflicts: Vec::new(),
            place: piece.place.clone(),
        };
        agrees(&candidate.checker()?, piece.text, None, span).then_some(candidate)
    };
    subject::acronyms(piece.text).into_iter().filter_map(candidate).collect()
}

impl Candidate {
    /// The fact as an item of `facts:`.
    pub(super) fn yaml(&self, id: &str) -> String {
        let names: Vec<String> = self.subject.iter().map(|name| scalar(name)).collect();
        let subject = match &names[..] {
            [one] => one.clone(),
            several => format!("[{}]", several.join(", ")),
        };
        let mut yaml = format!("  - id: {id}\n    subject: {subject}\n");
        if let Some(predicate) = &self.predicate {
            yaml += &format!("    predicate: {predicate}\n");
        }
        for (key, value) in &self.value {
            yaml += &format!("    {key}: {value}\n");
        }
        yaml += "    examples:\n";
        for (key, list) in [("agrees", &self.agrees), ("conflicts", &self.conflicts)] {
            if list.is_empty() {
                continue;
            }
            yaml += &format!("      {key}:\n");
            for Sentence { text, day } in list {
                let text = scalar(text);
                match day {
                    None => writeln!(yaml, "        - {text}"),
                    Some(day) => writeln!(yaml, "        - {{text: {text}, date: {day}}}"),
                }
                .expect("a string takes all");
            }
        }
        yaml
    }

    /// Whether two state the same.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        self.is_of(other) && self.value == other.value
    }

    /// Whether two speak of the same.
    pub(super) fn is_of(&self, other: &Self) -> bool {
        let key = |it: &Self| it.value.first().map(|(key, _)| *key);
        self.subject == other.subject
            && self.predicate == other.predicate
            && key(self) == key(other)
    }

    /// A book of this fact alone, where the rules take it without a word.
    fn checker(&self) -> Option<Checker> {
        let yaml = format!("facts:\n{}", self.yaml("draft"));
        let (book, problems) = rules::load(vec![Source::new("draft.yaml", yaml)]);
        (problems.is_empty() && book.facts.len() == 1).then(|| Checker::new(book))
    }

    /// With the sentence that says another value, where that conflicts.
    fn with_conflict(mut self, checker: &Checker, text: &str, value: &Located) -> Self {
        let shifted = shift::shifted(&text[value.span.range()], &value.reading.value);
        let Some(shifted) = shifted else { return self };
        let (before, after) = (&text[..value.span.start], &text[value.span.end..]);
        let text = format!("{before}{shifted}{after}");
        let day = self.agrees.first().and_then(|sentence| sentence.day);
        let checked = check(checker, &text, day);
        if checked.article.findings.iter().any(|it| it.verdict == Verdict::Conflicts) {
            self.conflicts.push(Sentence { text, day });
        }
        self
    }
}

fn check(checker: &Checker, text: &str, day: Option<jiff::civil::Date>) -> Checked {
    let circumstances = Circumstances { override_date: day, ..Circumstances::default() };
    checker.check(&Source::new("draft", text), Format::Plain, circumstances)
}

/// Whether a text agrees at a span, and conflicts nowhere.
fn agrees(checker: &Checker, text: &str, day: Option<jiff::civil::Date>, at: Span) -> bool {
    let findings = check(checker, text, day).article.findings;
    let agrees =
        |it: &&crate::judge::Finding| it.verdict == Verdict::Agrees && it.span.overlaps(at);
    findings.iter().any(|it| agrees(&it))
        && !findings.iter().any(|it| it.verdict == Verdict::Conflicts)
}

/// The value key of a value, with what a rule writes there.
fn stated(value: &Located) -> Option<Vec<(&'static str, String)>> {
    let is_about = value.reading.comparator == Comparator::About;
    let exactly = |stated: Vec<(&'static str, String)>| (!is_about).then_some(stated);
    match &value.reading.value {
        Value::Date(date) => {
            let edtf = value.edtf.clone()?;
            let about = if is_about && !edtf.ends_with('~') { "~" } else { "" };
            let key = if date.is_period() { "period" } else { "date" };
            Some(vec![(key, scalar(&format!("{edtf}{about}")))])
        }
        Value::Duration(duration) => exactly(vec![("duration", scalar(&duration.to_string()))]),
        // "the two sides": no count that anybody stands by.
        Value::Number(number) if number.unit.is_none() && number.amount.high <= 2.0 => None,
        Value::Number(number) => {
            let mut stated = vec![("number", scalar(&number.amount.to_string()))];
            let noun = number.noun.as_ref().map(|noun| noun.folded.as_str());
            if let Some(unit) = number.unit.map(|unit| unit.symbol).or(noun) {
                stated.push(("unit", scalar(unit)));
            }
            exactly(stated)
        }
        Value::Money(money) => exactly(vec![("money", scalar(&money.to_string()))]),
        Value::Percent(percent) if !percent.points => {
            exactly(vec![("percent", scalar(&percent.amount.to_string()))])
        }
        Value::Percent(_) | Value::Ordinal(_) => None,
    }
}

/// A text as a YAML scalar: plain where nothing could read it otherwise, else in double quotes, whose
/// escapes are those of JSON.
fn scalar(text: &str) -> String {
    let is_word = text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    let is_reserved = ["null", "true", "false", "yes", "no", "on", "off", "y", "n"]
        .contains(&text.to_ascii_lowercase().as_str());
    match is_word && !is_reserved {
        true => text.to_owned(),
        false => serde_json::Value::from(text).to_string(),
    }
}
