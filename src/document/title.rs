//! Headings that no markup marks: short lines in capitals, such as `WALL TEXT, ROOM 1`.

use super::{Block, BlockKind, Document};

const MAX_LEN: usize = 60;
const MAX_WORDS: usize = 8;
const MIN_LETTERS: usize = 4;
/// The level of such a line below another heading: whatever the others are, it is deeper.
const LOWEST: u8 = 6;

/// Makes headings of the paragraphs in capitals, and puts what follows under them.
pub(super) fn mark(document: &mut Document) {
    // The last such heading, and the heading it stands under.
    let mut open: Option<(usize, Option<usize>)> = None;
    for index in 0..document.blocks.len() {
        let begins = begins_section(&document.blocks[index..]);
        let block = &mut document.blocks[index];
        if let Some((title, above)) = open {
            if block.heading != above || matches!(block.kind, BlockKind::Heading(_)) {
                open = None;
            } else if !begins || above.is_none() {
                block.heading = Some(title);
            }
        }
        if begins {
            let level = if block.heading.is_none() { 1 } else { LOWEST };
            block.kind = BlockKind::Heading(level);
            open = Some((index, block.heading));
        }
    }
}

/// Whether the first of `blocks` is a title with something below it that is not.
fn begins_section(blocks: &[Block]) -> bool {
    let is_title_block = |block: &Block| {
        block.kind == BlockKind::Paragraph && !block.quoted && is_title(&block.text)
    };
    matches!(blocks, [first, next, ..] if is_title_block(first) && !is_title_block(next))
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
