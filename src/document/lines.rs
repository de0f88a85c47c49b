//! The lines of a plain text and how they belong together: hard-wrapped, or each a block.
//!
//! News copy comes with a line for each paragraph, mail with paragraphs wrapped near column 72.
//! What tells them apart is whether the next line's first word would have fitted on this one.

use crate::source::{Source, Span};

use super::byline::{self, OpeningLine};
use super::label;

/// No mail or terminal wraps wider; a line longer than this is a paragraph.
const MAX_WIDTH: usize = 100;
/// Narrower than this is verse or a list of short entries, not wrapped prose.
const MIN_WIDTH: usize = 45;
/// How many lines from the top may be stamps and headers.
const OPENING_LINES: usize = 16;

/// A line with something to read in it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line<'t> {
    /// The line without indentation, quotation mark and list marker.
    pub(super) span: Span,
    /// Its text, without a header date glued to its front.
    pub(super) text: &'t str,
    /// Its length in characters.
    pub(super) n_chars: usize,
    /// Width of the white space before it.
    pub(super) indent: usize,
    /// It begins a list item.
    pub(super) is_item: bool,
    /// It is quoted as mail quotes: `> `.
    pub(super) quoted: bool,
    /// A stamp or byline: never part of a paragraph.
    pub(super) alone: bool,
    /// It has the form `Height: 828 m`.
    pub(super) is_label: bool,
    /// Its first word's length in characters.
    n_first_word: usize,
}

/// The lines from `first_line` on; blank ones and rules (`-----`) are none.
pub(super) fn lines<'t>(source: &'t Source, first_line: usize) -> Vec<Option<Line<'t>>> {
    let mut n_read = 0;
    (first_line..source.n_lines())
        .map(|index| {
            let line = Line::new(source.text(), source.line_span(index), n_read < OPENING_LINES);
            n_read += usize::from(line.is_some());
            line
        })
        .collect()
}

impl<'t> Line<'t> {
    fn new(source: &'t str, span: Span, in_opening: bool) -> Option<Self> {
        let whole = &source[span.range()];
        let mut text = whole.trim_start();
        let mut indent = whole.len() - text.len();
        let quoted = text.starts_with('>');
        if quoted {
            text = text.trim_start_matches(['>', ' ']);
            indent = 0;
        }
        let marker_len = marker_len(text);
        text = text[marker_len..].trim();
        if !text.contains(char::is_alphanumeric) {
            return None;
        }
        let trimmed_end = span.start + whole.trim_end().len();
        let span = Span::new(trimmed_end - text.len(), trimmed_end);
        let mut read = if in_opening { byline::read(text) } else { OpeningLine::Body };
        if let OpeningLine::GluedStamp { rest, .. } = read {
            text = &text[rest..];
            read = byline::read(text);
        }
        let alone = marker_len == 0 && read != OpeningLine::Body;
        let n_first_word = text.chars().take_while(|c| !c.is_whitespace()).count();
        let n_chars = text.chars().count();
        let is_item = marker_len > 0;
        let is_label = label::key_len(text).is_some();
        Some(Self { span, text, n_chars, indent, is_item, quoted, alone, is_label, n_first_word })
    }

    /// Whether it ends as sentences do.
    pub(super) fn ends_sentence(&self) -> bool {
        self.text.trim_end_matches(CLOSERS).ends_with(['.', '!', '?', '…'])
    }

    fn starts_lower(&self) -> bool {
        self.text.trim_start_matches(OPENERS).starts_with(char::is_lowercase)
    }

    /// Whether it can be the article's headline though it has a colon: `Ten years on: what is left`.
    pub(super) fn is_headline(&self) -> bool {
        const MIN_WORDS: usize = 4;
        self.text.split_whitespace().count() >= MIN_WORDS && self.is_short_title()
    }

    /// Whether it can be a heading: short, begun like a title and not ended at all.
    pub(super) fn is_title_like(&self) -> bool {
        !self.text.contains(": ") && self.is_short_title()
    }

