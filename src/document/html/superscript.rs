//! Superscripts: footnote marks go, exponents and the letters of ordinals stay.

use crate::document::map::{Checkpoint, TextBuilder};
use crate::source::Span;

/// An open `<sup>`.
#[derive(Debug, Clone, Copy)]
pub(super) struct Superscript {
    checkpoint: Checkpoint,
    /// Where its content begins in the source.
    start: usize,
    /// A link stands in it: footnote marks link to their notes.
    pub(super) has_link: bool,
}

const EXPONENTS: [&str; 10] = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"];
const UNITS: [&str; 9] = ["m", "km", "cm", "mm", "ft", "mi", "in", "yd", "nm"];

impl Superscript {
    pub(super) fn open(builder: &TextBuilder, start: usize) -> Self {
        Self { checkpoint: builder.checkpoint(), start, has_link: false }
    }

    /// Ends it where its content ends in the source.
    pub(super) fn close(self, builder: &mut TextBuilder, end: usize) {
        let content = builder.since(self.checkpoint).trim();
        let digits = content.bytes().all(|byte| byte.is_ascii_digit() || byte == b',');
        let symbol = !content.contains(char::is_alphanumeric);
        let letter_mark =
            content.len() == 1 && content.starts_with(|c: char| c.is_ascii_lowercase());
        if content.starts_with('[') || self.has_link || symbol || letter_mark {
            return builder.truncate(self.checkpoint);
        }
        if digits {
            let exponent: String = content
                .bytes()
                .filter_map(|byte| EXPONENTS.get(usize::from(byte.wrapping_sub(b'0'))).copied())
                .collect();
            let raises = raises(builder.before(self.checkpoint));
            builder.truncate(self.checkpoint);
            if raises {
                builder.push_replaced(Span::new(self.start, end.max(self.start)), &exponent);
            }
        }
    }
}

/// Whether digits raised after `text` are an exponent: after a unit or a ten.
fn raises(text: &str) -> bool {
    let word = text.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let unit = word.trim_start_matches(|c: char| c.is_ascii_digit());
    word == "10" || UNITS.contains(&unit)
}
