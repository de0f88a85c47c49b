//! Problems as tests write them: `^` under the place a problem speaks of, `~` under its second place.

use std::fmt::Write as _;

use super::RuleProblem;
use crate::source::{Source, Span};

fn is_mark(line: &str) -> bool {
    let line = line.trim_start();
    line.starts_with('^') || line.starts_with("~~") || line.starts_with("~ ")
}

/// The file without its marks.
pub(crate) fn without_marks(text: &str) -> String {
    text.lines().filter(|line| !is_mark(line)).fold(String::new(), |text, line| text + line + "\n")
}

/// The file with a mark under every place a problem speaks of.
pub(crate) fn with_marks(text: &str, name: &str, problems: &[RuleProblem]) -> String {
    let mut marks: Vec<(Span, char, String)> = Vec::new();
    for problem in problems {
        if problem.file.name() == name {
            marks.push((problem.span, '^', one_line(problem)));
        }
        let related = problem.related.iter().filter(|(file, ..)| file.name() == name);
        marks.extend(related.map(|(_, span, label)| (*span, '~', label.clone())));
    }
    let source = Source::new(name, text);
    let mut rendered = String::new();
    for index in 0..source.n_lines() {
        let line = source.line_span(index);
        let last = index + 1 == source.n_lines();
        if !last || !line.is_empty() {
            let _ = writeln!(rendered, "{}", source.slice(line));
        }
        for (span, mark, label) in &marks {
            if source.line_index(span.start) == index {
                let before = source.slice(Span::new(line.start, span.start)).chars().count();
                let end = span.end.min(line.end).max(span.start);
                let width = source.slice(Span::new(span.start, end)).chars().count().max(1);
                let mark = mark.to_string().repeat(width);
                let _ = writeln!(rendered, "{}{mark} {label}", " ".repeat(before));
            }
        }
    }
    rendered
}

/// `code: message (help)`
pub(crate) fn one_line(problem: &RuleProblem) -> String {
    let severity = if problem.warning { "warning " } else { "" };
    let help = problem.help.as_ref().map(|help| format!(" ({help})")).unwrap_or_default();
    format!("{severity}{}: {}{help}", problem.code, problem.message)
}
