//! A message with labelled lines, drawn by miette. The only file that knows miette's drawing.

use std::fmt::{self, Display};

use miette::{GraphicalReportHandler, GraphicalTheme, LabeledSpan, Severity, SourceCode};

use super::excerpt::Excerpt;
use super::{Look, crop, sanitise};

/// Columns miette puts before a message, and before a line of help.
const MESSAGE_INDENT: usize = 4;
const HELP_INDENT: usize = 8;

/// How grave a message is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Level {
    Error,
    Warning,
    Info,
}

impl Level {
    const fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Info => "info",
        }
    }
}

/// Something to show with the lines it is about.
#[derive(Debug)]
pub(crate) struct Diagnostic {
    /// Stands above it: a fact's id, a problem's code.
    pub(crate) code: String,
    /// What is the matter.
    pub(crate) message: String,
    /// How grave it is.
    pub(crate) level: Level,
    /// Lines beneath the excerpt; empty for none.
    pub(crate) help: String,
    /// The lines.
    pub(crate) excerpt: Excerpt,
}

impl Diagnostic {
    /// The drawing, with an empty line beneath.
    pub(crate) fn shown(mut self, look: Look) -> String {
        self.message = wrapped(&self.message, look.width.saturating_sub(MESSAGE_INDENT));
        let level = self.level.name();
        self.code = format!("{level}[{}]", sanitise::on_one_line(&self.code));
        self.excerpt.link(look.links);
        self.help = wrapped(&self.help, look.width.saturating_sub(HELP_INDENT));
        let theme = match look.colour {
            true => GraphicalTheme::unicode(),
            false => GraphicalTheme::unicode_nocolor(),
        };
        let handler = GraphicalReportHandler::new_themed(theme)
            .with_width(look.width)
            .with_links(false)
            .with_context_lines(1) // more than none, so that our windows are asked for as such
            .with_wrap_lines(false) // it would break dates and addresses at their punctuation
            .tab_width(crop::TAB_WIDTH);
        let mut text = String::new();
        handler.render_report(&mut text, &self).expect("a string takes all that is written to it");
        text.push('\n');
        text
    }
}

/// Each line made safe and broken at spaces.
fn wrapped(text: &str, room: usize) -> String {
    let lines = text.lines().map(|line| sanitise::on_one_line(line));
    lines.flat_map(|line| crop::wrapped(&line, room)).collect::<Vec<_>>().join("\n")
}

impl Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Diagnostic {}

impl miette::Diagnostic for Diagnostic {
    fn code<'a>(&'a self) -> Option<Box<dyn Display + 'a>> {
        Some(Box::new(&self.code))
    }

    fn severity(&self) -> Option<Severity> {
        Some(match self.level {
            Level::Error => Severity::Error,
            Level::Warning => Severity::Warning,
            Level::Info => Severity::Advice,
        })
    }

    fn help<'a>(&'a self) -> Option<Box<dyn Display + 'a>> {
        if self.help.is_empty() { None } else { Some(Box::new(&self.help)) }
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        Some(&self.excerpt)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        Some(Box::new(self.excerpt.labels()))
    }
}
