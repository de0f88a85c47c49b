//! What speaks for a whole table: its caption, the row that says whose it is.
//!
//! It must not know facts.

use super::context::Named;
use crate::document::{BlockKind, Document};

/// The caption of a cell's table.
pub(super) fn caption(document: &Document, index: usize, named: &Named) -> Option<usize> {
    let (table, row) = document.blocks[index].row?;
    // An infobox is small; a longer table names its subjects in its rows.
    const FAR: usize = 120;
    let in_table = |at: &usize| document.blocks[*at].row.is_some_and(|(other, _)| other == table);
    let first = (0..=index).rev().take(FAR).take_while(in_table).last()?;
    let above = first.checked_sub(1)?;
    let block = &document.blocks[above];
    // "Key figures for X:" right above the table.
    let announces = block.kind == BlockKind::Paragraph
        && block.text.len() <= FAR
        && !block.text.contains("'s ")
        && !block.text.contains("’s ")
        && (block.text.trim_end().ends_with(':') || is_name(document, above, named));
    ((block.kind == BlockKind::Caption || announces) && row <= FAR).then_some(above)
}

/// Whether a block is nothing but a name.
fn is_name(document: &Document, at: usize, named: &Named) -> bool {
    let text = document.blocks[at].text.trim();
    let names = named.get(at).filter(|subjects| !subjects.is_empty());
    names.is_some_and(|it| it.iter().all(|(_, span)| span.len() + 4 >= text.len()))
}

/// "Employer | Vantor Energy" over "Founded | 1987": the cell of a table of two columns that is nothing but a
/// name, in its first row.
pub(super) fn name_cell(document: &Document, index: usize, named: &Named) -> Option<usize> {
    const FAR: usize = 120;
    let (table, row) = document.blocks[index].row?;
    let place = |at: usize| document.blocks[at].row.filter(|&(other, _)| other == table);
    let first = (0..index).rev().take(FAR).take_while(|&at| place(at).is_some()).last()?;
    let top = place(first)?.1;
    let cells: Vec<usize> = (first..index)
        .take_while(|&at| place(at).is_some_and(|(_, row)| row <= top + 1))
        .filter(|&at| place(at).is_some_and(|(_, other)| other < row))
        .collect();
    let in_row = |wanted: usize| {
        cells.iter().filter(|&&at| place(at).map(|it| it.1) == Some(wanted)).count()
    };
    let says_name = |at: usize| {
        let label =
            document.blocks[at].parent.map_or("", |label| document.blocks[label].text.as_str());
        matches!(
            label.trim().trim_end_matches(':').to_lowercase().as_str(),
            "name"
                | "company"
                | "employer"
                | "organisation"
                | "organization"
                | "institution"
                | "title"
                | "album"
                | "film"
                | "book"
                | "novel"
                | "project"
                | "product"
                | "ship"
                | "vessel"
                | "club"
                | "school"
                | "hospital"
                | "agency"
                | "museum"
                | "programme"
                | "program"
                | "airline"
        )
    };
    let whole = |&at: &usize| says_name(at) && is_name(document, at, named);
    let narrow = in_row(top) <= 2 && in_row(top + 1) <= 2;
    let mut names = cells.iter().copied().filter(|at| whole(at));
    let found = names.next().filter(|_| narrow)?;
    names.next().is_none().then_some(found)
}
