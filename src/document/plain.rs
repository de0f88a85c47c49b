//! Plain text: paragraphs, headings and list items told by lines alone.

use crate::source::{Source, Span};

use super::Document;
use super::columns::{self, Cell};
use super::front_matter;
use super::lines::{self, Line};
use super::note;
use super::table::CellShape;
use super::writer::{Frame, Writer};

/// Lifts the plain text of `source`.
pub(super) fn lift(source: &Source) -> Document {
    let mut writer = Writer::new(source.text());
    let matter = front_matter::read(source.text());
    if let Some(matter) = &matter {
        matter.write_title(&mut writer);
    }
    let first_line = matter.as_ref().map_or(0, |matter| source.line_index(matter.end));
    let lines = lines::lines(source, first_line);
    let mut plain = Plain {
        writer,
        text_is_wrapped: lines::is_wrapped_text(&lines),
        indents: Vec::new(),
        has_heading: false,
    };
    let mut run = Vec::new();
    let mut index = 0;
    while index < lines.len() {
        run.clear();
        run.extend(lines[index..].iter().map_while(|line| *line));
        index += run.len();
        // A rule between a table's head and its rows is no line.
        if let [head] = run[..]
            && columns::has_gap(&head)
            && lines.get(index).is_some_and(Option::is_none)
        {
            let below: Vec<Line> = lines[index + 1..].iter().map_while(|line| *line).collect();
            if columns::is_head(&head, &below) {
                index += 1 + below.len();
                run.extend(below);
            }
        }
        index = plain.take_rest(&lines, index, &mut run);
        plain.write_run(&run, lines.get(index).copied().flatten());
    }
    let mut document = plain.writer.finish();
    if let Some(matter) = &matter {
        let text = source.text();
        document.add_notes(text, note::in_front_matter(text, matter.body), Vec::new());
    }
    document.date = matter.and_then(|matter| matter.date.best());
    document
}

struct Plain<'t> {
    writer: Writer<'t>,
    text_is_wrapped: bool,
    /// The indents of the open lists, rising.
    indents: Vec<usize>,
    has_heading: bool,
}

