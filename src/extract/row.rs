//! The other cells of a table's row, with what heads their columns.
//!
//! It must not know what a cell is about.

use super::context::{Head, Named, plain_head};
use crate::document::Document;
use crate::source::Span;
use crate::value::{self, Reading};

/// Another cell of a row.
#[derive(Debug, Clone)]
pub(crate) struct Sibling {
    /// What heads its column.
    pub(crate) column: Head,
    /// Its text, and where that stands in the source.
    pub(crate) text: (String, Span),
    /// The values in it, with their places in the source.
    pub(crate) values: Vec<(Reading, Span)>,
}

/// The other cells of a cell's row, as far as their columns have heads.
pub(super) fn siblings(document: &Document, index: usize, named: &Named) -> Vec<Sibling> {
    const MOST: usize = 12;
    let first = document.blocks[index].parent.unwrap_or(index);
    let rest = (first + 1..document.blocks.len())
        .take_while(|&at| document.blocks[at].parent == Some(first));
    let row = std::iter::once(first).chain(rest).take(MOST);
    row.filter(|&at| at != index)
        .filter_map(|at| {
            let block = &document.blocks[at];
            let column = plain_head(document, block.column_head, at, named)?;
            let values = value::read(&block.text).into_iter();
            Some(Sibling {
                column,
                text: (block.text.clone(), block.source_span(Span::new(0, block.text.len()))),
                values: values.map(|it| (it.clone(), block.source_span(it.span))).collect(),
            })
        })
        .collect()
}
