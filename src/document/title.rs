//! Headings that no markup marks: short lines in capitals, such as `WALL TEXT, ROOM 1`, and short
//! paragraphs in bold.

use super::{Block, BlockKind, Document, label};
use crate::source::Span;

const MAX_LEN: usize = 60;
const MAX_WORDS: usize = 8;
const MIN_LETTERS: usize = 4;
/// The level of such a line below another heading: whatever the others are, it is deeper.
const LOWEST: u8 = 6;

/// Makes headings of such paragraphs, and puts what follows under them.
pub(super) fn mark(document: &mut Document, source: &str) {
    // The one that opens the article: its title.
    let mut first: Option<usize> = None;
    // The last such heading, and what markup says it stands under.
    let mut open: Option<(usize, Option<usize>)> = None;
    for index in 0..document.blocks.len() {
        let begins = begins_section(&document.blocks, index, source);
        let block = &mut document.blocks[index];
        let above = block.heading;
        if matches!(block.kind, BlockKind::Heading(_)) {
            open = None;
            continue;
        }
        if begins {
            let opens = index == 0 && above.is_none();
            let level = if opens { 1 } else { LOWEST };
            block.kind = BlockKind::Heading(level);
            block.heading = above.or(first);
            open = Some((index, above));
            first = first.or(opens.then_some(index));
        } else if let Some((title, under)) = open {
            if under == above {
                block.heading = Some(title);
            } else {
                open = None;
            }
        }
    }
}

/// Whether a block is a title with something below it that is not.
fn begins_section(blocks: &[Block], index: usize, source: &str) -> bool {
    // In bold, a term or an introduction speaks for its items as it is.
    let introduces = |at: usize| blocks.get(at + 1).is_some_and(|it| it.parent == Some(at));
    let is_title_block = |at: usize| {
        let block = &blocks[at];
        let plain = block.kind == BlockKind::Paragraph && !block.quoted;
        plain && (is_title(&block.text) || !introduces(at) && is_bold_title(block, source))
    };
    index + 1 < blocks.len() && is_title_block(index) && !is_title_block(index + 1)
}

/// A short paragraph that is bold from end to end: `**1. Amazon (South America)**`.
fn is_bold_title(block: &Block, source: &str) -> bool {
    const MARKS: [(&str, &str); 4] =
        [("**", "**"), ("__", "__"), ("<b>", "</b>"), ("<strong>", "</strong>")];
    let text = block.text.as_str();
    let short = text.len() <= MAX_LEN
        && !text.ends_with(['.', '!', '?', ',', ';', ':'])
        && text.split_whitespace().count() <= MAX_WORDS
        && text.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    if !short || label::key_len(text).is_some() {
        return false;
    }
    let span = block.source_span(Span::new(0, text.len()));
    let (Some(before), Some(after)) = (source.get(..span.start), source.get(span.end..)) else {
        return false;
    };
    let ends_line =
        |rest: &str| rest.is_empty() || rest.starts_with(['\n', '\r']) || rest.starts_with("</p>");
    MARKS.iter().any(|(open, close)| {
        before.ends_with(open) && after.strip_prefix(close).is_some_and(ends_line)
    })
}

fn is_title(text: &str) -> bool {
    text.len() <= MAX_LEN
        && !text.contains(char::is_lowercase)
        && !text.ends_with(['.', '!', ',', ';', ':'])
        && text.split_whitespace().count() <= MAX_WORDS
        && text.chars().filter(|c| c.is_uppercase()).count() >= MIN_LETTERS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_in_capitals() {
        let cases = [
            ("WALL TEXT, ROOM 1", true),
            ("OBITUARY", true),
            ("VISITORS' GUIDE: TOLLAND IN A WEEKEND", true),
            ("Wall text", false),
            ("LEMOA WAS SIGNED IN 2016.", false),
            ("A 1", false),
            ("", false),
        ];
        for (text, expected) in cases {
            assert_eq!(is_title(text), expected, "{text}");
        }
    }
}
