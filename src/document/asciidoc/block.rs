//! What lines of AsciiDoc begin: delimited blocks, attributes, headings, items.

use super::super::indented::Line;

/// What stands between two delimiter lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Delimiter {
    /// Listings, literals, passthroughs, comments.
    Hidden,
    Quote,
    Table,
    /// Examples, sidebars, open blocks: text as any.
    Open,
}

impl Delimiter {
    pub(super) fn of(text: &str) -> Option<Self> {
        let first = text.chars().next()?;
        if text == "--" {
            return Some(Self::Open);
        }
        if text.starts_with("```") {
            return Some(Self::Hidden);
        }
        if matches!(text, "|===" | ",===" | ":===" | "!===") {
            return Some(Self::Table);
        }
        if text.len() < 4 || !text.chars().all(|c| c == first) {
            return None;
        }
        match first {
            '-' | '.' | '+' | '/' => Some(Self::Hidden),
            '_' => Some(Self::Quote),
            '=' | '*' => Some(Self::Open),
            _ => None,
        }
    }
}

/// The line after a hidden block that opens at `at`; one that is never closed hides the rest.
pub(super) fn end_of_hidden(lines: &[Option<Line<'_>>], at: usize, delimiter: &str) -> usize {
    // A fence names a language where it opens.
    let delimiter = if delimiter.starts_with("```") { "```" } else { delimiter };
    let closes = |line: &Option<Line>| line.is_some_and(|line| line.text == delimiter);
    lines[at + 1..].iter().position(closes).map_or(lines.len(), |n_inside| at + n_inside + 2)
}

/// What the lines in brackets above a block say of it.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Attributes {
    pub(super) is_hidden: bool,
    pub(super) is_quote: bool,
    pub(super) has_header: bool,
}

impl Attributes {
    /// Reads `[source,ruby]`, `[quote, Ada Moss]`, `[[anchor]]`, `[%header]`; false for other lines.
    pub(super) fn read(&mut self, text: &str) -> bool {
        let Some(inner) = text.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) else {
            return false;
        };
        // `[1]` and a sentence in brackets are text.
        if inner.starts_with(|c: char| c.is_ascii_digit() || c.is_whitespace())
            || (inner.contains(' ') && !inner.contains([',', '=']))
        {
            return false;
        }
        let style = inner.split([',', '%', '#', '.']).next().unwrap_or_default().trim();
        self.is_hidden |= matches!(
            style,
            "source"
                | "listing"
                | "literal"
                | "stem"
                | "latexmath"
                | "asciimath"
                | "pass"
                | "comment"
                | "plantuml"
                | "mermaid"
                | "graphviz"
                | "ditaa"
        );
        self.is_quote |= matches!(style, "quote" | "verse");
        self.has_header |= inner.contains("%header") || inner.contains("options=\"header");
        true
    }
}

/// The length of the title in `.Title`: above a block, and not a literal of three dots.
pub(super) fn title_len(text: &str) -> Option<usize> {
    let title = text.strip_prefix('.')?;
    title.starts_with(|c: char| !c.is_whitespace() && c != '.').then_some(title.len())
}

/// Lines that show nothing: attributes, macros, conditions.
pub(super) fn is_silent(text: &str) -> bool {
    let is_name = |name: &str| {
        !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || "-_!".contains(c))
    };
    let attribute = text.strip_prefix(':').and_then(|rest| rest.split_once(':'));
    if attribute
        .is_some_and(|(name, rest)| is_name(name) && (rest.is_empty() || rest.starts_with(' ')))
    {
        return true;
    }
    let call = text.split_once("::").filter(|(_, rest)| rest.ends_with(']'));
    call.is_some_and(|(name, rest)| is_name(name) && rest.contains('['))
}

/// The level, the length of the mark before the title, and how many lines it takes.
pub(super) fn heading(text: &str, below: Option<&str>) -> Option<(u8, usize, usize)> {
    for mark in ['=', '#'] {
        let n_marks = text.chars().take_while(|&c| c == mark).count();
        if (1..=6).contains(&n_marks) && text[n_marks..].starts_with(' ') {
            return Some((u8::try_from(n_marks).unwrap_or(6), n_marks, 1));
        }
    }
    // Two lines, as in the old style: the underline is as long as the title, give or take two.
    let below = below?;
    let mark = below.chars().next()?;
    let level = ['=', '-', '~', '^', '+'].iter().position(|known| *known == mark)?;
    let n_chars = text.chars().count();
    let fits = below.chars().all(|c| c == mark) && below.len().abs_diff(n_chars) <= 2;
    let is_title = n_chars >= 3 && text.starts_with(char::is_alphanumeric);
    (fits && is_title).then(|| (u8::try_from(level + 1).unwrap_or(6), 0, 2))
}

/// An item of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Item<'t> {
    /// What tells its list from others: `**`, `.`, `1.`, `::`.
    pub(super) marker: &'t str,
    /// The length of the term it describes; 0 for bullets and numbers.
    pub(super) term_len: usize,
    /// Where its text begins.
    pub(super) text_start: usize,
}

/// Reads the marker of an item.
pub(super) fn item(text: &str) -> Option<Item<'_>> {
    let first = text.chars().next()?;
    if matches!(first, '*' | '.' | '-') {
        let n_marks = text.chars().take_while(|&c| c == first).count();
        let fits = text[n_marks..].starts_with(' ') && (first != '-' || n_marks == 1);
        let marker = &text[..n_marks];
        return fits.then(|| Item {
            marker,
            term_len: 0,
            text_start: after_check_box(text, n_marks),
        });
    }
    let n_digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if (1..=3).contains(&n_digits) && text[n_digits..].starts_with(". ") {
        return Some(Item { marker: "1.", term_len: 0, text_start: n_digits + 1 });
    }
    description(text)
}

/// `* [x] done`.
fn after_check_box(text: &str, marker_len: usize) -> usize {
    let boxes = [" [x] ", " [*] ", " [ ] "];
    let has_box = boxes.iter().any(|it| text[marker_len..].starts_with(it));
    if has_box { marker_len + 4 } else { marker_len }
}

/// `term:: description`.
fn description(text: &str) -> Option<Item<'_>> {
    const MAX_TERM: usize = 100;
    let at = text.find("::").filter(|&at| (1..=MAX_TERM).contains(&at))?;
    let n_marks = text[at..].bytes().take_while(|&byte| byte == b':').count();
    let rest = &text[at + n_marks..];
    let fits = n_marks <= 4 && (rest.is_empty() || rest.starts_with(' '));
    fits.then(|| Item { marker: &text[at..at + n_marks], term_len: at, text_start: at + n_marks })
}

/// The length of `NOTE: ` before a paragraph.
pub(super) fn admonition_len(text: &str) -> usize {
    let labels = ["NOTE: ", "TIP: ", "IMPORTANT: ", "WARNING: ", "CAUTION: "];
    labels.iter().find(|label| text.starts_with(**label)).map_or(0, |label| label.len())
}
