//! reStructuredText at the level of paragraphs, headings, lists, tables and directives.
//!
//! Literal blocks, code, comments and targets are left out; what a directive means is looked up in
//! one list, and an unknown one is left out with its content. No parser that gives offsets exists.

mod directive;
mod inline;
mod table;

use crate::source::{Source, Span};

use super::Document;
use super::indented::{self, Line};
use super::inline::push;
use super::metadata::{MetadataDate, Rank};
use super::writer::{Frame, Writer};

/// Blocks within blocks, deeper than anybody writes: what is deeper is read as flat.
const MAX_DEPTH: usize = 16;

/// Lifts the reStructuredText of `source`.
pub(super) fn lift(source: &Source) -> Document {
    let mut rst = Rst {
        writer: Writer::new(source.text()),
        lines: indented::lines(source),
        date: MetadataDate::default(),
        adornments: Vec::new(),
        has_prose: false,
        comments: Vec::new(),
    };
    rst.read(0, rst.lines.len(), 0);
    let mut document = rst.writer.finish();
    document.date = rst.date.best();
    document.add_notes(source.text(), Vec::new(), rst.comments);
    document
}

struct Rst<'t> {
    writer: Writer<'t>,
    lines: Vec<Option<Line<'t>>>,
    date: MetadataDate,
    /// The styles of headings in order of appearance: the first is the highest.
    adornments: Vec<(char, bool)>,
    /// Something that is neither heading nor field was read.
    has_prose: bool,
    /// Comments that are notes to factlint.
    comments: Vec<Span>,
}

/// Where a construct ends, and whether what it introduces is literal.
struct Read {
    end: usize,
    literal: bool,
}

