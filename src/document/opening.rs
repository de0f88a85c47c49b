//! The opening of an article in any format: header dates, bylines and the dateline come off its
//! first blocks, and say which day the article is of.

use super::byline::{self, OpeningLine};
use super::{ArticleDate, Block, BlockKind, DateOrigin, Dateline, Document};
use super::{dateline, keys};

/// How many blocks an opening may take, and how many of them may be prose.
const MAX_BLOCKS: usize = 14;
const MAX_PROSE: usize = 3;

/// Takes the opening's stamps out of the blocks and dates the document by them.
pub(super) fn read(document: &mut Document) {
    let mut gone = Vec::new();
    let mut updated = None;
    let mut n_prose = 0;
    for index in 0..document.blocks.len().min(MAX_BLOCKS) {
        if n_prose == MAX_PROSE {
            break;
        }
        if document.blocks[index].quoted {
            continue;
        }
        match read_block(document, index, &mut updated) {
            Part::Stamp => gone.push(index),
            Part::Prose => n_prose += 1,
            Part::Other => {}
        }
    }
    read_closing(document, &mut gone, &mut updated);
    if let Some(updated) = updated {
        document.offer_date(updated);
    }
    document.remove(&gone);
}

/// The last lines: `Last updated: 17 June 2022`, `© 2022 Example`.
fn read_closing(document: &mut Document, gone: &mut Vec<usize>, updated: &mut Option<ArticleDate>) {
    const CLOSING_BLOCKS: usize = 4;
    let first = document.blocks.len().saturating_sub(CLOSING_BLOCKS);
    for index in first.max(gone.last().map_or(0, |last| last + 1))..document.blocks.len() {
        let block = &document.blocks[index];
        if block.quoted || block.kind != BlockKind::Paragraph {
            continue;
        }
        if byline::is_copyright(&block.text) {
            gone.push(index);
        } else if byline::has_date_key(&block.text)
            && !is_in_infobox(&document.blocks, index)
            && let OpeningLine::Stamp { date, span, .. } = byline::read(&block.text)
        {
            let span = Some(block.source_span(span));
            updated.get_or_insert(ArticleDate { date, from: DateOrigin::Header, span });
            gone.push(index);
        }
    }
}

/// Whether a label line stands among an infobox's: `Published: 5 October 1936` above `Pages: 612`.
fn is_in_infobox(blocks: &[Block], index: usize) -> bool {
    const NEAR: usize = 8;
    let rank = |block: &Block| {
        let is_line = block.kind == BlockKind::Paragraph && !block.quoted;
        is_line.then(|| keys::infobox_rank(&block.text)).flatten()
    };
    let Some(needed) = rank(&blocks[index]) else { return false };
    let above = blocks[..index].iter().rev().take(NEAR).map_while(rank);
    let below = blocks[index + 1..].iter().take(NEAR).map_while(rank);
    above.chain(below).filter(|&rank| rank == keys::OWN).count() >= needed.max(1)
}

/// Whether a lone date introduces entries, as another one further down does: a timeline's head.
fn is_in_timeline(blocks: &[Block], index: usize) -> bool {
    // "Late September 2014"
    const HEAD: usize = 24;
    let introduces = |at: usize| blocks.get(at + 1).is_some_and(|next| next.parent == Some(at));
    let dated = |at: usize| {
        let text = blocks[at].text.as_str();
        let year = text.as_bytes().windows(4).any(|four| four.iter().all(u8::is_ascii_digit));
        text.len() <= HEAD && year || matches!(byline::read(text), OpeningLine::Stamp { .. })
    };
    introduces(index)
        && blocks[index + 1..]
            .iter()
            .filter_map(|block| block.parent)
            .any(|parent| parent > index && introduces(parent) && dated(parent))
}

/// What a block of the opening turned out to be.
enum Part {
    Stamp,
    Prose,
    Other,
}

