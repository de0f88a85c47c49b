//! Cutting a long line down to the words around a place.
//!
//! A cut replaces bytes beside it by an ellipsis of the same length, so that offsets in the
//! cropped text stay those of the source.

use std::ops::ControlFlow;

use unicode_width::UnicodeWidthChar;

use crate::source::{Source, Span};

/// Columns a tab may take.
pub(crate) const TAB_WIDTH: usize = 4;

/// Columns of an ellipsis and the spaces beside it: two where the text it stands for is ASCII, and
/// the most there can be.
const ELLIPSIS_WIDTHS: [usize; 2] = [2, 5];
const ELLIPSIS_WIDTH: usize = ELLIPSIS_WIDTHS[1];
const ELLIPSIS: &str = "…";

/// Part of a source with its edges marked where it was cut.
#[derive(Debug)]
pub(crate) struct Cropped {
    /// What it covers.
    pub(crate) span: Span,
    /// As many bytes as the span.
    pub(crate) text: String,
}

/// The lines around `hull`, cut to `room` columns with `label_room` columns free right of it.
pub(crate) fn around(source: &Source, hull: Span, room: usize, label_room: usize) -> Cropped {
    let first_line = source.line_span(source.line_index(hull.start));
    let last_offset = hull.end.saturating_sub(1).max(hull.start);
    let last_line = source.line_span(source.line_index(last_offset));
    let before = &source.text()[first_line.start..hull.start];
    let after = &source.text()[hull.end..last_line.end.max(hull.end)];
    let is_one_line = first_line == last_line;
    let hull_width = if is_one_line { width_up_to(source.slice(hull), room + 1) } else { 0 };
    let before_width = width_up_to_backwards(before, room + 1);
    let after_width = width_up_to(after, room + 1);

    let spare = room.saturating_sub(hull_width);
    let most_before = spare.saturating_sub(label_room).max(ELLIPSIS_WIDTH);
    let wanted_before = (spare / 2).max(spare.saturating_sub(after_width)).min(most_before);
    let room_after = spare.saturating_sub(before_width.min(wanted_before));

    let head = cut_before(before, before_width, wanted_before);
    let tail = cut_after(after, after_width, room_after);
    let (start, mut end) = (hull.start - before.len() + head.start, hull.end + tail.end);
    let mut tail_length = tail.len();
    if hull_width + 2 * ELLIPSIS_WIDTH >= room && after_width + hull_width > room {
        // The mark leaves no room beside it: its own end is cut.
        let cut = cut_after(source.slice(hull), room + 1, room.saturating_sub(ELLIPSIS_WIDTH));
        (end, tail_length) = (hull.start + cut.end, cut.len());
    }
    let span = Span::new(start, end);
    let mut text = source.slice(span).to_owned();
    if tail_length > 0 {
        let (cut, pad) = (text.len() - tail_length, tail_length - ELLIPSIS.len());
        text.replace_range(cut.., &format!("{:pad$}{ELLIPSIS}", ""));
    }
    if !head.is_empty() {
        let pad = head.len() - ELLIPSIS.len();
        text.replace_range(..head.len(), &format!("{ELLIPSIS}{:pad$}", ""));
    }
    Cropped { span, text }
}

/// Whether the text takes no more than `room` columns. Never reads far past them.
pub(crate) fn fits(text: &str, room: usize) -> bool {
    width_up_to(text, room + 1) <= room
}

/// Columns the text takes.
pub(crate) fn width(text: &str) -> usize {
    text.chars().map(character_width).sum()
}

/// The text cut to `room` columns at a word boundary, an ellipsis marking the cut.
pub(crate) fn shortened(text: &str, room: usize) -> String {
    if fits(text, room) {
        return text.to_owned();
    }
    let kept = &text[..fitting(text, room.saturating_sub(2))];
    let kept = kept.rfind(' ').filter(|at| at * 2 > kept.len()).map_or(kept, |at| &kept[..at]);
    format!("{} {ELLIPSIS}", kept.trim_end())
}

