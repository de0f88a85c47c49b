//! Puts blocks together in reading order for all formats: kinds, headings above, lists, tables.
//!
//! A format says what opens and closes ([`Writer::enter`], [`Writer::leave`]) and pushes text; what
//! a block's kind, parent and heading are is decided here alone. Frames may be opened and closed
//! in any order: unbalanced markup is ordinary. Nothing here knows a markup language.

use crate::source::Span;

use super::label;
use super::map::{OffsetMap, TextBuilder};
use super::table::{CellShape, Grid};
use super::{Block, BlockKind, Document, MOST_BLOCKS};

/// What can be open around text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Frame {
    Heading(u8),
    List,
    Item,
    Quote,
    Caption,
    Table,
    Row,
    Cell(CellShape),
}

/// How deep [`Writer::close_item`] and its like look: deeper nesting is not writing but an attack.
const NEAR: usize = 24;

/// An open frame.
#[derive(Debug, Clone, Copy)]
struct Open {
    frame: Frame,
    /// The nearest frame, this one or one around it, that gives blocks their kind.
    carrier: Option<usize>,
    /// The first block written in it.
    first_block: Option<usize>,
    /// The block that introduces a list, handed on to its items.
    parent: Option<usize>,
}

/// Writes blocks.
#[derive(Debug)]
pub(super) struct Writer<'t> {
    /// The text all spans refer to.
    text: &'t str,
    builder: TextBuilder,
    blocks: Vec<Block>,
    n_left_out: usize,
    frames: Vec<Open>,
    grids: Vec<Grid>,
    n_tables: usize,
    /// How many frames of each sort are open, so that a stray end costs nothing.
    n_open: [usize; 8],
    /// The headings above, each of a deeper level than the one before it.
    headings: Vec<(u8, usize)>,
}

