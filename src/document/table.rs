//! Where a table's cells stand: which cell heads a cell's row and which its column.

/// Columns beyond this are not told apart: no readable table has as many, and hostile ones may.
const MAX_COLUMNS: usize = 200;

/// A cell as its markup describes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct CellShape {
    /// Whether it is a header cell.
    pub(super) head: bool,
    /// How many columns it covers.
    pub(super) n_columns: usize,
    /// How many rows it covers; 0: all that follow.
    pub(super) n_rows: usize,
}

/// The state of one table while its cells are read in order. Cells are block indices; a cell
/// without text has none but takes its place.
#[derive(Debug, Default)]
pub(super) struct Grid {
    /// The header cell above each column.
    column_heads: Vec<Option<usize>>,
    /// Cells that reach down from rows above: for how many rows yet, and which.
    held: Vec<(usize, Option<usize>)>,
    row_head: Option<usize>,
    /// The table's number in the document.
    table: usize,
    /// How many rows have begun.
    n_rows: usize,
    /// A caption says what the table is about: a first head over all columns is one within it.
    captioned: bool,
    /// The cells of this row: first column, number of columns, block.
    row: Vec<(usize, usize, Option<usize>)>,
    /// Every cell of this row so far is a header cell, but perhaps an empty one in the corner.
    row_is_head: bool,
    column: usize,
    open: Option<CellShape>,
}

impl Grid {
    /// A table without rows yet, by its number in the document.
    pub(super) fn new(table: usize) -> Self {
        Self { table, ..Self::default() }
    }

    /// The numbers of the table and of the open row.
    pub(super) fn row_number(&self) -> (usize, usize) {
        (self.table, self.n_rows.saturating_sub(1))
    }

    /// Takes note of a caption above the first row.
    pub(super) fn caption(&mut self) {
        self.captioned |= self.n_rows == 0;
    }

    /// Begins a row.
    pub(super) fn start_row(&mut self) {
        self.n_rows += 1;
        self.row.clear();
        self.column = 0;
        self.row_is_head = true;
        self.row_head = self.held.first().filter(|held| held.0 > 0).and_then(|held| held.1);
    }

    /// Begins a cell at the next free column.
    pub(super) fn start_cell(&mut self, shape: CellShape) {
        while self.held.get(self.column).is_some_and(|held| held.0 > 0) {
            self.column += 1;
        }
        self.open = Some(shape);
    }

    /// The cells that head the open cell's row and column.
    pub(super) fn heads(&self) -> (Option<usize>, Option<usize>) {
        let is_head = self.open.is_some_and(|shape| shape.head);
        let column_head = self.column_heads.get(self.column).copied().flatten();
        (self.row_head.filter(|_| !is_head), column_head)
    }

    /// Ends the open cell; `block` is the first block written in it.
    pub(super) fn end_cell(&mut self, block: Option<usize>) {
        let Some(shape) = self.open.take() else { return };
        self.row_is_head &= shape.head || (self.column == 0 && block.is_none());
        if self.column >= MAX_COLUMNS {
            return;
        }
        let end = (self.column + shape.n_columns.max(1)).min(MAX_COLUMNS);
        if self.column == 0 || (shape.head && block.is_some()) {
            self.row_head = block;
        }
        if self.held.len() < end {
            self.held.resize(end, (0, None));
        }
        let n_rows = if shape.n_rows == 0 { usize::MAX } else { shape.n_rows };
        self.held[self.column..end].fill((n_rows, block));
        self.row.push((self.column, end, block));
        self.column = end;
    }

    /// Ends the row: a row of header cells heads the columns below it.
    pub(super) fn end_row(&mut self) {
        // "History" over all columns, below a first head over all of them: a head within the table.
        let within = match self.row[..] {
            [(0, end, _)] => {
                let first = self.column_heads.first().copied().flatten();
                let titled = first.is_some()
                    && self.column_heads.len() == end
                    && self.column_heads.iter().all(|&head| head == first);
                end > 1 && (titled || self.captioned && self.column_heads.is_empty())
            }
            _ => false,
        };
        if self.row_is_head && !within {
            for (start, end, block) in self.row.drain(..) {
                if self.column_heads.len() < end {
                    self.column_heads.resize(end, None);
                }
                self.column_heads[start..end].fill(block);
            }
        }
        self.row.clear();
        for held in &mut self.held {
            held.0 = held.0.saturating_sub(1);
        }
    }
}
