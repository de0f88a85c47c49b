//! An expected place in a row written in the style of a stated one: "6th" for "5th", "sixth" for
//! "fifth".

use super::Ordinal;
use crate::value::Unprintable;
use crate::value::numeral::spell::{self, Spelling};

/// The largest place that is spelled out.
const MOST_SPELLED: u32 = 99_999;

/// The expected ordinal in the style of `written`.
///
/// # Errors
/// [`Unprintable::Style`] when it is neither digits with two letters nor spelled out.
pub fn restyled(written: &str, stated: &Ordinal, expected: u32) -> Result<String, Unprintable> {
    let digits = written.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let letters = &written[digits.len()..];
    if digits.parse() == Ok(stated.rank) && letters.len() == 2 {
        let suffix = spell::suffix(u64::from(expected));
        let is_capital = letters.chars().all(|c| c.is_ascii_uppercase());
        let suffix = if is_capital { suffix.to_uppercase() } else { suffix.to_owned() };
        return Ok(format!("{expected}{suffix}"));
    }
    let is_words = written.chars().all(|c| c.is_ascii_alphabetic() || matches!(c, ' ' | '-'));
    match is_words && !written.is_empty() && expected <= MOST_SPELLED {
        true => Ok(spell::ordinal(expected, Spelling::of(written))),
        false => Err(Unprintable::Style),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_ordinal_keeps_its_style() {
        for (written, rank, expected, wanted) in [
            ("5th", 5, 3, Some("3rd")),
            ("5TH", 5, 12, Some("12TH")),
            ("fifth", 5, 6, Some("sixth")),
            ("Fifth", 5, 21, Some("Twenty-first")),
            ("5<sup>th</sup>", 5, 6, None),
            ("5.", 5, 6, None),
        ] {
            let restyled = restyled(written, &Ordinal { rank }, expected).ok();
            assert_eq!(restyled.as_deref(), wanted, "{written}");
        }
    }
}
