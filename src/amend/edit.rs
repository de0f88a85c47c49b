//! Replacements in a text, and where they come to stand.

use crate::rules::FactId;
use crate::source::Span;

/// One replacement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// What is replaced: the value, with "a" or "an" before it where that changes too.
    pub span: Span,
    /// What stands there instead.
    pub text: String,
    /// The value alone, as it was.
    pub value: Span,
    /// The fact it follows.
    pub fact: FactId,
}

/// The text with the edits made; they are in order and do not overlap.
pub fn applied(text: &str, edits: &[Edit]) -> String {
    let mut edited = String::with_capacity(text.len());
    let mut done = 0;
    for edit in edits {
        edited.push_str(&text[done..edit.span.start]);
        edited.push_str(&edit.text);
        done = edit.span.end;
    }
    edited.push_str(&text[done..]);
    edited
}

/// Where the edits' own texts stand in the edited text.
pub(super) fn places(edits: &[Edit]) -> Vec<Span> {
    let (mut removed, mut added) = (0, 0);
    let place = |edit: &Edit| {
        let start = edit.span.start + added - removed;
        removed += edit.span.len();
        added += edit.text.len();
        Span::new(start, start + edit.text.len())
    };
    edits.iter().map(place).collect()
}

/// Where a span outside the edits stands in the edited text.
pub(super) fn moved(span: Span, edits: &[Edit]) -> Span {
    let moved = |offset: usize| {
        let before = edits.iter().take_while(|edit| edit.span.end <= offset);
        let (removed, added) = before.fold((0, 0), |(removed, added), edit| {
            (removed + edit.span.len(), added + edit.text.len())
        });
        offset + added - removed
    };
    Span::new(moved(span.start), moved(span.end))
}
