//! The lines of a text whose indentation means something, as the light markups read them.

use crate::source::{Source, Span};

/// A line that is not blank.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line<'t> {
    /// The line without the white space around it.
    pub(super) span: Span,
    /// Its text.
    pub(super) text: &'t str,
    /// Columns before it; a tab reaches to the next multiple of eight.
    pub(super) indent: usize,
    /// Where the line begins, white space included.
    pub(super) start: usize,
}

/// All lines; blank ones are none.
pub(super) fn lines(source: &Source) -> Vec<Option<Line<'_>>> {
    let line = |index| Line::new(source.text(), source.line_span(index));
    (0..source.n_lines()).map(line).collect()
}

impl<'t> Line<'t> {
    fn new(text: &'t str, whole: Span) -> Option<Self> {
        let line = &text[whole.range()];
        let trimmed = line.trim();
        if trimmed.is_empty() {
            return None;
        }
        let lead = line.len() - line.trim_start().len();
        let start = whole.start + lead;
        Some(Self {
            span: Span::new(start, start + trimmed.len()),
            text: trimmed,
            indent: columns(&line[..lead]),
            start: whole.start,
        })
    }

    /// The line after its first `n_bytes` and the white space after them; none if that is all.
    pub(super) fn after(&self, n_bytes: usize) -> Option<Self> {
        let rest = self.text.get(n_bytes..)?;
        let text = rest.trim_start();
        let cut = self.text.len() - text.len();
        let span = Span::new(self.span.start + cut, self.span.end);
        let indent = self.indent + columns(&self.text[..cut]);
        (!text.is_empty()).then_some(Self { span, text, indent, start: self.start })
    }
}

fn columns(space: &str) -> usize {
    const TAB: usize = 8;
    space.chars().fold(0, |column, character| match character {
        '\t' => (column / TAB + 1) * TAB,
        _ => column + 1,
    })
}
