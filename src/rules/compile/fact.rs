//! One fact: its parts put together, and those that need no file of their own.

use regex::RegexBuilder;

use super::{BookBuilder, FileScope, examples, subject, value};
use crate::rules::expected::Expected;
use crate::rules::predicate::PredicateWord;
use crate::rules::{Fact, Predicate, Rare, Severity, written};
use crate::source::Span;
use crate::text::suggest;
use crate::yaml::{Fault, Scalar, Spanned};

/// A pattern's compiled size, in bytes; what a rule author writes needs a hundredth.
const PATTERN_SIZE_LIMIT: usize = 1 << 20;

/// Compiles a fact; nothing when a part it cannot be without is faulty. It stands in `whole`, and
/// `head` is where it begins.
pub(super) fn fact(
    builder: &mut BookBuilder,
    scope: &FileScope<'_>,
    written: &written::Fact,
    (whole, head): (Span, Span),
) -> Option<Fact> {
    if written.id.is_none() {
        scope.missing(whole, head, "id");
    }
    let id = id(builder, scope, written);
    let head = id.as_ref().map_or(head, |&(_, span)| span);
    if written.subject.is_none() {
        scope.missing(whole, head, "subject");
    }
    let subject = written.subject.as_ref().and_then(|s| subject::of_fact(builder, scope, s));
    let chosen = value::only(scope, &written.values, whole, head);
    let expected = chosen.and_then(|(key, _)| value::any(scope, key, &written.values));
    let predicate = predicate_of(builder, scope, written, expected.as_ref(), (whole, head));
    let expected = expected.map(|expected| counting(expected, predicate.as_ref()));
    let tolerance_days = tolerance_days(scope, &written.values);
    let severity = severity(scope, &written.severity);
    let examples = written.examples.as_ref().and_then(|examples| examples.value.as_ref());
    let examples = examples.map(|written| examples::examples(scope, written));
    let fact = Fact {
        severity,
        muted: false,
        tolerance_days,
        topic: scope.topic.clone(),
        source: scope.owned(&written.source),
        note: scope.owned(&written.note),
        checked: scope.day(&written.checked),
        review_by: scope.day(&written.review_by),
        judge_plans: judge_plans(scope, &written.plans),
        open: is_true(&written.open),
        unless: scope.texts(&written.unless).into(),
        articles: articles(scope, written).into(),
        valid: scope.date(&written.valid).map(Box::new),
        pattern: pattern(scope, &written.pattern).map(Box::new),
        examples: examples.map(Rare::from).unwrap_or_default(),
        // Everything above has been looked at before a missing part ends it.
        id_place: scope.place(id.as_ref()?.1),
        id: id?.0,
        subject: subject?,
        predicate: predicate?,
        expected: expected?,
        value_place: scope.place(chosen?.1),
    };
    Some(fact)
}

/// The id and its place; one that was given before is a problem, in whatever file.
fn id(
    builder: &mut BookBuilder,
    scope: &FileScope<'_>,
    written: &written::Fact,
) -> Option<(String, Span)> {
    let (id, span) = scope.text(&written.id)?;
    match builder.fact_ids.get(id).copied() {
        Some(first) => {
            let fault = Fault::new(span, "duplicate-id", format!("the id `{id}` is given twice"));
            let fault = fault.help("ids are one space over all rule files");
            builder.report_beside(scope.file, fault, first, "first given here");
        }
        None => {
            builder.fact_ids.insert(id.into(), scope.place(span));
        }
    }
    Some((id.to_owned(), span))
}

/// The predicate. It may be left out where the value itself says what is meant.
fn predicate_of(
    builder: &mut BookBuilder,
    scope: &FileScope<'_>,
    written: &written::Fact,
    expected: Option<&Expected>,
    (whole, head): (Span, Span),
) -> Option<Predicate> {
    let Some(words) = &written.predicate else {
        let needless = written.pattern.is_some()
            || matches!(expected, None | Some(Expected::Expansion(_) | Expected::Holders(_)));
        if !needless && !scope.faults.meant("predicate", whole) {
            let fault = Fault::new(head, "missing-key", "missing key `predicate`");
            let help = "name a built-in predicate or a cue; [] takes any value beside the subject";
            scope.fault(fault.help(help));
        }
        return needless.then(Predicate::default);
    };
    let mut predicate = Predicate::default();
    for (word, span) in words.value.as_ref()?.0.iter().filter_map(|word| scope.item(word)) {
        let taken_for = builder.predicate_word(word);
        predicate.add(word, taken_for);
        if let PredicateWord::Cue { misspelt: Some(name) } = taken_for {
            let message = format!("`{word}` is no built-in predicate and is read as a cue");
            let fault = Fault::new(span, "misspelt-predicate", message).warning();
            scope.fault(fault.help(format!("did you mean `{name}`?")));
        }
    }
    Some(predicate)
}