/// The text in lines of at most `room` columns, broken at spaces; a longer word stands alone.
pub(crate) fn wrapped(text: &str, room: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        match lines.last_mut() {
            Some(line) if width(line) + 1 + width(word) <= room => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

fn character_width(character: char) -> usize {
    match character {
        '\t' => TAB_WIDTH,
        other => other.width().unwrap_or(1),
    }
}

/// The text's width, or at least `limit` when it is wider.
fn width_up_to(text: &str, limit: usize) -> usize {
    sum_up_to(text.chars(), limit)
}

fn width_up_to_backwards(text: &str, limit: usize) -> usize {
    sum_up_to(text.chars().rev(), limit)
}

fn sum_up_to(mut characters: impl Iterator<Item = char>, limit: usize) -> usize {
    let sum = characters.try_fold(0, |sum, character| match sum + character_width(character) {
        enough if enough >= limit => ControlFlow::Break(enough),
        more => ControlFlow::Continue(more),
    });
    match sum {
        ControlFlow::Break(sum) | ControlFlow::Continue(sum) => sum,
    }
}

/// Bytes from the start that fit into `room` columns.
fn fitting(text: &str, room: usize) -> usize {
    let mut used = 0;
    let over = text.char_indices().find(|(_, character)| {
        used += character_width(*character);
        used > room
    });
    over.map_or(text.len(), |(offset, _)| offset)
}

/// The bytes of `before` that give way to an ellipsis; what precedes them is left out, what
/// follows is kept, from a word boundary on. Empty when everything fits.
fn cut_before(before: &str, before_width: usize, room: usize) -> Span {
    if before_width <= room {
        return Span::new(0, 0);
    }
    if before.trim().is_empty() {
        return Span::new(before.len(), before.len());
    }
    let cuts = ELLIPSIS_WIDTHS.map(|width| (width, cut_before_leaving(before, room, width)));
    settled(cuts).unwrap_or_default()
}

/// The same, with `width` columns left for the ellipsis.
fn cut_before_leaving(before: &str, room: usize, width: usize) -> Option<Span> {
    let mut used = width;
    let over = before.char_indices().rev().find(|(_, character)| {
        used += character_width(*character);
        used > room
    });
    let cut = over.map_or(0, |(offset, character)| offset + character.len_utf8());
    let kept = &before[cut..];
    // Without a space nearby (a long word, CJK) the cut goes through it.
    let space = kept.find(' ').filter(|&space| space * 2 < kept.len());
    let end = cut + space.map_or(0, |space| space + 1);
    // Four bytes in ASCII: the ellipsis and a space.
    let starts = before[..end].char_indices().rev().map(|(at, _)| at);
    starts.into_iter().find(|start| end - start > 3).map(|start| Span::new(start, end))
}

/// The first cut whose ellipsis takes no more columns than were left for it.
fn settled(cuts: [(usize, Option<Span>); 2]) -> Option<Span> {
    let fits = |width: usize, span: Span| span.len() - ELLIPSIS.len() < width;
    cuts.into_iter().find_map(|(width, span)| span.filter(|&span| fits(width, span)))
}

/// The bytes of `after` that give way to an ellipsis; what follows them is left out. Empty, at
/// the end of `after`, when everything fits.
fn cut_after(after: &str, after_width: usize, room: usize) -> Span {
    let whole = Span::new(after.len(), after.len());
    if after_width <= room {
        return whole;
    }
    let cuts = ELLIPSIS_WIDTHS.map(|width| (width, cut_after_leaving(after, room, width)));
    settled(cuts).unwrap_or(whole)
}

/// The same, with `width` columns left for the ellipsis.
fn cut_after_leaving(after: &str, room: usize, width: usize) -> Option<Span> {
    let kept = &after[..fitting(after, room.saturating_sub(width))];
    let space = kept.rfind(' ').filter(|&space| space * 2 > kept.len());
    let start = space.unwrap_or(kept.len());
    let ends = after[start..].char_indices().map(|(at, c)| start + at + c.len_utf8());
    ends.into_iter().find(|end| end - start > 3).map(|end| Span::new(start, end))
}
