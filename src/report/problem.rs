//! What kept a check from being done, or might: mistakes in rule files, and failures with files
//! and flags. Shown on stderr for a person, and as `problems` in the JSON report.

use std::fmt::Write as _;
use std::sync::Arc;

use serde::Serialize;

use super::diagnostic::{Diagnostic, Level};
use super::excerpt::{Excerpt, Mark};
use super::palette::{Paint, Palette};
use super::{Look, sanitise};
use crate::rules::RuleProblem;
use crate::source::{Location, Source};
use crate::waive::NoteProblem;

/// A problem of either sort.
#[derive(Debug)]
pub enum Problem {
    /// In a rule file, at a place.
    Rule(RuleProblem),
    /// With a file or a flag.
    Failure(Failure),
    /// What should be mended and stops nothing.
    Warning(Failure),
    /// With a note to factlint in an article, which is given with it.
    Note(Arc<Source>, NoteProblem),
}

/// Something that could not be done.
#[derive(Debug)]
pub struct Failure {
    /// A fixed code, kebab-case: `no-such-path`, `not-utf8`.
    pub code: &'static str,
    /// The path it concerns, as the user gave it.
    pub path: Option<String>,
    /// The place in it, when that helps.
    pub place: Option<Location>,
    /// What is wrong, one sentence without a full stop; the path stands before it.
    pub message: String,
    /// How to mend it.
    pub help: String,
}

/// A problem of either sort in one form. Its fields are those of the JSON report, where a place
/// that is not known is null.
#[derive(Debug, Clone, Copy, Serialize)]
pub(crate) struct Told<'a> {
    pub(crate) path: Option<&'a str>,
    pub(crate) line: Option<usize>,
    pub(crate) column: Option<usize>,
    pub(crate) code: &'static str,
    pub(crate) message: &'a str,
    pub(crate) help: Option<&'a str>,
    pub(crate) severity: &'static str,
}

impl Told<'_> {
    /// What is wrong and how to mend it, on one line, safe to show. The path is not in it.
    pub(crate) fn sentence(&self) -> String {
        let mut text = sanitise::on_one_line(self.message).into_owned();
        if let Some(help) = self.help.filter(|help| !help.is_empty()) {
            write!(text, " | help: {}", sanitise::on_one_line(help)).expect("a string takes all");
        }
        text
    }
}

impl Problem {
    /// The problem as a format for machines writes it.
    pub(crate) fn told(&self) -> Told<'_> {
        match self {
            Self::Rule(problem) => {
                let place = problem.file.location(problem.span.start);
                Told {
                    path: Some(problem.file.name()),
                    line: Some(place.line_number),
                    column: Some(place.column),
                    code: problem.code,
                    message: &problem.message,
                    help: problem.help.as_deref(),
                    severity: if problem.warning { "warning" } else { "error" },
                }
            }
            Self::Note(source, problem) => {
                let place = source.location(problem.span.start);
                Told {
                    path: Some(source.name()),
                    line: Some(place.line_number),
                    column: Some(place.column),
                    code: problem.code,
                    message: &problem.message,
                    help: Some(&problem.help),
                    severity: if problem.warning { "warning" } else { "error" },
                }
            }
            Self::Failure(failure) | Self::Warning(failure) => Told {
                path: failure.path.as_deref(),
                line: failure.place.map(|place| place.line_number),
                column: failure.place.map(|place| place.column),
                code: failure.code,
                message: &failure.message,
                help: Some(&failure.help),
                severity: if self.is_fatal() { "error" } else { "warning" },
            },
        }
    }

    /// Whether the check could not be done because of it.
    pub const fn is_fatal(&self) -> bool {
        match self {
            Self::Rule(problem) => !problem.warning,
            Self::Failure(_) => true,
            Self::Warning(_) => false,
            Self::Note(_, problem) => !problem.warning,
        }
    }

    /// The problem as text for a person.
    pub fn shown(&self, look: Look) -> String {
        match self {
            Self::Rule(problem) => shown_rule_problem(problem, look),
            Self::Failure(failure) => failure.shown(look, Paint::Bad, "error"),
            Self::Warning(failure) => failure.shown(look, Paint::Doubt, "warning"),
            Self::Note(source, problem) => shown_note_problem(source, problem, look),
        }
    }
}

impl Failure {
    fn shown(&self, look: Look, paint: Paint, level: &str) -> String {
        let palette = Palette::new(look.colour);
        let mut text = format!("{}: ", palette.paint(paint, level));
        if let Some(path) = &self.path {
            let path = sanitise::on_one_line(path);
            write!(text, "{}: ", palette.paint(Paint::Strong, path)).expect("a string takes all");
        }
        text.push_str(&sanitise::on_one_line(&self.message));
        text.push('\n');
        if !self.help.is_empty() {
            let help = sanitise::on_one_line(&self.help);
            writeln!(text, "  {} {help}", palette.paint(Paint::Faint, "help:"))
                .expect("a string takes all");
        }
        text
    }
}

fn shown_note_problem(source: &Source, problem: &NoteProblem, look: Look) -> String {
    let mut excerpt = Excerpt::default();
    let mark = Mark { span: problem.span, label: String::new(), is_primary: true };
    excerpt.add(source, vec![mark], look.width);
    let level = if problem.warning { Level::Warning } else { Level::Error };
    let (code, message) = (problem.code.to_owned(), problem.message.clone());
    Diagnostic { code, message, level, help: problem.help.clone(), excerpt }.shown(look)
}

fn shown_rule_problem(problem: &RuleProblem, look: Look) -> String {
    let mut excerpt = Excerpt::default();
    let primary = Mark { span: problem.span, label: String::new(), is_primary: true };
    match &problem.related {
        Some((file, span, label)) if std::sync::Arc::ptr_eq(file, &problem.file) => {
            let related = Mark { span: *span, label: label.clone(), is_primary: false };
            excerpt.add(&problem.file, vec![primary, related], look.width);
        }
        related => {
            excerpt.add(&problem.file, vec![primary], look.width);
            if let Some((file, span, label)) = related {
                let related = Mark { span: *span, label: label.clone(), is_primary: false };
                excerpt.add(file, vec![related], look.width);
            }
        }
    }
    let level = if problem.warning { Level::Warning } else { Level::Error };
    let help = problem.help.clone().unwrap_or_default();
    let (code, message) = (problem.code.to_owned(), problem.message.clone());
    Diagnostic { code, message, level, help, excerpt }.shown(look)
}