impl<'t> Plain<'t> {
    /// Goes on past the blank lines at `index`, and takes into the run what goes on with its last
    /// sentence behind them, on the next page perhaps. Gives where the next run begins.
    fn take_rest(
        &self,
        lines: &[Option<Line<'t>>],
        mut index: usize,
        run: &mut Vec<Line<'t>>,
    ) -> usize {
        let past_blank =
            |index: usize| index + lines[index..].iter().take_while(|line| line.is_none()).count();
        loop {
            index = past_blank(index);
            let mut from = index;
            if lines.get(from).is_some_and(|line| line.is_some_and(|line| line.is_page_number)) {
                from = past_blank(from + 1);
            }
            // The number may stand right under the page's last line.
            let n_kept = match run.as_slice() {
                [.., _, last] if last.is_page_number => run.len() - 1,
                all => all.len(),
            };
            let last = n_kept.checked_sub(1).map(|at| run[at]).filter(|_| self.text_is_wrapped);
            let next = lines.get(from).copied().flatten();
            if !last.zip(next).is_some_and(|(last, next)| lines::goes_on_below(&last, &next)) {
                return index;
            }
            run.truncate(n_kept);
            run.extend(lines[from..].iter().map_while(|line| *line));
            index = from + lines[from..].iter().take_while(|line| line.is_some()).count();
        }
    }

    /// Writes lines with no blank between them; `after` is the line after the blank.
    fn write_run(&mut self, run: &[Line<'t>], after: Option<Line<'t>>) {
        let wrap = lines::wrap(run, self.text_is_wrapped);
        let mut before = None;
        let mut start = 0;
        while let Some(first) = run.get(start) {
            let n_rows = columns::n_rows(&run[start..]);
            if n_rows > 0 {
                self.write_table(&run[start..start + n_rows]);
                before = Some((run[start + n_rows - 1], false));
                start += n_rows;
                continue;
            }
            let mut end = start + 1;
            while end < run.len()
                && columns::n_rows(&run[end..]) == 0
                && lines::continues(&run[end - 1], &run[end], wrap, first.is_item)
            {
                end += 1;
            }
            let next = run.get(end).copied().or(after);
            let is_title = !self.has_heading
                && next.is_some_and(|next| end == run.len() || next.alone)
                && (first.is_title_like() || (end == start + 1 && first.is_headline()));
            let is_heading = end == start + 1 && (is_title || is_heading(first, before, next));
            self.write_block(&run[start..end], is_heading);
            before = Some((*first, is_heading));
            start = end;
        }
    }

    /// Rows of columns; the first is a head where it has no figure but years.
    fn write_table(&mut self, rows: &[Line<'t>]) {
        while self.indents.pop().is_some() {
            self.writer.leave(Frame::List);
        }
        self.has_heading = true;
        let text = self.writer.text();
        let plain = |cell: &Cell| {
            let cell = &text[cell.span.range()];
            let year = cell.len() == 4 && cell.bytes().all(|byte| byte.is_ascii_digit());
            year || !cell.contains(|c: char| c.is_ascii_digit())
        };
        self.writer.enter(Frame::Table);
        for (index, row) in rows.iter().enumerate() {
            let cells = columns::cells(row);
            let head = index == 0 && cells.len() > 2 && cells.iter().all(plain);
            self.writer.enter(Frame::Row);
            for cell in cells {
                let shape = CellShape { head, n_columns: 1, n_rows: 1 };
                self.writer.enter(Frame::Cell(shape));
                self.writer.push(cell.span);
                self.writer.leave(Frame::Cell(shape));
            }
            self.writer.leave(Frame::Row);
        }
        self.writer.leave(Frame::Table);
    }

    fn write_block(&mut self, lines: &[Line<'t>], is_heading: bool) {
        let Some(first) = lines.first() else { return };
        let level = if self.has_heading { 2 } else { 1 };
        self.has_heading |= !first.alone;
        if first.is_item {
            self.enter_item(first.indent);
        } else {
            while self.indents.pop().is_some() {
                self.writer.leave(Frame::List);
            }
        }
        if first.quoted {
            self.writer.enter(Frame::Quote);
        }
        if is_heading {
            self.writer.enter(Frame::Heading(level));
        }
        self.write_lines(lines);
        if is_heading {
            self.writer.leave(Frame::Heading(level));
        }
        if first.quoted {
            self.writer.leave(Frame::Quote);
        }
    }

    fn enter_item(&mut self, indent: usize) {
        while self.indents.last().is_some_and(|&open| open > indent) {
            self.indents.pop();
            self.writer.leave(Frame::List);
        }
        if self.indents.last().is_none_or(|&open| open < indent) {
            self.indents.push(indent);
            self.writer.enter(Frame::List);
        }
        self.writer.leave_within(Frame::Item, Frame::List);
        self.writer.enter(Frame::Item);
    }

    fn write_lines(&mut self, lines: &[Line<'t>]) {
        let mut last: Option<&Line> = None;
        for line in lines {
            // A word broken at its hyphen is one word: `India-` / `US`.
            if let Some(last) = last.filter(|last| !ends_in_hyphen(last.text)) {
                let gap = Span::new(last.span.end, line.span.start);
                self.writer.builder().push_line_end(gap);
            }
            self.writer.push(line.span);
            last = Some(line);
        }
        self.writer.end_block();
    }
}

fn ends_in_hyphen(text: &str) -> bool {
    text.strip_suffix('-').is_some_and(|word| word.ends_with(char::is_alphanumeric))
}

/// A short line without an end, where a longer one follows and the one before is not of its like.
fn is_heading(line: &Line, before: Option<(Line, bool)>, next: Option<Line>) -> bool {
    const LONG: usize = 60;
    let Some(next) = next.filter(|_| line.is_title_like()) else { return false };
    // "1927" over what happened then.
    let is_year = line.text.len() == 4 && line.text.bytes().all(|byte| byte.is_ascii_digit());
    if is_year && !next.text.bytes().all(|byte| byte.is_ascii_digit()) {
        return true;
    }
    let introduces = next.is_item
        || (next.is_label && !line.is_label)
        || (next.n_chars >= LONG && next.n_chars > line.n_chars);
    let stands_out = before.is_none_or(|(before, is_heading)| {
        before.n_chars >= LONG || before.is_item || before.alone || is_heading
    });
    introduces && stands_out
}