fn read_block(document: &mut Document, index: usize, updated: &mut Option<ArticleDate>) -> Part {
    let block = &mut document.blocks[index];
    if !matches!(block.kind, BlockKind::Paragraph | BlockKind::Heading(_)) {
        return Part::Other;
    }
    let mut line = byline::read(&block.text);
    if let OpeningLine::GluedStamp { date, span, rest } = line {
        let span = Some(block.source_span(span));
        block.cut_front(rest);
        line = byline::read(&block.text);
        document.offer_date(ArticleDate { date, from: DateOrigin::Header, span });
    }
    if matches!(document.blocks[index].kind, BlockKind::Heading(_)) {
        let found = dateline::read(&document.blocks[index].text);
        if let Some(found) = found.filter(|found| found.is_upper && found.day.is_some()) {
            take_dateline(document, index, found);
        }
        return Part::Other;
    }
    if is_in_infobox(&document.blocks, index) || is_in_timeline(&document.blocks, index) {
        return Part::Other;
    }
    let block = &mut document.blocks[index];
    match line {
        OpeningLine::Stamp { date, span, updated: is_update } => {
            let span = Some(block.source_span(span));
            let stated = ArticleDate { date, from: DateOrigin::Header, span };
            if is_update {
                updated.get_or_insert(stated);
            } else {
                document.offer_date(stated);
            }
            Part::Stamp
        }
        OpeningLine::Byline => Part::Stamp,
        OpeningLine::Title { start } => {
            block.cut_front(start);
            block.kind = BlockKind::Heading(0);
            stand_under(&mut document.blocks[index + 1..], index);
            Part::Other
        }
        OpeningLine::Body | OpeningLine::GluedStamp { .. } => {
            if let Some(found) = dateline::read(&block.text) {
                take_dateline(document, index, found);
            }
            if is_prose(&document.blocks[index].text) { Part::Prose } else { Part::Other }
        }
    }
}

fn stand_under(blocks: &mut [Block], title: usize) {
    for block in blocks.iter_mut().filter(|block| block.heading.is_none()) {
        block.heading = Some(title);
    }
}

fn take_dateline(document: &mut Document, index: usize, found: dateline::Found) {
    let block = &mut document.blocks[index];
    let day = found.day.map(|(stated, span)| (stated, block.source_span(span)));
    block.cut_front(found.text_start);
    let Some((stated, span)) = day.filter(|_| document.dateline.is_none()) else { return };
    let (year, month, day) = (stated.year, stated.month, stated.day);
    document.dateline = Some(Dateline { year, month, day, span });
    if let Some(date) = stated.date() {
        document.offer_date(ArticleDate { date, from: DateOrigin::Dateline, span: Some(span) });
    }
}

/// Whether a text is sentences, not a headline or caption.
pub(super) fn is_prose(text: &str) -> bool {
    const LONG: usize = 160;
    let end = text.trim_end_matches(['"', '\'', '”', '’', ')']);
    text.len() > LONG || end.ends_with(['.', '!', '?'])
}

impl Block {
    /// Cuts the first `n_bytes` off the text, and the space after them.
    fn cut_front(&mut self, n_bytes: usize) {
        let rest = self.text[n_bytes..].trim_start();
        let n_bytes = self.text.len() - rest.len();
        self.text.drain(..n_bytes);
        self.map.cut_front(n_bytes);
    }
}

impl Document {
    /// Removes blocks (in rising order) and keeps all references right.
    fn remove(&mut self, gone: &[usize]) {
        if gone.is_empty() {
            return;
        }
        let moved = |index: usize| match gone.binary_search(&index) {
            Ok(_) => None,
            Err(n_before) => Some(index - n_before),
        };
        for block in &mut self.blocks {
            for reference in
                [&mut block.heading, &mut block.parent, &mut block.column_head, &mut block.label_of]
            {
                *reference = reference.and_then(moved);
            }
        }
        let mut index = 0;
        self.blocks.retain(|_| {
            index += 1;
            gone.binary_search(&(index - 1)).is_err()
        });
    }
}