impl<'t> Rst<'t> {
    fn line(&self, index: usize) -> Option<Line<'t>> {
        self.lines.get(index).copied().flatten()
    }

    /// The end of the lines from `start` on that are blank or indented more than `indent`.
    fn region_end(&self, start: usize, end: usize, indent: usize) -> usize {
        let inside = |line: &Option<Line>| line.is_none_or(|line| line.indent > indent);
        start + self.lines[start..end].iter().take_while(|line| inside(line)).count()
    }

    /// Reads the blocks between two lines.
    fn read(&mut self, start: usize, end: usize, depth: usize) {
        let base = self.lines[start..end].iter().flatten().map(|line| line.indent).min();
        let Some(base) = base else { return };
        let mut at = start;
        let mut literal = false;
        let mut in_list = false;
        while at < end {
            let Some(line) = self.line(at) else {
                at += 1;
                continue;
            };
            let marker_len = marker_len(line.text);
            let is_item = line.indent <= base && marker_len > 0;
            if in_list && !is_item {
                self.writer.leave(Frame::List);
                in_list = false;
            }
            if line.indent > base {
                let quote_end = self.region_end(at, end, base);
                if !literal {
                    self.quote(at, quote_end, depth);
                }
                (at, literal) = (quote_end, false);
            } else if is_item && depth < MAX_DEPTH {
                if !in_list {
                    self.writer.enter(Frame::List);
                    in_list = true;
                }
                at = self.item(at, end, line, marker_len, depth);
            } else {
                let read = self.block(at, end, line, depth);
                (at, literal) = (read.end.max(at + 1), read.literal);
            }
        }
        self.writer.end_block();
        if in_list {
            self.writer.leave(Frame::List);
        }
    }

    fn quote(&mut self, start: usize, end: usize, depth: usize) {
        self.writer.enter(Frame::Quote);
        self.inner(start, end, depth);
        self.writer.leave(Frame::Quote);
    }

    /// Blocks one level down, or flat text where they are nested too deep.
    fn inner(&mut self, start: usize, end: usize, depth: usize) {
        if depth < MAX_DEPTH {
            return self.read(start, end, depth + 1);
        }
        for index in start..end {
            match self.line(index) {
                Some(line) => self.writer.push(line.span),
                None => self.writer.end_block(),
            }
        }
        self.writer.end_block();
    }

    fn item(
        &mut self,
        at: usize,
        end: usize,
        line: Line<'t>,
        marker: usize,
        depth: usize,
    ) -> usize {
        let item_end = self.region_end(at + 1, end, line.indent);
        self.lines[at] = line.after(marker);
        self.writer.enter(Frame::Item);
        self.has_prose = true;
        self.inner(at, item_end, depth);
        self.writer.leave(Frame::Item);
        item_end
    }

    /// A block that begins at the margin.
    fn block(&mut self, at: usize, end: usize, line: Line<'t>, depth: usize) -> Read {
        let done = |end| Read { end, literal: false };
        if let Some(end) = self.heading(at, end, depth) {
            return done(end);
        }
        if is_adornment(line.text).is_some() {
            return done(table::simple(self, at, end).unwrap_or(at + 1));
        }
        if line.text == ".." || line.text.starts_with(".. ") {
            return done(self.explicit(at, end, line, depth));
        }
        if line.text.starts_with("+-") {
            return done(table::grid(self, at, end));
        }
        if line.text.starts_with(">>> ") {
            let n_lines = self.lines[at..end].iter().take_while(|line| line.is_some()).count();
            return done(at + n_lines);
        }
        if line.text.starts_with("| ") {
            return done(self.line_block(at, end));
        }
        if let Some(name_len) = field_name_len(line.text) {
            return done(self.field(at, end, line, name_len));
        }
        let below = self.lines.get(at + 1).copied().flatten().filter(|_| at + 1 < end);
        if below.is_some_and(|below| below.indent > line.indent) && !line.text.ends_with("::") {
            return done(self.definition(at, end, line, depth));
        }
        self.paragraph(at, end)
    }

    /// A title with its adornment below, or above and below.
    fn heading(&mut self, at: usize, end: usize, depth: usize) -> Option<usize> {
        let line = self.line(at).filter(|_| depth == 0)?;
        let next = self.line(at + 1).filter(|_| at + 1 < end)?;
        let long_enough = |adornment: Line, title: Line| {
            adornment.text.len() >= title.text.chars().count().min(4)
        };
        let (title, style, after) = match is_adornment(line.text) {
            Some(mark) => {
                let below = self.line(at + 2).filter(|_| at + 2 < end)?;
                let same =
                    is_adornment(below.text) == Some(mark) && is_adornment(next.text).is_none();
                (
                    next,
                    (mark, true),
                    if same && !line.text.contains(' ') { at + 3 } else { return None },
                )
            }
            None => {
                let mark = is_adornment(next.text).filter(|_| long_enough(next, line))?;
                if next.text.contains(' ') || field_name_len(line.text).is_some() {
                    return None;
                }
                (line, (mark, false), at + 2)
            }
        };
        let known = self.adornments.iter().position(|known| *known == style);
        let level = known.unwrap_or_else(|| {
            self.adornments.push(style);
            self.adornments.len() - 1
        });
        let level = u8::try_from(level + 1).unwrap_or(6).min(6);
        self.writer.enter(Frame::Heading(level));
        self.push(title.span);
        self.writer.leave(Frame::Heading(level));
        Some(after)
    }

    fn line_block(&mut self, at: usize, end: usize) -> usize {
        let mut next = at;
        while let Some(line) =
            self.line(next).filter(|line| next < end && line.text.starts_with('|'))
        {
            if let Some(text) = line.after(1) {
                self.push(text.span);
                self.writer.builder().push_line_end(Span::new(line.span.end, line.span.end));
            }
            next += 1;
        }
        self.has_prose = true;
        self.writer.end_block();
        next
    }

    /// `:Date: 2021-01-27`. At the document's top fields describe it; elsewhere they are labels.
    fn field(&mut self, at: usize, end: usize, line: Line<'t>, name_len: usize) -> usize {
        let field_end = self.region_end(at + 1, end, line.indent);
        let name = &line.text[1..=name_len];
        let value = line.after(name_len + 2);
        if let (Some(rank), Some(value)) = (Rank::of(name), value)
            && !self.has_prose
        {
            self.date.offer(rank, value.text, value.span);
        }
        if self.has_prose {
            self.push(Span::new(line.span.start + 1, line.span.end));
            for index in at + 1..field_end {
                if let Some(line) = self.line(index) {
                    self.writer.builder().push_space(Span::new(line.start, line.span.start));
                    self.push(line.span);
                }
            }
            let ends = self.line(field_end).is_none_or(|next| field_name_len(next.text).is_none());
            let here = self.line(field_end).map_or(line.span.end, |next| next.start);
            match ends {
                true => self.writer.end_block(),
                false => self.writer.builder().push_line_end(Span::new(here, here)),
            }
        }
        field_end
    }

    /// A term, and its definition indented below.
    fn definition(&mut self, at: usize, end: usize, line: Line<'t>, depth: usize) -> usize {
        let definition_end = self.region_end(at + 1, end, line.indent);
        self.push(line.span);
        self.writer.enter(Frame::List);
        self.writer.enter(Frame::Item);
        self.has_prose = true;
        self.inner(at + 1, definition_end, depth);
        self.writer.leave(Frame::List);
        definition_end
    }

    fn paragraph(&mut self, at: usize, end: usize) -> Read {
        let n_lines = self.lines[at..end].iter().take_while(|line| line.is_some()).count();
        let lines: Vec<_> = self.lines[at..at + n_lines].iter().flatten().copied().collect();
        let (Some(first), Some(last)) = (lines.first(), lines.last()) else {
            return Read { end: at + 1, literal: false };
        };
        let literal = last.text.ends_with("::");
        // Of `::` one colon is text, unless it stands alone.
        let n_cut = match literal {
            true if last.text == "::" || last.text.ends_with(" ::") => 2,
            true => 1,
            false => 0,
        };
        self.has_prose = true;
        self.push(Span::new(first.span.start, last.span.end - n_cut));
        self.writer.end_block();
        Read { end: at + n_lines, literal }
    }

    /// Pushes text with its inline marks. Footnotes are blocks of their own in this format.
    fn push(&mut self, span: Span) {
        push(&mut self.writer, span, inline::mark, &mut Vec::new());
    }
}

