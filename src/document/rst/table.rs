//! Tables drawn with characters: grid tables and simple tables. Cells are cut out by columns.

use crate::source::Span;

use super::super::indented::Line;
use super::super::table::CellShape;
use super::super::writer::Frame;
use super::Rst;

/// More columns are not a table that anybody reads.
const MAX_COLUMNS: usize = 60;

/// From which to which character of a line a column reaches.
type Columns = Vec<(usize, usize)>;

/// A grid table at `at`; where it ends. One whose cells span others is left out.
pub(super) fn grid(rst: &mut Rst<'_>, at: usize, end: usize) -> usize {
    let is_part =
        |line: &&Option<Line>| line.as_ref().is_some_and(|line| line.text.starts_with(['+', '|']));
    let table_end = at + rst.lines[at..end].iter().take_while(is_part).count();
    let lines: Vec<_> = rst.lines[at..table_end].iter().flatten().copied().collect();
    let Some(first) = lines.first() else { return at + 1 };
    let corners = |text: &str| -> Vec<usize> {
        text.chars().enumerate().filter(|(_, c)| *c == '+').map(|(column, _)| column).collect()
    };
    let places = corners(first.text);
    let is_border = |line: &&Line| line.text.starts_with('+');
    let regular = lines.iter().filter(is_border).all(|line| corners(line.text) == places);
    if !regular || places.len() < 2 || places.len() > MAX_COLUMNS {
        return table_end;
    }
    let columns: Columns = places.windows(2).map(|pair| (pair[0] + 1, pair[1])).collect();
    let head_rows = usize::from(lines.iter().any(|line| line.text.starts_with("+=")));
    rst.writer.enter(Frame::Table);
    let rows = lines.split(|line| line.text.starts_with('+')).filter(|row| !row.is_empty());
    for (index, row) in rows.enumerate() {
        write_row(rst, row, &columns, index < head_rows);
    }
    rst.writer.leave(Frame::Table);
    rst.has_prose = true;
    table_end
}

/// A simple table at `at`; where it ends, or none where the line is no border of one.
pub(super) fn simple(rst: &mut Rst<'_>, at: usize, end: usize) -> Option<usize> {
    let border = rst.line(at).filter(|line| line.text.contains(' '))?;
    let is_border = |line: &Line| {
        line.text.starts_with("==") && line.text.bytes().all(|byte| b"= ".contains(&byte))
    };
    // A blank line ends the table only below a border.
    let mut borders = vec![at];
    let mut index = at + 1;
    while index < end {
        match rst.line(index) {
            Some(line) if is_border(&line) => borders.push(index),
            None if borders.len() > 1 && borders.last() == Some(&(index - 1)) => break,
            _ => {}
        }
        index += 1;
    }
    let last = *borders.last().filter(|_| borders.len() > 1)?;
    let mut columns = columns(border.text);
    if let Some(column) = columns.last_mut() {
        column.1 = usize::MAX;
    }
    if columns.len() > MAX_COLUMNS {
        return Some(last + 1);
    }
    let head_end = if borders.len() > 2 { borders[1] } else { at };
    rst.writer.enter(Frame::Table);
    let mut row: Vec<Line> = Vec::new();
    let mut is_head = false;
    for index in at + 1..=last {
        let Some(mut line) = rst.line(index) else { continue };
        let whole = line.indent.saturating_sub(border.indent);
        let goes_on = columns.first().is_some_and(|column| whole >= column.1);
        let ends = borders.contains(&index) || is_rule(line.text);
        if !row.is_empty() && (ends || !goes_on) {
            write_row(rst, &row, &columns, is_head);
            row.clear();
        }
        if !ends {
            // Columns count from the table's margin, white space before the line included.
            let text = rst.writer.text();
            let margin = text[line.start..line.span.start].chars().rev().take(whole);
            line.span.start -= margin.map(char::len_utf8).sum::<usize>();
            line.text = &text[line.span.range()];
            is_head = index < head_end;
            row.push(line);
        }
    }
    rst.writer.leave(Frame::Table);
    rst.has_prose = true;
    Some(last + 1)
}

/// `-----  ----`: joins columns of the row above.
fn is_rule(text: &str) -> bool {
    text.starts_with("--") && text.bytes().all(|byte| b"- ".contains(&byte))
}

fn columns(border: &str) -> Columns {
    let mut columns = Vec::new();
    let mut start = 0;
    for run in border.split_inclusive(' ') {
        if run.starts_with('=') {
            columns.push((start, start + run.trim_end().len()));
        }
        start += run.len();
    }
    columns
}

fn write_row(rst: &mut Rst<'_>, lines: &[Line<'_>], columns: &Columns, head: bool) {
    rst.writer.enter(Frame::Row);
    for &(from, to) in columns {
        let shape = CellShape { head, n_columns: 1, n_rows: 1 };
        rst.writer.enter(Frame::Cell(shape));
        for line in lines {
            let offset = |n: usize| {
                line.text.char_indices().nth(n).map_or(line.text.len(), |(offset, _)| offset)
            };
            let cell = Span::new(offset(from), offset(to)).shifted(line.span.start);
            let gap = Span::new(cell.start, cell.start);
            rst.writer.builder().push_space(gap);
            rst.push(cell);
        }
        rst.writer.leave(Frame::Cell(shape));
    }
    rst.writer.leave(Frame::Row);
}
