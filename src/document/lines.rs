//! The lines of a plain text and how they belong together: hard-wrapped, or each a block.
//!
//! News copy comes with a line for each paragraph, mail with paragraphs wrapped near column 72.
//! What tells them apart is whether the next line's first word would have fitted on this one.

use crate::source::{Source, Span};

use super::byline::{self, OpeningLine};
use super::footnote;
use super::label;

/// No mail or terminal wraps wider; a line longer than this is a paragraph.
const MAX_WIDTH: usize = 100;
/// A page of proportional letters takes more of them, where they are narrow.
const MAX_RAGGED_WIDTH: usize = 130;
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
    /// It ended in dots and a page, as in a table of contents: both are left out of it.
    is_entry: bool,
    /// It is a page's number and nothing else.
    pub(super) is_page_number: bool,
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
        let written_len = text.len();
        text = without_leader(text);
        let is_entry = text.len() < written_len;
        let trimmed_end = span.start + whole.trim_end().len() - (written_len - text.len());
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
        let is_page_number = !is_item && is_page_number(text);
        Some(Self {
            span,
            text,
            n_chars,
            indent,
            is_item,
            quoted,
            alone,
            is_label,
            is_entry,
            is_page_number,
            n_first_word,
        })
    }

    /// Whether it ends as sentences do.
    pub(super) fn ends_sentence(&self) -> bool {
        let text = footnote::without_last(self.text);
        text.trim_end_matches(CLOSERS).ends_with(['.', '!', '?', '…'])
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
            && (!self.is_page_number || self.n_chars > 3)
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
        let apart = self.alone || next.alone || self.is_entry || next.is_item;
        !apart && self.quoted == next.quoted
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

/// Whether a sentence goes on behind blank lines or a page's number: in wrapped text alone.
pub(super) fn goes_on_below(line: &Line, next: &Line) -> bool {
    line.n_chars >= MIN_WIDTH && !line.text.ends_with([':', ';']) && is_broken(line, next)
}

/// Where lines are wrapped.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wrap {
    width: usize,
    /// Letters of unequal width: lines end before the column though a word would have fitted.
    is_ragged: bool,
}

/// How a run of lines is wrapped, if it is.
pub(super) fn wrap(run: &[Line], text_is_wrapped: bool) -> Option<Wrap> {
    let narrow = || run.iter().map(|line| line.n_chars).filter(|&n_chars| n_chars <= MAX_WIDTH);
    let width = narrow().max()?;
    let n_wide = run.len() - narrow().count();
    let pairs = || run.windows(2).map(|pair| (&pair[0], &pair[1]));
    let n_pairs = pairs().filter(|(line, next)| line.may_join(next)).count();
    if n_pairs == 0 {
        return None;
    }
    let n_broken = pairs().filter(|(line, next)| is_broken(line, next)).count();
    if let Some(width) = ragged_width(run).filter(|_| text_is_wrapped) {
        return Some(Wrap { width, is_ragged: true });
    }
    let even = Wrap { width, is_ragged: false };
    if n_wide * 8 > run.len() {
        return None;
    }
    if width < MIN_WIDTH {
        return (n_broken == n_pairs).then_some(even);
    }
    let full = || pairs().filter(|(line, next)| line.may_join(next) && !line.had_room(next, width));
    let n_full = full().count();
    let n_open = full().filter(|(line, _)| !line.ends_sentence()).count();
    let wrapped =
        n_full * 2 >= n_pairs && n_open * 2 >= n_full && (n_broken > 0 || text_is_wrapped);
    wrapped.then_some(even)
}

/// The longest line of a run whose lines break within sentences, some of them though the next word
/// would have fitted. Short lines between them (stamps, labels) do not count.
fn ragged_width(run: &[Line]) -> Option<usize> {
    let narrow =
        || run.iter().map(|line| line.n_chars).filter(|&n_chars| n_chars <= MAX_RAGGED_WIDTH);
    let width = narrow().max().filter(|&width| width >= MIN_WIDTH)?;
    let n_wide = run.len() - narrow().count();
    let pairs = || {
        let pairs = run.windows(2).filter(|pair| pair[0].may_join(&pair[1]));
        pairs.filter(|pair| pair[0].n_chars * 10 >= width * 6)
    };
    let is_cut = |pair: &&[Line]| is_broken(&pair[0], &pair[1]);
    let n_broken = pairs().filter(is_cut).count();
    let is_loose = |pair: &[Line]| pair[0].had_room(&pair[1], width);
    let ragged = pairs().filter(is_cut).any(is_loose);
    (ragged && n_broken * 2 >= pairs().count() && n_wide * 8 <= run.len()).then_some(width)
}

/// Whether `next` goes on in the block that `line` stands in. `in_item`: that block is an item.
pub(super) fn continues(line: &Line, next: &Line, wrap: Option<Wrap>, in_item: bool) -> bool {
    if !line.may_join(next) {
        return false;
    }
    if in_item && next.indent > 0 && line.n_chars <= MAX_WIDTH {
        return true;
    }
    // A long title in a table of contents.
    if next.is_entry && line.n_chars * 2 > MIN_WIDTH && !line.ends_sentence() {
        return true;
    }
    let Some(Wrap { width, is_ragged }) = wrap else {
        return in_item && line.n_chars <= MAX_WIDTH && is_broken(line, next);
    };
    let new_indent = !in_item && next.indent >= line.indent + 2;
    let nearly_full = |percent: usize| is_ragged && line.n_chars * 100 >= width * percent;
    let goes_on = !line.had_room(next, width)
        || is_broken(line, next)
        || nearly_full(86)
        || (nearly_full(60) && !line.ends_sentence() && !next.is_label);
    !new_indent && goes_on
}

/// "The lake ........ 12" without its dots and its page.
fn without_leader(text: &str) -> &str {
    let is_page = |c: char| c.is_ascii_digit() || "ivxlc".contains(c);
    let dotted = text.trim_end_matches(is_page).trim_end();
    let title = dotted.trim_end_matches(['.', '…', ' ']);
    let leader = &dotted[title.len()..];
    let n_dots: usize = leader.chars().map(|c| if c == '…' { 3 } else { (c == '.').into() }).sum();
    if n_dots > 4 && !title.is_empty() { title } else { text }
}

/// "104", "- 12 -", "Page 7".
fn is_page_number(text: &str) -> bool {
    let text = text.strip_prefix("Page ").or_else(|| text.strip_prefix("page ")).unwrap_or(text);
    let number = text.trim_matches(['-', '–', ' ', '[', ']']);
    (1..=4).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit())
}
