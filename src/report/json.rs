//! The JSON report: one object, its schema `factlint.report/1`. The wire form stands here alone.
//!
//! Claims are written as articles are done, one a line; the articles themselves follow.

use serde::Serialize;

use super::{Article, Closing, Piece, Problem, Render, phrase};
use crate::judge::{Finding, Verdict};
use crate::source::Span;

/// The name and version of the form.
const SCHEMA: &str = "factlint.report/1";

/// Writes `json`.
#[derive(Debug)]
pub(crate) struct Json;

impl Render for Json {
    fn separator(&self) -> &'static str {
        ",\n"
    }

    fn head(&self) -> String {
        format!("{{\"schema\": \"{SCHEMA}\",\n\"claims\": [\n")
    }

    fn article(&self, article: &Article<'_>) -> Piece {
        let claims = article.findings.findings.iter().map(|finding| claim_line(article, finding));
        let body = claims.collect::<Vec<_>>().join(self.separator());
        Piece { body, tail: encoded(&ArticleRow::new(article)) }
    }

    fn foot(&self, tail: &str, closing: &Closing<'_>) -> String {
        let problems: Vec<_> = closing.problems.iter().map(ProblemRow::new).collect();
        format!(
            "\n],\n\"articles\": [\n{}\n],\n\"problems\": {},\n\"summary\": {}}}\n",
            tail,
            encoded(&problems),
            encoded(&SummaryRow::new(closing)),
        )
    }
}

/// One claim as a JSON object on one line, without a line end.
pub(crate) fn claim_line(article: &Article<'_>, finding: &Finding) -> String {
    encoded(&Claim::new(article, finding))
}

/// A value of ours as JSON on one line.
pub(crate) fn encoded<T: Serialize>(value: &T) -> String {
    serde_json::to_string(value).expect("strings, numbers and lists always have a JSON form")
}

/// An article, as `check` and `inspect` say it.
#[derive(Debug, Serialize)]
pub(crate) struct ArticleRow<'a> {
    path: &'a str,
    date: Option<String>,
    date_from: Option<&'static str>,
    /// The days the text fixes when it states no date, `first/last`.
    #[serde(skip_serializing_if = "Option::is_none")]
    date_inferred: Option<String>,
}

impl<'a> ArticleRow<'a> {
    pub(crate) fn new(article: &Article<'a>) -> Self {
        let findings = article.findings;
        Self {
            path: article.source.name(),
            date: findings.date.map(|found| found.date.to_string()),
            date_from: findings.date.map(|found| phrase::date_origin(found.from)),
            date_inferred: findings.inferred.map(|days| format!("{}/{}", days.first, days.last)),
        }
    }
}

/// A claim with its verdict.
#[derive(Debug, Serialize)]
pub(crate) struct Claim<'a> {
    fact: &'a str,
    verdict: &'static str,
    reason: Option<&'static str>,
    message: String,
    severity: &'static str,
    path: &'a str,
    start: usize,
    end: usize,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    text: &'a str,
    stated: &'a str,
    expected: &'a str,
    stance: &'static str,
    subject: Option<Subject<'a>>,
    construction: &'static str,
    notes: &'a [String],
    rule: RulePlace<'a>,
    record: Option<&'a str>,
}

#[derive(Debug, Serialize)]
struct Subject<'a> {
    text: &'a str,
    start: usize,
    end: usize,
}

#[derive(Debug, Serialize)]
struct RulePlace<'a> {
    path: &'a str,
    line: usize,
    column: usize,
}

impl<'a> Claim<'a> {
    pub(crate) fn new(article: &Article<'a>, finding: &'a Finding) -> Self {
        let (source, book) = (article.source, article.book);
        let fact = &book.facts[finding.fact.0 as usize];
        let start = source.location(finding.span.start);
        let end = source.location(finding.span.end);
        let rule_file = &book.files[finding.place.file as usize];
        let rule = rule_file.location(finding.place.span.start);
        let subject =
            |Span { start, end }| Subject { text: source.slice(Span { start, end }), start, end };
        Self {
            fact: &fact.id,
            verdict: phrase::verdict(finding.verdict),
            reason: match finding.verdict {
                Verdict::Unjudged(reason) => Some(reason.code()),
                Verdict::Agrees | Verdict::Conflicts => None,
            },
            message: phrase::sentence(source, book, finding),
            severity: phrase::severity(fact.severity),
            path: source.name(),
            start: finding.span.start,
            end: finding.span.end,
            line: start.line_number,
            column: start.column,
            end_line: end.line_number,
            end_column: end.column,
            text: source.slice(finding.span),
            stated: &finding.stated,
            expected: &finding.expected,
            stance: finding.stance.name(),
            subject: finding.subject.map(subject),
            construction: finding.construction,
            notes: &finding.notes,
            rule: RulePlace { path: rule_file.name(), line: rule.line_number, column: rule.column },
            record: None,
        }
    }
}

/// A problem; a place that is not known is null.
#[derive(Debug, Serialize)]
struct ProblemRow<'a> {
    path: Option<&'a str>,
    line: Option<usize>,
    column: Option<usize>,
    code: &'a str,
    message: &'a str,
    help: Option<&'a str>,
    severity: &'static str,
}

impl<'a> ProblemRow<'a> {
    fn new(problem: &'a Problem) -> Self {
        match problem {
            Problem::Rule(problem) => {
                let place = problem.file.location(problem.span.start);
                Self {
                    path: Some(problem.file.name()),
                    line: Some(place.line_number),
                    column: Some(place.column),
                    code: problem.code,
                    message: &problem.message,
                    help: problem.help.as_deref(),
                    severity: if problem.warning { "warning" } else { "error" },
                }
            }
            Problem::Note(source, problem) => {
                let place = source.location(problem.span.start);
                Self {
                    path: Some(source.name()),
                    line: Some(place.line_number),
                    column: Some(place.column),
                    code: problem.code,
                    message: &problem.message,
                    help: Some(&problem.help),
                    severity: if problem.warning { "warning" } else { "error" },
                }
            }
            Problem::Failure(failure) | Problem::Warning(failure) => Self {
                path: failure.path.as_deref(),
                line: failure.place.map(|place| place.line_number),
                column: failure.place.map(|place| place.column),
                code: failure.code,
                message: &failure.message,
                help: Some(&failure.help),
                severity: if problem.is_fatal() { "error" } else { "warning" },
            },
        }
    }
}

/// The counts.
#[derive(Debug, Serialize)]
struct SummaryRow {
    articles: usize,
    facts: usize,
    claims: usize,
    agrees: usize,
    conflicts: usize,
    unjudged: usize,
}

impl SummaryRow {
    fn new(closing: &Closing<'_>) -> Self {
        let counts = closing.summary.counts;
        Self {
            articles: closing.summary.n_articles,
            facts: closing.book.facts.len(),
            claims: counts.claims(),
            agrees: counts.agrees,
            conflicts: counts.conflicts,
            unjudged: counts.unjudged,
        }
    }
}