    fn is_short_title(&self) -> bool {
        const MAX_CHARS: usize = 90;
        const MAX_WORDS: usize = 14;
        let open = self.text.trim_end_matches(CLOSERS);
        let starts = self.text.trim_start_matches(OPENERS);
        self.n_chars <= MAX_CHARS
            && !self.alone
            && !self.is_item
            && !open.ends_with(['.', '!', '…', ':', ';', ','])
            && starts.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
            && self.text.split_whitespace().count() <= MAX_WORDS
    }

    /// Whether `next`'s first word would have fitted on this line.
    fn had_room(&self, next: &Self, width: usize) -> bool {
        self.n_chars + 1 + next.n_first_word <= width
    }

    fn may_join(&self, next: &Self) -> bool {
        !next.is_item && !self.alone && !next.alone && self.quoted == next.quoted
    }
}

const CLOSERS: [char; 7] = ['"', '\'', '”', '’', ')', ']', '»'];
const OPENERS: [char; 7] = ['"', '\'', '“', '‘', '(', '[', '«'];

/// The length of a list marker with the space after it.
fn marker_len(text: &str) -> usize {
    const BULLETS: [char; 14] =
        ['-', '*', '•', '–', '·', '▪', '●', '◦', '‣', '➢', '›', '■', '►', '✓'];
    let n_digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let mark_len = match text.chars().next() {
        Some(first) if BULLETS.contains(&first) => first.len_utf8(),
        _ if (1..=2).contains(&n_digits) && text[n_digits..].starts_with(['.', ')']) => {
            n_digits + 1
        }
        _ => return 0,
    };
    let rest = &text[mark_len..];
    if rest.starts_with(char::is_whitespace) { text.len() - rest.trim_start().len() } else { 0 }
}

/// Whether a text as a whole is wrapped, for the runs that do not show it themselves.
pub(super) fn is_wrapped_text(lines: &[Option<Line>]) -> bool {
    let n_long = lines.iter().flatten().filter(|line| line.n_chars > MAX_WIDTH).count();
    let n_broken = lines
        .windows(2)
        .filter_map(|pair| Some((pair[0]?, pair[1]?)))
        .filter(|(line, next)| line.n_chars >= MIN_WIDTH && is_broken(line, next))
        .count();
    n_broken >= 2 && n_long * 4 < lines.len()
}

/// The second line goes on in the middle of the first one's sentence.
fn is_broken(line: &Line, next: &Line) -> bool {
    line.may_join(next) && !line.ends_sentence() && next.starts_lower()
}

/// The column a run of lines is wrapped at, if it is wrapped.
pub(super) fn wrap_width(run: &[Line], text_is_wrapped: bool) -> Option<usize> {
    let narrow = || run.iter().map(|line| line.n_chars).filter(|&n_chars| n_chars <= MAX_WIDTH);
    let width = narrow().max()?;
    let n_wide = run.len() - narrow().count();
    let pairs = || run.windows(2).map(|pair| (&pair[0], &pair[1]));
    let n_pairs = pairs().filter(|(line, next)| line.may_join(next)).count();
    if n_wide * 8 > run.len() || n_pairs == 0 {
        return None;
    }
    let n_broken = pairs().filter(|(line, next)| is_broken(line, next)).count();
    if width < MIN_WIDTH {
        return (n_broken == n_pairs).then_some(width);
    }
    let full = || pairs().filter(|(line, next)| line.may_join(next) && !line.had_room(next, width));
    let n_full = full().count();
    let n_open = full().filter(|(line, _)| !line.ends_sentence()).count();
    let wrapped =
        n_full * 2 >= n_pairs && n_open * 2 >= n_full && (n_broken > 0 || text_is_wrapped);
    wrapped.then_some(width)
}

/// Whether `next` goes on in the block that `line` stands in. `in_item`: that block is an item.
pub(super) fn continues(line: &Line, next: &Line, width: Option<usize>, in_item: bool) -> bool {
    if !line.may_join(next) {
        return false;
    }
    if in_item && next.indent > 0 && line.n_chars <= MAX_WIDTH {
        return true;
    }
    let Some(width) = width else {
        return in_item && line.n_chars <= MAX_WIDTH && is_broken(line, next);
    };
    let new_indent = !in_item && next.indent >= line.indent + 2;
    !new_indent && (!line.had_room(next, width) || is_broken(line, next))
}