/// Lets what a fact counts go by the plural nouns among its author's cues: `predicate: [teams, sides]` beside
/// `unit: team`.
fn counting(mut expected: Expected, predicate: Option<&Predicate>) -> Expected {
    let cues = predicate.into_iter().flat_map(|predicate| &predicate.cues);
    let plural = |cue: &&str| !cue.contains(' ') && crate::value::fold_noun(cue) != *cue;
    for number in expected.numbers_mut() {
        number.count_also(cues.clone().map(String::as_str).filter(plural));
    }
    expected
}

impl BookBuilder {
    /// What a word is taken for; facts of a large book share few words.
    fn predicate_word(&mut self, word: &str) -> PredicateWord {
        if let Some(&known) = self.predicate_words.get(word) {
            return known;
        }
        let taken_for = PredicateWord::of(word);
        self.predicate_words.insert(word.into(), taken_for);
        taken_for
    }
}

fn severity(scope: &FileScope<'_>, scalar: &Scalar) -> Severity {
    let Some((text, span)) = scope.text(scalar) else { return Severity::default() };
    Severity::named(text).unwrap_or_else(|| {
        let fault = Fault::new(span, "unknown-severity", format!("unknown severity `{text}`"));
        let near = suggest::nearest(text, Severity::ALL.iter().map(|&(name, _)| name));
        scope.fault(match near {
            Some(near) => fault.help(format!("did you mean `{near}`?")),
            None => fault.help("it is error, warning or info"),
        });
        Severity::default()
    })
}

fn judge_plans(scope: &FileScope<'_>, plans: &Scalar) -> bool {
    let Some((text, span)) = scope.text(plans) else { return false };
    if text != "judge" {
        let message = format!("`plans` cannot be `{text}`");
        let help = "write `plans: judge`, or leave it out to let plans go unjudged";
        scope.fault(Fault::new(span, "unknown-plans", message).help(help));
    }
    text == "judge"
}

/// The tolerance of dates; that of numbers belongs to the number.
fn tolerance_days(scope: &FileScope<'_>, values: &written::ValueKeys) -> i64 {
    let Some((text, span)) = scope.text(&values.tolerance) else { return 0 };
    let days = value::tolerance_days(text);
    if days.is_none() && values.date.is_some() {
        let message = format!("`{text}` is no tolerance of a date");
        scope.fault(Fault::new(span, "bad-tolerance", message).help("write it as `1 day`"));
    }
    days.unwrap_or_default()
}

/// Globs are checked here and compiled where paths are known.
fn articles(scope: &FileScope<'_>, written: &written::Fact) -> Vec<String> {
    let items = written.articles.as_ref().and_then(|articles| articles.value.as_ref());
    let items = items.map_or(&[][..], |items| &items.0);
    let texts = items.iter().filter_map(|item| scope.item(item));
    let valid = texts.filter(|&(glob, span)| match globset::Glob::new(glob) {
        Ok(_) => true,
        Err(error) => {
            let message = format!("`{glob}` is no glob: {}", error.kind());
            scope.fault(Fault::new(span, "bad-glob", message));
            false
        }
    });
    valid.map(|(glob, _)| glob.to_owned()).collect()
}

/// Compiles the text of a pattern.
pub(in crate::rules) fn compiled_pattern(text: &str) -> Result<regex::Regex, regex::Error> {
    RegexBuilder::new(text).size_limit(PATTERN_SIZE_LIMIT).build()
}

fn pattern(scope: &FileScope<'_>, scalar: &Scalar) -> Option<regex::Regex> {
    let (text, span) = scope.text(scalar)?;
    let fault = match compiled_pattern(text) {
        Ok(regex) if regex.capture_names().any(|name| name == Some("value")) => return Some(regex),
        Ok(_) => Fault::new(span, "bad-pattern", "the pattern has no group named `value`")
            .help("put the value in `(?<value>...)`"),
        Err(regex::Error::CompiledTooBig(_)) => {
            Fault::new(span, "bad-pattern", "the pattern is too big")
                .help("bound its repetitions and classes more tightly")
        }
        // The library prints the pattern and carets over several lines; the last says why.
        Err(error) => {
            let error = error.to_string();
            let reason = error.lines().last().unwrap_or_default().trim_start_matches("error: ");
            Fault::new(span, "bad-pattern", format!("the pattern cannot be read: {reason}"))
        }
    };
    scope.fault(fault);
    None
}

fn is_true(flag: &Option<Spanned<bool>>) -> bool {
    flag.as_ref().and_then(|flag| flag.value).unwrap_or_default()
}
