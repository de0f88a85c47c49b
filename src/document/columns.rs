//! Tables that plain text sets with spaces: the same columns line under line, wide gaps between them.
//!
//! It must not know what a cell says.

use super::lines::Line;
use crate::source::Span;

/// The longest cell, in characters; what is longer is prose.
const WIDEST: usize = 60;

/// A cell: its place in the source, and the columns of the text that it stands between.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cell {
    pub(super) span: Span,
    first: usize,
    end: usize,
}

/// The cells of a line, parted by a tab or by two blanks or more.
pub(super) fn cells(line: &Line<'_>) -> Vec<Cell> {
    let mut found: Vec<Cell> = Vec::new();
    let mut at = line.span.start;
    let mut n_blank = 2;
    for (column, character) in (line.indent..).zip(line.text.chars()) {
        let end = at + character.len_utf8();
        match character {
            '\t' => n_blank = 2,
            ' ' => n_blank += 1,
            _ => {
                match found.last_mut().filter(|_| n_blank < 2) {
                    Some(cell) => (cell.span.end, cell.end) = (end, column + 1),
                    None => {
                        found.push(Cell {
                            span: Span::new(at, end),
                            first: column,
                            end: column + 1,
                        });
                    }
                }
                n_blank = 0;
            }
        }
        at = end;
    }
    found
}

/// How many of the lines, from the first on, are rows of one table; 0 where they are none.
pub(super) fn n_rows(lines: &[Line<'_>]) -> usize {
    let Some(line) = lines.first().filter(|line| has_gap(line)) else { return 0 };
    let first = cells(line);
    let n_columns = first.len();
    if n_columns < 2 || !is_row(line, &first) {
        return 0;
    }
    let same = |line: &&Line<'_>| {
        let row = cells(line);
        row.len() == n_columns && is_row(line, &row) && is_aligned(&first, &row)
    };
    let n_rows = 1 + lines[1..].iter().take_while(same).count();
    let least = if n_columns > 2 { 2 } else { 3 };
    if n_rows >= least { n_rows } else { 0 }
}

/// Whether a line alone heads the table that begins below it, past a rule.
pub(super) fn is_head(line: &Line<'_>, below: &[Line<'_>]) -> bool {
    let head = cells(line);
    let rows = below.first().map(cells).unwrap_or_default();
    head.len() > 1 && head.len() == rows.len() && is_row(line, &head) && is_aligned(&head, &rows)
}

/// Whether a line can have two cells: few lines of prose do.
pub(super) fn has_gap(line: &Line<'_>) -> bool {
    line.text.as_bytes().windows(2).any(|pair| pair == b"  " || pair[0] == b'\t')
}

fn is_row(line: &Line<'_>, cells: &[Cell]) -> bool {
    let prose = |cell: &Cell| cell.end - cell.first > WIDEST;
    let sentence =
        line.text.contains(".  ") || line.text.contains("?  ") || line.text.contains("!  ");
    !(line.is_item || line.quoted || line.alone || sentence || cells.iter().any(prose))
}

/// Whether every column begins or ends where the other row's does.
fn is_aligned(a: &[Cell], b: &[Cell]) -> bool {
    a.iter().zip(b).all(|(a, b)| a.first == b.first || a.end == b.end)
}