/// The mark a line of nothing but one mark repeats; columns of a simple table have spaces between.
fn is_adornment(text: &str) -> Option<char> {
    let mark = text.chars().next().filter(char::is_ascii_punctuation)?;
    let long = text.len() >= 3 && text.bytes().filter(|&byte| byte != b' ').count() >= 3;
    let columns = mark == '=';
    (long && text.chars().all(|c| c == mark || (columns && c == ' '))).then_some(mark)
}

/// The length of `- `, `3. `, `(a) `, `#. `.
fn marker_len(text: &str) -> usize {
    const BULLETS: [char; 6] = ['*', '+', '-', '•', '‣', '⁃'];
    let ends = |len: usize| text[len..].starts_with(' ') || text.len() == len;
    if let Some(bullet) = text.chars().next().filter(|first| BULLETS.contains(first)) {
        return if ends(bullet.len_utf8()) { bullet.len_utf8() } else { 0 };
    }
    let bracket = usize::from(text.starts_with('('));
    let number = &text[bracket..];
    let n_digits = number.bytes().take_while(u8::is_ascii_digit).count();
    let is_letter = number.starts_with(|c: char| c.is_ascii_lowercase() || c == '#');
    let number_len = match n_digits {
        0 if is_letter => 1,
        1..=3 => n_digits,
        _ => return 0,
    };
    let closes: &[char] = if bracket == 1 { &[')'] } else { &['.', ')'] };
    let len = bracket + number_len + 1;
    if number[number_len..].starts_with(closes) && ends(len) { len } else { 0 }
}

/// The length of the name in `:name: body`.
fn field_name_len(text: &str) -> Option<usize> {
    const MAX_LEN: usize = 40;
    let rest = text.strip_prefix(':')?;
    let len = rest.find(':').filter(|&len| (1..=MAX_LEN).contains(&len))?;
    let is_name = !rest[..len].starts_with(' ') && !rest[..len].contains('`');
    let after = &rest[len + 1..];
    (is_name && (after.is_empty() || after.starts_with(' '))).then_some(len)
}
