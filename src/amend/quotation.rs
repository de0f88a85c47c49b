//! Whether a value stands in a quotation: more careful than judging needs to be, for a wrong word in
//! somebody's mouth is worse than a conflict left standing.

use crate::document::{Block, Document};
use crate::source::Span;

/// Whether a block quotation, or quotation marks of any make, hold the span.
pub(super) fn holds(document: &Document, span: Span) -> bool {
    let block = document.blocks.iter().find(|block| {
        let whole = block.source_span(Span::new(0, block.text.len()));
        whole.contains(span)
    });
    block.is_some_and(|block| {
        block.quoted || offset_in(block, span).is_some_and(|at| is_inside(&block.text, at))
    })
}

/// Where the span begins in the block's text.
fn offset_in(block: &Block, span: Span) -> Option<usize> {
    let offsets = block.text.char_indices().map(|(at, c)| Span::new(at, at + c.len_utf8()));
    offsets.filter(|at| block.source_span(*at).end > span.start).map(|at| at.start).next()
}

/// Whether more marks open than close before `at`. An apostrophe closes nothing that is not open,
/// and opens nothing.
fn is_inside(text: &str, at: usize) -> bool {
    let (mut double, mut straight, mut single) = (0_usize, false, false);
    let mut before = ' ';
    let mut characters = text[..at].chars().peekable();
    while let Some(character) = characters.next() {
        let follows_space = !before.is_alphanumeric() && !matches!(before, '.' | ',' | '!' | '?');
        let next = characters.peek().copied();
        let precedes_letter = next.is_none_or(char::is_alphanumeric);
        match character {
            '“' | '„' | '«' => double += 1,
            '”' | '»' => double = double.saturating_sub(1),
            '"' => straight = !straight,
            '‘' => single = true,
            '\'' if follows_space && precedes_letter => single = true,
            '’' | '\'' if !next.is_some_and(char::is_alphabetic) => single = false,
            _ => {}
        }
        before = character;
    }
    double > 0 || straight || single
}

#[cfg(test)]
mod tests {
    use super::is_inside;

    #[test]
    fn marks_of_any_make_hold_a_value() {
        for (text, wanted) in [
            ("The bridge, he said, opened in 1937", false),
            ("“The bridge,” he said, opened in 1937", false),
            ("“The bridge opened in 1937", true),
            ("He said: \"The bridge opened in 1937", true),
            ("‘The bridge opened in 1937", true),
            ("He said: 'The bridge opened in 1937", true),
            ("'The bridge' opened in 1937", false),
            ("The town's bridge opened in 1937", false),
            ("The mayors' bridge opened in 1937", false),
            ("« Le pont » opened in 1937", false),
            ("‘The town’s bridge opened in 1937", true),
        ] {
            assert_eq!(is_inside(text, text.len() - 4), wanted, "{text}");
        }
    }
}
