//! Blocks of a timeline in running text: the date that leads them.

use super::parse::Parse;
use super::scene::Located;
use crate::document::Block;
use crate::source::Span;
use crate::text::WordKind;
use crate::value::{Reading, Value};

/// "2001. She becomes leader.": the date that is a block's first sentence, with its place.
pub(super) fn led_by(parse: &mut Parse<'_>, block: &Block) -> Option<(Reading, Span)> {
    const LONGEST: usize = 5;
    let first = parse.sentences.first()?.clone();
    if parse.sentences.len() < 2 || first.len() > LONGEST {
        return None;
    }
    parse.open(0);
    let [value] = parse.values_at(first.start) else { return None };
    let whole =
        first.clone().all(|at| value.words.contains(&at) || parse.words[at].kind == WordKind::Mark);
    let dated = matches!(&value.reading.value, Value::Date(date) if !date.is_relative());
    let span = block.source_span(value.reading.span);
    (whole && dated).then(|| (value.reading.clone(), span))
}

/// "3 May 1988 The line opens.": a block's first words are its date.
pub(super) fn opens_block(value: &Located) -> bool {
    value.words.start == 0
        && matches!(&value.reading.value, Value::Date(date) if !date.is_relative())
}