impl<'t> Writer<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self {
            text,
            builder: TextBuilder::default(),
            blocks: Vec::new(),
            n_left_out: 0,
            frames: Vec::new(),
            grids: Vec::new(),
            n_tables: 0,
            n_open: [0; 8],
            headings: Vec::new(),
        }
    }

    /// The text all spans refer to.
    pub(super) fn text(&self) -> &'t str {
        self.text
    }

    /// The text of the block being written.
    pub(super) fn builder(&mut self) -> &mut TextBuilder {
        &mut self.builder
    }

    /// Appends the text at `span`.
    pub(super) fn push(&mut self, span: Span) {
        self.builder.push_copied(self.text, span);
    }

    /// Opens a frame; what was being written ends.
    pub(super) fn enter(&mut self, frame: Frame) {
        self.end_block();
        let parent = match frame {
            Frame::List => self.introducer(),
            Frame::Item => self.list_parent(),
            _ => None,
        };
        match frame {
            Frame::Table => {
                self.grids.push(Grid::new(self.n_tables));
                self.n_tables += 1;
            }
            Frame::Row => self.with_grid(Grid::start_row),
            Frame::Caption => self.with_grid(Grid::caption),
            Frame::Cell(shape) => self.with_grid(|grid| grid.start_cell(shape)),
            _ => {}
        }
        let gives_kind = !matches!(frame, Frame::List | Frame::Quote | Frame::Table | Frame::Row);
        let carrier = match frame {
            _ if gives_kind => Some(self.frames.len()),
            // Text of a table or list that stands outside its cells or items is a paragraph.
            Frame::Quote => self.frames.last().and_then(|open| open.carrier),
            _ => None,
        };
        self.n_open[sort(frame)] += 1;
        self.frames.push(Open { frame, carrier, first_block: None, parent });
    }

    /// Closes the innermost frame of this sort and all that was opened in it; without one, only
    /// what was being written ends.
    pub(super) fn leave(&mut self, frame: Frame) {
        self.end_block();
        if self.n_open[sort(frame)] == 0 {
            return;
        }
        while let Some(open) = self.frames.pop() {
            self.n_open[sort(open.frame)] -= 1;
            self.close(open);
            if sort(open.frame) == sort(frame) {
                break;
            }
        }
    }

    /// Closes a frame of this sort if one is open inside the innermost `within`.
    pub(super) fn leave_within(&mut self, frame: Frame, within: Frame) {
        self.end_block();
        if self.is_within(frame, within) {
            self.leave(frame);
        }
    }

    /// Whether a frame of this sort is open.
    pub(super) fn is_open(&self, frame: Frame) -> bool {
        self.n_open[sort(frame)] > 0
    }

    /// Whether a frame of this sort is open inside the innermost `within`.
    pub(super) fn is_within(&self, frame: Frame, within: Frame) -> bool {
        let near = self.frames.iter().rev().take(NEAR).map(|open| sort(open.frame));
        near.take_while(|&found| found != sort(within)).any(|found| found == sort(frame))
    }

    /// How many blocks are written.
    pub(super) fn n_blocks(&self) -> usize {
        self.blocks.len()
    }

    /// Ends the block being written; one without a letter or digit is no block.
    pub(super) fn end_block(&mut self) {
        if self.builder.is_empty() {
            return;
        }
        let builder = std::mem::take(&mut self.builder);
        if !builder.has_line_ends() {
            let (text, map) = builder.finish();
            return self.write(text, map);
        }
        let spans = builder.line_spans();
        let lines: Vec<_> = spans.iter().map(|span| &builder.text()[span.range()]).collect();
        let heading = self.is_open(Frame::Heading(0)) || !self.grids.is_empty();
        let whole = builder.is_broken_on_purpose()
            || (label::are_short(&lines) && !label::are_one_sentence(&lines));
        let entries = whole && !heading && label::are_entries(&lines);
        if !(entries || label::stand_alone(&lines)) {
            let (text, map) = builder.finish();
            return self.write(text, map);
        }
        let (text, mut map) = builder.finish();
        let mut blocks: Vec<_> = spans
            .iter()
            .rev()
            .map(|span| {
                let mut own = map.split_off(span.start);
                own.split_off(span.len());
                (text[span.range()].to_owned(), own)
            })
            .collect();
        while let Some((text, map)) = blocks.pop() {
            self.write(text, map);
        }
    }

    fn write(&mut self, text: String, map: OffsetMap) {
        if !text.contains(char::is_alphanumeric) {
            return;
        }
        let index = self.blocks.len();
        if index == MOST_BLOCKS {
            self.n_left_out += 1;
            return;
        }
        let carrier = self.frames.last().and_then(|open| open.carrier);
        let (kind, parent, column_head) = self.place(carrier);
        let row = self.row().filter(|_| matches!(kind, BlockKind::Cell { .. }));
        if let BlockKind::Heading(level) = kind {
            self.headings.retain(|&(above, _)| above < level);
        }
        let heading = self.headings.last().map(|&(_, heading)| heading);
        if let BlockKind::Heading(level) = kind {
            self.headings.push((level, index));
        }
        if let Some(carrier) = carrier {
            self.frames[carrier].first_block.get_or_insert(index);
        }
        let quoted = self.is_open(Frame::Quote);
        let label_of = None;
        self.blocks.push(Block {
            kind,
            text,
            heading,
            parent,
            column_head,
            label_of,
            row,
            quoted,
            map,
        });
    }

    /// The document, dates yet to be read.
    pub(super) fn finish(mut self) -> Document {
        self.end_block();
        Document { blocks: self.blocks, n_left_out: self.n_left_out, ..Document::default() }
    }

    fn place(&self, carrier: Option<usize>) -> (BlockKind, Option<usize>, Option<usize>) {
        let Some(open) = carrier.map(|index| self.frames[index]) else {
            return (BlockKind::Paragraph, None, None);
        };
        match open.frame {
            Frame::Heading(level) => (BlockKind::Heading(level), None, None),
            Frame::Item => (BlockKind::Item, open.first_block.or(open.parent), None),
            Frame::Caption => (BlockKind::Caption, None, None),
            Frame::Cell(shape) => {
                let heads = self.grids.last().map(Grid::heads);
                let (row_head, column_head) = heads.unwrap_or_default();
                (BlockKind::Cell { head: shape.head }, row_head, column_head)
            }
            Frame::List | Frame::Quote | Frame::Table | Frame::Row => {
                (BlockKind::Paragraph, None, None)
            }
        }
    }

    /// The table and row being written: both counted from 0.
    fn row(&self) -> Option<(usize, usize)> {
        self.grids.last().map(Grid::row_number)
    }

    /// The block that introduces a list beginning here: the item it is nested in, or the
    /// paragraph or heading just above.
    fn introducer(&self) -> Option<usize> {
        let carrier = self.frames.last().and_then(|open| open.carrier);
        if let Some(open) = carrier.map(|index| self.frames[index])
            && open.first_block.is_some()
        {
            return open.first_block;
        }
        let last = self.blocks.len().checked_sub(1)?;
        let introduces =
            matches!(self.blocks[last].kind, BlockKind::Paragraph | BlockKind::Heading(_));
        introduces.then_some(last)
    }

    fn list_parent(&self) -> Option<usize> {
        let near = self.frames.iter().rev().take(NEAR);
        let list = near.clone().find(|open| open.frame == Frame::List);
        list.map_or_else(|| self.introducer(), |list| list.parent)
    }

    fn close(&mut self, open: Open) {
        match open.frame {
            Frame::Table => {
                self.grids.pop();
            }
            Frame::Row => self.with_grid(Grid::end_row),
            Frame::Cell(_) => self.with_grid(|grid| grid.end_cell(open.first_block)),
            _ => {}
        }
    }

    fn with_grid(&mut self, change: impl FnOnce(&mut Grid)) {
        if let Some(grid) = self.grids.last_mut() {
            change(grid);
        }
    }
}

fn sort(frame: Frame) -> usize {
    match frame {
        Frame::Heading(_) => 0,
        Frame::List => 1,
        Frame::Item => 2,
        Frame::Quote => 3,
        Frame::Caption => 4,
        Frame::Table => 5,
        Frame::Row => 6,
        Frame::Cell(_) => 7,
    }
}
