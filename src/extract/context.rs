//! What stands around a block and speaks for it: headings, the list's introduction, a table's heads.
//!
//! A block that states no subject or no time of its own may take them from here.

use crate::document::{Block, BlockKind, Document};
use crate::rules::SubjectId;
use crate::source::Span;
use crate::text::words;
use crate::value::{self, Reading, Value};

/// The frame of a block.
#[derive(Debug, Clone, Default)]
pub(crate) struct Context {
    /// What the block's heads name, nearest first, with the place in the source.
    pub(crate) subjects: Vec<(SubjectId, Span)>,
    /// The words of the heads, lower case, a list a head.
    pub(crate) heads: Vec<Vec<String>>,
    /// A date that stands alone as the head: "2016" over a list.
    pub(crate) date: Option<(Reading, Span)>,
    /// A unit the column's head gives: "Height (m)".
    pub(crate) unit: Option<String>,
    /// The block is a cell of a table.
    pub(crate) cell: bool,
    /// The block is a heading.
    pub(crate) heading: bool,
}

impl Context {
    /// The context of a block, given the subjects each block names.
    pub(crate) fn of(document: &Document, index: usize, named: &[Vec<(SubjectId, Span)>]) -> Self {
        let block = &document.blocks[index];
        let mut context = Self {
            cell: matches!(block.kind, BlockKind::Cell { .. }),
            heading: matches!(block.kind, BlockKind::Heading(_)),
            ..Self::default()
        };
        let heads: Vec<usize> = [block.column_head, block.parent, block.heading]
            .into_iter()
            .flatten()
            .filter(|&head| head < document.blocks.len() && head != index)
            .collect();
        for &head in &heads {
            context.add(&document.blocks[head], named.get(head).map_or(&[], Vec::as_slice));
        }
        if let Some(parent) = block.parent.and_then(|parent| document.blocks.get(parent)) {
            if let Some(outer) = parent.heading.filter(|outer| *outer != index) {
                context.add(&document.blocks[outer], named.get(outer).map_or(&[], Vec::as_slice));
            }
        }
        context.title(document, index, named);
        context
    }

    fn add(&mut self, head: &Block, named: &[(SubjectId, Span)]) {
        for subject in named {
            if !self.subjects.iter().any(|(known, _)| *known == subject.0) {
                self.subjects.push(*subject);
            }
        }
        let cut: Vec<String> = words(&head.text).into_iter().map(|word| word.lower).collect();
        if cut.len() <= 12 {
            self.heads.push(cut);
        }
        if self.date.is_none() {
            self.date = lone_date(head);
        }
        if let BlockKind::Cell { head: true } = head.kind
            && self.unit.is_none()
        {
            self.unit = unit_in_brackets(&head.text);
        }
    }

    /// The article's own title speaks for every block that nothing nearer speaks for.
    fn title(&mut self, document: &Document, index: usize, named: &[Vec<(SubjectId, Span)>]) {
        if !self.subjects.is_empty() {
            return;
        }
        let titles = document
            .blocks
            .iter()
            .enumerate()
            .take(index)
            .filter(|(_, block)| matches!(block.kind, BlockKind::Heading(level) if level <= 1));
        for (title, _) in titles {
            self.subjects.extend(named.get(title).map_or(&[][..], Vec::as_slice));
        }
    }

    /// The one subject the context names, if it is one.
    pub(crate) fn sole_subject(&self) -> Option<(SubjectId, Span)> {
        let (first, rest) = self.subjects.split_first()?;
        rest.iter().all(|(subject, _)| *subject == first.0).then_some(*first)
    }
}

/// A head that is nothing but a date.
fn lone_date(head: &Block) -> Option<(Reading, Span)> {
    if head.text.len() > 40 {
        return None;
    }
    let mut dates =
        value::read(&head.text).into_iter().filter(|r| matches!(r.value, Value::Date(_)));
    let date = dates.next()?;
    let rest = head.text.len() - date.span.len();
    let span = head.source_span(date.span);
    (dates.next().is_none() && rest <= 4).then_some((date, span))
}

fn unit_in_brackets(text: &str) -> Option<String> {
    let open = text.find(['(', '['])?;
    let close = open + text[open..].find([')', ']'])?;
    let unit = text[open + 1..close].trim().trim_start_matches("in ").trim();
    (!unit.is_empty() && unit.len() < 20 && !unit.contains(|c: char| c.is_ascii_digit()))
        .then(|| unit.to_owned())
}
