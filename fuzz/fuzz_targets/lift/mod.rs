//! What the targets that lift share.

#[allow(dead_code, reason = "a target needs one law")]
#[path = "../../../tests/laws/mod.rs"]
mod laws;

use factlint::document::{Format, Opened, lift};
use factlint::source::Source;

/// Lifts a text.
#[allow(dead_code, reason = "not every target has a text")]
pub(crate) fn text(text: &str, format: Format) {
    let source = Source::new("fuzz", text);
    laws::lifted(&source, &lift(&source, format));
}

/// Looks at what was opened.
#[allow(dead_code, reason = "not every target opens bytes")]
pub(crate) fn opened(opened: &Opened) {
    laws::lifted(&opened.source, &opened.document);
}
