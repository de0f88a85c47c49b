//! JUnit's XML: an article is a suite and each of its claims a case, which passes when it agrees,
//! fails when it conflicts and is skipped when it is not judged. What could not be done is an error.

use std::collections::HashMap;

use super::xml::{DECLARATION, Element};
use super::{Article, Closing, Piece, Problem, Render, phrase, sanitise};
use crate::judge::{Finding, Verdict};

/// Writes `junit`.
#[derive(Debug)]
pub(crate) struct Junit;

impl Render for Junit {
    fn head(&self) -> String {
        format!("{DECLARATION}<testsuites name=\"factlint\">\n")
    }

    fn article(&self, article: &Article<'_>) -> Piece {
        let mut findings: Vec<_> = article.findings.findings.iter().collect();
        findings.sort_by_key(|finding| (finding.span, finding.fact));
        let mut seen = HashMap::new();
        let cases = findings.iter().map(|finding| {
            let name = name(article, finding);
            let times = seen.entry(name.clone()).and_modify(|times| *times += 1).or_insert(1);
            let name = if *times == 1 { name } else { format!("{name} ({times})") };
            case(article, finding, &name)
        });
        let cases: Vec<_> = cases.collect();
        let number = |wanted: fn(Verdict) -> bool| {
            findings.iter().filter(|finding| wanted(finding.verdict)).count()
        };
        let failures = number(|verdict| verdict == Verdict::Conflicts);
        let skipped = number(|verdict| matches!(verdict, Verdict::Unjudged(_)));
        let suite = suite(article.source.name(), cases.len(), failures, 0, skipped);
        Piece { body: suite.around(cases).shown(), tail: String::new() }
    }

    fn foot(&self, _tail: &str, closing: &Closing<'_>) -> String {
        let problems: Vec<_> = closing.problems.iter().filter(|it| it.is_fatal()).collect();
        let mut text = String::new();
        if !problems.is_empty() {
            let suite = suite("factlint", problems.len(), 0, problems.len(), 0);
            text = suite.around(problems.into_iter().map(undone)).shown();
        }
        text + "</testsuites>\n"
    }
}

fn suite(name: &str, tests: usize, failures: usize, errors: usize, skipped: usize) -> Element {
    Element::new("testsuite")
        .with("name", super::fingerprint::with_slashes(name))
        .with("tests", tests)
        .with("failures", failures)
        .with("errors", errors)
        .with("skipped", skipped)
}

/// What a case is called: the same from run to run while lines move around it.
fn name(article: &Article<'_>, finding: &Finding) -> String {
    let fact = &article.book.facts[finding.fact.0 as usize];
    format!("{}: {}", fact.id, finding.stated)
}

fn case(article: &Article<'_>, finding: &Finding, name: &str) -> Element {
    let place = article.source.location(finding.span.start);
    let fact = &article.book.facts[finding.fact.0 as usize];
    let path = super::fingerprint::with_slashes(article.source.name());
    let case = Element::new("testcase").with("name", name).with("classname", &path);
    let message = phrase::sentence(article.source, article.book, finding);
    match finding.verdict {
        Verdict::Agrees => case,
        Verdict::Unjudged(reason) => case.around([Element::new("skipped")
            .with("type", reason.code())
            .with("message", reason.message())]),
        Verdict::Conflicts => {
            let mut lines = vec![format!("{path}:{}:{}", place.line_number, place.column)];
            lines.extend(phrase::background(fact, finding));
            let lines: Vec<_> = lines.iter().map(|line| sanitise::on_one_line(line)).collect();
            let failure = Element::new("failure")
                .with("type", phrase::severity(finding.severity))
                .with("message", message)
                .saying(&lines.join("\n"));
            case.around([failure])
        }
    }
}

fn undone(problem: &Problem) -> Element {
    let told = problem.told();
    let path = told.path.unwrap_or("factlint");
    let place = match (told.line, told.column) {
        (Some(line), Some(column)) => format!(":{line}:{column}"),
        _ => String::new(),
    };
    let error = Element::new("error").with("type", told.code).with("message", told.sentence());
    Element::new("testcase")
        .with("name", format!("{}: {path}{place}", told.code))
        .with("classname", path)
        .around([error])
}
