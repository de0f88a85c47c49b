//! Workflow commands for GitHub Actions: annotations on the lines of a change.
//!
//! GitHub shows ten annotations of a level for each step and drops the others without a word; so
//! the gravest come first, and the last says how many were left out.

use std::borrow::Cow;
use std::fmt::Write as _;

use super::conflict::{Conflict, conflicts};
use super::problem::Told;
use super::{Article, Closing, Piece, Problem, Render, phrase, sanitise};
use crate::rules::Severity;

/// The levels, gravest first, each with the command that begins its lines.
const LEVELS: [(&str, &str); 3] =
    [("error", "::error "), ("warning", "::warning "), ("notice", "::notice ")];

/// Annotations of a level that GitHub shows for a step.
const MOST_SHOWN: usize = 10;

/// Writes `github`.
#[derive(Debug)]
pub(crate) struct Github;

impl Render for Github {
    fn article(&self, article: &Article<'_>) -> Piece {
        let tail = conflicts(article).iter().map(annotation).collect();
        Piece { body: String::new(), tail }
    }

    fn foot(&self, tail: &str, closing: &Closing<'_>) -> String {
        let problems = closing.problems.iter().map(Problem::told).map(|told| complaint(&told));
        let problems: String = problems.collect();
        let lines: Vec<_> = problems.lines().chain(tail.lines()).collect();
        let by_level = LEVELS.map(|(level, command)| {
            let lines = lines.iter().filter(|line| line.starts_with(command));
            (level, lines.copied().collect::<Vec<_>>())
        });
        shown(by_level)
    }
}

/// As many lines of each level as are shown, and a notice of what is not.
fn shown(by_level: [(&str, Vec<&str>); 3]) -> String {
    let is_over = by_level.iter().any(|(_, lines)| lines.len() > MOST_SHOWN);
    let mut text = String::new();
    let mut left_out = Vec::new();
    for (level, lines) in by_level {
        // The notice of what is left out is itself one of those shown.
        let room = if is_over && level == "notice" { MOST_SHOWN - 1 } else { MOST_SHOWN };
        let (shown, others) = lines.split_at(lines.len().min(room));
        text.extend(shown.iter().flat_map(|line| [*line, "\n"]));
        if !others.is_empty() {
            left_out.push(phrase::counted(others.len(), level));
        }
    }
    if is_over {
        let left_out: Vec<_> = left_out.iter().map(String::as_str).collect();
        writeln!(
            text,
            "::notice title=factlint::{} left out: GitHub shows {MOST_SHOWN} of a level for each \
             step. Another report has them all.",
            phrase::listed(&left_out, "and"),
        )
        .expect("a string takes all");
    }
    text
}

fn annotation(conflict: &Conflict<'_>) -> String {
    let level = match conflict.severity() {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "notice",
    };
    let (start, end) = (conflict.start, conflict.end);
    // A range of columns is refused unless it lies on one line.
    let columns = match start.line_number == end.line_number {
        true => format!(",col={},endColumn={}", start.column, end.column),
        false => String::new(),
    };
    format!(
        "::{level} file={},line={},endLine={}{columns},title={}::{}\n",
        property(&conflict.path),
        start.line_number,
        end.line_number,
        property(&conflict.fact.id),
        data(&conflict.full_message()),
    )
}

fn complaint(told: &Told<'_>) -> String {
    let mut place = String::new();
    if let Some(path) = told.path {
        write!(place, "file={},", property(path)).expect("a string takes all");
    }
    if let (Some(line), Some(column)) = (told.line, told.column) {
        write!(place, "line={line},col={column},").expect("a string takes all");
    }
    format!(
        "::{} {place}title={}::{}\n",
        told.severity,
        property(told.code),
        data(&told.sentence())
    )
}

/// Escaped as the text of a command: the runner undoes these three.
fn data(text: &str) -> String {
    sanitise::on_one_line(text).replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// Escaped as a property, which `:` and `,` would end.
fn property(text: &str) -> String {
    let text: Cow<'_, str> = sanitise::keeping_length(text);
    let text = text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A");
    text.replace(':', "%3A").replace(',', "%2C")
}
