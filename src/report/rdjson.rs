//! The Reviewdog Diagnostic Format, one object. Its columns count bytes of UTF-8, from 1.

use serde::Serialize;

use super::conflict::{Conflict, conflicts};
use super::fingerprint::with_slashes;
use super::json::encoded;
use super::problem::Told;
use super::{Article, Closing, Piece, Problem, Render, sanitise};
use crate::rules::Severity;
use crate::source::{Source, Span};

/// Writes `rdjson`.
#[derive(Debug)]
pub(crate) struct Rdjson;

#[derive(Debug, Serialize)]
struct Diagnostic<'a> {
    message: String,
    location: Location,
    severity: &'static str,
    code: Code<'a>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<RelatedLocation>,
}

#[derive(Debug, Serialize)]
struct RelatedLocation {
    message: String,
    location: Location,
}

#[derive(Debug, Serialize)]
struct Code<'a> {
    value: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
}

#[derive(Debug, Serialize)]
struct Location {
    path: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    range: Option<Range>,
}

#[derive(Debug, Serialize)]
struct Range {
    start: Position,
    #[serde(skip_serializing_if = "Option::is_none")]
    end: Option<Position>,
}

#[derive(Debug, Serialize)]
struct Position {
    line: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    column: Option<usize>,
}

impl Render for Rdjson {
    fn separator(&self) -> &'static str {
        ",\n"
    }

    fn article(&self, article: &Article<'_>) -> Piece {
        let rows: Vec<_> = conflicts(article).iter().map(|it| encoded(&diagnostic(it))).collect();
        Piece { body: String::new(), tail: rows.join(self.separator()) }
    }

    fn foot(&self, tail: &str, closing: &Closing<'_>) -> String {
        let problems = closing.problems.iter().map(Problem::told);
        let problems = problems.map(|told| encoded(&complaint(&told)));
        let rows = Some(tail.to_owned()).filter(|tail| !tail.is_empty()).into_iter();
        let rows: Vec<_> = rows.chain(problems).collect();
        let source = "{\"name\": \"factlint\"}";
        let rows = rows.join(self.separator());
        format!("{{\"source\": {source},\n\"diagnostics\": [\n{rows}\n]}}\n")
    }
}

fn diagnostic<'a>(conflict: &'a Conflict<'_>) -> Diagnostic<'a> {
    let (rule, span) = conflict.rule();
    let expected = sanitise::on_one_line(&conflict.finding.expected);
    Diagnostic {
        message: conflict.full_message(),
        location: Location::new(conflict.article.source, conflict.finding.span),
        severity: match conflict.severity() {
            Severity::Error => "ERROR",
            Severity::Warning => "WARNING",
            Severity::Info => "INFO",
        },
        code: Code { value: &conflict.fact.id, url: conflict.link() },
        related_locations: vec![RelatedLocation {
            message: format!("The fact expects {expected}."),
            location: Location::new(rule, span),
        }],
    }
}

fn complaint<'a>(told: &Told<'a>) -> Diagnostic<'a> {
    // A column of ours counts characters, and the text to count bytes in is not at hand.
    let range = told.line.map(|line| Range { start: Position { line, column: None }, end: None });
    Diagnostic {
        message: told.sentence(),
        location: Location { path: told.path.map(with_slashes).unwrap_or_default(), range },
        severity: if told.severity == "error" { "ERROR" } else { "WARNING" },
        code: Code { value: told.code, url: None },
        related_locations: Vec::new(),
    }
}

impl Location {
    fn new(source: &Source, span: Span) -> Self {
        let range =
            Range { start: position(source, span.start), end: Some(position(source, span.end)) };
        Self { path: with_slashes(source.name()), range: Some(range) }
    }
}

fn position(source: &Source, offset: usize) -> Position {
    let line_index = source.line_index(offset);
    let column = offset - source.line_span(line_index).start + 1;
    Position { line: line_index + 1, column: Some(column) }
}
