//! AsciiDoc tables: cells begin at bars; the first row says how many there are in each.

use crate::source::Span;

use super::super::indented::Line;
use super::super::table::CellShape;
use super::super::writer::Frame;
use super::AsciiDoc;
use super::block::Attributes;

/// A cell with its place, and the line it began on.
struct Cell {
    span: Span,
    line: usize,
}

/// Reads the table whose delimiter stands at `at`; the line after it. Cells that span others and
/// tables of comma-separated values are left out with the table.
pub(super) fn read(adoc: &mut AsciiDoc<'_>, at: usize) -> usize {
    let delimiter = adoc.line(at).map(|line| line.text).unwrap_or_default();
    let closes = |line: &Option<Line>| line.is_some_and(|line| line.text == delimiter);
    let n_inside = adoc.lines[at + 1..].iter().position(closes);
    let end = n_inside.map_or(adoc.lines.len(), |n_inside| at + 1 + n_inside);
    let attributes: Attributes = std::mem::take(&mut adoc.attributes);
    let cells = cells(&adoc.lines[at + 1..end]);
    let Some(first) = cells.first().filter(|_| delimiter == "|===") else { return end + 1 };
    let n_columns = cells.iter().take_while(|cell| cell.line == first.line).count();
    // A first row on one line with a blank one below is a header.
    let below = adoc.line(at + 2 + first.line);
    let has_header = attributes.has_header || (n_columns > 1 && below.is_none());
    adoc.end_lists();
    adoc.writer.enter(Frame::Table);
    for (index, row) in cells.chunks(n_columns.max(1)).enumerate() {
        let head = has_header && index == 0;
        adoc.writer.enter(Frame::Row);
        for cell in row {
            let shape = CellShape { head, n_columns: 1, n_rows: 1 };
            adoc.writer.enter(Frame::Cell(shape));
            adoc.push(cell.span);
            adoc.end_block();
            adoc.writer.leave(Frame::Cell(shape));
        }
        adoc.writer.leave(Frame::Row);
    }
    adoc.writer.leave(Frame::Table);
    end + 1
}

/// The cells between bars; a line without one goes on in the cell above.
fn cells(lines: &[Option<Line<'_>>]) -> Vec<Cell> {
    let mut cells: Vec<Cell> = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        let Some(line) = line else { continue };
        let mut start = None;
        for (bar, _) in line.text.match_indices('|') {
            if line.text[..bar].ends_with('\\') {
                continue;
            }
            match start {
                Some(start) => cells.push(cell(line, start, bar, index)),
                None => goes_on(&mut cells, line, bar),
            }
            start = Some(bar + 1);
        }
        match start {
            Some(start) => cells.push(cell(line, start, line.text.len(), index)),
            None => goes_on(&mut cells, line, line.text.len()),
        }
    }
    cells
}

/// A cell without the style before the next bar: `a|`, `2+|`, `.3+^|`.
fn cell(line: &Line<'_>, start: usize, end: usize, index: usize) -> Cell {
    let text = &line.text[start..end];
    let specifier = text.rfind(' ').map_or("", |at| &text[at + 1..]);
    let is_specifier = end < line.text.len()
        && !specifier.is_empty()
        && specifier.chars().all(|c| c.is_ascii_digit() || "+.*<>^aehlmsd".contains(c))
        && specifier.contains(['+', '*', '<', '>', '^']);
    let end = if is_specifier { end - specifier.len() } else { end };
    Cell { span: Span::new(start, end).shifted(line.span.start), line: index }
}

fn goes_on(cells: &mut [Cell], line: &Line<'_>, end: usize) {
    let text = &line.text[..end];
    if let Some(last) = cells.last_mut().filter(|_| text.contains(char::is_alphanumeric)) {
        last.span.end = last.span.end.max(line.span.start + end);
    }
}
