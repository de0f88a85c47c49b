//! The code quality report of GitLab: a list of issues in the part of Code Climate's form it reads.

use serde::Serialize;

use super::conflict::{Conflict, conflicts};
use super::fingerprint;
use super::json::encoded;
use super::problem::Told;
use super::{Article, Closing, Piece, Problem, Render};
use crate::rules::Severity;

/// Where a problem without a path or a line is shown: GitLab drops an issue that lacks them.
const NOWHERE: &str = ".";

/// Writes `gitlab`.
#[derive(Debug)]
pub(crate) struct Gitlab;

#[derive(Debug, Serialize)]
struct Issue<'a> {
    description: String,
    check_name: &'a str,
    fingerprint: String,
    severity: &'static str,
    location: Location<'a>,
}

#[derive(Debug, Serialize)]
struct Location<'a> {
    path: &'a str,
    lines: Lines,
}

#[derive(Debug, Serialize)]
struct Lines {
    begin: usize,
    end: usize,
}

impl Render for Gitlab {
    fn separator(&self) -> &'static str {
        ",\n"
    }

    fn article(&self, article: &Article<'_>) -> Piece {
        let issues: Vec<_> = conflicts(article).iter().map(|it| encoded(&issue(it))).collect();
        Piece { body: String::new(), tail: issues.join(self.separator()) }
    }

    fn foot(&self, tail: &str, closing: &Closing<'_>) -> String {
        let problems = closing.problems.iter().map(Problem::told);
        let problems = problems.map(|told| encoded(&complaint(&told)));
        let issues = Some(tail.to_owned()).filter(|tail| !tail.is_empty()).into_iter();
        let issues: Vec<_> = issues.chain(problems).collect();
        format!("[\n{}\n]\n", issues.join(self.separator()))
    }
}

fn issue<'a>(conflict: &'a Conflict<'_>) -> Issue<'a> {
    Issue {
        description: conflict.full_message(),
        check_name: &conflict.fact.id,
        fingerprint: conflict.fingerprint.clone(),
        severity: match conflict.severity() {
            Severity::Error => "major",
            Severity::Warning => "minor",
            Severity::Info => "info",
        },
        location: Location {
            path: &conflict.path,
            lines: Lines { begin: conflict.start.line_number, end: conflict.end.line_number },
        },
    }
}

fn complaint<'a>(told: &Told<'a>) -> Issue<'a> {
    let path = told.path.unwrap_or(NOWHERE);
    let line = told.line.unwrap_or(1);
    Issue {
        description: told.sentence(),
        check_name: told.code,
        fingerprint: fingerprint::digest(&[path, told.code, told.message]),
        severity: if told.severity == "error" { "blocker" } else { "minor" },
        location: Location { path, lines: Lines { begin: line, end: line } },
    }
}
