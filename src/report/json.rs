//! The JSON report: one object, its schema `factlint.report/1`. The wire form stands here alone.
//!
//! Claims are written as articles are done, one a line; the articles themselves follow.

use serde::Serialize;

use super::{Article, Closing, Piece, Problem, Render, fingerprint, phrase, sanitise};
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
        let mut body = String::new();
        for claim in claims(article) {
            if !body.is_empty() {
                body.push_str(self.separator());
            }
            body.push_str(&encoded(&claim));
        }
        Piece { body, tail: encoded(&ArticleRow::new(article)) }
    }

    fn foot(&self, tail: &str, closing: &Closing<'_>) -> String {
        let problems: Vec<_> = closing.problems.iter().map(Problem::told).collect();
        format!(
            "\n],\n\"articles\": [\n{}\n],\n\"problems\": {},\n\"summary\": {}}}\n",
            tail,
            encoded(&problems),
            encoded(&SummaryRow::new(closing)),
        )
    }
}

/// The claims of an article in their wire form.
pub(crate) fn claims<'a>(article: &Article<'a>) -> impl Iterator<Item = Claim<'a>> {
    let fingerprints = fingerprint::of_findings(article);
    let article = *article;
    let findings = article.findings.findings.iter().zip(fingerprints);
    findings.map(move |(finding, fingerprint)| Claim::new(&article, finding, fingerprint))
}

/// A value of ours as JSON on one line, which a terminal may be shown.
pub(crate) fn encoded<T: Serialize>(value: &T) -> String {
    let json = serde_json::to_string(value);
    sanitise::escaped(json.expect("strings, numbers and lists always have a JSON form"))
}

/// An article, as `check` and `inspect` say it.
#[derive(Debug, Serialize)]
pub(crate) struct ArticleRow<'a> {
    path: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    record: Option<&'a str>,
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
            record: article.source.record_id(),
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
    /// Of a conflict: the same while lines move around it.
    fingerprint: Option<String>,
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
    fn new(article: &Article<'a>, finding: &'a Finding, fingerprint: Option<String>) -> Self {
        let (source, book) = (article.source, article.book);
        let fact = &book.facts[finding.fact.0 as usize];
        let start = source.location(finding.span.start);
        let end = source.location(finding.span.end);
        let rule_file = &book.files[finding.place.file as usize];
        let rule = rule_file.location(finding.place.span.start);
        let stored = source.stored(finding.span);
        let subject = |span: Span| {
            let Span { start, end } = source.stored(span);
            Subject { text: source.slice(span), start, end }
        };
        Self {
            fact: &fact.id,
            verdict: phrase::verdict(finding.verdict),
            reason: match finding.verdict {
                Verdict::Unjudged(reason) => Some(reason.code()),
                Verdict::Agrees | Verdict::Conflicts => None,
            },
            message: phrase::sentence(source, book, finding),
            severity: phrase::severity(finding.severity),
            path: source.name(),
            start: stored.start,
            end: stored.end,
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
            record: source.record_id(),
            fingerprint,
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
            facts: closing.book.n_heard(),
            claims: counts.claims(),
            agrees: counts.agrees,
            conflicts: counts.conflicts,
            unjudged: counts.unjudged,
        }
    }
}
